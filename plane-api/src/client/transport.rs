//! [`Transport`]: what carries a request to the server and its answer back.

#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod chunks;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
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

#[cfg(any(feature = "hyper", feature = "reqwest"))]
pub(crate) use self::network::{Library, Network, Proxy};
pub(crate) use self::reach::Reach;
#[cfg(all(
    any(feature = "hyper", feature = "reqwest"),
    any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring")
))]
pub(crate) use self::tls::Identity;
#[cfg(feature = "tower")]
pub(crate) use self::tower::Layers;
#[cfg(feature = "tower")]
pub use self::tower::{TowerTransport, TransportService};
#[cfg(any(feature = "hyper", feature = "reqwest"))]
use crate::{client::base_url::BaseUrl, error::Result};
use crate::{endpoint::body::Body, error::TransportError, spec::Spec};

/// A boxed future that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What carries a request to the server and its answer back.
///
/// The client's own is built on a well-known HTTP library. Bring another with
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport): for tests, or for a library of one's own.
///
/// An implementation sends the request once, follows no redirects, keeps the URI and the headers as they are, and
/// hands the answer out as soon as its headers are there.
///
/// The request holds all credentials: in its headers, whose values are marked as sensitive, and with
/// [`Auth::query`](crate::Auth::query) at the end of its URI ([`CallInfo::query_credential_len`]). Log neither. The same
/// transport gets the requests for the storage of files, whose URIs are signed, and those of
/// [`Client::for_host`](crate::Client::for_host): the URI says which server is meant.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request once. The future is dropped when the caller loses interest or a time limit is reached.
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>>;
}

/// The client's own transport, which finds out here whether the server of this base URL can be reached with these settings.
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

/// What a [`Transport`] or an [`Interceptor`](crate::Interceptor) may want to know beside the request.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CallInfo {
    /// The request's description.
    pub spec: &'static Spec,
    /// Which sending of the request this is, from 1; 0 before the first.
    pub attempt: u32,
    /// How many bytes of the URI's path are the API root's: the request's own path follows.
    pub api_root_len: usize,
    /// How many bytes at the end of the URI's query are the credential of [`Auth::query`](crate::Auth::query), the `&`
    /// before it included. A transport or a layer must not log these. 0 for other credentials, and for interceptors,
    /// which get the URI without it.
    pub query_credential_len: usize,
    started: Instant,
    sent: Instant,
}

impl CallInfo {
    /// A call that begins now.
    pub(crate) fn new(spec: &'static Spec, api_root_len: usize) -> Self {
        let now = Instant::now();
        Self { spec, attempt: 0, api_root_len, query_credential_len: 0, started: now, sent: now }
    }

    /// Counts an attempt that begins now.
    pub(crate) fn begin_attempt(&mut self) {
        self.attempt += 1;
        self.sent = Instant::now();
    }

    /// How long ago the call began: all attempts, and the waits before and between them.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// How long ago this attempt began.
    #[must_use]
    pub fn attempt_elapsed(&self) -> Duration {
        self.sent.elapsed()
    }
}
