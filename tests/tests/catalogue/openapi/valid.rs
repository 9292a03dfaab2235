//! [`Schemas`]: checks values against schemas, for the keywords that our documents use.

use serde_json::{Map, Value};

/// Keywords that do not restrict a value. Formats are hints: models decode a date as a time, and the reverse.
const ANNOTATIONS: [&str; 4] = ["contentMediaType", "description", "format", "title"];

/// The schemas of a document.
pub(super) struct Schemas<'a>(&'a Map<String, Value>);

impl<'a> Schemas<'a> {
    pub(super) fn new(document: &'a Value) -> Self {
        Self(document["components"]["schemas"].as_object().unwrap())
    }

    /// Returns the mistake in a value, if any.
    pub(super) fn error(&self, schema: &Value, value: &Value) -> Option<String> {
        let keywords = schema.as_object().unwrap();
        keywords.iter().find_map(|(keyword, operand)| self.check(schema, (keyword, operand), value))
    }

    fn check(
        &self,
        schema: &Value,
        (keyword, operand): (&str, &Value),
        value: &Value,
    ) -> Option<String> {
        let wrong = |is_wrong: bool| is_wrong.then(|| format!("{keyword} {operand}: {value}"));
        match keyword {
            "$ref" => {
                let name = operand.as_str()?.rsplit('/').next()?;
                self.error(&self.0[name], value).map(|error| format!("{name}: {error}"))
            }
            "anyOf" => {
                let mut alternatives = operand.as_array().unwrap().iter();
                wrong(!alternatives.any(|schema| self.error(schema, value).is_none()))
            }
            "type" => {
                let is = |ty: &Value| is_of(ty.as_str().unwrap(), value);
                wrong(!operand.as_array().map_or_else(|| is(operand), |types| types.iter().any(is)))
            }
            "enum" => wrong(!operand.as_array().unwrap().contains(value)),
            "const" => wrong(operand != value),
            "minimum" => wrong(value.as_f64().is_some_and(|it| it < operand.as_f64().unwrap())),
            "required" => {
                let fields = value.as_object()?;
                let names = operand.as_array().unwrap();
                wrong(names.iter().any(|name| !fields.contains_key(name.as_str().unwrap())))
            }
            "properties" => value.as_object()?.iter().find_map(|(name, value)| {
                self.error(operand.get(name)?, value).map(|error| format!("{name}: {error}"))
            }),
            "additionalProperties" => {
                let others = value.as_object()?.iter();
                let mut others =
                    others.filter(|(name, _)| schema["properties"].get(name).is_none());
                others.find_map(|(_, value)| self.error(operand, value))
            }
            "items" => value.as_array()?.iter().find_map(|value| self.error(operand, value)),
            keyword if ANNOTATIONS.contains(&keyword) => None,
            keyword => panic!("{keyword}"),
        }
    }
}

fn is_of(ty: &str, value: &Value) -> bool {
    match ty {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        // JSON Schema counts `7.0` as an integer.
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}"),
    }
}
