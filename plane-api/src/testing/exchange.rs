//! [`Exchange`]: a request and its outcome, as a line of a recording.

use std::{collections::BTreeMap, fmt::Write, str};

use base64::{Engine, prelude::BASE64_STANDARD};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method};
use serde::Deserialize;
use serde_json::{Value, json};

use super::json::{self, is_json};
use crate::error::Stage;

/// The version of the format, which the first line of a recording names.
pub(super) const VERSION: u32 = 1;

/// A request and its outcome.
#[derive(Debug, PartialEq)]
pub(super) struct Exchange {
    pub(super) request: Sent,
    pub(super) outcome: Outcome,
}

/// The first line of a recording.
#[derive(Debug, Default, PartialEq, Deserialize)]
pub(super) struct Head {
    pub(super) recording: u32,
    /// The base URL of the first client, without the API root.
    pub(super) server: Option<String>,
    /// The names that the user added.
    #[serde(default)]
    pub(super) redacted: Vec<String>,
}

/// Names and values of headers, sorted by name.
pub(super) type Headers = BTreeMap<String, Vec<String>>;

/// A request without secrets and without values that change from run to run.
#[derive(Debug, PartialEq)]
pub(super) struct Sent {
    /// The name of the endpoint, for readers.
    pub(super) endpoint: String,
    pub(super) method: String,
    /// The path and the query; after scheme and authority if they differ from the server's.
    pub(super) url: String,
    pub(super) headers: Headers,
    pub(super) body: Content,
    /// `true` if only a part of the body was sent.
    pub(super) is_partial: bool,
}

/// The outcome of a request.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    Response(Response),
    Failure(Failure),
    /// The client gave up before there was a response.
    Cancelled {
        /// `true` if no connection had accepted the request.
        is_unsent: bool,
    },
}

#[derive(Debug, PartialEq)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) headers: Headers,
    pub(super) body: Content,
    pub(super) end: End,
}

/// The end of a body.
#[derive(Debug, PartialEq)]
pub(super) enum End {
    Complete,
    Failure(Failure),
    /// The client stopped reading.
    Cancelled,
}

/// A failure of the transport.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Failure {
    pub(super) stage: Stage,
    pub(super) is_timeout: bool,
    pub(super) is_malformed: bool,
    /// The hint besides the stage.
    pub(super) hint: String,
    /// The text of the cause.
    pub(super) cause: String,
}

/// A body.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    Empty,
    /// JSON on one line.
    Json(String),
    Text(String),
    Binary(Bytes),
}

impl Content {
    /// With `is_exact`, the bytes are recorded; otherwise only the value, if the body is JSON.
    pub(super) fn of(body: Vec<u8>, is_exact: bool) -> Self {
        if body.is_empty() {
            return Self::Empty;
        }
        let body = match String::from_utf8(body) {
            Ok(body) => body,
            Err(error) => return Self::Binary(error.into_bytes().into()),
        };
        if !is_json(body.as_bytes()) {
            return Self::Text(body);
        }
        // Line breaks are between values: within strings they are escaped.
        let is_one_line = !body.contains(['\n', '\r']) && body.trim() == body;
        match (is_one_line, is_exact) {
            (true, _) => Self::Json(body),
            (false, true) => Self::Text(body),
            (false, false) => Self::Json(body.lines().map(str::trim).collect()),
        }
    }

    pub(super) fn into_bytes(self) -> Bytes {
        match self {
            Self::Empty => Bytes::new(),
            Self::Json(text) | Self::Text(text) => text.into(),
            Self::Binary(bytes) => bytes,
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Empty => &[],
            Self::Json(text) | Self::Text(text) => text.as_bytes(),
            Self::Binary(bytes) => bytes,
        }
    }

    fn write(&self, line: &mut String) {
        // Writing to a `String` cannot fail.
        let _ = match self {
            Self::Empty => Ok(()),
            Self::Json(json) => write!(line, ",\"json\":{json}"),
            Self::Text(text) => write!(line, ",\"text\":{}", json!(text)),
            Self::Binary(bytes) => {
                write!(line, ",\"base64\":\"{}\"", BASE64_STANDARD.encode(bytes))
            }
        };
    }
}

