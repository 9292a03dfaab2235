//! Uploads files to Plane in one call.
//!
//! An upload to Plane takes three steps: request permission, send the file to the storage, confirm the upload. An
//! [`Upload`] performs all three:
//!
//! ```
//! use plane_api::upload::{Upload, UploadFile};
//!
//! # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
//! # struct Server;
//! # impl Transport for Server {
//! #     fn execute<'a>(&'a self, _: Request<Body>, info: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
//! #         let body = match info.spec.name {
//! #             "CreateWorkItemAttachment" => r#"{"asset_id": "7", "upload_data": {"url": "https://storage.example.com", "fields": {}}}"#,
//! #             _ => "",
//! #         };
//! #         Box::pin(async move { Ok(Response::new(Body::from(body))) })
//! #     }
//! # }
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let client = plane_api::Client::plane().api_key("my-key").transport(Server).build()?;
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! let path = "plan.pdf";
//! # let path = std::env::temp_dir().join(format!("plane-api-{}-plan.pdf", std::process::id()));
//! # std::fs::write(&path, "%PDF").unwrap();
//! let plan = UploadFile::open(&path, "application/pdf").await?;
//! let uploaded = Upload::attachment("my-workspace", project, work_item, plan)
//!     .on_progress(|sent, size| println!("{sent} of {size} bytes"))
//!     .send(&client)
//!     .await?;
//! println!("{}", uploaded.asset_id);
//! # std::fs::remove_file(&path).unwrap();
//! # Ok(())
//! # }
//! ```
//!
//! # Failed uploads
//!
//! [`Error::delivery`] concerns only the failed step: `Rejected` if the server or the storage rejected its request,
//! `Unknown` if the outcome is unknown, and `NotSent` if the request was not sent. After an error, [`Upload::send`]
//! resumes with the failed step, which [`Upload::next_step`] returns. A permission is valid for an hour; after that,
//! create a new upload. Plane does not show unfinished uploads.
//!
//! # Secrets
//!
//! Requests to the storage do not contain the credentials of the client, and the bodies of the storage's responses are
//! discarded. The permission never appears in errors, logs or `Debug` output. The documentation of
//! [`Redirect::download`](crate::Redirect::download) lists the storage hosts that are rejected.
//!
//! # Downloads
//!
//! To download an attachment, send [`GetWorkItemAttachment`](crate::v1::work_items::attachments::GetWorkItemAttachment).
//! The response is a [`Redirect`](crate::Redirect) to the storage, and
//! [`Redirect::download`](crate::Redirect::download) downloads the file from there.
//! [`AssetDownload::download`](crate::v1::assets::AssetDownload::download) downloads a workspace file.

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

/// A file upload. See the [module documentation](self).
///
/// ```
/// use plane_api::{Client, upload::{Upload, UploadFile, UploadStep, Uploaded}};
///
/// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
/// # struct Server;
/// # impl Transport for Server {
/// #     fn execute<'a>(&'a self, _: Request<Body>, info: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
/// #         let body = match info.spec.name {
/// #             "CreateWorkItemAttachment" => r#"{"asset_id": "7", "upload_data": {"url": "https://storage.example.com", "fields": {}}}"#,
/// #             _ => "",
/// #         };
/// #         Box::pin(async move { Ok(Response::new(Body::from(body))) })
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let client = Client::plane().api_key("my-key").transport(Server).build()?;
/// # let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
/// # let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
/// let notes = UploadFile::new("notes.txt", "text/plain", "Hello");
/// let mut upload = Upload::attachment("my-workspace", project, work_item, notes);
/// let uploaded: Uploaded = upload.send(&client).await?;
/// assert_eq!(upload.next_step(), UploadStep::Done);
/// assert_eq!(upload.asset_id(), Some(&uploaded.asset_id));
/// # Ok(())
/// # }
/// ```
#[doc(alias = "multipart")]
#[must_use = "an upload does nothing until it is sent"]
pub struct Upload {
    target: Target,
    file: UploadFile,
    on_progress: Option<Arc<OnProgress>>,
    state: State,
}

