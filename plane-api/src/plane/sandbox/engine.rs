//! The fake server without any network: computes the response to a request at a given time.

mod rejections;
mod request_json;
mod v2;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, VecDeque},
};

use bytes::Bytes;
use http::{HeaderName, Request, StatusCode, header};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use self::{
    rejections::{conflict, full, missing, not_allowed},
    request_json::{accepts_json, object},
};
use super::{
    RecordedRequest, check, check::Mode, limit::Quota, limit::RateLimit, limit::RetryAfter, page,
    page::Query, resource::Action, resource::Resource, response::Outcome, response::Response,
    route, route::Target, store::Ids, store::Record, store::Store,
};

const API_KEY: HeaderName = HeaderName::from_static("x-api-key");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// Plane's default limit.
pub(super) const MAX_BODY_BYTES: usize = 5 * 1024 * 1024;

/// Maximum number of recorded requests, and maximum size of their paths and queries in bytes.
const MAX_REQUESTS: usize = 100_000;
const MAX_REQUEST_BYTES: usize = 64 * 1024 * 1024;

/// State of a sandbox. It does not implement `Debug`, so that the key cannot leak.
pub(super) struct Engine {
    workspace: String,
    api_key: String,
    access_token: Option<String>,
    limit: Option<RateLimit>,
    table: &'static [Resource],
    /// One store per table entry, in the same order.
    stores: Vec<Store>,
    /// The work items of customers, by the customer's id.
    links: BTreeMap<String, BTreeSet<String>>,
    ids: Ids,
    workspace_id: String,
    user_id: String,
    /// The latest requests.
    requests: VecDeque<RecordedRequest>,
    /// Size of their paths and queries, in bytes.
    request_bytes: usize,
}

impl Engine {
    pub(super) fn new(
        table: &'static [Resource],
        workspace: String,
        api_key: String,
        limit: Option<u32>,
    ) -> Self {
        let mut ids = Ids::default();
        Self {
            workspace,
            api_key,
            access_token: None,
            limit: limit.map(RateLimit::new),
            table,
            stores: table.iter().map(Store::new).collect(),
            links: BTreeMap::new(),
            workspace_id: ids.next().to_string(),
            user_id: ids.next().to_string(),
            ids,
            requests: VecDeque::new(),
            request_bytes: 0,
        }
    }

    pub(super) fn set_access_token(&mut self, token: String) {
        self.access_token = Some(token);
    }

    pub(super) fn requests(&self) -> Vec<RecordedRequest> {
        self.requests.iter().cloned().collect()
    }

    /// Responds to a request and records it.
    pub(super) fn handle(&mut self, now: Timestamp, request: &Request<Bytes>) -> Response {
        let response = self.response(now, request);
        self.remember(RecordedRequest {
            method: request.method().clone(),
            path: String::from(request.uri().path()),
            query: request.uri().query().map(String::from),
            status: response.status,
        });
        response
    }

    fn remember(&mut self, request: RecordedRequest) {
        let size = |it: &RecordedRequest| it.path.len() + it.query.as_ref().map_or(0, String::len);
        self.request_bytes += size(&request);
        self.requests.push_back(request);
        while self.requests.len() > MAX_REQUESTS || self.request_bytes > MAX_REQUEST_BYTES {
            let Some(oldest) = self.requests.pop_front() else { return };
            self.request_bytes -= size(&oldest);
        }
    }

    fn response(&mut self, now: Timestamp, request: &Request<Bytes>) -> Response {
        if request.body().len() > MAX_BODY_BYTES {
            return Response::body_too_large();
        }
        if let Some(response) = v2::response(self, now, request) {
            return response;
        }
        // Plane's server decodes the path before routing: an encoded slash separates segments like any other.
        let path = percent_decode_str(request.uri().path()).decode_utf8_lossy();
        let Some(target) = route::find(self.table, &path) else {
            return self.no_route(request, path);
        };
        let allow = target.allow();
        let response = match self.admit(now, request, &target) {
            Err(rejection) => rejection,
            Ok(quota) => {
                let response =
                    self.act(now, request, &target).unwrap_or_else(|rejection| rejection);
                with_quota(response, quota)
            }
        };
        response.with(header::ALLOW, &allow)
    }

    fn no_route(&self, request: &Request<Bytes>, path: Cow<'_, str>) -> Response {
        let slashed = path.into_owned() + "/";
        if route::find(self.table, &slashed).is_none() {
            return Response::no_such_route();
        }
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        Response::moved(&format!("{}/{query}", request.uri().path()))
    }

