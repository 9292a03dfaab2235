//! Tokens -> what was written. Reports what a piece of syntax cannot be.

pub(crate) mod arguments;
pub(crate) mod field_attributes;
pub(crate) mod item;
pub(crate) mod path;
pub(crate) mod types;
