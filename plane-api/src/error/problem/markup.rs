//! Reads error bodies that are not JSON.

use super::Problem;
use crate::work;

/// Reads the XML of object stores, `<Error><Code>…</Code><Message>…</Message></Error>`, or an HTML page.
pub(super) fn read(text: &str) -> Problem {
    let element = |name: &str| {
        work::count(text.len());
        let (_, rest) = text.split_once(&format!("<{name}>"))?;
        let (inner, _) = rest.split_once(&format!("</{name}>"))?;
        let inner = inner.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        Some(inner.replace("&amp;", "&"))
    };
    let (code, detail) = match text.contains("<Error>") {
        true => (element("Code"), element("Message")),
        false => (None, None),
    };
    let is_html = code.is_none() && text.trim_start().starts_with('<');
    Problem { detail, code, is_html, ..Problem::default() }
}
