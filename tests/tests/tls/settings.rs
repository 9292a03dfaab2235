//! Invalid settings are reported when the client is built, and no secret is shown.

use plane_api::{Body, CallInfo, Transport, TransportError, http};
use plane_api::{BoxFuture, ErrorKind};

use crate::{builder, ca::Ca};

const URL: &str = "https://127.0.0.1:9";

fn words(builder: plane_api::ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    error.to_string()
}

#[test]
fn roots_that_cannot_be_read_are_rejected() {
    for given in ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
        let words = words(builder(URL).root_certificates(given));
        assert!(words.contains("the root certificates contain no certificate"), "{words}");
    }
    let bad_pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let cut_off = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    for given in ["/etc/ssl/our-authority.pem", bad_pem, cut_off] {
        let words = words(builder(URL).root_certificates(given));
        assert!(words.contains("cannot parse a root certificate"), "{given}: {words}");
    }
}

#[test]
fn a_client_must_trust_a_ca() {
    let words = words(builder(URL).system_root_certificates(false));
    assert!(words.contains("the client trusts no CA certificate"), "{words}");
}

#[test]
fn a_client_certificate_and_its_key_belong_together() {
    let authority = Ca::new("ours");
    let (one, other) = (authority.server(), authority.server());
    for (certificates, key) in [
        (&*one.certificate_pem, &*other.key_pem),
        (&*one.certificate_pem, &*one.certificate_pem),
        (&*one.key_pem, &*one.key_pem),
        ("", ""),
    ] {
        let builder = builder(URL).client_certificate(certificates, key);
        assert!(!format!("{builder:?}").contains(&format!("{:?}", key.as_bytes())));
        let words = words(builder);
        assert!(words.contains("cannot use the client certificate and its private key"), "{words}");
    }
}

#[test]
fn a_proxy_is_a_url_and_its_password_stays_secret() {
    for scheme in ["http", "https", "socks4", "socks4a", "socks5", "socks5h"] {
        builder(URL).proxy(format!("{scheme}://me:open-sesame@proxy.example:9")).build().unwrap();
    }
    for url in ["", "proxy.example:3128", "socks://proxy.example", "ftp://a", "http://:pass word@"]
    {
        let words = words(builder(URL).proxy(url));
        assert!(words.contains("invalid proxy URL"), "{url}: {words}");
    }
    let builder = builder(URL).proxy("http://user:open-sesame@proxy.example:3128");
    assert!(!format!("{builder:?}").contains("open-sesame"));
    assert!(!format!("{:?}", builder.build().unwrap()).contains("open-sesame"));
}

struct Elsewhere;

impl Transport for Elsewhere {
    fn execute<'a>(
        &'a self,
        _: http::Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<http::Response<Body>, TransportError>> {
        Box::pin(async { Ok(http::Response::new(Body::empty())) })
    }
}

#[test]
fn settings_that_would_have_no_effect_are_rejected() {
    let pem = Ca::new("ours").pem();
    for builder in [
        builder(URL).root_certificates(pem),
        builder(URL).system_root_certificates(false),
        builder(URL).client_certificate("", ""),
        builder(URL).proxy("http://proxy.example:3128"),
        builder(URL).no_proxy(),
        builder(URL).pool_idle_timeout(None),
        builder(URL).hyper(),
    ] {
        let words = words(builder.transport(Elsewhere));
        assert!(words.contains("settings of the default transport"), "{words}");
    }
    let plain = plane_api::Client::builder(URL).api_key("sesame");
    plain.transport(Elsewhere).build().unwrap();
}
