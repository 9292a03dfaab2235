//! [`Client`] and everything that sends requests. Nothing here depends on Plane.

pub(crate) mod auth;
pub(crate) mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
pub(crate) mod builder;
pub(crate) mod call;
mod collect;
pub(crate) mod content_coding;
#[cfg(feature = "registry")]
mod dynamic;
mod flow;
pub(crate) mod headers;
mod idempotency;
mod if_blocking;
pub(crate) mod interceptor;
pub(crate) mod options;
// An editor, which sets `cfg(miri)`, would list these methods.
#[cfg(not(miri))]
mod other_methods;
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
    rate_limit::{RateLimit, RateLimitStatus, SharedLimiter},
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
/// A client is cheap to clone, and clones share their connections. Sending a request needs a Tokio runtime with the
/// timer enabled. Several runtimes may use one client, even at the same time: each runtime has its own connections.
///
// `no_run`: reads the environment and needs the network.
/// ```no_run
/// use plane_api::{Client, v1::customers::ListCustomers};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> plane_api::Result<()> {
/// let client = Client::from_env()?;
/// let page = ListCustomers::new("my-workspace").send(&client).await?;
/// # Ok(())
/// # }
/// ```
///
/// A client works with any API whose endpoints are declared with [`#[endpoint]`](macro@crate::endpoint), not only Plane's:
///
/// ```
/// use plane_api::{Auth, Client, endpoint};
///
/// #[endpoint(GET, "/user/starred/<owner>/<repo>" -> ())]
/// struct GetStar {}
///
/// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
/// # struct Server;
/// # impl Transport for Server {
/// #     fn execute<'a>(&'a self, request: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
/// #         assert_eq!(request.uri(), "https://api.github.com/user/starred/rust-lang/rust");
/// #         assert_eq!(request.headers()["authorization"], "Bearer my-token");
/// #         assert!(request.headers()["user-agent"].to_str().unwrap().starts_with("my-product/1.0 "));
/// #         Box::pin(async { Ok(Response::new(Body::empty())) })
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// let client = Client::builder("https://api.github.com")
///     .auth(Auth::bearer_token("my-token"))
///     .user_agent("my-product/1.0")
/// #   .transport(Server)
///     .build()?;
/// GetStar::new("rust-lang", "rust").send(&client).await?;
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
    limiter: SharedLimiter,
    max_response_bytes: Option<usize>,
    interceptors: Arc<Interceptors>,
    /// `true` if plain HTTP is also allowed for other hosts.
    allow_insecure_http: bool,
    /// The secrets of the proxy's URL.
    proxy_secrets: Vec<Secret>,
    transport: Arc<dyn Transport>,
    /// `true` if the transport records or replays, so that it must know the secrets of each request.
    #[cfg(feature = "testing")]
    is_recorded: bool,
    /// The client of the file storage that was used last.
    storage: Mutex<Option<Client>>,
}

impl Inner {
    /// Creates a client of another server from this one, with other credentials. It has its own rate limit and retry
    /// budget, because these depend on the responses of one server.
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
            limiter: SharedLimiter::new(self.rate_limit.clone())?,
            max_response_bytes: self.max_response_bytes,
            interceptors: self.interceptors.clone(),
            allow_insecure_http: self.allow_insecure_http,
            proxy_secrets: self.proxy_secrets.clone(),
            transport: self.transport.clone(),
            #[cfg(feature = "testing")]
            is_recorded: self.is_recorded,
            storage: Mutex::default(),
        })
    }
}

impl Client {
    /// Starts the configuration of a client for any API. `base_url` is the URL of the server, such as
    /// `https://api.github.com`. For Plane, see [`Client::plane`].
    ///
    /// Credentials are required. Everything else has a default. Only the default transport reads environment variables:
    /// those of the system's proxy, see [`ClientBuilder::proxy`].
    #[must_use]
    pub fn builder(base_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(base_url.into())
    }

    /// Creates a client of the same API at another host, with other credentials. Use this method for an API that serves
    /// files from another host, or that has one host per region or customer.
    ///
    /// The new client shares this client's connections, interceptors, default headers (except sensitive ones),
    /// `User-Agent`, time and size limits, retry policy and API root. The new client does not share this client's
    /// credentials: pass [`Auth::none`] if the host needs none. The rate limit and the retry budget have the same
    /// settings but their own counts, because both depend on the responses of one server. A [`RateLimit::Shared`]
    /// limiter and a [`RetryPolicy::budget`] are shared.
    ///
    /// ```
    /// use plane_api::{Auth, Client, endpoint};
    ///
    /// #[endpoint(POST, "/repos/<owner>/<repo>/releases/<release>/assets" -> ())]
    /// struct UploadAsset {}
    ///
    /// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
    /// # struct Server;
    /// # impl Transport for Server {
    /// #     fn execute<'a>(&'a self, request: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
    /// #         assert_eq!(request.uri(), "https://uploads.github.com/repos/ada/loom/releases/7/assets");
    /// #         assert_eq!(request.headers()["authorization"], "Bearer my-token");
    /// #         Box::pin(async { Ok(Response::new(Body::empty())) })
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let auth = Auth::bearer_token("my-token");
    /// let builder = Client::builder("https://api.github.com").auth(auth.clone());
    /// # let builder = builder.transport(Server);
    /// let api = builder.build()?;
    /// let uploads = api.for_host("https://uploads.github.com", auth)?;
    /// UploadAsset::new("ada", "loom", "7").send(&uploads).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the credentials cannot be sent or the base URL is invalid. A plain `http://` URL outside
    /// loopback is invalid unless this client was built with [`ClientBuilder::allow_insecure_http`].
    pub fn for_host(&self, base_url: impl AsRef<str>, auth: Auth) -> Result<Self> {
        let inner = &*self.0;
        auth.check()?;
        let insecure = inner.allow_insecure_http;
        let base_url = BaseUrl::parse(base_url.as_ref(), &inner.api_root, insecure)?;
        Ok(Self(Arc::new(inner.at(base_url, auth)?)))
    }

    /// Returns the current state of the rate limit.
    #[must_use]
    pub fn rate_limit(&self) -> RateLimitStatus {
        self.0.limiter.status()
    }

    /// Returns the prefix of every path.
    #[cfg(feature = "oauth")]
    pub(crate) fn prefix(&self) -> &str {
        &self.0.base_url.prefix
    }

    /// Sends a request. The method `send` of a request calls this method.
    pub fn send<E: Endpoint>(&self, endpoint: &E) -> ResponseFuture<E::Response> {
        self.call(endpoint).send()
    }

    /// Starts a call that can have its own limits, headers and response type, instead of those of the client and the
    /// endpoint.
    pub fn call<E: Endpoint>(&self, endpoint: &E) -> Call<E::Response> {
        let request = RequestWriter::encode(self.0.base_url.prefix_of(endpoint.spec()), endpoint);
        Call::new(self.clone(), request, E::decode)
    }
}

/// Shows the server and the type of the credentials.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url.prefix)
            .field("auth", &self.0.auth)
            .finish_non_exhaustive()
    }
}
