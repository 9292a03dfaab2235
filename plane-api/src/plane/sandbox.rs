//! A fake Plane server for tests and experiments, which runs in the process of your test.
//!
//! A [`Sandbox`] serves a part of Plane's REST API over real sockets on a loopback port and keeps all data in memory.
//! It needs no installation and no account. Use a sandbox to test code that creates, changes and lists objects; to return
//! prepared responses instead, use a `Mock` (feature `testing`). A sandbox has one workspace and one API key, and
//! shares nothing with other sandboxes.
//!
//! ```
//! use plane_api::{Client, sandbox::Sandbox, v1::customers::CreateCustomer};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::builder().workspace("acme").rate_limit(60).start().await?;
//! let client =
//!     Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
//!
//! CreateCustomer::new(sandbox.workspace(), "Initech").send(&client).await?;
//!
//! // A test can check the requests that were sent.
//! assert_eq!(sandbox.requests()[0].path, "/api/v1/workspaces/acme/customers/");
//! # Ok(())
//! # }
//! ```
//!
//! # Scope
//!
//! If a test passes, the program uses the known parts of the API correctly. Plane may still respond differently. The
//! Community Edition has no customers (it responds with 404), so the behaviour of customers comes from the documentation
//! and the SDKs. Most other behaviour was recorded from Community Edition 1.3.1. The tables [below](#sources) name the
//! source of each behaviour, and what is only assumed.
//!
//! The sandbox serves:
//!
//! - the customers of a workspace: list, create, get, update, delete, and delete by external reference (`external_source`
//!   and `external_id`); and the [customer requests](crate::v1::customers::requests) of these customers;
//! - stickies;
//! - projects with their states, labels, cycles, modules and work items; a work item also by external reference;
//! - the links and comments of work items;
//! - the lists of members of the workspace and of a project.
//!
//! Every other path is an unknown route: the sandbox responds as Plane does to an unknown route.
//!
//! Under API v2, the sandbox serves the same customers (list, create, get, update, delete, upsert, and the work items of a
//! customer), with filters, `fields`, both styles of pagination and the errors of v2, as documented. Values are validated
//! as in v1.
//!
//! The sandbox does not model:
//!
//! - other resources: customer properties, linked work items in v1, relations, attachments, intake, and the work items of
//!   cycles and modules, whose counts stay 0;
//! - effects between objects: a new project has no states (Plane creates five), so the `state` of a new work item is
//!   null; the counts of a project and of a customer's requests never change; deletions only cascade from projects and
//!   customers;
//! - the legacy `issues/` paths, lookup by number, and search;
//! - users, roles and permissions: the user of the API key is the only member and has all permissions. The sandbox accepts
//!   any UUID as a user, asset, state, label, type or parent, whereas Plane rejects unknown ones and drops assignees who
//!   are not members;
//! - OAuth: the sandbox accepts one access token in addition to the key, and issues no tokens;
//! - several API keys, and keys that expire;
//! - plans: the sandbox never responds with 402;
//! - filters and `expand` of v1: both are ignored, whereas the Community Edition ignores only unknown filters and
//!   supports `expand`;
//! - forms: a body other than JSON is rejected with 415, whereas Plane also accepts forms;
//! - HTML sanitizing, and values that Plane derives, such as `description_stripped` from `description_html`, `completed_at` from the state,
//!   `slug` from the name of a state, `metadata` from the page of a link and `cover_image_url` from `cover_image`;
//! - some checks of Plane: that the body of a new cycle contains `project_id`; that the default state is not deleted; that
//!   the external references of comments and the URLs of links are unique; that a time zone exists (the sandbox only checks
//!   the part before the `/`);
//! - archiving, and the rejection of special characters in the name and identifier of a project;
//! - compression, CORS, time zones other than UTC, lagging replicas, and outages.
//!
//! # Intentional differences
//!
//! - Ids count up (`00000000-0000-4000-8000-000000000003`, …), as version 4 UUIDs: the same requests in the same order
//!   get the same ids in every run.
//! - Time follows the clock of the async runtime. If a test pauses this clock, the rate limit and the timestamps stand still
//!   until the test advances the clock.
//! - A page has at most 100 objects, as documented. The Community Edition allows 1000; other servers may not.
//! - A request to delete an unknown project gets 404; Plane responds with 403. `state: null` clears the state of a work
//!   item; Plane keeps the state. `sequence_id`, `is_draft`, `archived_at` and `created_at` of a work item are ignored;
//!   Plane accepts these fields. After `is_draft` or `archived_at` has changed, Plane responds with 404 for the work item.
//!   Projects have no `sort_order`, which Plane includes in lists.
//! - The `description` of a comment is null; Plane sends an id. New links and comments have no `updated_by`. A
//!   malformed sticky id is an unknown route; Plane responds with `Not found.`
//! - `HEAD`, `OPTIONS` and `PUT` for a sticky are listed in `Allow`, as on Plane, but respond with 405.
//! - Each resource holds at most 100,000 objects and 256 MiB. A create or an update that would exceed this is rejected with
//!   507. The latest 100,000 requests are recorded, with at most 64 MiB of paths and queries.
//! - Without [`SandboxBuilder::rate_limit`] there is no rate limit, and no rate limit header is sent.
//!
//! # Sources
//!
//! *Documented* means Plane's API reference, *SDK* an official SDK, *recorded* a recording of Community Edition 1.3.1,
//! and *source* the source code of that edition. *Assumed* behaviour has no source; *assumed (framework)* follows from
//! Plane's web framework.
//!
//! ## All requests
//!
//! | Behaviour | Source |
//! | --- | --- |
//! | The API key is in `X-Api-Key`. Neither a key nor a valid access token: 401 `Authentication credentials were not provided.` | recorded |
//! | The access token is in `Authorization: Bearer …`, if the sandbox has one; any other token counts as missing | documented; the response is assumed |
//! | Wrong key: 403 `Given API token is not valid` | recorded |
//! | Unknown workspace: 403 `You do not have permission to perform this action.` | recorded |
//! | Unknown route, or an id that is not a lower-case UUID: 404 `{"error": "Page not found."}`, with or without a key | recorded, source |
//! | Unknown object: 404 `{"error": "The requested resource does not exist."}` | recorded |
//! | Missing trailing slash: 301 to the path with the slash, with the query | recorded |
//! | Encoded slashes in a path separate segments | source |
//! | Other methods, including `HEAD` and `OPTIONS`: 405 `Method "…" not allowed.`, after the checks above | recorded |
//! | `Accept` without JSON: 406 `Could not satisfy the request Accept header.` | recorded |
//! | Every response of a known route has the header `Allow` | recorded |
//! | Body without a JSON content type: 415 `Unsupported media type "…" in request.` | recorded |
//! | Malformed JSON: 400 `JSON parse error - Expecting value: line 1 column 10 (char 9)`; the reason is always `Expecting value` | recorded; that the reason is always the same is assumed |
//! | JSON that is not an object: 400 under `non_field_errors` | recorded |
//! | Body larger than 5 MiB: 413 `REQUEST_BODY_TOO_LARGE` | source |
//! | The rate limit is a maximum number of calls in any 60 s. Responses have `X-RateLimit-Remaining`, and `X-RateLimit-Reset`, which is always 60 s from now | recorded, source |
//! | Call above the rate limit: 429 `{"error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED"}`; `Retry-After` is the time until the oldest call is 60 s old, in whole seconds; no other rate limit header | recorded |
//! | Calls rejected with 401, 403, 406 or 429, and unknown routes, do not count towards the rate limit | source |
//! | Unknown and read-only fields in a body are ignored | recorded |
//! | Times are in UTC with microseconds and `Z` | recorded |
//! | Formats of dates, enum values, numbers and lists of UUIDs, and the messages for invalid ones | recorded |
//! | Format of booleans, and the message for invalid ones | assumed (framework) |
//!
//! ## Lists
//!
//! | Behaviour | Source |
//! | --- | --- |
//! | Format of pages, and the cursors `size:page:0` and `size:page:1`. `next_cursor` is never null. The cursor before the first page is `size:-1:1`, which is rejected with 400 `Error in parsing` | recorded, source |
//! | Invalid `per_page` or `cursor`: 400 `Invalid per_page parameter.` or `Invalid cursor parameter.`; 500 for a `per_page` below 1 | recorded, source |
//! | A page has 20 objects by default | documented (sample responses); the Community Edition has 1000 |
//! | `per_page` above 100: 400 `Invalid per_page value. Cannot exceed 100.` | documented; the response is from the source |
//! | Lists are sorted newest first. `order_by=name` and `order_by=-name` put nulls last, and an unknown field gets 500. `fields=id,name` selects fields | assumed, as recorded for work items |
//! | `order_by=priority` sorts work items by urgency; `order_by` can also be `state__name`, `state__group`, `labels__name` or `assignees__first_name`. `state__name` and `state__group` both sort by the group of the state | recorded; the order by group is from the source |
//! | Lists of members are arrays without pagination; members of a project have no role | recorded |
//!
//! ## Customers
//!
//! | Behaviour | Source |
//! | --- | --- |
//! | Create: 201 | documented |
//! | Create overwrites the customer with the same `external_id` and `external_source`, otherwise the one with the same name | documented |
//! | A create that overwrites a customer responds with 200 and keeps omitted fields | assumed |
//! | Update: 200; omitted fields stay, `null` clears | documented; recorded for work items |
//! | Update that sets the external reference of another customer: 409 with the id of the updated customer | assumed, as recorded for work items |
//! | Update that sets the name of another customer: allowed | assumed |
//! | Delete: 204; the customer is then unknown | documented |
//! | `DELETE` on the path of the list, with `external_source` and `external_id`: 204, or 404 if there is no such customer | SDK; the statuses are assumed |
//! | `DELETE` on the path of the list, without one of them: 400 `external_source and external_id are required` | assumed |
//! | Fields of customer requests | documented, SDK; their values are assumed |
//! | Customer requests of an unknown customer: 403 | assumed, as recorded for projects |
//! | `name` is required, must not be blank or null, and has at most 255 characters | documented; length and messages as recorded for other resources |
//! | Every other field may be null | SDK (responses) |
//! | Lengths of other strings: 255, `email` 254. Formats of emails, URLs, integers, times and UUIDs, and the messages for invalid ones | assumed (framework) |
//! | Strings are trimmed; numbers are accepted as strings and strings as integers | assumed (framework) |
//! | `description` is an object in requests, and a string with the JSON text of this object in responses | documented, SDK; the JSON text is assumed |
//! | `created_by` and `updated_by` can be sent. By default, both are the user of the API key; `updated_by` is null until the first change | documented; recorded for work items |
//!
//! ## Projects and their objects, stickies
//!
//! | Behaviour | Source |
//! | --- | --- |
//! | Fields and values of a new project. The icon is always the same, whereas Plane chooses one | recorded |
//! | The identifier of a project is converted to upper case | recorded |
//! | Name or identifier of another project: 409 `{"name": "The project name is already taken"}` | recorded; assumed for the identifier on create and for the name on update |
//! | New project with any `project_lead`: 400 `Please provide valid detail`, although the project is created | recorded |
//! | Fields and values of a new work item | recorded |
//! | `sequence_id` counts from 1 in each project, and no number is reused | recorded; assumed for numbers of deleted work items |
//! | `sort_order` of a work item: 65535 for the first one, then 10000 more than the highest | recorded |
//! | External reference of another work item: 409 with the id of that work item on create, with the id of the updated work item on update | recorded |
//! | List of work items with `external_id` and `external_source`: responds with that work item, or with 404 if there is none | recorded |
//! | Work items of an unknown project: 403, which does not count towards the rate limit | recorded |
//! | Fields and values of new states, labels, cycles, modules, links, comments and stickies. Creating a state responds with 200 | recorded |
//! | Only lists and gets contain the counts of cycles and modules and the `is_member` of comments. The response to a module update has eight fields | recorded |
//! | `members` of modules are always sent, regardless of `fields` | recorded |
//! | Lists of states are sorted by `sequence`; a new state gets 15000 more than the highest | recorded; 65535 for the first state is assumed |
//! | `sort_order` of a new label or sticky: 10000 more than the highest; of a new cycle or module: 10000 less than the lowest | recorded |
//! | `sequence` of a new state, `sort_order` of a new sticky and `parent` of a comment are ignored | recorded |
//! | A cycle starts at 00:00:01 of its first day and ends at 23:59:00 of its last | recorded |
//! | After the owner of a cycle is cleared, the user of the API key is the owner | recorded |
//! | Rejected: a new triage state (`Cannot create triage state`); a cycle with only one date, or with its start after its end; a change to a cycle that has ended | recorded |
//! | Work item or module whose start is after its target date: `Start date cannot exceed target date` | recorded; the format is assumed, as for cycles |
//! | Label with the name of another label: 409 `Label with the same name already exists in the project` on create, 400 `The payload is not valid` on update | recorded; assumed for states, like labels |
//! | Module with the name of another module: 400 `MODULE_NAME_ALREADY_EXISTS` on create, 400 `Module with this name already exists` on update | recorded |
//! | External reference of another state, cycle or module: 409 | recorded; assumed for labels |
//! | Invalid `timezone`, or `archive_in`, `close_in` or `point` outside 0 to 12: 400 with a message for the field | recorded; the messages are assumed |
//! | Invalid URL of a link: `Invalid URL format.` or `Invalid URL scheme.` | recorded |
//! | Links and comments of an unknown work item: an empty list; creating one succeeds | recorded; that creating succeeds is assumed |
//! | Unknown sticky: 404 `No Sticky matches the given query.` | recorded for the sticky of another member |

