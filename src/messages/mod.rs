//! What does the tool say, in the user's language?
