//! A loopback server that speaks HTTP/1.1 or HTTP/2 over TLS.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use plane_tests::{answer, read};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ConfigBuilder, RootCertStore, ServerConfig, SupportedProtocolVersion,
        crypto::ring,
        server::{WantsServerCert, WebPkiClientVerifier},
        version::{TLS12, TLS13},
    },
    server::TlsStream,
};

use crate::ca::{Ca, Issued};

/// The protocol of a server.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dialect {
    pub is_tls13: bool,
    pub is_http2: bool,
}

pub const MODERN: Dialect = Dialect { is_tls13: true, is_http2: true };

pub const DIALECTS: [Dialect; 4] = [
    MODERN,
    Dialect { is_tls13: true, is_http2: false },
    Dialect { is_tls13: false, is_http2: true },
    Dialect { is_tls13: false, is_http2: false },
];

pub struct Server {
    address: SocketAddr,
    /// Two values for each request: whether it used HTTP/2, and whether the client sent a certificate.
    requests: Arc<Mutex<Vec<(bool, bool)>>>,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(issued: &Issued) -> Self {
        Self::with(issued, MODERN, None).await
    }

    /// Starts a server. If `clients` is given, this CA must have signed the clients' certificates.
    pub async fn with(issued: &Issued, dialect: Dialect, clients: Option<&Ca>) -> Self {
        let builder = config(dialect, clients);
        let chain = vec![issued.certificate.clone()];
        let mut config = builder.with_single_cert(chain, issued.key()).unwrap();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        if dialect.is_http2 {
            config.alpn_protocols.insert(0, b"h2".to_vec());
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (acceptor, log) = (TlsAcceptor::from(Arc::new(config)), requests.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, log) = (acceptor.clone(), log.clone());
                tokio::spawn(async move {
                    // Errors are ignored, because clients may disconnect at any time.
                    let _ = serve(acceptor, stream, &log).await;
                });
            }
        });
        Self { address, requests, task }
    }

    pub fn url(&self) -> String {
        format!("https://{}", self.address)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn requests(&self) -> Vec<(bool, bool)> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Accepts TLS from clients that trust the CA, and sends nothing.
pub fn acceptor(issued: &Issued) -> TlsAcceptor {
    let chain = vec![issued.certificate.clone()];
    let config = config(MODERN, None).with_single_cert(chain, issued.key()).unwrap();
    TlsAcceptor::from(Arc::new(config))
}

fn config(dialect: Dialect, clients: Option<&Ca>) -> ConfigBuilder<ServerConfig, WantsServerCert> {
    let provider = Arc::new(ring::default_provider());
    let version: &[&SupportedProtocolVersion] =
        if dialect.is_tls13 { &[&TLS13] } else { &[&TLS12] };
    let builder = ServerConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(version)
        .unwrap();
    let Some(clients) = clients else { return builder.with_no_client_auth() };
    let mut roots = RootCertStore::empty();
    roots.add(clients.der()).unwrap();
    let verifier = WebPkiClientVerifier::builder_with_provider(roots.into(), provider);
    builder.with_client_cert_verifier(verifier.build().unwrap())
}

type Log = Mutex<Vec<(bool, bool)>>;

async fn serve(acceptor: TlsAcceptor, stream: TcpStream, log: &Log) -> io::Result<()> {
    let stream = match acceptor.accept(stream).into_fallible().await {
        Ok(stream) => stream,
        Err((_, mut stream)) => {
            // Closing the connection at once would reset it, and the client would not see the reason.
            stream.shutdown().await?;
            while stream.read(&mut [0; 1024]).await? > 0 {}
            return Ok(());
        }
    };
    let (_, session) = stream.get_ref();
    let is_http2 = session.alpn_protocol() == Some(b"h2");
    let seen = (is_http2, session.peer_certificates().is_some());
    if is_http2 {
        serve_http2(stream, seen, log).await
    } else {
        serve_http1(stream, seen, log).await
    }
}

async fn serve_http1(
    mut stream: TlsStream<TcpStream>,
    seen: (bool, bool),
    log: &Log,
) -> io::Result<()> {
    let mut buffer = Vec::new();
    while read(&mut stream, &mut buffer).await?.is_some() {
        log.lock().unwrap().push(seen);
        stream.write_all(&answer(200, "", "null")).await?;
    }
    Ok(())
}

async fn serve_http2(
    stream: TlsStream<TcpStream>,
    seen: (bool, bool),
    log: &Log,
) -> io::Result<()> {
    let mut connection = h2::server::handshake(stream).await.map_err(io::Error::other)?;
    while let Some(request) = connection.accept().await {
        let (_, mut respond) = request.map_err(io::Error::other)?;
        log.lock().unwrap().push(seen);
        let mut body =
            respond.send_response(http::Response::new(()), false).map_err(io::Error::other)?;
        body.send_data("null".into(), true).map_err(io::Error::other)?;
    }
    Ok(())
}
