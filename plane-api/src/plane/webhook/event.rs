//! [`Event`]: the content of a verified webhook.

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

/// An event, with all data that Plane sends about it.
///
/// Webhooks of v1 and v2 have this type. In v1, [`event_id`](Self::event_id), [`delivery_id`](Self::delivery_id) and
/// [`previous_attributes`](Self::previous_attributes) are `None`; only v1 has an [`activity`](Self::activity).
///
/// ```
/// use plane_api::webhook::{Event, Object, Verifier};
///
/// /// Returns a line for a log.
/// fn describe(event: &Event) -> String {
///     match event.object() {
///         Object::WorkItem(work_item) => format!("{}: {}", event.kind, work_item.name.unwrap_or_default()),
///         _ => event.kind.to_string(),
///     }
/// }
///
/// # use plane_api::webhook::sign;
/// # let verifier = Verifier::new(["plane_wh_my-secret"])?;
/// # let body = br#"{"version": "v2", "event": "workitem.updated", "event_id": "9", "data": {"id": "7", "name": "Write"}}"#;
/// # let signature = sign("plane_wh_my-secret", body);
/// let event = verifier.verify_signature(signature, body)?;
/// assert_eq!(describe(&event), "workitem.updated: Write");
/// assert_eq!(event.deduplication_key(), "9");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Type of the event, from the body; the header `X-Plane-Event` is not signed.
    pub kind: EventKind,
    /// Id of the event, the same in every delivery of the event.
    pub event_id: Option<EventId>,
    /// Id of this delivery, different each time. The header `X-Plane-Delivery` contains the same id.
    pub delivery_id: Option<String>,
    /// Id of the object that changed; for a comment, sometimes the id of its work item.
    pub entity_id: Option<String>,
    /// Type of the object that changed, as a string such as `issue`, `issue_comment`, `issue_link` or `cycle`.
    pub entity_type: Option<String>,
    /// Webhook that delivered the event.
    pub webhook_id: Option<WebhookId>,
    /// Workspace of the event. Requests need the slug of the workspace:
    /// [how to find the slug](../_cookbook/index.html#find-the-slug-of-a-webhooks-workspace).
    pub workspace_id: Option<WorkspaceId>,
    /// Changed field and the user who changed it, in v1.
    pub activity: Option<Activity>,
    /// The whole body.
    pub payload: Map<String, Value>,
    deduplication_key: String,
}

/// A change, as a webhook of v1 describes it.
///
/// ```
/// use plane_api::webhook::Verifier;
///
/// # use plane_api::webhook::sign;
/// # let verifier = Verifier::new(["plane_wh_my-secret"])?;
/// # let body = br#"{"event": "issue", "action": "updated", "data": {"id": "7"},
/// #     "activity": {"field": "priority", "old_value": "low", "new_value": "high"}}"#;
/// # let signature = sign("plane_wh_my-secret", body);
/// let event = verifier.verify_signature(signature, body)?;
/// let activity = event.activity.unwrap();
/// assert_eq!(activity.field.as_deref(), Some("priority"));
/// assert_eq!((activity.old_value, activity.new_value), ("low".into(), "high".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Activity {
    /// The changed field.
    pub field: Option<String>,
    /// Value before the change.
    #[serde(default)]
    pub old_value: Value,
    /// Value after the change.
    #[serde(default)]
    pub new_value: Value,
    /// User who made the change.
    pub actor: Option<User>,
    /// Id of the object that the field referred to before the change.
    pub old_identifier: Option<String>,
    /// Id of the object that the field refers to after the change.
    pub new_identifier: Option<String>,
}

