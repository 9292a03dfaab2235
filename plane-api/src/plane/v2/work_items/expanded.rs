//! Objects that `expand` adds to a [`WorkItem`](super::WorkItem), in addition to the ids of the objects.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::{GetWorkItem, WorkItemExpand};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # let id = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! # mock.expect_any::<GetWorkItem>().reply(serde_json::json!({"id": id, "state": {"id": id, "name": "Done"}}));
//! # let client = mock.client();
//! let request = GetWorkItem::new("my-workspace", "ENG", "ENG-7").expand([WorkItemExpand::State]);
//! let work_item = request.send(&client).await?;
//! assert_eq!(work_item.state.and_then(|state| state.name).as_deref(), Some("Done"));
//! # Ok(())
//! # }
//! ```

use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::coerce::coerce,
    plane::{
        ids::{LabelId, StateId, WorkItemId, WorkItemTypeId},
        v2::common::StateGroup,
    },
};

/// The state of a work item, as included by `expand`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct StateLite {
    /// Id of the state.
    pub id: StateId,
    /// Name of the state.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Group of the state.
    pub group: Option<StateGroup>,
}

/// The type of a work item, as included by `expand`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeLite {
    /// Id of the work item type.
    pub id: WorkItemTypeId,
    /// Name of the work item type.
    pub name: Option<String>,
    /// Emoji or icon of the work item type, as JSON.
    pub logo_props: Option<Value>,
    /// `true` if work items of this type are epics.
    pub is_epic: Option<bool>,
}

/// The parent of a work item, as included by `expand`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemLite {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Name of the work item.
    pub name: Option<String>,
    /// Number of the work item in the project: 142 in `PROJ-142`.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
}

/// A label of a work item, as included by `expand`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct LabelLite {
    /// Id of the label.
    pub id: LabelId,
    /// Name of the label.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
}
