//! The default [`Transport`]. Nothing outside this file names the library it is built on.

mod per_runtime;

use std::{
    borrow::Cow,
    error, io, iter,
    pin::Pin,
    sync::{Mutex, OnceLock, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, Method, Request, Response, StatusCode, Uri, header, uri::Authority};
use reqwest::{Client, redirect, retry};
use url::Url;

use self::per_runtime::PerRuntime;

use super::{BoxFuture, CallInfo, Network, Proxy, Reach, Transport, tls};
use crate::{
    client::base_url::{BaseUrl, is_loopback},
    endpoint::body::Body,
    error::{Error, Result, Stage, TransportError},
    text,
};

/// A connection is driven by the runtime that made it, and ends with that. So each runtime has connections of its own.
///
/// One transport reaches any server: the client's, and those that it names. System certificates are loaded with the
/// first server that needs them.
pub(crate) struct ReqwestTransport {
    settings: Settings,
    clients: PerRuntime<Route, Client>,
    /// One that no runtime has used yet, built to find out whether the settings can be used.
    new: Mutex<Option<(Route, Client)>>,
    /// A URL of the server that was asked first, without a query.
    server: OnceLock<(Url, Route)>,
}

/// Servers that are reached with the same settings of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Route {
    is_https: bool,
    /// The system's proxy is for other machines.
    is_loopback: bool,
}

struct Settings {
    network: Network,
    connect_timeout: Option<Duration>,
    proxy: Option<reqwest::Proxy>,
    connector: OnceLock<tls::Connector>,
}

impl Settings {
    fn build(&self, route: Route) -> Result<Client> {
        // The policy of `retry::never` would clone each request for retries that it does not allow.
        let no_retries = retry::for_host("").max_retries_per_request(0);
        let mut builder = Client::builder().redirect(redirect::Policy::none()).referer(false);
        builder = builder.retry(no_retries).https_only(route.is_https);
        builder = builder.pool_idle_timeout(self.network.pool_idle_timeout);
        let connector = self.connector(route.is_https)?;
        #[cfg(any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring"))]
        {
            builder = builder.tls_backend_preconfigured(connector);
        }
        #[cfg(not(any(
            feature = "native-tls",
            feature = "rustls-aws-lc",
            feature = "rustls-ring"
        )))]
        let tls::Connector = connector;
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        let has_system_proxy = self.network.proxy == Proxy::System && !route.is_loopback;
        let builder = match &self.proxy {
            Some(proxy) => builder.proxy(proxy.clone()),
            None if has_system_proxy => builder,
            None => builder.no_proxy(),
        };
        builder.build().map_err(|error| {
            Error::config("the HTTP library cannot be set up; is a proxy variable of the environment malformed?")
                .with_source(error.without_url())
        })
    }

    /// Without HTTPS there is nothing to verify, and a machine that has no certificates can still reach a server on
    /// loopback.
    fn connector(&self, is_https: bool) -> Result<tls::Connector> {
        if !is_https {
            return tls::connector(false, &self.network.tls);
        }
        if let Some(connector) = self.connector.get() {
            return Ok(connector.clone());
        }
        let connector = tls::connector(true, &self.network.tls)?;
        Ok(self.connector.get_or_init(|| connector).clone())
    }
}

impl ReqwestTransport {
    /// A transport that finds out here whether the server of this base URL can be reached with these settings.
    pub(crate) fn new(
        base_url: &BaseUrl,
        connect_timeout: Option<Duration>,
        network: Network,
    ) -> Result<Self> {
        let proxy = match &network.proxy {
            Proxy::Url(url) => Some(proxy(url)?),
            Proxy::System | Proxy::None => None,
        };
        let settings = Settings { network, connect_timeout, proxy, connector: OnceLock::new() };
        let route = Route { is_https: base_url.is_https, is_loopback: base_url.is_loopback };
        let new = Mutex::new(Some((route, settings.build(route)?)));
        Ok(Self { settings, clients: PerRuntime::new(), new, server: OnceLock::new() })
    }

    /// The URI as the library takes it, and how to get there. Of a server that is known, only the path and the query have
    /// to be parsed.
    fn url(&self, uri: &Uri) -> Result<(Url, Route), TransportError> {
        let failed = |error| TransportError::new(Stage::BeforeSend, error);
        let server = self.server.get().filter(|(server, _)| is_at(uri, server));
        let (mut url, route) = match server {
            Some((server, route)) => (server.clone(), *route),
            None => {
                let url = Url::parse(&uri.to_string()).map_err(failed)?;
                let route = Route {
                    is_https: url.scheme() == "https",
                    is_loopback: url.host().is_some_and(|host| is_loopback(&host)),
                };
                (url, route)
            }
        };
        if server.is_some() {
            url.set_path(uri.path());
        } else {
            url.set_query(None);
            self.server.get_or_init(|| (url.clone(), route));
        }
        url.set_query(uri.query());
        Ok((url, route))
    }

    /// The client of the runtime that this is called in.
    fn client(&self, route: Route) -> Result<Client, TransportError> {
        self.clients.get(route, || {
            let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
            match new.take_if(|(built, _)| *built == route) {
                Some((_, client)) => Ok(client),
                None => self.settings.build(route).map_err(|error| {
                    let why = error.to_string();
                    TransportError::new(Stage::BeforeSend, error).because(why)
                }),
            }
        })
    }
}

