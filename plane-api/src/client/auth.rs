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

/// The credentials of a client: a header or a query parameter, sent with every request that does not declare
/// `auth = none`.
///
/// The value is never printed, and it is redacted from what a server quotes.
#[derive(Clone)]
pub struct Auth(Kind);

#[derive(Clone)]
enum Kind {
    None,
    Fixed(Credential),
    /// Why the value cannot be sent. Reported when the client is built, where there is a `Result` to report it in.
    Invalid(&'static str),
    Tokens(Arc<Tokens>),
}

impl Auth {
    /// An API key, sent as `X-API-Key`. For a header of another name see [`Auth::header`].
    #[must_use]
    pub fn api_key(key: impl AsRef<str>) -> Self {
        Self::of(Credential::new(HeaderName::from_static("x-api-key"), "", key.as_ref()))
    }

    /// An access token, sent as `Authorization: Bearer …`.
    #[must_use]
    pub fn bearer_token(token: impl AsRef<str>) -> Self {
        Self::of(Credential::bearer(token.as_ref()))
    }

    /// Any other header, for APIs with a name of their own.
    ///
    /// The headers of the transport (`Host`, `Content-Length`, `Transfer-Encoding`, `Connection` and the like) are
    /// rejected when the client is built.
    #[must_use]
    pub fn header(name: HeaderName, value: impl AsRef<str>) -> Self {
        Self::of(Credential::new(name, "", value.as_ref()))
    }

    /// A user name and a password, sent as `Authorization: Basic …` (RFC 7617) in UTF-8.
    ///
    /// Either may be empty: many APIs take a key as the user name. A user name with a colon and control characters are
    /// rejected when the client is built.
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
    pub fn basic(user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        Self::of(Credential::basic(user.as_ref(), password.as_ref()))
    }

    /// A query parameter, for APIs that take their key in the URL. Prefer a header where the API has one: servers and
    /// proxies write URLs to their logs.
    ///
    /// It replaces a parameter of the same name that a request has. No error, span, event, `Debug` output or
    /// [`Interceptor`](crate::Interceptor) shows it. A [`Transport`](crate::Transport) and layers of `tower` get the URI
    /// that is sent, with the secret in it:
    /// [`CallInfo::query_credential_len`](crate::CallInfo::query_credential_len) says how much of it they must not log.
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

    /// Access tokens that expire, each sent as `Authorization: Bearer …` and renewed by their source.
    #[must_use]
    pub fn token_source(source: impl TokenSource) -> Self {
        Self(Kind::Tokens(Arc::new(Tokens::new(source))))
    }

    /// No credentials.
    #[must_use]
    pub const fn none() -> Self {
        Self(Kind::None)
    }

    fn of(credential: Result<Credential, &'static str>) -> Self {
        Self(credential.map_or_else(Kind::Invalid, Kind::Fixed))
    }

    /// Refuses a value that cannot be sent, without showing it.
    pub(crate) fn check(&self) -> Result<()> {
        match self.0 {
            Kind::Invalid(reason) => {
                Err(Error::config(format!("the key or token cannot be sent: {reason}")))
            }
            _ => Ok(()),
        }
    }

    /// What to send, if nothing has to be waited for.
    pub(crate) const fn fixed(&self) -> Option<&Credential> {
        match &self.0 {
            Kind::Fixed(credential) => Some(credential),
            _ => None,
        }
    }

    /// What to send now. Of a source's tokens, a new one if the server has rejected the last.
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

    /// Whether a rejected credential can be followed by another.
    pub(crate) const fn can_refresh(&self) -> bool {
        matches!(self.0, Kind::Tokens(_))
    }
}

/// Says where they are sent, never what they hold.
impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::None => f.write_str("Auth(none)"),
            Kind::Fixed(credential) => write!(f, "Auth({credential:?})"),
            Kind::Invalid(_) => f.write_str("Auth(invalid)"),
            Kind::Tokens(_) => f.write_str("Auth(authorization: from a source of tokens)"),
        }
    }
}

/// What is sent with a request as its credentials.
#[derive(Clone)]
pub(crate) struct Credential {
    location: Location,
    /// What servers may quote beside the value that is sent.
    quoted: Option<Arc<[Secret]>>,
}

#[derive(Clone, PartialEq)]
enum Location {
    Header {
        name: HeaderName,
        value: HeaderValue,
        /// Where the secret itself begins, behind a scheme such as `Bearer `.
        secret_from: usize,
    },
    /// Name and value, encoded.
    Query(Arc<str>),
}

