//! The path of a call: `execute` runs the whole call, `send` one attempt, `exchange` one request and its response.
//!
//! Nothing here is generic.

mod limit;

use std::{
    borrow::Cow,
    future::ready,
    mem,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use tokio::time::{Instant, sleep};
use tracing::Instrument;

use self::limit::{Limit, sooner, within};
use super::{
    Client, Inner, collect::collect, content_coding, idempotency, options::Options,
    progress::Progress, watch::Watch,
};
use crate::{
    client::{
        auth::Credential,
        collect::End,
        headers::is_credential,
        rate_limit::Permit,
        retry::{Next, Tally},
        transport::{BoxFuture, CallInfo, Reach},
    },
    endpoint::{body::Body, download::Gauge, raw_response::RawResponse, writer::Encoded},
    error::{CallSite, Delivery, Error, Result, Stage, Timeout, TransportError},
    redact::{MAX_KEPT, Redaction},
    spec::ResponseKind,
};

/// Runs a call from beginning to end.
///
/// It is not generic, so it is compiled once and not per endpoint.
pub(super) fn execute(
    client: Client,
    request: Result<Encoded>,
    options: Options,
) -> BoxFuture<'static, Result<(RawResponse, Watch)>> {
    let request = request.and_then(|mut request| {
        let key = idempotency::key(&mut request, &options)?;
        Ok((request, key))
    });
    let (request, idempotency_key) = match request {
        Ok(request) => request,
        Err(error) => return Box::pin(ready(Err(error))),
    };
    Box::pin(async move {
        let watch = Watch::begin(&client, request.spec);
        let deadline = Limit::new(Timeout::Call, watch.info().started(), options.timeout);
        let mut flow = Flow {
            inner: &client.0,
            request: &request,
            options: &options,
            idempotency_key,
            watch,
            earlier: Delivery::NotSent,
            deadline,
        };
        let span = flow.watch.span();
        let result = pin!(flow.run()).instrument(span).await;
        match result {
            // The call ends when the response has been decoded.
            Ok(mut response) => {
                response.took(flow.watch.info().elapsed());
                Ok((response, flow.watch))
            }
            Err(error) => {
                let error = error.after(flow.earlier).at(flow.site());
                flow.watch.end(Err(&error));
                Err(error)
            }
        }
    })
}

/// The state of a call.
struct Flow<'a> {
    inner: &'a Inner,
    request: &'a Encoded,
    options: &'a Options,
    /// The key of all attempts.
    idempotency_key: Option<Arc<str>>,
    watch: Watch,
    /// The possible effects of earlier attempts.
    earlier: Delivery,
    /// The end of the call, for any outcome.
    deadline: Option<Limit>,
}

