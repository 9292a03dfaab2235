//! Endpoints in a crate that knows `plane-api` only through another.

#![deny(warnings, clippy::pedantic)]

use plane_renamed::{Customer, UpdateCustomer, rest, update};

/// Lists customers.
#[rest::endpoint(GET, "/customers/" -> rest::Page<Customer>, crate = plane_renamed::rest)]
#[derive(Debug)]
pub struct ListCustomers {
    /// The page.
    pub cursor: Option<rest::Cursor>,
    /// An alias would be found.
    #[query]
    pub order: Order,
}

/// An order.
#[derive(Debug, serde::Serialize)]
pub enum Order {
    /// By name.
    Name,
}

update!(UpdateUser "/users/<id>/" Customer { name: String });

#[test]
fn requests_are_built_by_any_name_of_the_crate() -> rest::Result<()> {
    let update = UpdateCustomer::new("1").name("x").email(rest::Patch::Clear).labels(["a"]);
    let request = update.request()?;
    assert_eq!(request.uri(), "/customers/1/?labels=a");
    let body = request.body().as_bytes().map(|body| &body[..]);
    assert_eq!(body, Some(&br#"{"name":"x","email":null}"#[..]));
    assert_eq!(ListCustomers::new(Order::Name).request()?.uri(), "/customers/?order=Name");
    assert_eq!(UpdateUser::new("1").name("x").request()?.uri(), "/users/1/");
    Ok(())
}

#[test]
fn walks_are_typed_by_any_name_of_the_crate() {
    let walk = |client: &rest::Client| -> rest::Items<ListCustomers> {
        ListCustomers::new(Order::Name).items(client)
    };
    let _ = walk;
}
