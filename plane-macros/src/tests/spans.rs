//! The locations of emitted names. An editor takes a generated name in the location of a user's name for another meaning of it:
//! it lists its definition and its documentation as well.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, LineColumn, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, ItemStruct, Meta};

use crate::expansion;

type Location = (LineColumn, LineColumn);

fn location(span: Span) -> Location {
    (span.start(), span.end())
}

/// A name or a literal.
#[derive(Clone, PartialEq)]
struct Name {
    /// The name in front of it.
    before: String,
    text: String,
    location: Location,
}

/// Returns all names and literals, except in items that an editor does not see.
fn names(tokens: TokenStream, found: &mut Vec<Name>) {
    let mut before = String::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let Some(TokenTree::Group(attribute)) = tokens.peek() else { continue };
                let text = attribute.stream().to_string().replace(' ', "");
                if attribute.delimiter() == Delimiter::Bracket && text == "cfg(not(miri))" {
                    let is_end = |token: &TokenTree| match token {
                        TokenTree::Punct(sign) => sign.as_char() == ';',
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        _ => false,
                    };
                    tokens.find(is_end).expect("the end of the item");
                }
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let (text, location) = (token.to_string(), location(token.span()));
                found.push(Name { before, text: text.clone(), location });
                before = text;
                continue;
            }
            TokenTree::Group(group) => names(group.stream(), found),
            TokenTree::Punct(_) => {}
        }
        before = String::new();
    }
}

/// A declaration, expanded.
struct Expanded {
    /// The struct's name, the names and types of the fields, and the response.
    written: Vec<(Role, Name)>,
    emitted: Vec<Name>,
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Struct,
    Field,
    Type,
}

fn expand(source: &str) -> Expanded {
    // On the first lines, a name could have the location of a token that `quote` parses.
    let file = syn::parse_file(&format!("\n\n\n{source}")).expect("Rust");
    let [Item::Struct(item)] = &file.items[..] else { panic!("{source}") };
    let [attribute, rest @ ..] = &item.attrs[..] else { panic!("{source}") };
    let Meta::List(arguments) = &attribute.meta else { panic!("{source}") };
    let mut written = Vec::new();
    let mut add = |role: Role, tokens: TokenStream| {
        let mut found = Vec::new();
        names(tokens, &mut found);
        written.extend(found.into_iter().map(|name| (role, name)));
    };
    add(Role::Struct, item.ident.to_token_stream());
    for field in &item.fields {
        add(Role::Field, field.ident.to_token_stream());
        add(Role::Type, field.ty.to_token_stream());
    }
    let is_arrow =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '-');
    let behind_path = arguments.tokens.clone().into_iter().skip_while(|token| !is_arrow(token));
    add(Role::Type, behind_path.collect());
    let item = ItemStruct { attrs: rest.to_vec(), ..item.clone() };
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
    let is_report = |text: &str| text.starts_with('"') || ["core", "compile_error"].contains(&text);
    let mut found = Vec::new();
    for (role, name) in &expanded.written {
        let mut definitions: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for Name { before, text, .. } in
            expanded.emitted.iter().filter(|it| it.location == name.location)
        {
            if DEFINE.contains(&before.as_str()) {
                *definitions.entry((before, text)).or_default() += 1;
            } else if *text != name.text && !is_report(text) {
                found.push(format!("`{before} {text}` is in the location of `{}`", name.text));
            }
        }
        for ((keyword, defined), count) in definitions {
            let is_allowed = match (role, keyword) {
                (Role::Struct, "struct") | (Role::Field, "fn") => name.text == defined,
                (Role::Struct, "fn") => METHODS.contains(&defined),
                _ => false,
            };
            if !is_allowed || count > 1 {
                found.push(format!("{count} definitions `{keyword} {defined}` at `{}`", name.text));
            }
        }
    }
    found
}

const DECLARATIONS: [&str; 15] = [
    r#"#[endpoint(PATCH, "/w/<slug>/c/<id>/" -> Customer)] pub struct Update { name: Option<String>, email: Patch<String>, tags: Patch<Vec<String>>, kind: Kind }"#,
    r#"#[endpoint(GET, "/w/<slug>/" -> Page<Customer>)] struct List { #[page] cursor: Option<Cursor>, #[page(size = 100)] per_page: Option<u32>, #[query(comma)] tags: Vec<String>, one: models::One }"#,
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
        // The struct is emitted where it is written.
        let (_, name) = expanded.written.first().expect("a name");
        assert!(
            expanded.emitted.iter().any(|it| it.before == "struct" && it.location == name.location)
        );
        assert_eq!(mistakes(&expanded), [""; 0], "{source}");
    }
}

/// Every definition that the test must see is seen.
#[test]
fn a_second_definition_is_a_mistake() {
    let mut expanded = expand(DECLARATIONS[0]);
    let at =
        |role: Role| expanded.written.iter().rfind(|it| it.0 == role).expect("a name").1.clone();
    let (name, field, response) = (at(Role::Struct), at(Role::Field), at(Role::Type));
    let second = |before: &str, text: &str, at: &Name| Name {
        before: before.to_owned(),
        text: text.to_owned(),
        location: at.location,
    };
    expanded.emitted.extend([
        second("type", "Response", &response),
        second("fn", "new", &name),
        second("", "client", &name),
        second("const", "NAME", &field),
    ]);
    assert_eq!(mistakes(&expanded).len(), 4, "{:?}", mistakes(&expanded));
}
