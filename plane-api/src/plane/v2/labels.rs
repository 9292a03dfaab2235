//! Labels: words that work items of a project are marked with.
//!
//! ```no_run
//! use plane_api::{Client, v2::labels::CreateLabel};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this parent.
    pub parent_id: Option<LabelId>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// `true` for those without a parent, `false` for those with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// What the list is sorted by; `SortOrder` if unset.
    pub order_by: Option<LabelOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<LabelField>,
    /// Number of entries in front of the page, 10000 at most; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// Whether the response has the number of all entries; `true` if unset.
    pub count: Option<bool>,
}

/// Creates a label. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> Label, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the label, 255 characters at most.
    pub name: String,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The label that it stands below.
    pub parent_id: Patch<LabelId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the label in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Name of the label, 255 characters at most.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The label that it stands below.
    pub parent_id: Patch<LabelId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the label in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<LabelField>,
}

/// Deletes a label. Needs the scope `projects.labels:write`.
///
/// The label is removed from all work items of the project. Deleting it again is an error: 404.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
}

/// Updates the label that has this external id, or creates it. Needs the scope `projects.labels:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/upsert/" -> Upserted<Label>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the label, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the label in another system, 255 characters at most.
    pub external_id: String,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The label that it stands below.
    pub parent_id: Patch<LabelId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<LabelField>,
}

/// A word that work items of a project are marked with.
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
    /// The label that it stands below.
    pub parent_id: Option<LabelId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Id of the label in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of labels is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`Label`].
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
