//! The server's storage of files: reached by presigned URLs, and never shown the client's credentials.

use std::sync::Arc;

use http::{HeaderMap, HeaderValue, Method, header};
use url::{Position, Url};

use super::{Call, Client, Inner};
use crate::{
    Answer, AnswerKind, Auth, Body, Download, Error, RateLimit, Replay, Result, RetryBudget, Spec,
    base_url::BaseUrl, interceptor::Interceptors, pace::Pace, request::Encoded,
    transport::ReqwestTransport,
};

// What is behind the host is a secret, or the next thing to one.
static SEND: Spec = Spec::new("SendFile", Method::POST, "/{bucket}")
    .content_type("multipart/form-data")
    .without_auth()
    .replay(Replay::Idempotent)
    .answer(AnswerKind::Empty);
static FETCH: Spec =
    Spec::new("FetchFile", Method::GET, "/{object}").without_auth().answer(AnswerKind::Download);

impl Client {
    /// Sends a form to where the URL says.
    pub(crate) async fn send_form(
        &self,
        url: &str,
        content_type: HeaderValue,
        form: Body,
    ) -> Result<()> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type);
        // Stores of files insist on it.
        if let Some(length) = form.length() {
            headers.insert(header::CONTENT_LENGTH, length.into());
        }
        self.at_storage(url, &SEND, headers, Some(form), |_| Ok(())).await
    }

    /// Fetches a file from where the URL says: absolute, or relative to this client's server.
    pub(crate) async fn fetch(&self, url: &str) -> Result<Download> {
        self.at_storage(url, &FETCH, HeaderMap::new(), None, Answer::download).await
    }

    async fn at_storage<T>(
        &self,
        url: &str,
        spec: &'static Spec,
        headers: HeaderMap,
        body: Option<Body>,
        decode: fn(Answer) -> Result<T>,
    ) -> Result<T> {
        let (client, target) = self.of_storage(url)?;
        let request = Encoded { spec, target, headers, body };
        // A store that finds a signature wrong repeats it.
        Call::new(client, Ok(request), decode).send().await.map_err(Error::without_body)
    }

    /// A client of the server that the URL names, and what to request there. It has no credentials, and nobody looks
    /// on: an interceptor would see the whole of a URL that is a secret.
    fn of_storage(&self, url: &str) -> Result<(Self, String)> {
        let inner = &*self.0;
        let unusable = |why| {
            Error::config(format!(
                "the server names an address for files that cannot be used: {why}"
            ))
        };
        let url = Url::parse(&inner.base_url.prefix)
            .and_then(|base| base.join(url))
            .map_err(|_| unusable("it is no URL"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(unusable("it holds a user name or password"));
        }
        let base_url = BaseUrl::parse(&url[..Position::BeforePath], "", true)
            .map_err(|_| unusable("it is no URL of a web server"))?;
        if !(base_url.is_https || base_url.is_loopback || inner.allow_insecure_http) {
            let host = &base_url.host;
            return Err(Error::config(format!(
                "the server keeps its files at `http://{host}`, where they would go unencrypted; allow it with \
                 `allow_insecure_http(true)` or `PLANE_ALLOW_INSECURE_HTTP=1`"
            )));
        }
        let here = &inner.base_url;
        let is_alike =
            (base_url.is_https, base_url.is_loopback) == (here.is_https, here.is_loopback);
        let transport = match &inner.network {
            Some(network) if !is_alike => {
                let (https, loopback) = (base_url.is_https, base_url.is_loopback);
                let connect = inner.timeouts.connect;
                Arc::new(ReqwestTransport::new(https, loopback, connect, network)?)
            }
            _ => inner.transport.clone(),
        };
        let target = url[Position::BeforePath..Position::AfterQuery].to_owned();
        let client = Self(Arc::new(Inner {
            base_url,
            auth: Auth::none(),
            user_agent: inner.user_agent.clone(),
            timeouts: inner.timeouts,
            retry: inner.retry.clone(),
            budget: RetryBudget::new(RetryBudget::STANDARD),
            pace: Pace::new(RateLimit::Off)?,
            max_response_bytes: inner.max_response_bytes,
            interceptors: Interceptors::default(),
            allow_insecure_http: inner.allow_insecure_http,
            network: None,
            transport,
        }));
        Ok((client, target))
    }
}
