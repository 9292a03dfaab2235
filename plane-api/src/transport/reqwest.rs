//! The default [`Transport`]. Nothing outside this file names the library it is built on.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use reqwest::{Client, redirect};
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use rustls_platform_verifier::BuilderVerifierExt;

use super::{Body, BoxFuture, CallInfo, Inner, Stage, Transport, TransportError};
use crate::{Error, Result};

pub(crate) struct ReqwestTransport(Client);

impl ReqwestTransport {
    /// `https` loads the system's root certificates. Without it there is nothing to verify, and a machine that has no
    /// certificates can still reach a server on loopback. `loopback` keeps the system's proxy out of the way.
    pub(crate) fn new(
        https: bool,
        loopback: bool,
        connect_timeout: Option<Duration>,
    ) -> Result<Self> {
        let mut builder = Client::builder()
            .tls_backend_preconfigured(tls(https)?)
            .redirect(redirect::Policy::none())
            .referer(false)
            .https_only(https);
        if let Some(timeout) = connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if loopback {
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|error| {
            Error::config("the HTTP library cannot be set up; is a proxy variable of the environment malformed?")
                .with_source(error.without_url())
        })?;
        Ok(Self(client))
    }
}

fn tls(https: bool) -> Result<ClientConfig> {
    let no_tls = |error| Error::config("TLS cannot be set up").with_source(error);
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(no_tls)?;
    let builder = if https {
        builder.with_platform_verifier().map_err(|error| {
            Error::config("the system's root certificates cannot be loaded; install its `ca-certificates` package")
                .with_source(error)
        })?
    } else {
        return Ok(builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth());
    };
    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

impl Transport for ReqwestTransport {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let request = request.map(|body| match body.0 {
                Inner::Bytes(bytes) => reqwest::Body::from(bytes),
                Inner::Stream(stream) => reqwest::Body::wrap_stream(stream),
            });
            let request = reqwest::Request::try_from(request)
                .map_err(|error| failure(Stage::BeforeSend, error))?;
            let answer = self.0.execute(request).await.map_err(|error| {
                let stage = if error.is_connect() || error.is_builder() {
                    Stage::BeforeSend
                } else {
                    Stage::AfterSend
                };
                failure(stage, error)
            })?;
            let mut parts = Response::new(()).into_parts().0;
            parts.status = answer.status();
            parts.version = answer.version();
            parts.headers = answer.headers().clone();
            Ok(Response::from_parts(parts, Body::stream(Chunks(answer.bytes_stream()))))
        })
    }
}

/// The URL may hold a signature in its query, so it goes.
fn failure(stage: Stage, error: reqwest::Error) -> TransportError {
    let is_timeout = error.is_timeout();
    // What the library wraps says more than its own words, which are the stage once more.
    let failure = TransportError::new(stage, error.without_url());
    if is_timeout { failure.timed_out() } else { failure }
}

/// The pieces of an answer, as the library hands them out, with our errors.
struct Chunks<S>(S);

impl<S: Stream<Item = reqwest::Result<Bytes>> + Unpin> Stream for Chunks<S> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0).poll_next(context).map_err(|error| failure(Stage::Body, error))
    }
}
