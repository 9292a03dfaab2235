//! Lists, finds, describes and calls Plane's endpoints by name: those of v1 with the feature `v1`, those of v2 with `v2`.
//!
//! Use this module for tools that work with any endpoint, such as a command line. A program that knows which endpoints it
//! calls uses the types of the requests instead, and does not need the feature `registry`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{Value, registry};
//! use serde_json::json;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<plane_api::v1::customers::UpdateCustomer>().reply(json!({"id": "7", "email": null}));
//! # let client = mock.client();
//! let endpoint = registry::find("v1::UpdateCustomer")?;
//! println!("{endpoint}: {}", endpoint.spec.docs);
//! for param in endpoint.spec.params {
//!     println!("{} ({}): {}", param.name, param.ty, param.docs);
//! }
//!
//! let values = json!({"workspace_slug": "acme", "customer_id": "…", "email": null});
//! let request = endpoint.request(values.as_object().cloned().unwrap_or_default())?;
//! let customer: Value = request.send(&client).await?.json()?;
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "v1")]
mod v1;
#[cfg(feature = "v2")]
mod v2;

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use serde_json::{Map, Value};

use crate::{
    client::Client,
    endpoint::{
        dynamic::DynamicRequest,
        page::{Page, Paged},
        values::FromResponse,
    },
    error::{Error, Result},
    spec::Spec,
    text::names,
};

/// An endpoint of Plane. [`Display`](fmt::Display) writes the Rust path of its request: `v1::customers::UpdateCustomer`.
///
/// ```
/// use plane_api::registry;
///
/// let entry = registry::find("v1::UpdateCustomer")?;
/// assert_eq!(entry.to_string(), "v1::customers::UpdateCustomer");
/// assert_eq!(entry.spec.path, "/workspaces/{workspace_slug}/customers/{customer_id}/");
/// # Ok::<(), plane_api::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Entry {
    /// The version of the API: `v1` or `v2`.
    pub api: &'static str,
    /// The module of the request, below `v1` or `v2`: `customers` or `customers::properties`.
    pub module: &'static str,
    /// The description of the endpoint.
    pub spec: &'static Spec,
}

#[cfg(any(feature = "v1", feature = "v2"))]
macro_rules! entry {
    ($api:ident $($module:ident)::+, $name:ident) => {
        Entry {
            api: stringify!($api),
            module: concat_path!($($module)+),
            spec: <$api::$($module)::+::$name as Endpoint>::SPEC,
        }
    };
}

/// `stringify!` would put spaces into the path.
#[cfg(any(feature = "v1", feature = "v2"))]
macro_rules! concat_path {
    ($first:ident $($rest:ident)*) => {
        concat!(stringify!($first) $(, "::", stringify!($rest))*)
    };
}

#[cfg(any(feature = "v1", feature = "v2"))]
use {concat_path, entry};

/// Returns all endpoints: those of v1, then those of v2, each sorted by module and name.
pub fn endpoints() -> impl Iterator<Item = &'static Entry> {
    let all: [&'static [Entry]; 2] = [
        #[cfg(feature = "v1")]
        v1::ENTRIES,
        #[cfg(not(feature = "v1"))]
        &[],
        #[cfg(feature = "v2")]
        v2::ENTRIES,
        #[cfg(not(feature = "v2"))]
        &[],
    ];
    all.into_iter().flatten()
}

/// Returns the endpoint with this name. The version and the modules of the request may precede the name, as in
/// `v1::UpdateCustomer` or `v1::customers::UpdateCustomer`.
///
/// # Errors
///
/// Returns an error if no endpoint has this name; the error suggests an endpoint with a similar name, if there is one. Returns
/// an error if several endpoints have this name, such as one in v1 and one in v2; the error contains the Rust paths of
/// all of them.
pub fn find(name: &str) -> Result<&'static Entry> {
    let found: Vec<&Entry> = endpoints().filter(|entry| entry.is_called(name)).collect();
    match found[..] {
        [entry] => Ok(entry),
        [] => {
            let meant = similar(name);
            let advice = if meant.is_empty() {
                String::new()
            } else {
                format!("; did you mean {}?", paths(&meant))
            };
            Err(Error::request(format!("there is no endpoint `{name}`{advice}")))
        }
        ref several => {
            let paths = paths(several);
            Err(Error::request(format!("there are several endpoints `{name}`; write {paths}")))
        }
    }
}

