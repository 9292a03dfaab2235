//! The default [`Transport`]. Nothing outside this file names the library it is built on.

use std::{
    borrow::Cow,
    error, iter,
    pin::Pin,
    sync::{Mutex, OnceLock, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response, Uri, uri::Authority};
use reqwest::{Client, redirect, retry};
use tokio::runtime::{self, Handle};
use url::Url;

#[cfg(feature = "tls")]
use super::tls;
use super::{BoxFuture, CallInfo, Network, Proxy, Reach, Transport};
use crate::{
    endpoint::body::Body,
    error::{Error, Result, Stage, TransportError},
};

/// A connection is looked after by the runtime that made it, and stands still when that does. So each runtime has
/// connections of its own.
pub(crate) struct ReqwestTransport {
    build: Box<dyn Fn() -> reqwest::Result<Client> + Send + Sync>,
    clients: Mutex<Clients>,
    /// A URL of the server that was asked first, without a query.
    server: OnceLock<Url>,
}

struct Clients {
    /// One that no runtime has used yet.
    new: Option<Client>,
    /// Those of the runtimes that came last.
    used: Vec<(runtime::Id, Client)>,
}

/// For so many runtimes a client keeps connections. A test suite may have a new one for each test.
const MAX_RUNTIMES: usize = 8;

impl ReqwestTransport {
    /// `https` loads the system's root certificates. Without it there is nothing to verify, and a machine that has no
    /// certificates can still reach a server on loopback. `loopback` keeps the system's proxy out of the way.
    pub(crate) fn new(
        https: bool,
        loopback: bool,
        connect_timeout: Option<Duration>,
        network: &Network,
    ) -> Result<Self> {
        #[cfg(feature = "tls")]
        let connector = tls::connector(https, &network.tls)?;
        #[cfg(not(feature = "tls"))]
        if https {
            return Err(Error::config(
                "this build cannot do TLS; enable the feature `rustls-ring`, `rustls-aws-lc` or `native-tls`",
            ));
        }
        let proxy = match &network.proxy {
            Proxy::Url(url) => Some(proxy(url)?),
            Proxy::System | Proxy::None => None,
        };
        let system_proxy = network.proxy == Proxy::System && !loopback;
        let build = move || {
            // The policy of `retry::never` would clone each request for retries that it does not allow.
            let no_retries = retry::for_host("").max_retries_per_request(0);
            let mut builder = Client::builder().redirect(redirect::Policy::none()).referer(false);
            builder = builder.retry(no_retries);
            builder = builder.https_only(https);
            #[cfg(feature = "tls")]
            {
                builder = builder.tls_backend_preconfigured(connector.clone());
            }
            if let Some(timeout) = connect_timeout {
                builder = builder.connect_timeout(timeout);
            }
            match &proxy {
                Some(proxy) => builder.proxy(proxy.clone()),
                None if system_proxy => builder,
                None => builder.no_proxy(),
            }
            .build()
        };
        let client = build().map_err(|error| {
            Error::config("the HTTP library cannot be set up; is a proxy variable of the environment malformed?")
                .with_source(error.without_url())
        })?;
        let clients = Mutex::new(Clients { new: Some(client), used: Vec::new() });
        Ok(Self { build: Box::new(build), clients, server: OnceLock::new() })
    }

    /// The URI as the library takes it. Of a server that is known, only the path and the query have to be parsed.
    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let server = self.server.get().filter(|server| is_at(uri, server));
        let mut url = match server {
            Some(server) => server.clone(),
            None => Url::parse(&uri.to_string())
                .map_err(|error| TransportError::new(Stage::BeforeSend, error))?,
        };
        if server.is_some() {
            url.set_path(uri.path());
        } else {
            url.set_query(None);
            self.server.get_or_init(|| url.clone());
        }
        url.set_query(uri.query());
        Ok(url)
    }

    /// The client of the runtime that this is called in.
    fn client(&self) -> Result<Client, TransportError> {
        let here = Handle::current().id();
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, client)) = clients.used.iter().find(|(id, _)| *id == here) {
            return Ok(client.clone());
        }
        let client = match clients.new.take() {
            Some(client) => client,
            None => (self.build)().map_err(|error| failure(Stage::BeforeSend, error))?,
        };
        if clients.used.len() == MAX_RUNTIMES {
            clients.used.remove(0);
        }
        clients.used.push((here, client.clone()));
        Ok(client)
    }
}

/// Whether scheme, host and port are the same.
fn is_at(uri: &Uri, server: &Url) -> bool {
    let authority = uri.authority().map(Authority::as_str);
    uri.scheme_str() == Some(server.scheme()) && authority == Some(server.authority())
}

/// The URL may hold a password, so the error does not show it.
fn proxy(url: &str) -> Result<reqwest::Proxy> {
    let is_http = url.starts_with("http://") || url.starts_with("https://");
    reqwest::Proxy::all(url).ok().filter(|_| is_http).ok_or_else(|| {
        Error::config("the proxy's URL cannot be used; it looks like `http://proxy.example:3128`")
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
            let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
            *request.headers_mut() = parts.headers;
            let reach = parts.extensions.get::<Reach>();
            *request.body_mut() = Some(match (body.as_bytes().cloned(), reach) {
                (Some(bytes), None) => bytes.into(),
                (Some(bytes), Some(reach)) => reqwest::Body::wrap(reach.watch(bytes)),
                (None, _) => reqwest::Body::wrap_stream(body),
            });
            let mut answer = self.client()?.execute(request).await.map_err(|error| {
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
            Ok(Response::from_parts(parts, Body::response(Chunks(answer.bytes_stream()))))
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
    #[cfg(feature = "tls")]
    if let Some(problem) = tls::Problem::find(error)
        && (problem.is_handshake || stage == Stage::BeforeSend)
    {
        return problem.hint;
    }
    #[cfg(not(feature = "tls"))]
    let _ = stage;
    let tunnel =
        chain(error).map(ToString::to_string).find(|text| text.starts_with("tunnel error: "));
    let hint = match tunnel.as_deref() {
        Some("tunnel error: proxy authorization required") => {
            "the proxy asks for a name and a password; they belong into its URL"
        }
        Some(_) => "the proxy makes no connection to the server",
        None => "",
    };
    hint.into()
}

/// The pieces of an answer, as the library hands them out, with our errors.
struct Chunks<S>(S);

impl<S: Stream<Item = reqwest::Result<Bytes>> + Unpin> Stream for Chunks<S> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0).poll_next(context).map_err(|error| failure(Stage::Body, error))
    }
}
