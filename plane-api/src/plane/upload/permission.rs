//! [`Permission`]: a permission to upload a file.

use serde::Deserialize;
use serde_json::Value;

use super::Uploaded;
use crate::{
    error::{Error, Result},
    plane::v1::common::PresignedPost,
};

/// A permission to upload one file.
pub(super) struct Permission {
    pub(super) post: PresignedPost,
    pub(super) uploaded: Uploaded,
}

/// Conditions that the storage enforces for a form.
#[derive(Deserialize)]
struct Policy {
    conditions: Vec<Value>,
}

impl Permission {
    /// Checks the size and type of a file against the permission. The storage checks conditions that the permission lacks.
    pub(super) fn check(&self, size: u64, media_type: &str) -> Result<()> {
        let fields = &self.post.fields;
        // Plane does not reject a file above its limit; it permits a file of the limit's size.
        let policy = fields.get("policy").and_then(|policy| Policy::read(policy));
        if let Some((min, max)) = policy.and_then(|policy| policy.sizes()) {
            if size > max {
                return Err(Error::request(format!(
                    "the file has {size} bytes; the server allows at most {max}"
                )));
            }
            if size < min {
                return Err(Error::request(format!(
                    "the file has {size} bytes; the server requires at least {min}"
                )));
            }
        }
        match fields.get("Content-Type") {
            Some(allowed) if allowed != media_type => Err(Error::request(format!(
                "the file has the type `{media_type}`; the server allows only `{allowed}`"
            ))),
            _ => Ok(()),
        }
    }
}

impl Policy {
    /// Decodes the form field `policy`: Base64-encoded JSON.
    fn read(text: &str) -> Option<Self> {
        serde_json::from_slice(&base64(text)?).ok()
    }

    /// Returns the minimum and maximum size.
    fn sizes(&self) -> Option<(u64, u64)> {
        self.conditions.iter().find_map(|condition| match &condition.as_array()?[..] {
            [kind, min, max] if kind == "content-length-range" => {
                Some((min.as_u64()?, max.as_u64()?))
            }
            _ => None,
        })
    }
}

/// Decodes standard Base64 (RFC 4648, section 4).
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            // Takes the eight complete bits; the bits above them were already used.
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recorded from a Community Edition, for a file above the limit.
    const RECORDED: &str = "eyJleHBpcmF0aW9uIjogIjIwMjYtMTEtMjNUMjE6MTQ6MDhaIiwgImNvbmRpdGlvbnMiOiBbeyJidWNrZXQiOiAidXBsb2FkcyJ9LCBbImNvbnRlbnQtbGVuZ3RoLXJhbmdlIiwgMSwgNTI0Mjg4MF0sIHsiQ29udGVudC1UeXBlIjogImFwcGxpY2F0aW9uL3ppcCJ9XX0=";

    #[test]
    fn the_recorded_policy_says_how_large_a_file_may_be() {
        assert_eq!(Policy::read(RECORDED).and_then(|policy| policy.sizes()), Some((1, 5_242_880)));
    }

    #[test]
    fn what_is_no_policy_says_nothing() {
        for text in ["", "example-policy", "e30=", "bnVsbA==", "eyJjb25kaXRpb25zIjpbW11dfQ=="] {
            assert_eq!(Policy::read(text).and_then(|policy| policy.sizes()), None, "{text}");
        }
    }

    #[test]
    fn base64_is_read_as_it_is_written() {
        let cases = [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg", "foob")];
        for (text, bytes) in cases {
            assert_eq!(base64(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(base64("+/+/").unwrap(), [0xfb, 0xff, 0xbf]);
        assert_eq!(base64("Zm9v\n"), None);
    }
}
