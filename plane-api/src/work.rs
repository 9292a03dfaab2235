//! Counts the steps of what scans bytes from outside, so that tests can compare inputs of different lengths.
//!
//! Time would depend on the machine. Outside of tests nothing is counted.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Adds steps, each about as much work as a look at one byte.
#[inline]
pub(crate) fn count(steps: usize) {
    #[cfg(test)]
    STEPS.with(|counted| counted.set(counted.get() + steps));
    #[cfg(not(test))]
    let _ = steps;
}

/// How much work this takes: steps counted, and bytes allocated.
#[cfg(test)]
pub(crate) fn of(scan: impl FnOnce()) -> usize {
    let before = STEPS.get();
    let allocated = allocation_counter::measure(scan).bytes_total;
    let steps = STEPS.get() - before;
    assert!(steps > 0, "the scan counts nothing");
    steps + usize::try_from(allocated).unwrap()
}

/// Asserts that a scan of twice the length takes twice the work: steps counted, and bytes allocated, so that a scan that
/// copies its input again and again is noticed even where it counts nothing.
///
/// The constant is for work that depends on no length, such as that up to a fixed limit.
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

/// Repeats a pattern up to a length of about so many bytes.
#[cfg(test)]
pub(crate) fn repeated(pattern: &str, length: usize) -> String {
    pattern.repeat(length.div_ceil(pattern.len().max(1)))
}
