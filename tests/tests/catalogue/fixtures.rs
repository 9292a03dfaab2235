//! The known facts about Plane, in files.

use std::collections::BTreeMap;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::Request;

/// An endpoint of Plane.
#[derive(Deserialize)]
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    /// Names, and whether the server requires them.
    pub(crate) query: BTreeMap<String, bool>,
    /// Names, and whether the server requires them.
    pub(crate) body: BTreeMap<String, bool>,
}

/// A hint from API v2, which documents whether a field of a request may be null; v1 does not. The two servers share
/// the database columns, not the code.
#[derive(Deserialize)]
pub(crate) struct NullabilityHint {
    /// Id of the endpoint.
    pub(crate) id: String,
    pub(crate) field: String,
    pub(crate) nullable: bool,
}

/// An endpoint that was first found in an SDK, and that is documented now.
#[derive(Deserialize)]
pub(crate) struct Documented {
    /// Id of the endpoint.
    pub(crate) id: String,
    pub(crate) scopes: Vec<String>,
}

/// A difference between the catalogue and the data, with its reason.
#[derive(Deserialize)]
pub(crate) struct Difference {
    /// The request, endpoint or response.
    pub(crate) of: String,
    /// The difference.
    pub(crate) what: String,
    /// The reason.
    pub(crate) why: String,
}

/// A call that a server accepted, or that is documented.
#[derive(Deserialize)]
pub(crate) struct Answer {
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) label: String,
    pub(crate) method: String,
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) query: String,
    pub(crate) request: Option<Value>,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) fn name(&self) -> String {
        format!("{} {} {} {}?{}", self.source, self.label, self.method, self.path, self.query)
    }

    /// Returns the request of the response: among the matching ones, the one with the most specific path.
    pub(crate) fn request<'a>(&self, requests: &'a [Request]) -> Option<&'a Request> {
        let is_one_object = self.query.contains("external_id=") && !self.body["id"].is_null();
        requests
            .iter()
            .filter(|request| {
                request.spec.method == self.method.as_str()
                    && fits(request.spec.path, self.path.trim_start_matches("/api/v1"))
                    && request.spec.name.ends_with("ByExternalId") == is_one_object
            })
            .min_by_key(|request| request.spec.path.matches('{').count())
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    loop {
        match (template.next(), path.next()) {
            (None, None) => return true,
            (Some(expected), Some(part))
                if expected == part || expected.contains('{') && !part.is_empty() => {}
            _ => return false,
        }
    }
}

pub(crate) fn catalogue() -> Vec<Known> {
    read(include_str!("../../fixtures/catalogue.jsonl"))
}

pub(crate) fn nullability_hints() -> Vec<NullabilityHint> {
    read(include_str!("../../fixtures/nullability.jsonl"))
}

pub(crate) fn documented() -> Vec<Documented> {
    read(include_str!("../../fixtures/documented.jsonl"))
}

fn differences() -> Vec<Difference> {
    read(include_str!("../../fixtures/differences.jsonl"))
}

pub(crate) fn answers() -> Vec<Answer> {
    let mut answers = read(include_str!("../../fixtures/responses.jsonl"));
    answers.extend(read::<Answer>(include_str!("../../fixtures/responses_2.jsonl")));
    answers
}

pub(crate) fn read<T: DeserializeOwned>(lines: &str) -> Vec<T> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Compares the differences with the known ones: none may be new, and none may be gone.
pub(crate) fn expect(kind: &str, found: Vec<(String, String)>) {
    expect_of(differences(), kind, found);
}

pub(crate) fn expect_of(
    differences: Vec<Difference>,
    kind: &str,
    mut found: Vec<(String, String)>,
) {
    let mut expected: Vec<(String, String)> = differences
        .into_iter()
        .inspect(|difference| assert!(difference.why.len() > 10, "{}", difference.of))
        .filter(|difference| difference.what.starts_with(kind))
        .map(|difference| (difference.of, difference.what))
        .collect();
    found.sort();
    expected.sort();
    let new: Vec<_> = found.iter().filter(|it| !expected.contains(it)).collect();
    let gone: Vec<_> = expected.iter().filter(|it| !found.contains(it)).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "differences without a reason: {new:#?}\nreasons without a difference: {gone:#?}"
    );
}
