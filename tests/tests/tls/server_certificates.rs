//! The server's certificate, and the certificates that the client trusts.

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::{
    builder,
    ca::{Ca, Issued, Years},
    in_child, rejection, run_child, scratch, send,
    server::{DIALECTS, Server},
};

#[tokio::test]
async fn a_custom_ca_is_trusted_in_pem_and_der() {
    let (authority, other) = (Ca::new("ours"), Ca::new("theirs"));
    let server = Server::start(&authority.server()).await;
    let bundle = format!("# theirs\n{}\n# ours\n{}", other.pem(), authority.pem());
    for given in [authority.pem().into_bytes(), authority.der().to_vec(), bundle.into_bytes()] {
        send(builder(&server.url()).root_certificates(given)).await.unwrap();
    }
    let twice = builder(&server.url()).root_certificates(other.pem());
    send(twice.root_certificates(authority.pem())).await.unwrap();
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn http2_is_negotiated_if_the_server_supports_it() {
    let authority = Ca::new("ours");
    for dialect in DIALECTS {
        let server = Server::with(&authority.server(), dialect, None).await;
        send(builder(&server.url()).root_certificates(authority.pem())).await.unwrap();
        assert_eq!(server.requests(), [(dialect.is_http2, false)], "{dialect:?}");
    }
}

#[tokio::test]
async fn an_unknown_ca_is_rejected() {
    let server = Server::start(&Ca::new("theirs").server()).await;
    for builder in
        [builder(&server.url()), builder(&server.url()).root_certificates(Ca::new("ours").pem())]
    {
        let words = rejection(builder).await;
        assert!(words.contains("is not signed by a trusted CA"), "{words}");
        assert!(
            words.contains("pass its certificate to `ClientBuilder::root_certificates`"),
            "{words}"
        );
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_certificate_for_another_host_is_rejected() {
    let authority = Ca::new("ours");
    let issued = authority.issue(&["plane.example", "*.plane.example"], Years::Present);
    let server = Server::start(&issued).await;
    let words = rejection(builder(&server.url()).root_certificates(authority.pem())).await;
    assert!(words.starts_with("the server's certificate is for another host"), "{words}");
    if cfg!(not(feature = "native-tls")) {
        assert!(words.ends_with(": plane.example, *.plane.example"), "{words}");
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_certificate_is_rejected_before_and_after_its_time() {
    let authority = Ca::new("ours");
    for (years, expected) in [
        (Years::Past, "the server's certificate has expired; renew it"),
        (Years::Future, "the server's certificate is not valid yet; check this machine's clock"),
    ] {
        let server = Server::start(&authority.issue(&["127.0.0.1"], years)).await;
        let words = rejection(builder(&server.url()).root_certificates(authority.pem())).await;
        assert!(words.starts_with(expected), "{words}");
        assert_eq!(server.requests(), []);
    }
}

#[tokio::test]
async fn a_self_signed_certificate_is_trusted_if_it_is_given() {
    let issued = Issued::by_itself("127.0.0.1", false);
    let server = Server::start(&issued).await;
    send(builder(&server.url()).root_certificates(issued.certificate_pem)).await.unwrap();
    let words = rejection(builder(&server.url())).await;
    assert!(words.contains("not signed by a trusted CA"), "{words}");
    assert_eq!(server.requests().len(), 1);
}

/// The default of `openssl req -x509`. OpenSSL accepts it, `rustls` does not.
#[tokio::test]
async fn a_ca_certificate_that_a_server_uses_is_explained() {
    let issued = Issued::by_itself("127.0.0.1", true);
    let server = Server::start(&issued).await;
    let builder = builder(&server.url()).root_certificates(issued.certificate_pem);
    if cfg!(feature = "native-tls") {
        send(builder).await.unwrap();
    } else {
        let words = rejection(builder).await;
        assert!(words.contains("is a CA certificate"), "{words}");
    }
}

#[tokio::test]
async fn a_server_without_tls_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        while stream.read(&mut [0; 1024]).await.is_ok_and(|count| count > 0) {}
    });
    let words = rejection(builder(&url)).await;
    assert!(words.starts_with("the server does not speak TLS"), "{words}");
    server.await.unwrap();
}

/// The system's root certificates are those of `SSL_CERT_FILE`, as on any Linux.
#[tokio::test]
async fn given_cas_are_trusted_beside_the_systems_or_alone() {
    let (system, ours) = (Ca::new("the system's"), Ca::new("ours"));
    let of_system = Server::start(&system.server()).await;
    let of_ours = Server::start(&ours.server()).await;
    let (file, roots) = (scratch("system.pem"), scratch("ours.pem"));
    std::fs::write(&file, system.pem()).unwrap();
    std::fs::write(&roots, ours.pem()).unwrap();
    let env = [
        ("SSL_CERT_FILE", file.to_str().unwrap()),
        ("OURS", roots.to_str().unwrap()),
        ("URL_OF_SYSTEM", &of_system.url()),
        ("URL_OF_OURS", &of_ours.url()),
    ];
    run_child("server_certificates::in_a_system_of_its_own", &env).await;
    assert_eq!((of_system.requests().len(), of_ours.requests().len()), (2, 2));
}

#[tokio::test]
async fn in_a_system_of_its_own() {
    if !in_child() {
        return;
    }
    let [system, ours] = ["URL_OF_SYSTEM", "URL_OF_OURS"].map(|name| std::env::var(name).unwrap());
    let roots = std::fs::read(std::env::var("OURS").unwrap()).unwrap();
    let unknown = "not signed by a trusted CA";

    send(builder(&system)).await.unwrap();
    assert!(rejection(builder(&ours)).await.contains(unknown));

    send(builder(&system).root_certificates(&*roots)).await.unwrap();
    send(builder(&ours).root_certificates(&*roots)).await.unwrap();

    let alone = |url| builder(url).root_certificates(&*roots).system_root_certificates(false);
    send(alone(&ours)).await.unwrap();
    assert!(rejection(alone(&system)).await.contains(unknown));
}
