//! Runs the shipped requests against Plane: every resource is created, read, updated, cleared, listed and deleted.
//!
//! By default, the server is a [`Sandbox`]. With these variables set, it is a real server of any edition:
//!
//! ```sh
//! PLANE_BASE_URL=https://plane.example PLANE_API_KEY=plane_api_… PLANE_WORKSPACE_SLUG=acme \
//!     cargo test -p plane-tests --test suite live -- --nocapture
//! ```
//!
//! Requirements: a Community Edition 1.3.1, because the parts in `facts` assert where that release differs from the
//! documentation; a workspace that the user of the API key can administer; room in its plan for two more projects; and clocks
//! that agree within a day. Another release may have fixed a difference that a part in `facts` asserts: then the part
//! fails, and the documentation of the request must be corrected.
//!
//! Not covered: resources that no available edition serves (customers and the other commercial ones); webhooks, which
//! need a receiver that the server can reach; the 500 of asset uploads, which leave rows that nobody can delete; and
//! the `created_by` of links, which is null only some seconds later. The sandbox's tests and the recordings cover
//! those.
//!
//! The test works in a new project named `live …`, and deletes it at the end, even after a failure, as well as the
//! second project and its stickies. One other member of the workspace, if there is one, is added to that project for a
//! moment. A route that the edition or the plan lacks is no failure: it is printed. The test makes about 160 calls and
//! respects the server's rate limit, so it may take four minutes. If it is killed, delete the projects manually.

mod below_work_items;
mod facts;
mod planning;
mod project;
mod workspace;

use std::{
    env,
    future::Future,
    mem,
    sync::{Arc, Mutex},
};

use plane_api::{
    Client, Endpoint,
    http::StatusCode,
    ids::{ProjectId, WorkItemId},
    sandbox::Sandbox,
    v1::{
        projects::{CreateProject, DeleteProject, GetProject, ListProjects},
        stickies::{CreateSticky, ListStickies},
        work_items::CreateWorkItem,
    },
};

/// The server under test.
#[derive(Clone)]
struct At {
    client: Client,
    base_url: String,
    workspace: String,
    /// `true` if the server is real, and so supports what the sandbox's documentation lists as missing.
    real: bool,
}

/// The context of a part of the test.
struct Walk {
    client: Client,
    at: At,
    workspace: String,
    project: ProjectId,
    /// A name that is unique in the workspace.
    name: String,
    lacking: Mutex<Vec<&'static str>>,
}

/// The outcome of a part: the requests for which the server has no route, and whether something else failed.
#[derive(Debug, PartialEq)]
struct Part {
    name: &'static str,
    lacking: Vec<&'static str>,
    failed: bool,
}

impl Walk {
    /// Creates a project for the test.
    async fn begin(at: &At) -> Arc<Self> {
        let At { client, workspace, .. } = at;
        let number = fastrand::u32(..);
        let name = format!("live {number}");
        let create = CreateProject::new(workspace, &name, format!("L{number}")).emoji("128512");
        let project = create.cycle_view(true).module_view(true).send(client).await.unwrap().id;
        let (client, workspace) = (client.clone(), workspace.to_owned());
        let at = at.clone();
        Arc::new(Self { client, at, workspace, project, name, lacking: Mutex::default() })
    }

    /// Deletes the project and all its contents.
    async fn end(&self) {
        let (workspace, project) = self.place();
        DeleteProject::new(workspace, project).send(&self.client).await.unwrap();
        let error = GetProject::new(workspace, project).send(&self.client).await.unwrap_err();
        assert!(error.is_not_found() || error.is_forbidden(), "{error}");
        // The server responds with 404 at first, and with 403 a few seconds later.
        let again = DeleteProject::new(workspace, project).send(&self.client).await.unwrap_err();
        assert!(again.is_not_found() || again.is_forbidden(), "{again}");
    }

    /// The workspace and the project, in the form that requests take.
    fn place(&self) -> (&str, &ProjectId) {
        (&self.workspace, &self.project)
    }

    /// Returns the response, or `None` if the server lacks the route.
    async fn call<E: Endpoint>(&self, request: E) -> Option<E::Response> {
        self.settle(E::SPEC.name, self.client.send(&request).await)
    }

    fn settle<T>(&self, name: &'static str, result: plane_api::Result<T>) -> Option<T> {
        match result {
            Ok(answer) => Some(answer),
            Err(error) if is_lacking(&error) => {
                self.lacking.lock().unwrap().push(name);
                None
            }
            Err(error) => panic!("{name}: {error}"),
        }
    }

    /// Returns the rejection, or `None` if the server lacks the route.
    async fn rejection<E: Endpoint>(&self, request: E) -> Option<plane_api::Error> {
        let name = E::SPEC.name;
        match self.client.send(&request).await {
            Ok(_) => panic!("{name}: the server accepted it"),
            Err(error) if is_lacking(&error) => self.settle(name, Err(error)),
            Err(error) => Some(error),
        }
    }

