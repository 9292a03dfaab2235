//! Enums of `open_enum!`: correct, and unusual.

#![allow(dead_code, missing_debug_implementations, missing_docs, non_camel_case_types)]
#![allow(unreachable_pub, unused)]

use plane_api::open_enum;

open_enum! {
    #[derive(Default, PartialOrd, Ord)]
    pub enum State {
        #[default]
        Paid = "paid",
        #[cfg(any())]
        Closed = "closed",
        #[cfg(not(any()))]
        Closed = "shut",
        r#Type = r#"a "type""#,
        lower = "",
    }

    enum Second { One = "1" };
    pub(crate) enum Third {
        /// Keeps its documentation.
        #[doc(alias = "uno")]
        One = "1",
    }
}

/// The names of the standard library mean other things here.
mod shadowed {
    type String = u8;
    type Result = u8;
    trait Debug {}
    trait Clone {}
    trait From {}
    mod core {}
    mod std {}
    plane_api::open_enum! {
        pub enum Kind {
            Some = "some",
            Ok = "ok",
        }
    }
}

/// The expansion uses what is deprecated, and has the conditions of the enum.
mod attributes {
    #![deny(warnings)]
    #![allow(dead_code, unreachable_pub)]

    plane_api::open_enum! {
        pub enum Kind {
            Paid = "paid",
            #[deprecated(note = "`Paid`")]
            Settled = "settled",
        }

        #[cfg(any())]
        pub enum Conditional { A = "a" }

        #[cfg(all())]
        #[deprecated]
        #[derive(PartialOrd, Ord)]
        pub enum Conditional { #[cfg_attr(all(), deprecated)] B = "b" }
    }
}

/// Values have the names of values in the expansion, and methods those of methods.
mod values {
    #![allow(non_upper_case_globals)]

    const f: u8 = 1;
    static other: u8 = 2;
    static word: u8 = 3;
    const serializer: u8 = 4;
    struct deserializer;
    struct str;
    trait Extension: Sized {
        fn as_str(self) {}
        fn from(_: u8) {}
        fn pad(self) {}
        fn serialize_str(self) {}
        fn to_owned(self) {}
    }
    impl<T> Extension for T {}
    plane_api::open_enum! {
        pub enum Kind {
            Some = "some",
            Ok = "ok",
        }
    }
}

macro_rules! declare {
    ($(#[$attr:meta])* $vis:vis $name:ident: $($variant:ident $word:literal)+) => {
        open_enum! { $(#[$attr])* $vis enum $name { $($variant = $word),+ } }
    };
}

declare! {
    /// Declared by another macro.
    #[derive(PartialOrd)]
    pub(crate) Declared: One "1" Two "2"
}

fn within_a_function() {
    open_enum!(
        enum Local {
            One = "1",
        }
    );
    assert_eq!(Local::from("1").as_str(), "1");
    assert_eq!(Declared::from("2"), Declared::Two);
}

#[test]
fn conditions_and_defaults_are_kept() {
    assert_eq!(State::default(), State::Paid);
    assert_eq!(State::from("shut"), State::Closed);
    assert_eq!(State::from("closed"), State::Other("closed".to_owned()));
    assert_eq!(State::from(""), State::lower);
    assert_eq!(State::Type.as_str(), "a \"type\"");
    within_a_function();
}

#[cfg(trybuild)]
fn main() {}
