//! Reads the declarations of the catalogue, the fields of requests and models, so that the tests compare all of them
//! with the data without a list kept by hand.

#[path = "src/declarations.rs"]
#[allow(dead_code, reason = "the library uses the rest")]
mod declarations;

use std::{env, error::Error, fmt::Write as _, fs, path::PathBuf};

use self::declarations::{Field, Item, Source, items};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/declarations.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rustc-check-cfg=cfg(trybuild)");
    for version in ["v1", "v2"] {
        println!("cargo::rerun-if-changed={}", declarations::folder(version).display());
        let sources = declarations::sources(version)?;
        fs::write(out.join(format!("{version}.rs")), catalogue(version, &sources)?)?;
    }
    Ok(())
}

/// Returns the code that describes the declarations of one version.
fn catalogue(version: &str, all: &[Source]) -> Result<String> {
    let mut out = String::new();
    let (mut requests, mut models, mut numbers) = (String::new(), String::new(), String::new());
    let (mut sources, mut inputs) = (String::new(), String::new());
    for (index, Source { module, text }) in all.iter().enumerate() {
        writeln!(sources, "({module:?}, {text:?}),")?;
        let mut code = String::new();
        for item in items(text).into_iter().filter(|item| item.params.is_empty()) {
            if let Some(head) = &item.endpoint {
                write_request(&mut code, &item, head, &module.replace('/', "::"))?;
                writeln!(requests, "m{index}::request_{}(),", item.name)?;
            } else if let Some(word) = item.words.first().map(|word| word.value) {
                writeln!(code, "words!({}, {word});", item.name)?;
                if !word.starts_with('"') {
                    writeln!(numbers, "{:?},", item.name)?;
                }
            } else if item.is_union {
                if item.derives("Serialize") {
                    writeln!(code, "union!({});", item.name)?;
                }
            } else {
                if item.derives("Deserialize") {
                    write_model(&mut code, &item)?;
                    writeln!(models, "m{index}::model_{}(),", item.name)?;
                }
                if item.derives("Serialize") {
                    write_input(&mut code, &item)?;
                    let fields = item.fields.iter().map(Field::wire).collect::<Vec<_>>();
                    writeln!(inputs, "({:?}, &{fields:?}),", item.name)?;
                }
            }
        }
        let uses = uses(text);
        writeln!(
            out,
            "mod m{index} {{\n{uses}\nuse plane_api::{version}::{}::*;\nuse super::*;\n{code}}}",
            module.replace('/', "::")
        )?;
    }
    writeln!(out, "pub(crate) fn requests() -> Vec<Request> {{ vec![{requests}] }}")?;
    writeln!(out, "pub(crate) fn models() -> Vec<Model> {{ vec![{models}] }}")?;
    writeln!(out, "pub(crate) const SOURCES: &[(&str, &str)] = &[{sources}];")?;
    writeln!(out, "pub(crate) const NUMBERS: &[&str] = &[{numbers}];")?;
    writeln!(out, "pub(crate) const INPUTS: &[(&str, &[&str])] = &[{inputs}];")?;
    Ok(out)
}

/// Returns the `use` lines with public paths: references, and all items outside of `crate::plane`, are at the root;
/// other paths stay the same.
fn uses(text: &str) -> String {
    let mut uses = String::new();
    let mut inside = false;
    for line in text.lines() {
        inside |= line.starts_with("use ");
        if inside {
            uses += line.trim();
            inside = !line.ends_with(';');
        }
    }
    let mut code = String::new();
    for tree in uses.split("use ").filter_map(|tree| tree.trim().strip_suffix(';')) {
        for path in paths("", tree) {
            let name = path.rsplit("::").next().unwrap_or_default();
            const HELPERS: [&str; 5] =
                ["open_enum", "open_int_enum", "coerce", "lenient", "upserted"];
            if path.starts_with("plane_macros::") || HELPERS.contains(&name) {
                continue;
            }
            let public = match path.strip_prefix("crate::plane::") {
                Some(path) if path.starts_with("reference::") => format!("plane_api::{name}"),
                Some(path) => format!("plane_api::{path}"),
                None if path.starts_with("crate::") => format!("plane_api::{name}"),
                None => path,
            };
            code += &format!("use {public};");
        }
    }
    code
}

