//! [`Cursor`]: a position in a list.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::work;

/// A position in a list: the start of a page, as text. The server determines the format of the text.
///
/// A cursor can be stored, and another process can resume pagination at it.
///
/// ```
/// use plane_api::Cursor;
///
/// let saved = Cursor::from("100:1:0").to_string();
/// let cursor: Cursor = saved.into();
/// assert_eq!(cursor.as_str(), "100:1:0");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[doc(alias = "pagination")]
pub struct Cursor(String);

impl Cursor {
    /// Returns the cursor as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Cursor {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Cursor {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Self> for Cursor {
    fn from(cursor: &Self) -> Self {
        cursor.clone()
    }
}

macro_rules! from_number {
    ($($number:ty)+) => {$(
        /// A page number, or an offset.
        impl From<$number> for Cursor {
            fn from(number: $number) -> Self {
                Self(number.to_string())
            }
        }
    )+};
}

// An integer literal without a suffix is an `i32`.
from_number!(u8 u16 u32 u64 usize i32 i64);

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.0
    }
}

/// Every text is a valid cursor.
impl FromStr for Cursor {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A cursor of the form `value:offset:0`, as used by Plane: page number `offset`, counted from zero, with `value`
/// entries per page. Adjacent pages can be computed from it. Cursors of other forms are opaque.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Offset {
    value: u64,
    offset: u64,
}

impl Offset {
    pub(crate) fn read(cursor: &Cursor) -> Option<Self> {
        work::count(cursor.as_str().len());
        let mut parts = cursor.as_str().splitn(3, ':');
        let (value, offset) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let read = Self { value, offset };
        // Other notations of numbers are not understood, because their meaning is unknown.
        (read.cursor() == *cursor).then_some(read)
    }

    pub(crate) fn next(self) -> Option<Self> {
        Some(Self { offset: self.offset.checked_add(1)?, ..self })
    }

    pub(crate) fn back(self, pages: u64) -> Self {
        Self { offset: self.offset.saturating_sub(pages), ..self }
    }

    pub(crate) fn is_first(self) -> bool {
        self.offset == 0
    }

    /// Returns `true` if a list with this many pages and entries has this page. An unknown count is ignored; if both
    /// are unknown, the page is assumed not to exist.
    pub(crate) fn is_within(self, pages: Option<u64>, entries: Option<u64>) -> bool {
        let before = self.offset.checked_mul(self.value);
        (pages.is_some() || entries.is_some())
            && pages.is_none_or(|pages| self.offset < pages)
            && entries.is_none_or(|entries| before.is_some_and(|before| before < entries))
    }

    pub(crate) fn cursor(self) -> Cursor {
        Cursor(format!("{}:{}:0", self.value, self.offset))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_servers_own_form_is_understood() {
        let read = |text: &str| Offset::read(&text.into());
        assert_eq!(read("100:3:0"), Some(Offset { value: 100, offset: 3 }));
        let others = [
            "",
            "100",
            "100:3",
            "100:3:1",
            "100:3:0:0",
            "+100:3:0",
            "100:03:0",
            "100:-1:0",
            "10.5:0:0",
            " 100:3:0",
            "100:3:0 ",
            "a:b:0",
            "100:99999999999999999999:0",
            "https://example.org/?cursor=100:3:0",
        ];
        for other in others {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn pages_around_follow_from_a_cursor() {
        let third = Offset { value: 100, offset: 3 };
        assert_eq!(third.next().map(Offset::cursor), Some("100:4:0".into()));
        assert_eq!(Offset { offset: u64::MAX, ..third }.next(), None);
        assert_eq!(third.back(2).cursor(), "100:1:0".into());
        assert!(third.back(9).is_first() && !third.is_first());
    }

    #[test]
    fn nothing_is_within_a_list_of_unknown_length() {
        let third = Offset { value: 100, offset: 3 };
        assert!(!third.is_within(None, None));
        assert!(third.is_within(Some(4), None) && !third.is_within(Some(3), None));
        assert!(third.is_within(None, Some(301)) && !third.is_within(None, Some(300)));
        assert!(!third.is_within(Some(3), Some(301)) && !third.is_within(Some(4), Some(300)));
        assert!(!Offset { value: u64::MAX, offset: 2 }.is_within(None, Some(u64::MAX)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_cursor_is_linear(before in "[0-9:]{0,8}", pattern in "[0-9:+a]{1,8}") {
            let input = |length| Cursor::from(before.clone() + &work::repeated(&pattern, length));
            work::assert_linear(4 << 10, 256, input, |cursor| {
                Offset::read(cursor);
            });
        }
    }
}
