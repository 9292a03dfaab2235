//! Lists of v2: filters, order, and both styles of pagination.

use std::cmp::Ordering;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use http::StatusCode;
use serde_json::{Value, json};

use super::{field_problem, row};
use crate::plane::sandbox::{
    engine::Engine,
    page::Query,
    response::{Outcome, Response},
    route::Target,
    store::Record,
};

/// Filters by a value of the field of the same name.
const FILTERS: [&str; 6] =
    ["contract_status", "domain", "external_id", "external_source", "name", "stage"];
/// Fields that the list can be sorted by. All others are ignored.
const ORDERS: [&str; 3] = ["created_at", "id", "name"];
const MAX_OFFSET: usize = 10_000;

pub(super) fn list(
    engine: &Engine,
    target: &Target,
    query: &Query,
    fields: Option<&[String]>,
) -> Outcome {
    let store = engine.stores.get(target.index).ok_or_else(Response::server_error)?;
    let mut records: Vec<&Record> =
        store.below(&target.parents).filter(|record| fits(record, query)).collect();
    let order = Order::of(query);
    records.sort_by(|a, b| order.compare(&order.key(a), &order.key(b)));
    let size = number(query, "per_page", 50)?.clamp(1, 200);
    let (start, style) = match query.get("paginate") {
        Some("cursor") => (order.start(&records, query)?, "cursor"),
        _ => (number(query, "offset", 0)?, "offset"),
    };
    if start > MAX_OFFSET && style == "offset" {
        return Err(field_problem("offset", "invalid", "The offset is above 10000."));
    }
    let page: Vec<&Record> = records.iter().copied().skip(start).take(size).collect();
    let end = start + page.len();
    let has_more = end < records.len();
    let data: Vec<_> = page.iter().map(|record| row(record, fields, true)).collect();
    let body = if style == "cursor" {
        let next = page.last().filter(|_| has_more).map(|record| order.cursor(record));
        json!({ "data": data, "has_more": has_more, "next_cursor": next, "pagination": { "style": style } })
    } else {
        let next = has_more.then_some(end);
        let previous = (start > 0).then(|| start.saturating_sub(size));
        let mut body = json!({ "data": data, "next": next, "previous": previous, "pagination": { "style": style } });
        if query.get("count") != Some("false") {
            body["total_count"] = records.len().into();
        }
        body
    };
    Ok(Response::json(StatusCode::OK, body))
}

fn fits(record: &Record, query: &Query) -> bool {
    let text = |field: &str| record.get(field).and_then(Value::as_str).unwrap_or_default();
    let is = |field: &&str| query.get(field).is_none_or(|wanted| text(field) == wanted);
    let search = query.get("search").unwrap_or_default().to_lowercase();
    FILTERS.iter().all(is) && text("name").to_lowercase().contains(&search)
}

fn number(query: &Query, name: &str, default: usize) -> Result<usize, Response> {
    let Some(text) = query.get(name) else { return Ok(default) };
    text.parse().map_err(|_| field_problem(name, "invalid", "A valid integer is required."))
}

/// Sort order of a list: by a field, then by id, so that a cursor identifies one position.
struct Order {
    field: &'static str,
    is_descending: bool,
}

impl Order {
    fn of(query: &Query) -> Self {
        let wanted = query.get("order_by").unwrap_or_default();
        let name = wanted.strip_prefix('-').unwrap_or(wanted);
        match ORDERS.into_iter().find(|field| *field == name) {
            Some(field) => Self { field, is_descending: wanted.starts_with('-') },
            None => Self { field: "created_at", is_descending: true },
        }
    }

    fn key(&self, record: &Record) -> [String; 2] {
        [self.field, "id"]
            .map(|field| record.get(field).and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    fn compare(&self, a: &[String; 2], b: &[String; 2]) -> Ordering {
        let order = a.cmp(b);
        if self.is_descending { order.reverse() } else { order }
    }

    /// Returns the position after a record, independent of filters and page size.
    fn cursor(&self, record: &Record) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(json!(self.key(record)).to_string())
    }

    /// Returns the number of records before the position in the query.
    fn start(&self, records: &[&Record], query: &Query) -> Result<usize, Response> {
        let Some(cursor) = query.get("cursor") else { return Ok(0) };
        let json = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok();
        let key = json.and_then(|json| serde_json::from_slice::<[String; 2]>(&json).ok());
        let key = key.ok_or_else(|| field_problem("cursor", "invalid", "Invalid cursor."))?;
        Ok(records.partition_point(|record| self.compare(&self.key(record), &key).is_le()))
    }
}
