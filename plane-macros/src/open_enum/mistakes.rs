//! The mistakes in an enum of strings.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Lit, LitStr, Path, Token, ext::IdentExt, parse_quote, punctuated::Punctuated,
};

use super::{
    Variant, cfgs,
    read::{Draft, Value},
};
use crate::{decide::case, error::Errors, read::field_attributes::skip_value};

/// Reports the mistakes, and returns the attributes and the variants without them.
pub(super) fn report(
    attrs: Vec<Attribute>,
    drafts: Vec<Draft>,
    errors: &mut Errors,
) -> (Vec<Attribute>, Vec<Variant>) {
    // A derive may declare attributes of this name.
    let is_by_serde = !attrs.iter().any(declares_attributes);
    let rename_all = strings_of(&attrs).rename_all;
    let rename_all = rename_all.as_ref();
    report_unnamed(&drafts, errors);
    let are_missing = report_missing(&drafts, rename_all, errors);
    let literal = drafts.iter().find(|draft| matches!(draft.value, Value::Literal(_)));
    if let Some(draft) = literal {
        let write = draft.word(rename_all);
        let message = format!("the value of a variant is a string; write `{write:?}`");
        errors.span(draft.span(), message);
    }
    let lacks_derive = is_by_serde && report_default(&attrs, &drafts, errors);
    let mut attrs = kept(attrs, is_by_serde && !are_missing, is_by_serde, errors);
    if lacks_derive {
        attrs.push(parse_quote!(#[derive(::core::default::Default)]));
    }
    let mut variants: Vec<Variant> = Vec::new();
    for draft in drafts {
        let is_reported = are_missing || draft.report(rename_all, errors);
        let word = LitStr::new(&draft.word(rename_all), draft.span());
        let attrs = kept(draft.attrs, is_by_serde && !is_reported, is_by_serde, errors);
        let mut variant = Variant { attrs, name: draft.name, word };
        // A guessed name may be that of another variant.
        let mut ignored = Errors::default();
        let errors = if draft.unnamed.is_some() { &mut ignored } else { &mut *errors };
        if variant.name != "Other" && !report_twin(&mut variant, &variants, errors) {
            variants.push(variant);
        }
    }
    (attrs, variants)
}

/// Reports the variants without a name.
fn report_unnamed(drafts: &[Draft], errors: &mut Errors) {
    let unnamed = || drafts.iter().filter(|draft| draft.unnamed.is_some());
    let Some(first) = unnamed().next() else { return };
    let written: Vec<String> =
        unnamed().map(|draft| format!("{} = {:?}", draft.name, draft.word(None))).collect();
    errors.at(&first.unnamed, format!("a variant has a name; write `{}`", written.join(", ")));
}

/// Reports `#[default]` without its derive, and returns `true` if there is one.
fn report_default(attrs: &[Attribute], drafts: &[Draft], errors: &mut Errors) -> bool {
    let has_derive =
        attrs.iter().any(|attr| attr.to_token_stream().to_string().contains("Default"));
    let all = drafts.iter().flat_map(|draft| &draft.attrs);
    let default = all.into_iter().find(|attr| attr.path().is_ident("default"));
    let Some(attr) = default.filter(|_| !has_derive) else { return false };
    errors.at(attr, "`#[default]` belongs to a derive; write `#[derive(Default)]` above the enum");
    true
}

/// Reports the variants without a string, and returns `true` if there are any.
fn report_missing(drafts: &[Draft], rename_all: Option<&LitStr>, errors: &mut Errors) -> bool {
    let missing: Vec<&Draft> = drafts.iter().filter(|draft| draft.lacks_string()).collect();
    let [first, ..] = missing[..] else { return false };
    let is_renamed = |draft: &&Draft| strings_of(&draft.attrs).rename.is_some();
    let written =
        missing.iter().map(|draft| format!("{} = {:?}", draft.name, draft.word(rename_all)));
    let written = written.collect::<Vec<_>>().join(", ");
    let instead = match rename_all {
        _ if missing.iter().any(is_renamed) => " instead of `#[serde(rename)]`",
        Some(_) => " instead of `#[serde(rename_all)]`",
        None => "",
    };
    let name = &first.name;
    let (tokens, message) = match &first.value {
        Value::Other(tokens) if !tokens.is_empty() => match &*tokens.to_string() {
            "=" => (tokens.clone(), "missing string"),
            text if text.starts_with("= ") => {
                (tokens.clone(), "the value of a variant is a string")
            }
            _ => (tokens.clone(), "the string of a variant follows `=`"),
        },
        _ => (name.to_token_stream(), &*format!("missing string of `{name}`")),
    };
    errors.at(tokens, format!("{message}; write `{written}`{instead}"));
    true
}

/// Reports a variant with the name or the string of another one. Returns `true` if it has the same name, and cannot be declared.
fn report_twin(variant: &mut Variant, variants: &[Variant], errors: &mut Errors) -> bool {
    let is_cfg = |variant: &Variant| cfgs(&variant.attrs).next().is_some();
    if is_cfg(variant) {
        return false;
    }
    let Variant { name, word, .. } = variant;
    let others = || variants.iter().filter(|other| !is_cfg(other));
    if others().any(|other| other.name == *name) {
        errors.at(&*name, format!("`{name}` is declared twice; remove one"));
        return true;
    }
    if let Some(twin) = others().find(|other| other.word.value() == word.value()) {
        let both = format!("`{}` and `{name}` are both `{:?}`", twin.name, word.value());
        errors.at(&*word, format!("{both}; write another string, or remove one"));
        // The variant may be used.
        *word = LitStr::new(&format!("{} {name}", word.value()), word.span());
    }
    false
}

impl Draft {
    /// Returns `true` if it is only a name, or is written in another syntax.
    fn lacks_string(&self) -> bool {
        let Value::Other(_) = &self.value else { return false };
        self.name != "Other" && self.data().is_none() && !strings_of(&self.attrs).other
    }

    /// Returns the data behind the name.
    fn data(&self) -> Option<&TokenStream> {
        let Value::Other(tokens) = &self.value else { return None };
        let first = tokens.clone().into_iter().next();
        let is_data = matches!(first, Some(TokenTree::Group(_))) && string_in(tokens).is_none();
        is_data.then_some(tokens)
    }

    /// Returns the location of the string.
    fn span(&self) -> Span {
        match &self.value {
            Value::String(word) => word.span(),
            Value::Literal(literal) => literal.span(),
            Value::Other(_) => self.name.span(),
        }
    }

    /// Returns the string, or the probable one.
    fn word(&self, rename_all: Option<&LitStr>) -> String {
        match &self.value {
            Value::String(word) => word.value(),
            Value::Literal(Lit::Char(char)) => char.value().to_string(),
            Value::Literal(Lit::ByteStr(bytes)) => String::from_utf8_lossy(&bytes.value()).into(),
            Value::Literal(other) => other.to_token_stream().to_string(),
            Value::Other(tokens) => {
                let rename = || strings_of(&self.attrs).rename;
                let found = string_in(tokens).or_else(rename).map(|word| word.value());
                found
                    .unwrap_or_else(|| case::of_variant(&self.name.unraw().to_string(), rename_all))
            }
        }
    }

    /// Reports a variant of unknown strings, or one with data, and returns `true` if it is one.
    fn report(&self, rename_all: Option<&LitStr>, errors: &mut Errors) -> bool {
        const ADDED: &str = "`open_enum!` adds `Other` for unknown strings";
        let (name, word) = (&self.name, self.word(rename_all));
        let is_other = strings_of(&self.attrs).other;
        if name == "Other" && !matches!(self.value, Value::Other(_)) {
            errors.at(name, format!("{ADDED}; write `OtherKind = {word:?}`"));
        } else if name == "Other" || is_other {
            errors.at(name, format!("{ADDED}; remove `{name}`"));
        } else if let Some(data) = self.data() {
            let write = format!("write `{name} = {word:?}`");
            errors.at(data, format!("a variant has no data; {write}, or remove `{name}`: {ADDED}"));
        } else {
            return false;
        }
        true
    }
}

fn string_in(tokens: &TokenStream) -> Option<LitStr> {
    tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Literal(literal) => {
            syn::parse2(TokenTree::Literal(literal).into_token_stream()).ok()
        }
        TokenTree::Group(group) => string_in(&group.stream()),
        _ => None,
    })
}

