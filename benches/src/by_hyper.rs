//! The work, hand-written with `hyper-util`: the lower bound.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use plane_api::v1::customers::Customer;
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use crate::{
    CUSTOMER, Contender, Failure, KEY, MAX_BYTES, WORKSPACE,
    fixture::{self, PlainPage, UpdateBody},
};

/// A hand-written client.
#[derive(Debug, Clone)]
pub struct ByHyper {
    client: Client<HttpConnector, Full<Bytes>>,
    base_url: String,
    key: HeaderValue,
    response: String,
}

impl Contender for ByHyper {
    const NAME: &'static str = "hyper-util";

    fn new(base_url: &str) -> Result<Self, Failure> {
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(Duration::from_secs(5)));
        connector.set_nodelay(true);
        let client = Client::builder(TokioExecutor::new()).build(connector);
        let mut key = HeaderValue::from_static(KEY);
        key.set_sensitive(true);
        let base_url = format!("{base_url}/api/v1");
        Ok(Self { client, base_url, key, response: fixture::customer(7) })
    }

    async fn update(&self) -> Result<(), Failure> {
        self.send::<Customer>(self.update_request()?).await?;
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
        std::hint::black_box(self.update_request()?);
        Ok(())
    }

    fn decode(&self) -> Result<(), Failure> {
        std::hint::black_box(serde_json::from_str::<Customer>(&self.response)?);
        Ok(())
    }
}

impl ByHyper {
    fn update_request(&self) -> Result<Request<Full<Bytes>>, Failure> {
        let uri = format!("{}/workspaces/{WORKSPACE}/customers/{CUSTOMER}/", self.base_url);
        let body = serde_json::to_vec(&UpdateBody::two())?;
        let mut request = self.request(Method::PATCH, uri, body)?;
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(header::CONTENT_TYPE, json);
        Ok(request)
    }

    fn request(
        &self,
        method: Method,
        uri: String,
        body: Vec<u8>,
    ) -> Result<Request<Full<Bytes>>, Failure> {
        let mut request = Request::new(Full::new(Bytes::from(body)));
        *request.method_mut() = method;
        *request.uri_mut() = uri.try_into()?;
        let headers = request.headers_mut();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(header::USER_AGENT, HeaderValue::from_static("plane-benches/0.1"));
        headers.insert("x-api-key", self.key.clone());
        Ok(request)
    }

    async fn send<T: DeserializeOwned>(&self, request: Request<Full<Bytes>>) -> Result<T, Failure> {
        let response = async {
            let response = self.client.request(request).await?;
            if !response.status().is_success() {
                return Err("the request was rejected".into());
            }
            Ok::<_, Failure>(
                Limited::new(response.into_body(), MAX_BYTES).collect().await?.to_bytes(),
            )
        };
        let body = timeout(Duration::from_secs(60), response).await??;
        Ok(serde_json::from_slice(&body)?)
    }
}

async fn page(this: ByHyper, number: usize) -> Result<PlainPage, Failure> {
    let uri = format!(
        "{}/workspaces/{WORKSPACE}/customers/?per_page=100&cursor=100%3A{number}%3A0",
        this.base_url
    );
    let request = this.request(Method::GET, uri, Vec::new())?;
    this.send(request).await
}
