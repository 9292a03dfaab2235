//! Counts the steps of code that scans foreign bytes, so that tests can compare inputs of different lengths.
//!
//! Time would depend on the machine. Nothing is counted outside of tests.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Adds steps. One step is roughly the work of inspecting one byte.
#[inline]
pub(crate) fn count(steps: usize) {
    #[cfg(test)]
    STEPS.with(|counted| counted.set(counted.get() + steps));
    #[cfg(not(test))]
    let _ = steps;
}

/// Returns the work of a scan: steps counted plus bytes allocated.
#[cfg(test)]
pub(crate) fn of(scan: impl FnOnce()) -> usize {
    let before = STEPS.get();
    let allocated = allocation_counter::measure(scan).bytes_total;
    let steps = STEPS.get() - before;
    assert!(steps > 0, "the scan counts nothing");
    steps + usize::try_from(allocated).unwrap()
}

/// Asserts that scanning twice the length takes twice the work: steps counted plus bytes allocated. Counting
/// allocations detects a scan that copies its input repeatedly without counting steps.
///
/// The constant allows for work that does not depend on the length, such as work up to a fixed limit.
#[cfg(test)]
#[track_caller]
pub(crate) fn assert_linear<T>(
    length: usize,
    constant: usize,
    input: impl Fn(usize) -> T,
    scan: impl Fn(&T),
) {
    let work = |length| {
        let input = input(length);
        of(|| scan(&input))
    };
    let (once, twice) = (work(length), work(2 * length));
    assert!(
        twice * 10 <= once * 22 + constant * 10,
        "{once} steps for a length of {length}, {twice} for twice the length"
    );
}

/// Repeats a pattern up to about this length.
#[cfg(test)]
pub(crate) fn repeated(pattern: &str, length: usize) -> String {
    pattern.repeat(length.div_ceil(pattern.len().max(1)))
}
