//! See `plane_fuzz::waits`.
#![cfg_attr(fuzzing, no_main)]
plane_fuzz::target!(waits);
