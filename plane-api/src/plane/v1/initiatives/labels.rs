//! Labels for the [initiatives](crate::v1::initiatives) of a workspace.
//!
//! [`AddInitiativeLabels`](crate::v1::initiatives::AddInitiativeLabels) adds these labels to an initiative. Like
//! initiatives, initiative labels are part of Plane's commercial editions.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::initiatives::{AddInitiativeLabels, labels::CreateInitiativeLabel};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateInitiativeLabel>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "2027"}));
//! # mock.expect_any::<AddInitiativeLabels>().reply(serde_json::json!([]));
//! # let client = mock.client();
//! let label = CreateInitiativeLabel::new("my-workspace", "2027").color("#d92d20").send(&client).await?;
//! let initiative = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! AddInitiativeLabels::new("my-workspace", initiative, [label.id]).send(&client).await?;
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
    plane::ids::{InitiativeLabelId, UserId, WorkspaceId},
};

/// Lists the initiative labels of a workspace. Needs the scope `initiatives.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/labels/" -> Page<InitiativeLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeLabels {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates an initiative label. Needs the scope `initiatives.labels:write`.
// Only Plane's Node SDK requires `sort_order`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/labels/" -> InitiativeLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateInitiativeLabel {
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

/// Gets an initiative label. Needs the scope `initiatives.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> InitiativeLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
}

/// Updates an initiative label. Unset fields are left unchanged. Needs the scope `initiatives.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> InitiativeLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
    /// Name of the label.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Patch<f64>,
}

/// Deletes an initiative label. Needs the scope `initiatives.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
}

/// A label for initiatives.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct InitiativeLabel {
    /// Id of the label.
    pub id: InitiativeLabelId,
    /// Name of the label.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Workspace that the label belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created the label.
    pub created_by: Option<UserId>,
    /// User who last changed the label.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the label in another system.
    pub external_id: Option<String>,
}
