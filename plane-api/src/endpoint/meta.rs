//! [`Meta`]: the metadata of a response.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderName, StatusCode};

use crate::error::request_id;

/// The metadata of a response: everything except the body.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, endpoint, http::StatusCode};
///
/// #[endpoint(GET, "/tasks" -> Vec<u64>)]
/// struct ListTasks {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<ListTasks>().reply(serde_json::json!([7]));
/// # let client = mock.client();
/// let (_, meta) = client.call(&ListTasks::new()).with_meta().await?;
/// assert_eq!((meta.status(), meta.attempts()), (StatusCode::OK, 1));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Meta {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    duration: Duration,
}

/// Shows the names of headers, not their values: a redirect may contain a signature.
impl fmt::Debug for Meta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.keys().map(HeaderName::as_str).collect();
        f.debug_struct("Meta")
            .field("status", &self.status)
            .field("headers", &names)
            .field("attempts", &self.attempts)
            .field("duration", &self.duration)
            .finish()
    }
}

impl Meta {
    pub(crate) const fn new(status: StatusCode, headers: HeaderMap, attempts: u32) -> Self {
        Self { status, headers, attempts, duration: Duration::ZERO }
    }

    pub(crate) const fn set_duration(&mut self, duration: Duration) {
        self.duration = duration;
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the server's id for the request (`X-Request-Id`), for bug reports.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// Returns the number of attempts of the call.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns the duration of the call, including waits, until the response was ready to be decoded.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.duration
    }
}
