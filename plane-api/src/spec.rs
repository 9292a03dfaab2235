//! [`Spec`]: the description of a request, as data.

mod param;

use std::borrow::Cow;

use http::Method;

pub use self::param::{ListStyle, PageRule, Param, ParamLocation, Params};

/// The description of an [`Endpoint`](crate::Endpoint): the parts that do not depend on values. Tools that list,
/// document or route requests use it.
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
/// Before 1.0, a minor version may change this struct; afterwards, fields may only be added.
#[derive(Debug)]
#[non_exhaustive]
pub struct Spec {
    /// Name of the request's struct, such as `UpdateCustomer`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path relative to the API root, with parameters in braces: `/customers/{customer_id}/`.
    pub path: &'static str,
    /// The endpoint's own API root, such as `/api/v2`. `None` means the client's API root.
    pub root: Option<&'static str>,
    /// The constant part of the query, encoded, without `?`: `beta=true`. Empty if there is none.
    pub query: &'static str,
    /// The constant headers: names in lower case, and values. `Content-Type` is not included; see
    /// [`Spec::content_type`].
    pub headers: &'static [(&'static str, &'static str)],
    /// The parameters: first the path parameters in the order of the path, then the others in the order of the fields.
    pub params: Params,
    /// The `Content-Type` of the body, if the request has a body.
    pub content_type: Option<&'static str>,
    /// `true` if the body and its `Content-Type` are omitted when no field of the body is set.
    pub optional_body: bool,
    /// `true` if `[]` is appended to the names of lists in the query and in forms, unless a parameter has another
    /// [`Param::list_style`].
    pub brackets: bool,
    /// `true` if the server decodes paths before it routes requests. No encoding then makes a slash in a path parameter
    /// safe.
    pub routes_decoded: bool,
    /// The class that determines after which failures the request is retried: see [`RetryPolicy`](crate::RetryPolicy).
    pub retry_class: RetryClass,
    /// `true` if the request is sent with the client's credentials.
    pub auth: bool,
    /// The shape of a successful response.
    pub response_kind: ResponseKind,
    /// The response type as written in the declaration: `Page<Customer>`.
    pub response: &'static str,
    /// The documentation of the request, in Markdown.
    pub docs: &'static str,
}

impl Spec {
    /// Describes a request that has no parameters and no body, is sent with credentials, expects JSON, and is retried
    /// as its method permits ([`RetryClass::of`]).
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

    /// Sets the constant headers: names in lower case, and values.
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

    /// Omits the body if none of its fields is set.
    #[must_use]
    pub const fn optional_body(mut self) -> Self {
        self.optional_body = true;
        self
    }

    /// Appends `[]` to the names of lists in the query and in forms, at every depth.
    #[must_use]
    pub const fn brackets(mut self) -> Self {
        self.brackets = true;
        self
    }

    /// Declares that the server decodes paths before it routes requests. Error messages then do not suggest to encode
    /// slashes.
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

/// Determines whether a request may be retried if it is unknown whether the server acted on an attempt.
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
    /// Sending the request twice has the same effect as sending it once: `PUT`, `DELETE`.
    Idempotent,
    /// If the request is sent twice, the server may act twice: `POST`, `PATCH`.
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
    /// Returns `true` if the body is passed on as it arrives.
    pub(crate) const fn is_stream(self) -> bool {
        matches!(self, Self::Download | Self::Events | Self::Lines)
    }
}
