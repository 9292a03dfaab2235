//! [`Gauge`]: measures how fast the pieces of a body arrive.

use std::time::Duration;

use tokio::time::Instant;

/// The time for which the rate of a body is measured before it is compared with the minimum.
pub(crate) const WINDOW: Duration = Duration::from_secs(30);

/// Measures how fast the pieces of a body arrive, counting only time spent waiting for them.
#[derive(Debug)]
pub(crate) struct Gauge {
    idle: Option<Duration>,
    min_rate: Option<u32>,
    /// The time at which waiting for the next piece began.
    since: Option<Instant>,
    /// The time for which the pieces of this window were awaited, and their size in bytes.
    waited: Duration,
    bytes: u64,
}

impl Gauge {
    /// `idle` is the maximum wait for a piece, `min_rate` the minimum in bytes per second.
    pub(crate) const fn new(idle: Option<Duration>, min_rate: Option<u32>) -> Self {
        Self { idle, min_rate, since: None, waited: Duration::ZERO, bytes: 0 }
    }

    /// Starts waiting for the next piece, unless that has already started.
    pub(crate) fn wait(&mut self) {
        self.since.get_or_insert_with(Instant::now);
    }

    /// Records that a piece has arrived.
    pub(crate) fn passed(&mut self, bytes: usize) {
        self.waited += self.since.take().map_or(Duration::ZERO, |since| since.elapsed());
        self.bytes += bytes as u64;
        if self.waited >= WINDOW && self.is_fast() {
            (self.waited, self.bytes) = (Duration::ZERO, 0);
        }
    }

    /// Returns the time at which waiting ends with an error.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        if self.waited >= WINDOW && !self.is_fast() {
            return Some(Instant::now());
        }
        let since = self.since?;
        let window = (!self.is_fast()).then(|| WINDOW.saturating_sub(self.waited));
        [self.idle, window].into_iter().flatten().min().and_then(|wait| since.checked_add(wait))
    }

    fn is_fast(&self) -> bool {
        self.min_rate.is_none_or(|rate| self.bytes >= u64::from(rate) * WINDOW.as_secs())
    }

    /// Describes the problem once the deadline has passed.
    pub(crate) fn complaint(&self) -> String {
        match (self.idle, self.min_rate) {
            (Some(idle), _) if self.since.is_some_and(|since| since.elapsed() >= idle) => {
                format!("no body data for {idle:?}")
            }
            (_, rate) => {
                let rate = rate.unwrap_or_default();
                format!("less than {rate} body bytes per second for {WINDOW:?}")
            }
        }
    }
}
