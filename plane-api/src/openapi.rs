//! Generates OpenAPI 3.1 documents, as JSON, from the declarations of endpoints.
//!
//! A declaration contains the method, the path, the parameters, the body, the content type and the documentation, but only
//! the names of types. The document describes `Option`, `Vec`, `Patch`, maps, strings, numbers, ids, files, dates, times
//! and UUIDs. Any other type, such as a struct, becomes a named schema that accepts every value. To describe such a type,
//! replace its schema.
//!
//! ```
//! use plane_api::{Endpoint, Id, Patch, endpoint, openapi::Api};
//!
//! # #[derive(serde::Deserialize)] pub struct Robot { id: Id<Robot> }
//! /// Updates a robot.
//! #[endpoint(PATCH, "/robots/<robot>" -> Robot)]
//! struct UpdateRobot {
//!     robot: Id<Robot>,
//!     /// Name of the robot.
//!     name: Option<String>,
//!     /// Battery, in percent.
//!     battery: Patch<u8>,
//! }
//!
//! let api = Api { title: "Robots", version: "1.0", server: "https://robots.example", ..Api::default() };
//! let mut document = api.document(&[UpdateRobot::SPEC]);
//! let operation = &document["paths"]["/robots/{robot}"]["patch"];
//! assert_eq!(operation["operationId"], "UpdateRobot");
//! let properties = &operation["requestBody"]["content"]["application/json"]["schema"]["properties"];
//! assert_eq!(properties["battery"]["type"], serde_json::json!(["integer", "null"]));
//!
//! let schemas = &mut document["components"]["schemas"];
//! assert!(schemas["Robot"]["properties"].is_null());
//! schemas["Robot"] = serde_json::json!({"type": "object", "properties": {"id": {"type": "string"}}});
//! ```

mod markdown;
mod operation;
mod types;

use serde_json::{Map, Value, json};

pub use self::{markdown::markdown, types::schema_of};
use crate::spec::Spec;

/// The parts of a document that describe the API itself.
///
/// ```
/// use plane_api::{Endpoint, endpoint, openapi::Api};
///
/// #[endpoint(GET, "/robots/<robot>" -> String)]
/// struct GetRobot {}
///
/// let api = Api { title: "Robots", version: "1.0", api_root: "/api/v1", ..Api::default() };
/// let document = api.document(&[GetRobot::SPEC]);
/// assert_eq!(document["info"]["title"], "Robots");
/// assert_eq!(document["paths"]["/api/v1/robots/{robot}"]["get"]["operationId"], "GetRobot");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Api<'a> {
    /// Name of the API.
    pub title: &'a str,
    /// Version of the API, such as `1.0`.
    pub version: &'a str,
    /// URL of the server, without the API root. If this field is empty, the document names no server.
    pub server: &'a str,
    /// API root of the endpoints that do not set the option `root`, such as `/api/v1`; empty by default. Every path in the
    /// document starts with the API root of the endpoint.
    pub api_root: &'a str,
}

impl Api<'_> {
    /// Returns the document that describes these endpoints.
    ///
    /// The `operationId` is the name of an endpoint's struct. A type with no known structure becomes a schema with the name
    /// of the type: `Customer`, and `Page_Customer` for `Page<Customer>`. OpenAPI allows one operation per method and path.
    /// Endpoints with the same method and path are described as one operation, with the parameters and responses of all
    /// of them and the name of the first; `x-also` lists the other names. The document does not describe authentication
    /// and errors, which are not part of a declaration; it only states that an endpoint with `auth = none` requires no
    /// authentication.
    #[must_use]
    pub fn document(&self, endpoints: &[&Spec]) -> Value {
        let mut paths: Map<String, Value> = Map::new();
        for spec in endpoints {
            let root = spec.root.unwrap_or(self.api_root);
            let path = format!("{root}{}", spec.path.replace("..}", "}"));
            let mut operation = operation::describe(spec);
            // For OpenAPI, two templates that differ only in the names of their parameters are the same path.
            let known = paths.keys().find(|known| shape(known) == shape(&path)).cloned();
            if let Some(known) = known.as_ref().filter(|known| **known != path) {
                operation::rename_path_params(&mut operation, &names(&path), &names(known));
            }
            let item = paths.entry(known.unwrap_or(path)).or_insert_with(|| json!({}));
            let method = spec.method.as_str().to_ascii_lowercase();
            match item.get_mut(&method) {
                Some(first) => operation::merge(first, operation),
                None => item[method] = operation,
            }
        }
        let mut document = json!({
            "openapi": "3.1.0",
            "info": {"title": self.title, "version": self.version},
            "paths": paths,
        });
        if !self.server.is_empty() {
            document["servers"] = json!([{"url": self.server}]);
        }
        let mut names = Vec::new();
        types::references(&document, &mut names);
        let schema = |name: String| {
            let schema = types::by_name(&name);
            (name, schema)
        };
        let schemas: Map<String, Value> = names.into_iter().map(schema).collect();
        document["components"] = json!({"schemas": schemas});
        document
    }
}

/// Returns the path with unnamed parameters.
fn shape(path: &str) -> String {
    let mut parts = path.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape += "{}";
        shape += part.split_once('}').map_or("", |(_, rest)| rest);
    }
    shape
}

/// Returns the names of the parameters in a path.
fn names(path: &str) -> Vec<String> {
    let names = path.split('{').skip(1).filter_map(|part| part.split_once('}'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests;
