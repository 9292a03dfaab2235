//! The requests that a mock expects, the number of calls, and the search for the expectation that a call matches.

use std::{
    fmt,
    ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive},
    panic::Location,
    sync::Arc,
};

use http::StatusCode;

use super::{recorded::RecordedCall, reply::Reply};
use crate::spec::Spec;

/// An expected number of calls: a number, or a range of numbers.
///
/// ```
/// use plane_api::testing::Times;
///
/// assert_eq!(Times::from(2).to_string(), "2 calls");
/// assert_eq!(Times::from(1..), Times::from(1..=u32::MAX));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    pub(super) min: u32,
    pub(super) max: u32,
}

impl Times {
    const ANY: Self = Self { min: 0, max: u32::MAX };
}

macro_rules! times_from {
    ($($range:ty: $from:pat => $min:expr, $max:expr;)+) => {$(
        impl From<$range> for Times {
            fn from($from: $range) -> Self {
                Self { min: $min, max: $max }
            }
        }
    )+};
}

times_from! {
    u32: n => n, n;
    RangeFull: _ => 0, u32::MAX;
    RangeFrom<u32>: range => range.start, u32::MAX;
    RangeTo<u32>: range => 0, range.end.saturating_sub(1);
    RangeToInclusive<u32>: range => 0, range.end;
    Range<u32>: range => range.start, range.end.saturating_sub(1);
    RangeInclusive<u32>: range => *range.start(), *range.end();
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (0, 0) => f.write_str("no calls"),
            (0, u32::MAX) => f.write_str("any number of calls"),
            (min, u32::MAX) => write!(f, "at least {}", Count(min)),
            (0, max) => write!(f, "at most {}", Count(max)),
            (min, max) if min == max => Count(min).fmt(f),
            (min, max) => write!(f, "{min} to {}", Count(max)),
        }
    }
}

/// A number of calls, in words.
struct Count(u32);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 call"),

            n => write!(f, "{n} calls"),
        }
    }
}

/// A function that makes the reply to a call.
pub(super) type Answering = Arc<dyn Fn(&RecordedCall) -> Reply + Send + Sync>;

/// An expectation as stored by the mock.
pub(super) struct Expected {
    pub(super) spec: &'static Spec,
    /// The expected request. `None` accepts any request of the endpoint.
    pub(super) request: Option<RecordedCall>,
    /// The location of the declaration in the test.
    pub(super) at: &'static Location<'static>,
    pub(super) times: Option<Times>,
    pub(super) replies: Vec<Answering>,
    /// The number of calls so far.
    pub(super) count: u32,
}

impl Expected {
    pub(super) fn any(spec: &'static Spec, at: &'static Location<'static>) -> Self {
        Self { spec, request: None, at, times: None, replies: Vec::new(), count: 0 }
    }

    pub(super) fn request(request: RecordedCall, at: &'static Location<'static>) -> Self {
        let any = Self::any(request.spec, at);
        Self { request: Some(request), ..any }
    }

    pub(super) fn times(&self) -> Times {
        let replies = u32::try_from(self.replies.len()).unwrap_or(u32::MAX);
        self.times.unwrap_or(Times { min: replies.max(1), max: u32::MAX })
    }

    /// Returns `true` if there were enough calls.
    pub(super) fn is_satisfied(&self) -> bool {
        self.count >= self.times().min
    }

    /// Counts another call, and returns the function that makes its reply.
    pub(super) fn answering(&mut self) -> Answering {
        let next = usize::try_from(self.count).unwrap_or(usize::MAX);
        self.count = self.count.saturating_add(1);
        let reply = self.replies.get(next).or(self.replies.last()).cloned();
        reply.unwrap_or_else(|| Arc::new(|_| Reply::new(StatusCode::NO_CONTENT)))
    }

    fn is_met_by(&self, call: &RecordedCall) -> bool {
        let Some(request) = &self.request else { return is_same(self.spec, call.spec) };
        request.spec.method == call.spec.method
            && request.spec.root == call.spec.root
            && request.path == call.path
            && request.sorted_query() == call.sorted_query()
            && request
                .compared_headers(call)
                .into_iter()
                .all(|name| request.headers.get_all(name).iter().eq(call.headers.get_all(name)))
            && request.expects_body_of(call)
    }
}

/// Compares descriptions by their parts, because a description can have several addresses in a program.
fn is_same(a: &Spec, b: &Spec) -> bool {
    (a.name, &a.method, a.path) == (b.name, &b.method, b.path)
        && (a.root, a.query) == (b.root, b.query)
}

/// The reason why a call is unexpected. The numbers are indices of expectations.
pub(super) enum Mismatch {
    /// No expectation matches.
    Unlike,
    /// The expectation has already had its maximum number of calls.
    TooOften(usize),
    /// The second expectation must be satisfied first.
    TooEarly(usize, usize),
    /// The second expectation, which comes later, has already had a call.
    TooLate(usize, usize),
}

/// Finds the expectation that a call matches.
pub(super) fn find(
    expected: &[Expected],
    in_order: bool,
    call: &RecordedCall,
) -> Result<usize, Mismatch> {
    let mut mismatch = Mismatch::Unlike;
    let mut best = None;
    for (index, candidate) in expected.iter().enumerate().filter(|(_, it)| it.is_met_by(call)) {
        if candidate.count >= candidate.times().max {
            mismatch = Mismatch::TooOften(index);
            continue;
        }
        if let Some(disorder) = in_order.then(|| disorder(expected, index)).flatten() {
            mismatch = disorder;
            continue;
        }
        // Specific before general; then the first unsatisfied one, otherwise the last.
        let is_waiting = !candidate.is_satisfied();
        let position = if is_waiting { index } else { usize::MAX - index };
        let rank = (candidate.request.is_none(), !is_waiting, position);
        if best.is_none_or(|(best, _)| rank < best) {
            best = Some((rank, index));
        }
    }
    best.map(|(_, index)| index).ok_or(mismatch)
}

/// Returns the reason why the order forbids matching this expectation now.
fn disorder(expected: &[Expected], index: usize) -> Option<Mismatch> {
    let has_place = |it: &Expected| it.times() != Times::ANY;
    if !has_place(&expected[index]) {
        return None;
    }
    let before = expected[..index].iter().position(|it| has_place(it) && !it.is_satisfied());
    let after = expected[index..].iter().skip(1).position(|it| has_place(it) && it.count > 0);
    before
        .map(|before| Mismatch::TooEarly(index, before))
        .or(after.map(|after| Mismatch::TooLate(index, index + 1 + after)))
}
