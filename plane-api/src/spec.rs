//! [`Spec`]: the description of a request, as data.

use std::{borrow::Cow, fmt, iter::Map, slice};

use http::Method;

/// The description of an [`Endpoint`](crate::Endpoint): everything that is known without a value. Use it for tools that
/// list, document or route requests.
///
/// ```
/// use plane_api::{Endpoint, Spec, endpoint};
///
/// /// Renames a task.
/// #[endpoint(PATCH, "/tasks/<task>" -> ())]
/// struct RenameTask {
///     /// The new title.
///     title: String,
///     #[query]
///     notify: Option<bool>,
/// }
///
/// fn describe(spec: &Spec) -> String {
///     let mut text = format!("{} {}: {}", spec.method, spec.path, spec.docs);
///     for param in spec.params {
///         let presence = if param.required { "required" } else { "optional" };
///         text += &format!("\n{} ({:?}, {presence}): {}", param.name, param.location, param.ty);
///     }
///     text
/// }
///
/// assert_eq!(
///     describe(RenameTask::SPEC),
///     "PATCH /tasks/{task}: Renames a task.\n\
///      task (Path, required): String\n\
///      title (Body, required): String\n\
///      notify (Query, optional): Option<bool>",
/// );
/// ```
///
/// # Stability
///
/// Before 1.0, a minor version may change it; afterwards, fields may only be added.
#[derive(Debug)]
#[non_exhaustive]
pub struct Spec {
    /// Name of the request's struct, such as `UpdateCustomer`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path below the API root, with parameters in braces: `/customers/{customer_id}/`.
    pub path: &'static str,
    /// The endpoint's own API root, such as `/api/v2`. `None` means the client's API root.
    pub root: Option<&'static str>,
    /// The constant part of the query, encoded, without `?`: `beta=true`. Empty if there is none.
    pub query: &'static str,
    /// The constant headers: names in lower case, and values. `Content-Type` is not included; see
    /// [`Spec::content_type`].
    pub headers: &'static [(&'static str, &'static str)],
    /// The parameters: those of the path in its order, then the others in the order of the fields.
    pub params: Params,
    /// The `Content-Type` of the body, if the request has a body.
    pub content_type: Option<&'static str>,
    /// Whether the body and its `Content-Type` are omitted if no field of the body is set.
    pub optional_body: bool,
    /// Whether lists in the query and in forms are written as `name[]` unless a parameter says otherwise. See
    /// [`Param::list_style`].
    pub brackets: bool,
    /// Whether the server decodes paths before it routes requests. If so, no encoding makes a slash in a path parameter
    /// safe.
    pub routes_decoded: bool,
    /// Whether repeating the request is safe.
    pub retry_class: RetryClass,
    /// Whether the client's credentials are sent.
    pub auth: bool,
    /// The shape of a successful response.
    pub response_kind: ResponseKind,
    /// The response type as written in the declaration: `Page<Customer>`.
    pub response: &'static str,
    /// The documentation of the request, in Markdown.
    pub docs: &'static str,
}

impl Spec {
    /// Describes a request without parameters and body that sends credentials, expects JSON, and is retried as its
    /// method permits.
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

    /// Sets the response type, as written in the declaration, and the documentation.
    #[must_use]
    pub const fn described(mut self, response: &'static str, docs: &'static str) -> Self {
        self.response = response;
        self.docs = docs;
        self
    }

    /// Sets the parameters, each in the text format of [`Params`].
    #[must_use]
    pub const fn params(mut self, params: &'static [&'static str]) -> Self {
        self.params = Params(params);
        self
    }

    /// Sets the endpoint's own API root: a path that starts with `/` and does not end with it, or an empty string for
    /// the root of the base URL.
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

    /// States that the server decodes paths before it routes requests. Errors then do not suggest encoding slashes.
    #[must_use]
    pub const fn routes_decoded(mut self) -> Self {
        self.routes_decoded = true;
        self
    }

    /// The path template with the endpoint's own API root, if it has one: what errors and spans show.
    pub(crate) fn template(&self) -> Cow<'static, str> {
        match self.root {
            None | Some("") => Cow::Borrowed(self.path),
            Some(root) => Cow::Owned(format!("{root}{}", self.path)),
        }
    }

    /// The list style in the query and in forms, unless a parameter overrides it.
    pub(crate) const fn list_style(&self) -> ListStyle {
        if self.brackets { ListStyle::Brackets } else { ListStyle::Repeat }
    }

    /// Overrides the retry class that the method implies.
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

    /// Sets the shape of a successful response.
    #[must_use]
    pub const fn response_kind(mut self, response_kind: ResponseKind) -> Self {
        self.response_kind = response_kind;
        self
    }
}

