//! See `plane_fuzz::query`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(query);