mod check;
mod engine;
mod limit;
mod page;
mod resource;
mod response;
mod route;
mod server;
mod store;
mod tables;

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use http::{Method, StatusCode};
use tokio::{net::TcpListener, sync::oneshot};

use self::{engine::Engine, server::Shared};

const DEFAULT_WORKSPACE: &str = "sandbox";
const DEFAULT_API_KEY: &str = "plane_api_sandbox";

/// A running fake Plane server. The server stops when the sandbox is dropped.
///
/// See the [module documentation](self) for its scope.
///
/// ```
/// use plane_api::{Client, sandbox::Sandbox, v1::customers::{CreateCustomer, ListCustomers}};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::start().await?;
/// let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
///
/// CreateCustomer::new(sandbox.workspace(), "Initech").send(&client).await?;
/// let customers = ListCustomers::new(sandbox.workspace()).items(&client).collect(100).await?;
/// assert_eq!(customers[0].name.as_deref(), Some("Initech"));
/// # Ok(())
/// # }
/// ```
pub struct Sandbox {
    address: SocketAddr,
    workspace: String,
    api_key: String,
    shared: Arc<Shared>,
    /// Dropping the sender stops the server.
    _stop: oneshot::Sender<()>,
}

impl Sandbox {
    /// Starts a sandbox with the workspace `sandbox`, the API key `plane_api_sandbox` and no rate limit.
    ///
    /// The sandbox runs on the caller's Tokio runtime, which must have its I/O driver and its timer enabled.
    ///
    /// # Errors
    ///
    /// Returns an error if no loopback port can be opened.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Starts a sandbox like [`Sandbox::start`], for code without an async runtime.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Sandbox::start`], and an error if it is called [within a
    /// runtime](crate::blocking#within-a-runtime).
    #[cfg(feature = "blocking")]
    pub fn start_blocking() -> io::Result<Self> {
        Self::builder().start_blocking()
    }

