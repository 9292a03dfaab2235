//! [`Redaction`]: removes the secrets of a request from errors if the server echoes them.

mod blot;
mod forms;

use std::{borrow::Cow, ops::Range};

use bytes::Bytes;
use http::HeaderValue;

pub(crate) use self::blot::{View, views};
#[cfg(any(test, feature = "hyper", feature = "reqwest"))]
pub(crate) use self::forms::to_base64;
use self::{blot::Places, forms::base64};
use crate::secret::Secret;

/// The maximum number of bytes of a body that an error keeps.
pub(crate) const MAX_KEPT: usize = 64 << 10;

/// The secrets of a request, which its errors must not show.
#[derive(Clone, Default)]
pub(crate) struct Redaction {
    /// The header with the credentials, and the offset at which the secret begins in it.
    pub(crate) header: Option<(HeaderValue, usize)>,
    /// Other sensitive header values.
    pub(crate) headers: Vec<HeaderValue>,
    pub(crate) secrets: Vec<Secret>,
}

impl Redaction {
    /// Returns the beginning of the response body with the secrets replaced by asterisks.
    pub(crate) fn redacted(&self, body: &[u8]) -> Bytes {
        self.blotted(&body[..body.len().min(MAX_KEPT)]).into()
    }

    /// Returns text of the server with the secrets replaced by asterisks.
    pub(crate) fn redacted_text(&self, text: &str) -> String {
        String::from_utf8_lossy(&self.blotted(text.as_bytes())).into_owned()
    }

    fn blotted(&self, text: &[u8]) -> Vec<u8> {
        let mut text = text.to_vec();
        for place in self.places(&text) {
            text[place].fill(b'*');
        }
        text
    }

    /// Returns `true` if a whole value is one of the secrets. Unlike in [`places`](Self::places), it may be short.
    #[cfg(feature = "testing")]
    pub(crate) fn is_secret(&self, value: &[u8]) -> bool {
        !value.is_empty() && self.each().iter().any(|secret| **secret == *value)
    }

    /// Returns the positions of the secrets in a text, in no order. They may overlap.
    pub(crate) fn places(&self, text: &[u8]) -> Vec<Range<usize>> {
        if self.header.is_none() && self.headers.is_empty() && self.secrets.is_empty() {
            return Vec::new();
        }
        let views = views(View::of(text));
        let mut places = Places::of(&views);
        for secret in self.each() {
            places.add(&secret);
        }
        places.found()
    }

    /// Returns each secret once.
    fn each(&self) -> Vec<Cow<'_, [u8]>> {
        let mut each = Vec::new();
        if let Some((value, start)) = &self.header {
            each.push(Cow::Borrowed(&value.as_bytes()[*start..]));
        }
        for value in self.header.iter().map(|(value, _)| value).chain(&self.headers) {
            each.extend(secrets_of(value.as_bytes()));
        }
        each.extend(self.secrets.iter().map(|secret| Cow::Borrowed(secret.expose().as_bytes())));
        each.sort_unstable();
        each.dedup();
        each
    }
}

/// Returns the parts of a header value that may be secret: the whole value, the part after a scheme such as `Bearer`,
/// each part of that, as in `Cookie: a=b; c=d`, and the password of `Basic`.
pub(crate) fn secrets_of(value: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let mut secrets = vec![Cow::Borrowed(value)];
    let end = value.iter().position(|byte| *byte == b' ');
    let is_scheme = |end: &usize| {
        value[..*end].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    };
    let rest = end.filter(is_scheme).map_or(value, |end| &value[end + 1..]);
    secrets.push(Cow::Borrowed(rest));
    for part in rest.split(|byte| matches!(byte, b' ' | b',' | b';')) {
        secrets.push(Cow::Borrowed(part));
        if let Some(at) = part.iter().position(|byte| *byte == b'=') {
            secrets.push(Cow::Borrowed(part[at + 1..].trim_ascii()));
        }
    }
    let is_basic = value.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"basic "));
    if let Some(pair) = value.get(6..).filter(|_| is_basic).and_then(base64) {
        let password = pair.iter().position(|byte| *byte == b':').map(|at| pair[at + 1..].to_vec());
        secrets.extend(password.map(Cow::Owned));
        secrets.push(Cow::Owned(pair));
    }
    secrets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sensitive(value: &str, body: &str) -> String {
        let headers = vec![HeaderValue::try_from(value).unwrap()];
        Redaction { headers, ..Redaction::default() }.redacted_text(body)
    }

    #[test]
    fn what_a_server_echoes_is_blotted_out() {
        let body = b"got sesame00, want sesame00!";
        let redacted = |credential: &str, secrets: &[&str], body: &[u8]| {
            let secrets = secrets.iter().map(|secret| Secret::from(*secret)).collect();
            let header = HeaderValue::try_from(format!("Bearer {credential}")).unwrap();
            Redaction { header: Some((header, "Bearer ".len())), secrets, ..Redaction::default() }
                .redacted(body)
        };
        assert_eq!(redacted("sesame00", &[], body), "got ********, want ********!");
        assert_eq!(redacted("got", &["want", ""], body), &body[..]);
        assert_eq!(
            redacted(&"x".repeat(99), &[" sesame00!"], body),
            "got sesame00, want**********"
        );
        assert_eq!(redacted("", &[], body), &body[..]);
        assert_eq!(redacted("", &[], &[b'x'; MAX_KEPT + 1]).len(), MAX_KEPT);
    }

    #[test]
    fn parts_of_a_header_are_blotted_out() {
        assert_eq!(sensitive("Token sesame-1", "Token sesame-1 is bad"), "************** is bad");
        assert_eq!(sensitive("Token sesame-1", "no sesame-1 here"), "no ******** here");
        // A whole value is a secret, even if each of its parts is too short to be one.
        assert_eq!(sensitive("Token abc 1234", "no abc 1234 here"), "no ******** here");
        assert_eq!(sensitive("Api-Key abc 1234", "no abc 1234 here"), "no ******** here");
        let cookie = "theme=dark; session=\"sesame-1\"; csrf=sesame-2";
        assert_eq!(sensitive(cookie, "dark sesame-2"), "dark ********");
        assert_eq!(sensitive(cookie, "\"sesame-1\"?"), "**********?");
        let digest = "Digest username=\"ada\", response=\"6629fae4\"";
        assert_eq!(sensitive(digest, "Digest of 6629fae4\" is bad"), "Digest of 6629fae4\" is bad");
        // ada:open-sesame
        assert_eq!(sensitive("basic YWRhOm9wZW4tc2VzYW1l", "ada: open-sesame"), "ada: ***********");
        assert_eq!(sensitive("Basic %%%", "it is %%%"), "it is %%%");
    }
}
