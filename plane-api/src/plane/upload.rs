//! Uploads: a file, in one call, to where the server keeps files.
//!
//! Plane takes files in three steps: it is asked for a permission, the file goes to its storage, and then it is told that
//! the file is there. An [`Upload`] is all three:
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     upload::{Upload, UploadFile},
//! };
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! let plan = UploadFile::open("plan.pdf", "application/pdf").await?;
//! let uploaded = Upload::attachment("my-workspace", project, work_item, plan)
//!     .on_progress(|sent, size| println!("{sent} of {size} bytes"))
//!     .send(&client)
//!     .await?;
//! println!("{}", uploaded.asset_id);
//! # Ok(())
//! # }
//! ```
//!
//! # When it fails
//!
//! [`Error::delivery`] tells a refused upload (`Rejected`) from an interrupted one (`Unknown`, or `NotSent` where it did
//! not begin). An error leaves the upload where it was: [`Upload::send`] goes on there, [`Upload::next_step`] says
//! where that is. A permission holds for an hour; after that, begin anew. Plane shows nothing of an upload that was not
//! finished.
//!
//! # Secrets
//!
//! The storage is asked without the client's credentials, and its answers' bodies are not kept. The permission is in no
//! error, no log and no `Debug`. Which hosts may be the storage, see [`Redirect::download`](crate::Redirect::download).
//!
//! # Downloads
//!
//! The other way round, [`GetWorkItemAttachment`](crate::v1::work_items::attachments::GetWorkItemAttachment) answers a
//! [`Redirect`](crate::Redirect) to the storage, which [`Redirect::download`](crate::Redirect::download) follows.
//! [`AssetDownload::download`](crate::v1::assets::AssetDownload::download) fetches a workspace's file.

mod counted;
mod disk;
mod file;
mod permission;

use std::{fmt, sync::Arc};

pub use self::file::UploadFile;
use self::{counted::Counted, permission::Permission};
use crate::{
    client::Client,
    endpoint::writer::FilePart,
    error::{Delivery, Error, ErrorKind, Result},
    plane::{
        ids::{AssetId, ProjectId, WorkItemId},
        v1::{
            assets::{
                AssetUpload, CreateUserAsset, CreateWorkspaceAsset, UpdateUserAsset,
                UpdateWorkspaceAsset, UserAssetEntityType, UserAssetMimeType,
            },
            common::PresignedPost,
            work_items::attachments::{CreateWorkItemAttachment, UpdateWorkItemAttachment},
        },
    },
};

/// A file on its way to the server. See the [module](self).
#[must_use = "an upload does nothing until it is sent"]
pub struct Upload {
    target: Target,
    file: UploadFile,
    on_progress: Option<Arc<OnProgress>>,
    state: State,
}

type OnProgress = dyn Fn(u64, u64) + Send + Sync;

/// What the file is for, as the request that asks for a permission.
#[derive(Debug)]
enum Target {
    Attachment(CreateWorkItemAttachment),
    Workspace(CreateWorkspaceAsset),
    User(CreateUserAsset),
}

/// How far the upload has come.
enum State {
    New,
    Permitted(Permission),
    Sent(Uploaded),
    Done(Uploaded),
}

/// What comes next in an [`Upload`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UploadStep {
    /// To ask for a permission.
    Create,
    /// To send the file.
    Send,
    /// To say that the file is there.
    Confirm,
    /// Nothing: it is done.
    Done,
}

/// A file that was uploaded.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Uploaded {
    /// Id of the file. Of an attachment, it is the attachment's id.
    pub asset_id: AssetId,
    /// Path of the file on the server, for browsers.
    pub asset_url: Option<String>,
}

impl Upload {
    /// Attaches the file to a work item. Needs the scope `projects.work_items.attachments:write`.
    pub fn attachment(
        workspace_slug: impl Into<String>,
        project_id: impl Into<ProjectId>,
        work_item_id: impl Into<WorkItemId>,
        file: UploadFile,
    ) -> Self {
        let (name, size) = (&*file.name, file.size());
        let create =
            CreateWorkItemAttachment::new(workspace_slug, project_id, work_item_id, name, size)
                .r#type(&*file.media_type);
        Self::new(Target::Attachment(create), file)
    }

