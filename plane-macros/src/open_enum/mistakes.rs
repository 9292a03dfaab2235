//! The mistakes in an enum of strings.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Error, Lit, LitStr, Path, Token, ext::IdentExt, parse_quote, punctuated::Punctuated,
};

use super::{
    Variant,
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
    let renamed = strings_of(&attrs);
    let is_renamed = |draft: &Draft| strings_of(&draft.attrs).rename.is_some();
    let word = |draft: &Draft| draft.word(renamed.rename_all.as_ref());
    let missing: Vec<&Draft> = drafts.iter().filter(|draft| draft.lacks_string()).collect();
    if let [first, ..] = missing[..] {
        let written: Vec<_> =
            missing.iter().map(|it| format!("{} = {:?}", it.name, word(it))).collect();
        let instead = match (&renamed.rename_all, missing.iter().any(|it| is_renamed(it))) {
            (_, true) => " instead of `#[serde(rename)]`",
            (Some(_), false) => " instead of `#[serde(rename_all)]`",
            (None, false) => "",
        };
        let write = format!("write `{}`{instead}", written.join(", "));
        let behind = match &first.value {
            Value::Other(tokens) => tokens.to_string(),
            _ => String::new(),
        };
        match (&first.value, &*behind) {
            (Value::Other(tokens), "=") => errors.at(tokens, format!("missing string; {write}")),
            (Value::Other(tokens), _) if behind.starts_with("= ") => {
                errors.at(tokens, format!("the value of a variant is a string; {write}"));
            }
            (Value::Other(tokens), _) if !behind.is_empty() => {
                errors.at(tokens, format!("the string of a variant follows `=`; {write}"));
            }
            _ => errors.at(&first.name, format!("missing string of `{}`; {write}", first.name)),
        }
    }
    let is_reported = !missing.is_empty();
    let attrs = kept(attrs, is_by_serde, is_reported, errors);
    let mut variants: Vec<Variant> = Vec::new();
    let mut has_literal = false;
    for draft in drafts {
        let word = LitStr::new(&word(&draft), draft.span());
        if !has_literal && let Value::Literal(literal) = &draft.value {
            errors.at(
                literal,
                format!("the value of a variant is a string; write `{:?}`", word.value()),
            );
            has_literal = true;
        }
        if draft.name == "Other" {
            errors.push(draft.other(&word));
            continue;
        }
        let is_unknown = strings_of(&draft.attrs).other;
        if is_unknown && !draft.lacks_string() {
            let name = &draft.name;
            errors.at(
                name,
                format!("`open_enum!` adds `Other` for unknown strings; remove `{name}`"),
            );
        } else if let Some(group) = draft.data() {
            let name = &draft.name;
            let message = format!(
                "a variant has no data; write `{name} = {:?}`, or remove it: `open_enum!` adds `Other(String)` for unknown strings",
                word.value()
            );
            errors.at(group, message);
        }
        let is_cfg = |variant: &Variant| variant.cfgs().next().is_some();
        let is_reported = is_reported || is_unknown;
        let attrs = kept(draft.attrs, is_by_serde, is_reported, errors);
        let variant = Variant { attrs, name: draft.name, word };
        let others = variants.iter().filter(|other| !is_cfg(&variant) && !is_cfg(other));
        let twin = others.clone().find(|other| other.name == variant.name);
        let same = others.clone().find(|other| other.word.value() == variant.word.value());
        if let Some(twin) = twin {
            errors.at(&variant.name, format!("`{}` is declared twice; remove one", twin.name));
            continue;
        }
        if let Some(same) = same {
            let word = &variant.word;
            let both =
                format!("`{}` and `{}` are both `{:?}`", same.name, variant.name, word.value());
            errors.at(word, format!("{both}; write another string, or remove one"));
            continue;
        }
        variants.push(variant);
    }
    (attrs, variants)
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

    fn span(&self) -> proc_macro2::Span {
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

    /// Returns the report of a variant called `Other`.
    fn other(&self, word: &LitStr) -> Error {
        let help = match &self.value {
            Value::Other(_) => "remove it".to_owned(),
            _ => format!("write `OtherKind = {:?}`", word.value()),
        };
        let message = format!("`open_enum!` adds `Other` for unknown strings; {help}");
        Error::new(self.name.span(), message)
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

/// Returns the attributes without serde's, which would have no effect, and without the derives that the macro implements.
fn kept(
    attrs: Vec<Attribute>,
    is_by_serde: bool,
    is_reported: bool,
    errors: &mut Errors,
) -> Vec<Attribute> {
    let mut kept = Vec::new();
    for attr in attrs {
        if is_by_serde && attr.path().is_ident("serde") {
            if !is_reported {
                let message = "`open_enum!` does not read serde's attributes; remove this one";
                errors.once(attr, message.to_owned());
            }
        } else if let Some(derives) = derives(&attr) {
            let derives = without_implemented(derives, errors);
            kept.push(parse_quote!(#[derive(#derives)]));
        } else {
            kept.push(attr);
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
