//! A server with prepared responses, in a separate process, so that only the client is measured.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use crate::{Failure, fixture};

/// A server in a separate process, which ends with this one.
#[derive(Debug)]
pub struct Server {
    child: Child,
    url: String,
}

impl Server {
    /// Starts the program `plane-benches` as a server with this delay per response.
    ///
    /// # Errors
    ///
    /// Returns an error if the process does not start.
    pub fn start(program: &Path, latency: Duration) -> Result<Self, Failure> {
        let mut child = Command::new(program)
            .args(["serve", &latency.as_millis().to_string()])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut url = String::new();
        let stdout = child.stdout.take().ok_or("the server has no output")?;
        BufReader::new(stdout).read_line(&mut url)?;
        Ok(Self { child, url: url.trim_end().to_owned() })
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Responds to requests until the process is killed.
///
/// # Errors
///
/// Returns an error if no port is available.
pub fn serve(latency: Duration) -> Result<(), Failure> {
    let responses = Arc::new(Responses {
        customer: fixture::customer(7),
        pages: (0..fixture::PAGES).map(fixture::page).collect(),
        remaining: AtomicU32::new(u32::MAX),
        latency,
    });
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let (stream, responses) = (stream?, responses.clone());
        // Clients may disconnect at any time.
        thread::spawn(move || responses.serve(stream));
    }
    Ok(())
}

struct Responses {
    customer: String,
    pages: Vec<String>,
    /// Number of remaining requests, in Plane's header.
    remaining: AtomicU32,
    latency: Duration,
}

impl Responses {
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        let (mut line, mut body) = (String::new(), Vec::new());
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let page = line
                .split_once("cursor=")
                .and_then(|(_, cursor)| cursor.replace("%3A", ":").split(':').nth(1)?.parse().ok());
            let response = match page {
                _ if line.starts_with("PATCH") => &self.customer,
                page => &self.pages[page.unwrap_or(0) % self.pages.len()],
            };
            let mut length = 0;
            loop {
                line.clear();
                reader.read_line(&mut line)?;
                match line.trim_end().split_once(": ") {
                    Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                        length = value.parse().unwrap_or(0);
                    }
                    Some(_) => {}
                    None => break,
                }
            }
            body.resize(length, 0);
            reader.read_exact(&mut body)?;
            if !self.latency.is_zero() {
                thread::sleep(self.latency);
            }
            reader.get_mut().write_all(&self.response(response))?;
        }
    }

    /// Builds the response with Plane's headers.
    fn response(&self, body: &str) -> Vec<u8> {
        let (length, remaining) = (body.len(), self.remaining.fetch_sub(1, Ordering::Relaxed));
        format!(
            "HTTP/1.1 200 OK\r\nDate: Tue, 25 Nov 2025 10:00:00 GMT\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\nServer: gunicorn\r\nAllow: GET, PATCH, DELETE, HEAD, OPTIONS\r\n\
             X-RateLimit-Remaining: {remaining}\r\nX-RateLimit-Reset: 1764064800\r\n\
             Vary: Accept, Cookie, origin\r\nX-Content-Type-Options: nosniff\r\n\
             Referrer-Policy: same-origin\r\n\r\n{body}"
        )
        .into_bytes()
    }
}
