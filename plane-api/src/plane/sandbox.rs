//! A stand-in of Plane that runs in the test's own process, for tests and for trying things out.
//!
//! A [`Sandbox`] serves a part of Plane's REST API on a loopback port over real sockets and keeps
//! what it is sent in memory. It needs nothing installed and no account. One sandbox has one
//! workspace and one API key; two sandboxes share nothing.
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
//! // Afterwards, what was really sent can be asserted.
//! assert_eq!(sandbox.requests()[0].path, "/api/v1/workspaces/acme/customers/");
//! # Ok(())
//! # }
//! ```
//!
//! # A stand-in, not a mirror
//!
//! The sandbox behaves like the real thing where it is known how that behaves, and nowhere else: a
//! test that passes here shows that a program speaks the API as far as it is known, not that
//! Plane would do the same. No public server has customers (the Community Edition answers 404 for
//! them), so everything in the sandbox that is special to customers comes from the documentation
//! and the SDKs; all else comes from a Community Edition 1.3.1.
//!
//! It serves the customers of a workspace (list, create, get, update, delete, delete by external
//! reference) and their requests, its stickies, its projects, their states, labels, cycles, modules
//! and work items (get by external reference too), and the work items' links and comments; and the
//! lists of the members of the workspace and of a project. Of anything else it says that there is no
//! such page.
//!
//! API v2 serves the same customers (list, create, get, update, delete, upsert), with filters, `fields`, both styles of
//! pagination, and errors of its own. This comes from its documentation, and what that does not say, such as which
//! values are valid, is as in v1.
//!
//! It does not model:
//!
//! - other resources: a customer's properties and linked work items, relations, attachments, intake,
//!   and what is in a cycle or a module, so that their counts stay 0;
//! - what one object does to another: a new project has no states, where Plane gives it five, so that
//!   a new work item's `state` is null; the counts of a project and of a customer's requests stay
//!   what they are; nothing but a project and a customer takes along what is in it when it is deleted;
//! - what Plane knows the older path `issues/` for, work items by their number, and search;
//! - users, roles and permissions: the key's user is the only member and may do everything, and any UUID passes
//!   for a user, an asset, a state, a label, a type or a parent, where Plane refuses unknown ones and
//!   leaves out assignees who are not members;
//! - OAuth: it takes one access token beside the key, and grants none; several keys, keys that expire;
//! - plans: it never answers 402;
//! - filters of v1, which it ignores, as the Community Edition ignores those it does not know, and
//!   `expand`, which the Community Edition knows;
//! - forms: a body that is not JSON is a 415, where Plane also takes forms;
//! - what Plane derives, such as `description_stripped` from `description_html`, `completed_at` from
//!   the state, `slug` from a state's name, `metadata` from a link's page and `cover_image_url` from
//!   `cover_image`, and HTML cleaning;
//! - what else Plane asks: `project_id` in the body of a cycle; that a default state stays; unique external
//!   references of comments, unique URLs of links; whether a time zone exists, of which it checks the area only;
//! - special characters in a project's name and identifier, which Plane refuses, and archiving;
//! - compression, CORS, time zones other than UTC, replicas that lag behind, and outages.
//!
//! # Differences on purpose
//!
//! - Ids count up (`00000000-0000-4000-8000-000000000003`, …), as version 4 UUIDs: the same
//!   requests in the same order get the same ids in every run.
//! - Time passes as the async runtime's clock says, so that with paused time the rate limit and
//!   the timestamps stand still and can be advanced.
//! - A page has at most 100 objects, as documented. The Community Edition allows 1000, other
//!   servers need not.
//! - Deleting an unknown project is a 404, where Plane says 403. `state: null` clears a work item's
//!   state, where Plane keeps it. `sequence_id`, `is_draft`, `archived_at` and `created_at` of a work
//!   item are ignored, where Plane takes them, and after a change of the middle two answers 404 for
//!   the work item. No project has a `sort_order`, which Plane shows in lists.
//! - A comment's `description` is null, where Plane has an id. New links and comments have no `updated_by`.
//!   A sticky's malformed id is an unknown route, where Plane says `Not found.`
//! - `HEAD`, `OPTIONS` and a sticky's `PUT` are in `Allow` as in Plane's, and a 405.
//! - Each resource holds at most 100,000 objects and 256 MiB. A create beyond that is a 507, and so is an update that makes an
//!   object larger. The latest 100,000 requests are kept, with 64 MiB of paths and queries at most.
//! - Without [`SandboxBuilder::rate_limit`] nothing is limited and no rate-limit header is sent.
//!
//! # Where each behaviour comes from
//!
//! *Documented*: Plane's API reference. *SDK*: an official SDK. *Recorded*: seen on a Community
//! Edition 1.3.1. *Source*: read in that edition's source. *Assumed*: no source says; where it
//! follows from the framework that Plane is built on, *assumed (framework)*.
//!
//! | Behaviour | From |
//! | --- | --- |
//! | Key in `X-Api-Key`; without it 401 `Authentication credentials were not provided.`, also with a bearer token | recorded |
//! | Access token in `Authorization: Bearer …`, if one is set; another one is answered like none | documented; the answer is assumed |
//! | Wrong key: 403 `Given API token is not valid` | recorded |
//! | Unknown workspace: 403 `You do not have permission to perform this action.` | recorded |
//! | Unknown route, or an id that is no lower-case UUID: 404 `{"error": "Page not found."}`, with or without a key | recorded, source |
//! | Unknown object: 404 `{"error": "The requested resource does not exist."}` | recorded |
//! | Missing slash at the end: 301 to the path with the slash, query kept | recorded |
//! | Encoded slashes in a path separate segments | source |
//! | Other methods, `HEAD` and `OPTIONS` too: 405 `Method "…" not allowed.`, after the checks above | recorded |
//! | `Accept` without JSON: 406 `Could not satisfy the request Accept header.` | recorded |
//! | `Allow` on every answer of a route | recorded |
//! | Body without a JSON content type: 415 `Unsupported media type "…" in request.` | recorded |
//! | Malformed JSON: 400 `JSON parse error - Expecting value: line 1 column 10 (char 9)` | recorded; that the reason is always `Expecting value` is not |
//! | JSON that is no object: 400 under `non_field_errors` | recorded |
//! | Body over 5 MiB: 413 `REQUEST_BODY_TOO_LARGE` | source |
//! | Limit: at most so many calls in any 60 s; `X-RateLimit-Remaining`, and `X-RateLimit-Reset` always 60 s from now | recorded, source |
//! | Over the limit: 429 `{"error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED"}`, `Retry-After` in whole seconds until the oldest call is 60 s old, no other rate-limit header | recorded |
//! | Calls refused with 401, 403, 406 or 429, and unknown routes, do not count | source |
//! | Create: 201 | documented |
//! | Create overwrites the customer with the same `external_id` and `external_source`, or else with the same name | documented |
//! | … and then answers 200, and leaves what was not sent as it was | assumed |
//! | Update: 200; absent fields stay, `null` clears | documented; recorded for work items |
//! | Update to another customer's external reference: 409 with the id that was addressed | assumed, as recorded for work items |
//! | Update to another customer's name is allowed | assumed |
//! | Delete: 204; gone afterwards | documented |
//! | The fields of a customer's requests | documented, SDK; their values are assumed |
//! | Requests of an unknown customer: 403 | assumed, as recorded for projects |
//! | Delete of the collection by `external_source` and `external_id`: 204, 404 if there is none | SDK; the statuses are assumed |
//! | … and 400 `external_source and external_id are required` without them | assumed |
//! | `name` is required, may not be blank or null, at most 255 characters | documented; length and messages as recorded for other resources |
//! | Every other field may be null | SDK (answers) |
//! | Lengths of the other strings: 255, `email` 254; email, URL, integer, time and UUID formats, and their messages | assumed (framework) |
//! | Strings are trimmed; numbers pass for strings and strings for integers | assumed (framework) |
//! | Unknown and read-only fields in a body are ignored | recorded |
//! | `description` is an object in requests and a string, its JSON text, in answers | documented, SDK; that it is the JSON text is assumed |
//! | `created_by` and `updated_by` can be sent; else they are the key's user, `updated_by` from the first change on | documented; recorded for work items |
//! | Times in UTC with microseconds and `Z` | recorded |
//! | The page envelope, cursors `size:page:0` and `size:page:1`; `next_cursor` never null; `size:-1:1` before the first page, and 400 `Error in parsing` for it | recorded, source |
//! | `Invalid per_page parameter.`, `Invalid cursor parameter.`; 500 for a `per_page` below 1 | recorded, source |
//! | 20 objects a page by default | documented (sample answers); the Community Edition has 1000 |
//! | `per_page` over 100: 400 `Invalid per_page value. Cannot exceed 100.` | documented; the answer is from the source |
//! | Newest first; `order_by=name` and `order_by=-name`, nulls last, unknown fields 500; `fields=id,name` | assumed, as recorded for work items |
//! | A new project's fields and their values; always the same icon, where Plane chooses one | recorded |
//! | The identifier of a project is kept in upper case | recorded |
//! | Name or identifier of another project: 409 `{"name": "The project name is already taken"}` | recorded; on create with another's identifier, and on update with another's name, assumed |
//! | A new work item's fields and their values | recorded |
//! | `sequence_id` counts from 1 in each project, and no number comes twice | recorded; that deleted ones count is assumed |
//! | `sort_order` is 65535, then 10000 more than the highest | recorded |
//! | External reference of another work item: 409 with its id, on update with the id that was addressed | recorded |
//! | List with `external_id` and `external_source`: that work item, 404 if there is none | recorded |
//! | Work items of an unknown project: 403, which does not count | recorded |
//! | Dates, words, numbers and lists of UUIDs, and their messages | recorded |
//! | The fields and values of new states, labels, cycles, modules, links, comments and stickies; states answer 200 on create | recorded |
//! | The counts of cycles and modules and `is_member` of comments are shown by lists and gets only; a changed module answers eight fields | recorded |
//! | States in the order of `sequence`, 15000 apart; labels and stickies 10000 behind the last, cycles and modules 10000 before the first | recorded; that the first state has 65535 is assumed |
//! | A cycle begins at 00:00:01 of its first day and ends at 23:59:00 of its last | recorded |
//! | A label's name taken: 409 `Label with the same name already exists in the project`; a module's: 400 `MODULE_NAME_ALREADY_EXISTS` | recorded; that states do as labels is assumed |
//! | … on update: 400 `The payload is not valid`; a module's: 400 `Module with this name already exists` | recorded |
//! | A new project with any `project_lead`: 400 `Please provide valid detail`, and the project is there | recorded |
//! | A new state's `sequence` and a new sticky's `sort_order` are ignored | recorded |
//! | `Cannot create triage state`; a cycle with one day only, or its start after its end; a change to one that is over | recorded |
//! | Work items and modules: `Start date cannot exceed target date` | recorded; its shape is assumed as for cycles |
//! | A cycle's owner that is cleared is the key's user | recorded |
//! | `timezone`, `archive_in`, `close_in` (0 to 12) and `point` (0 to 12): 400 on the field | recorded; the messages are assumed |
//! | A comment's `parent` is ignored; `members` of modules are sent whatever `fields` says | recorded |
//! | `order_by=priority` by urgency, `state__name`, `state__group`, `labels__name`, `assignees__first_name` | recorded; that the first two sort by what the state means is from the source |
//! | External reference of another state, cycle or module: 409 | recorded; that labels do the same is assumed |
//! | A link's URL: `Invalid URL format.`, `Invalid URL scheme.` | recorded |
//! | Links and comments of an unknown work item: an empty list | recorded; that they can be created is assumed |
//! | Unknown sticky: 404 `No Sticky matches the given query.` | recorded (of another member's) |
//! | Members, as an array without pages; a project's have no role | recorded |
//! | Booleans and their message | assumed (framework) |

