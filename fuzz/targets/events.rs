//! See `plane_fuzz::events`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(events);
