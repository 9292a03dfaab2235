//! The layout of the crates: dependencies point one way, siblings do not use each other in circles, and imports name the
//! module they mean, not `lib.rs`. The test reads every path that starts with `crate`, `super`, `self` or `$crate`, in unit
//! tests as well.
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
