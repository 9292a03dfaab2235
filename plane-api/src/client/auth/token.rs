//! Access tokens that expire, and their sources.

use std::{
    error, fmt,
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::{Duration, SystemTime},
};

use super::Credential;
use crate::{
    client::transport::BoxFuture,
    error::{Delivery, Error, ErrorKind, Result},
};

/// The time before its expiry at which a token is refreshed.
const AHEAD: Duration = Duration::from_secs(60);

/// A source of access tokens: an OAuth app, a vault, or a file that another program updates.
///
/// The client keeps the token that the source returned. In the last minute before the token expires, a call requests a
/// new token from the source. After the server has rejected a token, the call requests a new token once. The client
/// requests one token at a time, no matter how many calls wait.
///
/// If the source fails or panics while the current token is valid, the current token is used. Otherwise the call that
/// requested the token fails, and so do all calls that were waiting for the token. The next call requests a token
/// again, because a client cannot know whether the failure is permanent. A source whose grant has ended should store
/// this fact and fail at once.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{Auth, BoxFuture, Client, Token, TokenSource};
///
/// struct Vault;
///
/// impl TokenSource for Vault {
///     fn token<'a>(
///         &'a self,
///         _rejected: Option<&'a Token>,
///     ) -> BoxFuture<'a, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
///         Box::pin(async { Ok(Token::new("secret").expires_in(Duration::from_secs(3600))) })
///     }
/// }
///
/// let client = Client::new(Auth::token_source(Vault));
/// ```
///
/// # Stability
///
/// Before 1.0, a minor version may change this trait; a patch version does not.
pub trait TokenSource: Send + Sync + 'static {
    /// Returns a valid token. `rejected` is the last token, if the server has rejected it.
    ///
    /// The future is dropped if the call that waits for it is cancelled.
    fn token<'a>(
        &'a self,
        rejected: Option<&'a Token>,
    ) -> BoxFuture<'a, Result<Token, Box<dyn error::Error + Send + Sync>>>;
}

impl<S: TokenSource + ?Sized> TokenSource for Arc<S> {
    fn token<'a>(
        &'a self,
        rejected: Option<&'a Token>,
    ) -> BoxFuture<'a, Result<Token, Box<dyn error::Error + Send + Sync>>> {
        (**self).token(rejected)
    }
}

/// An access token and its expiry.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::Token;
///
/// let token = Token::new("my-token").expires_in(Duration::from_secs(3600));
/// assert!(!format!("{token:?}").contains("my-token"));
/// ```
#[derive(Clone)]
pub struct Token {
    credential: Result<Credential, &'static str>,
    expires_at: Option<SystemTime>,
}

impl Token {
    /// Creates a token whose expiry is unknown.
    #[must_use]
    pub fn new(token: impl AsRef<str>) -> Self {
        Self { credential: Credential::bearer(token.as_ref()), expires_at: None }
    }

    /// Sets the time at which the token expires.
    #[must_use]
    pub fn expires_at(mut self, time: SystemTime) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// Sets the time after which the token expires, counted from now (`expires_in` in OAuth).
    #[must_use]
    pub fn expires_in(self, time: Duration) -> Self {
        let now = SystemTime::now();
        Self { expires_at: now.checked_add(time), ..self }
    }

    /// Returns `true` if the tokens are equal, regardless of their expiry.
    #[cfg(feature = "oauth")]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.credential == other.credential
    }

    /// Returns `true` if the token stays valid for longer than this.
    fn lasts(&self, time: Duration) -> bool {
        let until = SystemTime::now().checked_add(time);
        self.expires_at.zip(until).is_none_or(|(end, until)| end > until)
    }
}

/// Shows the expiry, not the token.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// The tokens of a source: the last token, and at most one request for the next one.
pub(super) struct Tokens {
    source: Box<dyn TokenSource>,
    last: Mutex<Option<Token>>,
    /// Held during a request to the source. Contains the source's last failure, if any. The lock above is never held
    /// across an await.
    turn: tokio::sync::Mutex<Option<Error>>,
    /// The number of failures of the source.
    failures: AtomicUsize,
}

impl Tokens {
    pub(super) fn new(source: impl TokenSource) -> Self {
        let (last, turn) = (Mutex::new(None), tokio::sync::Mutex::new(None));
        Self { source: Box::new(source), last, turn, failures: AtomicUsize::new(0) }
    }

    fn last(&self) -> Option<Token> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the last token unless the server rejected it or it expires too soon.
    fn usable(&self, rejected: Option<&Credential>, time: Duration) -> Option<Credential> {
        let token = self.last().filter(|token| token.lasts(time))?;
        token.credential.ok().filter(|credential| Some(credential) != rejected)
    }

    pub(super) async fn credential(&self, rejected: Option<&Credential>) -> Result<Credential> {
        if let Some(credential) = self.usable(rejected, AHEAD) {
            return Ok(credential);
        }
        let good_enough = self.usable(rejected, Duration::ZERO);
        let failures = self.failures.load(Ordering::Acquire);
        let mut turn = match (&good_enough, self.turn.try_lock()) {
            (_, Ok(turn)) => turn,
            // Another call is already refreshing the token, and there is still time.
            (Some(credential), Err(_)) => return Ok(credential.clone()),
            (None, Err(_)) => self.turn.lock().await,
        };
        // Another call may have refreshed the token while this one waited.
        if let Some(credential) = self.usable(rejected, AHEAD) {
            return Ok(credential);
        }
        if let Some(failure) = &*turn
            && failures != self.failures.load(Ordering::Acquire)
        {
            return Err(failure.again());
        }
        let renewed = self.renew(rejected).await;
        if let Err(error) = &renewed {
            *turn = Some(error.again());
            self.failures.fetch_add(1, Ordering::Release);
        }
        match (renewed, good_enough) {
            (Ok(credential), _) => {
                tracing::info!(target: "plane_api", "got a new access token");
                Ok(credential)
            }
            (Err(_), Some(credential)) => {
                tracing::warn!(target: "plane_api", "cannot get a new access token; the current one is still valid");
                Ok(credential)
            }
            (Err(error), None) => Err(error),
        }
    }

    async fn renew(&self, rejected: Option<&Credential>) -> Result<Credential> {
        let last = self.last().filter(|last| last.credential.as_ref().ok() == rejected);
        let rejected = rejected.and(last.as_ref());
        let token = match unpanicked(|| self.source.token(rejected)).await {
            None => return Err(failed("the token source panicked")),
            Some(Err(error)) => {
                return Err(failed("the token source failed").with_source(error));
            }
            Some(Ok(token)) => token,
        };
        let credential = token.credential.clone();
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
        credential.map_err(|reason| {
            Error::config(format!("the token from the token source cannot be sent: {reason}"))
        })
    }
}

fn failed(message: &'static str) -> Error {
    Error::new(ErrorKind::Token, Delivery::NotSent, message)
}

/// Returns the result of the future, or `None` if it panics.
async fn unpanicked<T, F: Future<Output = T>>(start: impl FnOnce() -> F) -> Option<T> {
    let future = catch_unwind(AssertUnwindSafe(start)).ok()?;
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Some),
        Err(_) => Poll::Ready(None),
    })
    .await
}
