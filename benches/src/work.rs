//! The work by name, so that it can run in a separate process.

use tokio::runtime::{Builder, Runtime};

use crate::{Contender, Failure, ours::Ours};

/// A piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// W1.
    Update,
    /// W2.
    List,
    /// W3, one page after the other.
    Pages,
    /// W3, entry by entry; only `plane-api`.
    Items,
    /// W4: the request of W1, without sending it.
    Build,
    /// W4: the response of W1. For `plane-api`, the whole call with a response from memory.
    Decode,
    /// W4: the request of W1 without a client; only `plane-api`.
    Request,
    /// W4: rejected before it is sent; only `plane-api`.
    Invalid,
    /// W4: rejected by the server; only `plane-api`.
    Rejected,
}

impl Work {
    /// All pieces of work, with their names.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Update, "update"),
        (Self::List, "list"),
        (Self::Pages, "pages"),
        (Self::Items, "items"),
        (Self::Build, "build"),
        (Self::Decode, "decode"),
        (Self::Request, "request"),
        (Self::Invalid, "invalid"),
        (Self::Rejected, "rejected"),
    ];

    /// Returns the work with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, its)| *its == name).map(|(work, _)| work)
    }

    /// Returns `true` if only `plane-api` does this work.
    #[must_use]
    pub const fn is_ours(self) -> bool {
        matches!(self, Self::Items | Self::Request | Self::Invalid | Self::Rejected)
    }

    /// Returns the name of the work.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(work, _)| *work == self).map_or("", |(_, name)| name)
    }

    /// Runs the work once.
    ///
    /// # Errors
    ///
    /// Returns an error if the work fails.
    pub async fn once<C: Contender>(self, contender: &C, pages: usize) -> Result<(), Failure> {
        match self {
            Self::Update => contender.update().await,
            Self::List => contender.list().await,
            Self::Pages => {
                let count = contender.paginate(pages, 1).await?;
                let expected = pages * crate::fixture::PER_PAGE;
                if count == expected { Ok(()) } else { Err("entries are missing".into()) }
            }
            Self::Build => contender.build(),
            Self::Decode => contender.decode(),
            _ => Err("only plane-api does".into()),
        }
    }

    /// Runs work that only `plane-api` does.
    ///
    /// # Errors
    ///
    /// Returns an error if the work fails.
    pub async fn once_ours(self, ours: &Ours, pages: usize) -> Result<(), Failure> {
        match self {
            Self::Items => {
                let count = ours.items(pages).await?;
                let expected = pages * crate::fixture::PER_PAGE;
                if count == expected { Ok(()) } else { Err("entries are missing".into()) }
            }
            Self::Request => ours.request(),
            Self::Invalid => ours.invalid(),
            Self::Rejected => ours.rejected(),
            _ => self.once(ours, pages).await,
        }
    }
}

/// Creates a runtime on this thread.
///
/// # Errors
///
/// Returns an error if that fails.
pub fn runtime() -> Result<Runtime, Failure> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
