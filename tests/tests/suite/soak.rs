//! Runs the short form of the soak test as a user does: `cargo run --example soak`. It needs its own process, because
//! it measures memory.

use plane_tests::example;

#[tokio::test]
async fn every_call_of_many_is_accounted_for() {
    let output = example("soak").arg("3000").output().await.unwrap();
    let (stdout, stderr) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && !stdout.contains("WRONG"), "{stdout}{stderr}");
    let number = |before: &str, after: &str| -> u32 {
        let line = stdout.lines().find(|line| line.contains(after)).unwrap();
        let text = line.split(after).next().unwrap().rsplit(before).next().unwrap();
        text.trim().parse().unwrap()
    };
    assert_eq!(number(" ", " calls in"), 3000, "{stdout}");
    assert_eq!(number(" ", " done,") + number(",", " failed"), 3000, "{stdout}");
    assert!(number(",", " faults") > 50, "{stdout}");
}