    /// Returns a builder to configure a sandbox.
    #[must_use]
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder {
            workspace: String::from(DEFAULT_WORKSPACE),
            api_key: String::from(DEFAULT_API_KEY),
            rate_limit: None,
        }
    }

    /// Returns the base URL for clients, such as `http://127.0.0.1:49152`, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the API key.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// Sets an access token that is accepted in addition to the key, replacing the previous one. This simulates an
    /// authorization server that issues or revokes tokens.
    pub fn set_access_token(&self, token: impl Into<String>) {
        self.shared.engine().set_access_token(token.into());
    }

    /// Returns the slug of the workspace.
    #[must_use]
    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    /// Returns the latest 100,000 requests, oldest first, including rejected ones.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.engine().requests()
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("base_url", &self.base_url())
            .field("workspace", &self.workspace)
            .finish_non_exhaustive()
    }
}

/// Configures a [`Sandbox`]. [`Sandbox::builder`] creates the builder.
///
/// ```
/// use plane_api::sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let sandbox = Sandbox::builder().workspace("acme").api_key("my-key").rate_limit(60).start().await?;
/// assert_eq!((sandbox.workspace(), sandbox.api_key()), ("acme", "my-key"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SandboxBuilder {
    workspace: String,
    api_key: String,
    rate_limit: Option<u32>,
}

