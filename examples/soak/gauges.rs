//! Gauges that must not grow: samples, and whether they are flat.

use std::{fmt, fs};

use tokio::runtime::Handle;

/// Maximum growth of memory, in MiB.
const MAX_GROWTH: f64 = 4.0;

/// The sampled values.
const NAMES: [&str; 4] = ["memory in MiB", "file descriptors", "tasks", "connections"];

/// Values at one moment, including those of the servers: memory in MiB, file descriptors, tasks and open connections.
pub(crate) type Sample = [f64; 4];

/// Reads the values of this process. Without `/proc`, memory and file descriptors are 0.
pub(crate) fn sample(connections: usize) -> Sample {
    // In pages of 4 KiB.
    let resident = fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|statm| statm.split(' ').nth(1)?.parse::<f64>().ok());
    let files = fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
    let tasks = Handle::current().metrics().num_alive_tasks();
    [resident.unwrap_or(0.0) / 256.0, files as f64, tasks as f64, connections as f64]
}

/// Returns `true` if there are more file descriptors or tasks than before.
pub(crate) fn is_more(now: Sample, before: Sample) -> bool {
    now[1] > before[1] || now[2] > before[2]
}

/// Returns the processor time of this process in seconds, or 0 without `/proc`.
pub(crate) fn processor_time() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name of the program: user and system time are fields 14 and 15, in hundredths of a second.
    let rest = stat.rsplit(')').next().unwrap_or_default();
    rest.split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// The minimum, median and maximum of some samples.
#[derive(Debug, Clone, Copy)]
struct Range {
    min: f64,
    median: f64,
    max: f64,
}

impl Range {
    fn of(samples: &[Sample], gauge: usize) -> Self {
        let mut values: Vec<_> = samples.iter().map(|sample| sample[gauge]).collect();
        values.sort_by(f64::total_cmp);
        let at = |index: usize| values.get(index).copied().unwrap_or(0.0);
        Self { min: at(0), median: at(values.len() / 2), max: at(values.len().saturating_sub(1)) }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} / {:.1} / {:.1}", self.min, self.median, self.max)
    }
}

/// The ranges of each gauge in the first and in the last quarter of all samples.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quarters([[Range; 2]; 4]);

impl Quarters {
    pub(crate) fn of(samples: &[Sample]) -> Self {
        let quarter = samples.len().div_ceil(4);
        let [first, last] = [&samples[..quarter], &samples[samples.len() - quarter..]];
        Self([0, 1, 2, 3].map(|gauge| [Range::of(first, gauge), Range::of(last, gauge)]))
    }

    /// Names the gauges whose last median exceeds the first maximum by more than the allowed growth.
    pub(crate) fn growing(&self) -> Vec<String> {
        let grows = |(gauge, [first, last]): &(usize, [Range; 2])| {
            let allowed = if *gauge == 0 { MAX_GROWTH } else { 8.0 };
            last.median > first.max + allowed
        };
        let gauges = self.0.into_iter().enumerate().filter(grows);
        gauges
            .map(|(gauge, [first, last])| format!("{} grow: {first}, then {last}", NAMES[gauge]))
            .collect()
    }
}

impl fmt::Display for Quarters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "minimum / median / maximum in the first and in the last quarter:")?;
        for (name, [first, last]) in NAMES.iter().zip(self.0) {
            writeln!(f, "  {name}: {first}, then {last}")?;
        }
        Ok(())
    }
}
