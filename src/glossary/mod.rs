//! Which words are ours, in every form?
