//! Permission schemes: sets of permissions that make up roles.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::permission_schemes::ListPermissionSchemes;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListPermissionSchemes>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListPermissionSchemes::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::PermissionSchemeId,
        v2::{lists::CursorPage, roles::Namespace},
    },
};

/// Lists the permission schemes of a workspace. Needs the scope `workspaces.roles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/permission-schemes/?paginate=cursor" -> CursorPage<PermissionScheme>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListPermissionSchemes {
    pub workspace_slug: String,
    /// Returns only permission schemes that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<PermissionSchemeOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PermissionSchemeField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets a permission scheme. Needs the scope `workspaces.roles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/permission-schemes/<scheme_id>/" -> PermissionScheme, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetPermissionScheme {
    pub workspace_slug: String,
    pub scheme_id: PermissionSchemeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PermissionSchemeField>,
}

/// A set of permissions.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct PermissionScheme {
    /// Id of the permission scheme.
    pub id: PermissionSchemeId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if Plane created the scheme.
    pub is_system: Option<bool>,
    /// Name of the permission scheme.
    pub name: Option<String>,
    /// Scope of the permission scheme.
    pub namespace: Option<Namespace>,
    /// Names of the permissions in the scheme.
    #[serde(default, deserialize_with = "coerce")]
    pub permissions: Option<Vec<String>>,
    /// Slug of the permission scheme.
    pub slug: Option<String>,
    /// Position among the permission schemes: the lowest value comes first.
    #[serde(default, deserialize_with = "coerce")]
    pub sort_order: Option<i64>,
}

open_enum! {
    /// Sort order of a list of permission schemes, ascending or descending.
    pub enum PermissionSchemeOrder {
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
        Namespace = "namespace",
        NamespaceDesc = "-namespace",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields of [`PermissionScheme`] that a response can include.
    pub enum PermissionSchemeField {
        All = "all",
        Description = "description",
        Id = "id",
        IsSystem = "is_system",
        Name = "name",
        Namespace = "namespace",
        Permissions = "permissions",
        Slug = "slug",
        SortOrder = "sort_order",
    }
}
