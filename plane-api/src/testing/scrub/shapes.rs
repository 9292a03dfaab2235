//! Finds secrets in arbitrary text by their form: after `Bearer`, in the user info of URLs, JSON web tokens, private keys
//! in PEM, and keys of well-known services.

use std::ops::Range;

use memchr::memmem;

/// Schemes of the `Authorization` header, in lower case.
const SCHEMES: [&str; 13] = [
    "apikey",
    "aws4-hmac-sha256",
    "basic",
    "bearer",
    "digest",
    "dpop",
    "hawk",
    "key",
    "negotiate",
    "ntlm",
    "oauth",
    "signature",
    "token",
];

/// The beginnings of keys of services, before at least 16 letters or digits.
const PREFIXES: [&str; 48] = [
    "AGE-SECRET-KEY-",
    "AIza",
    "AKIA",
    "ASIA",
    "ATATT",
    "SG.",
    "dckr_pat_",
    "doo_v1_",
    "dop_v1_",
    "dp.pt.",
    "figd_",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "gldt-",
    "glpat-",
    "glsa_",
    "hf_",
    "hvb.",
    "hvs.",
    "lin_api_",
    "npm_",
    "ntn_",
    "plane_api_",
    "pypi-",
    "rk_live_",
    "rk_test_",
    "shpat_",
    "shpca_",
    "shppa_",
    "shpss_",
    "sk-",
    "sk_live_",
    "sk_test_",
    "sntrys_",
    "whsec_",
    "xapp-",
    "xoxa-",
    "xoxb-",
    "xoxc-",
    "xoxd-",
    "xoxp-",
    "xoxr-",
    "xoxs-",
    "ya29.",
];

/// Prefixes of URLs whose rest is a secret, such as those of incoming webhooks.
const SECRET_URLS: [&str; 7] = [
    "api.telegram.org/bot",
    "discord.com/api/webhooks/",
    "discordapp.com/api/webhooks/",
    "hooks.slack.com/services/",
    "hooks.slack.com/triggers/",
    "hooks.slack.com/workflows/",
    ".webhook.office.com/webhookb2/",
];

/// The length from which a word without digits counts as random.
const LONG: usize = 16;

pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-".contains(&byte)
}

/// Returns the number of leading bytes that satisfy a condition.
pub(super) fn run(text: &[u8], is: impl Fn(u8) -> bool) -> usize {
    text.iter().position(|byte| !is(*byte)).unwrap_or(text.len())
}

/// Returns `true` if a word is not part of ordinary text: it is long, or contains digits or capital letters.
pub(super) fn looks_random(word: &[u8]) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_lowercase() || b"_-.,:;/|".contains(byte);
    word.len() >= LONG || word.len() >= 6 && !word.iter().skip(1).all(is_plain)
}

/// Returns `true` if a segment of a base URL is a key, such as `bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw`.
pub(super) fn is_key(segment: &[u8]) -> bool {
    let has = |is: fn(&u8) -> bool| segment.iter().any(is);
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    segment.len() >= 12 && is_mixed || segment.len() >= 24 && has(u8::is_ascii_uppercase)
}

/// Returns the end of the scheme and the space at the beginning of an `Authorization` header. `None` without a scheme.
pub(super) fn after_scheme(text: &[u8]) -> Option<usize> {
    let length = run(text, is_word);
    let scheme = text.get(..length)?;
    let is_scheme = SCHEMES.iter().any(|it| it.as_bytes().eq_ignore_ascii_case(scheme));
    let space = run(&text[length..], |byte| byte == b' ');
    (is_scheme && space > 0).then_some(length + space)
}

/// Returns the length of a token (RFC 6750, `b64token`) at the beginning.
pub(super) fn token(text: &[u8]) -> usize {
    let length = run(text, |byte| is_word(byte) || b".~+/:|".contains(&byte));
    let padding = run(&text[length..], |byte| byte == b'=');
    // `realm=…` is a parameter.
    match text.get(length + padding) {
        Some(byte) if padding > 0 && (is_word(*byte) || b"\"\\".contains(byte)) => 0,
        _ => length + padding,
    }
}

