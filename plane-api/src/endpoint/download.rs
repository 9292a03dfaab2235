//! [`Download`]: a response body, piece by piece.

mod file_name;
mod gauge;

use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
};

use self::file_name::file_name;
pub(crate) use self::gauge::{Gauge, WINDOW};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, header};
use tokio::{
    io::AsyncWrite,
    time::{Sleep, sleep_until},
};

use crate::{
    endpoint::{body::Body, meta::Meta},
    error::{CallSite, Error, ErrorKind, Result, Timeout, TransportError},
    text,
};

/// A response body as a stream: `-> Download`.
///
/// The body is decompressed. A download may take any time as long as the body makes progress: see
/// [`Timeouts::idle`](crate::Timeouts::idle) and [`Timeouts::min_rate`](crate::Timeouts::min_rate). Only the time in
/// which your code waits for a piece counts. An error ends the stream. The request is then not retried, because the
/// server has already accepted it ([`Delivery::Applied`](crate::Delivery::Applied)).
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Download, endpoint};
///
/// #[endpoint(GET, "/files/<name>" -> Download)]
/// pub struct GetFile {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<GetFile>().reply(Reply::new(StatusCode::OK).body("hello"));
/// # let client = mock.client();
/// let mut file = GetFile::new("a.txt").send(&client).await?;
/// println!("{:?}, {:?} bytes", file.file_name(), file.content_length());
/// while let Some(piece) = file.chunk().await {
///     println!("{} bytes", piece?.len());
/// }
/// # Ok(())
/// # }
/// ```
///
/// A `Download` is also a [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html).
pub struct Download {
    body: Body,
    meta: Meta,
    site: CallSite,
    gauge: Gauge,
    timer: Option<Pin<Box<Sleep>>>,
    max_bytes: usize,
}

impl Download {
    pub(crate) fn new(
        body: Body,
        meta: Meta,
        site: CallSite,
        gauge: Gauge,
        max_bytes: usize,
    ) -> Self {
        Self { body, meta, site, gauge, timer: None, max_bytes }
    }

    pub(crate) fn site(&self) -> &CallSite {
        &self.site
    }

    /// Returns the maximum number of bytes that may be held at once.
    pub(crate) fn max_bytes(&self) -> usize {
        self.max_bytes
    }

    /// Stops reading.
    pub(crate) fn give_up(&mut self) {
        self.body = Body::empty();
    }

    /// Returns the status, headers and other metadata of the response.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Returns the length of the body in bytes, if it is known. The length of a compressed response, for example, is
    /// unknown.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.text(header::CONTENT_LENGTH)?.parse().ok()
    }

    /// Returns the media type of the file (`Content-Type`).
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.text(header::CONTENT_TYPE)
    }

    /// Returns the file name that the server suggests (`Content-Disposition`), if it is a safe file name on every
    /// system.
    ///
    /// Directories, surrounding spaces and surrounding dots are removed, but a leading dot stays. Returns `None` if the
    /// rest is not a safe file name: if it is empty, contains a colon (`C:a.exe`, `a.txt:stream`), begins with `~`, is
    /// a device name on Windows (`CON`, `nul.txt`), or contains control characters or characters that change the
    /// direction of text (`U+202E`) and so hide the extension.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        file_name(self.text(header::CONTENT_DISPOSITION)?)
    }

    fn text(&self, name: header::HeaderName) -> Option<&str> {
        let headers: &HeaderMap = self.meta.headers();
        text::header(headers.get(name)?)
    }

    /// Returns the next piece of the body, or `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// Reads the rest of the body into memory, up to the `max_response_bytes` of the client or the call.
    ///
    /// # Errors
    ///
    /// Returns an error if the body exceeds the limit, breaks off, or stalls.
    pub async fn collect(mut self) -> Result<Bytes> {
        let mut whole = BytesMut::new();
        while let Some(piece) = self.chunk().await {
            let piece = piece?;
            if piece.len() > self.max_bytes - whole.len() {
                let (status, headers) = (self.meta.status(), self.meta.headers().clone());
                let error =
                    Error::too_large("response", self.max_bytes, status, headers, Bytes::new());
                return Err(error.at(self.site));
            }
            whole.extend_from_slice(&piece);
        }
        Ok(whole.freeze())
    }

    /// Writes the rest of the body to a writer, such as a `tokio::fs::File`, flushes it, and returns the number of bytes.
    ///
    /// # Errors
    ///
    /// Returns an error if the body breaks off or stalls, or if the writer fails. If the writer fails, the source of
    /// the error is the writer's error.
    pub async fn write_to(
        mut self,
        writer: &mut (impl AsyncWrite + Unpin + ?Sized),
    ) -> Result<u64> {
        let mut written = 0;
        while let Some(piece) = self.chunk().await {
            let mut piece = piece?;
            while !piece.is_empty() {
                let write = poll_fn(|context| Pin::new(&mut *writer).poll_write(context, &piece));
                let n = match write.await {
                    Ok(0) => Err(std::io::ErrorKind::WriteZero.into()),
                    result => result,
                };
                let n = n.map_err(|error| self.unwritten(error))?;
                written += n as u64;
                let _ = piece.split_to(n);
            }
        }
        let flush = poll_fn(|context| Pin::new(&mut *writer).poll_flush(context)).await;
        flush.map_err(|error| self.unwritten(error))?;
        Ok(written)
    }

    pub(crate) fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        self.gauge.wait();
        if let Poll::Ready(piece) = self.body.poll_chunk(context) {
            self.gauge
                .passed(piece.as_ref().and_then(|piece| piece.as_ref().ok()).map_or(0, Bytes::len));
            return Poll::Ready(piece.map(|piece| piece.map_err(|error| self.broken(error))));
        }
        let Some(deadline) = self.gauge.deadline() else { return Poll::Pending };
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if timer.deadline() != deadline {
            timer.as_mut().reset(deadline);
        }
        ready!(timer.as_mut().poll(context));
        let message = format!("the server sent {}", self.gauge.complaint());
        self.give_up();
        Poll::Ready(Some(Err(self.failed(ErrorKind::Timeout, message).timed_out_by(Timeout::Idle))))
    }

    fn broken(&self, error: TransportError) -> Error {
        let (status, headers) = (self.meta.status(), self.meta.headers().clone());
        Error::broken_body(error, status, headers).at(self.site.clone())
    }

    fn unwritten(&self, error: std::io::Error) -> Error {
        self.failed(ErrorKind::Transport, "cannot write the response to the destination".to_owned())
            .with_source(error)
    }

    fn failed(&self, kind: ErrorKind, message: String) -> Error {
        let (status, headers) = (self.meta.status(), self.meta.headers().clone());
        Error::unreadable(kind, message, status, headers, Bytes::new()).at(self.site.clone())
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
    }
}

/// Shows the metadata, not the content.
impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("meta", &self.meta).finish_non_exhaustive()
    }
}
