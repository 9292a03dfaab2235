//! Multipart bodies: [`FilePart`], and how parts become one body (RFC 7578).

use std::{collections::VecDeque, fmt::Write};

use bytes::BytesMut;
use http::HeaderValue;

use super::RequestWriter;
use crate::{endpoint::body::Body, error::Error, random, spec::ListStyle};

/// A file in a multipart body. Use it as a field of a request with the option `multipart`.
///
/// ```
/// use plane_api::{Body, FilePart, endpoint};
///
/// #[endpoint(POST, "/attachments/" -> (), multipart)]
/// pub struct Attach {
///     pub title: Option<String>,
///     pub file: FilePart,
/// }
///
/// # let (file, length) = (&b"CD001"[..], 5);
/// let bytes = Attach::new(FilePart::new("a.txt", "Hello").content_type("text/plain")).title("Greeting");
/// // A file, or anything else that implements `AsyncRead`.
/// let stream = Attach::new(FilePart::new("b.iso", Body::reader(file).with_content_length(length)));
///
/// assert!(bytes.request()?.body().as_bytes().is_some());
/// assert!(stream.request()?.body().content_length().is_some());
/// # Ok::<(), plane_api::Error>(())
/// ```
///
/// A request whose files are bytes can be sent any number of times. A request with a stream can be sent once. The
/// length of the body is known if each stream has a known length ([`Body::with_content_length`]).
#[derive(Debug, Clone)]
#[doc(alias = "multipart")]
pub struct FilePart {
    name: String,
    content_type: String,
    body: Body,
}

impl FilePart {
    /// Creates a file with this name. Its media type is `application/octet-stream` unless [`FilePart::content_type`]
    /// sets another.
    pub fn new(name: impl Into<String>, body: impl Into<Body>) -> Self {
        let content_type = "application/octet-stream".to_owned();
        Self { name: name.into(), content_type, body: body.into() }
    }

    /// Sets the media type of the file, such as `image/png`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }
}

/// The parts of a body, in the order in which they are sent.
#[derive(Debug)]
pub(super) struct Parts {
    boundary: String,
    /// The text since the last stream.
    text: BytesMut,
    /// Alternating bytes and streams, up to the last stream.
    pieces: VecDeque<Body>,
}

impl Parts {
    /// Someone who controls a value must not be able to guess the boundary, so it is random.
    pub(super) fn new(boundary: String) -> Self {
        Self { boundary, text: BytesMut::new(), pieces: VecDeque::new() }
    }

    pub(super) fn text(&mut self, name: &str, content_type: Option<&str>, value: &[u8]) {
        self.head(name);
        if let Some(content_type) = content_type {
            let _ = write!(self.text, "\r\nContent-Type: {content_type}");
        }
        self.text.extend_from_slice(b"\r\n\r\n");
        self.text.extend_from_slice(value);
        self.text.extend_from_slice(b"\r\n");
    }

    pub(super) fn file(&mut self, name: &str, file: &FilePart) -> Result<(), &'static str> {
        let FilePart { name: file_name, content_type, body } = file;
        if HeaderValue::try_from(content_type).is_err() {
            return Err("its content type contains characters that a header cannot contain");
        }
        if body.is_started() {
            return Err("its stream was already sent; a stream can be sent only once");
        }
        self.head(name);
        // Writing to memory cannot fail.
        let _ = write!(
            self.text,
            "; filename=\"{}\"\r\nContent-Type: {content_type}\r\n\r\n",
            quoted(file_name)
        );
        match body.as_bytes() {
            Some(bytes) => self.text.extend_from_slice(bytes),
            None => self.pieces.extend([self.text.split().freeze().into(), body.clone()]),
        }
        self.text.extend_from_slice(b"\r\n");
        Ok(())
    }

    fn head(&mut self, name: &str) {
        let Self { boundary, text, .. } = self;
        let name = quoted(name);
        let _ = write!(text, "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"");
    }

    /// Returns the type of the body, and the body.
    pub(super) fn finish(mut self) -> (String, Body) {
        let _ = write!(self.text, "--{}--\r\n", self.boundary);
        let content_type = format!("multipart/form-data; boundary={}", self.boundary);
        let rest = self.text.freeze();
        if self.pieces.is_empty() {
            return (content_type, rest.into());
        }
        let mut pieces = self.pieces;
        pieces.push_back(rest.into());
        (content_type, Body::joined(pieces))
    }
}

impl RequestWriter {
    pub(super) fn list_of_files(&mut self, name: &'static str, files: &[FilePart]) {
        if self.spec.list_style() == ListStyle::Brackets && !name.ends_with("[]") {
            self.parts_of_files(&format!("{name}[]"), files);
        } else {
            self.parts_of_files(name, files);
        }
    }

    pub(super) fn parts_of_files(&mut self, name: &str, files: &[FilePart]) {
        let Some(parts) = self.parts() else { return };
        if let Err(reason) = files.iter().try_for_each(|file| parts.file(name, file)) {
            self.fail(format!("`{name}` cannot be sent: {reason}"));
        }
    }

    /// Returns the parts of the body. Without random bits for a boundary, there is no body: the request is an error.
    pub(super) fn parts(&mut self) -> Option<&mut Parts> {
        self.parts_within(random::hex)
    }

    /// Like [`RequestWriter::parts`], with the boundary of this function, which is called once.
    fn parts_within(
        &mut self,
        boundary: impl FnOnce() -> Result<String, getrandom::Error>,
    ) -> Option<&mut Parts> {
        if self.parts.is_none() {
            match boundary() {
                Ok(boundary) => self.parts = Some(Parts::new(boundary)),
                Err(error) => {
                    let error = Error::config(format!(
                        "cannot generate the boundary of a multipart body: no random bits from the operating system \
                         ({error}); let the program read them"
                    ));
                    self.error.get_or_insert(error);
                }
            }
        }
        self.parts.as_mut()
    }
}

/// Quotes a name like browsers do.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::{
        endpoint::{Endpoint, raw_response::RawResponse, writer::build},
        error::{ErrorKind, Result},
        spec::Spec,
    };

    /// Sends one part, whose boundary cannot be generated.
    struct Upload;

    impl Endpoint for Upload {
        type Response = ();
        const SPEC: &'static Spec =
            &Spec::new("Upload", Method::POST, "/files").content_type("multipart/form-data");

        fn encode(&self, writer: &mut RequestWriter) {
            let fails = || Err(getrandom::Error::UNSUPPORTED);
            assert!(writer.parts_within(fails).is_none());
            writer.part("title", "x");
        }

        fn decode(_: RawResponse) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn without_random_bits_a_multipart_body_is_an_error() {
        let error = build(&Upload).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let message = error.to_string();
        assert!(message.starts_with("POST /files: cannot generate the boundary"), "{message}");
    }
}
