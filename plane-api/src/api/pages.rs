//! ~ Pages.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    collections::{CollectionId, CollectionPageId},
    common::{LogoProps, Workspace, expanded},
    endpoint, open_enum, open_int_enum,
    projects::ProjectId,
    users::User,
};

/// Lists workspace pages. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/" -> Page<WikiPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspacePages {
    pub workspace_slug: String,
    /// ~ Type.
    pub r#type: Option<PageListType>,
    /// Words that are looked for.
    pub search: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the workspace page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Creates a workspace page. Needs the scope `wiki.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspacePage {
    pub workspace_slug: String,
    /// Name of the workspace page.
    pub name: String,
    /// Who can see it.
    pub access: Option<PageAccess>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Emoji or icon of the workspace page.
    pub logo_props: Option<LogoProps>,
    /// Id of the workspace page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Description, as HTML.
    pub description_html: String,
    /// The workspace page that it stands below.
    pub parent_id: Option<WikiPageId>,
    /// The collection that it belongs to.
    pub collection_id: Option<CollectionId>,
}

/// Gets a workspace page. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the workspace page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Updates a workspace page.
// NOTE: PUT with partial body
#[endpoint(PUT, "/workspaces/<workspace_slug>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Name of the workspace page.
    pub name: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Who can see it.
    pub access: Patch<i64>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Whether it is locked.
    pub is_locked: Patch<bool>,
    /// When it was archived.
    pub archived_at: Patch<Timestamp>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Emoji or icon of the workspace page.
    pub logo_props: Option<LogoProps>,
    /// Id of the workspace page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Deletes a workspace page.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}

/// Archives a workspace page.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}

/// Unarchives a workspace page.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}

/// Lists project pages. Needs the scope `projects.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/" -> Page<WikiPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectPages {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// ~ Type.
    pub r#type: Option<PageListType>,
    /// Words that are looked for.
    pub search: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the project page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Creates a project page. Needs the scope `projects.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the project page.
    pub name: String,
    /// Who can see it.
    pub access: Option<PageAccess>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Emoji or icon of the project page.
    pub logo_props: Option<LogoProps>,
    /// Id of the project page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Description, as HTML.
    pub description_html: String,
    /// The project page that it stands below.
    pub parent_id: Option<WikiPageId>,
    /// The collection that it belongs to.
    pub collection_id: Option<CollectionId>,
}

/// Gets a project page. Needs the scope `projects.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the project page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Updates a project page.
// NOTE: PUT with partial body
#[endpoint(PUT, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> WikiPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Name of the project page.
    pub name: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Who can see it.
    pub access: Patch<i64>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Whether it is locked.
    pub is_locked: Patch<bool>,
    /// When it was archived.
    pub archived_at: Patch<Timestamp>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Emoji or icon of the project page.
    pub logo_props: Option<LogoProps>,
    /// Id of the project page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Deletes a project page.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// Archives a project page.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// Unarchives a project page.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveProjectPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// Id of a [`WikiPage`].
pub type WikiPageId = Id<WikiPage>;

/// ~ page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WikiPage {
    /// Id of the page.
    pub id: WikiPageId,
    /// Name of the page.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// ~ Description.
    pub description: Option<Value>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who owns it.
    #[serde(default, deserialize_with = "expanded")]
    pub owned_by: Option<Ref<User>>,
    /// ~ Anchor.
    pub anchor: Option<String>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// ~ Projects.
    pub projects: Option<Vec<String>>,
    /// Who can see it.
    pub access: Option<i64>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// The page that it stands below.
    pub parent_id: Option<WikiPageId>,
    /// The collection that it belongs to.
    pub collection_id: Option<CollectionId>,
    /// ~ Page collection id.
    pub page_collection_id: Option<CollectionPageId>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the page in another system.
    pub external_id: Option<String>,
}

open_int_enum! {
    /// ~ page access.
    pub enum PageAccess {
        /// ~ Public.
        Public = 0,
        /// ~ Private.
        Private = 1,
    }
}

open_enum! {
    /// ~ page list type.
    pub enum PageListType {
        /// ~ All.
        All = "all",
        /// ~ Public.
        Public = "public",
        /// ~ Private.
        Private = "private",
        /// ~ Shared.
        Shared = "shared",
        /// ~ Archived.
        Archived = "archived",
    }
}
