//! Page templates. All projects of a workspace can use its templates; a project can also have templates of its own.
//!
//! Templates are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::templates::pages::CreateWorkspacePageTemplate;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspacePageTemplate>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let template = CreateWorkspacePageTemplate::new("my-workspace", "Minutes")
//!     .description_html("<h2>Present</h2><h2>Decided</h2>")
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
        ids::{ProjectId, TemplateId},
        v1::{common::LogoProps, templates::Template},
    },
};

/// Lists the page templates of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/templates/" -> Vec<Template>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspacePageTemplates {
    pub workspace_slug: String,
}

/// Creates a page template in a workspace.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/templates/" -> Template)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspacePageTemplate {
    pub workspace_slug: String,
    /// Name of the template.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Initial values of the objects that are created from the template, by field name.
    pub template_data: Option<Value>,
    /// Emoji or icon of the template.
    pub logo_props: Option<LogoProps>,
}

/// Updates a page template of a workspace. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/pages/templates/<template_id>/" -> Template)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePageTemplate {
    pub workspace_slug: String,
    pub template_id: TemplateId,
    /// Name of the template.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Initial values of the objects that are created from the template, by field name.
    pub template_data: Patch<Value>,
    /// Emoji or icon of the template.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a page template of a workspace.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePageTemplate {
    pub workspace_slug: String,
    pub template_id: TemplateId,
}

/// Lists the page templates of a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/" -> Vec<Template>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectPageTemplates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a page template in a project.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/" -> Template)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectPageTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the template.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Initial values of the objects that are created from the template, by field name.
    pub template_data: Option<Value>,
    /// Emoji or icon of the template.
    pub logo_props: Option<LogoProps>,
}

/// Updates a page template of a project. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/<template_id>/" -> Template)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectPageTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: TemplateId,
    /// Name of the template.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Initial values of the objects that are created from the template, by field name.
    pub template_data: Patch<Value>,
    /// Emoji or icon of the template.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a page template of a project.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectPageTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: TemplateId,
}
