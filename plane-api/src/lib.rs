//! Declare the endpoints of a REST API as structs, and send them.
//!
//! ```
//! use plane_api::{Client, endpoint};
//! # use serde::Deserialize;
//!
//! /// Updates a customer. Unset fields are left unchanged.
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
//! # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
//! # struct Server;
//! # impl Transport for Server {
//! #     fn execute<'a>(&'a self, request: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
//! #         let path = "/api/v1/workspaces/my-workspace/customers/6ba7b810-9dad-11d1-80b4-00c04fd430c8/";
//! #         assert_eq!((request.method().as_str(), request.uri().path()), ("PATCH", path));
//! #         assert_eq!(request.headers()["x-api-key"], "my-key");
//! #         assert_eq!(&request.body().as_bytes().unwrap()[..], br#"{"name":"Acme","email":"ops@acme.example"}"#);
//! #         Box::pin(async { Ok(Response::new(Body::from(r#"{"id": "6ba7b810-9dad-11d1-80b4-00c04fd430c8"}"#))) })
//! #     }
//! # }
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! // `Client::from_env` reads the key from the environment.
//! let client = Client::plane()
//!     .api_key("my-key")
//! #   .transport(Server)
//!     .build()?;
//! let customer = UpdateCustomer::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
//!     .name("Acme")
//!     .email("ops@acme.example")
//!     .send(&client)
//!     .await?;
//! assert_eq!(customer.id, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
//! # Ok(())
//! # }
//! ```
//!
//! One struct is one request: its method and path, its parameters and its response type. A request is plain data: it
//! can be stored, sent any number of times (once, if it contains a stream), and cloned, printed or compared if you
//! derive the traits.
//!
//! # Where to start
//!
//! - [`endpoint`](macro@endpoint) is the attribute that declares a request. Its documentation has a reference and a guide.
//! - [`Client`] sends requests. To create a client, use [`Client::builder`] for any API, or
//!   [`Client::plane`](struct.Client.html#method.plane) for Plane. [`Client::call`] changes the settings of a single call.
//! - [`Error`] tells you what went wrong and whether the server may have acted ([`Error::delivery`]).
//! - [`RetryPolicy`] documents which requests are retried and when. [`Timeouts`], [`RateLimit`] and
//!   [`ClientBuilder::max_response_bytes`] document the limits.
//! - [`Pages`] and [`Items`] paginate lists.
//! - [`Patch`] distinguishes "leave unchanged", "clear" and "set". [`Id`] is a typed id, so that the id of a
//!   project cannot be passed as that of a task. [`open_enum!`] declares an enum that preserves unknown values.
//! - [`DynamicRequest`](struct.DynamicRequest.html) is a request built at run time from a [`Spec`] and JSON values.
//! - [`Interceptor`] observes calls, for metrics and audits, and can add headers.
//! - [`v1`](v1/index.html) is Plane's REST API v1: 433 endpoints, one module per resource. [`v2`](v2/index.html) is
//!   Plane's REST API v2: 407 endpoints. [`ids`](ids/index.html) are the ids of Plane's objects, the same for both.
//! - Also specific to Plane: [`oauth`](oauth/index.html), [`registry`](registry/index.html),
//!   [`sandbox`](sandbox/index.html), [`upload`](upload/index.html), [`webhook`](webhook/index.html), `Client::new`,
//!   `Client::from_env`, `HasId`, `Ref`, [`Page`], and a few methods of [`testing`](testing/index.html). Everything else
//!   works with any API.
//!
//! These modules contain only documentation: [`_cookbook`](_cookbook/index.html) has recipes;
//! [`_design`](_design/index.html) explains the design decisions and the stability of each extension point;
//! [`_comparison`](_comparison/index.html) compares this crate with other ways to call an API.
//!
//! # One declaration, many uses
//!
//! [`Endpoint::SPEC`] contains the declaration as data: the method, the path, the parameters (location, type and
//! documentation), the constant headers and query, the [retry class](RetryClass), the response and the pagination. Tools that document
//! or route requests read this [`Spec`]. A `DynamicRequest` is built from a `Spec` and a map of JSON values. It uses the
//! same encoder as the typed request:
//!
//! ```
//! # #[cfg(feature = "registry")]
//! # {
//! use plane_api::{DynamicRequest, Endpoint, endpoint};
//! use serde_json::json;
//!
//! /// Moves a robot.
//! #[endpoint(PUT, "/robots/<robot>/position" -> ())]
//! pub struct MoveRobot {
//!     pub x: i32,
//!     pub y: i32,
//! }
//!
//! let values = json!({"robot": "r2", "x": 3, "y": 4}).as_object().cloned().unwrap_or_default();
//! let by_name = DynamicRequest::new(MoveRobot::SPEC, values)?.request()?;
//! let typed = MoveRobot::new("r2", 3, 4).request()?;
//! assert_eq!(by_name.uri(), typed.uri());
//! assert_eq!(by_name.body().as_bytes(), typed.body().as_bytes());
//! # }
//! # Ok::<(), plane_api::Error>(())
//! ```
//!
//! `DynamicRequest` needs the feature `registry`, which also adds a list of Plane's endpoints with lookup by name. The
//! example `plane` is a command-line tool built on it.
//!
//! # Observability
//!
//! Each call is a [`tracing`](https://docs.rs/tracing) span with the target `plane_api`. Names follow OpenTelemetry's
//! semantic conventions for HTTP clients:
//!
//! | span | fields |
//! |---|---|
//! | `call`, once per call | `otel.name` (`UpdateCustomer`), `otel.kind` (`internal`) |
//! | `attempt`, a child of `call`, once per attempt | `otel.name` (`PATCH /workspaces/{workspace_slug}/…`), `otel.kind` (`client`), and for retries `http.request.resend_count` |
//! | both | `http.request.method`, `url.template`, `server.address`, `server.port`, and `http.response.status_code` if a response arrived |
//! | both, after a failure | `otel.status_code`, and `error.type`: the status, or the type of error, such as `timeout` |
//! | both, after a cancellation | `error.type`: `cancelled` |
//!
//! Retries, rate-limit waits and token refreshes are emitted as events. No span or event contains values of paths, queries,
//! headers or bodies. Without a subscriber, nothing is formatted or allocated. For metrics, use an [`Interceptor`].
//!
//! # Features
//!
//! | feature | adds |
//! |---|---|
//! | `v1` (default) | `v1`: Plane's REST API v1. Enables `plane` |
//! | `v2` | `v2`: Plane's REST API v2, which Plane recommends for new code. Enables `plane` |
//! | `plane` | `Client::plane`, `Client::new`, `Client::from_env`, `ids` and `Ref`. Without it, only [`Page`] and a method of `testing` are specific to Plane |
//! | `reqwest` (default) | the default transport, on `reqwest` |
//! | `hyper` | a transport on `hyper-util` that behaves the same, with fewer instructions per call: [`ClientBuilder::hyper`](struct.ClientBuilder.html#method.hyper). Without the feature `reqwest`, it is the default transport and needs fewer crates |
//! | `gzip` (default) | asks servers for compressed responses and decodes them. Without it, a compressed response is an error that names the feature |
//! | `rustls-ring` (default) | TLS with `rustls` and `ring`; needs a C compiler |
//! | `rustls-aws-lc` | TLS with `rustls` and AWS-LC; needs a C compiler |
//! | `native-tls` | TLS with the system's library; on Linux this is OpenSSL, whose headers must be installed |
//! | `blocking` | `blocking`: `send_blocking` and iterators, for code without an async runtime |
//! | `upload` | `upload`: uploads files to Plane in one call. Enables `v1` |
//! | `oauth` | `oauth`: authorizes apps and refreshes their access tokens. Enables `plane` |
//! | `sandbox` | `sandbox`: a stateful fake of Plane on loopback, for tests and experiments. Enables `plane` |
//! | `registry` | `DynamicRequest`: sends any endpoint with JSON values; `registry`: lists, finds, describes and calls Plane's endpoints by name; `openapi`: describes any endpoints in OpenAPI 3.1. Enables `plane` |
//! | `webhook` | `webhook`: verifies and decodes Plane's webhooks. Enables `v1` |
//! | `testing` | `testing`: in-process mocks that expect typed requests, and recordings of a server, for tests of your code |
//! | `tower` | `ClientBuilder::layer` wraps the transport in `tower` layers; `TowerTransport` turns a `tower` service into a transport |
//!
//! If several TLS features are enabled, the last one in this table wins. All three use the platform's certificate verifier.
//! They work with both transports. With neither `reqwest` nor `hyper`, set a transport with [`ClientBuilder::transport`].

