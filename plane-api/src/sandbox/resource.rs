//! The vocabulary of the resource table: what can be said about a resource without writing code.

use http::Method;
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
    /// The `noun` of the resource that the parent belongs to, which has to exist. Without one, any UUID passes.
    pub(super) parent: Option<&'static str>,
}

/// What a method does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Action {
    List,
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
}

/// The words in which Plane says that a key is taken.
#[derive(Debug, Clone, Copy)]
pub(super) enum Conflict {
    /// `{"error": "… with the same <phrase> already exists", "id": …}`.
    Named(&'static str),
    /// `{"<field>": "<text>"}`.
    Field(&'static str, &'static str),
}

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
    /// Its value instead, made of the highest one that an object below the same parents ever had.
    pub(super) next: Option<fn(Option<f64>) -> Value>,
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
    /// One of these words.
    Choice(&'static [&'static str]),
    Boolean,
    Integer,
    Number,
    Date,
    DateTime,
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
    /// An object to which nothing has happened yet.
    pub(super) fn blank(&self) -> Map<String, Value> {
        let common = COMMON.iter().map(|name| (String::from(*name), Value::Null));
        let own = self.fields.iter().map(|field| (String::from(field.name), (field.initial)()));
        common.chain(own).collect()
    }
}

impl Action {
    pub(super) fn method(self) -> Method {
        match self {
            Self::List | Self::ListOrGetBy(_) | Self::Get => Method::GET,
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
        Self { name, kind, required: false, nullable: true, max: None, initial, next: None }
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

    pub(super) const fn counted(self, next: fn(Option<f64>) -> Value) -> Self {
        Self { next: Some(next), ..self.never_null() }
    }
}
