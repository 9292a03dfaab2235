//! Reads the syntax of the attribute and the struct, and reports syntax errors.

pub(crate) mod arguments;
pub(crate) mod derives_above;
pub(crate) mod field_attributes;
pub(crate) mod item;
pub(crate) mod path;
pub(crate) mod types;
