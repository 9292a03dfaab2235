//! Types that `#[endpoint]` recognizes by their names, where users may have types of these names.

use std::marker::PhantomData;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::InResponseBody;
use crate::{
    endpoint::{
        body::Body,
        download::Download,
        raw_response::{
            RawResponse,
            streams::{Events, Lines},
        },
        redirect::Redirect,
        values::{BodyValue, FromResponse},
        writer::RequestWriter,
    },
    error::Result,
    spec::ResponseKind,
};

/// A type with the name of one of the runtime's types. Its inherent items are for the runtime's types, and take precedence
/// over those of [`Own`], which are for the user's own types.
#[derive(Debug)]
pub struct Named<T>(PhantomData<fn() -> T>);

/// Returns the type of a value.
#[must_use]
pub const fn named<T>(_: &T) -> Named<T> {
    Named(PhantomData)
}

/// The user's own type that has the name of one of the runtime's types: it is sent and decoded as JSON.
pub trait Own<T>: Sized {
    /// The decoding of the response.
    const KIND: ResponseKind = ResponseKind::Json;

    /// The media type of the body.
    const MEDIA: &'static str = "application/json";

    /// Decodes a response.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`RawResponse::json`].
    fn decode(response: RawResponse) -> Result<T>
    where
        T: FromResponse,
    {
        response.json()
    }

    /// Decodes the body of a response.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`RawResponse::json`].
    fn body_of(response: RawResponse) -> Result<T>
    where
        T: FromResponse,
    {
        response.json()
    }

    /// Decodes a response that is not a stream of such items.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`RawResponse::json`].
    fn stream<Item>(response: RawResponse) -> Result<T>
    where
        T: FromResponse,
    {
        response.json()
    }

    /// Writes the whole body.
    fn body(self, writer: &mut RequestWriter, value: &T)
    where
        T: BodyValue,
    {
        writer.body(value);
    }
}

impl<T> Own<T> for Named<T> {}

/// A response that is not decoded from JSON.
pub trait Raw: Sized {
    /// Its decoding.
    const KIND: ResponseKind;

    /// Decodes it.
    ///
    /// # Errors
    ///
    /// Returns an error if the response is of another type.
    fn decode(response: RawResponse) -> Result<Self>;
}

/// A response, or a part of it that is not its body.
pub trait BesideBody {}

impl BesideBody for RawResponse {}
impl BesideBody for StatusCode {}
impl BesideBody for HeaderMap {}

/// A response that is a stream of items.
pub trait Streamed: Sized {
    /// An item.
    type Item;

    /// Decodes it.
    ///
    /// # Errors
    ///
    /// Returns an error if the response is of another type.
    fn decode(response: RawResponse) -> Result<Self>
    where
        Self::Item: FromResponse;
}

/// A body that is sent unchanged.
pub trait RawBody {
    /// Writes it.
    fn write(&self, writer: &mut RequestWriter);
}

macro_rules! impl_raw {
    ($($ty:ty: $kind:ident, $decode:expr;)+) => {$(
        impl Raw for $ty {
            const KIND: ResponseKind = ResponseKind::$kind;

            fn decode(response: RawResponse) -> Result<Self> {
                $decode(response)
            }
        }
    )+};
}

impl_raw! {
    Bytes: Bytes, |response: RawResponse| Ok(response.into_body());
    Download: Download, RawResponse::download;
    Redirect: Redirect, RawResponse::redirect;
}

macro_rules! impl_stream {
    ($($ty:ident $decode:ident)+) => {$(
        impl<Item> Streamed for $ty<Item> {
            type Item = Item;

            fn decode(response: RawResponse) -> Result<Self>
            where
                Item: FromResponse,
            {
                response.$decode()
            }
        }

        impl<Item: FromResponse> Raw for $ty<Item> {
            const KIND: ResponseKind = ResponseKind::$ty;

            fn decode(response: RawResponse) -> Result<Self> {
                response.$decode()
            }
        }
    )+};
}

impl_stream!(Events events Lines lines);

impl RawBody for Bytes {
    fn write(&self, writer: &mut RequestWriter) {
        writer.body_bytes(self);
    }
}

impl RawBody for Body {
    fn write(&self, writer: &mut RequestWriter) {
        writer.body_stream(self);
    }
}

impl<T: Raw> Named<T> {
    /// The decoding of the response.
    pub const KIND: ResponseKind = T::KIND;

    /// Decodes a response.
    ///
    /// # Errors
    ///
    /// Returns an error if the response is of another type.
    pub fn decode(response: RawResponse) -> Result<T> {
        T::decode(response)
    }
}

impl<T: BesideBody> Named<T> {
    /// Fails: it is not decoded from a body.
    ///
    /// # Errors
    ///
    /// No type implements [`InResponseBody`].
    pub fn body_of(response: RawResponse) -> Result<T>
    where
        T: InResponseBody,
    {
        T::decode(response)
    }
}

impl<T: Streamed> Named<T> {
    /// Decodes a stream of these items.
    ///
    /// # Errors
    ///
    /// Returns an error if the response is of another type.
    pub fn stream<Item: FromResponse>(response: RawResponse) -> Result<T>
    where
        T: Streamed<Item = Item>,
    {
        T::decode(response)
    }
}

impl<T: RawBody> Named<T> {
    /// The media type of the body.
    pub const MEDIA: &'static str = "application/octet-stream";

    /// Writes the whole body.
    pub fn body(self, writer: &mut RequestWriter, value: &T) {
        value.write(writer);
    }
}
