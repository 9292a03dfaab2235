//! [`Credential`]: what is sent to prove the identity of the client.

use std::{fmt, sync::Arc};

use base64::{Engine, prelude::BASE64_STANDARD};
use http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use url::form_urlencoded;

use crate::{
    client::headers::is_transport,
    error::{Error, Result},
    secret::{self, Secret},
};

/// The credentials in the form in which they are sent.
#[derive(Clone)]
pub(crate) struct Credential {
    location: Location,
    /// Values that servers may quote in addition to the value that is sent.
    quoted: Option<Arc<[Secret]>>,
}

#[derive(Clone, PartialEq)]
enum Location {
    Header {
        name: HeaderName,
        value: HeaderValue,
        /// Offset of the secret, after a scheme such as `Bearer `.
        secret_from: usize,
    },
    /// Name and value, encoded.
    Query(Arc<str>),
}

const OTHERS: &str =
    "it contains characters that a header cannot contain; check that it was copied correctly";

impl Credential {
    pub(super) fn bearer(token: &str) -> Result<Self, &'static str> {
        Self::new(header::AUTHORIZATION, "Bearer ", token)
    }

    pub(super) fn new(name: HeaderName, scheme: &str, secret: &str) -> Result<Self, &'static str> {
        secret::check(secret)?;
        if is_transport(&name) {
            return Err("its header is reserved for the transport; use another one");
        }
        if !secret.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
            return Err(OTHERS);
        }
        let mut value = HeaderValue::try_from(format!("{scheme}{secret}")).map_err(|_| OTHERS)?;
        value.set_sensitive(true);
        let location = Location::Header { name, value, secret_from: scheme.len() };
        Ok(Self { location, quoted: None })
    }

    pub(super) fn basic(user: &str, password: &str) -> Result<Self, &'static str> {
        if user.contains(':') {
            return Err("the user name of basic auth cannot contain `:`");
        }
        let parts = [user, password];
        // Either may be empty, but not both.
        if user.is_empty() || !password.is_empty() {
            secret::check(password)?;
        }
        if !user.is_empty() {
            secret::check(user)?;
        }
        if parts.iter().any(|part| part.contains(char::is_control)) {
            return Err("it contains control characters, which basic auth does not allow");
        }
        let encoded = BASE64_STANDARD.encode(format!("{user}:{password}"));
        let basic = Self::new(header::AUTHORIZATION, "Basic ", &encoded)?;
        Ok(Self { quoted: Some(parts.into_iter().map(Secret::from).collect()), ..basic })
    }

    pub(super) fn query(name: &str, secret: &str) -> Result<Self, &'static str> {
        secret::check(secret)?;
        if name.is_empty() {
            return Err("its query parameter has no name");
        }
        if secret.contains(char::is_control) {
            return Err("it contains control characters; check that it was copied correctly");
        }
        let pair =
            form_urlencoded::Serializer::new(String::new()).append_pair(name, secret).finish();
        let location = Location::Query(pair.into());
        Ok(Self { location, quoted: Some([Secret::from(secret)].into()) })
    }

    /// Returns the header that must not be shown: its value, and the offset of the secret after the scheme.
    pub(crate) fn redaction(&self) -> Option<(HeaderValue, usize)> {
        match &self.location {
            Location::Header { value, secret_from, .. } => Some((value.clone(), *secret_from)),
            Location::Query(_) => None,
        }
    }

    /// Returns the values that must not be shown, in addition to the header.
    pub(crate) fn secrets(&self) -> &[Secret] {
        self.quoted.as_deref().unwrap_or_default()
    }

    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        if let Location::Header { name, value, .. } = &self.location {
            headers.insert(name, value.clone());
        }
    }

    /// Returns the URI without and with the credential, if the credential is sent in the query.
    pub(crate) fn uris(&self, uri: &Uri) -> Result<Option<QueryUris>> {
        let Location::Query(pair) = &self.location else { return Ok(None) };
        let text = uri.to_string();
        let (target, query) = text.split_once('?').unwrap_or((&text, ""));
        let name = |pair: &str| {
            form_urlencoded::parse(pair.as_bytes()).next().map(|(name, _)| name.into_owned())
        };
        let its_name = name(pair);
        let others = query.split('&').filter(|other| !other.is_empty() && name(other) != its_name);
        let mut without = target.to_owned();
        for (index, other) in others.enumerate() {
            without.push(if index == 0 { '?' } else { '&' });
            without.push_str(other);
        }
        let has_query = without.len() > target.len();
        let with = format!("{without}{}{pair}", if has_query { '&' } else { '?' });
        let parse = |text: String| {
            text.parse::<Uri>().map_err(|_| {
                Error::request("path and query exceed the maximum length of a URL (65,534 bytes)")
            })
        };
        let credential_len = pair.len() + usize::from(has_query);
        Ok(Some(QueryUris { without: parse(without)?, with: parse(with)?, credential_len }))
    }

    /// Returns `true` if the credential is sent in the header with this name.
    pub(crate) fn is_sent_as(&self, header: &HeaderName) -> bool {
        matches!(&self.location, Location::Header { name, .. } if name == header)
    }
}

/// A URI without and with a credential in its query.
pub(crate) struct QueryUris {
    pub(crate) without: Uri,
    pub(crate) with: Uri,
    /// The number of bytes at the end of the query that belong to the credential.
    pub(crate) credential_len: usize,
}

/// Credentials are equal if they are sent the same way.
impl PartialEq for Credential {
    fn eq(&self, other: &Self) -> bool {
        self.location == other.location
    }
}

/// Shows where the credential is sent, never its value.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Location::Header { name, .. } => write!(f, "{name}: redacted"),
            Location::Query(pair) => {
                let name = pair.split_once('=').map_or("", |(name, _)| name);
                write!(f, "{name}=redacted")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_credential_is_the_last_parameter_and_the_only_one_of_its_name() {
        let cases = [
            ("https://a.example/b", "https://a.example/b", 10),
            ("https://a.example/b?x=1&&y", "https://a.example/b?x=1&y", 11),
            ("https://a.example/b?k%20y=1&x=1&k+y", "https://a.example/b?x=1", 11),
            ("https://a.example/b?k+y=1", "https://a.example/b", 10),
        ];
        let credential = Credential::query("k y", "a/ö&").unwrap();
        for (uri, without, length) in cases {
            let uris = credential.uris(&uri.parse().unwrap()).unwrap().unwrap();
            assert_eq!(uris.without, without);
            let with = uris.with.to_string();
            assert!(with.ends_with("k+y=a%2F%C3%B6%26") && with.starts_with(without), "{with}");
            assert_eq!((uris.credential_len, with.len()), (length + 7, without.len() + 18));
        }
    }
}
