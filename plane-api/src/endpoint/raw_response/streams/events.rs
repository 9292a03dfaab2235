//! [`Events`]: server-sent events.

use std::{
    borrow::Cow,
    fmt,
    future::poll_fn,
    mem,
    pin::Pin,
    str,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::reader::{Endings, Line, Reader};
use crate::{
    endpoint::{download::Download, meta::Meta, values::FromResponse},
    error::Result,
    redact::Redaction,
};

/// A server-sent event.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Event, Events, endpoint};
///
/// #[endpoint(GET, "/ticks" -> Events<u32>)]
/// struct WatchTicks {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # let reply = Reply::new(StatusCode::OK).header("content-type", "text/event-stream");
/// # mock.expect_any::<WatchTicks>().reply(reply.body("id: a\nevent: tick\ndata: 1\n\n"));
/// # let client = mock.client();
/// let mut events = WatchTicks::new().send(&client).await?;
/// let event: Event<u32> = events.next().await.unwrap()?;
/// assert_eq!(event.event.as_deref(), Some("tick"));
/// assert_eq!((event.id.as_deref(), event.data), (Some("a"), 1));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The field `id` of the event, if the event has an `id`.
    pub id: Option<String>,
    /// The field `event`: the type of the event. `None` means `message`.
    pub event: Option<String>,
    /// The field `data`, decoded from JSON. If the event has several lines of `data`, these lines are first joined by
    /// line feeds.
    pub data: T,
}

/// A stream of server-sent events (SSE, `text/event-stream`): `-> Events<T>`. The data of each event is decoded from
/// JSON into a `T`.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Events, endpoint};
/// # #[derive(serde::Deserialize)] pub struct Chunk { text: String }
///
/// #[endpoint(POST, "/responses" -> Events<Chunk>)]
/// pub struct CreateResponse {
///     pub prompt: String,
///     pub stream: bool,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # let reply = Reply::new(StatusCode::OK).header("content-type", "text/event-stream");
/// # mock.expect_any::<CreateResponse>().reply(reply.body("data: {\"text\": \"hello\"}\n\n"));
/// # let client = mock.client();
/// let mut events = CreateResponse::new("Say hello", true).send(&client).await?;
/// while let Some(event) = events.next().await {
///     print!("{}", event?.data.text);
/// }
/// # Ok(())
/// # }
/// ```
///
/// `Events` is also a [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html). If the
/// data is not JSON, or if the type of the data depends on [`Event::event`], use [`next_raw`](Self::next_raw), which
/// returns the data as text.
///
/// The stream ends with the response, or with an event whose data is `[DONE]` or the text that [`until`](Self::until)
/// sets instead. Comments and events without data are skipped, as the
/// [standard](https://html.spec.whatwg.org/multipage/server-sent-events.html) requires.
///
/// # Reconnecting
///
/// A stream does not reconnect by itself. To resume, wait for [`retry`](Self::retry), then send the request again with
/// [`Call::resume`](crate::Call::resume) and [`last_event_id`](Self::last_event_id).
///
/// # Limits
///
/// The whole stream may take any time. [`Timeouts::idle`](crate::Timeouts::idle) (default: 30 s) limits the time in
/// which no byte arrives, not even a comment. `max_response_bytes` of the client or the call (default: 16 MiB) limits
/// the size of one event.
///
/// # Errors
///
/// An event that cannot be decoded or is too large is one `Err`, and the next call returns the event after it. If the
/// connection breaks or stalls, or if the response ends in the middle of an event, the last item is an `Err`. In all
/// these cases the server has accepted the request: [`Delivery::Applied`](crate::Delivery::Applied).
#[must_use = "streams do nothing unless polled"]
#[doc(alias = "SSE")]
#[doc(alias = "EventSource")]
pub struct Events<T> {
    reader: Reader,
    terminator: Cow<'static, str>,
    last_event_id: Option<String>,
    retry: Option<Duration>,
    /// The event that is being read.
    pending: Pending,
    /// A function and not a bound, so that a type that cannot be decoded is reported at the declaration only.
    decode: fn(&Reader, Bytes) -> Result<T>,
}

/// The part of an event that has arrived.
#[derive(Default)]
struct Pending {
    id: Option<String>,
    event: Option<String>,
    data: Option<BytesMut>,
    /// `true` if the event exceeds the size limit, which was already reported.
    skips: bool,
}

impl<T: FromResponse> Events<T> {
    pub(crate) fn new(download: Download, redaction: Redaction) -> Self {
        Self {
            reader: Reader::new(download, redaction, Endings::Either, "event"),
            terminator: Cow::Borrowed("[DONE]"),
            last_event_id: None,
            retry: None,
            pending: Pending::default(),
            decode: Reader::decode::<T>,
        }
    }
}

