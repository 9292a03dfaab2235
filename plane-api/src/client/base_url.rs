//! [`BaseUrl`]: the URL of the server.

use std::{
    net::{Ipv4Addr, Ipv6Addr},
    sync::Arc,
};

use http::Uri;
use url::Url;

use crate::{
    error::{Error, Result},
    spec::Spec,
};

/// The URL that the path of every request is appended to.
#[derive(Debug, Clone)]
pub(crate) struct BaseUrl {
    /// Scheme, authority and path, including the API root, without a trailing slash.
    pub(crate) prefix: String,
    /// The length of the path in the prefix.
    path_len: usize,
    /// The length of the prefix without the client's API root.
    base_len: usize,
    /// The host, followed by the port if it is not the scheme's default.
    pub(crate) host: Arc<str>,
    /// The host alone: a name, or an address without brackets.
    pub(crate) address: String,
    pub(crate) port: u16,
    pub(crate) is_https: bool,
    pub(crate) is_loopback: bool,
}

impl BaseUrl {
    /// Accepts the root of a host, a sub-path, and a URL that already ends in the API root or its beginning.
    pub(crate) fn parse(base_url: &str, api_root: &str, allow_insecure_http: bool) -> Result<Self> {
        let base_url = base_url.trim();
        let url = Url::parse(base_url).map_err(|error| {
            invalid(&format!("{error}; write a URL like `https://plane.example.com`"))
        })?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(invalid(
                "it contains a user name or password; set credentials with `ClientBuilder::auth`",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(invalid("it has a query or a fragment; pass only scheme, host and path"));
        }
        // `Url` would encode, drop or misread these characters. They are more likely a mistake.
        if let Some(char) = base_url.chars().find(|char| is_misplaced(*char)) {
            return Err(invalid(&format!(
                "it contains {char:?}, which is not allowed in a URL; remove it, or percent-encode it in the path"
            )));
        }
        let Host { address, is_https, is_loopback } =
            Host::of(&url, allow_insecure_http).map_err(|reason| invalid(&reason))?;
        // Otherwise the next part of the URL would become the host. The usual cause is an empty variable.
        let host = base_url.split_once("://").map_or("", |(_, rest)| rest);
        if host.starts_with('/') || host.is_empty() || has_empty_label(&address) {
            return Err(invalid(
                "its host has an empty label; write a URL like `https://plane.example.com`",
            ));
        }
        let authority = url.authority();
        let root = api_root_segments(api_root)?;
        let path = with_root(url.path().trim_end_matches('/'), &root);
        let prefix = format!("{}://{authority}{path}", url.scheme());
        if prefix.parse::<Uri>().is_err() {
            return Err(invalid(
                "its host or path contains a character that cannot be sent; write a URL like `https://plane.example.com`",
            ));
        }
        let path_len = path.len();
        let root_len: usize = root.iter().map(|segment| segment.len() + 1).sum();
        let base_len = prefix.len() - root_len;
        let port = url.port().unwrap_or(if is_https { 443 } else { 80 });
        let host = authority.into();
        Ok(Self { prefix, path_len, base_len, host, address, port, is_https, is_loopback })
    }

    /// Returns the prefix of an endpoint's path in two parts, because the endpoint may have its own API root.
    pub(crate) fn prefix_of(&self, spec: &Spec) -> (&str, &'static str) {
        match spec.root {
            None => (&self.prefix, ""),
            Some(root) => (self.prefix.get(..self.base_len).unwrap_or_default(), root),
        }
    }

    /// Returns the URL of the server, without the client's API root.
    #[cfg(feature = "testing")]
    pub(crate) fn server(&self) -> &str {
        self.prefix.get(..self.base_len).unwrap_or_default()
    }

    /// Returns the length of the URL's path before the endpoint's own path.
    pub(crate) fn path_len_of(&self, spec: &Spec) -> usize {
        let client = self.path_len + self.base_len;
        spec.root
            .map_or(self.path_len, |root| (client + root.len()).saturating_sub(self.prefix.len()))
    }
}

/// The destination of a URL.
pub(crate) struct Host {
    address: String,
    is_https: bool,
    is_loopback: bool,
}

impl Host {
    /// Rejects, with a reason, URLs to which secrets must not be sent.
    pub(crate) fn of(url: &Url, allow_insecure_http: bool) -> Result<Self, String> {
        let is_https = match url.scheme() {
            "https" => true,
            "http" => false,
            scheme => {
                return Err(format!("the scheme `{scheme}` is not supported; write `https://`"));
            }
        };
        let Some(host) = url.host() else {
            return Err("it has no host; write a URL like `https://plane.example.com`".to_owned());
        };
        let is_loopback = is_loopback(&host);
        let address = match host {
            url::Host::Domain(domain) => domain.to_owned(),
            url::Host::Ipv4(ip) => ip.to_string(),
            url::Host::Ipv6(ip) => ip.to_string(),
        };
        if !(is_https || is_loopback || allow_insecure_http) {
            let authority = url.authority();
            return Err(format!(
                "`http://{authority}` is not encrypted; use `https://`, or allow it with `allow_insecure_http(true)`"
            ));
        }
        Ok(Self { address, is_https, is_loopback })
    }
}

/// Returns `true` if the character is white space, a control character, invisible, or typical of placeholders, quotes
/// and Windows paths.
fn is_misplaced(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || "{}<>\"`|\\^".contains(char)
}

/// Returns `true` if a label of the name is empty. A trailing dot is allowed.
fn has_empty_label(host: &str) -> bool {
    host.strip_suffix('.').unwrap_or(host).split('.').any(str::is_empty)
}

/// Returns `true` if a host is this machine.
pub(crate) fn is_loopback<S: AsRef<str>>(host: &url::Host<S>) -> bool {
    match host {
        url::Host::Domain(domain) => {
            let domain = domain.as_ref();
            let domain = domain.strip_suffix('.').unwrap_or(domain);
            domain == "localhost" || domain.ends_with(".localhost")
        }
        url::Host::Ipv4(ip) => ip.is_loopback(),
        url::Host::Ipv6(ip) => {
            ip.is_loopback() || ip.to_ipv4_mapped().is_some_and(|ip| ip.is_loopback())
        }
    }
}

/// Returns `true` if a host is an unspecified address, `0.0.0.0` or `::`, which also reaches this machine.
pub(crate) fn is_unspecified<S>(host: &url::Host<S>) -> bool {
    match host {
        url::Host::Domain(_) => false,
        url::Host::Ipv4(ip) => ip.octets()[0] == 0,
        url::Host::Ipv6(ip) => {
            ip.is_unspecified() || ip.to_ipv4_mapped().is_some_and(|ip| ip.octets()[0] == 0)
        }
    }
}

/// Returns `true` if a host is a link-local address. Clouds serve machine credentials there.
pub(crate) fn is_link_local<S>(host: &url::Host<S>) -> bool {
    match host {
        url::Host::Domain(_) => false,
        url::Host::Ipv4(ip) => ip.is_link_local(),
        url::Host::Ipv6(ip) => {
            ip.is_unicast_link_local()
                || ip.to_ipv4().or_else(|| nat64(ip)).is_some_and(|ip| ip.is_link_local())
        }
    }
}

/// Returns the IPv4 address that is embedded in a NAT64 address (RFC 6052, 2.1).
fn nat64(ip: &Ipv6Addr) -> Option<Ipv4Addr> {
    let [0x64, 0xff9b, 0, 0, 0, 0, high, low] = ip.segments() else { return None };
    Some(((u32::from(high) << 16) | u32::from(low)).into())
}

fn invalid(reason: &str) -> Error {
    Error::config(format!("invalid base URL: {reason}"))
}

/// Returns the base URL without the API root, whether or not it contained it.
#[cfg(feature = "oauth")]
pub(crate) fn without_root(
    base_url: &str,
    api_root: &str,
    allow_insecure_http: bool,
) -> Result<String> {
    let BaseUrl { mut prefix, base_len, .. } =
        BaseUrl::parse(base_url, api_root, allow_insecure_http)?;
    prefix.truncate(base_len);
    Ok(prefix)
}

/// Returns the segments of the API root: none for `""`, two for `/api/v1`.
fn api_root_segments(api_root: &str) -> Result<Vec<&str>> {
    let segments: Vec<_> = api_root.split('/').filter(|segment| !segment.is_empty()).collect();
    let is_plain = |segment: &&str| {
        !matches!(*segment, "." | "..")
            && segment
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte))
    };
    if segments.iter().all(is_plain) {
        Ok(segments)
    } else {
        Err(Error::config(format!(
            "the API root `{api_root}` is not a path; write a path like `/api/v1`"
        )))
    }
}

/// Appends the part of the root that the path does not end in yet.
fn with_root(path: &str, root: &[&str]) -> String {
    let segments: Vec<_> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let have = (0..=root.len())
        .rev()
        .find(|&count| segments.ends_with(&root[..count]))
        .unwrap_or_default();
    segments.iter().chain(&root[have..]).flat_map(|segment| ["/", segment]).collect()
}

#[cfg(test)]
mod tests;
