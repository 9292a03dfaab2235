//! [`Endpoint`]: a request, as data. All rules are applied while it is built; nothing is looked up by name afterwards.

mod pagination;

use proc_macro2::{Ident, Span};
use syn::{Attribute, Generics, Path, Token, Type, TypePath, Visibility};

pub(crate) use self::pagination::{MissingOfList, PageRule, Pagination};

/// One declared request.
pub(crate) struct Endpoint {
    pub(crate) attrs: Vec<Attribute>,
    /// The struct's visibility, as a generated token, so that no lint attributes it to the user.
    pub(crate) vis: Visibility,
    /// The visibility of the struct's functions.
    pub(crate) functions_vis: Visibility,
    /// The user's `struct` keyword.
    pub(crate) struct_token: Token![struct],
    /// The end of the struct.
    pub(crate) end: Span,
    pub(crate) ident: Ident,
    /// The location in front of the name, for generated tokens.
    pub(crate) span: Span,
    pub(crate) generics: Generics,
    /// `true` if it is declared without braces.
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
    /// `true` if `send` may name the response: rustc reports wrong generic arguments at each occurrence of a type.
    pub(crate) names_response: bool,
    /// `true` if it has the name of a response, or of a part beside its body. The compiler decides if it is the user's own.
    pub(crate) may_be_beside_body: bool,
    /// The user's function that decodes it.
    pub(crate) decode: Option<TypePath>,
    /// The pagination of the list, if it is one.
    pub(crate) pagination: Option<Pagination>,
    /// The part that is missing if it looks like a list but is not declared as one. Calling `pages` or `items` then reports it.
    pub(crate) missing_of_list: Option<MissingOfList>,
    /// The response type in readable form.
    pub(crate) response_text: String,
    /// `true` if the body is omitted if no field of it is set.
    pub(crate) optional_body: bool,
    /// `true` if lists in the query and in forms are written with brackets.
    pub(crate) brackets: bool,
    /// `true` if the server decodes paths before it routes.
    pub(crate) routes_decoded: bool,
    pub(crate) without_auth: bool,
    pub(crate) retry_class: Option<RetryClass>,
    /// The assertions that only the compiler can check.
    pub(crate) guards: Vec<Guard>,
    /// `true` if anything is `#[deprecated]`: the expansion uses it without a warning.
    pub(crate) deprecated: bool,
    /// A name for a type parameter that has no other meaning in the struct.
    pub(crate) type_param: Ident,
    /// `true` if a derive above the attribute has seen the struct without path parameters. They do not become fields then, so
    /// that the derived code compiles.
    pub(crate) is_derived_above: bool,
    /// `true` if the arguments of `new` are known. Always `true` if there are no mistakes.
    pub(crate) new_is_known: bool,
}

/// The media type of the fields of a body.
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

    /// The name of the method: in the arguments, on the wire, and of the constant.
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

    /// Returns the method with this name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// The retry class, if the declaration sets one.
#[derive(Clone, Copy)]
pub(crate) enum RetryClass {
    Safe,
    Idempotent,
    Never,
}

/// One field.
pub(crate) struct Field {
    /// The attributes that are kept on the field.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The type in readable form.
    pub(crate) ty_text: String,
    pub(crate) location: Location,
    /// The name on the wire.
    pub(crate) wire: String,
    /// The form of a path parameter.
    pub(crate) segments: Segments,
    /// The form of a list, except in JSON.
    pub(crate) list: ListStyle,
    /// The type of its part, if it is declared.
    pub(crate) part: Option<PartType>,
    /// `true` if it is an idempotency key.
    pub(crate) idempotency_key: bool,
    /// `true` if its entries are sent instead of the field itself.
    pub(crate) flatten: bool,
    /// Its role in pagination, and its attribute.
    pub(crate) page: Option<(PageRule, Attribute)>,
    /// The location and the name of a path parameter that is also sent in the body.
    pub(crate) also: Option<(Media, String)>,
    /// The function that serializes it.
    pub(crate) serialize_with: Option<Path>,
    pub(crate) presence: Presence,
    /// The type of the value that is sent, without the `Option` or `Patch` around it.
    pub(crate) value: Type,
    /// The first token of that type, and the last if there is more than one.
    pub(crate) ends: (Span, Option<Span>),
    /// `true` if the type's name shows that every location can send it: rustc never reports it.
    pub(crate) basic: bool,
    /// The type of the runtime that has the name of its type.
    pub(crate) recognized: Option<Recognized>,
    pub(crate) takes: Takes,
    /// `true` if a mistake in it was reported.
    pub(crate) is_reported: bool,
    /// `true` if its name is free for a setter. Always `true` if there are no mistakes.
    pub(crate) settable: bool,
}

