//! Lists of both styles: the requests, and the rejection of other responses as pages.

use plane_api::{
    ErrorKind,
    v2::{
        common::{Priority, StateGroup},
        states::{ListStates, StateField, StateOrder},
        work_items::{ListWorkItems, WorkItemExpand, WorkItemField, WorkItemOrder},
    },
};

use super::{client, json, lines, servers};

const ID: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

fn by_cursor(ids: [u8; 2], next: Option<&str>) -> String {
    let next = next.map_or("null".to_owned(), |next| format!("{next:?}"));
    let has_more = next != "null";
    format!(
        r#"{{"data": [{{"id": "{}"}}, {{"id": "{}"}}], "next_cursor": {next}, "has_more": {has_more}, "pagination": {{"style": "cursor"}}}}"#,
        ids[0], ids[1]
    )
}

fn by_offset(ids: [u8; 2], next: &str) -> String {
    format!(
        r#"{{"data": [{{"id": "{}"}}, {{"id": "{}"}}], "next": {next}, "previous": null, "total_count": 4, "pagination": {{"style": "offset"}}}}"#,
        ids[0], ids[1]
    )
}

#[tokio::test]
async fn a_list_by_cursor_repeats_filters_order_and_page_size() {
    let pages =
        || vec![json(200, &by_cursor([1, 2], Some("b3A9"))), json(200, &by_cursor([3, 4], None))];
    for server in servers(pages, &json(500, "")) {
        let request = ListWorkItems::new("acme", "ENG")
            .priority_in([Priority::Urgent, Priority::High])
            .state_group(StateGroup::Started)
            .order_by(WorkItemOrder::UpdatedAtDesc)
            .expand([WorkItemExpand::State, WorkItemExpand::Assignees])
            .fields([WorkItemField::Name, WorkItemField::StateId])
            .per_page(2);
        let items = request.items(&client(&server)).collect(10).await.unwrap();
        assert_eq!(
            items.iter().map(|it| it.id.to_string()).collect::<Vec<_>>(),
            ["1", "2", "3", "4"]
        );
        let Some(lines) = lines(&server) else { continue };
        let start = "GET /api/v2/workspaces/acme/projects/ENG/work-items/?paginate=cursor&state_group=started\
                     &priority__in=urgent%2Chigh&order_by=-updated_at&expand=state%2Cassignees&fields=name%2Cstate_id";
        let plain: Vec<String> = lines.iter().map(|line| line.replace(',', "%2C")).collect();
        assert_eq!(
            plain,
            [format!("{start}&per_page=2"), format!("{start}&cursor=b3A9&per_page=2")]
        );
    }
}

#[tokio::test]
async fn a_list_by_offset_goes_where_the_response_says() {
    let pages = || vec![json(200, &by_offset([1, 2], "2")), json(200, &by_offset([3, 4], "null"))];
    for server in servers(pages, &json(500, "")) {
        let request = ListStates::new("acme", "ENG")
            .order_by(StateOrder::Sequence)
            .fields([StateField::All])
            .per_page(2);
        let states = request.items(&client(&server)).collect(10).await.unwrap();
        assert_eq!(states.len(), 4);
        let Some(lines) = lines(&server) else { continue };
        let start = "GET /api/v2/workspaces/acme/projects/ENG/states/?order_by=sequence&fields=all";
        assert_eq!(lines, [format!("{start}&per_page=2"), format!("{start}&offset=2&per_page=2")]);
    }
}

#[tokio::test]
async fn a_page_of_another_style_is_an_error_and_never_the_end_of_the_list() {
    let bodies = [
        &*by_offset([1, 2], "null"),
        r#"{"data": [], "has_more": false, "next_cursor": null}"#,
        r#"{"data": [], "next_cursor": null, "pagination": {"style": "cursor"}}"#,
        r#"{"data": null, "has_more": false, "pagination": {"style": "cursor"}}"#,
        r#"{"results": [], "next_page_results": false, "next_cursor": "100:0:0"}"#,
        &format!(r#"[{{"id": "{ID}"}}]"#),
        &format!(r#"{{"id": "{ID}"}}"#),
        "null",
        "",
    ];
    for body in bodies {
        for server in servers(Vec::new, &json(200, body)) {
            let mut items = ListWorkItems::new("acme", "ENG").items(&client(&server));
            let error = items.next().await.unwrap().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
            assert_eq!(server.requests().len(), 1);
        }
    }
    let bodies = [
        &*by_cursor([1, 2], None),
        r#"{"data": [], "previous": null, "pagination": {"style": "offset"}}"#,
        r#"{"data": [], "next": "https://h/?offset=2", "pagination": {"style": "offset"}}"#,
        r#"{"data": [], "next": null}"#,
        "[]",
    ];
    for body in bodies {
        for server in servers(Vec::new, &json(200, body)) {
            let mut items = ListStates::new("acme", "ENG").items(&client(&server));
            let error = items.next().await.unwrap().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
        }
    }
}

#[tokio::test]
async fn more_without_a_cursor_is_an_error() {
    let body = r#"{"data": [{"id": "1"}], "has_more": true, "next_cursor": null, "pagination": {"style": "cursor"}}"#;
    for server in servers(Vec::new, &json(200, body)) {
        let error = ListWorkItems::new("acme", "ENG").items(&client(&server)).collect(10).await;
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Pagination);
        assert_eq!(server.requests().len(), 1);
    }
}
