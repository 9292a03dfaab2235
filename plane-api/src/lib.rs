//! Declare the endpoints of a REST API as structs, and send them.
//!
//! ```
//! use plane_api::{Client, endpoint};
//! # use serde::Deserialize;
//!
//! /// Updates a customer. Fields that are not set stay as they are.
//! #[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
//! #[derive(Debug, Clone)]
//! pub struct UpdateCustomer {
//!     /// Name of the customer.
//!     pub name: Option<String>,
//!     /// Email address of the customer.
//!     pub email: Option<String>,
//! }
//!
//! # #[derive(Debug, Deserialize)]
//! # pub struct Customer {
//! #     id: String,
//! # }
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! let customer = UpdateCustomer::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
//!     .name("Acme")
//!     .email("ops@acme.example")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! One struct is one request: its method and path, its parameters, its response type. Until it is sent it is plain data
//! that can be stored, cloned, printed, compared, and sent again.
//!
//! - [`endpoint`](macro@endpoint) is the attribute that declares a request.
//! - [`Client`] holds the server, the credentials and the limits. [`Client::builder`] makes one for any API, `Client::plane`
//!   for Plane. [`Client::call`] changes the settings for one call.
//! - [`Error`] says what went wrong, and whether the server may have acted: [`Error::delivery`].
//! - [`RetryPolicy`] has a table of what is retried, when, and what [`Error::delivery`] is otherwise. [`Timeouts`],
//!   [`RateLimit`] and [`ClientBuilder::max_response_bytes`] document the limits.
//! - [`Page`], [`Pages`] and [`Items`] paginate lists.
//! - [`Patch`] tells "leave unchanged", "clear" and "set" apart; [`Id`] is the id of one type of object only.
//! - [`open_enum!`] declares an enum that preserves unknown values.
//! - [`Interceptor`] observes calls: for metrics, audits and traces.
//! - `v1` is Plane's REST API, declared with this attribute: 433 endpoints, a module per resource. `ids` are the ids of its
//!   objects.
//! - `v2` is Plane's REST API v2: 407 endpoints, with the same ids.
//!
//! # What can be seen of it
//!
//! Calls are spans of [`tracing`](https://docs.rs/tracing), with the target `plane_api` and the names of OpenTelemetry's
//! semantic conventions for HTTP clients:
//!
//! | span | fields |
//! |---|---|
//! | `call`, once per call | `otel.name` (`UpdateCustomer`), `otel.kind` (`internal`) |
//! | `attempt` in it, once per sending | `otel.name` (`PATCH /workspaces/{workspace_slug}/…`), `otel.kind` (`client`), `http.request.resend_count` if it is not the first |
//! | both | `http.request.method`, `url.template`, `server.address`, `server.port`, `http.response.status_code`, and after a failure `error.type` (the status, a word such as `timeout`, or `cancelled`) and `otel.status_code` |
//!
//! Repeats and waits for the rate limit are events, and so are new access tokens. Values of paths, queries, headers and
//! bodies are in none of them. Where nobody listens, nothing is formatted or allocated. An [`Interceptor`] sees more, and
//! is what metrics are made from.
//!
//! # Features
//!
//! | feature | what it brings |
//! |---|---|
//! | `v1` | `v1`: Plane's REST API; on by default. It turns on `plane` |
//! | `v2` | `v2`: Plane's REST API v2, which Plane recommends for new code. It turns on `plane` |
//! | `plane` | `Client::plane`, `Client::from_env`, `ids`: what is Plane's own. Without it, the crate is a client for any API |
//! | `rustls-ring` | TLS by `rustls` with `ring`: on by default |
//! | `rustls-aws-lc` | TLS by `rustls` with AWS-LC; it needs a C compiler |
//! | `native-tls` | TLS by the system's library; on Linux that is OpenSSL, whose headers it needs |
//! | `blocking` | `blocking`: `send_blocking` and iterators, for code without an async runtime |
//! | `upload` | `upload`: files of Plane, uploaded in one call |
//! | `oauth` | `oauth`: authorization of apps, and tokens that renew themselves |
//! | `sandbox` | `sandbox`: a stateful stand-in of Plane on loopback, for tests and for trying things out |
//! | `webhook` | `webhook`: verifies and reads what Plane sends when something happens |
//! | `testing` | `testing`: mocks that expect typed requests, in the process and without sockets, for the tests of your code |
//! | `tower` | layers of `tower` around the transport: `ClientBuilder::layer`; a service as one: `TowerTransport` |
//!
//! Of the three for TLS, the one that stands last is used. Each verifies servers as the system would.

