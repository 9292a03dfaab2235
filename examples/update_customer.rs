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

use std::{env, process::ExitCode};

use plane_api::{Client, Error, Patch, ids::CustomerId, sandbox::Sandbox, v1, v2};

const USAGE: &str = "usage: update_customer [<workspace-slug>] <customer-id> [--name <name>] \
                     [--email <email> | --clear-email] [--api v1 | v2]; the workspace defaults to PLANE_WORKSPACE_SLUG";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let (api, update) = Update::from_args()?;
    let has_key =
        ["PLANE_API_KEY", "PLANE_ACCESS_TOKEN"].iter().any(|name| variable(name).is_some());
    match (update, has_key) {
        (Some(update), true) => update.send(api).await,
        (Some(_), false) => Err(
            "arguments need a real server: set PLANE_API_KEY to your key, or pass no arguments \
                                 to use the sandbox"
                .to_owned(),
        ),
        (None, true) => Err(format!("missing argument <customer-id>; {USAGE}")),
        (None, false) => show(api).await,
    }
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The version of Plane's API. Ids, clients and errors are the same for both.
#[derive(Clone, Copy)]
enum Api {
    V1,
    V2,
}

/// The fields of a customer that are shown.
struct Customer {
    id: CustomerId,
    name: Option<String>,
    email: Option<String>,
    stage: Option<String>,
}

impl From<v1::customers::Customer> for Customer {
    fn from(it: v1::customers::Customer) -> Self {
        Self { id: it.id, name: it.name, email: it.email, stage: it.stage }
    }
}

impl From<v2::customers::Customer> for Customer {
    fn from(it: v2::customers::Customer) -> Self {
        Self { id: it.id, name: it.name, email: it.email, stage: it.stage }
    }
}

impl Api {
    async fn create(self, client: &Client, workspace: &str) -> plane_api::Result<Customer> {
        let (name, email, stage) = ("Acne", "old@acme.example", "lead");
        match self {
            Self::V1 => {
                let request = v1::customers::CreateCustomer::new(workspace, name);
                request.email(email).stage(stage).send(client).await.map(Into::into)
            }
            Self::V2 => {
                let request = v2::customers::CreateCustomer::new(workspace, name);
                request.email(email).stage(stage).send(client).await.map(Into::into)
            }
        }
    }

    async fn get(
        self,
        client: &Client,
        workspace: &str,
        id: &CustomerId,
    ) -> plane_api::Result<Customer> {
        match self {
            Self::V1 => {
                let request = v1::customers::GetCustomer::new(workspace, id);
                request.send(client).await.map(Into::into)
            }
            Self::V2 => {
                let request = v2::customers::GetCustomer::new(workspace, id);
                request.send(client).await.map(Into::into)
            }
        }
    }

    async fn update(self, client: &Client, update: Update) -> plane_api::Result<Customer> {
        let Update { workspace, customer, name, email } = update;
        match self {
            Self::V1 => {
                let mut request = v1::customers::UpdateCustomer::new(workspace, customer);
                (request.name, request.email) = (name, email);
                request.send(client).await.map(Into::into)
            }
            Self::V2 => {
                let mut request = v2::customers::UpdateCustomer::new(workspace, customer);
                (request.name, request.email) = (name, email);
                request.send(client).await.map(Into::into)
            }
        }
    }
}

/// The arguments of the command line.
#[derive(Clone)]
struct Update {
    workspace: String,
    customer: CustomerId,
    name: Option<String>,
    email: Patch<String>,
}

