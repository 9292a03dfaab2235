//! Enums that preserve unknown values: [`open_enum!`](crate::open_enum).

/// Declares an enum of strings that a server may extend: unknown values are preserved and never fail decoding.
///
/// Each variant is declared with the string that represents it in requests and responses. The macro adds the variant
/// `Other(String)` for every other string. The enum is `#[non_exhaustive]` and has the method `as_str()`. It implements
/// `Debug`, `Clone`, `PartialEq`, `Eq`, `Hash`, `Display`, `From<&str>`, `From<String>`, and serde's `Serialize` and
/// `Deserialize`, so it can be used in models and in every location of a request. Derives and documentation above the
/// enum are kept. The documentation of a variant is optional. The macro adds the string of the variant to it. A variant may have
/// a `#[cfg]`, and one call of the macro may declare several enums.
///
/// ```
/// plane_api::open_enum! {
///     /// State of a payment.
///     #[derive(PartialOrd, Ord)]
///     pub enum PaymentState {
///         /// The payment has arrived.
///         Paid = "paid",
///         /// The payment is on its way.
///         Pending = "in_transit",
///     }
/// }
///
/// let states: Vec<PaymentState> = serde_json::from_str(r#"["paid", "on_hold"]"#)?;
/// assert_eq!(states, [PaymentState::Paid, PaymentState::Other("on_hold".to_owned())]);
/// assert_eq!(PaymentState::from("in_transit"), PaymentState::Pending);
/// assert_eq!(states[1].as_str(), "on_hold");
/// assert_eq!(serde_json::to_string(&states)?, r#"["paid","on_hold"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! open_enum {
    ($($enum:tt)*) => { $crate::generated::open_enum! { [$crate] $($enum)* } };
}

/// Declares an enum of known numbers, with a variant for unknown ones.
#[allow(unused_macros, reason = "only Plane's types use it")]
macro_rules! open_int_enum {
    ($(#[$attr:meta])* pub enum $name:ident {
        $($(#[$variant_attr:meta])* $variant:ident = $number:literal,)+
    }) => {
        $(#[$attr])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attr])* $variant,)+
            /// An unknown number.
            Other(i64),
        }

        impl $name {
            /// Returns the number that represents the value in requests and responses.
            #[must_use]
            pub const fn as_i64(self) -> i64 {
                match self {
                    $(Self::$variant => $number,)+
                    Self::Other(number) => number,
                }
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                match number {
                    $($number => Self::$variant,)+
                    _ => Self::Other(number),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.as_i64().fmt(f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::endpoint::coerce::coerce::<D, i64>(deserializer).map(Self::from)
            }
        }
    };
}

#[allow(unused_imports, reason = "only Plane's types use them")]
pub(crate) use {open_enum, open_int_enum};
