//! `#[page]` -> [`Pagination`]. Reports contradictions.

use syn::{Attribute, Type, ext::IdentExt, parse_quote};

use crate::{
    decide::draft::Draft,
    error::Errors,
    model::{
        Field, Location, Media, MissingOfList, PageRule, Pagination, Presence, Response,
        ResponseKind,
    },
    read::{
        arguments::Arguments,
        field_attributes::{Attributes, by_word},
        types::{is_named, is_scalar, last, only_argument, source},
    },
};

/// A field with a role in pagination, by its index.
struct Marked<'a> {
    field: &'a Field,
    index: usize,
    attr: &'a Attribute,
}

/// Finds the fields with `#[page]`, and records the rule of each.
pub(crate) fn decide(
    fields: &mut [Field],
    response: &mut Response,
    (fields_are_right, response_is_right, is_asked): (bool, bool, bool),
    errors: &mut Errors,
) -> Option<Pagination> {
    let is_of_position = |(_, rule): &(usize, PageRule)| !matches!(rule, PageRule::Size(_));
    let mut marks: Vec<(usize, PageRule)> = marks_of(fields);
    if marks.is_empty() {
        return by_name(fields, response).or_else(|| asked(response).filter(|_| is_asked));
    }
    if !marks.iter().any(is_of_position) && by_name(fields, response).is_some() {
        marks = marks_of(fields);
    }
    // Consequences of a guess, or of another mistake in the field, are not reported.
    let is_guess = |field: &Field| {
        field.page.as_ref().is_some_and(|(rule, attr)| {
            field.is_reported || *rule == PageRule::Wrong || !attr.path().is_ident("page")
        })
    };
    // A misspelt attribute makes the request a list only if its response certainly is a page.
    let is_misspelt =
        |field: &Field| field.page.as_ref().is_some_and(|(_, attr)| !attr.path().is_ident("page"));
    if fields.iter().any(is_misspelt) && !is_surely_page(response) {
        return None;
    }
    let mut ignored = Errors::default();
    let errors = if is_asked || fields.iter().any(is_guess) { &mut ignored } else { errors };
    let before = errors.count();
    let marked = |is_size: bool| {
        marks
            .iter()
            .filter(move |(_, rule)| matches!(rule, PageRule::Size(_)) == is_size)
            .filter_map(|&(index, _)| {
                let field = fields.get(index)?;
                Some(Marked { field, index, attr: &field.page.as_ref()?.1 })
            })
    };
    once(marked(false), "the position of a page", errors);
    if let Some(position) = marked(false).next() {
        implied(fields, &position, response, errors);
    }
    once(marked(true), "the page size", errors);
    let Some(position) = marked(false).next() else {
        if let Some(size) = marked(true).next() {
            let message = "no field has the position of a page; mark one `#[page]`, or with a rule such as `#[page(number)]`";
            errors.at(size.attr, message);
            // The page size also counts as the position, so that `items` exists, unless the response is no page.
            let may_be_page =
                matches!(response, Response::Type(ResponseKind::Json, ty) if !is_no_page(ty));
            let page = Box::new(parse_quote!(()));
            return may_be_page.then_some(pagination(size.index, page));
        }
        return None;
    };
    if fields_are_right {
        marked(false).for_each(|marked| place(&marked, errors));
        marked(true).for_each(|marked| place(&marked, errors));
        let is_optional =
            matches!(position.field.presence, Presence::Optional | Presence::Nullable);
        if !is_optional && errors.count() == before {
            let value = &position.field.value;
            let is_list = position.field.presence == Presence::Items;
            let write = source(only_argument(value).filter(|_| is_list).unwrap_or(value));
            let message = format!("the first page has no position; write `Option<{write}>`");
            errors.at(&position.field.ty, message);
        }
        if errors.count() == before {
            check_type(position.field, errors);
        }
    }
    // Another rule does not help a field that cannot be the position.
    let is_position = errors.count() == before;
    let mut ignored = Errors::default();
    let errors = if response_is_right { errors } else { &mut ignored };
    let ty = list(response, &position, is_position, errors);
    let size = marked(true).next().map(|size| size.index);
    let is_envelope = last(&ty).is_some_and(|last| last.ident != "Vec");
    let pagination = pagination(position.index, Box::new(ty));
    Some(Pagination { size, is_envelope, ..pagination })
}

/// Returns the pagination of a response whose name says that it is a page, without a size.
const fn pagination(position: usize, page: Box<Type>) -> Pagination {
    Pagination { position, size: None, page, is_envelope: false }
}

