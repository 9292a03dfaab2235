//! Project templates of a workspace.
//!
//! Templates are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::templates::projects::CreateWorkspaceProjectTemplate;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceProjectTemplate>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let template = CreateWorkspaceProjectTemplate::new("my-workspace", "Client project")
//!     .description("With the labels that we bill by.")
//!     .send(&client)
//!     .await?;
//! println!("{}", template.id);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::TemplateId,
        v1::{common::LogoProps, templates::Template},
    },
};

/// Lists the project templates of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/templates/" -> Vec<Template>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceProjectTemplates {
    pub workspace_slug: String,
}

/// Creates a project template in a workspace.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/templates/" -> Template)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceProjectTemplate {
    pub workspace_slug: String,
    /// Name of the template.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the template.
    pub logo_props: Option<LogoProps>,
    /// Initial values of the objects that are created from the template, by field name.
    pub template_data: Option<Value>,
}

/// Updates a project template of a workspace. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/templates/<template_id>/" -> Template)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceProjectTemplate {
    pub workspace_slug: String,
    pub template_id: TemplateId,
    /// Name of the template.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Emoji or icon of the template.
    pub logo_props: Patch<LogoProps>,
    /// Initial values of the objects that are created from the template, by field name.
    pub template_data: Patch<Value>,
}

/// Deletes a project template of a workspace.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceProjectTemplate {
    pub workspace_slug: String,
    pub template_id: TemplateId,
}
