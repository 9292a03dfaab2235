//! Archives and unarchives projects.
//!
//! ```no_run
//! use plane_api::{Client, v2::projects::archive::ArchiveProject};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
