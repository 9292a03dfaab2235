//! The targets with their seeds, and with variations of them.

use std::{fs, path::PathBuf};

use fastrand::Rng;
use plane_fuzz::{TARGETS, Target};
use proptest::prelude::*;

/// The number of variations for each target.
const VARIATIONS: usize = 2000;

/// Texts that are inserted into inputs.
const WORDS: [&[u8]; 24] = [
    b"",
    b"..",
    b"%2e",
    b"%25",
    b"%",
    b"/",
    b"\\",
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc2\x85",
    b"null",
    b"{}",
    b"[",
    b"]",
    b"\"",
    b"\\u202e",
    b"-1",
    b"18446744073709551616",
    b"$KEY",
    b"data: ",
    b"&a=b",
];

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "seeds", target].iter().collect();
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn every_seed_has_the_property() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(seeds.len() > 2, "{name}");
        for seed in seeds {
            check(name, target, &seed);
        }
    }
}

#[test]
fn variations_of_the_seeds_have_the_property() {
    // Every run has the same variations.
    let mut random = Rng::with_seed(7);
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        for _ in 0..VARIATIONS {
            let input = vary(&mut random, &seeds);
            check(name, target, &input);
        }
    }
}

/// Runs a target, and reports the input if it panics.
fn check(name: &str, target: Target, input: &[u8]) {
    let result = std::panic::catch_unwind(|| target(input));
    assert!(result.is_ok(), "{name}: {:?}", input.escape_ascii().to_string());
}

/// Returns a seed after up to eight changes.
fn vary(random: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut input = random.choice(seeds).cloned().unwrap_or_default();
    for _ in 0..random.usize(1..=8) {
        let at = random.usize(..=input.len());
        match random.u8(..6) {
            0 => {
                drop(input.splice(at..at, random.choice(WORDS).unwrap_or_default().iter().copied()))
            }
            1 => input.truncate(at),
            2 => drop(input.drain(at..(at + random.usize(..4)).min(input.len()))),
            3 => input.iter_mut().skip(at).take(1).for_each(|byte| *byte = random.u8(..)),
            4 => {
                // The end of another seed.
                let other = random.choice(seeds).cloned().unwrap_or_default();
                let from = random.usize(..=other.len());
                input.splice(at.., other[from..].iter().copied());
            }
            _ => {
                let copy = input[at..(at + random.usize(..16)).min(input.len())].to_vec();
                input.splice(at..at, copy);
            }
        }
    }
    input
}

/// Any string, with more of those that could be harmful in a path.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z0-9-]{1,8}",
        r"[./\\%25eEfF0aA ?#é-]{0,9}",
        proptest::sample::select(vec![
            "..",
            ".",
            "",
            "%2e%2e",
            "%252e",
            "a%2fb",
            "%5c",
            "%00",
            "%25%32%66"
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_stay_in_their_places(values in [value(), value(), value(), value()]) {
        plane_fuzz::values_stay_in_their_places(values.each_ref().map(String::as_str));
    }
}
