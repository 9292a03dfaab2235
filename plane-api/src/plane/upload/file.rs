//! [`UploadFile`]: what is uploaded.

use std::{path::PathBuf, sync::Arc};

use tokio::{runtime::Handle, task::spawn_blocking};

use super::disk::{Disk, unreadable};
use crate::{
    endpoint::body::Body,
    error::{Error, Result},
};

/// A file that is to be uploaded.
#[derive(Debug, Clone)]
pub struct UploadFile {
    pub(super) name: String,
    pub(super) media_type: String,
    source: Source,
    /// Why it cannot be uploaded.
    pub(super) problem: Option<&'static str>,
}

#[derive(Debug, Clone)]
enum Source {
    Disk(Arc<Disk>),
    Body(Body),
}

impl UploadFile {
    /// A regular file on disk, under its own name. It is opened here and kept open, and read piece by piece each time that
    /// it is sent.
    ///
    /// If another file takes its name, this one is uploaded. If the file itself changes, [`Upload::send`] fails: its last
    /// piece is not sent.
    ///
    /// The media type is something like `application/pdf`. Plane rejects types that it does not know.
    ///
    /// # Errors
    ///
    /// When there is no such file, when it cannot be read, or when it is a directory, a pipe or a device.
    ///
    /// [`Upload::send`]: super::Upload::send
    pub async fn open(path: impl Into<PathBuf>, media_type: impl Into<String>) -> Result<Self> {
        let path = path.into();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let disk = blocking(move || Disk::open(&path)).await?;
        let (media_type, source) = (media_type.into(), Source::Disk(Arc::new(disk)));
        Ok(Self { name, media_type, source, problem: None })
    }

    /// A file that is in memory, or comes from elsewhere as a stream. Of a stream the length must be known
    /// ([`Body::with_content_length`]), and it can be sent once: if that is interrupted, the upload has to begin anew.
    pub fn new(
        name: impl Into<String>,
        media_type: impl Into<String>,
        body: impl Into<Body>,
    ) -> Self {
        let body = body.into();
        let problem = match body.content_length() {
            Some(_) => None,
            None => {
                Some("the length of the file is not known; `Body::with_content_length` says it")
            }
        };
        let (name, media_type) = (name.into(), media_type.into());
        Self { name, media_type, source: Source::Body(body), problem }
    }

    /// Gives the file another name.
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

    /// The bytes, from the first on.
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
                "the stream of the file was sent before; a stream can be sent once",
            )),
            Source::Body(body) => Ok(body.clone()),
        }
    }
}

/// Does what waits for the disk where that holds up nobody.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    if Handle::try_current().is_err() {
        return Err(Error::config("there is no Tokio runtime here; await this within one"));
    }
    let failed = |error| Error::request("the file cannot be read").with_source(error);
    spawn_blocking(work).await.map_err(failed)?
}
