//! The attributes of a field, and serde's on the struct -> [`Marks`].

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Data, DeriveInput, Field, LitStr, Meta, Path, Token, meta::ParseNestedMeta,
    parse::ParseStream,
};

use crate::{
    error::{Errors, did_you_mean, nearest},
    tokens::mentions,
};

/// What the attributes of a field, or of the struct, say.
#[derive(Default)]
pub(crate) struct Marks {
    /// Where the field goes, if a mark says so, and the mark.
    pub(crate) mark: Option<(Mark, Attribute)>,
    /// Whether a mark was wrong, so that nobody knows where the field goes.
    pub(crate) unclear: bool,
    /// `#[serde(rename = "...")]`.
    pub(crate) rename: Option<LitStr>,
    /// `#[serde(with = "...")]` or `#[serde(serialize_with = "...")]`: the function.
    pub(crate) with: Option<Path>,
    /// `#[serde(rename_all = "...")]`.
    pub(crate) rename_all: Option<LitStr>,
    /// The attributes that stay.
    pub(crate) kept: Vec<Attribute>,
}

/// Where a field goes.
#[derive(Clone)]
pub(crate) enum Mark {
    Query {
        comma: bool,
    },
    Header(LitStr),
    Body,
    Flatten,
    /// The path, and the body as well.
    PathBody,
}

const MARKS: [&str; 5] = ["query", "header", "body", "flatten", "path"];

/// Reads a field's attributes. Serde's stay if a serde derive is there to read them.
pub(crate) fn of_field(attrs: Vec<Attribute>, serde_stays: bool, errors: &mut Errors) -> Marks {
    let mut marks = Marks::default();
    for attr in attrs {
        let name = attr.path().get_ident().map(Ident::to_string).unwrap_or_default();
        match name.as_str() {
            "serde" => marks.serde(attr, serde_stays, false, errors),
            "query" | "header" | "body" | "flatten" | "path" => marks.mark(&name, attr, errors),
            "cfg_attr" => marks.cfg_attr(attr, errors),
            _ => match misspelt(&name) {
                Some(near) => {
                    errors.at(
                        attr.path(),
                        format!("unknown mark `#[{name}]`\nhelp: did you mean `#[{near}]`?"),
                    );
                    marks.unclear = true;
                }
                None => match not_ours(&name) {
                    Some(message) => {
                        errors.at(attr.path(), message);
                        marks.unclear = true;
                    }
                    None => marks.kept.push(attr),
                },
            },
        }
    }
    marks
}

/// Reads the struct's attributes.
pub(crate) fn of_struct(attrs: Vec<Attribute>, errors: &mut Errors) -> (Marks, bool) {
    let serde_stays = attrs.iter().any(derives_serde);
    let mut marks = Marks::default();
    for attr in attrs {
        if attr.path().is_ident("serde") {
            marks.serde(attr, serde_stays, true, errors);
        } else if attr.path().is_ident("cfg_attr") {
            marks.cfg_attr(attr, errors);
        } else if !misplaced(&attr, errors) {
            marks.kept.push(attr);
        }
    }
    (marks, serde_stays)
}

/// An item of the wrong type without the attributes that only `#[endpoint]` understands.
pub(crate) fn stripped(mut item: DeriveInput) -> DeriveInput {
    let is_ours =
        |attr: &Attribute| MARKS.iter().chain(&["serde"]).any(|name| attr.path().is_ident(name));
    let keep = |field: &mut Field| field.attrs.retain(|attr| !is_ours(attr));
    match &mut item.data {
        Data::Struct(data) => data.fields.iter_mut().for_each(keep),
        Data::Enum(data) => data.variants.iter_mut().flat_map(|it| &mut it.fields).for_each(keep),
        Data::Union(data) => data.fields.named.iter_mut().for_each(keep),
    }
    item
}

/// Reports what does not belong on a struct.
fn misplaced(attr: &Attribute, errors: &mut Errors) -> bool {
    let name = attr.path().segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    if name == "endpoint" {
        errors.at(attr, "one struct is one request; declare a struct for each `#[endpoint]`");
    } else if MARKS.contains(&name.as_str()) && attr.path().get_ident().is_some() {
        let option =
            if name == "query" { ", or write the option `query` behind the path" } else { "" };
        errors.at(attr, format!("`#[{name}]` marks a field; put it on one{option}"));
    } else {
        return false;
    }
    true
}

fn derives_serde(attr: &Attribute) -> bool {
    (attr.path().is_ident("derive") || attr.path().is_ident("cfg_attr"))
        && mentions(attr.meta.to_token_stream(), &|word| {
            word == "Serialize" || word == "Deserialize"
        })
}

