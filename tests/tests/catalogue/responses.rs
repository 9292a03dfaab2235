//! Every known response is decoded without loss, and every body that a server accepted can be sent.

use plane_api::{Body, http};
use serde_json::Value;

use crate::{
    fixtures::{answers, expect},
    known::Given,
    requests,
};

#[test]
fn every_response_decodes_and_loses_nothing() {
    let requests = requests();
    let mut found = Vec::new();
    let mut decoded = 0;
    for answer in answers() {
        let Some(request) = answer.request(&requests) else {
            found.push((answer.name(), "answer of no endpoint".to_owned()));
            continue;
        };
        decoded += 1;
        let result = (request.decode)(&answer.body.to_string());
        if let Some(error) = result.error {
            // The location depends on the order of the keys, which a feature of `serde_json` determines.
            let error = error.split(" at line ").next().unwrap_or_default();
            found.push((answer.name(), format!("answer does not decode: {error}")));
        }
        for path in result.lost {
            let name = path.rsplit('.').next().unwrap_or_default();
            let lost = (request.spec.name.to_owned(), format!("answer loses {name}"));
            if !found.contains(&lost) {
                found.push(lost);
            }
        }
    }
    assert!(decoded > 200, "{decoded}");
    expect("answer", found);
}

#[test]
fn every_recorded_body_can_be_sent() {
    let requests = requests();
    let mut found = Vec::new();
    let mut sent = 0;
    for answer in answers() {
        let (Some(body), Some(request)) = (&answer.request, answer.request(&requests)) else {
            continue;
        };
        let Some(mut given) = Given::new(body) else { continue };
        sent += 1;
        let built = (request.given)(&mut given);
        let json = built.map(|request| json(&request.unwrap()));
        if !given.is_used_up() && !body.is_array() || json.as_ref() != Some(body) {
            found.push((answer.name(), "sent otherwise".to_owned()));
        }
    }
    assert!(sent > 40, "{sent}");
    expect("sent", found);
}

fn json(request: &http::Request<Body>) -> Value {
    serde_json::from_slice(request.body().as_bytes().unwrap()).unwrap_or_default()
}