    /// Adds the file to a workspace. Needs the scope `assets:write`. A Community Edition 1.3.1 always responds with 500: see
    /// [`CreateWorkspaceAsset`].
    pub fn workspace_asset(workspace_slug: impl Into<String>, file: UploadFile) -> Self {
        let create = CreateWorkspaceAsset::new(workspace_slug, &*file.name, file.size())
            .r#type(&*file.media_type);
        Self::new(Target::Workspace(create), file)
    }

    /// Adds the file to a project. Needs the scope `assets:write`. A Community Edition 1.3.1 always responds with 500: see
    /// [`CreateWorkspaceAsset`].
    pub fn project_asset(
        workspace_slug: impl Into<String>,
        project_id: impl Into<ProjectId>,
        file: UploadFile,
    ) -> Self {
        let create = CreateWorkspaceAsset::new(workspace_slug, &*file.name, file.size())
            .r#type(&*file.media_type)
            .project_id(project_id);
        Self::new(Target::Workspace(create), file)
    }

    /// Makes the file the avatar or cover of the key's user. Needs the scope `assets:write`.
    ///
    /// It must be a picture, as JPEG, PNG, WebP or GIF.
    pub fn user_asset(entity_type: impl Into<UserAssetEntityType>, file: UploadFile) -> Self {
        let create = CreateUserAsset::new(entity_type)
            .name(&*file.name)
            .size(file.size())
            .r#type(&*file.media_type);
        Self::new(Target::User(create), file)
    }

    fn new(target: Target, file: UploadFile) -> Self {
        Self { target, file, on_progress: None, state: State::New }
    }

    /// Says how another system knows the file. A file that it knows already is refused with 409:
    /// [`Error::existing_id`] is that one.
    ///
    /// Pictures of users have no such id: with one, they are an error when they are sent.
    pub fn external_id(mut self, source: impl Into<String>, id: impl Into<String>) -> Self {
        let (source, id) = (Some(source.into()), Some(id.into()));
        let (its_source, its_id) = match &mut self.target {
            Target::Attachment(create) => (&mut create.external_source, &mut create.external_id),
            Target::Workspace(create) => (&mut create.external_source, &mut create.external_id),
            Target::User(_) => {
                self.file.problem = Some("pictures of users have no external id");
                return self;
            }
        };
        (*its_source, *its_id) = (source, id);
        self
    }

    /// Calls the function with how many bytes of the file are under way, and how many there are: whenever the network
    /// takes a piece of it.
    pub fn on_progress(mut self, call: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.on_progress = Some(Arc::new(call));
        self
    }

    /// What comes next.
    #[must_use]
    pub fn next_step(&self) -> UploadStep {
        match self.state {
            State::New => UploadStep::Create,
            State::Permitted(_) => UploadStep::Send,
            State::Sent(_) => UploadStep::Confirm,
            State::Done(_) => UploadStep::Done,
        }
    }

    /// Id of the file, as soon as there is a permission to send it.
    #[must_use]
    pub fn asset_id(&self) -> Option<&AssetId> {
        match &self.state {
            State::New => None,
            State::Permitted(Permission { uploaded, .. })
            | State::Sent(uploaded)
            | State::Done(uploaded) => Some(&uploaded.asset_id),
        }
    }