mod answer;
mod check;
mod engine;
mod limit;
mod page;
mod resource;
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

/// A running stand-in of Plane. It serves until it is dropped.
///
/// See the [module documentation](self) for what it models.
pub struct Sandbox {
    address: SocketAddr,
    workspace: String,
    api_key: String,
    shared: Arc<Shared>,
    /// Dropping it tells the server to stop.
    _stop: oneshot::Sender<()>,
}

impl Sandbox {
    /// Starts a sandbox with the workspace `sandbox`, the API key `plane_api_sandbox` and no limit.
    ///
    /// It runs on the tokio runtime of the caller, which needs its I/O driver and timer.
    ///
    /// # Errors
    ///
    /// If no loopback port can be opened.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// As [`Sandbox::start`], for code without an async runtime.
    ///
    /// # Errors
    ///
    /// As [`Sandbox::start`]; and [within a runtime](crate::blocking#within-a-runtime).
    #[cfg(feature = "blocking")]
    pub fn start_blocking() -> io::Result<Self> {
        Self::builder().start_blocking()
    }

    /// Configures a sandbox before it starts.
    #[must_use]
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder {
            workspace: String::from(DEFAULT_WORKSPACE),
            api_key: String::from(DEFAULT_API_KEY),
            rate_limit: None,
        }
    }

    /// The address to give to a client, such as `http://127.0.0.1:49152`, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The one API key that is accepted.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// Accepts this access token as well, in the place of the one before: what an authorization server does when it
    /// grants a token, or revokes one.
    pub fn set_access_token(&self, token: impl Into<String>) {
        self.shared.engine().set_access_token(token.into());
    }

    /// The slug of the one workspace.
    #[must_use]
    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    /// The requests answered so far, rejected ones included, the oldest first: the latest 100,000.
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

/// The configuration of a [`Sandbox`], made by [`Sandbox::builder`].
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

    /// Answers at most so many calls in any 60 seconds and refuses the others with 429. Plane's
    /// own default is 60. Without it nothing is limited.
    #[must_use]
    pub fn rate_limit(mut self, per_minute: u32) -> Self {
        self.rate_limit = Some(per_minute);
        self
    }

    /// Opens a loopback port that the system chooses, and starts to serve on it.
    ///
    /// # Errors
    ///
    /// If no loopback port can be opened.
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

    /// As [`SandboxBuilder::start`], for code without an async runtime.
    ///
    /// # Errors
    ///
    /// As [`SandboxBuilder::start`]; and [within a runtime](crate::blocking#within-a-runtime).
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

/// A request that a [`Sandbox`] has answered. It holds no headers, so no key either.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The path as it was sent, still encoded.
    pub path: String,
    /// What stood behind the question mark, still encoded.
    pub query: Option<String>,
    /// The status of the answer.
    pub status: StatusCode,
}
