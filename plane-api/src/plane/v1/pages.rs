//! Pages: documents in the wiki of a workspace or in a project.
//!
//! The API for pages is part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::pages::{CreateWorkspacePage, PageAccess};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspacePage>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let page = CreateWorkspacePage::new("my-workspace", "Launch", "<p>In <b>ten</b> seconds.</p>")
//!     .access(PageAccess::Private)
//!     .send(&client)
//!     .await?;
//! println!("{}", page.id);
//! # Ok(())
//! # }
//! ```

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
        page::{Cursor, Page},
        patch::Patch,
        redirect::Redirect,
    },
    plane::{
        ids::{CollectionId, CollectionPageId, LabelId, PageAttachmentId, ProjectId, WikiPageId},
        reference::Ref,
        v1::{
            common::{LogoProps, Workspace, lenient},
            projects::Project,
            users::User,
        },
    },
};

/// Lists the pages of a workspace's wiki. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/" -> Page<WikiPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspacePages {
    pub workspace_slug: String,
    /// Group of wiki pages to return, such as private or archived pages.
    pub r#type: Option<PageListType>,
    /// Returns only pages whose name contains this text.
    pub search: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Page of the list to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Returns only the page with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
    /// Returns only pages whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
}

/// Creates a page in a workspace's wiki. Needs the scope `wiki.pages:write`.
///
/// If `parent_id` is set, the server links the new page to its parent page. The server responds with 202 if it creates
/// the link later, and with 502 if the link cannot be created; the new page is then removed again. The server responds
/// with 400 if the parent page is locked or archived, or if `collection_id` is also set.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspacePage {
    pub workspace_slug: String,
    /// Name of the page.
    pub name: String,
    /// Visibility of the page.
    pub access: Option<PageAccess>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Archival date of the page.
    pub archived_at: Option<Date>,
    /// Display settings, such as `{"full_width": true}`.
    pub view_props: Option<Value>,
    /// Emoji or icon of the page.
    pub logo_props: Option<LogoProps>,
    /// Id of the page in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Text, as HTML.
    pub description_html: String,
    /// Parent page. Only Plane's Python SDK defines this field.
    pub parent_id: Option<WikiPageId>,
    /// Collection to which the page is added. Only Plane's Python SDK defines this field.
    pub collection_id: Option<CollectionId>,
}

/// Gets a page of a workspace's wiki. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_id: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_source: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: a single page has no order.
    pub order_by: Option<String>,
}

/// Updates a page of a workspace's wiki. Unset fields are left unchanged, even though the method is PUT. Needs
/// the scope `wiki.pages:write`.
#[endpoint(PUT, "/workspaces/<workspace_slug>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Name of the page.
    pub name: Patch<String>,
    /// Text, as HTML.
    pub description_html: Patch<String>,
    /// Visibility of the page. Only Plane's Python SDK defines this field.
    pub access: Patch<PageAccess>,
    /// Colour, such as `#60646c`. Only Plane's Python SDK defines this field.
    pub color: Option<String>,
    /// `true` if the page is locked. Only Plane's Python SDK defines this field.
    pub is_locked: Patch<bool>,
    /// Archival date of the page. Only Plane's Python SDK defines this field. Only Plane's documentation of API v2 says
    /// that this field can be cleared.
    pub archived_at: Patch<Date>,
    /// Display settings, such as `{"full_width": true}`. Only Plane's Python SDK defines this field.
    pub view_props: Option<Value>,
    /// Emoji or icon of the page. Only Plane's Python SDK defines this field.
    pub logo_props: Option<LogoProps>,
    /// Id of the page in another system. Only Plane's Python SDK defines this field. Only Plane's documentation of API
    /// v2 says that this field can be cleared.
    pub external_id: Patch<String>,
    /// Name of the system that `external_id` comes from. Only Plane's Python SDK defines this field. Only Plane's
    /// documentation of API v2 says that this field can be cleared.
    pub external_source: Patch<String>,
}

