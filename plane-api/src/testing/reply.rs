//! [`Reply`]: the response of a mock.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
    vec,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    endpoint::body::Body,
    error::{Stage, TransportError},
};

/// The response of a [`Mock`](super::Mock) to a request.
///
/// Any serializable value converts into a reply with status 200 and the value as JSON. The models of this crate cannot be
/// serialized: reply with [`json!`](serde_json::json) instead. [`Reply::not_found`] and the functions below it are Plane's
/// rejections.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{http::StatusCode, testing::Reply};
/// use serde_json::json;
///
/// let created = Reply::new(StatusCode::CREATED).json(json!({"id": "7"})).delay(Duration::from_secs(2));
/// let picture = Reply::new(StatusCode::OK).body("GIF89a").header("content-type", "image/gif");
/// let nothing = Reply::new(StatusCode::NO_CONTENT);
/// let elsewhere = Reply::new(StatusCode::FOUND).header("location", "https://files.test/7");
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Reply {
    delay: Duration,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// The stage at which the connection breaks.
    failure: Option<Stage>,
    /// The reason why the reply cannot be sent. [`Reply::checked`] reports it with the location of the caller.
    invalid: Option<String>,
}

impl Reply {
    /// A response with this status and without a body.
    pub fn new(status: StatusCode) -> Self {
        Self {
            delay: Duration::ZERO,
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            failure: None,
            invalid: None,
        }
    }

    /// One page of a list in Plane's format. `next_cursor` is the cursor of the next page, or `None` on the last page.
    pub fn page<T: Serialize>(
        results: impl IntoIterator<Item = T>,
        next_cursor: Option<&str>,
    ) -> Self {
        let results: Result<Vec<_>, _> = results.into_iter().map(serde_json::to_value).collect();
        match results {
            Ok(results) => Self::from(json!({
                "count": results.len(),
                "next_cursor": next_cursor,
                "next_page_results": next_cursor.is_some(),
                "results": results,
            })),
            Err(error) => Self::new(StatusCode::OK).invalid(error.to_string()),
        }
    }

    /// A failure without a response: the connection breaks at this stage. With [`Stage::Body`], the response begins and
    /// its body breaks off.
    pub fn failure(stage: Stage) -> Self {
        Self { failure: Some(stage), ..Self::new(StatusCode::OK) }
    }

    /// A success response with the content type of JSON and a body that is not valid JSON.
    pub fn invalid_json() -> Self {
        let mut reply = Self::from(Value::Null);
        reply.body = Bytes::from_static(b"{\"id\": ");
        reply
    }

    /// Sets the body to this value as JSON, and the content type to `application/json`.
    pub fn json(self, value: impl Serialize) -> Self {
        match serde_json::to_vec(&value) {
            Ok(body) => self.body(body).header("content-type", "application/json"),
            Err(error) => self.invalid(error.to_string()),
        }
    }

    /// Sets the body to these bytes.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// Sets a header, in place of one with the same name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
                self
            }
            _ => self.invalid(format!("`{name}: {value}` is not a valid header")),
        }
    }

    /// Delays the response by this time, on tokio's clock. If a time limit of the client is shorter, the call times out.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Breaks the connection in the middle of the body.
    pub fn truncated(mut self) -> Self {
        self.failure = Some(Stage::Body);
        self
    }

    fn invalid(mut self, reason: String) -> Self {
        self.invalid.get_or_insert(reason);
        self
    }

    /// The reply to an unexpected request: a status that is not retried and that no predicate matches.
    pub(super) fn unexpected(text: &str) -> Self {
        Self::new(StatusCode::EXPECTATION_FAILED).json(json!({ "detail": text }))
    }

    /// Panics if the reply cannot be sent.
    #[track_caller]
    pub(super) fn checked(self) -> Self {
        if let Some(reason) = self.invalid {
            panic!("the reply cannot be sent: {reason}");
        }
        self
    }

    pub(super) async fn respond(self) -> Result<Response<Body>, TransportError> {
        let broken = |stage| TransportError::new(stage, "the mock broke the connection");
        if !self.delay.is_zero() {
            sleep(self.delay).await;
        }
        let body = match self.failure {
            None => Body::from(self.body),
            Some(Stage::Body) => {
                let half = self.body.slice(..self.body.len() / 2);
                Body::stream(Pieces(vec![Ok(half), Err(broken(Stage::Body))].into_iter()))
            }
            Some(stage) => return Err(broken(stage)),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        Ok(response)
    }
}

/// Creates a reply with status 200 and the value as JSON.
impl<T: Serialize> From<T> for Reply {
    fn from(value: T) -> Self {
        Self::new(StatusCode::OK).json(value)
    }
}

/// A body that arrives piece by piece.
struct Pieces(vec::IntoIter<Result<Bytes, TransportError>>);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next())
    }
}
