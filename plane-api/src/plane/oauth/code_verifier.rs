//! [`CodeVerifier`]: proof that whoever exchanges a code is who asked for it (PKCE, RFC 7636).

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::{
    digest::{SHA256, digest},
    rand::{SecureRandom, SystemRandom},
};

use crate::{
    error::{Error, Result},
    secret::Secret,
};

/// What the app keeps while the user is at the consent page, and sends when it exchanges the code: without it, a code
/// that somebody intercepted is worth nothing (PKCE, RFC 7636).
///
/// It is kept in the user's session, beside the [`State`](super::State). Its [`challenge`](Self::challenge) goes with
/// the URL.
#[derive(Debug, Clone)]
pub struct CodeVerifier(Secret);

/// What is shown of a [`CodeVerifier`] at the consent page: its SHA-256 (`S256`). It is no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeChallenge(String);

impl CodeVerifier {
    /// Creates a verifier of 256 random bits from the operating system, as 43 characters.
    ///
    /// # Errors
    ///
    /// When the operating system has no random numbers.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).map_err(|_| {
            Error::config("the operating system cannot provide random numbers for a code verifier")
        })?;
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(bytes).into()))
    }

    /// The text, to be kept in the session; [`From`] brings it back from there.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.expose()
    }

    /// What [`App::authorization_url`](super::App::authorization_url) takes.
    #[must_use]
    pub fn challenge(&self) -> CodeChallenge {
        let hash = digest(&SHA256, self.as_str().as_bytes());
        CodeChallenge(BASE64_URL_SAFE_NO_PAD.encode(hash))
    }

    /// The verifier as it is sent.
    pub(super) fn checked(&self) -> Result<&Secret> {
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let text = self.as_str();
        if (43..=128).contains(&text.len()) && text.bytes().all(is_unreserved) {
            return Ok(&self.0);
        }
        Err(Error::request(
            "invalid code verifier: it must have 43 to 128 letters, digits, `-`, `.`, `_` or `~`; check that the session still has it",
        ))
    }
}

impl From<&str> for CodeVerifier {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for CodeVerifier {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl CodeChallenge {
    /// The text, as it goes with the URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_that_of_rfc_7636() {
        // Appendix B.
        let verifier = CodeVerifier::from("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(verifier.challenge().as_str(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assert!(verifier.checked().is_ok());
    }

    #[test]
    fn verifiers_are_random_valid_and_hidden() {
        let (one, other) = (CodeVerifier::random().unwrap(), CodeVerifier::random().unwrap());
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!(one.checked().unwrap().expose().len(), 43);
        assert!(!format!("{one:?}").contains(one.as_str()));
    }

    #[test]
    fn what_is_no_verifier_is_rejected() {
        for text in ["", &"a".repeat(42), &"a".repeat(129), &"ä".repeat(40), &("a b".repeat(20))] {
            let error = CodeVerifier::from(text).checked().unwrap_err();
            assert!(error.to_string().contains("43 to 128"), "{error}");
        }
        for length in [43, 128] {
            assert!(CodeVerifier::from("~".repeat(length)).checked().is_ok());
        }
    }
}
