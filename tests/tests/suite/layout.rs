//! The layout of the crates: dependencies point one way, siblings do not use each other in circles, and imports name the
//! module they mean, not `lib.rs`. The test reads every path that starts with `crate`, `super`, `self` or `$crate`, in unit
//! tests as well.
//!
//! Examples in the documentation run, or say why they cannot.
//!
//! To add a crate, add a test with the table of its top-level modules, or, if all of them are layers, with `Rules::layers`.

mod check;
mod examples;
mod paths;
mod tokens;

use std::{
    fs,
    path::{Path, PathBuf},
};

use self::{
    check::{Rules, check},
    examples::examples,
};

/// A file of a crate: its path below `src`, and its text.
type File = (String, String);

/// Adds the files of a folder that end like this.
fn files(folder: &Path, root: &Path, ending: &str, found: &mut Vec<File>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, root, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Fails if the sources of a crate break its rules.
fn hold(name: &str, rules: &Rules) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src");
    let mut found = Vec::new();
    files(&root, &root, "rs", &mut found);
    let report = check(&found, rules);
    assert!(report.dependencies > found.len(), "{} dependencies were found", report.dependencies);
    let problems = report.problems.join("\n");
    assert!(problems.is_empty(), "in {name}/src:\n{problems}");
}

#[test]
fn dependencies_of_plane_macros_point_one_way() {
    hold(
        "plane-macros",
        &Rules::table(&[
            ("error tokens model", ""),
            ("read", "error tokens model"),
            ("decide", "error tokens model read"),
            ("write", "error tokens model"),
            ("open_enum", "error read decide"),
            ("lib", "error tokens model read decide write open_enum"),
            ("tests", "lib open_enum"),
        ]),
    );
}

#[test]
fn dependencies_of_plane_api_point_one_way() {
    let layers = [
        "error spec secret redact random text work",
        "endpoint",
        "openapi",
        "client",
        "testing",
        "plane",
        "_comparison _cookbook _design",
        "lib",
    ];
    // Models refer to each other as Plane's objects do: a work item to its cycle, and an entry of a cycle to its work item.
    hold(
        "plane-api",
        &Rules::layers(&layers).circular_within("plane::v1").circular_within("plane::v2"),
    );
}

/// Every example runs, or a comment says why it cannot: `no_run` above it, or `compiled only` in it.
#[test]
fn examples_run_or_say_why_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (mut count, mut problems) = (0, Vec::new());
    for name in ["plane-api", "plane-macros"] {
        let root = root.join(name).join("src");
        let mut found = Vec::new();
        files(&root, &root, "rs", &mut found);
        files(&root, &root, "md", &mut found);
        for (file, text) in found {
            for example in examples(&file, &text) {
                count += 1;
                if let Some(problem) = example.problem() {
                    problems.push(format!("{name}/src/{file}:{}: {problem}", example.line));
                }
            }
        }
    }
    assert!(count > 300, "{count} examples were found");
    let help = "run the example against a mock, or write `// `no_run`: <reason>` above it, or the hidden comment \
                `// compiled only: <reason>` into it";
    assert!(problems.is_empty(), "{help}:\n{}", problems.join("\n"));
}
