//! [`ClientBuilder`]: how a client is configured.

mod network;
#[cfg(feature = "tower")]
mod tower;

use std::{ffi::OsString, fmt, sync::Arc};

use http::HeaderValue;

use super::{Client, Inner, Timeouts};
#[cfg(feature = "oauth")]
use crate::base_url::without_root;
use crate::{
    Auth, Error, Interceptor, RateLimit, Result, RetryBudget, RetryPolicy, Transport,
    base_url::BaseUrl,
    interceptor::Interceptors,
    pace::Pace,
    transport::{Network, ReqwestTransport},
};

#[cfg(feature = "tower")]
use crate::transport::Layers;

const USER_AGENT: &str = concat!("plane-api/", env!("CARGO_PKG_VERSION"));

/// Configures a [`Client`].
pub struct ClientBuilder {
    auth: Option<Auth>,
    base_url: String,
    api_root: String,
    allow_insecure_http: bool,
    timeouts: Timeouts,
    retry: RetryPolicy,
    rate_limit: RateLimit,
    max_response_bytes: usize,
    product: Option<String>,
    interceptors: Interceptors,
    network: Network,
    #[cfg(feature = "tower")]
    layers: Layers,
    transport: Option<Box<dyn Transport>>,
}

impl ClientBuilder {
    pub(super) fn new() -> Self {
        Self {
            auth: None,
            base_url: "https://api.plane.so".to_owned(),
            api_root: "/api/v1".to_owned(),
            allow_insecure_http: false,
            timeouts: Timeouts::default(),
            retry: RetryPolicy::standard(),
            rate_limit: RateLimit::Auto,
            max_response_bytes: 64 << 20,
            product: None,
            interceptors: Interceptors::default(),
            network: Network::default(),
            #[cfg(feature = "tower")]
            layers: Layers::default(),
            transport: None,
        }
    }

    /// Sends Plane's API key as `X-API-Key`. It replaces any other credentials.
    #[must_use]
    pub fn api_key(self, key: impl AsRef<str>) -> Self {
        self.auth(Auth::api_key(key))
    }

    /// Sends an access token as `Authorization: Bearer …`. It replaces any other credentials.
    #[must_use]
    pub fn bearer_token(self, token: impl AsRef<str>) -> Self {
        self.auth(Auth::bearer_token(token))
    }

    /// Sets the credentials.
    #[must_use]
    pub fn auth(mut self, auth: Auth) -> Self {
        self.auth = Some(auth);
        self
    }

    /// Sets the server: `https://api.plane.so` unless set.
    ///
    /// A host root, a sub-path, or what already ends in the API root or its beginning (`/api`, `/api/v1`): all mean
    /// the same.
    #[must_use]
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Sets the path that every request's path is put behind: `/api/v1` unless set, `""` for none.
    #[must_use]
    pub fn api_root(mut self, api_root: impl Into<String>) -> Self {
        self.api_root = api_root.into();
        self
    }

