//! [`load`]: a document, from a file or from a server.

use std::{collections::BTreeMap, error::Error, fs};

use plane_api::{Auth, Client, Value, endpoint};

/// Gets the content of a path of a server.
#[endpoint(GET, "/<path..>", header("Accept" = "application/json"))]
struct GetDocument {
    path: String,
    #[flatten]
    query: BTreeMap<String, String>,
}

/// Gets the content of a path that ends in a slash.
#[endpoint(GET, "/<path..>/", header("Accept" = "application/json"))]
struct GetFolder {
    path: String,
    #[flatten]
    query: BTreeMap<String, String>,
}

/// Reads a document in JSON from a file, or gets it from a URL, with the key if there is one.
///
/// # Errors
///
/// Returns an error if it cannot be read, or is not JSON.
pub fn load(from: &str, key: Option<&str>) -> Result<Value, Box<dyn Error>> {
    if from.starts_with("http://") || from.starts_with("https://") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        return runtime.block_on(get(from, key));
    }
    let text = fs::read(from).map_err(|error| format!("cannot read {from}: {error}"))?;
    serde_json::from_slice(&text).map_err(|error| {
        format!("{from} is not JSON: {error}; convert a document in YAML first").into()
    })
}

async fn get(url: &str, key: Option<&str>) -> Result<Value, Box<dyn Error>> {
    let (url, query) = url.split_once('?').unwrap_or((url, ""));
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find('/').map_or(url.len(), |at| host + at);
    let (base, path) = url.split_at(end);
    let auth = key.map_or_else(Auth::none, Auth::api_key);
    let client = Client::builder(base).auth(auth).max_response_bytes(64 << 20).build()?;
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let query: BTreeMap<String, String> = pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let path = path.trim_start_matches('/');
    let found = match path.strip_suffix('/') {
        Some(path) => GetFolder::new(path, query).send(&client).await,
        None => GetDocument::new(path, query).send(&client).await,
    };
    found.map_err(|error| format!("cannot get the document: {error}").into())
}