    /// Asserts that the request is rejected with this message, if the server has its route.
    async fn rejected<E: Endpoint>(&self, request: E, status: u16, words: &str) -> Option<()> {
        let error = self.rejection(request).await?;
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status), "{error}");
        assert!(error.to_string().contains(words), "{}: {error}", E::SPEC.name);
        Some(())
    }

    /// Asserts that the object no longer exists.
    async fn gone<E: Endpoint>(&self, request: E) {
        match self.client.send(&request).await {
            Ok(_) => panic!("{}: it still exists", E::SPEC.name),
            Err(error) => assert!(error.is_not_found(), "{}: {error}", E::SPEC.name),
        }
    }

    /// Creates a work item that only has a name.
    async fn work_item(&self, name: &str) -> Option<WorkItemId> {
        let (workspace, project) = self.place();
        Some(self.call(CreateWorkItem::new(workspace, project, name)).await?.id)
    }

    /// Runs one part in its own task, so that its failure does not stop the others.
    async fn part<F>(
        self: &Arc<Self>,
        name: &'static str,
        part: impl FnOnce(Arc<Self>) -> F,
    ) -> Part
    where
        F: Future<Output = Option<()>> + Send + 'static,
    {
        let failed = tokio::spawn(part(Arc::clone(self))).await.is_err();
        let lacking = mem::take(&mut *self.lacking.lock().unwrap());
        Part { name, lacking, failed }
    }
}

/// Returns `true` if the server's edition has no such route, or the workspace's plan does not include it.
fn is_lacking(error: &plane_api::Error) -> bool {
    error.is_route_missing()
        || error.is_plan_required()
        || error.status() == Some(StatusCode::METHOD_NOT_ALLOWED)
}

/// Runs all parts, and cleans up.
async fn walk(at: &At) -> Vec<Part> {
    let walk = Walk::begin(at).await;
    let mut parts = Vec::new();
    macro_rules! go {
        ($($room:ident::$part:ident)*) => {
            $(parts.push(walk.part(stringify!($part), $room::$part).await);)*
        };
    }
    go! {
        project::projects project::states project::labels project::members
        planning::work_items planning::cycles planning::modules planning::intake
        below_work_items::comments below_work_items::links below_work_items::relations
        below_work_items::attachments
        workspace::stickies
        facts::half_a_project facts::states_and_labels facts::orders facts::imported facts::limits_of_work_items
        facts::completed facts::descriptions facts::dates facts::cycle_owners facts::unknown_work_items facts::edited_comments
        facts::snoozed facts::empty_files facts::missing_routes
        workspace::leftovers
    }
    walk.end().await;
    parts
}

/// Returns the server that the environment describes, if any.
fn live() -> Option<At> {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let base_url = set("PLANE_BASE_URL")?;
    set("PLANE_API_KEY")?;
    let workspace = set("PLANE_WORKSPACE_SLUG")?;
    Some(At { client: Client::from_env().unwrap(), base_url, workspace, real: true })
}

fn of(sandbox: &Sandbox) -> At {
    let base_url = sandbox.base_url();
    let client = Client::plane().base_url(&base_url).api_key(sandbox.api_key()).build().unwrap();
    At { client, base_url, workspace: sandbox.workspace().to_owned(), real: false }
}

async fn assert_nothing_is_left(At { client, workspace, .. }: &At) {
    assert_eq!(ListProjects::new(workspace).send(client).await.unwrap().results, []);
    assert_eq!(ListStickies::new(workspace).send(client).await.unwrap().results, []);
}

#[tokio::test]
async fn every_part_works() {
    if let Some(at) = live() {
        let parts = walk(&at).await;
        for part in &parts {
            println!("{}: {}", part.name, if part.failed { "failed" } else { "walked through" });
            part.lacking.iter().for_each(|name| println!("    {name}: not there"));
        }
        assert!(parts.iter().all(|part| !part.failed), "{parts:?}");
        return;
    }
    let sandbox = Sandbox::start().await.unwrap();
    let at = of(&sandbox);
    let parts = walk(&at).await;
    let part =
        |name, lacking: &[&'static str]| Part { name, lacking: lacking.to_vec(), failed: false };
    assert_eq!(
        parts,
        [
            part("projects", &[]),
            part("states", &[]),
            part("labels", &[]),
            part("members", &[]),
            part("work_items", &[]),
            part("cycles", &["AddCycleWorkItems"]),
            part("modules", &["AddModuleWorkItems"]),
            part("intake", &["CreateIntakeWorkItem"]),
            part("comments", &[]),
            part("links", &[]),
            part("relations", &["CreateWorkItemRelations"]),
            part("attachments", &["CreateWorkItemAttachment"]),
            part("stickies", &[]),
            part("half_a_project", &[]),
            part("states_and_labels", &[]),
            part("orders", &[]),
            part("imported", &[]),
            part("limits_of_work_items", &[]),
            part("completed", &[]),
            part("descriptions", &[]),
            part("dates", &[]),
            part("cycle_owners", &[]),
            part("unknown_work_items", &["AddCycleWorkItems"]),
            part("edited_comments", &[]),
            part("snoozed", &["CreateIntakeWorkItem"]),
            part("empty_files", &[]),
            part("missing_routes", &["ListInitiatives"]),
            part("leftovers", &[]),
        ]
    );
    assert_nothing_is_left(&at).await;
}

#[tokio::test]
async fn a_part_that_fails_stops_no_other_and_leaves_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let at = of(&sandbox);
    let walk = Walk::begin(&at).await;
    let failing = walk.part("failing", |walk| async move {
        walk.call(CreateSticky::new(&walk.workspace).name(&walk.name)).await?;
        walk.call(GetProject::new("elsewhere", &walk.project)).await?;
        Some(())
    });
    assert_eq!(failing.await, Part { name: "failing", lacking: Vec::new(), failed: true });
    assert!(!walk.part("leftovers", workspace::leftovers).await.failed);
    walk.end().await;
    assert_nothing_is_left(&at).await;
}
