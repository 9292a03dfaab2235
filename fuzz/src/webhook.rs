//! Received webhooks.

use plane_api::{
    Value,
    http::{HeaderMap, HeaderName, HeaderValue},
    webhook::{Event, Verifier, VerifyError, sign},
};

const SECRETS: [&str; 2] = ["plane_wh_current", "plane_wh_previous"];

/// The input is the body of a webhook, and the first line of the input is also used as a signature. Only correct
/// signatures are accepted, and a correctly signed body is an event if it is a JSON object.
pub fn webhook(input: &[u8]) {
    let verifier = Verifier::new(SECRETS).unwrap();
    for secret in SECRETS {
        let signature = sign(secret, input);
        match verifier.verify_signature(&signature, input) {
            Ok(event) => call_every_method(&event, input),
            Err(VerifyError::NotAnEvent) => {
                let object = serde_json::from_slice::<serde_json::Map<String, Value>>(input);
                assert!(object.is_err(), "an event that was not decoded");
            }
            Err(error) => panic!("{error}"),
        }
        // A signature is accepted as one header, and not as two.
        let value = HeaderValue::try_from(&signature).unwrap();
        let name = HeaderName::from_static("x-plane-signature");
        let mut headers = HeaderMap::from_iter([(name.clone(), value.clone())]);
        assert_eq!(
            verifier.verify(&headers, input).is_ok(),
            verifier.verify_signature(&signature, input).is_ok()
        );
        headers.append(name, value);
        assert_eq!(verifier.verify(&headers, input).err(), Some(VerifyError::SignatureMalformed));

        // A signature belongs to one body, in one notation.
        let mut other = input.to_vec();
        other.push(b' ');
        let mismatch = Some(VerifyError::SignatureMismatch);
        assert_eq!(verifier.verify_signature(&signature, &other).err(), mismatch);
        let upper = signature.to_uppercase();
        if upper != signature {
            let malformed = Some(VerifyError::SignatureMalformed);
            assert_eq!(verifier.verify_signature(upper, input).err(), malformed);
        }
    }
    let stranger = sign("plane_wh_stranger", input);
    let error = verifier.verify_signature(stranger, input).err();
    assert_eq!(error, Some(VerifyError::SignatureMismatch));
    chosen(&verifier, input);
}

/// An arbitrary signature is accepted only if it is one of the right ones.
fn chosen(verifier: &Verifier, input: &[u8]) {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    let (signature, body) = (&input[..end], input.get(end + 1..).unwrap_or_default());
    let is_right = SECRETS.iter().any(|secret| sign(secret, body).as_bytes() == signature);
    match verifier.verify_signature(signature, body) {
        Ok(_) | Err(VerifyError::NotAnEvent) => assert!(is_right),
        Err(VerifyError::SignatureMalformed) => {
            let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            assert!(signature.len() != 64 || !signature.iter().all(is_digit));
        }
        Err(error) => assert!(!is_right && error == VerifyError::SignatureMismatch, "{error}"),
    }
}

/// Calls every method of an event.
fn call_every_method(event: &Event, body: &[u8]) {
    assert!(serde_json::from_slice::<serde_json::Map<String, Value>>(body).is_ok());
    let _ = (event.actor(), event.object(), event.data::<Value>(), event.previous_attributes());
    assert!(!event.deduplication_key().is_empty());
    assert!(!format!("{event:?} {}", event.kind).is_empty());
}