/// Whether scheme, host and port are the same.
fn is_at(uri: &Uri, server: &Url) -> bool {
    let authority = uri.authority().map(Authority::as_str);
    uri.scheme_str() == Some(server.scheme()) && authority == Some(server.authority())
}

/// The URL may hold a password, so the error does not show it.
fn proxy(url: &str) -> Result<reqwest::Proxy> {
    const SCHEMES: [&str; 6] = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"];
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_known = scheme.is_some_and(|scheme| SCHEMES.contains(&&*scheme));
    reqwest::Proxy::all(url).ok().filter(|_| is_known).ok_or_else(|| {
        Error::config(
            "the proxy's URL cannot be used; write it like `http://proxy.example:3128` or `socks5h://proxy.example:1080`",
        )
    })
}

impl Transport for ReqwestTransport {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let (url, route) = self.url(&parts.uri)?;
            let is_head = parts.method == Method::HEAD;
            let mut request = reqwest::Request::new(parts.method, url);
            *request.headers_mut() = parts.headers;
            let reach = parts.extensions.get::<Reach>();
            *request.body_mut() = Some(match (body.as_bytes().cloned(), reach) {
                (Some(bytes), None) => bytes.into(),
                (Some(bytes), Some(reach)) => reqwest::Body::wrap(reach.watch(bytes)),
                (None, _) => reqwest::Body::wrap_stream(body),
            });
            let mut answer = self.client(route)?.execute(request).await.map_err(|error| {
                let stage = if error.is_connect() || error.is_builder() {
                    Stage::BeforeSend
                } else if is_not_processed(&error) {
                    Stage::NotProcessed
                } else {
                    Stage::AfterSend
                };
                failure(stage, error)
            })?;
            let mut parts = Response::new(()).into_parts().0;
            parts.status = answer.status();
            parts.version = answer.version();
            parts.headers = std::mem::take(answer.headers_mut());
            let is_bare = is_head || parts.status == StatusCode::NOT_MODIFIED;
            let length = if is_bare { None } else { content_length(&parts.headers) };
            let chunks = Chunks { stream: answer.bytes_stream(), left: length };
            Ok(Response::from_parts(parts, Body::response(chunks)))
        })
    }
}

/// Whether the server proved that it did not process the request (RFC 9113, 6.8 and 8.7).
///
/// A `GOAWAY` fails only the streams above the last one that it names. Those below it go on; when the connection breaks,
/// they fail with an I/O error.
fn is_not_processed(error: &reqwest::Error) -> bool {
    let http2 = chain(error).find_map(|error| error.downcast_ref::<h2::Error>());
    http2.filter(|error| error.is_remote()).is_some_and(|error| match error.reason() {
        Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
        Some(h2::Reason::NO_ERROR) => error.is_go_away(),
        _ => false,
    })
}

/// An error and its causes, the innermost last.
fn chain<'a>(
    error: &'a (dyn error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn error::Error + 'static)> {
    iter::successors(Some(error), |error| error.source())
}

/// The URL may hold a signature in its query, so it goes.
fn failure(stage: Stage, error: reqwest::Error) -> TransportError {
    let is_timeout = error.is_timeout();
    let error = error.without_url();
    let hint = explain(stage, &error);
    // What the library wraps says more than its own words, which are the stage once more.
    let failure = TransportError::new(stage, error).because(hint);
    if is_timeout { failure.timed_out() } else { failure }
}

/// What there is to say about an error beside its stage. It may go by text, which a server can write.
fn explain(stage: Stage, error: &(dyn error::Error + 'static)) -> Cow<'static, str> {
    if let Some(hint) = tls::explain(stage, error) {
        return hint;
    }
    // The library's own words: what a proxy sends is in none of them.
    let text = |text: &dyn ToString| text.to_string();
    let hint = chain(error).map(|error| text(&error)).find_map(|text| match text.as_str() {
        "tunnel error: proxy authorization required" | "SOCKS error: credentials not accepted" => {
            Some("the proxy asks for a name and a password; they belong into its URL")
        }
        "error resolving for socks proxy" => {
            Some("no such host; with `socks5h://` the proxy looks it up")
        }
        text if text.starts_with("tunnel error: ") || text.starts_with("SOCKS error: ") => {
            Some("the proxy makes no connection to the server")
        }
        _ => None,
    });
    let hint = hint.unwrap_or_default();
    hint.into()
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    text::header(headers.get(header::CONTENT_LENGTH)?)?.parse().ok()
}

/// The pieces of an answer, as the library hands them out, with our errors.
struct Chunks<S> {
    stream: S,
    /// How much must follow, if the server has said so. The library takes an HTTP/2 stream that is reset without an error
    /// for one that has ended.
    left: Option<u64>,
}

impl<S: Stream<Item = reqwest::Result<Bytes>> + Unpin> Stream for Chunks<S> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(Pin::new(&mut self.stream).poll_next(context));
        if let Some(Ok(piece)) = &piece {
            self.left = self.left.map(|left| left.saturating_sub(piece.len() as u64));
        } else if piece.is_none() && self.left.take().is_some_and(|left| left > 0) {
            let error = io::Error::from(io::ErrorKind::UnexpectedEof);
            return Poll::Ready(Some(Err(TransportError::new(Stage::Body, error))));
        }
        Poll::Ready(piece.map(|piece| piece.map_err(|error| failure(Stage::Body, error))))
    }
}