/// Finds the secrets in a text.
pub(super) fn find(text: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    schemes(text, &mut found);
    found.extend(memmem::find_iter(text, "://").filter_map(|at| user_info(text, at)));
    found.extend(memmem::find_iter(text, "eyJ").filter_map(|at| web_token(text, at)));
    for prefix in PREFIXES {
        found
            .extend(memmem::find_iter(text, prefix).filter_map(|at| service_key(text, at, prefix)));
    }
    for start in SECRET_URLS {
        found.extend(memmem::find_iter(text, start).map(|at| rest_of_url(text, at + start.len())));
    }
    private_keys(text, &mut found);
    found
}

/// Returns the rest of a URL from this position on.
fn rest_of_url(text: &[u8], at: usize) -> Range<usize> {
    let is_part = |byte: u8| !byte.is_ascii_whitespace() && !b"\"'<>\\`|)]}".contains(&byte);
    at..at + run(&text[at..], is_part)
}

/// Finds `Bearer …` and the like, in any text.
fn schemes(text: &[u8], found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while at < text.len() {
        let word = run(&text[at..], is_word);
        let is_scheme = word > 2 && text.get(at + word) == Some(&b' ');
        if let Some(space) = after_scheme(&text[at..]).filter(|_| is_scheme) {
            let start = at + space;
            let value = &text[start..start + token(&text[start..])];
            let is_whole = at == 0 && start + value.len() == text.len();
            let is_bearer =
                text[at..].len() > 6 && text[at..at + 6].eq_ignore_ascii_case(b"bearer");
            let is_sentence = value.starts_with(b"token") || value.starts_with(b"auth");
            if looks_random(value) || is_whole && is_bearer && value.len() > 5 && !is_sentence {
                found.push(start..start + value.len());
            }
        }
        at += word.max(1);
    }
}

/// Returns the user info of the URL with `://` at this position: `https://user:password@host`.
fn user_info(text: &[u8], at: usize) -> Option<Range<usize>> {
    let start = at + "://".len();
    let authority =
        run(&text[start..], |byte| !byte.is_ascii_whitespace() && !b"/?#\"'<>\\`".contains(&byte));
    let end = text[start..start + authority].iter().rposition(|byte| *byte == b'@')?;
    let user = &text[start..start + end];
    let is_web = text[..at].ends_with(b"http") || text[..at].ends_with(b"https");
    // `ssh://git@host` has no secret.
    let is_secret = user.contains(&b':') || is_web || looks_random(user);
    (is_secret && !user.is_empty()).then_some(start..start + end)
}

/// Finds a JSON web token: three or more parts, the first of which is a JSON object in base64.
fn web_token(text: &[u8], at: usize) -> Option<Range<usize>> {
    let length = run(&text[at..], |byte| is_word(byte) || byte == b'.');
    let token = &text[at..at + length];
    let dots = token.iter().filter(|byte| **byte == b'.').count();
    (dots >= 2 && length >= 20).then_some(at..at + length)
}

/// Finds a key of a well-known service.
fn service_key(text: &[u8], at: usize, prefix: &str) -> Option<Range<usize>> {
    let is_start = at == 0 || !text[at - 1].is_ascii_alphanumeric();
    let length = run(&text[at + prefix.len()..], |byte| is_word(byte) || byte == b'.');
    let key = &text[at..at + prefix.len() + length];
    let is_random = key.iter().any(u8::is_ascii_digit) || key.iter().any(u8::is_ascii_uppercase);
    (is_start && length >= LONG && is_random).then_some(at..at + key.len())
}

/// Finds private keys in PEM, up to their last line or the end of the text.
fn private_keys(text: &[u8], found: &mut Vec<Range<usize>>) {
    const END: &[u8] = b"-----END";
    let mut at = 0;
    while let Some(start) = memmem::find(&text[at..], b"-----BEGIN ").map(|start| at + start) {
        let label = &text[start + 11..(start + 80).min(text.len())];
        let label = &label[..memmem::find(label, b"-----").unwrap_or(0)];
        at = start + 11 + label.len();
        if memmem::find(label, b"PRIVATE KEY").is_some() {
            let body = at + 5;
            let length = memmem::find(&text[body..], END).unwrap_or(text.len() - body);
            found.push(body..body + length);
            at = body + length;
        }
    }
    found.retain(|place| !place.is_empty());
}
