//! Names that users misspell, and names in documentation that are links for rustdoc.

/// Returns the candidate that a misspelled name probably means: the one with the fewest typing mistakes, at most one
/// for every three characters. A missing, extra or different character is a mistake, and so are two swapped characters.
/// Case is ignored, and `-` equals `_`.
pub(crate) fn closest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    // Longer texts are not names.
    const MAX: usize = 64;
    let fold = |text: &str| text.replace('-', "_").to_lowercase().chars().collect::<Vec<_>>();
    if name.len() > MAX {
        return None;
    }
    let name = fold(name);
    let mistakes = candidates.map(|candidate| (mistakes(&name, &fold(candidate)), candidate));
    let (mistakes, closest) = mistakes.min_by_key(|(mistakes, _)| *mistakes)?;
    // If every character is a mistake, the names are not similar.
    let is_similar = mistakes <= name.len().div_ceil(3) && mistakes < name.len();
    is_similar.then_some(closest)
}

/// Returns the number of typing mistakes between two words.
fn mistakes(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && one[i - 1] == *b && other[j - 1] == *a {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

/// Replaces `[text](path::to::item)`, `` [`Item`] `` and `[text][item]` by their text. Links to URLs and other brackets
/// are left unchanged.
pub(crate) fn without_rust_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let (before, link) = rest.split_at(start);
        out += before;
        let Some((inner, after)) = link[1..].split_once(']') else {
            rest = link;
            break;
        };
        let target = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
            after.strip_prefix(open).and_then(|target| target.split_once(close))
        });
        let is_code = inner.len() > 2 && inner.starts_with('`') && inner.ends_with('`');
        match target {
            Some((target, after)) if is_rust(target) => {
                out += inner;
                rest = after;
            }
            None if is_code => {
                out += inner;
                rest = after;
            }
            _ => {
                out.push('[');
                rest = &link[1..];
            }
        }
    }
    out + rest
}

/// Returns `true` if the target of a link is a Rust item, `false` for a URL.
fn is_rust(target: &str) -> bool {
    let is_url = target.contains(['/', '#', ' ']) || target.starts_with("mailto:");
    !is_url && !target.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_one_character_is_like_no_other() {
        let closest = |name| closest(name, ["q", "id"].into_iter());
        assert_eq!((closest("x"), closest("i"), closest("")), (None, None, None));
        assert_eq!((closest("Q"), closest("ib")), (Some("q"), Some("id")));
    }
}
