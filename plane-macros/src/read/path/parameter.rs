//! Reads the parameters of a path, and finds their names.

use std::ops::Range;

use super::{
    Context, Param, Part,
    names::{self, Guess, is_word},
    reader::{OTHER_STYLE, Reader},
};

impl Reader<'_> {
    /// Reads a parameter in the brackets of another language or framework.
    pub(super) fn bracketed(&mut self, spot: Range<usize>, open: &str, close: &str) {
        let text = &self.path[spot.clone()];
        let inner = &text[open.len()..];
        let is_closed = inner.ends_with(close);
        let inner = inner.strip_suffix(close).unwrap_or(inner);
        let inner = if open == ">" { inner } else { inner.split('>').next().unwrap_or(inner) };
        if !is_closed
            && inner.is_empty()
            && matches!(self.template.parts.last(), Some(Part::Param(_)))
        {
            return self.fixed(spot, format!("`{open}` is not closed"), "");
        }
        // RFC 6570: a query, a segment, a suffix.
        if open == "{" && inner.starts_with(['?', '&']) {
            let note = self.query_note();
            return self.noted(spot, "the query in a path is constant", "", note);
        }
        let is_first = self.path[..spot.start].ends_with('/');
        let before = match inner.get(..1) {
            Some("/") if open == "{" && !is_first => "/",
            Some(".") if open == "{" && !inner.starts_with("..") => ".",
            _ => "",
        };
        let mut guess = names::guess(inner);
        guess.several |= open == "[[...";
        if !before.is_empty() {
            self.text(before);
        }
        let note = self.type_note(inner, &guess);
        let instead = self.add(spot.clone(), guess);
        self.noted(spot, OTHER_STYLE, &format!("{before}{instead}"), note);
    }

    /// Reads `<name>` or `<name..>`.
    pub(super) fn param(&mut self, spot: Range<usize>) {
        let text = &self.path[spot.clone()];
        let Some(inner) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
            let rest = &text[1..];
            let length = rest.find(|c| !is_word(c) && c != '.').unwrap_or(rest.len());
            let guess = names::guess(&rest[..length]);
            let instead = self.add(spot.clone(), guess);
            self.edits.push((spot.start..spot.start + 1 + length, instead));
            return self.wrong(spot, "`<` is not closed", "");
        };
        let (name, several) = match inner.strip_suffix("..") {
            Some(name) => (name, true),
            None => (inner, false),
        };
        let Some(message) = names::check(name) else {
            let guess = Guess { name: Some(name.to_owned()), several, words: Vec::new() };
            let instead = self.add(spot.clone(), guess);
            if several && self.context.routes_decoded {
                let message =
                    "this server decodes a path before it routes, so no value may contain a slash";
                self.fixed(spot, message, &instead);
            }
            return;
        };
        let guess = names::guess(inner);
        let note = self.type_note(inner, &guess);
        let instead = self.add(spot.clone(), guess);
        self.noted(spot, message, &instead, note);
    }

    /// Returns the advice about a parameter that is written with the type of a number.
    fn type_note(&self, inner: &str, guess: &Guess) -> String {
        let name = guess.name.as_deref().unwrap_or_default();
        let is_declared = self.context.fields.contains(&name);
        let ty = names::number_type(inner).filter(|_| !is_declared && !name.is_empty());
        let note = ty.map(|ty| {
            format!("; `{name}` is a `String`, unless the struct declares `pub {name}: {ty}`")
        });
        note.unwrap_or_default()
    }

    /// Reads a parameter in the syntax of another language or framework.
    pub(super) fn other_style(&mut self, spot: Range<usize>, guess: Guess) {
        let instead = self.add(spot.clone(), guess);
        self.fixed(spot, OTHER_STYLE, &instead);
    }

    /// Adds a parameter, and returns its correct form.
    pub(super) fn add(&mut self, spot: Range<usize>, guess: Guess) -> String {
        let dots = if guess.several && !self.context.routes_decoded { ".." } else { "" };
        let before = &self.path[..spot.start];
        let (name, dots) = match &guess.name {
            Some(name) => match self.names_in(name, &guess) {
                Some(names) => return self.separate(&names, spot, guess.several),
                None => (name.clone(), dots),
            },
            None => self.unnamed(before, dots),
        };
        let is_end = |c: &str| c.is_empty() || c.starts_with(['/', '\\', '?']);
        let alone = before.ends_with(['/', '\\']) && is_end(&self.path[spot.end..]);
        let is_repeated = |name: &str| self.template.params().any(|param| param.name == name);
        let is_written = self.path[spot.clone()] == *format!("<{name}{dots}>");
        // A correction brings up no other mistake.
        let is_method = !is_written && names::is_method(&name);
        let name = if is_method { format!("{name}_id") } else { name };
        let own = names::qualified(before, &name).into_iter();
        let own = own.chain((2..).map(|number| format!("{name}_{number}")));
        let own = std::iter::once(name.clone()).chain(own).find(|own| !is_repeated(own));
        let own = own.unwrap_or_else(|| name.clone());
        let instead = format!("<{own}{dots}>");
        if own != name {
            self.set_unclear();
            // A parameter in another style is corrected as a whole.
            if is_written {
                let message =
                    format!("path parameter `{name}` is repeated; give each its own name");
                self.fixed(spot.clone(), message, &instead);
            }
        }
        let param = Param { name: own, several: guess.several, alone, spot };
        self.template.parts.push(Part::Param(param));
        instead
    }

    /// Returns the fields that are meant by a text of several words that is not itself a field: `<id-name>`, `<a,b>`.
    fn names_in(&mut self, name: &str, guess: &Guess) -> Option<Vec<String>> {
        let Context { fields, free, .. } = self.context;
        if guess.words.len() < 2 || fields.contains(&name) {
            return None;
        }
        let mut meant = guess.words.clone();
        // In `<user.id>`, the first word may be a field of the body.
        let is_owned = self.context.has_body && self.path.contains(&guess.words.join("."));
        meant.drain(..usize::from(is_owned));
        meant.retain(|word| free.contains(&&**word));
        let is_list = [",", ", "].iter().any(|sign| self.path.contains(&guess.words.join(sign)));
        if !is_list && fields.is_empty() {
            return None;
        }
        // Callers may pass each of them.
        self.set_unclear();
        match meant.len() {
            0 if is_list => Some(guess.words.clone()),
            0 => None,
            _ => Some(meant),
        }
    }

    /// Adds parameters with commas between them.
    fn separate(&mut self, names: &[String], spot: Range<usize>, several: bool) -> String {
        let mut written = Vec::new();
        for name in names {
            if !written.is_empty() {
                self.text(",");
            }
            let several = several && names.len() == 1;
            let guess = Guess { name: Some(name.clone()), several, ..Guess::default() };
            written.push(self.add(spot.clone(), guess));
        }
        written.join(",")
    }

    /// Returns the name of a parameter without a name: that of the field for it. Otherwise, the name is unknown.
    fn unnamed(&mut self, before: &str, dots: &'static str) -> (String, &'static str) {
        let Context { fields, free, has_body, is_marked, .. } = self.context;
        let is_free = |name: &&str| !self.params().any(|param| param.name == *name);
        let free = free.iter().copied().filter(is_free);
        let sure: Vec<&str> = free.filter(|name| names::is_id_of(before, name)).collect();
        if let [field] = sure[..] {
            return (field.to_owned(), "");
        }
        let field = self.unnamed.iter().copied().find(is_free);
        self.unnamed_count += 1;
        if let Some(field) = field.filter(|_| is_marked) {
            return (field.to_owned(), "");
        }
        self.set_unclear();
        // A field of a body may be meant as such.
        if let Some(field) = field.filter(|_| !has_body) {
            return (field.to_owned(), if names::is_id(field) { "" } else { dots });
        }
        let likely = if dots.is_empty() { "id" } else { "path" };
        let own = names::qualified(before, likely);
        let mut likely = [likely.to_owned()].into_iter().chain(own).chain(["key".to_owned()]);
        let name = likely.find(|name| !fields.contains(&&**name));
        (name.unwrap_or_else(|| "value".to_owned()), dots)
    }
}
