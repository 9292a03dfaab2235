//! Rules about names, and about combinations of fields.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Attribute, LitStr, ext::IdentExt};

use crate::{
    error::Errors,
    model::{Derived, Field, Guard, ListStyle, Location, Media, Method, Presence, Whole},
    read::{
        arguments::{Arguments, Options, Unmarked},
        derives_above,
        field_attributes::is_header_byte,
        path::{Template, is_method, point},
    },
    tokens::mentions,
};

/// Checks the name of a header.
pub(crate) fn header_name(name: &LitStr, errors: &mut Errors) {
    let value = name.value();
    let reason = match value.to_ascii_lowercase().as_str() {
        "" => "a header needs a name, such as `\"X-Name\"`",
        "host" => "is taken from the URL; set the base URL on the client",
        "content-length" | "transfer-encoding" | "connection" => {
            "is set by the transport; remove it"
        }
        "authorization" | "x-api-key" => {
            "contains the client's credentials; set them on the client"
        }
        _ if value.bytes().all(is_header_byte) => return,
        name if name.starts_with("bearer ") => {
            "contains the client's credentials; set them on the client"
        }
        _ => {
            let start = value.split([':', '=']).next().unwrap_or_default().trim();
            let write: String = start
                .chars()
                .map(|c| if c.is_ascii() && is_header_byte(c as u8) { c } else { '-' })
                .collect();
            let help =
                if start.is_empty() { String::new() } else { format!("; write `{write:?}`") };
            let message =
                format!("`{value}` is not the name of a header; use letters, digits and `-`{help}");
            return errors.at(name, message);
        }
    };
    let subject = if value.is_empty() { String::new() } else { format!("`{value}` ") };
    errors.at(name, format!("{subject}{reason}"));
}

/// Checks the fields against each other: bodies, and names on the wire.
pub(crate) fn fields(fields: &[Field], method: Option<Method>, errors: &mut Errors, before: usize) {
    // If one location is invalid, two of them cannot be compared.
    if errors.count() > before || method.is_none() {
        return;
    }
    bodies(fields, method, errors);
    content_type(fields, errors);
    idempotency_keys(fields, errors);
    for (i, field) in fields.iter().enumerate() {
        let conditional = field.cfgs().next().is_some();
        let twin = fields[..i]
            .iter()
            .find(|other| clash(field, other) && !conditional && other.cfgs().next().is_none());
        if let Some(twin) = twin {
            let sent = match field.location {
                Location::Header => "as a header",
                Location::Query => "in the query",
                _ => "in the body",
            };
            let (first, second) = (twin.ident.unraw(), field.ident.unraw());
            errors.at(
                &field.ident,
                format!(
                    "`{first}` and `{second}` are both sent {sent} as `{}`; rename one",
                    field.body_name().unwrap_or(&field.wire)
                ),
            );
        }
    }
}

fn clash(a: &Field, b: &Field) -> bool {
    match (a.location, b.location) {
        // The names of flattened entries are unknown, as is the location of a reported field.
        _ if a.flatten || b.flatten || a.is_reported || b.is_reported => false,
        (Location::Query, Location::Query) => a.wire == b.wire,
        (Location::Header, Location::Header) => a.wire.eq_ignore_ascii_case(&b.wire),
        _ => a.body_name().is_some_and(|name| b.body_name() == Some(name)),
    }
}

fn bodies(fields: &[Field], method: Option<Method>, errors: &mut Errors) {
    let unconditional = |field: &&Field| field.cfgs().next().is_none();
    let is_whole = |field: &&Field| matches!(field.location, Location::WholeBody(_));
    let mut whole = fields.iter().filter(is_whole).filter(unconditional);
    let Some(first) = whole.next() else { return };
    let name = first.ident.unraw();
    let more: Vec<&Field> = whole.collect();
    // Text, numbers and optional values are probably meant as fields.
    let is_single =
        |field: &Field| field.basic || field.presence == Presence::Optional && !is_raw(field);
    if let [second, ..] = more[..]
        && is_single(first)
        && more.iter().all(|field| is_single(field))
    {
        let option = if method == Some(Method::Delete) {
            ", and write the option `json` after the path"
        } else {
            ""
        };
        errors.at(&second.ident, format!("`#[body]` is the whole body, and unmarked fields are its fields; remove each `#[body]`{option}"));
        return;
    }
    for second in more {
        errors.at(&second.ident, format!("`{name}` is already the whole body; keep one `#[body]`"));
    }
    let is_lost = |field: &&Field| field.body_name().is_some() && !field.is_reported;
    if let Some(field) = fields.iter().filter(unconditional).find(is_lost) {
        let lost = field.ident.unraw();
        let help = match field.location {
            Location::Path => "remove `#[path(body)]` or `#[body]`".to_owned(),
            _ => format!("mark `{lost}` `#[query]`, or remove `#[body]`"),
        };
        let message =
            format!("`{name}` is the whole body, which leaves no room for `{lost}`; {help}");
        errors.at(&field.ident, message);
    }
}

