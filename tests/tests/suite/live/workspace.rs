//! Resources outside of projects.

use std::sync::Arc;

use plane_api::{
    Patch,
    v1::stickies::{CreateSticky, DeleteSticky, GetSticky, ListStickies, UpdateSticky},
};

use super::Walk;

pub(super) async fn stickies(walk: Arc<Walk>) -> Option<()> {
    let (workspace, _) = walk.place();
    let create = CreateSticky::new(workspace).name(&walk.name).color("#ffffff");
    let id = walk.call(create).await?.id;
    let got = walk.call(GetSticky::new(workspace, &id)).await?;
    assert_eq!((got.name.as_ref(), got.color.as_deref()), (Some(&walk.name), Some("#ffffff")));

    let update = UpdateSticky::new(workspace, &id).description_html("<p>x</p>");
    let updated = walk.call(update.color(Patch::Clear)).await?;
    assert_eq!((updated.description_html.as_deref(), updated.color), (Some("<p>x</p>"), None));
    assert_eq!(updated.name.as_ref(), Some(&walk.name));

    let listed = walk.call(ListStickies::new(workspace)).await?;
    assert!(listed.results.iter().any(|sticky| sticky.id == id), "the newest come first");
    walk.call(DeleteSticky::new(workspace, &id)).await?;
    walk.gone(GetSticky::new(workspace, &id)).await;
    Some(())
}

/// Deletes objects that a failed part left outside of the project.
pub(super) async fn leftovers(walk: Arc<Walk>) -> Option<()> {
    let (workspace, _) = walk.place();
    let listed = walk.call(ListStickies::new(workspace)).await?.results;
    for sticky in listed.iter().filter(|sticky| sticky.name.as_ref() == Some(&walk.name)) {
        walk.call(DeleteSticky::new(workspace, &sticky.id)).await?;
    }
    Some(())
}
