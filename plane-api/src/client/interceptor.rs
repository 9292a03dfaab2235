//! [`Interceptor`]: observes calls.

use std::{
    borrow::Cow,
    error, fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header::Entry};

use crate::{
    client::{
        headers::{is_credential, is_transport},
        transport::CallInfo,
    },
    error::{Delivery, Error, ErrorKind, Result},
};

/// Observes calls and may add headers. Use it for metrics, audits and trace propagation.
///
/// Every method does nothing by default. The methods run during the call, so they must not block. [`CallInfo`] contains
/// the description of the request, the number of the attempt, and the times since the call and the attempt began.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// use plane_api::{CallInfo, Client, Interceptor, Outcome};
///
/// #[derive(Default)]
/// struct Metrics {
///     calls: AtomicU64,
///     failures: AtomicU64,
///     milliseconds: AtomicU64,
/// }
///
/// impl Interceptor for Metrics {
///     fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {
///         self.calls.fetch_add(1, Ordering::Relaxed);
///         self.failures.fetch_add(u64::from(!outcome.is_success()), Ordering::Relaxed);
///         self.milliseconds.fetch_add(info.elapsed().as_millis() as u64, Ordering::Relaxed);
///     }
/// }
///
/// # fn example() -> plane_api::Result<()> {
/// let metrics = std::sync::Arc::new(Metrics::default());
/// let client = Client::builder("https://api.example.com").api_key("my-key").interceptor(metrics.clone()).build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Credentials
///
/// An interceptor sees no credentials: neither the client's credentials, nor the headers `Authorization`,
/// `Proxy-Authorization`, `Cookie` and `X-API-Key`, nor values that are marked as sensitive. The client adds the
/// credentials to the request after the interceptors have run. They replace values that an interceptor has set.
///
/// # Panics
///
/// A panic in [`Interceptor::request`] makes the call fail, as an error does. Panics in other methods are ignored.
/// Later calls use the interceptor as before.
///
/// # Stability
///
/// Before 1.0, a minor version may change this trait; a patch version does not. New methods will have a default.
#[allow(unused_variables, reason = "the names of the arguments are documentation")]
pub trait Interceptor: Send + Sync + 'static {
    /// Called before each attempt, within the span of the attempt. May change the headers.
    ///
    /// The call fails if a header of the transport (`Host`, `Content-Length`, `Transfer-Encoding`, `Connection` and the
    /// like) is set, changed or removed. The URI does not contain the credential of
    /// [`Auth::query`](crate::Auth::query).
    ///
    /// # Errors
    ///
    /// An error ends the call before this attempt. The call then fails with an error of the kind
    /// [`ErrorKind::Interceptor`], whose source is the error that this method returned. That error must not contain
    /// credentials.
    fn request(
        &self,
        uri: &Uri,
        headers: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        Ok(())
    }

    /// Called when the headers of a response have arrived.
    fn response(&self, status: StatusCode, headers: &HeaderMap, info: &CallInfo) {}

    /// Called when an attempt has failed and the request will be retried after `wait`. Waiting for the rate limit is
    /// not included in `wait`.
    fn retry(&self, error: &Error, wait: Duration, info: &CallInfo) {}

    /// Called once when a call ends. Not called if the request could not be encoded or if the future of the call was
    /// never polled.
    fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {}
}

impl<I: Interceptor + ?Sized> Interceptor for Arc<I> {
    fn request(
        &self,
        uri: &Uri,
        headers: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        (**self).request(uri, headers, info)
    }

    fn response(&self, status: StatusCode, headers: &HeaderMap, info: &CallInfo) {
        (**self).response(status, headers, info);
    }

    fn retry(&self, error: &Error, wait: Duration, info: &CallInfo) {
        (**self).retry(error, wait, info);
    }

    fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {
        (**self).end(outcome, info);
    }
}

