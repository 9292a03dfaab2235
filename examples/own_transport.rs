//! Sends requests with your own `reqwest::Client`, such as one that your program has already configured.
//!
//! ```text
//! cargo run --example own_transport
//! ```
//!
//! Compared with the transports of `plane-api`, this loses:
//!
//! - **Redirects.** Unless your client has `redirect::Policy::none()`, it follows them, and `reqwest` strips
//!   `Authorization` when the host changes, but not `X-API-Key`: the server can redirect your key to any host.
//! - **Retries.** `reqwest` itself retries a request that an HTTP/2 server rejected unprocessed. No interceptor, rate
//!   limit or `Meta::attempts` sees that retry. With `retry::never()`, such an error must be recognized by its type to
//!   become `Stage::NotProcessed`; here it is `AfterSend`, so a `POST` is not retried.
//! - **Decompression.** If the features of `reqwest` for it are enabled, it decodes responses itself, perhaps
//!   incompletely: of gzip, only the first member. `max_response_bytes` still counts the decoded bytes.
//! - **Runtimes.** The connections of a `reqwest::Client` end with the runtime that created them. A client that
//!   outlives the runtime gets errors for requests that were never sent.
//! - **Explanations.** The reason why a certificate or a proxy was rejected is only in `Error::source`.

use plane_api::{
    Body, BoxFuture, CallInfo, Client, Stage, Transport, TransportError, http, sandbox::Sandbox,
    v1::customers::CreateCustomer,
};
use plane_examples::println;
use reqwest::redirect::Policy;

struct OverReqwest(reqwest::Client);

impl Transport for OverReqwest {
    fn execute<'a>(
        &'a self,
        request: http::Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let request = request.map(|body| match body.as_bytes() {
                Some(bytes) => bytes.clone().into(),
                None => reqwest::Body::wrap_stream(body),
            });
            let request = request.try_into().map_err(|error| failure(Stage::BeforeSend, error))?;
            let answer = self.0.execute(request).await.map_err(|error| {
                let stage = if error.is_connect() { Stage::BeforeSend } else { Stage::AfterSend };
                failure(stage, error)
            })?;
            let mut response = http::Response::new(());
            *response.status_mut() = answer.status();
            *response.headers_mut() = answer.headers().clone();
            let body = Body::stream(answer.bytes_stream());
            Ok(response.map(|()| body))
        })
    }
}

/// A URL may contain a signature or a key, and an error must not show it.
fn failure(stage: Stage, error: reqwest::Error) -> TransportError {
    let is_timeout = error.is_timeout();
    let failure = TransportError::new(stage, error.without_url());
    if is_timeout { failure.timed_out() } else { failure }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `reqwest` is built without TLS in this workspace.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let yours = reqwest::Client::builder().redirect(Policy::none()).build()?;

    let sandbox = Sandbox::start().await?;
    let client = Client::plane()
        .base_url(sandbox.base_url())
        .api_key(sandbox.api_key())
        .transport(OverReqwest(yours))
        .build()?;
    let customer = CreateCustomer::new(sandbox.workspace(), "Acme").send(&client).await?;
    println!("{} is customer {}", customer.name.unwrap_or_default(), customer.id);
    Ok(())
}
