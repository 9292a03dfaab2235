//! [`Client`]: what requests are sent through.

mod builder;
mod call;
mod collect;
mod flow;
mod gzip;
mod storage;
mod stream;
mod watch;

use std::{fmt, sync::Arc};

use http::HeaderValue;

pub use self::{
    builder::ClientBuilder,
    call::{Call, ResponseFuture},
};
pub(crate) use self::{
    flow::{body_failure, too_large},
    stream::Gauge,
    watch::Watch,
};
use crate::{
    Auth, Endpoint, RateLimitStatus, RequestWriter, Result, RetryBudget, RetryPolicy, Transport,
    base_url::BaseUrl, interceptor::Interceptors, pace::Pace, transport::Network,
};

/// Sends requests to one server with one set of credentials.
///
/// It is cheap to clone, and its clones share their connections. It needs a Tokio runtime with its timer enabled. More
/// than one may use it, one after the other or at the same time: each has connections of its own.
///
/// ```no_run
/// use plane_api::{Client, customers::ListCustomers};
///
/// # async fn example() -> plane_api::Result<()> {
/// let client = Client::from_env()?;
/// let page = ListCustomers::new("my-workspace").send(&client).await?;
/// # Ok(())
/// # }
/// ```
///
/// Any API whose endpoints are declared with [`#[endpoint]`](macro@crate::endpoint) will do, not only Plane's:
///
/// ```
/// use plane_api::{Auth, Client};
///
/// # fn example() -> plane_api::Result<()> {
/// let client = Client::builder()
///     .base_url("https://api.github.com")
///     .api_root("")
///     .auth(Auth::bearer_token("my-token"))
///     .user_agent("my-product/1.0")
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Inner>);

pub(crate) struct Inner {
    base_url: BaseUrl,
    auth: Auth,
    user_agent: HeaderValue,
    timeouts: Timeouts,
    retry: RetryPolicy,
    budget: RetryBudget,
    pace: Pace,
    max_response_bytes: usize,
    interceptors: Interceptors,
    /// What the storage of files is held to, and reached by, as well.
    allow_insecure_http: bool,
    /// How the client's own transport was made; none if it has another.
    network: Option<Network>,
    transport: Arc<dyn Transport>,
}

impl Client {
    /// A client of Plane's cloud, `https://api.plane.so`. For another server see [`Client::builder`].
    ///
    /// # Errors
    ///
    /// When the key or token cannot be sent, or TLS cannot be set up.
    pub fn new(auth: Auth) -> Result<Self> {
        Self::builder().auth(auth).build()
    }

    /// A client as the environment describes it.
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `PLANE_API_KEY` | API key; this or `PLANE_ACCESS_TOKEN` must be set |
    /// | `PLANE_ACCESS_TOKEN` | access token of an OAuth app |
    /// | `PLANE_BASE_URL` | the server; `https://api.plane.so` if unset |
    /// | `PLANE_RATE_LIMIT_PER_MINUTE` | calls a minute; as the server says if unset, see [`RateLimit`](crate::RateLimit) |
    /// | `PLANE_ALLOW_INSECURE_HTTP` | `1` allows a server that is neither `https://` nor on loopback |
    ///
    /// A variable that is empty counts as unset.
    ///
    /// # Errors
    ///
    /// When neither or both credentials are set, or a variable's value cannot be used.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_vars(|name| std::env::var_os(name))?.build()
    }

    /// Starts to configure a client.
    #[must_use]
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// What is known of the rate limit at this moment.
    #[must_use]
    pub fn rate_limit(&self) -> RateLimitStatus {
        self.0.pace.status()
    }

    /// Where every path is put behind.
    #[cfg(feature = "oauth")]
    pub(crate) fn prefix(&self) -> &str {
        &self.0.base_url.prefix
    }

    /// Sends a request. It is what the `send` method of a request calls.
    pub fn send<E: Endpoint>(&self, endpoint: &E) -> ResponseFuture<E::Response> {
        self.call(endpoint).send()
    }

    /// Starts a call whose limits or headers differ from the client's, or whose answer is wanted in another form.
    pub fn call<E: Endpoint>(&self, endpoint: &E) -> Call<E::Response> {
        let request = RequestWriter::encode(&self.0.base_url.prefix, endpoint);
        Call::new(self.clone(), request, E::decode)
    }
}

/// Shows the server and the kind of credentials.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url.prefix)
            .field("auth", &self.0.auth)
            .finish_non_exhaustive()
    }
}

/// How long to wait for what. `None` means without limit.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{Client, Timeouts};
///
/// let builder = Client::builder().timeouts(Timeouts { call: Some(Duration::from_secs(10)), ..Timeouts::default() });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Until the connection is made, TLS included: 5 s. The client's own transport honours it.
    pub connect: Option<std::time::Duration>,
    /// Between one piece of a body and the next: 30 s. In an answer, or in a streamed request that the server takes.
    pub idle: Option<std::time::Duration>,
    /// How many bytes a second of a streamed body must come, or be taken, on average over 30 s: 1024.
    pub min_rate: Option<u32>,
    /// For one sending of a request, to the last byte of the answer: 60 s. The time in which a body is streamed does not
    /// count.
    pub attempt: Option<std::time::Duration>,
    /// For a whole call, whatever happens within, once the rate limit lets it begin: 120 s. The same holds for streamed
    /// bodies.
    pub call: Option<std::time::Duration>,
    /// Until the rate limit lets a call begin: without limit.
    pub slot: Option<std::time::Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        let seconds = |seconds| Some(std::time::Duration::from_secs(seconds));
        Self {
            connect: seconds(5),
            idle: seconds(30),
            min_rate: Some(1024),
            attempt: seconds(60),
            call: seconds(120),
            slot: None,
        }
    }
}
