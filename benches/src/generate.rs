//! Writes crates with many endpoints: declared with `#[endpoint]`, and hand-written, with no macros except serde's.

use std::{fmt::Write, fs, io, ops::Range, path::Path};

/// Number of response types.
const MODELS: usize = 25;

/// Number of endpoints per module. Plane's modules have six on average.
const IN_MODULE: usize = 10;

/// The style of a crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With `#[endpoint]`.
    Declared,
    /// With functions that call `reqwest`.
    ByHand,
}

impl Style {
    /// The name of its crates.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::ByHand => "by-hand",
        }
    }
}

/// Writes a crate of `count` endpoints, each with two path parameters and six optional fields, alternately in the body
/// and in the query. Its `main` can call the first `called` of them.
///
/// # Errors
///
/// Returns an error if a file cannot be written.
pub fn write_crate(dir: &Path, style: Style, count: usize, called: usize) -> io::Result<()> {
    let src = dir.join("src");
    fs::create_dir_all(&src)?;
    fs::write(dir.join("Cargo.toml"), manifest(style))?;
    fs::write(src.join("lib.rs"), library(style, count))?;
    fs::write(src.join("models.rs"), models())?;
    for first in (0..count).step_by(IN_MODULE) {
        let text = module(style, first..count.min(first + IN_MODULE));
        fs::write(src.join(module_of(first)).with_extension("rs"), text)?;
    }
    write_main(dir, style, called)
}

/// Writes the program that can call the first `called` endpoints.
///
/// # Errors
///
/// Returns an error if the file cannot be written.
pub fn write_main(dir: &Path, style: Style, called: usize) -> io::Result<()> {
    fs::write(dir.join("src/main.rs"), program(style, called))
}

/// Returns the name of the module that declares an endpoint.
#[must_use]
pub fn module_of(number: usize) -> String {
    format!("things_{}", number / IN_MODULE)
}

/// Both styles have the same dependencies, which are built beforehand.
fn manifest(style: Style) -> String {
    let api = concat!(env!("CARGO_MANIFEST_DIR"), "/../plane-api");
    let name = style.name();
    format!(
        r#"[package]
name = "{name}"
edition = "2024"

[workspace]

[dependencies]
percent-encoding = "2"
plane-api = {{ path = "{api}" }}
reqwest = {{ version = "0.13", default-features = false, features = ["gzip", "http2", "rustls-no-provider", "stream", "system-proxy"] }}
rustls = {{ version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }}
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
tokio = {{ version = "1", features = ["rt"] }}
"#
    )
}

fn models() -> String {
    let mut text =
        "//! The models of the server's responses.\n\nuse serde::Deserialize;\n".to_owned();
    for number in 0..MODELS {
        let _ = write!(
            text,
            "
/// Model {number}.
#[derive(Debug, Clone, Deserialize)]
pub struct Model{number} {{
    pub id: String,
    pub name: Option<String>,
    pub description: Option<String>,
    pub email: Option<String>,
    pub website_url: Option<String>,
    pub employees: Option<i64>,
    pub is_active: Option<bool>,
    pub sort_order: Option<f64>,
    pub labels: Option<Vec<String>>,
    pub created_at: Option<String>,
    pub updated_at: Option<String>,
    pub created_by: Option<String>,
}}
"
        );
    }
    text
}

const FIELDS: &str = "
    pub name: Option<String>,
    pub description: Option<String>,
    pub employees: Option<i64>,
    pub is_active: Option<bool>,
    pub sort_order: Option<f64>,
    pub external_id: Option<String>,
";

fn library(style: Style, count: usize) -> String {
    let mut text = "pub mod models;\n\n".to_owned();
    for first in (0..count).step_by(IN_MODULE) {
        let _ = writeln!(text, "pub mod {};", module_of(first));
    }
    text.push_str(match style {
        Style::Declared => "\npub use plane_api::endpoint;\n",
        Style::ByHand => BY_HAND,
    });
    text
}

fn module(style: Style, numbers: Range<usize>) -> String {
    let (uses, endpoint): (_, fn(usize) -> String) = match style {
        Style::Declared => ("use crate::{endpoint, models};\n", declared),
        Style::ByHand => {
            ("use serde::Serialize;\n\nuse crate::{Client, Error, encoded, models};\n", by_hand)
        }
    };
    numbers.fold(uses.to_owned(), |text, number| text + &endpoint(number))
}

fn declared(number: usize) -> String {
    let (verb, method) = verb(number);
    let model = number % MODELS;
    format!(
        "
/// {verb}s thing {number}.
#[endpoint({method}, \"/workspaces/<workspace_slug>/things-{number}/<thing_id>/\" -> models::Model{model})]
#[derive(Debug, Clone)]
pub struct {verb}Thing{number} {{
    pub workspace_slug: String,
    pub thing_id: String,{FIELDS}}}
"
    )
}

const fn verb(number: usize) -> (&'static str, &'static str) {
    if number.is_multiple_of(2) { ("Update", "PATCH") } else { ("Get", "GET") }
}

