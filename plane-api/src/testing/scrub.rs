//! [`Scrubber`]: removes secrets from exchanges before they are written.

mod json;
mod multipart;
mod names;
mod shapes;
mod text;

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
    ops::Range,
};

use http::{HeaderValue, Uri};
use percent_encoding::percent_decode;
use url::form_urlencoded;

use self::json::{Found, Secrets};
pub(super) use self::multipart::{boundary, plain, plain_content_type};
use super::{exchange::Content, json::is_json, lines::REDACTED};
use crate::{
    redact::{Redaction, View, secrets_of, views},
    secret::Secret,
    spec::Spec,
};

/// Tokens of at least this length are removed from all later exchanges too.
const MIN_TOKEN: usize = 16;

/// Shorter credentials are only removed from the exchanges of their client.
const MIN_CREDENTIAL: usize = 8;

/// Shorter secrets are only removed if they are a whole value.
const MIN_SECRET: usize = 6;

/// The known secrets of a recording.
#[derive(Default)]
pub(super) struct Scrubber {
    /// The names that the user added, normalized.
    pub(super) names: BTreeSet<String>,
    /// Long values that were removed by their names, and the cookies of responses.
    tokens: HashSet<Box<str>>,
    /// The credentials of all clients so far: a client may send the credentials of another.
    credentials: BTreeSet<Box<str>>,
    /// The URI authority of a server whose port changes from run to run, and its replacement.
    pub(super) authority: Option<(String, &'static str)>,
}

impl Scrubber {
    pub(super) fn add_name(&mut self, name: &str) {
        self.names.insert(names::normal(name));
    }

    /// The base URL of a client, without the keys in its path.
    pub(super) fn server(url: &str) -> String {
        let segments = url.split('/').enumerate().map(|(index, segment)| {
            // After the scheme and the authority.
            if index > 2 && shapes::is_key(segment.as_bytes()) { REDACTED } else { segment }
        });
        segments.collect::<Vec<_>>().join("/")
    }
}

/// Removes the secrets of one exchange.
pub(super) struct Scrub<'a> {
    scrubber: &'a mut Scrubber,
    redaction: Redaction,
    /// Normalized names of positions in a list.
    positions: Vec<String>,
    /// `true` if the text is a part of an authorization.
    is_grant: bool,
    /// `true` if the values that are removed are secrets of the response, too.
    pub(super) is_request: bool,
}

