//! Stub docs.

// The catalogue is declared with the same attribute, and the same paths, as everybody else's requests.
extern crate self as plane_api;

mod answer;
mod api;
mod auth;
mod base_url;
mod client;
mod endpoint;
mod error;
mod id;
mod open_enum;
mod page;
pub mod patch;
mod problem;
mod request;
#[cfg(feature = "sandbox")]
pub mod sandbox;
mod transport;

use self::open_enum::open_enum;

pub use bytes::Bytes;
pub use http::{self, Method};
pub use plane_macros::endpoint;
pub use serde_json::Value;

pub use self::{
    answer::{Answer, Meta, Redirect},
    api::{common, customers},
    auth::Auth,
    client::{Call, Client, ClientBuilder, ResponseFuture, Timeouts},
    endpoint::{
        AnswerKind, BodyValue, Endpoint, FromAnswer, HeaderText, Paginated, Param, PathValue,
        Place, QueryValue, Replay, Spec,
    },
    error::{Delivery, Error, ErrorKind, FieldError, Result},
    id::{Id, Ref},
    page::{Cursor, Items, Page, Pages},
    patch::Patch,
    request::{RequestWriter, build},
    transport::{Body, BoxFuture, CallInfo, Stage, Transport, TransportError},
};
