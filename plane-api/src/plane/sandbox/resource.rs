//! Types of the resource table, which describes resources without code.

use http::{Method, StatusCode};
use serde_json::{Map, Value};

/// A resource that the sandbox serves: its path, methods and fields.
#[derive(Debug)]
pub(super) struct Resource {
    /// Name in messages: `Customer with the same …`.
    pub(super) noun: &'static str,
    /// Path of the list. `{workspace}` is the slug. Every other parameter is the UUID of a parent; it is stored in the
    /// object's field of the same name, and objects are only visible below their own parents. A single object is at
    /// `<id>/` below this path.
    pub(super) path: &'static str,
    /// Actions on the list, in the order of the `Allow` header.
    pub(super) collection: &'static [Action],
    /// Actions on a single object, in the order of the `Allow` header.
    pub(super) object: &'static [Action],
    /// All fields except the [`COMMON`] ones, unless a common field is writable.
    pub(super) fields: &'static [Field],
    /// Unique keys besides the id, in order of precedence.
    pub(super) keys: &'static [Key],
    /// `noun` of the first parent's resource; that parent must exist. For other parents, any UUID is accepted.
    pub(super) parent: Option<&'static str>,
    /// Status of the response to a create.
    pub(super) created: StatusCode,
    /// Fields of the response to an update; all if `None`.
    pub(super) updated: Option<&'static [&'static str]>,
    /// Field that lists are sorted by; newest first if `None`.
    pub(super) order: Option<&'static str>,
    /// Message for a missing object, if it differs from the standard one.
    pub(super) missing: Option<&'static str>,
    /// Validation across several fields: see [`Rule`].
    pub(super) rules: &'static [Rule],
    /// `Allow` headers of the list and of an object, if Plane supports more methods than the sandbox.
    pub(super) allow: Option<(&'static str, &'static str)>,
    /// Sort orders that depend on related objects.
    pub(super) related: &'static [Related],
}

/// A sort order that depends on a related object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Related {
    /// Value of `order_by`.
    pub(super) order_by: &'static str,
    /// Field with the related object's id, or with a list of which the first id counts.
    pub(super) field: &'static str,
    /// `noun` of the related object's resource.
    pub(super) noun: &'static str,
    /// Field of the related object to sort by.
    pub(super) by: &'static str,
}

/// Validation across several fields. A violation is rejected with 400.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    /// If both fields are sent, the first must not be later than the second.
    InOrder(&'static str, &'static str, &'static str),
    /// A create must set both fields or neither.
    BothOrNone(&'static str, &'static str, &'static str),
    /// Updates are rejected once this time has passed.
    NotOver(&'static str, &'static str),
    /// The field must not have this value.
    Never(&'static str, &'static str, &'static str),
    /// A create with this field set is rejected with this message, although the object was created.
    Late(&'static str, &'static str),
}

/// Action of a method.
#[derive(Debug, Clone, Copy)]
pub(super) enum Action {
    List,
    /// Returns the result of this function for the id of the user of the API key.
    Show(fn(&str) -> Value),
    /// Lists the objects, or gets the object whose fields match the query parameters of the same names, if all are
    /// present.
    ListOrGetBy(&'static [&'static str]),
    Create,
    /// Deletes the object whose fields match the query parameters of the same names.
    DeleteBy(&'static [&'static str]),
    Get,
    Update,
    Delete,
}

/// Fields that together identify an object.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) fields: &'static [&'static str],
    /// Error response to a conflict.
    pub(super) conflict: Conflict,
    /// `true` if a create with the key of an existing object overwrites it.
    pub(super) overwrites: bool,
    /// `true` if using the key of another object is otherwise a conflict.
    pub(super) exclusive: bool,
    /// Message of the 400 response to an update, instead of the conflict.
    pub(super) on_update: Option<&'static str>,
}

/// Plane's error response to a conflict.
#[derive(Debug, Clone, Copy)]
pub(super) enum Conflict {
    /// `{"error": "… with the same <phrase>", "id": …}`.
    Named(&'static str),
    /// A 400 with a code, the text in two fields, and the id.
    Coded(&'static str, &'static str),
    /// `{"<field>": "<text>"}`.
    Field(&'static str, &'static str),
}

/// Minimum and maximum of a set of numbers.
pub(super) type Range = (f64, f64);

/// One field of a resource.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// `true` if a create requires the field. A required string must not be blank either.
    pub(super) required: bool,
    pub(super) nullable: bool,
    /// Maximum length in characters.
    pub(super) max: Option<usize>,
    /// Initial value, if none was sent.
    pub(super) initial: fn() -> Value,
    /// Initial value computed from the lowest and highest value that objects below the same parents ever had.
    pub(super) next: Option<fn(Option<Range>) -> Value>,
    /// `true` if a create ignores the sent value and assigns the next one.
    pub(super) assigned: bool,
    /// `true` if the field is initially the user of the API key, and again after it was cleared.
    pub(super) author: bool,
    /// `true` if the field is sent regardless of `fields=`.
    pub(super) always_shown: bool,
    /// `true` if only lists and gets contain it, but not the responses to creates and updates.
    pub(super) annotation: bool,
}

