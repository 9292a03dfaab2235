//! Types that several resources of v2 share: priorities, groups of states, roles, users as other objects contain them,
//! the access to pages, results of `Manage…` requests, and forms for uploads.
//!
//! ```
//! use plane_api::v2::common::{Priority, StateGroup};
//!
//! assert_eq!(Priority::Urgent.as_str(), "urgent");
//! // Unknown values are preserved.
//! assert_eq!(StateGroup::from("parked").as_str(), "parked");
//! ```

use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt};

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
    },
    plane::ids::UserId,
};

/// A user, as included by `expand`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UserLite {
    /// Id of the user.
    pub id: UserId,
    /// Display name of the user.
    pub display_name: Option<String>,
    /// URL of the avatar of the user.
    pub avatar_url: Option<String>,
    /// Email address of the user.
    pub email: Option<String>,
}

/// Changes made by a `Manage…` request. `I` is the type of the ids.
///
/// Ids that changed nothing are in neither list: for example, ids that the request adds although they were already
/// present.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(bound(deserialize = "I: DeserializeOwned"))]
#[non_exhaustive]
pub struct Managed<I> {
    /// Ids that were added.
    #[serde(default, deserialize_with = "coerce")]
    pub added: Vec<I>,
    /// Ids that were removed.
    #[serde(default, deserialize_with = "coerce")]
    pub removed: Vec<I>,
}

/// A permission to upload one file. To use it, post a multipart form to `url`, with `fields` first and then the file.
///
/// Anyone who knows the fields can upload the file, so [`Debug`] shows only the URL and the names of the fields.
#[doc(alias = "multipart")]
#[derive(Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UploadForm {
    /// URL to send the form to.
    pub url: Option<String>,
    /// Fields of the form, including a signature.
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
    /// Priority of a work item or project. The server never sends `null`: without a priority, the value is
    /// [`Priority::None`].
    pub enum Priority {
        Urgent = "urgent",
        High = "high",
        Medium = "medium",
        Low = "low",
        None = "none",
    }
}

open_enum! {
    /// Group of a state: the stage of work that the state stands for.
    pub enum StateGroup {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned, but not started.
        Unstarted = "unstarted",
        /// In progress.
        Started = "started",
        /// Completed.
        Completed = "completed",
        /// Cancelled.
        Cancelled = "cancelled",
        /// Pending in the intake.
        Triage = "triage",
    }
}

open_int_enum! {
    /// Visibility of a page or collection. The numbers mean the opposite of those in
    /// [`ViewAccess`](crate::v2::views::ViewAccess).
    pub enum PageAccess {
        /// All members of the workspace can see it.
        Public = 0,
        /// Only the owner can see it.
        Private = 1,
    }
}

open_enum! {
    /// Role that an invited user gets. Workspaces can define other roles.
    pub enum InvitationRole {
        Admin = "admin",
        Member = "member",
        Guest = "guest",
    }
}

open_enum! {
    /// Slug of a role. Workspaces can define other roles.
    pub enum RoleSlug {
        Owner = "owner",
        Admin = "admin",
        Member = "member",
        Contributor = "contributor",
        Guest = "guest",
    }
}
