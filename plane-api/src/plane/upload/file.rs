//! [`UploadFile`]: the file to upload.

use std::{path::PathBuf, sync::Arc};

use tokio::{runtime::Handle, task::spawn_blocking};

use super::disk::{Disk, unreadable};
use crate::{
    endpoint::body::Body,
    error::{Error, Result},
};

/// A file to upload.
///
/// ```
/// use plane_api::upload::UploadFile;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> plane_api::Result<()> {
/// # let path = std::env::temp_dir().join(format!("plane-api-{}.pdf", std::process::id()));
/// # std::fs::write(&path, "%PDF").unwrap();
/// let from_disk = UploadFile::open(&path, "application/pdf").await?.with_name("plan.pdf");
/// let from_memory = UploadFile::new("notes.txt", "text/plain", "Hello");
/// # drop(from_disk);
/// # std::fs::remove_file(&path).unwrap();
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct UploadFile {
    pub(super) name: String,
    pub(super) media_type: String,
    source: Source,
    /// Reason why the file cannot be uploaded.
    pub(super) problem: Option<&'static str>,
}

#[derive(Debug, Clone)]
enum Source {
    Disk(Arc<Disk>),
    Body(Body),
}

impl UploadFile {
    /// Opens a regular file on disk. The uploaded file has the same name. The file is read in chunks each time it is sent.
    ///
    /// The file stays open: if another file replaces it at its path, the original is still uploaded. If the file itself
    /// changes, [`Upload::send`] fails and does not send the last chunk.
    ///
    /// `media_type` is a media type such as `application/pdf`. Plane rejects unknown types.
    ///
    /// # Errors
    ///
    /// Returns an error if the file does not exist or cannot be read, or if it is a directory, a pipe or a device.
    ///
    /// [`Upload::send`]: super::Upload::send
    pub async fn open(path: impl Into<PathBuf>, media_type: impl Into<String>) -> Result<Self> {
        let path = path.into();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let disk = blocking(move || Disk::open(&path)).await?;
        let (media_type, source) = (media_type.into(), Source::Disk(Arc::new(disk)));
        Ok(Self { name, media_type, source, problem: None })
    }

    /// Creates a file from memory or a stream. A stream must have a known length ([`Body::with_content_length`]) and
    /// can be sent only once: after an interruption, create a new upload.
    pub fn new(
        name: impl Into<String>,
        media_type: impl Into<String>,
        body: impl Into<Body>,
    ) -> Self {
        let body = body.into();
        let problem = match body.content_length() {
            Some(_) => None,
            None => {
                Some("the length of the file is unknown; set it with `Body::with_content_length`")
            }
        };
        let (name, media_type) = (name.into(), media_type.into());
        Self { name, media_type, source: Source::Body(body), problem }
    }

    /// Sets the name of the uploaded file.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    pub(super) fn size(&self) -> u64 {
        match &self.source {
            Source::Disk(disk) => disk.size(),
            Source::Body(body) => body.content_length().unwrap_or_default(),
        }
    }

    /// Returns the content from the start.
    pub(super) async fn body(&self) -> Result<Body> {
        match &self.source {
            Source::Disk(disk) => {
                let opened = disk.clone();
                let change = blocking(move || opened.change().map_err(unreadable)).await?;
                match change {
                    Some(change) => Err(Error::request(change)),
                    None => Ok(disk.body()),
                }
            }
            Source::Body(body) if body.is_started() => Err(Error::request(
                "the file stream was already sent; a stream can be sent only once, so start a new upload",
            )),
            Source::Body(body) => Ok(body.clone()),
        }
    }
}

/// Runs blocking disk operations on Tokio's blocking threads.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    if Handle::try_current().is_err() {
        return Err(Error::config("there is no Tokio runtime here; await this within one"));
    }
    let failed = |error| Error::request("cannot read the file").with_source(error);
    spawn_blocking(work).await.map_err(failed)?
}
