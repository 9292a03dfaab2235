//! [`Endpoint`]: what a request is. Data alone: every rule is decided while it is built, and nothing is looked up by name
//! afterwards.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Generics, Path, Token, Type, Visibility};

/// One declared request.
pub(crate) struct Endpoint {
    pub(crate) attrs: Vec<Attribute>,
    /// The struct's visibility, as the macro's own word, so that no lint takes it for the user's.
    pub(crate) vis: Visibility,
    /// The user's `struct`.
    pub(crate) word: Token![struct],
    /// Where the struct ends.
    pub(crate) end: Span,
    pub(crate) ident: Ident,
    /// The place of the name, for the macro's own words.
    pub(crate) place: Span,
    pub(crate) generics: Generics,
    /// Whether it is declared without braces.
    pub(crate) unit: bool,
    /// All fields, in the order of the struct.
    pub(crate) fields: Vec<Field>,
    /// The fields that stand in the path, in its order, as indices of `fields`.
    pub(crate) path_order: Vec<usize>,
    pub(crate) krate: Path,
    pub(crate) method: Method,
    /// The path with its parameters in braces.
    pub(crate) path: String,
    pub(crate) response: Response,
    /// The type of the answer as people write it.
    pub(crate) response_text: String,
    pub(crate) without_auth: bool,
    pub(crate) replay: Option<Replay>,
    /// What only the types can tell, and the expansion therefore asserts.
    pub(crate) guards: Vec<Guard>,
    /// Whether anything is marked `#[deprecated]`, which the expansion uses without being to blame.
    pub(crate) deprecated: bool,
    /// A name for a type parameter that means nothing in the struct.
    pub(crate) kind: Ident,
    /// Whether the arguments of `new` are known. They always are if there are no mistakes.
    pub(crate) new_is_known: bool,
}

/// How the fields of a body are written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Media {
    Json,
    Form,
    Multipart,
}

/// The HTTP methods that can be declared.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Method {
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options,
}

impl Method {
    pub(crate) const ALL: [Self; 7] =
        [Self::Get, Self::Head, Self::Post, Self::Put, Self::Patch, Self::Delete, Self::Options];

    /// The name in the head, on the wire, and of the constant.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
        }
    }

    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// When a request may be sent again, if the declaration says so.
#[derive(Clone, Copy)]
pub(crate) enum Replay {
    Safe,
    Idempotent,
    Never,
}

/// One field.
pub(crate) struct Field {
    /// The attributes that stay on the field.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The type as people write it.
    pub(crate) text: String,
    pub(crate) place: Place,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Whether it is a path parameter of several segments.
    pub(crate) several: bool,
    /// Whether its entries are sent in its place.
    pub(crate) flatten: bool,
    /// How a path parameter is sent in the body as well, and under which name.
    pub(crate) also: Option<(Media, String)>,
    /// The function that serializes it.
    pub(crate) with: Option<Path>,
    pub(crate) presence: Presence,
    /// The type of what is sent: without the `Option` or `Patch` around it.
    pub(crate) value: Type,
    /// The first token of that type, and the last if there is more than one.
    pub(crate) ends: (Span, Option<Span>),
    /// Whether that type can be sent in every place, so that rustc will never have to blame it.
    pub(crate) basic: bool,
    /// How many files it holds, if it is sent as files.
    pub(crate) files: Option<Files>,
    pub(crate) takes: Takes,
    /// Whether its name is free for a setter. It always is if there are no mistakes.
    pub(crate) settable: bool,
}

/// A field in one of the places where it goes: nearly always its only one.
pub(crate) struct Encoded<'a> {
    pub(crate) field: &'a Field,
    pub(crate) place: Place,
    pub(crate) wire: &'a str,
}

/// Where a field goes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Path,
    Query { comma: bool },
    Header,
    Body(Media),
    WholeBody(Whole),
}

/// How a whole body is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Whole {
    Json,
    /// `Bytes`, as they are.
    Bytes,
    /// `Body`, as it is.
    Stream,
}

/// How a successful answer is read.
pub(crate) enum Response {
    /// Wrong, and reported.
    Unknown,
    /// Any JSON: no type was given.
    Value,
    /// Not at all: `()`.
    Empty(Type),
    /// As JSON.
    Json(Type),
    /// As it came.
    Bytes(Type),
    /// As a stream.
    Download(Type),
    /// As the target of a redirect.
    Redirect(Type),
    /// As one page of a list.
    Page { ty: Box<Type>, item: Box<Type>, cursor: Option<Ident> },
}

/// When a field is sent.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// An `Option`, if it is `Some`.
    Optional,
    /// A `Patch`, unless it is `Keep`.
    Patch,
    /// A list, unless it is empty.
    Items,
}

/// How a value is taken, by setters and by `new`.
#[derive(Clone)]
pub(crate) enum Takes {
    /// As it is.
    Exact,
    /// Through `Into`.
    Convert,
    /// Item by item.
    Each(Type),
    /// Item by item, through `Into`.
    EachConvert(Type),
}

/// How many files of a multipart body a type holds.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Files {
    One,
    Several,
}

/// An assertion about a type.
pub(crate) enum Guard {
    /// The struct must not have got this trait before the path parameters were added.
    NotDerived(Derived),
    /// The type must not be an alias of `Option` or `Patch`.
    NotAlias(Box<Type>),
}

/// A trait that is derived before anybody sees how.
#[derive(Clone, Copy)]
pub(crate) enum Derived {
    PartialEq,
    Hash,
}

impl Endpoint {
    /// The fields that `new` takes, in the order of its arguments.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let rest = self
            .fields
            .iter()
            .filter(|field| field.place != Place::Path && field.presence == Presence::Required);
        path.chain(rest)
    }

    /// The fields that have a setter.
    pub(crate) fn optional(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.presence != Presence::Required)
    }

    /// What is encoded, in this order: the path, then the fields as declared.
    pub(crate) fn encoded(&self) -> impl Iterator<Item = Encoded<'_>> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let path = path.map(|field| Encoded { field, place: Place::Path, wire: &field.wire });
        path.chain(self.fields.iter().filter_map(|field| {
            let (place, wire) = match (field.place, &field.also) {
                (Place::Path, also) => {
                    also.as_ref().map(|(media, wire)| (Place::Body(*media), wire))?
                }
                (place, _) => (place, &field.wire),
            };
            Some(Encoded { field, place, wire })
        }))
    }
}

impl Field {
    /// The name under which it stands in the body, if it does.
    pub(crate) fn body_name(&self) -> Option<&str> {
        match (self.place, &self.also) {
            (Place::Body(_), _) => Some(&self.wire),
            (_, Some((_, wire))) => Some(wire),
            _ => None,
        }
    }

    /// Whether the field is there under some condition only.
    pub(crate) fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }
}
