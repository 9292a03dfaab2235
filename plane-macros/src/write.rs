//! The model -> tokens. It cannot fail, and looks nothing up by name: what it needs to know, the model says.

mod documentation;
pub(crate) mod expand;
pub(crate) mod fallback;
mod guards;
mod signatures;
mod spec;
