//! [`DynamicRequest`]: a request that is described by a [`Spec`] and built from JSON values.

mod bind;
mod encode;
mod list;
mod types;

use std::fmt;

use http::Request;
use serde_json::{Map, Value};

pub use self::list::DynamicList;
use self::{bind::bind, encode::encode};
use crate::{
    endpoint::{
        Endpoint,
        body::Body,
        raw_response::RawResponse,
        writer::{RequestWriter, build},
    },
    error::Result,
    spec::Spec,
};

/// A request to any endpoint, with the values of its parameters as JSON. Use it if the endpoint or the parameters are
/// only known at run time, for example in a command line, a form or an agent. Otherwise use the typed request, which is
/// the struct that declares the endpoint.
///
/// A `DynamicRequest` is encoded like the typed request: the same checks apply, and the same values give the same
/// bytes. [`DynamicRequest::send`] and all methods of a [`Client`](crate::Client) send it. The response is a
/// [`RawResponse`].
///
/// ```
/// use plane_api::{DynamicRequest, Endpoint, Patch, endpoint};
/// use serde_json::json;
///
/// #[endpoint(PATCH, "/robots/<id>" -> ())]
/// pub struct UpdateRobot {
///     pub id: u64,
///     /// Name of the robot.
///     pub name: Option<String>,
///     pub owner: Patch<String>,
/// }
///
/// let object = |json: serde_json::Value| json.as_object().cloned().unwrap_or_default();
/// let values = object(json!({"id": 7, "name": "R2", "owner": null}));
/// let request = DynamicRequest::new(UpdateRobot::SPEC, values)?.request()?;
/// assert_eq!(request.uri(), "/robots/7");
/// assert_eq!(request.body().as_bytes().unwrap(), r#"{"name":"R2","owner":null}"#);
///
/// let error = DynamicRequest::new(UpdateRobot::SPEC, object(json!({"nmae": "R2"}))).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "PATCH /robots/{id}: `nmae` is not a parameter; did you mean `name` (body, `Option<String>`: Name of the \
///      robot.)?; and `id` is missing (path, `u64`)"
/// );
/// # Ok::<(), plane_api::Error>(())
/// ```
///
/// # Names
///
/// The name of a value is the name of its parameter in the request ([`Param::name`](crate::Param::name)). The name of a
/// flattened value is the name of the field, and the name of a whole body is `body`. Header names are not
/// case-sensitive. If parameters in several locations share a name, write the location before the name: `query.name`,
/// `body.name`. The name of a path parameter that is also sent in the body (`#[path(body)]`) is its name in the path.
///
/// # Values
///
/// Values are JSON as the typed request would serialize them. A value is checked as far as the declaration determines
/// its type: text, integers and their range, numbers, Booleans, ids (types whose name ends in `Id`), UUIDs, times and
/// dates (`Timestamp` and `Date` of `jiff`), lists and maps. For an unknown type, such as an enum, any JSON is accepted
/// and sent, and the server checks it.
///
/// - `null` clears a `Patch`, and is sent for `#[nullable]`. For an `Option`, `null` is an error: omit the value.
/// - Numbers, times, dates and UUIDs are sent in the form in which the typed request sends them, such as a time in UTC.
/// - The value of a flattened field is an object, and may be omitted.
/// - The value of a field with a custom function (`#[serde(with = "…")]`) is the JSON that is sent: the function is not
///   called.
/// - The value of a body of the type `Bytes` or [`Body`] is text.
/// - A [`FilePart`](crate::FilePart) cannot be given as JSON: use the typed request.
///
/// The keys of objects within values are sorted, unless the feature `preserve_order` of `serde_json` is enabled.
///
/// # Lists
///
/// [`DynamicRequest::items`] and [`DynamicRequest::pages`] paginate like the methods `items` and `pages` of the typed
/// request.
#[derive(Clone)]
#[doc(alias = "untyped")]
pub struct DynamicRequest {
    spec: &'static Spec,
    /// The values, in the order of the parameters.
    values: Vec<Option<Value>>,
}

impl DynamicRequest {
    /// Creates a request to the endpoint that `spec` describes, from the values of its parameters.
    ///
    /// # Errors
    ///
    /// Returns an error that lists every unknown name, missing value and invalid value, with the location and the
    /// documentation of the parameter. A value that cannot be sent in its location is invalid.
    pub fn new(spec: &'static Spec, values: Map<String, Value>) -> Result<Self> {
        Ok(Self { spec, values: bind(spec, values)? })
    }

    /// Builds the HTTP request without sending it, like the method `request` of typed requests.
    ///
    /// # Errors
    ///
    /// Returns an error if a value cannot be sent in its location.
    pub fn request(&self) -> Result<Request<Body>> {
        build(self)
    }
}

impl Endpoint for DynamicRequest {
    type Response = RawResponse;

    /// A placeholder: [`Endpoint::spec`] returns the description.
    const SPEC: &'static Spec = &Spec::new("DynamicRequest", http::Method::GET, "/");

    fn spec(&self) -> &'static Spec {
        self.spec
    }

    fn encode(&self, writer: &mut RequestWriter) {
        encode(self.spec, self.values.iter().map(Option::as_ref), writer);
    }

    fn decode(response: RawResponse) -> Result<RawResponse> {
        Ok(response)
    }
}

/// Shows the names of the values that are set, but not the values, which may be secret.
impl fmt::Debug for DynamicRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params = self.spec.params.into_iter().zip(&self.values);
        let set = params.filter(|(_, value)| value.is_some()).map(|(param, _)| param.label());
        f.debug_struct("DynamicRequest")
            .field("endpoint", &self.spec.name)
            .field("values", &set.collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
