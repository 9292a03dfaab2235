//! The attributes of a field, and serde's on the struct -> [`Attributes`].

mod declared;
mod meta;
mod mistaken;
mod own;
mod page;
mod part;
mod path;
mod serde;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Data, DeriveInput, Field, LitStr, MacroDelimiter, Meta, Path, Token,
    parse::{ParseStream, Result},
    token::Paren,
};

pub(crate) use self::{declared::Declared, page::by_word, serde::SKIPPED};
use crate::{
    error::Errors,
    model::{ListStyle, PageRule, PartType},
    tokens::mentions,
};

/// The meaning of the attributes of a field, or of the struct.
#[derive(Default)]
pub(crate) struct Attributes {
    /// Our attribute, if there is one, and its tokens.
    pub(crate) own: Option<(FieldAttribute, Attribute)>,
    /// `#[page]`, which may be combined with another.
    pub(crate) page: Option<(PageRule, Attribute)>,
    /// `#[nullable]`, which may be combined with another.
    pub(crate) nullable: Option<Attribute>,
    /// The path parameter that an invalid attribute names.
    pub(crate) parameter: Option<String>,
    /// `true` if an attribute was invalid, so that the location of the field is unknown.
    pub(crate) unclear: bool,
    /// `true` if an attribute asks for an option after the path, which sets the location of all unmarked fields.
    pub(crate) asks_for_option: bool,
    /// `true` if the type of the field was invalid, so that its values are unknown.
    pub(crate) unclear_type: bool,
    /// `#[serde(rename = "...")]`.
    pub(crate) rename: Option<LitStr>,
    /// `#[serde(with = "...")]` or `#[serde(serialize_with = "...")]`: the function.
    pub(crate) serialize_with: Option<Path>,
    /// The arguments of `#[serde]` on a type that is optional twice, which a `Patch` replaces.
    pub(crate) adapters: Vec<String>,
    /// The number of mistakes before an argument of `#[serde]` that only says that unset fields are omitted.
    omission: Option<usize>,
    /// `skip_serializing_if` for a serde derive.
    omitted_by_derive: Option<Path>,
    /// `#[serde(rename_all = "...")]`.
    pub(crate) rename_all: Option<LitStr>,
    /// The attributes that are kept.
    pub(crate) kept: Vec<Attribute>,
}

/// One of our attributes: the location of a field.
#[derive(Clone)]
pub(crate) enum FieldAttribute {
    /// The query, with the list style if it is given.
    Query(Option<ListStyle>),
    Header(LitStr),
    /// A header, which is generated if it is not set.
    IdempotencyKey(LitStr),
    Body,
    Flatten,
    /// `#[flatten]` together with `#[query]`.
    FlattenQuery,
    /// The path, and also the body if `body` is given. `slashes` allows slashes in the value.
    Path {
        body: bool,
        slashes: bool,
    },
    /// A part of a multipart body, of this type.
    Part(PartType),
}

const NAMES: [&str; 9] =
    ["query", "header", "body", "flatten", "path", "page", "part", "nullable", "idempotency_key"];