/// The arguments of serde's attributes.
#[derive(Default)]
struct Renamed {
    rename: Option<LitStr>,
    rename_all: Option<LitStr>,
    other: bool,
}

fn strings_of(attrs: &[Attribute]) -> Renamed {
    let mut found = Renamed::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        let _ = attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                found.rename = meta.value()?.parse()?;
            } else if meta.path.is_ident("rename_all") {
                found.rename_all = meta.value()?.parse()?;
            } else {
                found.other |= meta.path.is_ident("other");
                skip_value(meta.input)?;
            }
            Ok(())
        });
    }
    found
}

/// Returns `true` if the attribute is a derive, or another macro, that may declare attributes.
fn declares_attributes(attr: &Attribute) -> bool {
    const DECLARE_NONE: [&str; 12] = [
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "Deserialize",
        "Display",
        "Eq",
        "Hash",
        "Ord",
        "PartialEq",
        "PartialOrd",
        "Serialize",
    ];
    let is_known = |path: &Path| {
        path.segments.last().is_some_and(|last| DECLARE_NONE.iter().any(|name| last.ident == name))
    };
    match derives(attr) {
        Some(derives) => !derives.iter().all(is_known),
        None => {
            let language = ["allow", "deprecated", "doc", "expect", "must_use", "serde"];
            !language.iter().any(|name| attr.path().is_ident(name))
        }
    }
}