    /// Allows a server whose URL begins with `http://`, though everybody on the way can read the credentials then.
    ///
    /// A server on loopback is always allowed.
    #[must_use]
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    /// Sets the time limits.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// Sets when a request is sent again: [`RetryPolicy::standard`] unless set.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets how fast the client may send: [`RateLimit::Auto`] unless set.
    #[must_use]
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = limit;
        self
    }

    /// Sets how large an answer may be, decompressed: 64 MiB unless set.
    #[must_use]
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Names the program in the `User-Agent`, before the name of this crate: `my-product/1.0`.
    #[must_use]
    pub fn user_agent(mut self, product: impl Into<String>) -> Self {
        self.product = Some(product.into());
        self
    }

    /// Sends requests through another transport than the client's own.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Adds somebody who looks on while calls are made, behind those that were added before.
    #[must_use]
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.add(interceptor);
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// When no credentials are set ([`Auth::none`] says that there are none), when they cannot be sent, when the base
    /// URL cannot be used, when a certificate or proxy cannot be used, or when TLS cannot be set up.
    pub fn build(self) -> Result<Client> {
        let auth = self.auth.ok_or_else(|| {
            Error::config("the client has no credentials; set `api_key` or `bearer_token`, or `auth(Auth::none())`")
        })?;
        auth.check()?;
        let base_url = BaseUrl::parse(&self.base_url, &self.api_root, self.allow_insecure_http)?;
        let user_agent = match self.product.as_deref().map(str::trim) {
            None | Some("") => HeaderValue::from_static(USER_AGENT),
            Some(product) => {
                HeaderValue::try_from(format!("{product} {USER_AGENT}")).map_err(|_| {
                    Error::config("the user agent holds characters that a header cannot carry")
                })?
            }
        };
        let (transport, network): (Box<dyn Transport>, _) = match self.transport {
            Some(_) if self.network != Network::default() => {
                return Err(Error::config(
                    "proxies and certificates are settings of the client's own transport, and it has another",
                ));
            }
            Some(transport) => (transport, None),
            None => {
                let (https, loopback) = (base_url.is_https, base_url.is_loopback);
                let connect = self.timeouts.connect;
                let transport = ReqwestTransport::new(https, loopback, connect, &self.network)?;
                (Box::new(transport), Some(self.network))
            }
        };
        #[cfg(feature = "tower")]
        let transport = self.layers.around(transport);
        Ok(Client(Arc::new(Inner {
            base_url,
            auth,
            user_agent,
            timeouts: self.timeouts,
            retry: self.retry,
            budget: RetryBudget::new(RetryBudget::STANDARD),
            pace: Pace::new(self.rate_limit)?,
            max_response_bytes: self.max_response_bytes,
            interceptors: self.interceptors,
            allow_insecure_http: self.allow_insecure_http,
            network,
            transport: transport.into(),
        })))
    }

    /// Builds a client of what stands beside the API: its paths begin where the API root does.
    #[cfg(feature = "oauth")]
    pub(crate) fn build_beside_api(mut self) -> Result<Client> {
        let root = std::mem::take(&mut self.api_root);
        self.base_url = without_root(&self.base_url, &root, self.allow_insecure_http)?;
        self.build()
    }

    #[cfg(feature = "oauth")]
    pub(crate) const fn allows_insecure_http(&self) -> bool {
        self.allow_insecure_http
    }

    /// Reads the environment: see [`Client::from_env`].
    pub(super) fn from_vars(get: impl Fn(&str) -> Option<OsString>) -> Result<Self> {
        let var = |name: &str| match get(name).filter(|value| !value.is_empty()) {
            None => Ok(None),
            Some(value) => value
                .into_string()
                .map(Some)
                .map_err(|_| Error::config(format!("`{name}` is not valid UTF-8"))),
        };
        let auth = match (var("PLANE_API_KEY")?, var("PLANE_ACCESS_TOKEN")?) {
            (Some(key), None) => Auth::api_key(key),
            (None, Some(token)) => Auth::bearer_token(token),
            (None, None) => {
                return Err(Error::config(
                    "no credentials; set `PLANE_API_KEY` (or `PLANE_ACCESS_TOKEN`)",
                ));
            }
            (Some(_), Some(_)) => {
                return Err(Error::config(
                    "both `PLANE_API_KEY` and `PLANE_ACCESS_TOKEN` are set; unset one of them",
                ));
            }
        };
        let mut builder = Self::new().auth(auth);
        if let Some(base_url) = var("PLANE_BASE_URL")? {
            builder = builder.base_url(base_url);
        }
        if let Some(limit) = var("PLANE_RATE_LIMIT_PER_MINUTE")? {
            let limit = limit.trim().parse().ok().filter(|limit| *limit > 0);
            builder = builder.rate_limit(RateLimit::PerMinute(limit.ok_or_else(|| {
                Error::config("`PLANE_RATE_LIMIT_PER_MINUTE` is not a number of calls above 0")
            })?));
        }
        match var("PLANE_ALLOW_INSECURE_HTTP")?.as_deref() {
            None | Some("0") => Ok(builder),
            Some("1") => Ok(builder.allow_insecure_http(true)),
            Some(_) => Err(Error::config("`PLANE_ALLOW_INSECURE_HTTP` is neither `1` nor `0`")),
        }
    }
}

/// Shows what is set, the credentials only by kind.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("auth", &self.auth)
            .field("timeouts", &self.timeouts)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(vars: &[(&str, &str)]) -> Result<String, String> {
        let get = |name: &str| {
            vars.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
        };
        let client = ClientBuilder::from_vars(get).and_then(ClientBuilder::build);
        client.map(|client| format!("{client:?}")).map_err(|error| error.to_string())
    }

    #[test]
    fn one_of_two_credentials_is_needed() {
        let key = client(&[
            ("PLANE_API_KEY", "sesame"),
            ("PLANE_ACCESS_TOKEN", ""),
            ("PLANE_BASE_URL", ""),
        ])
        .unwrap();
        assert!(key.contains("https://api.plane.so/api/v1") && key.contains("x-api-key"), "{key}");
        let token = client(&[("PLANE_ACCESS_TOKEN", "sesame")]).unwrap();
        assert!(token.contains("authorization") && !token.contains("sesame"), "{token}");
        assert!(client(&[]).unwrap_err().contains("set `PLANE_API_KEY`"));
        assert!(
            client(&[("PLANE_API_KEY", "a"), ("PLANE_ACCESS_TOKEN", "b")])
                .unwrap_err()
                .contains("unset one")
        );
        assert!(client(&[("PLANE_API_KEY", "a\n")]).unwrap_err().contains("trim it"));
    }

    #[test]
    fn a_rate_limit_is_a_number() {
        let with =
            |limit| client(&[("PLANE_API_KEY", "a"), ("PLANE_RATE_LIMIT_PER_MINUTE", limit)]);
        assert!(with("60").is_ok() && with("").is_ok());
        for limit in ["0", "-1", "many", "1.5"] {
            assert!(with(limit).unwrap_err().contains("a number of calls above 0"), "{limit}");
        }
    }

    #[test]
    fn plain_http_is_allowed_by_a_variable() {
        let vars = [("PLANE_API_KEY", "a"), ("PLANE_BASE_URL", "http://plane.example")];
        assert!(client(&vars).unwrap_err().contains("unencrypted"));
        let with = |value| client(&[vars[0], vars[1], ("PLANE_ALLOW_INSECURE_HTTP", value)]);
        assert!(with("1").is_ok());
        assert!(with("0").unwrap_err().contains("unencrypted"));
        assert!(with("yes").unwrap_err().contains("neither `1` nor `0`"));
    }
}
