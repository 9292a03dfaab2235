//! A program contains the endpoints that it calls, and no others, even without optimization.

use std::{collections::BTreeSet, fs, path::Path};

use plane_tests::example;

/// The endpoints that the program calls.
const CALLED: [&str; 8] = [
    "/workspaces/{workspace_slug}/customers/",
    "/workspaces/{workspace_slug}/customers/{customer_id}/",
    "/workspaces/{workspace_slug}/projects/{project_id}/labels/",
    "/workspaces/{workspace_slug}/projects/{project_id}/labels/{label_id}/",
    "/workspaces/{workspace_slug}/projects/{project_id}/states/",
    "/workspaces/{workspace_slug}/projects/{project_id}/summary/",
    "/workspaces/{workspace_slug}/projects/{project_id}/work-items/",
    "/workspaces/{workspace_slug}/projects/{project_id}/work-items/{work_item_id}/",
];

/// Adds the path templates that the sources declare, with parameters in braces.
fn templates(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            templates(&path, found);
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        for declaration in text.split("\n#[endpoint(").skip(1) {
            let path = declaration.split('"').nth(1).unwrap();
            let path = path.split('?').next().unwrap();
            found.insert(path.replace('<', "{").replace('>', "}"));
        }
    }
}

/// Returns the declared templates that a program contains. In the program, there is no separator between templates.
fn contained<'a>(program: &[u8], declared: &'a BTreeSet<String>) -> BTreeSet<&'a str> {
    const START: &[u8] = b"/workspaces/{workspace_slug}/";
    let mut found = BTreeSet::new();
    let mut rest = program;
    while let Some(at) = rest.iter().position(|byte| *byte == b'{') {
        let start = at.saturating_sub("/workspaces/".len());
        let text = &rest[start..];
        if text.starts_with(START) {
            let fits = declared.iter().filter(|template| text.starts_with(template.as_bytes()));
            found.extend(fits.max_by_key(|template| template.len()).map(String::as_str));
        }
        rest = &rest[at + 1..];
    }
    found
}

#[tokio::test]
async fn a_program_contains_only_the_endpoints_that_it_calls() {
    let output = example("ten_endpoints").output().await.unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "called 10 endpoints\n", "{output:?}");
    let tests = std::env::current_exe().unwrap();
    let target = tests.ancestors().nth(2).unwrap();
    let program = fs::read(target.join("examples").join("ten_endpoints")).unwrap();

    let mut declared = BTreeSet::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plane-api/src/plane");
    templates(&sources.join("v1"), &mut declared);
    templates(&sources.join("v2"), &mut declared);
    assert!(declared.len() > 300, "{}", declared.len());
    assert_eq!(contained(&program, &declared), BTreeSet::from(CALLED));
}
