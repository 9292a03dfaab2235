//! Templates: what new pages, projects and work items can begin with.
//!
//! Templates are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define them.
//!
//! ```no_run
//! use plane_api::{Client, v1::templates::work_items::ListProjectWorkItemTemplates};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! for template in ListProjectWorkItemTemplates::new("my-workspace", project).send(&client).await? {
//!     println!("{:?}: {:?}", template.name, template.template_data);
//! }
//! # Ok(())
//! # }
//! ```

pub mod pages;
pub mod projects;
pub mod work_items;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::coerce::coerce,
    plane::{
        ids::{ProjectId, TemplateId, UserId, WorkspaceId},
        v1::common::{LogoProps, lenient},
    },
};

/// What a new page, project or work item can begin with.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Template {
    /// Id of the template.
    pub id: TemplateId,
    /// Name of the template.
    pub name: Option<String>,
    /// Description, as the document of Plane's editor, `{}` if it is empty; older servers send plain text.
    pub description: Option<Value>,
    /// Description, as HTML. Templates of projects have none.
    pub description_html: Option<String>,
    /// What is made from it begins with this: fields by their names, which depend on what that is.
    pub template_data: Option<Value>,
    /// Emoji or icon of the template.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Workspace it belongs to.
    pub workspace: Option<WorkspaceId>,
    // What follows is known from the Node SDK only.
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Description in a sentence, as plain text.
    pub short_description: Option<String>,
    /// What is made from it, in the server's own words.
    pub template_type: Option<String>,
    /// Project it belongs to, unless all of the workspace have it.
    pub project: Option<ProjectId>,
}
