//! Several labels in one request, up to 50: see [`bulk`](crate::v2::bulk) for longer lists.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::labels::bulk::{BulkCreateLabels, CreateLabelRow}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let row = CreateLabelRow { name: "bug".into(), ..Default::default() };
//! let response = BulkCreateLabels::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{LabelId, ProjectId},
        v2::bulk::BulkResponse,
    },
};

/// Creates up to 50 labels. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/bulk-create/" -> BulkResponse<LabelId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The rows, 1 to 50.
    pub items: Vec<CreateLabelRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 labels. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/bulk-delete/" -> BulkResponse<LabelId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the labels, 1 to 50.
    pub ids: Vec<LabelId>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 labels. Unset fields are left unchanged. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/bulk-update/" -> BulkResponse<LabelId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The rows, 1 to 50.
    pub items: Vec<UpdateLabelRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateLabels`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateLabelRow {
    /// Name of the label, 255 characters at most.
    pub name: String,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The label that it stands below.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<LabelId>,
    /// Position in lists, in ascending order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the label in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateLabels`]: the label to update, and what to change.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateLabelRow {
    /// Id of the label.
    pub id: LabelId,
    /// Name of the label, 255 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The label that it stands below.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<LabelId>,
    /// Position in lists, in ascending order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the label in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