/// Returns `true` if the field is a whole body of bytes.
const fn is_raw(field: &Field) -> bool {
    matches!(field.location, Location::WholeBody(Whole::Named))
}

/// Checks the content type: bytes can have any type, which a field may set; every other body has a fixed type.
fn content_type(fields: &[Field], errors: &mut Errors) {
    let is_type = |field: &&Field| {
        field.location == Location::Header && field.wire.eq_ignore_ascii_case("content-type")
    };
    if let (Some(field), false) = (fields.iter().find(is_type), fields.iter().any(is_raw)) {
        let whole = fields.iter().find(|field| matches!(field.location, Location::WholeBody(_)));
        let write = whole.map_or_else(String::new, |whole| {
            format!("write `plane_api::Bytes` as the type of `{}`, or ", whole.ident.unraw())
        });
        let message = format!(
            "`Content-Type` follows from the body, unless that is `Bytes` or `Body`; {write}remove the field"
        );
        errors.at(&field.ident, message);
    }
}

fn idempotency_keys(fields: &[Field], errors: &mut Errors) {
    let mut keys = fields.iter().filter(|field| field.idempotency_key);
    let Some(first) = keys.next() else { return };
    for second in keys.filter(|key| key.cfgs().next().is_none() && first.cfgs().next().is_none()) {
        let name = first.ident.unraw();
        errors.at(
            &second.ident,
            format!("`{name}` is already the idempotency key; keep one `#[idempotency_key]`"),
        );
    }
}

/// Reports options that set the location or the form of fields that do not exist.
pub(crate) fn useless_options(options: &Options, fields: &[Field], errors: &mut Errors) {
    if options.is_guess {
        return;
    }
    let has = |is_there: fn(&Field) -> bool| fields.iter().any(is_there);
    let in_query = has(|field| field.location == Location::Query);
    let in_body = has(|field| field.body_name().is_some());
    let is_body = has(|field| matches!(field.location, Location::WholeBody(_)));
    let useless = match &options.unmarked {
        Some((Unmarked::Query, option)) if !in_query => Some((option, "query")),
        Some((Unmarked::Body(_), option)) if !in_body && !is_body => Some((option, "body")),
        _ => None,
    };
    if let Some((option, location)) = useless {
        let message = format!(
            "`{option}` is the location of unmarked fields, but no field is sent in the {location}; remove `{option}`, or declare a field"
        );
        errors.at(option, message);
    }
    // Without fields, it applies to what is added to a call.
    let is_pairs = |field: &Field| match (field.location, &field.also) {
        (Location::Body(media), _) => media != Media::Json,
        (_, Some((media, _))) => *media != Media::Json,
        _ => field.location == Location::Query,
    };
    let in_pairs = fields.iter().any(is_pairs);
    if let Some(option) = options.brackets.as_ref().filter(|_| (in_body || is_body) && !in_pairs) {
        let message = "`brackets` is for lists in a query, a form or parts, but these are sent in the JSON body; remove `brackets`, or mark the field of the list `#[query]`";
        errors.at(option, message);
    }
}

/// Reports `#[query(brackets)]` on a field whose name has brackets. The option `brackets` is not reported: it also applies to
/// other fields, and to what is added to a call.
pub(crate) fn brackets(fields: &[Field], has_option: bool, errors: &mut Errors) {
    for field in fields {
        if let (Location::Query, ListStyle::Brackets, Some(rename), false) =
            (field.location, field.list, field.wire.strip_suffix("[]"), has_option)
        {
            let (name, wire) = (field.ident.unraw(), &field.wire);
            let message = format!(
                "`brackets` adds `[]` to the name of `{name}`, which is already `{wire}`; write `rename = \"{rename}\"`, or `#[query]`"
            );
            errors.at(&field.ident, message);
        }
    }
}

