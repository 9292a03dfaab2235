//! [`EditWorkItem`]: adds and removes individual assignees and labels.

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

/// Adds and removes individual assignees and labels of a work item.
///
/// Plane itself only replaces whole lists: [`UpdateWorkItem`] with one assignee unassigns all others. `EditWorkItem`
/// gets the current lists, changes them, sends only the lists that differ, without duplicates, and checks that the
/// response contains everything that was added. The edit is **not atomic**: changes that others make to these lists
/// between the two requests are lost.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::v1::work_items::EditWorkItem;
///
/// # use plane_api::v1::work_items::{GetWorkItem, UpdateWorkItem};
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let id = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
/// # let mock = plane_api::testing::Mock::plane();
/// # mock.expect_any::<GetWorkItem>().reply(serde_json::json!({"id": id, "assignees": [], "labels": ["6ba7b814-9dad-11d1-80b4-00c04fd430c8"]}));
/// # mock.expect_any::<UpdateWorkItem>().reply(serde_json::json!({"id": id, "assignees": ["6ba7b812-9dad-11d1-80b4-00c04fd430c8"], "labels": []}));
/// # let client = mock.client();
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
    /// Creates an edit without any changes.
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

    /// Adds an assignee. The server drops users who are not active members of the project; `send` reports this as an
    /// error.
    pub fn add_assignee(mut self, user: impl Into<UserId>) -> Self {
        self.assignees.push(Edit::Add(user.into()));
        self
    }

    /// Removes an assignee.
    pub fn remove_assignee(mut self, user: impl Into<UserId>) -> Self {
        self.assignees.push(Edit::Remove(user.into()));
        self
    }

    /// Adds a label. The server drops labels of other projects; `send` reports this as an error.
    pub fn add_label(mut self, label: impl Into<LabelId>) -> Self {
        self.labels.push(Edit::Add(label.into()));
        self
    }

    /// Removes a label.
    pub fn remove_label(mut self, label: impl Into<LabelId>) -> Self {
        self.labels.push(Edit::Remove(label.into()));
        self
    }

    /// Gets the work item, updates it if anything changes, and returns its new state.
    ///
    /// Needs the scopes `projects.work_items:read` and `projects.work_items:write`.
    ///
    /// # Errors
    ///
    /// - The errors of [`GetWorkItem`] and [`UpdateWorkItem`]; [`Error::endpoint`](crate::Error::endpoint) tells which
    ///   of the two failed.
    /// - An error with [`Delivery::Applied`] and the missing ids, if the server dropped an assignee or label that was
    ///   added. If the server accepts none of the users or labels of the new list, it clears the whole list.
    pub async fn send(self, client: &Client) -> Result<WorkItem> {
        let Self { workspace_slug, project_id, work_item_id, assignees, labels } = self;
        let work_item =
            GetWorkItem::new(&*workspace_slug, &project_id, &work_item_id).send(client).await?;
        let mut update = UpdateWorkItem::new(workspace_slug, project_id, work_item_id);
        let mut added = Added::default();
        update.assignees = edited(work_item.assignees.as_deref(), assignees, &mut added.assignees)?;
        update.labels = edited(work_item.labels.as_deref(), labels, &mut added.labels)?;
        if update.assignees.is_none() && update.labels.is_none() {
            return Ok(work_item);
        }
        let work_item = update.send(client).await?;
        added.verify(&work_item)?;
        Ok(work_item)
    }
}

/// Values that an update adds.
#[derive(Default)]
struct Added {
    assignees: Vec<UserId>,
    labels: Vec<LabelId>,
}

impl Added {
    /// Fails if the response lacks an added value. A response without the list proves nothing.
    fn verify(&self, work_item: &WorkItem) -> Result<()> {
        let assignees = dropped(work_item.assignees.as_deref(), &self.assignees);
        let labels = dropped(work_item.labels.as_deref(), &self.labels);
        let names = [("assignee", assignees), ("label", labels)].into_iter();
        let names: Vec<_> = names
            .flat_map(|(what, ids)| ids.into_iter().map(move |id| format!("{what} `{id}`")))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let message = format!(
            "the server dropped {}: only active members and labels of the project can be added; compare the work item's \
             lists, which were updated",
            names.join(", ")
        );
        Err(Error::new(ErrorKind::Decode, Delivery::Applied, message))
    }
}

/// Ids that were added but are missing from the list.
fn dropped<T: HasId>(list: Option<&[Ref<T>]>, added: &[Id<T::Tag>]) -> Vec<String> {
    let Some(list) = list else { return Vec::new() };
    let is_missing = |id: &&Id<T::Tag>| !list.iter().any(|item| item.id() == *id);
    added.iter().filter(is_missing).map(Id::to_string).collect()
}

/// Returns the new list without duplicates, or `None` if nothing changes. New values are recorded in `added`.
fn edited<T: HasId>(
    list: Option<&[Ref<T>]>,
    edits: Vec<Edit<Id<T::Tag>>>,
    added: &mut Vec<Id<T::Tag>>,
) -> Result<Option<Vec<Id<T::Tag>>>> {
    if edits.is_empty() {
        return Ok(None);
    }
    // Treating a missing list as empty would erase the existing values.
    let list = list.ok_or_else(|| {
        let message = "the response lacks the list to edit, so nothing was changed";
        Error::new(ErrorKind::Decode, Delivery::NotSent, message)
    })?;
    let mut before: Vec<Id<T::Tag>> = Vec::new();
    for item in list {
        if !before.contains(item.id()) {
            before.push(item.id().clone());
        }
    }
    let mut after = before.clone();
    for edit in edits {
        match edit {
            Edit::Add(id) if after.contains(&id) => {}
            Edit::Add(id) => after.push(id),
            Edit::Remove(id) => after.retain(|other| *other != id),
        }
    }
    added.extend(after.iter().filter(|id| !before.contains(id)).cloned());
    Ok((after != before).then_some(after))
}
