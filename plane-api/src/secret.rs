//! [`Secret`]: text that is sent and stored, and never shown.

use std::{cell::RefCell, fmt};

use serde::{Deserialize, Serialize, Serializer};

thread_local! {
    /// What the values of the request that is being encoded on this thread say of themselves; `None` while none is.
    static NOTED: RefCell<Option<Noted>> = const { RefCell::new(None) };
}

/// What values say of themselves while they are encoded.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    /// The secrets, in the order in which they were written.
    pub(crate) secrets: Vec<Secret>,
    /// Whether an id is empty.
    pub(crate) has_empty_id: bool,
}

/// A token, password or code that is sent and stored, and never shown.
///
/// Serialized, as JSON or in a form, it is the text itself. [`Debug`] and [`Display`](fmt::Display) show `Secret`, except
/// in a request that is being encoded: there `Display` writes the text, so that a `Secret` can be a path parameter or a
/// header. A header with a `Secret` in it is marked as sensitive. If the server echoes a secret of the request, errors
/// show stars in its place, unless it is shorter than 6 bytes.
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
#[derive(Clone, Deserialize)]
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

/// Says that there is one, except in a request that is being encoded.
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
    /// Notes that the request being encoded holds this secret, if there is such a request.
    fn note(&self) -> bool {
        note(|noted| {
            // Most values are written twice: once to look for numbers that JSON does not have.
            if noted.secrets.last().is_none_or(|last| last.0 != self.0) {
                noted.secrets.push(self.clone());
            }
        })
    }
}

/// Notes that the request being encoded holds an empty id, if there is such a request.
#[cold]
pub(crate) fn note_empty_id() -> bool {
    note(|noted| noted.has_empty_id = true)
}

/// Says whether a request is being encoded.
fn note(note: impl FnOnce(&mut Noted)) -> bool {
    let note = |noted: &RefCell<Option<Noted>>| noted.borrow_mut().as_mut().map(note).is_some();
    NOTED.try_with(note).unwrap_or_default()
}

/// Takes notes of a request's values while it is encoded on this thread. Without a secret nothing is allocated.
#[derive(Debug)]
pub(crate) struct Notes {
    /// Those of the request in whose encoding this one is encoded.
    outer: Option<Noted>,
}

impl Notes {
    pub(crate) fn begin() -> Self {
        Self { outer: replace(Some(Noted::default())) }
    }

    /// How many secrets there are so far.
    pub(crate) fn secrets(&self) -> usize {
        look(|noted| noted.secrets.len())
    }

    /// Whether an id is empty so far.
    pub(crate) fn has_empty_id(&self) -> bool {
        look(|noted| noted.has_empty_id)
    }

    /// All that was noted.
    pub(crate) fn end(self) -> Noted {
        replace(None).unwrap_or_default()
    }
}

fn look<T: Default>(look: impl FnOnce(&Noted) -> T) -> T {
    let look = |noted: &RefCell<Option<Noted>>| noted.borrow().as_ref().map(look);
    NOTED.try_with(look).ok().flatten().unwrap_or_default()
}

/// Even if a value panics while it is encoded, the next request begins anew.
impl Drop for Notes {
    fn drop(&mut self) {
        replace(self.outer.take());
    }
}

/// `None` as well if this thread is about to end.
fn replace(notes: Option<Noted>) -> Option<Noted> {
    NOTED.try_with(|noted| noted.replace(notes)).unwrap_or_default()
}

/// An address that gives access to what it names: its query holds a signature.
///
/// [`Debug`] and [`Display`](fmt::Display) show it without its query and without the name and password that it may hold.
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
    /// The whole address.
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
