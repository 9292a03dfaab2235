//! [`Redirect`]: a redirect that is not followed.

use std::fmt;

/// Where the server redirects to, not followed.
///
/// The target may carry a signature that gives access to what it names, so it is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Redirect {
    location: String,
}

impl Redirect {
    pub(crate) const fn new(location: String) -> Self {
        Self { location }
    }

    /// The target as the server wrote it: absolute, or relative to what was requested.
    #[must_use]
    pub fn location(&self) -> &str {
        &self.location
    }
}

/// Shows the target up to its query.
impl fmt::Debug for Redirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.location.split(['?', '#']).next().unwrap_or_default();
        f.debug_struct("Redirect").field("location", &shown).finish_non_exhaustive()
    }
}