/// Positions in a text, with their replacements.
type Edits = Vec<(Range<usize>, &'static str)>;

impl<'a> Scrub<'a> {
    pub(super) fn new(scrubber: &'a mut Scrubber, mut redaction: Redaction, spec: &Spec) -> Self {
        if let Some((value, start)) = &redaction.header {
            let secrets = secrets_of(value.as_bytes()).into_iter();
            for secret in secrets.chain([value.as_bytes()[*start..].into()]) {
                match std::str::from_utf8(&secret) {
                    Ok(secret) if secret.len() >= MIN_CREDENTIAL => {
                        scrubber.credentials.insert(secret.into());
                    }
                    _ => {}
                }
            }
        }
        redaction.secrets.extend(scrubber.credentials.iter().map(|secret| Secret::from(&**secret)));
        let positions = spec.params.into_iter().filter(|param| param.page.is_some());
        let positions = positions.map(|param| names::normal(param.name)).collect();
        Self { scrubber, redaction, positions, is_grant: false, is_request: true }
    }

    /// Returns `true` if a header's value is the client's credential.
    pub(super) fn is_credential(&self, value: &HeaderValue) -> bool {
        self.redaction.header.as_ref().is_some_and(|(credential, _)| credential == value)
    }

    fn has_secret(&self, name: &str) -> bool {
        let normal = names::normal(name);
        self.scrubber.names.contains(&normal)
            || names::is_secret(name) && !self.positions.contains(&normal)
            || self.is_grant && names::is_grant_secret(&normal)
    }

    /// Finds secrets by their names and by their form, however the text is escaped.
    fn find(&self, text: &[u8]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for view in views(View::of(text)) {
            let mut places = text::values(&view.bytes, &|name| self.has_secret(name));
            places.extend(shapes::find(&view.bytes));
            let places = places.iter().filter(|place| !place.is_empty());
            found.extend(places.map(|place| view.place(place)));
        }
        found
    }

    /// Returns a path and its query without secrets; a URL of this server is relative to it. The end of the query may
    /// be a credential.
    pub(super) fn url(&mut self, uri: &Uri, server: &str, credential_len: usize) -> String {
        let origin = match (uri.scheme_str(), uri.authority()) {
            (Some(scheme), Some(authority)) => format!("{scheme}://{authority}"),
            _ => String::new(),
        };
        let is_own = server
            .strip_prefix(&*origin)
            .is_some_and(|path| path.is_empty() || path.starts_with('/'));
        let base_path = server.strip_prefix(&*origin).filter(|_| is_own).unwrap_or_default();
        let base_segments = base_path.split('/').count();
        let mut url = if is_own { String::new() } else { origin };
        for (index, segment) in uri.path().split('/').enumerate() {
            if index > 0 {
                url.push('/');
            }
            let decoded = percent_decode(segment.as_bytes()).collect::<Vec<_>>();
            let is_key = index < base_segments && shapes::is_key(segment.as_bytes());
            if is_key || self.redaction.is_secret(&decoded) {
                url.push_str(REDACTED);
            } else {
                url.push_str(&self.text(segment));
            }
        }
        let query = uri.query().unwrap_or_default();
        let query = query.get(..query.len().saturating_sub(credential_len)).unwrap_or_default();
        if !query.is_empty() {
            url.push('?');
            url.push_str(&self.pairs(query));
        }
        url
    }

    /// Removes the secrets of a query or a form.
    pub(super) fn pairs(&mut self, query: &str) -> String {
        let outer = std::mem::replace(&mut self.is_grant, names::is_grant(query.as_bytes()));
        let pairs: Vec<_> = query.split('&').map(|pair| self.pair(pair)).collect();
        self.is_grant = outer;
        pairs.join("&")
    }

    fn pair(&mut self, pair: &str) -> String {
        let Some((name, value)) = form_urlencoded::parse(pair.as_bytes()).next() else {
            return pair.to_owned();
        };
        let mut scrubbed = self.field(&name, value.as_bytes());
        let clean_name = self.text(&name);
        if scrubbed == value.as_bytes() && clean_name == name {
            if self.text(pair) == pair {
                // A pair without a secret is kept as written.
                return pair.to_owned();
            }
            scrubbed = REDACTED.into();
        }
        let value = String::from_utf8_lossy(&scrubbed);
        form_urlencoded::Serializer::new(String::new()).append_pair(&clean_name, &value).finish()
    }

    /// Removes the secrets of a query parameter's value, of a form field or of a part.
    pub(super) fn field(&mut self, name: &str, value: &[u8]) -> Vec<u8> {
        let is_named = self.has_secret(name) || names::is_policy(&names::normal(name), value);
        if value.is_empty() || !(is_named || self.redaction.is_secret(value)) {
            return self.bytes(value);
        }
        self.learn(value);
        REDACTED.into()
    }

    /// Removes the secrets of a URL in a header.
    pub(super) fn location(&mut self, url: &str) -> String {
        let (url, fragment) = url.split_once('#').map_or((url, None), |(url, it)| (url, Some(it)));
        let mut written = match url.split_once('?') {
            Some((path, query)) => format!("{}?{}", self.text(path), self.pairs(query)),
            None => self.text(url),
        };
        if let Some(fragment) = fragment {
            written.push('#');
            written.push_str(&self.pairs(fragment));
        }
        written
    }

    /// Stores a cookie of a response: the server may echo it.
    pub(super) fn cookie(&mut self, cookie: &[u8]) {
        let pair = cookie.split(|byte| *byte == b';').next().unwrap_or_default();
        let value = pair.splitn(2, |byte| *byte == b'=').nth(1).unwrap_or_default().trim_ascii();
        let quoted = value.strip_prefix(b"\"").and_then(|value| value.strip_suffix(b"\""));
        self.learn(quoted.unwrap_or(value));
    }

    /// Removes the secrets of a text: of a header, an error or a body.
    pub(super) fn text(&mut self, text: &str) -> String {
        String::from_utf8_lossy(&self.bytes(text.as_bytes())).into_owned()
    }

    /// Removes the secrets of arbitrary bytes.
    pub(super) fn bytes(&mut self, text: &[u8]) -> Vec<u8> {
        if is_json(text) {
            return self.json(text);
        }
        let named = self.find(text);
        for value in &named {
            self.learn(&text[value.clone()]);
        }
        let known = self.known(text).into_iter().chain(named);
        let edits = known.map(|place| (place, REDACTED)).collect();
        self.apply(text, edits)
    }

    fn json(&mut self, json: &[u8]) -> Vec<u8> {
        let known = self.known(json);
        let outer = std::mem::replace(&mut self.is_grant, names::is_grant(json));
        let found = json::find(json, &*self, &known);
        self.is_grant = outer;
        let mut edits: Edits = Vec::new();
        for place in found {
            match place {
                Found::Text(place) => {
                    self.learn(&json[place.clone()]);
                    edits.push((place, REDACTED));
                }
                Found::Number(place) => edits.push((place, "0")),
            }
        }
        edits.extend(known.into_iter().map(|place| (place, REDACTED)));
        self.apply(json, edits)
    }

    /// Returns the positions of the known secrets.
    fn known(&self, text: &[u8]) -> Vec<Range<usize>> {
        let mut known = self.redaction.places(text);
        let tokens = &self.scrubber.tokens;
        // The characters of words, with and without those that both base64 and paths contain.
        for others in [&b"-_"[..], b"-_.~+/="] {
            if tokens.is_empty() {
                break;
            }
            let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || others.contains(byte);
            let mut at = 0;
            for word in text.split(|byte| !is_word(byte)) {
                let is_token = word.len() >= MIN_TOKEN
                    && std::str::from_utf8(word).is_ok_and(|word| tokens.contains(word));
                if is_token {
                    known.push(at..at + word.len());
                }
                at += word.len() + 1;
            }
        }
        known
    }

    /// Stores a value that was removed by its name: the server may echo it elsewhere.
    fn learn(&mut self, value: &[u8]) {
        let Ok(text) = std::str::from_utf8(value) else { return };
        let text = if text.contains('\\') {
            serde_json::from_str(&format!("\"{text}\"")).map_or(Cow::Borrowed(text), Cow::Owned)
        } else {
            Cow::Borrowed(text)
        };
        if *text == *REDACTED {
            return;
        }
        if self.is_request && text.len() >= MIN_SECRET {
            self.redaction.secrets.push(Secret::from(&*text));
        }
        if text.len() >= MIN_TOKEN && !self.scrubber.tokens.contains(&*text) {
            self.scrubber.tokens.insert(text.into());
        }
    }

    /// Writes the edits, and the constant URI authority.
    fn apply(&self, text: &[u8], mut edits: Edits) -> Vec<u8> {
        if let Some((from, to)) = &self.scrubber.authority {
            for from in [from.clone(), from.replace(':', "%3A"), from.replace(':', "%3a")] {
                edits.extend(positions(text, from.as_bytes()).map(|place| (place, *to)));
            }
        }
        // The longest first, so that a whole number is replaced before its parts.
        edits.sort_by_key(|(place, _)| (place.start, usize::MAX - place.end));
        let mut written = Vec::with_capacity(text.len());
        let mut at = 0;
        for (place, instead) in edits {
            if place.start >= at {
                written.extend_from_slice(&text[at..place.start]);
                written.extend_from_slice(instead.as_bytes());
            }
            at = at.max(place.end);
        }
        written.extend_from_slice(&text[at..]);
        written
    }

    /// Removes the secrets of a body. With `is_exact`, its bytes matter; otherwise only the value of its JSON.
    pub(super) fn content(&mut self, media: &str, body: &[u8], is_exact: bool) -> Content {
        let body = if media.starts_with("application/x-www-form-urlencoded") {
            match std::str::from_utf8(body) {
                Ok(form) => self.pairs(form).into_bytes(),
                Err(_) => self.bytes(body),
            }
        } else if let Some(boundary) = boundary(media) {
            multipart::scrubbed(self, body, boundary)
        } else {
            self.bytes(body)
        };
        Content::of(body, is_exact)
    }
}

impl Secrets for Scrub<'_> {
    fn is_name(&self, name: &str) -> bool {
        self.has_secret(name)
    }

    fn find(&self, text: &[u8]) -> Vec<Range<usize>> {
        Scrub::find(self, text)
    }

    fn is_secret(&self, text: &str) -> bool {
        self.redaction.is_secret(text.as_bytes())
    }
}

