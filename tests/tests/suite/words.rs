//! The words of the documentation, comments and messages: one term for one thing. The test fails with file and line if a
//! text uses another word than the glossary.
//!
//! To cover more files, add them or their folders to [`COVERED`]. To ban more words, add them to [`BANNED`].

mod texts;

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use self::texts::{Text, texts};

/// The files and folders whose texts are checked, as paths below the root of the repository.
const COVERED: &[&str] = &[
    "plane-api/src",
    "plane-macros/src",
    "tests",
    "examples",
    "benches",
    "fuzz",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "BENCHMARKS.md",
];

/// Files that contain the banned words as data.
const EXEMPT: &[&str] = &["tests/tests/suite/words.rs"];

/// Words and phrases separated by commas, and the term to use instead.
const BANNED: &[(&str, &str)] = &[
    ("answer, answers, answered, answering, what comes back, came back", "response, responds"),
    ("refuse, refuses, refused, refusing, refusal, refusals", "reject, rejected, invalid"),
    (
        "sent again, send it again, sends it again, request is repeated, requests are repeated, repeats the request, \
         a sending, each sending, one sending, sendings",
        "retry, retried, attempt",
    ),
    ("walk, walks, walked, walking, way along", "pagination, paginate"),
    (
        "own words, an enum's word, unknown word, unknown words, new word",
        "enum value, option, string",
    ),
    ("marked with, the mark, a mark, the head of", "attribute, arguments"),
    ("take away, takes away, taken away, took away", "clear, remove"),
    (
        "left out, leave out, leaves out, leaving out, insist, insists, insisted, insists on, need not be set",
        "required, optional, omitted",
    ),
    ("not known, does not know, do not know, knows of, know of, nobody knows", "unknown"),
    ("who it is, who they are", "credentials"),
    (
        "authorities, an authority, its authority, own authority",
        "CA certificate, certificate authority, authorization server",
    ),
    ("what is in it, what is in them", "item, entry"),
    ("kind of, kinds of, any kind, every kind, each kind, this kind, kinds", "type"),
    ("is read as, are read as, read into, reads json", "deserialize, decode"),
    ("is written as json", "serialize, encode"),
    ("time to go, time to wait", "wait, delay, backoff"),
    ("pace, paced, pacing, slot, slots, its turn, the turn", "rate limit, permit"),
    ("looks on, who listens, nobody listens", "interceptor, subscriber"),
    ("what stands, stands in, whatever stands", "location, path parameter"),
    ("what sets", "method, setter"),
    ("server of your own, servers of your own, of one's own", "self-hosted server, custom"),
    ("stand-in, stand-ins", "mock, fake, stub, recording"),
    ("rooms, wings", "modules, layers"),
    ("whoever, somebody, what becomes of, what became of, anew", "a noun, or a standard term"),
];

/// Phrases that are right although they contain a banned word.
const ALLOWED: &[&str] = &[
    "connection refused",
    "connections are refused",
    "certificate authorities",
    "kind of failure",
    "refuses connections",
];

/// Words that no paragraph of documentation begins with, because its subject has no noun. Headings may be questions.
const BEGINNINGS: &[&str] =
    &["who", "whoever", "whom", "whose", "what", "whatever", "where", "whether", "which", "how"];

#[test]
fn texts_use_the_terms_of_the_glossary() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut problems = Vec::new();
    let mut checked = 0;
    for covered in COVERED {
        for path in files(&root.join(covered)) {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            if EXEMPT.contains(&&*name) {
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            checked += 1;
            problems.extend(check(&name, &source).into_iter().map(|it| format!("{name}:{it}")));
        }
    }
    assert!(checked > 500, "{checked} files were found");
    assert!(problems.is_empty(), "see the glossary in words.rs:\n{}", problems.join("\n"));
}

/// Returns the file itself, or the Rust sources and Markdown files of a folder and its folders.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let entries =
        entries.map(|entry| entry.unwrap().path()).filter(|path| !path.ends_with("target"));
    let mut found: Vec<_> = entries.flat_map(|path| files(&path)).collect();
    found.retain(|path| {
        path.extension().is_some_and(|extension| extension == "rs" || extension == "md")
    });
    found.sort();
    found
}

/// Returns the problems of a file, each as its line and a description.
fn check(name: &str, source: &str) -> Vec<String> {
    static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<(&str, &str)>>> = LazyLock::new(|| {
        let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
        for (list, instead) in BANNED {
            for phrase in list.split(", ") {
                let first = phrase.split(' ').next().unwrap();
                phrases.entry(first).or_default().push((phrase, *instead));
            }
        }
        phrases
    });
    let mut problems = Vec::new();
    for text in texts(name, source) {
        let words = words(&text);
        for (at, (word, line)) in words.iter().enumerate() {
            for (phrase, instead) in BY_FIRST_WORD.get(&**word).into_iter().flatten() {
                if begins_with(&words[at..], phrase) && !is_allowed(&words, at) {
                    problems.push(format!("{line}: `{phrase}`; use: {instead}"));
                }
            }
        }
        if let Some((first, line)) = words.first()
            && text.is_documentation
            && !text.lines[0].1.starts_with(['#', '|'])
            && BEGINNINGS.contains(&first.as_str())
        {
            problems.push(format!("{line}: begins with `{first}`; name the subject"));
        }
    }
    problems
}

/// Returns the words of a text in lower case, with their lines. A code span is the word `` ` ``; the targets of links and the
/// arguments of format strings are no words.
fn words(text: &Text) -> Vec<(String, usize)> {
    let (mut words, mut is_code, mut is_target) = (Vec::new(), false, false);
    for (line, content) in &text.lines {
        let mut word = String::new();
        let mut last = ' ';
        for c in content.chars().chain([' ']) {
            match c {
                '`' => {
                    is_code = !is_code;
                    words.extend((!is_code).then(|| ("`".to_owned(), *line)));
                }
                '(' if last == ']' => is_target = true,
                '{' => is_target = true,
                ')' | '}' => is_target = false,
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

/// Returns `true` if the words begin with those of a phrase.
fn begins_with(words: &[(String, usize)], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|expected| words.next().is_some_and(|(word, _)| word == expected))
}

/// Returns `true` if the word at this position is part of an allowed phrase.
fn is_allowed(words: &[(String, usize)], at: usize) -> bool {
    ALLOWED.iter().any(|phrase| {
        let starts = (at + 1).saturating_sub(phrase.split(' ').count())..=at;
        starts.into_iter().any(|start| begins_with(&words[start..], phrase))
    })
}

#[test]
fn a_banned_word_is_found_in_its_line() {
    let source = "//! Front page.\n\n/// Fields may be left\n/// out. See [here](refused).\nfn answer() {\n    \
                  // The server refuses it.\n    fail(\"the server's answer \\\n        is empty\", \"answer\", 'a');\n}\n";
    assert_eq!(
        check("a.rs", source),
        [
            "3: `left out`; use: required, optional, omitted",
            "6: `refuses`; use: reject, rejected, invalid",
            "7: `answer`; use: response, responds",
        ]
    );
    assert_eq!(
        check("a.rs", "/// What comes first.\n///\n/// Where it is.\n// What a comment says.\n"),
        ["1: begins with `what`; name the subject", "3: begins with `where`; name the subject"]
    );
    assert_eq!(check("a.rs", "/// - A list.\n/// - Who reads it.\n").len(), 1);
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
        assert_eq!(check("a.rs", source), [""; 0], "{source}");
    }
}
