//! See `plane_fuzz::webhook`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(webhook);
