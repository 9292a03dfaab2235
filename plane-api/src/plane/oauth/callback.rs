//! [`State`] and [`Callback`]: the return from the consent page.

use std::{error, fmt};

use ring::rand::{SecureRandom, SystemRandom};
use subtle::ConstantTimeEq;
use url::form_urlencoded;

use crate::{
    error::{Error, Result},
    plane::ids::AppInstallationId,
    secret::Secret,
    work,
};

/// Ties a callback to the user whose browser was sent to the consent page.
///
/// Keep the state in the user's session and pass it to [`App::authorization_url`](super::App::authorization_url). A
/// callback with a different state was started by someone else: it could connect the user's session to an account of
/// that person.
///
/// ```
/// use plane_api::oauth::State;
///
/// let state = State::random()?;
/// let session = state.as_str().to_owned();
///
/// // Later, in the handler of the redirect URI:
/// let state = State::from(session.as_str());
/// assert!(state.verify(&session));
/// assert!(!state.verify("another"));
/// # Ok::<(), plane_api::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct State(Secret);

impl State {
    /// Creates a state from 256 random bits.
    ///
    /// # Errors
    ///
    /// Returns an error if the operating system cannot provide random numbers.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).map_err(|_| {
            Error::config("the operating system cannot provide random numbers for a `state`")
        })?;
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self(text.into()))
    }

    /// Returns the text, to store in the session; [`From`] restores the state from this text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.expose()
    }

    /// Returns `true` if the received state equals this one. The comparison takes constant time. An empty state, as from
    /// a session that contains no state, never matches.
    #[must_use]
    pub fn verify(&self, received: &str) -> bool {
        let (expected, received) = (self.as_str().as_bytes(), received.as_bytes());
        !expected.is_empty() && bool::from(expected.ct_eq(received))
    }
}

impl From<&str> for State {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for State {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// The query with which the consent page redirects the browser to the redirect URI.
///
/// ```
/// use plane_api::oauth::{Callback, State};
///
/// let callback = Callback::read("code=the-code&state=5ef4", &State::from("5ef4"))?;
/// assert_eq!(callback.code.unwrap().expose(), "the-code");
/// # Ok::<(), plane_api::oauth::CallbackError>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Callback {
    /// Code to exchange for the user's tokens with [`App::exchange_code`](super::App::exchange_code). It is valid once
    /// and only for a short time.
    pub code: Option<Secret>,
    /// Id of the app's installation in a workspace. Store it: [`App::bot_token`](super::App::bot_token) needs it.
    pub app_installation_id: Option<AppInstallationId>,
}

impl Callback {
    /// Checks the `state` in the query of the callback URL, and reads the other parameters.
    ///
    /// # Errors
    ///
    /// Returns an error if the `state` is missing or different, if the authorization was denied, or if a parameter is
    /// missing or occurs twice.
    pub fn read(query: &str, state: &State) -> Result<Self, CallbackError> {
        let query = query.strip_prefix('?').unwrap_or(query);
        work::count(query.len());
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        // If a parameter occurs twice, parsers differ in the value they use, so duplicates are rejected.
        let one = |name: &str| {
            work::count(pairs.len());
            let mut values = pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
            match (values.next(), values.next()) {
                (value, None) => Ok(value.map(|value| &**value).filter(|value| !value.is_empty())),
                (_, Some(_)) => Err(CallbackError::Malformed),
            }
        };
        if !one("state").unwrap_or_default().is_some_and(|received| state.verify(received)) {
            return Err(CallbackError::StateMismatch);
        }
        if let Some(error) = one("error")? {
            let description = one("error_description")?.map(str::to_owned);
            return Err(CallbackError::Denied { error: error.to_owned(), description });
        }
        match (one("code")?, one("app_installation_id")?) {
            (None, None) => Err(CallbackError::Malformed),
            (code, id) => Ok(Self {
                code: code.map(Secret::from),
                app_installation_id: id.map(AppInstallationId::from),
            }),
        }
    }
}

/// Reason why a callback is rejected.
///
/// ```
/// use plane_api::oauth::{Callback, CallbackError, State};
///
/// let state = State::from("5ef4");
/// let error = Callback::read("error=access_denied&state=5ef4", &state).unwrap_err();
/// assert!(matches!(&error, CallbackError::Denied { error, .. } if error == "access_denied"));
///
/// let error = Callback::read("code=the-code&state=0000", &state).unwrap_err();
/// assert_eq!(error, CallbackError::StateMismatch);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallbackError {
    /// The `state` is missing or differs from that of the authorization URL.
    StateMismatch,
    /// The user or the server denied the authorization.
    Denied {
        /// Error code, usually `access_denied`.
        error: String,
        /// Description of the error.
        description: Option<String>,
    },
    /// A parameter is missing or occurs twice.
    Malformed,
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StateMismatch => f.write_str(
                "the `state` of the callback does not match: the authorization was started elsewhere, or the session has expired",
            ),
            Self::Denied { error, description } => {
                write!(f, "the authorization was denied: {}", error.escape_debug())?;
                match description {
                    Some(description) => write!(f, ": {}", description.escape_debug()),
                    None => Ok(()),
                }
            }
            Self::Malformed => f.write_str("the callback has no `code`, or a parameter occurs twice"),
        }
    }
}

