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
    #[cfg_attr(feature = "testing", doc = "```")]
    #[cfg_attr(not(feature = "testing"), doc = "```ignore")]
    /// use std::time::Duration;
    ///
    /// use plane_api::{endpoint, testing::{Mock, Reply}};
    /// use tower::limit::ConcurrencyLimitLayer;
    ///
    /// #[endpoint(GET, "/tasks" -> Vec<u64>)]
    /// struct ListTasks {}
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let mock = Mock::new();
    /// mock.expect_any::<ListTasks>()
    ///     .reply(Reply::from(serde_json::json!([7])).delay(Duration::from_secs(1)));
    ///
    /// // At most two requests at a time.
    /// let client = mock.client_builder().layer(ConcurrencyLimitLayer::new(2)).build()?;
    ///
    /// // Three requests that take a second each take two seconds.
    /// let start = tokio::time::Instant::now();
    /// let send = || ListTasks::new().send(&client);
    /// tokio::try_join!(send(), send(), send())?;
    /// assert_eq!(start.elapsed().as_secs(), 2);
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