/// The mark that an attribute's name nearly is. One edit and no more: it may be a derive's own.
fn misspelt(name: &str) -> Option<&'static str> {
    const BUILT_IN: [&str; 8] =
        ["doc", "cfg", "allow", "warn", "deny", "expect", "forbid", "deprecated"];
    if BUILT_IN.contains(&name) || name == "patch" {
        return None;
    }
    nearest(name, MARKS).filter(|near| near.len().abs_diff(name.len()) < 2 && name.len() > 3)
}

/// What to write instead of a mark that others have.
fn not_ours(name: &str) -> Option<String> {
    match name {
        "json" | "form" | "multipart" => Some(format!(
            "`{name}` is said of all unmarked fields at once; write it as an option behind the path, and remove `#[{name}]`"
        )),
        "rename" => Some("another name is given with `#[serde(rename = \"name\")]`".to_owned()),
        _ => None,
    }
}

impl Marks {
    fn mark(&mut self, name: &str, attr: Attribute, errors: &mut Errors) {
        let mark = match name {
            "query" => query(&attr, errors),
            "header" => header(&attr, errors),
            "body" => body(&attr, errors),
            "flatten" => flatten(&attr, errors),
            _ => path(&attr, errors),
        };
        self.set(mark, attr, errors);
    }

    fn set(&mut self, mark: Option<Mark>, attr: Attribute, errors: &mut Errors) {
        let name = attr.path().to_token_stream().to_string();
        match (mark, &self.mark) {
            (None, _) => self.unclear = true,
            (Some(mark), None) => self.mark = Some((mark, attr)),
            (Some(_), Some((_, first))) => {
                let first = first.path().to_token_stream();
                let second = if name == first.to_string() {
                    "again".to_owned()
                } else {
                    format!("and `#[{name}]`")
                };
                errors.at(&attr, format!("a field goes to one place: this one is marked `#[{first}]` {second}; keep one"));
                self.unclear = true;
            }
        }
    }

    /// What is known only after `cfg` cannot be understood before it.
    fn cfg_attr(&mut self, attr: Attribute, errors: &mut Errors) {
        let ours = |word: &Ident| word == "serde" || MARKS.iter().any(|mark| word == mark);
        let inside = attr.parse_args_with(after_predicate).unwrap_or_default();
        if mentions_attribute(inside, &ours) {
            errors.at(&attr, "`#[endpoint]` does not see through `cfg_attr`; put `#[cfg]` on two fields, or drop the condition");
            self.unclear = true;
        } else {
            self.kept.push(attr);
        }
    }

    fn serde(&mut self, attr: Attribute, stays: bool, on_struct: bool, errors: &mut Errors) {
        let mut flatten = false;
        let result = attr.parse_nested_meta(|meta| {
            flatten |= !on_struct && meta.path.is_ident("flatten");
            self.serde_word(&meta, on_struct, errors)
        });
        if flatten {
            self.set(Some(Mark::Flatten), attr.clone(), errors);
        }
        if let Err(error) = result {
            errors.push(error);
        }
        if stays {
            self.kept.push(attr);
        }
    }

    fn serde_word(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        on_struct: bool,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let word = meta.path.to_token_stream().to_string();
        match word.as_str() {
            "rename" if !on_struct => self.rename = rename(meta)?,
            "rename_all" if on_struct => self.rename_all = rename(meta)?,
            "flatten" if !on_struct => {}
            "with" | "serialize_with" if !on_struct => {
                let path: LitStr = meta.value()?.parse()?;
                self.with = Some(function(&path, word == "with")?);
            }
            _ => {
                skip_value(meta.input)?;
                errors.at(&meta.path, serde_message(&word, on_struct));
            }
        }
        Ok(())
    }
}

fn serde_message(word: &str, on_struct: bool) -> String {
    let what = format!("#[serde({word})]");
    match word {
        "default" => "what is not set is not sent, so `default` has nothing to do; remove it".to_owned(),
        "skip_serializing_if" => {
            "what is not set is not sent, so `skip_serializing_if` has nothing to do; remove it, and declare the field as \
             an `Option`"
                .to_owned()
        }
        _ => {
            let known: &[&str] = if on_struct {
                &["rename_all"]
            } else {
                &["rename", "with", "serialize_with", "flatten"]
            };
            let near = did_you_mean(word, known.iter().copied());
            format!("`{what}` means nothing to `#[endpoint]`; remove it{near}")
        }
    }
}

