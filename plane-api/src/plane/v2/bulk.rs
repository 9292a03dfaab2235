//! Bulk requests create, update or delete up to 50 objects in one call, with one row for each object. For longer lists,
//! use [`send_in_batches`].
//!
//! A bulk request can succeed although some rows failed: check [`BulkResponse::failed`]. If `all_or_none` is set and a
//! row fails, the server rejects the whole request: see [`is_batch_failed`](crate::v2::problem::is_batch_failed). In
//! the response, the JSON of a failed row also contains the fields of the [`Problem`], such as `"code": "conflict"`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::{bulk::send_in_batches, labels::bulk::{BulkCreateLabels, CreateLabelRow}};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateLabels>().reply(serde_json::json!({"results": [{"index": 3, "result": "failed", "code": "conflict", "detail": "exists"}], "succeeded": 49, "failed": 1})).times(3);
//! # let client = mock.client();
//! let rows = (1..=120).map(|n| CreateLabelRow { name: format!("team-{n}"), ..Default::default() });
//! let report = send_in_batches(&client, rows, |rows| BulkCreateLabels::new("acme", "ENG", rows)).await;
//! for (index, problem) in report.failed() {
//!     println!("row {index}: {:?}", problem.detail);
//! }
//! # assert_eq!(report.failed().map(|(index, _)| index).collect::<Vec<_>>(), [3, 53, 103]);
//! # Ok(())
//! # }
//! ```

use serde::Deserialize;

use crate::{
    client::Client,
    endpoint::{Endpoint, coerce::coerce, open_enum::open_enum},
    error::{Delivery, Error},
    plane::v2::problem::{ErrorCode, FieldProblem, Problem, ProblemType, lenient},
};

/// Maximum number of rows in a bulk request.
pub const MAX_ROWS: usize = 50;

/// The response to a bulk request. `I` is the type of the objects' ids.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct BulkResponse<I> {
    /// Results of the rows.
    pub results: Vec<BulkRow<I>>,
    /// Number of rows that succeeded.
    #[serde(deserialize_with = "coerce")]
    pub succeeded: u64,
    /// Number of rows that failed.
    #[serde(deserialize_with = "coerce")]
    pub failed: u64,
}

/// Result of one row of a bulk request.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Row<I>", bound(deserialize = "I: Deserialize<'de>"))]
#[non_exhaustive]
pub struct BulkRow<I> {
    /// Index of the row in the request, from 0.
    pub index: u64,
    /// Result of the row.
    pub result: BulkResult,
    /// Id of the object; `None` for some failed rows.
    pub id: Option<I>,
    /// Problem with the row, if it failed.
    pub problem: Option<Problem>,
}

/// The JSON form of a [`BulkRow`], where the problem's members are on the same level.
// Not with `flatten`: it buffers numbers in a form that breaks with `arbitrary_precision` of `serde_json`.
#[derive(Deserialize)]
struct Row<I> {
    #[serde(deserialize_with = "coerce")]
    index: u64,
    result: BulkResult,
    id: Option<I>,
    r#type: Option<ProblemType>,
    code: Option<ErrorCode>,
    detail: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    errors: Option<Vec<FieldProblem>>,
}

