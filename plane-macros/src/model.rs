//! [`Endpoint`]: a request, as data. All rules are applied while it is built; nothing is looked up by name afterwards.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Generics, Path, Token, Type, Visibility};

/// One declared request.
pub(crate) struct Endpoint {
    pub(crate) attrs: Vec<Attribute>,
    /// The struct's visibility, as a generated token, so that no lint takes it for the user's.
    pub(crate) vis: Visibility,
    /// The user's `struct`.
    pub(crate) struct_token: Token![struct],
    /// The end of the struct.
    pub(crate) end: Span,
    pub(crate) ident: Ident,
    /// The span of the name, for generated tokens.
    pub(crate) span: Span,
    pub(crate) generics: Generics,
    /// Whether it is declared without braces.
    pub(crate) unit: bool,
    /// All fields, in the order of the struct.
    pub(crate) fields: Vec<Field>,
    /// The path parameters, in the order of the path, as indices of `fields`.
    pub(crate) path_order: Vec<usize>,
    pub(crate) krate: Path,
    pub(crate) method: Method,
    /// The path with its parameters in braces.
    pub(crate) path: String,
    /// The endpoint's own API root.
    pub(crate) root: Option<String>,
    /// The constant query, without `?`.
    pub(crate) query: String,
    /// The constant headers, their names in lower case, without `Content-Type`.
    pub(crate) headers: Vec<(String, String)>,
    /// The constant `Content-Type`.
    pub(crate) content_type: Option<String>,
    pub(crate) response: Response,
    /// Whether `send` may name the response as it is written. rustc reports a wrong number of generic arguments wherever it
    /// finds the type.
    pub(crate) names_response: bool,
    /// The user's function that decodes it.
    pub(crate) decode: Option<Path>,
    /// How the list is paginated, if it is one.
    pub(crate) pagination: Option<Pagination>,
    /// Whether it looks like a list but is not declared as one: `pages` and `items` then say what is missing.
    pub(crate) resembles_list: bool,
    /// The response type as people write it.
    pub(crate) response_text: String,
    /// Whether the body is omitted if no field of it is set.
    pub(crate) optional_body: bool,
    /// Whether lists in the query and in forms are written with brackets.
    pub(crate) brackets: bool,
    /// Whether the server decodes paths before it routes.
    pub(crate) routes_decoded: bool,
    pub(crate) without_auth: bool,
    pub(crate) retry_class: Option<RetryClass>,
    /// The assertions that only the compiler can check.
    pub(crate) guards: Vec<Guard>,
    /// Whether anything is `#[deprecated]`: the expansion uses it without a warning.
    pub(crate) deprecated: bool,
    /// A name for a type parameter that means nothing in the struct.
    pub(crate) type_param: Ident,
    /// Whether a derive above the attribute has seen the struct without the added path parameters. Beside the report of it, they
    /// are no fields, so that what it derives compiles.
    pub(crate) is_derived_above: bool,
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

    /// The name in the arguments, on the wire, and of the constant.
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

    /// The method of this name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// When a request is retried, if the declaration says so.
#[derive(Clone, Copy)]
pub(crate) enum RetryClass {
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
    pub(crate) ty_text: String,
    pub(crate) location: Location,
    /// The name on the wire.
    pub(crate) wire: String,
    /// How a path parameter is written.
    pub(crate) segments: Segments,
    /// How it is written if it is a list, except in JSON.
    pub(crate) list: ListStyle,
    /// The type of its part, if it is declared.
    pub(crate) part: Option<PartType>,
    /// Whether it is an idempotency key.
    pub(crate) idempotency_key: bool,
    /// Whether its entries are sent instead of the field itself.
    pub(crate) flatten: bool,
    /// Its role in pagination, and its attribute.
    pub(crate) page: Option<(PageRule, Attribute)>,
    /// How a path parameter is sent in the body as well, and under which name.
    pub(crate) also: Option<(Media, String)>,
    /// The function that serializes it.
    pub(crate) serialize_with: Option<Path>,
    pub(crate) presence: Presence,
    /// The type of the value that is sent, without the `Option` or `Patch` around it.
    pub(crate) value: Type,
    /// The first token of that type, and the last if there is more than one.
    pub(crate) ends: (Span, Option<Span>),
    /// Whether every location can send the type, as its name shows: rustc never reports it.
    pub(crate) basic: bool,
    /// The number of files, if it is sent as files.
    pub(crate) files: Option<Files>,
    pub(crate) takes: Takes,
    /// Whether its name is free for a setter. It always is if there are no mistakes.
    pub(crate) settable: bool,
}

/// A field in one of its locations, and nearly all fields have one.
pub(crate) struct Encoded<'a> {
    pub(crate) field: &'a Field,
    pub(crate) location: Location,
    pub(crate) wire: &'a str,
}

