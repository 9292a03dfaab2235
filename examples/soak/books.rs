//! The servers' records of calls, with which the client's results are compared.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use plane_api::{Delivery, Error, Meta, http::Method};

/// Calls from this number on are not recorded: their futures are dropped, so they have no results.
pub(crate) const UNRECORDED: u64 = 1 << 62;

/// The server's view of one call.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    /// Number of times that the request may have run.
    ran: u32,
    /// Number of requests that were rejected with 429, and so did not run.
    rejected: u32,
}

/// The server's records.
#[derive(Debug, Default)]
pub(crate) struct Books {
    /// Calls in progress, and calls for which it is unknown whether they ran.
    open: Mutex<HashMap<u64, Seen>>,
}

impl Books {
    fn open(&self) -> MutexGuard<'_, HashMap<u64, Seen>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a request. `is_rejected` if the server says that it did not run.
    pub(crate) fn enter(&self, call: u64, is_rejected: bool) {
        if call < UNRECORDED {
            let mut open = self.open();
            let seen = open.entry(call).or_default();
            *(if is_rejected { &mut seen.rejected } else { &mut seen.ran }) += 1;
        }
    }

    /// Compares the client's result of a call with the records.
    pub(crate) fn settle(&self, call: u64, result: &Result<Meta, Error>) -> Result<(), String> {
        let delivery = result.as_ref().err().map(Error::delivery);
        let attempts = match result {
            Ok(meta) => meta.attempts(),
            Err(error) => error.attempts(),
        };
        // If the delivery is unknown, the server may still read the request, so its record stays open.
        let is_open = delivery == Some(Delivery::Unknown);
        let mut open = self.open();
        let seen = if is_open { open.get(&call).copied() } else { open.remove(&call) };
        drop(open);
        let seen = seen.unwrap_or_default();
        let is_write = method(call) != Method::GET;
        let is_true = match delivery {
            None | Some(Delivery::Applied) => seen.ran > 0,
            Some(Delivery::NotSent) => seen.ran + seen.rejected == 0,
            Some(Delivery::Rejected) => seen.ran == 0 || !is_write,
            Some(Delivery::Unknown) => true,
        };
        if !is_true || seen.ran + seen.rejected > attempts {
            return Err(format!("{} {call}: {result:?}, but {seen:?}", method(call)));
        }
        check_once(call, seen)
    }

    /// Checks the calls for which it was unknown whether they ran.
    pub(crate) fn close(&self) -> Result<(), String> {
        std::mem::take(&mut *self.open())
            .into_iter()
            .try_for_each(|(call, seen)| check_once(call, seen))
    }
}

/// A write that may have run must not be retried.
fn check_once(call: u64, seen: Seen) -> Result<(), String> {
    if [Method::POST, Method::PATCH].contains(&method(call)) && seen.ran > 1 {
        return Err(format!("{} {call} ran more than once: {seen:?}", method(call)));
    }
    Ok(())
}

/// The method is determined by the number of the call.
pub(crate) fn method(call: u64) -> Method {
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE][(call % 5) as usize]
        .clone()
}
