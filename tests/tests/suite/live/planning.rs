//! Work items, and the resources to plan them.

use std::sync::Arc;

use jiff::civil::date;
use plane_api::{
    Patch,
    v1::{
        cycles::{
            AddCycleWorkItems, CreateCycle, DeleteCycle, GetCycle, ListCycleWorkItems, ListCycles,
            RemoveCycleWorkItem, UpdateCycle,
        },
        intake::{
            CreateIntakeWorkItem, DeleteIntakeWorkItem, GetIntakeWorkItem, IntakeWorkItemInput,
            ListIntakeWorkItems, UpdateIntakeWorkItem,
        },
        modules::{
            AddModuleWorkItems, CreateModule, DeleteModule, GetModule, ListModuleWorkItems,
            ListModules, ModuleStatus, RemoveModuleWorkItem, UpdateModule,
        },
        work_items::{
            CreateWorkItem, DeleteWorkItem, GetWorkItem, GetWorkItemByExternalId, ListWorkItems,
            Priority, UpdateWorkItem,
        },
    },
};

use super::Walk;

pub(super) async fn work_items(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = CreateWorkItem::new(workspace, project, "Fuel")
        .priority(Priority::High)
        .target_date(date(2099, 1, 31))
        .external_source("live")
        .external_id("W1");
    let id = walk.call(create).await?.id;
    let got = walk.call(GetWorkItem::new(workspace, project, &id)).await?;
    assert_eq!((got.name.as_deref(), &got.priority), (Some("Fuel"), &Some(Priority::High)));
    let find = GetWorkItemByExternalId::new(workspace, project, "live", "W1");
    assert_eq!(walk.call(find).await?.id, id);

    let update = UpdateWorkItem::new(workspace, project, &id).name("Refuel");
    walk.call(update.target_date(Patch::Clear)).await?;
    let got = walk.call(GetWorkItem::new(workspace, project, &id)).await?;
    assert_eq!((got.name.as_deref(), got.target_date), (Some("Refuel"), None));
    assert_eq!(got.priority, Some(Priority::High), "unset fields are left unchanged");

    let listed = walk.call(ListWorkItems::new(workspace, project)).await?;
    assert!(listed.results.iter().any(|item| item.id == id));
    walk.call(DeleteWorkItem::new(workspace, project, &id)).await?;
    walk.gone(GetWorkItem::new(workspace, project, &id)).await;
    Some(())
}

pub(super) async fn cycles(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = CreateCycle::new(workspace, project, "Sprint")
        .start_date(date(2099, 1, 1))
        .end_date(date(2099, 1, 14))
        .external_source("live")
        .external_id("C1");
    let id = walk.call(create).await?.id;
    let got = walk.call(GetCycle::new(workspace, project, &id)).await?;
    let day = got.end_date.unwrap().to_string();
    assert!(day.starts_with("2099-01-14"), "{day}");

    let update = UpdateCycle::new(workspace, project, &id).description("d");
    let updated = walk.call(update.external_id(Patch::Clear)).await?;
    assert_eq!((updated.description.as_deref(), updated.external_id), (Some("d"), None));
    assert_eq!(updated.name.as_deref(), Some("Sprint"));
    let listed = walk.call(ListCycles::new(workspace, project)).await?;
    assert!(listed.results.iter().any(|cycle| cycle.id == id));

    let item = walk.work_item("in a cycle").await?;
    let add = AddCycleWorkItems::new(workspace, project, &id, [&item]);
    // Even if the server lacks this route, the part tests the deletion.
    if let Some(added) = walk.call(add).await {
        assert!(added.iter().any(|entry| entry.issue == item));
        let inside = walk.call(ListCycleWorkItems::new(workspace, project, &id)).await?;
        assert!(inside.results.iter().any(|inside| inside.id == item));
        walk.call(RemoveCycleWorkItem::new(workspace, project, &id, &item)).await?;
        let inside = walk.call(ListCycleWorkItems::new(workspace, project, &id)).await?;
        assert_eq!(inside.results, []);
    }
    walk.call(DeleteCycle::new(workspace, project, &id)).await?;
    walk.gone(GetCycle::new(workspace, project, &id)).await;
    Some(())
}

pub(super) async fn modules(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = CreateModule::new(workspace, project, "Engine")
        .status(ModuleStatus::InProgress)
        .target_date(date(2099, 3, 1));
    let id = walk.call(create).await?.id.unwrap();
    let got = walk.call(GetModule::new(workspace, project, &id)).await?;
    assert_eq!(got.status, Some(ModuleStatus::InProgress));
    assert_eq!(got.target_date, Some(date(2099, 3, 1)));

    let update = UpdateModule::new(workspace, project, &id).description("d");
    walk.call(update.target_date(Patch::Clear)).await?;
    let got = walk.call(GetModule::new(workspace, project, &id)).await?;
    assert_eq!((got.description.as_deref(), got.target_date), (Some("d"), None));
    let listed = walk.call(ListModules::new(workspace, project)).await?;
    assert!(listed.results.iter().any(|module| module.id.as_ref() == Some(&id)));

    let item = walk.work_item("in a module").await?;
    let add = AddModuleWorkItems::new(workspace, project, &id, [&item]);
    if let Some(added) = walk.call(add).await {
        assert_eq!(added.len(), 1);
        let inside = walk.call(ListModuleWorkItems::new(workspace, project, &id)).await?;
        assert!(inside.results.iter().any(|inside| inside.id == item));
        walk.call(RemoveModuleWorkItem::new(workspace, project, &id, &item)).await?;
        let inside = walk.call(ListModuleWorkItems::new(workspace, project, &id)).await?;
        assert_eq!(inside.results, []);
    }
    walk.call(DeleteModule::new(workspace, project, &id)).await?;
    walk.gone(GetModule::new(workspace, project, &id)).await;
    Some(())
}

pub(super) async fn intake(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let named = |name: &str| IntakeWorkItemInput {
        name: Some(name.to_owned()),
        ..IntakeWorkItemInput::default()
    };
    let created = walk.call(CreateIntakeWorkItem::new(workspace, project, named("Bug"))).await?;
    let id = created.issue_detail.unwrap().id;
    let got = walk.call(GetIntakeWorkItem::new(workspace, project, &id)).await?;
    assert_eq!(got.issue_detail.unwrap().name.as_deref(), Some("Bug"));

    let update = UpdateIntakeWorkItem::new(workspace, project, &id).issue(named("Defect"));
    let updated = walk.call(update.snoozed_till(Patch::Clear)).await?;
    assert_eq!(updated.issue_detail.unwrap().name.as_deref(), Some("Defect"));
    assert_eq!(updated.snoozed_till, None);

    let listed = walk.call(ListIntakeWorkItems::new(workspace, project)).await?;
    assert!(listed.results.iter().any(|entry| entry.id == created.id));
    walk.call(DeleteIntakeWorkItem::new(workspace, project, &id)).await?;
    walk.gone(GetIntakeWorkItem::new(workspace, project, &id)).await;
    Some(())
}
