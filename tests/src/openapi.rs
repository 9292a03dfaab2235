//! Measures how much of an OpenAPI 3 description can be declared with `#[endpoint]`.
//!
//! Every operation is split into features of OpenAPI, and each [`Feature`] has a verdict: how well it can be declared.
//! The verdict on an operation is that on its worst feature. If a description leaves a choice (media types of a body,
//! security schemes), the best one counts: a client sends one of them.
//!
//! Schemas are inspected only as far as the wire form depends on them. Details that only serde decides are not judged.

mod body;
mod document;
mod drift;
mod features;
mod load;
mod parameters;
mod response;

use std::fmt;

use serde_json::{Map, Value};

use self::document::Document;
pub use self::{
    drift::Drift,
    features::{Feature, Verdict},
    load::load,
};

/// The result for one operation.
#[derive(Debug)]
pub struct Operation {
    /// The method, in upper case.
    pub method: String,
    /// The path, as described.
    pub path: String,
    /// The features and their locations, each once per location.
    pub uses: Vec<(Feature, String)>,
}

impl Operation {
    /// Returns the verdict on the whole operation.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.uses.iter().map(|(feature, _)| feature.verdict()).max().unwrap_or(Verdict::Exact)
    }
}

/// The result for a description.
#[derive(Debug)]
pub struct Report {
    /// All operations, in the order of the paths.
    pub operations: Vec<Operation>,
}

/// Measures a description.
///
/// # Errors
///
/// Returns an error if it is not an OpenAPI 3 description.
pub fn measure(description: &Value) -> Result<Report, String> {
    check(description)?;
    let document = Document::new(description);
    let empty = Map::new();
    let paths = description.get("paths").and_then(Value::as_object).unwrap_or(&empty);
    let mut operations = Vec::new();
    for (path, item) in paths {
        let item = document.resolve(item);
        for (method, operation) in item.as_object().unwrap_or(&empty) {
            let known =
                ["get", "head", "post", "put", "patch", "delete", "options", "trace", "query"];
            if known.contains(&&**method) {
                operations.push(operation_of(&document, (method, path), item, operation));
            }
        }
    }
    Ok(Report { operations })
}

/// Returns an error if it is not an OpenAPI 3 description.
fn check(description: &Value) -> Result<(), String> {
    match description.get("openapi").and_then(Value::as_str) {
        Some(version) if version.starts_with("3.") => Ok(()),
        _ => Err("this is no OpenAPI 3 description: the member `openapi` is not `3.…`".to_owned()),
    }
}

fn operation_of(
    document: &Document<'_>,
    (method, path): (&str, &str),
    item: &Value,
    operation: &Value,
) -> Operation {
    let mut uses = Uses::default();
    if matches!(method, "trace" | "query") {
        uses.add(Feature::OtherMethod, method);
    }
    let described = parameters::of(document, item, operation);
    parameters::path(document, path, &described, &mut uses);
    for parameter in described {
        parameters::other(document, parameter, method, &mut uses);
    }
    if let Some(body) = operation.get("requestBody") {
        let body = document.resolve(body);
        if matches!(method, "get" | "head" | "trace") && !body::is_empty(document, body) {
            uses.add(Feature::BodyOnGet, method);
        } else {
            body::request(document, body, &mut uses);
        }
    }
    response::of(document, operation, &mut uses);
    response::security(document, operation, &mut uses);
    response::servers(item, operation, &mut uses);
    if !document.unresolved.take().is_empty()
        && !uses.0.iter().any(|(feature, _)| *feature == Feature::Unresolved)
    {
        uses.add(Feature::Unresolved, "a reference");
    }
    Operation { method: method.to_uppercase(), path: path.to_owned(), uses: uses.0 }
}

/// The features of an operation, while they are collected.
#[derive(Debug, Default)]
struct Uses(Vec<(Feature, String)>);

impl Uses {
    fn add(&mut self, feature: Feature, at: &str) {
        let used = (feature, at.to_owned());
        if !self.0.contains(&used) {
            self.0.push(used);
        }
    }

    fn verdict(&self) -> Verdict {
        self.0.iter().map(|(feature, _)| feature.verdict()).max().unwrap_or(Verdict::Exact)
    }

    /// Adds the features of the best alternative. Of equal ones, the first is the best.
    fn best(&mut self, ways: impl IntoIterator<Item = Self>) {
        if let Some(best) = ways.into_iter().min_by_key(Self::verdict) {
            best.0.into_iter().for_each(|(feature, at)| self.add(feature, &at));
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.operations.len();
        let of = |verdict| self.operations.iter().filter(move |it| it.verdict() == verdict).count();
        writeln!(f, "{all} operations")?;
        for verdict in Verdict::ALL {
            let count = of(verdict);
            let percent = if all == 0 { 0.0 } else { count as f64 * 100.0 / all as f64 };
            writeln!(f, "{count:6} {percent:5.1} % {verdict}")?;
        }
        writeln!(f, "\noperations | verdict | feature | declared with")?;
        for feature in Feature::ALL {
            let uses = |it: &&Operation| it.uses.iter().any(|(used, _)| used == feature);
            let count = self.operations.iter().filter(uses).count();
            if count > 0 {
                let (verdict, name, syntax) = (feature.verdict(), feature.name(), feature.syntax());
                writeln!(f, "{count:10} | {verdict} | {name} | {syntax}")?;
            }
        }
        writeln!(f)?;
        for operation in &self.operations {
            let Operation { method, path, uses } = operation;
            writeln!(f, "{method} {path}: {}", operation.verdict())?;
            for (feature, at) in uses {
                writeln!(f, "    {at}: {}: {}", feature.name(), feature.syntax())?;
            }
        }
        Ok(())
    }
}
