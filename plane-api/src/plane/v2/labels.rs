//! Labels: tags for the work items of a project.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::labels::CreateLabel;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateLabel>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "bug"}));
//! # let client = mock.client();
//! let label = CreateLabel::new("my-workspace", "ENG", "bug").color("#d92d20").send(&client).await?;
//! println!("{}", label.id);
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{LabelId, ProjectId, UserId},
        v2::{
            lists::OffsetPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the labels of a project. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> OffsetPage<Label>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only labels whose parent is this label.
    pub parent_id: Option<LabelId>,
    /// Returns only labels with this id in another system.
    pub external_id: Option<String>,
    /// Returns only labels whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only labels that match this search text.
    pub search: Option<String>,
    /// Returns only labels with this name.
    pub name: Option<String>,
    /// `true` returns only labels without a parent, `false` only labels with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Sort order; [`LabelOrder::SortOrder`] if unset.
    pub order_by: Option<LabelOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<LabelField>,
    /// Number of items to skip, at most 10,000; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// `false` omits the total number of items from the response. If unset, the response contains the number.
    pub count: Option<bool>,
}

/// Creates a label. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> Label, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the label, at most 255 characters.
    pub name: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Parent label.
    pub parent_id: Patch<LabelId>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the label in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<LabelField>,
}

/// Gets a label. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> Label, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<LabelField>,
}

/// Updates a label. Unset fields are left unchanged. Needs the scope `projects.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> Label, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
    /// Name of the label, at most 255 characters.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Parent label.
    pub parent_id: Patch<LabelId>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the label in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<LabelField>,
}

/// Deletes a label. Needs the scope `projects.labels:write`.
///
/// The server removes the label from all work items of the project. Deleting the label again is an error: 404.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
}

/// Updates the label with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.labels:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/upsert/" -> Upserted<Label>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the label, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the label in another system, at most 255 characters.
    pub external_id: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Parent label.
    pub parent_id: Patch<LabelId>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<LabelField>,
}

/// A tag for the work items of a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Label {
    /// Id of the label.
    pub id: LabelId,
    /// Name of the label.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Parent label.
    pub parent_id: Option<LabelId>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Id of the label in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the label.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of labels, ascending or descending.
    pub enum LabelOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields of [`Label`] that a response can include.
    pub enum LabelField {
        All = "all",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        Name = "name",
        ParentId = "parent_id",
        SortOrder = "sort_order",
    }
}
