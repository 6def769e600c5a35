//! What was asked, answered and paid?
