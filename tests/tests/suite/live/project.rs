//! The project itself, and its settings.

use std::sync::Arc;

use plane_api::{
    Patch,
    ids::UserId,
    v1::{
        common::MemberRole,
        labels::{CreateLabel, DeleteLabel, GetLabel, ListLabels, UpdateLabel},
        projects::{
            GetProject, ListProjects, UpdateProject,
            members::{
                AddProjectMember, GetProjectMember, ListProjectMembers, RemoveProjectMember,
                UpdateProjectMember,
            },
        },
        states::{CreateState, DeleteState, GetState, ListStates, StateGroup, UpdateState},
        workspaces::members::ListWorkspaceMembers,
    },
};

use super::Walk;

pub(super) async fn projects(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let got = walk.call(GetProject::new(workspace, project)).await?;
    assert_eq!(got.name.as_ref(), Some(&walk.name));
    assert_eq!(got.emoji.as_deref(), Some("128512"));

    let update = UpdateProject::new(workspace, project).description("d").intake_view(true);
    let updated = walk.call(update.emoji(Patch::Clear)).await?;
    assert_eq!((updated.description.as_deref(), updated.intake_view), (Some("d"), Some(true)));
    assert_eq!((updated.emoji, updated.name), (None, Some(walk.name.clone())));

    let list = ListProjects::new(workspace).fields(["id"]);
    let mut projects = list.items(&walk.client);
    while let Some(listed) = projects.next().await {
        if listed.unwrap().id == *project {
            return Some(());
        }
    }
    panic!("the project is not listed");
}

pub(super) async fn states(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let create = CreateState::new(workspace, project, "Review", "#123456")
        .group(StateGroup::Started)
        .external_source("live")
        .external_id("S1");
    let id = walk.call(create).await?.id;
    let got = walk.call(GetState::new(workspace, project, &id)).await?;
    assert_eq!((got.name.as_deref(), got.group), (Some("Review"), Some(StateGroup::Started)));

    let update = UpdateState::new(workspace, project, &id).color("#654321");
    let updated = walk.call(update.external_id(Patch::Clear)).await?;
    assert_eq!((updated.color.as_deref(), updated.external_id), (Some("#654321"), None));
    assert_eq!(updated.name.as_deref(), Some("Review"));

    let listed = walk.call(ListStates::new(workspace, project)).await?;
    assert!(listed.results.iter().any(|state| state.id == id));
    walk.call(DeleteState::new(workspace, project, &id)).await?;
    walk.gone(GetState::new(workspace, project, &id)).await;
    Some(())
}

pub(super) async fn labels(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let parent = walk.call(CreateLabel::new(workspace, project, "area")).await?.id;
    let create = CreateLabel::new(workspace, project, "area: engine").color("#ff0000");
    let created = walk.call(create.parent(&parent)).await?;
    let id = created.id;
    let got = walk.call(GetLabel::new(workspace, project, &id)).await?;
    assert_eq!(got.color.as_deref(), Some("#ff0000"));
    assert_eq!(got.parent, created.parent);

    let update = UpdateLabel::new(workspace, project, &id).name("engine");
    let updated = walk.call(update.parent(Patch::Clear)).await?;
    assert_eq!((updated.name.as_deref(), updated.parent), (Some("engine"), None));
    assert_eq!(updated.color.as_deref(), Some("#ff0000"));

    let listed = walk.call(ListLabels::new(workspace, project)).await?.results;
    assert!([&id, &parent].iter().all(|id| listed.iter().any(|label| label.id == **id)));
    walk.call(DeleteLabel::new(workspace, project, &id)).await?;
    walk.gone(GetLabel::new(workspace, project, &id)).await;
    Some(())
}

pub(super) async fn members(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let everybody = walk.call(ListWorkspaceMembers::new(workspace)).await?;
    let inside = walk.call(ListProjectMembers::new(workspace, project)).await?;
    assert!(!everybody.is_empty() && !inside.is_empty());
    // A workspace's guests can only be guests in its projects.
    let able = everybody
        .iter()
        .filter(|member| member.is_bot != Some(true) && member.role != Some(MemberRole::Guest));
    let mut able = able.map(|member| UserId::from(String::from(&member.id)));
    // A workspace with one member has nobody to add.
    let Some(other) = able.find(|id| inside.iter().all(|member| member.id != *id)) else {
        return Some(());
    };

    let add = AddProjectMember::new(workspace, project, &other).role(MemberRole::Guest);
    let id = walk.call(add).await?.id;
    walk.call(GetProjectMember::new(workspace, project, &id)).await?;
    let update = UpdateProjectMember::new(workspace, project, &id).role(MemberRole::Member);
    assert_eq!(walk.call(update).await?.role, MemberRole::Member);
    let inside = walk.call(ListProjectMembers::new(workspace, project)).await?;
    assert!(inside.iter().any(|member| member.id == other));
    walk.call(RemoveProjectMember::new(workspace, project, &id)).await?;
    // The membership still exists but is inactive, which no response shows; the member cannot be added again.
    let inside = walk.call(ListProjectMembers::new(workspace, project)).await?;
    assert!(inside.iter().any(|member| member.id == other));
    walk.call(GetProjectMember::new(workspace, project, &id)).await?;
    let update = UpdateProjectMember::new(workspace, project, &id).role(MemberRole::Guest);
    walk.call(update).await?;
    let again = AddProjectMember::new(workspace, project, &other).role(MemberRole::Guest);
    walk.rejected(again, 400, "The payload is not valid").await
}