    /// Takes all steps that are left.
    ///
    /// # Errors
    ///
    /// Those of the requests that it sends ([`Error::endpoint`] says which; the storage's is called `SendFile`), and
    /// these, before anything of the file is sent: the file is empty, it cannot be read or was changed since it was opened, it
    /// is larger than the server allows, or the server expects another type. If the file changes while it is sent, the call ends
    /// with an error of the kind [`ErrorKind::Request`], and the server does not get the whole of it.
    pub async fn send(&mut self, client: &Client) -> Result<Uploaded> {
        loop {
            self.state = match &self.state {
                State::New => State::Permitted(self.ask(client).await?),
                State::Permitted(permission) => {
                    self.transfer(client, permission).await?;
                    State::Sent(permission.uploaded.clone())
                }
                State::Sent(uploaded) => {
                    self.confirm(client, &uploaded.asset_id).await?;
                    State::Done(uploaded.clone())
                }
                State::Done(uploaded) => return Ok(uploaded.clone()),
            };
        }
    }

    /// Asks for a permission.
    async fn ask(&self, client: &Client) -> Result<Permission> {
        if let Some(problem) = self.problem() {
            return Err(Error::request(problem));
        }
        let (post, asset_id, asset_url) = match &self.target {
            Target::Attachment(create) => {
                let answer = create.send(client).await?;
                let of_attachment = answer.attachment.map(|attachment| attachment.id);
                (answer.upload_data, answer.asset_id.or(of_attachment), answer.asset_url)
            }
            Target::Workspace(create) => parts(create.send(client).await?),
            Target::User(create) => parts(create.send(client).await?),
        };
        let (Some(post), Some(asset_id)) = (post, asset_id) else {
            let message = "the server permits no upload, though it does not refuse it";
            return Err(Error::new(ErrorKind::Decode, Delivery::Applied, message));
        };
        Ok(Permission { post, uploaded: Uploaded { asset_id, asset_url } })
    }

    /// What is wrong with the file, before the server is asked.
    fn problem(&self) -> Option<&'static str> {
        let is_of_unknown_type = match &self.target {
            Target::User(create) => matches!(create.r#type, Some(UserAssetMimeType::Other(_))),
            Target::Attachment(_) | Target::Workspace(_) => false,
        };
        if is_of_unknown_type {
            return Some(
                "a picture of a user is `image/jpeg`, `image/png`, `image/webp` or `image/gif`",
            );
        }
        // Plane rejects an attachment without bytes with `Invalid request.`, and permits no upload below one byte.
        let empty = (self.file.size() == 0)
            .then_some("the file is empty; Plane takes no file without a byte");
        self.file.problem.or(empty)
    }

    /// Sends the file to the storage.
    async fn transfer(&self, client: &Client, permission: &Permission) -> Result<()> {
        let UploadFile { name, media_type, .. } = &self.file;
        let size = self.file.size();
        permission.check(size, media_type)?;
        let body = Counted::body(self.file.body().await?, size, self.on_progress.clone());
        let file = FilePart::new(name, body).content_type(media_type);
        let post = &permission.post;
        client.send_to_storage(&post.url, &post.fields, file).await
    }

    async fn confirm(&self, client: &Client, asset: &AssetId) -> Result<()> {
        match &self.target {
            Target::Attachment(CreateWorkItemAttachment {
                workspace_slug,
                project_id,
                work_item_id,
                ..
            }) => {
                UpdateWorkItemAttachment::new(&**workspace_slug, project_id, work_item_id, asset)
                    .is_uploaded(true)
                    .send(client)
                    .await
            }
            Target::Workspace(CreateWorkspaceAsset { workspace_slug, .. }) => {
                UpdateWorkspaceAsset::new(&**workspace_slug, asset)
                    .is_uploaded(true)
                    .send(client)
                    .await
            }
            Target::User(_) => UpdateUserAsset::new(asset).send(client).await,
        }
    }
}

fn parts(answer: AssetUpload) -> (Option<PresignedPost>, Option<AssetId>, Option<String>) {
    (Some(answer.upload_data), Some(answer.asset_id), Some(answer.asset_url))
}

/// Says how far it has come. The permission is not shown.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("target", &self.target)
            .field("file", &self.file)
            .field("next_step", &self.next_step())
            .field("asset_id", &self.asset_id())
            .finish_non_exhaustive()
    }
}
