//! Runs the short form of the soak test as a user does: `cargo run --example soak`. It needs its own process, because
//! it counts its tasks and file descriptors.

use plane_tests::example;

#[tokio::test]
async fn every_operation_is_accounted_for_and_nothing_is_left() {
    let output = example("soak").arg("2000").output().await.unwrap();
    let (stdout, stderr) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && !stdout.contains("WRONG"), "{stdout}{stderr}");
    let number = |before: &str, after: &str| -> u32 {
        let line = stdout.lines().find(|line| line.contains(after)).unwrap();
        let text = line.split(after).next().unwrap().rsplit(before).next().unwrap();
        text.trim().parse().unwrap()
    };
    for kind in ["Call", "Http2", "List", "Upload", "Download", "Token", "Webhook", "Dropped"] {
        let line = format!("  {kind}: 250 operations, ");
        assert!(stdout.contains(&line), "{stdout}");
        // Most succeed, because the client retries where that is safe.
        let failed = stdout.split_once(&line).unwrap().1.split(' ').next().unwrap();
        assert!(failed.parse::<u32>().unwrap() < 100, "{stdout}");
    }
    assert!(number(",", " faults") > 50 && number(",", " tokens") > 5, "{stdout}");
}