// The catalogue is declared with the same attribute, and the same paths, as everybody else's requests.
extern crate self as plane_api;

mod client;
mod endpoint;
mod error;
#[cfg(feature = "plane")]
mod plane;
mod redact;
mod secret;
mod spec;
#[cfg(feature = "testing")]
pub mod testing;
mod text;
mod work;

pub use bytes::Bytes;
pub use http::{self, Method};
pub use serde_json::Value;

#[cfg(feature = "blocking")]
pub use self::client::blocking;
#[cfg(feature = "tower")]
pub use self::client::transport::{TowerTransport, TransportService};
#[doc(hidden)]
pub use self::endpoint::generated;
#[cfg(feature = "oauth")]
pub use self::plane::oauth;
#[cfg(feature = "sandbox")]
pub use self::plane::sandbox;
#[cfg(feature = "upload")]
pub use self::plane::upload;
#[cfg(feature = "v1")]
pub use self::plane::v1;
#[cfg(feature = "v2")]
pub use self::plane::v2;
#[cfg(feature = "webhook")]
pub use self::plane::webhook;
#[cfg(feature = "plane")]
pub use self::plane::{
    ids,
    reference::{HasId, Ref},
};
pub use self::{
    client::{
        Client,
        auth::{Auth, Token, TokenSource},
        builder::ClientBuilder,
        call::{Call, ResponseFuture},
        interceptor::{Interceptor, Outcome},
        options::Timeouts,
        pages::{Items, Pages},
        rate_limit::{Feedback, Limiter, RateLimit, RateLimitStatus},
        retry::{RetryBudget, RetryPolicy},
        transport::{BoxFuture, CallInfo, Transport},
    },
    endpoint::{
        Endpoint,
        body::Body,
        download::Download,
        id::Id,
        meta::Meta,
        page::{
            Cursor, Entries, IntoCursor, NextPage, Page, PageContext, PageSize, Paged, Paginated,
            Position,
        },
        patch::{Patch, setters as patch},
        raw_response::{
            RawResponse,
            streams::{Event, Events, Lines},
        },
        redirect::Redirect,
        values::{BodyValue, FromResponse, HeaderText, IntoValue, PathValue, QueryValue},
        writer::{FilePart, RequestWriter},
    },
    error::{
        Delivery, Error, ErrorKind, FieldError, OptionalExt, Result, Stage, Timeout, TransportError,
    },
    secret::{PresignedUrl, Secret},
    spec::{ListStyle, PageRule, Param, ParamLocation, Params, ResponseKind, RetryClass, Spec},
};

