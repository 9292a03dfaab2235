//! The work items of a customer.

use bytes::Bytes;
use http::{Request, StatusCode};
use serde_json::{Map, Value, json};

use super::field_problem;
use crate::plane::sandbox::{
    check,
    engine::{Engine, full, object},
    page::Query,
    response::{Outcome, Response},
    route::Target,
};

/// Maximum number of ids that one request adds or removes.
const MAX_IDS: usize = 100;

/// Maximum number of work items of a customer.
const MAX_LINKS: usize = 100_000;

/// Adds and removes work items. Ids that change nothing are omitted from the response.
pub(super) fn manage(
    engine: &mut Engine,
    request: &Request<Bytes>,
    target: &Target,
    customer: &str,
) -> Outcome {
    engine.get(target, customer, &Query::parse(None))?;
    let body = object(request)?;
    let (add, remove) = (ids(&body, "add")?, ids(&body, "remove")?);
    let links = engine.links.entry(customer.to_owned()).or_default();
    if links.len() + add.len() > MAX_LINKS {
        return Err(full());
    }
    let removed: Vec<String> = remove.into_iter().filter(|id| links.remove(id)).collect();
    let added: Vec<String> = add.into_iter().filter(|id| links.insert(id.clone())).collect();
    Ok(Response::json(StatusCode::OK, json!({ "added": added, "removed": removed })))
}

fn ids(body: &Map<String, Value>, name: &str) -> Result<Vec<String>, Response> {
    let Some(value) = body.get(name) else { return Ok(Vec::new()) };
    let Ok(Value::Array(ids)) = check::uuids(value) else {
        return Err(field_problem(name, "invalid", "A list of valid UUIDs is required."));
    };
    if ids.len() > MAX_IDS {
        let text = format!("Ensure this field has no more than {MAX_IDS} elements.");
        return Err(field_problem(name, "max_length", &text));
    }
    Ok(ids.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect())
}