/// The positions of a part in a text.
fn positions<'a>(text: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
    let at = memchr::memmem::find_iter(text, part);
    at.map(|at| at..at + part.len())
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    static SPEC: Spec = Spec::new("Get", Method::GET, "/");

    fn scrub(work: impl FnOnce(&mut Scrub<'_>) -> String) -> String {
        let mut scrubber = Scrubber::default();
        work(&mut Scrub::new(&mut scrubber, Redaction::default(), &SPEC))
    }

    #[test]
    fn codes_are_secret_where_somebody_is_authorized() {
        for (pairs, expected) in [
            ("grant_type=x&code=a%20b&c=d", "grant_type=x&code=REDACTED&c=d"),
            ("code=a&state=b&c=d", "code=REDACTED&state=REDACTED&c=d"),
            ("code=a&c=d", "code=a&c=d"),
            ("state=open&c=d", "state=open&c=d"),
        ] {
            assert_eq!(scrub(|scrub| scrub.pairs(pairs)), expected);
            let location = format!("https://a.example/b?{pairs}");
            let expected = format!("https://a.example/b?{expected}");
            assert_eq!(scrub(|scrub| scrub.location(&location)), expected);
        }
        for (json, expected) in [
            (r#"{"grant_type": "x", "code": "a"}"#, r#"{"grant_type": "x", "code": "REDACTED"}"#),
            (r#"{"code": "a", "state": "b"}"#, r#"{"code": "a", "state": "b"}"#),
        ] {
            assert_eq!(scrub(|scrub| scrub.text(json)), expected);
        }
    }
}
