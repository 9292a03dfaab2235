//! [`Json`]: JSON exactly as on the wire, including all digits of numbers and repeated members.

use std::fmt::{self, Display, Write};

use serde_json::Value;

use super::lines;

/// A value. The order of members does not matter for equality.
#[derive(Debug, PartialEq)]
pub(super) enum Json {
    /// `null`, `true`, `false`, a string.
    Text(String),
    Number(Number),
    List(Vec<Self>),
    /// Sorted by name; members with the same name keep their order.
    Object(Vec<(String, Self)>),
}

/// A number as written. `1` and `1.0` differ; `1.0` and `10e-1` are equal.
#[derive(Debug)]
pub(super) struct Number {
    text: String,
    /// The sign, the digits without surrounding zeros, and the exponent of the last digit. `None` for an integer.
    decimal: Option<(bool, String, i64)>,
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (&self.decimal, &other.decimal) {
            (None, None) => self.text == other.text,
            (own, others) => own.is_some() && own == others,
        }
    }
}

impl Number {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), decimal: decimal(text) }
    }
}

fn decimal(text: &str) -> Option<(bool, String, i64)> {
    if !text.contains(['.', 'e', 'E']) {
        return None;
    }
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let is_negative = digits.starts_with('-');
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{}{fraction}", whole.trim_start_matches('-'));
    let significant = digits.trim_end_matches('0');
    let dropped = i64::try_from(digits.len() - significant.len()).ok()?;
    let fraction = i64::try_from(fraction.len()).ok()?;
    let digits = significant.trim_start_matches('0').to_owned();
    let exponent: i64 = exponent.parse().unwrap_or(i64::MAX / 2);
    let exponent = if digits.is_empty() { 0 } else { exponent - fraction + dropped };
    Some((is_negative, digits, exponent))
}

impl Json {
    /// Reads valid JSON whose nesting is limited. `None` for anything else.
    pub(super) fn read(json: &[u8]) -> Option<Self> {
        let mut reader = Reader(json);
        let value = reader.value()?;
        reader.skip_space();
        reader.0.is_empty().then_some(value)
    }

    /// Returns `true` if the values are equal. `REDACTED` in this one matches any text.
    pub(super) fn covers(&self, sent: &Self) -> bool {
        match (self, sent) {
            (Self::Text(own), Self::Text(sent)) => lines::covers(own, sent),
            (Self::List(own), Self::List(sent)) => {
                own.len() == sent.len() && own.iter().zip(sent).all(|(own, sent)| own.covers(sent))
            }
            (Self::Object(own), Self::Object(sent)) => {
                let mut members = own.iter().zip(sent);
                own.len() == sent.len() && members.all(|(a, b)| a.0 == b.0 && a.1.covers(&b.1))
            }
            _ => self == sent,
        }
    }

    /// Removes the members at this path, in every item of a list on the way.
    pub(super) fn remove(&mut self, path: &[&str]) {
        match (self, path) {
            (Self::List(items), _) => items.iter_mut().for_each(|item| item.remove(path)),
            (Self::Object(members), [name]) => members.retain(|(member, _)| member != name),
            (Self::Object(members), [name, rest @ ..]) => {
                let inner = members.iter_mut().filter(|(member, _)| member == name);
                inner.for_each(|(_, value)| value.remove(rest));
            }
            _ => {}
        }
    }

    /// Calls the function with the path and the text of every leaf value.
    pub(super) fn each(&self, path: String, call: &mut impl FnMut(String, &dyn Display)) {
        match self {
            Self::Object(members) if !members.is_empty() => {
                for (index, (name, value)) in members.iter().enumerate() {
                    let before = members[..index].iter().rev();
                    let twins = before.take_while(|(other, _)| other == name).count();
                    let mut path = format!("{path}.{name}");
                    if twins > 0 {
                        // Writing to a `String` cannot fail.
                        let _ = write!(path, " ({})", twins + 1);
                    }
                    value.each(path, call);
                }
            }
            Self::List(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    item.each(format!("{path}[{index}]"), call);
                }
            }
            leaf => call(path, leaf),
        }
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => f.write_str(&number.text),
            Self::List(items) if items.is_empty() => f.write_str("[]"),
            Self::List(_) => f.write_str("[…]"),
            Self::Object(members) if members.is_empty() => f.write_str("{}"),
            Self::Object(_) => f.write_str("{…}"),
        }
    }
}

/// Returns `true` if it is JSON that can be part of a line.
pub(super) fn is_json(text: &[u8]) -> bool {
    let is_start = |byte: &u8| b"{[\"-0123456789tfn".contains(byte);
    // The line nests the text in objects, and the depth of values that are parsed again is limited.
    text.trim_ascii_start().first().is_some_and(is_start)
        && serde_json::from_slice::<[[[Value; 1]; 1]; 1]>(&[b"[[[", text, b"]]]"].concat()).is_ok()
}

