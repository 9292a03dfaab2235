//! Runs all run-time measurements, and prints tables: see `BENCHMARKS.md`.

use std::{
    env, fs,
    process::Command,
    time::{Duration, Instant},
};

use plane_benches::{
    Contender, Failure,
    by_hyper::ByHyper,
    by_reqwest::{ByReqwest, ByReqwestLimited},
    ours::{Ours, OursOverHyper},
    server::{Server, serve},
    work::{Work, runtime},
};
use tokio::task::JoinSet;

fn main() -> Result<(), Failure> {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve", latency] => serve(Duration::from_millis(latency.parse()?)),
        ["run", by, work, times, url] => {
            let work = Work::named(work).ok_or("there is no such work")?;
            run(by, work, times.parse()?, url)
        }
        ["instructions"] => instructions(),
        ["guard"] => guard(),
        ["rates"] => rates(),
        [] => {
            instructions()?;
            let allocations = env::current_exe()?.with_file_name("allocations");
            Command::new(allocations).status()?;
            rates()
        }
        _ => Err("usage: plane-benches [instructions | guard | rates]".into()),
    }
}

/// Repeats a piece of work this many times.
fn run(by: &str, work: Work, times: usize, url: &str) -> Result<(), Failure> {
    match by {
        Ours::NAME => {
            let ours = Ours::new(url)?;
            runtime()?.block_on(async {
                for _ in 0..times {
                    work.once_ours(&ours, 10).await?;
                }
                Ok(())
            })
        }
        OursOverHyper::NAME => run_with(&OursOverHyper::new(url)?, work, times),
        ByReqwest::NAME => run_with(&ByReqwest::new(url)?, work, times),
        ByReqwestLimited::NAME => run_with(&ByReqwestLimited::new(url)?, work, times),
        ByHyper::NAME => run_with(&ByHyper::new(url)?, work, times),
        _ => Err("there is no such contender".into()),
    }
}

fn run_with(contender: &impl Contender, work: Work, times: usize) -> Result<(), Failure> {
    runtime()?.block_on(async {
        for _ in 0..times {
            work.once(contender, 10).await?;
        }
        Ok(())
    })
}

/// All contenders; the first one is the baseline.
const CONTENDERS: [&str; 5] =
    [ByReqwest::NAME, ByReqwestLimited::NAME, ByHyper::NAME, Ours::NAME, OursOverHyper::NAME];

/// Prints a table of the instructions of each piece of work.
fn instructions() -> Result<(), Failure> {
    let server = Server::start(&env::current_exe()?, Duration::ZERO)?;
    let names = CONTENDERS.join(" | ");
    println!(
        "| work | {names} | ratios of the last two to the first |\n|---|---|---|---|---|---|---|"
    );
    for (work, name) in Work::ALL {
        if work.is_ours() {
            println!("| {name} | | | | {} | | |", instructions_of(Ours::NAME, work, &server)?);
            continue;
        }
        let mut counts = Vec::new();
        for by in CONTENDERS {
            counts.push(instructions_of(by, work, &server)?);
        }
        let ratio = |of: usize| counts[of] as f64 / counts[0] as f64;
        let ratios = format!("{:.2}, {:.2}", ratio(3), ratio(4));
        let counts: Vec<_> = counts.iter().map(u64::to_string).collect();
        println!("| {name} | {} | {ratios} |", counts.join(" | "));
    }
    Ok(())
}

/// The most instructions that `plane-api` may execute over each transport, as a ratio to `reqwest` with its defaults: for W1,
/// and for W2 and W3. Without a change, two runs differ by less than 0.005.
const MOST: [(&str, f64, f64); 2] = [(Ours::NAME, 1.01, 0.92), (OursOverHyper::NAME, 0.69, 0.91)];

/// Fails if W1, W2 or W3 takes more instructions than allowed.
fn guard() -> Result<(), Failure> {
    let server = Server::start(&env::current_exe()?, Duration::ZERO)?;
    for work in [Work::Update, Work::List, Work::Pages] {
        let by_hand = instructions_of(ByReqwest::NAME, work, &server)? as f64;
        let name = work.name();
        for (by, update, list) in MOST {
            let most = if work == Work::Update { update } else { list };
            let ratio = instructions_of(by, work, &server)? as f64 / by_hand;
            println!(
                "{name}, {by}: {ratio:.3} times the instructions of reqwest, of {most} at most"
            );
            if ratio > most {
                return Err(format!("`{name}` exceeds its limit; see `BENCHMARKS.md`").into());
            }
        }
    }
    Ok(())
}

/// Returns the instructions of a piece of work, of the client only, as counted by callgrind. The start and the end of a
/// process are subtracted: the result is the difference between few and many repetitions.
fn instructions_of(by: &str, work: Work, server: &Server) -> Result<u64, Failure> {
    let (few, many) = match work {
        Work::List => (5, 25),
        Work::Pages | Work::Items => (1, 3),
        _ => (50, 550),
    };
    let of = |times| count_instructions(by, work, times, server.url());
    Ok((of(many)? - of(few)?) / (many - few) as u64)
}

