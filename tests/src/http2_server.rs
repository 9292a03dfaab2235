//! The HTTP/2 server of [`Server::start_as`](crate::Server::start_as), based on a library. Its requests look like those
//! of HTTP/1.1, so that the same tests work with both.

use std::{
    fmt::Write,
    io,
    sync::{Mutex, PoisonError},
};

use bytes::Bytes;
use h2::{RecvStream, server::SendResponse};
use http::{Request, Response};
use tokio::{net::TcpStream, task::JoinSet};

use crate::{Received, Reply, http2::Certificate};

/// Responds to the requests of one connection.
pub(crate) async fn serve(
    stream: TcpStream,
    certificate: &Certificate,
    reply: &(dyn Fn(&Received) -> Reply + Send + Sync),
    log: &Mutex<Vec<Received>>,
) -> io::Result<()> {
    let stream = certificate.acceptor.accept(stream).await?;
    let mut connection = h2::server::handshake(stream).await.map_err(io::Error::other)?;
    let mut calls = JoinSet::new();
    loop {
        // The connection makes progress while the next request is awaited.
        tokio::select! {
            next = connection.accept() => match next {
                Some(next) => {
                    let (request, sender) = next.map_err(io::Error::other)?;
                    calls.spawn(async move { Ok::<_, io::Error>((read(request).await?, sender)) });
                }
                None => return Ok(()),
            },
            Some(call) = calls.join_next() => {
                let (received, sender) = call.map_err(io::Error::other)??;
                log.lock().unwrap_or_else(PoisonError::into_inner).push(received.clone());
                send(sender, &reply(&received))?;
            }
        }
    }
}

/// Returns a request in the form of HTTP/1.1.
async fn read(request: Request<RecvStream>) -> io::Result<Received> {
    let (parts, mut stream) = request.into_parts();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let mut head = format!("{} {target} HTTP/1.1\r\n", parts.method);
    let host = parts.uri.authority().map_or("", |authority| authority.as_str());
    let host = [("host", host)].into_iter();
    let headers = parts.headers.iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    for (name, value) in host.chain(headers) {
        // Writing to a string cannot fail.
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    let mut body = Vec::new();
    while let Some(piece) = stream.data().await {
        let piece = piece.map_err(io::Error::other)?;
        stream.flow_control().release_capacity(piece.len()).map_err(io::Error::other)?;
        body.extend_from_slice(&piece);
    }
    Ok(Received { head, body })
}

/// Sends a reply that is in the form of HTTP/1.1.
fn send(mut sender: SendResponse<Bytes>, reply: &Reply) -> io::Result<()> {
    let (Reply::Send(bytes) | Reply::Close(bytes)) = reply else {
        return Err(io::Error::other("only whole replies are sent in HTTP/2"));
    };
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.ok_or_else(|| io::Error::other("the reply has no end of its head"))?;
    let head = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
    let mut response = Response::builder().status(status);
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        response = response.header(name, value.trim());
    }
    let response = response.body(()).map_err(io::Error::other)?;
    let mut stream = sender.send_response(response, false).map_err(io::Error::other)?;
    let body = Bytes::copy_from_slice(&bytes[end + 4..]);
    stream.send_data(body, true).map_err(io::Error::other)
}