impl Head {
    /// Returns the line without its end.
    pub(super) fn line(&self) -> String {
        let mut line = format!("{{\"recording\":{VERSION}");
        if let Some(server) = &self.server {
            let _ = write!(line, ",\"server\":{}", json!(server));
        }
        if !self.redacted.is_empty() {
            let _ = write!(line, ",\"redacted\":{}", json!(self.redacted));
        }
        line + "}"
    }
}

impl Exchange {
    /// Returns the line without its end.
    pub(super) fn line(&self) -> String {
        let Sent { endpoint, method, url, headers, body, is_partial } = &self.request;
        let mut line = format!(
            "{{\"request\":{{\"endpoint\":{},\"method\":{},\"url\":{}",
            json!(endpoint),
            json!(method),
            json!(url)
        );
        write_headers(headers, &mut line);
        body.write(&mut line);
        line += if *is_partial { ",\"partial\":true}" } else { "}" };
        match &self.outcome {
            Outcome::Response(response) => response.write(&mut line),
            Outcome::Failure(failure) => failure.write(&mut line),
            Outcome::Cancelled { is_unsent } => {
                let when = if *is_unsent { UNSENT } else { "before a response" };
                // Writing to a `String` cannot fail.
                let _ = write!(line, ",\"cancelled\":\"{when}\"");
            }
        }
        line + "}"
    }
}

impl Response {
    fn write(&self, line: &mut String) {
        let _ = write!(line, ",\"response\":{{\"status\":{}", self.status);
        write_headers(&self.headers, line);
        self.body.write(line);
        match &self.end {
            End::Complete => {}
            End::Failure(failure) => failure.write(line),
            End::Cancelled => *line += ",\"cancelled\":\"before the end of the body\"",
        }
        line.push('}');
    }
}

impl Failure {
    fn write(&self, line: &mut String) {
        let _ = write!(line, ",\"failure\":{{\"stage\":\"{}\"", stage_name(self.stage));
        if self.is_timeout {
            *line += ",\"timeout\":true";
        }
        if self.is_malformed {
            *line += ",\"malformed\":true";
        }
        if !self.hint.is_empty() {
            let _ = write!(line, ",\"hint\":{}", json!(self.hint));
        }
        let _ = write!(line, ",\"cause\":{}}}", json!(self.cause));
    }
}

/// Writes headers. A value that occurs once is written without a list.
fn write_headers(headers: &Headers, line: &mut String) {
    if headers.is_empty() {
        return;
    }
    let values = headers.iter().map(|(name, values)| match values.as_slice() {
        [value] => (name.clone(), json!(value)),
        values => (name.clone(), json!(values)),
    });
    let _ = write!(line, ",\"headers\":{}", Value::Object(values.collect()));
}

/// The outcome if the client gave up a request before it was sent.
const UNSENT: &str = "before it was sent";

const STAGES: [(Stage, &str); 5] = [
    (Stage::BeforeSend, "BeforeSend"),
    (Stage::NotProcessed, "NotProcessed"),
    (Stage::RequestBody, "RequestBody"),
    (Stage::AfterSend, "AfterSend"),
    (Stage::Body, "Body"),
];

fn stage_name(stage: Stage) -> &'static str {
    STAGES.iter().find(|(it, _)| *it == stage).map_or("AfterSend", |(_, name)| name)
}

/// The members of an object, each as written.
struct Members<'a>(Vec<(String, &'a [u8])>);

impl<'a> Members<'a> {
    fn of(object: &'a [u8], what: &str) -> Result<Self, String> {
        json::members(object).map(Self).ok_or_else(|| format!("{what} is not a JSON object"))
    }

