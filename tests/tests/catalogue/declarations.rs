//! Every endpoint of Plane is declared as in the data: method, path, and the names of all parameters.

use std::collections::{BTreeMap, BTreeSet};

use plane_api::{Body, ParamLocation, Spec, http};
use serde_json::Value;

use crate::{
    Request, declared_v2,
    fixtures::{Known, catalogue, documented, expect, nullability_hints},
    requests,
};

/// Verbs of both versions.
const VERBS: [&str; 21] = [
    "Add",
    "Archive",
    "Attach",
    "Count",
    "Create",
    "Delete",
    "Detach",
    "Get",
    "Import",
    "Link",
    "List",
    "Preview",
    "Regenerate",
    "Remove",
    "Search",
    "Set",
    "Submit",
    "Transfer",
    "Unarchive",
    "Unlink",
    "Update",
];

/// Verbs of v2 only.
const VERBS_OF_V2: [&str; 7] =
    ["BulkCreate", "BulkDelete", "BulkUpdate", "Enable", "Manage", "Publish", "Upsert"];

fn route(method: &str, path: &str) -> String {
    format!("{method} {path}")
}

fn route_of(spec: &Spec) -> String {
    route(spec.method.as_str(), spec.path)
}

/// The requests on the route of an endpoint: the first is the endpoint itself.
fn on<'a>(known: &Known, requests: &'a [Request]) -> Vec<&'a Request> {
    let wanted = route(&known.method, &known.path);
    requests.iter().filter(|request| route_of(request.spec) == wanted).collect()
}

#[test]
fn every_endpoint_is_declared_and_none_is_invented() {
    let known: BTreeSet<_> =
        catalogue().iter().map(|known| route(&known.method, &known.path)).collect();
    let requests = requests();
    let declared: BTreeSet<_> = requests.iter().map(|request| route_of(request.spec)).collect();
    assert_eq!(known.len(), 433);
    assert_eq!(known.difference(&declared).collect::<Vec<_>>(), [""; 0], "missing");
    assert_eq!(declared.difference(&known).collect::<Vec<_>>(), [""; 0], "invented");

    let mut routes = BTreeMap::new();
    for request in &requests {
        routes.entry(route_of(request.spec)).or_insert_with(Vec::new).push(request.spec.name);
    }
    let shared = routes.into_values().filter(|names| names.len() > 1).map(|mut names| {
        names.sort_unstable();
        (names.join(" and "), "route shared".to_owned())
    });
    expect("route", shared.collect());
}

#[test]
fn names_are_unique_and_begin_with_a_verb() {
    names_begin_with(requests(), &VERBS);
    names_begin_with(declared_v2::requests(), &[&VERBS[..], &VERBS_OF_V2].concat());
}

fn names_begin_with(requests: Vec<Request>, verbs: &[&str]) {
    let mut names = BTreeSet::new();
    for request in requests {
        let name = request.spec.name;
        assert!(names.insert(name), "{name} is declared twice");
        let verb = verbs.iter().find(|verb| {
            name.strip_prefix(**verb).is_some_and(|rest| rest.starts_with(char::is_uppercase))
        });
        assert!(verb.is_some(), "{name} does not begin with a verb of the list");
    }
}

#[test]
fn every_parameter_is_declared_and_none_is_invented() {
    let requests = requests();
    let mut found = Vec::new();
    for known in catalogue() {
        for request in on(&known, &requests) {
            for (kind, place, known) in [
                ("query", ParamLocation::Query, &known.query),
                ("body", ParamLocation::Body, &known.body),
            ] {
                let declared: BTreeMap<_, _> = request
                    .spec
                    .params
                    .into_iter()
                    .filter(|param| param.location == place && !param.name.is_empty())
                    .map(|param| (param.name, param.required))
                    .collect();
                for (name, required) in known {
                    let what = match declared.get(name.as_str()) {
                        None => "left out",
                        Some(true) if !required => "required",
                        Some(false) if *required => "optional",
                        Some(_) => continue,
                    };
                    found.push((request.spec.name.to_owned(), format!("{kind} {name}: {what}")));
                }
                for name in declared.keys().filter(|name| !known.contains_key(**name)) {
                    found.push((request.spec.name.to_owned(), format!("{kind} {name}: invented")));
                }
            }
        }
    }
    let (query, body) = found.into_iter().partition(|(_, what)| what.starts_with("query"));
    expect("query", query);
    expect("body", body);
}