/// Reads a field's attributes. Serde's are kept if a serde derive reads them.
pub(crate) fn of_field(
    attrs: Vec<Attribute>,
    field: Declared<'_>,
    errors: &mut Errors,
) -> Attributes {
    let mut attributes = Attributes::default();
    let names: Vec<String> = attrs.iter().map(meta::name).collect();
    let rename = meta::name_of_header(&attrs);
    let field = Declared { rename: rename.as_deref(), ..field };
    for (mut attr, name) in attrs.into_iter().zip(&names) {
        let delimiters =
            if NAMES.contains(&&**name) { put_in_parentheses(&mut attr) } else { None };
        let before = errors.count();
        match name.as_str() {
            "serde" => attributes.serde(attr, field.derives, Some(field), errors),
            location if own::is_location(location) => {
                let read = own::read(name, &attr, field, errors);
                if read.is_none() {
                    attributes.guess(name, &attr, field);
                    if name != "path" && field.arguments.has_parameter(field.name) {
                        errors.truncate(before);
                        errors.at(&attr, own::on_parameter(name, field));
                    } else if let Some(other) = names.iter().find(|it| own::is_beside(it, name))
                        && errors.contain(before, &format!("write `#[{name}"))
                    {
                        let advice = format!(", and remove `#[{other}]`");
                        errors.add_to_last(meta::value(&attr.meta), &advice);
                    }
                }
                attributes.set(read, attr, errors);
            }
            "page" => attributes.page(attr, errors),
            "nullable" => attributes.nullable(attr, errors),
            "cfg_attr" => attributes.cfg_attr(attr, errors),
            _ if is_endpoint(&attr) => {
                errors.at(attr.path(), own::endpoint_on_field(&attr, field));
                attributes.unclear = true;
            }
            _ => match mistaken::mistaken(name, &attr, field) {
                Some(message) => {
                    if mistaken::option(name).is_some() {
                        errors.once(attr.path(), message);
                        attributes.asks_for_option = true;
                    } else {
                        errors.at(attr.path(), message);
                    }
                    attributes.unclear = true;
                    attributes.parameter = meta::string_in(&attr.meta).map(|text| text.value());
                    if mistaken::is_path(name) {
                        let plain = FieldAttribute::Path { body: false, slashes: false };
                        attributes.own.get_or_insert((plain, attr.clone()));
                    }
                    // Without the rule, the request would not be a list, and every use of `items` would be an error.
                    if let Some(rule) = page::meant_by(name) {
                        attributes.page.get_or_insert((rule, attr));
                    }
                }
                None => attributes.kept.push(attr),
            },
        }
        if let (Some(error), true) = (delimiters, errors.count() == before) {
            errors.push(error);
        }
    }
    attributes.check_omission(field, errors);
    attributes
}

/// Puts the arguments of an attribute into parentheses, if they are in brackets or braces, and returns that mistake.
fn put_in_parentheses(attr: &mut Attribute) -> Option<syn::Error> {
    let Meta::List(list) = &mut attr.meta else { return None };
    let span = match list.delimiter {
        MacroDelimiter::Paren(_) => return None,
        MacroDelimiter::Brace(brace) => brace.span.join(),
        MacroDelimiter::Bracket(bracket) => bracket.span.join(),
    };
    list.delimiter = MacroDelimiter::Paren(Paren(span));
    let (name, arguments) = (list.path.to_token_stream(), list.tokens.to_string());
    let message =
        format!("the arguments of `#[{name}]` are in parentheses; write `#[{name}({arguments})]`");
    Some(syn::Error::new(span, message))
}

/// The derives on a struct, which may have their own attributes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Derives {
    /// A derive of serde: serde's attributes are kept.
    pub(crate) serde: bool,
    /// `Serialize`, whose attributes describe the struct as a value.
    pub(crate) serialize: bool,
    /// `Deserialize`, whose attributes do not concern the request.
    pub(crate) deserialize: bool,
    /// A derive that is neither from the standard library nor from serde: unknown attributes may belong to it.
    pub(crate) foreign: bool,
}

impl Derives {
    fn of(attrs: &[Attribute]) -> Self {
        const KNOWN: [&str; 11] = [
            "Clone",
            "Copy",
            "Debug",
            "Default",
            "Eq",
            "Hash",
            "Ord",
            "PartialEq",
            "PartialOrd",
            "Serialize",
            "Deserialize",
        ];
        let mut derives = Self::default();
        for attr in attrs
            .iter()
            .filter(|attr| attr.path().is_ident("derive") || attr.path().is_ident("cfg_attr"))
        {
            derives.serialize |= mentions(attr.meta.to_token_stream(), &|it| it == "Serialize");
            derives.deserialize |= mentions(attr.meta.to_token_stream(), &|it| it == "Deserialize");
            derives.serde = derives.serialize || derives.deserialize;
            // A path such as `serde::Serialize` is not inspected further.
            derives.foreign |= mentions(attr.meta.to_token_stream(), &|word| {
                let word = word.to_string();
                word.starts_with(char::is_uppercase) && !KNOWN.contains(&word.as_str())
            });
        }
        derives
    }
}

