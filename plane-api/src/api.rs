//! The catalogue of Plane's REST API, a file per resource, nested as the API nests.

pub mod common;
pub mod customers;
pub mod projects;
pub mod work_items;
