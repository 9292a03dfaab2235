//! See `plane_fuzz::path`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(path);
