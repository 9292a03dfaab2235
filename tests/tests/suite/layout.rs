//! The layout of the crates: dependencies point one way, siblings do not use each other in circles, and imports name the
//! module they mean, not `lib.rs`. The test reads every path that starts with `crate`, `super`, `self` or `$crate`, in unit
//! tests as well.
//!
//! Examples in the documentation run, or say why they cannot.
//!
//! To add a crate, add a test with the table of its top-level modules, or, if all of them are layers, with `Rules::layers`.

mod check;
mod paths;
mod tokens;

use std::{
    fs,
    path::{Path, PathBuf},
};

use self::check::{Rules, check};

/// A file of a crate: its path below `src`, and its text.
type File = (String, String);

fn files(folder: &Path, root: &Path, found: &mut Vec<File>) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, root, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Fails if the sources of a crate break its rules.
fn hold(name: &str, rules: &Rules) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src");
    let mut found = Vec::new();
    files(&root, &root, &mut found);
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
            ("lib", "error tokens model read decide write"),
            ("tests", "lib"),
        ]),
    );
}

#[test]
fn dependencies_of_plane_api_point_one_way() {
    let layers = [
        "error spec secret redact text work",
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

/// An example runs, or a comment above it says why it cannot.
#[test]
fn examples_run_or_say_why_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut examples = 0;
    let mut problems = Vec::new();
    for name in ["plane-api", "plane-macros"] {
        let root = root.join(name).join("src");
        let mut found = Vec::new();
        files(&root, &root, &mut found);
        for (file, text) in found {
            let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
            for (index, line) in lines.iter().enumerate().filter(|(_, line)| is_not_run(line)) {
                examples += 1;
                let reason = index.checked_sub(1).map_or("", |above| lines[above]);
                if !reason.starts_with("// `no_run`: ") {
                    problems.push(format!("{name}/src/{file}:{}: {line}", index + 1));
                }
            }
        }
        let guides = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path());
        for path in guides.filter(|path| path.extension().is_some_and(|name| name == "md")) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(
                !text.contains("no_run"),
                "{} has an example that does not run",
                path.display()
            );
        }
    }
    assert!(examples > 0);
    let help = "run the example against a mock, or write `// `no_run`: <reason>` above it";
    assert!(problems.is_empty(), "{help}:\n{}", problems.join("\n"));
}

/// Returns `true` if a line of documentation begins an example that is compiled but not run.
fn is_not_run(line: &str) -> bool {
    line.starts_with("//") && line.contains("```") && line.contains("no_run")
}
