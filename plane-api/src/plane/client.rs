//! Clients for Plane: defaults and environment variables.

use std::ffi::OsString;
#[cfg(feature = "oauth")]
use std::mem;

use super::dialect::PLANE;
#[cfg(feature = "oauth")]
use crate::client::base_url::without_root;
use crate::{
    client::{Client, auth::Auth, builder::ClientBuilder, rate_limit::RateLimit},
    error::{Error, Result},
};

impl Client {
    /// Starts building a client for Plane. The server is Plane Cloud, `https://api.plane.so`, unless
    /// [`ClientBuilder::base_url`] names a self-hosted server.
    ///
    /// The API root is `/api/v1`. A base URL may have a path, and may end in `/api` or `/api/v1`, which changes nothing:
    /// `https://plane.example/api/v1` is equivalent to `https://plane.example`. To read environment variables, use
    /// [`Client::from_env`].
    #[must_use]
    pub fn plane() -> ClientBuilder {
        Self::builder("https://api.plane.so").api_root("/api/v1").dialect(&PLANE)
    }

    /// Creates a client for Plane Cloud, `https://api.plane.so`. For other servers, see [`Client::plane`].
    ///
    /// # Errors
    ///
    /// Returns an error if the API key or token contains invalid characters, or if TLS cannot be set up.
    pub fn new(auth: Auth) -> Result<Self> {
        Self::plane().auth(auth).build()
    }

    /// Creates a client from environment variables.
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `PLANE_API_KEY` | API key; either this variable or `PLANE_ACCESS_TOKEN` must be set |
    /// | `PLANE_ACCESS_TOKEN` | access token of an OAuth app |
    /// | `PLANE_BASE_URL` | URL of the server; `https://api.plane.so` if unset |
    /// | `PLANE_RATE_LIMIT_PER_MINUTE` | maximum number of calls per minute; the server's limit if unset, see [`RateLimit`](crate::RateLimit) |
    /// | `PLANE_ALLOW_INSECURE_HTTP` | `1` allows `http://` servers that are not on loopback |
    ///
    /// An empty variable counts as unset.
    ///
    /// # Errors
    ///
    /// Returns an error if none or both of `PLANE_API_KEY` and `PLANE_ACCESS_TOKEN` are set, or if a value is invalid.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_vars(|name| std::env::var_os(name))?.build()
    }
}

impl ClientBuilder {
    /// Builds a client for paths outside the API root; its paths begin at the parent of the API root.
    #[cfg(feature = "oauth")]
    pub(crate) fn build_beside_api(mut self) -> Result<Client> {
        let root = mem::take(&mut self.api_root);
        self.base_url = without_root(&self.base_url, &root, self.allow_insecure_http)?;
        self.build()
    }

    /// Builds the client from environment variables: see [`Client::from_env`].
    fn from_vars(get: impl Fn(&str) -> Option<OsString>) -> Result<Self> {
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
        let mut builder = Client::plane().auth(auth);
        if let Some(base_url) = var("PLANE_BASE_URL")? {
            builder = builder.base_url(base_url);
        }
        if let Some(limit) = var("PLANE_RATE_LIMIT_PER_MINUTE")? {
            let limit = limit.trim().parse().ok().filter(|limit| *limit > 0);
            builder = builder.rate_limit(RateLimit::PerMinute(limit.ok_or_else(|| {
                Error::config("`PLANE_RATE_LIMIT_PER_MINUTE` must be a number of calls above 0")
            })?));
        }
        match var("PLANE_ALLOW_INSECURE_HTTP")?.as_deref() {
            None | Some("0") => Ok(builder),
            Some("1") => Ok(builder.allow_insecure_http(true)),
            Some(_) => Err(Error::config("`PLANE_ALLOW_INSECURE_HTTP` must be `1` or `0`")),
        }
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
        assert!(client(&vars).unwrap_err().contains("is not encrypted"));
        let with = |value| client(&[vars[0], vars[1], ("PLANE_ALLOW_INSECURE_HTTP", value)]);
        assert!(with("1").is_ok());
        assert!(with("0").unwrap_err().contains("is not encrypted"));
        assert!(with("yes").unwrap_err().contains("must be `1` or `0`"));
    }
}
