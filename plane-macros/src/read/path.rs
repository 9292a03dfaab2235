//! The path literal: `"/customers/<customer_id>/"` -> [`Template`]. Independent of the struct.

mod names;
mod parameter;
mod query;
mod reader;
mod regex;
mod syntax;
mod text;

use std::{borrow::Cow, ops::Range};

use self::reader::Reader;
pub(crate) use self::{
    names::{is_method, singular},
    query::decoded,
};
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

/// The rest of the declaration, as far as it decides how a path is read.
#[derive(Clone, Copy, Default)]
pub(crate) struct Context<'a> {
    /// The endpoint's own API root.
    pub(crate) root: Option<&'a str>,
    /// `true` if the server decodes a path before it routes.
    pub(crate) routes_decoded: bool,
    /// `true` if unmarked fields are sent in a body.
    pub(crate) has_body: bool,
    /// `true` if unmarked fields are sent nowhere, under `DELETE` without an option.
    pub(crate) needs_marks: bool,
    /// `true` if an option sets the location of unmarked fields.
    pub(crate) has_location: bool,
    /// The names under which fields are sent in the query.
    pub(crate) queried: &'a [String],
    /// The names of all fields.
    pub(crate) fields: &'a [&'a str],
    /// The names of the fields that may be parameters and are not written `<name>` in the path: those marked
    /// `#[path(...)]`, or those that are required and not marked otherwise.
    pub(crate) free: &'a [&'a str],
    /// `true` if they are marked.
    pub(crate) is_marked: bool,
}

/// A mistake in a path, in one or several spots.
#[derive(Debug, PartialEq)]
struct Mistake {
    message: String,
    spots: Vec<Range<usize>>,
    /// The text after the corrected path.
    note: String,
}

/// A path as it was read: the template of the corrected path, and the mistakes.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The spots of its parameters are in the corrected path.
    pub(crate) template: Template,
    /// The mistakes. Those in the path as it is written have spots.
    mistakes: Vec<Mistake>,
    /// The path with all corrections.
    pub(crate) corrected: String,
}

