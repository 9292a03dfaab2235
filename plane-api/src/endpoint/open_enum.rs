//! Sets of words and numbers that a server may add to.

/// Declares an enum of words that are known, and of one for those that are not: a server's new word is kept, and never
/// fails a decode. The documentation of each variant ends with its word, and may be nothing else.
#[allow(unused_macros, reason = "only what is Plane's uses it")]
macro_rules! open_enum {
    ($(#[$attr:meta])* pub enum $name:ident {
        $($(#[$variant_attr:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$attr])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_attr])*
                #[doc = ""]
                #[doc = concat!("`", $word, "` on the wire.")]
                $variant,
            )+
            /// A word that this version does not know.
            Other(String),
        }

        impl $name {
            /// The word as the server writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)+
                    _ => Self::Other(word),
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::from(word.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

/// Declares an enum of numbers that are known, and of one for those that are not.
#[allow(unused_macros, reason = "only what is Plane's uses it")]
macro_rules! open_int_enum {
    ($(#[$attr:meta])* pub enum $name:ident {
        $($(#[$variant_attr:meta])* $variant:ident = $number:literal,)+
    }) => {
        $(#[$attr])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attr])* $variant,)+
            /// A number that this version does not know.
            Other(i64),
        }

        impl $name {
            /// The number as the server writes it.
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

#[allow(unused_imports, reason = "only what is Plane's uses them")]
pub(crate) use {open_enum, open_int_enum};
