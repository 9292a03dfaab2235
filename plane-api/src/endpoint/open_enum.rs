//! Enums that preserve unknown values: [`open_enum!`](crate::open_enum).

/// Declares an enum of strings that a server may extend: unknown values are preserved and never fail decoding.
///
/// Each variant is declared with the string that represents it in requests and responses. The macro adds the variant
/// `Other(String)` for every other string. The enum is `#[non_exhaustive]` and has the method `as_str()`. It implements
/// `Debug`, `Clone`, `PartialEq`, `Eq`, `Hash`, `Display`, `From<&str>`, `From<String>`, and serde's `Serialize` and
/// `Deserialize`, so it can be used in models and in every location of a request. Derives and documentation above the
/// enum are kept. The documentation of a variant is optional. The macro adds the string of the variant to it.
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
    ($(#[$attr:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_attr:meta])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$attr])*
        #[derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        $vis enum $name {
            $(
                $(#[$variant_attr])*
                #[doc = ""]
                #[doc = ::core::concat!("`", $word, "` in requests and responses.")]
                $variant,
            )+
            /// An unknown value.
            Other(::std::string::String),
        }

        #[allow(dead_code)]
        impl $name {
            /// Returns the string that represents the value in requests and responses.
            #[must_use]
            #[inline]
            $vis fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(word: ::std::string::String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)+
                    _ => Self::Other(word),
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    other => Self::Other(::std::string::String::from(other)),
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl $crate::generated::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::generated::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> $crate::generated::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::generated::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let word = <::std::string::String as $crate::generated::serde::Deserialize>::deserialize(deserializer);
                ::core::result::Result::map(word, ::core::convert::From::from)
            }
        }
    };
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
