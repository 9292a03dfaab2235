//! [`ErrorKind`], [`Timeout`], [`FieldError`] and [`OptionalExt`]: what an error is asked, and what it tells.

use super::Result;

/// What kind of failure an [`Error`](struct@crate::Error) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be built or used as configured.
    Config,
    /// The request holds a value that cannot be sent.
    Request,
    /// The source of tokens has none to give.
    Token,
    /// An [`Interceptor`](crate::Interceptor) refused the request, or panicked.
    Interceptor,
    /// No connection to the server.
    Connect,
    /// A time limit was reached: see [`Error::timed_out`](crate::Error::timed_out).
    Timeout,
    /// The request was not sent: the server asked to send nothing for longer than the client waits. See
    /// [`Error::retry_after`](crate::Error::retry_after).
    RateLimit,
    /// The connection broke.
    Transport,
    /// The server rejected the request, or redirects it: see [`Error::status`](crate::Error::status).
    Status,
    /// The response cannot be decoded, or is not valid HTTP.
    Decode,
    /// The response is larger than the client allows.
    TooLarge,
    /// The pagination of a list makes no progress.
    Pagination,
}

impl ErrorKind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Request => "request",
            Self::Token => "token",
            Self::Interceptor => "interceptor",
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::RateLimit => "rate_limit",
            Self::Transport => "transport",
            Self::Status => "status",
            Self::Decode => "decode",
            Self::TooLarge => "too_large",
            Self::Pagination => "pagination",
        }
    }
}

/// Which time limit was reached. The limits are set by [`Timeouts`](crate::Timeouts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeout {
    /// That for a connection ([`Timeouts::connect`](crate::Timeouts::connect)). Nothing was sent.
    Connect,
    /// That between two pieces of a body, or the least rate of a streamed one
    /// ([`Timeouts::idle`](crate::Timeouts::idle), [`Timeouts::min_rate`](crate::Timeouts::min_rate)).
    Idle,
    /// That of one attempt ([`Timeouts::attempt`](crate::Timeouts::attempt)).
    Attempt,
    /// That of the whole call ([`Timeouts::call`](crate::Timeouts::call), [`Call::timeout`](crate::Call::timeout)).
    Call,
    /// That of the wait for the rate limiter ([`Timeouts::rate_limit`](crate::Timeouts::rate_limit)). Nothing was sent.
    RateLimit,
}

/// What the server says about one field of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldError {
    /// Name of the field on the wire. Nested names are joined by dots, items of a list by their index: `labels.0`. A JSON
    /// pointer is written the same way.
    pub field: String,
    /// A code for programs, such as `missing_field`, if the server sends one.
    pub code: Option<String>,
    /// One sentence each. Empty if the server sends a code only.
    pub messages: Vec<String>,
}

/// `.optional()` on a [`Result`]: an object that does not exist is `None` instead of an error.
///
/// ```no_run
/// use plane_api::{Client, OptionalExt, endpoint};
/// # #[derive(serde::Deserialize)] pub struct Customer { id: String }
///
/// #[endpoint(GET, "/customers/<id>" -> Customer)]
/// pub struct GetCustomer {}
///
/// # async fn example(client: Client) -> plane_api::Result<()> {
/// let customer: Option<Customer> = GetCustomer::new("7").send(&client).await.optional()?;
/// # Ok(())
/// # }
/// ```
pub trait OptionalExt<T> {
    /// Turns an error that is [`Error::is_not_found`](crate::Error::is_not_found) into `None`.
    ///
    /// # Errors
    ///
    /// Every other error stays one. If the server has no such route
    /// ([`Error::is_route_missing`](crate::Error::is_route_missing)), nothing is known about the object.
    fn optional(self) -> Result<Option<T>>;
}

impl<T> OptionalExt<T> for Result<T> {
    fn optional(self) -> Result<Option<T>> {
        match self {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }
}