/// Reports an unknown option for pagination, with the field to mark.
pub(crate) fn report_option(arguments: &Arguments, drafts: &[Draft], errors: &mut Errors) {
    let Some((option, message, advice)) = &arguments.options.paginated else { return };
    let is_position = |draft: &&Draft| {
        let rule = draft.attributes.page.as_ref().map(|(rule, _)| rule);
        rule.is_some_and(|rule| !matches!(rule, PageRule::Size(_)))
    };
    let rule = |draft: &Draft| {
        Some(format!("mark the field `{}` {}", draft.name, by_word(&draft.name, arguments)?))
    };
    let help = match drafts.iter().find(is_position) {
        Some(draft) => Some(format!("remove it; the field `{}` is already marked", draft.name)),
        // The option may have named the rule.
        None if !advice.starts_with("mark the field with") => None,
        None => drafts.iter().find_map(rule),
    };
    errors.at(option, format!("{message}\nhelp: {}", help.as_ref().unwrap_or(advice)));
}

/// Reports `#[page]` on the struct, with the field to mark.
pub(crate) fn report_on_struct(
    attributes: &Attributes,
    arguments: &Arguments,
    drafts: &[Draft],
    errors: &mut Errors,
) {
    let Some((_, attr)) = &attributes.page else { return };
    let position = drafts.iter().find(|draft| by_word(&draft.name, arguments).is_some());
    let field = position.map_or_else(
        || "the field with the position of a page".to_owned(),
        |draft| format!("the field `{}`", draft.name),
    );
    errors.at(attr, format!("`#[page]` is a field attribute; move it to {field}"));
}

/// Returns the pagination that a mistake asks for, without a field, so that `items` exists.
fn asked(response: &Response) -> Option<Pagination> {
    let Response::Type(_, page) = response else { return None };
    is_surely_page(response).then(|| pagination(0, page.clone()))
}

fn marks_of(fields: &[Field]) -> Vec<(usize, PageRule)> {
    let rule = |field: &Field| field.page.as_ref().map(|(rule, _)| *rule);
    fields.iter().enumerate().filter_map(|(index, field)| Some((index, rule(field)?))).collect()
}

/// Treats `cursor: Option<Cursor>` together with `-> Page<T>` as marked.
fn by_name(fields: &mut [Field], response: &Response) -> Option<Pagination> {
    let (index, page) = implied_position(fields, response)?;
    let attr: Attribute = syn::parse_quote!(#[page]);
    fields.get_mut(index)?.page = Some((PageRule::Response, attr));
    Some(pagination(index, Box::new(page)))
}

/// Reports a `cursor` that counts as marked, together with another position.
fn implied(fields: &[Field], position: &Marked<'_>, response: &Response, errors: &mut Errors) {
    let cursor = implied_position(fields, response).and_then(|(index, _)| fields.get(index));
    if cursor.is_some_and(|cursor| cursor.page.is_none()) {
        let name = position.field.ident.unraw();
        let message = format!(
            "with `-> Page`, `cursor` is the position of a page, so `{name}` cannot be; remove `#[page]`, or `cursor`"
        );
        errors.at(position.attr, message);
    }
}

/// Returns the field that counts as marked by its name and type, and the page.
fn implied_position(fields: &[Field], response: &Response) -> Option<(usize, Type)> {
    let Response::Type(ResponseKind::Json, ty) = response else { return None };
    let is_page = last(ty).is_some_and(|last| last.ident == "Page") && only_argument(ty).is_some();
    let is_cursor = |field: &Field| {
        field.ident == "cursor"
            && field.presence == Presence::Optional
            && is_named(&field.value, "Cursor")
            && !matches!(field.location, Location::Path)
            && field.cfgs().next().is_none()
    };
    let index = fields.iter().position(is_cursor).filter(|_| is_page)?;
    Some((index, (**ty).clone()))
}

fn is_surely_page(response: &Response) -> bool {
    let Response::Type(ResponseKind::Json, ty) = response else { return false };
    let is_named = last(ty).is_some_and(|last| last.ident == "Vec" || last.ident == "Page");
    is_named && only_argument(ty).is_some()
}

/// Returns the missing part of a request that is not declared as a list, but looks like one: by its response, or by the name of
/// a field.
pub(crate) fn missing(fields: &[Field], response: &Response) -> Option<MissingOfList> {
    const POSITIONS: [&str; 9] = [
        "after",
        "cursor",
        "next_cursor",
        "offset",
        "page",
        "page_number",
        "page_token",
        "skip",
        "starting_after",
    ];
    const SIZES: [&str; 3] = ["limit", "page_size", "per_page"];
    let Response::Type(ResponseKind::Json, ty) = response else { return None };
    if fields.iter().any(|field| field.ident == "pages" || field.ident == "items") {
        return None;
    }
    let has = |names: &[&str]| {
        fields.iter().any(|field| {
            field.presence == Presence::Optional && names.iter().any(|name| field.ident == name)
        })
    };
    let is_page = last(ty).is_some_and(|last| last.ident == "Page") && only_argument(ty).is_some();
    if is_page && !has(&POSITIONS) {
        return Some(MissingOfList::Cursor);
    }
    (is_page || has(&POSITIONS) || has(&SIZES)).then_some(MissingOfList::Attribute)
}

/// Checks that there is one position, and one size.
fn once<'a>(mut marked: impl Iterator<Item = Marked<'a>>, what: &str, errors: &mut Errors) {
    let Some(first) = marked.next() else { return };
    let name = first.field.ident.unraw();
    for second in marked {
        let message = format!("`{name}` is already {what}; keep one `#[page]`");
        errors.at(second.attr, message);
    }
}

