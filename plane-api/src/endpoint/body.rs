//! [`Body`]: the body of a request or a response.

use std::{
    cmp::Ordering,
    collections::VecDeque,
    error, fmt,
    future::poll_fn,
    io,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};
use tokio::io::{AsyncRead, ReadBuf};

use crate::error::{Stage, TransportError};

/// The body of a request or a response: bytes, or a stream that can be read once.
///
/// A request field with the attribute `#[body]` sends a `Body` unchanged. Bytes can be sent any number of times. A
/// stream can be sent once: clones of the body share the stream, and reading any clone consumes it. Once the stream of
/// a request has been read from, the request is not retried, and sending the request again is an error.
///
/// ```
/// use plane_api::{Body, endpoint};
///
/// #[endpoint(PUT, "/files/<name>" -> ())]
/// pub struct Upload {
///     #[body]
///     pub file: Body,
/// }
///
/// # async fn example(client: plane_api::Client, file: impl tokio::io::AsyncRead + Send + 'static, length: u64) -> plane_api::Result<()> {
/// Upload::new("a.txt", &b"hello"[..]).send(&client).await?;
/// Upload::new("b.iso", Body::reader(file).with_content_length(length)).send(&client).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Body(Inner);

#[derive(Clone)]
enum Inner {
    Bytes(Bytes),
    Stream(Once),
}

type Source = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

impl Body {
    /// Creates a body without bytes.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Inner::Bytes(Bytes::new()))
    }

    /// Creates a body from a stream of pieces. An error of the stream ends the body.
    pub fn stream<B, E>(stream: impl Stream<Item = Result<B, E>> + Send + 'static) -> Self
    where
        B: Into<Bytes> + 'static,
        E: Into<Box<dyn error::Error + Send + Sync>> + 'static,
    {
        Self(Inner::Stream(Once::new(Box::pin(Pieces(Box::pin(stream))))))
    }

    /// Concatenates bodies.
    pub(crate) fn joined(bodies: VecDeque<Self>) -> Self {
        #[cfg(feature = "testing")]
        let known = bodies.iter().filter_map(Self::as_bytes).cloned().collect();
        let length = bodies.iter().map(Self::content_length).sum();
        let mut once = Once::new(Box::pin(Joined(bodies)));
        once.length = length;
        #[cfg(feature = "testing")]
        {
            once.known = known;
        }
        Self(Inner::Stream(once))
    }

    /// Returns the parts of a stream that are known before it is read: the bytes before, between and after its inner
    /// streams.
    #[cfg(feature = "testing")]
    pub(crate) fn known(&self) -> Option<&[Bytes]> {
        match &self.0 {
            Inner::Bytes(_) => None,
            Inner::Stream(stream) => Some(&stream.known),
        }
    }

    /// Creates the body of a response. It has no clones before it is read.
    pub(crate) fn response(
        stream: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    ) -> Self {
        let started = Mutex::new(Some(Box::pin(stream) as Source));
        Self(Inner::Stream(Once {
            fresh: None,
            started,
            length: None,
            read: 0,
            last: None,
            #[cfg(feature = "testing")]
            known: Arc::default(),
        }))
    }

    /// Creates a body from a reader, for example a `tokio::fs::File`.
    pub fn reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::stream(Reader { reader: Box::pin(reader), buffer: Vec::new() })
    }

    /// Sets the length of the stream in bytes, so that the length is sent as `Content-Length`. Many object stores
    /// require this header.
    ///
    /// If the stream has another length, sending fails. This method has no effect on a body of bytes.
    #[must_use]
    pub fn with_content_length(mut self, length: u64) -> Self {
        if let Inner::Stream(stream) = &mut self.0 {
            stream.length = Some(length);
        }
        self
    }

    /// Returns the length of the body in bytes, if it is known. For a body that was partly read, returns the length of
    /// the rest.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes.len() as u64),
            Inner::Stream(stream) => stream.left(),
        }
    }

    /// Returns the bytes, unless the body is a stream.
    #[must_use]
    pub const fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream(_) => None,
        }
    }

    /// Returns `true` if the body is a stream and this value or a clone has started to read it.
    #[must_use]
    pub fn is_started(&self) -> bool {
        match &self.0 {
            Inner::Bytes(_) => false,
            Inner::Stream(stream) => stream.is_started(),
        }
    }

    /// Returns the next piece of the body, or `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    pub(crate) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        match &mut self.0 {
            Inner::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Inner::Bytes(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Inner::Stream(stream) => stream.poll(context),
        }
    }
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
    }
}

