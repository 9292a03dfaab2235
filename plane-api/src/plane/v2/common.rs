//! What several resources share.

use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum},
    plane::ids::UserId,
};

/// A user, expanded.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UserLite {
    /// Id of the user.
    pub id: UserId,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// URL of the picture.
    pub avatar_url: Option<String>,
    /// Email address of the user.
    pub email: Option<String>,
}

/// What a `Manage…` request has changed. `I` is the id of what was added and removed.
///
/// Ids that changed nothing, such as one that was there before it was to be added, are in neither list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(bound(deserialize = "I: DeserializeOwned"))]
#[non_exhaustive]
pub struct Managed<I> {
    /// What was added.
    #[serde(default, deserialize_with = "coerce")]
    pub added: Vec<I>,
    /// What was removed.
    #[serde(default, deserialize_with = "coerce")]
    pub removed: Vec<I>,
}

open_enum! {
    /// How urgent something is. It is never `null`: without a priority it is [`Priority::None`].
    pub enum Priority {
        Urgent = "urgent",
        High = "high",
        Medium = "medium",
        Low = "low",
        None = "none",
    }
}

open_enum! {
    /// What a state means, in the order of the work.
    pub enum StateGroup {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned.
        Unstarted = "unstarted",
        /// In progress.
        Started = "started",
        /// Done.
        Completed = "completed",
        /// Given up.
        Cancelled = "cancelled",
        /// Waits in the intake.
        Triage = "triage",
    }
}
