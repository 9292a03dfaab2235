//! Tokens that expire, and where new ones come from.

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

/// How long before its end a token is renewed.
const AHEAD: Duration = Duration::from_secs(60);

/// Where access tokens come from: an OAuth app, a vault, a file that another program renews.
///
/// The client keeps the token, asks for the next one a minute before it expires, and once more when the server rejects
/// it. However many calls wait, it asks once at a time. A source that fails or panics fails the call that asked, and those
/// that waited for it meanwhile; the next call asks again, since a client cannot know whether the failure is for good. A
/// source that knows that it is, because its grant is over, should remember it and fail at once.
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
pub trait TokenSource: Send + Sync + 'static {
    /// Gives a token that is good now; `rejected` is one that the server does not accept any more.
    ///
    /// The future is dropped if the call that waits for it is given up.
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

/// An access token, and when it expires.
#[derive(Clone)]
pub struct Token {
    credential: Result<Credential, &'static str>,
    expires_at: Option<SystemTime>,
}

impl Token {
    /// A token that does not expire, as far as is known.
    #[must_use]
    pub fn new(token: impl AsRef<str>) -> Self {
        Self { credential: Credential::bearer(token.as_ref()), expires_at: None }
    }

    /// Sets when it expires.
    #[must_use]
    pub fn expires_at(mut self, time: SystemTime) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// Sets when it expires, counted from now: what OAuth calls `expires_in`.
    #[must_use]
    pub fn expires_in(self, time: Duration) -> Self {
        let now = SystemTime::now();
        Self { expires_at: now.checked_add(time), ..self }
    }

    /// Whether it is the same token, whenever it expires.
    #[cfg(feature = "oauth")]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.credential == other.credential
    }

    /// Whether it is good for longer than that.
    fn lasts(&self, time: Duration) -> bool {
        let until = SystemTime::now().checked_add(time);
        self.expires_at.zip(until).is_none_or(|(end, until)| end > until)
    }
}

/// Says when it expires, not what it is.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// The tokens of a source: the last one, and one request for the next at a time.
pub(super) struct Tokens {
    source: Box<dyn TokenSource>,
    last: Mutex<Option<Token>>,
    /// Held while the source is asked, with how that failed the last time, if it did. The lock above is never held across
    /// an await.
    turn: tokio::sync::Mutex<Option<Error>>,
    /// How often the source has failed.
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

    /// The last token that is no longer the rejected one.
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
            // Somebody is at it already, and there is still time.
            (Some(credential), Err(_)) => return Ok(credential.clone()),
            (None, Err(_)) => self.turn.lock().await,
        };
        // While this call waited for its turn, another may have had the same errand.
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
                tracing::warn!(target: "plane_api", "got no new access token; the last is still good");
                Ok(credential)
            }
            (Err(error), None) => Err(error),
        }
    }

    async fn renew(&self, rejected: Option<&Credential>) -> Result<Credential> {
        let last = self.last().filter(|last| last.credential.as_ref().ok() == rejected);
        let rejected = rejected.and(last.as_ref());
        let token = match unpanicked(|| self.source.token(rejected)).await {
            None => return Err(failed("the source of tokens panicked")),
            Some(Err(error)) => {
                return Err(failed("the source of tokens failed").with_source(error));
            }
            Some(Ok(token)) => token,
        };
        let credential = token.credential.clone();
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
        credential
            .map_err(|reason| Error::config(format!("the source's token cannot be sent: {reason}")))
    }
}

fn failed(message: &'static str) -> Error {
    Error::new(ErrorKind::Token, Delivery::NotSent, message)
}

/// What the future gives, or `None` if it panics.
async fn unpanicked<T, F: Future<Output = T>>(start: impl FnOnce() -> F) -> Option<T> {
    let future = catch_unwind(AssertUnwindSafe(start)).ok()?;
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Some),
        Err(_) => Poll::Ready(None),
    })
    .await
}
