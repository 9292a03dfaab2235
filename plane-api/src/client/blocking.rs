//! Sends requests from code without an async runtime (feature `blocking`). The requests and the client are the same as
//! in asynchronous code.
//!
//! Every request and every [`Call`](crate::Call) has a method `send_blocking` in addition to `send`.
//! [`Items::blocking`](crate::Items::blocking), [`Pages::blocking`](crate::Pages::blocking) and
//! [`Download::blocking`](crate::Download::blocking) return [`Iterator`]s over a list and over the pieces of a
//! download:
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::customers::{ListCustomers, UpdateCustomer};
//!
//! # fn main() -> plane_api::Result<()> {
//! # let acme = serde_json::json!({"id": "7", "created_at": "2026-01-01T00:00:00Z", "name": "Acme"});
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListCustomers>().reply(plane_api::testing::Reply::page([&acme], None));
//! # mock.expect(&UpdateCustomer::new("my-workspace", "7").stage("lead")).reply(&acme);
//! # let client = mock.client();
//! for customer in ListCustomers::new("my-workspace").items(&client).blocking() {
//!     let customer = customer?;
//!     UpdateCustomer::new("my-workspace", customer.id).stage("lead").send_blocking(&client)?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`block_on`] waits for any other future of this crate:
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{blocking::block_on, v1::customers::GetCustomer};
//!
//! # fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetCustomer>().reply(serde_json::json!({"id": "7", "created_at": "2026-01-01T00:00:00Z"}));
//! # let client = mock.client();
//! let request = GetCustomer::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
//! let (customer, meta) = block_on(client.call(&request).with_meta())?;
//! # assert_eq!((customer.id, meta.status()), ("7".into(), plane_api::http::StatusCode::OK));
//! # Ok(())
//! # }
//! ```
//!
//! Blocking and asynchronous code can use one [`Client`](crate::Client) at the same time: they share the access token,
//! the retry budget and the rate limit. Any number of threads may wait for responses at the same time. The first
//! blocking call starts one background thread for the whole process.
//!
//! # Within a runtime
//!
//! In asynchronous code, a blocking call would block the other tasks of its thread. Such a call therefore sends nothing
//! and returns an error of the kind [`ErrorKind::Config`](crate::ErrorKind::Config): await `send` instead. Blocking
//! calls also fail on the threads of a Tokio runtime that may block, such as the threads of `spawn_blocking`. On these
//! threads, use `Handle::current().block_on(request.send(&client))` instead.

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
/// The future is polled on this thread.
///
/// # Errors
///
/// Returns the error of the future. Also returns an error if this function is called [within a
/// runtime](self#within-a-runtime), or if the system cannot start another thread.
pub fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    wait(future)?
}

pub(crate) fn wait<F: Future>(future: F) -> Result<F::Output> {
    if Handle::try_current().is_ok() {
        return Err(Error::config(
            "a blocking call within an async runtime would block its other tasks; await `send` instead",
        ));
    }
    let background = background().map_err(|error| {
        Error::config("cannot start the thread for blocking calls").with_source(error)
    })?;
    Ok(background.block_on(future))
}

/// The runtime of all blocking calls. Its one thread handles connections and timers; calls are polled on the threads
/// that wait for them. It lives as long as the process, so dropping a client never waits for it.
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

/// An iterator over the items or pages of a list, the pieces of a download, server-sent events, or JSON lines.
/// [`Items::blocking`](crate::Items::blocking) and the other methods of this name return it.
///
/// After an error, the iterator continues at the same position, like the stream that it is made from. A loop that
/// ignores errors may therefore never end.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, endpoint};
///
/// #[endpoint(GET, "/tasks" -> Vec<String>)]
/// struct ListTasks {
///     #[page(number)]
///     page: Option<u32>,
/// }
///
/// # fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<ListTasks>().reply(["Write", "Read"]).reply(["Sleep"]).reply(["Eat"; 0]);
/// # let client = mock.client();
/// let mut tasks = ListTasks::new().items(&client).blocking();
/// assert_eq!(tasks.next().unwrap()?, "Write");
/// assert!(tasks.get_ref().cursor().is_none());
/// let others: Vec<String> = tasks.collect::<plane_api::Result<_>>()?;
/// assert_eq!(others, ["Read", "Sleep"]);
/// # Ok(())
/// # }
/// ```
#[must_use = "iterators do nothing unless consumed"]
pub struct Iter<S>(S);

impl<S> Iter<S> {
    /// Returns the stream that the iterator is made from, for methods such as [`Items::cursor`](crate::Items::cursor)
    /// and [`Items::total`](crate::Items::total).
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
    /// Sends the request and waits for the decoded response, without an async runtime.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Call::send`]. Also returns an error if this method is called [within a
    /// runtime](crate::blocking#within-a-runtime).
    pub fn send_blocking(self) -> Result<T> {
        block_on(self.send())
    }
}

impl<E: Paginated> Pages<E> {
    /// Returns an iterator over the pages, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl<E: Paginated> Items<E> {
    /// Returns an iterator over the items, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl Download {
    /// Returns an iterator over the pieces of the body, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl<T> Events<T> {
    /// Returns an iterator over the events, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}

impl<T> Lines<T> {
    /// Returns an iterator over the values, for code without an async runtime.
    pub fn blocking(self) -> Iter<Self> {
        Iter(self)
    }
}
