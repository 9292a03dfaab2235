//! Resources of a work item.

use std::sync::Arc;

use plane_api::{
    Patch,
    upload::{Upload, UploadFile},
    v1::work_items::{
        attachments::{
            DeleteWorkItemAttachment, GetWorkItemAttachment, ListWorkItemAttachments,
            WorkItemAttachmentId,
        },
        comments::{
            CreateWorkItemComment, DeleteWorkItemComment, GetWorkItemComment, ListWorkItemComments,
            UpdateWorkItemComment,
        },
        links::{
            CreateWorkItemLink, DeleteWorkItemLink, GetWorkItemLink, ListWorkItemLinks,
            UpdateWorkItemLink,
        },
        relations::{
            CreateWorkItemRelations, ListWorkItemRelations, RemoveWorkItemRelation,
            WorkItemRelationType,
        },
    },
};

use super::Walk;

pub(super) async fn comments(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let item = walk.work_item("with comments").await?;
    let create = CreateWorkItemComment::new(workspace, project, &item)
        .comment_html("<p>first</p>")
        .external_source("live")
        .external_id("C1");
    let id = walk.call(create).await?.id;
    let got = walk.call(GetWorkItemComment::new(workspace, project, &item, &id)).await?;
    assert_eq!(got.comment_html.as_deref(), Some("<p>first</p>"));

    let update = UpdateWorkItemComment::new(workspace, project, &item, &id);
    let update = update.comment_html("<p>second</p>").external_id(Patch::Clear);
    let updated = walk.call(update).await?;
    assert_eq!(updated.comment_html.as_deref(), Some("<p>second</p>"));
    assert_eq!(updated.external_id, None);

    let listed = walk.call(ListWorkItemComments::new(workspace, project, &item)).await?;
    assert!(listed.results.iter().any(|comment| comment.id == id));
    walk.call(DeleteWorkItemComment::new(workspace, project, &item, &id)).await?;
    walk.gone(GetWorkItemComment::new(workspace, project, &item, &id)).await;
    Some(())
}

pub(super) async fn links(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let item = walk.work_item("with links").await?;
    let create = CreateWorkItemLink::new(workspace, project, &item, "https://example.com/a");
    let id = walk.call(create.title("A")).await?.id;
    let got = walk.call(GetWorkItemLink::new(workspace, project, &item, &id)).await?;
    assert_eq!(got.title.as_deref(), Some("A"));

    let update = UpdateWorkItemLink::new(workspace, project, &item, &id);
    let updated = walk.call(update.url("https://example.com/b").title(Patch::Clear)).await?;
    assert_eq!((updated.url.as_deref(), updated.title), (Some("https://example.com/b"), None));

    let listed = walk.call(ListWorkItemLinks::new(workspace, project, &item)).await?;
    assert!(listed.results.iter().any(|link| link.id == id));
    walk.call(DeleteWorkItemLink::new(workspace, project, &item, &id)).await?;
    walk.gone(GetWorkItemLink::new(workspace, project, &item, &id)).await;
    Some(())
}

pub(super) async fn relations(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let item = walk.work_item("blocked").await?;
    let other = walk.work_item("blocking").await?;
    let relation = WorkItemRelationType::BlockedBy;
    let create = CreateWorkItemRelations::new(workspace, project, &item, relation, [&other]);
    let created = walk.call(create).await?.0;
    assert!(created.iter().any(|related| related.id == other));

    let list = ListWorkItemRelations::new(workspace, project, &item);
    let listed = walk.call(list.clone()).await?.blocked_by.unwrap_or_default();
    assert!(listed.iter().any(|related| related.issue_id == other));
    walk.call(RemoveWorkItemRelation::new(workspace, project, &item, &other)).await?;
    assert_eq!(walk.call(list).await?.blocked_by.unwrap_or_default(), []);
    Some(())
}

pub(super) async fn attachments(walk: Arc<Walk>) -> Option<()> {
    let (workspace, project) = walk.place();
    let item = walk.work_item("with attachments").await?;
    let file = UploadFile::new("note.txt", "text/plain", "hello");
    let sent = Upload::attachment(workspace, project, &item, file).send(&walk.client).await;
    let uploaded = walk.settle("CreateWorkItemAttachment", sent)?;
    let id = WorkItemAttachmentId::from(String::from(uploaded.asset_id));

    let list = ListWorkItemAttachments::new(workspace, project, &item);
    let listed = walk.call(list.clone()).await?;
    assert!(listed.iter().any(|attachment| attachment.id == id));
    let get = GetWorkItemAttachment::new(workspace, project, &item, &id);
    let address = walk.call(get).await?;
    let file = address.download(&walk.client).await.unwrap().collect().await.unwrap();
    assert_eq!(file, "hello");

    walk.call(DeleteWorkItemAttachment::new(workspace, project, &item, &id)).await?;
    assert_eq!(walk.call(list).await?, []);
    Some(())
}
