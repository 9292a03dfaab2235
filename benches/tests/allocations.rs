//! Limits of a call's allocations, which are the same on every machine.

use std::{path::Path, time::Duration};

use allocation_counter::measure;
use plane_benches::{
    Contender, Failure,
    by_reqwest::ByReqwest,
    ours::{Ours, OursOverHyper},
    server::Server,
    work::runtime,
};

/// The minimum of several runs: the server's writes reach the client in one piece or in two.
fn allocations(contender: &impl Contender) -> Result<u64, Failure> {
    let runtime = runtime()?;
    runtime.block_on(contender.update())?;
    let mut least = u64::MAX;
    for _ in 0..9 {
        let mut result = Ok(());
        let info = measure(|| result = runtime.block_on(contender.update()));
        result?;
        least = least.min(info.count_total);
    }
    Ok(least)
}

#[test]
fn an_update_allocates_no_more_than_by_hand() {
    let program = Path::new(env!("CARGO_BIN_EXE_plane-benches"));
    let server = Server::start(program, Duration::ZERO).unwrap();
    let ours = allocations(&Ours::new(server.url()).unwrap()).unwrap();
    let by_hand = allocations(&ByReqwest::new(server.url()).unwrap()).unwrap();
    assert!(ours <= 80 && ours <= by_hand + 2, "{ours} allocations, {by_hand} by hand");
    let over_hyper = allocations(&OursOverHyper::new(server.url()).unwrap()).unwrap();
    assert!(over_hyper <= 48, "{over_hyper} allocations over hyper, {by_hand} by hand");
}

#[test]
fn what_sends_nothing_allocates_little() {
    let runtime = runtime().unwrap();
    let _entered = runtime.enter();
    let ours = Ours::new("http://127.0.0.1:1").unwrap();
    let count = |work: &dyn Fn() -> Result<(), Failure>| {
        work().unwrap();
        measure(|| work().unwrap()).count_total
    };
    let built = count(&|| ours.build());
    assert!(built <= 13, "{built} allocations until the request is sent");
    let invalid = count(&|| ours.invalid());
    assert!(
        invalid <= 14,
        "{invalid} allocations for a request that is rejected before it is sent"
    );
}
