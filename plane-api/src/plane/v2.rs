//! Plane's REST API v2: one request type per endpoint, in one module per resource. Plane recommends it for new code.
//!
//! One client sends requests of both versions, with the same credentials:
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::ListWorkItems;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItems>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut items = ListWorkItems::new("my-workspace", "ENG").items(&client);
//! while let Some(item) = items.next().await {
//!     println!("{:?}", item?.name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! `from_v1` shows ten common tasks in both versions.
//!
//! These requests have not been tested against a server. They follow Plane's documentation and SDKs; the SDKs are
//! tested against a server. If Plane documents a request only in its generated API reference, the documentation here
//! says so. The editions and plans of Plane that include API v2 are unknown.
//!
//! # Common to all resources
//!
//! - **Projects** can be given by id or by identifier, such as `ENG`.
//! - **Lists** have 50 items per page. `per_page` sets another number, at most 200: see [`lists`].
//! - **`fields`** selects the fields of a response. Only the id is always included, so all other fields of models are
//!   `Option`: `None` means `null` or absent. Lists omit some large fields unless `fields` includes them or is `All`; the
//!   documentation of these fields says so.
//! - **`expand`** adds whole objects to the response, in addition to the ids of the objects.
//! - **Updates** leave unset fields unchanged; [`Patch::Clear`](crate::Patch::Clear) sends `null`. A list of ids
//!   replaces the whole set.
//! - **Upserts** create an object, or update it if it exists: see [`upserts`].
//! - **Bulk requests** take up to 50 rows: see [`bulk`].
//! - **`Manage…` requests** add and remove up to 100 ids each: see [`Managed`](common::Managed).
//! - **Errors** have documented codes: see [`problem`]. Objects of other workspaces are not found (404). Any request
//!   may be rejected because of the plan ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//! - **Scopes** limit tokens, not API keys. A token with the global scope `read` or `write` needs no other scope.
//!
//! The server silently ignores unknown query parameters and an invalid `order_by`. Therefore the requests have a setter
//! for each parameter, and an enum for each `order_by`. Enums are open: unknown values are kept.

pub mod artifacts;
pub mod audit_logs;
pub mod automations;
pub mod bulk;
pub mod collections;
pub mod common;
pub mod customers;
pub mod cycles;
pub mod estimates;
#[cfg(feature = "v1")]
pub mod from_v1;
pub mod group_sync;
pub mod initiatives;
pub mod intake_work_items;
pub mod labels;
pub mod lists;
pub mod milestones;
pub mod modules;
pub mod pages;
pub mod permission_schemes;
pub mod permissions;
pub mod problem;
pub mod projects;
pub mod releases;
pub mod roles;
pub mod states;
pub mod stickies;
pub mod teamspaces;
pub mod upserts;
pub mod users;
pub mod views;
pub mod webhooks;
pub mod work_item_properties;
pub mod work_item_relation_definitions;
pub mod work_item_templates;
pub mod work_item_types;
pub mod work_items;
pub mod workflows;
pub mod workspaces;
