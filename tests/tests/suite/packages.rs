//! The two packages in the form that the registry gets: their files, the links of their pages, and the required Rust
//! version.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use plane_api::Value;

const REPOSITORY: &str = "https://github.com/plane-api/plane-api/";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns Cargo's output.
fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(args).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn metadata(args: &[&str]) -> Value {
    let args = [&["metadata", "--offline", "--format-version", "1"], args].concat();
    serde_json::from_str(&cargo(&args)).unwrap()
}

/// The two packages that are published.
fn published() -> Vec<Value> {
    let mut metadata = metadata(&["--no-deps"]);
    let Value::Array(mut packages) = metadata["packages"].take() else { panic!("no packages") };
    packages.retain(|package| package["publish"].is_null());
    packages
}

#[test]
fn both_contain_their_licences_and_a_page() {
    let packages = published();
    let names: Vec<_> = packages.iter().map(|package| package["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["plane-api", "plane-macros"]);
    for package in &packages {
        let name = package["name"].as_str().unwrap();
        let list = cargo(&["package", "--offline", "--allow-dirty", "--list", "-p", name]);
        for file in ["LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
            assert!(list.lines().any(|line| line == file), "{name} lacks {file}");
        }
        // In a clone without symbolic links, each link is a file that contains the path of its target.
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            let text = |path: PathBuf| fs::read_to_string(path).unwrap();
            assert_eq!(
                text(root().join(name).join(licence)),
                text(root().join(licence)),
                "{name}/{licence}"
            );
        }
        for field in ["description", "documentation", "keywords", "categories", "repository"] {
            let value = &package[field];
            let is_optional = field == "documentation" && name == "plane-api";
            assert!(is_optional || !value.is_null(), "{name} has no {field}");
        }
        assert!(package["keywords"].as_array().unwrap().len() <= 5, "{name}");
    }
}

/// The registry's page has no other files to link to.
#[test]
fn links_of_the_pages_are_absolute_and_lead_somewhere() {
    for page in ["README.md", "plane-macros/README.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        let targets = text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
        let mut found = 0;
        for target in targets {
            found += 1;
            assert!(target.starts_with("https://"), "{page} links to {target}");
            let Some(file) = target.strip_prefix(REPOSITORY) else { continue };
            let Some((kind, path)) = file.split_once("/main/") else { continue };
            let (path, heading) = path.split_once('#').unwrap_or((path, ""));
            let path = root().join(path);
            match kind {
                "blob" => assert!(path.is_file(), "{page} links to {target}"),
                "tree" => assert!(path.is_dir(), "{page} links to {target}"),
                _ => panic!("{page} links to {target}"),
            }
            if !heading.is_empty() {
                let text = fs::read_to_string(path).unwrap().to_lowercase().replace(' ', "-");
                assert!(text.contains(&format!("#-{heading}\n")), "{page} links to {target}");
            }
        }
        assert!(found > 3, "{found} links were found in {page}");
    }
}

/// No dependency of `plane-api`, with all features, needs a newer Rust than `plane-api` itself.
#[test]
fn no_dependency_needs_a_newer_rust() {
    let version = |value: &Value| -> Option<Vec<u32>> {
        Some(value.as_str()?.split('.').map(|part| part.parse().unwrap()).take(2).collect())
    };
    // Cargo only has the dependencies of this system.
    let host = Command::new("rustc").args(["--print", "host-tuple"]).output().unwrap().stdout;
    let host = String::from_utf8(host).unwrap();
    let metadata = metadata(&["--locked", "--all-features", "--filter-platform", host.trim_end()]);
    let packages = metadata["packages"].as_array().unwrap();
    let ours = packages.iter().find(|package| package["name"] == "plane-api").unwrap();
    let ours = version(&ours["rust_version"]).unwrap();
    assert!(packages.len() > 100, "{} packages were found", packages.len());
    for package in packages {
        if let Some(theirs) = version(&package["rust_version"]) {
            assert!(theirs <= ours, "{} {}: {theirs:?}", package["name"], package["version"]);
        }
    }
}