/// Type of a field's values.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Read-only: sent values are ignored.
    Served,
    Text,
    /// A text, stored in upper case.
    UpperText,
    Email,
    Url,
    /// A URL, with Plane's own error messages.
    Link,
    /// An enum value.
    Choice(&'static [&'static str]),
    /// An enum value that lists are sorted by, in this order.
    Ranked(&'static [&'static str]),
    /// The name of a time zone.
    TimeZone,
    /// An integer within this range.
    Within(i64, i64),
    Boolean,
    Integer,
    Number,
    Date,
    DateTime,
    /// A date or time, stored as this time of the same day.
    Day(&'static str),
    Uuid,
    Uuids,
    /// Any JSON, returned as received.
    Json,
    /// Any JSON, returned as a string with its JSON text.
    JsonText,
}

/// Fields of every object, which the engine sets.
pub(super) const COMMON: &[&str] =
    &["id", "created_at", "updated_at", "deleted_at", "created_by", "updated_by", "workspace"];

impl Resource {
    /// Common defaults of resources.
    pub(super) const PLAIN: Self = Self {
        noun: "",
        path: "",
        collection: &[Action::List, Action::Create],
        object: &[Action::Get, Action::Update, Action::Delete],
        fields: &[],
        keys: &[],
        parent: None,
        created: StatusCode::CREATED,
        updated: None,
        order: None,
        missing: None,
        rules: &[],
        allow: None,
        related: &[],
    };

    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Returns the names of the fields with the ids of an object's parents.
    pub(super) fn parents(&self) -> impl Iterator<Item = &'static str> {
        let segments = self.path.split('/');
        let names = segments.filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        names.filter(|name| *name != "workspace")
    }

    /// Returns a new object with initial values.
    pub(super) fn blank(&self) -> Map<String, Value> {
        let common = COMMON.iter().map(|name| (String::from(*name), Value::Null));
        let own = self.fields.iter().map(|field| (String::from(field.name), (field.initial)()));
        common.chain(own).collect()
    }

    /// Returns the response to a create or update: the given fields, or all fields except annotations.
    pub(super) fn written(
        &self,
        record: &Map<String, Value>,
        fields: Option<&[&str]>,
    ) -> Map<String, Value> {
        let annotation =
            |name: &str| self.fields.iter().any(|field| field.name == name && field.annotation);
        let shown =
            |name: &str| fields.map_or_else(|| !annotation(name), |fields| fields.contains(&name));
        let shown = record.iter().filter(|(name, _)| shown(name));
        shown.map(|(name, value)| (name.clone(), value.clone())).collect()
    }
}

impl Action {
    pub(super) fn method(self) -> Method {
        match self {
            Self::List | Self::Show(_) | Self::ListOrGetBy(_) | Self::Get => Method::GET,
            Self::Create => Method::POST,
            Self::Update => Method::PATCH,
            Self::Delete | Self::DeleteBy(_) => Method::DELETE,
        }
    }
}

impl Field {
    /// Creates an optional, nullable field.
    pub(super) const fn new(name: &'static str, kind: Kind) -> Self {
        let initial = || Value::Null;
        Self {
            name,
            kind,
            required: false,
            nullable: true,
            max: None,
            initial,
            next: None,
            assigned: false,
            always_shown: false,
            author: false,
            annotation: false,
        }
    }

    pub(super) const fn max(self, characters: usize) -> Self {
        Self { max: Some(characters), ..self }
    }

    pub(super) const fn never_null(self) -> Self {
        Self { nullable: false, ..self }
    }

    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self.never_null() }
    }

    pub(super) const fn initially(self, initial: fn() -> Value) -> Self {
        Self { initial, ..self }
    }

    pub(super) const fn counted(self, next: fn(Option<Range>) -> Value) -> Self {
        Self { next: Some(next), ..self.never_null() }
    }

    pub(super) const fn assigned(self) -> Self {
        Self { assigned: true, ..self }
    }

    pub(super) const fn always_shown(self) -> Self {
        Self { always_shown: true, ..self }
    }

    pub(super) const fn author(self) -> Self {
        Self { author: true, ..self }
    }

    pub(super) const fn annotation(self) -> Self {
        Self { annotation: true, ..self }
    }
}
