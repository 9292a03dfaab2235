//! Proxies: the system's, a configured one, or none.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use plane_api::{Delivery, ErrorKind};
use plane_tests::{Received, answer, json, read};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_rustls::TlsAcceptor;

use crate::{
    builder,
    ca::{Ca, Years},
    in_child, rejection, run_child, scratch, send,
    server::{Server, acceptor},
};

/// An HTTP proxy on loopback, which connects to the same server for any requested host.
struct Proxy {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Received>>>,
    task: JoinHandle<()>,
}

impl Proxy {
    /// Starts a proxy that responds to `CONNECT` with this status.
    async fn start(server: SocketAddr, status: u16) -> Self {
        Self::start_with(server, status, None).await
    }

    /// Starts a proxy. With an acceptor, clients reach it over TLS.
    async fn start_with(server: SocketAddr, status: u16, acceptor: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let log = requests.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let log = log.clone();
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    match acceptor {
                        None => Self::serve(stream, server, status, &log).await,
                        Some(acceptor) => {
                            Self::serve(acceptor.accept(stream).await?, server, status, &log).await
                        }
                    }
                });
            }
        });
        Self { address, requests, task }
    }

    async fn serve(
        mut stream: impl AsyncRead + AsyncWrite + Unpin,
        server: SocketAddr,
        status: u16,
        log: &Mutex<Vec<Received>>,
    ) -> std::io::Result<()> {
        let request = read(&mut stream, &mut Vec::new()).await?.unwrap();
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

async fn server(authority: &Ca) -> Server {
    Server::start(&authority.issue(&[HOST], Years::Present)).await
}

#[tokio::test]
async fn a_configured_proxy_is_asked_for_a_tunnel() {
    let authority = Ca::new("ours");
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
    let authority = Ca::new("ours");
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

/// Without a tunnel, the client sends its requests to the proxy, with the proxy's credentials.
#[tokio::test]
async fn a_proxy_is_handed_plain_requests_with_its_password() {
    let nobody = "127.0.0.1:9".parse().unwrap();
    let proxy = Proxy::start(nobody, 200).await;
    let url = format!("http://user:open-sesame@{}", proxy.address);
    let builder = builder("http://plane.example").allow_insecure_http(true);
    send(builder.proxy(url)).await.unwrap();
    let requests = proxy.requests.lock().unwrap();
    assert_eq!(requests[0].line(), "POST http://plane.example/things/");
    assert_eq!(requests[0].header("host"), Some("plane.example"));
    assert_eq!(requests[0].header("proxy-authorization"), Some("Basic dXNlcjpvcGVuLXNlc2FtZQ=="));
}

#[tokio::test]
async fn a_proxy_may_be_reached_by_tls() {
    let authority = Ca::new("ours");
    let server = server(&authority).await;
    let acceptor = acceptor(&authority.issue(&["127.0.0.1"], Years::Present));
    let proxy = Proxy::start_with(server.address(), 200, Some(acceptor)).await;
    for url in ["https://plane.example", "http://plane.example"] {
        let builder = builder(url).allow_insecure_http(true).root_certificates(authority.pem());
        send(builder.proxy(format!("https://{}", proxy.address))).await.unwrap();
    }
    assert_eq!(proxy.lines(), [CONNECT, "POST http://plane.example/things/"]);
    assert_eq!(server.requests(), [(true, false)]);
}

#[tokio::test]
async fn a_proxy_that_rejects_is_named() {
    let nobody = "127.0.0.1:9".parse().unwrap();
    for (status, expected) in [
        (407, "the proxy requires a user name and password"),
        (403, "the proxy cannot connect to the server"),
        (502, "the proxy cannot connect to the server"),
    ] {
        let proxy = Proxy::start(nobody, status).await;
        let url = format!("http://user:open-sesame@{}", proxy.address);
        let words = rejection(builder("https://plane.example").proxy(url)).await;
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
    let authority = Ca::new("ours");
    let server = server(&authority).await;
    let plain = plane_tests::Server::always(json(200, "null")).await.unwrap();
    let proxy = Proxy::start(server.address(), 200).await;
    let roots = scratch("behind_proxy.pem");
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
    // Neither request goes through the proxy: one is to loopback, and the other is from a client with `no_proxy`.
    send(builder(&plain)).await.unwrap();
    send(insecure(&plain.replace("127.0.0.1", "0.0.0.0")).no_proxy()).await.unwrap();
}

/// A SOCKS5 proxy (RFC 1928), which connects to the same server for any host, and records the requested hosts and the
/// user names.
struct Socks {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Socks {
    /// Starts a proxy that responds to `CONNECT` with this code; 0 means success.
    async fn start(server: SocketAddr, reply: u8) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(Self::serve(stream, server, reply, log.clone()));
            }
        });
        Self { address, asked, task }
    }

    async fn serve(
        mut stream: TcpStream,
        server: SocketAddr,
        reply: u8,
        log: Arc<Mutex<Vec<String>>>,
    ) -> std::io::Result<()> {
        let [_, methods] = take(&mut stream).await?;
        let mut offered = vec![0; methods.into()];
        stream.read_exact(&mut offered).await?;
        let mut user = String::new();
        if offered.contains(&2) {
            stream.write_all(&[5, 2]).await?;
            let [_, length] = take(&mut stream).await?;
            user = text(&mut stream, length).await? + ":";
            let [length] = take(&mut stream).await?;
            user = user + &text(&mut stream, length).await? + "@";
            stream.write_all(&[1, 0]).await?;
        } else {
            stream.write_all(&[5, 0]).await?;
        }
        let [_, _, _, kind] = take(&mut stream).await?;
        let host = if kind == 3 {
            let [length] = take(&mut stream).await?;
            text(&mut stream, length).await?
        } else {
            std::net::Ipv4Addr::from(take::<4>(&mut stream).await?).to_string()
        };
        let port = u16::from_be_bytes(take(&mut stream).await?);
        log.lock().unwrap().push(format!("{user}{host}:{port}"));
        stream.write_all(&[5, reply, 0, 1, 0, 0, 0, 0, 0, 0]).await?;
        if reply == 0 {
            let mut server = TcpStream::connect(server).await?;
            copy_bidirectional(&mut stream, &mut server).await?;
        }
        Ok(())
    }
}

