//! Requests: their description, their encoding, and the decoding of their responses. Independent of the client.

pub(crate) mod body;
pub mod checks;
pub(crate) mod coerce;
pub(crate) mod download;
#[cfg(feature = "registry")]
pub(crate) mod dynamic;
#[doc(hidden)]
pub mod generated;
pub(crate) mod id;
pub(crate) mod meta;
pub(crate) mod open_enum;
pub(crate) mod page;
pub(crate) mod patch;
pub(crate) mod raw_response;
pub(crate) mod redirect;
pub(crate) mod values;
pub(crate) mod writer;

use self::{raw_response::RawResponse, writer::RequestWriter};
use crate::{error::Result, spec::Spec};

/// A request of a REST API: its method and path, its parameters and its response.
///
/// [`#[endpoint]`](macro@crate::endpoint) implements this trait. Implement the trait by hand for requests that the
/// attribute cannot declare:
///
/// ```
/// use plane_api::{RawResponse, Endpoint, Method, RequestWriter, Result, Spec};
///
/// struct GetRobots;
///
/// impl Endpoint for GetRobots {
///     type Response = String;
///     const SPEC: &'static Spec = &Spec::new("GetRobots", Method::GET, "/robots.txt");
///
///     fn encode(&self, _: &mut RequestWriter) {}
///
///     fn decode(response: RawResponse) -> Result<String> {
///         Ok(String::from_utf8_lossy(response.body()).into_owned())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request",
    label = "expected a struct declared with `#[endpoint]`"
)]
pub trait Endpoint {
    /// The type into which a successful response is decoded.
    type Response;

    /// The description of the request, which does not depend on the values of its parameters.
    const SPEC: &'static Spec;

    /// Returns the description of this request: by default [`Endpoint::SPEC`]. Only a `DynamicRequest`, whose endpoint
    /// is chosen at run time, returns another description.
    fn spec(&self) -> &'static Spec {
        Self::SPEC
    }

    /// Writes the values of the parameters: first the path parameters in the order of the path, then the others in any
    /// order.
    fn encode(&self, writer: &mut RequestWriter);

    /// Changes the request in a chain of setters. Use this method to set a field from an `Option`, which setters do not
    /// accept.
    ///
    /// ```
    /// use plane_api::{Endpoint, endpoint};
    ///
    /// #[endpoint(POST, "/tasks")]
    /// pub struct CreateTask {
    ///     pub name: String,
    ///     pub owner: Option<String>,
    /// }
    ///
    /// let owner: Option<String> = None;
    /// let task = CreateTask::new("Write").with(|task| task.owner = owner.clone());
    /// assert_eq!(task.request()?.body().as_bytes().unwrap(), r#"{"name":"Write"}"#);
    /// # Ok::<(), plane_api::Error>(())
    /// ```
    #[must_use]
    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self
    where
        Self: Sized,
    {
        change(&mut self);
        self
    }

    /// Decodes the response to an accepted request.
    ///
    /// # Errors
    ///
    /// Returns an error if the body cannot be decoded into [`Endpoint::Response`].
    fn decode(response: RawResponse) -> Result<Self::Response>;
}
