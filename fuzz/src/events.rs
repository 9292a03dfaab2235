//! Streams of items: server-sent events and lines of JSON.

use std::{fmt::Debug, future::poll_fn, pin::Pin};

use futures_core::Stream;
use plane_api::{
    Bytes, Delivery, Error, Events, Lines, Value, endpoint,
    http::{HeaderValue, header},
};

use crate::{
    client::{Reply, block_on, client},
    split,
};

#[endpoint(GET, "/events" -> Events<Value>)]
struct Watch {}

#[endpoint(GET, "/lines" -> Lines<Value>)]
struct Export {}

/// The maximum size of an item.
const LIMIT: usize = 64;

/// The first byte of the input is the size of the chunks in which the rest of the input arrives. The decoded items do not
/// depend on this size.
pub fn events(input: &[u8]) {
    let (size, stream) = split(input);
    let size = usize::from(size % 16) + 1;
    let whole = || vec![Bytes::copy_from_slice(stream)];
    let cut = || stream.chunks(size).map(Bytes::copy_from_slice).collect::<Vec<_>>();

    let watch = |pieces| {
        let client = replying("text/event-stream", pieces);
        block_on(async { all(Watch::new().send(&client).await.unwrap()).await })
    };
    let items = watch(whole());
    assert_eq!(items, watch(cut()));
    assert!(items.len() <= stream.len());

    let export = |pieces| {
        let client = replying("application/x-ndjson", pieces);
        block_on(async { all(Export::new().send(&client).await.unwrap()).await })
    };
    let items = export(whole());
    assert_eq!(items, export(cut()));
    // Each line that is not blank is an item. A form feed is not blank in JSON, although `trim_ascii` removes it.
    let is_blank = |line: &&[u8]| line.iter().all(|byte| b" \t\r".contains(byte));
    let lines = stream.split(|byte| *byte == b'\n').filter(|line| !is_blank(line));
    assert!(items.len() <= lines.count());
}

fn replying(content_type: &'static str, pieces: Vec<Bytes>) -> plane_api::Client {
    let mut reply = Reply::new(200, Bytes::new());
    reply.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    reply.pieces = pieces;
    client([reply], |builder| builder.max_response_bytes(LIMIT)).0
}

/// Returns each item, or its error.
async fn all<T: Debug>(mut stream: impl Stream<Item = Result<T, Error>> + Unpin) -> Vec<String> {
    let mut items = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
        items.push(match item {
            Ok(item) => format!("{item:?}"),
            Err(error) => {
                assert_eq!(error.delivery(), Delivery::Applied);
                assert!(!error.to_string().contains(char::is_control), "{error}");
                format!("{:?} {}", error.kind(), error.json_path().unwrap_or_default())
            }
        });
    }
    items
}
