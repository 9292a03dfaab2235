//! Schemas from the sources: models, rows, enums, ids and pages.

use std::{collections::BTreeMap, error::Error, fs, path::Path};

use plane_api::openapi::{markdown, schema_of};
use serde_json::{Map, Value, json};

use super::by_hand;
use crate::declarations::{Field, Item, Source, items};

/// The types in the sources.
pub(super) struct Schemas<'a> {
    items: BTreeMap<&'a str, Item<'a>>,
    /// The documentation of each id, by its name.
    ids: BTreeMap<String, String>,
    version: &'a str,
}

/// Reads a file of `plane-api`.
fn file(path: &str) -> std::io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../plane-api/src").join(path))
}

impl<'a> Schemas<'a> {
    pub(super) fn new(version: &'a str, sources: &'a [Source]) -> Result<Self, Box<dyn Error>> {
        let mut found = BTreeMap::new();
        let all = sources.iter().flat_map(|source| items(&source.text));
        for item in all.filter(|item| item.endpoint.is_none()) {
            let name = item.name;
            if found.insert(name, item).is_some() {
                return Err(format!("two types of {version} are called {name}").into());
            }
        }
        Ok(Self { items: found, ids: ids(&file("plane/ids.rs")?), version })
    }

    /// Returns the schemas that a document refers to, directly or indirectly.
    pub(super) fn describe(&self, document: &Value) -> Result<Map<String, Value>, Box<dyn Error>> {
        let (mut found, mut unknown) = (Map::new(), Vec::new());
        let mut wanted = Vec::new();
        references(document, &mut wanted);
        while let Some(name) = wanted.pop() {
            if found.contains_key(&name) {
                continue;
            }
            match self.schema(&name)? {
                Some(schema) => {
                    references(&schema, &mut wanted);
                    found.insert(name, schema);
                }
                None if unknown.contains(&name) => {}
                None => unknown.push(name),
            }
        }
        if unknown.is_empty() {
            return Ok(found);
        }
        let (version, names) = (self.version, unknown.join(", "));
        Err(format!(
            "nothing describes these types of {version}: {names}; add them to \
             tests/src/description/by_hand.rs"
        )
        .into())
    }

    fn schema(&self, name: &str) -> Result<Option<Value>, Box<dyn Error>> {
        if let Some(docs) = self.ids.get(name) {
            return Ok(Some(json!({"type": "string", "description": docs})));
        }
        // `Ref_User` is `Ref<User>`: no name of the catalogue has an underscore.
        let (head, argument) = name.split_once('_').unwrap_or((name, ""));
        if let Some(schema) = by_hand::schema(head, argument) {
            return Ok(Some(schema));
        }
        if head == "Page" && !argument.is_empty() {
            // Plane's envelope in v1, which the runtime declares.
            let text = file("endpoint/page.rs")?;
            let items = items(&text);
            let page = items.iter().find(|item| item.name == head).ok_or("no `Page`")?;
            let mut schema = structure(page, argument);
            by_hand::complete(head, &mut schema);
            return Ok(Some(schema));
        }
        let Some(item) = self.items.get(head) else { return Ok(None) };
        if item.is_union {
            return Ok(None);
        }
        if let Some(ty) = item.alias {
            let mut schema = schema_of(ty);
            schema["description"] = json!(markdown(&item.docs));
            return Ok(Some(schema));
        }
        let mut schema =
            if item.words.is_empty() { structure(item, argument) } else { open_enum(item) };
        by_hand::complete(head, &mut schema);
        Ok(Some(schema))
    }
}

/// Returns the ids of `ids.rs`: an alias and a tag each, on one line or two.
fn ids(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut docs = "";
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("/// ") {
            docs = doc;
        } else if let Some((id, _)) = line.split_once(',').filter(|(id, _)| id.ends_with("Id")) {
            found.insert(id.to_owned(), markdown(docs));
        }
    }
    found
}

/// Returns the schema of an open enum: the known values, or any other.
fn open_enum(item: &Item<'_>) -> Value {
    let values: Vec<Value> =
        item.words.iter().filter_map(|word| serde_json::from_str(word.value).ok()).collect();
    let ty = if values.iter().any(Value::is_number) { "integer" } else { "string" };
    let mut docs = markdown(&item.docs);
    for word in item.words.iter().filter(|word| !word.docs.is_empty()) {
        let (value, text) = (word.value.trim_matches('"'), markdown(&word.docs));
        docs += &format!("\n- `{value}`: {}", text.replace('\n', " "));
    }
    json!({"description": docs, "anyOf": [{"type": ty, "enum": values}, {"type": ty}]})
}

/// Returns the schema of a model, which is part of a response, or of a row, which is part of a request.
fn structure(item: &Item<'_>, argument: &str) -> Value {
    let is_response = item.attrs.is_empty() || !is_row(item);
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in &item.fields {
        let ty = instance(&field.ty, item, argument);
        let optional = ty.strip_prefix("Option<").and_then(|ty| ty.strip_suffix('>'));
        // `null` in a response means the same as a missing field; in a request, only a `Patch` is sent as `null`.
        let mut schema = match optional {
            Some(inner) if !is_response => schema_of(inner),
            _ => schema_of(&ty),
        };
        if field.attrs.iter().any(|attr| attr.contains("deserialize_with = \"lenient\"")) {
            // A value of another shape counts as absent.
            schema = json!({"anyOf": [schema, {}]});
        }
        let docs = markdown(&field.docs);
        if !docs.is_empty() {
            schema["description"] = json!(docs);
        }
        if !field.is_optional() && !has_default(field) {
            required.push(field.wire());
        }
        properties.insert(field.wire().to_owned(), schema);
    }
    let mut schema = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    let docs = markdown(&item.docs);
    if !docs.is_empty() {
        schema["description"] = json!(docs);
    }
    schema
}

/// Returns `true` if the type is only sent, never received.
fn is_row(item: &Item<'_>) -> bool {
    item.derives("Serialize") && !item.derives("Deserialize")
}

fn has_default(field: &Field<'_>) -> bool {
    field.attrs.iter().any(|attr| attr.starts_with("#[serde(default"))
}

/// Returns a field's type, with the type parameter and `Self` replaced.
fn instance(ty: &str, item: &Item<'_>, argument: &str) -> String {
    let replaced = |name: &str| match name {
        "Self" => item.name.to_owned(),
        name if item.params.contains(&name) => argument.to_owned(),
        name => name.to_owned(),
    };
    let (mut out, mut name) = (String::new(), String::new());
    for char in ty.chars() {
        if char.is_alphanumeric() || char == '_' {
            name.push(char);
        } else {
            out += &replaced(&std::mem::take(&mut name));
            out.push(char);
        }
    }
    out + &replaced(&name)
}

/// Collects the names of the schemas to which a value refers.
fn references(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let target = fields.get("$ref").and_then(Value::as_str);
            names.extend(
                target
                    .and_then(|target| target.strip_prefix("#/components/schemas/"))
                    .map(str::to_owned),
            );
            fields.values().for_each(|value| references(value, names));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, names)),
        _ => {}
    }
}
