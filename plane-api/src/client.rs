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
pub(crate) mod headers;
mod idempotency;
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

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use http::{HeaderMap, HeaderValue};

use self::{
    auth::Auth,
    base_url::BaseUrl,
    builder::ClientBuilder,
    call::{Call, ResponseFuture},
    interceptor::Interceptors,
    options::Timeouts,
    rate_limit::{Pace, RateLimit, RateLimitStatus},
    retry::{RetryBudget, RetryPolicy},
    transport::Transport,
};
use crate::{
    endpoint::{Endpoint, writer::RequestWriter},
    error::{Dialect, Result},
    secret::Secret,
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
    api_root: String,
    dialect: &'static Dialect,
    auth: Auth,
    user_agent: HeaderValue,
    default_headers: HeaderMap,
    timeouts: Timeouts,
    retry: RetryPolicy,
    budget: RetryBudget,
    rate_limit: RateLimit,
    pace: Pace,
    max_response_bytes: Option<usize>,
    interceptors: Arc<Interceptors>,
    /// What other hosts are held to as well.
    allow_insecure_http: bool,
    /// What is secret of the way to the proxy.
    proxy_secrets: Vec<Secret>,
    transport: Arc<dyn Transport>,
    /// The client of the storage that files went to last.
    storage: Mutex<Option<Client>>,
}

impl Inner {
    /// What a client of another server is made of: the same, but with other credentials, and with a rate limit and a
    /// retry budget of its own, since these follow what one server answers.
    fn at(&self, base_url: BaseUrl, auth: Auth) -> Result<Self> {
        let shared = self.default_headers.iter().filter(|(_, value)| !value.is_sensitive());
        let default_headers = shared.map(|(name, value)| (name.clone(), value.clone())).collect();
        Ok(Self {
            base_url,
            api_root: self.api_root.clone(),
            dialect: self.dialect,
            auth,
            user_agent: self.user_agent.clone(),
            default_headers,
            timeouts: self.timeouts,
            retry: self.retry.clone(),
            budget: RetryBudget::new(RetryBudget::STANDARD),
            rate_limit: self.rate_limit.clone(),
            pace: Pace::new(self.rate_limit.clone())?,
            max_response_bytes: self.max_response_bytes,
            interceptors: self.interceptors.clone(),
            allow_insecure_http: self.allow_insecure_http,
            proxy_secrets: self.proxy_secrets.clone(),
            transport: self.transport.clone(),
            storage: Mutex::default(),
        })
    }
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

    /// A client of the same API at another host, with other credentials: for APIs that keep files or regions elsewhere,
    /// or that have a host per customer.
    ///
    /// It shares this client's connections, interceptors, default headers (those that are not marked as sensitive),
    /// `User-Agent`, time and size limits, retry policy and API root. It shares no credentials: pass [`Auth::none`] if
    /// there are none. The rate limit is set the same and counted apart, as is the retry budget: both follow what one
    /// server answers. A [`RateLimit::Shared`] limiter and a [`RetryPolicy::budget`], which were shared on purpose, stay
    /// shared.
    ///
    /// ```
    /// use plane_api::{Auth, Client};
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// let api = Client::builder("https://api.github.com").auth(Auth::bearer_token("my-token")).build()?;
    /// let uploads = api.for_host("https://uploads.github.com", Auth::bearer_token("my-token"))?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the credentials cannot be sent or the base URL cannot be used. Plain `http://` off loopback needs
    /// [`ClientBuilder::allow_insecure_http`] on this client.
    pub fn for_host(&self, base_url: impl AsRef<str>, auth: Auth) -> Result<Self> {
        let inner = &*self.0;
        auth.check()?;
        let insecure = inner.allow_insecure_http;
        let base_url = BaseUrl::parse(base_url.as_ref(), &inner.api_root, insecure)?;
        Ok(Self(Arc::new(inner.at(base_url, auth)?)))
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
