//! A web server with a client in its state: `POST /signups/{company}` creates a customer. A subscriber logs the calls.
//!
//! ```text
//! cargo run --example axum_app
//! cargo run --example axum_app -- 127.0.0.1:8080
//! ```
//!
//! Without an address, it listens on any port, sends itself one request, and exits. Customers are created on the
//! server of `PLANE_API_KEY` and `PLANE_BASE_URL`, in the workspace `PLANE_WORKSPACE_SLUG`, or, without a key, in a
//! sandbox.

use std::{env, error::Error};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::post,
};
use plane_api::{Auth, Client, endpoint, sandbox::Sandbox, v1::customers::CreateCustomer};
use plane_examples::println;
use tokio::net::TcpListener;
use tracing::{Level, error};
use tracing_subscriber::fmt::format::FmtSpan;

/// The state of the server. Clones share the client's connections and its rate limit.
#[derive(Clone)]
struct App {
    plane: Client,
    workspace: String,
}

async fn sign_up(
    State(app): State<App>,
    Path(company): Path<String>,
) -> Result<String, StatusCode> {
    // Warning: an existing customer with this name is overwritten. A public server must search for the name first.
    let create = CreateCustomer::new(&app.workspace, company).stage("lead");
    match create.send(&app.plane).await {
        Ok(customer) => Ok(customer.id.to_string()),
        Err(rejected) if !rejected.field_errors().is_empty() => Err(StatusCode::BAD_REQUEST),
        Err(limited) if limited.is_rate_limited() => Err(StatusCode::SERVICE_UNAVAILABLE),
        Err(other) => {
            error!(error = %other, "the customer was not created");
            Err(StatusCode::BAD_GATEWAY)
        }
    }
}

/// The server's own API, as its clients see it.
#[endpoint(POST, "/signups/<company>" -> String, decode = plane_api::RawResponse::text)]
struct SignUp {}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt()
        .with_max_level(Level::INFO)
        .with_span_events(FmtSpan::CLOSE)
        .with_writer(std::io::stderr)
        .init();

    let sandbox = Sandbox::start().await?;
    let app = match env::var("PLANE_API_KEY") {
        Ok(_) => App { plane: Client::from_env()?, workspace: env::var("PLANE_WORKSPACE_SLUG")? },
        Err(_) => App {
            plane: Client::plane()
                .base_url(sandbox.base_url())
                .api_key(sandbox.api_key())
                .build()?,
            workspace: sandbox.workspace().to_owned(),
        },
    };
    let router = Router::new().route("/signups/{company}", post(sign_up)).with_state(app);

    if let Some(address) = env::args().nth(1) {
        axum::serve(TcpListener::bind(address).await?, router).await?;
        return Ok(());
    }
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?);
    let client = Client::builder(address).auth(Auth::none()).build()?;
    tokio::spawn(async { axum::serve(listener, router).await });
    println!("created {}", SignUp::new("Initech").send(&client).await?);
    Ok(())
}
