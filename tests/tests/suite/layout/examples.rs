//! The examples of the documentation: which of them run, and which are only compiled.

use super::tokens::{Token, tokens};

/// The comment of an example that is deliberately not called, with a reason behind it.
const COMPILED_ONLY: &str = "// compiled only: ";

/// An example in the documentation that is compiled.
pub(super) struct Example {
    /// The line of its fence, from 1.
    pub(super) line: usize,
    /// The line above its fence.
    above: String,
    /// The words after its fence.
    words: String,
    /// Its code, including the hidden lines.
    code: String,
}

impl Example {
    /// Returns what is wrong with an example that does not run without giving a reason.
    pub(super) fn problem(&self) -> Option<String> {
        if self.words.contains("no_run") || self.words.contains("ignore") {
            let is_explained = self.above.starts_with("// `no_run`: ");
            return (!is_explained).then(|| format!("the example is `{}`", self.words));
        }
        let is_explained = self.code.lines().any(|line| {
            line.trim().strip_prefix(COMPILED_ONLY).is_some_and(|reason| !reason.is_empty())
        });
        let uncalled = if is_explained { None } else { uncalled(&self.code) };
        uncalled.map(|name| format!("nothing calls `{name}`"))
    }
}

/// Returns the Rust examples of a file: those in the comments of a source, or those of a page in Markdown.
pub(super) fn examples(file: &str, text: &str) -> Vec<Example> {
    let is_source = file.ends_with(".rs");
    let mut found = Vec::new();
    let mut open: Option<(Example, bool)> = None;
    let mut above = "";
    for (index, line) in text.lines().enumerate() {
        let trimmed = line.trim_start();
        let documentation = if is_source { documentation(trimmed) } else { Some(line) };
        let Some(documentation) = documentation else {
            above = trimmed;
            continue;
        };
        match (&mut open, documentation.trim_start().strip_prefix("```")) {
            (None, Some(words)) => {
                let words = words.trim_end_matches("\")]").to_owned();
                let example = Example {
                    line: index + 1,
                    above: above.to_owned(),
                    words,
                    code: String::new(),
                };
                let is_rust = example
                    .words
                    .split([',', ' '])
                    .all(|word| matches!(word, "" | "rust" | "no_run" | "ignore" | "should_panic"));
                open = Some((example, is_rust));
            }
            // The other half of a pair: the same example without a feature.
            (Some(_), Some("ignore\")]")) => {}
            (Some(_), Some(_)) => {
                found.extend(
                    open.take().filter(|(_, is_rust)| *is_rust).map(|(example, _)| example),
                );
            }
            (Some((example, _)), None) => {
                let line = documentation.trim_start();
                let hidden = line
                    .strip_prefix("# ")
                    .or(line.strip_prefix('#').filter(|rest| rest.is_empty()));
                example.code.push_str(hidden.unwrap_or(documentation));
                example.code.push('\n');
            }
            (None, None) => {}
        }
        above = trimmed;
    }
    found
}

/// Returns the documentation in a line of a source: a comment, or the fence in an attribute that depends on a feature.
fn documentation(line: &str) -> Option<&str> {
    let comment = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
    let attribute = || {
        Some(line)
            .filter(|line| line.contains("cfg_attr("))
            .and_then(|line| line.find("```").map(|at| &line[at..]))
    };
    comment.map(|comment| comment.strip_prefix(' ').unwrap_or(comment)).or_else(attribute)
}

/// A function of an example that is not a method.
struct Function<'a> {
    name: &'a str,
    /// The tokens of its signature and body.
    range: std::ops::Range<usize>,
}

/// Returns the name of a function, closure or future that an example declares and never uses.
fn uncalled(code: &str) -> Option<String> {
    let tokens = tokens(code);
    let functions = functions(&tokens);
    // The innermost function around a token.
    let owner = |at: usize| {
        let around =
            functions.iter().enumerate().filter(|(_, function)| function.range.contains(&at));
        around.min_by_key(|(_, function)| function.range.len()).map(|(index, _)| index)
    };
    let mut used: Vec<bool> = functions.iter().map(|function| function.name == "main").collect();
    // Attributes name functions in strings: `serialize_with = "cents"`.
    let in_string = |name: &str| code.contains(&format!("\"{name}\""));
    loop {
        let newly = functions.iter().enumerate().find(|(index, function)| {
            let is_named = |at: usize, token: &Token<'_>| {
                token.text == function.name
                    && at.checked_sub(1).is_none_or(|before| tokens[before].text != "fn")
                    && owner(at).is_none_or(|owner| used[owner])
            };
            !used[*index]
                && (in_string(function.name)
                    || tokens.iter().enumerate().any(|(at, token)| is_named(at, token)))
        });
        let Some((index, _)) = newly else { break };
        used[index] = true;
    }
    let function =
        functions.iter().zip(&used).find(|(_, used)| !**used).map(|(function, _)| function.name);
    function.or_else(|| unused_value(&tokens)).map(str::to_owned)
}

