//! Differences between a Community Edition 1.3.1 and the documentation: each is documented at the request or model that
//! it concerns. Features that the sandbox's documentation lists as missing are only checked on a real server.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, civil::date, tz::Offset};
use plane_api::{
    Client, Delivery, ErrorKind, Patch,
    ids::{UserId, WorkItemId},
    upload::{Upload, UploadFile},
    v1::{
        cycles::{AddCycleWorkItems, CreateCycle, DeleteCycle, GetCycle, UpdateCycle},
        initiatives::ListInitiatives,
        intake::{
            CreateIntakeWorkItem, GetIntakeWorkItem, IntakeWorkItemInput, ListIntakeWorkItems,
            UpdateIntakeWorkItem,
        },
        labels::{CreateLabel, UpdateLabel},
        modules::{AddModuleWorkItems, CreateModule},
        projects::{CreateProject, DeleteProject, ListProjects, UpdateProject},
        states::{CreateState, DeleteState, ListStates, StateGroup, UpdateState},
        work_items::{
            CreateWorkItem, GetWorkItem, GetWorkItemByIdentifier, ListWorkItems, Priority,
            UpdateWorkItem,
            comments::{CreateWorkItemComment, GetWorkItemComment, UpdateWorkItemComment},
        },
        workspaces::members::ListWorkspaceMembers,
    },
};

use super::Walk;

/// The id of an object that does not exist.
const NOBODY: &str = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

/// A lead is rejected after the project was created.
pub(super) async fn half_a_project(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let members = walk.call(ListWorkspaceMembers::new(workspace)).await?;
    let lead = UserId::from(String::from(&members.first()?.id));
    let name = format!("{} lead", walk.name);
    let create = CreateProject::new(workspace, &name, format!("K{}", fastrand::u32(..)));
    walk.rejected(create.project_lead(lead), 400, "Please provide valid detail").await?;
    let mut projects = ListProjects::new(workspace).items(&walk.client);
    let mut half = None;
    while let Some(listed) = projects.next().await {
        half = Some(listed.unwrap()).filter(|listed| listed.name.as_ref() == Some(&name)).or(half);
    }
    // The project exists nevertheless.
    let half = half.unwrap().id;
    let states = walk.call(ListStates::new(workspace, &half)).await?;
    assert_eq!(states.results, []);
    walk.call(DeleteProject::new(workspace, &half)).await?;

    for update in [
        UpdateProject::new(workspace, project).timezone("Mars/Olympus"),
        UpdateProject::new(workspace, project).archive_in(13),
        UpdateProject::new(workspace, project).close_in(13),
    ] {
        let error = walk.rejection(update).await?;
        assert_eq!((error.status().unwrap().as_u16(), error.field_errors().len()), (400, 1));
    }
    Some(())
}

/// A new state is sorted last; names are unique; states in use and the default cannot be deleted.
pub(super) async fn states_and_labels(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = |name| CreateState::new(workspace, project, name, "#123456");
    let first = walk.call(create("first").sequence(12.5)).await?;
    let second = walk.call(create("second").sequence(12.5)).await?;
    assert_eq!(second.sequence, first.sequence.map(|sequence| sequence + 15_000.0));
    let update = UpdateState::new(workspace, project, &second.id).sequence(12.5);
    assert_eq!(walk.call(update).await?.sequence, Some(12.5));
    walk.rejected(create("third").group(StateGroup::Triage), 400, "Cannot create triage state")
        .await?;

    walk.call(CreateLabel::new(workspace, project, "taken")).await?;
    let other = walk.call(CreateLabel::new(workspace, project, "other")).await?;
    let update = UpdateLabel::new(workspace, project, &other.id).name("taken");
    let error = walk.rejection(update).await?;
    assert_eq!((error.status().unwrap().as_u16(), error.existing_id()), (400, None));
    assert_eq!(error.detail(), Some("The payload is not valid"));

    if walk.at.real {
        walk.call(CreateWorkItem::new(workspace, project, "uses it").state(&first.id)).await?;
        let error = walk.rejection(DeleteState::new(workspace, project, &first.id)).await?;
        assert_eq!(error.status().unwrap().as_u16(), 400);
        let states = walk.call(ListStates::new(workspace, project)).await?.results;
        let default = states.into_iter().find(|state| state.default == Some(true)).unwrap();
        let error = walk.rejection(DeleteState::new(workspace, project, &default.id)).await?;
        assert_eq!(error.status().unwrap().as_u16(), 400);
    }
    Some(())
}

