//! [`Redirect`]: a redirect that is not followed.

use std::fmt;

use crate::secret::PresignedUrl;

/// The target of a redirect. It is not followed.
///
/// The target may contain a signature that grants access, so it is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Redirect {
    location: PresignedUrl,
}

impl Redirect {
    pub(crate) fn new(location: &str) -> Self {
        Self { location: location.into() }
    }

    /// Returns the target as sent by the server: absolute, or relative to the requested URL.
    #[must_use]
    pub fn location(&self) -> &str {
        self.location.expose()
    }
}

/// Shows the target without its query.
impl fmt::Debug for Redirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redirect").field("location", &self.location).finish()
    }
}
