//! Tests the readable form of the expansion, and the block of ARCHITECTURE.md that shows it.

mod editor;
mod robust;
mod spans;

use std::{
    env, fs,
    io::{self, Write as _},
    path::Path,
};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Item, Meta, parse_quote};

use crate::{expansion, expansion_routed_decoded};

/// Reads a file of the repository.
fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the first block of Rust after this text in Markdown.
fn block<'a>(markdown: &'a str, behind: &str) -> &'a str {
    let (_, text) = markdown.split_once(behind).expect("the text in front of the block");
    let (_, text) = text.split_once("```rust").expect("a block");
    let (_, text) = text.split_once('\n').expect("the first line of the block");
    // Documentation within the block has its own blocks, which do not begin a line.
    text.split_once("\n```").expect("the end of the block").0
}

/// Collects the formatted expansion of each item that has the attribute, including those in modules.
fn expansions(items: Vec<Item>, found: &mut Vec<String>) {
    for mut item in items {
        let attrs = match &mut item {
            Item::Enum(item) => &mut item.attrs,
            Item::Struct(item) => &mut item.attrs,
            Item::Union(item) => &mut item.attrs,
            Item::Mod(module) => {
                let items = module.content.take().map(|(_, items)| items);
                expansions(items.unwrap_or_default(), found);
                continue;
            }
            _ => continue,
        };
        let is_ours = |attr: &Attribute| {
            attr.path().segments.last().is_some_and(|last| last.ident == "endpoint")
        };
        let Some(index) = attrs.iter().position(is_ours) else { continue };
        let arguments = match attrs.remove(index).meta {
            Meta::List(list) => list.tokens,
            Meta::Path(_) | Meta::NameValue(_) => Default::default(),
        };
        let tokens = expansion(arguments, item.into_token_stream());
        found.push(line_comments(&prettyplease::unparse(&parse_quote!(#tokens))));
    }
}

/// Returns the code with `///` before each line of documentation: `prettyplease` writes several lines as `/** */`.
fn line_comments(code: &str) -> String {
    let mut out = String::new();
    let mut indent = None;
    for line in code.lines() {
        let code = line.trim_start();
        let (before, text) = match (indent, code.strip_prefix("/**")) {
            (Some(indent), _) => (indent, line),
            (None, Some(text)) => (&line[..line.len() - code.len()], text),
            (None, None) => {
                out.extend([line, "\n"]);
                continue;
            }
        };
        let end = text.strip_suffix("*/");
        indent = end.is_none().then_some(before);
        out.extend([before, "///", end.unwrap_or(text), "\n"]);
    }
    out
}

fn expansions_in(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    expansions(syn::parse_file(source).expect("Rust").items, &mut found);
    assert_ne!(found, [""; 0], "a struct with `#[endpoint]`");
    found
}

/// With `EXPAND=path/to/file.rs`, from the root of the repository, it prints the expansion of every struct in that file.
#[test]
fn the_architecture_shows_the_expansion_of_the_readme() {
    if let Some(path) = env::var_os("EXPAND") {
        let text = expansions_in(&read(path)).join("\n");
        // Unlike `println!`, this is not captured.
        io::stdout().write_all(text.as_bytes()).expect("standard output");
    }
    let expansion = expansions_in(block(&read("README.md"), "")).concat();
    let shown = read("ARCHITECTURE.md");
    let shown = block(&shown, "\n## The path of an attribute\n");
    assert!(
        shown == expansion.trim_end(),
        "ARCHITECTURE.md does not show this expansion:\n{expansion}"
    );
}

#[test]
fn structs_are_found_in_modules_and_errors_are_printed() {
    let found = expansions_in(
        "mod a { #[plane_api::endpoint(GET, \"/a\")] struct A; } #[endpoint] struct B { b: u8 }",
    );
    assert_eq!(found.len(), 2);
    assert!(found[0].contains("impl ::plane_api::Endpoint for A {"), "{}", found[0]);
    assert!(found[1].contains("compile_error!"), "{}", found[1]);
}

/// Slashes in values are mistakes if the server decodes paths before it routes.
#[test]
fn slashes_are_mistakes_for_servers_that_route_decoded_paths() {
    let expand =
        |path: &str, field: &str, expansion: fn(TokenStream, TokenStream) -> TokenStream| {
            let arguments = format!("GET, {path:?}").parse().expect("tokens");
            let item = format!("struct A {{ {field} pub id: String }}").parse().expect("tokens");
            expansion(arguments, item).to_string()
        };
    let cases =
        [("/a/<id>", "", false), ("/a/<id..>/b", "", true), ("/a/<id>", "#[path(slashes)]", true)];
    for (path, field, is_wrong) in cases {
        let strict = expand(path, field, expansion_routed_decoded);
        assert_eq!(strict.contains("compile_error"), is_wrong, "{strict}");
        assert!(is_wrong || strict.contains("routes_decoded ()"), "{strict}");
        let any = expand(path, field, expansion);
        assert!(!any.contains("compile_error") && !any.contains("routes_decoded"), "{any}");
    }
}

/// rustc removes the first line of a documentation attribute if it is empty, so a paragraph begins with two.
#[test]
fn generated_paragraphs_are_kept_apart() {
    let arguments = "GET, \"/a/<id>\"".parse().expect("tokens");
    let item = "#[doc = \" Gets an A.\"] struct A { #[doc = \" Size.\"] pub size: Option<u8> }";
    let expansion = expansion(arguments, item.parse().expect("tokens")).to_string();
    let paragraphs: Vec<_> = expansion.split("doc = \"\\n").skip(1).collect();
    assert_eq!(paragraphs.len(), 4, "{expansion}");
    assert!(paragraphs.iter().all(|text| text.starts_with("\\n ")), "{expansion}");
}
