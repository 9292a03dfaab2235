//! [`Encoded`]: a request that is ready to be sent.

use http::{HeaderMap, HeaderValue, Request, Uri, header};

use super::RequestWriter;
use crate::{
    endpoint::{Endpoint, body::Body},
    error::Result,
    secret::Secret,
    spec::Spec,
};

/// A request that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) spec: &'static Spec,
    /// Behind the prefix that it was encoded with.
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    /// What the body is, unless the headers say so.
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) body: Option<Body>,
    /// What of all this an error must not show.
    pub(crate) secrets: Vec<Secret>,
}

impl Encoded {
    /// Puts the request's own headers among these, in place of those of the same names.
    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        for name in self.headers.keys() {
            headers.remove(name);
            for value in self.headers.get_all(name) {
                headers.append(name, value.clone());
            }
        }
        if let Some(content_type) = &self.content_type {
            headers.entry(header::CONTENT_TYPE).or_insert_with(|| content_type.clone());
        }
    }

    fn into_request(self) -> Request<Body> {
        let mut headers = HeaderMap::new();
        self.apply(&mut headers);
        let mut request = Request::new(self.body.unwrap_or_default());
        *request.method_mut() = self.spec.method.clone();
        *request.uri_mut() = self.uri;
        *request.headers_mut() = headers;
        request
    }
}

/// Builds the request without a client and without sending it: its path is below the API root, and what the client
/// adds (credentials, `Accept`, `User-Agent`) is not in it.
///
/// It is what the generated `request` method calls.
///
/// # Errors
///
/// When a value cannot be sent: see [`RequestWriter::path`].
pub fn build<E: Endpoint>(endpoint: &E) -> Result<Request<Body>> {
    RequestWriter::encode(("", ""), endpoint).map(Encoded::into_request)
}
