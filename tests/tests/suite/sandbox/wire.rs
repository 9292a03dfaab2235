//! A client that sends exactly the given bytes, on its own connection.

use plane_api::sandbox::Sandbox;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

pub(crate) const CUSTOMERS: &str = "/api/v1/workspaces/sandbox/customers/";
pub(crate) const PROJECTS: &str = "/api/v1/workspaces/sandbox/projects/";
/// An id that the sandbox never assigns.
pub(crate) const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

const JSON: (&str, &str) = ("Content-Type", "application/json");

/// A response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        headers.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub(crate) fn id(&self) -> String {
        String::from(self.json()["id"].as_str().unwrap())
    }

    #[track_caller]
    pub(crate) fn is(&self, status: u16, body: &Value) {
        assert_eq!((self.status, &self.json()), (status, body), "{}", self.head);
        assert_eq!(self.header("content-type"), Some("application/json"));
    }

    #[track_caller]
    pub(crate) fn is_empty(&self, status: u16) {
        assert_eq!((self.status, self.body.as_str()), (status, ""), "{}", self.head);
    }
}

/// Sends a request with only these headers.
pub(crate) async fn send(
    sandbox: &Sandbox,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Reply {
    let base_url = sandbox.base_url();
    let host = base_url.strip_prefix("http://").unwrap();
    let mut head = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
    if !body.is_empty() {
        head += &format!("Content-Length: {}\r\n", body.len());
    }
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += "\r\n";
    let mut stream = TcpStream::connect(host).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // A server that rejects a body need not read it.
    let _ = stream.write_all(body).await;
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    let reply = String::from_utf8(reply).unwrap();
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head: String::from(head), body: String::from(body) }
}

/// Sends a request with the right key and, if it has a body, the right content type.
pub(crate) async fn call(sandbox: &Sandbox, method: &str, target: &str, body: &[u8]) -> Reply {
    let key = ("X-Api-Key", sandbox.api_key());
    let headers: &[_] = if body.is_empty() { &[key] } else { &[key, JSON] };
    send(sandbox, method, target, headers, body).await
}

pub(crate) async fn get(sandbox: &Sandbox, target: &str) -> Reply {
    call(sandbox, "GET", target, b"").await
}

pub(crate) async fn delete(sandbox: &Sandbox, target: &str) -> Reply {
    call(sandbox, "DELETE", target, b"").await
}

pub(crate) async fn post(sandbox: &Sandbox, target: &str, body: Value) -> Reply {
    call(sandbox, "POST", target, body.to_string().as_bytes()).await
}

pub(crate) async fn patch(sandbox: &Sandbox, target: &str, body: Value) -> Reply {
    call(sandbox, "PATCH", target, body.to_string().as_bytes()).await
}

/// The path of one customer.
pub(crate) fn customer(id: &str) -> String {
    format!("{CUSTOMERS}{id}/")
}
