//! [`Disk`]: a file on disk that is opened once and kept open.

use std::{
    fs::{self, File},
    io,
    path::Path,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::SystemTime,
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::{
    endpoint::body::Body,
    error::{Error, Result, Stage, TransportError},
};

/// Size of one read, in bytes.
const PIECE: u64 = 256 << 10;

/// A regular file. It is kept open, so replacing the file at its path has no effect.
#[derive(Debug)]
pub(super) struct Disk {
    file: File,
    /// State of the file when it was opened.
    state: State,
}

/// Metadata that reveals a change of the file.
#[derive(Debug, PartialEq)]
struct State {
    size: u64,
    modified: Option<SystemTime>,
}

impl Disk {
    /// Opens a file. Blocks the thread.
    pub(super) fn open(path: &Path) -> Result<Self> {
        // Opening a pipe would wait for its other end.
        check_kind(&fs::metadata(path).map_err(unreadable)?)?;
        let file = File::open(path).map_err(unreadable)?;
        let metadata = file.metadata().map_err(unreadable)?;
        check_kind(&metadata)?;
        let disk = Self { file, state: State::of(&metadata) };
        // Files that the system generates on the fly report a size of 0.
        if read_at(&disk.file, &mut [0], disk.size()).map_err(unreadable)? > 0 {
            return Err(Error::request(
                "only files of a fixed size can be uploaded; this one is longer than its reported size",
            ));
        }
        Ok(disk)
    }

    pub(super) const fn size(&self) -> u64 {
        self.state.size
    }

    /// Returns the content from the start. It can be called again, even while another body is being read.
    pub(super) fn body(self: &Arc<Self>) -> Body {
        let reading = Reading { disk: self.clone(), at: 0, task: None };
        Body::stream(reading).with_content_length(self.size())
    }

    /// Returns a description of the change since the file was opened, if any. Blocks the thread.
    pub(super) fn change(&self) -> io::Result<Option<String>> {
        let State { size, .. } = self.state;
        let now = State::of(&self.file.metadata()?);
        let how = match now.size {
            _ if now == self.state => return Ok(None),
            now if now > size => format!("has grown from {size} to {now} bytes"),
            now if now < size => format!("has shrunk from {size} to {now} bytes"),
            _ => "was changed".to_owned(),
        };
        Ok(Some(format!("the file {how} since it was opened; open it again")))
    }

    /// Reads the next bytes from this offset. Blocks the thread.
    fn read(&self, at: u64) -> Result<Bytes, TransportError> {
        let failed = |error| TransportError::new(Stage::RequestBody, error);
        let length = PIECE.min(self.size() - at);
        let mut piece = vec![0; usize::try_from(length).unwrap_or_default()];
        let mut filled = 0;
        while filled < piece.len() {
            match read_at(&self.file, &mut piece[filled..], at + filled as u64) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(failed(error)),
            }
        }
        // The last chunk completes the file on the server, so the file must be unchanged up to here.
        let is_last = at + length == self.size();
        if (is_last || filled < piece.len())
            && let Some(change) = self.change().map_err(failed)?
        {
            return Err(TransportError::new(Stage::RequestBody, change.clone()).because(change));
        }
        piece.truncate(filled);
        Ok(piece.into())
    }
}

impl State {
    fn of(metadata: &fs::Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().ok() }
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, at)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, at)
}

#[cfg(not(any(unix, windows)))]
fn read_at(mut file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    use std::io::{Read, Seek, SeekFrom};
    file.seek(SeekFrom::Start(at))?;
    file.read(buffer)
}

/// Rejects all files except regular ones, because only these have a size and an end.
fn check_kind(metadata: &fs::Metadata) -> Result<()> {
    if metadata.is_file() {
        return Ok(());
    }
    let what = if metadata.is_dir() { "a directory" } else { "a pipe, a device or similar" };
    Err(Error::request(format!("only regular files can be uploaded; this is {what}")))
}

pub(super) fn unreadable(error: io::Error) -> Error {
    Error::request("cannot read the file").with_source(error)
}

/// Reads a file from the start.
struct Reading {
    disk: Arc<Disk>,
    at: u64,
    task: Option<JoinHandle<Result<Bytes, TransportError>>>,
}

impl Stream for Reading {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { disk, at, task } = &mut *self;
        if *at >= disk.size() {
            return Poll::Ready(None);
        }
        let reading = task.get_or_insert_with(|| {
            let (disk, at) = (disk.clone(), *at);
            spawn_blocking(move || disk.read(at))
        });
        let piece = ready!(Pin::new(reading).poll(context));
        *task = None;
        let piece = match piece {
            Ok(Ok(piece)) => piece,
            Ok(Err(error)) => return Poll::Ready(Some(Err(error))),
            Err(error) => {
                return Poll::Ready(Some(Err(TransportError::new(Stage::RequestBody, error))));
            }
        };
        *at += piece.len() as u64;
        // `Body` knows the length and reports a premature end.
        Poll::Ready((!piece.is_empty()).then_some(Ok(piece)))
    }
}
