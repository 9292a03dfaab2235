//! A canary key and the canary signature of a presigned URL are shown nowhere, whatever happens: neither in errors nor
//! in logs.

use std::{
    fmt::Write,
    sync::{Mutex, OnceLock, PoisonError},
};

use log::{LevelFilter, Log, Metadata, Record};
use plane_api::{Auth, Error, Redirect, RetryPolicy, Value, endpoint};
use plane_tests::faults::{Fault, FaultServer};

use super::last;

const KEY: &str = "plane_api_CANARY_KEY";
const SIGNED: &str =
    "https://storage.example/a.png?X-Amz-Credential=c&X-Amz-Signature=CANARY_SIGNATURE";

#[endpoint(POST, "/things/")]
struct CreateThing {
    #[query]
    upload: Option<String>,
}

#[endpoint(GET, "/files/<id>/" -> Redirect)]
struct GetFile {}

#[endpoint(GET, "/numbers/" -> Vec<u32>)]
struct GetNumbers {}

/// Records the log.
pub(crate) struct Capture(Mutex<String>);

impl Capture {
    /// Asserts that something was logged, but no canary.
    pub(crate) fn assert_clean(&self) {
        let text = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(!text.is_empty(), "the libraries below log something");
        assert_eq!(text.lines().find(|line| line.contains("CANARY")), None);
    }
}

impl Log for Capture {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let mut text = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(text, "{} {}", record.target(), record.args()).unwrap();
    }

    fn flush(&self) {}
}

pub(crate) fn logged() -> &'static Capture {
    static LOGGED: OnceLock<&Capture> = OnceLock::new();
    LOGGED.get_or_init(|| {
        let capture: &'static Capture = Box::leak(Box::new(Capture(Mutex::default())));
        log::set_logger(capture).unwrap();
        log::set_max_level(LevelFilter::Trace);
        capture
    })
}

fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        write!(text, " {error} {error:?}").unwrap();
        source = error.source();
    }
    text
}

#[tokio::test]
async fn canaries_show_under_no_fault() {
    let capture = logged();
    let body = format!(
        r#"{{"detail": "Bad key {KEY} for {SIGNED}.", "name": ["See '{SIGNED}'"], "url": 7}}"#
    );
    let location = format!("Location: {SIGNED}\r\n");
    let list = format!(r#"["{SIGNED}"]"#);
    let faults = [
        Fault::Reset,
        Fault::Close(Vec::new()),
        Fault::Close(format!("{KEY} {SIGNED}\r\n\r\n").into()),
        Fault::Close(format!("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{body}").into()),
        Fault::Close(format!("HTTP/1.1 200 {SIGNED}\r\nContent-Length: x\r\n\r\n").into()),
        Fault::Close(last(200, "", &list)),
        Fault::Close(last(200, "", &format!("<html>{body}"))),
        Fault::Close(last(302, &location, &body)),
        Fault::Close(last(400, "", &body)),
        Fault::Close(last(403, "", &body)),
        Fault::Close(last(409, "", &body)),
        Fault::Close(last(429, "Retry-After: 0\r\n", &body)),
        Fault::Close(last(500, "", &format!("<html>{body}"))),
        Fault::Close(last(503, "", &body)),
    ];
    for fault in faults {
        let server = FaultServer::always(fault.clone()).unwrap();
        let auths = [
            Auth::api_key(KEY),
            Auth::bearer_token(KEY),
            Auth::basic("me", KEY),
            Auth::basic(KEY, ""),
            Auth::query("key", KEY),
        ];
        let builders = [super::builder, super::plane];
        for (auth, builder) in auths.iter().flat_map(|auth| builders.map(|it| (auth, it))) {
            let builder = builder(server.url()).auth(auth.clone());
            let client = builder.retry(RetryPolicy::never()).build().unwrap();
            let create = CreateThing::new().upload(SIGNED);
            let mut text = format!("{client:?} {:?}", client.call(&create));
            for result in [
                create.send(&client).await,
                GetNumbers::new().send(&client).await.map(|_| Value::Null),
                GetFile::new("1").send(&client).await.map(|redirect| {
                    write!(text, "{redirect:?}").unwrap();
                    Value::Null
                }),
            ] {
                if let Err(error) = result {
                    text += &shown(&error);
                }
            }
            assert!(!text.contains("CANARY"), "{fault:?}: {text}");
        }
    }
    capture.assert_clean();
}
