//! [`Transport`]: sends a request to the server and returns its response.

#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod chunks;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "testing", feature = "tower"))]
mod layers;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod network;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod per_runtime;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod pools;
#[cfg_attr(
    not(any(feature = "hyper", feature = "reqwest")),
    allow(dead_code, reason = "nobody watches")
)]
mod reach;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(all(
    any(feature = "hyper", feature = "reqwest"),
    any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring")
))]
mod tls;
#[cfg(all(
    any(feature = "hyper", feature = "reqwest"),
    not(any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring"))
))]
#[path = "transport/no_tls.rs"]
mod tls;
#[cfg(feature = "tower")]
mod tower;

use std::{future::Future, pin::Pin, time::Duration};

use http::{Request, Response};
use tokio::time::Instant;

#[cfg(any(feature = "testing", feature = "tower"))]
pub(crate) use self::layers::Layers;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
pub(crate) use self::network::{Library, Network, Proxy};
pub(crate) use self::reach::Reach;
#[cfg(all(
    any(feature = "hyper", feature = "reqwest"),
    any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring")
))]
pub(crate) use self::tls::Identity;
#[cfg(feature = "tower")]
pub use self::tower::{TowerTransport, TransportService};
#[cfg(any(feature = "hyper", feature = "reqwest"))]
use crate::{client::base_url::BaseUrl, error::Result};
use crate::{endpoint::body::Body, error::TransportError, spec::Spec};

/// A boxed future that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends requests to the server and returns the responses.
///
/// The default transport is built on `reqwest` or `hyper-util`. Set another transport with
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport), for tests or to use your own HTTP library.
///
/// An implementation must send the request once, must not follow redirects, must not change the URI or the headers, and
/// must return the response as soon as its headers have arrived.
///
/// The request contains all credentials: in headers, whose values are marked as sensitive, and with
/// [`Auth::query`](crate::Auth::query) at the end of the URI ([`CallInfo::query_credential_len`]). Log neither these
/// headers nor the end of the URI. The same transport also receives requests to file storage, whose URIs contain
/// signatures, and requests of clients that [`Client::for_host`](crate::Client::for_host) created. The URI of each
/// request contains the server.
///
/// ```
/// use plane_api::{Body, BoxFuture, CallInfo, Client, Transport, TransportError, endpoint, http::{Request, Response}};
///
/// /// Responds to every request with an empty list.
/// struct Empty;
///
/// impl Transport for Empty {
///     fn execute<'a>(
///         &'a self,
///         _: Request<Body>,
///         _: &'a CallInfo,
///     ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
///         Box::pin(async { Ok(Response::new(Body::from("[]"))) })
///     }
/// }
///
/// #[endpoint(GET, "/tasks" -> Vec<u64>)]
/// struct ListTasks {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// let client = Client::builder("https://api.example.com").api_key("my-key").transport(Empty).build()?;
/// assert!(ListTasks::new().send(&client).await?.is_empty());
/// # Ok(())
/// # }
/// ```
///
/// # Stability
///
/// A minor version may change this trait; a patch version does not. [`CallInfo`] may get more fields.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once. The client drops the future if the caller cancels the call or if a time limit is
    /// reached.
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>>;
}

/// Creates the default transport. Settings that cannot work for the server of this base URL are errors.
#[cfg(any(feature = "hyper", feature = "reqwest"))]
pub(crate) fn own(
    base_url: &BaseUrl,
    connect_timeout: Option<Duration>,
    network: Network,
) -> Result<Box<dyn Transport>> {
    Ok(match network.library {
        #[cfg(feature = "hyper")]
        Library::Hyper => Box::new(hyper::HyperTransport::new(base_url, connect_timeout, network)?),
        #[cfg(feature = "reqwest")]
        Library::Reqwest => {
            Box::new(reqwest::ReqwestTransport::new(base_url, connect_timeout, network)?)
        }
    })
}

/// Information about a call, for a [`Transport`] or an [`Interceptor`](crate::Interceptor).
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use std::sync::mpsc::{Sender, channel};
///
/// use plane_api::{CallInfo, Interceptor, endpoint, http::{HeaderMap, StatusCode}};
///
/// #[endpoint(GET, "/tasks/<task>" -> ())]
/// struct GetTask {}
///
/// struct Attempts(Sender<String>);
///
/// impl Interceptor for Attempts {
///     fn response(&self, status: StatusCode, _: &HeaderMap, info: &CallInfo) {
///         let (method, path) = (&info.spec.method, info.spec.path);
///         let _ = self.0.send(format!("attempt {}: {method} {path}, {status}", info.attempt));
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::testing::{Mock, Reply};
/// # let mock = Mock::new();
/// # mock.expect_any::<GetTask>().reply(Reply::new(StatusCode::BAD_GATEWAY)).reply(Reply::new(StatusCode::OK));
/// let (sender, attempts) = channel();
/// # let builder = mock.client_builder();
/// let client = builder.interceptor(Attempts(sender)).build()?;
/// GetTask::new("7").send(&client).await?;
/// assert_eq!(attempts.try_recv().unwrap(), "attempt 1: GET /tasks/{task}, 502 Bad Gateway");
/// assert_eq!(attempts.try_recv().unwrap(), "attempt 2: GET /tasks/{task}, 200 OK");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CallInfo {
    /// The description of the request.
    pub spec: &'static Spec,
    /// The number of the attempt, starting at 1. Before the first attempt, 0.
    pub attempt: u32,
    /// The length of the API root in the URI's path, in bytes. The endpoint's path follows it.
    pub api_root_len: usize,
    /// The length of the credential of [`Auth::query`](crate::Auth::query) at the end of the URI's query, in bytes,
    /// including the `&` before it. A transport or a layer must not log these bytes. The length is 0 for other
    /// credentials, and for interceptors, which receive the URI without the credential.
    pub query_credential_len: usize,
    started: Instant,
    sent: Instant,
}

impl CallInfo {
    /// Describes a call that starts now.
    pub(crate) fn new(spec: &'static Spec, api_root_len: usize) -> Self {
        let now = Instant::now();
        Self { spec, attempt: 0, api_root_len, query_credential_len: 0, started: now, sent: now }
    }

    /// Describes the next attempt, which starts at this time.
    pub(crate) fn begin_attempt(&mut self, sent: Instant) {
        self.attempt += 1;
        self.sent = sent;
    }

    /// The time at which the call began.
    pub(crate) const fn started(&self) -> Instant {
        self.started
    }

    /// Returns the time since the call began, including all attempts and the waits before and between them.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Returns the time since this attempt began.
    #[must_use]
    pub fn attempt_elapsed(&self) -> Duration {
        self.sent.elapsed()
    }
}
