//! The rows of the table: events and the expected outcomes of calls.

use plane_api::{
    Delivery::{self, Applied, Rejected, Unknown},
    ErrorKind::{self, Decode, Status, Timeout, Transport},
};
use plane_tests::faults::Fault;

use self::Cell::{Again, Fails, Success};
use crate::faults::last;

/// The expected outcome of a call whose first attempt meets the event, and whose second attempt would succeed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell {
    Again,
    Success,
    Fails(ErrorKind, Delivery),
}

pub(super) const REFUSED: [Cell; 4] = [Fails(Status, Rejected); 4];

/// An event, and its cells for the columns `Get`, `Delete`, `Put` and `Never`.
pub(super) type Row = (&'static str, Fault, [Cell; 4]);

pub(super) fn rows() -> Vec<Row> {
    let close = |bytes: &str| Fault::Close(bytes.into());
    let status = |status, body: &str| Fault::Close(last(status, "", body));
    let broken = [Again, Again, Again, Fails(Transport, Unknown)];
    let gateway = [Again, Again, Again, Fails(Status, Unknown)];
    let rejected = REFUSED;
    let late = Fails(Status, Unknown);
    let token = r#"{"detail": "Given API token is not valid"}"#;
    let redirect = |status| Fault::Close(last(status, "Location: http://127.0.0.1:1/\r\n", ""));
    // For a write, a status that proves nothing does not count as a rejection.
    let unknown = [Fails(Status, Rejected), late, late, late];
    let other_gateway = [late; 4];
    let throttled = Fault::Close(last(429, "Retry-After: 0\r\n", r#"{"error_code": 5900}"#));
    let limited = Fault::Close(last(403, "Retry-After: 0.001\r\n", "{}"));
    vec![
        ("reset after the request", Fault::Reset, broken),
        ("closed after the request", close(""), broken),
        ("closed within the headers", close("HTTP/1.1 200 OK\r\nContent-Le"), broken),
        ("no HTTP", close("SSH-2.0-OpenSSH_9.2\r\n\r\n"), broken),
        ("no response", Fault::Hang(Vec::new()), [Again, Again, Again, Fails(Timeout, Unknown)]),
        ("429", throttled, [Again; 4]),
        ("500", status(500, "<h1>Server Error</h1>"), [Again, late, late, late]),
        ("502", status(502, "<html>"), gateway),
        ("503", status(503, ""), gateway),
        ("504", status(504, ""), gateway),
        ("520", status(520, ""), gateway),
        ("521", status(521, ""), gateway),
        ("522", status(522, ""), gateway),
        ("523", status(523, ""), gateway),
        ("524", status(524, ""), gateway),
        ("501", status(501, ""), other_gateway),
        ("525", status(525, ""), other_gateway),
        ("599", status(599, ""), other_gateway),
        ("400", status(400, r#"{"name": ["Blank."]}"#), rejected),
        (
            "400 after the fact",
            status(400, r#"{"error": "The payload is not valid"}"#),
            [Fails(Status, Rejected), late, late, late],
        ),
        ("401", status(401, "{}"), rejected),
        ("403 for the token", status(403, token), rejected),
        ("404", status(404, r#"{"error": "The requested resource does not exist."}"#), rejected),
        ("408", status(408, ""), gateway),
        ("421", status(421, ""), [Again; 4]),
        ("425", status(425, ""), [Again; 4]),
        ("403 for the rate limit", limited, [Again; 4]),
        ("403", status(403, "{}"), rejected),
        ("410", status(410, "{}"), rejected),
        ("499", status(499, ""), rejected),
        ("409", status(409, "{}"), rejected),
        ("422", status(422, "{}"), rejected),
        ("300", redirect(300), unknown),
        ("301", redirect(301), unknown),
        ("302", redirect(302), unknown),
        ("303", redirect(303), unknown),
        ("304", status(304, ""), rejected),
        ("305", redirect(305), unknown),
        ("307", redirect(307), rejected),
        ("308", redirect(308), rejected),
        ("600", status(600, ""), unknown),
        ("999", status(999, ""), unknown),
    ]
}

/// Events within a response body, which `HEAD` does not have.
pub(super) fn body_rows() -> Vec<Row> {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\": ";
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"";
    let gone = Fails(Transport, Applied);
    let lost = [Again, Success, gone, gone];
    let undecodable = Fails(Decode, Applied);
    vec![
        ("closed within the body", Fault::Close(head.into()), lost),
        ("closed within a chunk", Fault::Close(chunked.into()), lost),
        (
            "no end of the body",
            Fault::Hang(head.into()),
            [Again, Success, Fails(Timeout, Applied), Fails(Timeout, Applied)],
        ),
        (
            "no JSON",
            Fault::Close(last(200, "", "<!doctype html>")),
            [undecodable, Success, undecodable, undecodable],
        ),
    ]
}

/// Events of HTTP/2 only (RFC 9113, 6.8 and 8.7): a request that the server did not process is retried, whatever its
/// method.
pub(super) fn http2_rows() -> Vec<Row> {
    const NO_ERROR: u32 = 0;
    const INTERNAL_ERROR: u32 = 2;
    const REFUSED_STREAM: u32 = 7;
    const CANCEL: u32 = 8;
    const ENHANCE_YOUR_CALM: u32 = 11;
    let go_away = |is_processed, code, debug| Fault::GoAway { is_processed, code, debug };
    let broken = [Again, Again, Again, Fails(Transport, Unknown)];
    let reset = |code| Fault::ResetStream(code);
    let alert = "received fatal alert: CertificateRequired";
    vec![
        ("a refused stream", reset(REFUSED_STREAM), [Again; 4]),
        ("a graceful end", go_away(false, NO_ERROR, ""), [Again; 4]),
        ("a graceful end with debug data", go_away(false, NO_ERROR, alert), [Again; 4]),
        ("a graceful end that is cut short", go_away(true, NO_ERROR, ""), broken),
        ("an end by an error", go_away(false, INTERNAL_ERROR, ""), broken),
        ("an end that looks like an alert", go_away(false, INTERNAL_ERROR, alert), broken),
        ("the same of a processed request", go_away(true, INTERNAL_ERROR, alert), broken),
        ("an end by the load", go_away(false, ENHANCE_YOUR_CALM, "no process-wide"), broken),
        ("a stream that ends by an error", reset(INTERNAL_ERROR), broken),
        ("a stream that ends without one", reset(NO_ERROR), broken),
        ("a stream that is cancelled", reset(CANCEL), broken),
    ]
}

/// Events within the body of an HTTP/2 response: a stream that is reset, or that ends early without an error, is an
/// incomplete response.
pub(super) fn http2_body_rows() -> Vec<Row> {
    let head = || b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[1]".to_vec();
    let gone = Fails(Transport, Applied);
    let lost = [Again, Success, gone, gone];
    vec![
        ("reset without an error within the body", Fault::CutShort(head(), false), lost),
        ("a graceful end within the body", Fault::CutShort(head(), true), lost),
    ]
}
