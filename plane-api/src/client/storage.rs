//! The server's storage of files: reached by presigned URLs, and never shown the client's credentials.

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
        rate_limit::{Pace, RateLimit},
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

    /// A client of the server that the URL names, and the URL as it is requested. It has no credentials, and interceptors
    /// are not called: they would see the whole of a URL that is a secret.
    ///
    /// It shares the transport, and is kept for the next file.
    fn of_storage(&self, url: &str) -> Result<(Self, Uri)> {
        let inner = &*self.0;
        let url = Url::parse(&inner.base_url.prefix)
            .and_then(|base| base.join(url))
            .map_err(|_| unusable("it is no URL"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(unusable("it holds a user name or password"));
        }
        let base_url = BaseUrl::parse(&url[..Position::BeforePath], "", true)
            .map_err(|_| unusable("it is no URL of a web server"))?;
        self.check_storage(&url, &base_url)?;
        let uri = url[..Position::AfterQuery].parse().map_err(|_| unusable("it is no URL"))?;
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
            pace: Pace::new(RateLimit::Off)?,
            interceptors: Arc::default(),
            ..inner.at(base_url, Auth::none())?
        }));
        Ok((last.insert(client).clone(), uri))
    }

    /// Whether the client may go where the server sends it: a server, or whoever speaks for it, could name what only this
    /// machine reaches. Names are not looked up for this.
    fn check_storage(&self, url: &Url, base_url: &BaseUrl) -> Result<()> {
        let inner = &*self.0;
        let Some(host) = url.host() else { return Err(unusable("it is no URL of a web server")) };
        if is_link_local(&host) {
            return Err(unusable("a link-local address is never used"));
        }
        if (is_loopback(&host) || is_unspecified(&host)) && !inner.base_url.is_loopback {
            return Err(unusable("it is on this machine, and the server is not"));
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
    Error::config(format!("the server names an address for files that cannot be used: {why}"))
}

impl Redirect {
    /// Fetches the file that is there, without the client's credentials and without calling its interceptors.
    ///
    /// The server decides where that is, within bounds: a link-local address (`169.254.0.0/16`, `fe80::/10`) is never
    /// requested, a host on this machine only if the server itself is on loopback, and plain `http://` off loopback only
    /// with [`ClientBuilder::allow_insecure_http`](crate::ClientBuilder::allow_insecure_http). Names are not looked up
    /// for this: if your resolver cannot be trusted, use a proxy that decides by address.
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
