//! [`Download`]: the body of an answer, piece by piece.

mod gauge;

use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
};

pub(crate) use self::gauge::{Gauge, WINDOW};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, header};
use percent_encoding::percent_decode_str;
use tokio::{
    io::AsyncWrite,
    time::{Sleep, sleep_until},
};

use crate::{
    endpoint::{body::Body, meta::Meta},
    error::{CallSite, Error, ErrorKind, Result, Timeout, TransportError},
    text, work,
};

/// The body of an answer as a stream: `-> Download`.
///
/// What comes is decompressed. It may take as long as it needs, if it keeps moving: see
/// [`Timeouts::idle`](crate::Timeouts::idle) and [`Timeouts::min_rate`](crate::Timeouts::min_rate). Only the time in
/// which a piece is waited for counts. An error ends it; the request was accepted then
/// ([`Delivery::Applied`](crate::Delivery::Applied)), and is not repeated.
///
/// ```no_run
/// use plane_api::{Client, Download, endpoint};
///
/// #[endpoint(GET, "/files/<name>" -> Download)]
/// pub struct GetFile {}
///
/// # async fn example(client: Client) -> plane_api::Result<()> {
/// let mut file = GetFile::new("a.txt").send(&client).await?;
/// println!("{:?}, {:?} bytes", file.file_name(), file.content_length());
/// while let Some(piece) = file.chunk().await {
///     println!("{} bytes", piece?.len());
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is a [`Stream`](futures_core::Stream), too.
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

    /// How many bytes may be held at once.
    pub(crate) fn max_bytes(&self) -> usize {
        self.max_bytes
    }

    /// Reads nothing more.
    pub(crate) fn give_up(&mut self) {
        self.body = Body::empty();
    }

    /// Status, headers and the like.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// How many bytes there will be, if the server says so: not for an answer that comes compressed, for example.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.text(header::CONTENT_LENGTH)?.parse().ok()
    }

    /// The type of the file (`Content-Type`).
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.text(header::CONTENT_TYPE)
    }

    /// The name that the server gives to the file (`Content-Disposition`), if a file can have it on every system.
    ///
    /// Directories in front of it, and dots and spaces around it, are removed; a dot in front is kept. `None` if what is
    /// left could mean something else than a file: it is empty, has a colon (`C:a.exe`, `a.txt:stream`), begins with
    /// `~`, is the name of a device on Windows (`CON`, `nul.txt`), or has control characters or characters that
    /// change the direction of the text (`U+202E`), which hide its extension.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        file_name(self.text(header::CONTENT_DISPOSITION)?)
    }

    fn text(&self, name: header::HeaderName) -> Option<&str> {
        let headers: &HeaderMap = self.meta.headers();
        text::header(headers.get(name)?)
    }

    /// The next piece, or `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// All that is left, as one: no more than the client's or the call's `max_response_bytes`.
    ///
    /// # Errors
    ///
    /// When it is more, breaks off, or stands still.
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

    /// Writes all that is left, for example to a `tokio::fs::File`, flushes, and says how many bytes there were.
    ///
    /// # Errors
    ///
    /// When the body breaks off or stands still, or the writer fails: then the error's source is the writer's.
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
        self.failed(ErrorKind::Transport, "the answer cannot be written where it should".to_owned())
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

/// Says what it is, not what it holds.
impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("meta", &self.meta).finish_non_exhaustive()
    }
}

/// The file name of a `Content-Disposition` (RFC 6266): `filename*` if it is there, `filename` otherwise.
fn file_name(disposition: &str) -> Option<String> {
    work::count(disposition.len());
    let plain = parameter(disposition, "filename");
    let extended = parameter(disposition, "filename*").and_then(|value| {
        let (charset, rest) = value.split_once('\'')?;
        let (_, name) = rest.split_once('\'')?;
        if !charset.eq_ignore_ascii_case("utf-8") {
            return None;
        }
        percent_decode_str(name).decode_utf8().ok().map(Into::into)
    });
    let name = extended.or(plain)?;
    // Whatever directory the server has in mind is none of ours.
    let name = name.rsplit(['/', '\\']).next()?;
    // Windows drops what ends a name, so that it would be another.
    let name = name.trim_start().trim_end_matches(|char: char| char == '.' || char.is_whitespace());
    is_plain(name).then(|| name.to_owned())
}

/// Whether a name means a file, and this file, to every system.
fn is_plain(name: &str) -> bool {
    let is_odd = |char: char| {
        char == ':'
            || char.is_control()
            || matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    !(name.is_empty() || name.starts_with('~') || name.contains(is_odd) || is_device(name))
}

/// Whether Windows takes a name for a device, whatever extension it has.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$")
        || numbered.is_some_and(|number| {
            let mut chars = number.chars();
            let is_number = |char: char| char.is_ascii_digit() || "¹²³".contains(char);
            chars.next().is_some_and(is_number) && chars.next().is_none()
        })
}

