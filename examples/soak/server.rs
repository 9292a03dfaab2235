//! The servers, one for each protocol. One request in 20 meets a fault, and one in 10 of an app is rejected for its token.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use plane_tests::{
    Received, answer,
    faults::{Fault, FaultServer, Protocol},
};
use serde_json::json;

use crate::books::Books;

/// Number of pages of a list.
const PAGES: u64 = 5;
/// Number of entries of a page.
const PER_PAGE: u64 = 10;
/// Number of entries of a list.
pub(crate) const ENTRIES: u64 = PAGES * PER_PAGE;

/// Size of a downloaded file.
pub(crate) const FILE_BYTES: usize = 64 << 10;

/// The counters of the servers.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Requests that were read.
    pub(crate) read: AtomicU64,
    /// Requests that met a fault.
    pub(crate) faults: AtomicU64,
    /// Access tokens that were issued.
    pub(crate) tokens: AtomicU64,
}

/// The servers and their records.
pub(crate) struct Servers {
    pub(crate) http1: FaultServer,
    pub(crate) http2: FaultServer,
    pub(crate) books: Arc<Books>,
    pub(crate) counts: Arc<Counts>,
}

impl Servers {
    pub(crate) fn start() -> io::Result<Self> {
        let (books, counts) = (Arc::new(Books::default()), Arc::new(Counts::default()));
        let start = |protocol| {
            let (books, counts, connections) =
                (books.clone(), counts.clone(), AtomicU64::new(1 << 32));
            FaultServer::forgetful(protocol, move |received| match received {
                Some(received) => Some(counts.fate(protocol, received, &books)),
                None => {
                    let number = connections.fetch_add(1, Ordering::Relaxed);
                    mix(number).is_multiple_of(20).then_some(Fault::ResetOnAccept)
                }
            })
        };
        Ok(Self { http1: start(Protocol::Http1)?, http2: start(Protocol::Http2)?, books, counts })
    }

    /// The number of open connections.
    pub(crate) fn open(&self) -> usize {
        self.http1.open() + self.http2.open()
    }

    /// The number of connections so far.
    pub(crate) fn accepted(&self) -> usize {
        self.http1.accepted() + self.http2.accepted()
    }
}

impl Counts {
    /// Records a request, and decides its outcome.
    fn fate(&self, protocol: Protocol, received: &Received, books: &Books) -> Fault {
        let number = self.read.fetch_add(1, Ordering::Relaxed);
        // Over HTTP/2, the server does not decode the target.
        let (is_oauth, success) = match protocol {
            Protocol::Http1 => (received.header("authorization").is_some(), self.success(received)),
            Protocol::Http2 => (false, thing()),
        };
        let mut luck = mix(number);
        let mut fault = None;
        if luck.is_multiple_of(20) {
            luck /= 20;
            fault = Some(match protocol {
                Protocol::Http1 => http1_fault(luck, &success),
                Protocol::Http2 => http2_fault(luck, &success),
            });
        } else if is_oauth && luck % 10 == 1 {
            fault = Some(Fault::Answer(answer(401, "", "{}")));
        }
        self.faults.fetch_add(u64::from(fault.is_some()), Ordering::Relaxed);
        if let Some(call) = accounted(received) {
            let is_rejected =
                matches!(&fault, Some(Fault::Answer(bytes)) if bytes.starts_with(b"HTTP/1.1 429"));
            books.enter(call, is_rejected);
        }
        fault.unwrap_or(Fault::Answer(success))
    }

    /// The response to a request that meets no fault.
    fn success(&self, received: &Received) -> Vec<u8> {
        let line = received.line();
        if line.contains("/lists/") {
            return page(line);
        }
        if line.contains("/auth/o/token/") {
            let number = self.tokens.fetch_add(1, Ordering::Relaxed);
            return json_response(&json!({
                "access_token": format!("access-{number}"), "refresh_token": format!("refresh-{number}"),
                "token_type": "Bearer", "expires_in": 86_400,
            }));
        }
        if line.ends_with("/attachments/") {
            return json_response(&json!({
                "upload_data": {"url": "/uploads", "fields": {"key": "a"}},
                "asset_id": "asset-1",
                "asset_url": "/api/assets/1/",
            }));
        }
        if line.starts_with("GET") && line.contains("/attachments/") {
            return answer(302, "Location: /files/1\r\n", "");
        }
        if line.contains("/attachments/") || line.ends_with(" /uploads") {
            return answer(204, "", "");
        }
        if line.contains(" /files/") {
            return answer(200, "Content-Type: text/plain\r\n", "f".repeat(FILE_BYTES));
        }
        thing()
    }
}

