//! Contents of spans and events, and what they must not contain.

use std::time::Duration;

use plane_api::{
    Auth, BoxFuture, Client, RateLimit, RetryPolicy, Stage, Timeouts, Token, TokenSource,
};

use super::{
    Answer, Broken, CANARY, GOOD, GetCustomer, ListCustomers, Script, Silence, recorder::Recorder,
    update,
};

const CALL: &str = "INFO call otel.name=UpdateCustomer otel.kind=internal http.request.method=PATCH \
                    url.template=/workspaces/{workspace_slug}/customers/{customer_id}/ \
                    server.address=api.example server.port=443";

const ATTEMPT: &str = "INFO attempt otel.name=PATCH /workspaces/{workspace_slug}/customers/{customer_id}/ \
                       otel.kind=client http.request.method=PATCH";

const WHERE: &str = "url.template=/workspaces/{workspace_slug}/customers/{customer_id}/ \
                     server.address=api.example server.port=443";

#[tokio::test(start_paused = true)]
async fn a_call_and_its_attempt_are_spans() {
    let (recorder, _guard) = Recorder::start();
    update().send(&Script::new([GOOD]).client().build().unwrap()).await.unwrap();
    assert_eq!(
        recorder.text(),
        format!(
            "{CALL} http.response.status_code=200\n  \
             {ATTEMPT} {WHERE} http.response.status_code=200\n"
        )
    );
    assert_eq!(recorder.open(), 0);
}

#[tokio::test(start_paused = true)]
async fn the_template_begins_with_the_api_root_of_the_endpoint() {
    let (recorder, _guard) = Recorder::start();
    let request = plane_api::v2::customers::DeleteCustomer::new("acme", "7");
    let _ = request.send(&Script::new([GOOD]).client().build().unwrap()).await;
    let template = "/api/v2/workspaces/{workspace_slug}/customers/{customer_id}/";
    let text = recorder.text();
    assert_eq!(text.matches(&format!(" url.template={template} ")).count(), 2, "{text}");
    assert!(text.contains(&format!("attempt otel.name=DELETE {template} ")), "{text}");
}

