//! See `plane_fuzz::error_body`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(error_body);
