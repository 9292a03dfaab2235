//! Prints the allocations of each piece of work. It is a separate program because counting them costs time.

use std::{env, future::Future, time::Duration};

use allocation_counter::{AllocationInfo, measure};
use plane_benches::{
    Contender, Failure,
    by_hyper::ByHyper,
    by_reqwest::{ByReqwest, ByReqwestLimited},
    ours::{Ours, OursOverHyper},
    server::Server,
    work::{Work, runtime},
};

/// Number of repetitions, of which the median counts: the server's writes reach the client in one piece or in two.
const TIMES: usize = 15;

fn main() -> Result<(), Failure> {
    let program = env::current_exe()?.with_file_name("plane-benches");
    let server = Server::start(&program, Duration::ZERO)?;
    let ours = Ours::new(server.url())?;
    println!("| work | by | allocations | bytes | peak bytes |\n|---|---|---|---|---|");
    for (work, name) in Work::ALL {
        let row = |by: &str, info: AllocationInfo| {
            let AllocationInfo { count_total, bytes_total, bytes_max, .. } = info;
            println!("| {name} | {by} | {count_total} | {bytes_total} | {bytes_max} |");
        };
        match work {
            Work::Pages => {
                for pages in [10, 100] {
                    row(&format!("{}, {pages} pages", Ours::NAME), paginate(&ours, pages)?);
                    let by = ByReqwest::new(server.url())?;
                    row(&format!("{}, {pages} pages", ByReqwest::NAME), paginate(&by, pages)?);
                }
            }
            work if work.is_ours() => row(Ours::NAME, count(|| work.once_ours(&ours, 10))?),
            _ => {
                row(Ours::NAME, count(|| work.once(&ours, 1))?);
                let by = OursOverHyper::new(server.url())?;
                row(OursOverHyper::NAME, count(|| work.once(&by, 1))?);
                let by = ByReqwestLimited::new(server.url())?;
                row(ByReqwestLimited::NAME, count(|| work.once(&by, 1))?);
                let by = ByReqwest::new(server.url())?;
                row(ByReqwest::NAME, count(|| work.once(&by, 1))?);
                let by = ByHyper::new(server.url())?;
                row(ByHyper::NAME, count(|| work.once(&by, 1))?);
            }
        }
    }
    Ok(())
}

fn paginate(contender: &impl Contender, pages: usize) -> Result<AllocationInfo, Failure> {
    count(|| Work::Pages.once(contender, pages))
}

fn count<F: Future<Output = Result<(), Failure>>>(
    work: impl Fn() -> F,
) -> Result<AllocationInfo, Failure> {
    let runtime = runtime()?;
    // The first calls open connections and size tables.
    for _ in 0..3 {
        runtime.block_on(work())?;
    }
    let mut infos = Vec::new();
    for _ in 0..TIMES {
        let mut result = Ok(());
        infos.push(measure(|| result = runtime.block_on(work())));
        result?;
    }
    infos.sort_by_key(|info| info.count_total);
    Ok(infos[TIMES / 2])
}
