//! Blots a secret out of what a server sent.

/// What is shorter is no secret, and would be found in innocent words.
const MIN_SECRET: usize = 8;

/// Puts stars in the place of the secret, written as it is or as JSON may write it.
pub(super) fn blot(text: &mut [u8], secret: &[u8]) {
    if secret.len() < MIN_SECRET {
        return;
    }
    let mut at = 0;
    while at < text.len() {
        let found = [false, true].iter().find_map(|json| length(secret, &text[at..], *json));
        let end = at + found.unwrap_or(1);
        if found.is_some() {
            text[at..end].fill(b'*');
        }
        at = end;
    }
}

/// How many bytes the secret takes up at the beginning of the text, if it is there; with JSON's escapes or without. At the
/// end of the text, where it may have been cut off, the beginning of the secret is enough.
fn length(secret: &[u8], text: &[u8], json: bool) -> Option<usize> {
    let mut at = 0;
    for (n, expected) in secret.iter().enumerate() {
        if at == text.len() {
            return (n >= MIN_SECRET).then_some(at);
        }
        let (byte, length) = if json { unescaped(&text[at..])? } else { (text[at], 1) };
        if byte != *expected {
            return None;
        }
        at += length;
    }
    Some(at)
}

/// The first character of a text in JSON, if it is ASCII, and how many bytes it takes up.
fn unescaped(text: &[u8]) -> Option<(u8, usize)> {
    match text {
        [b'\\', b'u', hex @ ..] => {
            let hex = std::str::from_utf8(hex.get(..4)?).ok()?;
            Some((u8::from_str_radix(hex, 16).ok()?, 6))
        }
        [b'\\', char, ..] => Some((*char, 2)),
        [char, ..] => Some((*char, 1)),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::blot;

    #[test]
    fn a_secret_is_found_however_json_writes_it() {
        let cases = [
            (r#"a/b\c"CANARY/x"#, "**************"),
            (r#"["a\/b\\c\"CANARY\/x"]"#, r#"["******************"]"#),
            (
                r#"["a/b\u005cc\u0022\u0043ANARY\u002Fx"]"#,
                r#"["**********************************"]"#,
            ),
            (r#"a/b\c"CANAR, a/b"#, r#"a/b\c"CANAR, a/b"#),
            (r#"cut: a/b\c"CANA"#, "cut: **********"),
        ];
        for (text, expected) in cases {
            let mut blotted = text.as_bytes().to_vec();
            blot(&mut blotted, br#"a/b\c"CANARY/x"#);
            assert_eq!(String::from_utf8_lossy(&blotted), expected, "{text}");
        }
    }
}