/// The number of an accounted call.
fn accounted(received: &Received) -> Option<u64> {
    let (_, target) = received.line().split_once("/things/")?;
    target.trim_end_matches('/').parse().ok()
}

fn json_response(body: &serde_json::Value) -> Vec<u8> {
    answer(200, "Content-Type: application/json\r\n", body.to_string())
}

fn thing() -> Vec<u8> {
    json_response(&json!({"name": "x"}))
}

/// Returns a page of a list, in Plane's format.
fn page(line: &str) -> Vec<u8> {
    let number: u64 = line
        .split_once("cursor=")
        .and_then(|(_, cursor)| cursor.split("%3A").nth(1)?.parse().ok())
        .unwrap_or(0);
    let ids = number * PER_PAGE..(number + 1).min(PAGES) * PER_PAGE;
    json_response(&json!({
        "next_cursor": format!("{PER_PAGE}:{}:0", number + 1),
        "next_page_results": number + 1 < PAGES,
        "count": PER_PAGE,
        "total_pages": PAGES,
        "total_results": ENTRIES,
        "results": ids.map(|id| json!({"id": id})).collect::<Vec<_>>(),
    }))
}

/// Returns the response up to the middle of its body.
fn truncated(response: &[u8]) -> Vec<u8> {
    let end = response.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap_or(0) + 4;
    response[..(end + response.len()) / 2].to_vec()
}

fn http1_fault(luck: u64, success: &[u8]) -> Fault {
    match luck % 12 {
        0 => Fault::Reset,
        1 => Fault::Close(Vec::new()),
        2 => Fault::Close(success[..success.len().min(30)].to_vec()),
        3 => Fault::Close(truncated(success)),
        4 => Fault::Hang(Vec::new()),
        5 => Fault::Stale(success.to_vec()),
        // A slow body.
        6 => {
            let start = truncated(success);
            let rest = success[start.len()..].to_vec();
            Fault::Drip(start, rest)
        }
        7 => Fault::Answer(answer(429, "Retry-After: 0\r\n", "{}")),
        8 => Fault::Answer(answer(429, "Retry-After: 1\r\n", "{}")),
        9 => Fault::Answer(answer(500, "", r#"{"error": "out of order"}"#)),
        10 => Fault::Answer(answer(503, "Retry-After: 1\r\n", "")),
        _ => Fault::Answer(answer(503, "", "<html>")),
    }
}

fn http2_fault(luck: u64, success: &[u8]) -> Fault {
    const INTERNAL_ERROR: u32 = 2;
    const REFUSED_STREAM: u32 = 7;
    match luck % 12 {
        0 => Fault::Reset,
        1 => Fault::Close(Vec::new()),
        2 => Fault::Close(truncated(success)),
        3 => Fault::CutShort(truncated(success), false),
        4 => Fault::CutShort(truncated(success), true),
        5 => Fault::ResetStream(REFUSED_STREAM),
        6 => Fault::ResetStream(INTERNAL_ERROR),
        7 => Fault::GoAway { is_processed: false, code: 0, debug: "" },
        8 => Fault::GoAway { is_processed: true, code: 0, debug: "" },
        9 => Fault::GoAway { is_processed: true, code: INTERNAL_ERROR, debug: "out of order" },
        10 => Fault::Answer(answer(429, "Retry-After: 1\r\n", "{}")),
        _ => Fault::Hang(Vec::new()),
    }
}

/// Turns consecutive numbers into a fixed sequence that looks random (SplitMix64).
pub(crate) fn mix(number: u64) -> u64 {
    let mut bits = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
