//! [`Auth`]: the credentials of a client.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::{Error, Result};

/// How much of a body is kept in an error.
pub(crate) const MAX_KEPT: usize = 64 << 10;

/// Who the client is to the server: one header, sent with every request that does not declare `auth = none`.
///
/// The value lives in a header that is marked as sensitive and nowhere else; it is never printed.
#[derive(Clone)]
pub struct Auth {
    header: Option<(HeaderName, HeaderValue)>,
    /// Where the secret itself begins in the header's value, behind a scheme such as `Bearer `.
    secret_from: usize,
    /// Why the value cannot be sent. Reported when the client is built, where there is a `Result` to report it in.
    invalid: Option<&'static str>,
}

impl Auth {
    /// Plane's API key, sent as `X-API-Key`.
    #[must_use]
    pub fn api_key(key: impl AsRef<str>) -> Self {
        Self::new(HeaderName::from_static("x-api-key"), "", key.as_ref())
    }

    /// An access token, sent as `Authorization: Bearer …`.
    #[must_use]
    pub fn bearer_token(token: impl AsRef<str>) -> Self {
        Self::new(header::AUTHORIZATION, "Bearer ", token.as_ref())
    }

    /// Any other header, for servers that are not Plane's.
    #[must_use]
    pub fn header(name: HeaderName, value: impl AsRef<str>) -> Self {
        Self::new(name, "", value.as_ref())
    }

    /// No credentials.
    #[must_use]
    pub const fn none() -> Self {
        Self { header: None, secret_from: 0, invalid: None }
    }

    fn new(name: HeaderName, scheme: &str, secret: &str) -> Self {
        let invalid = if secret.trim().is_empty() {
            Some("it is empty")
        } else if secret.trim() != secret {
            Some("it has white space or a line break around it, as from a file: trim it")
        } else if !secret.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
            Some(
                "it holds characters that a header cannot carry: was it copied whole, and nothing beside it?",
            )
        } else {
            None
        };
        let value = if invalid.is_some() {
            None
        } else {
            HeaderValue::try_from(format!("{scheme}{secret}")).ok()
        };
        let header = value.map(|mut value| {
            value.set_sensitive(true);
            (name, value)
        });
        Self { header, secret_from: scheme.len(), invalid }
    }

    /// Refuses a value that cannot be sent, without showing it.
    pub(crate) fn check(&self) -> Result<()> {
        match self.invalid {
            Some(reason) => {
                Err(Error::config(format!("the key or token cannot be sent: {reason}")))
            }
            None => Ok(()),
        }
    }

    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        if let Some((name, value)) = &self.header {
            headers.insert(name, value.clone());
        }
    }

    /// The beginning of what a server sent, to be kept in an error; the secret is blotted out of it, in case that the
    /// server echoes what it was sent.
    pub(crate) fn redacted(&self, body: &[u8]) -> Bytes {
        let mut body = body[..body.len().min(MAX_KEPT)].to_vec();
        let secret = self
            .header
            .as_ref()
            .map_or(&b""[..], |(_, value)| &value.as_bytes()[self.secret_from..]);
        if !secret.is_empty() && secret.len() <= body.len() {
            for at in 0..=body.len() - secret.len() {
                if body[at..].starts_with(secret) {
                    body[at..at + secret.len()].fill(b'*');
                }
            }
        }
        body.into()
    }
}

/// Says which header it is, never what it holds.
impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.header {
            Some((name, _)) => write!(f, "Auth({name}: redacted)"),
            None => f.write_str("Auth(none)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_cannot_be_sent_are_explained_and_not_shown() {
        let messages = ["", "  ", "secret\n", "sec\nret", "sécret"].map(|key| {
            let error = Auth::api_key(key).check().unwrap_err().to_string();
            assert!(!error.contains("ret"), "{error}");
            error
        });
        assert!(messages[0].ends_with("it is empty") && messages[1].ends_with("it is empty"));
        assert!(messages[2].contains("trim it"), "{}", messages[2]);
        assert!(messages[3].contains("cannot carry") && messages[4].contains("cannot carry"));
        Auth::bearer_token("a b").check().unwrap();
    }

    #[test]
    fn what_a_server_echoes_is_blotted_out() {
        let redacted = |auth: Auth| auth.redacted(b"got sesame, want sesame!");
        assert_eq!(redacted(Auth::bearer_token("sesame")), "got ******, want ******!");
        assert_eq!(redacted(Auth::none()), "got sesame, want sesame!");
        assert_eq!(redacted(Auth::api_key("x".repeat(99))), "got sesame, want sesame!");
        assert_eq!(Auth::none().redacted(&[b'x'; MAX_KEPT + 1]).len(), MAX_KEPT);
    }
}
