//! Reads the declarations of the catalogue, so that its tests hold every one of them against the data without a list that
//! somebody has to keep: what a request is built from, and what a model holds.
//!
//! It reads lines, not Rust: the catalogue is formatted, and a declaration reads like a table row.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(trybuild)");
    for version in ["v1", "v2"] {
        let code = catalogue(version)?;
        fs::write(PathBuf::from(env::var("OUT_DIR")?).join(format!("{version}.rs")), code)?;
    }
    Ok(())
}

/// What the tests know of the declarations of one version.
fn catalogue(version: &str) -> Result<String> {
    let plane = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../plane-api/src/plane");
    let root = plane.join(version);
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    find(&root, &mut files)?;
    files.sort();

    let mut out = String::new();
    let (mut requests, mut models, mut numbers) = (String::new(), String::new(), String::new());
    let (mut sources, mut inputs) = (String::new(), String::new());
    for (index, file) in files.iter().enumerate() {
        let text = fs::read_to_string(file)?;
        let path = file.strip_prefix(&root)?.with_extension("");
        writeln!(sources, "({:?}, {text:?}),", path.display().to_string())?;
        let path: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        let mut code = String::new();
        for item in items(&text) {
            if let Some(head) = &item.endpoint {
                write_request(&mut code, &item, head, &path.join("::"))?;
                writeln!(requests, "m{index}::request_{}(),", item.name)?;
            } else if let Some(word) = &item.word {
                writeln!(code, "words!({}, {word});", item.name)?;
                if !word.starts_with('"') {
                    writeln!(numbers, "{:?},", item.name)?;
                }
            } else if item.is_union {
                writeln!(code, "union!({});", item.name)?;
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
        let uses = uses(&text);
        writeln!(
            out,
            "mod m{index} {{\n{uses}\nuse plane_api::{version}::{}::*;\nuse super::*;\n{code}}}",
            path.join("::")
        )?;
    }
    writeln!(out, "pub(crate) fn requests() -> Vec<Request> {{ vec![{requests}] }}")?;
    writeln!(out, "pub(crate) fn models() -> Vec<Model> {{ vec![{models}] }}")?;
    writeln!(out, "pub(crate) const SOURCES: &[(&str, &str)] = &[{sources}];")?;
    writeln!(out, "pub(crate) const NUMBERS: &[&str] = &[{numbers}];")?;
    writeln!(out, "pub(crate) const INPUTS: &[(&str, &[&str])] = &[{inputs}];")?;
    Ok(out)
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if !path.ends_with("work_items/edit.rs") {
            // All others are declarations.
            files.push(path);
        }
    }
    Ok(())
}

/// The `use` lines, by the names that are public: other files of the catalogue keep their paths, and all else is either
/// an id or at the root.
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

/// The paths of a `use` tree.
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

/// A struct or an enum.
#[derive(Default)]
struct Item<'a> {
    name: &'a str,
    attrs: Vec<&'a str>,
    /// What stands between the parentheses of `#[endpoint(...)]`.
    endpoint: Option<String>,
    fields: Vec<Field<'a>>,
    /// The first word of an `open_enum!`, or number of an `open_int_enum!`.
    word: Option<&'a str>,
    /// Whether it is an enum of values of several kinds.
    is_union: bool,
}

#[derive(Default)]
struct Field<'a> {
    name: &'a str,
    ty: String,
    attrs: Vec<&'a str>,
}

impl Item<'_> {
    fn derives(&self, name: &str) -> bool {
        self.attrs.iter().any(|attr| {
            attr.starts_with("#[derive(")
                && attr.split(|c: char| !c.is_alphanumeric()).any(|word| word == name)
        })
    }
}

impl Field<'_> {
    fn wire(&self) -> &str {
        let renamed = self.attrs.iter().find_map(|attr| attr.split_once("rename = \""));
        let name = self.name.strip_prefix("r#").unwrap_or(self.name);
        renamed.and_then(|(_, rest)| rest.split('"').next()).unwrap_or(name)
    }

    fn is_optional(&self) -> bool {
        self.ty.starts_with("Option<") || self.ty.starts_with("Patch<")
    }
}

/// The public structs without type parameters, and the enums of words.
fn items(text: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let mut attrs: Vec<&str> = Vec::new();
    let mut lines = text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line.is_empty() {
            attrs.clear();
        } else if line.starts_with("#[") {
            attrs.push(line);
        } else if let Some(name) = opened(line, "pub struct ") {
            let attrs = std::mem::take(&mut attrs);
            let endpoint = attrs.iter().find_map(|attr| attr.strip_prefix("#[endpoint("));
            let endpoint = endpoint.map(|head| head.trim_end_matches(")]").to_owned());
            let fields = if line.ends_with('{') { fields(&mut lines) } else { Vec::new() };
            items.push(Item { name, attrs, endpoint, fields, ..Item::default() });
        } else if let Some(name) = opened(line, "pub enum ") {
            let item = Item { name, attrs: std::mem::take(&mut attrs), ..Item::default() };
            if item.derives("Serialize") {
                items.push(Item { is_union: true, ..item });
            }
        } else if line.starts_with("open_enum!") || line.starts_with("open_int_enum!") {
            let name = lines.find_map(|line| opened(line, "pub enum "));
            let word = lines.find_map(|line| line.split_once(" = ")).map(|(_, word)| word);
            if let (Some(name), Some(word)) = (name, word) {
                let word = Some(word.trim_end_matches(','));
                items.push(Item { name, word, ..Item::default() });
            }
        }
    }
    items
}

fn opened<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    let name = line.strip_prefix(start)?.trim_end_matches([' ', '{', '}', ';']);
    name.chars().all(char::is_alphanumeric).then_some(name)
}

fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    let mut attrs = Vec::new();
    while let Some(line) = lines.next() {
        if line == "}" {
            break;
        }
        if line.starts_with("#[") {
            attrs.push(line);
        } else if let Some((name, ty)) =
            line.strip_prefix("pub ").and_then(|it| it.split_once(": "))
        {
            let mut ty = ty.to_owned();
            while !ty.ends_with(',') {
                ty += lines.next().unwrap_or(",");
            }
            ty.pop();
            fields.push(Field { name, ty, attrs: std::mem::take(&mut attrs) });
        }
    }
    fields
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
    // What an upsert did is in the status and a header; the body is the object.
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
    // What a function serializes is given as it is sent.
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
