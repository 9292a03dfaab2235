//! Distinguishes the types of this crate that `#[endpoint]` recognizes by their names from users' own types with the
//! same names.

use std::marker::PhantomData;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{FileInResponse, InResponseBody};
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
        writer::{FilePart, RequestWriter},
    },
    error::Result,
    spec::ResponseKind,
};

/// A type whose name is that of one of this crate's types, such as `Bytes`. If `T` is the type of this crate,
/// `Named<T>` has inherent methods. If `T` is the user's own type, the methods of [`Own`] apply.
#[derive(Debug)]
pub struct Named<T>(PhantomData<fn() -> T>);

/// Returns the type of a value, as a [`Named`].
#[must_use]
pub const fn named<T>(_: &T) -> Named<T> {
    Named(PhantomData)
}

/// Sends and decodes as JSON a user's own type that has the name of one of this crate's types.
pub trait Own<T>: Sized {
    /// Decoding of a response of the type `T`.
    const KIND: ResponseKind = ResponseKind::Json;

    /// The media type of a body of the type `T`.
    const MEDIA: &'static str = "application/json";

    /// Decodes a response into a `T`.
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

    /// Decodes a response into a `T`, which is not a stream.
    fn source(response: RawResponse) -> Decoded<T>
    where
        T: FromResponse,
    {
        Decoded(response.json())
    }

    /// Writes the value as the whole body.
    fn body(self, writer: &mut RequestWriter, value: &T)
    where
        T: BodyValue,
    {
        writer.body(value);
    }
}

impl<T> Own<T> for Named<T> {}

/// A response of a user's own type. Its methods have the names of those of [`RawResponse`].
#[derive(Debug)]
pub struct Decoded<T>(Result<T>);

impl<T> Decoded<T> {
    /// Returns the decoded response.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`RawResponse::json`].
    pub fn events<Item>(self) -> Result<T> {
        self.0
    }

    /// Returns the decoded response.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`RawResponse::json`].
    pub fn lines<Item>(self) -> Result<T> {
        self.0
    }
}

/// A response type that is not decoded from JSON.
pub trait Raw: Sized {
    /// Decoding of the response.
    const KIND: ResponseKind;

    /// Decodes the response.
    ///
    /// # Errors
    ///
    /// Returns an error if the response cannot be decoded into this type.
    fn decode(response: RawResponse) -> Result<Self>;
}

/// A response, or a part of it that is not its body.
pub trait BesideBody {}

impl BesideBody for RawResponse {}
impl BesideBody for StatusCode {}
impl BesideBody for HeaderMap {}

/// A response type that is a stream of items.
pub trait Streamed {}

/// A type of body that is sent unchanged.
pub trait RawBody {
    /// Writes the body.
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
        impl<Item> Streamed for $ty<Item> {}

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
    /// Decoding of a response of the type `T`.
    pub const KIND: ResponseKind = T::KIND;

    /// Decodes a response into a `T`.
    ///
    /// # Errors
    ///
    /// Returns an error if the response cannot be decoded into this type.
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

impl Named<FilePart> {
    /// Fails: it is not decoded from a body.
    ///
    /// # Errors
    ///
    /// No type implements [`FileInResponse`].
    pub fn body_of(response: RawResponse) -> Result<FilePart>
    where
        // With the lifetime, rustc does not report that the bound never holds.
        for<'part> FilePart: FileInResponse,
    {
        FileInResponse::decode(response)
    }
}

impl<T: Streamed> Named<T> {
    /// Returns the response. It is decoded by its own methods, because rustc mentions them if an item cannot be decoded.
    #[must_use]
    pub const fn source(response: RawResponse) -> RawResponse {
        response
    }
}

impl<T: RawBody> Named<T> {
    /// The media type of a body of the type `T`.
    pub const MEDIA: &'static str = "application/octet-stream";

    /// Writes the value as the whole body.
    pub fn body(self, writer: &mut RequestWriter, value: &T) {
        value.write(writer);
    }
}