fn count_instructions(by: &str, work: Work, times: usize, url: &str) -> Result<u64, Failure> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe()?)
        .args(["run", by, work.name(), &times.to_string(), url])
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(text.into());
    }
    let count = text.lines().find_map(|line| line.split_once("Collected : "));
    Ok(count.ok_or("valgrind did not count")?.1.trim().parse()?)
}

/// Number of turns of the contenders. The median is printed.
const ROUNDS: usize = 7;

/// Measures requests per second and CPU time, in turns, so that other programs affect all contenders alike.
fn rates() -> Result<(), Failure> {
    let server = Server::start(&env::current_exe()?, Duration::ZERO)?;
    let url = server.url();
    let (by_reqwest, limited) = (ByReqwest::new(url)?, ByReqwestLimited::new(url)?);
    let (by_hyper, ours, over_hyper) =
        (ByHyper::new(url)?, Ours::new(url)?, OursOverHyper::new(url)?);
    println!("| work | by | per second | CPU | CPU : reqwest |\n|---|---|---|---|---|");
    for (name, work, tasks, times) in [
        ("update, one at a time", Work::Update, 1, 6400),
        ("update, 64 tasks", Work::Update, 64, 64_000),
        ("list, one at a time", Work::List, 1, 200),
        ("100 pages", Work::Pages, 1, 2),
    ] {
        let mut rounds = [const { Vec::new() }; CONTENDERS.len()];
        for _ in 0..ROUNDS {
            rounds[0].push(pace(&by_reqwest, work, tasks, times)?);
            rounds[1].push(pace(&limited, work, tasks, times)?);
            rounds[2].push(pace(&by_hyper, work, tasks, times)?);
            rounds[3].push(pace(&ours, work, tasks, times)?);
            rounds[4].push(pace(&over_hyper, work, tasks, times)?);
        }
        let ratios = |of: &[Pace]| median(of.iter().zip(&rounds[0]).map(|(a, b)| a.cpu / b.cpu));
        for (by, of) in CONTENDERS.iter().zip(&rounds) {
            let per_second = median(of.iter().map(|pace| pace.per_second));
            let (cpu, ratio) = (median(of.iter().map(|pace| pace.cpu)) * 1e6, ratios(of));
            println!("| {name} | {by} | {per_second:.0} | {cpu:.1} µs | {ratio:.2} |");
        }
    }
    latency()
}

struct Pace {
    per_second: f64,
    /// Seconds.
    cpu: f64,
}

fn pace<C: Contender>(
    contender: &C,
    work: Work,
    tasks: usize,
    times: usize,
) -> Result<Pace, Failure> {
    let runtime = match tasks {
        1 => runtime()?,
        _ => tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?,
    };
    runtime.block_on(async {
        work.once(contender, 1).await?;
        let (start, cpu) = (Instant::now(), cpu()?);
        let mut set = JoinSet::new();
        for _ in 0..tasks {
            let contender = contender.clone();
            set.spawn(async move {
                for _ in 0..times / tasks {
                    work.once(&contender, 100).await?;
                }
                Ok::<_, Failure>(())
            });
        }
        while let Some(result) = set.join_next().await {
            result??;
        }
        let times = times as f64;
        let per_second = times / start.elapsed().as_secs_f64();
        Ok(Pace { per_second, cpu: (self::cpu()? - cpu) / times })
    })
}

/// Returns the CPU time of this process's threads, in seconds.
fn cpu() -> Result<f64, Failure> {
    let mut nanoseconds = 0.0;
    for task in fs::read_dir("/proc/self/task")? {
        let times = fs::read_to_string(task?.path().join("schedstat"))?;
        nanoseconds += times.split(' ').next().unwrap_or_default().parse::<f64>()?;
    }
    Ok(nanoseconds / 1e9)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// W3 with a server that takes 20 ms per response.
fn latency() -> Result<(), Failure> {
    let server = Server::start(&env::current_exe()?, Duration::from_millis(20))?;
    println!(
        "| 100 pages, 20 ms each | one at a time | 8 at a time | faster by |\n|---|---|---|---|"
    );
    row(&Ours::new(server.url())?)?;
    row(&OursOverHyper::new(server.url())?)?;
    row(&ByReqwest::new(server.url())?)
}

fn row<C: Contender>(contender: &C) -> Result<(), Failure> {
    let seconds = |concurrency| -> Result<f64, Failure> {
        let start = Instant::now();
        let count = runtime()?.block_on(contender.paginate(100, concurrency))?;
        if count == 10_000 { Ok(start.elapsed().as_secs_f64()) } else { Err("incomplete".into()) }
    };
    let (one, eight) = (seconds(1)?, seconds(8)?);
    println!("| {} | {one:.2} s | {eight:.2} s | {:.1} |", C::NAME, one / eight);
    Ok(())
}
