//! Records the behaviour of a server, and replays it without the server.
//!
//! ```text
//! cargo run --example record_and_replay
//! cargo run --example record_and_replay -- customers.jsonl
//! ```
//!
//! The first command uses a temporary file. The second one keeps the recording: if you run it again, it only replays.
//! In your tests, keep recordings next to them, and delete one to record it again.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use plane_api::{
    Client, Result,
    sandbox::Sandbox,
    testing::{Recorder, Replay},
    v1::customers::{CreateCustomer, ListCustomers, UpdateCustomer},
};
use plane_examples::println;

/// The code under test.
async fn rename(client: &Client, workspace: &str) -> Result<Vec<String>> {
    let customer = CreateCustomer::new(workspace, "Acne").send(client).await?;
    UpdateCustomer::new(workspace, &customer.id).name("Acme").send(client).await?;
    let customers = ListCustomers::new(workspace).items(client).collect(10).await?;
    Ok(customers.into_iter().filter_map(|customer| customer.name).collect())
}

/// Runs the code against a sandbox. With `Client::from_env`, it would be a real server.
async fn record(path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder().workspace("acme").start().await?;
    let recorder = Recorder::create(path)?;
    let client = Client::plane()
        .base_url(sandbox.base_url())
        .api_key(sandbox.api_key())
        .record(&recorder)
        .build()?;
    rename(&client, "acme").await?;
    recorder.finish()?;
    println!("recorded {}", path.display());
    Ok(())
}

/// Runs the code against the recording.
async fn replay(path: &Path) -> Result<()> {
    let replay = Replay::open(path)?;
    let client = Client::plane().replay(&replay).build()?;
    let names = rename(&client, "acme").await?;
    // Fails unless exactly the recorded requests were sent.
    replay.verify();
    println!("replayed: {}", names.join(", "));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let kept = env::args_os().nth(1).map(PathBuf::from);
    let name = format!("record-and-replay-{}.jsonl", std::process::id());
    let path = kept.clone().unwrap_or_else(|| env::temp_dir().join(name));
    if !path.exists() {
        record(&path).await?;
    }
    replay(&path).await?;
    if kept.is_none() {
        fs::remove_file(&path)?;
    }
    Ok(())
}