/// The parameters of a request. Iterating over them yields a [`Param`] each.
///
/// Each parameter is one string that is parsed on access, because that is less for rustc to check than calls that build
/// it. Its lines are the location, the name on the wire, the type, and the documentation. The location is `path`,
/// `query`, `header` or `body`, followed by any of these characters: `!` if every request contains the parameter, `*`
/// if it is flattened, `,` or `[` for its list style, `/` if its value may contain slashes, `?` if it is nullable, `#`
/// if it is an idempotency key, `~` if a function serializes it; then `=` and the path parameter whose value it repeats;
/// then `;` and the content type of its part, or `@` and the rule of `#[page]`. Missing lines are empty, and an unknown
/// location means the body.
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
///
/// ```
/// use plane_api::{Endpoint, ParamLocation, endpoint};
///
/// #[endpoint(POST, "/projects/<project>/tasks" -> ())]
/// struct CreateTask {
///     /// The title.
///     title: String,
///     owner: Option<String>,
/// }
///
/// let params: Vec<_> = CreateTask::SPEC.params.into_iter().collect();
/// assert_eq!((params[0].name, params[0].location), ("project", ParamLocation::Path));
/// assert_eq!((params[1].name, params[1].ty, params[1].docs), ("title", "String", "The title."));
/// assert!(params[1].required && !params[2].required);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param {
    /// Name on the wire. Empty if the value is the whole body.
    pub name: &'static str,
    /// The part of the request that contains the parameter.
    pub location: ParamLocation,
    /// Whether every request contains the parameter.
    pub required: bool,
    /// Whether the entries of the value are sent instead of the parameter, under their own names.
    pub flatten: bool,
    /// The notation of the value if it is a list, in a query, a form, parts or a header.
    pub list_style: ListStyle,
    /// Whether the value of a path parameter may contain slashes, which are sent as `%2F`: `#[path(slashes)]`.
    pub slashes: bool,
    /// Whether the parameter is sent as `null` if it has no value: `#[nullable]`.
    pub nullable: bool,
    /// Whether a key is generated for each call if the field has no value: `#[idempotency_key]`.
    pub idempotency_key: bool,
    /// Whether a function serializes the value, so that its JSON may be of another type: `#[serde(with = "…")]`.
    pub serialize_with: bool,
    /// The path parameter whose value is sent here as well: `#[path(body)]`.
    pub path: Option<&'static str>,
    /// The content type of the part of a multipart body, if the field declares one: `#[part(json)]`.
    pub part: Option<&'static str>,
    /// The role in pagination, if the field has the attribute `#[page]`.
    pub page: Option<PageRule>,
    /// The type of the field as written in the declaration: `Option<String>`.
    pub ty: &'static str,
    /// The documentation of the field, in Markdown.
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
        let (place, path) = match place.split_once('=') {
            Some((place, path)) => (place, Some(path)),
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
            serialize_with: marks.contains('~'),
            path,
            part,
            page,
            ty,
            docs,
        }
    }
}

/// The role of a parameter in pagination, as declared by `#[page]`.
///
/// ```
/// use plane_api::{Endpoint, PageRule, endpoint};
///
/// #[endpoint(GET, "/tasks" -> Vec<String>)]
/// struct ListTasks {
///     #[page(number)]
///     page: Option<u32>,
///     #[page(size = 100)]
///     per_page: Option<u32>,
/// }
///
/// let rules: Vec<_> = ListTasks::SPEC.params.into_iter().map(|param| param.page).collect();
/// assert_eq!(rules, [Some(PageRule::Number(1)), Some(PageRule::Size(Some(100)))]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageRule {
    /// `#[page]`: a position. Each response names the one of the next page.
    Response,
    /// `#[page(number)]`: the number of a page, with the number of the first page.
    Number(u64),
    /// `#[page(offset)]`: the number of entries before a page.
    Offset,
    /// `#[page(link)]`: a position that the `Link` header names.
    Link,
    /// `#[page(last)]`: the id of the last entry before a page.
    Last,
    /// `#[page(size)]`: the number of entries per page, with the server's maximum if it is known.
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