/// Lists are sorted by the meaning of enum values.
pub(super) async fn orders(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    for priority in [Priority::Low, Priority::Urgent, Priority::High] {
        let name = format!("in order {priority}");
        walk.call(CreateWorkItem::new(workspace, project, name).priority(priority)).await?;
    }
    let list = |order: &str| ListWorkItems::new(workspace, project).order_by(order).per_page(100);
    let listed = walk.call(list("priority")).await?.results.into_iter();
    let listed = listed.filter(|item| item.name.as_ref().unwrap().starts_with("in order"));
    let priorities: Vec<_> = listed.filter_map(|item| item.priority).collect();
    assert_eq!(priorities, [Priority::Urgent, Priority::High, Priority::Low]);
    for order in ["state__name", "-state__group", "labels__name", "assignees__first_name"] {
        walk.call(list(order)).await?;
    }
    Some(())
}

/// The creator and the creation time can be imported, but the response to the create does not contain them.
pub(super) async fn imported(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let past: Timestamp = "2020-01-02T03:04:05Z".parse().unwrap();
    let create = CreateWorkItem::new(workspace, project, "imported").created_at(past);
    let created = walk.call(create).await?;
    assert_ne!(created.created_at, Some(past));
    if walk.at.real {
        let got = walk.call(GetWorkItem::new(workspace, project, &created.id)).await?;
        assert_eq!(got.created_at, Some(past));
    }
    Some(())
}

pub(super) async fn limits_of_work_items(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = |point| CreateWorkItem::new(workspace, project, "with points").point(point);
    walk.call(create(12)).await?;
    let error = walk.rejection(create(13)).await?;
    assert_eq!(
        (error.status().unwrap().as_u16(), error.field_errors()[0].field.as_str()),
        (400, "point")
    );
    let create = CreateWorkItem::new(workspace, project, "backwards");
    let create = create.start_date(date(2099, 1, 2)).target_date(date(2099, 1, 1));
    walk.rejected(create, 400, "Start date cannot exceed target date").await
}

/// The server sets the time of completion while the state completes.
pub(super) async fn completed(walk: Arc<Walk>) -> Option<()> {
    if !walk.at.real {
        return Some(());
    }
    let (workspace, project) = walk.place();
    let done = CreateState::new(workspace, project, "shipped", "#123456");
    let done = walk.call(done.group(StateGroup::Completed)).await?.id;
    let item = walk.work_item("shipped").await?;
    let update = || UpdateWorkItem::new(workspace, project, &item);
    walk.call(update().state(&done)).await?;
    let past: Timestamp = "2020-01-02T03:04:05Z".parse().unwrap();
    for update in [update().completed_at(past), update().completed_at(Patch::Clear)] {
        walk.call(update).await?;
        let got = walk.call(GetWorkItem::new(workspace, project, &item)).await?;
        assert!(got.completed_at.is_some_and(|at| at > past), "{:?}", got.completed_at);
    }
    Some(())
}

/// Changes that the server makes to HTML.
pub(super) async fn descriptions(walk: Arc<Walk>) -> Option<()> {
    if !walk.at.real {
        return Some(());
    }
    let (workspace, project) = walk.place();
    let create = |html| CreateWorkItem::new(workspace, project, "html").description_html(html);
    walk.rejected(create(""), 400, "Invalid HTML passed").await?;
    for (html, kept) in [("plain", "<span>"), ("<script>x</script>", "<div>")] {
        let created = walk.call(create(html)).await?;
        let description = created.description_html.unwrap_or_default();
        assert!(description.contains(kept), "{html}: {description}");
    }
    let get = GetWorkItemByIdentifier::new(workspace, "NOSUCHPROJECT", 1);
    let error = walk.rejection(get).await?;
    assert!(error.is_forbidden(), "{error}");
    Some(())
}

/// The days of a cycle.
pub(super) async fn dates(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = |name| CreateCycle::new(workspace, project, name);
    let words = "Both start date and end date are either required or are to be null";
    walk.rejected(create("one day").start_date(date(2099, 5, 1)), 400, words).await?;
    let days = || (date(2099, 5, 1), date(2099, 5, 9));
    let mut created = Vec::new();
    for name in ["first", "overlaps"] {
        let create = create(name).start_date(days().0).end_date(days().1);
        created.push(walk.call(create).await?.id);
    }
    let over = create("over").start_date(date(2020, 1, 1)).end_date(date(2020, 1, 2));
    let over = walk.call(over).await?.id;
    let words = "The Cycle has already been completed so it cannot be edited";
    let update = UpdateCycle::new(workspace, project, &over).name("still over");
    walk.rejected(update, 400, words).await?;
    created.push(over);

    if walk.at.real {
        // The project's time zone is UTC.
        let today = Offset::UTC.to_datetime(Timestamp::now()).date();
        let create = create("today").start_date(today).end_date(date(2099, 1, 1));
        let id = walk.call(create).await?.id;
        let start = walk.call(GetCycle::new(workspace, project, &id)).await?.start_date.unwrap();
        let age = Timestamp::now().duration_since(start);
        assert!(age.abs() < SignedDuration::from_mins(10), "it starts now: {start}");
        created.push(id);
    }
    for id in &created {
        walk.call(DeleteCycle::new(workspace, project, id)).await?;
    }
    Some(())
}

