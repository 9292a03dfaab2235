//! [`Spec`]: the description of a request, as data.

use std::{fmt, iter::Map, slice};

use http::Method;

/// The description of an [`Endpoint`](crate::Endpoint): what tools can know of it without a value.
#[derive(Debug)]
#[non_exhaustive]
pub struct Spec {
    /// Name of the request's struct, such as `UpdateCustomer`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path below the API root, parameters in braces: `/customers/{customer_id}/`.
    pub path: &'static str,
    /// The endpoint's own API root, such as `/api/v2`. `None` stands for the client's.
    pub root: Option<&'static str>,
    /// The constant part of the query, encoded, without `?`: `beta=true`. Empty if there is none.
    pub query: &'static str,
    /// The constant headers: their names, in lower case, and values. `Content-Type` is not among them: see
    /// [`Spec::content_type`].
    pub headers: &'static [(&'static str, &'static str)],
    /// Every parameter, in the order of the path and then of the fields.
    pub params: Params,
    /// `Content-Type` of the body, if the request has one.
    pub content_type: Option<&'static str>,
    /// Whether the body, and its `Content-Type`, are omitted if no field of it is set.
    pub optional_body: bool,
    /// Whether lists in the query and in forms are written `name[]` unless a parameter says otherwise: see
    /// [`Param::list_style`].
    pub brackets: bool,
    /// Whether the server decodes paths before it routes requests. Then no encoding makes a slash in a path parameter
    /// safe.
    pub routes_decoded: bool,
    /// Whether repeating the request is harmless.
    pub retry_class: RetryClass,
    /// Whether the client's credentials are sent.
    pub auth: bool,
    /// What a successful answer looks like.
    pub response_kind: ResponseKind,
    /// The type that the answer is decoded into, as it is written: `Page<Customer>`.
    pub response: &'static str,
    /// The documentation of the request, in Markdown.
    pub docs: &'static str,
}

impl Spec {
    /// Describes a request without parameters and body, authenticated, answered with JSON, repeatable as its method
    /// implies.
    #[must_use]
    pub const fn new(name: &'static str, method: Method, path: &'static str) -> Self {
        let retry_class = RetryClass::of(&method);
        Self {
            name,
            method,
            path,
            root: None,
            query: "",
            headers: &[],
            params: Params(&[]),
            content_type: None,
            optional_body: false,
            brackets: false,
            routes_decoded: false,
            retry_class,
            auth: true,
            response_kind: ResponseKind::Json,
            response: "",
            docs: "",
        }
    }

    /// Sets the type of the answer, as it is written, and the documentation.
    #[must_use]
    pub const fn described(mut self, response: &'static str, docs: &'static str) -> Self {
        self.response = response;
        self.docs = docs;
        self
    }

    /// Sets the parameters, each a text in the form that [`Params`] describes.
    #[must_use]
    pub const fn params(mut self, params: &'static [&'static str]) -> Self {
        self.params = Params(params);
        self
    }

    /// Sets the endpoint's own API root: a path that starts with `/` and does not end with it, or nothing for the
    /// root of the base URL.
    #[must_use]
    pub const fn root(mut self, root: &'static str) -> Self {
        self.root = Some(root);
        self
    }

    /// Sets the constant part of the query, encoded and without `?`.
    #[must_use]
    pub const fn query(mut self, query: &'static str) -> Self {
        self.query = query;
        self
    }

    /// Sets the constant headers: their names, in lower case, and values.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    /// Sets the content type of the body.
    #[must_use]
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = Some(content_type);
        self
    }

    /// Omits the body if no field of it is set.
    #[must_use]
    pub const fn optional_body(mut self) -> Self {
        self.optional_body = true;
        self
    }

    /// Writes lists in the query and in forms as `name[]`, at every depth.
    #[must_use]
    pub const fn brackets(mut self) -> Self {
        self.brackets = true;
        self
    }

    /// Says that the server decodes paths before it routes requests, so that errors do not suggest to encode slashes.
    #[must_use]
    pub const fn routes_decoded(mut self) -> Self {
        self.routes_decoded = true;
        self
    }

    /// How lists are written in the query and in forms, if a parameter does not say otherwise.
    pub(crate) const fn list_style(&self) -> ListStyle {
        if self.brackets { ListStyle::Brackets } else { ListStyle::Repeat }
    }

    /// Overrides what the method implies about repeating the request.
    #[must_use]
    pub const fn retry_class(mut self, retry_class: RetryClass) -> Self {
        self.retry_class = retry_class;
        self
    }

    /// Sends the request without the client's credentials.
    #[must_use]
    pub const fn without_auth(mut self) -> Self {
        self.auth = false;
        self
    }

    /// Sets what a successful answer looks like.
    #[must_use]
    pub const fn response_kind(mut self, response_kind: ResponseKind) -> Self {
        self.response_kind = response_kind;
        self
    }
}