impl Update {
    fn from_args() -> Result<(Api, Option<Self>), String> {
        use lexopt::{Arg, ValueExt};

        let wrong = |error: lexopt::Error| format!("{error}; {USAGE}");
        let mut parser = lexopt::Parser::from_env();
        let (mut words, mut name, mut email) = (Vec::new(), None, Patch::Keep);
        let (mut api, mut is_empty) = (Api::V1, true);
        while let Some(arg) = parser.next().map_err(wrong)? {
            is_empty &= matches!(arg, Arg::Long("api"));
            match arg {
                Arg::Long("api") => {
                    let version = parser.value().and_then(ValueExt::string).map_err(wrong)?;
                    api = match version.as_str() {
                        "v1" => Api::V1,
                        "v2" => Api::V2,
                        other => return Err(format!("unknown API `{other}`; {USAGE}")),
                    };
                }
                Arg::Value(word) => words.push(word.string().map_err(wrong)?),
                Arg::Long("name") => {
                    name = Some(parser.value().and_then(ValueExt::string).map_err(wrong)?);
                }
                Arg::Long("email" | "clear-email") if !email.is_keep() => {
                    return Err(format!(
                        "pass only one of --email and --clear-email, and only once; {USAGE}"
                    ));
                }
                Arg::Long("email") => {
                    email = Patch::Set(parser.value().and_then(ValueExt::string).map_err(wrong)?);
                }
                Arg::Long("clear-email") => email = Patch::Clear,
                other => return Err(wrong(other.unexpected())),
            }
        }
        if is_empty {
            return Ok((api, None));
        }
        let (workspace, customer) = match <[String; 2]>::try_from(words) {
            Ok([workspace, customer]) => (workspace, customer),
            Err(words) => {
                match (<[String; 1]>::try_from(words), variable("PLANE_WORKSPACE_SLUG")) {
                    (Ok([customer]), Some(workspace)) => (workspace, customer),
                    (Ok(_), None) => {
                        return Err(format!("missing argument <workspace-slug>; {USAGE}"));
                    }
                    (Err(words), _) => {
                        return Err(format!(
                            "expected a workspace and a customer, got {} arguments; {USAGE}",
                            words.len()
                        ));
                    }
                }
            }
        };
        if name.is_none() && email.is_keep() {
            return Err(format!(
                "nothing to update: pass --name, --email or --clear-email; {USAGE}"
            ));
        }
        Ok((api, Some(Self { workspace, customer: customer.into(), name, email })))
    }

    /// Updates a customer on a real server.
    async fn send(self, api: Api) -> Result<(), String> {
        let client = Client::from_env().map_err(|error| error.to_string())?;
        let customer = api.update(&client, self).await.map_err(advise)?;
        print("updated:", &customer);
        Ok(())
    }
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

fn print(title: &str, customer: &Customer) {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    println!("{title:<9} {}", customer.id);
    println!("  name    {}", text(&customer.name));
    println!("  email   {}", text(&customer.email));
    println!("  stage   {}", text(&customer.stage));
}

/// Demonstrates an update from end to end on a sandbox.
async fn show(api: Api) -> Result<(), String> {
    let sandbox = Sandbox::start()
        .await
        .map_err(|error| format!("the sandbox cannot be started: {error}"))?;
    println!("No PLANE_API_KEY is set: this is a sandbox on {}.\n", sandbox.base_url());
    walk_through(&sandbox, api).await.map_err(|error| error.to_string())
}

async fn walk_through(sandbox: &Sandbox, api: Api) -> plane_api::Result<()> {
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
    let workspace = sandbox.workspace();
    let created = api.create(&client, workspace).await?;

    let before = api.get(&client, workspace, &created.id).await?;
    print("before:", &before);

    let update = |name: Option<&str>, email: Patch<&str>| Update {
        workspace: workspace.to_owned(),
        customer: created.id.clone(),
        name: name.map(str::to_owned),
        email: email.map(str::to_owned),
    };
    let after = api.update(&client, update(Some("Acme"), "ops@acme.example".into())).await?;
    print("after:", &after);
    println!(
        "Omitted fields are unchanged: stage is still {:?}.\n",
        after.stage.unwrap_or_default()
    );

    let cleared = api.update(&client, update(None, Patch::Clear)).await?;
    println!(
        "An explicit null clears a field: email is now {:?}, name is still {:?}.\n",
        cleared.email, cleared.name
    );

    explain(
        "An error names the invalid fields:",
        api.update(&client, update(Some(""), "nobody".into())).await,
    );
    let nobody = Update { customer: NOBODY.into(), ..update(Some("Acme"), Patch::Keep) };
    explain("Or the whole request is rejected:", api.update(&client, nobody).await);
    Ok(())
}

/// An id that no customer has.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

fn explain(title: &str, result: plane_api::Result<Customer>) {
    let Err(refusal) = result else {
        println!("The sandbox accepted an invalid request.");
        return;
    };
    println!("{title}\n  {refusal}");
    println!(
        "  status    {}",
        refusal.status().map_or_else(|| "-".to_owned(), |status| status.to_string())
    );
    println!("  delivery  {:?}", refusal.delivery());
    println!("  detail    {}", refusal.detail().unwrap_or("-"));
    for error in refusal.field_errors() {
        println!("  field     {}: {}", error.field, error.messages.join(" "));
    }
    println!();
}
