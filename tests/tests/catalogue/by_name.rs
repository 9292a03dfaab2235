//! Every request can be made by name: its `Spec` describes everything that its encoder writes.

use plane_api::{Body, DynamicRequest, Endpoint, ListStyle, ParamLocation, Spec, http};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::{Map, Request, declared_v2, requests};

/// Method, target, headers and body.
fn shown(request: http::Request<Body>) -> (String, Vec<(String, String)>, Vec<u8>) {
    let (parts, body) = request.into_parts();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let headers = parts.headers.iter();
    let headers = headers.map(|(name, value)| (name.to_string(), text(value.as_bytes())));
    let body = body.as_bytes().unwrap().to_vec();
    (format!("{} {}", parts.method, parts.uri), headers.collect(), body)
}

/// The body with the keys of nested objects in the order of the map. `serde_json` sorts these keys unless its feature
/// `preserve_order` is enabled.
fn by_map(body: &[u8]) -> Vec<u8> {
    let Ok(body) = serde_json::from_slice::<Fields>(body) else {
        return serde_json::from_slice::<Value>(body)
            .map_or_else(|_| body.to_vec(), |it| it.to_string().into());
    };
    format!("{:?}", body.0).into_bytes()
}

/// The fields of an object, in its order.
struct Fields(Vec<(String, String)>);

impl<'de> serde::Deserialize<'de> for Fields {
    fn deserialize<D: serde::Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Fields;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    fields.push((name, value.to_string()));
                }
                Ok(Fields(fields))
            }
        }
        json.deserialize_map(Visitor)
    }
}

/// Adds the values that a function serializes, as they are sent: in the body, or as a list in the query.
fn with_sent(spec: &Spec, mut values: Map, target: &str, body: &[u8]) -> Map {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let query = target.split_once('?').map_or("", |(_, query)| query);
    for param in spec.params.into_iter().filter(|param| param.serialize_with) {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let value = match (param.location, param.list_style) {
            (ParamLocation::Query, ListStyle::Comma) => pairs
                .find(|(name, _)| name == param.name)
                .map(|(_, value)| value.split(',').map(Value::from).collect()),
            (ParamLocation::Body, _) => body.get(param.name).cloned(),
            _ => panic!("{}: {param:?}", spec.name),
        };
        values.extend(value.map(|value| (param.name.to_owned(), value)));
    }
    values
}

#[test]
fn every_request_by_name_is_the_typed_request() {
    let (mut made, mut exact) = (0, 0);
    for Request { spec, bare, full, values, .. } in
        requests().into_iter().chain(declared_v2::requests())
    {
        for (typed, values) in [bare(), full()].into_iter().zip(values()) {
            let name = spec.name;
            let (target, headers, body) = shown(typed.unwrap());
            let values = with_sent(spec, values, &target, &body);
            let request = DynamicRequest::new(spec, values.clone()).unwrap_or_else(|error| {
                panic!("{name}: {error} {values:?}");
            });
            assert_eq!(request.spec().name, name);
            let by_name = shown(request.request().unwrap());
            assert_eq!((by_name.0, by_name.1), (target, headers), "{name}");
            assert_eq!(
                String::from_utf8_lossy(&by_map(&by_name.2)),
                String::from_utf8_lossy(&by_map(&body)),
                "{name}"
            );
            made += 1;
            exact += usize::from(by_name.2 == body);
        }
    }
    assert!(made > 1600, "{made}");
    // The order of keys may differ only in objects within values, and one request in twenty has such objects.
    assert!(exact > 1500, "{exact} of {made}");
    if cfg!(feature = "shared-features") {
        assert_eq!(exact, made);
    }
}

/// The error of a request without values names each required parameter.
#[test]
fn every_missing_value_is_named() {
    for Request { spec, .. } in requests().into_iter().chain(declared_v2::requests()) {
        let required = spec.params.into_iter().filter(|it| it.required && it.path.is_none());
        let required: Vec<_> = required.map(|param| param.label()).collect();
        let made = DynamicRequest::new(spec, Map::new());
        if required.is_empty() {
            made.unwrap();
            continue;
        }
        let error = made.unwrap_err().to_string();
        for name in required {
            assert!(error.contains(&format!("`{name}` is missing (")), "{}: {error}", spec.name);
        }
    }
}

/// Values that no typed request can hold, or that its encoder rejects, by the type of a parameter.
fn wrong(ty: &str, location: ParamLocation) -> Vec<Value> {
    let inner = |wrapper: &str| ty.strip_prefix(wrapper).and_then(|it| it.strip_suffix('>'));
    let in_path = location == ParamLocation::Path;
    match ty {
        _ if let Some(ty) = inner("Option<") => {
            let mut found = wrong(ty, location);
            // A typed request omits `None` instead of sending `null`.
            found.extend((ty != "Value").then_some(Value::Null));
            found
        }
        _ if let Some(ty) = inner("Patch<") => {
            let mut found = wrong(ty, location);
            found.retain(|value| !value.is_null());
            found
        }
        _ if let Some(ty) = inner("Vec<") => {
            let items = wrong(ty, location).into_iter().map(|item| json!([item]));
            items.chain([json!("text"), json!(null)]).collect()
        }
        "bool" => vec![json!("true"), json!(1), json!(null)],
        "u8" | "u16" | "u32" | "u64" => {
            vec![json!(-1), json!(1.5), json!("1"), json!(1e20), json!(null)]
        }
        "i32" | "i64" => vec![json!(1.5), json!("1"), json!(1e20), json!(null)],
        "f64" => vec![json!("1"), json!(null)],
        "String" if in_path => vec![json!(""), json!(".."), json!("a/b"), json!(1), json!(null)],
        "String" | "Secret" => vec![json!(1), json!(true), json!([]), json!(null)],
        "Timestamp" | "Date" => {
            vec![json!(""), json!("soon"), json!("2026-02-30"), json!(1), json!(null)]
        }
        _ if ty.ends_with("Id") => vec![json!(""), json!(true), json!({}), json!(null)],
        _ => vec![],
    }
}

/// A value that the typed request rejects is also rejected by name. The error contains the parameter's name, location
/// and documentation.
#[test]
fn every_wrong_value_is_named() {
    let mut tried = 0;
    for Request { spec, values, .. } in requests().into_iter().chain(declared_v2::requests()) {
        let [values, _] = values();
        let own = spec.params.into_iter().filter(|it| it.path.is_none() && !it.flatten);
        for param in own.filter(|it| !it.serialize_with && !it.nullable && it.page.is_none()) {
            for value in wrong(param.ty, param.location) {
                let mut values = values.clone();
                let label = param.label();
                values.insert(label.to_owned(), value.clone());
                let Err(error) = DynamicRequest::new(spec, values) else {
                    panic!("{}: `{label}` ({}) accepts {value}", spec.name, param.ty)
                };
                let error = error.to_string();
                let location = format!("{:?}", param.location).to_lowercase();
                let docs = param.docs.split("\n\n").next().unwrap_or_default();
                let docs = plane_api::openapi::markdown(docs);
                assert!(error.contains(&format!("`{label}` ")), "{}: {error}", spec.name);
                assert!(error.contains(&format!("({location}, `{}`", param.ty)), "{error}");
                assert!(error.contains(&docs), "{docs}: {error}");
                tried += 1;
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
}