/// Returns the functions of an example outside `impl` and `trait`.
fn functions<'a>(tokens: &[Token<'a>]) -> Vec<Function<'a>> {
    let mut functions: Vec<Function<'a>> = Vec::new();
    // For each open brace, the function that it is the body of, and whether it begins an `impl` or a trait.
    let mut open: Vec<(Option<usize>, bool)> = Vec::new();
    let (mut signature, mut is_type) = (None, false);
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "fn" if !open.iter().any(|(_, is_type)| *is_type) => {
                if let Some(name) = tokens.get(at + 1).filter(|name| name.text != "(") {
                    signature = Some(functions.len());
                    functions.push(Function { name: name.text, range: at..tokens.len() });
                }
            }
            // Not `impl` in a signature.
            "impl" | "trait" if signature.is_none() => is_type = true,
            "{" => open.push((signature.take(), std::mem::take(&mut is_type))),
            "}" => {
                if let Some((Some(function), _)) = open.pop() {
                    functions[function].range.end = at + 1;
                }
            }
            _ => {}
        }
    }
    functions
}

/// Returns the name of a closure or future that an example binds and never uses.
fn unused_value<'a>(tokens: &[Token<'a>]) -> Option<&'a str> {
    tokens.windows(5).enumerate().find_map(|(at, window)| {
        let texts = [0, 1, 2, 3, 4].map(|index| window[index].text);
        let (["let", name, "=", "move", start] | ["let", name, "=", start, _]) = texts else {
            return None;
        };
        let is_used = tokens[at + 2..].iter().any(|token| token.text == name);
        (matches!(start, "async" | "|") && !is_used).then_some(name)
    })
}

#[test]
fn what_nothing_calls_is_found() {
    let uncalled_in = |code: &str| uncalled(code).unwrap_or_default();
    for (code, expected) in [
        ("let x = 1;", ""),
        ("fn example() {}", "example"),
        ("async fn example(client: &Client) -> impl Future { 1 }\n", "example"),
        ("fn example() {}\nexample();", ""),
        ("fn main() {\nfn example() {}\n}", "example"),
        ("fn main() {\nfn example() {}\nexample();\n}", ""),
        ("fn a() { b() }\nfn b() { a() }", "a"),
        ("fn a() { a() }", "a"),
        ("fn a() { b() }\nfn b() {}\nfn main() { a() }", ""),
        ("impl X {\nfn method() {}\n}\ntrait Y {\nfn method();\n}", ""),
        ("impl X { fn method() { helper() } }\nfn helper(_: impl Y) {}", ""),
        ("#[serde(with = \"cents\")]\nstruct Pay;\nfn cents() {}", ""),
        ("// example()\nfn example() {}", "example"),
        ("let call = async { 1 };", "call"),
        ("let call = async { 1 };\nrun(call);", ""),
        ("let _ = async { 1 };", "_"),
        ("let call = move |x| x;", "call"),
        ("let call: fn() = || 1;", ""),
    ] {
        assert_eq!(uncalled_in(code), expected, "{code}");
    }
}

#[test]
fn examples_are_read_with_their_hidden_lines() {
    let source = "
//! ```sh
//! run
//! ```
// `no_run`: needs a server.
//! ```no_run
//! example();
//! ```
/// ```
/// # fn example() {
/// #[attribute]
/// visible();
/// # }
/// ```
    #[cfg_attr(feature = \"testing\", doc = \"```\")]
    #[cfg_attr(not(feature = \"testing\"), doc = \"```ignore\")]
    /// # // compiled only: it needs a printer.
    /// # fn example() {}
    /// ```
/// ```ignore
/// ```
";
    let found = examples("lib.rs", source);
    let problems: Vec<_> = found.iter().map(|example| (example.line, example.problem())).collect();
    assert_eq!(
        problems,
        [
            (6, None),
            (9, Some("nothing calls `example`".to_owned())),
            (15, None),
            (20, Some("the example is `ignore`".to_owned())),
        ]
    );
    assert_eq!(found[1].code, "fn example() {\n#[attribute]\nvisible();\n}\n");
    let page = examples("page.md", "```\n# fn example() {}\n```\n");
    assert_eq!(page[0].problem().as_deref(), Some("nothing calls `example`"));
}
