//! Counts the instructions of decoding: see `BENCHMARKS.md`.

use std::{env, hint::black_box, process::Command};

use plane_api::{
    Page,
    v1::{customers::Customer, work_items::WorkItem},
};
use plane_benches::{Failure, fixture};
use serde::de::DeserializeOwned;

fn main() -> Result<(), Failure> {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["customers", times] => decode::<Customer>(&fixture::page(1), times.parse()?),
        ["work-items", times] => decode::<WorkItem>(&fixture::work_items(), times.parse()?),
        [] => {
            println!("| page of 100 | instructions |\n|---|---|");
            for name in ["customers", "work-items"] {
                println!(
                    "| {name} | {} |",
                    (instructions(name, 30)? - instructions(name, 10)?) / 20
                );
            }
            Ok(())
        }
        _ => Err("usage: decode".into()),
    }
}

fn decode<T: DeserializeOwned>(json: &str, times: usize) -> Result<(), Failure> {
    for _ in 0..times {
        black_box(serde_json::from_str::<Page<T>>(black_box(json))?);
    }
    Ok(())
}

/// Returns the instructions of a process that decodes a page this many times, as counted by callgrind.
fn instructions(name: &str, times: u64) -> Result<u64, Failure> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe()?)
        .args([name, &times.to_string()])
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text.lines().find_map(|line| line.split_once("Collected : "));
    Ok(count.ok_or("valgrind did not count")?.1.trim().parse()?)
}