/// Declares [`Object`] and the model of each variant.
macro_rules! objects {
    ($($(#[$attr:meta])* $model:ident = $entity:literal,)+) => {
        /// The object that an event refers to.
        ///
        /// ```
        /// use plane_api::webhook::{Object, Verifier};
        ///
        /// # use plane_api::webhook::sign;
        /// # let verifier = Verifier::new(["plane_wh_my-secret"])?;
        /// # let body = br#"{"version": "v2", "event": "workitem.updated", "data": {"id": "7", "name": "Write"}}"#;
        /// # let signature = sign("plane_wh_my-secret", body);
        /// let event = verifier.verify_signature(signature, body)?;
        /// match event.object() {
        ///     Object::WorkItem(work_item) => assert_eq!(work_item.name.as_deref(), Some("Write")),
        ///     Object::Project(project) => println!("{:?}", project.name),
        ///     other => println!("ignored: {other:?}"),
        /// }
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Object {
            $($(#[$attr])* $model(Box<$model>),)+
            /// Any other object, as received.
            Other(Map<String, Value>),
        }

        impl Event {
            /// Returns the object that the event refers to, as one of the models that [`Object`] lists: in its current
            /// state or, if it was deleted, in its last state.
            ///
            /// Objects without a model, and objects that the model cannot decode, become [`Object::Other`], so a change
            /// on the server does not stop deliveries. [`Event::data`] returns the decoding error.
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
    /// Link between a work item and a cycle (v1).
    CycleWorkItem = "cycle_issue",
    /// A module.
    Module = "module",
    /// Link between a work item and a module (v1).
    ModuleWorkItem = "module_issue",
    /// A milestone.
    Milestone = "milestone",
    /// A page.
    WikiPage = "page",
    /// A work item.
    WorkItem = "workitem",
    /// A comment on a work item.
    WorkItemComment = "workitem.comment",
    /// A link from a work item to a web page.
    WorkItemLink = "workitem.link",
    /// A file attached to a work item.
    WorkItemAttachment = "workitem.attachment",
    /// A work item in the intake (v1).
    IntakeWorkItem = "intake_issue",
    /// A user (v1).
    User = "user",
    /// An agent run.
    AgentRun = "agent_run_create",
    /// A message from a user to an agent.
    AgentRunActivity = "agent_run_user_prompt",
}

impl Event {
    /// Decodes a verified body; returns `None` unless it is a JSON object.
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

    /// Returns a key that identifies the event, for processing each event once.
    ///
    /// In v2, the key is the event's id. v1 has no event id, so the key is the SHA-256 hash of the body, in hexadecimal: a
    /// retried delivery has the same bytes. Different events have different bodies, because the object in the body
    /// contains the time of its last change. Only events about objects without such a time could have equal keys.
    #[must_use]
    pub fn deduplication_key(&self) -> &str {
        &self.deduplication_key
    }

    /// Returns the user who caused the event, or `None` if the body does not contain the user, as after deletions in v2 and
    /// after some changes.
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

    /// Returns the previous values of changed fields, in v2; for a deleted object, the whole object.
    ///
    /// The fields have the names of v2, such as `state_id`. Times have the format `2026-03-31 11:44:41.242868+00`.
    #[must_use]
    pub fn previous_attributes(&self) -> Option<&Map<String, Value>> {
        self.payload.get("previous_attributes").and_then(Value::as_object)
    }

    /// Decodes the object that the event refers to as a `T`.
    ///
    /// If a field has another name in webhooks of v2 than in the REST API, both names can be decoded: `state_id` also as
    /// `state`, and `label_ids` also as `labels`. The string `None`, which v2 sends instead of null, becomes null, except
    /// in fields with text that users write.
    ///
    /// # Errors
    ///
    /// Returns an error if the object cannot be decoded as a `T`.
    pub fn data<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        T::deserialize(Value::Object(with_rest_names(self.record())))
    }

    /// Returns the object as received: from `data`, from another field for agent events, or the whole body.
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
        // A comment is sent inside its work item.
        match record.get("comment") {
            Some(Value::Object(comment)) if self.kind.entity().ends_with(".comment") => comment,
            _ => record,
        }
    }
}

/// Returns a string of the payload; v2 sends `None` for a missing one.
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

/// Adds the field names of the REST API and replaces the string `None` with null.
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

/// Returns `true` if users write the field's text, in which `None` may be a real word.
fn is_written(key: &str) -> bool {
    matches!(key, "name" | "title") || key.starts_with("description") || key.starts_with("comment")
}
