//! Signatures: the expected ones were computed with Python's `hmac` and `hashlib`, or are from RFC 4231.

use plane_api::{
    ErrorKind,
    http::{HeaderMap, HeaderValue, StatusCode},
    webhook::{EventKind, Verifier, VerifyError, sign},
};

use super::{SECRET, verifier};

const BODY: &str = r#"{"version": "v2", "delivery_id": "2a0d0510-9052-446e-a1c7-a704bbd68cba", "event_id": "9d508cd9-36c2-44a5-928d-7ee2f2a3b8a8", "event": "workitem.created", "data": {"id": "775c5716-5302-4617-bb9f-2cd843911268", "name": "R\u00e4der"}, "previous_attributes": {}}"#;
const SIGNATURE: &str = "37866386b0ae89320b4f4e8f72b0f33a7f9b86b3f4ab692f1d3afab9bc478301";
const OLD_SECRET: &str = "plane_wh_0ld";
const OLD_SIGNATURE: &str = "d521986d29cd14b8c4b90dd8e38f46a34f800ce6404121ff95bbefdffc946fa3";

fn headers(signatures: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for signature in signatures {
        headers.append("X-Plane-Signature", HeaderValue::from_str(signature).unwrap());
    }
    headers
}

fn rejection(signature: impl AsRef<[u8]>, body: impl AsRef<[u8]>) -> VerifyError {
    verifier().verify_signature(signature, body.as_ref()).unwrap_err()
}