#[tokio::test(start_paused = true)]
async fn retries_are_separate_spans_with_a_reason() {
    let (recorder, _guard) = Recorder::start();
    let rejection = Answer(400, r#"{"detail": "CANARY_0123456789"}"#);
    let script = Script::new([Answer(429, ""), Broken(Stage::BeforeSend), rejection]);
    update().send(&script.client().build().unwrap()).await.unwrap_err();
    assert_eq!(
        recorder.text(),
        format!(
            "{CALL} http.response.status_code=400 error.type=400 otel.status_code=ERROR\n  \
             {ATTEMPT} {WHERE} http.response.status_code=429 error.type=429 otel.status_code=ERROR\n  \
             WARN retrying the request error.type=429 attempt=1 wait=2s\n  \
             {ATTEMPT} http.request.resend_count=1 {WHERE} error.type=connect otel.status_code=ERROR\n  \
             WARN retrying the request error.type=connect attempt=2 wait=0ns\n  \
             {ATTEMPT} http.request.resend_count=2 {WHERE} http.response.status_code=400 error.type=400 otel.status_code=ERROR\n"
        )
    );
    assert_eq!(recorder.open(), 0);
}

/// Returns the fields of the call and of its last attempt, after the fixed ones.
async fn end(script: Script, timeouts: Timeouts) -> (String, String) {
    let (recorder, _guard) = Recorder::start();
    let client = script.client().retry(RetryPolicy::never()).timeouts(timeouts).build().unwrap();
    let _ = tokio::time::timeout(Duration::from_secs(300), update().send(&client)).await;
    assert_eq!(recorder.open(), 0);
    let text = recorder.text();
    let (call, attempt) = text.split_once('\n').unwrap();
    let end = |line: &str| line.split_once("server.port=443").unwrap().1.trim().to_owned();
    (end(call), end(attempt))
}

#[tokio::test(start_paused = true)]
async fn failures_have_a_type() {
    let (call, attempt) = end(Script::new([Silence]), Timeouts::default()).await;
    assert_eq!(call, "error.type=timeout otel.status_code=ERROR");
    assert_eq!(attempt, call);
    let (call, attempt) = end(Script::new([Broken(Stage::AfterSend)]), Timeouts::default()).await;
    assert_eq!(call, "error.type=transport otel.status_code=ERROR");
    assert_eq!(attempt, call);
    let (call, attempt) = end(Script::new([Answer(200, "{}")]), Timeouts::default()).await;
    assert_eq!(
        call, "http.response.status_code=200 error.type=decode otel.status_code=ERROR",
        "the response cannot be decoded"
    );
    assert_eq!(attempt, "http.response.status_code=200", "the attempt itself succeeded");
    let unlimited = Timeouts::default().attempt(None).call(None);
    let (call, attempt) = end(Script::new([Silence]), unlimited).await;
    assert_eq!((call.as_str(), attempt.as_str()), ("error.type=cancelled", "error.type=cancelled"));
}

#[tokio::test(start_paused = true)]
async fn a_page_that_cannot_be_decoded_is_a_failed_call() {
    let (recorder, _guard) = Recorder::start();
    let client = Script::new([Answer(200, r#"{"results": 7, "next_cursor": null}"#)])
        .client()
        .build()
        .unwrap();
    ListCustomers::new().pages(&client).next().await.unwrap().unwrap_err();
    let call = recorder.text().lines().next().unwrap().to_owned();
    assert!(call.ends_with("status_code=200 error.type=decode otel.status_code=ERROR"), "{call}");
}

#[tokio::test(start_paused = true)]
async fn spans_are_children_of_the_span_that_awaits_the_call() {
    use tracing::Instrument;

    let (recorder, _guard) = Recorder::start();
    let client = Script::new([GOOD]).client().build().unwrap();
    let outer = tracing::info_span!(target: "plane_api", "outer");
    GetCustomer::new("7").send(&client).instrument(outer).await.unwrap();
    let text = recorder.text();
    let starts: Vec<_> = text.lines().map(|line| line.split(" otel").next().unwrap()).collect();
    assert_eq!(starts, ["INFO outer", "  INFO call", "    INFO attempt"]);
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_permit_is_an_event() {
    let (recorder, _guard) = Recorder::start();
    let client = Script::new([GOOD, GOOD]).client().rate_limit(RateLimit::PerMinute(1));
    let client = client.build().unwrap();
    GetCustomer::new("7").send(&client).await.unwrap();
    assert!(!recorder.text().contains("waiting"));
    GetCustomer::new("7").send(&client).await.unwrap();
    let text = recorder.text();
    let event = text.lines().find(|line| line.contains("waiting")).unwrap();
    assert_eq!(event, "  INFO waiting for the rate limit wait=60s");
}

/// A source of two tokens: the first is about to expire, and there is no third.
struct Tokens(std::sync::atomic::AtomicUsize);

impl TokenSource for Tokens {
    fn token<'a>(
        &'a self,
        _: Option<&'a Token>,
    ) -> BoxFuture<'a, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
        let n = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Box::pin(async move {
            match n {
                0 => Ok(Token::new(CANARY)),
                1 => Ok(Token::new("CANARY_another").expires_in(Duration::from_secs(30))),
                _ => Err(CANARY.into()),
            }
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_refreshed_token_is_an_event() {
    let (recorder, _guard) = Recorder::start();
    let script = Script::new([Answer(401, ""), GOOD, GOOD]);
    let auth = Auth::token_source(Tokens(0.into()));
    let client =
        Client::builder("https://api.example").auth(auth).transport(script).build().unwrap();
    GetCustomer::new("7").send(&client).await.unwrap();
    GetCustomer::new("7").send(&client).await.unwrap();
    let text = recorder.text();
    let events: Vec<_> =
        text.lines().map(str::trim).filter(|line| !line.contains("otel.kind")).collect();
    assert_eq!(
        events,
        [
            "INFO got a new access token",
            "INFO got a new access token",
            "WARN retrying the request error.type=401 attempt=1 wait=0ns",
            "WARN cannot get a new access token; the current one is still valid",
        ]
    );
    assert!(!text.contains("CANARY"), "{text}");
}
