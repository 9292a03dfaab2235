//! Project labels: labels for the [projects](crate::v1::projects) of a workspace.
//!
//! For labels of work items, see [`labels`](crate::v1::labels). Project labels are part of Plane's commercial editions:
//! the Community Edition lacks these routes ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan
//! may lack them ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workspaces::project_labels::CreateWorkspaceProjectLabel;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceProjectLabel>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let label =
//!     CreateWorkspaceProjectLabel::new("my-workspace", "internal").color("#60646c").send(&client).await?;
//! println!("{}", label.id);
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::WorkspaceProjectLabelId,
        reference::Ref,
        v1::{common::Workspace, users::User},
    },
};

/// Lists the project labels of a workspace. Needs the scope `projects.labels:read`.
// A page in the documentation, a bare list in Plane's Python SDK; `Page` decodes both.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-labels/" -> Page<WorkspaceProjectLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceProjectLabels {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Creates a project label. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/project-labels/" -> WorkspaceProjectLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceProjectLabel {
    pub workspace_slug: String,
    /// Name of the label.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
}

/// Gets a project label. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-labels/<label_id>/" -> WorkspaceProjectLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceProjectLabel {
    pub workspace_slug: String,
    pub label_id: WorkspaceProjectLabelId,
}

/// Updates a project label. Unset fields are left unchanged. Needs the scope `projects.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/project-labels/<label_id>/" -> WorkspaceProjectLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceProjectLabel {
    pub workspace_slug: String,
    pub label_id: WorkspaceProjectLabelId,
    /// Name of the label.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Patch<f64>,
}

/// Deletes a project label. Needs the scope `projects.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/project-labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceProjectLabel {
    pub workspace_slug: String,
    pub label_id: WorkspaceProjectLabelId,
}

/// A label for projects.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceProjectLabel {
    /// Id of the label.
    pub id: WorkspaceProjectLabelId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the label.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the label in another system.
    pub external_id: Option<String>,
    /// User who created the label.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the label.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Workspace that the label belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
}
