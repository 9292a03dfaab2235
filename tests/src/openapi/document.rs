//! [`Document`]: references and schemas of a description.

use std::{cell::RefCell, collections::BTreeSet};

use serde_json::Value;

/// Maximum number of references and nested schemas that are followed.
const MAX_DEPTH: usize = 16;

/// A description, with functions to find its parts.
pub(super) struct Document<'a> {
    pub(super) root: &'a Value,
    /// References without a target, collected since the set was last taken.
    pub(super) unresolved: RefCell<BTreeSet<String>>,
}

/// The possible values of a schema, as far as the wire form depends on them.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) struct Shape {
    pub(super) scalar: bool,
    /// `true` if a scalar may be text with characters that are percent-encoded.
    pub(super) text: bool,
    pub(super) file: bool,
    pub(super) object: bool,
    pub(super) null: bool,
    /// A list of scalars.
    pub(super) list: bool,
    pub(super) list_of_objects: bool,
    pub(super) list_of_lists: bool,
    pub(super) list_of_files: bool,
}

impl Shape {
    pub(super) fn is_list(self) -> bool {
        self.list || self.list_of_objects || self.list_of_lists || self.list_of_files
    }
}

impl<'a> Document<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        Self { root, unresolved: RefCell::default() }
    }

    /// Returns the target of references within the description.
    pub(super) fn resolve(&self, value: &'a Value) -> &'a Value {
        let mut found = value;
        for _ in 0..MAX_DEPTH {
            let Some(target) = found.get("$ref").and_then(Value::as_str) else { return found };
            let pointer = target
                .strip_prefix('#')
                .map(|pointer| pointer.replace("%7B", "{").replace("%7D", "}"));
            match pointer.and_then(|pointer| self.root.pointer(&pointer)) {
                Some(next) => found = next,
                None => break,
            }
        }
        self.unresolved.borrow_mut().insert(text(found, "$ref").to_owned());
        &Value::Null
    }

    pub(super) fn shape(&self, schema: &'a Value) -> Shape {
        let mut shape = Shape::default();
        self.add_shape(schema, MAX_DEPTH, &mut shape);
        let nothing = Shape { null: shape.null, ..Shape::default() };
        if shape == nothing {
            // Any other schema describes a value.
            shape.scalar = true;
            shape.text = true;
        }
        shape
    }

    fn add_shape(&self, schema: &'a Value, depth: usize, shape: &mut Shape) {
        let schema = self.resolve(schema);
        if depth == 0 {
            return;
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for part in list(schema, keyword) {
                self.add_shape(part, depth - 1, shape);
            }
        }
        shape.null |= schema.get("nullable") == Some(&Value::Bool(true));
        let types: Vec<&str> = match schema.get("type") {
            Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one],
            _ if schema.get("properties").is_some()
                || schema.get("additionalProperties").is_some() =>
            {
                vec!["object"]
            }
            _ if schema.get("items").is_some() => vec!["array"],
            _ if schema.get("enum").is_some() || schema.get("const").is_some() => vec!["string"],
            _ => vec![],
        };
        for ty in types {
            match ty {
                "object" => shape.object = true,
                "null" => shape.null = true,
                "array" => self.add_list(schema.get("items").unwrap_or(&Value::Null), depth, shape),
                "string" if is_binary(schema) => shape.file = true,
                "string" => {
                    shape.scalar = true;
                    shape.text |= schema.get("enum").is_none() && schema.get("const").is_none();
                }
                _ => shape.scalar = true,
            }
        }
    }

    fn add_list(&self, items: &'a Value, depth: usize, shape: &mut Shape) {
        let mut item = Shape::default();
        self.add_shape(items, depth - 1, &mut item);
        shape.list_of_objects |= item.object;
        shape.list_of_lists |= item.is_list();
        shape.list_of_files |= item.file;
        shape.list |= item.scalar || !(item.object || item.is_list() || item.file);
        shape.text |= item.text;
    }

    /// Returns the properties of an object, including those of its parts.
    pub(super) fn properties(&self, schema: &'a Value) -> Vec<Property<'a>> {
        let mut found = Vec::new();
        let mut required = Vec::new();
        self.add_properties(schema, MAX_DEPTH, &mut found, &mut required);
        for property in &mut found {
            property.required = required.contains(&property.name);
        }
        found
    }

    fn add_properties(
        &self,
        schema: &'a Value,
        depth: usize,
        found: &mut Vec<Property<'a>>,
        required: &mut Vec<&'a str>,
    ) {
        let schema = self.resolve(schema);
        if depth == 0 {
            return;
        }
        required.extend(list(schema, "required").filter_map(Value::as_str));
        for part in list(schema, "allOf") {
            self.add_properties(part, depth - 1, found, required);
        }
        for (name, schema) in
            schema.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            found.push(Property { name, schema, required: false });
        }
    }

    /// Returns `true` if an object may have members that are not described. Some descriptions allow them in every
    /// schema.
    pub(super) fn is_open(&self, schema: &'a Value) -> bool {
        let schema = self.resolve(schema);
        let open = |schema: &Value| {
            !matches!(schema.get("additionalProperties"), None | Some(Value::Bool(false)))
        };
        open(schema) || list(schema, "allOf").any(|part| open(self.resolve(part)))
    }
}

/// A property of an object.
pub(super) struct Property<'a> {
    pub(super) name: &'a str,
    pub(super) schema: &'a Value,
    pub(super) required: bool,
}

/// Returns the items of a list, if there is one under this key.
pub(super) fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// Returns the text under this key, or an empty one.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Returns `true` if one of the sibling schemas makes the value a file.
pub(super) fn is_binary(schema: &Value) -> bool {
    let media = text(schema, "contentMediaType");
    text(schema, "format") == "binary"
        || !media.is_empty() && schema.get("contentEncoding").is_none()
}
