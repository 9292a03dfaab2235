//! Users: the people and bots that work with Plane.
//!
//! [`workspaces::members`](crate::v1::workspaces::members) and [`projects::members`](crate::v1::projects::members) list
//! the members of a workspace or project.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::users::GetCurrentUser;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetCurrentUser>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "display_name": "Ada"}));
//! # let client = mock.client();
//! let me = GetCurrentUser::new().send(&client).await?;
//! println!("{:?}", me.display_name);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::plane::ids::UserId;

/// Gets the user that the API key or token belongs to. Needs the scope `profile:read`.
#[endpoint(GET, "/users/me/" -> User)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCurrentUser {}

/// A person or bot that works with Plane.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct User {
    /// Id of the user.
    pub id: UserId,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email address. Guests see only their own address.
    pub email: Option<String>,
    /// URL of the avatar, or an empty string.
    pub avatar: Option<String>,
    /// URL of the avatar, if it was uploaded.
    pub avatar_url: Option<String>,
    /// Display name.
    pub display_name: Option<String>,
}