/// The parameters of a request: something to iterate over, each of them a [`Param`].
///
/// Each is one text, taken apart when someone looks at it, which is less for rustc to check than calls that build it.
/// The lines of the text are the location, the name on the wire, the type, and the documentation. The location is `path`,
/// `query`, `header` or `body`, with these characters behind it as far as they apply: `!` if every request carries the
/// parameter, `*` if it is flattened, `,` or `[` for its list style, `/` if its value may contain slashes, `?` if it is
/// nullable, `#` if it is an idempotency key; then `;` and the content type of its part, or `@` and the rule of `#[page]`.
/// What is left out is empty, and a location that is none of these is the body.
///
/// ```
/// use plane_api::{Method, ParamLocation, Spec};
///
/// let spec = Spec::new("Rename", Method::PATCH, "/robots/{id}")
///     .params(&["path!\nid\nu32\nThe robot.", "body\nname\nOption<String>"])
///     .content_type("application/json");
/// let [id, name] = [0, 1].map(|index| spec.params.into_iter().nth(index).unwrap());
/// assert_eq!((id.location, id.name, id.required, id.docs), (ParamLocation::Path, "id", true, "The robot."));
/// assert_eq!((name.location, name.ty, name.required), (ParamLocation::Body, "Option<String>", false));
/// ```
#[derive(Clone, Copy)]
pub struct Params(&'static [&'static str]);

impl IntoIterator for Params {
    type Item = Param;
    type IntoIter = Map<slice::Iter<'static, &'static str>, fn(&&'static str) -> Param>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|text| Param::read(text))
    }
}

impl fmt::Debug for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(*self).finish()
    }
}

/// One parameter of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param {
    /// Name on the wire. Empty for a value that is the whole body.
    pub name: &'static str,
    /// Where it goes.
    pub location: ParamLocation,
    /// Whether every request carries it.
    pub required: bool,
    /// Whether its entries are sent in its place, under names of their own.
    pub flatten: bool,
    /// How it is written if its value is a list, in a query, a form, parts or a header.
    pub list_style: ListStyle,
    /// Whether the value of a path parameter may contain slashes, which are sent as `%2F`: `#[path(slashes)]`.
    pub slashes: bool,
    /// Whether it is sent as `null` if it has no value: `#[nullable]`.
    pub nullable: bool,
    /// Whether a key is generated for each call if it has no value: `#[idempotency_key]`.
    pub idempotency_key: bool,
    /// The content type of the part of a multipart body, if its field declares one: `#[part(json)]`.
    pub part: Option<&'static str>,
    /// What it is to pagination, if it is marked `#[page]`.
    pub page: Option<PageRule>,
    /// The type of its field, as it is written: `Option<String>`.
    pub ty: &'static str,
    /// The documentation of its field, in Markdown.
    pub docs: &'static str,
}

