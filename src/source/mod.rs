//! How is an article read and put back?

pub mod scrape;
