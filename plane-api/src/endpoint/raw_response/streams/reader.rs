//! [`Reader`]: the body of a response, line by line.

use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};

use crate::{
    endpoint::{download::Download, raw_response::RawResponse, values::FromResponse},
    error::{Error, Result},
    redact::Redaction,
    text, work,
};

/// The characters that end a line.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Endings {
    /// A line feed.
    LineFeed,
    /// A line feed, a carriage return, or both in a row, as in server-sent events.
    Either,
}

/// Reads lines across the boundaries of pieces, and decodes their content.
pub(super) struct Reader {
    download: Download,
    redaction: Redaction,
    endings: Endings,
    /// The data that has arrived but is not read yet.
    buffer: BytesMut,
    /// The number of bytes of the buffer that are known to contain no line ending.
    searched: usize,
    /// `true` if a line feed at the beginning of the buffer belongs to the previous line.
    after_return: bool,
    /// `true` if the line at the beginning of the buffer exceeds the size limit of an item, which was already reported.
    skips: bool,
    /// `true` if nothing has been read yet, so that a byte order mark may follow.
    is_first: bool,
    ended: bool,
    /// The maximum size of an item in bytes.
    max_bytes: usize,
    /// The name of an item in errors.
    item: &'static str,
}

/// A result of [`Reader`].
pub(super) enum Line {
    /// A line without its ending.
    Whole(Bytes),
    /// The text after the last line ending, when the body has ended.
    Rest(Bytes),
}

impl Reader {
    pub(super) fn new(
        download: Download,
        redaction: Redaction,
        endings: Endings,
        item: &'static str,
    ) -> Self {
        Self {
            max_bytes: download.max_bytes(),
            download,
            redaction,
            endings,
            buffer: BytesMut::new(),
            searched: 0,
            after_return: false,
            skips: false,
            is_first: true,
            ended: false,
            item,
        }
    }

    pub(super) fn download(&self) -> &Download {
        &self.download
    }

    pub(super) fn max_bytes(&self) -> usize {
        self.max_bytes
    }

    /// Stops reading.
    pub(super) fn end(&mut self) {
        self.ended = true;
        (self.buffer, self.searched) = (BytesMut::new(), 0);
        self.download.give_up();
    }

    /// Returns the next line. An error of the body is the last item.
    pub(super) fn poll_line(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Line>>> {
        loop {
            if let Some(line) = self.take_line() {
                let is_small = line.len() <= self.max_bytes;
                let line = if is_small { Ok(Line::Whole(line)) } else { Err(self.too_large()) };
                return Poll::Ready(Some(line));
            }
            if self.ended {
                let rest = self.buffer.split().freeze();
                (self.searched, self.after_return) = (0, false);
                let is_there = !rest.is_empty() && !self.skips;
                return Poll::Ready(is_there.then(|| Ok(Line::Rest(self.without_mark(rest)))));
            }
            if self.buffer.len() > self.max_bytes {
                self.buffer.clear();
                self.searched = 0;
                if !std::mem::replace(&mut self.skips, true) {
                    return Poll::Ready(Some(Err(self.too_large())));
                }
            }
            match ready!(self.download.poll_chunk(context)) {
                Some(Ok(piece)) => self.buffer.extend_from_slice(&piece),
                Some(Err(error)) => {
                    self.end();
                    return Poll::Ready(Some(Err(error)));
                }
                None => self.ended = true,
            }
        }
    }

    /// Returns the first line in the buffer, if it is complete. Each byte is inspected once.
    fn take_line(&mut self) -> Option<Bytes> {
        loop {
            if self.after_return && !self.buffer.is_empty() {
                self.after_return = false;
                if self.buffer.first() == Some(&b'\n') {
                    drop(self.buffer.split_to(1));
                }
            }
            let ends =
                |byte: &u8| *byte == b'\n' || *byte == b'\r' && self.endings == Endings::Either;
            let found = self.buffer.iter().skip(self.searched).position(ends);
            let searched = self.buffer.len().saturating_sub(self.searched);
            work::count(found.map_or(searched, |at| at + 1));
            let Some(end) = found.map(|at| self.searched + at) else {
                self.searched = self.buffer.len();
                return None;
            };
            let mut line = self.buffer.split_to(end + 1);
            self.searched = 0;
            self.after_return = line.last() == Some(&b'\r');
            line.truncate(end);
            if std::mem::take(&mut self.skips) {
                continue;
            }
            return Some(self.without_mark(line.freeze()));
        }
    }

    /// Removes the byte order mark from the first line.
    fn without_mark(&mut self, mut line: Bytes) -> Bytes {
        if std::mem::take(&mut self.is_first) && line.starts_with(b"\xef\xbb\xbf") {
            drop(line.split_to(3));
        }
        line
    }

    /// Decodes an item.
    pub(super) fn decode<T: FromResponse>(&self, item: Bytes) -> Result<T> {
        // The details of an error are collected only if there is one.
        serde_json::from_slice(text::json(&item)).or_else(|_| self.item(item).json())
    }

    /// Returns the error for an incomplete item.
    pub(super) fn cut_off(&self, item: Bytes) -> Error {
        self.item(item).unreadable(format!("the response ended with an incomplete {}", self.item))
    }

    pub(super) fn too_large(&self) -> Error {
        let meta = self.download.meta();
        let (status, headers) = (meta.status(), meta.headers().clone());
        Error::too_large(self.item, self.max_bytes, status, headers, Bytes::new())
            .at(self.download.site().clone())
    }

    /// Returns an item as a separate response.
    fn item(&self, item: Bytes) -> RawResponse {
        let meta = self.download.meta();
        let (site, redaction) = (self.download.site().clone(), self.redaction.clone());
        RawResponse::new(meta.status(), meta.headers().clone(), item, site, redaction)
            .called(self.item)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        pin::Pin,
        task::{Context, Poll},
    };

    use futures_core::Stream;
    use http::{HeaderMap, Method, StatusCode};

    use super::*;
    use crate::{
        endpoint::{body::Body, download::Gauge, meta::Meta, raw_response::streams::Events},
        error::CallSite,
        spec::Spec,
    };

    /// A text in pieces of one byte each.
    struct Drops(std::vec::IntoIter<u8>);

    impl Stream for Drops {
        type Item = io::Result<Bytes>;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.next().map(|byte| Ok(Bytes::copy_from_slice(&[byte]))))
        }
    }

    #[test]
    fn the_work_to_find_lines_is_linear() {
        static SPEC: Spec = Spec::new("Watch", Method::GET, "/");
        for pattern in ["x", "\r", "\n", "\r\n", "data: x\n", "data: x\n\n", ":\n", "xxxxxxx\r\nx"]
        {
            let input = |length| work::repeated(pattern, length);
            work::assert_linear(4 << 10, 512, input, |text| {
                let meta = Meta::new(StatusCode::OK, HeaderMap::new(), 1);
                let site = CallSite::of(&SPEC);
                let body = Body::stream(Drops(text.as_bytes().to_vec().into_iter()));
                let download = Download::new(body, meta, site, Gauge::new(None, None), 1 << 20);
                let mut events = Events::<()>::new(download, Redaction::default());
                let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
                runtime.block_on(async { while events.next_raw().await.is_some() {} });
            });
        }
    }
}