/// Returns the endpoints with the most similar name: only those of the version that the path begins with, if it has any.
fn similar(path: &str) -> Vec<&'static Entry> {
    let api = path.split("::").next();
    let meant = path.rsplit("::").next().unwrap_or_default();
    let names = endpoints().map(|entry| entry.spec.name);
    let Some(closest) = names::closest(meant, names) else { return Vec::new() };
    let all = || endpoints().filter(|entry| entry.spec.name == closest);
    let is_there = all().any(|entry| Some(entry.api) == api);
    all().filter(|entry| !is_there || Some(entry.api) == api).collect()
}

fn paths(entries: &[&Entry]) -> String {
    let paths: Vec<_> = entries.iter().map(|entry| format!("`{entry}`")).collect();
    paths.join(" or ")
}

impl Entry {
    /// Returns `true` if these are segments of the path, in its order, and the last is the name.
    fn is_called(&self, name: &str) -> bool {
        let mut wanted = name.rsplit("::");
        let mut path = self.module.rsplit("::").chain([self.api]);
        wanted.next() == Some(self.spec.name)
            && wanted.all(|segment| path.by_ref().any(|other| other == segment))
    }

    /// Creates a request of this endpoint. The names in `values` are those of [`Spec::params`].
    ///
    /// # Errors
    ///
    /// Returns the error of [`DynamicRequest::new`], which lists all mistakes in the values.
    pub fn request(&self, values: Map<String, Value>) -> Result<DynamicRequest> {
        DynamicRequest::new(self.spec, values)
    }

    /// Paginates over the items of a list. The names in `values` are those of [`Spec::params`].
    ///
    /// # Errors
    ///
    /// Returns the error of [`DynamicRequest::new`], and an error if the endpoint is not a list.
    pub fn items(&self, values: Map<String, Value>, client: &Client) -> Result<Items> {
        let request = self.request(values)?;
        let envelope = self.spec.response.split('<').next().unwrap_or_default();
        match envelope.rsplit("::").next().unwrap_or_default() {
            #[cfg(feature = "v2")]
            "CursorPage" => {
                Items::new::<crate::plane::v2::lists::CursorPage<Value>>(request, client)
            }
            #[cfg(feature = "v2")]
            "OffsetPage" => {
                Items::new::<crate::plane::v2::lists::OffsetPage<Value>>(request, client)
            }
            // If the endpoint is not a list, this returns the error.
            _ => Items::new::<Page<Value>>(request, client),
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}::{}", self.api, self.module, self.spec.name)
    }
}

/// The items of a list, as JSON: the result of [`Entry::items`].
///
/// This type is a [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html), and also has a
/// method [`next`](Items::next). Its guarantees are those of [`plane_api::Items`](crate::Items), the items of a typed list.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::registry;
/// use serde_json::json;
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{testing::{Mock, Reply}, v1::customers::ListCustomers};
/// # let mock = Mock::plane();
/// # mock.expect_any::<ListCustomers>().reply(Reply::page([json!({"id": "7", "name": "Acme"})], None));
/// # let client = mock.client();
/// let values = json!({"workspace_slug": "acme"}).as_object().cloned().unwrap_or_default();
/// let mut customers = registry::find("v1::ListCustomers")?.items(values, &client)?;
/// while let Some(customer) = customers.next().await {
///     println!("{}", customer?["name"]);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "streams do nothing unless polled"]
pub struct Items(Pin<Box<dyn Stream<Item = Result<Value>> + Send>>);

impl Items {
    fn new<P>(request: DynamicRequest, client: &Client) -> Result<Self>
    where
        P: Paged<Item = Value> + FromResponse + Send + 'static,
    {
        Ok(Self(Box::pin(request.items::<P>(client)?)))
    }

    /// Returns the next item, or `None` after the last.
    ///
    /// Dropping the future loses no item: the next call of this method continues at the same item.
    pub async fn next(&mut self) -> Option<Result<Value>> {
        poll_fn(|context| self.0.as_mut().poll_next(context)).await
    }
}

impl Stream for Items {
    type Item = Result<Value>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context)
    }
}

impl fmt::Debug for Items {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