const OTHERS: &str =
    "it holds characters that a header cannot carry: was it copied whole, and nothing beside it?";

impl Credential {
    fn bearer(token: &str) -> Result<Self, &'static str> {
        Self::new(header::AUTHORIZATION, "Bearer ", token)
    }

    fn new(name: HeaderName, scheme: &str, secret: &str) -> Result<Self, &'static str> {
        secret::check(secret)?;
        if is_transport(&name) {
            return Err("its header is one that only the transport can set; use another");
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
            return Err("a user name of basic authentication cannot contain `:`");
        }
        let parts = [user, password];
        // One of them may be empty, not both.
        if user.is_empty() || !password.is_empty() {
            secret::check(password)?;
        }
        if !user.is_empty() {
            secret::check(user)?;
        }
        if parts.iter().any(|part| part.contains(char::is_control)) {
            return Err("it holds control characters, which basic authentication cannot carry");
        }
        let encoded = BASE64_STANDARD.encode(format!("{user}:{password}"));
        let basic = Self::new(header::AUTHORIZATION, "Basic ", &encoded)?;
        Ok(Self { quoted: Some(parts.into_iter().map(Secret::from).collect()), ..basic })
    }

    fn query(name: &str, secret: &str) -> Result<Self, &'static str> {
        secret::check(secret)?;
        if name.is_empty() {
            return Err("its query parameter needs a name");
        }
        if secret.contains(char::is_control) {
            return Err("it holds control characters: was it copied whole, and nothing beside it?");
        }
        let pair =
            form_urlencoded::Serializer::new(String::new()).append_pair(name, secret).finish();
        let location = Location::Query(pair.into());
        Ok(Self { location, quoted: Some([Secret::from(secret)].into()) })
    }

    /// The header that must not be shown: its value, and where in it the secret begins, behind its scheme.
    pub(crate) fn redaction(&self) -> Option<(HeaderValue, usize)> {
        match &self.location {
            Location::Header { value, secret_from, .. } => Some((value.clone(), *secret_from)),
            Location::Query(_) => None,
        }
    }

    /// What must not be shown beside the header.
    pub(crate) fn secrets(&self) -> &[Secret] {
        self.quoted.as_deref().unwrap_or_default()
    }

    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        if let Location::Header { name, value, .. } = &self.location {
            headers.insert(name, value.clone());
        }
    }

    /// The URI without the credential and with it, if that is where it is sent.
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
                Error::request("path and query are longer than a URL can be (65,534 bytes)")
            })
        };
        let credential_len = pair.len() + usize::from(has_query);
        Ok(Some(QueryUris { without: parse(without)?, with: parse(with)?, credential_len }))
    }

    /// Whether it is sent in the header of this name.
    pub(crate) fn is_sent_as(&self, header: &HeaderName) -> bool {
        matches!(&self.location, Location::Header { name, .. } if name == header)
    }
}

/// A URI without and with a credential in its query.
pub(crate) struct QueryUris {
    pub(crate) without: Uri,
    pub(crate) with: Uri,
    /// How many bytes at the end of the query are the credential's.
    pub(crate) credential_len: usize,
}

/// What is sent decides.
impl PartialEq for Credential {
    fn eq(&self, other: &Self) -> bool {
        self.location == other.location
    }
}

/// Says where it is sent, never what it holds.
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
        assert!(messages[3].contains("cannot carry") && messages[4].contains("cannot carry"));
        Auth::bearer_token("a b").check().unwrap();
    }

    #[test]
    fn other_credentials_that_cannot_be_sent_are_explained_as_well() {
        let host = HeaderName::from_static;
        let cases = [
            (Auth::header(host("host"), "sesame"), "only the transport can set"),
            (Auth::header(host("content-length"), "12"), "only the transport can set"),
            (Auth::header(host("transfer-encoding"), "sesame"), "only the transport can set"),
            (Auth::header(host("keep-alive"), "sesame"), "only the transport can set"),
            (Auth::basic("sesame:sesame", "x"), "cannot contain `:`"),
            (Auth::basic("", ""), "it is empty"),
            (Auth::basic("ada", "sesame\n"), "trim it"),
            (Auth::basic("sesame\n", ""), "trim it"),
            (Auth::basic("a\u{7}b", "sesame"), "control characters"),
            (Auth::query("", "sesame"), "needs a name"),
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
