//! The registry has every declared endpoint, and each can be found and described.

use std::{collections::BTreeSet, env, fs, path::Path};

use plane_api::{Client, PageRule, registry, registry::Entry};
use serde_json::{Map, Value, json};

use crate::{Request, declared_v2, requests};

/// Returns the file that lists the endpoints of a version.
fn file(api: &str, requests: &[Request]) -> String {
    let rows: BTreeSet<_> = requests.iter().map(|it| (it.module, it.spec.name)).collect();
    let rows = rows.iter().map(|(module, name)| format!("    entry!({api} {module}, {name}),\n"));
    let rows: String = rows.collect();
    format!(
        "//! The endpoints of Plane's API {api}. A test writes this file: `tests/tests/catalogue/registry.rs`.

use super::{{Entry, concat_path, entry}};
use crate::{{endpoint::Endpoint, plane::{api}}};

pub(super) const ENTRIES: &[Entry] = &[
{rows}];
"
    )
}

/// `REGISTRY=overwrite` writes the files.
#[test]
fn the_registry_is_what_the_catalogues_declare() {
    for (api, requests) in [("v1", requests()), ("v2", declared_v2::requests())] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plane-api/src/plane/registry");
        let (path, expected) = (path.join(format!("{api}.rs")), file(api, &requests));
        if env::var_os("REGISTRY").is_some_and(|value| value == "overwrite") {
            fs::write(&path, &expected).unwrap();
        }
        assert!(
            fs::read_to_string(&path).unwrap() == expected,
            "{} differs from the declarations; write it with \
             `REGISTRY=overwrite cargo test -p plane-tests --test catalogue registry`",
            path.display()
        );
        let entries = registry::endpoints().filter(|entry| entry.api == api);
        let entries: BTreeSet<_> = entries.map(|entry| (entry.module, entry.spec.name)).collect();
        let declared: BTreeSet<_> = requests.iter().map(|it| (it.module, it.spec.name)).collect();
        assert_eq!(entries, declared);
    }
}

#[test]
fn every_endpoint_is_found_by_its_path_and_described() {
    let mut names = BTreeSet::new();
    for entry in registry::endpoints() {
        let Entry { api, spec, .. } = entry;
        let found = registry::find(&entry.to_string()).unwrap();
        assert!(std::ptr::eq(found.spec, *spec), "{entry}");
        let found = registry::find(&format!("{api}::{}", spec.name)).unwrap();
        assert!(std::ptr::eq(found.spec, *spec), "{entry}");
        let is_shared = !names.insert(spec.name);
        assert_eq!(registry::find(spec.name).is_err(), is_shared || is_in_both(spec.name));
        assert!(!spec.docs.is_empty() && !spec.response.is_empty(), "{entry}");
    }
    assert!(names.len() > 500, "{}", names.len());
}

fn is_in_both(name: &str) -> bool {
    registry::endpoints().filter(|entry| entry.spec.name == name).count() > 1
}

#[test]
fn a_name_that_is_wrong_or_shared_is_explained() {
    let error = |name| registry::find(name).unwrap_err().to_string();
    assert_eq!(
        error("UpdateCustomer"),
        "there are several endpoints `UpdateCustomer`; write `v1::customers::UpdateCustomer` or \
         `v2::customers::UpdateCustomer`"
    );
    let meant =
        "there is no endpoint `v1::updatecustmer`; did you mean `v1::customers::UpdateCustomer`?";
    assert_eq!(error("v1::updatecustmer"), meant);
    assert!(error("xyzzyxyzzy").ends_with("there is no endpoint `xyzzyxyzzy`"));
    assert!(error("").starts_with("there is no endpoint ``"));
    assert!(error("v2::v1::UpdateCustomer").starts_with("there is no endpoint"));
}

/// Returns values for all path parameters.
fn values(entry: &Entry) -> Map<String, Value> {
    let params = entry.spec.params.into_iter().filter(|param| param.required);
    params.map(|param| (param.label().to_owned(), param.json("1"))).collect()
}

/// Each list can be paginated by name: its envelope is supported.
#[tokio::test]
async fn every_list_is_paginated() {
    let mut lists = 0;
    for entry in registry::endpoints() {
        let is_position = |rule| !matches!(rule, PageRule::Size(_));
        let is_list = entry.spec.params.into_iter().any(|it| it.page.is_some_and(is_position));
        let client = Client::plane().base_url("http://127.0.0.1:1").api_key("k").build().unwrap();
        let made = entry.items(values(entry), &client);
        assert_eq!(made.is_ok(), is_list, "{entry}: {made:?}");
        lists += usize::from(is_list);
        let envelope = entry.spec.response.split('<').next().unwrap();
        let known = ["Page", "CursorPage", "OffsetPage"].contains(&envelope);
        assert!(!is_list || known, "{entry} responds with {envelope}");
    }
    assert!(lists > 100, "{lists}");
    let values = json!({"workspace_slug": "acme", "nmae": 1}).as_object().cloned().unwrap();
    let error = registry::find("v1::CreateCustomer").unwrap().request(values).unwrap_err();
    assert!(error.to_string().contains("did you mean `name` (body, `String`"), "{error}");
}
