//! Compressed responses arrive completely or as an error: for every type of response, and within all limits.

use std::{
    io::Write,
    pin::{Pin, pin},
    task::{Context, Poll},
    time::Duration,
};

use flate2::{Compression, write::GzEncoder};
use futures_core::Stream;
use plane_api::{
    Body, BoxFuture, Bytes, CallInfo, Client, Delivery, Download, Error, ErrorKind, Timeouts,
    Transport, TransportError, Value, endpoint,
    http::{Request, Response},
};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer, Protocol},
};

use super::{builder, last, trusting};

#[endpoint(GET, "/json/")]
struct GetJson {}

#[endpoint(GET, "/bytes/" -> Bytes)]
struct GetBytes {}

#[endpoint(GET, "/file/" -> Download)]
struct GetFile {}

#[endpoint(POST, "/things/")]
struct CreateThing {}

#[endpoint(HEAD, "/things/")]
struct HeadThing {}

#[endpoint(GET, "/part/" -> Bytes)]
struct GetPart {
    #[header("Range")]
    range: String,
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn encoded(status: u16, coding: &str, body: &[u8]) -> Fault {
    let headers = format!("Connection: close\r\nContent-Encoding: {coding}\r\n");
    Fault::Close(answer(status, &headers, body))
}

/// Gets the same body as bytes, as a stream and as JSON, and returns each result.
async fn bodies(protocol: Protocol, fault: &Fault) -> [Result<Bytes, Error>; 3] {
    let server = FaultServer::speaking(protocol, [], fault.clone()).unwrap();
    let client = trusting(&server).build().unwrap();
    let download = async { GetFile::new().send(&client).await?.collect().await };
    let json = async { Ok(GetJson::new().send(&client).await?.to_string().into()) };
    let bodies = [GetBytes::new().send(&client).await, download.await, json.await];
    assert_eq!(server.requests().len(), 3, "no response that is malformed is requested again");
    bodies
}

#[tokio::test]
async fn all_members_are_decoded() {
    let two = [gzip(b"[\"first,"), gzip(b"second\"]")].concat();
    let many = [gzip(b"[\"first,"), gzip(b"").repeat(100), gzip(b"second\"]")].concat();
    for protocol in Protocol::ALL {
        for body in [&gzip(b"[\"first,second\"]"), &two, &many] {
            for coding in ["gzip", "x-gzip", "GZIP", "identity, gzip"] {
                for body in bodies(protocol, &encoded(200, coding, body)).await {
                    assert_eq!(body.unwrap(), "[\"first,second\"]", "{coding}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_body_that_is_cut_off_or_goes_on_is_an_error() {
    let whole = [gzip(b"[\"first,"), gzip(b"second\"]")].concat();
    let first = gzip(b"[\"first,").len();
    let mut broken: Vec<Vec<u8>> =
        (1..whole.len()).filter(|cut| *cut != first).map(|cut| whole[..cut].to_vec()).collect();
    for rest in [&b"\0"[..], b"x", b"\x1f\x8b", b"{\"more\": 1}", &[0; 100]] {
        broken.push([&whole, rest].concat());
    }
    let mut wrong_checksum = whole.clone();
    wrong_checksum[first - 8] ^= 1;
    broken.push(wrong_checksum);
    for body in broken {
        for result in bodies(Protocol::Http1, &encoded(200, "gzip", &body)).await {
            let error = result.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
            assert!(error.to_string().ends_with("is not valid gzip"), "{error}");
            assert_eq!(error.attempts(), 1);
        }
    }
}

#[tokio::test]
async fn a_first_member_alone_is_not_taken_for_the_whole() {
    let [bytes, download, json] =
        bodies(Protocol::Http1, &encoded(200, "gzip", &gzip(b"[\"first,"))).await;
    assert_eq!((bytes.unwrap(), download.unwrap()), ("[\"first,".into(), "[\"first,".into()));
    assert_eq!(json.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_content_encoding_without_a_body_is_ignored() {
    for coding in ["gzip", "br", "gzip, gzip"] {
        for body in bodies(Protocol::Http1, &encoded(200, coding, b"")).await {
            let is_empty = |body: &Bytes| body.is_empty() || body == "null";
            assert!(body.as_ref().is_ok_and(is_empty), "{coding}: {body:?}");
        }
    }
    let server =
        FaultServer::always(Fault::Close(last(200, "Content-Encoding: gzip\r\n", ""))).unwrap();
    let client = builder(server.url()).build().unwrap();
    assert_eq!(HeadThing::new().send(&client).await.unwrap(), Value::Null);
}

#[tokio::test]
async fn a_plain_body_that_is_labelled_gzip_is_named_and_not_requested_again() {
    for result in bodies(Protocol::Http1, &encoded(200, "gzip", b"{\"id\": 1}")).await {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
        assert!(
            error.to_string().ends_with(
                "the response body is malformed: it has `Content-Encoding: gzip` but is not valid gzip"
            ),
            "{error}"
        );
    }
}

#[tokio::test]
async fn an_unrequested_coding_is_named() {
    for (coding, shown) in [
        ("br", "`br`"),
        ("zstd", "`zstd`"),
        ("gzip, gzip", "`gzip, gzip`"),
        ("deflate\r\nContent-Encoding: gzip", "`deflate, gzip`"),
        ("<script>", "`an unknown coding`"),
    ] {
        for result in bodies(Protocol::Http1, &encoded(200, coding, b"x")).await {
            let error = result.unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
            assert!(error.to_string().contains(&format!("encoded as {shown}")), "{error}");
        }
    }
}

#[tokio::test]
async fn a_rejection_counts_more_than_its_body() {
    let detail = b"{\"detail\": \"No such thing.\"}";
    for (coding, body, expected) in [
        ("gzip", gzip(detail), Some("No such thing.")),
        ("gzip", detail.to_vec(), None),
        ("br", detail.to_vec(), None),
    ] {
        let server = FaultServer::always(encoded(404, coding, &body)).unwrap();
        let error =
            CreateThing::new().send(&builder(server.url()).build().unwrap()).await.unwrap_err();
        assert!(error.is_not_found() && error.delivery() == Delivery::Rejected, "{error}");
        assert_eq!(error.detail(), expected, "{coding}");
    }
}

#[tokio::test]
async fn headers_describe_the_decoded_body() {
    let server = FaultServer::always(encoded(200, "gzip", &gzip(b"hello"))).unwrap();
    let client = builder(server.url()).build().unwrap();
    let download = GetFile::new().send(&client).await.unwrap();
    assert_eq!(download.content_length(), None);
    assert!(!download.meta().headers().contains_key("content-encoding"));
    assert_eq!(server.requests()[0].header("accept-encoding"), Some("gzip"));
}

/// A range of a compressed body cannot be decoded, so compression is neither requested nor decoded.
#[tokio::test]
async fn a_range_is_neither_requested_compressed_nor_decoded() {
    let server = FaultServer::always(encoded(206, "gzip", b"a part")).unwrap();
    let client = builder(server.url()).build().unwrap();
    let part = GetPart::new("bytes=10-15").send(&client).await.unwrap();
    assert_eq!(part, "a part");
    assert_eq!(server.requests()[0].header("accept-encoding"), None);
}

#[tokio::test]
async fn the_limit_is_on_decoded_bytes() {
    const MAX: usize = 1 << 20;
    let client =
        |server: &FaultServer| builder(server.url()).max_response_bytes(MAX).build().unwrap();
    for (size, is_small) in [(MAX, true), (MAX + 1, false), (64 * MAX, false)] {
        // In one member, and in many.
        let one = gzip(&vec![b' '; size]);
        let many = gzip(&vec![b' '; size / 16]).repeat(16);
        for body in [one, many] {
            let server = FaultServer::always(encoded(200, "gzip", &body)).unwrap();
            let client = client(&server);
            let bytes = GetBytes::new().send(&client).await;
            let download = GetFile::new().send(&client).await.unwrap().collect().await;
            for result in [bytes, download] {
                let kind = result.as_ref().map(Bytes::len).map_err(Error::kind);
                let is_right = match kind {
                    Ok(length) => is_small || length <= MAX,
                    Err(kind) => !is_small && kind == ErrorKind::TooLarge,
                };
                assert!(is_right, "{size}: {kind:?}");
            }
        }
    }
}

/// Empty members cost the server nothing. They must not block the thread, nor be decoded without end.
#[tokio::test]
async fn a_body_of_empty_members_without_end_is_given_up() {
    let member = gzip(b"");
    let members = member.repeat(1000);
    let chunk =
        [format!("{:x}\r\n", members.len()).into_bytes(), members, b"\r\n".to_vec()].concat();
    let head = b"HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
    let server = FaultServer::always(Fault::Endless(head.to_vec(), chunk)).unwrap();
    let attempt = Some(Duration::from_millis(300));
    let timeouts = Timeouts::default().attempt(attempt);
    let client: Client = builder(server.url()).timeouts(timeouts).build().unwrap();
    let error = CreateThing::new().send(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::Timeout, Delivery::Applied),
        "{error}"
    );
}

/// A body whose next data is always available, so that only the decoder can yield to other tasks and time limits.
struct Ready {
    member: Bytes,
    left: usize,
}

impl Stream for Ready {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.left = self.left.saturating_sub(1);
        Poll::Ready((self.left > 0).then(|| Ok(self.member.clone())))
    }
}

impl Transport for Ready {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        let body = Body::stream(Self { member: self.member.clone(), left: self.left });
        let response = Response::builder().header("content-encoding", "gzip").body(body);
        Box::pin(std::future::ready(Ok(response.unwrap())))
    }
}

#[tokio::test]
async fn a_body_of_many_empty_members_is_not_decoded_without_a_pause() {
    let member = Bytes::from(gzip(b"").repeat(1000));
    let pauses = 10;
    let left = pauses * (64 << 10) / member.len() + 10;
    let client = Client::builder("https://api.example").api_key("k");
    let client = client.transport(Ready { member, left }).build().unwrap();
    let mut call = pin!(GetBytes::new().send(&client));
    let mut polls = 0;
    let body = std::future::poll_fn(|context| {
        polls += 1;
        call.as_mut().poll(context)
    });
    assert_eq!(body.await.unwrap(), "");
    assert!(polls > pauses - 2, "{polls}");
}

#[tokio::test]
async fn an_unrequested_range_is_decoded() {
    for body in bodies(Protocol::Http1, &encoded(206, "gzip", &gzip(b"[1]"))).await {
        assert_eq!(body.unwrap(), "[1]");
    }
}

#[tokio::test]
async fn a_transfer_coding_is_named() {
    let body = gzip(b"[1]");
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n";
    let chunk = format!("{:x}\r\n", body.len());
    let bytes = [head.as_bytes(), chunk.as_bytes(), &body, b"\r\n0\r\n\r\n"].concat();
    for result in bodies(Protocol::Http1, &Fault::Close(bytes)).await {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("encoded as `gzip`"), "{error}");
    }
}

/// A caller that sets `Accept-Encoding` decodes the body itself.
#[tokio::test]
async fn a_coding_that_the_caller_requested_is_not_decoded() {
    let server = FaultServer::always(encoded(200, "br", b"brotli")).unwrap();
    let client = builder(server.url()).build().unwrap();
    let call = client.call(&GetBytes::new());
    let call = call.header(http::header::ACCEPT_ENCODING, http::HeaderValue::from_static("br"));
    assert_eq!(call.send().await.unwrap(), "brotli");
}
