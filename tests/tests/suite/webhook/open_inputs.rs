//! Any body that is posted to a webhook is rejected or decoded, and nothing panics.

use plane_api::{
    Value,
    http::HeaderValue,
    webhook::{Event, VerifyError, sign},
};
use proptest::prelude::*;

use super::{SECRET, verifier};

/// JSON of any type, with the field names and values of events.
fn json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        Just("None".to_owned()),
        Just("v2".to_owned()),
        Just("workitem.comment.created".to_owned()),
        Just("project.deleted".to_owned()),
        Just("WebhookScope.ScopeChoices.PAGE_".to_owned()),
        Just("issue".to_owned()),
        Just("agent_run".to_owned()),
        Just("created".to_owned()),
        any::<String>(),
    ];
    let key = prop_oneof![
        prop::sample::select(vec![
            "version",
            "event",
            "action",
            "type",
            "event_id",
            "delivery_id",
            "data",
            "activity",
            "actor",
            "id",
            "previous_attributes",
            "comment",
            "state_id",
            "label_ids",
            "_id",
            "_ids",
            "created_by_id",
            "created_at",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(key.clone(), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Calls every method of an event.
fn ask(event: &Event) {
    let _ = (event.actor(), event.object(), event.data::<Value>(), event.previous_attributes());
    assert!(!event.deduplication_key().is_empty());
    assert!(!format!("{event:?} {}", event.kind).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn unsigned_bodies_are_rejected(
        signature in prop_oneof![any::<Vec<u8>>(), "[0-9a-f]{60,68}".prop_map(String::into_bytes)],
        body in any::<Vec<u8>>(),
    ) {
        let error = verifier().verify_signature(&signature, &body).unwrap_err();
        prop_assert!(matches!(error, VerifyError::SignatureMalformed | VerifyError::SignatureMismatch));
        if let Ok(value) = HeaderValue::from_bytes(&signature) {
            let headers = [("x-plane-signature".parse().unwrap(), value)].into_iter().collect();
            prop_assert_eq!(verifier().verify(&headers, &body).unwrap_err(), error);
        }
    }

    #[test]
    fn bytes_that_are_signed_are_read_or_rejected(body in any::<Vec<u8>>()) {
        match verifier().verify_signature(sign(SECRET, &body), &body) {
            Ok(event) => ask(&event),
            Err(error) => prop_assert_eq!(error, VerifyError::NotAnEvent),
        }
    }

    #[test]
    fn json_that_is_signed_is_read(json in json()) {
        let body = json.to_string();
        match verifier().verify_signature(sign(SECRET, body.as_bytes()), body.as_bytes()) {
            Ok(event) => {
                ask(&event);
                prop_assert!(json.is_object());
            }
            Err(error) => prop_assert!(error == VerifyError::NotAnEvent && !json.is_object()),
        }
    }
}
