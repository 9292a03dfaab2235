//! Runs the example of a web server as a user does: `cargo run --example axum_app`.

use plane_tests::example;

#[tokio::test]
async fn a_second_sign_up_is_rejected_and_does_not_overwrite_the_first() {
    let output = example("axum_app").output().await.unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{stdout}");
    let lines: Vec<&str> = stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{stdout}");
    assert!(lines[0].starts_with("created 00000000-"), "{stdout}");
    let rejection = "not overwritten: POST /signups/{company} at 127.0.0.1:";
    assert!(lines[1].starts_with(rejection) && lines[1].ends_with(": 409 Conflict"), "{stdout}");
}