impl Param {
    fn read(text: &'static str) -> Self {
        let mut lines = text.splitn(4, '\n');
        let [place, name, ty, docs] = [(); 4].map(|()| lines.next().unwrap_or_default());
        let (place, part) = match place.split_once(';') {
            Some((place, part)) => (place, Some(part)),
            None => (place, None),
        };
        let (place, page) = match place.split_once('@') {
            Some((place, rule)) => (place, Some(PageRule::read(rule))),
            None => (place, None),
        };
        let marks = place.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let location = match &place[..place.len() - marks.len()] {
            "path" => ParamLocation::Path,
            "query" => ParamLocation::Query,
            "header" => ParamLocation::Header,
            _ => ParamLocation::Body,
        };
        let list_style = match (marks.contains(','), marks.contains('[')) {
            (true, _) => ListStyle::Comma,
            (_, true) => ListStyle::Brackets,
            _ => ListStyle::Repeat,
        };
        Self {
            name,
            location,
            required: marks.contains('!'),
            flatten: marks.contains('*'),
            list_style,
            slashes: marks.contains('/'),
            nullable: marks.contains('?'),
            idempotency_key: marks.contains('#'),
            part,
            page,
            ty,
            docs,
        }
    }
}

/// What a parameter is to pagination: the rule of its `#[page]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageRule {
    /// `#[page]`: the position of a page, which each response names for the next one.
    Response,
    /// `#[page(number)]`: the number of a page, and that of the first.
    Number(u64),
    /// `#[page(offset)]`: the number of entries in front of a page.
    Offset,
    /// `#[page(link)]`: the position that the `Link` header names.
    Link,
    /// `#[page(last)]`: the id of the last entry in front of a page.
    Last,
    /// `#[page(size)]`: the number of entries on a page, and the largest that the server allows if that is known.
    Size(Option<u64>),
}

impl PageRule {
    fn read(text: &str) -> Self {
        let (name, number) = text.split_once('=').unwrap_or((text, ""));
        let number = number.parse().ok();
        match name {
            "number" => Self::Number(number.unwrap_or(1)),
            "offset" => Self::Offset,
            "link" => Self::Link,
            "last" => Self::Last,
            "size" => Self::Size(number),
            _ => Self::Response,
        }
    }
}

/// How a list is written in a query, a form, the parts of a multipart body, or a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListStyle {
    /// Each item repeats the name: `label=a&label=b`.
    Repeat,
    /// The items are one value, joined by commas: `label=a,b`.
    Comma,
    /// Each item repeats the name with brackets behind it: `label[]=a&label[]=b`.
    Brackets,
}

/// Where a parameter of a request goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamLocation {
    /// A part of the path.
    Path,
    /// The query string.
    Query,
    /// A header.
    Header,
    /// A field of the body, or the whole body if the parameter has no name.
    Body,
}

/// Whether a request may be sent a second time when nobody knows what became of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryClass {
    /// It changes nothing: `GET`, `HEAD`, `OPTIONS`.
    Safe,
    /// Twice is the same as once: `PUT`, `DELETE`.
    Idempotent,
    /// Twice may do it twice: `POST`, `PATCH`.
    Never,
}

impl RetryClass {
    /// What RFC 9110 (section 9.2) and RFC 5789 say of the method.
    #[must_use]
    pub const fn of(method: &Method) -> Self {
        match *method {
            Method::GET | Method::HEAD | Method::OPTIONS => Self::Safe,
            Method::PUT | Method::DELETE => Self::Idempotent,
            _ => Self::Never,
        }
    }
}

/// What a successful answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseKind {
    /// JSON, or an empty body that is read as `null`.
    Json,
    /// One page of a cursor-paginated list.
    Page,
    /// The body as it came.
    Bytes,
    /// The body as a stream.
    Download,
    /// Nothing that is read.
    Empty,
    /// A redirect, whose target is the answer.
    Redirect,
    /// Server-sent events, as a stream.
    Events,
    /// JSON values, one per line, as a stream.
    Lines,
    /// Decoded by a function of the declaration: `decode = path::to::function`.
    Custom,
}

impl ResponseKind {
    /// Whether the body is handed on as it comes.
    pub(crate) const fn is_stream(self) -> bool {
        matches!(self, Self::Download | Self::Events | Self::Lines)
    }
}
