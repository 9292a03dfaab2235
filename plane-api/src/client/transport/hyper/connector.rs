//! [`Connector`]: connects to a server, through a proxy if there is one.

use std::{
    error, fmt,
    future::Future,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use http::{Uri, uri::Scheme};
use hyper_util::{
    client::{
        legacy::connect::{
            HttpConnector,
            proxy::{SocksV4, SocksV5, Tunnel},
        },
        proxy::matcher::{Intercept, Matcher},
    },
    rt::TokioIo,
};
use tokio::{net::lookup_host, time::timeout};
use tower_service::Service;

use super::stream::Stream;
use crate::client::transport::{failure::UNRESOLVED, tls};

type BoxError = Box<dyn error::Error + Send + Sync>;

/// Connects to the server of a URL.
#[derive(Clone)]
pub(super) struct Connector(Arc<Ways>);

/// Connects to a proxy. It ignores the target of the requests.
#[derive(Clone)]
struct ToProxy(Arc<Ways>);

struct Ways {
    tcp: HttpConnector,
    tls: tls::Connector,
    proxy: Option<Arc<Matcher>>,
    timeout: Option<Duration>,
}

impl Connector {
    /// The time limit covers the whole connection, including TLS and proxies.
    pub(super) fn new(
        tls: tls::Connector,
        proxy: Option<Arc<Matcher>>,
        timeout: Option<Duration>,
    ) -> Self {
        Self(Arc::new(Ways { tcp: tcp(timeout), tls, proxy, timeout }))
    }
}

/// Returns a connector with `reqwest`'s defaults: a lost peer is noticed within a minute.
fn tcp(timeout: Option<Duration>) -> HttpConnector {
    const KEEP_ALIVE: Duration = Duration::from_secs(15);
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_connect_timeout(timeout);
    tcp.set_nodelay(true);
    tcp.set_keepalive(Some(KEEP_ALIVE));
    tcp.set_keepalive_interval(Some(KEEP_ALIVE));
    tcp.set_keepalive_retries(Some(3));
    #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
    tcp.set_tcp_user_timeout(Some(Duration::from_secs(30)));
    tcp
}

type Connecting = Pin<Box<dyn Future<Output = Result<TokioIo<Stream>, BoxError>> + Send>>;

impl Service<Uri> for Connector {
    type Response = TokioIo<Stream>;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Connecting {
        let ways = self.0.clone();
        Box::pin(async move {
            let connecting = ways.clone().connect(&to);
            let stream = match ways.timeout {
                None => connecting.await,
                Some(limit) => match timeout(limit, connecting).await {
                    Ok(result) => result,
                    Err(_) => Err(io::Error::from(io::ErrorKind::TimedOut).into()),
                },
            };
            Ok(TokioIo::new(stream?))
        })
    }
}

impl Service<Uri> for ToProxy {
    type Response = TokioIo<Stream>;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, proxy: Uri) -> Connecting {
        let ways = self.0.clone();
        Box::pin(async move {
            let stream = ways.dial(&proxy).await?;
            let is_https = proxy.scheme() == Some(&Scheme::HTTPS);
            let stream = if is_https { ways.encrypt(stream, &proxy, false).await? } else { stream };
            Ok(TokioIo::new(stream))
        })
    }
}

impl Ways {
    async fn connect(self: Arc<Self>, to: &Uri) -> Result<Stream, BoxError> {
        let is_https = to.scheme() == Some(&Scheme::HTTPS);
        let stream = match self.proxy.as_ref().and_then(|proxy| proxy.intercept(to)) {
            None => self.dial(to).await?,
            Some(proxy) if !is_http(&proxy) => self.clone().socks(&proxy, to).await?,
            Some(proxy) if is_https => self.clone().tunnel(&proxy, to).await?,
            Some(proxy) => {
                let stream = ToProxy(self).call(proxy.uri().clone()).await?;
                return Ok(stream.into_inner().at_proxy());
            }
        };
        if is_https { self.encrypt(stream, to, true).await } else { Ok(stream) }
    }

    async fn dial(&self, to: &Uri) -> Result<Stream, BoxError> {
        Ok(Stream::from(self.tcp.clone().call(to.clone()).await?.into_inner()))
    }

    async fn encrypt(&self, stream: Stream, to: &Uri, http2: bool) -> Result<Stream, BoxError> {
        let (stream, is_http2) = tls::handshake(&self.tls, host(to), stream, http2).await?;
        Ok(Stream::encrypted(stream, is_http2))
    }

    async fn tunnel(self: Arc<Self>, proxy: &Intercept, to: &Uri) -> Result<Stream, BoxError> {
        let mut tunnel = Tunnel::new(proxy.uri().clone(), ToProxy(self));
        if let Some(credentials) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(credentials.clone());
        }
        Ok(tunnel.call(to.clone()).await?.into_inner())
    }

    /// `socks4` and `socks5` take an address, `socks4a` and `socks5h` a host name.
    async fn socks(self: Arc<Self>, proxy: &Intercept, to: &Uri) -> Result<Stream, BoxError> {
        let scheme = proxy.uri().scheme_str().unwrap_or_default();
        let is_4 = scheme.starts_with("socks4");
        let port = to.port_u16().unwrap_or(if to.scheme_str() == Some("https") { 443 } else { 80 });
        let to = if matches!(scheme, "socks4" | "socks5") {
            let mut found = lookup_host((host(to), port)).await.map_err(Unresolved)?;
            let none = || Unresolved(io::ErrorKind::NotFound.into());
            found.find(|address| !is_4 || address.is_ipv4()).ok_or_else(none)?.to_string()
        } else {
            format!("{}:{port}", to.host().unwrap_or_default())
        };
        let to = Uri::try_from(to)?;
        let at = proxy.uri().authority().map_or("", |authority| authority.as_str());
        let port = if proxy.uri().port().is_some() { "" } else { ":1080" };
        let at = Uri::try_from(format!("{scheme}://{at}{port}/"))?;
        let stream = if is_4 {
            SocksV4::new(at, ToProxy(self)).call(to).await?
        } else {
            let mut socks = SocksV5::new(at, ToProxy(self));
            if let Some((user, password)) = proxy.raw_auth() {
                socks = socks.with_auth(user.to_owned(), password.to_owned());
            }
            socks.call(to).await?
        };
        Ok(stream.into_inner())
    }
}

/// Returns `true` for an HTTP proxy, `false` for SOCKS.
pub(super) fn is_http(proxy: &Intercept) -> bool {
    proxy.uri().scheme_str().is_some_and(|scheme| scheme.starts_with("http"))
}

/// A host name, or an address without brackets.
fn host(uri: &Uri) -> &str {
    uri.host().unwrap_or_default().trim_matches(['[', ']'])
}

/// A host name that cannot be resolved for a SOCKS proxy.
#[derive(Debug)]
struct Unresolved(io::Error);

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(UNRESOLVED)
    }
}

impl error::Error for Unresolved {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.0)
    }
}
