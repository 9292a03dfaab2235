//! The operations.

use std::{pin::pin, sync::Arc, time::Duration};

use plane_api::{
    Auth, Client, ClientBuilder, Cursor, Download, Error, Meta, Page, RateLimit, Timeouts, Value,
    endpoint,
    http::Method,
    oauth::{App, TokenSet},
    upload::{Upload, UploadFile},
    v1::work_items::attachments::GetWorkItemAttachment,
    webhook::{self, Verifier, VerifyError},
};
use serde::Deserialize;
use tokio::time::timeout;

use crate::{
    books::{self, Books, UNRECORDED},
    server::{ENTRIES, FILE_BYTES, Servers, mix},
};

#[endpoint(GET, "/things/<call>/")]
struct GetThing {
    call: u64,
}

#[endpoint(POST, "/things/<call>/")]
struct CreateThing {
    call: u64,
    name: String,
}

#[endpoint(PUT, "/things/<call>/")]
struct ReplaceThing {
    call: u64,
    name: String,
}

#[endpoint(PATCH, "/things/<call>/")]
struct UpdateThing {
    call: u64,
    name: Option<String>,
}

#[endpoint(DELETE, "/things/<call>/")]
struct DeleteThing {
    call: u64,
}

#[endpoint(GET, "/lists/<list>/" -> Page<Entry>)]
struct ListEntries {
    list: u64,
    cursor: Option<Cursor>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    id: u64,
}

/// The types of operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A call whose result is compared with the server's records.
    Call,
    /// A call over HTTP/2 and TLS.
    Http2,
    /// All entries of a list, with prefetched pages.
    List,
    /// The three steps of an upload.
    Upload,
    /// A redirect to the storage, and a download.
    Download,
    /// A call with a token that may have to be refreshed.
    Token,
    /// Two webhooks: one is signed, the other is not.
    Webhook,
    /// One of the above, whose future is dropped before it is done.
    Dropped,
}

impl Kind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Call,
        Self::Http2,
        Self::List,
        Self::Upload,
        Self::Download,
        Self::Token,
        Self::Webhook,
        Self::Dropped,
    ];

    /// Returns the type of the operation with this number.
    pub(crate) const fn of(operation: u64) -> Self {
        Self::ALL[(operation % 8) as usize]
    }
}

/// The reason why an operation failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The client returned an error. This is expected, because the servers misbehave.
    Client(Error),
    /// The client returned a wrong result.
    Wrong(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Client(error)
    }
}

/// The end of an operation.
pub(crate) type Outcome = Result<Option<Meta>, Failure>;

/// The clients over one of the transports.
struct Clients {
    any: Client,
    plane: Client,
    oauth: Client,
    http2: Client,
}

impl Clients {
    fn new(servers: &Servers, over: fn(ClientBuilder) -> ClientBuilder) -> Result<Self, Error> {
        let (http1, http2) = (servers.http1.url(), servers.http2.url());
        let build = |builder: ClientBuilder| {
            let timeouts = Timeouts::default().attempt(Duration::from_secs(1));
            over(builder).timeouts(timeouts)
        };
        let plane = || build(Client::plane().base_url(http1));
        let app = App::new("soak", "secret", plane().rate_limit(RateLimit::Off))?;
        let tokens = r#"{"access_token": "access", "refresh_token": "refresh"}"#;
        let tokens: TokenSet = serde_json::from_str(tokens).unwrap_or_else(|_| unreachable!());
        let source = app.user_tokens(tokens, |_| async { Ok(()) });
        let trusting = Client::builder(http2).system_root_certificates(false);
        let trusting = trusting.root_certificates(servers.http2.pem().unwrap_or_default());
        Ok(Self {
            any: build(Client::builder(http1)).api_key("key").build()?,
            plane: plane().api_key("key").build()?,
            oauth: plane().auth(Auth::token_source(source)).build()?,
            http2: build(trusting).api_key("key").build()?,
        })
    }
}

/// Performs operations.
pub(crate) struct Worker {
    clients: [Clients; 2],
    verifier: Verifier,
    books: Arc<Books>,
}

impl Worker {
    pub(crate) fn new(servers: &Servers) -> Result<Self, Error> {
        let reqwest = Clients::new(servers, |builder| builder)?;
        let hyper = Clients::new(servers, ClientBuilder::hyper)?;
        let verifier = Verifier::new([SECRET])?;
        Ok(Self { clients: [reqwest, hyper], verifier, books: servers.books.clone() })
    }

