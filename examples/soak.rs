//! Sends 100,000 calls from 64 tasks to a loopback server that misbehaves at one request in 20, with a client of any
//! API and one of Plane, and checks that every call is accounted for.
//!
//! ```text
//! cargo run --release --example soak -- [CALLS]
//! ```
//!
//! It exits with 1 if anything is wrong: a retried write that may have run, an error with a wrong delivery, a call that
//! does not end, or growing memory.

use std::{
    collections::HashMap,
    fmt, fs,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use plane_api::{Client, Delivery, Error, Meta, Timeouts, Value, endpoint, http::Method};
use plane_tests::{
    Received, answer,
    faults::{Fault, FaultServer},
};
use tokio::{task::JoinSet, time::timeout};

const TASKS: u64 = 64;

/// Maximum growth of memory between a fifth of the calls and the last, in bytes.
const MAX_GROWTH: i64 = 4 << 20;

#[endpoint(GET, "/things/<call>/")]
struct GetThing {
    call: u64,
}

#[endpoint(POST, "/things/<call>/")]
struct CreateThing {
    call: u64,
    name: String,
}

#[endpoint(PUT, "/things/<call>/")]
struct ReplaceThing {
    call: u64,
    name: String,
}

#[endpoint(PATCH, "/things/<call>/")]
struct UpdateThing {
    call: u64,
    name: Option<String>,
}

#[endpoint(DELETE, "/things/<call>/")]
struct DeleteThing {
    call: u64,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let calls = std::env::args().nth(1).map_or(Ok(100_000), |calls| calls.parse::<u64>())?;
    let summary = run(calls.min(1_000_000)).await?;
    println!("{summary}");
    if summary.complaints.is_empty() {
        Ok(())
    } else {
        Err("the run failed; see the findings above".into())
    }
}

/// The result of a run.
#[derive(Debug, Default)]
struct Summary {
    /// The number of calls to make.
    calls: u64,
    /// The number of successful calls.
    done: u64,
    /// The number of failed calls by delivery: not sent, rejected, unknown, applied.
    failed: [u64; 4],
    /// The number of attempts, as counted by the clients.
    sent: u64,
    /// The number of requests that the server read.
    read: u64,
    /// The number of requests that met a fault.
    faults: u64,
    /// The number of connections.
    connections: usize,
    /// The time from the first call to the last.
    time: Duration,
    /// The duration of the longest call.
    longest: Duration,
    /// Bytes in memory, including the server's: after a fifth of the calls, and after the last. 0 if unknown.
    memory: [i64; 2],
    /// The first few findings.
    complaints: Vec<String>,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [not_sent, rejected, unknown, applied] = self.failed;
        let rate = self.calls as f64 / self.time.as_secs_f64();
        writeln!(f, "{} calls in {:.1?}: {rate:.0} per second", self.calls, self.time)?;
        writeln!(f, "{} done, {} failed", self.done, self.failed.iter().sum::<u64>())?;
        writeln!(
            f,
            "  {not_sent} not sent, {rejected} rejected, {unknown} unknown, {applied} applied"
        )?;
        writeln!(f, "{} requests sent, {} read, {} faults", self.sent, self.read, self.faults)?;
        writeln!(
            f,
            "{} connections; the longest call took {:.1?}",
            self.connections, self.longest
        )?;
        let [early, late] = self.memory.map(|bytes| bytes as f64 / f64::from(1 << 20));
        write!(f, "memory {early:.1} MiB after a fifth, {late:.1} MiB at the end")?;
        self.complaints.iter().try_for_each(|complaint| write!(f, "\nWRONG: {complaint}"))
    }
}

/// The server's view of one call.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    /// Number of times that the request may have run.
    ran: u32,
    /// Number of rejections with 429, which did not run.
    refused: u32,
}

/// The server's records.
#[derive(Default)]
struct Books {
    /// Calls in progress, and calls for which it is unknown whether they ran.
    open: Mutex<HashMap<u64, Seen>>,
    read: AtomicU64,
    faults: AtomicU64,
}

impl Books {
    fn open(&self) -> MutexGuard<'_, HashMap<u64, Seen>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a request, and decides its outcome.
    fn enter(&self, received: &Received) -> Fault {
        let call = received.line().rsplit('/').nth(1).and_then(|call| call.parse().ok());
        let fault = misfortune();
        let is_refusal =
            matches!(&fault, Some(Fault::Answer(bytes)) if bytes.starts_with(b"HTTP/1.1 429"));
        self.read.fetch_add(1, Ordering::Relaxed);
        self.faults.fetch_add(u64::from(fault.is_some()), Ordering::Relaxed);
        let mut open = self.open();
        let seen = open.entry(call.unwrap_or(u64::MAX)).or_default();
        *(if is_refusal { &mut seen.refused } else { &mut seen.ran }) += 1;
        fault.unwrap_or_else(|| Fault::Answer(success()))
    }
}

fn success() -> Vec<u8> {
    answer(200, "Content-Type: application/json\r\n", r#"{"name": "x"}"#)
}

/// Returns a random fault for one request in 20.
fn misfortune() -> Option<Fault> {
    if fastrand::u32(..20) != 0 {
        return None;
    }
    Some(match fastrand::u32(..9) {
        0 => Fault::Reset,
        1 => Fault::Close(Vec::new()),
        2 => Fault::Close(b"HTTP/1.1 200 OK\r\nContent-Le".to_vec()),
        3 => Fault::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"na".to_vec()),
        4 => Fault::Hang(Vec::new()),
        5 => Fault::Stale(success()),
        6 => Fault::Answer(answer(429, "Retry-After: 0\r\n", "{}")),
        7 => Fault::Answer(answer(500, "", "{}")),
        _ => Fault::Answer(answer(503, "", "")),
    })
}