/// The value of `name=value` or `name="value"` behind a semicolon. What has no value is passed over.
fn parameter(disposition: &str, name: &str) -> Option<String> {
    let mut rest = disposition.split_once(';')?.1;
    loop {
        if rest.trim_start().starts_with('"') {
            // No name is quoted, so it is no parameter.
            let behind = value_of(rest.trim_start()).1;
            work::count(rest.len() - behind.len());
            rest = behind.split_once(';')?.1;
            continue;
        }
        let end = rest.find(['=', ';'])?;
        work::count(end);
        let (key, behind) = rest.split_at(end);
        let Some(value) = behind.strip_prefix('=') else {
            rest = &behind[1..];
            continue;
        };
        let (value, behind) = value_of(value.trim_start());
        work::count(rest.len() - behind.len());
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = behind.split_once(';')?.1;
    }
}

/// A value, and what stands behind it.
fn value_of(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return (text[..end].trim_end().to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(chars.next().map(|(_, char)| char)),
            _ => value.push(char),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::file_name;
    use crate::work;

    #[test]
    fn file_names_are_read_as_rfc_6266_says() {
        let cases = [
            ("attachment", None),
            ("attachment; filename=a.txt", Some("a.txt")),
            ("inline; x=1; FileName=\"a \\\"b\\\"; c.txt\" ; y=2", Some("a \"b\"; c.txt")),
            ("attachment; filename=\"x\"; filename*=UTF-8''%e2%82%ac%20rates", Some("€ rates")),
            ("attachment; filename*=ISO-8859-1'en'%A3; filename=pounds", Some("pounds")),
            ("attachment; filename=\"../../etc/passwd\"", Some("passwd")),
            ("attachment; filename=\"C:\\\\dir\\\\a.txt\"", Some("a.txt")),
            ("attachment; filename=\"..\"", None),
            ("attachment; filename*=UTF-8''a%0Ab", None),
            ("attachment; filename=\"unclosed", Some("unclosed")),
            ("attachment; filename", None),
            ("attachment; foo; filename=\"x.txt\"", Some("x.txt")),
            ("attachment;; foo ;bar; filename=x.txt; baz", Some("x.txt")),
            ("attachment; \"foo;=\"; filename=x.txt", Some("x.txt")),
            ("attachment; foo; filename*=UTF-8''a%20b.txt", Some("a b.txt")),
        ];
        for (disposition, expected) in cases {
            assert_eq!(file_name(disposition).as_deref(), expected, "{disposition}");
        }
    }

    #[test]
    fn a_name_that_may_mean_something_else_is_none() {
        let name = |name: &str| {
            let encoded =
                percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
            file_name(&format!("attachment; filename*=UTF-8''{encoded}"))
        };
        let none = [
            "C:evil.exe",
            "C:",
            "a.txt:ads",
            "a.txt::$DATA",
            ":",
            "\\\\server\\C:x",
            "",
            ".",
            "..",
            "...",
            ". .",
            " ",
            "/",
            "a/",
            "a\\",
            "../..",
            "...\u{a0}",
            "~",
            "~/",
            "~root",
            " ~",
            "CON",
            "con",
            "Con.txt",
            "con.tar.gz",
            "CON .txt",
            "CON.",
            "con ",
            " con",
            "PRN",
            "AUX.h",
            "nul",
            "COM0",
            "com1.txt",
            "COM¹",
            "LPT9",
            "lpt².log",
            "CONIN$",
            "conout$",
            "CLOCK$",
            "dir/NUL.pdf",
            "a\u{202e}fdp.exe",
            "a\u{2066}b",
            "\u{200f}a",
            "a\u{2028}b",
            "a\u{61c}b",
            "a\0b",
            "a\nb",
            "a\u{7f}",
            "a\u{85}b",
        ];
        for unsafe_name in none {
            assert_eq!(name(unsafe_name), None, "{unsafe_name:?}");
        }
        let some = [
            ("a.txt.", "a.txt"),
            ("a.txt . .", "a.txt"),
            (" a.txt ", "a.txt"),
            ("/etc/a.txt...", "a.txt"),
            (".bashrc", ".bashrc"),
            ("a~b", "a~b"),
            ("CONSOLE.txt", "CONSOLE.txt"),
            ("COM10", "COM10"),
            ("COM", "COM"),
            ("a.con", "a.con"),
            ("Übersicht 1.pdf", "Übersicht 1.pdf"),
            ("שלום.txt", "שלום.txt"),
            ("a..b", "a..b"),
        ];
        for (given, expected) in some {
            assert_eq!(name(given).as_deref(), Some(expected), "{given:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_file_name_is_linear(
            before in r#"attachment; ?(filename=|filename="|filename\*=utf-8''|foo;)?"#,
            pattern in r#"(;|=|"|\\| |a|'|%41|/|filename=|x="y";|x=y;|x;|\.){1,4}"#,
        ) {
            let input = |length| before.clone() + &work::repeated(&pattern, length);
            work::assert_linear(4 << 10, 512, input, |disposition| drop(file_name(disposition)));
        }
    }
}