    /// Performs all checks that Plane performs before it looks at the method, in the same order.
    fn admit(
        &mut self,
        now: Timestamp,
        request: &Request<Bytes>,
        target: &Target,
    ) -> Result<Option<Quota>, Response> {
        if !accepts_json(request) {
            let text = "Could not satisfy the request Accept header.";
            return Err(Response::detail(StatusCode::NOT_ACCEPTABLE, text));
        }
        self.authenticate(request)?;
        if target.workspace != self.workspace || !self.has_parent(target) {
            let text = "You do not have permission to perform this action.";
            return Err(Response::detail(StatusCode::FORBIDDEN, text));
        }
        let quota = self.limit.as_mut().map(|limit| limit.admit(now)).transpose();
        quota.map_err(|RetryAfter(seconds)| Response::throttled(seconds))
    }

    fn authenticate(&self, request: &Request<Bytes>) -> Result<(), Response> {
        let key = request.headers().get(API_KEY).filter(|key| !key.is_empty());
        let authorization = request.headers().get(header::AUTHORIZATION);
        let bearer = authorization.and_then(|value| value.as_bytes().strip_prefix(b"Bearer "));
        match key {
            Some(key) if key.as_bytes() == self.api_key.as_bytes() => Ok(()),
            Some(_) => Err(Response::detail(StatusCode::FORBIDDEN, "Given API token is not valid")),
            None if bearer.is_some()
                && bearer == self.access_token.as_deref().map(str::as_bytes) =>
            {
                Ok(())
            }
            None => {
                let text = "Authentication credentials were not provided.";
                Err(Response::detail(StatusCode::UNAUTHORIZED, text))
            }
        }
    }

    fn has_parent(&self, target: &Target) -> bool {
        let Some(noun) = target.resource.parent else {
            return true;
        };
        let store = self.table.iter().position(|resource| resource.noun == noun);
        let store = store.and_then(|at| self.stores.get(at));
        let parent = target.parents.first();
        parent.zip(store).is_some_and(|((_, id), store)| store.get(&[], id).is_some())
    }

    fn act(&mut self, now: Timestamp, request: &Request<Bytes>, target: &Target) -> Outcome {
        let query = Query::parse(request.uri().query());
        let id = target.id.as_deref().unwrap_or_default();
        let action = target.actions().iter().find(|action| action.method() == *request.method());
        match action {
            None => Err(not_allowed(request.method())),
            Some(Action::List) => self.list(target, &query),
            Some(Action::Show(show)) => Ok(Response::json(StatusCode::OK, show(&self.user_id))),
            Some(Action::ListOrGetBy(fields)) => match wanted(fields, &query) {
                Some(wanted) => self.get_by(target, fields, &wanted, &query),
                None => self.list(target, &query),
            },
            Some(Action::Create) => self.create(now, request, target),
            Some(Action::DeleteBy(fields)) => self.delete_by(target, fields, &query),
            Some(Action::Get) => self.get(target, id, &query),
            Some(Action::Update) => self.update(now, request, target, id),
            Some(Action::Delete) => self.delete(target, id),
        }
    }

    fn list(&self, target: &Target, query: &Query) -> Outcome {
        let store = self.stores.get(target.index).ok_or_else(Response::server_error)?;
        let records = store.below(&target.parents);
        let other = |noun: &str, id: &str| {
            let at = self.table.iter().position(|resource| resource.noun == noun)?;
            Some((self.table.get(at)?, self.stores.get(at)?.get(&[], id)?))
        };
        Ok(Response::json(StatusCode::OK, page::page(target.resource, records, query, &other)?))
    }

    fn get(&mut self, target: &Target, id: &str, query: &Query) -> Outcome {
        let record = self.store(target)?.get(&target.parents, id);
        let record = record.ok_or_else(|| missing(target))?;
        Ok(Response::json(StatusCode::OK, page::sparse(target.resource, record, query)))
    }

    fn get_by(
        &mut self,
        target: &Target,
        fields: &[&str],
        wanted: &Record,
        query: &Query,
    ) -> Outcome {
        let holder = self.store(target)?.holder(&target.parents, fields, wanted, None);
        self.get(target, &holder.ok_or_else(|| missing(target))?, query)
    }

    fn create(&mut self, now: Timestamp, request: &Request<Bytes>, target: &Target) -> Outcome {
        let values = check::body(target.resource, &object(request)?, Mode::Whole)?;
        check::rules(target.resource, &values, None)?;
        let store = self.store(target)?;
        let holder =
            target.resource.keys.iter().find_map(|key| {
                Some((key, store.holder(&target.parents, key.fields, &values, None)?))
            });
        match holder {
            Some((key, id)) if key.overwrites => self.change(now, target, &id, values),
            Some((key, id)) if key.exclusive => Err(conflict(target.resource, key, &id)),
            _ => self.insert(now, target, values),
        }
    }

