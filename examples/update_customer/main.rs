//! Updates a customer.
//!
//! Without configuration, it starts a sandbox on loopback and demonstrates an update from end to end:
//!
//! ```text
//! cargo run --example update_customer
//! ```
//!
//! With `PLANE_API_KEY` set (and `PLANE_BASE_URL` for a self-hosted server), it updates a real customer:
//!
//! ```text
//! cargo run --example update_customer -- my-workspace 6ba7b810-9dad-11d1-80b4-00c04fd430c8 \
//!     --name "Acme" --email ops@acme.example
//! ```
//!
//! It uses Plane's API v1, or API v2 with `--api v2`.

mod api;
mod demo;

use std::{env, process::ExitCode};

use clap::{ArgGroup, CommandFactory, Parser, error::ErrorKind};
use plane_api::{Client, Error, Patch};
use plane_examples::println;

use self::api::{Api, Update};

/// Updates a customer on the server of `PLANE_API_KEY` and `PLANE_BASE_URL`, or shows updates on a sandbox.
#[derive(Parser)]
#[command(name = "update_customer")]
#[command(group(ArgGroup::new("changes").args(["name", "email", "clear_email"]).multiple(true)))]
struct Args {
    /// Slug of the workspace; may be omitted if `PLANE_WORKSPACE_SLUG` is set
    #[arg(requires = "changes")]
    workspace: Option<String>,
    /// Id of the customer
    customer: Option<String>,
    /// New name
    #[arg(long, requires = "workspace")]
    name: Option<String>,
    /// New email address
    #[arg(long, requires = "workspace")]
    email: Option<String>,
    /// Removes the email address
    #[arg(long, requires = "workspace", conflicts_with = "email")]
    clear_email: bool,
    /// Version of Plane's API
    #[arg(long, value_enum, default_value = "v1")]
    api: Api,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let args = Args::parse();
    let has_key = ["PLANE_API_KEY", "PLANE_ACCESS_TOKEN"].iter().any(|name| is_set(name));
    let result = match (&args.workspace, has_key) {
        (None, false) => demo::run(args.api).await,
        (None, true) => missing("missing argument <CUSTOMER>: PLANE_API_KEY is set"),
        (Some(_), _) => update(args).await,
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn update(args: Args) -> Result<(), String> {
    let (workspace, customer) = match (args.workspace, args.customer) {
        (Some(workspace), Some(customer)) => (workspace, customer),
        // A single argument is the customer.
        (customer, _) => match env::var("PLANE_WORKSPACE_SLUG") {
            Ok(workspace) if !workspace.is_empty() => (workspace, customer.unwrap_or_default()),
            _ => missing("missing argument <WORKSPACE>: PLANE_WORKSPACE_SLUG is not set"),
        },
    };
    let email = match args.email {
        _ if args.clear_email => Patch::Clear,
        Some(email) => Patch::Set(email),
        None => Patch::Keep,
    };
    let client = Client::from_env().map_err(|error| error.to_string())?;
    let update = Update { workspace, customer: customer.into(), name: args.name, email };
    let customer = args.api.update(&client, update).await.map_err(advise)?;
    println!("{customer}");
    Ok(())
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Reports a mistake like those that `clap` finds, and exits.
fn missing(message: &str) -> ! {
    Args::command().error(ErrorKind::MissingRequiredArgument, message).exit()
}

/// Returns advice for the user.
fn advise(error: Error) -> String {
    let advice = if error.is_unauthorized() {
        "the key was rejected; check PLANE_API_KEY, and that PLANE_BASE_URL is the server that issued it"
    } else if error.is_plan_required() {
        "the workspace's plan does not include customers; upgrade it, or use another workspace"
    } else if error.is_route_missing() {
        "no such route; check that the server is a commercial edition (only those have customers), then the id, then \
         PLANE_BASE_URL"
    } else if error.is_not_found() {
        "customer not found in this workspace; check the id"
    } else if error.is_forbidden() {
        "the key has no permission for this; check the workspace's slug and the key's permissions"
    } else {
        return error.to_string();
    };
    format!("{advice} ({error})")
}
