//! Objects that `expand` adds to a [`WorkItem`](super::WorkItem), in addition to their ids.
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::{GetWorkItem, WorkItemExpand}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let request = GetWorkItem::new("my-workspace", "ENG", "ENG-7").expand([WorkItemExpand::State]);
//! let work_item = request.send(&client).await?;
//! println!("{:?}", work_item.state.and_then(|state| state.name));
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
    /// `true` if epics have this type.
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
    /// Number in the project.
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
