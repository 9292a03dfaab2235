//! [`Layers`]: layers for a transport that is not built yet.

use super::Transport;
use crate::client::base_url::BaseUrl;

/// Layers around a transport, the innermost first.
#[derive(Default)]
pub(crate) struct Layers(Vec<Wrap>);

type Wrap = Box<dyn FnOnce(Box<dyn Transport>, &BaseUrl) -> Box<dyn Transport> + Send + Sync>;

impl Layers {
    /// Adds a function that wraps the transport. It is called with the client's base URL when the client is built.
    pub(crate) fn wrap(
        &mut self,
        wrap: impl FnOnce(Box<dyn Transport>, &BaseUrl) -> Box<dyn Transport> + Send + Sync + 'static,
    ) {
        self.0.push(Box::new(wrap));
    }

    /// Wraps a transport in all layers.
    pub(crate) fn around(
        self,
        transport: Box<dyn Transport>,
        base_url: &BaseUrl,
    ) -> Box<dyn Transport> {
        self.0.into_iter().fold(transport, |inner, wrap| wrap(inner, base_url))
    }
}
