//! [`Redirect`]: a redirect that is not followed.

use std::fmt;

use crate::secret::PresignedUrl;

/// Where the server redirects to, not followed.
///
/// The target may carry a signature that gives access to what it names, so it is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Redirect {
    location: PresignedUrl,
}

impl Redirect {
    pub(crate) fn new(location: &str) -> Self {
        Self { location: location.into() }
    }

    /// The target as the server wrote it: absolute, or relative to what was requested.
    #[must_use]
    pub fn location(&self) -> &str {
        self.location.expose()
    }
}

/// Shows the target up to its query.
impl fmt::Debug for Redirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redirect").field("location", &self.location).finish()
    }
}
