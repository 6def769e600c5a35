//! TBX, good and bad.
