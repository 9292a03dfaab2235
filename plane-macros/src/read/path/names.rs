//! The names of path parameters, and the meaning of other syntax.

/// The probable meaning of the text of a parameter.
#[derive(Debug, PartialEq)]
pub(super) struct Guess {
    /// The name, if there is a usable one.
    pub(super) name: Option<String>,
    /// Whether its value may have several segments.
    pub(super) several: bool,
}

/// Returns the mistake in the text between `<` and `>`, apart from `..` at its end.
pub(super) fn check(name: &str) -> Option<String> {
    if is_name(name) {
        let keyword = matches!(name, "self" | "Self" | "super" | "crate");
        return keyword.then(|| format!("`{name}` cannot be the name of a field"));
    }
    Some(match name.strip_suffix('?') {
        _ if name.is_empty() => "a path parameter needs a name".to_owned(),
        Some(name) if is_name(name) => format!("path parameter `{name}` cannot be optional"),
        _ if !name.is_ascii() => {
            format!("`{name}` is not ASCII; a path parameter consists of letters, digits and `_`")
        }
        _ => format!("`{name}` cannot be the name of a field; use letters, digits and `_`"),
    })
}

/// Reads the text of a parameter in the syntax of another language or framework.
pub(super) fn guess(text: &str) -> Guess {
    // A pattern follows the name in `{name=users/*}` and in `{id:[0-9]+}`.
    let (text, pattern) = text.split_once('=').unwrap_or((text, ""));
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    let (before, after) = (before.trim(), after.trim());
    let (word, pattern) = if is_type(before) && is_name(after) {
        (after, if before == "path" { "*" } else { "" })
    } else {
        (before, if after.is_empty() { pattern } else { after })
    };
    let several = word.contains("..")
        || word.starts_with(['*', '+'])
        || word.ends_with(['*', '+'])
        || pattern.contains('*') && !pattern.contains('[')
        || pattern == "path";
    let word = word.strip_prefix("r#").unwrap_or(word);
    let word = word.trim_matches(|c| !is_word(c)).replace(|c| !is_word(c), "_");
    let is_usable = is_name(&word) && check(&word).is_none();
    Guess { name: is_usable.then_some(word), several }
}

/// Returns `true` if the word is a type, which some frameworks write before a parameter's name.
fn is_type(word: &str) -> bool {
    const TYPES: [&str; 28] = [
        "str", "string", "int", "integer", "number", "float", "slug", "uuid", "path", "any",
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16",
        "u32", "u64", "u128", "usize", "date", "re",
    ];
    TYPES.contains(&word) || word.starts_with(char::is_uppercase) && is_name(word)
}

/// Returns `true` if a name may contain the character.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Returns `true` if a field may have this name, keywords included.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| is_word(c) && !c.is_ascii_digit())
        && name.chars().all(is_word)
        && name != "_"
}
