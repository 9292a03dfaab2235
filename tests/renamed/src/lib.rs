//! Endpoints in a crate that imports `plane-api` as `rest`, and re-exports it to crates that do not depend on it.
//! Generated code must cause no warnings, so all of them are errors.

#![deny(warnings, missing_docs, unused, unreachable_pub, rust_2018_idioms, clippy::pedantic)]

pub use rest;

/// A customer.
#[derive(Debug, serde::Deserialize)]
pub struct Customer {
    /// Its name.
    pub name: String,
}

/// Updates a customer.
#[rest::endpoint(PATCH, "/customers/<id>/" -> Customer, crate = rest)]
#[derive(Debug, Clone)]
pub struct UpdateCustomer {
    /// Its name.
    pub name: Option<String>,
    /// Its email address.
    pub email: rest::Patch<String>,
    /// Its labels.
    #[query]
    pub labels: Vec<String>,
}

/// Declares an update in the crate that calls it.
#[macro_export]
macro_rules! update {
    ($name:ident $path:literal $response:ty { $($field:ident: $ty:ty),* }) => {
        /// From the macro of another crate.
        #[$crate::rest::endpoint(PATCH, $path -> $response, crate = $crate::rest)]
        #[derive(Debug)]
        pub struct $name {
            $(
                /// From the macro of another crate.
                pub $field: Option<$ty>,
            )*
        }
    };
}
