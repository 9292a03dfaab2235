//! Mixed work against loopback servers that misbehave at one request in 20, over both transports, HTTP/1.1 and HTTP/2:
//! calls of any API and of Plane, lists with prefetched pages, uploads, downloads, refreshed tokens, webhooks, and
//! futures that are dropped.
//!
//! ```text
//! cargo run --release --example soak -- 100000
//! MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072 cargo run --release --example soak -- 60m
//! ```
//!
//! The first form performs so many operations, as fast as it can. The second form performs 100 operations per second for
//! so many minutes, and prints a line every minute. The variables tell the GNU C library not to keep memory that is no
//! longer in use: otherwise, a burst of work, such as after the machine was busy, looks like a leak.
//!
//! It exits with 1 if anything is wrong: a retried write that may have run, an error with a wrong delivery, a wrong
//! result, an operation that does not end, a connection, task or file descriptor that is left at the end, or, in the
//! second form, growing memory, file descriptors, tasks or connections.

mod books;
mod gauges;
mod server;
mod work;

use plane_examples::println;
use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    task::JoinSet,
    time::{Instant, interval, sleep, sleep_until, timeout},
};

use self::{
    gauges::{Quarters, Sample},
    server::Servers,
    work::{Failure, Kind, Outcome, Worker},
};

const TASKS: u64 = 256;

/// The number of operations per second, if the time is given.
const PER_SECOND: u32 = 100;

/// Far longer than any operation takes: a call is limited to two minutes.
const STUCK: Duration = Duration::from_secs(20 * 60);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let argument = std::env::args().nth(1).unwrap_or_else(|| "100000".to_owned());
    let extent = match argument.strip_suffix('m') {
        Some(minutes) => Extent::Minutes(minutes.parse()?),
        None => Extent::Operations(argument.parse()?),
    };
    let summary = run(extent).await?;
    println!("{summary}");
    if summary.complaints.is_empty() {
        Ok(())
    } else {
        Err("the run failed; see the findings above".into())
    }
}

/// The amount of work.
#[derive(Debug, Clone, Copy)]
enum Extent {
    Operations(u64),
    Minutes(u32),
}

impl Extent {
    fn operations(self) -> u64 {
        match self {
            Self::Operations(operations) => operations,
            Self::Minutes(minutes) => u64::from(minutes) * 60 * u64::from(PER_SECOND),
        }
    }

    /// The time between operations.
    fn pause(self) -> Duration {
        match self {
            Self::Operations(_) => Duration::ZERO,
            Self::Minutes(_) => Duration::from_secs(1) / PER_SECOND,
        }
    }
}

/// The result of a run.
#[derive(Debug, Default)]
struct Summary {
    /// The number of operations to perform.
    operations: u64,
    /// The number of operations by type: all, and those that failed.
    done: [[u64; 2]; Kind::ALL.len()],
    /// The number of failures by the kind and delivery of the error.
    failures: BTreeMap<String, u64>,
    /// The servers' counts: requests, faults, issued tokens and connections.
    counts: [u64; 4],
    /// The time from the first operation to the last.
    time: Duration,
    samples: Vec<Sample>,
    /// The first few findings.
    complaints: Vec<String>,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate = self.operations as f64 / self.time.as_secs_f64();
        writeln!(f, "{} operations in {:.1?}: {rate:.0} per second", self.operations, self.time)?;
        writeln!(f, "{:.1} s of processor time", gauges::processor_time())?;
        for (kind, [all, failed]) in Kind::ALL.iter().zip(self.done) {
            writeln!(f, "  {kind:?}: {all} operations, {failed} failed")?;
        }
        for (failure, count) in &self.failures {
            writeln!(f, "  {count} × {failure}")?;
        }
        let [read, faults, tokens, connections] = self.counts;
        writeln!(
            f,
            "{read} requests read, {faults} faults, {tokens} tokens, {connections} connections"
        )?;
        write!(f, "{}", Quarters::of(&self.samples))?;
        self.complaints.iter().try_for_each(|complaint| writeln!(f, "WRONG: {complaint}"))
    }
}

/// The state that all tasks share.
struct Run {
    worker: Worker,
    servers: Servers,
    summary: Mutex<Summary>,
    next: AtomicU64,
    started: Instant,
    extent: Extent,
}