impl Reading {
    /// Returns the one message about all mistakes, with the path below it, carets below their spots, and the path to write.
    pub(crate) fn report(&self, path: &str, corrected: &str, more: &str) -> Option<String> {
        let start = |mistake: &&Mistake| mistake.spots.iter().map(|spot| spot.start).min();
        let first = self.mistakes.iter().filter(|it| !it.spots.is_empty()).min_by_key(start)?;
        let spots: Vec<_> = self.mistakes.iter().flat_map(|it| it.spots.clone()).collect();
        let mut notes: Vec<&str> = Vec::new();
        for mistake in &self.mistakes {
            if !notes.contains(&&*mistake.note) {
                notes.push(&mistake.note);
            }
        }
        let help = format!("write `{corrected}`{}{more}", notes.concat());
        Some(point(&first.message, path, &spots, &help))
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
    /// Reads the path. A correction may bring up another mistake, so the corrected path is read again until it is right.
    pub(crate) fn read(path: &str, context: Context<'_>) -> Reading {
        const PASSES: usize = 8;
        let mut reading = once(path, context);
        let mut passes = 0;
        let mut is_right = reading.mistakes.is_empty();
        while !is_right && passes < PASSES {
            let mut next = once(&reading.corrected, context);
            (is_right, passes) = (next.mistakes.is_empty(), passes + 1);
            for mistake in &mut next.mistakes {
                mistake.spots.clear();
            }
            reading.mistakes.append(&mut next.mistakes);
            reading.corrected = next.corrected;
            let is_clear = reading.template.is_clear && next.template.is_clear;
            reading.template = Template { is_clear, is_right: false, ..next.template };
        }
        reading
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

/// Returns the corrected form of a path.
pub(crate) fn corrected(path: &str) -> String {
    Template::read(path, Context::default()).corrected
}

/// The advice about a path that is not below the API root.
const OTHER_ROOT: &str = "; for another root add `root = \"/…\"` after the path";

/// Reads a path once.
fn once(path: &str, context: Context<'_>) -> Reading {
    let Some((message, rest)) = not_a_path(path) else {
        return read_named(path, context);
    };
    // The wrong beginning hides other mistakes, and the corrected path covers them.
    let mut reading = read_named(&rest, Context { root: context.root.or(Some("")), ..context });
    let spots = std::iter::once(0..path.len()).collect();
    let is_above = path.starts_with("..") && context.root.is_none();
    let note = if is_above { OTHER_ROOT } else { "" }.to_owned();
    reading.mistakes = vec![Mistake { message: message.to_owned(), spots, note }];
    reading.template.is_right = false;
    reading
}

/// Reads a path. If it has as many parameters without a name as there are fields for them, they get these names.
fn read_named(path: &str, context: Context<'_>) -> Reading {
    let reader = Reader::new(path, context, &[]);
    let (reading, unnamed) = reader.read();
    if unnamed == 0 {
        return reading;
    }
    let is_placed = |name: &&str| reading.template.params().any(|it| it.name == *name);
    let fields: Vec<&str> = context.free.iter().copied().filter(|name| !is_placed(name)).collect();
    if fields.len() == unnamed { Reader::new(path, context, &fields).read().0 } else { reading }
}

/// Returns the mistake that concerns the whole literal, and the path in it.
fn not_a_path(path: &str) -> Option<(&'static str, Cow<'_, str>)> {
    if let Some(path) = regex::path_of(path) {
        return Some(("a path is not a regular expression", path.into()));
    }
    if let Some(path) = with_optional_parts(path) {
        let message =
            "a path has no optional parts; declare a request with each part, and one without it";
        return Some((message, path.into()));
    }
    let (mut message, mut rest) = ("a path starts and ends without spaces", path.trim());
    let is_quote = |c: char| matches!(c, '"' | '\'' | '`');
    if rest.len() > 2 && rest.starts_with(is_quote) && rest.ends_with(is_quote) {
        (message, rest) = ("a path contains no quotes", rest.trim_matches(is_quote));
    }
    if let Some((path, _)) = rest.split_once(" HTTP/") {
        (message, rest) = ("a path is written without the protocol", path);
    }
    if let Some((method, after)) = rest.split_once(' ')
        && Method::of(&method.to_ascii_uppercase()).is_some()
    {
        (message, rest) = ("the method comes before the path, outside of the quotes", after.trim());
    }
    let host = rest.split('/').next().unwrap_or_default();
    let url = rest.split_once("://").filter(|(before, _)| !before.contains(['/', '?']));
    let url = url.map(|(_, after)| after);
    let url = url.or_else(|| is_host(host).then_some(rest));
    if let Some(url) = url {
        message = "a path is relative to the API root, which is set on the client";
        rest = url.find('/').map_or("/", |at| &url[at..]);
        rest = below_root(rest).unwrap_or(rest);
    }
    (rest.len() < path.len()).then_some((message, rest.into()))
}

/// Returns the path with its optional parts, `[/<task>]` or `(/:task)`, if it has one. A part in parentheses may be constant text.
fn with_optional_parts(path: &str) -> Option<String> {
    let start = ["[/", "(/:", "(/{"].iter().filter_map(|start| path.find(start)).min()?;
    let (before, after) = path.split_at(start);
    let end = if after.starts_with('[') { ']' } else { ')' };
    let (part, rest) = after.get(1..)?.split_once(end)?;
    Some(format!("{before}{part}{rest}"))
}

/// Returns `true` if the text before the first `/` is a host, or a variable for one: `{{base_url}}`.
fn is_host(text: &str) -> bool {
    const VARIABLES: [&str; 6] = ["base", "domain", "host", "origin", "server", "url"];
    if text.starts_with(['<', '{', '$', '[']) {
        let text = text.to_ascii_lowercase();
        return VARIABLES.iter().any(|name| text.contains(name));
    }
    let port = text.split_once(':').map_or("", |(_, port)| port);
    let has_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    (text.contains('.') || has_port || text == "localhost") && !text.contains(['<', '{', '?'])
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
