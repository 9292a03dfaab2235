//! Cursors, and the URLs of next pages.

use plane_api::{
    Cursor, ErrorKind, Page, Value, endpoint,
    http::{HeaderValue, header},
};
use serde_json::json;
use url::form_urlencoded;

use crate::{
    client::{KEY, Reply, block_on, client},
    split,
};

#[endpoint(GET, "/entries/" -> Page<Value>)]
#[derive(Clone)]
struct ListEntries {
    cursor: Option<Cursor>,
}

#[endpoint(GET, "/linked/" -> Vec<Value>)]
#[derive(Clone)]
struct ListLinked {
    #[page(link)]
    page: Option<Cursor>,
}

/// The first byte of the input is the number of pages that are fetched at the same time. Each line of the rest is the
/// cursor of a page, or the URL of a page. No server can send the client to another server or path, or into an endless
/// loop.
pub fn cursors(input: &[u8]) {
    let (first, rest) = split(input);
    let text = String::from_utf8_lossy(rest);
    let cursors: Vec<_> = text.split('\n').take(40).collect();
    by_cursor(&cursors, usize::from(first % 4));
    by_link(&cursors);
}

fn by_cursor(cursors: &[&str], ahead: usize) {
    let replies = cursors.iter().enumerate().map(|(index, cursor)| {
        let body = json!({
            "results": [{"id": index}], "next_cursor": cursor, "next_page_results": true,
            "total_pages": 1000, "total_results": 1000,
        });
        Reply::new(200, body.to_string())
    });
    let last = Reply::new(200, r#"{"results": [], "next_page_results": false}"#);
    let (client, targets) = client(replies.chain([last]), |builder| builder);
    let mut pages = ListEntries::new().pages(&client).concurrency(ahead);
    let mut named = Vec::new();
    block_on(async {
        while let Some(page) = pages.next().await {
            match page {
                Ok(page) => named.extend(page.next_cursor.map(|cursor| cursor.to_string())),
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
                    assert!(!error.to_string().contains(KEY));
                    break;
                }
            }
            assert!(named.len() <= cursors.len() + 1, "endless pagination");
        }
    });
    let targets = targets.lock().unwrap();
    assert!(targets.iter().all(|target| target.starts_with("/entries/")), "{targets:?}");
    if ahead <= 1 {
        // Each page is requested by the cursor in the previous page, unchanged.
        for (target, cursor) in targets.iter().skip(1).zip(&named) {
            assert_eq!(parameter(target, "cursor").as_deref(), Some(&**cursor), "{target}");
        }
    }
}

fn by_link(urls: &[&str]) {
    let replies = urls.iter().enumerate().map(|(index, url)| {
        let mut reply = Reply::new(200, json!([{"id": index}]).to_string());
        if let Ok(link) = HeaderValue::try_from(format!("<{url}>; rel=\"next\"")) {
            reply.headers.insert(header::LINK, link);
        }
        reply
    });
    let (client, targets) = client(replies.chain([Reply::new(200, "[]")]), |builder| builder);
    let mut pages = ListLinked::new().pages(&client);
    let mut count = 0;
    block_on(async {
        while let Some(page) = pages.next().await {
            if let Err(error) = page {
                assert!(!error.to_string().contains(KEY) && !error.to_string().contains('\n'));
                break;
            }
            count += 1;
            assert!(count <= urls.len() + 1, "endless pagination");
        }
    });
    // For any host and path in a URL, the requests stay with the server and the endpoint.
    let targets = targets.lock().unwrap();
    let is_ours = |target: &String| target == "/linked/" || target.starts_with("/linked/?");
    assert!(targets.iter().all(is_ours), "{targets:?}");
}

fn parameter(target: &str, name: &str) -> Option<String> {
    let (_, query) = target.split_once('?')?;
    form_urlencoded::parse(query.as_bytes())
        .find_map(|(key, value)| (key == name).then(|| value.into_owned()))
}