impl SandboxBuilder {
    /// Sets the slug of the workspace; `sandbox` by default.
    #[must_use]
    pub fn workspace(mut self, slug: impl Into<String>) -> Self {
        self.workspace = slug.into();
        self
    }

    /// Sets the API key; `plane_api_sandbox` by default.
    #[must_use]
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.api_key = key.into();
        self
    }

    /// Sets the maximum number of calls in any 60 seconds; further calls are rejected with 429. Plane's own default is 60.
    /// The sandbox's default is no limit.
    #[must_use]
    pub fn rate_limit(mut self, per_minute: u32) -> Self {
        self.rate_limit = Some(per_minute);
        self
    }

    /// Starts the sandbox on a loopback port chosen by the operating system.
    ///
    /// # Errors
    ///
    /// Returns an error if no loopback port can be opened.
    pub async fn start(self) -> io::Result<Sandbox> {
        let Self { workspace, api_key, rate_limit } = self;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let engine = Engine::new(tables::RESOURCES, workspace.clone(), api_key.clone(), rate_limit);
        let shared = Arc::new(Shared::new(engine));
        let (stop, stopped) = oneshot::channel();
        tokio::spawn(server::serve(listener, Arc::clone(&shared), stopped));
        Ok(Sandbox { address, workspace, api_key, shared, _stop: stop })
    }

    /// Starts the sandbox like [`SandboxBuilder::start`], for code without an async runtime.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`SandboxBuilder::start`], and an error if it is called [within a
    /// runtime](crate::blocking#within-a-runtime).
    #[cfg(feature = "blocking")]
    pub fn start_blocking(self) -> io::Result<Sandbox> {
        crate::client::blocking::wait(self.start())
            .unwrap_or_else(|error| Err(io::Error::other(error)))
    }
}

impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder")
            .field("workspace", &self.workspace)
            .field("rate_limit", &self.rate_limit)
            .finish_non_exhaustive()
    }
}

/// A request that a [`Sandbox`] responded to. This struct contains no headers, and therefore no API key.
///
/// ```
/// use plane_api::{Client, sandbox::{RecordedRequest, Sandbox}, v1::customers::{CreateCustomer, GetCustomer}};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = Sandbox::start().await?;
/// # let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
/// let customer = CreateCustomer::new("sandbox", "Initech").send(&client).await?;
/// GetCustomer::new("sandbox", customer.id).send(&client).await?;
///
/// let is_write = |request: &&RecordedRequest| request.method != "GET";
/// let requests = sandbox.requests();
/// assert_eq!(requests.iter().filter(is_write).count(), 1);
/// assert!(requests.iter().all(|request| request.status.is_success()));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The path as received, percent-encoded.
    pub path: String,
    /// The query as received, percent-encoded.
    pub query: Option<String>,
    /// The status of the response.
    pub status: StatusCode,
}
