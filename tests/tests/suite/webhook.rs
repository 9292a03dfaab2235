//! Webhooks: deliveries signed by Plane are accepted and decoded, others are rejected.

mod events;
mod example;
mod open_inputs;
mod signatures;

use plane_api::webhook::{Event, Verifier, sign};

const SECRET: &str = "plane_wh_7d4be09f3c2a4f6c8f0a1b2c3d4e5f60";

fn verifier() -> Verifier {
    Verifier::new([SECRET]).unwrap()
}

/// Decodes a signed body.
fn event(body: &str) -> Event {
    verifier().verify_signature(sign(SECRET, body.as_bytes()), body.as_bytes()).unwrap()
}

/// The sample in a line of the fixture, from Plane's documentation.
fn sample(line: usize) -> Event {
    event(include_str!("../../fixtures/webhooks.jsonl").lines().nth(line).unwrap())
}
