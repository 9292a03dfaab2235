//! [`Secret`]: text that is sent and stored, but never shown.

use std::{cell::RefCell, fmt};

use serde::{Deserialize, Serialize, Serializer};

thread_local! {
    /// Notes on the values of the request that this thread is encoding. `None` while there is no such request.
    static NOTED: RefCell<Option<Noted>> = const { RefCell::new(None) };
}

/// Notes on the values of a request, taken while it is encoded.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    /// The secrets, in the order in which they were written.
    pub(crate) secrets: Vec<Secret>,
    /// `true` if an id is empty.
    pub(crate) has_empty_id: bool,
}

/// A token, password or code that is sent and stored, but never shown.
///
/// JSON and forms contain the text itself. [`Debug`] and [`Display`](fmt::Display) write `Secret`. While a request is
/// encoded, `Display` writes the text, so a `Secret` can be a path parameter or a header. A header that contains a
/// `Secret` is marked as sensitive. Errors redact a `Secret` of the request that has at least 6 bytes: if the response
/// contains its text, errors show asterisks instead.
///
/// ```
/// use plane_api::{Secret, endpoint};
///
/// /// Signs in. The request can be printed without revealing the password.
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
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(Box<str>);

impl Secret {
    /// Returns the text.
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

/// Writes `Secret`.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Writes `Secret`, or the text while a request is encoded.
impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.note() { &self.0 } else { "Secret" })
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.note();
        serializer.serialize_str(&self.0)
    }
}

impl Secret {
    /// Notes that the request being encoded contains this secret. Returns whether there is such a request.
    fn note(&self) -> bool {
        note(|noted| {
            // Most values are written twice: the first time to find numbers that JSON does not support.
            if noted.secrets.last().is_none_or(|last| last.0 != self.0) {
                noted.secrets.push(self.clone());
            }
        })
    }
}

/// Notes that the request being encoded contains an empty id. Returns whether there is such a request.
#[cold]
pub(crate) fn note_empty_id() -> bool {
    note(|noted| noted.has_empty_id = true)
}

/// Takes a note if a request is being encoded. Returns whether one is.
fn note(note: impl FnOnce(&mut Noted)) -> bool {
    let note = |noted: &RefCell<Option<Noted>>| noted.borrow_mut().as_mut().map(note).is_some();
    NOTED.try_with(note).unwrap_or_default()
}

/// Takes notes on a request's values while this thread encodes it. Allocates nothing if there is no secret.
#[derive(Debug)]
pub(crate) struct Notes {
    /// The notes of the outer request, if this request is encoded as part of another one.
    outer: Option<Noted>,
}

impl Notes {
    pub(crate) fn begin() -> Self {
        Self { outer: replace(Some(Noted::default())) }
    }

    /// Returns the number of secrets so far.
    pub(crate) fn secrets(&self) -> usize {
        look(|noted| noted.secrets.len())
    }

    /// Returns `true` if an id is empty so far.
    pub(crate) fn has_empty_id(&self) -> bool {
        look(|noted| noted.has_empty_id)
    }

    /// Returns all notes.
    pub(crate) fn end(self) -> Noted {
        replace(None).unwrap_or_default()
    }
}

fn look<T: Default>(look: impl FnOnce(&Noted) -> T) -> T {
    let look = |noted: &RefCell<Option<Noted>>| noted.borrow().as_ref().map(look);
    NOTED.try_with(look).ok().flatten().unwrap_or_default()
}

/// Restores the state even if a value panics while it is encoded.
impl Drop for Notes {
    fn drop(&mut self) {
        replace(self.outer.take());
    }
}

/// Returns `None` if this thread is shutting down, too.
fn replace(notes: Option<Noted>) -> Option<Noted> {
    NOTED.try_with(|noted| noted.replace(notes)).unwrap_or_default()
}

/// A URL whose query contains a signature. Anyone who has the URL has access.
///
/// [`Debug`] and [`Display`](fmt::Display) omit the query and the user info.
///
/// ```
/// use plane_api::PresignedUrl;
///
/// let url = PresignedUrl::from("https://storage.example/a.png?X-Amz-Signature=7f3a");
/// assert_eq!(url.to_string(), "https://storage.example/a.png?…");
/// assert!(url.expose().ends_with("7f3a"));
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PresignedUrl(Box<str>);

impl PresignedUrl {
    /// Returns the complete URL.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for PresignedUrl {
    fn from(url: &str) -> Self {
        Self(url.into())
    }
}

impl From<String> for PresignedUrl {
    fn from(url: String) -> Self {
        Self(url.into())
    }
}

impl fmt::Display for PresignedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.find(['?', '#']).unwrap_or(self.0.len());
        let (shown, hidden) = self.0.split_at(end);
        let (scheme, rest) = match shown.find("//") {
            Some(at) => shown.split_at(at + 2),
            None => ("", shown),
        };
        let authority = rest.split('/').next().unwrap_or_default();
        match authority.rfind('@').filter(|_| !scheme.is_empty()) {
            Some(at) => write!(f, "{scheme}…{}", &rest[at..])?,
            None => f.write_str(shown)?,
        }
        match hidden.chars().next() {
            Some(separator) => write!(f, "{separator}…"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for PresignedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// Checks a secret before use. An empty secret was never set; a line break usually comes from a file.
pub(crate) fn check(secret: &str) -> Result<(), &'static str> {
    if secret.trim().is_empty() {
        Err("it is empty")
    } else if secret.trim() != secret {
        Err("it begins or ends with white space or a line break; trim it")
    } else {
        Ok(())
    }
}
