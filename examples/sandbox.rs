//! Runs a program against a sandbox: a fake of Plane on loopback, with a customer in it.
//!
//! ```text
//! cargo run --example sandbox -- cargo run --manifest-path ../my-program/Cargo.toml
//! ```
//!
//! The program gets `PLANE_API_KEY` and `PLANE_BASE_URL`, so that `Client::from_env` makes a client for the sandbox,
//! and `PLANE_WORKSPACE_SLUG` and `PLANE_CUSTOMER_ID`. The sandbox ends with the program, and returns its exit code.

use std::{env, error::Error, process::ExitCode};

use plane_api::{Client, sandbox::Sandbox, v1::customers::CreateCustomer};
use tokio::process::Command;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let program = arguments.next().ok_or("usage: sandbox <program> [arguments]")?;

    let sandbox = Sandbox::start().await?;
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
    let customer = CreateCustomer::new(sandbox.workspace(), "Acne").send(&client).await?;

    let status = Command::new(program)
        .args(arguments)
        .env("PLANE_API_KEY", sandbox.api_key())
        .env("PLANE_BASE_URL", sandbox.base_url())
        .env("PLANE_WORKSPACE_SLUG", sandbox.workspace())
        .env("PLANE_CUSTOMER_ID", customer.id.to_string())
        .status()
        .await?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1).into())
}
