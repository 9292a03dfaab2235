//! [`Network`]: the settings by which the default transport reaches the server.

use std::{env, time::Duration};

use percent_encoding::percent_decode_str;
use url::Url;

use super::tls::Tls;
use crate::{
    error::{Error, Result},
    redact,
    secret::Secret,
};

/// The settings by which the default transport reaches the server.
#[derive(PartialEq)]
pub(crate) struct Network {
    pub(crate) library: Library,
    pub(crate) proxy: Proxy,
    /// Time for which an unused connection is kept.
    pub(crate) pool_idle_timeout: Option<Duration>,
    pub(crate) tls: Tls,
}

/// Node and uvicorn close idle connections after 5 s. A request on a connection that is just being closed may be lost,
/// and a `POST` is then not retried.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(4);

impl Default for Network {
    fn default() -> Self {
        Self {
            library: Library::default(),
            proxy: Proxy::default(),
            pool_idle_timeout: Some(POOL_IDLE_TIMEOUT),
            tls: Tls::default(),
        }
    }
}

impl Network {
    /// Returns the proxy's credentials, in every form in which the proxy may echo them.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        const VARIABLES: [&str; 6] =
            ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
        match &self.proxy {
            Proxy::None => Vec::new(),
            Proxy::Url(url) => credentials(url),
            Proxy::System => {
                let urls = VARIABLES.iter().filter_map(|name| env::var(name).ok());
                urls.flat_map(|url| credentials(&url)).collect()
            }
        }
    }
}

/// Returns the user name and the password in a URL. Either may be missing, and a URL from an environment variable may
/// have no scheme.
fn credentials(url: &str) -> Vec<Secret> {
    let url =
        if url.contains("://") { Url::parse(url) } else { Url::parse(&format!("http://{url}")) };
    let Ok(url) = url else { return Vec::new() };
    let [user, password] = [url.username(), url.password().unwrap_or_default()]
        .map(|text| percent_decode_str(text).decode_utf8_lossy().into_owned());
    if user.is_empty() && password.is_empty() {
        return Vec::new();
    }
    let basic = redact::to_base64(format!("{user}:{password}").as_bytes());
    [user, password, basic].map(Secret::from).into()
}

/// The library on which the default transport is built.
#[derive(Default, PartialEq)]
pub(crate) enum Library {
    #[cfg(feature = "hyper")]
    #[cfg_attr(not(feature = "reqwest"), default)]
    Hyper,
    #[cfg(feature = "reqwest")]
    #[default]
    Reqwest,
}

/// The proxy between the client and the server.
#[derive(Default, PartialEq)]
pub(crate) enum Proxy {
    /// The system's settings, which loopback is exempt from.
    #[default]
    System,
    None,
    /// May contain a password.
    Url(String),
}

impl Proxy {
    /// Returns `true` if the connection to the proxy uses TLS. The system's proxy is not checked.
    pub(super) fn is_https(&self) -> bool {
        matches!(self, Self::Url(url) if Self::parse(url).is_ok_and(|url| url.scheme() == "https"))
    }

    /// Parses the URL of a proxy into the form that libraries take.
    pub(super) fn parse(url: &str) -> Result<Url> {
        const SCHEMES: [&str; 6] = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"];
        let is_usable = |url: &Url| SCHEMES.contains(&url.scheme()) && url.has_host();
        // Without `//`, a host and port such as `proxy.example:3128` would parse as a scheme.
        let url = Some(url).filter(|url| url.contains("://")).and_then(|url| Url::parse(url).ok());
        url.filter(is_usable).ok_or_else(Self::unusable)
    }

    /// Returns the error for an unusable proxy. It does not show the URL, which may contain a password.
    pub(super) fn unusable() -> Error {
        Error::config(
            "invalid proxy URL; write it like `http://proxy.example:3128` or `socks5h://proxy.example:1080`",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_found_however_they_are_written() {
        let found = |url: &str| {
            let secrets = credentials(url);
            secrets.iter().map(|secret| secret.expose().to_owned()).collect::<Vec<_>>()
        };
        for url in [
            "http://ada:s%2Fme@proxy.example:3128",
            "ada:s%2Fme@proxy.example:3128",
            "socks5h://ada:s%2fme@[::1]",
        ] {
            assert_eq!(found(url), ["ada", "s/me", "YWRhOnMvbWU="], "{url}");
        }
        assert_eq!(found("http://token@proxy.example"), ["token", "", "dG9rZW46"]);
        assert_eq!(found("http://:sesame@proxy.example"), ["", "sesame", "OnNlc2FtZQ=="]);
        for url in [
            "",
            "proxy.example",
            "proxy.example:3128",
            "http://proxy.example",
            "http://",
            "http://@proxy.example",
        ] {
            assert!(found(url).is_empty(), "{url}");
        }
    }
}
