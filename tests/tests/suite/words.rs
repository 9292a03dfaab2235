//! The words of the documentation, comments and messages: one term for one thing. The test fails with file and line if a
//! text uses another word than the glossary.
//!
//! To cover more files, add them or their folders to [`COVERED`]. To ban more words, add them to [`BANNED`].

mod texts;

use std::{
    fs,
    path::{Path, PathBuf},
};

use self::texts::{Text, texts};

/// The files and folders whose texts are checked, as paths below the root of the repository.
const COVERED: &[&str] = &[
    "plane-api/src/plane.rs",
    "plane-api/src/plane/client.rs",
    "plane-api/src/plane/dialect.rs",
    "plane-api/src/plane/ids.rs",
    "plane-api/src/plane/oauth.rs",
    "plane-api/src/plane/oauth",
    "plane-api/src/plane/reference.rs",
    "plane-api/src/plane/reference",
    "plane-api/src/plane/replies.rs",
    "plane-api/src/plane/sandbox.rs",
    "plane-api/src/plane/sandbox",
    "plane-api/src/plane/upload.rs",
    "plane-api/src/plane/upload",
    "plane-api/src/plane/v1.rs",
    "plane-api/src/plane/v1",
    "plane-api/src/plane/webhook.rs",
    "plane-api/src/plane/webhook",
    "plane-macros/src",
];

/// Words and phrases separated by commas, and the term to use instead.
const BANNED: &[(&str, &str)] = &[
    ("answer, answers, answered, answering, what comes back", "response, responds"),
    ("refuse, refuses, refused, refusing, refusal, refusals", "reject, rejected, invalid"),
    ("sent again, send it again, sends it again", "retry, retried"),
    ("walk, walks, walked, walking, way along", "pagination, paginate"),
    ("left out, leave out, leaves out, leaving out", "optional, omitted"),
    ("insist, insists, insisted", "required"),
    ("take away, takes away, taken away, took away", "clear, remove"),
    ("not known, does not know, do not know, knows of, know of", "unknown"),
    ("who it is", "credentials"),
    ("looks on, who listens, nobody listens", "interceptor, subscriber"),
    ("time to go", "wait, delay, backoff"),
    ("pace, slot, slots", "rate limit"),
    ("what stands, stands in", "location, path parameter"),
    ("what sets", "method, setter"),
    ("server of your own, servers of your own, server of one's own", "self-hosted server"),
    ("stand-in, stand-ins", "mock, fake, stub, recording"),
    ("what is in it", "item, entry"),
    ("kind of, kinds of", "type"),
    ("own words", "enum value, string"),
    ("rooms, wings", "modules, layers"),
];

/// Phrases that are right although they contain a banned word.
const ALLOWED: &[&str] = &["connection refused"];

/// Words that no paragraph of documentation begins with, because its subject has no noun. Headings may be questions.
const BEGINNINGS: &[&str] = &["who", "whoever", "what", "whatever", "where"];

#[test]
fn texts_use_the_terms_of_the_glossary() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut problems = Vec::new();
    let mut checked = 0;
    for covered in COVERED {
        for path in files(&root.join(covered)) {
            let source = fs::read_to_string(&path).unwrap();
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            checked += 1;
            problems.extend(check(&source).into_iter().map(|it| format!("{name}:{it}")));
        }
    }
    assert!(checked > 100, "{checked} files were found");
    assert!(problems.is_empty(), "see the glossary in words.rs:\n{}", problems.join("\n"));
}

/// Returns the file itself, or the Rust sources of a folder and its folders.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut found: Vec<_> = entries.flat_map(|entry| files(&entry.unwrap().path())).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    found.sort();
    found
}

/// Returns the problems of a source, each as its line and a description.
fn check(source: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for text in texts(source) {
        let words = words(&text);
        for (phrases, instead) in BANNED {
            for phrase in phrases.split(", ") {
                for (at, line) in occurrences(&words, phrase) {
                    if !is_allowed(&words, at) {
                        problems.push(format!("{line}: `{phrase}`; use: {instead}"));
                    }
                }
            }
        }
        if let Some((first, line)) = words.first()
            && text.is_documentation
            && !text.lines[0].1.starts_with('#')
            && BEGINNINGS.contains(&first.as_str())
        {
            problems.push(format!("{line}: begins with `{first}`; name the subject"));
        }
    }
    problems
}

/// Returns the words of a text in lower case, with their lines. Code spans and the targets of links are not words.
fn words(text: &Text) -> Vec<(String, usize)> {
    let (mut words, mut is_code, mut is_target) = (Vec::new(), false, false);
    for (line, content) in &text.lines {
        let mut word = String::new();
        let mut last = ' ';
        for c in content.chars().chain([' ']) {
            match c {
                '`' => is_code = !is_code,
                '(' if last == ']' => is_target = true,
                ')' => is_target = false,
                _ => {}
            }
            if c.is_alphanumeric() || (matches!(c, '\'' | '-') && !word.is_empty()) {
                word.extend(c.to_lowercase());
            } else if !word.is_empty() {
                words.push((std::mem::take(&mut word), *line));
            }
            if is_code || is_target {
                word.clear();
            }
            last = c;
        }
    }
    words
}

/// Returns the positions at which the words contain a phrase, and their lines.
fn occurrences(words: &[(String, usize)], phrase: &str) -> Vec<(usize, usize)> {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let windows = words.windows(phrase.len()).enumerate();
    let found = windows.filter(|(_, window)| window.iter().map(|(word, _)| word).eq(&phrase));
    found.map(|(at, window)| (at, window[0].1)).collect()
}

fn is_allowed(words: &[(String, usize)], at: usize) -> bool {
    ALLOWED.iter().any(|phrase| {
        let length = phrase.split(' ').count();
        occurrences(words, phrase).iter().any(|(start, _)| (*start..start + length).contains(&at))
    })
}

#[test]
fn a_banned_word_is_found_in_its_line() {
    let source = "//! Front page.\n\n/// Fields may be left\n/// out. See [here](refused).\nfn answer() {\n    \
                  // The server refuses it.\n    fail(\"the server's answer \\\n        is empty\", \"answer\", 'a');\n}\n";
    assert_eq!(
        check(source),
        [
            "3: `left out`; use: optional, omitted",
            "6: `refuses`; use: reject, rejected, invalid",
            "7: `answer`; use: response, responds",
        ]
    );
    assert_eq!(
        check("/// What comes first.\n///\n/// Where it is.\n// What a comment says.\n"),
        ["1: begins with `what`; name the subject", "3: begins with `where`; name the subject"]
    );
    assert_eq!(check("/// - A list.\n/// - Who reads it.\n").len(), 1);
}

#[test]
fn code_and_exceptions_are_no_alarm() {
    for source in [
        "/// Calls `answer()`, see [`Answer`](crate::answer).\n",
        "/// ```\n/// let answer = 1; // refused\n/// ```\n",
        "/// Returns the error `connection refused` of TCP: connection refused.\n",
        "let answer = kind(of, r#\"{\"answer\": \"the answer\"}\"#);\n",
        "let (answer, refused) = (b' ', '\"'); // The end.\n",
        "#[cfg(test)]\nmod tests {\n    // What is refused.\n    const TEXT: &str = \"the answer is\";\n}\n",
        "/// Sets the port; the walker's wing-room is omitted.\n",
    ] {
        assert_eq!(check(source), [""; 0], "{source}");
    }
}
