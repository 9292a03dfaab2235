//! [`AppTokens`]: tokens that are refreshed automatically.

use std::{fmt, sync::Arc, time::Duration};

use jiff::Timestamp;
use tokio::sync::Mutex;

use super::{App, Scope, TokenSet};
use crate::{
    client::{
        auth::{Token, TokenSource},
        transport::BoxFuture,
    },
    error::Error,
    plane::ids::AppInstallationId,
};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Time before expiry at which a token is refreshed; shorter for short-lived tokens.
const AHEAD: Duration = Duration::from_secs(60);

/// A [`TokenSource`] for a user or a bot. It gets new tokens before the current ones expire, and when the server rejects
/// the current ones.
///
/// Cloning is cheap. All clones, and all clients that use them, share the tokens: however many calls wait, the tokens are
/// refreshed once. A refresh continues even if all waiting calls are dropped, so the tokens that the server issues are never
/// lost. A refresh only stops if the Tokio runtime on which it runs shuts down.
///
/// Plane may accept a refresh token only once. If two programs use the same refresh token, one of them loses access. After
/// the server has rejected a refresh token with `invalid_grant`, every later refresh fails immediately with the same error,
/// without a request. To continue, authorize the app again and call [`App::user_tokens`] with the new tokens.
///
#[cfg_attr(feature = "sandbox", doc = "```")]
#[cfg_attr(not(feature = "sandbox"), doc = "```ignore")]
/// use plane_api::{Auth, Client, oauth::App, v1::customers::ListCustomers};
///
/// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}, sandbox::Sandbox};
/// # struct Server;
/// # impl Transport for Server {
/// #     fn execute<'a>(&'a self, _: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
/// #         Box::pin(async { Ok(Response::new(Body::from(r#"{"access_token": "a", "expires_in": 86400}"#))) })
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let app = App::new("my-client-id", "my-client-secret", Client::plane().transport(Server))?;
/// # let sandbox = Sandbox::start().await?;
/// # sandbox.set_access_token("a");
/// # let builder = Client::plane().base_url(sandbox.base_url());
/// // `app` is an `App`, and the installation's id comes from the callback.
/// let tokens = app.bot_tokens("6ba7b810-9dad-11d1-80b4-00c04fd430c8", []);
/// let client = builder.auth(Auth::token_source(tokens)).build()?;
/// # let request = ListCustomers::new(sandbox.workspace());
/// let customers = request.items(&client).collect(100).await?;
/// # assert!(customers.is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AppTokens(Arc<Inner>);

struct Inner {
    app: App,
    grant: Grant,
    held: Mutex<Option<Held>>,
}

/// Grant used to get new tokens.
enum Grant {
    Bot(AppInstallationId, Vec<Scope>),
    /// The refresh token, and the function that stores the next one.
    User(Box<dyn Fn(TokenSet) -> BoxFuture<'static, Result<(), BoxError>> + Send + Sync>),
}

/// The current tokens.
struct Held {
    tokens: TokenSet,
    /// Time of the next refresh.
    renew_at: Option<Timestamp>,
    /// Tokens are not used until they are stored.
    is_stored: bool,
    /// The error with which the server permanently rejected the refresh token, if any.
    rejection: Option<Error>,
}

impl AppTokens {
    pub(super) fn bot(app: App, id: AppInstallationId, scopes: Vec<Scope>) -> Self {
        Self(Arc::new(Inner { app, grant: Grant::Bot(id, scopes), held: Mutex::new(None) }))
    }

    pub(super) fn user<F>(
        app: App,
        tokens: TokenSet,
        store: impl Fn(TokenSet) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<(), BoxError>> + Send + 'static,
    {
        let grant = Grant::User(Box::new(move |tokens| Box::pin(store(tokens))));
        Self(Arc::new(Inner { app, grant, held: Mutex::new(Some(Held::new(tokens, true))) }))
    }
}

impl TokenSource for AppTokens {
    fn token<'a>(&'a self, rejected: Option<&'a Token>) -> BoxFuture<'a, Result<Token, BoxError>> {
        let (inner, rejected) = (self.0.clone(), rejected.cloned());
        Box::pin(async move {
            // A separate task, because waiting calls may be dropped at any time, even between the response and the
            // store.
            let renewal = tokio::spawn(async move { inner.token(rejected).await });
            renewal
                .await
                .unwrap_or_else(|_| Err("the tokens were not stored: the store panicked".into()))
        })
    }
}

impl Inner {
    /// Returns a valid token. Only one task runs this at a time; the next one usually finds valid tokens.
    async fn token(&self, rejected: Option<Token>) -> Result<Token, BoxError> {
        let mut held = self.held.lock().await;
        if let Some(held) = held.as_mut() {
            self.store(held).await?;
            let is_rejected = rejected.is_some_and(|rejected| held.tokens.token().is(&rejected));
            if !is_rejected && !held.is_due() {
                return Ok(held.tokens.token());
            }
            let renewed = match &held.rejection {
                Some(rejection) => Err(rejection.again()),
                None => self.renewed(Some(&held.tokens)).await,
            };
            match renewed {
                Ok(tokens) => *held = Held::new(tokens, false),
                Err(error) => {
                    if matches!(self.grant, Grant::User(_)) && error.code() == Some("invalid_grant")
                    {
                        held.rejection = Some(error.again());
                    }
                    // The current token may still be valid.
                    let is_good = !is_rejected && !held.tokens.time_left().is_zero();
                    return if is_good { Ok(held.tokens.token()) } else { Err(error.into()) };
                }
            }
        }
        let held = match &mut *held {
            Some(held) => held,
            none => none.insert(Held::new(self.renewed(None).await?, false)),
        };
        self.store(held).await?;
        Ok(held.tokens.token())
    }

