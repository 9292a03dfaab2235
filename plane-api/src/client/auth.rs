//! [`Auth`]: the credentials of a client.

mod token;

use std::{fmt, sync::Arc};

use http::{HeaderMap, HeaderName, HeaderValue, header};

use self::token::Tokens;
pub use self::token::{Token, TokenSource};
use crate::{
    error::{Error, Result},
    secret::{self},
};

/// Who the client is to the server: one header, sent with every request that does not declare `auth = none`.
///
/// The value lives in headers that are marked as sensitive and nowhere else; it is never printed.
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
    /// Plane's API key, sent as `X-API-Key`.
    #[must_use]
    pub fn api_key(key: impl AsRef<str>) -> Self {
        Self::of(Credential::new(HeaderName::from_static("x-api-key"), "", key.as_ref()))
    }

    /// An access token, sent as `Authorization: Bearer …`.
    #[must_use]
    pub fn bearer_token(token: impl AsRef<str>) -> Self {
        Self::of(Credential::bearer(token.as_ref()))
    }

    /// Any other header, for servers that are not Plane's.
    #[must_use]
    pub fn header(name: HeaderName, value: impl AsRef<str>) -> Self {
        Self::of(Credential::new(name, "", value.as_ref()))
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

/// Says which header it is, never what it holds.
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

/// A header that says who the client is.
#[derive(Clone, PartialEq)]
pub(crate) struct Credential {
    name: HeaderName,
    value: HeaderValue,
    /// Where the secret itself begins, behind a scheme such as `Bearer `.
    secret_from: usize,
}

impl Credential {
    fn bearer(token: &str) -> Result<Self, &'static str> {
        Self::new(header::AUTHORIZATION, "Bearer ", token)
    }

    fn new(name: HeaderName, scheme: &str, secret: &str) -> Result<Self, &'static str> {
        secret::check(secret)?;
        const OTHERS: &str = "it holds characters that a header cannot carry: was it copied whole, and nothing beside it?";
        if !secret.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
            return Err(OTHERS);
        }
        let mut value = HeaderValue::try_from(format!("{scheme}{secret}")).map_err(|_| OTHERS)?;
        value.set_sensitive(true);
        Ok(Self { name, value, secret_from: scheme.len() })
    }

    /// What must not be shown: the value, and where in it the secret begins, behind its scheme.
    pub(crate) fn redaction(&self) -> (HeaderValue, usize) {
        (self.value.clone(), self.secret_from)
    }

    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        headers.insert(&self.name, self.value.clone());
    }

    /// Whether it is sent in the header of this name.
    pub(crate) fn is_sent_as(&self, name: &HeaderName) -> bool {
        self.name == *name
    }
}

/// Says which header it is, never what it holds.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: redacted", self.name)
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
}
