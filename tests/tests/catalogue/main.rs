//! Compares the catalogue with the data: `tests/build.rs` reads the declarations, and `fixtures/` contains the known
//! facts about Plane.
//!
//! It is a separate binary because it names every request and every model.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod by_name;
mod declarations;
mod fixtures;
mod known;
mod models;
mod openapi;
mod registry;
mod responses;
mod sources;
mod v2;

use plane_api::{Body, Spec, http};
use serde_json::Value;

/// Values by their names.
type Map = serde_json::Map<String, Value>;

use self::known::{Given, Known, union, words};

/// Returns `true` if a string or number is a value of an enum; `None` if there is no enum.
type IsKnown = fn(&Value) -> Option<bool>;

/// A declared request.
struct Request {
    /// Its module, below that of the version.
    module: &'static str,
    spec: &'static Spec,
    /// The type of the response, as written.
    answer: &'static str,
    /// For each field, whether a string is a value of its enum.
    words: &'static [(&'static str, IsKnown)],
    /// Creates it with only the required values.
    bare: fn() -> plane_api::Result<http::Request<Body>>,
    /// Creates it with all values.
    full: fn() -> plane_api::Result<http::Request<Body>>,
    /// The values of both by their names, except those that a function serializes.
    values: fn() -> [Map; 2],
    /// Creates it with this body, if its fields can represent the body.
    given: fn(&mut Given) -> Option<plane_api::Result<http::Request<Body>>>,
    /// Decodes its response.
    decode: fn(&str) -> Decoded,
}

/// A declared model.
struct Model {
    name: &'static str,
    /// Names on the wire, and types as written.
    fields: &'static [(&'static str, &'static str)],
    decode: fn(&str) -> Decoded,
}

/// The result of decoding a response.
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
