//! Labels for the work items of a project.
//!
//! For labels of the projects themselves, see [`workspaces::project_labels`](crate::v1::workspaces::project_labels).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::labels::CreateLabel;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateLabel>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let label =
//!     CreateLabel::new("my-workspace", project, "bug").color("#d92d20").send(&client).await?;
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
        ids::{LabelId, ProjectId},
        reference::Ref,
        v1::{common::Workspace, projects::Project, users::User},
    },
};

/// Lists the labels of a project, newest first. Needs the scope `projects.labels:read`. For an archived project, the
/// list is empty.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> Page<Label>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `project`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a label. Needs the scope `projects.labels:write`.
///
/// If another label of the project already has the same name, or the same `external_id` and `external_source`, the
/// server responds with 409; [`Error::existing_id`](crate::Error::existing_id) is the id of the other label.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> Label)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the label, at most 255 characters.
    pub name: String,
    /// Colour, such as `#60646c`; none if unset. Any string is accepted, at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Option<String>,
    /// Id of the label in another system, at most 255 characters.
    pub external_id: Option<String>,
    /// Parent label.
    pub parent: Option<LabelId>,
    /// Position among the labels: the lowest value comes first. If the field is unset, the new label comes last.
    pub sort_order: Option<f64>,
}

/// Gets a label. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> Label)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
}

/// Updates a label. Unset fields are left unchanged. Needs the scope `projects.labels:write`.
///
/// If another label already has the same name, the server responds with 400 `The payload is not valid`, without the id
/// of the other label. Plane also sends this message for mistakes that it finds after it has applied a change, so the
/// error's delivery is [`Delivery::Unknown`](crate::Delivery::Unknown).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> Label)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
    /// Name of the label, at most 255 characters.
    pub name: Option<String>,
    /// Colour, such as `#60646c`. Any string is accepted, at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the label in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Parent label.
    pub parent: Patch<LabelId>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
}

/// Deletes a label and, shortly afterwards, its child labels. Needs the scope `projects.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
}

/// A label for work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Label {
    /// Id of the label.
    pub id: LabelId,
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
    /// Colour, such as `#0000ff`; an empty string if the label has none.
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
    /// Project that the label belongs to; unset for labels of the workspace.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Project that the label belongs to. The server sends this field if another request returns the label because of
    /// `expand`.
    pub project_id: Option<ProjectId>,
    /// Parent label.
    #[serde(default, deserialize_with = "coerce")]
    pub parent: Option<Ref<Self>>,
}