/// The body in the form that HTTP libraries and layers take. The size hint is exact if the length is known.
impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.poll_chunk(context).map_ok(Frame::data)
    }

    fn is_end_stream(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        self.content_length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

macro_rules! from_bytes {
    ($($type:ty),+) => {$(
        impl From<$type> for Body {
            fn from(bytes: $type) -> Self {
                Self(Inner::Bytes(bytes.into()))
            }
        }
    )+};
}

from_bytes!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

/// Shows the length of the body, not its content.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0, self.content_length()) {
            (Inner::Bytes(bytes), _) => write!(f, "Body({} bytes)", bytes.len()),
            (Inner::Stream(_), Some(length)) => write!(f, "Body(stream of {length} bytes)"),
            (Inner::Stream(_), None) => f.write_str("Body(stream)"),
        }
    }
}

/// A stream that clones share until one of them starts it.
struct Once {
    /// `None` for a stream that was started when it was created.
    fresh: Option<Arc<Mutex<Option<Source>>>>,
    /// Behind a mutex that is never locked, so that `Body` is `Sync`.
    started: Mutex<Option<Source>>,
    length: Option<u64>,
    /// The number of bytes read.
    read: u64,
    /// The piece that completes the length, held back until it is certain that no bytes follow.
    last: Option<Bytes>,
    #[cfg(feature = "testing")]
    known: Arc<[Bytes]>,
}

impl Once {
    fn new(source: Source) -> Self {
        let fresh = Some(Arc::new(Mutex::new(Some(source))));
        Self {
            fresh,
            started: Mutex::new(None),
            length: None,
            read: 0,
            last: None,
            #[cfg(feature = "testing")]
            known: Arc::default(),
        }
    }

    fn is_started(&self) -> bool {
        let is_fresh = |fresh: &Arc<Mutex<Option<Source>>>| {
            fresh.lock().unwrap_or_else(PoisonError::into_inner).is_some()
        };
        !self.fresh.as_ref().is_some_and(is_fresh)
    }

    fn left(&self) -> Option<u64> {
        let held = self.last.as_ref().map_or(0, Bytes::len) as u64;
        self.length.map(|length| length.saturating_sub(self.read - held))
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let started = self.started.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let (None, Some(fresh)) = (&started, &self.fresh) {
            *started = fresh.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
        let Some(source) = started else { return failed("it was already read") };
        let Some(length) = self.length else { return source.as_mut().poll_next(context) };
        loop {
            let piece = match ready!(source.as_mut().poll_next(context)) {
                Some(Ok(piece)) => piece,
                None if self.read < length => {
                    return failed("it is shorter than its declared length");
                }
                None => return Poll::Ready(self.last.take().map(Ok)),
                error => return Poll::Ready(error),
            };
            self.read += piece.len() as u64;
            match self.read.cmp(&length) {
                Ordering::Less => return Poll::Ready(Some(Ok(piece))),
                // A transport reads no further than the length, so it would not notice bytes after it.
                Ordering::Equal if self.last.is_none() => self.last = Some(piece),
                Ordering::Equal => {}
                Ordering::Greater => return failed("it is longer than its declared length"),
            }
        }
    }
}

fn failed(why: &'static str) -> Poll<Option<Result<Bytes, TransportError>>> {
    Poll::Ready(Some(Err(TransportError::new(Stage::Body, why).because(why))))
}

impl Clone for Once {
    fn clone(&self) -> Self {
        Self {
            fresh: self.fresh.clone(),
            started: Mutex::new(None),
            length: self.length,
            read: 0,
            last: None,
            #[cfg(feature = "testing")]
            known: self.known.clone(),
        }
    }
}

/// A stream whose errors are converted to ours.
struct Pieces<S>(Pin<Box<S>>);

impl<B, E, S> Stream for Pieces<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<Box<dyn error::Error + Send + Sync>>,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = self.0.as_mut().poll_next(context).map_ok(Into::into);
        piece.map_err(|error| match error.into().downcast::<TransportError>() {
            Ok(error) => *error,
            Err(error) => TransportError::new(Stage::Body, error),
        })
    }
}

/// Bodies that are read one after the other.
struct Joined(VecDeque<Body>);

impl Stream for Joined {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(body) = self.0.front_mut() {
            if let Some(piece) = ready!(body.poll_chunk(context)) {
                return Poll::Ready(Some(piece));
            }
            self.0.pop_front();
        }
        Poll::Ready(None)
    }
}

/// A reader as a stream.
struct Reader<R> {
    reader: Pin<Box<R>>,
    buffer: Vec<u8>,
}

impl<R: AsyncRead> Stream for Reader<R> {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        const PIECE: usize = 64 << 10;
        let Self { reader, buffer } = &mut *self;
        buffer.resize(PIECE, 0);
        let mut piece = ReadBuf::new(buffer);
        let result = ready!(reader.as_mut().poll_read(context, &mut piece));
        let piece = piece.filled();
        Poll::Ready(match result {
            Ok(()) if piece.is_empty() => None,
            Ok(()) => Some(Ok(Bytes::copy_from_slice(piece))),
            Err(error) => Some(Err(error)),
        })
    }
}
