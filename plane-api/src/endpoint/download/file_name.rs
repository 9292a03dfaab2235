//! Reads the file name that a server suggests.

use percent_encoding::percent_decode_str;

use crate::work;

/// Returns the file name of a `Content-Disposition` (RFC 6266): `filename*` if present, otherwise `filename`.
pub(super) fn file_name(disposition: &str) -> Option<String> {
    work::count(disposition.len());
    let plain = parameter(disposition, "filename");
    let extended = parameter(disposition, "filename*").and_then(|value| {
        let (charset, rest) = value.split_once('\'')?;
        let (_, name) = rest.split_once('\'')?;
        if !charset.eq_ignore_ascii_case("utf-8") {
            return None;
        }
        percent_decode_str(name).decode_utf8().ok().map(Into::into)
    });
    let name = extended.or(plain)?;
    // The server's directory does not matter.
    let name = name.rsplit(['/', '\\']).next()?;
    // Windows drops these characters at the end of a name, which would change it.
    let name = name.trim_start().trim_end_matches(|char: char| char == '.' || char.is_whitespace());
    is_plain(name).then(|| name.to_owned())
}

/// Returns `true` if a name denotes a file, and the same file, on every system.
fn is_plain(name: &str) -> bool {
    let is_odd = |char: char| {
        char == ':'
            || char.is_control()
            || matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    !(name.is_empty() || name.starts_with('~') || name.contains(is_odd) || is_device(name))
}

/// Returns `true` if Windows treats the name as a device, whatever its extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$")
        || numbered.is_some_and(|number| {
            let mut chars = number.chars();
            let is_number = |char: char| char.is_ascii_digit() || "¹²³".contains(char);
            chars.next().is_some_and(is_number) && chars.next().is_none()
        })
}

/// Returns the value of `name=value` or `name="value"` after a semicolon. Skips parameters without a value.
fn parameter(disposition: &str, name: &str) -> Option<String> {
    let mut rest = disposition.split_once(';')?.1;
    loop {
        if rest.trim_start().starts_with('"') {
            // Names are not quoted, so this is not a parameter.
            let behind = value_of(rest.trim_start()).1;
            work::count(rest.len() - behind.len());
            rest = behind.split_once(';')?.1;
            continue;
        }
        let end = rest.find(['=', ';'])?;
        work::count(end);
        let (key, behind) = rest.split_at(end);
        let Some(value) = behind.strip_prefix('=') else {
            rest = &behind[1..];
            continue;
        };
        let (value, behind) = value_of(value.trim_start());
        work::count(rest.len() - behind.len());
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = behind.split_once(';')?.1;
    }
}

/// Returns a value and the rest of the text.
fn value_of(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return (text[..end].trim_end().to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(chars.next().map(|(_, char)| char)),
            _ => value.push(char),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::file_name;
    use crate::work;

    #[test]
    fn file_names_are_read_as_rfc_6266_says() {
        let cases = [
            ("attachment", None),
            ("attachment; filename=a.txt", Some("a.txt")),
            ("inline; x=1; FileName=\"a \\\"b\\\"; c.txt\" ; y=2", Some("a \"b\"; c.txt")),
            ("attachment; filename=\"x\"; filename*=UTF-8''%e2%82%ac%20rates", Some("€ rates")),
            ("attachment; filename*=ISO-8859-1'en'%A3; filename=pounds", Some("pounds")),
            ("attachment; filename=\"../../etc/passwd\"", Some("passwd")),
            ("attachment; filename=\"C:\\\\dir\\\\a.txt\"", Some("a.txt")),
            ("attachment; filename=\"..\"", None),
            ("attachment; filename*=UTF-8''a%0Ab", None),
            ("attachment; filename=\"unclosed", Some("unclosed")),
            ("attachment; filename", None),
            ("attachment; foo; filename=\"x.txt\"", Some("x.txt")),
            ("attachment;; foo ;bar; filename=x.txt; baz", Some("x.txt")),
            ("attachment; \"foo;=\"; filename=x.txt", Some("x.txt")),
            ("attachment; foo; filename*=UTF-8''a%20b.txt", Some("a b.txt")),
        ];
        for (disposition, expected) in cases {
            assert_eq!(file_name(disposition).as_deref(), expected, "{disposition}");
        }
    }

    #[test]
    fn a_name_that_may_mean_something_else_is_none() {
        let name = |name: &str| {
            let encoded =
                percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
            file_name(&format!("attachment; filename*=UTF-8''{encoded}"))
        };
        let none = [
            "C:evil.exe",
            "C:",
            "a.txt:ads",
            "a.txt::$DATA",
            ":",
            "\\\\server\\C:x",
            "",
            ".",
            "..",
            "...",
            ". .",
            " ",
            "/",
            "a/",
            "a\\",
            "../..",
            "...\u{a0}",
            "~",
            "~/",
            "~root",
            " ~",
            "CON",
            "con",
            "Con.txt",
            "con.tar.gz",
            "CON .txt",
            "CON.",
            "con ",
            " con",
            "PRN",
            "AUX.h",
            "nul",
            "COM0",
            "com1.txt",
            "COM¹",
            "LPT9",
            "lpt².log",
            "CONIN$",
            "conout$",
            "CLOCK$",
            "dir/NUL.pdf",
            "a\u{202e}fdp.exe",
            "a\u{2066}b",
            "\u{200f}a",
            "a\u{2028}b",
            "a\u{61c}b",
            "a\0b",
            "a\nb",
            "a\u{7f}",
            "a\u{85}b",
        ];
        for unsafe_name in none {
            assert_eq!(name(unsafe_name), None, "{unsafe_name:?}");
        }
        let some = [
            ("a.txt.", "a.txt"),
            ("a.txt . .", "a.txt"),
            (" a.txt ", "a.txt"),
            ("/etc/a.txt...", "a.txt"),
            (".bashrc", ".bashrc"),
            ("a~b", "a~b"),
            ("CONSOLE.txt", "CONSOLE.txt"),
            ("COM10", "COM10"),
            ("COM", "COM"),
            ("a.con", "a.con"),
            ("Übersicht 1.pdf", "Übersicht 1.pdf"),
            ("שלום.txt", "שלום.txt"),
            ("a..b", "a..b"),
        ];
        for (given, expected) in some {
            assert_eq!(name(given).as_deref(), Some(expected), "{given:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_file_name_is_linear(
            before in r#"attachment; ?(filename=|filename="|filename\*=utf-8''|foo;)?"#,
            pattern in r#"(;|=|"|\\| |a|'|%41|/|filename=|x="y";|x=y;|x;|\.){1,4}"#,
        ) {
            let input = |length| before.clone() + &work::repeated(&pattern, length);
            work::assert_linear(4 << 10, 512, input, |disposition| drop(file_name(disposition)));
        }
    }
}
