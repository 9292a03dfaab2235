//! Upserts: an upsert updates the object that has a given id in another system, or creates the object if it does not
//! exist.
//!
//! The key of the object is the pair of `external_source` and `external_id`. The server does not lock the key: two
//! simultaneous upserts with the same key may create two objects, and so may a retry while the first attempt is still
//! running. Therefore the client does not retry an upsert if the server may have acted
//! ([`Error::delivery`](crate::Error::delivery)). Send upserts with the same key one after another.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::customers::UpsertCustomer;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<UpsertCustomer>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme"}));
//! # let client = mock.client();
//! let acme = UpsertCustomer::new("my-workspace", "Acme", "crm", "acme-7").send(&client).await?;
//! let verb = if acme.is_created { "created" } else { "updated" };
//! println!("{verb} {}", acme.object.id);
//! # Ok(())
//! # }
//! ```

use http::StatusCode;

use crate::{
    endpoint::{raw_response::RawResponse, values::FromResponse},
    error::Result,
};

/// The response to an upsert.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Upserted<T> {
    /// `true` if the object was created, `false` if an existing one was updated.
    ///
    /// The value comes from the header `X-Plane-Upsert`. If the response does not have this header, the value is `true`
    /// for the status 201.
    pub is_created: bool,
    /// The object that was created or updated.
    pub object: T,
}

/// Decodes the response to an upsert.
pub(crate) fn upserted<T: FromResponse>(response: RawResponse) -> Result<Upserted<T>> {
    let meta = response.meta();
    let is_created = match meta.headers().get("x-plane-upsert").map(http::HeaderValue::as_bytes) {
        Some(b"created") => true,
        Some(b"updated") => false,
        _ => meta.status() == StatusCode::CREATED,
    };
    Ok(Upserted { is_created, object: response.json()? })
}
