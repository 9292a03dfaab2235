//! What `plane-api` costs, beside the same work written by hand.
//!
//! `BENCHMARKS.md` says what is measured and what came out.

pub mod by_hyper;
pub mod by_reqwest;
pub mod fixture;
pub mod generate;
pub mod ours;
pub mod server;
pub mod work;

use std::{error, fs, future::Future};

/// What goes wrong here ends the program.
pub type Failure = Box<dyn error::Error + Send + Sync>;

/// What is measured.
pub const WORKSPACE: &str = "acme-corp";
/// The customer that is updated.
pub const CUSTOMER: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
/// The key that is sent.
pub const KEY: &str = "plane_api_0123456789abcdef0123456789abcdef";
/// How large an answer may be.
pub const MAX_BYTES: usize = 64 << 20;

/// One way of doing the work.
pub trait Contender: Clone + Send + Sync + 'static {
    /// What it is called in the tables.
    const NAME: &'static str;

    /// A client of the server at this URL.
    ///
    /// # Errors
    ///
    /// When the client cannot be set up.
    fn new(base_url: &str) -> Result<Self, Failure>;

    /// W1: updates a customer, 2 of 12 fields, and decodes the answer of 1 KiB.
    fn update(&self) -> impl Future<Output = Result<(), Failure>> + Send;

    /// W2: gets a page of 100 customers, 100 KiB, decoded.
    fn list(&self) -> impl Future<Output = Result<(), Failure>> + Send;

    /// W3: walks over so many pages of 100 customers, with so many requests at a time, and counts the customers.
    fn walk(
        &self,
        pages: usize,
        concurrency: usize,
    ) -> impl Future<Output = Result<usize, Failure>> + Send;

    /// W4: builds the request of W1, down to where it would be sent.
    ///
    /// # Errors
    ///
    /// When it cannot be built.
    fn build(&self) -> Result<(), Failure>;

    /// W4: decodes the answer of W1.
    ///
    /// # Errors
    ///
    /// When it cannot be decoded.
    fn decode(&self) -> Result<(), Failure>;
}

/// The time of the CPU that processes of this one which have ended have used, in seconds.
///
/// # Errors
///
/// When the system does not say.
pub fn user_time_of_children() -> Result<f64, Failure> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<_> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    // Of the user alone: that of the system is that of the disk.
    let ticks = fields.get(13).and_then(|ticks| ticks.parse::<f64>().ok());
    Ok(ticks.ok_or("there is no time in /proc/self/stat")? / 100.0)
}
