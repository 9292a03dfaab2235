//! [`Interceptor`]: who looks on while calls are made.

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

/// Looks on while calls are made, and may add headers: for metrics, audits, the propagation of traces.
///
/// Every method does nothing unless it is implemented. They are called in the course of the call, so they must not
/// block. What the same call is about is in the [`CallInfo`]: which request, which attempt, and since when.
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
/// An interceptor sees none: those of the client, and whatever else is sent under `Authorization`,
/// `Proxy-Authorization`, `Cookie`, `X-API-Key` or with a value that is marked as sensitive, are put into the request
/// behind it, in place of what it has written there itself.
///
/// # Panics
///
/// One that panics in [`Interceptor::request`] fails that call, as if it had returned an error. Elsewhere it is as if it
/// had done nothing. It is asked again the next time.
#[allow(unused_variables, reason = "the names of the arguments are documentation")]
pub trait Interceptor: Send + Sync + 'static {
    /// Sees a request each time before it is sent, within the attempt's span, and may change its headers.
    ///
    /// The headers of the transport stay as they are: a call fails if `Host`, `Content-Length`, `Transfer-Encoding`,
    /// `Connection` or the like is set, changed or removed. The URI is without the credential of
    /// [`Auth::query`](crate::Auth::query).
    ///
    /// # Errors
    ///
    /// An error ends the call; this sending does not take place. It comes out as the source of an error of the kind
    /// [`ErrorKind::Interceptor`], and must not contain credentials.
    fn request(
        &self,
        uri: &Uri,
        headers: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        Ok(())
    }

    /// Sees the head of every answer, as soon as it is there.
    fn response(&self, status: StatusCode, headers: &HeaderMap, info: &CallInfo) {}

    /// Hears that an attempt has failed, and that the request is sent again after this wait. The wait does not include
    /// that for a turn under the rate limit.
    fn retry(&self, error: &Error, wait: Duration, info: &CallInfo) {}

    /// Hears that the call is over: once for every call whose request could be encoded, as soon as the future that
    /// `send` returns has been polled.
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

/// What became of a call.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// It was answered, and the answer was what the endpoint expects.
    Success(StatusCode),
    /// It failed.
    Failure(&'a Error),
    /// Its future was dropped before it was done.
    Cancelled,
}

impl Outcome<'_> {
    /// Whether the call succeeded.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self, Self::Success(_))
    }

    /// The status of the last answer, if there was one.
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

    /// Shows a request that has everything in it, credentials apart.
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
                    return Err(failed("an interceptor refused the request").with_source(source));
                }
                None => return Err(failed("an interceptor panicked")),
            }
            if let Some(name) = changed(&transport, &transport_headers(headers)) {
                return Err(failed(format!(
                    "an interceptor set the header `{name}`, which only the transport can set; remove it"
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
            // It only looks on: what it makes of it changes nothing.
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

/// The headers that are the transport's.
fn transport_headers(headers: &HeaderMap) -> Vec<(HeaderName, HeaderValue)> {
    let headers = headers.iter().filter(|(name, _)| is_transport(name));
    headers.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// The name of a header that is in one list and not in the other.
fn changed<'a>(
    before: &'a [(HeaderName, HeaderValue)],
    after: &'a [(HeaderName, HeaderValue)],
) -> Option<&'a HeaderName> {
    let added = after.iter().find(|header| !before.contains(header));
    let removed = before.iter().find(|header| !after.contains(header));
    added.or(removed).map(|(name, _)| name)
}

/// Takes out what says who the client is.
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