#[test]
fn signatures_are_those_that_others_compute() {
    let cases = [
        (
            "Jefe",
            "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (SECRET, BODY, SIGNATURE),
        (OLD_SECRET, BODY, OLD_SIGNATURE),
        (SECRET, "{}", "d0b686bc1468f679627b4b26bb5ac93ee89e1f3e3b8ddd7c77bda3f5b81001bb"),
        (
            "plane_wh_schlüssel",
            "{}",
            "64f32fa2fdcf26230ad92b188acb89cc301749cc3dd41cb171b39abc182f1721",
        ),
        // Longer than a block of the hash.
        (
            &format!("plane_wh_{}", "x".repeat(100)),
            "{}",
            "dc6e7036388eb9322277bca38cfd81d81697317641f6f0a6a09e9f529675435b",
        ),
    ];
    for (secret, body, expected) in cases {
        assert_eq!(sign(secret, body.as_bytes()), expected, "{secret}");
        let verifier = Verifier::new([secret]).unwrap();
        let result = verifier.verify_signature(expected, body.as_bytes());
        assert!(matches!(result, Ok(_) | Err(VerifyError::NotAnEvent)), "{secret}: {result:?}");
    }
}

#[test]
fn a_signed_body_is_read() {
    let event = verifier().verify(&headers(&[SIGNATURE]), BODY.as_bytes()).unwrap();
    assert_eq!(event.kind, EventKind::WorkItemCreated);
    assert_eq!(event.payload["data"]["name"], "Räder");
}

#[test]
fn a_flip_of_any_bit_is_rejected() {
    for bit in 0..8 {
        for at in 0..BODY.len() {
            let mut body = BODY.as_bytes().to_vec();
            body[at] ^= 1 << bit;
            assert_eq!(rejection(SIGNATURE, body), VerifyError::SignatureMismatch, "{at}:{bit}");
        }
        for at in 0..SIGNATURE.len() {
            let mut signature = SIGNATURE.as_bytes().to_vec();
            signature[at] ^= 1 << bit;
            let error = rejection(&signature, BODY);
            let is_hex = matches!(signature[at], b'0'..=b'9' | b'a'..=b'f');
            let expected = if is_hex {
                VerifyError::SignatureMismatch
            } else {
                VerifyError::SignatureMalformed
            };
            assert_eq!(error, expected, "{at}:{bit}");
        }
    }
}

#[test]
fn a_byte_more_or_less_is_rejected() {
    for at in 0..=BODY.len() {
        let mut longer = BODY.as_bytes().to_vec();
        longer.insert(at, b' ');
        assert_eq!(rejection(SIGNATURE, longer), VerifyError::SignatureMismatch, "{at}");
        assert!(
            at == BODY.len() || rejection(SIGNATURE, &BODY[..at]) == VerifyError::SignatureMismatch
        );
    }
}

#[test]
fn malformed_signatures_are_rejected_before_anything_is_computed() {
    let longer = format!("{SIGNATURE}00");
    let upper = SIGNATURE.to_uppercase();
    let prefixed = format!("sha256={SIGNATURE}");
    let spaced = format!(" {SIGNATURE}");
    for signature in
        ["", "0", &SIGNATURE[..62], &SIGNATURE[..63], &longer, &upper, &prefixed, &spaced, "é"]
    {
        // The body is too large as well, and is not inspected.
        let error = verifier().max_body_bytes(0).verify_signature(signature, BODY.as_bytes());
        assert_eq!(error.unwrap_err(), VerifyError::SignatureMalformed, "{signature:?}");
    }
}

#[test]
fn one_header_carries_the_signature() {
    let rejection =
        |signatures: &[&str]| verifier().verify(&headers(signatures), BODY.as_bytes()).unwrap_err();
    assert_eq!(rejection(&[]), VerifyError::SignatureMissing);
    assert_eq!(rejection(&[""]), VerifyError::SignatureMalformed);
    assert_eq!(rejection(&[SIGNATURE, SIGNATURE]), VerifyError::SignatureMalformed);
    assert_eq!(rejection(&[OLD_SIGNATURE]), VerifyError::SignatureMismatch);
}

#[test]
fn event_headers_are_not_trusted() {
    let mut headers = headers(&[SIGNATURE]);
    headers.insert("X-Plane-Event", HeaderValue::from_static("project.deleted"));
    headers.insert(
        "X-Plane-Delivery",
        HeaderValue::from_static("00000000-0000-4000-8000-000000000000"),
    );
    let event = verifier().verify(&headers, BODY.as_bytes()).unwrap();
    assert_eq!(event.kind, EventKind::WorkItemCreated);
    assert_eq!(event.delivery_id.as_deref(), Some("2a0d0510-9052-446e-a1c7-a704bbd68cba"));
}

#[test]
fn any_of_several_secrets_is_accepted_and_no_other() {
    let both = Verifier::new([SECRET, OLD_SECRET]).unwrap();
    for signature in [SIGNATURE, OLD_SIGNATURE] {
        both.verify_signature(signature, BODY.as_bytes()).unwrap();
    }
    assert_eq!(rejection(OLD_SIGNATURE, BODY), VerifyError::SignatureMismatch, "it is retired");
    for other in ["plane_wh_other", &SECRET[..SECRET.len() - 1], &SECRET.to_uppercase()] {
        let error = both.verify_signature(sign(other, BODY.as_bytes()), BODY.as_bytes());
        assert_eq!(error.unwrap_err(), VerifyError::SignatureMismatch, "{other}");
    }
}

#[test]
fn secrets_that_would_let_everybody_in_are_rejected() {
    let none: [&str; 0] = [];
    let errors = [
        (Verifier::new(none), "pass at least one"),
        (Verifier::new([""]), "is empty"),
        (Verifier::new([SECRET, " "]), "is empty"),
        (Verifier::new(["CANARY\n"]), "trim it"),
    ];
    for (result, words) in errors {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(
            error.to_string().contains(words) && !error.to_string().contains("CANARY"),
            "{error}"
        );
    }
}

#[test]
fn a_large_body_is_rejected_though_it_is_signed() {
    let signed = |verifier: Verifier, body: &str| {
        verifier.verify_signature(sign(SECRET, body.as_bytes()), body.as_bytes())
    };
    let limit = BODY.len();
    signed(verifier().max_body_bytes(limit), BODY).unwrap();
    assert_eq!(
        signed(verifier().max_body_bytes(limit - 1), BODY).unwrap_err(),
        VerifyError::BodyTooLarge { limit: limit - 1 }
    );
    let body = |length: usize| format!("{{\"event\":\"{}\"}}", "x".repeat(length - 12));
    signed(verifier(), &body(16 << 20)).unwrap();
    assert_eq!(
        signed(verifier(), &body((16 << 20) + 1)).unwrap_err(),
        VerifyError::BodyTooLarge { limit: 16 << 20 }
    );
}

#[test]
fn a_signed_body_that_is_no_event_is_distinguished() {
    let deep = "[".repeat(100_000);
    for body in ["", "not json", "[]", "null", "7", "{", "{} {}", &deep, "\u{feff}{}"] {
        let error = rejection(sign(SECRET, body.as_bytes()), body);
        assert_eq!(error, VerifyError::NotAnEvent);
    }
}

#[test]
fn an_error_says_how_to_respond_and_no_secret() {
    let cases = [
        (VerifyError::SignatureMissing, StatusCode::UNAUTHORIZED),
        (VerifyError::SignatureMalformed, StatusCode::UNAUTHORIZED),
        (VerifyError::SignatureMismatch, StatusCode::UNAUTHORIZED),
        (VerifyError::BodyTooLarge { limit: 7 }, StatusCode::PAYLOAD_TOO_LARGE),
        (VerifyError::NotAnEvent, StatusCode::BAD_REQUEST),
    ];
    for (error, status) in cases {
        assert_eq!(error.status(), status);
    }
    let error = rejection(OLD_SIGNATURE, BODY);
    let text = format!("{error} {error:?} {:?}", verifier());
    for secret in [SECRET, SIGNATURE, OLD_SIGNATURE, "7d4be09f"] {
        assert!(!text.contains(secret), "{text}");
    }
}
