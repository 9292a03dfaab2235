//! Traits that the types of a request's fields and responses must implement.

use std::fmt::Display;

use serde::{Serialize, de::DeserializeOwned};

macro_rules! value_trait {
    ($(#[$attr:meta])* $name:ident: $bound:path) => {
        $(#[$attr])*
        pub trait $name: $bound {}

        #[diagnostic::do_not_recommend]
        impl<T: $bound + ?Sized> $name for T {}
    };
}

value_trait! {
    /// A type whose values can be path parameters: any type that implements [`Display`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a path parameter",
        label = "this type does not implement `Display`",
        note = "path parameters are written with `std::fmt::Display`; implement it for `{Self}`, or use a `String`, a number or an `Id`"
    )]
    PathValue: Display
}

value_trait! {
    /// A type whose values can be sent as headers: any type that implements [`Display`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be sent as a header",
        label = "this type does not implement `Display`",
        note = "header values are written with `std::fmt::Display`; implement it for `{Self}`, or use a `String`, a number, or a `Vec` of them for a list"
    )]
    HeaderText: Display
}

value_trait! {
    /// A type whose values can be sent in the query: a scalar, a list, a map or a struct that implements [`Serialize`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be sent in the query",
        label = "this type does not implement `serde::Serialize`",
        note = "query parameters are written with `serde::Serialize`; add `#[derive(serde::Serialize)]` to the type that lacks it, or the bound `serde::Serialize` to a type parameter, or enable the `serde` feature of its crate, which for `Rc` and `Arc` is the feature `rc` of serde; for `[T; N]` with a generic `N` write `Vec<T>`"
    )]
    QueryValue: Serialize
}

value_trait! {
    /// A type whose values can be sent in a body: any type that implements [`Serialize`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be sent in a body",
        label = "this type does not implement `serde::Serialize`",
        note = "body fields are written with `serde::Serialize`; add `#[derive(serde::Serialize)]` to the type that lacks it, or the bound `serde::Serialize` to a type parameter, or enable the `serde` feature of its crate, which for `Rc` and `Arc` is the feature `rc` of serde; for `[T; N]` with a generic `N` write `Vec<T>`, and for the `Json<T>` of a web framework `T`"
    )]
    BodyValue: Serialize
}

/// A type into which a JSON response can be decoded: any type that implements [`DeserializeOwned`].
///
/// ```
/// use plane_api::{FromResponse, RawResponse, Result, endpoint};
///
/// #[derive(serde::Deserialize)]
/// #[serde(bound = "T: serde::de::DeserializeOwned")]
/// struct Envelope<T> {
///     result: T,
/// }
///
/// fn unwrapped<T: FromResponse>(response: RawResponse) -> Result<T> {
///     Ok(response.json::<Envelope<T>>()?.result)
/// }
///
/// #[endpoint(GET, "/zones" -> Vec<String>, decode = unwrapped)]
/// struct ListZones {}
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a response",
    label = "this type does not implement `serde::Deserialize`",
    note = "responses are decoded with `serde::Deserialize`; add `#[derive(serde::Deserialize)]` to the type that lacks it, or the bound `serde::de::DeserializeOwned` to a type parameter, or enable the `serde` feature of its crate, which for `Rc` and `Arc` is the feature `rc` of serde; for `[T; N]` with a generic `N` write `Vec<T>`, and for the `Json<T>` of a web framework `T`; the type must not borrow"
)]
pub trait FromResponse: DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromResponse for T {}

/// A type of arguments of `new` and of setters that are converted to `T`: any type that implements [`Into<T>`](Into).
///
/// This trait is equivalent to `Into<T>`. It exists so that rustc's error message explains the mistake.
///
/// ```
/// use plane_api::{IntoValue, endpoint};
///
/// #[endpoint(POST, "/tasks" -> ())]
/// struct CreateTask {
///     title: String,
/// }
///
/// fn urgent(title: impl IntoValue<String>) -> CreateTask {
///     CreateTask::new(format!("URGENT: {}", title.into_value()))
/// }
///
/// assert_eq!(urgent("write").title, "URGENT: write");
/// ```
#[diagnostic::on_unimplemented(
    message = "expected `{T}`, found `{Self}`",
    label = "expected `{T}`, or a type that converts into it",
    note = "convert the argument to `{T}`, or change the type of the field; `.to_string()` turns whatever implements `Display` into a `String`",
    note = "if the argument is an `Option`, pass the value in it; an optional field may also be assigned: `request.field = option`"
)]
pub trait IntoValue<T> {
    /// Converts the value.
    fn into_value(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, U: Into<T>> IntoValue<T> for U {
    fn into_value(self) -> T {
        self.into()
    }
}

/// A list of items of the type `T`, as an argument of `new` or of a setter: any type that implements
/// [`IntoIterator<Item = T>`](IntoIterator).
///
/// This trait is equivalent to `IntoIterator<Item = T>`. It exists so that rustc's error message explains the mistake.
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "pass a list, an array or an iterator of `{T}`, such as `[value]`",
    note = "for a reference to a list pass `list.iter().cloned()`; for an `Option` pass the list in it, or assign the field: `request.field = option`"
)]
pub trait ListOf<T> {
    /// Collects the items.
    fn collect_list<L: FromIterator<T>>(self) -> L;
}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item = T>> ListOf<T> for I {
    fn collect_list<L: FromIterator<T>>(self) -> L {
        self.into_iter().collect()
    }
}

/// A list of items that convert into `T`, such as strings, as an argument of `new` or of a setter: any type that implements
/// [`IntoIterator`], with items that implement [`Into<T>`](Into).
///
/// This trait is equivalent to `IntoIterator<Item: Into<T>>`. It exists so that rustc's error message explains the mistake.
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "pass a list, an array or an iterator of values that convert into `{T}`, such as `[value]`",
    note = "for a reference to a list of `&str` pass `list.iter().copied()`; for an `Option` pass the list in it, or assign the \
            field: `request.field = option`"
)]
pub trait ListInto<T> {
    /// Collects the converted items.
    fn collect_list<L: FromIterator<T>>(self) -> L;
}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Into<T>>> ListInto<T> for I {
    fn collect_list<L: FromIterator<T>>(self) -> L {
        self.into_iter().map(Into::into).collect()
    }
}
