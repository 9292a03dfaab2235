//! The catalogue.
pub mod customers { /** x */ #[derive(Debug)] pub struct Customer; /** x */ pub type CustomerId = crate::Id<Customer>; }
