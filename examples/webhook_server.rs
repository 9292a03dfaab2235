//! Receives Plane's webhooks: verifies them, ignores repeated deliveries, and prints what happened.
//!
//! Without configuration, it starts on loopback, sends itself some deliveries, including forged ones, and exits:
//!
//! ```text
//! cargo run --example webhook_server
//! ```
//!
//! With `PLANE_WEBHOOK_SECRET` set, it listens on `PLANE_WEBHOOK_ADDRESS` (default: `127.0.0.1:8080`) until Ctrl-C.
//! While a secret is being replaced, set both the new and the old one, separated by a space. Plane calls public
//! addresses only: run this behind your HTTPS server, and enter `https://…/webhook` as the payload URL.

use std::{
    collections::{HashSet, VecDeque},
    env,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode},
    routing::post,
};
use plane_api::{
    Auth, Bytes, Client, endpoint,
    webhook::{Event, Object, Verifier, VerifyError, sign},
};
use plane_examples::println;
use tokio::net::TcpListener;

type Failure = Box<dyn std::error::Error>;

/// The maximum size of a body, in bytes.
const MAX_BODY: usize = 16 << 20;

/// Number of events that are remembered. Plane gives up after 5 attempts, within some hours.
const MAX_SEEN: usize = 10_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let secrets =
        env::var("PLANE_WEBHOOK_SECRET").ok().filter(|secrets| !secrets.trim().is_empty());
    let result = match secrets {
        Some(secrets) => listen(&secrets).await,
        None => show().await,
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The state of the handler.
struct Receiver {
    verifier: Verifier,
    seen: Mutex<Seen>,
}

fn router(verifier: Verifier) -> Router {
    let receiver = Receiver { verifier: verifier.max_body_bytes(MAX_BODY), seen: Mutex::default() };
    Router::new()
        .route("/webhook", post(receive))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(Arc::new(receiver))
}

/// Takes the raw body: extracting JSON here would lose the signed bytes.
async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, (StatusCode, String)> {
    let event = receiver.verifier.verify(&headers, &body).map_err(rejection)?;
    // A real program stores the event and its key here, in one transaction, and does the work after the response. Plane
    // does not wait long, and delivers again without a response.
    let is_new = {
        let mut seen = receiver.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.insert(event.deduplication_key())
    };
    if is_new {
        print(&event);
    } else {
        println!("repeated  {}", event.deduplication_key());
    }
    Ok(StatusCode::NO_CONTENT)
}

fn rejection(error: VerifyError) -> (StatusCode, String) {
    println!("rejected  {error}");
    (error.status(), error.to_string())
}

fn print(event: &Event) {
    println!("{:<9} {}", "new", event.kind);
    println!("  key     {}", event.deduplication_key());
    match event.object() {
        Object::WorkItem(work_item) => println!("  name    {}", work_item.name.unwrap_or_default()),
        Object::WorkItemComment(comment) => {
            println!("  text    {}", comment.comment_stripped.unwrap_or_default());
        }
        Object::Project(project) => println!("  name    {}", project.name.unwrap_or_default()),
        _ => println!("  payload {} fields", event.payload.len()),
    }
    if let Some(actor) = event.actor() {
        println!("  actor   {actor}");
    }
    for field in event.previous_attributes().into_iter().flat_map(|previous| previous.keys()) {
        println!("  changed {field}");
    }
}

/// The keys of the latest events, oldest first.
#[derive(Default)]
struct Seen {
    keys: HashSet<String>,
    order: VecDeque<String>,
}

impl Seen {
    /// Returns `true` if the key is new.
    fn insert(&mut self, key: &str) -> bool {
        if !self.keys.insert(key.to_owned()) {
            return false;
        }
        self.order.push_back(key.to_owned());
        if self.order.len() > MAX_SEEN {
            self.order.pop_front().inspect(|oldest| {
                self.keys.remove(oldest);
            });
        }
        true
    }
}

/// Receives webhooks of a real server.
async fn listen(secrets: &str) -> Result<(), Failure> {
    let verifier = Verifier::new(secrets.split_whitespace())?;
    let address = env::var("PLANE_WEBHOOK_ADDRESS").ok().filter(|address| !address.is_empty());
    let address = address.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(&address)
        .await
        .map_err(|error| format!("cannot listen on PLANE_WEBHOOK_ADDRESS `{address}`: {error}"))?;
    println!("Listening on http://{}/webhook until Ctrl-C.", listener.local_addr()?);
    let stop = async {
        // Without a signal handler, there is nothing to wait for.
        let _ = tokio::signal::ctrl_c().await;
    };
    Ok(axum::serve(listener, router(verifier)).with_graceful_shutdown(stop).await?)
}

/// A delivery as Plane sends it.
#[endpoint(POST, "/webhook" -> ())]
struct Deliver {
    #[header("X-Plane-Signature")]
    signature: Option<String>,
    #[body]
    body: Bytes,
}

const SECRET: &str = "plane_wh_sample";

const UPDATED: &str = r#"{
    "version": "v2", "event": "workitem.updated", "event_id": "9d508cd9-36c2-44a5-928d-7ee2f2a3b8a8",
    "delivery_id": "2a0d0510-9052-446e-a1c7-a704bbd68cba",
    "data": {"id": "775c5716-5302-4617-bb9f-2cd843911268", "name": "Fuel the rocket", "priority": "high",
             "state_id": "067b88e5-304b-4221-ba09-94340dcc36e5",
             "updated_by_id": "754009ab-3fb5-424e-909a-b46e9c9d0c4f"},
    "previous_attributes": {"priority": "none"}
}"#;

