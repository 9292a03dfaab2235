//! Runs a program with a sandbox: `cargo run -p plane-tests --bin with_sandbox -- python3 script.py`.
//!
//! The variables `PLANE_BASE_URL`, `PLANE_API_KEY` and `PLANE_WORKSPACE_SLUG` describe the sandbox to the program. At
//! the end, this command prints the requests that the sandbox received. It fails if the program fails or sent no
//! requests.

use std::{
    env,
    error::Error,
    io::{self, Write},
    process::Command,
};

use plane_api::sandbox::Sandbox;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1);
    let program =
        args.next().ok_or("missing program; usage: with_sandbox <program> [arguments]")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let sandbox = runtime.block_on(Sandbox::start())?;
    let status = Command::new(&program)
        .args(args)
        .env("PLANE_BASE_URL", sandbox.base_url())
        .env("PLANE_API_KEY", sandbox.api_key())
        .env("PLANE_WORKSPACE_SLUG", sandbox.workspace())
        .status()?;
    let requests = sandbox.requests();
    for request in &requests {
        writeln!(io::stdout(), "{} {}: {}", request.method, request.path, request.status)?;
    }
    if !status.success() {
        return Err(format!("{} failed: {status}", program.display()).into());
    }
    if requests.is_empty() {
        return Err("the sandbox received no requests".into());
    }
    Ok(())
}
