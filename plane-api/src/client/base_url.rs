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
        // Usually a variable is empty, and the next part of the URL would become the host.
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
mod tests {
    use super::*;

    fn prefix(base_url: &str) -> String {
        BaseUrl::parse(base_url, "/api/v1", false).unwrap().prefix
    }

    #[test]
    fn a_root_a_sub_path_and_the_api_root_mean_the_same() {
        for base_url in ["", "/", "/api", "/api/", "/api/v1", "/api/v1/"] {
            assert_eq!(
                prefix(&format!("https://plane.example{base_url}")),
                "https://plane.example/api/v1"
            );
            assert_eq!(
                prefix(&format!("https://host.example/plane{base_url}")),
                "https://host.example/plane/api/v1"
            );
        }
        assert_eq!(prefix(" https://PLANE.example:8443 "), "https://plane.example:8443/api/v1");
        assert_eq!(prefix("http://localhost:80/api"), "http://localhost/api/v1");
    }

    #[test]
    fn host_and_port_are_told_apart() {
        let parts = |base_url| {
            let url = BaseUrl::parse(base_url, "", true).unwrap();
            (url.host.to_string(), url.address, url.port)
        };
        let expected =
            |host: &str, address: &str, port| (host.to_owned(), address.to_owned(), port);
        assert_eq!(parts("https://a.example"), expected("a.example", "a.example", 443));
        assert_eq!(parts("http://a.example:80"), expected("a.example", "a.example", 80));
        assert_eq!(parts("http://[::1]:8000/x"), expected("[::1]:8000", "::1", 8000));
        assert_eq!(parts("http://127.0.0.1:8000"), expected("127.0.0.1:8000", "127.0.0.1", 8000));
    }

    #[test]
    fn other_apis_have_other_roots() {
        let prefix = |base_url, root| BaseUrl::parse(base_url, root, false).unwrap().prefix;
        assert_eq!(prefix("https://api.example", ""), "https://api.example");
        assert_eq!(prefix("https://api.example/", "/"), "https://api.example");
        assert_eq!(prefix("https://ghe.example/api", "api/v3/"), "https://ghe.example/api/v3");
        for root in ["/a b", "/a?b", "/../a", "/a#", "/a%2Fb"] {
            let error = BaseUrl::parse("https://api.example", root, false).unwrap_err();
            assert!(error.to_string().contains("write a path like `/api/v1`"), "{error}");
        }
    }

    #[test]
    fn an_endpoint_may_have_a_root_of_its_own() {
        let spec = Spec::new("Get", http::Method::GET, "/x");
        let rooted = Spec::new("Get", http::Method::GET, "/x").root("/api/v2");
        let url = |base_url: &str, root: &str, spec: &Spec| {
            let url = BaseUrl::parse(base_url, root, false).unwrap();
            let (base, root) = url.prefix_of(spec);
            let all = format!("{base}{root}");
            let path = Url::parse(&format!("{all}/x")).unwrap().path().to_owned();
            assert_eq!(path.get(url.path_len_of(spec)..), Some("/x"), "{all}");
            all
        };
        for base_url in ["/plane", "/plane/", "/plane/api", "/plane/api/v1"] {
            let base_url = format!("https://h.example{base_url}");
            assert_eq!(url(&base_url, "/api/v1", &spec), "https://h.example/plane/api/v1");
            assert_eq!(url(&base_url, "/api/v1", &rooted), "https://h.example/plane/api/v2");
        }
        assert_eq!(url("https://h.example", "/api/v1", &rooted), "https://h.example/api/v2");
        assert_eq!(url("https://h.example/sub", "", &rooted), "https://h.example/sub/api/v2");
        let none = Spec::new("Get", http::Method::GET, "/x").root("");
        assert_eq!(url("https://h.example/api", "/api/v1", &none), "https://h.example");
    }

    #[test]
    fn plain_http_needs_loopback_or_permission() {
        for base_url in
            ["http://localhost", "http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:1"]
        {
            assert!(BaseUrl::parse(base_url, "", false).unwrap().is_loopback);
        }
        for base_url in ["http://plane.example", "http://128.0.0.1", "http://localhost.example"] {
            let error = BaseUrl::parse(base_url, "", false).unwrap_err().to_string();
            assert!(error.contains("allow_insecure_http(true)"), "{error}");
            assert!(!BaseUrl::parse(base_url, "", true).unwrap().is_https);
        }
    }

