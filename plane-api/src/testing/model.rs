//! [`model`]: creates a model from JSON.

use std::any::type_name;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

use crate::{
    endpoint::{raw_response::RawResponse, values::FromResponse},
    error::CallSite,
    redact::Redaction,
    spec::Spec,
};

/// Creates a model from JSON, in the same way as the client decodes a response. Use this function to test code that takes
/// models: a test cannot write a model as a struct literal, because models are `#[non_exhaustive]`.
///
/// ```
/// use plane_api::{testing::model, v1::customers::Customer};
/// use serde_json::json;
///
/// let customer: Customer = model(json!({
///     "id": "7",
///     "created_at": "2024-01-01T00:00:00Z",
///     "name": "Acme",
/// }));
/// assert_eq!(customer.name.as_deref(), Some("Acme"));
/// ```
///
/// # Panics
///
/// Panics if the JSON cannot be decoded into the model. The message contains the path of the invalid value.
#[must_use]
#[track_caller]
pub fn model<T: FromResponse>(json: Value) -> T {
    static SPEC: Spec = Spec::new("model", Method::GET, "/");
    let text = json.to_string();
    let site = CallSite::of(&SPEC);
    let (headers, body) = (HeaderMap::new(), Bytes::from(text.clone()));
    let response = RawResponse::new(StatusCode::OK, headers, body, site, Redaction::default());
    let error = match response.json::<T>() {
        Ok(model) => return model,
        Err(error) => error,
    };
    let why = serde_json::from_str::<T>(&text).err().map(|error| error.to_string());
    panic!(
        "cannot decode the JSON into `{}` at `{}`: {}",
        type_name::<T>(),
        error.json_path().unwrap_or("."),
        why.unwrap_or_default()
    );
}
