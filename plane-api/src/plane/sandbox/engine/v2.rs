//! API v2 on the same stores: customers, with the messages and formats of v2.
//!
//! Behaviour that Plane does not document for v2 follows v1, such as the validation of values.

mod links;
mod list;
mod problem;

use bytes::Bytes;
use http::{HeaderName, Method, Request, StatusCode};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use self::problem::{field_problem, problem};
use super::{Engine, object, with_quota};
use crate::plane::sandbox::{
    check::{self, Mode},
    page::Query,
    resource::Key,
    response::{Outcome, Response},
    route::{self, Target},
    store::Record,
};

const ROOT: &str = "/api/v2/";
const UPSERT: HeaderName = HeaderName::from_static("x-plane-upsert");

/// Fields of a customer in v2, with their v1 names.
const FIELDS: [(&str, &str); 20] = [
    ("archived_at", "archived_at"),
    ("contract_status", "contract_status"),
    ("created_at", "created_at"),
    ("created_by_id", "created_by"),
    ("customer_request_count", "customer_request_count"),
    ("description", "description"),
    (DEFERRED, DEFERRED),
    ("domain", "domain"),
    ("email", "email"),
    ("employees", "employees"),
    ("external_id", "external_id"),
    ("external_source", "external_source"),
    ("id", "id"),
    ("logo_asset_id", "logo_asset"),
    ("logo_props", "logo_props"),
    ("logo_url", "logo_url"),
    ("name", "name"),
    ("revenue", "revenue"),
    ("stage", "stage"),
    ("website_url", "website_url"),
];

/// Field that list rows contain only if it is requested.
const DEFERRED: &str = "description_html";

/// Writable fields. The server ignores others.
const WRITABLE: [&str; 13] = [
    "contract_status",
    "description",
    DEFERRED,
    "domain",
    "email",
    "employees",
    "external_id",
    "external_source",
    "logo_props",
    "name",
    "revenue",
    "stage",
    "website_url",
];

const KEY: [&str; 2] = ["external_source", "external_id"];

/// Responds to a request to API v2; `None` for other requests.
pub(super) fn response(
    engine: &mut Engine,
    now: Timestamp,
    request: &Request<Bytes>,
) -> Option<Response> {
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy();
    let path = path.strip_prefix(ROOT)?;
    let (path, verb) = if let Some(workspace) = path.strip_suffix("/customers/upsert/") {
        (format!("{workspace}/customers/"), Some(Verb::Upsert))
    } else if let Some(customer) = path.strip_suffix("work-items/") {
        (customer.to_owned(), Some(Verb::ManageWorkItems))
    } else {
        (path.to_owned(), None)
    };
    let target = route::find(engine.table, &format!("/api/v1/{path}"));
    let fits = |target: &Target| {
        let is_of_one = target.id.is_some() || verb != Some(Verb::ManageWorkItems);
        target.resource.noun == "Customer" && is_of_one
    };
    let Some(target) = target.filter(fits) else {
        return Some(Response::no_such_route());
    };
    let response = match engine.admit(now, request, &target) {
        Err(rejection) => problem(rejection),
        Ok(quota) => {
            let outcome = act(engine, now, request, &target, verb);
            with_quota(outcome.unwrap_or_else(problem), quota)
        }
    };
    Some(response)
}

/// The rest of the path after the list, or after a customer.
#[derive(Clone, Copy, PartialEq)]
enum Verb {
    Upsert,
    ManageWorkItems,
}

