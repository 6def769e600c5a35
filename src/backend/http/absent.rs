//! The network of a build without the feature `http`: none.

use super::{HttpRequest, HttpResponse, HttpSettings, Transport, TransportError};
use crate::backend::Stop;

/// The network, which this build does not have.
#[derive(Debug)]
pub enum Http {}

impl Http {
    /// Fails: nothing can be sent.
    pub fn new(_: HttpSettings) -> Result<Self, TransportError> {
        Err(TransportError::NotBuilt)
    }
}

impl Transport for Http {
    fn send(&self, _: &HttpRequest, _: &Stop) -> Result<HttpResponse, TransportError> {
        match *self {}
    }
}