/// A field in one of its locations. Nearly all fields have one.
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
    /// Not sent: `PhantomData`.
    Nowhere,
}

/// The form of the value of a path parameter.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Segments {
    /// As one segment, or a part of it, without slashes.
    One,
    /// As one segment, with encoded slashes.
    Slashes,
    /// As several segments.
    Several,
}

/// The form of a list.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum ListStyle {
    /// Each item repeats the name.
    Repeat,
    /// As one value, joined by commas.
    Comma,
    /// Each item repeats the name, followed by brackets.
    Brackets,
}

/// The type of a part of a multipart body.
#[derive(Clone)]
pub(crate) enum PartType {
    Json,
    /// Text of this type.
    Text(String),
}

/// The form of a whole body.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Whole {
    Json,
    /// A `Bytes` or a `Body`, unchanged, unless the type is the user's own.
    Named,
}

/// The type that a successful response is decoded into.
pub(crate) enum Response {
    /// Invalid, and reported.
    Unknown,
    /// A type that is not a response, and reported. Also counts as unknown, but its import is used.
    Wrong(Box<Type>),
    /// Any JSON: no type was given.
    Value,
    /// A type, and its decoding.
    Type(ResponseKind, Box<Type>),
}

/// The decoding of a successful response.
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

/// The condition under which a field is sent.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// An `Option`, if it is `Some`.
    Optional,
    /// Always, with `null` for a `None`.
    Nullable,
    /// A `Patch`, unless it is `Keep`.
    Patch,
    /// A list, unless it is empty.
    Items,
}

/// The form in which setters and `new` take a value.
#[derive(Clone)]
pub(crate) enum Takes {
    /// Any value: the type is wrong, and reported.
    Anything,
    /// Unchanged.
    Exact,
    /// Through `Into`.
    Convert,
    /// Item by item.
    Each(Type),
    /// Item by item, through `Into`.
    EachConvert(Type),
}

/// A name of one of the runtime's types that have a location of their own. The compiler decides if it is the user's own.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Recognized {
    /// A `FilePart`, or a list of them.
    File,
    /// A `Bytes` or a `Body`, or a list of them.
    Bytes,
}

/// An assertion about a type.
pub(crate) enum Guard {
    /// The struct must not have derived this trait before the path parameters were added.
    NotDerived(Derived),
    /// The type must not be an alias of `Option` or `Patch`.
    NotAlias(Box<Type>),
    /// A response must not be a `Result`.
    NotResult(Box<Type>),
    /// A response must not be a page of lists.
    NotNested(Box<Type>),
    /// A flattened type must have entries.
    HasEntries(Box<Type>),
    /// A type with `#[query(comma)]` or `#[query(brackets)]` must not be a single value.
    IsList(Box<Type>),
    /// The type must not be the path of a file.
    NotFile(Box<Type>),
    /// The type of a whole body that is sent as JSON must not be text.
    NotText(Box<Type>),
}

/// A trait that may be derived.
#[derive(Clone, Copy)]
pub(crate) enum Derived {
    PartialEq,
    Hash,
}

impl Endpoint {
    /// Returns the fields that `new` takes, in the order of its arguments.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let rest = self.fields.iter().filter(|field| {
            !matches!(field.location, Location::Path | Location::Nowhere) && field.is_required()
        });
        path.chain(rest)
    }

    /// Returns the fields that have a setter.
    pub(crate) fn optional(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.is_required())
    }

    /// Returns the encoded fields, in this order: the path, then the fields as declared.
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
    /// Returns its name in the body, if it is sent there.
    pub(crate) fn body_name(&self) -> Option<&str> {
        match (self.location, &self.also) {
            (Location::Body(_), _) => Some(&self.wire),
            (_, Some((_, wire))) => Some(wire),
            _ => None,
        }
    }

    /// Returns `true` if every request has a value for it.
    pub(crate) const fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Nullable)
    }

    /// Returns the conditions under which the field exists.
    pub(crate) fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }
}
