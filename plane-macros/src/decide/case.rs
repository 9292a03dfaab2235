//! The cases of serde's `rename_all`.

use syn::LitStr;

use crate::error::{Errors, did_you_mean};

/// The spelling of field names by serde's `rename_all`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Case {
    /// `snake_case` and `lowercase`: as declared.
    Same,
    Upper,
    Pascal,
    Camel,
    Kebab,
    ScreamingKebab,
}

const CASES: [(&str, Case); 8] = [
    ("lowercase", Case::Same),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Same),
    ("SCREAMING_SNAKE_CASE", Case::Upper),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

/// Parses the value of `rename_all`.
pub(crate) fn read(name: &LitStr, errors: &mut Errors) -> Option<Case> {
    let value = name.value();
    let found = CASES.into_iter().find(|(known, _)| *known == value).map(|(_, case)| case);
    if found.is_none() {
        let names = CASES.map(|(known, _)| format!("`{known}`")).join(", ");
        let near = did_you_mean(&value, CASES.map(|(known, _)| known));
        errors.at(name, format!("unknown case `{value}`; the cases are {names}{near}"));
    }
    found
}

impl Case {
    /// Returns the name in this case. The declared name is assumed to be in snake case, as in serde.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            Self::Same => name.to_owned(),
            Self::Upper => name.to_ascii_uppercase(),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
            Self::Pascal => name.split('_').map(capitalised).collect(),
            Self::Camel => {
                let name = Self::Pascal.apply(name);
                let mut chars = name.chars();
                chars.next().map_or_else(String::new, |first| {
                    first.to_ascii_lowercase().to_string() + chars.as_str()
                })
            }
        }
    }
}

/// Returns the word with a capital first letter.
pub(crate) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
}

/// Returns the string that serde derives from the name of a variant, in this case, or in snake case if it is not declared.
pub(crate) fn of_variant(name: &str, rename_all: Option<&LitStr>) -> String {
    let mut snake = String::new();
    let mut was_capital = true;
    for char in name.chars() {
        if char.is_uppercase() && !was_capital {
            snake.push('_');
        }
        was_capital = char.is_uppercase();
        snake.extend(char.to_lowercase());
    }
    match rename_all.map(LitStr::value).as_deref() {
        Some("lowercase") => name.to_lowercase(),
        Some("UPPERCASE") => name.to_uppercase(),
        Some(case) => match CASES.into_iter().find(|(known, _)| *known == case) {
            Some((_, case)) => case.apply(&snake),
            None => snake,
        },
        None => snake,
    }
}

#[cfg(test)]
mod tests {
    use super::{CASES, Case};

    #[test]
    fn cases_are_those_of_serde() {
        let names = CASES.map(|(_, case)| case.apply("work_item_id"));
        let expected = [
            "work_item_id",
            "WORK_ITEM_ID",
            "WorkItemId",
            "workItemId",
            "work_item_id",
            "WORK_ITEM_ID",
            "work-item-id",
            "WORK-ITEM-ID",
        ];
        assert_eq!(names, expected);
        assert_eq!(Case::Camel.apply("_id"), "id");
    }
}