// docs.rs shows the feature that an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

// The catalogues use the same attribute and the same paths as users' own requests.
extern crate self as plane_api;

mod client;
mod endpoint;
mod error;
#[cfg(feature = "registry")]
pub mod openapi;
#[cfg(feature = "plane")]
mod plane;
mod random;
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
pub use self::endpoint::checks;
#[cfg(feature = "registry")]
pub use self::endpoint::dynamic::{DynamicList, DynamicRequest};
#[doc(hidden)]
pub use self::endpoint::generated;
#[cfg(feature = "oauth")]
pub use self::plane::oauth;
#[cfg(feature = "registry")]
pub use self::plane::registry;
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
        pages::{Collect, Collected, Items, Max, Pages},
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
        values::{
            BodyValue, FromResponse, HeaderText, IntoValue, ListInto, ListOf, PathValue, QueryValue,
        },
        writer::{FilePart, RequestWriter},
    },
    error::{
        Delivery, Error, ErrorKind, FieldError, OptionalExt, Result, Stage, Timeout, TransportError,
    },
    secret::{PresignedUrl, Secret},
    spec::{ListStyle, PageRule, Param, ParamLocation, Params, ResponseKind, RetryClass, Spec},
};

#[cfg(all(
    any(doc, doctest),
    feature = "sandbox",
    feature = "testing",
    feature = "upload",
    feature = "v2",
    feature = "webhook"
))]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
#[doc = include_str!("cookbook.md")]
pub mod _cookbook {}
#[cfg(any(doc, doctest))]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
#[doc = include_str!("comparison.md")]
pub mod _comparison {}
#[cfg(any(doc, doctest))]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
#[doc = include_str!("design.md")]
pub mod _design {}