/// `= "..."`, or `(serialize = "...", deserialize = "...")` of which only the former is ours.
fn rename(meta: &ParseNestedMeta<'_>) -> syn::Result<Option<LitStr>> {
    if meta.input.peek(Token![=]) {
        let value = meta.value()?;
        let wrong = |error: syn::Error| {
            syn::Error::new(error.span(), "a name is a string; write `rename = \"name\"`")
        };
        return value.parse().map(Some).map_err(wrong);
    }
    let mut name = None;
    meta.parse_nested_meta(|inner| {
        let value = inner.value()?.parse()?;
        if inner.path.is_ident("serialize") {
            name = Some(value);
        }
        Ok(())
    })?;
    Ok(name)
}

fn skip_value(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// The attributes that a `cfg_attr` switches on.
fn after_predicate(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    skip_value(input)?;
    input.parse()
}

/// Whether one of these names stands where an attribute's name stands.
fn mentions_attribute(tokens: TokenStream, ours: &dyn Fn(&Ident) -> bool) -> bool {
    let mut at_start = true;
    tokens.into_iter().any(|token| {
        let found = at_start && matches!(&token, TokenTree::Ident(ident) if ours(ident));
        at_start = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        found
    })
}

fn query(attr: &Attribute, errors: &mut Errors) -> Option<Mark> {
    match &attr.meta {
        Meta::Path(_) => Some(Mark::Query { comma: false }),
        Meta::List(list) if list.tokens.to_string() == "comma" => Some(Mark::Query { comma: true }),
        meta => {
            let near = match (string_in(meta), meta) {
                (Some(name), _) => {
                    format!("; another name is given with `#[serde(rename = {})]`", name.token())
                }
                (None, Meta::List(list)) => did_you_mean(&list.tokens.to_string(), ["comma"]),
                _ => String::new(),
            };
            errors.at(value(meta), format!("`#[query]` takes `comma` or nothing; write `#[query]` or `#[query(comma)]`{near}"));
            None
        }
    }
}

/// A string in what stands behind an attribute's name.
fn string_in(meta: &Meta) -> Option<LitStr> {
    let found = |token| match token {
        TokenTree::Literal(literal) => syn::parse_str(&literal.to_string()).ok(),
        _ => None,
    };
    value(meta).into_iter().find_map(found)
}

fn header(attr: &Attribute, errors: &mut Errors) -> Option<Mark> {
    let name = match &attr.meta {
        Meta::List(list) => list.parse_args::<LitStr>().ok(),
        _ => None,
    };
    if name.is_none() {
        let bare = || match &attr.meta {
            Meta::List(list) => list.tokens.to_string().replace(' ', ""),
            _ => String::new(),
        };
        let meant = string_in(&attr.meta).map_or_else(bare, |name| name.value());
        let name =
            if !meant.is_empty() && meant.bytes().all(is_header_byte) { &*meant } else { "X-Name" };
        errors.at(
            value(&attr.meta),
            format!("`#[header]` takes the header's name; write `#[header(\"{name}\")]`"),
        );
    }
    name.map(Mark::Header)
}

/// Whether a header's name may hold the byte (RFC 9110, `tchar`).
pub(crate) fn is_header_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn body(attr: &Attribute, errors: &mut Errors) -> Option<Mark> {
    if let Meta::Path(_) = &attr.meta {
        return Some(Mark::Body);
    }
    errors.at(
        value(&attr.meta),
        "`#[body]` takes nothing, the field is the whole body; write `#[body]`",
    );
    None
}

fn flatten(attr: &Attribute, errors: &mut Errors) -> Option<Mark> {
    if let Meta::Path(_) = &attr.meta {
        return Some(Mark::Flatten);
    }
    errors.at(
        value(&attr.meta),
        "`#[flatten]` takes nothing, the field's entries join the others; write `#[flatten]`",
    );
    None
}

fn path(attr: &Attribute, errors: &mut Errors) -> Option<Mark> {
    match &attr.meta {
        Meta::List(list) if list.tokens.to_string() == "body" => Some(Mark::PathBody),
        _ => {
            errors.at(
                attr,
                "a path parameter needs no mark: it is the field that the path names; remove `#[path]`",
            );
            None
        }
    }
}

/// The function that a path in a string names, or the function `serialize` in the module that it names.
fn function(path: &LitStr, in_module: bool) -> syn::Result<Path> {
    let mut function: Path = path.parse()?;
    if in_module {
        function.segments.push(Ident::new("serialize", path.span()).into());
    }
    Ok(function)
}

/// What stands behind an attribute's name, or the name if nothing does.
fn value(meta: &Meta) -> TokenStream {
    match meta {
        Meta::List(list) if !list.tokens.is_empty() => list.tokens.clone(),
        Meta::NameValue(pair) => pair.value.to_token_stream(),
        _ => meta.to_token_stream(),
    }
}
