//! The vocabulary of the resource table: what can be said about a resource without writing code.

use http::{Method, StatusCode};
use serde_json::{Map, Value};

/// One kind of object that the sandbox keeps: where it lives, which methods it has, its fields.
#[derive(Debug)]
pub(super) struct Resource {
    /// As it stands in messages: `Customer with the same …`.
    pub(super) noun: &'static str,
    /// Path of the collection. `{workspace}` is the slug; every other parameter is the UUID of a
    /// parent, is stored in each object as the field of that name, and hides it from other parents.
    /// One object lives below, at `<id>/`.
    pub(super) path: &'static str,
    /// What the collection can do, in the order of the `Allow` header.
    pub(super) collection: &'static [Action],
    /// What one object can do, in the order of the `Allow` header.
    pub(super) object: &'static [Action],
    /// Every field besides the [`COMMON`] ones, unless a common one can be written.
    pub(super) fields: &'static [Field],
    /// What identifies an object besides its id, the strongest first.
    pub(super) keys: &'static [Key],
    /// The `noun` of the resource that the first parent belongs to, which has to exist. Of others, any UUID passes.
    pub(super) parent: Option<&'static str>,
    /// What creating is answered with.
    pub(super) created: StatusCode,
    /// The fields that updating answers; all without it.
    pub(super) updated: Option<&'static [&'static str]>,
    /// The field that lists are in the order of; without it the newest comes first.
    pub(super) order: Option<&'static str>,
    /// The words for an object that is not there, if they are special.
    pub(super) missing: Option<&'static str>,
    /// What Plane asks of several fields together: see [`Rule`].
    pub(super) rules: &'static [Rule],
    /// The `Allow` headers of the collection and of an object, if Plane has more methods than the sandbox.
    pub(super) allow: Option<(&'static str, &'static str)>,
    /// What lists can be in the order of besides a field.
    pub(super) related: &'static [Related],
}

/// An order that another object decides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Related {
    /// As in `order_by`.
    pub(super) order_by: &'static str,
    /// The field that holds the other object's id, or a list whose first counts.
    pub(super) field: &'static str,
    /// The `noun` of the other object's resource.
    pub(super) noun: &'static str,
    /// Its field that counts.
    pub(super) by: &'static str,
}

/// What Plane asks of several fields together. A violation is answered with 400.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    /// If both are sent, the first is not after the second.
    InOrder(&'static str, &'static str, &'static str),
    /// Creating sets both or neither.
    BothOrNone(&'static str, &'static str, &'static str),
    /// No update once this time is over.
    NotOver(&'static str, &'static str),
    /// This field never has this value.
    Never(&'static str, &'static str, &'static str),
    /// Creating with this field set is answered with the words although the object was created.
    Late(&'static str, &'static str),
}

/// What a method does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Action {
    List,
    /// Answers what this makes of the id of the key's user.
    Show(fn(&str) -> Value),
    /// Lists, or gets the one object whose fields equal the query parameters of the same names, if all are there.
    ListOrGetBy(&'static [&'static str]),
    Create,
    /// Deletes the one object whose fields equal the query parameters of the same names.
    DeleteBy(&'static [&'static str]),
    Get,
    Update,
    Delete,
}

/// Fields that together belong to one object only.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) fields: &'static [&'static str],
    /// What a conflict is answered with.
    pub(super) conflict: Conflict,
    /// Whether creating with the key of an object overwrites that object.
    pub(super) overwrites: bool,
    /// Whether taking the key of another object is otherwise a conflict.
    pub(super) exclusive: bool,
    /// The 400 that an update is answered with instead of the conflict.
    pub(super) on_update: Option<&'static str>,
}

/// The words in which Plane says that a key is taken.
#[derive(Debug, Clone, Copy)]
pub(super) enum Conflict {
    /// `{"error": "… with the same <phrase>", "id": …}`.
    Named(&'static str),
    /// A 400 with a code, the text twice and the id.
    Coded(&'static str, &'static str),
    /// `{"<field>": "<text>"}`.
    Field(&'static str, &'static str),
}

/// The lowest and the highest of some numbers.
pub(super) type Range = (f64, f64);

/// One field of a resource.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Whether creating needs it. A required string may not be blank either.
    pub(super) required: bool,
    pub(super) nullable: bool,
    /// Length in characters.
    pub(super) max: Option<usize>,
    /// Its value as long as nobody sent one.
    pub(super) initial: fn() -> Value,
    /// Its value instead, made of the lowest and the highest one that objects below the same parents ever had.
    pub(super) next: Option<fn(Option<Range>) -> Value>,
    /// Whether creating ignores what was sent, and gives it the next value.
    pub(super) assigned: bool,
    /// Whether it begins with the key's user, and becomes the key's user when it is cleared.
    pub(super) author: bool,
    /// Whether `fields=` leaves it in.
    pub(super) always_shown: bool,
    /// Whether only reading shows it, and neither creating nor updating.
    pub(super) annotation: bool,
}

/// What a field takes, and how it is kept.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Read-only: what is sent is ignored.
    Served,
    Text,
    /// Text that is kept in upper case.
    UpperText,
    Email,
    Url,
    /// A URL in the words of Plane itself.
    Link,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, in the order of which lists are.
    Ranked(&'static [&'static str]),
    /// The name of a time zone.
    TimeZone,
    /// An integer within these bounds.
    Within(i64, i64),
    Boolean,
    Integer,
    Number,
    Date,
    DateTime,
    /// The day of a date or a time, kept as a time of that day.
    Day(&'static str),
    Uuid,
    Uuids,
    /// Any JSON, answered as it came.
    Json,
    /// Any JSON, answered as a string that holds its text.
    JsonText,
}

/// The fields that every object has; the engine fills them in.
pub(super) const COMMON: &[&str] =
    &["id", "created_at", "updated_at", "deleted_at", "created_by", "updated_by", "workspace"];

impl Resource {
    /// What most resources have in common.
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

    /// The fields that hold the ids of an object's parents.
    pub(super) fn parents(&self) -> impl Iterator<Item = &'static str> {
        let segments = self.path.split('/');
        let names = segments.filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        names.filter(|name| *name != "workspace")
    }

    /// An object to which nothing has happened yet.
    pub(super) fn blank(&self) -> Map<String, Value> {
        let common = COMMON.iter().map(|name| (String::from(*name), Value::Null));
        let own = self.fields.iter().map(|field| (String::from(field.name), (field.initial)()));
        common.chain(own).collect()
    }

    /// What creating answers of an object, or updating: these fields, or all that are no annotations.
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
    /// A field that may be left out, and may be null.
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
