//! [`Redirect`]: a redirect that is not followed.

use std::fmt;

use crate::secret::PresignedUrl;

/// The target of a redirect, which the client does not follow.
///
/// The query of the target may contain a signature that grants access, so `Debug` omits the query.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Redirect, endpoint};
///
/// #[endpoint(GET, "/files/<file>" -> Redirect)]
/// struct GetFile {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # let target = "https://files.example.com/7?signature=abc";
/// # mock.expect_any::<GetFile>().reply(Reply::new(StatusCode::FOUND).header("location", target));
/// # let client = mock.client();
/// let redirect = GetFile::new("7").send(&client).await?;
/// assert_eq!(redirect.location(), "https://files.example.com/7?signature=abc");
/// assert!(!format!("{redirect:?}").contains("abc"));
/// # Ok(())
/// # }
/// ```
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
