//! The locations of emitted names. An editor takes a generated name in the location of a user's name for another meaning of it:
//! it lists its definition and its documentation as well.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Ident, LineColumn, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, Meta};

use crate::{
    expansion,
    tokens::{end_of, start_of},
};

type Location = (LineColumn, LineColumn);

fn location(span: Span) -> Location {
    (span.start(), span.end())
}

/// Returns all names, with the word in front of each, except in items that an editor does not see.
fn names(tokens: TokenStream, found: &mut Vec<(String, Ident)>) {
    let mut before = String::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let Some(TokenTree::Group(attribute)) = tokens.peek() else { continue };
                let text = attribute.stream().to_string().replace(' ', "");
                if attribute.delimiter() == Delimiter::Bracket && text == "cfg(not(miri))" {
                    let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';');
                    tokens.find(is_end).expect("the end of the item");
                }
            }
            TokenTree::Ident(name) => {
                found.push((before, name.clone()));
                before = name.to_string();
                continue;
            }
            TokenTree::Group(group) => names(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        before = String::new();
    }
}

/// A declaration, expanded.
struct Expanded {
    /// The struct's name, the names of the fields, and those in the response.
    written: Vec<(&'static str, Ident)>,
    emitted: Vec<(String, Ident)>,
}

fn expand(source: &str) -> Expanded {
    // On the first line, a name could have the location of a token that `quote` parses.
    let file = syn::parse_file(&format!("\n\n\n{source}")).expect("Rust");
    let [Item::Struct(item)] = &file.items[..] else { panic!("{source}") };
    let [attribute, rest @ ..] = &item.attrs[..] else { panic!("{source}") };
    let Meta::List(arguments) = &attribute.meta else { panic!("{source}") };
    let mut written = vec![("struct", item.ident.clone())];
    written.extend(item.fields.iter().filter_map(|field| Some(("field", field.ident.clone()?))));
    let mut in_arguments = Vec::new();
    let response = arguments
        .tokens
        .clone()
        .into_iter()
        .skip_while(|token| !matches!(token, TokenTree::Punct(sign) if sign.as_char() == '-'));
    names(response.collect(), &mut in_arguments);
    written.extend(in_arguments.into_iter().map(|(_, name)| ("response", name)));
    let item = syn::ItemStruct { attrs: rest.to_vec(), ..item.clone() };
    let mut emitted = Vec::new();
    names(expansion(arguments.tokens.clone(), item.into_token_stream()), &mut emitted);
    Expanded { written, emitted }
}

/// Returns what is wrong about the names in the location of a written name.
fn mistakes(expanded: &Expanded) -> Vec<String> {
    const DEFINE: [&str; 8] = ["struct", "fn", "mod", "const", "type", "trait", "enum", "static"];
    /// The generated methods: a call of them leads to the struct.
    const METHODS: [&str; 6] = ["new", "send", "send_blocking", "request", "pages", "items"];
    // A mistake is reported in its location.
    const REPORT: [&str; 2] = ["core", "compile_error"];
    let mut found = Vec::new();
    for (role, name) in &expanded.written {
        let here = |it: &&(String, Ident)| location(it.1.span()) == location(name.span());
        let mut definitions: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (before, emitted) in expanded.emitted.iter().filter(here) {
            let is_definition = DEFINE.contains(&before.as_str());
            if is_definition {
                *definitions.entry((before.clone(), emitted.to_string())).or_default() += 1;
            } else if emitted != name && !REPORT.iter().any(|it| emitted == it) {
                found.push(format!("`{before} {emitted}` is in the location of `{name}`"));
            }
        }
        for ((keyword, defined), count) in definitions {
            let is_allowed = match (*role, keyword.as_str()) {
                ("struct", "struct") | ("field", "fn") => *name == defined,
                ("struct", "fn") => METHODS.contains(&defined.as_str()),
                _ => false,
            };
            if !is_allowed || count > 1 {
                found.push(format!("`{keyword} {defined}` is {count} times at `{name}`"));
            }
        }
    }
    found
}

const DECLARATIONS: [&str; 15] = [
    r#"#[endpoint(PATCH, "/w/<slug>/c/<id>/" -> Customer)] pub struct Update { name: Option<String>, email: Patch<String>, tags: Patch<Vec<String>>, kind: Kind }"#,
    r#"#[endpoint(GET, "/w/<slug>/" -> Page<Customer>)] struct List { cursor: Option<Cursor>, #[page(size = 100)] per_page: Option<u32>, #[query(comma)] tags: Vec<String>, one: models::One }"#,
    r#"#[endpoint(GET, "/w/" -> Vec<models::Customer>)] struct List { #[page(number)] page: Option<u32> }"#,
    r#"#[endpoint(GET, "/w/" -> Page<Customer>)] struct Looks { after: Option<String> }"#,
    r#"#[endpoint(POST, "/w/<id>" -> Events<Message>, multipart)] struct Send<'a> { #[path(body)] id: u64, file: FilePart, files: Vec<FilePart>, text: &'a str, bytes: Option<Bytes> }"#,
    r#"#[endpoint(POST, "/w/" -> RawResponse, decode = read)] struct Raw { #[body] body: Body }"#,
    r#"#[endpoint(POST, "/w/" -> StatusCode)] struct Status { #[body] body: std::collections::HashMap<String, u8> }"#,
    r#"#[endpoint(POST, "/w/" -> Bytes)] #[derive(Clone)] struct Generic<T: Clone> where T: Serialize { value: T, rest: Option<T>, #[serde(serialize_with = "f")] by: Option<T> }"#,
    r#"#[endpoint(DELETE, "/w/<id>/")] struct Delete;"#,
    r#"#[endpoint(GET, "/w/" -> Lines<Option<Thing>>)] struct Read { #[header("X-A")] a: Option<Name>, #[cfg(unix)] b: Option<Name> }"#,
    // With a mistake.
    r#"#[endpoint(get, "/w/<id>/" -> Customer)] struct Lower { name: Option<String>, #[qeury] page: Vec<u8> }"#,
    r#"#[endpoint(GET, "/w/<id>/" -> Result<Customer>)] struct Wrapped { name: Option<String> }"#,
    r#"#[endpoint(DELETE, "/w/<id>/" -> Page<Customer>)] struct Unmarked { cursor: Option<Cursor>, kind: Kind }"#,
    r#"#[endpoint(GET, "/w/" -> Customer)] struct Sized { #[page(size)] size: Option<u32> }"#,
    r#"#[endpoint(GET, "/w/" -> Option<Bytes>)] struct Optional { name: Option<Option<Name>> }"#,
];

/// No generated name is in the location of a user's name, except for one definition of each method that leads there.
#[test]
fn every_name_has_one_definition() {
    for source in DECLARATIONS {
        let expanded = expand(source);
        let names = expanded.written.iter().map(|(_, name)| location(name.span()));
        // The struct and its fields are emitted where they are written.
        for place in names.take(2) {
            assert!(expanded.emitted.iter().any(|it| location(it.1.span()) == place), "{source}");
        }
        assert_eq!(mistakes(&expanded), [""; 0], "{source}");
    }
}

/// Every definition that the test must see is seen.
#[test]
fn a_second_definition_is_a_mistake() {
    let mut expanded = expand(DECLARATIONS[0]);
    let written = expanded.written.clone();
    let response = &written.last().expect("a name").1;
    let second = |text: &str, at: &Ident| Ident::new(text, at.span());
    expanded.emitted.push(("type".to_owned(), second("Response", response)));
    expanded.emitted.push(("fn".to_owned(), second("new", &written[0].1)));
    expanded.emitted.push((String::new(), second("client", &written[0].1)));
    expanded.emitted.push(("fn".to_owned(), second("name", &written[1].1)));
    assert_eq!(mistakes(&expanded).len(), 4, "{:?}", mistakes(&expanded));
}

/// The edges of a name are not its location: not even outside of the compiler, as here.
#[test]
fn edges_are_elsewhere() {
    let expanded = expand(DECLARATIONS[0]);
    for (_, name) in &expanded.written {
        assert_ne!(location(start_of(name.span())), location(name.span()));
        assert_ne!(location(end_of(name.span())), location(name.span()));
    }
}
