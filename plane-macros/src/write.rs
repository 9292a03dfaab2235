//! Model -> tokens. It cannot fail, and looks nothing up by name: all it needs is in the model.

mod documentation;
pub(crate) mod expand;
pub(crate) mod fallback;
mod guards;
mod signatures;
mod spec;
