//! See `plane_fuzz::cursors`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(cursors);