fn act(
    engine: &mut Engine,
    now: Timestamp,
    request: &Request<Bytes>,
    target: &Target,
    verb: Option<Verb>,
) -> Outcome {
    let query = Query::parse(request.uri().query());
    let fields = requested(&query)?;
    match (request.method().clone(), &target.id) {
        (Method::POST, None) if verb == Some(Verb::Upsert) => {
            upsert(engine, now, request, target, fields.as_deref())
        }
        (Method::POST, Some(id)) if verb == Some(Verb::ManageWorkItems) => {
            links::manage(engine, request, target, id)
        }
        (method, _) if verb.is_some() => Err(not_allowed(&method)),
        (Method::GET, None) => list::list(engine, target, &query, fields.as_deref()),
        (Method::POST, None) => {
            let values = values(request, target, Mode::Whole)?;
            if holder(engine, target, &values)?.is_some() {
                let text =
                    "A customer with the same external id and external source already exists.";
                return Err(Response::error(StatusCode::CONFLICT, text));
            }
            Ok(shown(engine.insert(now, target, values)?, fields.as_deref())
                .with_status(StatusCode::CREATED))
        }
        (Method::GET, Some(id)) => {
            Ok(shown(engine.get(target, id, &Query::parse(None))?, fields.as_deref()))
        }
        (Method::PATCH, Some(id)) => {
            engine.get(target, id, &Query::parse(None))?;
            let values = values(request, target, Mode::Partial)?;
            let clashes = target.resource.keys.iter().filter(|key| key.fields != ["name"]);
            let store = engine.store(target)?;
            if clashes
                .into_iter()
                .any(|key: &Key| store.would_clash(&target.parents, key, &values, id))
            {
                let text = "Another customer has the same external id and external source.";
                return Err(Response::error(StatusCode::CONFLICT, text));
            }
            Ok(shown(engine.change(now, target, id, values)?, fields.as_deref()))
        }
        (Method::DELETE, Some(id)) => engine.delete(target, id),
        (method, _) => Err(not_allowed(&method)),
    }
}

fn upsert(
    engine: &mut Engine,
    now: Timestamp,
    request: &Request<Bytes>,
    target: &Target,
    fields: Option<&[String]>,
) -> Outcome {
    let values = values(request, target, Mode::Whole)?;
    let has = |name: &&str| values.get(*name).is_some_and(|value| !value.is_null());
    if let Some(name) = KEY.iter().find(|name| !has(name)) {
        return Err(field_problem(name, "required", "This field is required."));
    }
    Ok(match holder(engine, target, &values)? {
        Some(id) => shown(engine.change(now, target, &id, values)?, fields)
            .with_status(StatusCode::OK)
            .with(UPSERT, "updated"),
        None => shown(engine.insert(now, target, values)?, fields)
            .with_status(StatusCode::CREATED)
            .with(UPSERT, "created"),
    })
}

/// Returns the id of the customer with the external id in these values.
fn holder(
    engine: &mut Engine,
    target: &Target,
    values: &Record,
) -> Result<Option<String>, Response> {
    Ok(engine.store(target)?.holder(&target.parents, &KEY, values, None))
}

/// Reads the values of a body, with v1 names and v1 validation.
fn values(request: &Request<Bytes>, target: &Target, mode: Mode) -> Result<Record, Response> {
    let mut body = object(request)?;
    body.retain(|name, _| WRITABLE.contains(&name.as_str()));
    check::body(target.resource, &body, mode)
}

/// Returns the fields that a request asks for, if any. An unknown field is an error.
fn requested(query: &Query) -> Result<Option<Vec<String>>, Response> {
    let Some(names) = query.get("fields").filter(|names| !names.is_empty()) else {
        return Ok(None);
    };
    let names: Vec<String> = names.split(',').map(str::to_owned).collect();
    let is_known = |name: &&String| *name == "all" || FIELDS.iter().any(|(known, _)| known == name);
    match names.iter().find(|name| !is_known(name)) {
        Some(name) => Err(field_problem("fields", "invalid", &format!("Unknown field(s): {name}"))),
        None => Ok(Some(names)),
    }
}

/// Converts a v1 response to the v2 format.
fn shown(mut response: Response, fields: Option<&[String]>) -> Response {
    if let Some(Value::Object(record)) = &response.body {
        response.body = Some(row(record, fields, false).into());
    }
    response
}

/// Converts a customer to the v2 format.
fn row(record: &Record, fields: Option<&[String]>, is_in_list: bool) -> Map<String, Value> {
    let is_shown = |name: &str| match fields {
        None => !(is_in_list && name == DEFERRED),
        Some(fields) => name == "id" || fields.iter().any(|field| field == name || field == "all"),
    };
    let shown = FIELDS.iter().filter(|(name, _)| is_shown(name));
    shown
        .map(|(name, old)| ((*name).to_owned(), record.get(*old).cloned().unwrap_or(Value::Null)))
        .collect()
}

fn not_allowed(method: &Method) -> Response {
    Response::detail(StatusCode::METHOD_NOT_ALLOWED, format!("Method \"{method}\" not allowed."))
}