/// Returns the paths of a `use` tree.
fn paths(prefix: &str, tree: &str) -> Vec<String> {
    let Some((head, rest)) = tree.split_once('{') else { return vec![format!("{prefix}{tree}")] };
    let prefix = format!("{prefix}{head}");
    let inner = rest.trim_end().trim_end_matches(',').strip_suffix('}').unwrap_or(rest);
    let (mut paths_of, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, char) in inner.char_indices().chain([(inner.len(), ',')]) {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = inner[start..at].trim();
                if part == "self" {
                    paths_of.push(prefix.trim_end_matches("::").to_owned());
                } else if !part.is_empty() {
                    paths_of.extend(paths(&prefix, part));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    paths_of
}

fn write_request(out: &mut String, item: &Item<'_>, head: &str, module: &str) -> Result<()> {
    let (method, rest) = head.split_once(", \"").ok_or("no path")?;
    let (path, rest) = rest.split_once('"').ok_or("no path")?;
    let rest = rest.trim().strip_prefix("-> ").unwrap_or("Value");
    let mut depth = 0;
    let end = rest.find(|c| {
        depth += i32::from(matches!(c, '<' | '(')) - i32::from(matches!(c, '>' | ')'));
        c == ',' && depth == 0
    });
    let (answer, options) = rest.split_at(end.unwrap_or(rest.len()));

    let in_query = |field: &Field<'_>| {
        matches!(method, "GET" | "HEAD" | "OPTIONS")
            || options.contains("query")
            || field.attrs.iter().any(|attr| attr.starts_with("#[query"))
    };
    let params = path.split('<').skip(1).filter_map(|part| part.split(['>', '.']).next());
    let params: Vec<&Field<'_>> =
        params.filter_map(|name| item.fields.iter().find(|field| field.name == name)).collect();
    let is_param = |field: &&Field<'_>| params.iter().any(|param| param.name == field.name);
    let (optional, required): (Vec<&Field<'_>>, Vec<_>) =
        item.fields.iter().filter(|field| !is_param(field)).partition(|field| {
            field.is_optional() || field.ty.starts_with("Vec<") && in_query(field)
        });

    let name = item.name;
    let answer = if answer == "Redirect" { "()" } else { answer };
    // The result of an upsert is in the status and a header; the body is the object.
    let answer =
        answer.strip_prefix("Upserted<").and_then(|it| it.strip_suffix('>')).unwrap_or(answer);
    writeln!(out, "pub(super) fn request_{name}() -> Request {{")?;
    let samples = params.iter().chain(&required).map(|field| sample(field));
    let samples = samples.collect::<Vec<_>>().join(", ");
    writeln!(out, "fn bare() -> {name} {{ {name}::new({samples}) }}")?;
    writeln!(out, "#[allow(unused_mut)] fn full() -> {name} {{ let mut it = bare();")?;
    for field in &optional {
        writeln!(out, "it.{} = Known::sample();", field.name)?;
    }
    writeln!(out, "it }}")?;
    writeln!(out, "#[allow(unused_mut)] fn given(body: &mut Given) -> Option<{name}> {{")?;
    let known = |field: &&Field<'_>| {
        if field.attrs.contains(&"#[body]") {
            format!("<{} as Known>::given(&body.whole())?", field.ty)
        } else {
            format!("<{} as Known>::given(&body.take({:?})?)?", field.ty, field.wire())
        }
    };
    let param = |field: &&Field<'_>| {
        if field.attrs.contains(&"#[path(body)]") { known(field) } else { sample(field) }
    };
    let all = params.iter().map(param).chain(required.iter().map(known));
    writeln!(out, "let mut it = {name}::new({});", all.collect::<Vec<_>>().join(", "))?;
    for field in optional.iter().filter(|field| !in_query(field)) {
        let wire = field.wire();
        writeln!(
            out,
            "if let Some(value) = body.take({wire:?}) {{ it.{} = Known::given(&value)?; }}",
            field.name
        )?;
    }
    writeln!(out, "Some(it) }}")?;
    // By name, a value that a function serializes is given in its wire form, so it is not taken from the field.
    let is_plain = |field: &&Field<'_>| {
        !field.attrs.iter().any(|attr| attr.contains("serialize_with") || attr.contains("with = "))
    };
    let value = |field: &Field<'_>| {
        let (name, wire) = (field.name, field.wire());
        let wire = if field.attrs.contains(&"#[body]") { "body" } else { wire };
        format!(
            "if let Some(value) = Known::value(&it.{name}) {{ values.insert({wire:?}.to_owned(), value); }}"
        )
    };
    writeln!(out, "fn values(it: {name}) -> Map {{ let mut values = Map::new();")?;
    for field in item.fields.iter().filter(is_plain) {
        writeln!(out, "{}", value(field))?;
    }
    writeln!(out, "values }}")?;
    let words = item.fields.iter().filter(|field| !is_param(field));
    let words =
        words.map(|field| format!("({:?}, <{} as Known>::is_known)", field.wire(), field.ty));
    let words = words.collect::<Vec<_>>().join(", ");
    writeln!(
        out,
        "Request {{ module: {module:?}, spec: <{name} as plane_api::Endpoint>::SPEC, answer: {answer:?}, words: &[{words}], bare: || plane_api::generated::build(&bare()), \
         full: || plane_api::generated::build(&full()), \
         values: || [values(bare()), values(full())], given: |body| given(body).map(|it| plane_api::generated::build(&it)), \
         decode: |json| decode::<{answer}>(json) }} }}"
    )?;
    Ok(())
}

fn sample(field: &Field<'_>) -> String {
    format!("<{} as Known>::sample()", field.ty)
}

fn write_model(out: &mut String, item: &Item<'_>) -> Result<()> {
    let name = item.name;
    writeln!(out, "pub(super) fn model_{name}() -> Model {{ Model {{ name: {name:?}, fields: &[")?;
    for field in &item.fields {
        writeln!(out, "({:?}, {:?}),", field.wire(), field.ty)?;
    }
    writeln!(out, "], decode: |json| decode::<{name}>(json) }} }}")?;
    Ok(())
}

fn write_input(out: &mut String, item: &Item<'_>) -> Result<()> {
    let name = item.name;
    writeln!(out, "impl Known for {name} {{ fn sample() -> Self {{ let mut it = Self::default();")?;
    for field in &item.fields {
        writeln!(out, "it.{} = Known::sample();", field.name)?;
    }
    writeln!(
        out,
        "it }}\nfn value(&self) -> Option<Value> {{ serde_json::to_value(self).ok() }}\nfn given(value: &Value) -> Option<Self> {{"
    )?;
    writeln!(out, "let mut it = Self::default(); let mut body = Given::new(value)?;")?;
    for field in &item.fields {
        let wire = field.wire();
        writeln!(
            out,
            "if let Some(value) = body.take({wire:?}) {{ it.{} = Known::given(&value)?; }}",
            field.name
        )?;
    }
    writeln!(out, "body.is_used_up().then_some(it) }} }}")?;
    Ok(())
}
