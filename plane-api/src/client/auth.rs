//! [`Auth`]: the credentials of a client.

mod token;

use std::{fmt, sync::Arc};

use base64::{Engine, prelude::BASE64_STANDARD};
use http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use url::form_urlencoded;

use self::token::Tokens;
pub use self::token::{Token, TokenSource};
use crate::{
    client::headers::is_transport,
    error::{Error, Result},
    secret::{self, Secret},
};

/// The credentials of a client. The client sends them as a header or a query parameter with every request that does not
/// declare `auth = none`.
///
/// The value of the header or the parameter is never printed, and it is redacted from server messages.
///
/// ```
/// use plane_api::{Auth, Client, http::HeaderName};
///
/// # fn main() -> plane_api::Result<()> {
/// let auth = Auth::header(HeaderName::from_static("x-token"), "my-token");
/// assert!(!format!("{auth:?}").contains("my-token"));
/// let client = Client::builder("https://api.example.com").auth(auth).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Auth(Kind);

#[derive(Clone)]
enum Kind {
    None,
    Fixed(Credential),
    /// The reason why the value cannot be sent. `build` reports it, because the constructors return no `Result`.
    Invalid(&'static str),
    Tokens(Arc<Tokens>),
}

impl Auth {
    /// Sends an API key as `X-API-Key`. For a header with another name, see [`Auth::header`].
    #[must_use]
    pub fn api_key(key: impl AsRef<str>) -> Self {
        Self::of(Credential::new(HeaderName::from_static("x-api-key"), "", key.as_ref()))
    }

    /// Sends an access token as `Authorization: Bearer …`.
    #[must_use]
    pub fn bearer_token(token: impl AsRef<str>) -> Self {
        Self::of(Credential::bearer(token.as_ref()))
    }

    /// Sends the credentials in the header with this name.
    ///
    /// Headers of the transport (`Host`, `Content-Length`, `Transfer-Encoding`, `Connection` and the like) are rejected
    /// when the client is built.
    #[must_use]
    pub fn header(name: HeaderName, value: impl AsRef<str>) -> Self {
        Self::of(Credential::new(name, "", value.as_ref()))
    }

    /// Sends a user name and a password with basic auth: `Authorization: Basic …` (RFC 7617), in UTF-8.
    ///
    /// The user name or the password may be empty: many APIs take a key as the user name. Control characters, and a
    /// user name that contains a colon, are rejected when the client is built.
    ///
    /// ```
    /// use plane_api::{Auth, Client};
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// let client = Client::builder("https://api.stripe.com").auth(Auth::basic("sk_test_123", "")).build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[doc(alias = "basic auth")]
    pub fn basic(user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        Self::of(Credential::basic(user.as_ref(), password.as_ref()))
    }

    /// Sends the credentials as a query parameter, for APIs that take a key in the URL. Prefer a header if the API
    /// supports it, because servers and proxies log URLs.
    ///
    /// The parameter replaces a parameter of the request with the same name. The secret appears in no error, span,
    /// event or `Debug` output, and no [`Interceptor`](crate::Interceptor) receives it. A
    /// [`Transport`](crate::Transport) and `tower` layers receive the URI with the secret. They must not log the last
    /// [`CallInfo::query_credential_len`](crate::CallInfo::query_credential_len) bytes of the URI.
    ///
    /// ```
    /// use plane_api::{Auth, Client};
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// let auth = Auth::query("appid", "my-key");
    /// let client = Client::builder("https://api.openweathermap.org").auth(auth).build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn query(name: impl AsRef<str>, secret: impl AsRef<str>) -> Self {
        Self::of(Credential::query(name.as_ref(), secret.as_ref()))
    }

    /// Sends access tokens that expire, as `Authorization: Bearer …`. The [`TokenSource`] provides and refreshes them.
    #[must_use]
    pub fn token_source(source: impl TokenSource) -> Self {
        Self(Kind::Tokens(Arc::new(Tokens::new(source))))
    }

    /// Sends no credentials.
    #[must_use]
    pub const fn none() -> Self {
        Self(Kind::None)
    }

    fn of(credential: Result<Credential, &'static str>) -> Self {
        Self(credential.map_or_else(Kind::Invalid, Kind::Fixed))
    }

