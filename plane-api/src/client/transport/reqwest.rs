//! The default [`Transport`]. Only this file names the library on which it is built.

use std::{sync::OnceLock, time::Duration};

use http::{Method, Request, Response, Uri, uri::Authority};
use reqwest::{Client, redirect, retry};
use url::Url;

use super::{
    BoxFuture, CallInfo, Transport,
    chunks::Chunks,
    failure::{failure, stage_of},
    network::{Network, Proxy},
    pools::{Pools, Route, Settings},
    reach::{Outgoing, Reach},
};
use crate::{
    client::base_url::{BaseUrl, is_loopback},
    endpoint::body::Body,
    error::{Error, Result, Stage, TransportError},
};

/// A transport built on `reqwest`.
pub(crate) struct ReqwestTransport {
    pools: Pools<Client>,
    /// URL of the first server, without a query.
    server: OnceLock<(Url, Route)>,
}

fn build(settings: &Settings, route: Route) -> Result<Client> {
    // The policy of `retry::never` would clone each request for retries that it does not allow.
    let no_retries = retry::for_host("").max_retries_per_request(0);
    let mut builder = Client::builder().redirect(redirect::Policy::none()).referer(false);
    builder = builder.retry(no_retries).https_only(route.is_https);
    builder = builder.pool_idle_timeout(settings.network.pool_idle_timeout);
    let connector = settings.connector(route)?;
    #[cfg(any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring"))]
    {
        builder = builder.tls_backend_preconfigured(connector);
    }
    #[cfg(not(any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring")))]
    let super::tls::Connector = connector;
    if let Some(timeout) = settings.connect_timeout {
        builder = builder.connect_timeout(timeout);
    }
    let builder = match &settings.network.proxy {
        Proxy::Url(url) => {
            let proxy = reqwest::Proxy::all(Proxy::parse(url)?);
            builder.proxy(proxy.map_err(|_| Proxy::unusable())?)
        }
        _ if settings.asks_system(route) => builder,
        _ => builder.no_proxy(),
    };
    builder.build().map_err(|error| {
        Error::config(
            "cannot set up the HTTP library; check the proxy variables of the environment",
        )
        .with_source(error.without_url())
    })
}

impl ReqwestTransport {
    /// Creates a transport, and checks whether these settings can work for the server of this base URL.
    pub(crate) fn new(
        base_url: &BaseUrl,
        connect_timeout: Option<Duration>,
        network: Network,
    ) -> Result<Self> {
        let pools = Pools::new(base_url.into(), connect_timeout, network, build)?;
        Ok(Self { pools, server: OnceLock::new() })
    }

    /// Returns the URI in the form that the library takes, and the route to it. For a known server, only the path and
    /// the query are parsed.
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
}

/// Returns `true` if scheme, host and port are the same.
fn is_at(uri: &Uri, server: &Url) -> bool {
    let authority = uri.authority().map(Authority::as_str);
    uri.scheme_str() == Some(server.scheme()) && authority == Some(server.authority())
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
            *request.body_mut() = Some(match body.as_bytes().cloned() {
                Some(bytes) if reach.is_none() => bytes.into(),
                _ => reqwest::Body::wrap(Outgoing::new(body, reach)),
            });
            let mut response =
                self.pools.client(route)?.execute(request).await.map_err(|error| {
                    let is_connect = error.is_connect() || error.is_builder();
                    without_url(stage_of(is_connect, &error), error)
                })?;
            let mut parts = Response::new(()).into_parts().0;
            parts.status = response.status();
            parts.version = response.version();
            parts.headers = std::mem::take(response.headers_mut());
            let stream = response.bytes_stream();
            let body =
                Chunks::body(&parts, is_head, stream, |error| without_url(Stage::Body, error));
            Ok(Response::from_parts(parts, body))
        })
    }
}

/// The query may contain a signature, so the URL is removed.
fn without_url(stage: Stage, error: reqwest::Error) -> TransportError {
    let is_timeout = error.is_timeout();
    failure(stage, error.without_url(), is_timeout)
}
