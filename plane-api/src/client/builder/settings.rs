//! The settings of any client, and [`ClientBuilder::build`].

use std::sync::{Arc, Mutex};

use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::ClientBuilder;
use crate::{
    client::{
        Client, Inner, Timeouts,
        auth::Auth,
        base_url::BaseUrl,
        headers::{is_credential, is_transport},
        interceptor::{Interceptor, Interceptors},
        rate_limit::{RateLimit, SharedLimiter},
        retry::{RetryBudget, RetryPolicy},
        transport::Transport,
    },
    error::{Dialect, Error, Result},
};

#[cfg(any(feature = "testing", feature = "tower"))]
use crate::client::transport::Layers;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
use crate::client::transport::{Network, own};

const USER_AGENT: &str = concat!("plane-api/", env!("CARGO_PKG_VERSION"));

impl ClientBuilder {
    pub(in crate::client) fn new(base_url: String) -> Self {
        Self {
            auth: None,
            base_url,
            api_root: String::new(),
            dialect: &Dialect::STANDARD,
            allow_insecure_http: false,
            timeouts: Timeouts::default(),
            retry: RetryPolicy::standard(),
            rate_limit: RateLimit::Auto,
            max_response_bytes: None,
            product: None,
            default_headers: HeaderMap::new(),
            bad_header: None,
            interceptors: Interceptors::default(),
            #[cfg(any(feature = "hyper", feature = "reqwest"))]
            network: Network::default(),
            #[cfg(any(feature = "testing", feature = "tower"))]
            layers: Layers::default(),
            transport: None,
            #[cfg(feature = "testing")]
            is_recorded: false,
        }
    }

    /// Sets the meaning of the server's messages.
    #[cfg(feature = "plane")]
    pub(crate) const fn dialect(mut self, dialect: &'static Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// Sends an API key as `X-API-Key`. Replaces other credentials.
    #[must_use]
    pub fn api_key(self, key: impl AsRef<str>) -> Self {
        self.auth(Auth::api_key(key))
    }

    /// Sends an access token as `Authorization: Bearer …`. Replaces other credentials.
    #[must_use]
    pub fn bearer_token(self, token: impl AsRef<str>) -> Self {
        self.auth(Auth::bearer_token(token))
    }

    /// Sets the credentials. Replaces other credentials.
    #[must_use]
    pub fn auth(mut self, auth: Auth) -> Self {
        self.auth = Some(auth);
        self
    }

    /// Sets the URL of the server, instead of the one passed to [`Client::builder`].
    ///
    /// [`build`](Self::build) rejects a URL with user info, a query, a fragment, or characters that are not allowed in
    /// URLs (`{`, quotes, spaces). It also rejects plain `http://`, unless the host is on loopback or
    /// [`allow_insecure_http`](Self::allow_insecure_http) allows it.
    ///
    /// The API root is appended to the path of the URL. If the path already ends in the API root or its beginning
    /// (`/api/v1`, `/api`), only the missing part is appended.
    #[must_use]
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Sets the API root: the path that precedes the path of every request. Default: `/api/v1` for Plane, otherwise
    /// none.
    #[must_use]
    pub fn api_root(mut self, api_root: impl Into<String>) -> Self {
        self.api_root = api_root.into();
        self
    }

    /// Sets whether the URL of the server may begin with `http://`. Default: `false`. Without TLS, anyone on the
    /// network path can read the credentials.
    ///
    /// Plain `http://` to loopback is always allowed.
    #[must_use]
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    /// Sets the time limits. Default: those of [`Timeouts`].
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// Sets when a request is retried. Default: [`RetryPolicy::standard`].
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets how fast the client may send requests. Default: [`RateLimit::Auto`].
    #[must_use]
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = limit;
        self
    }

