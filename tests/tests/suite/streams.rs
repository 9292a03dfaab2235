//! Streamed bodies in both directions: the bytes on the wire, requests that are not retried, and time limits.

mod downloads;
mod items;
mod limits;
mod uploads;

use std::{
    collections::VecDeque,
    io,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use plane_api::{Body, Bytes, Client, ClientBuilder, Download, RetryPolicy, endpoint};

use crate::transports::client_of;

#[endpoint(PUT, "/files/<name>" -> ())]
#[derive(Debug, Clone)]
pub struct Upload {
    #[body]
    pub file: Body,
}

#[endpoint(POST, "/files/" -> ())]
pub struct UploadTyped {
    #[header("Content-Type")]
    pub media: String,
    #[body]
    pub file: Option<Body>,
}

#[endpoint(GET, "/files/<name>" -> Download)]
pub struct GetFile {}

fn builder(url: &str) -> ClientBuilder {
    client_of(url).api_key("k").retry(RetryPolicy::standard())
}

fn client(url: &str) -> Client {
    builder(url).build().unwrap()
}

/// A stream of these chunks, all available at once.
struct Pieces(VecDeque<io::Result<Bytes>>);

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

fn stream<const N: usize>(pieces: [&'static str; N]) -> Body {
    Body::stream(Pieces(pieces.into_iter().map(|it| Ok(it.into())).collect()))
}
