//! The server's file storage, which is reached by presigned URLs and never receives the client's credentials.

#[cfg(feature = "upload")]
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use http::{HeaderMap, Uri};
use url::{Position, Url};

use super::{Call, Client, Inner};
use plane_macros::endpoint;

#[cfg(feature = "upload")]
use crate::endpoint::writer::FilePart;
use crate::{
    client::{
        auth::Auth,
        base_url::{BaseUrl, is_link_local, is_loopback, is_unspecified},
        rate_limit::{RateLimit, SharedLimiter},
    },
    endpoint::{Endpoint, download::Download, redirect::Redirect, writer::RequestWriter},
    error::{Dialect, Error, Result},
};

// The URLs of both requests are secret, or nearly so, and no error shows them.

/// Sends a file after the fields that permit it. The storage ignores everything after the file.
#[cfg(feature = "upload")]
#[endpoint(POST, "/" -> (), multipart, auth = none, retry = idempotent)]
struct SendFile<'a> {
    #[flatten]
    fields: &'a BTreeMap<String, String>,
    file: FilePart,
}

/// Fetches a file.
#[endpoint(GET, "/" -> Download, auth = none)]
struct FetchFile {}

impl Client {
    /// Uploads a file to the storage, with the fields that permit it.
    #[cfg(feature = "upload")]
    pub(crate) async fn send_to_storage(
        &self,
        url: &str,
        fields: &BTreeMap<String, String>,
        file: FilePart,
    ) -> Result<()> {
        self.at_storage(url, &SendFile { fields, file })?.await
    }

    /// Downloads a file. The URL is absolute, or relative to this client's server.
    pub(crate) async fn fetch(&self, url: &str) -> Result<Download> {
        self.at_storage(url, &FetchFile {})?.await
    }

    /// Sends a request to the URL instead of the endpoint's path.
    fn at_storage<E: Endpoint>(
        &self,
        url: &str,
        endpoint: &E,
    ) -> Result<impl Future<Output = Result<E::Response>>> {
        let (client, uri) = self.of_storage(url)?;
        let mut request = RequestWriter::encode(("", ""), endpoint);
        if let Ok(request) = &mut request {
            request.uri = uri;
        }
        let response = Call::new(client, request, E::decode).send();
        // A storage that rejects a signature repeats it in its response.
        Ok(async { response.await.map_err(Error::without_body) })
    }

    /// Returns a client for the server of the URL, and the URI to request. The client has no credentials and calls no
    /// interceptors, because they would see a secret URL.
    ///
    /// The new client shares the transport and is kept for the next file.
    fn of_storage(&self, url: &str) -> Result<(Self, Uri)> {
        let inner = &*self.0;
        let url = Url::parse(&inner.base_url.prefix)
            .and_then(|base| base.join(url))
            .map_err(|_| unusable("it is not a valid URL"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(unusable("it contains a user name or password"));
        }
        let base_url = BaseUrl::parse(&url[..Position::BeforePath], "", true)
            .map_err(|_| unusable("it is not an HTTP URL"))?;
        self.check_storage(&url, &base_url)?;
        let uri =
            url[..Position::AfterQuery].parse().map_err(|_| unusable("it is not a valid URL"))?;
        let mut last = inner.storage.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = &*last
            && client.0.base_url.prefix == base_url.prefix
        {
            return Ok((client.clone(), uri));
        }
        let client = Self(Arc::new(Inner {
            dialect: &Dialect::STANDARD,
            default_headers: HeaderMap::new(),
            rate_limit: RateLimit::Off,
            limiter: SharedLimiter::new(RateLimit::Off)?,
            interceptors: Arc::default(),
            ..inner.at(base_url, Auth::none())?
        }));
        Ok((last.insert(client).clone(), uri))
    }

    /// Checks whether the client may access a URL from the server. A malicious server could name an address that only
    /// this machine can reach. Host names are not resolved for this.
    fn check_storage(&self, url: &Url, base_url: &BaseUrl) -> Result<()> {
        let inner = &*self.0;
        let Some(host) = url.host() else { return Err(unusable("it is not an HTTP URL")) };
        if is_link_local(&host) {
            return Err(unusable("its address is link-local"));
        }
        if (is_loopback(&host) || is_unspecified(&host)) && !inner.base_url.is_loopback {
            return Err(unusable("it is on this machine, but the server is not"));
        }
        if !(base_url.is_https || base_url.is_loopback || inner.allow_insecure_http) {
            let host = &base_url.host;
            return Err(Error::config(format!(
                "the server stores files at `http://{host}`, which is not encrypted; allow it with \
                 `allow_insecure_http(true)`"
            )));
        }
        Ok(())
    }
}

fn unusable(why: &str) -> Error {
    Error::config(format!("cannot use the file URL from the server: {why}"))
}

impl Redirect {
    /// Downloads the file at the target, without the client's credentials and without calling the client's
    /// interceptors.
    ///
    /// The server chooses the target, so some targets are rejected: a link-local address (`169.254.0.0/16`,
    /// `fe80::/10`) always, a host on this machine unless the server itself is on loopback, and plain `http://` to
    /// another host unless [`ClientBuilder::allow_insecure_http`](crate::ClientBuilder::allow_insecure_http) allows it.
    /// Host names are not resolved for these checks: if your resolver cannot be trusted, use a proxy that filters by
    /// address.
    ///
    /// ```
    /// use plane_api::v1::work_items::attachments::GetWorkItemAttachment;
    ///
    /// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
    /// # struct Server;
    /// # impl Transport for Server {
    /// #     fn execute<'a>(&'a self, _: Request<Body>, info: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
    /// #         let response = match info.spec.name {
    /// #             "GetWorkItemAttachment" => Response::builder().status(302).header("location", "https://files.example.com/7"),
    /// #             _ => Response::builder().header("content-disposition", "attachment; filename=plan.pdf"),
    /// #         };
    /// #         Box::pin(async move { Ok(response.body(Body::from("%PDF")).unwrap()) })
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// # let client = plane_api::Client::plane().api_key("my-key").transport(Server).build()?;
    /// # let request = GetWorkItemAttachment::new("acme", "7", "8", "9");
    /// let file = request.send(&client).await?.download(&client).await?;
    /// println!("{:?}, {:?} bytes", file.file_name(), file.content_length());
    /// # assert_eq!(file.file_name().as_deref(), Some("plan.pdf"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the target is rejected, and the errors of any request. Errors call the request to the
    /// storage `FetchFile`, and contain neither the target nor the response body.
    pub async fn download(&self, client: &Client) -> Result<Download> {
        client.fetch(self.location()).await
    }
}
