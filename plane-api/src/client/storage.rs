//! The server's storage of files: reached by presigned URLs, and never shown the client's credentials.

#[cfg(feature = "upload")]
use std::collections::BTreeMap;
use std::sync::Arc;

use http::Uri;
use url::{Position, Url};

use super::{Call, Client, Inner};
use plane_macros::endpoint;

#[cfg(feature = "upload")]
use crate::endpoint::writer::FilePart;
use crate::{
    client::{
        auth::Auth,
        base_url::BaseUrl,
        interceptor::Interceptors,
        rate_limit::{Pace, RateLimit},
        retry::RetryBudget,
        transport::ReqwestTransport,
    },
    endpoint::{Endpoint, download::Download, redirect::Redirect, writer::RequestWriter},
    error::{Dialect, Error, Result},
};

// Where exactly both go is part of the URL, which is a secret or the next thing to one: no error shows it.

/// Sends a file, behind the fields that permit it: the storage reads nothing that comes after the file.
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
    /// Sends a file to the storage, as it is permitted.
    #[cfg(feature = "upload")]
    pub(crate) async fn send_to_storage(
        &self,
        url: &str,
        fields: &BTreeMap<String, String>,
        file: FilePart,
    ) -> Result<()> {
        self.at_storage(url, &SendFile { fields, file })?.await
    }

    /// Fetches a file from where the URL says: absolute, or relative to this client's server.
    pub(crate) async fn fetch(&self, url: &str) -> Result<Download> {
        self.at_storage(url, &FetchFile {})?.await
    }

    /// Sends a request to the URL, in place of its own path.
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
        let answer = Call::new(client, request, E::decode).send();
        // A store that finds a signature wrong repeats it.
        Ok(async { answer.await.map_err(Error::without_body) })
    }

    /// A client of the server that the URL names, and the URL as it is requested. It has no credentials, and nobody looks
    /// on: an interceptor would see the whole of a URL that is a secret.
    fn of_storage(&self, url: &str) -> Result<(Self, Uri)> {
        let inner = &*self.0;
        let unusable = |why| {
            Error::config(format!(
                "the server names an address for files that cannot be used: {why}"
            ))
        };
        let url = Url::parse(&inner.base_url.prefix)
            .and_then(|base| base.join(url))
            .map_err(|_| unusable("it is no URL"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(unusable("it holds a user name or password"));
        }
        let base_url = BaseUrl::parse(&url[..Position::BeforePath], "", true)
            .map_err(|_| unusable("it is no URL of a web server"))?;
        if !(base_url.is_https || base_url.is_loopback || inner.allow_insecure_http) {
            let host = &base_url.host;
            return Err(Error::config(format!(
                "the server keeps its files at `http://{host}`, where they would go unencrypted; allow it with \
                 `allow_insecure_http(true)` or `PLANE_ALLOW_INSECURE_HTTP=1`"
            )));
        }
        let here = &inner.base_url;
        let is_alike =
            (base_url.is_https, base_url.is_loopback) == (here.is_https, here.is_loopback);
        let transport = match &inner.network {
            Some(network) if !is_alike => {
                let (https, loopback) = (base_url.is_https, base_url.is_loopback);
                let connect = inner.timeouts.connect;
                Arc::new(ReqwestTransport::new(https, loopback, connect, network)?)
            }
            _ => inner.transport.clone(),
        };
        let uri = url[..Position::AfterQuery].parse().map_err(|_| unusable("it is no URL"))?;
        let client = Self(Arc::new(Inner {
            base_url,
            dialect: &Dialect::STANDARD,
            auth: Auth::none(),
            user_agent: inner.user_agent.clone(),
            timeouts: inner.timeouts,
            retry: inner.retry.clone(),
            budget: RetryBudget::new(RetryBudget::STANDARD),
            pace: Pace::new(RateLimit::Off)?,
            max_response_bytes: inner.max_response_bytes,
            interceptors: Interceptors::default(),
            allow_insecure_http: inner.allow_insecure_http,
            network: None,
            transport,
        }));
        Ok((client, uri))
    }
}

impl Redirect {
    /// Fetches the file that is there, without the client's credentials.
    ///
    /// ```no_run
    /// use plane_api::{Client, v1::work_items::attachments::GetWorkItemAttachment};
    ///
    /// # async fn example(client: Client, request: GetWorkItemAttachment) -> plane_api::Result<()> {
    /// let file = request.send(&client).await?.download(&client).await?;
    /// println!("{:?}, {:?} bytes", file.file_name(), file.content_length());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As any request; the storage's is called `FetchFile`. Neither the target nor the body of an answer is in them.
    pub async fn download(&self, client: &Client) -> Result<Download> {
        client.fetch(self.location()).await
    }
}
