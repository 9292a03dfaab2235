//! One case per mistake: `ui/<topic>/<sentence>.rs` and the compiler's output.

use std::{env, fs, io, path::PathBuf, process::Command};

/// trybuild first checks the dependencies, then the cases with one more compiler flag. Different flags make Cargo check every
/// dependency twice, so this test runs itself again with the final flags in a variable that Cargo prefers to trybuild's flags.
#[test]
fn mistakes_are_explained() {
    const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";
    const FLAGS: &str = "--cfg\x1ftrybuild\x1f--verbose\x1f-Adead_code\x1f--diagnostic-width=140";
    if env::var(VARIABLE).is_ok_and(|flags| flags == FLAGS) {
        trybuild::TestCases::new().compile_fail("ui/*/*.rs");
        return;
    }
    let chosen = env::args().filter(|arg| arg.starts_with("trybuild="));
    let status = Command::new(env::current_exe().unwrap())
        .args(["mistakes_are_explained", "--exact"])
        .args(chosen)
        .env(VARIABLE, FLAGS)
        .status();
    assert!(status.unwrap().success());
}

/// Correct declarations, with the default features: the test `language` compiles them with all features.
#[test]
fn unusual_declarations_are_accepted() {
    trybuild::TestCases::new().pass("tests/language/unusual_*.rs");
}

/// The cases of a topic.
fn cases(topic: &str) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(format!("ui/{topic}"))? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    Ok(paths)
}

/// Every case about a declaration also uses it: constructs it, sets its fields and sends it. The expected output
/// contains no errors about these uses, so code that uses a broken declaration compiles.
#[test]
fn every_declaration_is_used() {
    const TOPICS: [&str; 4] = ["attribute", "field", "path", "response"];
    for case in TOPICS.into_iter().flat_map(|topic| cases(topic).unwrap()) {
        let source = fs::read_to_string(&case).unwrap();
        let uses = source.contains("Request::new(") && source.contains(".send(client)");
        assert!(uses, "{} does not use what it declares", case.display());
    }
}

/// A case has one error and no warning, or as many errors as its name says.
#[test]
fn every_mistake_is_reported_once() {
    const TOPICS: [&str; 8] =
        ["attribute", "call", "enum", "field", "item", "path", "response", "scope"];
    for case in TOPICS.into_iter().flat_map(|topic| cases(topic).unwrap()) {
        let name = case.file_stem().unwrap().to_string_lossy().into_owned();
        let number = |word: &str| name.contains(&format!("has_{word}_mistakes"));
        let mistakes = match ["two", "three", "five", "six"].into_iter().find(|word| number(word)) {
            Some("two") => 2,
            Some("three") => 3,
            Some("five") => 5,
            Some(_) => 6,
            None => 1,
        };
        let output = fs::read_to_string(case.with_extension("stderr")).unwrap();
        let starts = |start: &str| output.lines().filter(|line| line.starts_with(start)).count();
        assert_eq!((starts("error"), starts("warning")), (mistakes, 0), "{}", case.display());
    }
}

/// A case shows one mistake and little else.
#[test]
fn every_case_has_at_most_twenty_lines() {
    for topic in fs::read_dir("ui").unwrap().map(Result::unwrap) {
        if topic.path().is_file() {
            continue;
        }
        for case in cases(&topic.file_name().into_string().unwrap()).unwrap() {
            let lines = fs::read_to_string(&case).unwrap().lines().count();
            assert!(lines <= 20, "{} has {lines} lines", case.display());
        }
    }
}
