//! Who translates: tests of the driver, the ledger and each backend.