    /// Rejects a value that cannot be sent, without showing it.
    pub(crate) fn check(&self) -> Result<()> {
        match self.0 {
            Kind::Invalid(reason) => {
                Err(Error::config(format!("the credentials cannot be sent: {reason}")))
            }
            _ => Ok(()),
        }
    }

    /// Returns the credential if it does not depend on a token source.
    pub(crate) const fn fixed(&self) -> Option<&Credential> {
        match &self.0 {
            Kind::Fixed(credential) => Some(credential),
            _ => None,
        }
    }

    /// Returns the current credential. A token source is asked for a new token if the server has rejected the last one.
    pub(crate) async fn credential(
        &self,
        rejected: Option<&Credential>,
    ) -> Result<Option<Credential>> {
        match &self.0 {
            Kind::None | Kind::Invalid(_) => Ok(None),
            Kind::Fixed(credential) => Ok(Some(credential.clone())),
            Kind::Tokens(tokens) => tokens.credential(rejected).await.map(Some),
        }
    }

    /// Returns `true` if another credential can follow a rejected one.
    pub(crate) const fn can_refresh(&self) -> bool {
        matches!(self.0, Kind::Tokens(_))
    }
}

/// Shows where the credentials are sent, never their value.
impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::None => f.write_str("Auth(none)"),
            Kind::Fixed(credential) => write!(f, "Auth({credential:?})"),
            Kind::Invalid(_) => f.write_str("Auth(invalid)"),
            Kind::Tokens(_) => f.write_str("Auth(authorization: from a token source)"),
        }
    }
}

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
    fn bearer(token: &str) -> Result<Self, &'static str> {
        Self::new(header::AUTHORIZATION, "Bearer ", token)
    }

    fn new(name: HeaderName, scheme: &str, secret: &str) -> Result<Self, &'static str> {
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

    fn basic(user: &str, password: &str) -> Result<Self, &'static str> {
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

    fn query(name: &str, secret: &str) -> Result<Self, &'static str> {
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
    fn values_that_cannot_be_sent_are_explained_and_not_shown() {
        let messages = ["", "  ", "secret\n", "sec\nret", "sécret"].map(|key| {
            let auth = Auth::api_key(key);
            assert_eq!(format!("{auth:?}"), "Auth(invalid)");
            auth.check().unwrap_err().to_string()
        });
        assert!(messages.iter().all(|message| !message.contains("ret")), "{messages:?}");
        assert!(messages[0].ends_with("it is empty") && messages[1].ends_with("it is empty"));
        assert!(messages[2].contains("trim it"), "{}", messages[2]);
        assert!(messages[3].contains("cannot contain") && messages[4].contains("cannot contain"));
        Auth::bearer_token("a b").check().unwrap();
    }

    #[test]
    fn other_credentials_that_cannot_be_sent_are_explained_as_well() {
        let host = HeaderName::from_static;
        let cases = [
            (Auth::header(host("host"), "sesame"), "reserved for the transport"),
            (Auth::header(host("content-length"), "12"), "reserved for the transport"),
            (Auth::header(host("transfer-encoding"), "sesame"), "reserved for the transport"),
            (Auth::header(host("keep-alive"), "sesame"), "reserved for the transport"),
            (Auth::basic("sesame:sesame", "x"), "cannot contain `:`"),
            (Auth::basic("", ""), "it is empty"),
            (Auth::basic("ada", "sesame\n"), "trim it"),
            (Auth::basic("sesame\n", ""), "trim it"),
            (Auth::basic("a\u{7}b", "sesame"), "control characters"),
            (Auth::query("", "sesame"), "has no name"),
            (Auth::query("key", ""), "it is empty"),
            (Auth::query("key", "sesame "), "trim it"),
            (Auth::query("key", "ses\u{1}ame"), "control characters"),
        ];
        for (auth, words) in cases {
            let error = auth.check().unwrap_err().to_string();
            assert!(error.contains(words) && !error.contains("sesame"), "{error}");
        }
        for auth in [Auth::basic("", "p"), Auth::basic("u", ""), Auth::basic("ü", "p w:ö")] {
            auth.check().unwrap();
        }
    }

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