/// If the owner of a cycle is cleared, it becomes the user of the API key.
pub(super) async fn cycle_owners(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let created = walk.call(CreateCycle::new(workspace, project, "owned")).await?;
    let update = UpdateCycle::new(workspace, project, &created.id).owned_by(Patch::Clear);
    let updated = walk.call(update).await?;
    assert!(updated.owned_by.is_some());
    assert_eq!(updated.owned_by.map(UserId::from), created.owned_by.map(UserId::from));
    walk.call(DeleteCycle::new(workspace, project, &created.id)).await
}

/// A module ignores unknown work items, a cycle rejects them.
pub(super) async fn unknown_work_items(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let nothing = WorkItemId::from(NOBODY);
    let cycle = walk.call(CreateCycle::new(workspace, project, "with nothing")).await?.id;
    let add = AddCycleWorkItems::new(workspace, project, &cycle, [&nothing]);
    assert_eq!(walk.rejection(add).await?.status().unwrap().as_u16(), 400);
    let module = walk.call(CreateModule::new(workspace, project, "with nothing")).await?.id?;
    let add = AddModuleWorkItems::new(workspace, project, &module, [&nothing]);
    assert_eq!(walk.call(add).await?, []);
    Some(())
}

/// `edited_at` stays null, and the `parent` is ignored.
pub(super) async fn edited_comments(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let item = walk.work_item("with an edited comment").await?;
    let create = || CreateWorkItemComment::new(workspace, project, &item).comment_html("<p>a</p>");
    let first = walk.call(create()).await?.id;
    let update = UpdateWorkItemComment::new(workspace, project, &item, &first);
    walk.call(update.comment_html("<p>b</p>")).await?;
    let got = walk.call(GetWorkItemComment::new(workspace, project, &item, &first)).await?;
    assert_eq!((got.comment_html.as_deref(), got.edited_at), (Some("<p>b</p>"), None));
    let answer = walk.call(create().parent(&first)).await?;
    assert!(answer.parent.is_none());
    Some(())
}

/// An entry whose snooze time is over is visible to updates only.
pub(super) async fn snoozed(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let input =
        IntakeWorkItemInput { name: Some("Snoozed".to_owned()), ..IntakeWorkItemInput::default() };
    let created = walk.call(CreateIntakeWorkItem::new(workspace, project, input)).await?;
    let id = created.issue_detail.unwrap().id;
    let update = || UpdateIntakeWorkItem::new(workspace, project, &id);
    let past: Timestamp = "2020-01-02T03:04:05Z".parse().unwrap();
    walk.call(update().snoozed_till(past)).await?;
    walk.gone(GetIntakeWorkItem::new(workspace, project, &id)).await;
    let listed = walk.call(ListIntakeWorkItems::new(workspace, project)).await?;
    assert!(listed.results.iter().all(|entry| entry.id != created.id));
    walk.call(update().snoozed_till(Patch::Clear)).await?;
    walk.call(GetIntakeWorkItem::new(workspace, project, &id)).await?;
    Some(())
}

/// An empty file is rejected before it is sent.
pub(super) async fn empty_files(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let file = UploadFile::new("empty.txt", "text/plain", "");
    let mut upload = Upload::attachment(workspace, project, NOBODY, file);
    let error = upload.send(&walk.client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    Some(())
}

/// The server checks the route before the key.
pub(super) async fn missing_routes(walk: Arc<Walk>) -> Option<()> {
    let (workspace, _) = walk.place();
    if walk.call(ListInitiatives::new(workspace)).await.is_none() {
        let stranger = Client::plane().base_url(&walk.at.base_url).api_key("plane_api_unknown");
        let stranger = stranger.allow_insecure_http(true).build().unwrap();
        let error = ListInitiatives::new(workspace).send(&stranger).await.unwrap_err();
        assert!(error.is_route_missing(), "{error}");
    }
    Some(())
}