/// Checks that a position is optional and a single value: it is set on every page except the first.
fn place(marked: &Marked<'_>, errors: &mut Errors) {
    let field = marked.field;
    let why = match field.location {
        Location::Path => {
            let name = field.ident.unraw();
            let message = format!(
                "`{name}` is a path parameter, which is the same on every page; remove `#[page]`, or `<{name}>` from the path"
            );
            return errors.at(marked.attr, message);
        }
        Location::WholeBody(_) => "a whole body is not a position",
        Location::Body(Media::Multipart) => "pagination does not send files",
        Location::Header if is_computed(field) => "a header cannot be a page number, offset or id",
        _ if field.flatten => "a flattened field has no name",
        _ if field.cfgs().next().is_some() => {
            return errors.at(
                marked.attr,
                "pagination needs the field under every `cfg`; remove `#[cfg]`, or `#[page]`",
            );
        }
        _ => return,
    };
    errors.at(marked.attr, format!("{why}; remove `#[page]`"));
}

/// Returns `true` if the next position is computed from the requests or the entries, instead of read from the response.
fn is_computed(field: &Field) -> bool {
    let rule = field.page.as_ref().map(|(rule, _)| *rule);
    matches!(rule, Some(PageRule::Number(_) | PageRule::Offset | PageRule::Last | PageRule::Link))
}

/// Checks that a position is text or a number, although other types can also be written and parsed.
fn check_type(field: &Field, errors: &mut Errors) {
    if is_named(&field.value, "bool") || is_named(&field.value, "char") {
        let found = source(&field.value);
        let message = format!(
            "`{found}` cannot be the position of a page; write `u32`, `String` or `plane_api::Cursor`"
        );
        errors.at(&field.value, message);
    }
}

/// Returns `true` if the type's name shows that it is not a page.
fn is_no_page(ty: &Type) -> bool {
    const NAMES: [&str; 8] =
        ["Option", "Value", "HashMap", "BTreeMap", "HashSet", "BTreeSet", "Box", "VecDeque"];
    is_scalar(ty)
        || matches!(ty, Type::Tuple(_) | Type::Array(_))
        || last(ty).is_some_and(|last| NAMES.iter().any(|name| last.ident == name))
}

/// Returns the item of the list that is meant: the argument, or the item of a list in it.
fn item_within(ty: &Type) -> Option<&Type> {
    match only_argument(ty)? {
        Type::Slice(slice) => Some(&slice.elem),
        inner => only_argument(inner)
            .filter(|_| last(inner).is_some_and(|it| it.ident == "Vec"))
            .or(Some(inner)),
    }
}

/// Returns the response type. A type that is not a page is reported, and counts as unknown from then on.
fn list(
    response: &mut Response,
    position: &Marked<'_>,
    is_position: bool,
    errors: &mut Errors,
) -> Type {
    const WRITE: &str = "write `-> Vec<T>`, or a type that implements `plane_api::Paged`";
    let ty = match response {
        Response::Unknown | Response::Wrong(_) => return parse_quote!(()),
        Response::Type(ResponseKind::Json, ty) if !is_no_page(ty) => ty,
        Response::Value => {
            let message =
                format!("the response of a list is a page, and there is no response type; {WRITE}");
            errors.at(position.attr, message);
            *response = Response::Unknown;
            return parse_quote!(());
        }
        Response::Type(_, ty) => {
            let found = source(ty);
            let item = item_within(ty).map_or_else(|| "T".to_owned(), source);
            let write =
                format!("write `-> Vec<{item}>`, or a type that implements `plane_api::Paged`");
            errors.at(&*ty, format!("`{found}` is not a page of a list; {write}"));
            *response = Response::Wrong(ty.clone());
            return parse_quote!(());
        }
    };
    let is_bare = last(ty).is_some_and(|last| last.ident == "Vec");
    let is_unruled = matches!(position.field.page, Some((PageRule::Response, _)));
    if is_bare && is_unruled && is_position {
        let message = "a bare array does not name the next page; write `#[page(number)]`, `#[page(offset)]`, `#[page(link)]` \
                       or `#[page(last)]`";
        errors.at(position.attr, message);
    }
    (**ty).clone()
}

impl PageRule {
    /// Returns the rule in the runtime's form.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Response | Self::Wrong => String::new(),
            Self::Number(1) => "number".to_owned(),
            Self::Number(first) => format!("number={first}"),
            Self::Offset => "offset".to_owned(),
            Self::Link => "link".to_owned(),
            Self::Last => "last".to_owned(),
            Self::Size(None) => "size".to_owned(),
            Self::Size(Some(max)) => format!("size={max}"),
        }
    }
}
