//! The names of path parameters, and the interpretation of other syntax.

/// The probable meaning of the text of a parameter.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Guess {
    /// The name, if there is a usable one.
    pub(super) name: Option<String>,
    /// `true` if its value may have several segments.
    pub(super) several: bool,
    /// The words of the name, if other characters separate them.
    pub(super) words: Vec<String>,
}

/// Returns the mistake in the text between `<` and `>`, apart from `..` at its end.
pub(super) fn check(name: &str) -> Option<String> {
    if is_name(name) {
        let keyword = matches!(name, "self" | "Self" | "super" | "crate");
        return keyword.then(|| format!("`{name}` cannot be the name of a field"));
    }
    Some(match name.strip_suffix('?') {
        _ if name.is_empty() || name == "_" => "a path parameter needs a name".to_owned(),
        Some(name) if is_name(name) => "a path parameter cannot be optional".to_owned(),
        _ if is_typed(name) => {
            "a path parameter is written without its type, which its field has".to_owned()
        }
        _ if name.split_once(':').is_some_and(|(name, _)| is_name(name.trim())) => {
            "a path parameter is a name without a pattern".to_owned()
        }
        _ if is_name(name.trim_end_matches('.')) => {
            "a parameter of several segments is written `<name..>`".to_owned()
        }
        _ if !name.is_ascii() => {
            format!("`{name}` is not ASCII; a path parameter consists of letters, digits and `_`")
        }
        _ => format!("`{name}` cannot be the name of a field; use letters, digits and `_`"),
    })
}

/// Returns `true` if there is a type before or after the name.
fn is_typed(text: &str) -> bool {
    text.split_once(':').is_some_and(|(before, after)| {
        let after = after.trim().trim_start_matches(':');
        is_name(before.trim()) && (is_name(after) || after.starts_with(is_start_of_type))
    })
}

/// Returns `true` if a type starts with the character, and a pattern does not.
fn is_start_of_type(c: char) -> bool {
    c.is_ascii_uppercase() || c == '&'
}

/// Returns the type of a number in Rust, in `id: u64` or alone.
pub(super) fn number_type(text: &str) -> Option<&str> {
    let is_number = |word: &&str| {
        let size = word.strip_prefix(['f', 'i', 'u']);
        size.is_some_and(|size| matches!(size, "8" | "16" | "32" | "64" | "128" | "size"))
    };
    text.split(':').map(str::trim).find(is_number)
}

/// Reads the text of a parameter in the syntax of another language or framework.
pub(super) fn guess(text: &str) -> Guess {
    let text = text.split(" as ").next().unwrap_or(text);
    // A pattern follows the name in `{name=users/*}` and in `{id:[0-9]+}`.
    let (text, pattern) = text.split_once('=').unwrap_or((text, ""));
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    let (before, after) = (before.trim(), after.trim());
    // `slug` and `path` are types in Django, and names before a type of Rust or of FastAPI.
    let is_only_type = matches!(after, "str" | "string" | "int" | "integer" | "float" | "bool");
    let is_after =
        is_only_type || after.starts_with(is_start_of_type) || number_type(after).is_some();
    let (word, pattern) = if is_type(before) && is_name(after) && !is_after {
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
    // The parameter is the field, without the struct before it.
    const OWNERS: [&str; 7] = ["self.", "this.", "req.", "request.", "params.", "mut ", "ref "];
    let word = OWNERS.iter().find_map(|owner| word.strip_prefix(owner)).unwrap_or(word);
    let word = word.trim_matches(|c| !is_word(c));
    let words = word.split(|c| !is_word(c)).map(str::trim).filter(|word| is_name(word)).map(snake);
    let words = words.collect();
    let word = snake(&word.replace(|c| !is_word(c), "_"));
    let is_usable = is_name(&word) && check(&word).is_none();
    Guess { name: is_usable.then_some(word), several, words }
}

/// Returns the name of the `$id` or `$userId` that starts here. Another `$name` may be meant, such as OData's `$count`.
pub(super) fn variable(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('$')?;
    let name = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
    (name == "id" || name.ends_with("_id") || name.ends_with("Id")).then_some(name)
}

/// Returns the name in snake case, as fields are named, if it is in camel case.
fn snake(word: &str) -> String {
    let mut snake = String::new();
    for c in word.chars() {
        if c.is_ascii_uppercase() && snake.ends_with(|c: char| c.is_ascii_lowercase()) {
            snake.push('_');
        }
        snake.push(c);
    }
    if snake.contains(|c: char| c.is_ascii_lowercase()) {
        snake.to_ascii_lowercase()
    } else {
        snake
    }
}

/// Returns the name of a parameter, combined with the name of the segment before it: `comment_id` after `/comments/`.
pub(super) fn qualified(before: &str, name: &str) -> Option<String> {
    let segment = before.strip_suffix('/')?.rsplit('/').next()?.replace('-', "_");
    let one = singular(&segment);
    is_name(&one).then(|| format!("{one}_{name}"))
}

/// Returns `true` if every request has a method of this name.
pub(crate) fn is_method(name: &str) -> bool {
    matches!(name, "new" | "send" | "send_blocking" | "request" | "with")
}

/// Returns `true` if the name is that of an id: `id`, `task_id`.
pub(super) fn is_id(name: &str) -> bool {
    name == "id" || name.ends_with("_id")
}

/// Returns `true` if a field certainly identifies what the segment before it names: `id`, and `task_id` after `/tasks/`.
pub(super) fn is_id_of(before: &str, field: &str) -> bool {
    const IDS: [&str; 5] = ["id", "slug", "uuid", "key", "number"];
    IDS.iter().any(|id| field == *id || qualified(before, id).is_some_and(|own| own == field))
}

/// Returns the singular of a segment's plural name.
pub(crate) fn singular(segment: &str) -> String {
    if let Some(stem) = segment.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stems = ["sses", "xes", "shes", "ches"];
    let length = if stems.iter().any(|end| segment.ends_with(end)) {
        2
    } else {
        usize::from(segment.ends_with('s') && !segment.ends_with("ss"))
    };
    segment[..segment.len() - length].to_owned()
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
