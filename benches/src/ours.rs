//! The work done with `plane-api`.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Waker},
};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use jiff::Timestamp;
use plane_api::{
    Body, BoxFuture, CallInfo, Client, ClientBuilder, Endpoint, Transport, TransportError,
    endpoint,
    ids::CustomerId,
    v1::customers::{Customer, ListCustomers},
};

use crate::{CUSTOMER, Contender, Failure, KEY, WORKSPACE, fixture};

/// Updates a customer.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
#[derive(Debug)]
#[allow(missing_docs, reason = "they are Plane's")]
pub struct Update {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub name: Option<String>,
    pub description_html: Option<String>,
    pub email: Option<String>,
    pub website_url: Option<String>,
    pub domain: Option<String>,
    pub employees: Option<i64>,
    pub stage: Option<String>,
    pub contract_status: Option<String>,
    pub revenue: Option<String>,
    pub archived_at: Option<Timestamp>,
    pub external_source: Option<String>,
    pub external_id: Option<String>,
}

impl Update {
    fn two() -> Self {
        Self::new(WORKSPACE, CUSTOMER).name("Acme").stage("active")
    }
}

/// Over `reqwest`, the default transport.
pub type Ours = Over<false>;

/// Over `hyper-util`.
pub type OursOverHyper = Over<true>;

/// The client, and clients whose requests never leave memory.
#[derive(Debug, Clone)]
pub struct Over<const HYPER: bool> {
    client: Client,
    /// Sends nothing, and waits.
    mute: Client,
    /// Responds at once.
    accepted: Client,
    /// Rejects at once.
    rejected: Client,
}

impl<const HYPER: bool> Contender for Over<HYPER> {
    const NAME: &'static str = if HYPER { "plane-api, hyper" } else { "plane-api" };

    fn new(base_url: &str) -> Result<Self, Failure> {
        let builder = || Client::plane().base_url(base_url).api_key(KEY);
        let with = |canned| ClientBuilder::transport(builder(), canned).build();
        let errors =
            r#"{"email":["Enter a valid email address."],"name":["This field may not be blank."]}"#;
        Ok(Self {
            client: if HYPER { builder().hyper() } else { builder() }.build()?,
            mute: with(Canned(None))?,
            accepted: with(Canned(Some((StatusCode::OK, fixture::customer(7).into()))))?,
            rejected: with(Canned(Some((StatusCode::BAD_REQUEST, errors.into()))))?,
        })
    }

    async fn update(&self) -> Result<(), Failure> {
        Update::two().send(&self.client).await?;
        Ok(())
    }

    async fn list(&self) -> Result<(), Failure> {
        list().send(&self.client).await?;
        Ok(())
    }

    async fn paginate(&self, pages: usize, concurrency: usize) -> Result<usize, Failure> {
        let mut list = list().pages(&self.client).concurrency(concurrency);
        let mut count = 0;
        for _ in 0..pages {
            let Some(page) = list.next().await else { break };
            count += page?.results.len();
        }
        Ok(count)
    }

    fn build(&self) -> Result<(), Failure> {
        let call = pin!(Update::two().send(&self.mute));
        match call.poll(&mut Context::from_waker(Waker::noop())) {
            std::task::Poll::Pending => Ok(()),
            std::task::Poll::Ready(_) => Err("it was not sent".into()),
        }
    }

    fn decode(&self) -> Result<(), Failure> {
        self.at_once(&Update::two(), &self.accepted)
    }
}

fn list() -> ListCustomers {
    ListCustomers::new(WORKSPACE).per_page(100).cursor("100:0:0")
}

impl<const HYPER: bool> Over<HYPER> {
    /// W3, entry by entry: counts the customers on this many pages.
    ///
    /// # Errors
    ///
    /// Returns an error if a page cannot be fetched.
    pub async fn items(&self, pages: usize) -> Result<usize, Failure> {
        let mut items = list().items(&self.client);
        let mut count = 0;
        while count < pages * fixture::PER_PAGE
            && let Some(customer) = items.next().await
        {
            std::hint::black_box(customer?);
            count += 1;
        }
        Ok(count)
    }

    /// W4: builds the request of W1 without a client.
    ///
    /// # Errors
    ///
    /// Returns an error if the request cannot be built.
    pub fn request(&self) -> Result<(), Failure> {
        std::hint::black_box(Update::two().request()?);
        Ok(())
    }

    /// W4: a request that is rejected before it is sent.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is sent.
    pub fn invalid(&self) -> Result<(), Failure> {
        match self.at_once(&Update::new(WORKSPACE, "..").name("Acme"), &self.mute) {
            Err(_) => Ok(()),
            Ok(()) => Err("it was sent".into()),
        }
    }

    /// W4: parses the message of a rejection.
    ///
    /// # Errors
    ///
    /// Returns an error if the message is missing.
    pub fn rejected(&self) -> Result<(), Failure> {
        let Err(error) = self.at_once(&Update::two(), &self.rejected) else {
            return Err("it was accepted".into());
        };
        let error = error.downcast::<plane_api::Error>()?;
        let fields = error.field_errors();
        if fields.len() == 2 { Ok(()) } else { Err("the server's messages are missing".into()) }
    }

    /// A call that does not wait for anything.
    fn at_once<E: Endpoint>(&self, request: &E, client: &Client) -> Result<(), Failure> {
        let call = pin!(client.send(request));
        match call.poll(&mut Context::from_waker(Waker::noop())) {
            std::task::Poll::Ready(result) => {
                std::hint::black_box(result?);
                Ok(())
            }
            std::task::Poll::Pending => Err("it waits".into()),
        }
    }
}

/// A transport that returns the same response to every request, or none.
struct Canned(Option<(StatusCode, Bytes)>);

impl Transport for Canned {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            std::hint::black_box(request);
            let Some((status, body)) = &self.0 else { return std::future::pending().await };
            let mut response = Response::new(body.clone().into());
            *response.status_mut() = *status;
            Ok(response)
        })
    }
}
