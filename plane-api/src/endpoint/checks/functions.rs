//! Functions of `#[serde(serialize_with = "...")]`.

use serde_json::Value;

/// The value that a function returns.
#[diagnostic::on_unimplemented(
    message = "a function for `serialize_with` returns `Result<S::Ok, S::Error>`",
    label = "this function returns `{Self}`",
    note = "as in serde, write `fn name<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>`; for a field that is an `Option`, `T` is this `Option`"
)]
pub trait Serialized {
    /// Returns the value.
    ///
    /// # Errors
    ///
    /// Returns the errors of the function.
    fn result(self) -> Result<Value, serde_json::Error>;
}

#[diagnostic::do_not_recommend]
impl Serialized for Result<Value, serde_json::Error> {
    fn result(self) -> Self {
        self
    }
}
