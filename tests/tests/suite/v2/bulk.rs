//! Lists of any length in batches of 50 rows: in order, with a report on each row, and without sending a batch twice
//! that may have run.

use plane_api::ids::LabelId;
use plane_api::{
    Patch,
    v2::{
        bulk::{BulkReport, BulkResult, MAX_ROWS, RowOutcome, send_in_batches},
        labels::bulk::{BulkCreateLabels, BulkUpdateLabels, CreateLabelRow, UpdateLabelRow},
        problem::ErrorCode,
    },
};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer},
};
use serde_json::{Value, json};

use super::{client, servers};

fn rows(count: usize) -> impl Iterator<Item = CreateLabelRow> {
    (0..count).map(|n| CreateLabelRow { name: n.to_string(), ..Default::default() })
}

/// The response to a batch: every row is created, in arbitrary order, except those that fail.
fn response(count: usize, failing: &[usize]) -> Fault {
    let rows = (0..count).rev().map(|index| match failing.contains(&index) {
        true => json!({"index": index, "result": "failed", "type": "invalid_request", "code": "invalid_request",
            "detail": "No.", "errors": [{"field": "name", "code": "unique", "message": "Taken."}]}),
        false => json!({"index": index, "result": "created", "id": format!("id-{index}")}),
    });
    let body = json!({"results": rows.collect::<Vec<Value>>(), "succeeded": count - failing.len(), "failed": failing.len()});
    Fault::Answer(answer(200, "", body.to_string()))
}

async fn send(server: &FaultServer, count: usize) -> BulkReport<LabelId> {
    let request = |rows| BulkCreateLabels::new("acme", "ENG", rows);
    send_in_batches(&client(server), rows(count), request).await
}

/// Returns the names of the rows of each request.
fn names(server: &FaultServer) -> Vec<Vec<String>> {
    let names = |body: &[u8]| {
        let body: Value = serde_json::from_slice(body).unwrap();
        let rows = body["items"].as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    server.requests().iter().map(|request| names(&request.body)).collect()
}

/// Returns a letter for the outcome of each row.
fn letters(report: &BulkReport<LabelId>) -> String {
    let letter = |row: &RowOutcome<LabelId>| match row {
        RowOutcome::Reported(row) if row.result == BulkResult::Failed => 'f',
        RowOutcome::Reported(_) => 'w',
        RowOutcome::Unknown => '?',
        _ => '-',
    };
    report.rows.iter().map(letter).collect()
}

#[tokio::test]
async fn a_long_list_is_split_and_reported_in_its_order() {
    let responses = || vec![response(50, &[0, 7]), response(50, &[]), response(20, &[19])];
    for server in servers(responses, &Fault::Reset) {
        let report = send(&server, 120).await;
        assert!(report.error.is_none() && !report.is_success());
        let failed: Vec<usize> = report.failed().map(|(index, _)| index).collect();
        assert_eq!(failed, [0, 7, 119]);
        let (_, problem) = report.failed().next().unwrap();
        assert_eq!(problem.code, Some(ErrorCode::InvalidRequest));
        let errors = problem.errors.as_ref().unwrap();
        assert_eq!(errors[0].field.as_deref(), Some("name"));
        for (index, row) in report.rows.iter().enumerate() {
            let RowOutcome::Reported(row) = row else { panic!("{index}") };
            assert_eq!(row.index, index as u64);
            if row.result == BulkResult::Created {
                assert_eq!(
                    row.id.as_ref().unwrap().to_string(),
                    format!("id-{}", index % MAX_ROWS)
                );
                assert_eq!(row.problem, None);
            }
        }
        let sent = names(&server);
        assert_eq!(sent.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 20]);
        let expected: Vec<String> = (0..120).map(|n| n.to_string()).collect();
        assert_eq!(sent.concat(), expected);
    }
}

#[tokio::test]
async fn no_rows_are_no_request_and_fifty_are_one() {
    for server in servers(Vec::new, &response(50, &[])) {
        assert!(send(&server, 0).await.is_success());
        assert_eq!(server.requests().len(), 0);
        assert!(send(&server, 50).await.is_success());
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_batch_that_may_have_run_is_not_sent_again_and_ends_the_list() {
    let broken = Fault::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{".to_vec());
    let decode = Fault::Answer(answer(200, "", r#"{"results": 7}"#));
    let crash = Fault::Answer(answer(500, "", ""));
    let gateway = Fault::Answer(answer(504, "", ""));
    for fault in [Fault::Reset, broken, decode, crash, gateway] {
        for server in servers(|| vec![response(50, &[3]), fault.clone()], &response(50, &[])) {
            let report = send(&server, 120).await;
            let expected = ["www", "f", &"w".repeat(46), &"?".repeat(50), &"-".repeat(20)].concat();
            assert_eq!(letters(&report), expected, "{fault:?}");
            assert!(report.error.is_some());
            assert_eq!(server.requests().len(), 2, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn a_batch_that_was_rejected_was_not_written_and_ends_the_list() {
    let body = r#"{"type": "conflict", "code": "batch_failed", "detail": "No rows were written."}"#;
    for server in servers(|| vec![response(50, &[]), super::json(409, body)], &response(50, &[])) {
        let report = send(&server, 120).await;
        assert_eq!(letters(&report), format!("{}{}", "w".repeat(50), "-".repeat(70)));
        assert!(plane_api::v2::problem::is_batch_failed(&report.error.unwrap()));
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_batch_that_the_rate_limit_rejected_is_sent_again() {
    let limited = || vec![Fault::Answer(answer(429, "Retry-After: 0\r\n", "")), response(50, &[])];
    for server in servers(limited, &Fault::Reset) {
        assert!(send(&server, 50).await.is_success());
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_row_that_the_server_does_not_mention_is_unknown() {
    let body = r#"{"results": [{"index": 1, "result": "created", "id": "a"}, {"index": 9, "result": "created", "id": "b"}],
        "succeeded": 2, "failed": 0}"#;
    for server in servers(Vec::new, &super::json(200, body)) {
        let report = send(&server, 3).await;
        assert_eq!(letters(&report), "?w?");
        assert!(report.error.is_none() && !report.is_success());
    }
}

#[tokio::test]
async fn rows_send_what_is_set_and_clear_what_is_to_be_cleared() {
    let row = UpdateLabelRow {
        id: "6ba7b810-9dad-11d1-80b4-00c04fd430c8".into(),
        name: Some("bug".to_owned()),
        parent_id: Patch::Clear,
        ..Default::default()
    };
    for server in servers(Vec::new, &response(1, &[])) {
        let request = BulkUpdateLabels::new("acme", "ENG", [row.clone()]).all_or_none(true);
        let response = request.send(&client(&server)).await.unwrap();
        assert_eq!((response.succeeded, response.failed), (1, 0));
        let body = r#"{"items":[{"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","name":"bug","parent_id":null}],"all_or_none":true}"#;
        assert_eq!(server.requests()[0].text(), body);
    }
}
