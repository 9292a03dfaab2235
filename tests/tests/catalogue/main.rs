//! The catalogue against the data: `tests/build.rs` reads the declarations, `fixtures/` holds what is known of Plane.
//!
//! A binary of its own, because it names every request and every model.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod answers;
mod declarations;
mod fixtures;
mod known;
mod models;
mod openapi;
mod sources;
mod v2;

use plane_api::{Body, Spec, http};
use serde_json::Value;

use self::known::{Given, Known, union, words};

/// Whether a word or number is one of an enum's; none if there is no enum.
type IsKnown = fn(&Value) -> Option<bool>;

/// A declared request.
struct Request {
    spec: &'static Spec,
    /// The type of the answer, as it is written.
    answer: &'static str,
    /// For each field, whether a word is one of its enum's.
    words: &'static [(&'static str, IsKnown)],
    /// It with nothing set that need not be.
    bare: fn() -> plane_api::Result<http::Request<Body>>,
    /// It with everything set.
    full: fn() -> plane_api::Result<http::Request<Body>>,
    /// It with this body, unless its fields cannot hold that.
    given: fn(&mut Given) -> Option<plane_api::Result<http::Request<Body>>>,
    /// Decodes an answer to it.
    decode: fn(&str) -> Decoded,
}

/// A declared model.
struct Model {
    name: &'static str,
    /// Names on the wire, and types as they are written.
    fields: &'static [(&'static str, &'static str)],
    decode: fn(&str) -> Decoded,
}

/// What became of an answer.
struct Decoded {
    error: Option<String>,
    /// The keys that no field took.
    lost: Vec<String>,
}

fn decode<T: serde::de::DeserializeOwned>(json: &str) -> Decoded {
    let mut lost = Vec::new();
    let mut json = serde_json::Deserializer::from_str(json);
    let result: Result<T, _> =
        serde_ignored::deserialize(&mut json, |path| lost.push(path.to_string()));
    Decoded { error: result.err().map(|error| error.to_string()), lost }
}

macro_rules! declared {
    ($module:ident, $file:literal) => {
        #[allow(
            dead_code,
            unused_imports,
            unused_mut,
            non_snake_case,
            clippy::field_reassign_with_default,
            clippy::let_and_return,
            clippy::let_unit_value,
            clippy::unit_arg,
            unused_variables,
            reason = "written by `build.rs`, in one shape for all"
        )]
        mod $module {
            use super::*;

            include!(concat!(env!("OUT_DIR"), $file));
        }
    };
}

declared!(declared, "/v1.rs");
declared!(declared_v2, "/v2.rs");

use self::declared::requests;

/// The models of each version.
fn models() -> [Vec<Model>; 2] {
    [declared::models(), declared_v2::models()]
}