/// Reads the struct's attributes and its derives.
pub(crate) fn of_struct(attrs: Vec<Attribute>, errors: &mut Errors) -> (Attributes, Derives) {
    let derives = Derives::of(&attrs);
    let mut attributes = Attributes::default();
    for attr in attrs {
        if attr.path().is_ident("serde") {
            attributes.serde(attr, derives, None, errors);
        } else if attr.path().is_ident("cfg_attr") {
            attributes.cfg_attr(attr, errors);
        } else if attr.path().is_ident("page") {
            // The report names the field, and the fields are read later.
            attributes.page = Some((PageRule::Wrong, attr));
        } else if !misplaced(&attr, errors) {
            attributes.kept.push(attr);
        }
    }
    (attributes, derives)
}

/// Returns an item that is not a struct, without the attributes that only `#[endpoint]` understands.
pub(crate) fn stripped(mut item: DeriveInput) -> DeriveInput {
    let is_ours =
        |attr: &Attribute| NAMES.iter().chain(&["serde"]).any(|name| attr.path().is_ident(name));
    let strip = |field: &mut Field| field.attrs.retain(|attr| !is_ours(attr));
    match &mut item.data {
        Data::Struct(data) => data.fields.iter_mut().for_each(strip),
        Data::Enum(data) => data.variants.iter_mut().flat_map(|it| &mut it.fields).for_each(strip),
        Data::Union(data) => data.fields.named.iter_mut().for_each(strip),
    }
    item
}

/// Returns `true` if a header's name may contain the byte (RFC 9110, `tchar`).
pub(crate) fn is_header_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Returns `true` for `#[flatten]` and `#[serde(flatten)]`, which are the same.
fn is_flatten(attr: &Attribute) -> bool {
    attr.path().is_ident("flatten") || attr.path().is_ident("serde")
}

fn is_endpoint(attr: &Attribute) -> bool {
    attr.path().segments.last().is_some_and(|last| last.ident == "endpoint")
}

/// Reports an attribute that does not belong on a struct. Returns `true` if it is one.
fn misplaced(attr: &Attribute, errors: &mut Errors) -> bool {
    let name = attr.path().segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    if is_endpoint(attr) {
        errors.at(attr, "one struct is one request; declare a struct for each `#[endpoint]`");
    } else if NAMES.contains(&name.as_str()) && attr.path().get_ident().is_some() {
        let option = match &*name {
            "query" => ", or write the option `query` after the path",
            "header" => ", or write the option `header(\"Name\" = \"value\")` after the path",
            _ => "",
        };
        errors.at(attr, format!("`#[{name}]` is a field attribute; move it to a field{option}"));
    } else {
        return false;
    }
    true
}

impl Attributes {
    /// Stores the meaning of an invalid attribute, so that no other errors follow.
    fn guess(&mut self, name: &str, attr: &Attribute, field: Declared<'_>) {
        if name == "path" {
            self.parameter = meta::string_in(&attr.meta).map(|text| text.value());
        }
        let word = meta::value(&attr.meta).to_string();
        if name == "query"
            && let Some((rule, _)) = page::in_query(&word, field)
        {
            self.page.get_or_insert_with(|| (rule, attr.clone()));
        }
    }

