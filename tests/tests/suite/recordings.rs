//! Recordings: their contents, exact replay, and comparison.

mod files;
mod forms;
mod matching;
mod plane;
mod secrets;
mod stable;
mod what;

use std::{
    fmt::Debug,
    io::{self, Write},
    sync::{Arc, Mutex},
    time::Duration,
};

use plane_api::{
    Client, ClientBuilder, Error, Result, RetryPolicy, Timeouts,
    testing::{Recorder, Replay},
};

/// A recording in memory.
#[derive(Debug, Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn recorder(&self) -> Recorder {
        Recorder::new(self.clone())
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// The lines after the first.
    fn lines(&self) -> Vec<String> {
        self.text().lines().skip(1).map(str::to_owned).collect()
    }

    fn replay(&self) -> Replay {
        Replay::read(self.text().as_bytes()).unwrap()
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns a client with almost no delay between attempts, and a short timeout.
fn impatient(builder: ClientBuilder) -> ClientBuilder {
    let short = Duration::from_millis(1);
    let timeouts = Timeouts::default().attempt(Duration::from_secs(2)).idle(Duration::from_secs(1));
    builder.retry(RetryPolicy::standard().backoff(short, short)).timeouts(timeouts)
}

/// Returns a client that records the behaviour of a server.
fn recording(url: &str, recorder: &Recorder) -> Client {
    impatient(Client::builder(url)).api_key("CANARY-key").record(recorder).build().unwrap()
}

fn replaying(replay: &Replay) -> Client {
    impatient(Client::builder("")).replay(replay).build().unwrap()
}

/// Returns a program's view of a result. The host differs, and the text below a transport error is not recorded.
fn seen<T: Debug>(result: Result<T>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => seen_error(&error),
    }
}

fn seen_error(error: &Error) -> String {
    let text = error.to_string();
    let start = text.find("127.0.0.1:");
    let text = match start {
        Some(start) => {
            let port = text[start + 10..].bytes().take_while(u8::is_ascii_digit).count();
            text.replace(&text[start..start + 10 + port], "localhost")
        }
        None => text,
    };
    let facts = (error.kind(), error.status(), error.delivery(), error.attempts());
    format!("{text} {facts:?} {:?} {:?}", error.timed_out(), error.detail())
}

/// Returns the message of the panic.
fn panic_of(work: impl FnOnce()) -> String {
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    *panicked.unwrap_err().downcast::<String>().unwrap()
}