/// Deletes a page of a workspace's wiki. Needs the scope `wiki.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}

/// Archives a page of a workspace's wiki. Needs the scope `wiki.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}

/// Restores an archived page of a workspace's wiki. Needs the scope `wiki.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}

/// Gets the metadata of a file attached to a page of a workspace's wiki. Needs the scope `wiki.pages:read`.
///
/// Plane documents this request for a future release; a server may lack it.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/<page_id>/attachments/<attachment_id>/" -> PageAttachment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePageAttachment {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    pub attachment_id: PageAttachmentId,
}

/// Confirms the upload of an attachment. Needs the scope `wiki.pages:write`. The page must be neither locked nor
/// archived.
///
/// Start the upload with [`CreateWorkspaceAsset`](crate::v1::assets::CreateWorkspaceAsset). Plane documents this
/// request for a future release; a server may lack it.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/pages/<page_id>/attachments/<attachment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePageAttachment {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    pub attachment_id: PageAttachmentId,
    /// `true` (the default) if the file has been uploaded.
    pub is_uploaded: Option<bool>,
}

/// Deletes a file attached to a page of a workspace's wiki. Needs the scope `wiki.pages:write`.
///
/// Plane documents this request for a future release; a server may lack it.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/attachments/<attachment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePageAttachment {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    pub attachment_id: PageAttachmentId,
}

/// Gets the download URL of an attachment. Needs the scope `wiki.pages:read`.
///
/// Anyone who has the URL can read the file. The request is rejected with 400 until the file has been uploaded. Plane
/// documents this request for a future release; a server may lack it.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/<page_id>/attachments/<attachment_id>/download/" -> Redirect)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePageAttachmentDownload {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    pub attachment_id: PageAttachmentId,
}

/// Lists the pages of a project. Needs the scope `projects.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/" -> Page<WikiPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectPages {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Group of wiki pages to return, such as private or archived pages.
    pub r#type: Option<PageListType>,
    /// Returns only pages whose name contains this text.
    pub search: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Page of the list to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Returns only the page with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
    /// Returns only pages whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
}

/// Creates a page in a project. Needs the scope `projects.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the page.
    pub name: String,
    /// Visibility of the page.
    pub access: Option<PageAccess>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Archival date of the page.
    pub archived_at: Option<Date>,
    /// Display settings, such as `{"full_width": true}`.
    pub view_props: Option<Value>,
    /// Emoji or icon of the page.
    pub logo_props: Option<LogoProps>,
    /// Id of the page in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Text, as HTML.
    pub description_html: String,
    /// Parent page. Only Plane's Python SDK defines this field.
    pub parent_id: Option<WikiPageId>,
    /// Collection to which the page is added. Only Plane's Python SDK defines this field.
    pub collection_id: Option<CollectionId>,
}

/// Gets a page of a project. Needs the scope `projects.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_id: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_source: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: a single page has no order.
    pub order_by: Option<String>,
}

/// Updates a page of a project. Unset fields are left unchanged, even though the method is PUT. Needs
/// the scope `projects.pages:write`.
#[endpoint(PUT, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Name of the page.
    pub name: Patch<String>,
    /// Text, as HTML.
    pub description_html: Patch<String>,
    /// Visibility of the page. Only Plane's Python SDK defines this field.
    pub access: Patch<PageAccess>,
    /// Colour, such as `#60646c`. Only Plane's Python SDK defines this field.
    pub color: Option<String>,
    /// `true` if the page is locked. Only Plane's Python SDK defines this field.
    pub is_locked: Patch<bool>,
    /// Archival date of the page. Only Plane's Python SDK defines this field. Only Plane's documentation of API v2 says
    /// that this field can be cleared.
    pub archived_at: Patch<Date>,
    /// Display settings, such as `{"full_width": true}`. Only Plane's Python SDK defines this field.
    pub view_props: Option<Value>,
    /// Emoji or icon of the page. Only Plane's Python SDK defines this field.
    pub logo_props: Option<LogoProps>,
    /// Id of the page in another system. Only Plane's Python SDK defines this field. Only Plane's documentation of API
    /// v2 says that this field can be cleared.
    pub external_id: Patch<String>,
    /// Name of the system that `external_id` comes from. Only Plane's Python SDK defines this field. Only Plane's
    /// documentation of API v2 says that this field can be cleared.
    pub external_source: Patch<String>,
}

