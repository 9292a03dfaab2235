//! Idempotency keys, which are the same for all attempts of a call.

use std::sync::Arc;

use http::{HeaderName, HeaderValue};

use super::options::Options;
use crate::{
    endpoint::writer::Encoded,
    error::{CallSite, Error, Result},
    random, text,
};

/// Returns the key of a call. If the request declares a key that is not set, generates and sets it.
pub(super) fn key(request: &mut Encoded, options: &Options) -> Result<Option<Arc<str>>> {
    let Some(name) = request.idempotency_header else { return Ok(None) };
    // If several headers of the call have this name, the last one is sent.
    let of_call = options.headers.iter().rev().find(|(header, _)| header == name);
    let set = of_call.map(|(_, value)| value).or_else(|| request.headers.get(name));
    if let Some(key) = set {
        return Ok(text::header(key).map(Arc::from));
    }
    generate(name, request).map(Some).map_err(|error| error.at(CallSite::of(request.spec)))
}

/// Generates a key: 128 random bits from the operating system, as 32 hexadecimal digits.
fn generate(name: &str, request: &mut Encoded) -> Result<Arc<str>> {
    let key = random::hex().map_err(|error| {
        Error::config(format!(
            "cannot generate an idempotency key: no random bits from the operating system ({error}); set the key"
        ))
    })?;
    let (Ok(header), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(&key)) else {
        return Err(Error::request(format!("`{name}` is not a valid header name")));
    };
    request.headers.insert(header, value);
    Ok(key.into())
}