/// The outcome of a call.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use std::sync::mpsc::{Sender, channel};
///
/// use plane_api::{CallInfo, Interceptor, Outcome, endpoint};
///
/// #[endpoint(GET, "/tasks/<task>" -> ())]
/// struct GetTask {}
///
/// struct Audit(Sender<String>);
///
/// impl Interceptor for Audit {
///     fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {
///         let result = match outcome {
///             Outcome::Success(status) => status.to_string(),
///             Outcome::Failure(error) => format!("{:?}, {:?}", error.kind(), error.delivery()),
///             Outcome::Cancelled => "cancelled".to_owned(),
///         };
///         let _ = self.0.send(format!("{}: {result}", info.spec.name));
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<GetTask>().reply(Reply::new(StatusCode::OK)).reply(Reply::new(StatusCode::NOT_FOUND));
/// let (sender, audit) = channel();
/// # let builder = mock.client_builder();
/// let client = builder.interceptor(Audit(sender)).build()?;
/// GetTask::new("7").send(&client).await?;
/// GetTask::new("8").send(&client).await.unwrap_err();
/// assert!(audit.try_iter().eq(["GetTask: 200 OK", "GetTask: Status, Rejected"]));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// The server responded with this status, and the response was decoded.
    Success(StatusCode),
    /// The call failed.
    Failure(&'a Error),
    /// The future was dropped before the call ended.
    Cancelled,
}

impl Outcome<'_> {
    /// Returns `true` if the call succeeded.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self, Self::Success(_))
    }

    /// Returns the status of the last response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Success(status) => Some(*status),
            Self::Failure(error) => error.status(),
            Self::Cancelled => None,
        }
    }
}

/// The interceptors of a client, in the order in which they were added.
#[derive(Default)]
pub(crate) struct Interceptors(Vec<Box<dyn Interceptor>>);

impl Interceptors {
    pub(crate) fn add(&mut self, interceptor: impl Interceptor) {
        self.0.push(Box::new(interceptor));
    }

    /// Shows the complete request except its credentials.
    pub(crate) fn request(
        &self,
        uri: &Uri,
        headers: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let secrets = take_secrets(headers);
        let transport = transport_headers(headers);
        for interceptor in &self.0 {
            match unpanicked(|| interceptor.request(uri, headers, info)) {
                Some(Ok(())) => {}
                Some(Err(source)) => {
                    return Err(failed("an interceptor rejected the request").with_source(source));
                }
                None => return Err(failed("an interceptor panicked")),
            }
            if let Some(name) = changed(&transport, &transport_headers(headers)) {
                return Err(failed(format!(
                    "an interceptor changed the header `{name}`, which is set by the transport; leave it unchanged"
                )));
            }
        }
        headers.extend(secrets);
        Ok(())
    }

    pub(crate) fn response(&self, status: StatusCode, headers: &HeaderMap, info: &CallInfo) {
        self.each(|interceptor| interceptor.response(status, headers, info));
    }

    pub(crate) fn retry(&self, error: &Error, wait: Duration, info: &CallInfo) {
        self.each(|interceptor| interceptor.retry(error, wait, info));
    }

    pub(crate) fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {
        self.each(|interceptor| interceptor.end(outcome, info));
    }

    fn each(&self, tell: impl Fn(&dyn Interceptor)) {
        for interceptor in &self.0 {
            // Interceptors only observe here: a panic changes nothing.
            let _ = unpanicked(|| tell(&**interceptor));
        }
    }
}

impl fmt::Debug for Interceptors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Interceptors({})", self.0.len())
    }
}

fn unpanicked<T>(call: impl FnOnce() -> T) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(call));
    if result.is_err() {
        tracing::error!(target: "plane_api", "an interceptor panicked");
    }
    result.ok()
}

fn failed(message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Interceptor, Delivery::NotSent, message)
}

/// Returns the headers that belong to the transport.
fn transport_headers(headers: &HeaderMap) -> Vec<(HeaderName, HeaderValue)> {
    let headers = headers.iter().filter(|(name, _)| is_transport(name));
    headers.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Returns the name of a header that differs between the two lists.
fn changed<'a>(
    before: &'a [(HeaderName, HeaderValue)],
    after: &'a [(HeaderName, HeaderValue)],
) -> Option<&'a HeaderName> {
    let added = after.iter().find(|header| !before.contains(header));
    let removed = before.iter().find(|header| !after.contains(header));
    added.or(removed).map(|(name, _)| name)
}

/// Takes the credentials out of the headers.
fn take_secrets(headers: &mut HeaderMap) -> HeaderMap {
    let names = headers.iter().filter(|(name, value)| is_credential(name) || value.is_sensitive());
    let names: Vec<_> = names.map(|(name, _)| name.clone()).collect();
    let mut secrets = HeaderMap::new();
    for name in names {
        if let Entry::Occupied(entry) = headers.entry(name) {
            let (name, values) = entry.remove_entry_mult();
            for mut value in values {
                value.set_sensitive(true);
                secrets.append(&name, value);
            }
        }
    }
    secrets
}
