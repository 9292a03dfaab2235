//! A new recording differs only where the server's responses differ.

use plane_api::{Client, Cursor, FilePart, Page, endpoint};
use plane_tests::{
    Received, answer,
    faults::{Fault, FaultServer},
};
use serde_json::json;
use tokio::sync::oneshot;

use super::{Buffer, recording, replaying};

#[endpoint(POST, "/payments")]
struct Pay {
    #[idempotency_key("Idempotency-Key")]
    key: Option<String>,
    amount: u64,
}

#[endpoint(POST, "/files/" -> (), multipart)]
struct Attach {
    title: String,
    file: FilePart,
}

#[endpoint(GET, "/things/<id>/")]
struct GetThing {}

#[endpoint(GET, "/entries/" -> Page<u32>)]
struct ListEntries {
    cursor: Option<Cursor>,
}

/// Responds with a date, its own URL, and points in time.
fn respond(request: &Received) -> Fault {
    let host = request.header("host").unwrap_or_default();
    let now = std::time::SystemTime::now();
    let later = now + std::time::Duration::from_secs(5);
    let unix = later.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let headers = format!(
        "Date: {}\r\nRetry-After: {}\r\nX-RateLimit-Reset: {unix}\r\n\
         Link: <http://{host}/things/?next>; rel=\"next\"\r\n",
        httpdate::fmt_http_date(now),
        httpdate::fmt_http_date(later),
    );
    Fault::Answer(answer(
        200,
        &headers,
        json!({"url": format!("http://{host}/a"), "host": host}).to_string(),
    ))
}

async fn record() -> String {
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let server = FaultServer::by(respond).unwrap();
    let client = recording(server.url(), &recorder);
    Pay::new(1_u64).send(&client).await.unwrap();
    Attach::new("t", FilePart::new("a", "x")).send(&client).await.unwrap();
    let (a, b) = (GetThing::new("a"), GetThing::new("b"));
    let _ = tokio::join!(a.send(&client), b.send(&client));
    recorder.finish().unwrap();
    buffer.text()
}

#[tokio::test]
async fn two_recordings_are_equal() {
    let [first, second] = [record().await, record().await];
    assert_eq!(first, second);
    assert_eq!(first.lines().count(), 5);
    for text in [
        r#"{"recording":1,"server":"http://localhost"}"#,
        r#""idempotency-key":"GENERATED""#,
        "boundary=boundary",
        r#""retry-after":"5""#,
        r#""link":"<http://localhost/things/?next>; rel=\"next\"""#,
        r#"{"host":"localhost","url":"http://localhost/a"}"#,
    ] {
        assert!(first.contains(text), "{text}: {first}");
    }
    assert!(!first.contains("127.0.0.1") && !first.contains("\"date\""), "{first}");
}

/// The lines are in the order in which requests began, regardless of which ends first.
#[tokio::test]
async fn concurrent_exchanges_are_in_the_order_of_their_beginning() {
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let (release, wait) = oneshot::channel::<()>();
    let first = plane_api::Body::stream(Late(Some(wait)));
    let server = FaultServer::always(Fault::Answer(answer(200, "", "null"))).unwrap();
    let client = recording(server.url(), &recorder);
    let put = tokio::spawn(PutFile::new("1", first).send(&client));
    while server.accepted() == 0 {
        tokio::task::yield_now().await;
    }
    GetThing::new("2").send(&client).await.unwrap();
    assert_eq!(buffer.text(), "", "the first exchange has not ended");
    release.send(()).unwrap();
    put.await.unwrap().unwrap();
    recorder.finish().unwrap();
    let endpoints =
        ["PutFile", "GetThing"].map(|name| format!(r#"{{"request":{{"endpoint":"{name}""#));
    let lines = buffer.lines();
    assert!(
        lines[0].starts_with(&endpoints[0]) && lines[1].starts_with(&endpoints[1]),
        "{lines:?}"
    );
}

#[endpoint(PUT, "/files/<id>" -> ())]
struct PutFile {
    #[body]
    content: plane_api::Body,
}

/// A body that waits.
struct Late(Option<oneshot::Receiver<()>>);

impl futures_core::Stream for Late {
    type Item = Result<plane_api::Bytes, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let Some(wait) = &mut self.0 else { return std::task::Poll::Ready(None) };
        let _ = std::task::ready!(Future::poll(std::pin::Pin::new(wait), context));
        self.0 = None;
        std::task::Poll::Ready(Some(Ok("late".into())))
    }
}

fn page(request: &Received) -> Fault {
    let query = request.line().replace("%3A", ":");
    let query = query.split_once('?').map_or("", |(_, query)| query);
    let number: u32 = query
        .rsplit('=')
        .next()
        .and_then(|it| it.split(':').nth(1).unwrap_or(it).parse().ok())
        .unwrap_or(0);
    let is_last = number >= 5;
    let next = format!("2:{}:0", number + 1);
    let results: Vec<_> = (0..2).map(|n| number * 2 + n).collect();
    let body = json!({
        "results": results, "next_cursor": next, "next_page_results": !is_last, "total_pages": 6,
    });
    Fault::Answer(answer(200, "", body.to_string()))
}

#[tokio::test]
async fn lists_are_played_whatever_the_order_of_their_pages() {
    let all = async |client: &Client| {
        let by_cursor = ListEntries::new().items(client).concurrency(4).collect(99).await.unwrap();
        let mut one_by_one = ListEntries::new().items(client);
        let mut ahead = ListEntries::new().items(client).concurrency(3);
        let two = tokio::join!(one_by_one.collect(99), ahead.collect(99));
        (by_cursor, two.0.unwrap(), two.1.unwrap())
    };
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let server = FaultServer::by(page).unwrap();
    let live = all(&recording(server.url(), &recorder)).await;
    recorder.finish().unwrap();
    assert_eq!(live.0, (0..12).collect::<Vec<_>>());
    assert_eq!(buffer.lines().len(), server.requests().len());
    let replay = buffer.replay();
    assert_eq!(all(&replaying(&replay)).await, live);
    replay.verify();
}
