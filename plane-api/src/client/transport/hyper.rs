//! The [`Transport`] built on `hyper-util`, with the same settings as for `reqwest`.

mod connector;
mod stream;

use std::{
    error, io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{
    HeaderMap, Method, Request, Response, Uri,
    header::{Entry, PROXY_AUTHORIZATION},
};
use http_body::Body as _;
use hyper::body::Incoming;
use hyper_util::{
    client::{legacy, proxy::matcher::Matcher},
    rt::{TokioExecutor, TokioTimer},
};

use self::connector::{Connector, is_http};
use super::{
    BoxFuture, CallInfo, Transport,
    chunks::Chunks,
    failure::{chain, failure, stage_of},
    network::{Network, Proxy},
    pools::{Pools, Route, Settings},
    reach::{Outgoing, Reach},
};
use crate::{
    client::base_url::{BaseUrl, is_loopback},
    endpoint::body::Body,
    error::{Result, Stage, TransportError},
};

/// A transport built on `hyper-util`.
pub(crate) struct HyperTransport {
    pools: Pools<Arc<Client>>,
    /// Scheme and authority of the client's server, and the route to it.
    server: (&'static str, String, Route),
}

struct Client {
    pool: legacy::Client<Connector, Outgoing>,
    proxy: Option<Arc<Matcher>>,
}

fn build(settings: &Settings, route: Route) -> Result<Arc<Client>> {
    let proxy = match &settings.network.proxy {
        Proxy::Url(url) => {
            let url = Proxy::parse(url)?;
            let proxy = Matcher::builder().all(url.as_str()).build();
            // The connector would ignore a proxy that it does not understand.
            proxy.intercept(&Uri::from_static("http://a")).ok_or_else(Proxy::unusable)?;
            Some(proxy)
        }
        _ => settings.asks_system(route).then(Matcher::from_system),
    };
    let proxy = proxy.map(Arc::new);
    let tls = settings.connector(route)?;
    let connector = Connector::new(tls, proxy.clone(), settings.connect_timeout);
    let pool = legacy::Client::builder(TokioExecutor::new())
        .timer(TokioTimer::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(settings.network.pool_idle_timeout)
        .build(connector);
    Ok(Arc::new(Client { pool, proxy }))
}

impl HyperTransport {
    /// Creates a transport, and checks whether these settings can work for the server of this base URL.
    pub(crate) fn new(
        base_url: &BaseUrl,
        connect_timeout: Option<Duration>,
        network: Network,
    ) -> Result<Self> {
        let route = Route::from(base_url);
        let scheme = if route.is_https { "https" } else { "http" };
        let pools = Pools::new(route, connect_timeout, network, build)?;
        Ok(Self { pools, server: (scheme, base_url.host.to_string(), route) })
    }

    fn route(&self, uri: &Uri) -> Route {
        let (scheme, authority, route) = &self.server;
        if uri.scheme_str() == Some(scheme)
            && uri.authority().is_some_and(|its| its.as_str() == authority)
        {
            return *route;
        }
        let host = uri.host().and_then(|host| url::Host::parse(host).ok());
        Route {
            is_https: uri.scheme_str() == Some("https"),
            is_loopback: host.is_some_and(|host| is_loopback(&host)),
        }
    }
}

impl Client {
    /// Adds the proxy's credentials to a request that the proxy receives. Requests through a tunnel must not contain
    /// them, because the server at its end would receive them.
    fn authorize(&self, uri: &Uri, headers: &mut HeaderMap) {
        let Some(proxy) = &self.proxy else { return };
        if uri.scheme_str() == Some("http")
            && let Some(proxy) = proxy.intercept(uri).filter(is_http)
            && let Some(credentials) = proxy.basic_auth()
            && let Entry::Vacant(entry) = headers.entry(PROXY_AUTHORIZATION)
        {
            entry.insert(credentials.clone());
        }
    }
}

impl Transport for HyperTransport {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            let is_head = parts.method == Method::HEAD;
            let client = self.pools.client(self.route(&parts.uri))?;
            client.authorize(&parts.uri, &mut parts.headers);
            let reach = parts.extensions.remove::<Reach>();
            let request = Request::from_parts(parts, Outgoing::new(body, reach.as_ref()));
            let response = client.pool.request(request).await.map_err(|error| {
                let is_timeout = is_timeout(&error);
                failure(stage_of(error.is_connect(), &error), error, is_timeout)
            })?;
            let (mut parts, body) = response.into_parts();
            // The extensions include the server's reason phrase.
            parts.extensions.clear();
            let body = Chunks::body(&parts, is_head, Data(body), |error| {
                let is_timeout = is_timeout(&error);
                failure(Stage::Body, error, is_timeout)
            });
            Ok(Response::from_parts(parts, body))
        })
    }
}

fn is_timeout(error: &(dyn error::Error + 'static)) -> bool {
    chain(error).any(|error| {
        error.downcast_ref().is_some_and(hyper::Error::is_timeout)
            || error.downcast_ref().map(io::Error::kind) == Some(io::ErrorKind::TimedOut)
    })
}

/// The data of a response, without its trailers.
struct Data(Incoming);

impl Stream for Data {
    type Item = Result<Bytes, hyper::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(frame) = ready!(Pin::new(&mut self.0).poll_frame(context)?) else {
                return Poll::Ready(None);
            };
            if let Ok(data) = frame.into_data() {
                return Poll::Ready(Some(Ok(data)));
            }
        }
    }
}
