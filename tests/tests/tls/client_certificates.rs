//! What the client shows to a server that asks.

use plane_api::{Delivery, RetryPolicy};

use crate::{
    CreateThing,
    authority::{Authority, Issued, Years},
    builder, refusal, send,
    server::{DIALECTS, Dialect, Server},
};

fn identity(authority: &Authority) -> Issued {
    authority.issue(&["our-script"], Years::Present)
}

#[tokio::test]
async fn a_client_certificate_is_shown_and_accepted() {
    let authority = Authority::new("ours");
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
    let authority = Authority::new("ours");
    let server = Server::with(&authority.server(), DIALECTS[0], Some(&authority)).await;
    let client = identity(&authority);
    let file = client.key_pem + &client.certificate_pem;
    let builder = builder(&server.url()).root_certificates(authority.pem());
    send(builder.client_certificate(&*file, &*file)).await.unwrap();
    assert_eq!(server.requests().len(), 1);
}

/// In TLS 1.3 the client has begun to send when the server refuses it; in TLS 1.2 there is no alert for a missing
/// certificate.
#[tokio::test]
async fn a_missing_client_certificate_is_named() {
    let authority = Authority::new("ours");
    for dialect in DIALECTS {
        let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
        let words = refusal(builder(&server.url()).root_certificates(authority.pem())).await;
        assert!(words.contains("asks for a client certificate"), "{dialect:?}: {words}");
        assert_eq!(server.requests(), []);
    }
}

#[tokio::test]
async fn a_client_certificate_of_another_authority_is_refused() {
    let authority = Authority::new("ours");
    let client = identity(&Authority::new("theirs"));
    for dialect in DIALECTS {
        let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
        let builder = builder(&server.url()).root_certificates(authority.pem());
        let builder = builder.client_certificate(&*client.certificate_pem, &*client.key_pem);
        let words = refusal(builder).await;
        assert!(
            words.contains("the server refuses the client certificate"),
            "{dialect:?}: {words}"
        );
        assert_eq!(server.requests(), []);
    }
}

/// A refused certificate proves that nothing was read, so that even a `POST` may be tried again; and it does no harm.
#[tokio::test]
async fn a_refused_client_is_known_not_to_have_sent() {
    let authority = Authority::new("ours");
    let dialect = Dialect { is_tls13: true, is_http2: false };
    let server = Server::with(&authority.server(), dialect, Some(&authority)).await;
    let builder = builder(&server.url()).root_certificates(authority.pem());
    let client = builder.retry(RetryPolicy::standard()).build().unwrap();
    let error = CreateThing::new().send(&client).await.unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Delivery::NotSent, 3), "{error}");
    assert_eq!(server.requests(), []);
}
