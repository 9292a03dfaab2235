//! Compares a declared operation with the same operation in another document.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    facts::{Body, Facts, Param, Response, is_decoded_alike, style},
    types::{Kind, Type},
};
use crate::openapi::document::Document;

/// The parameters that paginate Plane's lists: a declaration has one of two styles, and a document may describe both.
const PAGINATION: [&str; 4] = ["count", "cursor", "offset", STYLE];

/// The parameter that names the style.
const STYLE: &str = "paginate";

/// Maximum number of levels of objects and lists that are compared.
const MAX_DEPTH: usize = 12;

/// Maximum number of values in a line.
const MAX_VALUES: usize = 8;

/// The side that writes a value. The other side may accept more values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Response,
}

/// Compares an operation. Each difference is a line.
pub(super) struct Comparison<'c, 'a> {
    pub(super) ours: &'c Document<'a>,
    pub(super) theirs: &'c Document<'a>,
    /// `true` if their document says which scopes are needed.
    pub(super) has_scopes: bool,
    pub(super) found: Vec<String>,
    /// Pairs of schemas that were already compared: a schema may contain itself.
    pub(super) seen: BTreeSet<(Vec<*const Value>, Vec<*const Value>)>,
}

impl<'a> Comparison<'_, 'a> {
    pub(super) fn operation(&mut self, ours: &Facts<'a>, theirs: &Facts<'a>) {
        for (declared, described) in ours.path.iter().zip(&theirs.path) {
            let at = format!("path `{}`", declared.name);
            self.schemas(&at, (&[declared.schema], &[described.schema]), Direction::Request, 0);
        }
        self.parameters(ours, theirs);
        match (&ours.body, &theirs.body) {
            (Some(ours), Some(theirs)) => self.body(ours, theirs),
            (None, Some(body)) if body.required => self.add("the body is new and required"),
            (None, Some(_)) => self.add("the body is new"),
            (Some(_), None) => self.add("the body is gone"),
            (None, None) => {}
        }
        self.seen.clear();
        self.response(&ours.response, &theirs.response);
        if let (Some(ours), Some(theirs)) = (ours.is_public, theirs.is_public) {
            let name = |is_public| if is_public { "public" } else { "with credentials" };
            self.differ("security", name(ours), name(theirs));
        }
        if self.has_scopes {
            self.differ("scopes", &scopes(ours), &scopes(theirs));
        }
        let missing = theirs.missing.iter().cloned().chain(self.theirs.unresolved.take());
        for target in missing.collect::<BTreeSet<_>>() {
            self.add(format!("the document refers to `{target}`, which it does not contain"));
        }
    }

    fn add(&mut self, line: impl Into<String>) {
        self.found.push(line.into());
    }

    fn differ(&mut self, at: &str, declared: &str, described: &str) {
        if declared != described {
            self.add(format!("{at}: declared {declared}, the document says {described}"));
        }
    }

    fn required(&mut self, at: &str, declared: bool, described: bool) {
        let name = |is_required| if is_required { "required" } else { "optional" };
        self.differ(at, name(declared), name(described));
    }

    fn parameters(&mut self, ours: &Facts<'a>, theirs: &Facts<'a>) {
        let paginates = |(location, name): &(&str, String)| {
            ours.is_list && *location == "query" && PAGINATION.contains(&name.as_str())
        };
        let is_paginated = theirs.params.keys().any(paginates);
        for (key, param) in &theirs.params {
            if !ours.params.contains_key(key) && !paginates(key) {
                let and = if param.required { " and required" } else { "" };
                self.add(format!("{} `{}` is new{and}", key.0, key.1));
            }
        }
        for (key, declared) in &ours.params {
            let at = format!("{} `{}`", key.0, key.1);
            match theirs.params.get(key) {
                // The document may describe only the other style, or both.
                None if paginates(key) && is_paginated => {}
                Some(_) if paginates(key) && key.1 == STYLE => {}
                None => self.add(format!("{at} is gone")),
                Some(described) => self.parameter(&at, declared, described),
            }
        }
    }

    fn parameter(&mut self, at: &str, declared: &Param<'a>, described: &Param<'a>) {
        self.required(at, declared.required, described.required);
        let ours = Type::of(self.ours, &[declared.schema]);
        let theirs = Type::of(self.theirs, &[described.schema]);
        let is_structured =
            |it: &Type<'_>| it.kinds.contains(&Kind::List) || it.kinds.contains(&Kind::Object);
        if is_structured(&ours) && is_structured(&theirs) {
            self.differ(at, &declared.style, &described.style);
        }
        // Some documents describe a comma-separated list as the text that is sent.
        let is_text = theirs.kinds == BTreeSet::from([Kind::String]);
        if ours.kinds.contains(&Kind::List) && declared.style == "separated by commas" && is_text {
            return;
        }
        let schemas: (&[_], &[_]) = (&[declared.schema], &[described.schema]);
        self.schemas(at, schemas, Direction::Request, 0);
    }

    fn body(&mut self, ours: &Body<'a>, theirs: &Body<'a>) {
        self.required("the body", ours.required, theirs.required);
        let is_accepted = |media: &String| {
            let main = media.split('/').next().unwrap_or_default();
            let wildcard = format!("{main}/*");
            [media, &wildcard, "*/*"].into_iter().find_map(|it| theirs.content.get(it))
        };
        let common = ours
            .content
            .iter()
            .find_map(|(media, declared)| Some((*declared, *is_accepted(media)?)));
        let Some((declared, described)) = common else {
            let names = |body: &Body<'_>| {
                let names: Vec<_> = body.content.keys().map(|it| format!("`{it}`")).collect();
                if names.is_empty() { "nothing".to_owned() } else { names.join(" or ") }
            };
            return self.differ("content type", &names(ours), &names(theirs));
        };
        let schema = |of: &'a Value| of.get("schema").unwrap_or(&Value::Null);
        let schemas: (&[_], &[_]) = (&[schema(declared)], &[schema(described)]);
        self.whole("body", schemas, Direction::Request);
        self.encoding(declared, described);
    }

    /// Compares how the lists of a form are written.
    fn encoding(&mut self, declared: &'a Value, described: &'a Value) {
        let encoding = |of: &'a Value| of.get("encoding").and_then(Value::as_object);
        let names = [encoding(declared), encoding(described)].into_iter().flatten();
        let names: BTreeSet<&str> = names.flat_map(|it| it.keys()).map(String::as_str).collect();
        let style_in = |of, name| {
            let found = encoding(of).and_then(|it| it.get(name)).unwrap_or(&Value::Null);
            let is_styled = found.get("style").is_some() || found.get("explode").is_some();
            is_styled.then(|| style(found, true))
        };
        for name in names {
            let repeated = || "repeated".to_owned();
            let (ours, theirs) = (style_in(declared, name), style_in(described, name));
            let at = format!("body `{name}`");
            self.differ(&at, &ours.unwrap_or_else(repeated), &theirs.unwrap_or_else(repeated));
        }
    }

    fn response(&mut self, ours: &Response<'a>, theirs: &Response<'a>) {
        // The type of a response with any media type is only in the code.
        if ours.content.contains_key("*/*") {
            return;
        }
        let is_decoded = |media: &String| ours.content.keys().any(|it| is_decoded_alike(it, media));
        let has_body = |it: &Response<'_>| !it.content.is_empty();
        let is_alike = ours.is_redirect == theirs.is_redirect
            && has_body(ours) == has_body(theirs)
            && (!has_body(ours) || theirs.content.keys().any(is_decoded))
            && (!theirs.is_empty || ours.is_empty);
        // A document without any success agrees with a response without content.
        let is_silent = theirs.name() == "no success" && !has_body(ours) && !ours.is_redirect;
        if !is_alike && !is_silent {
            self.differ("response", &ours.name(), &theirs.name());
        }
        let declared: Vec<&Value> = ours.content.values().flatten().copied().collect();
        let described = theirs.content.iter().filter(|(media, _)| is_decoded(media));
        let described: Vec<&Value> = described.flat_map(|(_, it)| it).copied().collect();
        if !declared.is_empty() && !described.is_empty() {
            self.whole("response", (&declared, &described), Direction::Response);
        }
    }

    /// Compares a whole body. Unlike a field, it must be described.
    fn whole(&mut self, at: &str, schemas: (&[&'a Value], &[&'a Value]), direction: Direction) {
        let ours = Type::of(self.ours, schemas.0);
        let theirs = Type::of(self.theirs, schemas.1);
        if theirs.any && !self.theirs.unresolved.borrow().is_empty() {
            // The missing target is reported elsewhere.
            return;
        }
        if !ours.any && theirs.any {
            return self.differ(at, &ours.name(), &theirs.name());
        }
        let is_object = |it: &Type<'_>| it.kinds.contains(&Kind::Object);
        if is_object(&theirs) && !ours.fields.is_empty() && theirs.fields.is_empty() {
            return self.differ(at, "object with fields", "any object");
        }
        self.schemas(at, schemas, direction, 0);
    }

    /// Compares two values, and everything within them. If one side does not describe its value, nothing differs.
    fn schemas(
        &mut self,
        at: &str,
        (declared, described): (&[&'a Value], &[&'a Value]),
        direction: Direction,
        depth: usize,
    ) {
        let pointers = |document: &Document<'a>, of: &[&'a Value]| {
            of.iter().map(|it| std::ptr::from_ref(document.resolve(it))).collect::<Vec<_>>()
        };
        let ours = Type::of(self.ours, declared);
        let theirs = Type::of(self.theirs, described);
        if ours.any || theirs.any || depth > MAX_DEPTH {
            return;
        }
        self.types(at, &ours, &theirs, direction);
        if ours.kinds.contains(&Kind::List) && theirs.kinds.contains(&Kind::List) {
            let items: (&[_], &[_]) = (&ours.items, &theirs.items);
            self.schemas(&within(at, "[]"), items, direction, depth + 1);
        }
        let is_object = |it: &Type<'_>| it.kinds.contains(&Kind::Object);
        let pair = (pointers(self.ours, declared), pointers(self.theirs, described));
        if is_object(&ours) && is_object(&theirs) && self.seen.insert(pair) {
            self.fields(at, &ours, &theirs, direction, depth);
            if !ours.others.is_empty() && !theirs.others.is_empty() {
                let others: (&[_], &[_]) = (&ours.others, &theirs.others);
                self.schemas(&within(at, ".*"), others, direction, depth + 1);
            }
        }
    }

    fn types(&mut self, at: &str, ours: &Type<'a>, theirs: &Type<'a>, direction: Direction) {
        let (from, to) = match direction {
            Direction::Request => (ours, theirs),
            Direction::Response => (theirs, ours),
        };
        if !from.is_within(to) {
            return self.differ(at, &ours.name(), &theirs.name());
        }
        let are_dates_known = !from.dates.is_empty() && !to.dates.is_empty();
        if are_dates_known && !from.dates.is_subset(&to.dates) {
            let names = |of: &Type<'a>| of.dates.iter().copied().collect::<Vec<_>>().join(" or ");
            self.differ(at, &names(ours), &names(theirs));
        }
        // Models tolerate `null` in every field that a server may omit.
        if let (Some(declared), Some(described)) = (ours.nullable(), theirs.nullable())
            && (direction == Direction::Request || described)
        {
            let name = |is_nullable| if is_nullable { "nullable" } else { "never null" };
            self.differ(at, name(declared), name(described));
        }
        let (was, is) = (&ours.values, &theirs.values);
        for (what, values) in [("new", is.difference(was)), ("gone", was.difference(is))] {
            let values: Vec<&String> = values.collect();
            // A document without a list of values does not exclude any.
            if !values.is_empty() && !is.is_empty() {
                self.add(format!("{at}: {what} values: {}", listed(&values)));
            }
        }
    }

    fn fields(
        &mut self,
        at: &str,
        ours: &Type<'a>,
        theirs: &Type<'a>,
        direction: Direction,
        depth: usize,
    ) {
        // An object without described fields may contain anything.
        if ours.fields.is_empty() || theirs.fields.is_empty() {
            return;
        }
        let is_compared = |of: &Type<'a>, name: &str| {
            of.fields.get(name).is_some_and(|field| match direction {
                Direction::Request => !field.read_only,
                Direction::Response => !field.write_only,
            })
        };
        for name in theirs.fields.keys().filter(|name| is_compared(theirs, name)) {
            if !ours.fields.contains_key(name) {
                let is_required = direction == Direction::Request && theirs.required.contains(name);
                let and = if is_required { " and required" } else { "" };
                self.add(format!("{} is new{and}", within(at, name)));
            }
        }
        let is_known =
            |name: &&&str| ours.fields.contains_key(**name) || theirs.fields.contains_key(**name);
        if direction == Direction::Request {
            for name in theirs.required.iter().filter(|name| !is_known(name)) {
                self.add(format!("{} is new and required", within(at, name)));
            }
        }
        for (name, declared) in ours.fields.iter().filter(|(name, _)| is_compared(ours, name)) {
            let at = within(at, name);
            let described = theirs.fields.get(name);
            // A required field may have no description.
            let is_there = described.is_some() || theirs.required.contains(name);
            let is_excluded = described.is_some() && !is_compared(theirs, name);
            if !is_there || is_excluded {
                self.add(format!("{at} is gone"));
                continue;
            }
            let (was, is) = (ours.required.contains(name), theirs.required.contains(name));
            // Models tolerate that fields are missing.
            if direction == Direction::Request || was {
                self.required(&at, was, is);
            }
            if let Some(described) = described {
                self.schemas(&at, (&declared.schemas, &described.schemas), direction, depth + 1);
            }
        }
    }
}

/// Returns the location of a part: that of `name` in "response `data[]`" is "response `data[].name`".
fn within(at: &str, part: &str) -> String {
    match at.strip_suffix('`') {
        Some(path) if part.starts_with(['[', '.']) => format!("{path}{part}`"),
        Some(path) => format!("{path}.{part}`"),
        None => format!("{at} `{part}`"),
    }
}

fn scopes(of: &Facts<'_>) -> String {
    let name = |scopes: &BTreeSet<&str>| {
        scopes.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" and ")
    };
    let alternatives: Vec<String> = of.scopes.iter().map(name).collect();
    if alternatives.is_empty() { "none".to_owned() } else { alternatives.join(" or ") }
}

fn listed(values: &[&String]) -> String {
    let named = values.iter().take(MAX_VALUES).map(|value| format!("`{value}`"));
    let mut text = named.collect::<Vec<_>>().join(", ");
    if values.len() > MAX_VALUES {
        text += &format!(" and {} more", values.len() - MAX_VALUES);
    }
    text
}
