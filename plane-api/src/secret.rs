//! [`Secret`]: text that is sent and stored, and never shown.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A token, password or code. It is not printed; in JSON and forms it is the text itself, so that it can be sent and
/// stored.
///
/// ```
/// use plane_api::{Secret, endpoint};
///
/// /// Signs in. The request can be printed, and the password does not show.
/// #[endpoint(POST, "/sign-in/", auth = none)]
/// #[derive(Debug, Clone)]
/// pub struct SignIn {
///     pub email: String,
///     pub password: Secret,
/// }
///
/// let request = SignIn::new("ada@acme.example", "sesame");
/// assert!(!format!("{request:?}").contains("sesame"));
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(Box<str>);

impl Secret {
    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// Says that there is one.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Refuses what a secret in use cannot be: it was not set, or it was read with the line break behind it.
pub(crate) fn check(secret: &str) -> Result<(), &'static str> {
    if secret.trim().is_empty() {
        Err("it is empty")
    } else if secret.trim() != secret {
        Err("it has white space or a line break around it, as from a file: trim it")
    } else {
        Ok(())
    }
}
