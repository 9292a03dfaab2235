//! [`Client`]: how requests are sent. Nothing here knows Plane.

pub(crate) mod auth;
pub(crate) mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
pub(crate) mod builder;
pub(crate) mod call;
mod collect;
mod flow;
mod gzip;
mod if_blocking;
pub(crate) mod interceptor;
pub(crate) mod options;
pub(crate) mod pages;
mod progress;
pub(crate) mod rate_limit;
pub(crate) mod retry;
mod storage;
pub(crate) mod transport;
mod watch;

use std::{fmt, sync::Arc};

use http::HeaderValue;

use self::{
    auth::Auth,
    base_url::BaseUrl,
    builder::ClientBuilder,
    call::{Call, ResponseFuture},
    interceptor::Interceptors,
    options::Timeouts,
    rate_limit::{Pace, RateLimitStatus},
    retry::{RetryBudget, RetryPolicy},
    transport::{Network, Transport},
};
use crate::{
    endpoint::{Endpoint, writer::RequestWriter},
    error::Dialect,
};

/// Sends requests to one server with one set of credentials.
///
/// It is cheap to clone, and its clones share their connections. It needs a Tokio runtime with its timer enabled. More
/// than one may use it, one after the other or at the same time: each has connections of its own.
///
/// ```no_run
/// use plane_api::{Client, v1::customers::ListCustomers};
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
/// let client = Client::builder("https://api.github.com")
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
    dialect: &'static Dialect,
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
    /// Starts to configure a client of any API: its server, such as `https://api.github.com`. For Plane see
    /// [`Client::plane`].
    ///
    /// Credentials have to be set. Everything else has a default; nothing is read from the environment.
    #[must_use]
    pub fn builder(base_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(base_url.into())
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
        let request = RequestWriter::encode(self.0.base_url.prefix_of(E::SPEC), endpoint);
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
