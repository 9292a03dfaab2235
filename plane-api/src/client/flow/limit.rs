//! [`Limit`]: a running time limit.

use std::{future::Future, time::Duration};

use tokio::time::{Instant, timeout_at};

use crate::error::{Delivery, Error, Result, Timeout};

/// A running time limit.
#[derive(Clone, Copy)]
pub(super) struct Limit {
    pub(super) end: Instant,
    /// The length of the limit.
    pub(super) time: Duration,
    kind: Timeout,
}

impl Limit {
    /// Creates a limit that starts at this time. `None` if it would end beyond the range of the clock.
    pub(super) fn new(kind: Timeout, start: Instant, time: Option<Duration>) -> Option<Self> {
        let time = time?;
        start.checked_add(time).map(|end| Self { end, time, kind })
    }
}

/// Returns the limit that ends first.
pub(super) fn sooner(one: Option<Limit>, other: Option<Limit>) -> Option<Limit> {
    [one, other].into_iter().flatten().min_by_key(|limit| limit.end)
}

/// Runs the future, and returns an error if it takes too long.
pub(super) async fn within<T>(
    limit: Option<Limit>,
    what: &str,
    delivery: Delivery,
    work: impl Future<Output = Result<T>>,
) -> Result<T> {
    let Some(limit) = limit else { return work.await };
    timeout_at(limit.end, work).await.unwrap_or_else(|_| {
        let message = format!("{what} within {:?}", limit.time);
        Err(Error::timeout(limit.kind, delivery, message))
    })
}
