//! Model -> tokens. This step cannot fail and looks nothing up by name: the model contains everything.

mod calls;
mod documentation;
pub(crate) mod expand;
pub(crate) mod fallback;
mod guards;
mod signatures;
mod spec;
