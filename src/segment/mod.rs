//! Where do sentences end?
