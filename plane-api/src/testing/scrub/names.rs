//! Names that have secret values.

/// Words that make the value of a name a secret, in any position of the name: `x-hub-signature-256`.
const WORDS: [&str; 30] = [
    "apikey",
    "apitoken",
    "assertion",
    "authorization",
    "bearer",
    "cookie",
    "cookies",
    "credential",
    "credentials",
    "creds",
    "csrf",
    "hmac",
    "jwt",
    "mnemonic",
    "otp",
    "passcode",
    "passphrase",
    "passwd",
    "password",
    "passwords",
    "pwd",
    "secret",
    "secrets",
    "sig",
    "signature",
    "token",
    "tokens",
    "totp",
    "xsrf",
    "xoauth",
];

/// Words that make the value a secret at the end of the name: `X-Auth`, but not `auth_provider`.
const LAST: [&str; 10] = [
    "auth",
    "pass",
    "passkey",
    "pin",
    "plaintext",
    "sess",
    "sessid",
    "session",
    "sessionid",
    "sid",
];

/// Ends of names that are written without any separator: `accesstoken`, `jsessionid`.
const ENDS: [&str; 24] = [
    "accesskey",
    "accesskeyid",
    "apikey",
    "apikeys",
    "authorization",
    "codeverifier",
    "cookie",
    "credential",
    "credentials",
    "devicecode",
    "encryptionkey",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "secret",
    "secretkey",
    "secretplaintext",
    "sessid",
    "sessionid",
    "signature",
    "signingkey",
    "token",
    "xamzdate",
];

/// Words that make a `key` after them a secret. Other keys are, for example, the key of a project or of a cache.
const KEYS: [&str; 36] = [
    "access",
    "account",
    "admin",
    "aes",
    "api",
    "app",
    "application",
    "auth",
    "client",
    "consumer",
    "credential",
    "decryption",
    "deploy",
    "encryption",
    "functions",
    "hmac",
    "host",
    "integration",
    "license",
    "master",
    "privatekey",
    "private",
    "recovery",
    "root",
    "rsa",
    "secret",
    "service",
    "session",
    "shared",
    "sign",
    "signature",
    "signing",
    "ssh",
    "subscription",
    "symmetric",
    "webhook",
];

/// Words that make a `code` after them a secret.
const CODES: [&str; 18] = [
    "access",
    "auth",
    "backup",
    "confirmation",
    "device",
    "factor",
    "invitation",
    "invite",
    "login",
    "magic",
    "mfa",
    "pin",
    "recovery",
    "reset",
    "scratch",
    "security",
    "sms",
    "verification",
];

/// Other words of a name in a row that make its value a secret.
const PAIRS: [(&str, &str); 15] = [
    ("code", "verifier"),
    ("oauth", "verifier"),
    ("one", "time"),
    ("pass", "phrase"),
    ("pass", "word"),
    ("recovery", "phrase"),
    ("saml", "request"),
    ("saml", "response"),
    ("secret", "phrase"),
    ("seed", "phrase"),
    ("session", "data"),
    ("session", "hash"),
    ("session", "id"),
    ("session", "state"),
    ("session", "value"),
];

/// Last words of names that describe a secret: `token_type`, `password_changed_at`.
const ABOUT: [&str; 63] = [
    "age",
    "alg",
    "algorithm",
    "at",
    "by",
    "class",
    "count",
    "counts",
    "created",
    "date",
    "description",
    "disabled",
    "domain",
    "enabled",
    "endpoint",
    "exp",
    "expiration",
    "expired",
    "expires",
    "expiry",
    "format",
    "hint",
    "id",
    "ids",
    "in",
    "issuer",
    "kind",
    "label",
    "length",
    "level",
    "lifetime",
    "limit",
    "limits",
    "max",
    "method",
    "methods",
    "min",
    "mode",
    "name",
    "names",
    "on",
    "path",
    "policy",
    "prefix",
    "provider",
    "required",
    "rotation",
    "scheme",
    "scope",
    "scopes",
    "size",
    "source",
    "status",
    "strength",
    "supported",
    "total",
    "ttl",
    "type",
    "types",
    "uri",
    "url",
    "used",
    "version",
];