impl error::Error for CallbackError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn states_are_random_and_compared_whole() {
        let [a, b] = [State::random().unwrap(), State::random().unwrap()];
        assert_eq!(a.as_str().len(), 64);
        assert_ne!(a.as_str(), b.as_str());
        assert!(a.verify(a.as_str()) && State::from(a.as_str()).verify(a.as_str()));
        for other in [
            b.as_str(),
            "",
            &a.as_str()[..63],
            &format!("{}0", a.as_str()),
            &a.as_str().to_uppercase(),
        ] {
            // A state without letters would be the same in upper case, which does not happen.
            assert!(!a.verify(other), "{other}");
        }
        assert!(!State::from("").verify(""), "a session without a state lets nobody in");
        assert!(!format!("{a:?}").contains(a.as_str()));
    }

    #[test]
    fn a_callback_is_read_when_its_state_is_right() {
        let state = State::from("s&=1");
        let callback =
            Callback::read("?code=a%2Bb&state=s%26%3D1&app_installation_id=i", &state).unwrap();
        assert_eq!(callback.code.as_ref().unwrap().expose(), "a+b");
        assert_eq!(callback.app_installation_id.as_ref().unwrap(), &"i");
        assert!(!format!("{callback:?}").contains("a+b"));
        let callback =
            Callback::read("state=s%26%3D1&app_installation_id=i&code=", &state).unwrap();
        assert!(callback.code.is_none());
    }

    #[test]
    fn a_callback_without_the_state_is_not_looked_at() {
        let state = State::from("s");
        for query in [
            "",
            "code=c",
            "code=c&state=",
            "code=c&state=t",
            "code=c&state=s&state=s",
            "error=e&state=t",
            "code=c&state=s%00",
        ] {
            assert_eq!(
                Callback::read(query, &state).unwrap_err(),
                CallbackError::StateMismatch,
                "{query}"
            );
        }
        assert_eq!(
            Callback::read("code=c&state=", &State::from("")).unwrap_err(),
            CallbackError::StateMismatch
        );
    }

    #[test]
    fn rejections_and_halves_are_told_apart() {
        let state = State::from("s");
        let error =
            Callback::read("state=s&error=access_denied&error_description=No%0Away&code=c", &state)
                .unwrap_err();
        assert_eq!(error.to_string(), r"the authorization was denied: access_denied: No\nway");
        for query in
            ["state=s", "state=s&code=", "state=s&code=c&code=d", "state=s&error=a&error=b"]
        {
            assert_eq!(
                Callback::read(query, &state).unwrap_err(),
                CallbackError::Malformed,
                "{query}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_callback_is_linear(pattern in "(&|=|%|%41|\\+|a|code=|error=|state=s&){1,4}") {
            let state = State::from("s");
            let input = |length| format!("state=s&code=c&{}", work::repeated(&pattern, length));
            work::assert_linear(4 << 10, 512, input, |query| drop(Callback::read(query, &state)));
        }
    }
}
