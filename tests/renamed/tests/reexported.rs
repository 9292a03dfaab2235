//! Endpoints in a crate that uses `plane-api` only through another crate.

#![deny(warnings, clippy::pedantic)]

use plane_renamed::{Customer, UpdateCustomer, rest, update};

/// Lists customers.
#[rest::endpoint(GET, "/customers/" -> rest::Page<Customer>, crate = plane_renamed::rest)]
#[derive(Debug)]
pub struct ListCustomers {
    /// The page.
    pub cursor: Option<rest::Cursor>,
    /// The generated code checks that this type is not an alias of `Option` or `Patch`.
    #[query]
    pub order: Order,
}

/// An order.
#[derive(Debug, serde::Serialize)]
pub enum Order {
    /// By name.
    Name,
}

rest::open_enum! {
    /// A state; the server may add others.
    #[derive(PartialOrd, Ord)]
    pub enum State {
        /// It is open.
        Open = "open",
        /// It is closed.
        Closed = "is closed"
    }
}

mod private {
    // Without the prelude, the macro must name every item by its full path.
    #![no_implicit_prelude]
    ::plane_renamed::rest::open_enum! {
        enum Plan { Free = "free", }
    }

    pub(super) fn is_free(plan: &str) -> bool {
        <Plan as ::core::convert::From<&str>>::from(plan) == Plan::Free
    }
}

/// Lists the objects in a state.
#[rest::endpoint(GET, "/customers/<state>" -> Vec<State>, crate = plane_renamed::rest)]
#[derive(Debug)]
pub struct ListStates {
    /// In the path.
    pub state: State,
    /// In the query.
    pub not: Vec<State>,
    /// In a header.
    #[header("X-State")]
    pub seen: Option<State>,
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
fn lists_are_typed_by_any_name_of_the_crate() {
    let walk = |client: &rest::Client| -> rest::Items<ListCustomers> {
        ListCustomers::new(Order::Name).items(client)
    };
    let _ = walk;
}

#[test]
fn unknown_values_of_an_enum_are_preserved() -> Result<(), Box<dyn std::error::Error>> {
    let json = rest::Value::from_iter(["open", "is closed", "on hold"]);
    let states: Vec<State> = serde::Deserialize::deserialize(&json)?;
    assert_eq!(states, [State::Open, State::Closed, State::Other("on hold".to_owned())]);
    assert_eq!(
        states.iter().map(State::as_str).collect::<Vec<_>>(),
        ["open", "is closed", "on hold"]
    );
    assert_eq!(State::from(String::from("open")), State::from("open"));
    assert_eq!(format!("{:>9}|{:?}", State::Closed, State::Open), "is closed|Open");
    assert!(State::Open < State::Closed && private::is_free("free") && !private::is_free("x"));
    let request = ListStates::new("on hold").not([State::Open]).seen("is closed").request()?;
    assert_eq!(request.uri(), "/customers/on%20hold?not=open");
    assert_eq!(request.headers()["x-state"], "is closed");
    Ok(())
}
