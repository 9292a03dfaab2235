//! Bulk requests for modules, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::modules::bulk::{BulkCreateModules, CreateModuleRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateModules>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateModuleRow { name: "Login".into(), ..Default::default() };
//! let response = BulkCreateModules::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use jiff::civil::Date;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{ModuleId, ProjectId, UserId},
        v2::{bulk::BulkResponse, modules::ModuleStatus},
    },
};

/// Creates up to 50 modules. Needs the scope `projects.modules:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/bulk-create/" -> BulkResponse<ModuleId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each module, 1 to 50.
    pub items: Vec<CreateModuleRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 modules. Needs the scope `projects.modules:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/bulk-delete/" -> BulkResponse<ModuleId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the modules, 1 to 50.
    pub ids: Vec<ModuleId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 modules. Unset fields are left unchanged. Needs the scope `projects.modules:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/bulk-update/" -> BulkResponse<ModuleId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each module, 1 to 50.
    pub items: Vec<UpdateModuleRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateModules`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateModuleRow {
    /// Name of the module, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Date>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// Status of the module.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ModuleStatus>,
    /// User who leads the module.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub lead_id: Patch<UserId>,
    /// Position among the modules: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the module in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateModules`]: the id of the module, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateModuleRow {
    /// Id of the module.
    pub id: ModuleId,
    /// Name of the module, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Date>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// Status of the module.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ModuleStatus>,
    /// User who leads the module.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub lead_id: Patch<UserId>,
    /// Position among the modules: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the module in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
