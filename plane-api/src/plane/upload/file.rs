//! [`UploadFile`]: what is uploaded.

use std::path::PathBuf;

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
    /// A file on disk, and its size when it was looked at.
    Path(PathBuf, u64),
    Body(Body),
}

impl UploadFile {
    /// A file on disk, under its own name. It is read piece by piece, once for each time that it is sent.
    ///
    /// The media type is something like `application/pdf`. Plane refuses types that it does not know.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it may not be looked at.
    pub async fn open(path: impl Into<PathBuf>, media_type: impl Into<String>) -> Result<Self> {
        let path = path.into();
        let size = tokio::fs::metadata(&path).await.map_err(unreadable)?.len();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (media_type, source) = (media_type.into(), Source::Path(path, size));
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
            Source::Path(_, size) => *size,
            Source::Body(body) => body.content_length().unwrap_or_default(),
        }
    }

    /// The bytes, from the first on.
    pub(super) async fn body(&self) -> Result<Body> {
        match &self.source {
            Source::Path(path, size) => {
                let file = tokio::fs::File::open(path).await.map_err(unreadable)?;
                Ok(Body::reader(file).with_content_length(*size))
            }
            Source::Body(body) if body.is_started() => Err(Error::request(
                "the stream of the file was sent before; a stream can be sent once",
            )),
            Source::Body(body) => Ok(body.clone()),
        }
    }
}

fn unreadable(error: std::io::Error) -> Error {
    Error::request("the file cannot be read").with_source(error)
}
