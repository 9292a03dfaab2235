//! Measures the cost of `plane-api`, compared with the same work written by hand.
//!
//! `BENCHMARKS.md` describes the measurements and has the results.

pub mod by_hyper;
pub mod by_reqwest;
pub mod fixture;
pub mod generate;
pub mod ours;
pub mod server;
pub mod work;

use std::{error, fs, future::Future};

/// An error, which ends the program.
pub type Failure = Box<dyn error::Error + Send + Sync>;

/// The workspace in all requests.
pub const WORKSPACE: &str = "acme-corp";
/// The customer that W1 updates.
pub const CUSTOMER: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
/// The API key.
pub const KEY: &str = "plane_api_0123456789abcdef0123456789abcdef";
/// The maximum size of a response.
pub const MAX_BYTES: usize = 64 << 20;

/// One implementation of the work.
pub trait Contender: Clone + Send + Sync + 'static {
    /// The name of the implementation in the tables.
    const NAME: &'static str;

    /// Creates a client of the server at this URL.
    ///
    /// # Errors
    ///
    /// Returns an error if the client cannot be created.
    fn new(base_url: &str) -> Result<Self, Failure>;

    /// W1: updates a customer, 2 of 12 fields, and decodes the response of 1 KiB.
    fn update(&self) -> impl Future<Output = Result<(), Failure>> + Send;

    /// W2: gets a page of 100 customers, 100 KiB, decoded.
    fn list(&self) -> impl Future<Output = Result<(), Failure>> + Send;

    /// W3: paginates over this many pages of 100 customers, with this many concurrent requests, and counts the
    /// customers.
    fn paginate(
        &self,
        pages: usize,
        concurrency: usize,
    ) -> impl Future<Output = Result<usize, Failure>> + Send;

    /// W4: builds the request of W1 without sending it.
    ///
    /// # Errors
    ///
    /// Returns an error if the request cannot be built.
    fn build(&self) -> Result<(), Failure>;

    /// W4: decodes the response of W1.
    ///
    /// # Errors
    ///
    /// Returns an error if the response cannot be decoded.
    fn decode(&self) -> Result<(), Failure>;
}

/// Returns the CPU time of this process's ended child processes, in seconds.
///
/// # Errors
///
/// Returns an error if the system does not report it.
pub fn user_time_of_children() -> Result<f64, Failure> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<_> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    // Only user time: system time depends on the disk.
    let ticks = fields.get(13).and_then(|ticks| ticks.parse::<f64>().ok());
    Ok(ticks.ok_or("there is no time in /proc/self/stat")? / 100.0)
}