/// The location of a field.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Body(Media),
    WholeBody(Whole),
    /// Not at all: `PhantomData`.
    Nowhere,
}

/// How the value of a path parameter is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Segments {
    /// As one segment, or a part of it, without slashes.
    One,
    /// As one segment, slashes being encoded.
    Slashes,
    /// As several segments.
    Several,
}

/// How a list is written.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum ListStyle {
    /// Each item repeats the name.
    Repeat,
    /// As one value, joined by commas.
    Comma,
    /// Each item repeats the name, with brackets behind it.
    Brackets,
}

/// The type of a part of a multipart body.
#[derive(Clone)]
pub(crate) enum PartType {
    Json,
    /// Text of this type.
    Text(String),
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

/// How a list is paginated. The fields are given by their indices.
pub(crate) struct Pagination {
    /// The field with the position of the page.
    pub(crate) position: usize,
    /// The field with the page size.
    pub(crate) size: Option<usize>,
    /// The response.
    pub(crate) page: Box<Type>,
}

/// The role of a field in pagination, by its `#[page]`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum PageRule {
    /// Wrong, and reported.
    Wrong,
    /// The response names the next position.
    Response,
    /// A page number, and that of the first page.
    Number(u64),
    Offset,
    Link,
    /// The id of the last entry.
    Last,
    /// The page size, with the server's maximum.
    Size(Option<u64>),
}

/// The type that a successful response is decoded into.
pub(crate) enum Response {
    /// Wrong, and reported.
    Unknown,
    /// Any JSON: no type was given.
    Value,
    /// A type, and how it is decoded.
    Type(ResponseKind, Box<Type>),
}

/// How a successful response is decoded.
pub(crate) enum ResponseKind {
    /// The body is ignored: `()`.
    Empty,
    Json,
    /// The body, unchanged.
    Bytes,
    /// The body as a stream.
    Download,
    /// The target of a redirect.
    Redirect,
    /// The body as a stream of server-sent events, with the type of their data.
    Events(Box<Type>),
    /// The body as a stream of JSON values of this type, one per line.
    Lines(Box<Type>),
}

/// When a field is sent.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// An `Option`, if it is `Some`.
    Optional,
    /// Always, an `Option` that is `None` as `null`.
    Nullable,
    /// A `Patch`, unless it is `Keep`.
    Patch,
    /// A list, unless it is empty.
    Items,
}

/// How a value is taken, by setters and by `new`.
#[derive(Clone)]
pub(crate) enum Takes {
    /// Any value: the type is wrong, and reported.
    Anything,
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

/// A trait that may be derived.
#[derive(Clone, Copy)]
pub(crate) enum Derived {
    PartialEq,
    Hash,
}

impl Endpoint {
    /// The fields that `new` takes, in the order of its arguments.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let rest = self.fields.iter().filter(|field| {
            !matches!(field.location, Location::Path | Location::Nowhere) && field.is_required()
        });
        path.chain(rest)
    }

    /// The fields that have a setter.
    pub(crate) fn optional(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.is_required())
    }

    /// The encoded fields, in this order: the path, then the fields as declared.
    pub(crate) fn encoded(&self) -> impl Iterator<Item = Encoded<'_>> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let path = path.map(|field| Encoded { field, location: Location::Path, wire: &field.wire });
        path.chain(self.fields.iter().filter_map(|field| {
            let (location, wire) = match (field.location, &field.also) {
                (Location::Path, also) => {
                    also.as_ref().map(|(media, wire)| (Location::Body(*media), wire))?
                }
                (Location::Nowhere, _) => return None,
                (location, _) => (location, &field.wire),
            };
            Some(Encoded { field, location, wire })
        }))
    }
}

impl Field {
    /// Its name in the body, if it is sent there.
    pub(crate) fn body_name(&self) -> Option<&str> {
        match (self.location, &self.also) {
            (Location::Body(_), _) => Some(&self.wire),
            (_, Some((_, wire))) => Some(wire),
            _ => None,
        }
    }

    /// Whether every request has a value for it.
    pub(crate) const fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Nullable)
    }

    /// The conditions under which the field exists.
    pub(crate) fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }
}
