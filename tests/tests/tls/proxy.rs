//! Proxies: the system's, one of one's own, or none.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use plane_api::{Delivery, ErrorKind};
use plane_tests::{Received, answer, json, read};
use tokio::{
    io::{AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use crate::{
    authority::{Authority, Years},
    builder, in_child, refusal, run_child, send,
    server::Server,
};

/// An HTTP proxy on loopback. Whatever host it is asked for, it goes to the one server that there is.
struct Proxy {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Received>>>,
    task: JoinHandle<()>,
}

impl Proxy {
    /// `status` is what it says to a `CONNECT`.
    async fn start(server: SocketAddr, status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let log = requests.clone();
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let log = log.clone();
                tokio::spawn(async move {
                    let request = read(&mut stream, &mut Vec::new()).await.unwrap().unwrap();
                    let is_tunnel = request.line().starts_with("CONNECT ");
                    log.lock().unwrap().push(request);
                    if !is_tunnel {
                        return stream.write_all(&answer(200, "", "null")).await;
                    }
                    stream.write_all(format!("HTTP/1.1 {status} X\r\n\r\n").as_bytes()).await?;
                    if status == 200 {
                        let mut server = TcpStream::connect(server).await?;
                        copy_bidirectional(&mut stream, &mut server).await?;
                    }
                    Ok(())
                });
            }
        });
        Self { address, requests, task }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn lines(&self) -> Vec<String> {
        self.requests.lock().unwrap().iter().map(|request| request.line().to_owned()).collect()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

const HOST: &str = "plane.example";
const CONNECT: &str = "CONNECT plane.example:443";

async fn server(authority: &Authority) -> Server {
    Server::start(&authority.issue(&[HOST], Years::Present)).await
}

#[tokio::test]
async fn a_proxy_of_ones_own_is_asked_for_a_tunnel() {
    let authority = Authority::new("ours");
    let server = server(&authority).await;
    let proxy = Proxy::start(server.address(), 200).await;
    let builder = builder("https://plane.example").root_certificates(authority.pem());
    let client = builder.proxy(proxy.url()).build().unwrap();
    for _ in 0..3 {
        crate::CreateThing::new().send(&client).await.unwrap();
    }
    assert_eq!(proxy.lines(), [CONNECT], "one tunnel for all");
    assert_eq!(server.requests(), [(true, false); 3], "and HTTP/2 through it");
}

#[tokio::test]
async fn a_proxy_that_asks_for_a_password_gets_it_and_nobody_else_sees_it() {
    let authority = Authority::new("ours");
    let server = server(&authority).await;
    let proxy = Proxy::start(server.address(), 200).await;
    let url = format!("http://user:open-sesame@{}", proxy.address);
    send(builder("https://plane.example").root_certificates(authority.pem()).proxy(url))
        .await
        .unwrap();
    let requests = proxy.requests.lock().unwrap();
    // `user:open-sesame` in Base64.
    assert_eq!(requests[0].header("proxy-authorization"), Some("Basic dXNlcjpvcGVuLXNlc2FtZQ=="));
    assert_eq!(requests[0].header("x-api-key"), None);
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named() {
    let nobody = "127.0.0.1:9".parse().unwrap();
    for (status, expected) in [
        (407, "the proxy asks for a name and a password"),
        (403, "the proxy makes no connection to the server"),
        (502, "the proxy makes no connection to the server"),
    ] {
        let proxy = Proxy::start(nobody, status).await;
        let url = format!("http://user:open-sesame@{}", proxy.address);
        let words = refusal(builder("https://plane.example").proxy(url)).await;
        assert!(words.starts_with(expected), "{status}: {words}");
    }
}

#[tokio::test]
async fn errors_behind_a_proxy_hide_its_password() {
    let closed = plane_tests::faults::ClosedPort::take().unwrap();
    let url = closed.url().replace("http://", "http://user:open-sesame@");
    let error = send(builder("https://plane.example").proxy(url)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Delivery::NotSent));
    assert!(!format!("{error} {error:?}").contains("sesame"), "{error:?}");
}

#[tokio::test]
async fn the_systems_proxy_is_used_for_https_and_http() {
    let authority = Authority::new("ours");
    let server = server(&authority).await;
    let plain = plane_tests::Server::always(json(200, "null")).await.unwrap();
    let proxy = Proxy::start(server.address(), 200).await;
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let roots = directory.join("behind_proxy.pem");
    std::fs::write(&roots, authority.pem()).unwrap();
    let env = [
        ("HTTPS_PROXY", &*proxy.url()),
        ("HTTP_PROXY", &proxy.url()),
        ("NO_PROXY", "direct.example"),
        ("SSL_CERT_FILE", roots.to_str().unwrap()),
        ("PLAIN_URL", plain.url()),
    ];
    run_child("proxy::in_a_system_with_a_proxy", &env).await;
    assert_eq!(proxy.lines(), [CONNECT, "POST http://plane.example/things/"]);
    assert_eq!((server.requests().len(), plain.requests().len()), (1, 2));
}

#[tokio::test]
async fn in_a_system_with_a_proxy() {
    if !in_child() {
        return;
    }
    let plain = std::env::var("PLAIN_URL").unwrap();
    send(builder("https://plane.example")).await.unwrap();
    let insecure = |url: &str| builder(url).allow_insecure_http(true);
    send(insecure("http://plane.example")).await.unwrap();
    // Neither goes through the proxy: loopback, and what shall not.
    send(builder(&plain)).await.unwrap();
    send(insecure(&plain.replace("127.0.0.1", "0.0.0.0")).no_proxy()).await.unwrap();
}
