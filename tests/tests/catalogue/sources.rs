//! Checks the documentation of the declarations, in their files.

use crate::{declared, declared_v2};

fn sources() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    declared::SOURCES.iter().chain(declared_v2::SOURCES)
}

#[test]
fn every_module_with_requests_begins_with_an_example_that_compiles() {
    let with_requests = sources().filter(|(_, text)| text.contains("\n#[endpoint("));
    let mut without: Vec<&str> = Vec::new();
    let mut modules = 0;
    for (module, text) in with_requests {
        modules += 1;
        // Those that run need the feature `testing`.
        const RUNS: &str = r#"#![cfg_attr(feature = "testing", doc = "```")]"#;
        let mut docs =
            text.lines().take_while(|line| line.starts_with("//!") || line.starts_with("#!["));
        // Examples that do not run are at least compiled; `ignore` and `text` are not.
        if !docs.any(|line| matches!(line, "//! ```" | "//! ```no_run" | RUNS)) {
            without.push(module);
        }
    }
    assert!(modules > 50, "{modules}");
    assert_eq!(without, [""; 0]);
}

#[test]
fn no_notes_of_a_draft_are_left() {
    let drafts: Vec<_> = sources()
        .flat_map(|(module, text)| text.lines().map(move |line| (*module, line.trim())))
        .filter(|(_, line)| {
            ["/// ~", "//! ~", "// NOTE:"].iter().any(|mark| line.starts_with(mark))
        })
        .collect();
    assert_eq!(drafts, []);
}
