//! Permissions of the caller in a workspace or project.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::permissions::GetWorkspacePermissions;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkspacePermissions>().reply(serde_json::json!({"relation": "member", "permission_grants": ["projects:read"]}));
//! # let client = mock.client();
//! let response = GetWorkspacePermissions::new("my-workspace").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{endpoint::coerce::coerce, plane::ids::ProjectId};

/// Gets the permissions of the caller in a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/permissions/me/" -> EffectivePermissions, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePermissions {
    pub workspace_slug: String,
}

/// Gets the permissions of the caller in a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/permissions/me/" -> EffectivePermissions, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectPermissions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Permissions of the caller in a workspace or project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct EffectivePermissions {
    /// Role of the caller in the workspace or project.
    pub relation: Option<String>,
    /// Names of the permissions that the caller has.
    #[serde(default, deserialize_with = "coerce")]
    pub permission_grants: Option<Vec<String>>,
}
