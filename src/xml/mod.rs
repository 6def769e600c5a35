//! How do we read and write XML strictly, keeping positions?
