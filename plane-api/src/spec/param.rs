//! [`Param`]: the description of a parameter.

use std::{fmt, iter::Map, slice};

/// The parameters of a request. Iterating yields one [`Param`] per parameter.
///
/// Each parameter is stored as one string, which is parsed when the parameter is read: rustc compiles a string faster
/// than calls that build a [`Param`]. The lines of the string are the location, the name in the request, the type, and
/// the documentation. The first line consists of:
///
/// - the location: `path`, `query`, `header` or `body`;
/// - any of these characters: `!` if every request contains the parameter, `*` if the parameter is flattened, `,` or
///   `[` for its list style, `/` if its value may contain slashes, `?` if the parameter is nullable, `#` if it is an
///   idempotency key, `~` if a function serializes it, `{` if it is serialized as JSON in a multipart part;
/// - if the parameter repeats the value of a path parameter, `=` and the name of the path parameter;
/// - `;` and the content type of the part, or `@` and the rule of `#[page]`.
///
/// Missing lines are empty, and an unknown location means the body.
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
pub struct Params(pub(super) &'static [&'static str]);

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
    /// Name of the parameter in the request. Empty if the value is the whole body.
    pub name: &'static str,
    /// The part of the request that contains the parameter.
    pub location: ParamLocation,
    /// `true` if every request contains the parameter.
    pub required: bool,
    /// `true` if the entries of the value are sent instead of the parameter, under their own names.
    pub flatten: bool,
    /// Style in which a list is written as the value of this parameter in a query, a form, multipart parts or a header.
    pub list_style: ListStyle,
    /// `true` if the value of a path parameter may contain slashes, which are sent as `%2F`: `#[path(slashes)]`.
    pub slashes: bool,
    /// `true` if the parameter is sent as `null` when it has no value: `#[nullable]`.
    pub nullable: bool,
    /// `true` if the client generates a key for each call when the field has no value: `#[idempotency_key]`.
    pub idempotency_key: bool,
    /// `true` if a function serializes the value, whose JSON may then have another form than that of the type:
    /// `#[serde(with = "…")]`.
    pub serialize_with: bool,
    /// Name of the path parameter whose value this parameter repeats: `#[path(body)]`.
    pub path: Option<&'static str>,
    /// The content type of the multipart part, if the field declares a content type: `#[part(json)]`.
    pub part: Option<&'static str>,
    /// `true` if the value is serialized as JSON in a multipart part: `#[part(json)]`. Otherwise, the part is the value as
    /// text, even if its content type is that of JSON.
    pub part_json: bool,
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
            part_json: marks.contains('{'),
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
    /// `#[page]`: a position. Each response contains the position of the next page.
    Response,
    /// `#[page(number)]`: the number of a page. The content of the variant is the number of the first page.
    Number(u64),
    /// `#[page(offset)]`: the number of entries before a page.
    Offset,
    /// `#[page(link)]`: a position. The `Link` header of each response contains the position of the next page.
    Link,
    /// `#[page(last)]`: the id of the last entry before a page.
    Last,
    /// `#[page(size)]`: the number of entries per page. The content of the variant is the server's maximum, if it is
    /// declared.
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

/// Style in which a list is written in a query, a form, the parts of a multipart body, or a header.
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
    /// The name is repeated for each item: `label=a&label=b`.
    Repeat,
    /// One value with the items joined by commas: `label=a,b`.
    Comma,
    /// The name, followed by brackets, is repeated for each item: `label[]=a&label[]=b`.
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
