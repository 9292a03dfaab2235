//! Interceptors: the values that they see and can change, and the guarantees that they cannot break.

use std::{
    collections::BTreeMap,
    error,
    sync::{Arc, Mutex},
    time::Duration,
};

use plane_api::{
    Auth, CallInfo, Client, Delivery, Error, ErrorKind, Interceptor, Outcome, Stage,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri},
};

use super::{Answer, Broken, CANARY, GOOD, GetCustomer, Script, Silence, update};

/// Records what it sees.
#[derive(Default)]
struct Diary(Mutex<Vec<String>>);

impl Diary {
    fn write(&self, line: String) {
        self.0.lock().unwrap().push(line);
    }

    fn lines(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Interceptor for Diary {
    fn request(
        &self,
        uri: &Uri,
        headers: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        let CallInfo { spec, attempt, .. } = info;
        self.write(format!("{attempt}: {} {} {headers:?}", spec.method, uri.path()));
        headers.insert("traceparent", HeaderValue::from_static("00-1-1-01"));
        Ok(())
    }

    fn response(&self, status: StatusCode, headers: &HeaderMap, info: &CallInfo) {
        let (id, time) = (headers["x-request-id"].to_str().unwrap(), info.attempt_elapsed());
        self.write(format!("{}: {status} {id} after {time:?}", info.attempt));
    }

    fn retry(&self, error: &Error, wait: Duration, info: &CallInfo) {
        let (status, time) = (error.status(), info.attempt_elapsed());
        self.write(format!(
            "{}: {:?} {status:?} after {time:?}, wait {wait:?}",
            info.attempt,
            error.kind()
        ));
    }

    fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {
        let kind = match outcome {
            Outcome::Failure(error) => format!("{:?}", error.kind()),
            other => format!("{other:?}"),
        };
        self.write(format!("{}: {kind} after {:?}", info.attempt, info.elapsed()));
    }
}

fn with_diary(script: &Script) -> (Client, Arc<Diary>) {
    let diary = Arc::new(Diary::default());
    (script.client().interceptor(diary.clone()).build().unwrap(), diary)
}

#[tokio::test(start_paused = true)]
async fn requests_responses_retries_and_the_end_are_seen() {
    let script = Script::new([Answer(429, ""), Broken(Stage::BeforeSend), GOOD]);
    let (client, diary) = with_diary(&script);
    GetCustomer::new("7").send(&client).await.unwrap();
    let agent = concat!("plane-api/", env!("CARGO_PKG_VERSION"));
    let request =
        format!(r#"GET /customers/7/ {{"accept": "application/json", "user-agent": "{agent}"}}"#);
    assert_eq!(
        diary.lines(),
        [
            format!("1: {request}"),
            "1: 429 Too Many Requests r-1 after 1s".to_owned(),
            "1: Status Some(429) after 1s, wait 2s".to_owned(),
            format!("2: {request}"),
            "2: Connect None after 1s, wait 0ns".to_owned(),
            format!("3: {request}"),
            "3: 200 OK r-1 after 1s".to_owned(),
            "3: Success(200) after 5s".to_owned(),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn every_call_ends_once() {
    let script = Script::new([Answer(404, ""), Answer(200, "{}"), Silence, GOOD, GOOD]);
    let (client, diary) = with_diary(&script);
    let end = || {
        let lines = diary.lines();
        let ends: Vec<_> = lines.into_iter().filter(|line| line.contains(" after ")).collect();
        ends.last().unwrap().clone()
    };
    let get = GetCustomer::new("7");
    let error = get.send(&client).await.unwrap_err();
    assert_eq!((error.request_id(), error.attempts()), (Some("r-1"), 1));
    assert_eq!(end(), "1: Status after 1s");
    get.send(&client).await.unwrap_err();
    assert_eq!(end(), "1: Decode after 1s");
    let given_up = tokio::time::timeout(Duration::from_secs(9), get.send(&client)).await;
    assert!(given_up.is_err());
    assert_eq!(end(), "1: Cancelled after 9s");
    let (_, meta) = client.call(&get).with_meta().await.unwrap();
    assert_eq!(
        (meta.status(), meta.request_id(), meta.attempts()),
        (StatusCode::OK, Some("r-1"), 1)
    );
    assert_eq!((meta.duration(), meta.headers().len()), (Duration::from_secs(1), 3));
    assert_eq!(end(), "1: Success(200) after 1s");
    client.call(&get).raw().await.unwrap();
    assert_eq!(end(), "1: Success(200) after 1s");

    drop(get.send(&client));
    GetCustomer::new("..").send(&client).await.unwrap_err();
    assert_eq!(diary.lines(), [""; 0], "a call that never began has no end");
}

#[tokio::test(start_paused = true)]
async fn added_headers_are_sent_and_credentials_are_neither_seen_nor_replaced() {
    struct Forger(Diary);

    impl Interceptor for Forger {
        fn request(
            &self,
            _: &Uri,
            headers: &mut HeaderMap,
            _: &CallInfo,
        ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
            self.0.write(format!("{headers:?}"));
            for name in ["x-api-key", "authorization", "x-token", "x-own", "x-added"] {
                headers.insert(name, HeaderValue::from_static("forged"));
            }
            Ok(())
        }
    }

    let auth = [
        Auth::api_key(CANARY),
        Auth::bearer_token(CANARY),
        Auth::header(HeaderName::from_static("x-token"), CANARY),
    ];
    for (auth, name) in auth.into_iter().zip(["x-api-key", "authorization", "x-token"]) {
        let (script, forger) = (Script::new([GOOD, GOOD]), Arc::new(Forger(Diary::default())));
        let client = script.client().auth(auth).interceptor(forger.clone()).build().unwrap();
        let mut secret = HeaderValue::from_static("CANARY_secret");
        secret.set_sensitive(true);
        let call = client.call(&GetCustomer::new("7"));
        call.header(HeaderName::from_static("x-own"), secret).send().await.unwrap();
        let sent = script.last();
        assert!(sent[name].to_str().unwrap().ends_with(CANARY), "{name}");
        assert_eq!(sent["x-own"], "CANARY_secret");
        assert_eq!(sent["x-added"], "forged");

        // A call's own credentials are equally secret, whether or not their value is sensitive.
        let own = HeaderValue::from_static("CANARY_own");
        let call = client.call(&GetCustomer::new("7"));
        call.header(HeaderName::from_static(name), own).send().await.unwrap();
        assert_eq!(script.last()[name], "CANARY_own");
        assert!(script.last()[name].is_sensitive());
        let seen = forger.0.lines().join("\n");
        assert!(
            seen.contains("accept") && !seen.contains("CANARY") && !seen.contains(name),
            "{seen}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn errors_and_panics_in_interceptors_poison_nothing() {
    /// Rejects a request, then panics; from the third call on, panics in every observing method.
    struct Moody(Mutex<u32>);

    impl Interceptor for Moody {
        fn request(
            &self,
            _: &Uri,
            _: &mut HeaderMap,
            _: &CallInfo,
        ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
            let calls = {
                let mut calls = self.0.lock().unwrap();
                *calls += 1;
                *calls
            };
            match calls {
                1 => Err("the circuit is open".into()),
                2 => panic!("the interceptor is on fire"),
                _ => Ok(()),
            }
        }

        fn response(&self, _: StatusCode, _: &HeaderMap, _: &CallInfo) {
            panic!("the interceptor is on fire");
        }

        fn retry(&self, _: &Error, _: Duration, _: &CallInfo) {
            panic!("the interceptor is on fire");
        }

        fn end(&self, _: Outcome<'_>, _: &CallInfo) {
            panic!("the interceptor is on fire");
        }
    }

    let script = Script::new([Answer(503, ""), GOOD]);
    let diary = Arc::new(Diary::default());
    let client = script.client().interceptor(Moody(Mutex::new(0))).interceptor(diary.clone());
    let client = client.build().unwrap();
    let get = GetCustomer::new("7");

    let error = get.send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Interceptor, Delivery::NotSent));
    assert!(error.to_string().ends_with("an interceptor rejected the request"), "{error}");
    assert_eq!(error::Error::source(&error).unwrap().to_string(), "the circuit is open");
    let error = get.send(&client).await.unwrap_err();
    assert!(error.to_string().ends_with("an interceptor panicked"), "{error}");
    assert_eq!(script.sent.lock().unwrap().len(), 0);
    assert_eq!(diary.lines().len(), 2, "the other interceptor sees both ends");

    get.send(&client).await.unwrap();
    assert_eq!(script.sent.lock().unwrap().len(), 2);
    assert_eq!(diary.lines().len(), 6, "two requests, two responses, a retry and the end");
}

/// The counts and durations that a dashboard shows.
#[derive(Default)]
struct Metrics {
    attempts: Mutex<BTreeMap<String, (u32, Duration)>>,
    calls: Mutex<BTreeMap<String, (u32, Duration)>>,
    running: Mutex<i32>,
}

impl Metrics {
    fn count(counts: &Mutex<BTreeMap<String, (u32, Duration)>>, label: String, time: Duration) {
        let mut counts = counts.lock().unwrap();
        let (count, sum) = counts.entry(label).or_default();
        (*count, *sum) = (*count + 1, *sum + time);
    }

    fn label(error: &Error) -> String {
        error.status().map_or_else(|| format!("{:?}", error.kind()), |it| it.as_u16().to_string())
    }
}

impl Interceptor for Metrics {
    fn request(
        &self,
        _: &Uri,
        _: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        *self.running.lock().unwrap() += i32::from(info.attempt == 1);
        Ok(())
    }

    fn retry(&self, error: &Error, _: Duration, info: &CallInfo) {
        Self::count(&self.attempts, Self::label(error), info.attempt_elapsed());
    }

    fn end(&self, outcome: Outcome<'_>, info: &CallInfo) {
        let label = match outcome {
            Outcome::Success(status) => status.as_u16().to_string(),
            Outcome::Failure(error) => Self::label(error),
            Outcome::Cancelled => "cancelled".to_owned(),
        };
        Self::count(&self.attempts, label.clone(), info.attempt_elapsed());
        Self::count(&self.calls, format!("{} {label}", info.spec.name), info.elapsed());
        *self.running.lock().unwrap() -= 1;
    }
}

#[tokio::test(start_paused = true)]
async fn metrics_can_be_derived() {
    let script = Script::new([Answer(503, ""), GOOD, GOOD, Answer(409, ""), Silence]);
    let metrics = Arc::new(Metrics::default());
    let client = script.client().interceptor(metrics.clone()).build().unwrap();
    GetCustomer::new("7").send(&client).await.unwrap();
    GetCustomer::new("7").send(&client).await.unwrap();
    update().send(&client).await.unwrap_err();
    let lost = update().send(&client);
    assert!(tokio::time::timeout(Duration::from_secs(4), lost).await.is_err());

    let seconds = |counts: &Mutex<BTreeMap<String, (u32, Duration)>>| {
        let counts = counts.lock().unwrap();
        let line = |(label, (count, time)): (&String, &(u32, Duration))| {
            format!("{label}: {count} in {} s", time.as_secs())
        };
        counts.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        seconds(&metrics.attempts),
        ["200: 2 in 2 s", "409: 1 in 1 s", "503: 1 in 1 s", "cancelled: 1 in 4 s"]
    );
    assert_eq!(
        seconds(&metrics.calls),
        [
            "GetCustomer 200: 2 in 5 s",
            "UpdateCustomer 409: 1 in 1 s",
            "UpdateCustomer cancelled: 1 in 4 s",
        ]
    );
    assert_eq!(*metrics.running.lock().unwrap(), 0);
}