/// Parameters of signed URLs, as they are written there. Elsewhere, the names are ordinary.
const IN_SIGNED_URLS: [&str; 2] = ["GoogleAccessId", "Key-Pair-Id"];

/// First words of names that count or ask: `max_tokens`, `is_password_set`.
const COUNTS: [&str; 8] = ["can", "has", "is", "max", "min", "num", "should", "total"];

/// Names whose values are secrets when a user or an app is authorized (RFC 6749), and ordinary elsewhere.
const GRANTS: [&str; 2] = ["code", "state"];

/// Words in the name of a position in a list, apart from `token`: `next_page_token`.
const POSITIONS: [&str; 13] = [
    "continuation",
    "cursor",
    "next",
    "page",
    "pagination",
    "previous",
    "prev",
    "resume",
    "scroll",
    "skip",
    "start",
    "sync",
    "x",
];

/// Returns a name in lower case, with only its letters and digits.
pub(super) fn normal(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Returns the words of a name in lower case, without numbers: `clientSecret2` has two.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let bytes = name.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let is_lower = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
        // `accessKey`, and `AWSAccess`.
        let is_start =
            byte.is_ascii_uppercase() && at > 0 && (is_lower(at - 1) || is_lower(at + 1));
        if is_start || !byte.is_ascii_alphabetic() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| byte.is_ascii_alphabetic()) {
            word.push(char::from(byte.to_ascii_lowercase()));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns `true` if a member, parameter, field or header with this name has a secret value.
pub(super) fn is_secret(name: &str) -> bool {
    let words = words(name);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let has = |words: &[&str], word: &String| words.contains(&word.as_str());
    let pairs = || words.iter().zip(&words[1..]);
    let joined = words.concat();
    let is_known_end = || ENDS.iter().any(|end| joined.ends_with(end));
    let is_pair = || {
        pairs().any(|(a, b)| {
            PAIRS.contains(&(a.as_str(), b.as_str()))
                || matches!(b.as_str(), "key" | "keys") && has(&KEYS, a)
                || matches!(b.as_str(), "code" | "codes") && has(&CODES, a)
        })
    };
    if IN_SIGNED_URLS.contains(&name) {
        return true;
    }
    if is_position(&joined) || has(&COUNTS, first) {
        return false;
    }
    if has(&ABOUT, last) {
        // The ids of sessions and of access keys are secrets themselves.
        let ids = ["accesskeyid", "sessionid", "xamzdate"];
        return ids.iter().any(|id| joined.ends_with(id));
    }
    words.iter().any(|word| has(&WORDS, word)) || has(&LAST, last) || is_known_end() || is_pair()
}

/// Returns `true` for the name of a position in a list, such as `next_page_token`.
fn is_position(joined: &str) -> bool {
    let Some(mut rest) = joined.strip_suffix("token") else { return false };
    let is_any = !["", "start", "x", "xstart"].contains(&rest);
    while let Some(next) = POSITIONS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    is_any && rest.is_empty()
}

/// Returns `true` if another member of the same object contains the name: `{"name": "Cookie", "value": "…"}`.
pub(super) fn is_name_member(name: &str) -> bool {
    [
        "attribute",
        "field",
        "header",
        "id",
        "k",
        "key",
        "label",
        "name",
        "param",
        "parameter",
        "property",
        "variable",
    ]
    .contains(&&*normal(name))
}

/// Returns `true` if the member contains the value of a name that another member contains.
pub(super) fn is_value_member(name: &str) -> bool {
    let name = normal(name);
    matches!(&*name, "v" | "val")
        || ["content", "contents", "data", "default", "text", "value", "values"]
            .iter()
            .any(|end| name.ends_with(end))
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

/// Returns `true` for the encoded policy of an upload. Other policies are not secrets.
pub(super) fn is_policy(normal: &str, value: &[u8]) -> bool {
    normal == "policy" && value.starts_with(b"eyJ")
}

#[cfg(test)]
mod tests;
