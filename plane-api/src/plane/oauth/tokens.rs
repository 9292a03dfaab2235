//! [`TokenSet`]: the tokens that the server issues.

use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Scope;
use crate::{
    client::auth::Token,
    endpoint::raw_response::RawResponse,
    error::{Delivery, Error, ErrorKind, Result},
    secret::Secret,
    text, work,
};

/// Returns the body of a token response, unless it is an error with a success status, as some servers send.
pub(super) fn accepted(response: RawResponse) -> Result<Bytes> {
    work::count(response.body().len());
    let Ok(body) = serde_json::from_slice::<Map<String, Value>>(text::json(response.body())) else {
        return Ok(response.into_body());
    };
    let word = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default();
    let (code, description) = (word("error"), word("error_description"));
    if code.is_empty() || !word("access_token").is_empty() {
        return Ok(response.into_body());
    }
    let detail = if description.is_empty() { code } else { description };
    Err(response.reject(code, detail).without_body())
}

/// The tokens that Plane issues for one user or one bot.
///
/// `Debug` output hides the tokens. The serialized JSON contains them in plain text so that they can be stored; keep the
/// JSON where nobody else can read it.
///
/// ```
/// use plane_api::oauth::TokenSet;
///
/// # let stored = r#"{"access_token": "a", "refresh_token": "r", "expires_at": "2030-01-01T00:00:00Z"}"#;
/// let tokens: TokenSet = serde_json::from_str(stored)?;
/// assert_eq!(tokens.refresh_token.as_ref().unwrap().expose(), "r");
///
/// // Only the JSON contains the tokens.
/// let stored = serde_json::to_string(&tokens)?;
/// assert!(stored.contains(r#""refresh_token":"r""#) && !format!("{tokens:?}").contains("\"r\""));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenSet {
    /// Access token, sent with requests.
    pub access_token: Secret,
    /// Refresh token, used to get the next tokens. A bot has none: its next tokens are requested with the id of the
    /// installation.
    #[serde(default)]
    pub refresh_token: Option<Secret>,
    /// Expiry time of the access token, if the server sends it. Plane's tokens are valid for a day.
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
    /// Granted scopes, if the server sends them.
    #[serde(default)]
    pub scopes: Vec<Scope>,
}

impl TokenSet {
    /// Decodes the server's response. Optional values are decoded leniently, because the server may already have
    /// revoked the old refresh token.
    pub(super) fn read(body: &[u8], refresh_token: Option<Secret>) -> Result<Self> {
        work::count(body.len());
        let unreadable =
            |message: &'static str| Error::new(ErrorKind::Decode, Delivery::Applied, message);
        let Ok(mut object) = serde_json::from_slice::<Map<String, Value>>(text::json(body)) else {
            return Err(unreadable("the token response is not a JSON object"));
        };
        let mut word = |key| match object.remove(key) {
            Some(Value::String(word)) if !word.is_empty() => Some(word),
            _ => None,
        };
        if word("token_type").is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            return Err(unreadable("the server issued a token whose type is not `Bearer`"));
        }
        let Some(access_token) = word("access_token") else {
            return Err(unreadable("the token response has no access token"));
        };
        let refresh_token = word("refresh_token").map(Secret::from).or(refresh_token);
        let scope = word("scope").unwrap_or_default();
        Ok(Self {
            access_token: access_token.into(),
            refresh_token,
            expires_at: object.get("expires_in").and_then(seconds).and_then(from_now),
            scopes: scope.split_whitespace().map(Scope::from).collect(),
        })
    }

    pub(super) fn token(&self) -> Token {
        let token = Token::new(self.access_token.expose());
        if self.expires_at.is_some() { token.expires_in(self.time_left()) } else { token }
    }

    /// Returns the remaining validity of the access token, or the maximum if it is unknown.
    pub(super) fn time_left(&self) -> Duration {
        let left = |end: Timestamp| end.duration_since(Timestamp::now()).try_into();
        // A negative duration means that no time is left.
        self.expires_at.map_or(Duration::MAX, |end| left(end).unwrap_or_default())
    }
}