    /// Performs the operation with this number.
    pub(crate) async fn run(&self, operation: u64) -> Outcome {
        let (kind, round) = (Kind::of(operation), operation / 8);
        if kind != Kind::Dropped {
            return self.perform(kind, round).await;
        }
        let luck = mix(operation);
        let kind = Kind::of(luck % 7);
        let limit = Duration::from_micros(luck % 20_000);
        let future = pin!(self.perform(kind, UNRECORDED + round));
        timeout(limit, future).await.unwrap_or(Ok(None))
    }

    async fn perform(&self, kind: Kind, round: u64) -> Outcome {
        let clients = &self.clients[(round % 2) as usize];
        match kind {
            Kind::Call => {
                let client = if round % 4 < 2 { &clients.any } else { &clients.plane };
                let result = call(client, round).await;
                if round < UNRECORDED {
                    self.books.settle(round, &result).map_err(Failure::Wrong)?;
                }
                Ok(Some(result?))
            }
            Kind::Http2 => Ok(Some(call(&clients.http2, round).await?)),
            Kind::List => list(&clients.plane, round).await,
            Kind::Upload => upload(&clients.plane, round).await,
            Kind::Download => download(&clients.plane).await,
            Kind::Token => Ok(Some(call(&clients.oauth, UNRECORDED + round).await?)),
            Kind::Webhook | Kind::Dropped => self.webhook(round),
        }
    }

    fn webhook(&self, round: u64) -> Outcome {
        let body =
            format!(r#"{{"event": "issue", "action": "delete", "data": {{"id": "{round}"}}}}"#);
        let signature = webhook::sign(SECRET, body.as_bytes());
        if let Err(error) = self.verifier.verify_signature(&signature, body.as_bytes()) {
            return Err(Failure::Wrong(format!("webhook {round}: {error}")));
        }
        let forged = body.replace("delete", "update");
        match self.verifier.verify_signature(&signature, forged.as_bytes()) {
            Err(VerifyError::SignatureMismatch) => Ok(None),
            other => Err(Failure::Wrong(format!("forged webhook {round}: {other:?}"))),
        }
    }
}

const SECRET: &str = "plane_wh_soak";

async fn call(client: &Client, call: u64) -> Result<Meta, Error> {
    let done = |(_, meta): (Value, Meta)| meta;
    match books::method(call) {
        Method::GET => client.call(&GetThing::new(call)).with_meta().await.map(done),
        Method::POST => client.call(&CreateThing::new(call, "x")).with_meta().await.map(done),
        Method::PUT => client.call(&ReplaceThing::new(call, "x")).with_meta().await.map(done),
        Method::PATCH => client.call(&UpdateThing::new(call).name("x")).with_meta().await.map(done),
        _ => client.call(&DeleteThing::new(call)).with_meta().await.map(done),
    }
}

async fn list(client: &Client, round: u64) -> Outcome {
    let mut entries = ListEntries::new(round).items(client).concurrency((round % 4) as usize);
    let mut ids = Vec::new();
    while let Some(entry) = entries.next().await {
        ids.push(entry?.id);
    }
    if ids != (0..ENTRIES).collect::<Vec<_>>() {
        return Err(Failure::Wrong(format!("list {round}: {ids:?}")));
    }
    Ok(None)
}

async fn upload(client: &Client, round: u64) -> Outcome {
    const DISK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let file = if round % 4 < 2 {
        UploadFile::open(DISK, "text/plain").await?
    } else {
        UploadFile::new("a.txt", "text/plain", "u".repeat(10_000))
    };
    let uploaded = Upload::attachment("acme", "p", "w", file).send(client).await?;
    if uploaded.asset_id != "asset-1" {
        return Err(Failure::Wrong(format!("upload {round}: {uploaded:?}")));
    }
    Ok(None)
}

async fn download(client: &Client) -> Outcome {
    let request = GetWorkItemAttachment::new("acme", "p", "w", "asset-1");
    let mut file: Download = request.send(client).await?.download(client).await?;
    let mut size = 0;
    while let Some(piece) = file.chunk().await {
        let piece = piece?;
        if piece.iter().any(|byte| *byte != b'f') {
            return Err(Failure::Wrong("a download with wrong bytes".to_owned()));
        }
        size += piece.len();
    }
    if size != FILE_BYTES {
        return Err(Failure::Wrong(format!("a download of {size} bytes without an error")));
    }
    Ok(None)
}
