//! [`Drift`]: the differences between two documents.
//!
//! Only differences that a client notices count: operations, parameters, fields of bodies and responses, whether they
//! are required, whether they may be `null`, and the values of enums. Names of operations and of schemas, descriptions
//! and statuses do not count.

mod facts;

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

use self::facts::{Facts, Member, operations};

/// The parameters that paginate Plane's lists: a declaration has one of two styles.
const PAGINATION: [&str; 4] = ["count", "cursor", "offset", "paginate"];

/// The differences between a document and a later one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// One line each: `new: …` for an operation that only the later document has, `gone: …` for one that it lacks, and
    /// `different: …`.
    pub lines: Vec<String>,
}

impl Drift {
    /// Compares the declarations, as in our own document, with the document of a server.
    ///
    /// # Errors
    ///
    /// Returns an error if one of them is not an OpenAPI 3 document.
    pub fn between(ours: &Value, theirs: &Value) -> Result<Self, String> {
        let (ours, theirs) = (operations(ours)?, operations(theirs)?);
        let mut drift = Self::default();
        for route in theirs.keys().filter(|route| !ours.contains_key(*route)) {
            drift.lines.push(format!("new: {route}"));
        }
        for (route, operation) in &ours {
            let name = &operation.name;
            let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
            match theirs.get(route) {
                None => drift.lines.push(format!("gone: {route}{name}")),
                Some(theirs) => {
                    let differences = compare(operation, theirs);
                    let lines = differences.into_iter();
                    drift.lines.extend(lines.map(|it| format!("different: {route}{name}: {it}")));
                }
            }
        }
        Ok(drift)
    }

    /// Returns `true` if there are no differences.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

fn compare(ours: &Facts, theirs: &Facts) -> Vec<String> {
    let mut found = Vec::new();
    let query = |facts: &Facts| {
        let mut query = facts.query.clone();
        query.retain(|name, _| !(ours.is_list && PAGINATION.contains(&name.as_str())));
        query
    };
    members(&query(ours), &query(theirs), "query", &mut found);
    members(&ours.headers, &theirs.headers, "header", &mut found);
    match (&ours.body, &theirs.body) {
        (Some(ours), Some(theirs)) => members(ours, theirs, "body", &mut found),
        (None, Some(_)) => found.push("the body is new".to_owned()),
        (Some(_), None) => found.push("the body is gone".to_owned()),
        (None, None) => {}
    }
    // A response that only one side describes is not compared.
    if let (Some(ours), Some(theirs)) = (&ours.response, &theirs.response) {
        members(ours, theirs, "response", &mut found);
    }
    found
}

fn members(
    ours: &BTreeMap<String, Member>,
    theirs: &BTreeMap<String, Member>,
    kind: &str,
    found: &mut Vec<String>,
) {
    for name in theirs.keys().filter(|name| !ours.contains_key(*name)) {
        found.push(format!("{kind} `{name}` is new"));
    }
    for (name, ours) in ours {
        let Some(theirs) = theirs.get(name) else {
            found.push(format!("{kind} `{name}` is gone"));
            continue;
        };
        // Required fields of a response and fields that a model tolerates to be missing are different things.
        if kind != "response" {
            if ours.required != theirs.required {
                let is = if theirs.required { "required" } else { "optional" };
                found.push(format!("{kind} `{name}` is {is}"));
            }
            if let (Some(false), Some(true)) = (ours.nullable, theirs.nullable) {
                found.push(format!("{kind} `{name}` may be null"));
            } else if let (Some(true), Some(false)) = (ours.nullable, theirs.nullable) {
                found.push(format!("{kind} `{name}` is never null"));
            }
        }
        let (was, is) = (&ours.values, &theirs.values);
        let changes = [("new", is.difference(was)), ("gone", was.difference(is))];
        for (what, values) in changes {
            let values: Vec<&String> = values.collect();
            // A document without a list of values does not exclude any.
            if !values.is_empty() && !is.is_empty() {
                found.push(format!("{kind} `{name}`: {what} values: {}", listed(&values)));
            }
        }
    }
}

/// Maximum number of values in a line.
const MAX_VALUES: usize = 8;

fn listed(values: &[&String]) -> String {
    let named = values.iter().take(MAX_VALUES).map(|value| format!("`{value}`"));
    let mut text = named.collect::<Vec<_>>().join(", ");
    if values.len() > MAX_VALUES {
        text += &format!(" and {} more", values.len() - MAX_VALUES);
    }
    text
}
