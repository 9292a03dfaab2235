//! Plane's REST API v2, which Plane recommends for new code: a module per resource.
//!
//! A client sends requests of both versions, call by call, with the same credentials:
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::ListWorkItems};
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! let mut items = ListWorkItems::new("my-workspace", "ENG").items(&client);
//! while let Some(item) = items.next().await {
//!     println!("{:?}", item?.name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The module `from_v1` has the same ten tasks in both versions.
//!
//! Nothing here has been tried with a server. The declarations follow Plane's documentation and its SDKs, which have tests
//! that run against one; where a resource is known from generated pages alone, its module says so. It is not known which
//! editions and plans of Plane have API v2.
//!
//! # What is the same for all resources
//!
//! - **Projects** are named by their id or by their identifier, such as `ENG`.
//! - **Lists** have a page size of 50 unless `per_page` says otherwise, 200 at most: see [`lists`].
//! - **`fields`** chooses what a response has. Only the id is always there, so all other fields of models are `Option`:
//!   `None` is both `null` and absent. Lists omit a few large fields unless they are named in `fields`, or `fields` is `All`;
//!   their documentation says so.
//! - **`expand`** adds an object beside its id.
//! - **Updates** change what is set; [`Patch::Clear`](crate::Patch::Clear) sends `null`. A list of ids replaces the whole set.
//! - **Upserts** create an object or update it: see [`upserts`].
//! - **Bulk requests** take up to 50 rows: see [`bulk`].
//! - **`Manage…` requests** add and remove up to 100 ids each: see [`Managed`](common::Managed).
//! - **Errors** have documented codes: see [`problem`]. An object of another workspace is not found (404). Every request may be
//!   rejected because of the plan ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//! - **Scopes** limit tokens, not API keys. A token with the global scope `read` or `write` needs no other.
//!
//! The server ignores unknown query parameters and a wrong `order_by` without a word, so these are typed. Enums are open: a
//! value that this version does not know is kept.

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