impl<T> Events<T> {
    /// Sets the data of the event that ends the stream; this event is not returned. Default: `[DONE]`.
    pub fn until(mut self, terminator: impl Into<String>) -> Self {
        self.terminator = Cow::Owned(terminator.into());
        self
    }

    /// Returns the status and headers of the response.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        self.reader.download().meta()
    }

    /// Returns the `id` of the latest event that had an `id`, for [`Call::resume`](crate::Call::resume).
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_deref().filter(|id| !id.is_empty())
    }

    /// Returns the delay before a reconnection that the server requests, if it requests a delay.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Returns the next event, with the data as text instead of decoded JSON, or `None` at the end. Bytes that are not
    /// UTF-8 are replaced by `U+FFFD`.
    ///
    /// The future can be dropped without losing an event.
    pub async fn next_raw(&mut self) -> Option<Result<Event<String>>> {
        poll_fn(|context| self.poll_event(context)).await.map(|event| {
            let Event { id, event, data } = event?;
            Ok(Event { id, event, data: String::from_utf8_lossy(&data).into_owned() })
        })
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<Bytes>>>> {
        loop {
            let event = match ready!(self.reader.poll_line(context)) {
                Some(Ok(Line::Whole(line))) if !line.is_empty() => {
                    if self.field(&line) {
                        continue;
                    }
                    return Poll::Ready(Some(Err(self.reader.too_large())));
                }
                Some(Ok(Line::Whole(_))) => self.finish(),
                Some(Ok(Line::Rest(rest))) => {
                    self.field(&rest);
                    let event = self.finish();
                    let is_end = event.is_some_and(|event| self.is_end(&event));
                    return Poll::Ready((!is_end).then(|| Err(self.reader.cut_off(rest))));
                }
                Some(Err(error)) => {
                    // A line that is too long invalidates its whole event.
                    self.pending = Pending { skips: true, ..Pending::default() };
                    return Poll::Ready(Some(Err(error)));
                }
                None => match self.finish() {
                    Some(event) => Some(event),
                    None => return Poll::Ready(None),
                },
            };
            let Some(event) = event else { continue };
            if self.is_end(&event) {
                self.reader.end();
                return Poll::Ready(None);
            }
            return Poll::Ready(Some(Ok(event)));
        }
    }

    fn is_end(&self, event: &Event<Bytes>) -> bool {
        *event.data == *self.terminator.as_bytes()
    }

    /// Processes a line of an event that is not empty. Returns `false` if the event exceeds the size limit.
    fn field(&mut self, line: &[u8]) -> bool {
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (name, value) = line.split_at(colon);
        let value = value.strip_prefix(b":").unwrap_or(value);
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match name {
            b"data" if !self.pending.skips => {
                let length = self.pending.data.as_ref().map_or(0, |data| data.len() + 1);
                if value.len() + length > self.reader.max_bytes() {
                    (self.pending.data, self.pending.skips) = (None, true);
                    return false;
                }
                match &mut self.pending.data {
                    Some(data) => {
                        data.extend_from_slice(b"\n");
                        data.extend_from_slice(value);
                    }
                    data @ None => *data = Some(value.into()),
                }
            }
            b"event" => self.pending.event = Some(String::from_utf8_lossy(value).into_owned()),
            b"id" if !value.contains(&0) => {
                self.pending.id = Some(String::from_utf8_lossy(value).into_owned());
            }
            b"retry" if value.iter().all(u8::is_ascii_digit) => {
                let milliseconds = str::from_utf8(value).ok().and_then(|text| text.parse().ok());
                self.retry = milliseconds.map(Duration::from_millis).or(self.retry);
            }
            _ => {}
        }
        true
    }

    /// Returns the event that a blank line or the end of the response completes, if it has data.
    fn finish(&mut self) -> Option<Event<Bytes>> {
        let Pending { id, event, data, skips } = mem::take(&mut self.pending);
        if let Some(id) = &id {
            self.last_event_id = Some(id.clone());
        }
        let event = event.filter(|event| !event.is_empty());
        data.filter(|_| !skips).map(|data| Event { id, event, data: data.freeze() })
    }
}

impl<T> Events<T> {
    /// Returns the next event, or `None` at the end.
    ///
    /// The future can be dropped without losing an event.
    pub async fn next(&mut self) -> Option<Result<Event<T>>> {
        poll_fn(|context| self.poll_decoded(context)).await
    }

    fn poll_decoded(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>>>> {
        let event = ready!(self.poll_event(context));
        Poll::Ready(event.map(|event| {
            let Event { id, event, data } = event?;
            Ok(Event { id, event, data: (self.decode)(&self.reader, data)? })
        }))
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_decoded(context)
    }
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("meta", self.meta()).finish_non_exhaustive()
    }
}
