//! `tower` layers around the transport.

use tower_layer::Layer;

use super::ClientBuilder;
use crate::client::transport::{TowerTransport, Transport, TransportService};

impl ClientBuilder {
    /// Wraps the default or [custom](Self::transport) transport in a `tower` layer. Later layers wrap earlier ones.
    ///
    /// Every attempt passes through the layers, including retries: a timeout layer limits one attempt, and a
    /// concurrency limit counts attempts in progress. [`TowerTransport`] documents how the errors of a layer are
    /// interpreted.
    ///
    /// ```
    /// use plane_api::Client;
    /// use tower::limit::ConcurrencyLimitLayer;
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// // At most eight requests at a time.
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