#[test]
fn documented_endpoints_name_their_scopes() {
    let (requests, catalogue, documented) = (requests(), catalogue(), documented());
    assert_eq!(documented.len(), 22);
    for endpoint in documented {
        let known = catalogue.iter().find(|known| known.id == endpoint.id).unwrap();
        for request in on(known, &requests) {
            let (name, docs) = (request.spec.name, request.spec.docs);
            assert!(!docs.contains("Python SDK"), "{name}: {docs}");
            for scope in &endpoint.scopes {
                assert!(docs.contains(&format!("the scope `{scope}`")), "{name}: {docs}");
            }
        }
    }
}

/// If a hint says that a field may be null, the field is a `Patch` in an update, and its documentation mentions the
/// hint. A create omits the field instead of sending null. A hint that a field may not be null has no effect: a server
/// that rejects null reports it.
#[test]
fn a_field_that_may_be_null_can_be_cleared() {
    let (requests, catalogue, hints) = (requests(), catalogue(), nullability_hints());
    assert_eq!(hints.len(), 353);
    let (mut found, mut applied) = (Vec::new(), 0);
    for hint in &hints {
        let known = catalogue.iter().find(|known| known.id == hint.id).unwrap();
        for request in on(known, &requests) {
            let params = request.spec.params.into_iter();
            let mut params = params.filter(|param| param.location == ParamLocation::Body);
            let param = params.find(|param| param.name == hint.field);
            let name = request.spec.name.to_owned();
            let Some(param) = param else {
                found.push((name, format!("nullable {}: left out", hint.field)));
                continue;
            };
            if !hint.nullable || known.method == "POST" {
                continue;
            }
            if !param.ty.starts_with("Patch<") {
                found.push((name, format!("nullable {}: cannot be cleared", hint.field)));
                continue;
            }
            applied += 1;
            assert!(
                param.docs.replace('\n', " ").contains(
                    "Only Plane's documentation of API v2 says that this field can be cleared"
                ),
                "{name} {param:?}"
            );
        }
    }
    expect("nullable", found);
    assert_eq!(applied, 49);
}

/// Method and path as sent, and the names in the query and the body.
fn sent(request: http::Request<Body>) -> (String, BTreeSet<String>, BTreeSet<String>) {
    let (parts, body) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let query =
        query.split('&').filter_map(|pair| pair.split('=').next()).filter(|name| !name.is_empty());
    let query = query.map(str::to_owned).collect();
    let body = body.as_bytes().unwrap();
    let body = match body.as_ref() {
        b"" => Value::Null,
        json => serde_json::from_slice(json).unwrap(),
    };
    let body = body.as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect();
    (route(parts.method.as_str(), parts.uri.path()), query, body)
}

#[test]
fn every_request_is_sent_as_it_is_declared() {
    for request in requests().into_iter().chain(declared_v2::requests()) {
        let spec = request.spec;
        let names = |place: ParamLocation, all: bool| -> BTreeSet<String> {
            let wanted = |param: &plane_api::Param| {
                param.location == place && !param.name.is_empty() && (all || param.required)
            };
            let constant = (place == ParamLocation::Query && !spec.query.is_empty())
                .then(|| spec.query.split('=').next().unwrap_or_default());
            let params = spec.params.into_iter().filter(wanted).map(|param| param.name);
            params.chain(constant).map(str::to_owned).collect()
        };
        for (all, request) in [(false, (request.bare)()), (true, (request.full)())] {
            let (route, query, body) = sent(request.unwrap());
            assert_eq!(query, names(ParamLocation::Query, all), "query of {}", spec.name);
            assert_eq!(body, names(ParamLocation::Body, all), "body of {}", spec.name);
            let (method, path) = route.split_once(' ').unwrap();
            assert_eq!(method, spec.method.as_str());
            let expected = spec.path.split('/').map(|part| {
                let id = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
                match part {
                    "{workspace_slug}" | "{project_key}" | "{group_name}" | "{work_item_key}" => {
                        "x"
                    }
                    "{project_identifier}-{issue_identifier}" => "x-1",
                    part if part.starts_with('{') => id,
                    part => part,
                }
            });
            assert_eq!(path, expected.collect::<Vec<_>>().join("/"), "path of {}", spec.name);
        }
    }
}

/// Plane's server decodes a path before it routes the request, so no encoding makes a slash safe.
#[test]
fn no_path_parameter_takes_slashes_and_no_error_suggests_it() {
    for request in requests() {
        let spec = request.spec;
        assert!(
            spec.routes_decoded,
            "{}: import `plane_macros::endpoint_routed_decoded`",
            spec.name
        );
        assert!(!spec.path.contains("..}"), "{}: {}", spec.name, spec.path);
        assert!(!spec.params.into_iter().any(|param| param.slashes), "{}", spec.name);
    }
}