    #[test]
    fn every_base_url_that_is_accepted_can_be_requested() {
        for host in
            ["plane.example", "bücher.example", "[::1]", "a_b.example", "xn--bcher-kva.example"]
        {
            for path in ["", "/a%20b", "/ü", "/a'b", "/~a;b=c,d"] {
                let prefix = prefix(&format!("https://{host}{path}"));
                prefix.parse::<Uri>().unwrap();
            }
        }
        // Every host is either rejected here or accepted by `Uri`.
        for byte in 0..=0x7f_u8 {
            let base_url = format!("https://a{}b.example/", char::from(byte));
            if let Ok(url) = BaseUrl::parse(&base_url, "", false) {
                url.prefix.parse::<Uri>().unwrap();
            }
        }
    }

    #[test]
    fn hosts_of_this_machine_and_of_the_link_are_known() {
        let host = |host: &str| url::Host::parse(host).unwrap();
        for name in [
            "localhost",
            "a.localhost",
            "localhost.",
            "127.0.0.1",
            "2130706433",
            "0x7f.1",
            "[::1]",
            "[::ffff:127.1.2.3]",
        ] {
            assert!(is_loopback(&host(name)), "{name}");
        }
        for name in ["localhost.example", "128.0.0.1", "0.0.0.0", "[::]", "[fe80::1]"] {
            assert!(!is_loopback(&host(name)), "{name}");
        }
        for name in ["0.0.0.0", "0", "[::]", "[::ffff:0.0.0.0]"] {
            assert!(is_unspecified(&host(name)), "{name}");
        }
        for name in [
            "169.254.169.254",
            "2852039166",
            "[fe80::1]",
            "[febf::1]",
            "[::ffff:169.254.0.1]",
            "[::169.254.0.1]",
            "[64:ff9b::a9fe:a9fe]",
        ] {
            assert!(is_link_local(&host(name)), "{name}");
        }
        for name in ["169.255.0.1", "[fec0::1]", "[::ffff:169.255.0.1]", "plane.example", "[::1]"] {
            assert!(!is_link_local(&host(name)), "{name}");
        }
    }

    #[test]
    fn what_is_no_base_url_is_rejected_and_not_shown() {
        let cases = [
            ("https://user:secret@plane.example", "user name or password"),
            ("https://secret@plane.example", "user name or password"),
            ("https://plane.example/?key=secret", "a query or a fragment"),
            ("https://plane.example/#secret", "a query or a fragment"),
            ("plane.example", "write a URL like"),
            ("ftp://plane.example", "write `https://`"),
            ("", "write a URL like"),
            ("https://", "write a URL like"),
            ("https://{workspace}.plane.example", "it contains '{'"),
            ("https://plane.example/{workspace}", "it contains '{'"),
            ("\"https://plane.example\"", "write a URL like"),
            ("https://plane.example\"", "it contains '\"'"),
            ("https://plane.example/\"", "it contains '\"'"),
            ("https://plane.example/a b", "it contains ' '"),
            ("https://plane.example/a\tb", "it contains '\\t'"),
            ("https://plane\n.example", "it contains '\\n'"),
            ("https://plane.example\\api", "it contains '\\\\'"),
            ("https:\\\\plane.example", "it contains '\\\\'"),
            ("https://%7Bworkspace%7D.plane.example", "write a URL like"),
            ("https://plane.example/`x`", "it contains '`'"),
            ("https:///plane/api", "its host has an empty label"),
            ("https:plane.example", "its host has an empty label"),
            ("https:/plane.example", "its host has an empty label"),
            ("https://.plane.example", "its host has an empty label"),
            ("https://plane..example", "its host has an empty label"),
            ("https://.", "its host has an empty label"),
            ("https://plane\u{200b}.example", "it contains '\\u{200b}'"),
            ("https://plane.example/\u{202e}x", "it contains '\\u{202e}'"),
        ];
        for (base_url, words) in cases {
            let error = BaseUrl::parse(base_url, "", false).unwrap_err().to_string();
            assert!(error.contains(words) && !error.contains("secret"), "{error}");
        }
    }
}
