//! [`EditWorkItem`]: one assignee or label more or less.

use crate::{
    client::Client,
    endpoint::id::Id,
    error::{Delivery, Error, ErrorKind, Result},
    plane::{
        ids::{LabelId, ProjectId, UserId, WorkItemId},
        reference::{HasId, Ref},
        v1::work_items::{GetWorkItem, UpdateWorkItem, WorkItem},
    },
};

/// Adds single assignees and labels to a work item, and takes single ones away.
///
/// Plane itself only replaces the whole list: [`UpdateWorkItem`] with one assignee takes the work item away from all
/// others. So this reads the lists, changes them, and writes those that are different. It is **not atomic**: what
/// somebody else changes in these lists between the two requests is lost.
///
/// ```no_run
/// use plane_api::{Client, v1::work_items::EditWorkItem};
///
/// # async fn example(client: Client) -> plane_api::Result<()> {
/// let (project, work_item) = ("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8");
/// let (alice, urgent) = ("6ba7b812-9dad-11d1-80b4-00c04fd430c8", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");
/// EditWorkItem::new("my-workspace", project, work_item)
///     .add_assignee(alice)
///     .remove_label(urgent)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "an edit does nothing until it is sent"]
pub struct EditWorkItem {
    workspace_slug: String,
    project_id: ProjectId,
    work_item_id: WorkItemId,
    assignees: Vec<Edit<UserId>>,
    labels: Vec<Edit<LabelId>>,
}

#[derive(Debug, Clone, PartialEq)]
enum Edit<T> {
    Add(T),
    Remove(T),
}

impl EditWorkItem {
    /// Begins an edit that changes nothing yet.
    pub fn new(
        workspace_slug: impl Into<String>,
        project_id: impl Into<ProjectId>,
        work_item_id: impl Into<WorkItemId>,
    ) -> Self {
        Self {
            workspace_slug: workspace_slug.into(),
            project_id: project_id.into(),
            work_item_id: work_item_id.into(),
            assignees: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Lets somebody work on it. Who is no member of the project is left out by the server without a word.
    pub fn add_assignee(mut self, user: impl Into<UserId>) -> Self {
        self.assignees.push(Edit::Add(user.into()));
        self
    }

    /// Lets somebody work on it no longer.
    pub fn remove_assignee(mut self, user: impl Into<UserId>) -> Self {
        self.assignees.push(Edit::Remove(user.into()));
        self
    }

    /// Gives it a label.
    pub fn add_label(mut self, label: impl Into<LabelId>) -> Self {
        self.labels.push(Edit::Add(label.into()));
        self
    }

    /// Takes a label off.
    pub fn remove_label(mut self, label: impl Into<LabelId>) -> Self {
        self.labels.push(Edit::Remove(label.into()));
        self
    }

    /// Reads the work item, and writes it if there is something to change. It answers the work item as it then is.
    ///
    /// Needs the scopes `projects.work_items:read` and `projects.work_items:write`.
    ///
    /// # Errors
    ///
    /// Those of [`GetWorkItem`] and [`UpdateWorkItem`]; [`Error::endpoint`](crate::Error::endpoint) says whose it is.
    pub async fn send(self, client: &Client) -> Result<WorkItem> {
        let Self { workspace_slug, project_id, work_item_id, assignees, labels } = self;
        let work_item =
            GetWorkItem::new(&*workspace_slug, &project_id, &work_item_id).send(client).await?;
        let mut update = UpdateWorkItem::new(workspace_slug, project_id, work_item_id);
        update.assignees = edited(work_item.assignees.as_deref(), assignees)?;
        update.labels = edited(work_item.labels.as_deref(), labels)?;
        if update.assignees.is_none() && update.labels.is_none() {
            return Ok(work_item);
        }
        update.send(client).await
    }
}

/// The list as it shall be, unless it is so already.
fn edited<T: HasId>(
    list: Option<&[Ref<T>]>,
    edits: Vec<Edit<Id<T::Tag>>>,
) -> Result<Option<Vec<Id<T::Tag>>>> {
    if edits.is_empty() {
        return Ok(None);
    }
    // To take it for empty would erase what it holds.
    let list = list.ok_or_else(|| {
        let message = "the server does not say what is to be edited, so nothing was changed";
        Error::new(ErrorKind::Decode, Delivery::NotSent, message)
    })?;
    let before: Vec<_> = list.iter().map(|item| item.id().clone()).collect();
    let mut after = before.clone();
    for edit in edits {
        match edit {
            Edit::Add(id) if after.contains(&id) => {}
            Edit::Add(id) => after.push(id),
            Edit::Remove(id) => after.retain(|other| *other != id),
        }
    }
    Ok((after != before).then_some(after))
}
