//! Names that have secret values.

/// The ends of names whose values are secrets.
const ENDS: [&str; 25] = [
    "accesskey",
    "accesskeyid",
    "apikey",
    "assertion",
    "authorization",
    "codeverifier",
    "cookie",
    "credential",
    "credentials",
    "devicecode",
    "passphrase",
    "passwd",
    "password",
    "passwords",
    "plaintext",
    "privatekey",
    "secret",
    "secretkey",
    "secrets",
    "sessionid",
    "signature",
    "signingkey",
    "token",
    "tokens",
    "xamzdate",
];

/// Whole names with secret values.
const NAMES: [&str; 6] = ["jwt", "otp", "passcode", "pin", "pwd", "sig"];

/// Names whose values are secrets when a user or an app is authorized (RFC 6749), and ordinary elsewhere.
const GRANTS: [&str; 2] = ["code", "state"];

/// Parts of names of positions in lists, which end like those of secrets: `next_page_token`.
const POSITIONS: [&str; 6] = ["page", "next", "prev", "cursor", "continuation", "sync"];

/// Returns a name in lower case, with only its letters and digits.
pub(super) fn normal(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Returns `true` if a member, parameter, field or header with this normalized name has a secret value.
pub(super) fn is_secret(normal: &str) -> bool {
    (NAMES.contains(&normal) || ENDS.iter().any(|end| normal.ends_with(end)))
        && !POSITIONS.iter().any(|part| normal.contains(part))
}

/// Returns `true` if a query, a form or JSON is a part of an authorization: a request for tokens, or a redirect back to
/// the app.
pub(super) fn is_grant(text: &[u8]) -> bool {
    let has = |part: &str| memchr::memmem::find(text, part.as_bytes()).is_some();
    has("\"grant_type\"") || has("grant_type=") || has("code=") && has("state=")
}

/// Returns `true` if the value with this normalized name is secret in a part of an authorization.
pub(super) fn is_grant_secret(normal: &str) -> bool {
    GRANTS.contains(&normal)
}

/// The policy of an upload, encoded. Other policies are no secrets.
pub(super) fn is_policy(normal: &str, value: &[u8]) -> bool {
    normal == "policy" && value.starts_with(b"eyJ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_their_names() {
        for name in [
            "access_token",
            "refreshToken",
            "X-Amz-Signature",
            "x-goog-credential",
            "X-Amz-Security-Token",
            "AWSAccessKeyId",
            "sig",
            "secret_key",
            "secret_plaintext",
            "client_secret",
            "user[password]",
            "Set-Cookie",
            "X-Auth-Token",
            "id_token",
            "api-key",
            "tokens",
        ] {
            assert!(is_secret(&normal(name)), "{name}");
        }
        for name in [
            "name",
            "next_page_token",
            "pageToken",
            "continuation_token",
            "syncToken",
            "code",
            "state",
            "key",
            "token_type",
            "expires_in",
            "policy",
            "etag",
            "signed_at",
            "design",
        ] {
            assert!(!is_secret(&normal(name)), "{name}");
        }
        assert!(is_policy("policy", b"eyJjb25kaXRpb25z") && !is_policy("policy", b"strict"));
    }
}
