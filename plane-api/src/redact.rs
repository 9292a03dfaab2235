//! [`Redaction`]: keeps what a request must not give away out of errors, should the server echo it.

mod blot;

use bytes::Bytes;
use http::HeaderValue;

use self::blot::blot;
use crate::secret::Secret;

/// How much of a body is kept in an error.
pub(crate) const MAX_KEPT: usize = 64 << 10;

/// What a request holds that an error must not show.
#[derive(Clone, Default)]
pub(crate) struct Redaction {
    /// The value of a header, and where in it the secret begins.
    pub(crate) header: Option<(HeaderValue, usize)>,
    pub(crate) secrets: Vec<Secret>,
}

impl Redaction {
    /// The beginning of what the server sent, with stars in place of all of this.
    pub(crate) fn redacted(&self, body: &[u8]) -> Bytes {
        let mut body = body[..body.len().min(MAX_KEPT)].to_vec();
        let header = self.header.iter().map(|(value, start)| &value.as_bytes()[*start..]);
        let secrets = self.secrets.iter().map(|secret| secret.expose().as_bytes());
        for secret in header.chain(secrets) {
            blot(&mut body, secret);
        }
        body.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_echoes_is_blotted_out() {
        let body = b"got sesame00, want sesame00!";
        let redacted = |credential: &str, secrets: &[&str], body: &[u8]| {
            let secrets = secrets.iter().map(|secret| Secret::from(*secret)).collect();
            let header = HeaderValue::try_from(format!("Bearer {credential}")).unwrap();
            Redaction { header: Some((header, "Bearer ".len())), secrets }.redacted(body)
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
}
