//! The same requests and the same client, from code without an async runtime (feature `blocking`).
//!
//! Every request has `send_blocking` beside `send`, and so has [`Call`](crate::Call); a walk over a list becomes an
//! [`Iterator`] with [`Items::blocking`](crate::Items::blocking) or [`Pages::blocking`](crate::Pages::blocking), a download
//! with [`Download::blocking`](crate::Download::blocking):
//!
//! ```no_run
//! use plane_api::{Client, v1::customers::{ListCustomers, UpdateCustomer}};
//!
//! # fn main() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! for customer in ListCustomers::new("my-workspace").items(&client).blocking() {
//!     let customer = customer?;
//!     UpdateCustomer::new("my-workspace", customer.id).stage("lead").send_blocking(&client)?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Whatever else of this crate is to be awaited, [`block_on`] waits for:
//!
//! ```no_run
//! use plane_api::{Client, blocking::block_on, v1::customers::GetCustomer};
//!
//! # fn example(client: Client) -> plane_api::Result<()> {
//! let request = GetCustomer::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
//! let (customer, meta) = block_on(client.call(&request).with_meta())?;
//! # Ok(())
//! # }
//! ```
//!
//! It is an ordinary [`Client`](crate::Client), for both at the same time if need be: limits, tokens and the rate limit
//! are shared. Any number of threads may wait at once. What happens in the background, one thread does for the whole
//! process; it is started by the first blocking call.
//!
//! # Within a runtime
//!
//! A blocking call in asynchronous code would hold up all that its thread has to do, so it is an error of the kind
//! [`ErrorKind::Config`](crate::ErrorKind::Config), and nothing is sent: await `send` there. The same goes for threads
//! that belong to a Tokio runtime although they may block, as those of `spawn_blocking` do; on these,
//! `Handle::current().block_on(request.send(&client))` does the same.

use std::{
    fmt,
    future::{Future, pending, poll_fn},
    io,
    pin::Pin,
    sync::{Mutex, PoisonError},
    thread,
};

use futures_core::Stream;
use tokio::runtime::{self, Handle};

use super::{
    call::Call,
    pages::{Items, Pages},
};
use crate::{
    endpoint::{
        download::Download,
        page::Paginated,
        raw_response::streams::{Events, Lines},
    },
    error::{Error, Result},
};

/// Waits for a future of this crate, such as that of [`Call::with_meta`](crate::Call::with_meta).
///
/// It is polled on this thread.
///
/// # Errors
///
/// Those of the future. Besides, when it is called [within a runtime](self#within-a-runtime), or when the system has no
/// thread to spare.
pub fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    wait(future)?
}

pub(crate) fn wait<F: Future>(future: F) -> Result<F::Output> {
    if Handle::try_current().is_ok() {
        return Err(Error::config(
            "a blocking call within an async runtime would hold up what else runs there; await `send` instead",
        ));
    }
    let background = background().map_err(|error| {
        Error::config("the thread for blocking calls cannot be started").with_source(error)
    })?;
    Ok(background.block_on(future))
}

/// The runtime of all blocking calls. Its one thread looks after connections and time; calls are polled on the threads
/// that wait for them. It lives as long as the process, so that nothing that is dropped has to wait for its end.
fn background() -> io::Result<Handle> {
    static BACKGROUND: Mutex<Option<Handle>> = Mutex::new(None);
    let mut background = BACKGROUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*background {
        return Ok(handle.clone());
    }
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let run = move || runtime.block_on(pending::<()>());
    thread::Builder::new().name("plane-api".to_owned()).spawn(run)?;
    Ok(background.insert(handle).clone())
}

/// A walk over a list, or a download, as an iterator: see [`Items::blocking`](crate::Items::blocking).
///
/// Like the walk, it can be asked again after an error, and goes on where it was. A loop that passes over errors may
/// never end.
#[must_use = "an iterator does nothing until it is asked for the next item"]
pub struct Iter<S>(S);

impl<S> Iter<S> {
    /// The walk itself, to ask it where it is: [`Items::cursor`](crate::Items::cursor),
    /// [`Items::total`](crate::Items::total).
    pub const fn get_ref(&self) -> &S {
        &self.0
    }
}

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterator for Iter<S> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        let stream = &mut self.0;
        wait(poll_fn(|context| Pin::new(&mut *stream).poll_next(context)))
            .unwrap_or_else(|error| Some(Err(error)))
    }
}

impl<S: fmt::Debug> fmt::Debug for Iter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.0).finish()
    }
}

impl<T> Call<T> {
    /// Sends the request and waits for its answer, decoded: for code without an async runtime.
    ///
    /// # Errors
    ///
    /// As [`Call::send`]; and [within a runtime](crate::blocking#within-a-runtime).
    pub fn send_blocking(self) -> Result<T> {
        block_on(self.send())
    }
}

impl<E: Paginated> Pages<E> {
    /// The same walk as an iterator, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl<E: Paginated> Items<E> {
    /// The same walk as an iterator, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl Download {
    /// The same pieces as an iterator, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl<T> Events<T> {
    /// The same events as an iterator, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl<T> Lines<T> {
    /// The same values as an iterator, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}