    /// Requests new tokens from the server.
    async fn renewed(&self, last: Option<&TokenSet>) -> Result<TokenSet, Error> {
        match &self.grant {
            Grant::Bot(id, scopes) => self.app.bot_token(id, scopes.iter().cloned()).await,
            Grant::User(_) => {
                let refresh_token =
                    last.and_then(|last| last.refresh_token.as_ref()).ok_or_else(|| {
                        Error::config(
                            "there is no refresh token; the user must authorize the app again",
                        )
                    })?;
                self.app.refresh(refresh_token).await
            }
        }
    }

    /// Stores the tokens unless they are already stored.
    async fn store(&self, held: &mut Held) -> Result<(), BoxError> {
        if let (Grant::User(store), false) = (&self.grant, held.is_stored) {
            store(held.tokens.clone()).await?;
        }
        held.is_stored = true;
        Ok(())
    }
}

impl Held {
    fn new(tokens: TokenSet, is_stored: bool) -> Self {
        let ahead = AHEAD.min(tokens.time_left() / 4);
        let renew_at = tokens.expires_at.and_then(|end| end.checked_sub(ahead).ok());
        Self { tokens, renew_at, is_stored, rejection: None }
    }

    fn is_due(&self) -> bool {
        self.renew_at.is_some_and(|time| time <= Timestamp::now())
    }
}

/// Shows the owner of the tokens: a user or a bot.
impl fmt::Debug for AppTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.grant {
            Grant::Bot(..) => "AppTokens(bot)",
            Grant::User(_) => "AppTokens(user)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        client::{
            Client,
            transport::{CallInfo, Transport},
        },
        endpoint::body::Body,
        error::{Stage, TransportError},
    };

    /// A server that cannot be reached.
    struct Nowhere;

    impl Transport for Nowhere {
        fn execute<'a>(
            &'a self,
            _: http::Request<Body>,
            _: &'a CallInfo,
        ) -> BoxFuture<'a, Result<http::Response<Body>, TransportError>> {
            let error = TransportError::new(Stage::BeforeSend, "no route to host");
            Box::pin(std::future::ready(Err(error)))
        }
    }

    fn tokens(seconds: i64) -> TokenSet {
        let end = Timestamp::now().checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap();
        let json =
            format!(r#"{{"access_token": "a", "refresh_token": "r", "expires_at": "{end}"}}"#);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn tokens_are_renewed_a_minute_ahead_or_in_the_last_quarter_of_their_time() {
        for (seconds, ahead) in [(86_400, 60), (240, 60), (40, 10), (0, 0), (-5, 0)] {
            let held = Held::new(tokens(seconds), true);
            let (end, renew_at) = (held.tokens.expires_at.unwrap(), held.renew_at.unwrap());
            let found = end.duration_since(renew_at).as_secs_f64();
            assert!((found - f64::from(ahead)).abs() < 1.0, "{seconds}: {found}");
            assert_eq!(held.is_due(), seconds <= 0, "{seconds}");
        }
        let endless = TokenSet { expires_at: None, ..tokens(0) };
        assert!(!Held::new(endless, true).is_due());
    }

    #[tokio::test(start_paused = true)]
    async fn a_renewal_that_fails_while_there_is_time_hurts_nobody() {
        let app = App::new("i", "s", Client::plane().transport(Nowhere)).unwrap();
        let source = app.user_tokens(tokens(3600), async |_| Ok(()));
        if let Some(held) = source.0.held.lock().await.as_mut() {
            held.renew_at = Some(Timestamp::UNIX_EPOCH);
        }
        let token = source.token(None).await.unwrap();
        assert!(token.is(&tokens(0).token()));
        source
            .token(Some(&token))
            .await
            .expect_err("the server rejected it, and there is no other");
    }
}
