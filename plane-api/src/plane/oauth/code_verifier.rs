//! [`CodeVerifier`]: proof that the code is exchanged by the app that requested it (PKCE, RFC 7636).

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::{
    digest::{SHA256, digest},
    rand::{SecureRandom, SystemRandom},
};

use crate::{
    error::{Error, Result},
    secret::Secret,
};

/// Secret that the app keeps during the authorization and sends when it exchanges the code. An intercepted code is useless
/// without the verifier (PKCE, RFC 7636).
///
/// Keep the verifier in the user's session, next to the [`State`](super::State), and pass its
/// [`challenge`](Self::challenge) to [`App::authorization_url`](super::App::authorization_url).
///
/// ```
/// use plane_api::oauth::CodeVerifier;
///
/// let verifier = CodeVerifier::random()?;
/// let session = verifier.as_str().to_owned();
/// assert_eq!(CodeVerifier::from(session.as_str()).challenge(), verifier.challenge());
/// # Ok::<(), plane_api::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct CodeVerifier(Secret);

/// Public counterpart of a [`CodeVerifier`], for the authorization URL: the SHA-256 hash of the verifier (`S256`).
///
/// ```
/// use plane_api::oauth::{CodeChallenge, CodeVerifier};
///
/// // The example of RFC 7636.
/// let verifier = CodeVerifier::from("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
/// let challenge: CodeChallenge = verifier.challenge();
/// assert_eq!(challenge.as_str(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeChallenge(String);

impl CodeVerifier {
    /// Creates a verifier from 256 random bits, as 43 characters.
    ///
    /// # Errors
    ///
    /// Returns an error if the operating system cannot provide random numbers.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).map_err(|_| {
            Error::config("the operating system cannot provide random numbers for a code verifier")
        })?;
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(bytes).into()))
    }

    /// Returns the text, to store in the session; [`From`] restores the verifier from this text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.expose()
    }

    /// Returns the challenge for [`App::authorization_url`](super::App::authorization_url).
    #[must_use]
    pub fn challenge(&self) -> CodeChallenge {
        let hash = digest(&SHA256, self.as_str().as_bytes());
        CodeChallenge(BASE64_URL_SAFE_NO_PAD.encode(hash))
    }

    /// Validates the verifier before it is sent.
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
    /// Returns the text of the challenge, as in the authorization URL.
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