    fn raw(&self, name: &str) -> Option<&'a [u8]> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| *value)
    }

    /// Fails if there is a member with another name.
    fn only(self, names: &[&str]) -> Result<Self, String> {
        let unknown = self.0.iter().find(|(name, _)| !names.contains(&name.as_str()));
        match unknown {
            Some((name, _)) => Err(format!("unknown member `{name}`")),
            None => Ok(self),
        }
    }

    fn get<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<Option<T>, String> {
        let value = self.raw(name).map(serde_json::from_slice).transpose();
        value.map_err(|_| format!("`{name}` has an invalid value"))
    }

    fn required<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<T, String> {
        self.get(name)?.ok_or_else(|| format!("`{name}` is missing"))
    }

    fn headers(&self) -> Result<Headers, String> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Values {
            One(String),
            Many(Vec<String>),
        }
        let headers: BTreeMap<String, Values> = self.get("headers")?.unwrap_or_default();
        let values = headers.into_iter().map(|(name, values)| match values {
            Values::One(value) => (name.to_ascii_lowercase(), vec![value]),
            Values::Many(values) => (name.to_ascii_lowercase(), values),
        });
        let headers: Headers = values.collect();
        let is_valid = |name: &String, values: &Vec<String>| {
            HeaderName::try_from(name).is_ok()
                && values.iter().all(|value| HeaderValue::from_bytes(value.as_bytes()).is_ok())
        };
        match headers.iter().find(|(name, values)| !is_valid(name, values)) {
            Some((name, _)) => Err(format!("the header `{name}` is invalid")),
            None => Ok(headers),
        }
    }

    fn body(&self) -> Result<Content, String> {
        let is_body = |name: &str| ["json", "text", "base64"].contains(&name);
        if self.0.iter().filter(|(name, _)| is_body(name)).count() > 1 {
            return Err("there are several bodies".to_owned());
        }
        if let Some(json) = self.raw("json") {
            return Ok(Content::Json(String::from_utf8_lossy(json).into_owned()));
        }
        if let Some(text) = self.get::<String>("text")? {
            return Ok(Content::Text(text));
        }
        let Some(text) = self.get::<String>("base64")? else { return Ok(Content::Empty) };
        let bytes = BASE64_STANDARD.decode(text).map_err(|_| "`base64` has an invalid value")?;
        Ok(Content::Binary(bytes.into()))
    }

    fn failure(&self) -> Result<Option<Failure>, String> {
        let Some(raw) = self.raw("failure") else { return Ok(None) };
        let failure = Members::of(raw, "`failure`")?.only(&[
            "stage",
            "timeout",
            "malformed",
            "hint",
            "cause",
        ])?;
        let name: String = failure.required("stage")?;
        let stage = STAGES.iter().find(|(_, it)| *it == name).map(|(stage, _)| *stage);
        Ok(Some(Failure {
            stage: stage.ok_or("`stage` has an invalid value")?,
            is_timeout: failure.get("timeout")?.unwrap_or_default(),
            is_malformed: failure.get("malformed")?.unwrap_or_default(),
            hint: failure.get("hint")?.unwrap_or_default(),
            cause: failure.get("cause")?.unwrap_or_default(),
        }))
    }
}

/// Reads a line of a recording.
pub(super) fn read(line: &[u8]) -> Result<Exchange, String> {
    // The parser of members relies on valid JSON.
    serde_json::from_slice::<Value>(line).map_err(|error| format!("not valid JSON: {error}"))?;
    let line = Members::of(line, "it")?.only(&["request", "response", "failure", "cancelled"])?;
    let raw = line.raw("request").ok_or("`request` is missing")?;
    let request = Members::of(raw, "`request`")?
        .only(&["endpoint", "method", "url", "headers", "json", "text", "base64", "partial"])?;
    let method: String = request.required("method")?;
    if Method::from_bytes(method.as_bytes()).is_err() {
        return Err("`method` has an invalid value".to_owned());
    }
    let request = Sent {
        endpoint: request.get("endpoint")?.unwrap_or_default(),
        method,
        url: request.required("url")?,
        headers: request.headers()?,
        body: request.body()?,
        is_partial: request.get("partial")?.unwrap_or_default(),
    };
    let outcome = if let Some(raw) = line.raw("response") {
        Outcome::Response(response(raw)?)
    } else if let Some(failure) = line.failure()? {
        Outcome::Failure(failure)
    } else if let Some(when) = line.get::<String>("cancelled")? {
        Outcome::Cancelled { is_unsent: when == UNSENT }
    } else {
        return Err("`response`, `failure` or `cancelled` is missing".to_owned());
    };
    Ok(Exchange { request, outcome })
}

fn response(raw: &[u8]) -> Result<Response, String> {
    let response = Members::of(raw, "`response`")?.only(&[
        "status",
        "headers",
        "json",
        "text",
        "base64",
        "failure",
        "cancelled",
    ])?;
    let end = match (response.failure()?, response.raw("cancelled")) {
        (Some(failure), _) => End::Failure(failure),
        (None, Some(_)) => End::Cancelled,
        (None, None) => End::Complete,
    };
    let status = response.required("status")?;
    if !(100..1000).contains(&status) {
        return Err("`status` has an invalid value".to_owned());
    }
    Ok(Response { status, headers: response.headers()?, body: response.body()?, end })
}
