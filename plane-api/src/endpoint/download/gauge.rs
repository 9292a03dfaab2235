//! [`Gauge`]: how fast the pieces of a body come.

use std::time::Duration;

use tokio::time::Instant;

/// How long the speed of a body is measured before it is judged.
pub(crate) const WINDOW: Duration = Duration::from_secs(30);

/// Measures how fast the pieces of a body come, while they are waited for.
#[derive(Debug)]
pub(crate) struct Gauge {
    idle: Option<Duration>,
    min_rate: Option<u32>,
    /// Since when the next piece is waited for.
    since: Option<Instant>,
    /// How long the pieces of this window were waited for, and how large they were.
    waited: Duration,
    bytes: u64,
}

impl Gauge {
    /// `idle` is how long to wait for a piece, `min_rate` how many bytes a second there must be.
    pub(crate) const fn new(idle: Option<Duration>, min_rate: Option<u32>) -> Self {
        Self { idle, min_rate, since: None, waited: Duration::ZERO, bytes: 0 }
    }

    /// The next piece is waited for, from now on if it was not already.
    pub(crate) fn wait(&mut self) {
        self.since.get_or_insert_with(Instant::now);
    }

    /// A piece has come.
    pub(crate) fn passed(&mut self, bytes: usize) {
        self.waited += self.since.take().map_or(Duration::ZERO, |since| since.elapsed());
        self.bytes += bytes as u64;
        if self.waited >= WINDOW && self.is_fast() {
            (self.waited, self.bytes) = (Duration::ZERO, 0);
        }
    }

    /// When there has been enough of waiting.
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

    /// What is wrong when the deadline has passed.
    pub(crate) fn complaint(&self) -> String {
        match (self.idle, self.min_rate) {
            (Some(idle), _) if self.since.is_some_and(|since| since.elapsed() >= idle) => {
                format!("nothing of the body for {idle:?}")
            }
            (_, rate) => {
                let rate = rate.unwrap_or_default();
                format!("less than {rate} bytes a second of the body for {WINDOW:?}")
            }
        }
    }
}
