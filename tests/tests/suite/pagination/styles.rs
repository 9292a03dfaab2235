//! The lists of sixteen APIs, each declared as users would declare it, against a server that checks every byte, allows
//! fewer entries per page than requested, and sends short pages.

#[macro_use]
mod harness;

mod discord;
mod django;
mod github;
mod gitlab;
mod google;
mod graph;
mod jira;
mod kubernetes;
mod notion;
mod plane_v1;
mod plane_v2_cursor;
mod plane_v2_offset;
mod shopify;
mod slack;
mod spring;
mod stripe;

use plane_api::{Cursor, Entries, NextPage, Page, PageContext, Paged, endpoint};
use serde::Deserialize;
use serde_json::{Value, json};

use self::harness::{HasId, Kind, SIZE, Style, query};

/// An entry of any list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Thing {
    #[serde(deserialize_with = "id")]
    pub id: u64,
}

/// Some APIs send ids as text.
fn id<'de, D: serde::Deserializer<'de>>(json: D) -> Result<u64, D::Error> {
    let id = Value::deserialize(json)?;
    let text = id.as_str().and_then(|id| id.parse().ok());
    id.as_u64().or(text).ok_or_else(|| serde::de::Error::custom("no id"))
}

impl HasId for Thing {
    fn id(&self) -> u64 {
        self.id
    }
}