impl<'a> Flow<'a> {
    async fn run(&mut self) -> Result<RawResponse> {
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(Error::config("there is no Tokio runtime; await the call within one"));
        }
        let (inner, request, options) = (self.inner, self.request, self.options);
        let policy = options.retry.as_ref().unwrap_or(&inner.retry);
        let mut tally = Tally::new(policy, &inner.budget, request.spec);
        let mut credential = self.credential(None).await?;
        loop {
            let permit = self.permit().await?;
            let span = self.watch.attempt(permit.sent());
            let result = pin!(self.send(permit, credential.as_deref())).instrument(span).await;
            self.watch.attempted(&result);
            let error = match result {
                Ok(response) => {
                    tally.success();
                    return Ok(response);
                }
                Err(error) if tally.is_done_already(&error, self.earlier) => {
                    return Ok(self.done_already(error));
                }
                Err(error) => error.at(self.site()),
            };
            self.earlier = self.earlier.max(error.delivery());
            if request.body.as_ref().is_some_and(Body::is_started) {
                return Err(error);
            }
            match tally.next(&error) {
                Next::Again(wait) if self.has_time_for(wait) => {
                    self.watch.again(&error, wait);
                    sleep(wait).await;
                }
                Next::Refresh if inner.auth.can_refresh() && request.spec.auth => {
                    let renewed = self.credential(credential.as_deref()).await?;
                    if renewed == credential {
                        return Err(error);
                    }
                    self.watch.again(&error, Duration::ZERO);
                    credential = renewed;
                }
                Next::Again(_) | Next::Refresh | Next::Stop => return Err(error),
            }
        }
    }

    /// Returns the endpoint and host of the call, and the number of attempts.
    fn site(&self) -> CallSite {
        let host = Some(self.inner.base_url.host.clone());
        let attempts = self.watch.info().attempt;
        let idempotency_key = self.idempotency_key.clone();
        CallSite { spec: self.request.spec, host, attempts, idempotency_key }
    }

    async fn credential(
        &self,
        rejected: Option<&Credential>,
    ) -> Result<Option<Cow<'a, Credential>>> {
        let auth = &self.inner.auth;
        if !self.request.spec.auth {
            return Ok(None);
        }
        if let Some(credential) = auth.fixed() {
            return Ok(Some(Cow::Borrowed(credential)));
        }
        // Before the call has started, no other limit ends this wait.
        let limit = self
            .deadline
            .or_else(|| Limit::new(Timeout::Call, Instant::now(), self.options.timeouts.call));
        let credential = pin!(auth.credential(rejected));
        let credential = within(limit, "no token", Delivery::NotSent, credential).await?;
        Ok(credential.map(Cow::Owned))
    }

    /// Waits for the rate limiter. The time of the call starts with the first permit, unless the caller has limited the
    /// whole call.
    async fn permit(&mut self) -> Result<Permit<'a>> {
        let timeout = self.options.timeouts.rate_limit;
        let limit = timeout.and_then(|_| Limit::new(Timeout::RateLimit, Instant::now(), timeout));
        let limit = sooner(limit, self.deadline);
        let Inner { limiter, retry, .. } = self.inner;
        // All calls share the pause, so the client's policy applies.
        let permit =
            pin!(async { limiter.permit(retry.longest_pause()).await.map_err(Error::closed) });
        let permit =
            within(limit, "the rate limit allowed no request", Delivery::NotSent, permit).await?;
        if self.deadline.is_none() {
            self.deadline = Limit::new(Timeout::Call, permit.sent(), self.options.timeouts.call);
        }
        Ok(permit)
    }

    fn has_time_for(&self, wait: Duration) -> bool {
        let end = Instant::now().checked_add(wait);
        self.deadline.is_none_or(|deadline| end.is_some_and(|end| end < deadline.end))
    }

    /// Returns a response for a deletion whose object is already gone.
    fn done_already(&self, error: Error) -> RawResponse {
        let headers = error.headers().cloned().unwrap_or_default();
        let status = error.status().unwrap_or(StatusCode::NOT_FOUND);
        RawResponse::new(status, headers, Bytes::new(), self.site(), Redaction::default())
    }

    /// Makes one attempt within its time limit.
    async fn send(
        &self,
        permit: Permit<'_>,
        credential: Option<&Credential>,
    ) -> Result<RawResponse> {
        let (mut http, info, accepted_coding) = match self.http(credential) {
            Ok(ready) => ready,
            Err(error) => {
                permit.unsent();
                return Err(error);
            }
        };
        let timeouts = &self.options.timeouts;
        let started = permit.sent();
        let limit = sooner(Limit::new(Timeout::Attempt, started, timeouts.attempt), self.deadline);
        let accepted = AtomicBool::new(false);
        let reach = self.reach(started, limit).inspect(|reach| {
            http.extensions_mut().insert(reach.clone());
        });
        let progress = Progress::of(http.body_mut(), timeouts);
        // The limits of a streamed request start when its body ends.
        let end = limit.filter(|_| progress.is_none()).map(|limit| limit.end);
        let redaction = self.redaction(http.headers(), credential);
        #[cfg(feature = "testing")]
        if self.inner.is_recorded {
            http.extensions_mut().insert(redaction.clone());
        }
        let response = self.inner.transport.execute(http, &info);
        // The future is large, so it stays pinned here.
        let response =
            pin!(self.exchange(permit, response, redaction, end, &accepted, accepted_coding));
        let result = match progress {
            Some(progress) => progress.watch(timeouts, response).await,
            None => within(limit, "no complete response", Delivery::Unknown, response).await,
        };
        let result = match (result, limit) {
            (Err(error), Some(limit))
                if error.is_timeout() && reach.is_some_and(|reach| reach.is_unsent()) =>
            {
                let message = format!("no connection within {:?}", limit.time);
                Err(Error::timeout(Timeout::Connect, Delivery::NotSent, message))
            }
            (result, _) => result,
        };
        // The time limit may also be reached while the response is read.
        let earlier =
            if accepted.load(Ordering::Relaxed) { Delivery::Applied } else { Delivery::NotSent };
        result.map_err(|error| error.after(earlier))
    }

    /// Tracks whether the request has left, if the limit may be reached before the connect timeout.
    fn reach(&self, started: Instant, limit: Option<Limit>) -> Option<Reach> {
        let connect = Limit::new(Timeout::Connect, started, self.inner.timeouts.connect);
        limit.filter(|limit| connect.is_none_or(|connect| limit.end <= connect.end))?;
        Some(Reach::default())
    }

    /// Builds the HTTP request, with the headers that all requests to this server have, and the information for the
    /// transport.
    fn http(
        &self,
        credential: Option<&Credential>,
    ) -> Result<(Request<Body>, CallInfo, content_coding::Accepted)> {
        let Self { inner, request, options, .. } = self;
        let (mut http, ()) = Request::new(()).into_parts();
        http.method = request.spec.method.clone();
        http.uri = request.uri.clone();
        let headers = &mut http.headers;
        let defaults = &inner.default_headers;
        headers.reserve(request.headers.len() + options.headers.len() + defaults.len() + ROOM);
        headers
            .insert(header::ACCEPT, HeaderValue::from_static(accept(request.spec.response_kind)));
        headers.insert(header::USER_AGENT, inner.user_agent.clone());
        for (name, value) in defaults {
            headers.insert(name, value.clone());
        }
        request.apply(headers);
        if let Some(credential) = credential {
            credential.apply(headers);
        }
        if request.body.as_ref().is_none_or(|body| body.content_length() == Some(0))
            && matches!(request.spec.method, Method::POST | Method::PUT | Method::PATCH)
        {
            // Requests with this method usually have a body, so servers want to know if there is none (RFC 9110, 8.6).
            headers.insert(header::CONTENT_LENGTH, 0.into());
        }
        for (name, value) in &options.headers {
            let mut value = value.clone();
            if credential.is_some_and(|credential| credential.is_sent_as(name)) {
                value.set_sensitive(true);
            }
            headers.insert(name, value);
        }
        let mut info = *self.watch.info();
        match credential.map(|credential| credential.uris(&http.uri)).transpose()?.flatten() {
            None => self.watch.request(&http.uri, headers)?,
            Some(uris) => {
                self.watch.request(&uris.without, headers)?;
                http.uri = uris.with;
                info.query_credential_len = uris.credential_len;
            }
        }
        let accepted = content_coding::accept(headers);
        let http = Request::from_parts(http, request.body.clone().unwrap_or_default());
        Ok((http, info, accepted))
    }

    /// Returns the secrets of the request that its errors must not show. Allocates nothing if there are none.
    fn redaction(&self, headers: &HeaderMap, credential: Option<&Credential>) -> Redaction {
        let header = credential.and_then(Credential::redaction);
        let of_credential = credential.map(Credential::secrets).unwrap_or_default();
        let is_other = |value: &HeaderValue| header.as_ref().is_none_or(|(sent, _)| sent != value);
        let headers = headers
            .iter()
            .filter(|(name, value)| {
                (value.is_sensitive() || is_credential(name)) && is_other(value)
            })
            .map(|(_, value)| value.clone())
            .collect();
        let secrets = [&self.request.secrets, &self.options.secrets, &self.inner.proxy_secrets];
        let secrets = secrets.into_iter().flatten().chain(of_credential).cloned().collect();
        Redaction { header, headers, secrets }
    }

    async fn exchange(
        &self,
        permit: Permit<'_>,
        response: BoxFuture<'_, Result<Response<Body>, TransportError>>,
        redaction: Redaction,
        end: Option<Instant>,
        accepted: &AtomicBool,
        accepted_coding: content_coding::Accepted,
    ) -> Result<RawResponse> {
        let Self { request, options, watch, .. } = self;
        let mut response = match response.await {
            Ok(response) => response,
            Err(error) => {
                if error.stage() == Stage::BeforeSend {
                    permit.unsent();
                }
                return Err(Error::transport(error.within(self.inner.timeouts.connect)));
            }
        };
        if request.spec.method != Method::HEAD {
            content_coding::decode(&mut response, accepted_coding);
        }
        let status = response.status();
        permit.responded(status, response.headers(), self.inner.dialect);
        watch.responded(status, response.headers());
        let idle = options.timeouts.idle;

        let kind = request.spec.response_kind;
        let max_bytes = options.max_response_bytes(kind);
        if !(status.is_success() || kind == ResponseKind::Redirect && status.is_redirection()) {
            // The rejection matters more than the end of its body.
            let (Ok(body) | Err(End::Full(body) | End::Broken(body, _))) =
                collect(response.body_mut(), MAX_KEPT, idle, end).await;
            return Err(Error::of_rejection(
                self.inner.dialect,
                request.spec.retry_class,
                request.uri.path().get(watch.info().api_root_len..).unwrap_or_default(),
                status,
                mem::take(response.headers_mut()),
                (&body, &redaction),
            ));
        }
        accepted.store(true, Ordering::Relaxed);
        if kind.is_stream() && !options.whole {
            let (parts, body) = response.into_parts();
            let response =
                RawResponse::new(status, parts.headers, Bytes::new(), self.site(), redaction);
            // Events and lines arrive irregularly, so they have no minimum rate.
            let min_rate = options.timeouts.min_rate.filter(|_| kind == ResponseKind::Download);
            let gauge = Gauge::new(options.timeouts.idle, min_rate);
            return Ok(response.with_stream(body, gauge, max_bytes));
        }
        let body = match kind {
            ResponseKind::Empty | ResponseKind::Redirect => Ok(Bytes::new()),
            _ => collect(response.body_mut(), max_bytes, idle, None).await,
        };
        let headers = mem::take(response.headers_mut());
        match body {
            Ok(body) => Ok(RawResponse::new(status, headers, body, self.site(), redaction)),
            Err(End::Full(body)) => Err(Error::too_large(
                "response",
                max_bytes,
                status,
                headers,
                redaction.redacted(&body),
            )),
            Err(End::Broken(_, error)) => Err(Error::broken_body(error, status, headers)),
        }
    }
}

/// Capacity for headers in addition to the request's own: those of the client, and those that transports add, such as
/// `Host`, `Content-Length` and `Accept-Encoding`.
const ROOM: usize = 8;

/// Returns the `Accept` header. A response that is not read as JSON may have any type.
const fn accept(kind: ResponseKind) -> &'static str {
    match kind {
        ResponseKind::Bytes | ResponseKind::Download => "*/*",
        ResponseKind::Events => "text/event-stream",
        ResponseKind::Lines => "application/x-ndjson, application/jsonl, */*;q=0.5",
        ResponseKind::Custom => "application/json, */*;q=0.5",
        _ => "application/json",
    }
}
