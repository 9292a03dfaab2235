//! Plane: its endpoints, and the conventions of its server.

mod client;
mod dialect;
pub mod ids;
#[cfg(feature = "oauth")]
pub mod oauth;
pub(crate) mod reference;
#[cfg(feature = "registry")]
pub mod registry;
#[cfg(feature = "testing")]
mod replies;
#[cfg(feature = "sandbox")]
pub mod sandbox;
#[cfg(feature = "upload")]
pub mod upload;
#[cfg(feature = "v1")]
pub mod v1;
#[cfg(feature = "v2")]
pub mod v2;
#[cfg(feature = "webhook")]
pub mod webhook;
