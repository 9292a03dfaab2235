//! The user to whom the credentials belong.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::users::GetCurrentUser;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetCurrentUser>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "display_name": "Ada"}));
//! # let client = mock.client();
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

/// Gets the user to whom the credentials belong.
///
/// A token needs any scope for reading. For API keys, which are not limited by scopes, `scopes` is empty: see
/// [`CurrentUser::principal_kind`].
#[endpoint(GET, "/users/me/" -> CurrentUser, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCurrentUser {}

/// The user to whom the credentials belong.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CurrentUser {
    /// Id of the user.
    pub id: UserId,
    /// Display name of the user.
    pub display_name: Option<String>,
    /// Email address of the user.
    pub email: Option<String>,
    /// Type of the credentials.
    pub principal_kind: Option<PrincipalKind>,
    /// Scopes of the token; empty for API keys, which are not limited by scopes.
    #[serde(default, deserialize_with = "coerce")]
    pub scopes: Option<Vec<String>>,
}

open_enum! {
    /// Type of the credentials.
    pub enum PrincipalKind {
        Oauth = "oauth",
        ApiKey = "api_key",
        OtherKind = "other",
    }
}
