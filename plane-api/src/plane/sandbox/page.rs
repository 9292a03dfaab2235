//! Lists: order, pages, cursors, and the fields of a response.

use std::cmp::Ordering;

use http::StatusCode;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::{resource::Kind, resource::Resource, response::Response, store::Record};

/// Finds an object by the name of its resource and its id.
type Find<'f, 'a> = &'f dyn Fn(&str, &str) -> Option<(&'static Resource, &'a Record)>;

/// Default page size, as in the documentation's sample responses.
const DEFAULT_PER_PAGE: i64 = 20;
/// The documented maximum. The Community Edition accepts up to 1000; code that relies on this should fail here.
const MAX_PER_PAGE: i64 = 100;

/// The query parameters. If a parameter is repeated, the last one counts.
#[derive(Debug)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    pub(super) fn parse(query: Option<&str>) -> Self {
        let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        Self(pairs.into_owned().collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Returns one page of these objects, which are passed newest first, in Plane's list format.
///
/// `other` finds an object of another resource by the resource's noun and the object's id.
pub(super) fn page<'a>(
    resource: &Resource,
    records: impl Iterator<Item = &'a Record>,
    query: &Query,
    other: Find<'_, 'a>,
) -> Result<Value, Response> {
    let per_page = per_page(query)?;
    let page = page_number(query)?;
    let bad_request = |text: &str| Err(Response::detail(StatusCode::BAD_REQUEST, text));
    // Plane fails here, because it divides by the page size and slices with it.
    let Some(size) = usize::try_from(per_page).ok().filter(|size| *size > 0) else {
        return Err(Response::server_error());
    };
    let Ok(number) = usize::try_from(page) else {
        return bad_request("Error in parsing");
    };
    let records = ordered(resource, records.collect(), query, other)?;
    let offset = number.saturating_mul(size);
    let shown: Vec<Value> = records
        .iter()
        .skip(offset)
        .take(size)
        .map(|record| sparse(resource, record, query))
        .collect();
    let total = records.len();
    Ok(json!({
        "grouped_by": null,
        "sub_grouped_by": null,
        "total_count": total,
        "next_cursor": format!("{size}:{}:0", page.saturating_add(1)),
        "prev_cursor": format!("{size}:{}:1", page - 1),
        "next_page_results": total > offset.saturating_add(size),
        "prev_page_results": page > 0,
        "count": shown.len(),
        "total_pages": total.div_ceil(size),
        "total_results": total,
        "extra_stats": null,
        "results": shown,
    }))
}

/// Returns an object with the fields requested by `fields=`, or with all fields.
pub(super) fn sparse(resource: &Resource, record: &Record, query: &Query) -> Value {
    let wanted: Vec<&str> = query
        .get("fields")
        .unwrap_or_default()
        .split(',')
        .filter(|name| !name.is_empty())
        .collect();
    let shown = record
        .iter()
        .filter(|(name, _)| {
            wanted.is_empty()
                || wanted.contains(&name.as_str())
                || resource.field(name).is_some_and(|field| field.always_shown)
        })
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Value::Object(shown)
}

fn per_page(query: &Query) -> Result<i64, Response> {
    let invalid = |text: String| Response::detail(StatusCode::BAD_REQUEST, text);
    let per_page = match query.get("per_page") {
        Some(text) => {
            text.trim().parse().map_err(|_| invalid(String::from("Invalid per_page parameter.")))?
        }
        None => DEFAULT_PER_PAGE,
    };
    if per_page > MAX_PER_PAGE {
        let text = format!("Invalid per_page value. Cannot exceed {MAX_PER_PAGE}.");
        return Err(invalid(text));
    }
    Ok(per_page)
}

/// Returns the page number of a cursor. The page size in its first part is validated but not used.
fn page_number(query: &Query) -> Result<i64, Response> {
    let Some(cursor) = query.get("cursor") else {
        return Ok(0);
    };
    let parse = || {
        let [size, page, backwards] = cursor.split(':').collect::<Vec<_>>().try_into().ok()?;
        if size.contains('.') {
            size.trim().parse::<f64>().ok()?;
        } else {
            size.trim().parse::<i64>().ok()?;
        }
        backwards.trim().parse::<i64>().ok()?;
        page.trim().parse::<i64>().ok()
    };
    parse().ok_or_else(|| Response::detail(StatusCode::BAD_REQUEST, "Invalid cursor parameter."))
}

/// Sorts by `order_by`, or in the resource's default order. Ties are sorted newest first.
fn ordered<'a>(
    resource: &Resource,
    mut records: Vec<&'a Record>,
    query: &Query,
    other: Find<'_, 'a>,
) -> Result<Vec<&'a Record>, Response> {
    let wanted = query.get("order_by").filter(|order_by| !order_by.is_empty());
    let Some(order_by) = wanted.or(resource.order) else {
        return Ok(records);
    };
    let (field, descending) =
        order_by.strip_prefix('-').map_or((order_by, false), |field| (field, true));
    let related = resource.related.iter().find(|related| related.order_by == field);
    if related.is_none() && !resource.blank().contains_key(field) {
        return Err(Response::server_error());
    }
    let key = |record: &'a Record| match related {
        None => rank(resource, record, field),
        Some(related) => {
            let id = record.get(related.field).map(|ids| ids.get(0).unwrap_or(ids));
            let found = id.and_then(Value::as_str).and_then(|id| other(related.noun, id));
            found.map_or(Value::Null, |(resource, record)| rank(resource, record, related.by))
        }
    };
    let mut keyed: Vec<_> = records.drain(..).map(|record| (key(record), record)).collect();
    keyed.sort_by(|(a, _), (b, _)| {
        // Nulls come last in both directions.
        a.is_null().cmp(&b.is_null()).then_with(|| {
            let order = compare(a, b);
            if descending { order.reverse() } else { order }
        })
    });
    Ok(keyed.into_iter().map(|(_, record)| record).collect())
}

/// Returns the sort key of an object: the value of the field, or the rank of that value among the enum values.
fn rank(resource: &Resource, record: &Record, field: &str) -> Value {
    let value = record.get(field).unwrap_or(&Value::Null);
    match resource.field(field).map(|field| field.kind) {
        Some(Kind::Ranked(words)) => words.iter().position(|word| value == word).into(),
        _ => value.clone(),
    }
}

fn compare(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => {
            a.as_f64().partial_cmp(&b.as_f64()).unwrap_or(Ordering::Equal)
        }
        _ => Ordering::Equal,
    }
}
