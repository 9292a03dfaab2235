//! The coding `gzip`.
//!
//! A gzip body is a series of members (RFC 1952, 2.2), and all of them are decoded. Bytes after the last member, a
//! truncated member and a wrong checksum are errors, so a part of a body is never taken for the whole.

use std::{
    io::{self, Write},
    mem,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Buf, Bytes};
use flate2::write::MultiGzDecoder;
use futures_core::Stream;

use crate::{endpoint::body::Body, error::TransportError};

/// After this many input bytes without output, the task yields so that time limits are checked.
const MAX_SILENT_BYTES: usize = 64 << 10;

/// A body that is decoded piece by piece.
pub(super) struct Decoded {
    body: Body,
    /// Created with the first input: an empty body is not an error.
    decoder: Option<MultiGzDecoder<Vec<u8>>>,
    /// The part of a piece that is not decoded yet.
    input: Bytes,
    is_over: bool,
}

impl Decoded {
    pub(super) const fn new(body: Body) -> Self {
        Self { body, decoder: None, input: Bytes::new(), is_over: false }
    }

    fn next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let mut silent = 0;
        loop {
            while !self.input.is_empty() {
                let before = self.input.len();
                let output = self.step()?;
                if !output.is_empty() {
                    return Poll::Ready(Some(Ok(output)));
                }
                silent += before - self.input.len();
                if silent > MAX_SILENT_BYTES {
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
            }
            match ready!(self.body.poll_chunk(context)) {
                Some(piece) => self.input = piece?,
                None => {
                    let Some(decoder) = &mut self.decoder else { return Poll::Ready(None) };
                    decoder.try_finish().map_err(malformed)?;
                    self.is_over = true;
                    let output = mem::take(decoder.get_mut());
                    return Poll::Ready((!output.is_empty()).then(|| Ok(output.into())));
                }
            }
        }
    }

    /// Decodes part of the input. Each step produces little output, however well the input is compressed.
    fn step(&mut self) -> Result<Bytes, TransportError> {
        let decoder = self.decoder.get_or_insert_with(|| MultiGzDecoder::new(Vec::new()));
        let count = decoder.write(&self.input).map_err(malformed)?;
        self.input.advance(count);
        Ok(mem::take(decoder.get_mut()).into())
    }
}

impl Stream for Decoded {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        let next = self.next(context);
        self.is_over |= matches!(next, Poll::Ready(None | Some(Err(_))));
        next
    }
}

fn malformed(error: io::Error) -> TransportError {
    TransportError::malformed("it has `Content-Encoding: gzip` but is not valid gzip", error)
}
