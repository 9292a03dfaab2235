//! Fuzz targets: properties that hold for every input.
//!
//! Each target is a function that takes bytes, and panics if its property does not hold. `cargo fuzz` calls a target with
//! inputs that increase the coverage. The test `seeds` calls it with the files below `seeds/` and with some thousand
//! variations of these files.

mod client;
mod cursors;
mod decode;
mod error_body;
mod events;
mod path;
mod query;
mod waits;
mod webhook;

pub use self::{
    cursors::cursors, decode::decode, error_body::error_body, events::events, path::path,
    path::values_stay_in_their_places, query::query, waits::waits, webhook::webhook,
};

/// A property of any input.
pub type Target = fn(&[u8]);

/// All targets by name.
pub const TARGETS: [(&str, Target); 8] = [
    ("path", path),
    ("query", query),
    ("error_body", error_body),
    ("decode", decode),
    ("webhook", webhook),
    ("events", events),
    ("cursors", cursors),
    ("waits", waits),
];

/// Defines the program of a target.
#[macro_export]
macro_rules! target {
    ($target:ident) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|input: &[u8]| $crate::$target(input));

        #[cfg(not(fuzzing))]
        fn main() -> std::io::Result<()> {
            $crate::run_files($crate::$target)
        }
    };
}

/// Runs a target with each file that an argument of the program names.
///
/// # Errors
///
/// Returns an error if a file cannot be read.
pub fn run_files(target: Target) -> std::io::Result<()> {
    for path in std::env::args_os().skip(1) {
        println!("{}", path.display());
        target(&std::fs::read(path)?);
    }
    Ok(())
}

/// Splits an input after its first byte, which selects a variant. The byte of an empty input is 0.
fn split(input: &[u8]) -> (u8, &[u8]) {
    input.split_first().map_or((0, input), |(first, rest)| (*first, rest))
}
