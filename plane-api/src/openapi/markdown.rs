//! [`markdown`]: converts documentation for readers outside of rustdoc.

use crate::text::names::without_rust_links;

/// Converts a documentation comment to Markdown for readers outside of rustdoc: a link to a Rust item becomes the text of
/// the link, and the lines of a paragraph become one line.
///
/// ```
/// let docs = "Lists robots, as\n[`Robot`](crate::Robot)s. See [HTTP](https://example.com).";
/// assert_eq!(plane_api::openapi::markdown(docs), "Lists robots, as `Robot`s. See [HTTP](https://example.com).");
/// ```
#[must_use]
pub fn markdown(docs: &str) -> String {
    let (mut text, mut prose) = (String::with_capacity(docs.len()), String::new());
    let (mut in_code, mut joins) = (false, false);
    for line in docs.lines() {
        let trimmed = line.trim();
        let is_fence = trimmed.starts_with("```");
        if in_code || is_fence {
            // Code is left unchanged.
            text += &without_rust_links(&std::mem::take(&mut prose));
            text += line;
            text.push('\n');
            in_code ^= is_fence;
            joins = false;
            continue;
        }
        let begins =
            trimmed.is_empty() || trimmed.starts_with(['|', '#', '>']) || is_list_item(trimmed);
        if joins && begins {
            prose.push('\n');
        } else if joins {
            prose.push(' ');
        }
        prose += trimmed;
        joins = !trimmed.is_empty() && !trimmed.starts_with(['|', '#']);
        if !joins {
            prose.push('\n');
        }
    }
    (text + &without_rust_links(&prose)).trim().to_owned()
}

fn is_list_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|start| line.starts_with(start))
        || number.len() < line.len() && number.starts_with(". ")
}