/// Declares one request of a REST API.
///
/// ```text
/// #[endpoint(METHOD, "path" [-> Response] [, option]*)]
/// ```
///
/// The attribute stands above the `#[derive]`s of a struct whose fields are the parameters of the request:
///
/// ```
/// # use plane_api::{Client, Cursor, Id, Page, Patch, endpoint};
/// # use serde::{Deserialize, Serialize};
/// # #[derive(Deserialize)] pub struct Task { id: Id<Task> }
/// # #[derive(Serialize, Debug, Clone)] pub enum Order { Newest }
/// /// Lists the tasks of a project.
/// #[endpoint(GET, "/projects/<project>/tasks" -> Page<Task>)]
/// #[derive(Debug, Clone)]
/// pub struct ListTasks {
///     /// Declared under the name of a path parameter: a part of the path.
///     pub project: u64,
///     /// Under `GET`, what is not marked goes to the query; what is not set is left out.
///     pub cursor: Option<Cursor>,
///     pub order: Option<Order>,
///     /// A list repeats its name: `label=a&label=b`.
///     pub label: Vec<String>,
///     /// Unless it is to be joined: `expand=owner,parent`.
///     #[query(comma)]
///     pub expand: Vec<String>,
/// }
///
/// /// Changes a task.
/// #[endpoint(PATCH, "/projects/<project>/tasks/<task>" -> Task)]
/// #[derive(Debug, Clone)]
/// pub struct UpdateTask {
///     pub project: u64,
///     pub task: Id<Task>,
///     /// Under `POST`, `PUT` and `PATCH`, what is not marked goes to the body, as JSON.
///     pub name: Option<String>,
///     /// It can be cleared as well: `null`.
///     pub due: Patch<String>,
///     #[query]
///     pub notify: Option<bool>,
///     #[header("If-Match")]
///     pub version: String,
/// }
///
/// # async fn example(client: Client) -> plane_api::Result<()> {
/// let mut tasks = ListTasks::new(7_u64).label(["urgent"]).items(&client);
/// while let Some(task) = tasks.next().await {
///     UpdateTask::new(7_u64, task?.id, "v1").due(Patch::Clear).notify(false).send(&client).await?;
/// }
/// # Ok(())
/// # }
/// ```
///
/// # The head
///
/// - `METHOD` is `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`.
/// - `"path"` begins with a slash, below the client's API root. `<name>` is a parameter; several may share a segment:
///   `<project>-<sequence>`. `<name..>`, wherever it stands, takes a value of several segments: `src/lib.rs`. The value
///   chooses how many segments the path has.
/// - `-> Response` is any type that serde deserializes, from JSON; an empty body is read as `null`. Without it, it is
///   [`Value`]. `-> ()` reads nothing, `-> Bytes` takes the body as it comes, `-> Download` as a stream, `-> Redirect` the
///   target of a redirect, `-> Events<T>` server-sent events and `-> Lines<T>` JSON values one per line, as streams;
///   `-> Page<T>` one page of a list. A `Page` of your own without exactly one type argument is an ordinary type.
/// - Options: `json`, `form`, `multipart` and `query` say where unmarked fields go; with `json = optional` the body and its
///   `Content-Type` are omitted if no field is set; `brackets` writes the lists of queries, forms and parts as `name[]`, at
///   every depth; `auth = none` sends no credentials; `retry = safe`, `idempotent` or `never` overrides what the method
///   says about repeating the request; `decode = path::to::function` decodes the response, see
///   [below](#responses-that-are-not-plain-json);
///   `crate = some::path` says where this crate is, if it is renamed or re-exported.
///
/// # The fields
///
/// | field | goes to |
/// |---|---|
/// | named like a path parameter | the path, with [`Display`](std::fmt::Display) |
/// | unmarked, under `GET`, `HEAD`, `OPTIONS` or the option `query` | the query, with `Serialize` |
/// | unmarked, under `POST`, `PUT`, `PATCH` or the option `json` | the body, with `Serialize` |
/// | unmarked, under the option `form` | the body, as `application/x-www-form-urlencoded`, with `Serialize` |
/// | unmarked, under the option `multipart` | the body, in parts: text, or files as [`FilePart`] |
/// | `#[query]`, `#[query(comma)]`, `#[query(brackets)]` | the query; a list repeats its name, is joined by commas, or is written `name[]` |
/// | `#[header("X-Name")]` | a header, with `Display`; a `Vec` is joined by commas |
/// | `#[idempotency_key("Idempotency-Key")]` on an `Option<String>` | a header; if it is `None`, `send` generates 128 random bits for each call and keeps them for its retries. A `POST` or `PATCH` with it is retried like a `PUT`. Declare it only if the server honours it. See [`Error::idempotency_key`] |
/// | `#[body]` | the whole body: a list, a map, a value as JSON; `Bytes`, or a stream as [`Body`], as they are |
/// | `#[flatten]` | where an unmarked field goes, as the entries of a map or the fields of a struct |
/// | `#[path(body)]` | the path, and where an unmarked field goes, the body |
/// | `#[path(slashes)]` | the path, as one segment: `/` is sent as `%2F` and `%` as `%25`. A value that is encoded already, and one with an empty, `.` or `..` piece between its slashes, is rejected. Only for servers that route before they decode |
/// | `#[part(json)]`, `#[part("text/markdown")]`, under the option `multipart` | one part in JSON, or text of that type |
/// | `PhantomData` | nowhere: it has neither a setter nor an argument |
///
/// Path parameters are declared all, with types of their own, or none: then each is added as a `String`. Names on the
/// wire are those of the fields; `#[serde(rename = "…")]` and `#[serde(rename_all = "…")]` change them, and
/// `#[serde(with = "…")]` and `#[serde(serialize_with = "…")]` how a value is written. In a query and
/// a form, what is within a map or a struct is named `field[key]`, and in a list of them `field[0][key]`. An entry of a
/// `#[flatten]` field that has the name of a declared field, or of another flattened entry, is rejected before the request
/// is sent.
///
/// | declared | sent | set by |
/// |---|---|---|
/// | `Option<T>` | if it is set | a setter that takes a `T` |
/// | [`Patch<T>`](Patch) | left out, `null`, or a value; in JSON bodies only | a setter that takes a `T` or a `Patch<T>` |
/// | `#[nullable]` on an `Option<T>`, in JSON bodies only | always, `None` as `null` | an argument of `new` that takes the `Option` |
/// | `Vec<T>` in the query, a form, parts or a header | unless it is empty | a setter that takes the items |
/// | anything else | always | an argument of `new`, behind the path parameters |
///
/// Strings, ids and most other types are taken as `impl Into<T>`, numbers as they are, a `Vec` as any iterator. A value
/// that may be absent is set on the field itself: `request.name = args.name`, or in a chain with [`Endpoint::with`].
///
/// # Responses that are not plain JSON
///
/// `decode = path::to::function` names a `fn(RawResponse) -> Result<T>` that decodes the response instead: for envelopes
/// whose 200 is an error, for several success statuses, for values in headers, for text. [`RawResponse`] has ready-made
/// parts: [`text`](RawResponse::text), which can be named itself, [`header`](RawResponse::header),
/// [`json`](RawResponse::json), [`reject`](RawResponse::reject).
///
/// ```
/// # use plane_api::{RawResponse, Result, endpoint};
/// # use serde::{Deserialize, de::DeserializeOwned};
/// # #[derive(Deserialize)] pub struct Message { ts: String }
/// #[endpoint(POST, "/chat.postMessage" -> Message, decode = slack)]
/// pub struct PostMessage {
///     pub channel: String,
///     pub text: String,
/// }
///
/// #[endpoint(GET, "/robots.txt" -> String, decode = RawResponse::text)]
/// pub struct GetRobots {}
///
/// /// Slack reports errors with the status 200 and `"ok": false`.
/// fn slack<T: DeserializeOwned>(response: RawResponse) -> Result<T> {
///     #[derive(Deserialize)]
///     struct Envelope {
///         ok: bool,
///         #[serde(default)]
///         error: String,
///     }
///     let envelope: Envelope = response.clone().json()?;
///     if envelope.ok { response.json() } else { Err(response.reject(envelope.error, "")) }
/// }
/// ```
///
/// The function is called for every 2xx status. Response headers that are needed only now and then come with
/// [`Call::with_meta`]. `-> Option<T>` is `None` for an empty body, such as that of a 204.
///
/// # What comes out
///
/// The struct itself, its fields documented with where they go; `new`, the setters, `send` and `request` (which builds
/// the `http::Request` and sends nothing); `pages` and `items` of a [`Page`]; with the feature `blocking`
/// `send_blocking`; and an implementation of [`Endpoint`]. No other trait is derived, and nothing is imported.
///
/// # Mistakes
///
/// All mistakes of a struct are reported together, each at its word and with what to write instead. The rest of the
/// crate sees the struct as if it had been right, so that nothing else is reported because of them.
///
#[doc = include_str!("guide.md")]
pub use plane_macros::endpoint;