/// Deletes a page of a project. Needs the scope `projects.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// Archives a page of a project. Needs the scope `projects.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// Restores an archived page of a project. Needs the scope `projects.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// A file attached to a page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct PageAttachment {
    /// Id of the attachment.
    pub id: PageAttachmentId,
    /// Page that the attachment belongs to.
    pub page_id: Option<WikiPageId>,
    /// Name of the file.
    pub name: Option<String>,
    /// Media type of the file, such as `image/png`.
    pub r#type: Option<String>,
    /// Size of the file, in bytes.
    #[serde(default, deserialize_with = "coerce")]
    pub size: Option<i64>,
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// Paths of related requests, such as `download`.
    #[serde(rename = "_links")]
    pub links: Option<Value>,
}

/// A document in the wiki of a workspace or in a project. Plane calls it a page; in this crate, [`Page`] is a page of a
/// list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WikiPage {
    /// Id of the page.
    pub id: WikiPageId,
    /// Name of the page.
    pub name: Option<String>,
    /// Text without formatting.
    pub description_stripped: Option<String>,
    /// Text, as HTML.
    pub description_html: Option<String>,
    /// Text, in the editor's binary format, Base64-encoded.
    pub description_binary: Option<String>,
    /// Text, as a Plane editor document or a string.
    pub description: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who owns the page.
    #[serde(default, deserialize_with = "coerce")]
    pub owned_by: Option<Ref<User>>,
    /// Last part of the public URL of the page, if the page is published.
    pub anchor: Option<String>,
    /// Workspace that the page belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// Projects that contain the page.
    #[serde(default, deserialize_with = "coerce")]
    pub projects: Option<Vec<Ref<Project>>>,
    /// Ids of the page's labels. Plane documents this field and the next three for a future release, in responses to
    /// [`ListCollectionPages`](crate::v1::collections::ListCollectionPages).
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<LabelId>>,
    /// `true` if the page is a favourite of the authenticated user.
    pub is_favorite: Option<bool>,
    /// `true` if the page is shared with others.
    pub is_shared: Option<bool>,
    /// Number of direct child pages.
    #[serde(default, deserialize_with = "coerce")]
    pub sub_pages_count: Option<i64>,
    /// Visibility of the page.
    pub access: Option<PageAccess>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon; an empty object if unset.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Date on which the page was archived. If the server sends a time, this field is the date of that time in UTC.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Date>,
    /// Parent page.
    pub parent_id: Option<WikiPageId>,
    /// Collection that contains the page.
    pub collection_id: Option<CollectionId>,
    /// Id of the link between the page and its collection.
    pub page_collection_id: Option<CollectionPageId>,
    /// User who created the page.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the page.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the page in another system.
    pub external_id: Option<String>,
}

open_int_enum! {
    /// Visibility of a page.
    pub enum PageAccess {
        /// Visible to everybody who can see the wiki or the project.
        Public = 0,
        /// Visible to the owner of the page, and to users with whom the page is shared.
        Private = 1,
    }
}

open_enum! {
    /// Group of pages that a list contains.
    pub enum PageListType {
        /// All pages visible to the authenticated user, except archived ones.
        All = "all",
        /// Pages visible to everybody.
        Public = "public",
        /// Private pages of the authenticated user.
        Private = "private",
        /// Pages shared with the authenticated user.
        Shared = "shared",
        /// Archived pages.
        Archived = "archived",
    }
}