/// Reports a field that was renamed to fill a path parameter: as it is, the query repeats the path.
pub(crate) fn renamed_parameters(fields: &[Field], added: &[String], errors: &mut Errors) {
    let is_repeated = |field: &&Field| {
        field.location == Location::Query
            && field.presence == Presence::Required
            && !field.flatten
            && added.contains(&field.wire)
    };
    for field in fields.iter().filter(is_repeated) {
        let (name, wire) = (field.ident.unraw(), &field.wire);
        let message = format!(
            "`{name}` is sent in the query, and `<{wire}>` in the path is another value; name the field `{wire}` to send it in the path"
        );
        errors.at(&field.ident, message);
    }
}

/// Reports the required fields of a body that is declared as optional.
pub(crate) fn optional_body(fields: &[Field], errors: &mut Errors) {
    let is_in_body = |field: &&Field| {
        field.body_name().is_some() || matches!(field.location, Location::WholeBody(_))
    };
    let is_wrong = |field: &&Field| field.is_required() && !field.flatten && !field.is_reported;
    for field in fields.iter().filter(is_in_body).filter(is_wrong) {
        let name = field.ident.unraw();
        let message = format!(
            "`{name}` is always sent, so the body is never omitted; make it an `Option`, or write `json`"
        );
        errors.at(&field.ident, message);
    }
}

/// Checks that no field has the name of a generated method.
pub(crate) fn names(fields: &mut [Field], is_list: bool, errors: &mut Errors) {
    for field in fields {
        let name = field.ident.unraw().to_string();
        let Some(whose) = method_of(&name, is_list) else { continue };
        let fix = match field.location {
            Location::Query | Location::Body(_) => {
                format!("write `#[serde(rename = \"{name}\")]` on a field of another name")
            }
            _ => "give it another name".to_owned(),
        };
        errors.at(&field.ident, format!("`{name}` is a method of every {whose}; {fix}"));
        // `with` is a method of the trait, which a setter may hide.
        field.settable = name == "with";
    }
}

/// Checks the same for fields that only the path declares.
pub(crate) fn parameter_names(
    literal: &LitStr,
    template: &Template,
    is_list: bool,
    errors: &mut Errors,
) {
    for param in template.params() {
        if let Some(whose) = method_of(&param.name, is_list) {
            let message = format!(
                "`{}` is a method of every {whose}; give the parameter another name",
                param.name
            );
            errors.at(
                literal,
                point(&message, &literal.value(), std::slice::from_ref(&param.spot), ""),
            );
        }
    }
}

/// Returns the requests that have a generated method of this name.
fn method_of(name: &str, is_list: bool) -> Option<&'static str> {
    match name {
        _ if is_method(name) => Some("request"),
        "pages" | "items" if is_list => Some("request for a list"),
        _ => None,
    }
}

/// Checks that no option requires a body if the method has none.
pub(crate) fn body_option(arguments: &Arguments, errors: &mut Errors) {
    if arguments.options.is_guess {
        return;
    }
    if let (Some(method @ (Method::Get | Method::Head)), Some((Unmarked::Body(_), option))) =
        (arguments.method, &arguments.options.unmarked)
    {
        let method = method.name();
        errors.at(
            option,
            format!("`{method}` has no body; remove `{option}`, or write another method"),
        );
    }
}

/// Reports derives above the attribute if it adds path parameters to the struct.
pub(crate) fn derives_above(fields: &[Field], path_order: &[usize], errors: &mut Errors) -> bool {
    let above = derives_above::derives_above();
    // There is no such derive, which rustc reports.
    if above.is_empty() || above.iter().any(|derive| derive.contains("Endpoint")) {
        return false;
    }
    let added = path_order.iter().filter_map(|&index| fields.get(index));
    let added: Vec<String> = added.map(|field| format!("`{}`", field.ident.unraw())).collect();
    let what = if added.len() == 1 { "path parameter" } else { "path parameters" };
    let message = format!(
        "`{}` is above `#[endpoint]`, which adds the {what} {} to the struct; move it below `#[endpoint]`",
        above.join(" "),
        added.join(" and ")
    );
    errors.span(Span::call_site(), message);
    true
}

/// Returns the derives that the expansion must detect: derives that are missing below the attribute and would be wrong
/// above it.
pub(crate) fn derives(attrs: &[Attribute]) -> Vec<Guard> {
    let seen = |name: &str| {
        attrs.iter().any(|attr| mentions(attr.meta.to_token_stream(), &|word| word == name))
    };
    [("PartialEq", Derived::PartialEq), ("Hash", Derived::Hash)]
        .into_iter()
        .filter(|(name, _)| !seen(name))
        .map(|(_, derived)| Guard::NotDerived(derived))
        .collect()
}
