//! [`markdown`]: converts documentation for readers outside of rustdoc.

/// Returns documentation as Markdown for readers outside of rustdoc: links to Rust items become their text, and the lines
/// of a paragraph become one line.
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

/// Replaces `[text](path::to::item)`, `` [`Item`] `` and `[text][item]` by their text. Links to URLs and other brackets
/// are left unchanged.
fn without_rust_links(text: &str) -> String {
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
