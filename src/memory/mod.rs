//! What was translated before?