/// The notation of a list in a query, a form, the parts of a multipart body, or a header.
///
/// ```
/// use plane_api::{Endpoint, ListStyle, endpoint};
///
/// #[endpoint(GET, "/tasks" -> ())]
/// struct ListTasks {
///     label: Vec<String>,
///     #[query(comma)]
///     fields: Vec<String>,
///     #[query(brackets)]
///     owner: Vec<u64>,
/// }
///
/// let styles: Vec<_> = ListTasks::SPEC.params.into_iter().map(|param| param.list_style).collect();
/// assert_eq!(styles, [ListStyle::Repeat, ListStyle::Comma, ListStyle::Brackets]);
///
/// let request = ListTasks::new().label(["a", "b"]).fields(["id", "title"]).owner([1, 2]).request()?;
/// assert_eq!(request.uri().query(), Some("label=a&label=b&fields=id,title&owner%5B%5D=1&owner%5B%5D=2"));
/// # Ok::<(), plane_api::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListStyle {
    /// Each item repeats the name: `label=a&label=b`.
    Repeat,
    /// One value with the items joined by commas: `label=a,b`.
    Comma,
    /// Each item repeats the name, followed by brackets: `label[]=a&label[]=b`.
    Brackets,
}

/// The part of a request that contains a parameter.
///
/// ```
/// use plane_api::{Endpoint, ParamLocation, endpoint};
///
/// #[endpoint(PATCH, "/tasks/<task>" -> ())]
/// struct RenameTask {
///     title: String,
///     #[query]
///     notify: Option<bool>,
///     #[header("If-Match")]
///     version: Option<String>,
/// }
///
/// let locations: Vec<_> = RenameTask::SPEC.params.into_iter().map(|param| param.location).collect();
/// let [path, body, query, header] = locations[..] else { panic!("{locations:?}") };
/// assert_eq!((path, body), (ParamLocation::Path, ParamLocation::Body));
/// assert_eq!((query, header), (ParamLocation::Query, ParamLocation::Header));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamLocation {
    /// The path.
    Path,
    /// The query string.
    Query,
    /// A header.
    Header,
    /// A field of the body, or the whole body if the parameter has no name.
    Body,
}

/// Whether a request may be retried if the outcome of an attempt is unknown.
///
/// ```
/// use plane_api::{Endpoint, Method, RetryClass, endpoint};
///
/// /// A search changes nothing, even though it is a `POST`.
/// #[endpoint(POST, "/search" -> (), retry = safe)]
/// struct Search {
///     text: String,
/// }
///
/// assert_eq!(RetryClass::of(&Method::POST), RetryClass::Never);
/// assert_eq!(Search::SPEC.retry_class, RetryClass::Safe);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryClass {
    /// The request changes nothing: `GET`, `HEAD`, `OPTIONS`.
    Safe,
    /// Sending the request twice has the same effect as once: `PUT`, `DELETE`.
    Idempotent,
    /// Sending the request twice may have its effect twice: `POST`, `PATCH`.
    Never,
}

impl RetryClass {
    /// Returns the class that RFC 9110 (section 9.2) and RFC 5789 define for the method.
    #[must_use]
    pub const fn of(method: &Method) -> Self {
        match *method {
            Method::GET | Method::HEAD | Method::OPTIONS => Self::Safe,
            Method::PUT | Method::DELETE => Self::Idempotent,
            _ => Self::Never,
        }
    }
}

/// The shape of a successful response.
///
/// ```
/// use plane_api::{Download, Endpoint, ResponseKind, endpoint};
///
/// #[endpoint(GET, "/tasks/<task>/report" -> Download)]
/// struct GetReport {}
///
/// #[endpoint(DELETE, "/tasks/<task>" -> ())]
/// struct DeleteTask {}
///
/// assert_eq!(GetReport::SPEC.response_kind, ResponseKind::Download);
/// assert_eq!(DeleteTask::SPEC.response_kind, ResponseKind::Empty);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseKind {
    /// JSON. An empty body counts as `null`.
    Json,
    /// One page of a paginated list.
    Page,
    /// The body, unchanged.
    Bytes,
    /// The body as a stream.
    Download,
    /// Nothing. The body is ignored.
    Empty,
    /// A redirect. Its target is the response.
    Redirect,
    /// Server-sent events, as a stream.
    Events,
    /// JSON values as a stream, one per line.
    Lines,
    /// A shape that a function of the declaration decodes: `decode = path::to::function`.
    Custom,
}

impl ResponseKind {
    /// Whether the body is passed on as it arrives.
    pub(crate) const fn is_stream(self) -> bool {
        matches!(self, Self::Download | Self::Events | Self::Lines)
    }
}
