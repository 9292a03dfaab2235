//! Lets a user authorize an app, and updates a customer with the token.
//!
//! Without configuration, it starts an authorization server and a sandbox on loopback, acts as the user's browser, and
//! exits:
//!
//! ```text
//! cargo run --example oauth_app
//! ```
//!
//! With `PLANE_CLIENT_ID` and `PLANE_CLIENT_SECRET` set (and `PLANE_BASE_URL` for a self-hosted server), it prints the
//! URL of the consent page, waits for the browser to return to `PLANE_REDIRECT_ADDRESS` (default: `127.0.0.1:8765`),
//! and updates a real customer. The app must be registered with the redirect URI `http://127.0.0.1:8765/callback`:
//!
//! ```text
//! cargo run --example oauth_app -- my-workspace 6ba7b810-9dad-11d1-80b4-00c04fd430c8 "Acme"
//! ```

mod authorization_server;
mod callback;

use std::{
    env,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use plane_api::{
    Auth, Client,
    ids::CustomerId,
    oauth::{App, CodeVerifier, Scope, State, TokenSet},
    sandbox::Sandbox,
    v1::customers::{CreateCustomer, UpdateCustomer},
};
use plane_examples::println;
use tokio::net::TcpListener;

use self::authorization_server::AuthorizationServer;

type Failure = Box<dyn std::error::Error + Send + Sync>;

const USAGE: &str = "usage: oauth_app <workspace-slug> <customer-id> <new-name>";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let result = match (variable("PLANE_CLIENT_ID"), variable("PLANE_CLIENT_SECRET")) {
        (Some(id), Some(secret)) => update(id, secret).await,
        (None, None) => show().await,
        _ => {
            Err("set both PLANE_CLIENT_ID and PLANE_CLIENT_SECRET, or neither to see a demo".into())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Sends the user to the consent page with `open`, and waits for the tokens.
async fn authorize(
    app: &App,
    listener: TcpListener,
    open: impl FnOnce(String),
) -> Result<TokenSet, Failure> {
    let redirect_uri = format!("http://{}/callback", listener.local_addr()?);
    // A web app stores both in the user's session, and reads them there when the browser comes back.
    let (state, verifier) = (State::random()?, CodeVerifier::random()?);
    open(app.authorization_url(
        &redirect_uri,
        &state,
        Some(&verifier.challenge()),
        [Scope::CustomersRead, Scope::CustomersWrite],
    )?);
    let callback = callback::receive(listener, state).await?;
    let code = callback.code.ok_or("the callback contains no code")?;
    Ok(app.exchange_code(code, &redirect_uri, Some(&verifier)).await?)
}

/// The storage of the tokens. A real program uses a database, or a file that only it can read.
type Store = Arc<Mutex<TokenSet>>;

/// The user's tokens, refreshed when they expire. Each new set is stored before it is used.
fn auth(app: &App, tokens: TokenSet) -> Auth {
    let store: Store = Arc::new(Mutex::new(tokens.clone()));
    Auth::token_source(app.user_tokens(tokens, move |tokens| {
        let store = store.clone();
        async move {
            *store.lock().unwrap_or_else(PoisonError::into_inner) = tokens;
            println!("stored    a new refresh token");
            Ok(())
        }
    }))
}

/// Updates a customer on a real server.
async fn update(id: String, secret: String) -> Result<(), Failure> {
    let args: Vec<_> = env::args().skip(1).collect();
    let [workspace, customer, name] = args.as_slice() else { return Err(USAGE.into()) };
    let builder = || match variable("PLANE_BASE_URL") {
        Some(url) => Client::plane().base_url(url),
        None => Client::plane(),
    };
    let app = App::new(id, secret, builder())?;
    let address = variable("PLANE_REDIRECT_ADDRESS").unwrap_or_else(|| "127.0.0.1:8765".to_owned());
    let listener = TcpListener::bind(&address)
        .await
        .map_err(|error| format!("cannot listen on PLANE_REDIRECT_ADDRESS `{address}`: {error}"))?;
    let tokens =
        authorize(&app, listener, |url| println!("Authorize the app in your browser:\n\n{url}\n"))
            .await?;

    let client = builder().auth(auth(&app, tokens)).build()?;
    let customer = UpdateCustomer::new(workspace, customer).name(name).send(&client).await?;
    println!("updated   {}: {}", customer.id, customer.name.unwrap_or_default());
    Ok(())
}

/// Demonstrates the whole flow on loopback.
async fn show() -> Result<(), Failure> {
    let sandbox = Arc::new(Sandbox::start().await?);
    let customer = create_customer(&sandbox).await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let redirect_uri = format!("http://{}/callback", listener.local_addr()?);
    let authority = AuthorizationServer::start(sandbox.clone(), redirect_uri).await?;
    println!("PLANE_CLIENT_ID is not set: this is an authorization server on {},", authority.url());
    println!("and a sandbox on {}.\n", sandbox.base_url());

    let server = Client::plane().base_url(authority.url());
    let app =
        App::new(authorization_server::CLIENT_ID, authorization_server::CLIENT_SECRET, server)?;
    let tokens = authorize(&app, listener, |url| {
        println!("opened    {}", url.split('?').next().unwrap_or_default());
        tokio::spawn(callback::browse(url));
    })
    .await?;
    println!("granted   {tokens:?}\n");

    let client = Client::plane().base_url(sandbox.base_url()).auth(auth(&app, tokens)).build()?;
    let update = UpdateCustomer::new(sandbox.workspace(), &customer);
    let updated = update.clone().name("Acme").send(&client).await?;
    println!("updated   {}: {}\n", updated.id, updated.name.unwrap_or_default());

    println!("The server revokes the access token early.");
    sandbox.set_access_token("another");
    let updated = update.name("Acme & Sons").send(&client).await?;
    println!("updated   {}: {}", updated.id, updated.name.unwrap_or_default());
    Ok(())
}

/// Creates a customer with the sandbox's own key, because there is no token yet.
async fn create_customer(sandbox: &Sandbox) -> plane_api::Result<CustomerId> {
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
    let created = CreateCustomer::new(sandbox.workspace(), "Acne").send(&client).await?;
    Ok(created.id)
}
