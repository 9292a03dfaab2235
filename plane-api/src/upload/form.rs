//! [`Form`]: the fields of a permission, and then the file.

use std::{
    collections::BTreeMap,
    fmt::Write,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderValue;

use super::{OnProgress, UploadFile};
use crate::{Body, Error, Result, TransportError};

/// How much the network is handed at once, so that it shows when it stands still.
const PIECE: usize = 64 << 10;

/// A form as `multipart/form-data` (RFC 7578): the fields before the file, because the storage reads no further.
pub(super) struct Form {
    content_type: HeaderValue,
    length: u64,
    /// What is before the file, and what is behind it.
    head: Option<Bytes>,
    tail: Option<Bytes>,
    file: Body,
    /// A piece of the file that is too large to be handed on at once.
    rest: Bytes,
    sent: u64,
    size: u64,
    on_progress: Option<Arc<OnProgress>>,
}

impl Form {
    pub(super) fn new(
        fields: &BTreeMap<String, String>,
        UploadFile { name, media_type, .. }: &UploadFile,
        file: Body,
        on_progress: Option<Arc<OnProgress>>,
    ) -> Result<Self> {
        if HeaderValue::from_str(media_type).is_err() {
            return Err(Error::request("the media type of the file holds a control character"));
        }
        let boundary = format!("{:032x}", fastrand::u128(..));
        let mut head = String::new();
        for (name, value) in fields {
            // A string can always be written to.
            let _ = write!(
                head,
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
                quoted(name),
            );
        }
        let _ = write!(
            head,
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
             Content-Type: {media_type}\r\n\r\n",
            quoted(name),
        );
        let tail = format!("\r\n--{boundary}--\r\n");
        let content_type =
            HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"))
                .map_err(|_| Error::request("the form cannot be sent"))?;
        let size = file.length().unwrap_or_default();
        let length = head.len() as u64 + size + tail.len() as u64;
        let (head, tail, rest) = (Some(head.into()), Some(tail.into()), Bytes::new());
        Ok(Self { content_type, length, head, tail, file, rest, sent: 0, size, on_progress })
    }

    pub(super) fn content_type(&self) -> HeaderValue {
        self.content_type.clone()
    }

    pub(super) fn into_body(self) -> Body {
        let length = self.length;
        Body::stream(self).with_length(length)
    }
}

impl Stream for Form {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Some(head) = this.head.take() {
            return Poll::Ready(Some(Ok(head)));
        }
        if this.rest.is_empty() {
            match ready!(this.file.poll_chunk(context)) {
                Some(Ok(piece)) => this.rest = piece,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(this.tail.take().map(Ok)),
            }
        }
        let piece = this.rest.split_to(this.rest.len().min(PIECE));
        this.sent += piece.len() as u64;
        if let Some(call) = &this.on_progress {
            call(this.sent, this.size);
        }
        Poll::Ready(Some(Ok(piece)))
    }
}

/// A name between quotation marks, as browsers write it.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