impl Drop for Socks {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn take<const N: usize>(stream: &mut TcpStream) -> std::io::Result<[u8; N]> {
    let mut bytes = [0; N];
    stream.read_exact(&mut bytes).await?;
    Ok(bytes)
}

async fn text(stream: &mut TcpStream, length: u8) -> std::io::Result<String> {
    let mut bytes = vec![0; length.into()];
    stream.read_exact(&mut bytes).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn a_socks_proxy_is_given_the_name_or_the_address() {
    let authority = Ca::new("ours");
    let server = server(&authority).await;
    let proxy = Socks::start(server.address(), 0).await;
    let builder = || builder("https://plane.example").root_certificates(authority.pem());
    let through = |scheme: &str, user: &str| format!("{scheme}://{user}{}", proxy.address);
    send(builder().proxy(through("socks5h", ""))).await.unwrap();
    send(builder().proxy(through("socks5h", "user:open-sesame@"))).await.unwrap();
    let plain = crate::builder("http://127.0.0.1:9").proxy(through("socks5", ""));
    assert!(send(plain).await.is_err(), "the server speaks TLS");
    let asked = proxy.asked.lock().unwrap();
    let name = "plane.example:443";
    assert_eq!(*asked, [name, "user:open-sesame@plane.example:443", "127.0.0.1:9"]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_socks_proxy_that_rejects_or_is_unreachable_is_named() {
    let nobody = "127.0.0.1:9".parse().unwrap();
    let proxy = Socks::start(nobody, 5).await;
    let url = format!("socks5h://{}", proxy.address);
    let words = rejection(builder("https://plane.example").proxy(url)).await;
    assert!(words.starts_with("the proxy cannot connect to the server"), "{words}");
    let url = format!("socks5://{}", proxy.address);
    let words = rejection(builder("https://no-such-host.invalid").proxy(url)).await;
    assert!(words.contains("use `socks5h://` to let the proxy resolve it"), "{words}");
    let closed = plane_tests::faults::ClosedPort::take().unwrap();
    let url = closed.url().replace("http://", "socks5h://user:open-sesame@");
    let error = send(builder("https://plane.example").proxy(url)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Delivery::NotSent));
    assert!(!format!("{error} {error:?}").contains("sesame"), "{error:?}");
}
