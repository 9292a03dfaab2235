//! [`Delivery`]: tells whether the server may have acted.

use http::StatusCode;

use super::Dialect;
use crate::spec::RetryClass;

/// The possible effect of a failed request on the server.
///
/// Variants are ordered by how much the server may have done. After several attempts, the greatest variant counts.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Delivery, endpoint};
///
/// #[endpoint(POST, "/tasks" -> ())]
/// struct CreateTask {
///     title: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{Stage, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<CreateTask>().reply(Reply::failure(Stage::AfterSend));
/// # let client = mock.client();
/// // The connection breaks after the request was sent.
/// let error = CreateTask::new("Write").send(&client).await.unwrap_err();
/// assert_eq!(error.delivery(), Delivery::Unknown);
/// assert!(Delivery::Unknown > Delivery::Rejected);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delivery {
    /// The request was not sent. Sending the request again is safe.
    NotSent,
    /// The server did nothing, because it rejected the request or because the request only reads data.
    Rejected,
    /// The server may or may not have acted. Before you repeat a request that changes data, check whether the server
    /// has acted.
    Unknown,
    /// The server acted, but its response was lost.
    Applied,
}

/// Returns the delivery that an error status implies. Only a status that certainly rejects the request counts as a rejection.
pub(super) fn delivery_of(
    status: StatusCode,
    replay: RetryClass,
    dialect: &Dialect,
    detail: Option<&str>,
) -> Delivery {
    let is_write = replay != RetryClass::Safe;
    let is_late = || detail.is_some_and(|detail| dialect.late_rejections.contains(&detail));
    match status.as_u16() {
        400 if is_write && is_late() => Delivery::Unknown,
        // The server or a proxy stopped waiting: for the rest of the request, or for the response of an upstream
        // server.
        408 | 501..=599 => Delivery::Unknown,
        304 | 307 | 308 | 400..=499 => Delivery::Rejected,
        _ if is_write => Delivery::Unknown,
        _ => Delivery::Rejected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_to_be_a_rejection_of_a_write_is_none() {
        let late = Dialect { late_rejections: &["Too late."], ..Dialect::STANDARD };
        let of = |status: u16, replay, detail| {
            delivery_of(StatusCode::from_u16(status).unwrap(), replay, &late, detail)
        };
        for status in (100..200).chain(300..1000) {
            let is_rejection = matches!(status, 304 | 307 | 308 | 400..=407 | 409..=499);
            for write in [RetryClass::Idempotent, RetryClass::Never] {
                let expected = if is_rejection { Delivery::Rejected } else { Delivery::Unknown };
                assert_eq!(of(status, write, None), expected, "{status}");
            }
            let is_gateway = matches!(status, 408 | 501..=599);
            let expected = if is_gateway { Delivery::Unknown } else { Delivery::Rejected };
            assert_eq!(of(status, RetryClass::Safe, Some("Too late.")), expected, "{status}");
        }
        assert_eq!(of(400, RetryClass::Never, Some("Too late.")), Delivery::Unknown);
        assert_eq!(of(409, RetryClass::Never, Some("Too late.")), Delivery::Rejected);
    }
}
