//! Layers of `tower` around the transport.

use tower_layer::Layer;

use super::ClientBuilder;
use crate::client::transport::{TowerTransport, Transport, TransportService};

impl ClientBuilder {
    /// Puts a layer of `tower` around the transport, the client's own or [another](Self::transport). A further layer
    /// goes around those that were added before.
    ///
    /// Every sending of a request goes through it, repeats included: a timeout is one of an attempt, and a limit of
    /// concurrency one of attempts under way. What the errors of a layer say of a request, see [`TowerTransport`].
    ///
    /// ```
    /// use plane_api::Client;
    /// use tower::limit::ConcurrencyLimitLayer;
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// // No more than eight requests at a time.
    /// let client = Client::builder("https://api.example.com")
    ///     .api_key("my-key")
    ///     .layer(ConcurrencyLimitLayer::new(8))
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<TransportService> + Send + Sync + 'static,
        TowerTransport<L::Service>: Transport,
    {
        self.layers.add(layer);
        self
    }
}
