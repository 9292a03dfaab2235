//! One mistake, one case: `ui/<topic>/<sentence>.rs` and what the compiler says to it.

#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}
