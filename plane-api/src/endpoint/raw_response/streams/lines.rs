//! [`Lines`]: JSON values, one per line.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;

use super::reader::{Endings, Line, Reader};
use crate::{
    endpoint::{download::Download, meta::Meta, values::FromResponse},
    error::Result,
    redact::Redaction,
    text,
};

/// A stream of JSON values, one per line: `-> Lines<T>`. Also known as NDJSON, JSON Lines and JSONL.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Lines, endpoint};
/// # #[derive(serde::Deserialize)] pub struct Change { id: u64 }
///
/// #[endpoint(GET, "/changes" -> Lines<Change>)]
/// pub struct WatchChanges {
///     pub since: Option<u64>,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<WatchChanges>().reply(Reply::new(StatusCode::OK).body("{\"id\": 8}\n{\"id\": 9}\n"));
/// # let client = mock.client();
/// let mut changes = WatchChanges::new().since(7).send(&client).await?;
/// while let Some(change) = changes.next().await {
///     println!("{}", change?.id);
/// }
/// # Ok(())
/// # }
/// ```
///
/// `Lines` is also a [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html). Blank lines
/// are skipped. The last line needs no line feed.
///
/// # Limits
///
/// The whole stream may take any time. [`Timeouts::idle`](crate::Timeouts::idle) (default: 30 s) limits the time in
/// which no byte arrives. `max_response_bytes` of the client or the call (default: 16 MiB) limits the length of one
/// line.
///
/// # Errors
///
/// A line that cannot be decoded or is too long is one `Err`, and the next call returns the line after it. If the
/// connection breaks or stalls, the last item is an `Err`. In all these cases the server has accepted the request:
/// [`Delivery::Applied`](crate::Delivery::Applied).
#[must_use = "streams do nothing unless polled"]
#[doc(alias = "NDJSON")]
#[doc(alias = "JSONL")]
pub struct Lines<T> {
    reader: Reader,
    /// A function and not a bound, so that a type that cannot be decoded is reported at the declaration only.
    decode: fn(&Reader, Bytes) -> Result<T>,
}

impl<T: FromResponse> Lines<T> {
    pub(crate) fn new(download: Download, redaction: Redaction) -> Self {
        let reader = Reader::new(download, redaction, Endings::LineFeed, "line");
        Self { reader, decode: Reader::decode::<T> }
    }
}

impl<T> Lines<T> {
    /// Returns the next value, or `None` at the end.
    ///
    /// The future can be dropped without losing a value.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| self.poll_value(context)).await
    }

    fn poll_value(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            let line = match ready!(self.reader.poll_line(context)) {
                Some(Ok(Line::Whole(line) | Line::Rest(line))) => line,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            };
            if !text::json(&line).is_empty() {
                return Poll::Ready(Some((self.decode)(&self.reader, line)));
            }
        }
    }

    /// Returns the status and headers of the response.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        self.reader.download().meta()
    }
}

impl<T> Stream for Lines<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_value(context)
    }
}

impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("meta", self.meta()).finish_non_exhaustive()
    }
}
