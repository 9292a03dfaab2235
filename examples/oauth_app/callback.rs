//! The callback of the consent page.

use std::{io, sync::Arc};

use axum::{
    Router,
    extract::{self, RawQuery},
    http::StatusCode,
    routing::get,
};
use plane_api::oauth::{Callback, CallbackError, State};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};

use crate::Failure;

type Found = Result<Callback, CallbackError>;

/// Waits until the user's browser requests the redirect URI. Other requests are rejected.
pub(crate) async fn receive(listener: TcpListener, state: State) -> Result<Callback, Failure> {
    let (found, mut callback) = mpsc::channel(1);
    let router = Router::new().route("/callback", get(answer)).with_state(Arc::new((state, found)));
    let server = tokio::spawn(axum::serve(listener, router).into_future());
    let callback = callback.recv().await;
    // No new connections are accepted; open ones continue, so the browser gets its response.
    server.abort();
    Ok(callback.ok_or("the listener is gone")??)
}

async fn answer(
    extract::State(waiting): extract::State<Arc<(State, mpsc::Sender<Found>)>>,
    RawQuery(query): RawQuery,
) -> (StatusCode, &'static str) {
    let (state, found) = &*waiting;
    let callback = Callback::read(&query.unwrap_or_default(), state);
    let answer = match &callback {
        Ok(_) => (StatusCode::OK, "Authorized. You can close this window."),
        // The callback belongs to another login: keep waiting.
        Err(CallbackError::StateMismatch) => {
            return (StatusCode::BAD_REQUEST, "This login was started elsewhere.");
        }
        Err(_) => (StatusCode::OK, "Not authorized. You can close this window."),
    };
    // Only the first callback counts.
    let _ = found.try_send(callback);
    answer
}

/// Acts as the browser: opens the page and follows the redirect.
pub(crate) async fn browse(url: String) -> io::Result<()> {
    let mut next = Some(url);
    while let Some(url) = next {
        let rest = url.strip_prefix("http://").unwrap_or(&url);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let mut stream = TcpStream::connect(host).await?;
        let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        let location = answer.lines().find_map(|line| line.strip_prefix("location: "));
        next = location.map(str::to_owned);
    }
    Ok(())
}
