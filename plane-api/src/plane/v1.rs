//! Plane's REST API v1: a request type for every endpoint, in a module for every resource.
//!
//! Use these modules to call Plane without declaring requests yourself. Every module starts with an example. Modules
//! are nested like the API: [`customers::requests`] contains the endpoints below a customer.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::customers::ListCustomers;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # let customer = serde_json::json!({"id": "7", "created_at": "2024-01-01T00:00:00Z", "name": "Acme"});
//! # mock.expect_any::<ListCustomers>().reply(plane_api::testing::Reply::page([customer], None));
//! # let client = mock.client();
//! let mut customers = ListCustomers::new("my-workspace").items(&client);
//! while let Some(customer) = customers.next().await {
//!     println!("{:?}", customer?.name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Models ignore unknown fields. Keeping unknown fields would require serde's `flatten`, which buffers every field and
//! corrupts numbers if any crate in the program enables the `arbitrary_precision` feature of `serde_json`. To get an
//! unknown field, declare the request again with your own model, or with [`Value`](crate::Value) as its response.

pub mod agent_runs;
pub mod assets;
pub mod collections;
pub mod common;
pub mod customers;
pub mod cycles;
pub mod epics;
pub mod estimates;
pub mod group_sync;
pub mod initiatives;
pub mod intake;
pub mod labels;
pub mod milestones;
pub mod modules;
pub mod pages;
pub mod projects;
pub mod releases;
pub mod roles;
pub mod states;
pub mod stickies;
pub mod teamspaces;
pub mod templates;
pub mod users;
pub mod work_item_properties;
pub mod work_item_types;
pub mod work_items;
pub mod workflows;
pub mod workspaces;

use crate::{
    endpoint::id::Id,
    plane::{ids::tags, reference::HasId},
};

/// Models that other models refer to. `Some(..)` marks ids that every response contains.
macro_rules! with_ids {
    ($($model:ty: $tag:ident = |$object:ident| $id:expr;)+) => {
        $(
            impl HasId for $model {
                type Tag = tags::$tag;

                fn own_id(&self) -> Option<&Id<tags::$tag>> {
                    let $object = self;
                    $id
                }
            }
        )+
    };
}

with_ids! {
    common::Workspace: WorkspaceTag = |it| Some(&it.id);
    cycles::Cycle: CycleTag = |it| Some(&it.id);
    estimates::EstimatePoint: EstimatePointTag = |it| Some(&it.id);
    labels::Label: LabelTag = |it| Some(&it.id);
    modules::Module: ModuleTag = |it| it.id.as_ref();
    projects::Project: ProjectTag = |it| Some(&it.id);
    states::State: StateTag = |it| Some(&it.id);
    users::User: UserTag = |it| Some(&it.id);
    work_item_types::WorkItemType: WorkItemTypeTag = |it| Some(&it.id);
    work_items::WorkItem: WorkItemTag = |it| Some(&it.id);
    work_items::comments::WorkItemComment: WorkItemCommentTag = |it| Some(&it.id);
}
