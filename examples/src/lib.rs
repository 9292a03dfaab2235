//! Examples are next to this file.