async fn run(extent: Extent) -> Result<Summary, Box<dyn std::error::Error>> {
    let before = gauges::sample(0);
    let servers = Servers::start()?;
    let operations = extent.operations();
    let run = Arc::new(Run {
        worker: Worker::new(&servers)?,
        servers,
        summary: Mutex::new(Summary { operations, ..Summary::default() }),
        next: AtomicU64::new(0),
        started: Instant::now(),
        extent,
    });
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        tasks.spawn(run.clone().work());
    }
    let watch = tokio::spawn(run.clone().watch());
    let limit = STUCK + extent.pause() * u32::try_from(operations)?;
    let end = timeout(limit, async { while tasks.join_next().await.is_some() {} }).await;
    watch.abort();
    // The aborted task holds a clone of `run` until it ends.
    let _ = watch.await;
    tasks.shutdown().await;
    let run = Arc::into_inner(run).ok_or("a task outlives the run")?;
    Ok(run.close(end.is_err(), before).await)
}

impl Run {
    fn summary(&self) -> MutexGuard<'_, Summary> {
        self.summary.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Performs operations until none is left.
    async fn work(self: Arc<Self>) {
        let operations = self.extent.operations();
        loop {
            let operation = self.next.fetch_add(1, Ordering::Relaxed);
            if operation >= operations {
                return;
            }
            if let Ok(number) = u32::try_from(operation) {
                sleep_until(self.started + self.extent.pause() * number).await;
            }
            let outcome = self.worker.run(operation).await;
            let mut summary = self.summary();
            let settled = summary.settle(Kind::of(operation), outcome);
            if matches!(self.extent, Extent::Operations(_))
                && settled.is_multiple_of((operations / 200).max(1))
            {
                summary.samples.push(gauges::sample(self.servers.open()));
            }
        }
    }

    /// Samples every second, and prints a line every minute.
    async fn watch(self: Arc<Self>) {
        if matches!(self.extent, Extent::Operations(_)) {
            return;
        }
        let mut second = interval(Duration::from_secs(1));
        for seconds in 0_u64.. {
            second.tick().await;
            let sample = gauges::sample(self.servers.open());
            let mut summary = self.summary();
            summary.samples.push(sample);
            if seconds.is_multiple_of(60) {
                let [memory, files, tasks, connections] = sample;
                let (settled, failures) = (summary.settled(), &summary.failures);
                println!(
                    "{:3} min: {memory:.1} MiB, {files} file descriptors, {tasks} tasks, {connections} \
                     connections, {settled} operations, failures: {failures:?}",
                    seconds / 60
                );
            }
        }
    }

    /// Checks the records at the end, and that nothing is left after the clients and the servers are dropped.
    async fn close(self, is_stuck: bool, before: Sample) -> Summary {
        let Self { worker, servers, summary, started, extent, .. } = self;
        let mut total = summary.into_inner().unwrap_or_else(PoisonError::into_inner);
        total.time = started.elapsed();
        let counts = &servers.counts;
        let [read, faults, tokens] = [&counts.read, &counts.faults, &counts.tokens]
            .map(|count| count.load(Ordering::Relaxed));
        total.counts = [read, faults, tokens, servers.accepted() as u64];
        if let Err(complaint) = servers.books.close() {
            total.complaints.push(complaint);
        }
        if is_stuck || total.settled() != total.operations {
            let settled = total.settled();
            total.complaints.push(format!("{settled} of {} operations ended", total.operations));
        }
        if matches!(extent, Extent::Minutes(_)) {
            total.complaints.extend(Quarters::of(&total.samples).growing());
        }
        drop(worker);
        // A server that is about to wait notices late that a client has disconnected.
        let closing = async {
            while servers.open() > 0 {
                sleep(Duration::from_millis(10)).await;
            }
        };
        if timeout(STUCK, closing).await.is_err() {
            let open = servers.open();
            total.complaints.push(format!("{open} connections without clients"));
        }
        drop(servers);
        let ending = async {
            while gauges::is_more(gauges::sample(0), before) {
                sleep(Duration::from_millis(10)).await;
            }
        };
        if timeout(STUCK, ending).await.is_err() {
            let left = gauges::sample(0);
            total.complaints.push(format!("left behind: {left:?}, and there was {before:?}"));
        }
        total
    }
}

impl Summary {
    /// Counts an operation, and returns the number of those that ended.
    fn settle(&mut self, kind: Kind, outcome: Outcome) -> u64 {
        let done = &mut self.done[kind as usize];
        done[0] += 1;
        if let Err(failure) = outcome {
            done[1] += 1;
            match failure {
                Failure::Client(error) => {
                    let failure = format!("{:?}, {:?}", error.kind(), error.delivery());
                    *self.failures.entry(failure).or_default() += 1;
                }
                Failure::Wrong(complaint) if self.complaints.len() < 10 => {
                    self.complaints.push(complaint);
                }
                Failure::Wrong(_) => {}
            }
        }
        self.settled()
    }

    fn settled(&self) -> u64 {
        self.done.iter().map(|[all, _]| all).sum()
    }
}
