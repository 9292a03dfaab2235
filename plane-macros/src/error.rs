//! [`Errors`]: every mistake of one struct, each reported once and all of them together.

use std::fmt::Display;

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Lit, Path};

use crate::tokens::of_crate;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors {
    reports: Vec<syn::Error>,
    /// The fields whose types are not written as they are read, and the reports of their syntax.
    misread: Vec<(Ident, Option<syn::Error>)>,
    /// The path of the runtime, if the user's crate has another one than `plane_api`.
    krate: Option<String>,
}

impl Errors {
    /// Reports a mistake in these tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports a mistake in these tokens, unless it is already reported: one correction serves all of them.
    pub(crate) fn once(&mut self, tokens: impl ToTokens, message: String) {
        if !self.reports.iter().any(|error| error.to_string() == message) {
            self.at(tokens, message);
        }
    }

    /// Reports a mistake at a span.
    pub(crate) fn span(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Reports an error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.reports.push(error);
    }

    /// Adds advice to the last report, which is about these tokens.
    pub(crate) fn add_to_last(&mut self, tokens: impl ToTokens, advice: &str) {
        if let Some(last) = self.reports.pop() {
            self.at(tokens, format!("{last}{advice}"));
        }
    }

    /// Notes a field whose type is not written as it is read. Without a report, the compiler has reported it.
    pub(crate) fn note_misread(&mut self, field: &Ident, report: Option<syn::Error>) {
        self.misread.push((field.clone(), report));
    }

    /// Returns `Some` if the type of a field is not written as it is read, and its report, unless the compiler has reported it.
    pub(crate) fn misread(&self, field: &Ident) -> Option<Option<syn::Error>> {
        let mut notes = self.misread.iter().filter(|(name, _)| name == field);
        let (_, first) = notes.next()?;
        let by_rustc = notes.any(|(_, report)| report.is_none());
        Some(first.clone().filter(|_| !by_rustc))
    }

    /// Returns `true` if there are no mistakes, neither reported here nor by the compiler.
    pub(crate) const fn is_empty(&self) -> bool {
        self.reports.is_empty() && self.misread.is_empty()
    }

    /// Returns the number of mistakes so far. If two counts are equal, the steps between them found no mistakes.
    pub(crate) const fn count(&self) -> usize {
        self.reports.len()
    }

    /// Returns the message of the first mistake.
    pub(crate) fn first(&self) -> Option<String> {
        self.reports.first().map(ToString::to_string)
    }

    /// Returns `true` if a report behind the first ones contains this text.
    pub(crate) fn contain(&self, before: usize, text: &str) -> bool {
        self.reports.iter().skip(before).any(|report| report.to_string().contains(text))
    }

    /// Removes all mistakes but the first ones.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.reports.truncate(count);
    }

    /// Sets the path of the runtime in the code to write.
    pub(crate) fn set_crate(&mut self, krate: &Path) {
        self.krate = Some(of_crate(krate, ""));
    }

    /// Returns a report as an item.
    fn item(&self, report: &syn::Error) -> TokenStream {
        let item = report.to_compile_error();
        match &self.krate {
            Some(krate) => with_crate(item, krate),
            None => item,
        }
    }

    /// Removes one report, and returns it as a type.
    pub(crate) fn take_as_type(&mut self) -> Option<Report> {
        if self.reports.is_empty() {
            return None;
        }
        let report = self.reports.remove(0);
        let report = self.item(&report);
        Some(Report { ty: quote!([(); #report]), item: report })
    }

    /// Returns the remaining reports, as items.
    pub(crate) fn finish(self) -> TokenStream {
        self.reports.iter().map(|report| self.item(report)).collect()
    }
}

/// Returns a report with this path in its text, in place of the crate's own.
fn with_crate(report: TokenStream, krate: &str) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Group(group) => {
            let mut replaced = Group::new(group.delimiter(), with_crate(group.stream(), krate));
            replaced.set_span(group.span());
            replaced.into()
        }
        TokenTree::Literal(literal) => {
            let Lit::Str(text) = Lit::new(literal.clone()) else { return literal.into() };
            // A longer path is written by the user.
            let mut replaced = String::new();
            for part in text.value().split_inclusive("plane_api::") {
                match part.strip_suffix("plane_api::") {
                    Some(before) if !before.ends_with([':', '_']) => {
                        replaced.extend([before, krate]);
                    }
                    _ => replaced += part,
                }
            }
            let mut replaced = Literal::string(&replaced);
            replaced.set_span(literal.span());
            replaced.into()
        }
        token => token,
    };
    report.into_iter().map(replace).collect()
}

/// A mistake that is reported as a type: an array whose length is the report. rustc reports the length, and no other
/// errors about values of that type. (In the position of the type itself, `compile_error!` would expand to `()`.)
pub(crate) struct Report {
    ty: TokenStream,
    item: TokenStream,
}

impl Report {
    /// Returns the report as a type, for rustc.
    pub(crate) const fn as_type(&self) -> &TokenStream {
        &self.ty
    }

    /// Returns the report as an item, for rust-analyzer only, which does not evaluate the length of an array.
    /// rust-analyzer sets the `cfg` of Miri, which the compiler knows, unlike rust-analyzer's own.
    pub(crate) fn for_editors(self) -> TokenStream {
        let item = self.item;
        quote!(#[cfg(miri)] #item)
    }
}

/// Returns a help line with the nearest candidate, or nothing.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    nearest(word, candidates)
        .map_or_else(String::new, |near| format!("\nhelp: did you mean `{near}`?"))
}

/// Returns the candidate that differs from the name by at most a typing error: one edit in four characters.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let close =
        |&(near, edits): &(&str, usize)| edits <= near.len().max(word.len()).div_ceil(4).min(3);
    candidates
        .into_iter()
        .map(|near| (near, edits(word, near)))
        .filter(close)
        .min_by_key(|&(_, n)| n)
        .map(|it| it.0)
}

/// Returns the number of insertions, deletions, replacements and swaps of neighbours that turn one name into the other.
fn edits(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let kept = rows[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut best = kept.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};

    #[test]
    fn near_misses_are_found() {
        assert_eq!(edits("customer_id", "costumer_id"), 2);
        assert_eq!(edits("PTACH", "PATCH"), 1);
        assert_eq!(nearest("PTACH", ["GET", "PATCH"]), Some("PATCH"));
        assert_eq!(nearest("jsn", ["json", "query"]), Some("json"));
        assert_eq!(nearest("name", ["workspace_slug"]), None);
    }
}
