//! The missing network of a build without the feature `http`.

use super::{HttpRequest, HttpResponse, HttpSettings, Transport, TransportError};
use crate::backend::Stop;

/// A client that cannot be built.
#[derive(Debug)]
pub enum Http {}

impl Http {
    /// Always fails.
    pub fn new(_: HttpSettings) -> Result<Self, TransportError> {
        Err(TransportError::NotBuilt)
    }
}

impl Transport for Http {
    fn send(&self, _: &HttpRequest, _: &Stop) -> Result<HttpResponse, TransportError> {
        match *self {}
    }
}
