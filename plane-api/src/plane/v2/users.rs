//! The user whom the credentials belong to.
//!
//! ```no_run
//! use plane_api::{Client, v2::users::GetCurrentUser};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let response = GetCurrentUser::new().send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

pub mod assets;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum},
    plane::ids::UserId,
};

/// Gets the user whom the credentials belong to.
///
/// A token needs any scope for reading. API keys have no scopes, so their list is empty: see `principal_kind`.
#[endpoint(GET, "/users/me/" -> CurrentUser, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCurrentUser {}

/// The user whom the credentials belong to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CurrentUser {
    /// Id of the user.
    pub id: UserId,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// What the credentials are.
    pub principal_kind: Option<PrincipalKind>,
    /// Scopes of the token; none for API keys.
    #[serde(default, deserialize_with = "coerce")]
    pub scopes: Option<Vec<String>>,
}

open_enum! {
    /// What the credentials are.
    pub enum PrincipalKind {
        Oauth = "oauth",
        ApiKey = "api_key",
        OtherKind = "other",
    }
}