impl<I> From<Row<I>> for BulkRow<I> {
    fn from(row: Row<I>) -> Self {
        let Row { index, result, id, r#type, code, detail, errors } = row;
        let problem = Problem { r#type, code, detail, errors };
        let problem =
            (result == BulkResult::Failed || problem != Problem::default()).then_some(problem);
        Self { index, result, id, problem }
    }
}

open_enum! {
    /// Result of a row of a bulk request.
    pub enum BulkResult {
        /// The object was created.
        Created = "created",
        /// The object was updated.
        Updated = "updated",
        /// The object was deleted.
        Deleted = "deleted",
        /// The row failed.
        Failed = "failed",
    }
}

/// The outcome of each row, returned by [`send_in_batches`].
#[derive(Debug)]
#[non_exhaustive]
pub struct BulkReport<I> {
    /// Outcome of each row, in the order of the list that was passed to [`send_in_batches`].
    pub rows: Vec<RowOutcome<I>>,
    /// Error of the first batch that failed as a whole, if any. The batches after it were not sent.
    pub error: Option<Error>,
}

/// Outcome of a row that was passed to [`send_in_batches`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RowOutcome<I> {
    /// The server reported a result for the row. [`BulkRow::index`] counts from the beginning of the list.
    Reported(BulkRow<I>),
    /// The server may have written the row: the response was lost or does not mention the row. Before you send
    /// the row in another request, check whether it was written.
    Unknown,
    /// The row was not written: the server rejected the batch of the row, or the batch was not sent.
    NotWritten,
}

impl<I> BulkReport<I> {
    /// Returns the index in the list and the problem of each failed row.
    pub fn failed(&self) -> impl Iterator<Item = (usize, &Problem)> {
        self.rows.iter().enumerate().filter_map(|(index, row)| match row {
            RowOutcome::Reported(BulkRow {
                result: BulkResult::Failed,
                problem: Some(problem),
                ..
            }) => Some((index, problem)),
            _ => None,
        })
    }

    /// Returns `true` if the server reported a result for every row and no row failed.
    #[must_use]
    pub fn is_success(&self) -> bool {
        let is_written = |row: &RowOutcome<I>| matches!(row, RowOutcome::Reported(row) if row.result != BulkResult::Failed);
        self.error.is_none() && self.rows.iter().all(is_written)
    }
}

/// Sends a list of any length in batches of at most [`MAX_ROWS`] rows, one after another, and reports on each row.
///
/// `request` creates the bulk request for a batch. If a batch fails as a whole, the remaining batches are not sent, and
/// the report contains the error. A batch that the server may have processed is not retried, neither by this function
/// nor by the client; the rows of the batch are [`RowOutcome::Unknown`]. `all_or_none` applies to each batch
/// separately, not to the whole list.
///
/// Without an async runtime, use `blocking::block_on(async { Ok(send_in_batches(…).await) })`.
pub async fn send_in_batches<T, I, E>(
    client: &Client,
    rows: impl IntoIterator<Item = T>,
    request: impl Fn(Vec<T>) -> E,
) -> BulkReport<I>
where
    E: Endpoint<Response = BulkResponse<I>>,
{
    let rows: Vec<T> = rows.into_iter().collect();
    let mut report = BulkReport { rows: Vec::with_capacity(rows.len()), error: None };
    let mut rest = rows.into_iter();
    while report.error.is_none() {
        let batch: Vec<T> = rest.by_ref().take(MAX_ROWS).collect();
        if batch.is_empty() {
            break;
        }
        let (start, length) = (report.rows.len(), batch.len());
        // The request is encoded first, so that neither it nor its rows are kept in memory while it is sent.
        let response = client.send(&request(batch));
        match response.await {
            Ok(response) => report.rows.extend(outcomes(response, start, length)),
            Err(error) => {
                let may_have_run = error.delivery() >= Delivery::Unknown;
                report.rows.extend((0..length).map(|_| match may_have_run {
                    true => RowOutcome::Unknown,
                    false => RowOutcome::NotWritten,
                }));
                report.error = Some(error);
            }
        }
    }
    report.rows.extend(rest.map(|_| RowOutcome::NotWritten));
    report
}

/// Returns the outcomes of a batch's rows, in order.
fn outcomes<I>(response: BulkResponse<I>, start: usize, length: usize) -> Vec<RowOutcome<I>> {
    let mut outcomes: Vec<_> = (0..length).map(|_| RowOutcome::Unknown).collect();
    for mut row in response.results {
        let index = usize::try_from(row.index).unwrap_or(usize::MAX);
        if let Some(outcome) = outcomes.get_mut(index) {
            row.index += start as u64;
            *outcome = RowOutcome::Reported(row);
        }
    }
    outcomes
}
