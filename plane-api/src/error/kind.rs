//! [`ErrorKind`], [`Timeout`], [`FieldError`] and [`OptionalExt`]: the parts of an [`Error`](struct@crate::Error).

use super::Result;

/// The kind of failure of an [`Error`](struct@crate::Error).
///
/// ```
/// use plane_api::{Error, ErrorKind, endpoint};
///
/// #[endpoint(GET, "/tasks/<task>" -> ())]
/// struct GetTask {}
///
/// /// Returns `true` if the program must change before the call can succeed.
/// fn is_our_mistake(error: &Error) -> bool {
///     matches!(error.kind(), ErrorKind::Config | ErrorKind::Request)
/// }
///
/// let error = GetTask::new("../admin").request().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Request);
/// assert!(is_our_mistake(&error));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The configuration of the client is invalid.
    Config,
    /// The request contains a value that cannot be sent.
    Request,
    /// The [`TokenSource`](crate::TokenSource) returned no token.
    Token,
    /// An [`Interceptor`](crate::Interceptor) rejected the request or panicked.
    Interceptor,
    /// No connection to the server could be made.
    Connect,
    /// A time limit was reached. See [`Error::timed_out`](crate::Error::timed_out).
    Timeout,
    /// The request was not sent, because an earlier response requested a longer pause than
    /// [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after) allows. See
    /// [`Error::retry_after`](crate::Error::retry_after).
    RateLimit,
    /// The connection broke.
    Transport,
    /// The server rejected or redirected the request. See [`Error::status`](crate::Error::status).
    Status,
    /// The response cannot be decoded or is not valid HTTP.
    Decode,
    /// The response is larger than the client allows.
    TooLarge,
    /// The pagination of a list cannot continue: see [`Pages`](crate::Pages#errors).
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

/// The time limit that was reached. [`Timeouts`](crate::Timeouts) sets the limits.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use std::time::Duration;
///
/// use plane_api::{Client, Timeout, endpoint};
///
/// #[endpoint(GET, "/tasks/<task>" -> ())]
/// struct GetTask {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<GetTask>().reply(Reply::new(StatusCode::OK).delay(Duration::from_secs(10)));
/// # let client = mock.client();
/// let call = client.call(&GetTask::new("7")).timeout(Duration::from_secs(5));
/// let error = call.send().await.unwrap_err();
/// assert_eq!(error.timed_out(), Some(Timeout::Call));
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeout {
    /// The limit for making a connection ([`Timeouts::connect`](crate::Timeouts::connect)). Nothing was sent.
    Connect,
    /// The limit for the time between two pieces of a body, or the minimum rate of a streamed body
    /// ([`Timeouts::idle`](crate::Timeouts::idle), [`Timeouts::min_rate`](crate::Timeouts::min_rate)).
    Idle,
    /// The limit of one attempt ([`Timeouts::attempt`](crate::Timeouts::attempt)).
    Attempt,
    /// The limit of the whole call ([`Timeouts::call`](crate::Timeouts::call),
    /// [`Call::timeout`](crate::Call::timeout)).
    Call,
    /// The limit for waiting in the rate limiter ([`Timeouts::rate_limit`](crate::Timeouts::rate_limit)). Nothing was
    /// sent.
    RateLimit,
}

/// The server's complaint about one field of a request.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, endpoint};
///
/// #[endpoint(POST, "/tasks" -> ())]
/// struct CreateTask {
///     title: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # let reply = Reply::new(StatusCode::BAD_REQUEST).json(serde_json::json!({"title": ["This field may not be blank."]}));
/// # mock.expect_any::<CreateTask>().reply(reply);
/// # let client = mock.client();
/// let error = CreateTask::new("").send(&client).await.unwrap_err();
/// let [field] = error.field_errors() else { panic!("{error}") };
/// assert_eq!((field.field.as_str(), &*field.messages), ("title", &["This field may not be blank.".to_owned()][..]));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldError {
    /// Name of the field in the request. Dots join nested names, and the name of a list item is its index: `labels.0`.
    /// If the server sends JSON pointers, they are converted to this form.
    pub field: String,
    /// The server's machine-readable code, such as `missing_field`, if there is one.
    pub code: Option<String>,
    /// The server's messages, one sentence each. Empty if the server sends only a code.
    pub messages: Vec<String>,
}

/// Adds `.optional()` to a [`Result`]: a missing object becomes `None` instead of an error.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, OptionalExt, endpoint};
/// # #[derive(serde::Deserialize)] pub struct Customer { id: String }
///
/// #[endpoint(GET, "/customers/<id>" -> Customer)]
/// pub struct GetCustomer {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<GetCustomer>().reply(Reply::new(StatusCode::NOT_FOUND));
/// # let client = mock.client();
/// let customer: Option<Customer> = GetCustomer::new("7").send(&client).await.optional()?;
/// # assert!(customer.is_none());
/// # Ok(())
/// # }
/// ```
pub trait OptionalExt<T> {
    /// Returns `None` instead of an error for which [`Error::is_not_found`](crate::Error::is_not_found) is `true`.
    ///
    /// # Errors
    ///
    /// Returns every other error unchanged. This includes a missing route
    /// ([`Error::is_route_missing`](crate::Error::is_route_missing)), which says nothing about the object.
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