const COMMENTED: &str = r#"{
    "event": "issue_comment", "action": "created",
    "data": {"id": "4797f841-c731-4e55-971f-d9cfe1938dfb", "comment_stripped": "Which fuel?"},
    "activity": {"actor": {"id": "88fc36c8-73b0-4547-81c7-96b70f61835e", "display_name": "Ada"}}
}"#;

const UNKNOWN: &str = r#"{
    "version": "v2", "event": "rocket.launched", "event_id": "0afa042d-92a9-4326-bdca-5ff5490dbf09", "data": {}
}"#;

/// Starts a receiver on loopback, and sends it genuine and forged deliveries.
async fn show() -> Result<(), Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    println!("No PLANE_WEBHOOK_SECRET is set: this is a receiver on {url} with samples.\n");
    tokio::spawn(axum::serve(listener, router(Verifier::new([SECRET])?)).into_future());
    let client = Client::builder(url).auth(Auth::none()).build()?;

    deliver(&client, "A work item was changed:", sign(SECRET, UPDATED.as_bytes()), UPDATED).await?;
    // A repeated delivery has its own id, so its bytes and its signature differ; the id of the event is the same.
    let repeated = UPDATED.replace("2a0d0510", "3b1e1621");
    deliver(
        &client,
        "The same event, delivered again:",
        sign(SECRET, repeated.as_bytes()),
        &repeated,
    )
    .await?;
    deliver(
        &client,
        "A comment, from a webhook of v1:",
        sign(SECRET, COMMENTED.as_bytes()),
        COMMENTED,
    )
    .await?;
    deliver(
        &client,
        "An event that is unknown to this version:",
        sign(SECRET, UNKNOWN.as_bytes()),
        UNKNOWN,
    )
    .await?;

    let changed = UPDATED.replace("Fuel", "Fell");
    deliver(
        &client,
        "A body that was changed in transit:",
        sign(SECRET, UPDATED.as_bytes()),
        &changed,
    )
    .await?;
    deliver(
        &client,
        "Signed with another secret:",
        sign("plane_wh_guess", UPDATED.as_bytes()),
        UPDATED,
    )
    .await?;
    deliver(&client, "Not signed:", None, UPDATED).await
}

async fn deliver(
    client: &Client,
    title: &str,
    signature: impl Into<Option<String>>,
    body: &str,
) -> Result<(), Failure> {
    println!("{title}");
    let mut delivery = Deliver::new(Bytes::copy_from_slice(body.as_bytes()));
    delivery.signature = signature.into();
    match delivery.send(client).await {
        Ok(()) => println!("response  204 No Content\n"),
        Err(error) => match error.status() {
            Some(status) => println!("response  {status}\n"),
            None => return Err(error.into()),
        },
    }
    Ok(())
}
