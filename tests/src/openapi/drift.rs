//! [`Drift`]: the differences between two documents.
//!
//! Only differences that a client notices count: operations; parameters and how their lists are written; content types;
//! fields of bodies and responses, at any depth; types, whether they are required, whether they may be `null`, and the
//! values of enums; scopes. Names of operations and of schemas, descriptions and statuses do not count. A slash at the end
//! of a path counts, unless the document has none at the end of any path.
//!
//! The server must accept each request, and the client must decode each response: a declaration may be more precise than the
//! document where it sends (an integer for a number), and less precise where it receives (`Option` for a field that is
//! never `null`). Of formats, only those of dates count: ids are strings. A field or parameter that one side describes
//! as anything is not compared.

mod compare;
mod facts;
mod types;

use std::{collections::BTreeSet, fmt};

use serde_json::Value;

use self::{compare::Comparison, facts::operations};
use super::document::Document;

/// The differences between a document and a later one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// One line each: `new: …` for an operation that only the later document has, `gone: …` for one that it lacks, and
    /// `different: …`.
    pub lines: Vec<String>,
}

impl Drift {
    /// Compares the declarations, as in our own document, with the document of a server.
    ///
    /// # Errors
    ///
    /// Returns an error if one of them is not an OpenAPI 3 document, or describes no paths.
    pub fn between(ours: &Value, theirs: &Value) -> Result<Self, String> {
        let (our_document, their_document) = (Document::new(ours), Document::new(theirs));
        let (ours, theirs) = (operations(&our_document)?, operations(&their_document)?);
        let mut drift = Self::default();
        // The route with the slash at its end added or removed.
        let other = |route: &str| {
            route.strip_suffix('/').map_or_else(|| format!("{route}/"), str::to_owned)
        };
        let is_renamed = |route: &str| {
            let (ours, theirs) =
                (ours.contains_key(&other(route)), theirs.contains_key(&other(route)));
            ours != theirs
        };
        // Some documents omit the slash everywhere.
        let omits_slashes = !theirs.keys().any(|route| route.ends_with('/'));
        for route in theirs.keys() {
            if !ours.contains_key(route) && !is_renamed(route) {
                drift.lines.push(format!("new: {route}"));
            }
        }
        for (route, declared) in &ours {
            let name = declared.name;
            let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
            let same = theirs.get(route);
            let renamed = || theirs.get(&other(route)).filter(|_| is_renamed(route));
            let Some(described) = same.or_else(renamed) else {
                drift.lines.push(format!("gone: {route}{name}"));
                continue;
            };
            if same.is_none() && !omits_slashes {
                let (declared, described) =
                    if route.ends_with('/') { ("with", "without") } else { ("without", "with") };
                drift.lines.push(format!(
                    "different: {route}{name}: path: declared {declared} a slash at its end, the document says {described} it"
                ));
            }
            let mut comparison = Comparison {
                ours: &our_document,
                theirs: &their_document,
                has_scopes: theirs.values().any(|it| !it.scopes.is_empty()),
                found: Vec::new(),
                seen: BTreeSet::new(),
            };
            comparison.operation(declared, described);
            let lines = comparison.found.into_iter();
            drift.lines.extend(lines.map(|it| format!("different: {route}{name}: {it}")));
        }
        Ok(drift)
    }

    /// Returns `true` if there are no differences.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