    /// Stores one of our attributes, or nothing if it was invalid.
    fn set(&mut self, read: Option<FieldAttribute>, attr: Attribute, errors: &mut Errors) {
        let name = attr.path().to_token_stream().to_string();
        let is_plain = |it: &FieldAttribute| {
            matches!(it, FieldAttribute::Path { body: false, slashes: false })
        };
        match (read, &self.own) {
            (None, _) => self.unclear = true,
            // `#[path]` is reported already, and another attribute beside it says more.
            (Some(read), Some(_)) if is_plain(&read) => {}
            (Some(read), Some((first, _))) if is_plain(first) => self.own = Some((read, attr)),
            (Some(read), None) => self.own = Some((read, attr)),
            (Some(FieldAttribute::Flatten), Some((FieldAttribute::Query(None), _)))
            | (Some(FieldAttribute::Query(None)), Some((FieldAttribute::Flatten, _))) => {
                self.own = Some((FieldAttribute::FlattenQuery, attr));
            }
            (
                Some(FieldAttribute::Path { body, slashes }),
                Some((FieldAttribute::Path { body: has_body, slashes: has_slashes }, _)),
            ) if body != *has_body && slashes != *has_slashes => {
                errors.at(
                    &attr,
                    "`#[path]` is repeated; write both in one: `#[path(body, slashes)]`",
                );
                self.own = Some((FieldAttribute::Path { body: true, slashes: true }, attr));
            }
            (Some(FieldAttribute::Flatten), Some((FieldAttribute::Query(Some(_)), _)))
            | (Some(FieldAttribute::Query(Some(_))), Some((FieldAttribute::Flatten, _))) => {
                errors.at(
                    &attr,
                    "the lists in a flattened field have no style of their own; write `#[query] #[flatten]`",
                );
                self.own = Some((FieldAttribute::FlattenQuery, attr));
            }
            (Some(_), Some((_, first))) => {
                let first = if is_flatten(first) {
                    "flatten".to_owned()
                } else {
                    first.path().to_token_stream().to_string()
                };
                let name = if is_flatten(&attr) { "flatten".to_owned() } else { name };
                let second =
                    if name == first { "again".to_owned() } else { format!("and `#[{name}]`") };
                errors.at(
                    &attr,
                    format!(
                        "a field has one location, and this one has `#[{first}]` {second}; keep one"
                    ),
                );
                self.unclear = true;
            }
        }
    }

    /// Stores a `#[page]`, even an invalid one.
    fn page(&mut self, attr: Attribute, errors: &mut Errors) {
        let rule = page::read(&attr, errors).unwrap_or(PageRule::Wrong);
        match &self.page {
            None => self.page = Some((rule, attr)),
            Some(_) => errors.at(&attr, "`#[page]` is repeated; keep one"),
        }
    }

    /// Stores a `#[nullable]`.
    fn nullable(&mut self, attr: Attribute, errors: &mut Errors) {
        if !matches!(attr.meta, Meta::Path(_)) {
            let found = meta::value(&attr.meta);
            let is_off = mentions(found.clone(), &|word| word == "false");
            let write = if is_off { "remove it" } else { "write `#[nullable]` on an `Option`" };
            errors.at(found, format!("`#[nullable]` takes no arguments; {write}"));
            self.unclear = true;
            self.nullable = Some(attr);
        } else if self.nullable.is_some() {
            errors.at(&attr, "`#[nullable]` is repeated; keep one");
        } else {
            self.nullable = Some(attr);
        }
    }

    /// Reports attributes that depend on `cfg`: they cannot be read before it is evaluated.
    fn cfg_attr(&mut self, attr: Attribute, errors: &mut Errors) {
        let ours = |word: &Ident| word == "serde" || NAMES.iter().any(|name| word == name);
        let inside = attr.parse_args_with(after_predicate).unwrap_or_default();
        if mentions_attribute(inside, &ours) {
            errors.at(&attr, "`#[endpoint]` cannot evaluate `cfg_attr`; put `#[cfg]` on two fields, or remove the condition");
            self.unclear = true;
        } else {
            self.kept.push(attr);
        }
    }
}

pub(crate) fn skip_value(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Returns the attributes that a `cfg_attr` enables.
fn after_predicate(input: ParseStream<'_>) -> Result<TokenStream> {
    skip_value(input)?;
    input.parse()
}

/// Returns `true` if one of these names is the name of an attribute in the tokens.
fn mentions_attribute(tokens: TokenStream, ours: &dyn Fn(&Ident) -> bool) -> bool {
    let mut at_start = true;
    tokens.into_iter().any(|token| {
        let found = at_start && matches!(&token, TokenTree::Ident(ident) if ours(ident));
        at_start = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        found
    })
}
