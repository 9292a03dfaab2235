//! The work, hand-written with `reqwest` and `serde`: with its defaults, and with the limits of `plane-api`: no
//! redirects, limits of time and size.

use std::time::Duration;

use http::{
    HeaderMap, HeaderValue,
    header::{ACCEPT, CONTENT_TYPE, HeaderName},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plane_api::v1::customers::Customer;
use reqwest::{Client, RequestBuilder, Response, redirect::Policy};
use serde::de::DeserializeOwned;

use crate::{
    CUSTOMER, Contender, Failure, KEY, MAX_BYTES, WORKSPACE,
    fixture::{self, PlainPage, UpdateBody},
};

/// With the defaults of `reqwest`.
pub type ByReqwest = By<false>;

/// With the limits of `plane-api`.
pub type ByReqwestLimited = By<true>;

/// A hand-written client.
#[derive(Debug, Clone)]
pub struct By<const LIMITED: bool> {
    client: Client,
    base_url: String,
    response: String,
}

impl<const LIMITED: bool> Contender for By<LIMITED> {
    const NAME: &'static str = if LIMITED { "reqwest, limited" } else { "reqwest" };

    fn new(base_url: &str) -> Result<Self, Failure> {
        // Another contender may already have installed a provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut key = HeaderValue::from_static(KEY);
        key.set_sensitive(true);
        let headers = HeaderMap::from_iter([
            (ACCEPT, HeaderValue::from_static("application/json")),
            (HeaderName::from_static("x-api-key"), key),
        ]);
        // A system proxy would affect the measurement.
        let mut builder =
            Client::builder().default_headers(headers).user_agent("plane-benches/0.1").no_proxy();
        if LIMITED {
            builder = builder
                .redirect(Policy::none())
                .referer(false)
                .connect_timeout(Duration::from_secs(5))
                .read_timeout(Duration::from_secs(30))
                .timeout(Duration::from_secs(60));
        }
        let client = builder.build()?;
        let base_url = format!("{base_url}/api/v1");
        Ok(Self { client, base_url, response: fixture::customer(7) })
    }

    async fn update(&self) -> Result<(), Failure> {
        self.decode_response::<Customer>(self.update_request()?.send().await?).await?;
        Ok(())
    }

    async fn list(&self) -> Result<(), Failure> {
        page(self.clone(), 0).await?;
        Ok(())
    }

    async fn paginate(&self, pages: usize, concurrency: usize) -> Result<usize, Failure> {
        fixture::paginate(pages, concurrency, |number| page(self.clone(), number)).await
    }

    fn build(&self) -> Result<(), Failure> {
        std::hint::black_box(self.update_request()?.build()?);
        Ok(())
    }

    fn decode(&self) -> Result<(), Failure> {
        std::hint::black_box(serde_json::from_str::<Customer>(&self.response)?);
        Ok(())
    }
}

impl<const LIMITED: bool> By<LIMITED> {
    fn update_request(&self) -> Result<RequestBuilder, Failure> {
        let workspace = utf8_percent_encode(WORKSPACE, NON_ALPHANUMERIC);
        let customer = utf8_percent_encode(CUSTOMER, NON_ALPHANUMERIC);
        let url = format!("{}/workspaces/{workspace}/customers/{customer}/", self.base_url);
        let json = HeaderValue::from_static("application/json");
        let body = serde_json::to_vec(&UpdateBody::two())?;
        Ok(self.client.patch(url).header(CONTENT_TYPE, json).body(body))
    }

    async fn decode_response<T: DeserializeOwned>(&self, response: Response) -> Result<T, Failure> {
        let mut response = response.error_for_status()?;
        if !LIMITED {
            return Ok(serde_json::from_slice(&response.bytes().await?)?);
        }
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await? {
            if body.len() + piece.len() > MAX_BYTES {
                return Err("the response is too large".into());
            }
            body.extend_from_slice(&piece);
        }
        Ok(serde_json::from_slice(&body)?)
    }
}

async fn page<const LIMITED: bool>(this: By<LIMITED>, number: usize) -> Result<PlainPage, Failure> {
    let workspace = utf8_percent_encode(WORKSPACE, NON_ALPHANUMERIC);
    let url = format!(
        "{}/workspaces/{workspace}/customers/?per_page=100&cursor=100%3A{number}%3A0",
        this.base_url
    );
    this.decode_response(this.client.get(url).send().await?).await
}
