//! Finds the paths in a source that name an item of its crate.

use super::tokens::{Token, tokens};

/// A module, as its path from the root of the crate, which itself is empty.
pub(super) type Module = Vec<String>;

/// A path into the crate.
#[derive(Debug)]
pub(super) struct Found {
    /// The module that contains it.
    pub(super) from: Module,
    pub(super) line: usize,
    /// The path from the root of the crate.
    pub(super) path: Vec<String>,
    /// `true` if it is written with `$crate`, in a macro that may expand in another crate.
    pub(super) in_macro: bool,
    /// `true` if it calls a macro.
    pub(super) calls_macro: bool,
}

/// The result for a source.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The modules with braces.
    pub(super) modules: Vec<Module>,
    pub(super) paths: Vec<Found>,
    /// The names that `use` imports into the source's own module, with their paths as written.
    pub(super) imports: Vec<(String, Vec<String>)>,
}

/// Reads the source of a module.
pub(super) fn read(module: &[String], text: &str) -> Source {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0 };
    let mut source = Source::default();
    // The module of the source and the inline modules around the current position, each with the depth of its braces.
    let mut modules = vec![(module.to_vec(), 0)];
    let mut depth = 0;
    while let Some(token) = reader.next() {
        let current = modules.last().map(|(module, _)| module.clone()).unwrap_or_default();
        match token.text {
            "{" => depth += 1,
            "}" => {
                modules.retain(|(_, opened)| *opened < depth);
                depth -= 1;
            }
            "mod" if reader.peek(1) == "{" => {
                let name = reader.peek(0).to_owned();
                let inner = [current, vec![name]].concat();
                source.modules.push(inner.clone());
                modules.push((inner, depth + 1));
            }
            "use" if depth == 0 => {
                // Paths that start with `crate` are read again.
                let leaves = Reader { ..reader }.leaves();
                source.imports.extend(leaves.into_iter().map(|leaf| (leaf.name, leaf.path)));
            }
            "crate" | "super" | "self" if reader.peek(0) == ":" && reader.peek(1) == ":" => {
                reader.at -= 1;
                let in_macro = reader.behind() == "$";
                for leaf in reader.leaves() {
                    source.paths.push(Found {
                        from: current.clone(),
                        line: leaf.line,
                        path: from_root(&current, leaf.path),
                        in_macro,
                        calls_macro: leaf.calls_macro,
                    });
                }
            }
            _ => {}
        }
    }
    source
}

/// Converts a path that starts with `crate`, `super` or `self` to one that starts at the root of the crate.
pub(super) fn from_root(module: &[String], path: Vec<String>) -> Vec<String> {
    let mut root = module.to_vec();
    let mut rest = path.into_iter().peekable();
    while let Some(word) = rest.next_if(|word| matches!(word.as_str(), "crate" | "super" | "self"))
    {
        match word.as_str() {
            "crate" => root.clear(),
            "super" => drop(root.pop()),
            _ => {}
        }
    }
    root.extend(rest);
    root
}

/// One path of a tree such as `crate::{a, b::{c as d}}`.
struct Leaf {
    path: Vec<String>,
    /// The name that a `use` gives to the path.
    name: String,
    line: usize,
    calls_macro: bool,
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.tokens.get(self.at).copied();
        self.at += 1;
        token
    }

    fn peek(&self, ahead: usize) -> &'a str {
        self.tokens.get(self.at + ahead).map_or("", |token| token.text)
    }

    fn behind(&self) -> &'a str {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or("", |token| token.text)
    }

    /// Consumes `::`.
    fn colons(&mut self) -> bool {
        let found = self.peek(0) == ":" && self.peek(1) == ":";
        self.at += if found { 2 } else { 0 };
        found
    }

    /// Consumes the path that starts here, or all paths of a tree.
    fn leaves(&mut self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.colons();
        self.tree(&[], &mut leaves);
        leaves
    }

    fn tree(&mut self, prefix: &[String], leaves: &mut Vec<Leaf>) {
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        let start = self.at;
        let mut path = prefix.to_vec();
        loop {
            match self.peek(0) {
                "{" => {
                    self.at += 1;
                    while !matches!(self.peek(0), "}" | "") {
                        self.tree(&path, leaves);
                        self.at += usize::from(self.peek(0) == ",");
                    }
                    self.at += 1;
                    return;
                }
                "*" => {
                    self.at += 1;
                    break;
                }
                // `{self}` imports the module before the braces.
                "self" if !path.is_empty() => {
                    self.at += 1;
                    break;
                }
                word if word.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                    path.push(word.to_owned());
                    self.at += 1;
                }
                // `<`, as in `crate::Type::<T>`.
                _ => break,
            }
            if !self.colons() {
                break;
            }
        }
        if self.at == start {
            // This is not a path, and must not be read again.
            self.at += 1;
            return;
        }
        let mut name = path.last().cloned().unwrap_or_default();
        let calls_macro = self.peek(0) == "!" && self.peek(1) != "=";
        // Not a cast, as in `<crate::Type as crate::Trait>`.
        if self.peek(0) == "as" && !matches!(self.peek(1), "crate" | "super" | "self") {
            name = self.peek(1).to_owned();
            self.at += 2;
        }
        leaves.push(Leaf { path, name, line, calls_macro });
    }
}

#[test]
fn paths_are_found_wherever_they_are_written() {
    let source = r#"
        use crate::{a, b::{self, c::D, e as f}, g::*};
        use super::{h::I, super::j};
        pub(crate) fn f(x: &crate::k::L<super::M>) -> crate::n::o::<u8>() {
            self.at == crate::p::q!(self::r::s)
        }
        mod tests { use super::*; mod inner { fn f() { super::super::t() } } use super::u; }
        macro_rules! m { () => { $crate::v::w!($crate::X) } }
        fn g() { <crate::y::Z as crate::z::A>::b() as u8 }
    "#;
    let module = ["top".to_owned(), "file".to_owned()];
    let source = read(&module, source);
    let found: Vec<_> = source
        .paths
        .iter()
        .map(|it| format!("{} {}: {}", it.line, it.from.join("::"), it.path.join("::")))
        .collect();
    let expected = [
        "2 top::file: a",
        "2 top::file: b",
        "2 top::file: b::c::D",
        "2 top::file: b::e",
        "2 top::file: g",
        "3 top::file: top::h::I",
        "3 top::file: j",
        "4 top::file: k::L",
        "4 top::file: top::M",
        "4 top::file: n::o",
        "5 top::file: p::q",
        "5 top::file: top::file::r::s",
        "7 top::file::tests: top::file",
        "7 top::file::tests::inner: top::file::t",
        "7 top::file::tests: top::file::u",
        "8 top::file: v::w",
        "8 top::file: X",
        "9 top::file: y::Z",
        "9 top::file: z::A",
    ];
    assert_eq!(found, expected);
    assert_eq!(source.modules.len(), 2);
    let names: Vec<_> = source.imports.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["a", "b", "D", "f", "g", "I", "j"]);
    let macros: Vec<_> = source.paths.iter().filter(|it| it.calls_macro).collect();
    assert_eq!(macros.iter().map(|it| it.in_macro).collect::<Vec<_>>(), [false, true]);
}
