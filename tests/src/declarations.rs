//! The declarations of the catalogues, as written in their sources.
//!
//! The parser works on lines, not on Rust syntax: the catalogues are formatted, so all declarations have the same
//! layout. `build.rs` includes this file, too.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A file of a catalogue.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path below the catalogue, without its extension: `customers/requests`.
    pub(crate) module: String,
    pub(crate) text: String,
}

/// Returns the folder of a catalogue: `v1` or `v2`.
pub(crate) fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../plane-api/src/plane").join(version)
}

/// Returns the files of a catalogue, in order.
pub(crate) fn sources(version: &str) -> io::Result<Vec<Source>> {
    let root = folder(version);
    let mut files = Vec::new();
    find(&root, &mut files)?;
    files.sort();
    let mut sources = Vec::new();
    for file in files {
        let path = file.strip_prefix(&root).unwrap_or(&file).with_extension("");
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        sources.push(Source { module: parts.join("/"), text: fs::read_to_string(&file)? });
    }
    Ok(sources)
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if !path.ends_with("work_items/edit.rs") {
            // This file contains a builder instead of declarations.
            files.push(path);
        }
    }
    Ok(())
}

/// A struct, an enum or a type alias.
#[derive(Debug, Default)]
pub(crate) struct Item<'a> {
    pub(crate) name: &'a str,
    pub(crate) params: Vec<&'a str>,
    pub(crate) docs: String,
    pub(crate) attrs: Vec<&'a str>,
    /// The text between the parentheses of `#[endpoint(...)]`.
    pub(crate) endpoint: Option<String>,
    /// Its public fields.
    pub(crate) fields: Vec<Field<'a>>,
    /// The values of an `open_enum!` or `open_int_enum!`.
    pub(crate) words: Vec<Word<'a>>,
    /// The type for which this item is an alias.
    pub(crate) alias: Option<&'a str>,
    /// `true` for an enum whose values have several types.
    pub(crate) is_union: bool,
}

/// A field of a struct.
#[derive(Debug, Default)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: String,
    pub(crate) docs: String,
    pub(crate) attrs: Vec<&'a str>,
}

/// A value of an enum.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    /// A number, or a string with its quotes.
    pub(crate) value: &'a str,
    pub(crate) docs: String,
}

impl Item<'_> {
    /// Returns `true` if the item derives this trait.
    pub(crate) fn derives(&self, name: &str) -> bool {
        self.attrs.iter().any(|attr| {
            attr.starts_with("#[derive(")
                && attr.split(|c: char| !c.is_alphanumeric()).any(|word| word == name)
        })
    }
}

impl Field<'_> {
    /// Returns the field's name on the wire.
    pub(crate) fn wire(&self) -> &str {
        let renamed = self.attrs.iter().find_map(|attr| attr.split_once("rename = \""));
        let name = self.name.strip_prefix("r#").unwrap_or(self.name);
        renamed.and_then(|(_, rest)| rest.split('"').next()).unwrap_or(name)
    }

    /// Returns `true` if the field is optional.
    pub(crate) fn is_optional(&self) -> bool {
        self.ty.starts_with("Option<") || self.ty.starts_with("Patch<")
    }
}

/// Returns the public structs and enums of a file.
pub(crate) fn items(text: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let (mut attrs, mut docs) = (Vec::new(), String::new());
    let mut lines = text.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line.is_empty() {
            attrs.clear();
            docs.clear();
        } else if line.starts_with("#[") {
            attrs.push(line);
        } else if let Some(doc) = line.strip_prefix("///") {
            add(&mut docs, doc);
        } else if let Some((name, params)) = opened(line, "pub struct ") {
            let (attrs, docs) = (std::mem::take(&mut attrs), std::mem::take(&mut docs));
            let endpoint = attrs.iter().find_map(|attr: &&str| attr.strip_prefix("#[endpoint("));
            let endpoint = endpoint.map(|head| head.trim_end_matches(")]").to_owned());
            let fields = if line.ends_with('{') { fields(&mut lines) } else { Vec::new() };
            items.push(Item { name, params, docs, attrs, endpoint, fields, ..Item::default() });
        } else if let Some((name, params)) = opened(line, "pub enum ") {
            let (attrs, docs) = (std::mem::take(&mut attrs), std::mem::take(&mut docs));
            items.push(Item { name, params, docs, attrs, is_union: true, ..Item::default() });
        } else if let Some((name, ty)) =
            line.strip_prefix("pub type ").and_then(|it| it.split_once(" = "))
        {
            let alias = ty.strip_suffix(';');
            let docs = std::mem::take(&mut docs);
            items.push(Item { name, docs, alias, ..Item::default() });
        } else if line.starts_with("open_enum!") || line.starts_with("open_int_enum!") {
            items.extend(open_enum(&mut lines));
        }
    }
    items
}

fn open_enum<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Option<Item<'a>> {
    let mut item = Item::default();
    for line in lines.by_ref() {
        if let Some(doc) = line.strip_prefix("///") {
            add(&mut item.docs, doc);
        } else if let Some((name, _)) = opened(line, "pub enum ") {
            item.name = name;
            break;
        }
    }
    let mut docs = String::new();
    for line in lines {
        if line == "}" {
            break;
        } else if let Some(doc) = line.strip_prefix("///") {
            add(&mut docs, doc);
        } else if let Some((_, value)) = line.split_once(" = ") {
            let value = value.trim_end_matches(',');
            item.words.push(Word { value, docs: std::mem::take(&mut docs) });
        }
    }
    (!item.words.is_empty()).then_some(item)
}

/// Adds a line of documentation.
fn add(docs: &mut String, line: &str) {
    if !docs.is_empty() {
        docs.push('\n');
    }
    *docs += line.strip_prefix(' ').unwrap_or(line);
}

/// Returns the name and the type parameters of an item that begins in this line.
fn opened<'a>(line: &'a str, start: &str) -> Option<(&'a str, Vec<&'a str>)> {
    let name = line.strip_prefix(start)?.trim_end_matches([' ', '{', '}', ';']);
    let (name, params) = match name.split_once('<') {
        Some((name, params)) => (name, params.strip_suffix('>')?.split(", ").collect()),
        None => (name, Vec::new()),
    };
    name.chars().all(char::is_alphanumeric).then_some((name, params))
}

fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    let (mut attrs, mut docs) = (Vec::new(), String::new());
    while let Some(line) = lines.next() {
        if line == "}" {
            break;
        }
        if line.starts_with("#[") {
            attrs.push(line);
        } else if let Some(doc) = line.strip_prefix("///") {
            add(&mut docs, doc);
        } else if let Some((name, ty)) =
            line.strip_prefix("pub ").and_then(|it| it.split_once(": "))
        {
            let mut ty = ty.to_owned();
            while !ty.ends_with(',') {
                ty += lines.next().unwrap_or(",");
            }
            ty.pop();
            let (attrs, docs) = (std::mem::take(&mut attrs), std::mem::take(&mut docs));
            fields.push(Field { name, ty, docs, attrs });
        } else if !line.starts_with("//") {
            // A private field.
            attrs.clear();
            docs.clear();
        }
    }
    fields
}
