//! The path literal: `"/customers/<customer_id>/"` -> [`Template`]. Independent of the struct.

mod names;
mod query;
mod reader;

use std::ops::Range;

use syn::LitStr;

use self::reader::Reader;
pub(crate) use self::{names::singular, query::decoded};
use crate::model::Method;

/// A path, split at its parameters.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Template {
    parts: Vec<Part>,
    /// The constant query, without `?`. Empty if there is none.
    pub(crate) query: String,
    /// `true` if all parameters are known. Always `true` if there are no mistakes.
    pub(crate) is_clear: bool,
    /// `true` if it is written without mistakes.
    pub(crate) is_right: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Text(String),
    Param(Param),
}

/// One `<name>`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Param {
    /// The name, without `r#`.
    pub(crate) name: String,
    /// `true` if its value may have several segments: `<name..>`.
    pub(crate) several: bool,
    /// `true` if it is a whole segment.
    pub(crate) alone: bool,
    /// The range of `<name>` in the literal's value, in bytes.
    pub(crate) spot: Range<usize>,
}

/// A mistake in a path, in one or several spots.
#[derive(Debug, PartialEq)]
pub(crate) struct Mistake {
    message: String,
    spots: Vec<Range<usize>>,
    help: Help,
}

impl Mistake {
    fn new(spot: Range<usize>, message: impl Into<String>, help: impl Into<Help>) -> Self {
        Self { message: message.into(), spots: Vec::from([spot]), help: help.into() }
    }
}

/// The text to write instead.
#[derive(Debug, Clone, PartialEq)]
enum Help {
    /// Nothing is suggested.
    None,
    /// This text.
    Text(String),
    /// The corrected path, followed by the text.
    Corrected(&'static str),
}

impl From<&str> for Help {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(text.to_owned()) }
    }
}

/// A path as it was read: the template, in which mistakes are corrected as far as possible, and the mistakes.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) template: Template,
    pub(crate) mistakes: Vec<Mistake>,
    /// The path with all corrections.
    pub(crate) corrected: String,
}

impl Reading {
    /// Returns the message about a mistake, with the path below it and carets below the spots.
    pub(crate) fn show(&self, mistake: &Mistake, path: &str) -> String {
        let help = match &mistake.help {
            Help::None => String::new(),
            Help::Text(text) => text.clone(),
            Help::Corrected(behind) => format!("write `{}`{behind}", self.corrected),
        };
        point(&mistake.message, path, &mistake.spots, &help)
    }
}

/// Returns a message about spots of a path, with the path below it and carets below the spots.
pub(crate) fn point(message: &str, path: &str, spots: &[Range<usize>], help: &str) -> String {
    let marked = |at: usize| {
        spots.iter().any(|spot| spot.contains(&at) || (spot.start == at && spot.is_empty()))
    };
    let mut carets = String::new();
    for (at, _) in path.char_indices().chain([(path.len(), ' ')]) {
        carets.push(if marked(at) { '^' } else { ' ' });
    }
    let path: String = path.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let help = if help.is_empty() { String::new() } else { format!("\nhelp: {help}") };
    format!("{message}\n  {path}\n  {}{help}", carets.trim_end())
}

impl Template {
    /// Reads the path. `has_root` says that the endpoint sets its API root.
    pub(crate) fn read(path: &str, has_root: bool) -> Reading {
        let Some((message, rest)) = not_a_path(path) else {
            return Reader::new(path, has_root).read();
        };
        // The wrong beginning hides other mistakes, and the corrected path covers them.
        let mut reading = Reader::new(rest, true).read();
        let offset = path.find(rest).unwrap_or_default();
        for part in &mut reading.template.parts {
            if let Part::Param(param) = part {
                param.spot = param.spot.start + offset..param.spot.end + offset;
            }
        }
        let whole = 0..path.len();
        reading.mistakes = vec![Mistake::new(whole, message, Help::Corrected(""))];
        reading.template.is_right = false;
        reading
    }

    /// Reads the literal.
    pub(crate) fn parse(literal: &LitStr, has_root: bool) -> Reading {
        Self::read(&literal.value(), has_root)
    }

    /// Returns the parameters, in order.
    pub(crate) fn params(&self) -> impl Iterator<Item = &Param> {
        self.parts.iter().filter_map(|part| match part {
            Part::Param(param) => Some(param),
            Part::Text(_) => None,
        })
    }

    /// Returns the path with its parameters in braces, as in OpenAPI.
    pub(crate) fn in_braces(&self) -> String {
        let write = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Param(param) if param.several => format!("{{{}..}}", param.name),
            Part::Param(param) => format!("{{{}}}", param.name),
        };
        self.parts.iter().map(write).collect()
    }
}

/// Returns the mistake that concerns the whole literal, and the path in it.
fn not_a_path(path: &str) -> Option<(&'static str, &str)> {
    let (mut message, mut rest) = ("a path starts and ends without spaces", path.trim());
    if let Some((method, after)) = rest.split_once(' ')
        && Method::of(&method.to_ascii_uppercase()).is_some()
    {
        (message, rest) = ("the method comes before the path, outside of the quotes", after.trim());
    }
    let host = rest.split('/').next().unwrap_or_default();
    let url = rest.split_once("://").filter(|(before, _)| !before.contains(['/', '?']));
    let url = url.map(|(_, after)| after);
    let url =
        url.or_else(|| (host.contains('.') && !host.contains(['<', '{', '?'])).then_some(rest));
    if let Some(url) = url {
        message = "a path is relative to the API root, which is set on the client";
        rest = url.find('/').map_or("/", |at| &url[at..]);
        rest = below_root(rest).unwrap_or(rest);
    }
    (rest.len() < path.len()).then_some((message, rest))
}

/// Returns the rest of a path that starts with Plane's API root.
fn below_root(path: &str) -> Option<&str> {
    match path.strip_prefix("/api/v1")? {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

/// Returns `true` if a path may contain the character unencoded (RFC 3986, `pchar`).
pub(crate) fn is_path_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(c)
}

fn is_escape(text: &str) -> bool {
    text.len() > 2 && text.bytes().skip(1).take(2).all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests;
