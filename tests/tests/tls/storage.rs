//! File storage with TLS, for a server without TLS.

use plane_api::{Client, ErrorKind, Redirect, endpoint};
use plane_tests::{Reply, answer};

use crate::{builder, ca::Ca, server::Server};

#[endpoint(GET, "/files/a" -> Redirect)]
pub struct GetFile {}

#[tokio::test]
async fn the_storages_certificate_is_verified_even_if_the_server_has_no_tls() {
    let authority = Ca::new("ours");
    let storage = Server::start(&authority.server()).await;
    let location = format!("Location: {}/a?signature=s\r\n", storage.url());
    let redirect = Reply::Send(answer(302, &location, ""));
    let plane = plane_tests::Server::always(redirect).await.unwrap();
    let fetch = |client: Client| async move {
        let redirect = GetFile::new().send(&client).await.unwrap();
        redirect.download(&client).await?.collect().await
    };

    let client = builder(plane.url()).root_certificates(authority.pem()).build().unwrap();
    assert_eq!(fetch(client).await.unwrap(), "null");
    let stranger = builder(plane.url()).build().unwrap();
    assert_eq!(fetch(stranger).await.unwrap_err().kind(), ErrorKind::Connect);
    assert_eq!(storage.requests().len(), 1);
}
