//! Requests that archive and unarchive projects.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::projects::archive::ArchiveProject;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ArchiveProject>();
//! # let client = mock.client();
//! ArchiveProject::new("my-workspace", "ENG").send(&client).await?;
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::plane::ids::ProjectId;

/// Archives a project. Needs the scope `projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/archive/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
}

/// Unarchives a project. Needs the scope `projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/unarchive/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
}