type OnProgress = dyn Fn(u64, u64) + Send + Sync;

/// The request for permission, which contains the purpose of the file.
#[derive(Debug)]
enum Target {
    Attachment(CreateWorkItemAttachment),
    Workspace(CreateWorkspaceAsset),
    User(CreateUserAsset),
}

/// Progress of the upload.
enum State {
    New,
    Permitted(Permission),
    Sent(Uploaded),
    Done(Uploaded),
}

/// Next step of an [`Upload`].
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, upload::{Upload, UploadFile, UploadStep}};
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}, v1::work_items::attachments::CreateWorkItemAttachment};
/// # let mock = Mock::plane();
/// # mock.expect_any::<CreateWorkItemAttachment>().reply(Reply::new(StatusCode::FORBIDDEN));
/// # let client = mock.client();
/// let notes = UploadFile::new("notes.txt", "text/plain", "Hello");
/// let mut upload = Upload::attachment("my-workspace", "7", "8", notes);
///
/// // The server does not permit the upload. To ask for permission again, send the upload again.
/// let error = upload.send(&client).await.unwrap_err();
/// assert!(error.is_forbidden());
/// assert_eq!(upload.next_step(), UploadStep::Create);
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UploadStep {
    /// Request permission.
    Create,
    /// Send the file.
    Send,
    /// Confirm the upload.
    Confirm,
    /// Nothing; the upload is complete.
    Done,
}

/// An uploaded file.
///
/// ```
/// use plane_api::{
///     upload::{Upload, UploadFile},
///     v1::work_items::attachments::DeleteWorkItemAttachment,
/// };
///
/// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
/// # struct Server;
/// # impl Transport for Server {
/// #     fn execute<'a>(&'a self, request: Request<Body>, info: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
/// #         let body = match info.spec.name {
/// #             "CreateWorkItemAttachment" => r#"{"asset_id": "7", "upload_data": {"url": "https://storage.example.com", "fields": {}}}"#,
/// #             "DeleteWorkItemAttachment" if !request.uri().path().ends_with("/7/") => panic!("{}", request.uri()),
/// #             _ => "",
/// #         };
/// #         Box::pin(async move { Ok(Response::new(Body::from(body))) })
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let client = plane_api::Client::plane().api_key("my-key").transport(Server).build()?;
/// # let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
/// # let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
/// let notes = UploadFile::new("notes.txt", "text/plain", "Hello");
/// let uploaded = Upload::attachment("my-workspace", project, work_item, notes).send(&client).await?;
///
/// // The id of the attachment, for later requests.
/// let attachment = uploaded.asset_id.to_string();
/// DeleteWorkItemAttachment::new("my-workspace", project, work_item, attachment).send(&client).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Uploaded {
    /// Id of the file; for an attachment, also the attachment's id.
    pub asset_id: AssetId,
    /// Path of the file on the server, for use in browsers.
    pub asset_url: Option<String>,
}

impl Upload {
    /// Creates an upload that attaches the file to a work item. Needs the scope `projects.work_items.attachments:write`.
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

    /// Creates an upload of the file to a workspace. Needs the scope `assets:write`. Community Edition 1.3.1 always
    /// responds with 500: see [`CreateWorkspaceAsset`].
    pub fn workspace_asset(workspace_slug: impl Into<String>, file: UploadFile) -> Self {
        let create = CreateWorkspaceAsset::new(workspace_slug, &*file.name, file.size())
            .r#type(&*file.media_type);
        Self::new(Target::Workspace(create), file)
    }

    /// Creates an upload of the file to a project. Needs the scope `assets:write`. Community Edition 1.3.1 always responds
    /// with 500: see [`CreateWorkspaceAsset`].
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

    /// Creates an upload of the avatar or cover image of the user to whom the credentials belong. Needs the scope
    /// `assets:write`.
    ///
    /// The file must be a JPEG, PNG, WebP or GIF image.
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