/// Decodes a number, or a string that contains one.
fn seconds(value: &Value) -> Option<Duration> {
    let seconds = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
    Duration::try_from_secs_f64(seconds).ok()
}

fn from_now(time: Duration) -> Option<Timestamp> {
    Timestamp::now().checked_add(time).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(body: &str) -> Result<TokenSet> {
        TokenSet::read(body.as_bytes(), Some("old".into()))
    }

    #[test]
    fn a_response_is_read_whatever_its_numbers_look_like() {
        for expires_in in ["86400", "86400.0", "\"86400\""] {
            let body = format!(
                r#"{{"access_token": "a", "token_type": "bearer", "expires_in": {expires_in}}}"#
            );
            let left = read(&body).unwrap().time_left();
            assert!(
                left > Duration::from_secs(86390) && left <= Duration::from_secs(86400),
                "{left:?}"
            );
        }
        for expires_in in ["null", "-1", "1e300", "\"soon\"", "{}"] {
            let body = format!(r#"{{"access_token": "a", "expires_in": {expires_in}}}"#);
            assert!(read(&body).unwrap().expires_at.is_none(), "{expires_in}");
        }
        assert_eq!(
            read(r#"{"access_token": "a", "expires_in": 0}"#).unwrap().time_left(),
            Duration::ZERO
        );
    }

    #[test]
    fn a_refresh_token_lasts_until_there_is_another() {
        let refresh_token =
            |body: &str| read(body).unwrap().refresh_token.unwrap().expose().to_owned();
        assert_eq!(refresh_token(r#"{"access_token": "a", "refresh_token": "new"}"#), "new");
        for none in ["", r#", "refresh_token": null"#, r#", "refresh_token": """#] {
            assert_eq!(refresh_token(&format!(r#"{{"access_token": "a"{none}}}"#)), "old");
        }
    }

    #[test]
    fn scopes_are_separated_by_spaces() {
        let scopes =
            read(r#"{"access_token": "a", "scope": "customers:read  write"}"#).unwrap().scopes;
        assert_eq!(scopes, [Scope::CustomersRead, Scope::Other("write".to_owned())]);
    }

    #[test]
    fn a_response_without_tokens_is_reported_without_its_text() {
        for (body, words) in [
            ("CANARY", "not a JSON object"),
            (r#"["CANARY"]"#, "not a JSON object"),
            (r#"{"refresh_token": "CANARY"}"#, "no access token"),
            (r#"{"access_token": "", "refresh_token": "CANARY"}"#, "no access token"),
            (r#"{"access_token": "CANARY", "token_type": "mac"}"#, "not `Bearer`"),
        ] {
            let error = read(body).unwrap_err();
            let text = format!("{error} {error:?} {:?}", error.body_snippet());
            assert!(text.contains(words) && !text.contains("CANARY"), "{text}");
        }
    }

    #[test]
    fn what_is_stored_is_what_comes_back() {
        let tokens =
            read(r#"{"access_token": "CANARY", "refresh_token": "CANARY2", "expires_in": 60}"#)
                .unwrap();
        assert!(!format!("{tokens:?}").contains("CANARY"));
        let stored = serde_json::to_string(&tokens).unwrap();
        let again: TokenSet = serde_json::from_str(&stored).unwrap();
        assert_eq!((again.access_token.expose(), again.expires_at), ("CANARY", tokens.expires_at));
        assert_eq!(again.refresh_token.unwrap().expose(), "CANARY2");
        serde_json::from_str::<TokenSet>(r#"{"access_token": "a"}"#).unwrap();
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_tokens_is_linear(pattern in "(read|write| |a|:|customers:read ){1,4}") {
            let input = |length| {
                let scope = work::repeated(&pattern, length);
                format!(r#"{{"access_token": "a", "scope": "{scope}"}}"#)
            };
            work::assert_linear(4 << 10, 1024, input, |body| drop(read(body)));
        }
    }
}
