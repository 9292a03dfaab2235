//! [`Event`]: what a verified body says.

use ring::digest;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{EventKind, to_hex};
use crate::plane::{
    ids::{EventId, UserId, WebhookId, WorkspaceId},
    v1::{
        agent_runs::{AgentRun, activities::AgentRunActivity},
        cycles::{Cycle, CycleWorkItem},
        intake::IntakeWorkItem,
        milestones::Milestone,
        modules::{Module, ModuleWorkItem},
        pages::WikiPage,
        projects::Project,
        users::User,
        work_items::{
            WorkItem, attachments::WorkItemAttachment, comments::WorkItemComment,
            links::WorkItemLink,
        },
    },
};

/// Something that happened, and all that Plane says of it.
///
/// Webhooks of v2 and v1 give the same type. What v1 lacks is `None`: [`event_id`](Self::event_id),
/// [`delivery_id`](Self::delivery_id) and the previous attributes. It has an [`activity`](Self::activity) instead.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// What happened. It is read from the body; the header `X-Plane-Event` is not signed.
    pub kind: EventKind,
    /// Id of the event, the same whenever it is delivered again.
    pub event_id: Option<EventId>,
    /// Id of this delivery, another one each time. The header `X-Plane-Delivery` repeats it.
    pub delivery_id: Option<String>,
    /// Id of what it happened to: for a comment, sometimes that of the work item.
    pub entity_id: Option<String>,
    /// What it happened to, in the server's own words: `issue`, `issue_comment`, `issue_link`, `cycle` and others.
    pub entity_type: Option<String>,
    /// The webhook that delivers it.
    pub webhook_id: Option<WebhookId>,
    /// The workspace that it happened in.
    pub workspace_id: Option<WorkspaceId>,
    /// Who changed which field, in v1.
    pub activity: Option<Activity>,
    /// The whole body.
    pub payload: Map<String, Value>,
    deduplication_key: String,
}

/// What v1 says of a change.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Activity {
    /// The field that was changed.
    pub field: Option<String>,
    /// Its value before.
    #[serde(default)]
    pub old_value: Value,
    /// Its value since.
    #[serde(default)]
    pub new_value: Value,
    /// Who changed it.
    pub actor: Option<User>,
    /// Id of the object that the field named before.
    pub old_identifier: Option<String>,
    /// Id of the object that it names since.
    pub new_identifier: Option<String>,
}

