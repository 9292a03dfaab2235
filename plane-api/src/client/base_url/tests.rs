//! Base URLs that are accepted, corrected and rejected.

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
    let expected = |host: &str, address: &str, port| (host.to_owned(), address.to_owned(), port);
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
    for base_url in ["http://localhost", "http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:1"]
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
    for host in ["plane.example", "bücher.example", "[::1]", "a_b.example", "xn--bcher-kva.example"]
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
