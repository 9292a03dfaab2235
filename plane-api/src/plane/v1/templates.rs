//! Templates: initial values for new pages, projects and work items.
//!
//! Templates are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::templates::work_items::ListProjectWorkItemTemplates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListProjectWorkItemTemplates>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
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

/// Initial values for new pages, projects or work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Template {
    /// Id of the template.
    pub id: TemplateId,
    /// Name of the template.
    pub name: Option<String>,
    /// Description, as a Plane editor document, which is `{}` if empty. Older servers send plain text.
    pub description: Option<Value>,
    /// Description, as HTML; unset for project templates.
    pub description_html: Option<String>,
    /// Initial values of the objects that are created from the template, by field name; the fields depend on the template type.
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
    /// Workspace that the template belongs to.
    pub workspace: Option<WorkspaceId>,
    // Only the Node SDK defines the fields below.
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created the template.
    pub created_by: Option<UserId>,
    /// User who last changed the template.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the template in another system.
    pub external_id: Option<String>,
    /// One-sentence description, as plain text.
    pub short_description: Option<String>,
    /// Template type, as an undocumented string.
    pub template_type: Option<String>,
    /// Project that the template belongs to; unset for workspace templates.
    pub project: Option<ProjectId>,
}
