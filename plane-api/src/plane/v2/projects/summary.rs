//! The name of a project, and the numbers of its members, work items, cycles and so on.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::projects::summary::{GetProjectSummary, ProjectCount};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetProjectSummary>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "counts": {"issues": 7, "members": 3}}));
//! # let client = mock.client();
//! let counts = [ProjectCount::Issues, ProjectCount::Members];
//! let summary = GetProjectSummary::new("my-workspace", "ENG").counts(counts).send(&client).await?;
//! println!("{:?}", summary.counts);
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeMap;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{endpoint::open_enum::open_enum, plane::ids::ProjectId};

/// Gets the name and the counts of a project. Needs the scope `projects:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/summary/" -> ProjectSummary, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectSummary {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
    /// Counts to include in the response; all if unset.
    #[query(comma)]
    pub counts: Vec<ProjectCount>,
}

/// The name and the counts of a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectSummary {
    /// Id of the project.
    pub id: ProjectId,
    /// Identifier of the project, such as `ENG`.
    pub identifier: Option<String>,
    /// Name of the project.
    pub name: Option<String>,
    /// Counts, by the name of the [`ProjectCount`], such as `members`.
    pub counts: Option<BTreeMap<String, i64>>,
}

open_enum! {
    /// A count that [`GetProjectSummary`] can return: the number of members, of states and so on.
    pub enum ProjectCount {
        Members = "members",
        States = "states",
        Labels = "labels",
        Cycles = "cycles",
        Modules = "modules",
        /// Number of work items.
        Issues = "issues",
        Intakes = "intakes",
        WorkItemTypes = "work_item_types",
        WorkItemProperties = "work_item_properties",
        Pages = "pages",
    }
}
