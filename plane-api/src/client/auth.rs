//! [`Auth`]: the credentials of a client.

pub(crate) mod credential;
mod token;

use std::{fmt, sync::Arc};

use http::HeaderName;

pub use self::token::{Token, TokenSource};
use self::{credential::Credential, token::Tokens};
use crate::error::{Error, Result};

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
    /// use plane_api::{Auth, Client, endpoint};
    ///
    /// #[endpoint(DELETE, "/v1/customers/<customer>" -> ())]
    /// struct DeleteCustomer {}
    ///
    /// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
    /// # struct Server;
    /// # impl Transport for Server {
    /// #     fn execute<'a>(&'a self, request: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
    /// #         // The user name, and a colon.
    /// #         assert_eq!(request.headers()["authorization"], "Basic c2tfdGVzdF8xMjM6");
    /// #         Box::pin(async { Ok(Response::new(Body::empty())) })
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let builder = Client::builder("https://api.stripe.com");
    /// # let builder = builder.transport(Server);
    /// let client = builder.auth(Auth::basic("sk_test_123", "")).build()?;
    /// DeleteCustomer::new("cus_7").send(&client).await?;
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
    /// use plane_api::{Auth, Client, endpoint};
    ///
    /// #[endpoint(GET, "/data/2.5/weather")]
    /// struct GetWeather {
    ///     q: String,
    /// }
    ///
    /// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
    /// # struct Server;
    /// # impl Transport for Server {
    /// #     fn execute<'a>(&'a self, request: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
    /// #         assert_eq!(request.uri(), "https://api.openweathermap.org/data/2.5/weather?q=Rome&appid=my-key");
    /// #         Box::pin(async { Ok(Response::new(Body::from("{}"))) })
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let builder = Client::builder("https://api.openweathermap.org");
    /// # let builder = builder.transport(Server);
    /// let client = builder.auth(Auth::query("appid", "my-key")).build()?;
    /// // Sends `?q=Rome&appid=my-key`.
    /// GetWeather::new("Rome").send(&client).await?;
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
}
