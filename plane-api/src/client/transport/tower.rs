//! [`TowerTransport`] and [`TransportService`]: a `tower` service as a [`Transport`], and a [`Transport`] as a service.

use std::{
    error, fmt,
    future::poll_fn,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
};

use bytes::{Buf, Bytes};
use futures_core::Stream;
use http::{Request, Response};
use tower_layer::Layer;
use tower_service::Service;

use super::{BoxFuture, CallInfo, Layers, Transport};
use crate::{
    endpoint::body::Body,
    error::{Stage, TransportError},
};

type BoxError = Box<dyn error::Error + Send + Sync>;

/// Sends requests with a `tower` service: your own HTTP library, with your own layers.
///
/// Each request is sent with a clone of the service, which is called as soon as the clone is ready. The request carries
/// its [`CallInfo`] as an extension.
///
/// The error of a service determines whether a retry is safe. If `poll_ready` fails, nothing was sent
/// ([`Stage::BeforeSend`]). If `call` fails, the request may have been sent ([`Stage::AfterSend`]). If the error is a
/// [`TransportError`], its own stage applies. A service must not send a request twice: the client retries requests if a
/// retry is safe.
///
/// To add layers to the default transport, see [`ClientBuilder::layer`](crate::ClientBuilder::layer).
///
/// ```
/// use plane_api::{Body, Client, TowerTransport, endpoint, http::{Request, Response}};
///
/// #[endpoint(GET, "/tasks" -> Vec<String>)]
/// struct ListTasks {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// // A service that responds to every request with an empty list.
/// let service = tower::service_fn(|_: Request<Body>| async {
///     Ok::<_, std::convert::Infallible>(Response::new(Body::from("[]")))
/// });
/// let client = Client::builder("https://api.example.com")
///     .api_key("my-key")
///     .transport(TowerTransport::new(service))
///     .build()?;
/// assert!(ListTasks::new().send(&client).await?.is_empty());
/// # Ok(())
/// # }
/// ```
pub struct TowerTransport<S>(Mutex<S>);

impl<S> TowerTransport<S> {
    /// Creates a transport that sends requests with this service.
    pub fn new(service: S) -> Self {
        // The service need not be `Sync`: it is only cloned under the lock.
        Self(Mutex::new(service))
    }
}

impl<S> fmt::Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TowerTransport").finish_non_exhaustive()
    }
}

impl<S, B> Transport for TowerTransport<S>
where
    S: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: http_body::Body + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn execute<'a>(
        &'a self,
        mut request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let mut service = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
            // The clone that reported readiness must be the one that is called: it may have reserved capacity.
            poll_fn(|context| service.poll_ready(context))
                .await
                .map_err(|error| TransportError::new(Stage::BeforeSend, error))?;
            request.extensions_mut().insert(*info);
            let response = service.call(request).await;
            let response = response.map_err(|error| failure(Stage::AfterSend, error))?;
            Ok(response.map(|body| Body::stream(Frames(Box::pin(body)))))
        })
    }
}

fn failure(stage: Stage, error: impl Into<BoxError>) -> TransportError {
    let error = error.into().downcast().map(|error| *error);
    error.unwrap_or_else(|error| TransportError::new(stage, error))
}

/// The data of a body, without its trailers.
struct Frames<B>(Pin<Box<B>>);

impl<B> Stream for Frames<B>
where
    B: http_body::Body,
    B::Error: Into<BoxError>,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(self.0.as_mut().poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(failure(Stage::Body, error)))),
                Some(Ok(frame)) => {
                    if let Ok(mut data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data.copy_to_bytes(data.remaining()))));
                    }
                }
            }
        }
    }
}

/// A [`Transport`] as a `tower` service, which the layers of [`ClientBuilder::layer`](crate::ClientBuilder::layer)
/// wrap.
///
/// The service is always ready. Layers must preserve the extensions of the request, which include the [`CallInfo`].
#[derive(Clone)]
pub struct TransportService(Arc<dyn Transport>);

impl fmt::Debug for TransportService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportService").finish_non_exhaustive()
    }
}

impl Service<Request<Body>> for TransportService {
    type Response = Response<Body>;
    type Error = TransportError;
    type Future = BoxFuture<'static, Result<Response<Body>, TransportError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let transport = self.0.clone();
        Box::pin(async move {
            let Some(info) = request.extensions().get::<CallInfo>().copied() else {
                let reason =
                    "a layer removed the request's extensions, which include its `CallInfo`";
                return Err(TransportError::new(Stage::BeforeSend, reason).because(reason));
            };
            transport.execute(request, &info).await
        })
    }
}

impl Layers {
    /// Adds a layer of `tower`.
    pub(crate) fn add<L>(&mut self, layer: L)
    where
        L: Layer<TransportService> + Send + Sync + 'static,
        TowerTransport<L::Service>: Transport,
    {
        self.wrap(move |transport, _| {
            Box::new(TowerTransport::new(layer.layer(TransportService(transport.into()))))
        });
    }
}
