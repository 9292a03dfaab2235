//! The features of `plane-api`: each is documented on the front page, and each can be enabled by users.

use std::collections::BTreeSet;

/// The names in `[features]`, except `default`.
fn declared() -> BTreeSet<&'static str> {
    let manifest = include_str!("../../../plane-api/Cargo.toml");
    let (_, rest) = manifest.split_once("[features]\n").unwrap();
    let (features, _) = rest.split_once("\n[").unwrap();
    let names =
        features.lines().filter(|line| line.starts_with(|char: char| char.is_alphanumeric()));
    names.filter_map(|line| line.split(" = ").next()).filter(|name| *name != "default").collect()
}

#[test]
fn every_feature_is_documented_on_the_front_page() {
    let front_page = include_str!("../../../plane-api/src/lib.rs");
    let (_, rest) = front_page.split_once("//! # Features\n").unwrap();
    let rows = rest.lines().filter_map(|line| line.strip_prefix("//! | `")?.split('`').next());
    assert_eq!(rows.collect::<BTreeSet<_>>(), declared());
}

/// An optional dependency without `dep:` is an implicit feature.
#[test]
fn no_dependency_is_a_feature_by_itself() {
    let manifest = include_str!("../../../plane-api/Cargo.toml");
    let optional = manifest.lines().filter(|line| line.ends_with("optional = true }"));
    for name in optional.filter_map(|line| line.split(" = ").next()) {
        assert!(manifest.contains(&format!("\"dep:{name}\"")), "{name}");
    }
}