    /// Sets the id of the file in another system; `source` is the name of that system. If another file already has this id,
    /// the server rejects the upload with 409, and [`Error::existing_id`] is the id of that file.
    ///
    /// User images cannot have an external id: [`Upload::send`] returns an error for such an upload.
    pub fn external_id(mut self, source: impl Into<String>, id: impl Into<String>) -> Self {
        let (source, id) = (Some(source.into()), Some(id.into()));
        let (its_source, its_id) = match &mut self.target {
            Target::Attachment(create) => (&mut create.external_source, &mut create.external_id),
            Target::Workspace(create) => (&mut create.external_source, &mut create.external_id),
            Target::User(_) => {
                self.file.problem = Some("user images cannot have an external id");
                return self;
            }
        };
        (*its_source, *its_id) = (source, id);
        self
    }

    /// Calls the function with the number of bytes sent and the total size, each time the network accepts a chunk of
    /// the file.
    pub fn on_progress(mut self, call: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.on_progress = Some(Arc::new(call));
        self
    }

    /// Returns the next step.
    #[must_use]
    pub fn next_step(&self) -> UploadStep {
        match self.state {
            State::New => UploadStep::Create,
            State::Permitted(_) => UploadStep::Send,
            State::Sent(_) => UploadStep::Confirm,
            State::Done(_) => UploadStep::Done,
        }
    }

    /// Returns the id of the file, or `None` before the server has permitted the upload.
    #[must_use]
    pub fn asset_id(&self) -> Option<&AssetId> {
        match &self.state {
            State::New => None,
            State::Permitted(Permission { uploaded, .. })
            | State::Sent(uploaded)
            | State::Done(uploaded) => Some(&uploaded.asset_id),
        }
    }

    /// Performs all remaining steps.
    ///
    /// # Errors
    ///
    /// - The errors of the requests that this method sends. [`Error::endpoint`] names the failed request; the request to
    ///   the storage is called `SendFile`.
    /// - An error before any part of the file is sent, if the file is empty, unreadable or larger than the server
    ///   allows, has a type that the server rejects, or has changed since it was opened.
    /// - An error of the kind [`ErrorKind::Request`] if the file changes while it is sent; the server then does not
    ///   receive the complete file.
    pub async fn send(&mut self, client: &Client) -> Result<Uploaded> {
        loop {
            self.state = match &self.state {
                State::New => State::Permitted(self.request_permission(client).await?),
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

    /// Requests permission.
    async fn request_permission(&self, client: &Client) -> Result<Permission> {
        if let Some(problem) = self.problem() {
            return Err(Error::request(problem));
        }
        let (post, asset_id, asset_url) = match &self.target {
            Target::Attachment(create) => {
                let response = create.send(client).await?;
                let of_attachment = response.attachment.map(|attachment| attachment.id);
                (response.upload_data, response.asset_id.or(of_attachment), response.asset_url)
            }
            Target::Workspace(create) => parts(create.send(client).await?),
            Target::User(create) => parts(create.send(client).await?),
        };
        let (Some(post), Some(asset_id)) = (post, asset_id) else {
            let message = "the server accepted the request but returned no upload permission";
            return Err(Error::new(ErrorKind::Decode, Delivery::Applied, message));
        };
        Ok(Permission { post, uploaded: Uploaded { asset_id, asset_url } })
    }

    /// Returns a problem with the file that can be detected without a request.
    fn problem(&self) -> Option<&'static str> {
        let is_of_unknown_type = match &self.target {
            Target::User(create) => matches!(create.r#type, Some(UserAssetMimeType::Other(_))),
            Target::Attachment(_) | Target::Workspace(_) => false,
        };
        if is_of_unknown_type {
            return Some(
                "a user image must be `image/jpeg`, `image/png`, `image/webp` or `image/gif`",
            );
        }
        // Plane rejects an empty attachment with `Invalid request.`, and permits no upload below one byte.
        let empty =
            (self.file.size() == 0).then_some("the file is empty; Plane rejects empty files");
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

fn parts(response: AssetUpload) -> (Option<PresignedPost>, Option<AssetId>, Option<String>) {
    (Some(response.upload_data), Some(response.asset_id), Some(response.asset_url))
}

/// Shows the progress of the upload, but not the permission.
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
