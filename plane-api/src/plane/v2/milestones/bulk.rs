//! Bulk requests for milestones, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::milestones::bulk::{BulkCreateMilestones, CreateMilestoneRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateMilestones>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateMilestoneRow { title: "Beta".into(), ..Default::default() };
//! let response = BulkCreateMilestones::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use jiff::civil::Date;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{MilestoneId, ProjectId},
        v2::bulk::BulkResponse,
    },
};

/// Creates up to 50 milestones. Needs the scope `projects.milestones:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/bulk-create/" -> BulkResponse<MilestoneId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each milestone, 1 to 50.
    pub items: Vec<CreateMilestoneRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 milestones. Needs the scope `projects.milestones:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/bulk-delete/" -> BulkResponse<MilestoneId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the milestones, 1 to 50.
    pub ids: Vec<MilestoneId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 milestones. Unset fields are left unchanged. Needs the scope `projects.milestones:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/bulk-update/" -> BulkResponse<MilestoneId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each milestone, 1 to 50.
    pub items: Vec<UpdateMilestoneRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateMilestones`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateMilestoneRow {
    /// Title of the milestone, at most 255 characters.
    pub title: String,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the milestone in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateMilestones`]: the id of the milestone, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateMilestoneRow {
    /// Id of the milestone.
    pub id: MilestoneId,
    /// Title of the milestone, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the milestone in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