fn derives(attr: &Attribute) -> Option<Punctuated<Path, Token![,]>> {
    if !attr.path().is_ident("derive") {
        return None;
    }
    attr.parse_args_with(Punctuated::parse_terminated).ok()
}

/// Returns the attributes without serde's, which would have no effect and may be reported, and without the derives that the
/// macro implements.
fn kept(
    attrs: Vec<Attribute>,
    is_reported: bool,
    is_removed: bool,
    errors: &mut Errors,
) -> Vec<Attribute> {
    let mut kept = Vec::new();
    for attr in attrs {
        if let Some(derives) = derives(&attr) {
            let derives = without_implemented(derives, errors);
            kept.push(parse_quote!(#[derive(#derives)]));
        } else if !(is_removed && attr.path().is_ident("serde")) {
            kept.push(attr);
        } else if is_reported {
            let message = "`open_enum!` does not read serde's attributes; remove this one";
            errors.once(attr, message.to_owned());
        }
    }
    kept
}

/// Reports the traits that the macro implements, or that cannot be derived, and returns the others.
fn without_implemented(
    derives: Punctuated<Path, Token![,]>,
    errors: &mut Errors,
) -> Punctuated<Path, Token![,]> {
    const IMPLEMENTED: [&str; 8] =
        ["Clone", "Debug", "Deserialize", "Display", "Eq", "Hash", "PartialEq", "Serialize"];
    let is = |path: &Path, names: &[&str]| {
        path.segments.last().is_some_and(|last| names.iter().any(|name| last.ident == name))
    };
    let implemented: Vec<&Path> = derives.iter().filter(|path| is(path, &IMPLEMENTED)).collect();
    if let [first, ..] = &implemented[..] {
        let names = implemented.iter().filter_map(|path| path.segments.last());
        let names: Vec<String> = names.map(|last| format!("`{}`", last.ident)).collect();
        let (listed, them) = match &names[..] {
            [before @ .., last] if !before.is_empty() => {
                (format!("{} and {last}", before.join(", ")), "them")
            }
            _ => (names.concat(), "it"),
        };
        errors.at(first, format!("`open_enum!` implements {listed}; remove {them}"));
    }
    for copy in derives.iter().filter(|path| is(path, &["Copy"])) {
        errors.at(copy, "`Other` contains a `String`, so the enum is not `Copy`; remove `Copy`");
    }
    derives.into_iter().filter(|path| !is(path, &IMPLEMENTED) && !is(path, &["Copy"])).collect()
}
