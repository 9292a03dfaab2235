//! [`Delivery`]: whether the server may have acted.

use http::StatusCode;

use super::Dialect;
use crate::spec::RetryClass;

/// What is known about whether the server acted on a request that failed.
///
/// The order is that of what may have happened: of several attempts, the greatest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delivery {
    /// The request never left: sending it again is safe.
    NotSent,
    /// The server answered that it did nothing.
    Rejected,
    /// It may have acted or not: look before sending a write again.
    Unknown,
    /// It acted; only its answer was lost.
    Applied,
}

pub(super) fn delivery_of(
    status: StatusCode,
    replay: RetryClass,
    dialect: &Dialect,
    detail: Option<&str>,
) -> Delivery {
    let write = replay != RetryClass::Safe;
    match status.as_u16() {
        500 if !write => Delivery::Rejected,
        500..=599 => Delivery::Unknown,
        400 if write && detail.is_some_and(|detail| dialect.late_rejections.contains(&detail)) => {
            Delivery::Unknown
        }
        _ => Delivery::Rejected,
    }
}