/// Makes this many calls.
async fn run(calls: u64) -> Result<Summary, Box<dyn std::error::Error>> {
    let books = Arc::new(Books::default());
    let ledger = books.clone();
    let server = FaultServer::forgetful(move |received| match received {
        Some(received) => Some(ledger.enter(received)),
        None => (fastrand::u32(..20) == 0).then_some(Fault::ResetOnAccept),
    })?;
    // Half of the tasks call any API, the others Plane.
    let builders = [Client::builder(server.url()), Client::plane().base_url(server.url())];
    let [any, plane] = builders.map(|builder| {
        let timeouts = Timeouts::default().attempt(Duration::from_secs(1));
        builder.api_key("key").timeouts(timeouts).build()
    });
    let clients = [any?, plane?];

    let started = Instant::now();
    let total = Arc::new(Mutex::new(Summary { calls, ..Summary::default() }));
    let (mut tasks, next) = (JoinSet::new(), Arc::new(AtomicU64::new(0)));
    for task in 0..TASKS {
        let (client, books) = (clients[(task % 2) as usize].clone(), books.clone());
        let (next, total) = (next.clone(), total.clone());
        tasks.spawn(async move {
            loop {
                let call = next.fetch_add(1, Ordering::Relaxed);
                if call >= calls {
                    return;
                }
                let begun = Instant::now();
                let result = send(&client, call).await;
                let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
                total.longest = total.longest.max(begun.elapsed());
                total.settle(call, &result, &books);
            }
        });
    }
    // A call takes at most two minutes.
    let limit = Duration::from_secs(150) + Duration::from_millis(calls);
    let stuck = timeout(limit, async { while tasks.join_next().await.is_some() {} }).await.is_err();

    let mut total = std::mem::take(&mut *total.lock().unwrap_or_else(PoisonError::into_inner));
    total.time = started.elapsed();
    total.read = books.read.load(Ordering::Relaxed);
    total.faults = books.faults.load(Ordering::Relaxed);
    total.connections = server.accepted();
    total.close(&books, stuck);
    Ok(total)
}

/// The method is determined by the number of the call.
fn method(call: u64) -> Method {
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE][(call % 5) as usize]
        .clone()
}

async fn send(client: &Client, call: u64) -> Result<Meta, Error> {
    let done = |(_, meta): (Value, Meta)| meta;
    match method(call) {
        Method::GET => client.call(&GetThing::new(call)).with_meta().await.map(done),
        Method::POST => client.call(&CreateThing::new(call, "x")).with_meta().await.map(done),
        Method::PUT => client.call(&ReplaceThing::new(call, "x")).with_meta().await.map(done),
        Method::PATCH => client.call(&UpdateThing::new(call).name("x")).with_meta().await.map(done),
        _ => client.call(&DeleteThing::new(call)).with_meta().await.map(done),
    }
}

impl Summary {
    /// Compares the client's result of a call with the server's record.
    fn settle(&mut self, call: u64, result: &Result<Meta, Error>, books: &Books) {
        let delivery = result.as_ref().err().map(Error::delivery);
        let attempts = match result {
            Ok(meta) => meta.attempts(),
            Err(error) => error.attempts(),
        };
        self.sent += u64::from(attempts);
        match delivery {
            None => self.done += 1,
            Some(delivery) => self.failed[delivery as usize] += 1,
        }
        // A cancelled request may still be read, so its record stays open.
        let is_open = delivery == Some(Delivery::Unknown);
        let mut open = books.open();
        let seen = if is_open { open.get(&call).copied() } else { open.remove(&call) };
        drop(open);
        let seen = seen.unwrap_or_default();
        let is_write = method(call) != Method::GET;
        let is_true = match delivery {
            None | Some(Delivery::Applied) => seen.ran > 0,
            Some(Delivery::NotSent) => seen.ran + seen.refused == 0,
            Some(Delivery::Rejected) => seen.ran == 0 || !is_write,
            Some(Delivery::Unknown) => true,
        };
        if !is_true || seen.ran + seen.refused > attempts {
            self.complain(format!("{} {call}: {result:?}, but {seen:?}", method(call)));
        }
        self.check_once(call, seen);
        if self.settled() == self.calls / 5 {
            self.memory[0] = memory();
        }
    }

    fn settled(&self) -> u64 {
        self.done + self.failed.iter().sum::<u64>()
    }

    /// A write that may have run must not be retried.
    fn check_once(&mut self, call: u64, seen: Seen) {
        if [Method::POST, Method::PATCH].contains(&method(call)) && seen.ran > 1 {
            self.complain(format!("{} {call} ran more than once: {seen:?}", method(call)));
        }
    }

    /// Checks the records at the end.
    fn close(&mut self, books: &Books, is_stuck: bool) {
        for (call, seen) in std::mem::take(&mut *books.open()) {
            self.check_once(call, seen);
        }
        self.memory[1] = memory();
        if is_stuck || self.settled() != self.calls {
            self.complain(format!("{} of {} calls ended", self.settled(), self.calls));
        }
        if self.memory[1] - self.memory[0] > MAX_GROWTH {
            self.complain("memory grows".to_owned());
        }
    }

    fn complain(&mut self, complaint: String) {
        if self.complaints.len() < 10 {
            self.complaints.push(complaint);
        }
    }
}

/// Bytes of this process in memory, as counted by Linux: in pages of 4 KiB.
fn memory() -> i64 {
    let pages = fs::read_to_string("/proc/self/statm").ok().and_then(|statm| {
        let resident: i64 = statm.split(' ').nth(1)?.parse().ok()?;
        Some(resident * 4096)
    });
    pages.unwrap_or(0)
}