/// Declares [`Object`], and what is read as which model.
macro_rules! objects {
    ($($(#[$attr:meta])* $model:ident = $entity:literal,)+) => {
        /// The object that an event is about.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Object {
            $($(#[$attr])* $model(Box<$model>),)+
            /// Any other object, as it came.
            Other(Map<String, Value>),
        }

        impl Event {
            /// The object that it is about, as a model of the catalogue: as it is now, or, deleted, as it was.
            ///
            /// What the catalogue has no model for, or is not as the model expects, is [`Object::Other`], so that
            /// a change on the server's side does not stop deliveries. [`Event::data`] says what is wrong with it.
            #[must_use]
            pub fn object(&self) -> Object {
                let object = match self.kind.entity() {
                    $($entity => self.data().map(Object::$model),)+
                    _ => return Object::Other(self.record().clone()),
                };
                object.unwrap_or_else(|_| Object::Other(self.record().clone()))
            }
        }
    };
}

objects! {
    /// A project.
    Project = "project",
    /// A cycle.
    Cycle = "cycle",
    /// That a work item is in a cycle (v1).
    CycleWorkItem = "cycle_issue",
    /// A module.
    Module = "module",
    /// That a work item is in a module (v1).
    ModuleWorkItem = "module_issue",
    /// A milestone.
    Milestone = "milestone",
    /// A page.
    WikiPage = "page",
    /// A work item.
    WorkItem = "workitem",
    /// A comment on a work item.
    WorkItemComment = "workitem.comment",
    /// A link of a work item.
    WorkItemLink = "workitem.link",
    /// A file that is attached to a work item.
    WorkItemAttachment = "workitem.attachment",
    /// A work item in the intake (v1).
    IntakeWorkItem = "intake_issue",
    /// A user (v1).
    User = "user",
    /// The run of an agent.
    AgentRun = "agent_run_create",
    /// What was written to an agent.
    AgentRunActivity = "agent_run_user_prompt",
}

impl Event {
    /// Reads a verified body; `None` unless it is a JSON object.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let payload: Map<String, Value> = serde_json::from_slice(body).ok()?;
        let text = |key| text(&payload, key);
        let event_id = text("event_id");
        let deduplication_key = match event_id {
            Some(id) => id.to_owned(),
            None => to_hex(digest::digest(&digest::SHA256, body).as_ref()),
        };
        Some(Self {
            kind: kind(&payload),
            event_id: event_id.map(EventId::from),
            delivery_id: text("delivery_id").map(str::to_owned),
            entity_id: text("entity_id").map(str::to_owned),
            entity_type: text("entity_type").map(str::to_owned),
            webhook_id: text("webhook_id").map(WebhookId::from),
            workspace_id: text("workspace_id").map(WorkspaceId::from),
            activity: payload.get("activity").and_then(|value| Activity::deserialize(value).ok()),
            deduplication_key,
            payload,
        })
    }

    /// What tells this event from every other, to be kept by who handles each event once.
    ///
    /// In v2 it is the event's id. v1 has none, and it is the SHA-256 of the body, in hexadecimal: a delivery that Plane
    /// repeats has the same bytes. Two changes that read the same in every byte cannot be told apart there; as the body
    /// carries the time of the change, they do not happen, unless to what has no such time.
    #[must_use]
    pub fn deduplication_key(&self) -> &str {
        &self.deduplication_key
    }

    /// Who did it, where the body says so: nobody is named when something is deleted in v2, and not always when it is
    /// changed.
    #[must_use]
    pub fn actor(&self) -> Option<UserId> {
        if let Some(actor) = self.activity.as_ref().and_then(|activity| activity.actor.as_ref()) {
            return Some(actor.id.clone());
        }
        let record = self.record();
        let keys = match self.kind.as_str().rsplit('.').next() {
            Some("created") => &["actor_id", "created_by_id"][..],
            Some("updated" | "archived") => &["updated_by_id"],
            Some("agent_run_create") => &["creator"],
            Some("agent_run_user_prompt") => &["actor"],
            _ => &[],
        };
        keys.iter().find_map(|key| text(record, key)).map(UserId::from)
    }

    /// What changed fields held before, in v2; of what was deleted, the whole object.
    ///
    /// The names are v2's own, such as `state_id`, and times are written like `2026-03-31 11:44:41.242868+00`.
    #[must_use]
    pub fn previous_attributes(&self) -> Option<&Map<String, Value>> {
        self.payload.get("previous_attributes").and_then(Value::as_object)
    }

    /// The object that it is about, as a `T`.
    ///
    /// Where v2 names things otherwise than the REST API, both names are there: `state_id` is `state`, too, and
    /// `label_ids` is `labels`. The text `None`, which v2 sends for null, is null, save in what people write.
    ///
    /// # Errors
    ///
    /// When the object is no `T`.
    pub fn data<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        T::deserialize(Value::Object(with_rest_names(self.record())))
    }

    /// The object as it came: what an event has under `data`, an agent's event under another name, or the whole.
    fn record(&self) -> &Map<String, Value> {
        let object = |key: &str| self.payload.get(key).and_then(Value::as_object);
        let data = match self.kind {
            EventKind::AgentRunCreated => object("agent_run"),
            EventKind::AgentRunPrompted => object("agent_run_activity"),
            _ => object("data"),
        };
        let record = match (data, object("previous_attributes")) {
            (Some(data), Some(previous)) if data.is_empty() => previous,
            (Some(data), _) => data,
            (None, _) => &self.payload,
        };
        // A comment comes within the work item that it is on.
        match record.get("comment") {
            Some(Value::Object(comment)) if self.kind.entity().ends_with(".comment") => comment,
            _ => record,
        }
    }
}

/// A word of the payload; v2 writes `None` where it has none.
fn text<'a>(payload: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    payload.get(key).and_then(Value::as_str).filter(|text| !matches!(*text, "" | "None"))
}

fn kind(payload: &Map<String, Value>) -> EventKind {
    let [version, event, action, r#type] =
        ["version", "event", "action", "type"].map(|key| text(payload, key));
    match (event, action, r#type) {
        (Some(event), Some(action), _) if version.is_none() => EventKind::of_v1(event, action),
        (Some(event), ..) => EventKind::of_v2(event),
        (None, Some("created"), Some("agent_run")) => EventKind::AgentRunCreated,
        (None, Some("prompted"), Some("agent_run_activity")) => EventKind::AgentRunPrompted,
        (None, Some(action), Some(r#type)) => EventKind::of_v1(r#type, action),
        (None, ..) => EventKind::Other(String::new()),
    }
}

/// Adds the names of the REST API, and turns the text `None` into null.
fn with_rest_names(record: &Map<String, Value>) -> Map<String, Value> {
    let mut named = Map::new();
    for (key, value) in record {
        let value = if value == "None" && !is_written(key) { &Value::Null } else { value };
        let rest = match (key.strip_suffix("_id"), key.strip_suffix("_ids")) {
            (Some(one), _) => Some(one.to_owned()),
            (None, Some(many)) => Some(format!("{many}s")),
            (None, None) => None,
        };
        if let Some(rest) = rest.filter(|rest| !record.contains_key(rest)) {
            named.insert(rest, value.clone());
        }
        named.insert(key.clone(), value.clone());
    }
    named
}

/// Whether people write what it holds, so that `None` may be a word of theirs.
fn is_written(key: &str) -> bool {
    matches!(key, "name" | "title") || key.starts_with("description") || key.starts_with("comment")
}
