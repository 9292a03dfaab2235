//! Responses that may not match the expected type.

use std::collections::BTreeMap;

use plane_api::{Delivery, ErrorKind, Value, endpoint};
use serde::Deserialize;

use crate::client::{Reply, block_on, client};

#[derive(Debug, PartialEq, Deserialize)]
struct Thing {
    id: u64,
    name: Option<String>,
    #[serde(default)]
    labels: Vec<Label>,
    #[serde(default)]
    counts: BTreeMap<String, i8>,
    parent: Option<Box<Self>>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Label {
    Red,
    Custom(String),
    Shade { red: u8 },
}

#[endpoint(GET, "/things/" -> Vec<Thing>)]
struct ListThings {}

/// The input is the body of a response. The client decodes every body that `serde_json` decodes. For any other body, the
/// error contains the location of the failure and shows no value.
pub fn decode(input: &[u8]) {
    let (client, _) = client([Reply::new(200, input.to_vec())], |builder| builder);
    let result = block_on(ListThings::new().send(&client));
    let body = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    match (result, serde_json::from_slice::<Vec<Thing>>(body)) {
        (Ok(things), Ok(expected)) => assert_eq!(things, expected),
        // A byte order mark may follow white space.
        (Ok(_), Err(error)) => assert!(input.trim_ascii_start().starts_with(b"\xef"), "{error}"),
        // `serde_json` does not check strings that it ignores.
        (Err(error), Ok(_)) => assert!(str::from_utf8(input).is_err(), "not decoded: {error}"),
        (Err(error), Err(_)) => {
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
            let line = error.to_string();
            assert!(!line.is_empty() && !line.contains(char::is_control), "{line:?}");
            let path = error.json_path().unwrap_or_default();
            assert!(path.len() < 1000 && !path.contains(char::is_control), "{path:?}");
            check_path(body, path);
        }
    }
}

/// If the body is JSON, the location, such as `[0].parent.id`, exists in it. A `*` is the key of a map, and the rest
/// of the path is not checked.
fn check_path(body: &[u8], path: &str) {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return };
    let mut place = &value;
    for name in path.split(['.', '[']).map(|name| name.trim_end_matches(']')) {
        if name.contains('*') {
            return;
        }
        let next = match place {
            _ if name.is_empty() => Some(place),
            Value::Array(items) => name.parse().ok().and_then(|index: usize| items.get(index)),
            Value::Object(map) => map.get(name),
            _ => None,
        };
        match next {
            Some(next) => place = next,
            None => panic!("{path:?} is not in {value}"),
        }
    }
}