    /// Sets the maximum size of a response body in bytes, after decompression. Default: 16 MiB for JSON, and 64 MiB for
    /// `-> Bytes` and for [`Download::collect`](crate::Download::collect). A longer body is an error of the kind
    /// [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge). The body of a response that rejects the request is read up
    /// to 64 KiB, regardless of this limit.
    ///
    /// Decoded JSON takes more memory than its bytes: a list of short objects with many optional fields takes up to 80
    /// times as much. For 16 MiB that is at most 1.3 GB, and usually less than 100 MB.
    #[must_use]
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = Some(bytes);
        self
    }

    /// Adds the name of your program, such as `my-product/1.0`, to the `User-Agent`, before the name of this crate.
    #[must_use]
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.product = Some(product.into());
        self
    }

    /// Sends this header with every request, such as the version of the API. It replaces a header with the same name
    /// that the client sets itself, such as `Accept`, and an earlier default header. A header that the endpoint
    /// declares or that [`Call::header`](crate::Call::header) sets takes precedence.
    ///
    /// Default headers are not sent to file storage.
    ///
    /// ```
    /// use plane_api::{Auth, Client};
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// let client = Client::builder("https://api.github.com")
    ///     .auth(Auth::bearer_token("my-token"))
    ///     .default_header("Accept", "application/vnd.github+json")
    ///     .default_header("X-GitHub-Api-Version", "2022-11-28")
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Building the client fails if the name or the value cannot be sent. It also fails for credentials
    /// (`Authorization`, `X-API-Key`, `Cookie`, `Proxy-Authorization`, and the header of [`auth`](Self::auth)), which
    /// belong in [`auth`](Self::auth); for headers of the transport (`Host`, `Content-Length`, `Transfer-Encoding`,
    /// `Connection` and the like); and for `Content-Type`, which the endpoint sets.
    #[must_use]
    pub fn default_header(
        mut self,
        name: impl TryInto<HeaderName>,
        value: impl TryInto<HeaderValue>,
    ) -> Self {
        match default_header(name.try_into().ok(), value.try_into().ok()) {
            Ok((name, value)) => {
                self.default_headers.insert(name, value);
            }
            Err(message) => {
                self.bad_header.get_or_insert_with(|| Error::config(message));
            }
        }
        self
    }

    /// Sends requests through this transport, instead of the default transport (the features `reqwest` and `hyper`).
    #[must_use]
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Adds an interceptor. Interceptors run in the order in which they were added.
    #[must_use]
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.add(interceptor);
        self
    }

    /// Builds the client. Sends nothing.
    ///
    /// # Errors
    ///
    /// Returns an error if no credentials are set (use [`Auth::none`] to send none), if the credentials or a default
    /// header cannot be sent, if the base URL, a certificate or a proxy is invalid, or if TLS cannot be set up.
    pub fn build(self) -> Result<Client> {
        let auth = self.auth.ok_or_else(|| {
            Error::config("the client has no credentials; set `api_key` or `bearer_token`, or `auth(Auth::none())`")
        })?;
        auth.check()?;
        if let Some(error) = self.bad_header {
            return Err(error);
        }
        let is_its_header =
            |name: &&HeaderName| auth.fixed().is_some_and(|credential| credential.is_sent_as(name));
        if let Some(name) = self.default_headers.keys().find(is_its_header) {
            return Err(Error::config(format!(
                "the default header `{name}` is the header of the client's credentials; remove it"
            )));
        }
        let base_url = BaseUrl::parse(&self.base_url, &self.api_root, self.allow_insecure_http)?;
        let user_agent = match self.product.as_deref().map(str::trim) {
            None | Some("") => HeaderValue::from_static(USER_AGENT),
            Some(product) => {
                HeaderValue::try_from(format!("{product} {USER_AGENT}")).map_err(|_| {
                    Error::config("the user agent contains characters that a header cannot contain")
                })?
            }
        };
        #[cfg(any(feature = "hyper", feature = "reqwest"))]
        let (transport, proxy_secrets) = match self.transport {
            Some(_) if self.network != Network::default() => {
                return Err(Error::config(
                    "proxies, certificates, the pool's idle timeout and `hyper` are settings of the default transport; configure the custom transport instead",
                ));
            }
            Some(transport) => (transport, Vec::new()),
            None => {
                let secrets = self.network.secrets();
                (own(&base_url, self.timeouts.connect, self.network)?, secrets)
            }
        };
        #[cfg(not(any(feature = "hyper", feature = "reqwest")))]
        let (transport, proxy_secrets) = match self.transport {
            Some(transport) => (transport, Vec::new()),
            None => {
                return Err(Error::config(
                    "this build has no default transport; enable the feature `reqwest` or `hyper`, or set `transport`",
                ));
            }
        };
        #[cfg(any(feature = "testing", feature = "tower"))]
        let transport = self.layers.around(transport, &base_url);
        Ok(Client(Arc::new(Inner {
            base_url,
            api_root: self.api_root,
            dialect: self.dialect,
            auth,
            user_agent,
            default_headers: self.default_headers,
            timeouts: self.timeouts,
            retry: self.retry,
            budget: RetryBudget::new(RetryBudget::STANDARD),
            limiter: SharedLimiter::new(self.rate_limit.clone())?,
            rate_limit: self.rate_limit,
            max_response_bytes: self.max_response_bytes,
            interceptors: Arc::new(self.interceptors),
            allow_insecure_http: self.allow_insecure_http,
            proxy_secrets,
            transport: transport.into(),
            #[cfg(feature = "testing")]
            is_recorded: self.is_recorded,
            storage: Mutex::default(),
        })))
    }
}

/// Returns the header if it may be sent with every request, or the reason why not.
fn default_header(
    name: Option<HeaderName>,
    value: Option<HeaderValue>,
) -> Result<(HeaderName, HeaderValue), String> {
    let Some(name) = name else {
        return Err(
            "the name of a default header is invalid; use letters, digits and `-`".to_owned()
        );
    };
    let why = if is_credential(&name) {
        "contains credentials; set them with `auth`"
    } else if is_transport(&name) {
        "is set by the transport; remove it"
    } else if name == header::CONTENT_TYPE {
        "is set by the endpoint; change it on the call with `Call::header`"
    } else if let Some(value) = value {
        return Ok((name, value));
    } else {
        "has a value that a header cannot contain; remove line breaks and other control characters"
    };
    Err(format!("the default header `{name}` {why}"))
}
