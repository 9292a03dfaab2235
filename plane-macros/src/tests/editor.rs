//! The expansion of declarations that are still being typed, as an editor sees it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::expansion;

/// Returns the expansion of a struct with these arguments.
fn expand(arguments: &str, item: &str) -> TokenStream {
    expansion(arguments.parse().expect("tokens"), item.parse().expect("tokens"))
}

/// Collects the names after `fn`, at any depth.
fn functions(tokens: TokenStream, found: &mut Vec<String>) {
    let mut is_function = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                if is_function {
                    found.push(word.to_string());
                }
                is_function = word == "fn";
            }
            TokenTree::Group(group) => functions(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Returns the number of reports that are items, and of those that are lengths of arrays, which an editor does not see.
fn reports(tokens: TokenStream, in_array: bool) -> (usize, usize) {
    let mut found = (0, 0);
    for token in tokens {
        match token {
            TokenTree::Ident(word) if word == "compile_error" => {
                if in_array {
                    found.1 += 1;
                } else {
                    found.0 += 1;
                }
            }
            TokenTree::Group(group) => {
                let in_array = in_array || group.delimiter() == Delimiter::Bracket;
                let inner = reports(group.stream(), in_array);
                found = (found.0 + inner.0, found.1 + inner.1);
            }
            _ => {}
        }
    }
    found
}

const STRUCT: &str = "pub struct S { pub name: Option<String>, pub count: u32 }";

/// With any mistake, the struct, `new`, the setters and `send` exist, and the report is an item.
#[test]
fn what_is_declared_stays_alive() {
    let table = [
        ("", STRUCT),
        ("GET", STRUCT),
        ("GET,", STRUCT),
        (r#"GET, "/a/<""#, STRUCT),
        (r#"GET, "/a/<id""#, STRUCT),
        (r#"GET, "/a/{id}/" -> Thing"#, STRUCT),
        (r#"get, "/a/<id>/" -> Thing"#, STRUCT),
        (r#"GET, "/a/" ->"#, STRUCT),
        (r#"GET, "/a/" -> Vec<"#, STRUCT),
        (r#"GET, "/a/" -> Result<Thing>"#, STRUCT),
        (r#"GET, "/a/" -> Thing, jso"#, STRUCT),
        (r#"GET, "/a/" -> Thing, retry ="#, STRUCT),
        (r#"DELETE, "/a/""#, STRUCT),
        (r#"POST, "/a/""#, "pub struct S { #[quer] pub name: Option<String>, pub count: u32 }"),
        (
            r#"POST, "/a/""#,
            "pub struct S { #[query] #[body] pub name: Option<String>, pub count: u32 }",
        ),
        (r#"DELETE, "/a/""#, "pub struct S { pub tags: Vec<String>, pub name: Option<String> }"),
    ];
    for (arguments, item) in table {
        let tokens = expand(arguments, item);
        let text = tokens.to_string();
        assert!(text.contains("struct S"), "{arguments}: {text}");
        let mut found = Vec::new();
        functions(tokens.clone(), &mut found);
        for name in ["new", "name", "send", "request"] {
            assert_eq!(found.iter().filter(|it| *it == name).count(), 1, "{arguments}: {name}");
        }
        let (items, lengths) = reports(tokens, false);
        // rustc gets the report as a type, an editor gets it as an item.
        assert!(items == 1 && lengths <= 2, "{arguments}: {items} and {lengths}");
    }
}

/// The arguments of `new` are only unknown if the path is, or the location of a list.
#[test]
fn new_is_known_beside_most_mistakes() {
    let is_known =
        |arguments: &str, item: &str| !expand(arguments, item).to_string().contains("const new");
    for arguments in [
        r#"get, "/a/<id>/""#,
        r#"GET, "/a/{id}/""#,
        r#"GET, "/a/:id/""#,
        r#"GET, "/a/<id""#,
        r#"DELETE, "/a/<id>/""#,
        r#"GET, "/a/<id>/" -> Result<Thing>"#,
        r#"GET, "/a/<id>/" ->"#,
    ] {
        assert!(is_known(arguments, STRUCT), "{arguments}");
    }
    assert!(is_known(r#"POST, "/a/""#, "struct S { #[quer] a: u8 }"));
    assert!(!is_known(r#"POST, "/a/""#, "struct S { #[quer] a: Vec<u8> }"));
    assert!(!is_known("POST,", STRUCT));
    assert!(!is_known(r#"GET, "/a/<""#, STRUCT));
}

/// The compiler reports a field that is still being typed, and no other field is lost.
#[test]
fn a_field_may_be_half_typed() {
    for field in ["pub", "pub na", "pub na:", "na", "na: Option<", "#[query] pub na"] {
        let item = format!("pub struct S {{ pub name: Option<String>, {field} }}");
        let Ok(item) = item.parse::<TokenStream>() else { panic!("{item}") };
        let tokens = expansion(r#"POST, "/a/<id>/""#.parse().expect("tokens"), item);
        let mut found = Vec::new();
        functions(tokens.clone(), &mut found);
        assert_eq!(found.iter().filter(|it| *it == "name" || *it == "new").count(), 2, "{field}");
        assert!(!tokens.to_string().contains("compile_error"), "{field}: {tokens}");
        assert_eq!(found.iter().any(|it| it == "na"), field != "pub", "{field}: a setter");
    }
    // The next one may follow without a comma.
    let tokens = expand(r#"POST, "/a/""#, "pub struct S { pub na pub name: Option<String> }");
    assert!(tokens.to_string().contains("fn name"), "{tokens}");
}

/// The parser knows few expressions, but no field is lost because of its length.
#[test]
fn an_array_may_have_any_length() {
    for length in ["{ 1 + 2 }", "[1, 2].len()", "if A { 1 } else { 2 }", "const { 1 }"] {
        let item = format!("pub struct S {{ code: [u8; {length}] }}");
        let tokens = expand(r#"POST, "/a/""#, &item).to_string();
        assert!(tokens.contains("new (code : "), "{length}: {tokens}");
        assert!(!tokens.contains("compile_error"), "{length}: {tokens}");
    }
}

/// The signature of a setter that takes a `Patch` contains no private type.
#[test]
fn the_signature_of_a_patch_can_be_read() {
    let tokens = expand(r#"PATCH, "/a/""#, "struct S { name: Patch<String> }").to_string();
    assert!(tokens.contains(":: plane_api :: patch :: PatchOf < String , Kind >"), "{tokens}");
    assert!(!tokens.contains("Convert <"), "{tokens}");
    let tokens = expand(r#"PATCH, "/a/""#, "struct S { a: Patch<Vec<String>>, b: Patch<Vec<u8>> }");
    for expected in
        ["impl :: plane_api :: patch :: PatchOfListInto < String >", "PatchOfList < u8 >"]
    {
        assert!(tokens.to_string().contains(expected), "{tokens}");
    }
}

/// Returns the tokens up to each token at which typing may stop, at any depth, with brackets closed as by an editor.
/// With `goes_on`, the tokens behind the brackets exist already.
fn cuts(tokens: TokenStream, goes_on: bool) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let upto = |end: usize| tokens.iter().take(end).cloned();
    let mut found: Vec<TokenStream> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        found.push(upto(at).collect());
        let TokenTree::Group(group) = token else { continue };
        for inner in cuts(group.stream(), goes_on) {
            let inner = TokenTree::from(Group::new(group.delimiter(), inner));
            let rest = tokens.iter().skip(at + 1).filter(|_| goes_on).cloned();
            found.push(upto(at).chain([inner]).chain(rest).collect());
        }
    }
    found.push(tokens.iter().cloned().collect());
    found
}

/// Wherever typing stops, in the arguments, the path or a field, also inside of brackets, the rest of the declaration is
/// defined, and there is no second report.
#[test]
fn a_declaration_may_end_at_every_token() {
    const ARGUMENTS: &str = r#"PATCH, "/workspaces/<workspace_slug>/" -> v1::Page<Customer>, json = optional, brackets, auth = none, retry = safe, root = "/api/v2", header("X-Name" = "value"), decode = path::to::function"#;
    const FIELDS: [&str; 6] = [
        r#"#[query(comma)] #[serde(rename = "n")] pub number: Option<Vec<u32>>"#,
        r#"#[header("X-Tag")] #[doc = "text"] pub(crate) tag: std::option::Option<(u8, u8)>"#,
        "#[path(body, slashes)] pub workspace_slug: String",
        r#"#[page(number = 1)] #[deprecated(note = "n")] r#type: Option<[u8; 2]>"#,
        r#"#[cfg(all(unix, feature = "x"))] pub part: Patch<&'static str>"#,
        r#"#[serde(serialize_with = "path::to")] #[flatten] #[query] pub map: fn(u8) -> u8"#,
    ];
    let check = |arguments: TokenStream, item: TokenStream| {
        let shown = format!("{arguments}: {item}");
        let tokens = expansion(arguments, item);
        let mut found = Vec::new();
        functions(tokens.clone(), &mut found);
        for name in ["new", "name", "email", "send", "request"] {
            assert_eq!(found.iter().filter(|it| *it == name).count(), 1, "{shown}: {name}");
        }
        assert!(reports(tokens.clone(), false).0 < 2, "{shown}: {tokens}");
    };
    let tokens = |text: &str| text.parse::<TokenStream>().expect("tokens");
    let fields = tokens("pub name: Option<String>, pub email: Option<String>,");
    for goes_on in [false, true] {
        for arguments in cuts(tokens(ARGUMENTS), goes_on) {
            check(arguments, quote!(pub struct S { #fields }));
        }
        for field in FIELDS.into_iter().flat_map(|field| cuts(tokens(field), goes_on)) {
            // The next field may follow without a comma.
            for item in [quote!(#fields #field), quote!(#field, #fields), quote!(#field #fields)] {
                check(tokens(ARGUMENTS), quote!(pub struct S { #item }));
            }
        }
    }
    let path = "/workspaces/<workspace_slug>/a-<b..>/?key=value";
    for end in 0..=path.len() {
        let path = &path[..end];
        check(quote!(PATCH, #path -> Customer), quote!(pub struct S { #fields }));
    }
}

/// A stream that a method of a list returns is not a response. This is one report, without further ones.
#[test]
fn the_streams_of_a_list_are_no_response() {
    for (response, write) in [
        ("plane_api::Items<Thing>", "plane_api::Page<Thing>"),
        ("::plane_api::Pages<L>", "::plane_api::Page<L>"),
    ] {
        let tokens = expand(&format!(r#"GET, "/a/" -> {response}"#), STRUCT);
        assert_eq!(reports(tokens.clone(), false).0, 1, "{response}: {tokens}");
        assert!(tokens.to_string().contains(write), "{response}: {tokens}");
        let named = response.split('<').next().expect("a name").replace("::", " :: ");
        assert!(!tokens.to_string().contains(&format!("{} <", named.trim())), "{tokens}");
    }
    // These are the user's own types.
    for response in ["Items<Thing>", "v2::Items<Thing>", "plane_api::items::Items<Thing>"] {
        let tokens = expand(&format!(r#"GET, "/a/" -> {response}"#), STRUCT).to_string();
        assert!(!tokens.contains("compile_error"), "{response}: {tokens}");
    }
}
