//! The client's certificate, for servers that require one.

use std::time::Duration;

use plane_api::{ClientBuilder, Delivery, ErrorKind, RetryPolicy};

use crate::{
    CreateThing, builder,
    ca::{Ca, Issued, Years},
    send,
    server::{DIALECTS, Dialect, Server},
};

/// Returns the error message. With TLS 1.3, the client has started to send when the server rejects its certificate.
async fn rejection(builder: ClientBuilder, dialect: Dialect) -> String {
    let error = send(builder).await.unwrap_err();
    let expected = if dialect.is_tls13 {
        (ErrorKind::Transport, Delivery::Unknown)
    } else {
        (ErrorKind::Connect, Delivery::NotSent)
    };
    assert_eq!((error.kind(), error.delivery()), expected, "{dialect:?}: {error:?}");
    error.to_string()
}

fn identity(authority: &Ca) -> Issued {
    authority.issue(&["our-script"], Years::Present)
}

#[tokio::test]
async fn a_client_certificate_is_shown_and_accepted() {
    let authority = Ca::new("ours");
    let client = identity(&authority);
    for dialect in DIALECTS {
        let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
        let builder = builder(&server.url()).root_certificates(authority.pem());
        send(builder.client_certificate(&*client.certificate_pem, &*client.key_pem)).await.unwrap();
        assert_eq!(server.requests(), [(dialect.is_http2, true)], "{dialect:?}");
    }
}

#[tokio::test]
async fn certificate_and_key_may_be_one_file() {
    let authority = Ca::new("ours");
    let server = Server::with(&authority.server(), DIALECTS[0], Some(&authority)).await;
    let client = identity(&authority);
    let file = client.key_pem + &client.certificate_pem;
    let builder = builder(&server.url()).root_certificates(authority.pem());
    send(builder.client_certificate(&*file, &*file)).await.unwrap();
    assert_eq!(server.requests().len(), 1);
}

/// With TLS 1.3, the client has started to send when the server rejects it. With TLS 1.2, a missing certificate causes
/// no alert.
#[tokio::test]
async fn a_missing_client_certificate_is_named() {
    let authority = Ca::new("ours");
    for dialect in DIALECTS {
        let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
        let words =
            rejection(builder(&server.url()).root_certificates(authority.pem()), dialect).await;
        assert!(words.contains("requires a client certificate"), "{dialect:?}: {words}");
        assert_eq!(server.requests(), []);
    }
}

#[tokio::test]
async fn a_client_certificate_of_another_ca_is_rejected() {
    let authority = Ca::new("ours");
    let client = identity(&Ca::new("theirs"));
    for dialect in DIALECTS {
        let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
        let builder = builder(&server.url()).root_certificates(authority.pem());
        let builder = builder.client_certificate(&*client.certificate_pem, &*client.key_pem);
        let words = rejection(builder, dialect).await;
        assert!(
            words.contains("the server rejected the client certificate"),
            "{dialect:?}: {words}"
        );
        assert_eq!(server.requests(), []);
    }
}

/// With TLS 1.3, the server verifies the client's certificate after the client has started to send. An alert proves
/// nothing, because a certificate can also expire on a connection that has served requests before. So a `POST` is not
/// retried, and the error still explains the problem.
#[tokio::test]
async fn a_rejected_client_certificate_proves_nothing_once_the_client_has_sent() {
    let authority = Ca::new("ours");
    for is_http2 in [false, true] {
        for (is_tls13, expected) in
            [(true, (Delivery::Unknown, 1)), (false, (Delivery::NotSent, 3))]
        {
            let dialect = Dialect { is_tls13, is_http2 };
            let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
            let builder = builder(&server.url()).root_certificates(authority.pem());
            let short = Duration::from_millis(1);
            let policy = RetryPolicy::standard().backoff(short, short);
            let client = builder.retry(policy).build().unwrap();
            let error = CreateThing::new().send(&client).await.unwrap_err();
            assert_eq!((error.delivery(), error.attempts()), expected, "{dialect:?}: {error}");
            assert!(error.to_string().contains("requires a client certificate"), "{error}");
            assert_eq!(server.requests(), []);
        }
    }
}