/// Declares one request of a REST API.
///
/// ```text
/// #[endpoint(METHOD, "path" [-> Response] [, option]*)]
/// ```
///
/// Write it above the `#[derive]`s of a struct. The fields of the struct are the parameters of the request:
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// # use plane_api::{Cursor, Id, Page, Patch, endpoint};
/// # use serde::{Deserialize, Serialize};
/// # #[derive(Deserialize)] pub struct Task { id: Id<Task> }
/// # #[derive(Serialize, Debug, Clone)] pub enum Order { Newest }
/// /// Lists the tasks of a project.
/// #[endpoint(GET, "/projects/<project>/tasks" -> Page<Task>)]
/// #[derive(Debug, Clone)]
/// pub struct ListTasks {
///     /// A field with the name of a path parameter goes into the path.
///     pub project: u64,
///     /// Under `GET`, unmarked fields go into the query; unset ones are omitted.
///     pub cursor: Option<Cursor>,
///     pub order: Option<Order>,
///     /// A list repeats its key: `label=a&label=b`.
///     pub label: Vec<String>,
///     /// With `comma`, it is joined: `expand=owner,parent`.
///     #[query(comma)]
///     pub expand: Vec<String>,
/// }
///
/// /// Updates a task.
/// #[endpoint(PATCH, "/projects/<project>/tasks/<task>" -> Task)]
/// #[derive(Debug, Clone)]
/// pub struct UpdateTask {
///     pub project: u64,
///     pub task: Id<Task>,
///     /// Under `POST`, `PUT` and `PATCH`, unmarked fields go into the JSON body.
///     pub name: Option<String>,
///     /// A `Patch` can also be cleared: `null`.
///     pub due: Patch<String>,
///     #[query]
///     pub notify: Option<bool>,
///     #[header("If-Match")]
///     pub version: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::testing::{Mock, Reply};
/// # let mock = Mock::new();
/// # mock.expect_any::<ListTasks>().reply(Reply::page([serde_json::json!({"id": "t-1"})], None));
/// # mock.expect_any::<UpdateTask>().reply(serde_json::json!({"id": "t-1"}));
/// # let client = mock.client();
/// let mut tasks = ListTasks::new(7_u64).label(["urgent"]).items(&client);
/// while let Some(task) = tasks.next().await {
///     let update = UpdateTask::new(7_u64, task?.id, "v1").due(Patch::Clear).notify(false);
///     update.send(&client).await?;
/// }
/// # let [list, update] = &mock.calls()[..] else { panic!("two calls") };
/// # assert_eq!(list.query, [("label".to_owned(), "urgent".to_owned())]);
/// # assert_eq!((&*update.path, &update.body[..]), ("/projects/7/tasks/t-1", &br#"{"due":null}"#[..]));
/// # assert_eq!(update.query, [("notify".to_owned(), "false".to_owned())]);
/// # assert_eq!(update.headers["if-match"], "v1");
/// # Ok(())
/// # }
/// ```
///
#[doc = include_str!("reference.md")]
///
#[doc = include_str!("guide.md")]
///
#[doc = include_str!("openapi.md")]
pub use plane_macros::endpoint;
