//! Bulk requests: up to 50 rows in one call, and [`send_in_batches`] for longer lists.
//!
//! The response is a success even if rows failed: look at [`BulkResponse::failed`]. With `all_or_none` one row that fails
//! rejects the whole request instead: [`is_batch_failed`](crate::v2::problem::is_batch_failed). A failed row contains the
//! members of its problem: `{"index": 3, "result": "failed", "code": "conflict", "detail": "…"}`.
//!
//! ```no_run
//! use plane_api::{Client, v2::{bulk::send_in_batches, labels::bulk::{BulkCreateLabels, CreateLabelRow}}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let rows = (1..=120).map(|n| CreateLabelRow { name: format!("team-{n}"), ..Default::default() });
//! let report = send_in_batches(&client, rows, |rows| BulkCreateLabels::new("acme", "ENG", rows)).await;
//! for (index, problem) in report.failed() {
//!     println!("row {index}: {:?}", problem.detail);
//! }
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

/// The largest number of rows in a bulk request.
pub const MAX_ROWS: usize = 50;

/// The response to a bulk request. `I` is the id of its objects.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct BulkResponse<I> {
    /// What became of the rows.
    pub results: Vec<BulkRow<I>>,
    /// Number of rows that were written.
    #[serde(deserialize_with = "coerce")]
    pub succeeded: u64,
    /// Number of rows that were not.
    #[serde(deserialize_with = "coerce")]
    pub failed: u64,
}

/// What became of a row of a bulk request.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Row<I>", bound(deserialize = "I: Deserialize<'de>"))]
#[non_exhaustive]
pub struct BulkRow<I> {
    /// Number of the row in the request, from 0.
    pub index: u64,
    /// What was done.
    pub result: BulkResult,
    /// Id of the object. A row that failed may have none.
    pub id: Option<I>,
    /// What is wrong with the row, if it failed.
    pub problem: Option<Problem>,
}

/// A [`BulkRow`] as it stands in JSON: the problem's fields are among its own.
// Without `flatten`, which buffers numbers in a form that a feature of `serde_json` breaks.
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
    /// What was done with a row of a bulk request.
    pub enum BulkResult {
        /// The object was created.
        Created = "created",
        /// The object was updated.
        Updated = "updated",
        /// The object was deleted.
        Deleted = "deleted",
        /// Nothing was done.
        Failed = "failed",
    }
}

/// What became of a list that [`send_in_batches`] sent.
#[derive(Debug)]
#[non_exhaustive]
pub struct BulkReport<I> {
    /// What became of each row, in the order of the list.
    pub rows: Vec<RowOutcome<I>>,
    /// Why the list was not sent to its end, if it was not.
    pub error: Option<Error>,
}

/// What became of a row of a list that [`send_in_batches`] sent.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RowOutcome<I> {
    /// The server reported on the row. [`BulkRow::index`] counts from the beginning of the list.
    Reported(BulkRow<I>),
    /// The server may have written the row: the response was lost, or does not mention it. Look before sending it again.
    Unknown,
    /// The row was not written: the server rejected its batch, or the batch was not sent.
    NotWritten,
}

impl<I> BulkReport<I> {
    /// The rows that the server reported as failed: their numbers in the list, and what is wrong with them.
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

    /// Returns whether the server reported on every row, and none failed.
    #[must_use]
    pub fn is_success(&self) -> bool {
        let is_written = |row: &RowOutcome<I>| matches!(row, RowOutcome::Reported(row) if row.result != BulkResult::Failed);
        self.error.is_none() && self.rows.iter().all(is_written)
    }
}

/// Sends a list of any length in batches of at most [`MAX_ROWS`] rows, one after another, and reports on each row.
///
/// `request` makes the bulk request of a batch. The first batch that fails as a whole ends the list, and the report has the
/// error. A batch that may have run is not sent again, neither by this function nor by the client: its rows are
/// [`RowOutcome::Unknown`]. `all_or_none` holds for each batch alone, not for the list.
///
/// Without an async runtime, wait for it with `blocking::block_on(async { Ok(send_in_batches(…).await) })`.
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
        // Encoded at once, so that neither the request nor its rows are kept while it is sent.
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

/// What the server reported on the rows of a batch, in their order.
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