/// Returns the members of a valid JSON object in their order, with each value as written. `None` for anything else.
pub(super) fn members(object: &[u8]) -> Option<Vec<(String, &[u8])>> {
    let mut reader = Reader(object);
    let mut members = Vec::new();
    reader.take(b'{')?;
    while reader.take(b'}').is_none() {
        if !members.is_empty() {
            reader.take(b',')?;
        }
        reader.skip_space();
        let name = reader.string()?;
        reader.take(b':')?;
        reader.skip_space();
        let before = reader.0;
        reader.value()?;
        members.push((name, &before[..before.len() - reader.0.len()]));
    }
    reader.skip_space();
    reader.0.is_empty().then_some(members)
}

/// The unread rest of the text.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn value(&mut self) -> Option<Json> {
        self.skip_space();
        match self.0.first()? {
            b'{' => self.object(),
            b'[' => self.list(),
            b'"' => Some(Json::Text(serde_json::to_string(&self.string()?).ok()?)),
            _ => self.word(),
        }
    }

    fn object(&mut self) -> Option<Json> {
        let mut members = Vec::new();
        self.take(b'{')?;
        while self.take(b'}').is_none() {
            if !members.is_empty() {
                self.take(b',')?;
            }
            self.skip_space();
            let name = self.string()?;
            self.take(b':')?;
            members.push((name, self.value()?));
        }
        members.sort_by(|(a, _), (b, _)| a.cmp(b));
        Some(Json::Object(members))
    }

    fn list(&mut self) -> Option<Json> {
        let mut items = Vec::new();
        self.take(b'[')?;
        while self.take(b']').is_none() {
            if !items.is_empty() {
                self.take(b',')?;
            }
            items.push(self.value()?);
        }
        Some(Json::List(items))
    }

    fn string(&mut self) -> Option<String> {
        let mut is_escaped = true;
        let end = self.0.iter().position(|byte| {
            let is_end = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            is_end
        })?;
        let (string, rest) = self.0.split_at(end + 1);
        self.0 = rest;
        serde_json::from_slice(string).ok()
    }

    /// A number, or `null`, `true`, `false`.
    fn word(&mut self) -> Option<Json> {
        let is_end = |byte: &u8| b",]} \t\r\n".contains(byte);
        let end = self.0.iter().position(is_end).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        let word = std::str::from_utf8(word).ok()?;
        Some(match word {
            "null" | "true" | "false" => Json::Text(word.to_owned()),
            number => Json::Number(Number::new(number)),
        })
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        self.0 = self.0.strip_prefix(&[byte])?;
        Some(())
    }

    fn skip_space(&mut self) {
        self.0 = self.0.trim_ascii_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(a: &str, b: &str) -> bool {
        Json::read(a.as_bytes()).unwrap() == Json::read(b.as_bytes()).unwrap()
    }

    #[test]
    fn numbers_are_compared_by_all_their_digits() {
        for (a, b) in [
            ("18446744073709551616", "18446744073709551617"),
            ("-9223372036854775809", "-9223372036854775810"),
            ("123456789012345678901234567890", "123456789012345678901234567891"),
            ("12345678901234567890.25", "12345678901234567890.5"),
            ("0.1", "0.10000000000000000000001"),
            ("1", "1.0"),
            ("0.0", "-0.0"),
            ("1e300", "1e301"),
        ] {
            assert!(!is_same(a, b) && is_same(a, a) && is_same(b, b), "{a} {b}");
            assert!(!is_same(&format!("[{a}]"), &format!("[{b}]")));
        }
        for (a, b) in [("1.0", "10e-1"), ("0.50", "5E-1"), ("0.0", "0e9"), ("-1.20", "-12e-1")] {
            assert!(is_same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn members_are_compared_without_their_order_but_as_often_as_they_are_there() {
        let same = r#" { "b" : [ 1 , true ] , "a" : { } } "#;
        assert!(is_same(same, r#"{"a":{},"b":[1,true]}"#));
        for other in [
            r#"{"a":{},"a":{},"b":[1,true]}"#,
            r#"{"a":{},"b":[true,1]}"#,
            r#"{"a":[],"b":[1,true]}"#,
            r#"{"a":{},"b":[1,true],"c":null}"#,
        ] {
            assert!(!is_same(same, other), "{other}");
        }
        assert!(!is_same(r#"{"a":1,"a":2}"#, r#"{"a":2,"a":1}"#));
        assert!(is_same(r#"{"a\"\\":"\u0041\n"}"#, r#"{"\u0061\"\\":"A\u000a"}"#));
        assert!(!is_same(r#"["\""]"#, r#"["\\"]"#));
    }

    #[test]
    fn values_are_shown_with_their_paths() {
        let json = Json::read(br#"{"b":[1,{}],"a":1,"a":"x"}"#).unwrap();
        let mut lines = Vec::new();
        json.each("body".to_owned(), &mut |path, value| lines.push(format!("{path}: {value}")));
        assert_eq!(lines, ["body.a: 1", "body.a (2): \"x\"", "body.b[0]: 1", "body.b[1]: {}"]);
    }
}
