//! What several resources share.

use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt};

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
    },
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
    /// Email address.
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

/// The permission to upload one file: a form with these fields, and the file behind them.
///
/// Whoever has it can upload that file, so [`Debug`] shows the URL and the names of the fields only.
#[derive(Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UploadForm {
    /// Where to send the form.
    pub url: Option<String>,
    /// The fields of the form, a signature among them.
    pub fields: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for UploadForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = self.fields.iter().flat_map(BTreeMap::keys).collect::<Vec<_>>();
        let url = self.url.as_deref().and_then(|url| url.split(['?', '#']).next());
        f.debug_struct("UploadForm").field("url", &url).field("fields", &fields).finish()
    }
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

open_int_enum! {
    /// Who sees a page or a collection. The numbers mean the opposite of those of
    /// [`ViewAccess`](crate::v2::views::ViewAccess).
    pub enum PageAccess {
        /// Everybody in the workspace.
        Public = 0,
        /// Its owner.
        Private = 1,
    }
}

open_enum! {
    /// The role that somebody is invited to. Workspaces can have roles of their own.
    pub enum InvitationRole {
        Admin = "admin",
        Member = "member",
        Guest = "guest",
    }
}

open_enum! {
    /// The slug of a role. Workspaces can have roles of their own.
    pub enum RoleSlug {
        Owner = "owner",
        Admin = "admin",
        Member = "member",
        Contributor = "contributor",
        Guest = "guest",
    }
}