    fn update(
        &mut self,
        now: Timestamp,
        request: &Request<Bytes>,
        target: &Target,
        id: &str,
    ) -> Outcome {
        if self.store(target)?.get(&target.parents, id).is_none() {
            return Err(missing(target));
        }
        let values = check::body(target.resource, &object(request)?, Mode::Partial)?;
        let store = self.store(target)?;
        check::rules(target.resource, &values, store.get(&target.parents, id).map(|it| (it, now)))?;
        let mut keys = target.resource.keys.iter();
        if let Some(key) = keys.find(|key| store.would_clash(&target.parents, key, &values, id)) {
            // Plane reports the id of the updated object, not the id of the conflicting one.
            return Err(key.on_update.map_or_else(
                || conflict(target.resource, key, id),
                |text| Response::error(StatusCode::BAD_REQUEST, text),
            ));
        }
        self.change(now, target, id, values)
    }

    fn delete(&mut self, target: &Target, id: &str) -> Outcome {
        if !self.store(target)?.remove(&target.parents, id) {
            return Err(missing(target));
        }
        self.links.remove(id);
        for (resource, store) in self.table.iter().zip(&mut self.stores) {
            if resource.parent == Some(target.resource.noun) {
                store.remove_below(id);
            }
        }
        Ok(Response::empty(StatusCode::NO_CONTENT))
    }

    fn delete_by(&mut self, target: &Target, fields: &[&str], query: &Query) -> Outcome {
        let wanted = wanted(fields, query).ok_or_else(|| {
            let text = format!("{} are required", fields.join(" and "));
            Response::error(StatusCode::BAD_REQUEST, text)
        })?;
        let holder = self.store(target)?.holder(&target.parents, fields, &wanted, None);
        self.delete(target, &holder.ok_or_else(|| missing(target))?)
    }

    fn insert(&mut self, now: Timestamp, target: &Target, values: Record) -> Outcome {
        let mut record = target.resource.blank();
        let time = check::time_text(now);
        let common = [
            ("id", self.ids.next().to_string()),
            ("created_at", time.clone()),
            ("updated_at", time),
            ("created_by", self.user_id.clone()),
            ("workspace", self.workspace_id.clone()),
        ];
        let parents = target.parents.iter().cloned();
        record.extend(
            common.into_iter().chain(parents).map(|(name, value)| (name.into(), value.into())),
        );
        for field in target.resource.fields.iter().filter(|field| field.author) {
            record.insert(String::from(field.name), self.user_id.clone().into());
        }
        let values = self.owned(target, values);
        let store = self.store(target)?;
        if store.is_full() {
            return Err(full());
        }
        record.extend(values);
        for field in target.resource.fields {
            let Some(next) = field.next else { continue };
            if field.assigned || record.get(field.name).is_none_or(Value::is_null) {
                let range = store.range(&target.parents, field.name);
                record.insert(String::from(field.name), next(range));
            }
        }
        let response = target.resource.written(&record, None);
        let late = check::late(target.resource, &record);
        store.push(record);
        late?;
        Ok(Response::json(target.resource.created, response))
    }

    /// Returns the values to store. A cleared author becomes the user of the API key.
    fn owned(&self, target: &Target, mut values: Record) -> Record {
        for field in target.resource.fields.iter().filter(|field| field.author) {
            if let Some(value @ Value::Null) = values.get_mut(field.name) {
                *value = self.user_id.clone().into();
            }
        }
        values
    }

    fn change(&mut self, now: Timestamp, target: &Target, id: &str, values: Record) -> Outcome {
        let mut change = Record::new();
        change.insert(String::from("updated_at"), check::time_text(now).into());
        change.insert(String::from("updated_by"), self.user_id.clone().into());
        let values = self.owned(target, values);
        let store = self.store(target)?;
        if !store.has_room(&target.parents, id, &values) {
            return Err(full());
        }
        change.extend(values);
        let record = store.change(&target.parents, id, change);
        let record = record.ok_or_else(|| missing(target))?;
        let response = target.resource.written(record, target.resource.updated);
        Ok(Response::json(StatusCode::OK, response))
    }

    fn store(&mut self, target: &Target) -> Result<&mut Store, Response> {
        self.stores.get_mut(target.index).ok_or_else(Response::server_error)
    }
}

fn with_quota(response: Response, quota: Option<Quota>) -> Response {
    match quota {
        Some(quota) => response
            .with(REMAINING, &quota.remaining.to_string())
            .with(RESET, &quota.reset.to_string()),
        None => response,
    }
}

/// Returns the query parameters for these fields, if all are present.
fn wanted(fields: &[&str], query: &Query) -> Option<Record> {
    let value = |field: &&str| query.get(field).filter(|value| !value.is_empty());
    fields.iter().map(|field| Some((String::from(*field), value(field)?.into()))).collect()
}

#[cfg(test)]
mod tests;
