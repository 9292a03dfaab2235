//! See `plane_fuzz::decode`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(decode);