/// Code shared by all hand-written functions.
const BY_HAND: &str = r#"
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;

pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The server, and the headers of every request.
pub struct Client {
    pub http: reqwest::Client,
    pub base_url: String,
    pub key: reqwest::header::HeaderValue,
}

impl Client {
    pub(crate) async fn send<T: DeserializeOwned>(&self, request: reqwest::RequestBuilder) -> Result<T, Error> {
        let mut response = request.header("x-api-key", self.key.clone()).send().await?.error_for_status()?;
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await? {
            if body.len() + piece.len() > 64 << 20 {
                return Err("the response is too large".into());
            }
            body.extend_from_slice(&piece);
        }
        Ok(serde_json::from_slice(&body)?)
    }
}

pub(crate) fn encoded(segment: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(segment, NON_ALPHANUMERIC)
}
"#;

fn by_hand(number: usize) -> String {
    let (verb, _) = verb(number);
    let (function, model) = (verb.to_lowercase(), number % MODELS);
    let fields = FIELDS
        .replace("    pub", "    #[serde(skip_serializing_if = \"Option::is_none\")]\n    pub");
    let request = if verb == "Update" {
        "    let body = serde_json::to_vec(fields)?;
    let request = client.http.patch(url).header(\"content-type\", \"application/json\").body(body);"
    } else {
        "    let mut url = reqwest::Url::parse(&url)?;
    {
        let mut query = url.query_pairs_mut();
        if let Some(value) = &fields.name { query.append_pair(\"name\", value); }
        if let Some(value) = &fields.description { query.append_pair(\"description\", value); }
        if let Some(value) = &fields.employees { query.append_pair(\"employees\", &value.to_string()); }
        if let Some(value) = &fields.is_active { query.append_pair(\"is_active\", &value.to_string()); }
        if let Some(value) = &fields.sort_order { query.append_pair(\"sort_order\", &value.to_string()); }
        if let Some(value) = &fields.external_id { query.append_pair(\"external_id\", value); }
    }
    let request = client.http.get(url);"
    };
    let derive =
        if verb == "Update" { "Debug, Clone, Default, Serialize" } else { "Debug, Clone, Default" };
    let fields = if verb == "Update" { fields.as_str() } else { FIELDS };
    format!(
        "
/// Fields of thing {number}.
#[derive({derive})]
pub struct {verb}Thing{number} {{{fields}}}

/// {verb}s thing {number}.
pub async fn {function}_thing_{number}(
    client: &Client,
    workspace_slug: &str,
    thing_id: &str,
    fields: &{verb}Thing{number},
) -> Result<models::Model{model}, Error> {{
    let (workspace_slug, thing_id) = (encoded(workspace_slug), encoded(thing_id));
    let url = format!(\"{{}}/workspaces/{{workspace_slug}}/things-{number}/{{thing_id}}/\", client.base_url);
{request}
    client.send(request).await
}}
"
    )
}

fn program(style: Style, called: usize) -> String {
    let mut calls = String::new();
    for number in 0..called {
        let ((verb, _), module) = (verb(number), module_of(number));
        let call = match style {
            Style::Declared => {
                format!(
                    "declared::{module}::{verb}Thing{number}::new(\"acme\", \"7\").name(\"x\").send(client).await?"
                )
            }
            Style::ByHand => {
                let function = verb.to_lowercase();
                format!(
                    "by_hand::{module}::{function}_thing_{number}(client, \"acme\", \"7\", &by_hand::{module}::{verb}Thing{number} {{ name: Some(\"x\".into()), ..Default::default() }}).await?"
                )
            }
        };
        let _ = writeln!(
            calls,
            "        {number} => Box::pin(async move {{ println!(\"{{:?}}\", {call}.name); Ok(()) }}),"
        );
    }
    // Both programs have TLS.
    let (setup, client, error, new) = match style {
        Style::Declared => (
            "",
            "plane_api::Client",
            "plane_api::Error",
            "plane_api::Client::plane().base_url(\"http://localhost\").api_key(\"key\").build()?",
        ),
        Style::ByHand => (
            "let _ = rustls::crypto::ring::default_provider().install_default();\n    ",
            "by_hand::Client",
            "by_hand::Error",
            "by_hand::Client { http: reqwest::Client::plane().redirect(reqwest::redirect::Policy::none()).build()?, base_url: \"http://localhost\".into(), key: reqwest::header::HeaderValue::from_static(\"key\") }",
        ),
    };
    format!(
        "//! Calls the endpoint whose number it is given.

type Called<'a> = std::pin::Pin<Box<dyn Future<Output = Result<(), {error}>> + 'a>>;

#[allow(unused_variables)]
fn call(client: &{client}, number: usize) -> Called<'_> {{
    match number {{
{calls}        _ => Box::pin(async {{ Ok(()) }}),
    }}
}}

fn main() -> Result<(), {error}> {{
    {setup}let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let client = {new};
    let number = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0);
    runtime.block_on(call(&client, number))
}}
"
    )
}
