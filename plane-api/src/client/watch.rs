//! [`Watch`]: reports the course of a call to spans, events and interceptors.
//!
//! The names are those of OpenTelemetry's semantic conventions for HTTP clients. `url.full` is omitted because it would
//! contain ids and the query. Without a subscriber, nothing is formatted or allocated.

use std::time::Duration;

use http::{HeaderMap, StatusCode, Uri};
use tokio::time::Instant;
use tracing::{Span, field::Empty};

use super::Client;
use crate::{
    client::{
        base_url::BaseUrl,
        interceptor::{Interceptors, Outcome},
        transport::CallInfo,
    },
    endpoint::raw_response::RawResponse,
    error::{Error, Result},
    spec::Spec,
};

/// A call in progress. Dropping it before the call ends reports the call as cancelled.
#[derive(Debug)]
pub(crate) struct Watch {
    client: Client,
    info: CallInfo,
    call: Span,
    /// The span of the current attempt; disabled between two attempts.
    attempt: Span,
    is_over: bool,
}

impl Watch {
    pub(super) fn begin(client: &Client, spec: &'static Spec) -> Self {
        let base_url = &client.0.base_url;
        let BaseUrl { address, port, .. } = base_url;
        // Only an attempt is a client span; the call is the operation that causes it.
        let call = tracing::info_span!(
            target: "plane_api",
            "call",
            otel.name = spec.name,
            otel.kind = "internal",
            otel.status_code = Empty,
            http.request.method = spec.method.as_str(),
            url.template = &*spec.template(),
            server.address = address,
            server.port = port,
            http.response.status_code = Empty,
            error.type = Empty,
        );
        let info = CallInfo::new(spec, base_url.path_len_of(spec));
        Self { client: client.clone(), info, call, attempt: Span::none(), is_over: false }
    }

    /// Returns the span of the whole call.
    pub(super) fn span(&self) -> Span {
        self.call.clone()
    }

    pub(crate) fn info(&self) -> &CallInfo {
        &self.info
    }

    /// Starts an attempt, at this time.
    pub(super) fn attempt(&mut self, sent: Instant) -> Span {
        let BaseUrl { address, port, .. } = &self.client.0.base_url;
        self.info.begin_attempt(sent);
        let CallInfo { spec, attempt, .. } = self.info;
        self.attempt = tracing::info_span!(
            target: "plane_api",
            "attempt",
            otel.name = format_args!("{} {}", spec.method, spec.template()),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = spec.method.as_str(),
            http.request.resend_count = (attempt > 1).then(|| attempt - 1),
            url.template = &*spec.template(),
            server.address = address,
            server.port = port,
            http.response.status_code = Empty,
            error.type = Empty,
        );
        self.attempt.clone()
    }

    /// Reports a request that is about to be sent.
    pub(super) fn request(&self, uri: &Uri, headers: &mut HeaderMap) -> Result<()> {
        self.interceptors().request(uri, headers, &self.info)
    }

    /// Reports that the headers of a response have arrived.
    pub(super) fn responded(&self, status: StatusCode, headers: &HeaderMap) {
        record_status(&self.attempt, status);
        self.interceptors().response(status, headers, &self.info);
    }

    /// Reports the end of an attempt.
    pub(super) fn attempted<T>(&mut self, result: &Result<T>) {
        if let Err(error) = result {
            record_error(&self.attempt, error.type_name());
        }
        self.attempt = Span::none();
    }

    /// Reports a retry after a failure.
    pub(super) fn again(&self, error: &Error, wait: Duration) {
        tracing::warn!(
            target: "plane_api",
            { error.type = error.type_name(), attempt = self.info.attempt, wait = ?wait },
            "retrying the request"
        );
        self.interceptors().retry(error, wait, &self.info);
    }

    /// Decodes the response, which ends the call.
    pub(super) fn finish<T>(
        self,
        response: RawResponse,
        decode: impl FnOnce(RawResponse) -> Result<T>,
    ) -> Result<T> {
        let status = response.meta().status();
        let result = decode(response);
        self.end(result.as_ref().map(|_| status));
        result
    }

    /// Ends the call with this status or error.
    pub(crate) fn end(mut self, result: Result<StatusCode, &Error>) {
        self.is_over = true;
        match result {
            Ok(status) => {
                record_status(&self.call, status);
                self.interceptors().end(Outcome::Success(status), &self.info);
            }
            Err(error) => {
                if let Some(status) = error.status() {
                    record_status(&self.call, status);
                }
                record_error(&self.call, error.type_name());
                self.interceptors().end(Outcome::Failure(error), &self.info);
            }
        }
    }

    fn interceptors(&self) -> &Interceptors {
        &self.client.0.interceptors
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if !self.is_over {
            for span in [&self.attempt, &self.call] {
                span.record("error.type", "cancelled");
            }
            self.interceptors().end(Outcome::Cancelled, &self.info);
        }
    }
}

fn record_status(span: &Span, status: StatusCode) {
    span.record("http.response.status_code", status.as_u16());
}

fn record_error(span: &Span, error_type: &str) {
    span.record("error.type", error_type).record("otel.status_code", "ERROR");
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::{
        error::{Delivery, ErrorKind},
        spec::Spec,
    };

    static SPEC: Spec = Spec::new("GetThing", Method::GET, "/things/{id}/");

    #[test]
    fn where_nobody_listens_nothing_is_formatted_or_allocated() {
        let client = Client::builder("http://localhost").api_key("key").build().unwrap();
        let uri = Uri::from_static("http://localhost/things/7/");
        let error = Error::new(ErrorKind::Timeout, Delivery::Unknown, "too late");
        let failed = Err::<(), _>(Error::new(ErrorKind::Timeout, Delivery::Unknown, "too late"));
        let call = || {
            let mut watch = Watch::begin(&client, &SPEC);
            let now = Instant::now();
            assert!(watch.span().is_disabled() && watch.attempt(now).is_disabled());
            watch.request(&uri, &mut HeaderMap::new()).unwrap();
            watch.responded(StatusCode::OK, &HeaderMap::new());
            watch.attempted(&failed);
            watch.again(&error, Duration::ZERO);
            drop(watch.attempt(now));
            watch.end(Err(&error));
            drop(Watch::begin(&client, &SPEC));
        };
        // The first call looks up the subscribers, so it is not measured.
        call();
        assert_eq!(allocation_counter::measure(call).count_total, 0);
        let boxed = allocation_counter::measure(|| drop(std::hint::black_box(Box::new(7))));
        assert_eq!(boxed.count_total, 1, "it does count");
    }
}
