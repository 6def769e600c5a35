//! In which order: memory, stale targets, what people wrote, originals.
