//! [`Pools`]: clients of an HTTP library, one per runtime and route.

use std::{
    sync::{Mutex, OnceLock, PoisonError},
    time::Duration,
};

use super::{network::Network, network::Proxy, per_runtime::PerRuntime, tls};
use crate::{
    client::base_url::BaseUrl,
    error::{Error, Result, Stage, TransportError},
};

/// A connection is driven by the runtime that created it, and ends with it. So each runtime has its own connections.
///
/// One transport reaches the client's server and the servers that it names. System certificates are loaded for the
/// first server that needs them.
pub(super) struct Pools<C> {
    settings: Settings,
    build: Build<C>,
    clients: PerRuntime<Route, C>,
    /// A client that no runtime uses yet. It was built to check the settings.
    new: Mutex<Option<(Route, C)>>,
}

/// The configuration of a library's client.
type Build<C> = fn(&Settings, Route) -> Result<C>;

/// Servers for which the library needs the same configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Route {
    pub(super) is_https: bool,
    /// The system's proxy does not apply to loopback.
    pub(super) is_loopback: bool,
}

impl From<&BaseUrl> for Route {
    fn from(base_url: &BaseUrl) -> Self {
        Self { is_https: base_url.is_https, is_loopback: base_url.is_loopback }
    }
}

/// The settings from which clients are built.
pub(super) struct Settings {
    pub(super) network: Network,
    pub(super) connect_timeout: Option<Duration>,
    connector: OnceLock<tls::Connector>,
}

impl Settings {
    /// Returns `true` if the system's proxy is used.
    pub(super) fn asks_system(&self, route: Route) -> bool {
        self.network.proxy == Proxy::System && !route.is_loopback
    }

    /// Without HTTPS there is nothing to verify, so a machine without certificates can still reach a server on
    /// loopback.
    pub(super) fn connector(&self, route: Route) -> Result<tls::Connector> {
        if !(route.is_https || self.network.proxy.is_https()) {
            return tls::connector(false, &self.network.tls);
        }
        if let Some(connector) = self.connector.get() {
            return Ok(connector.clone());
        }
        let connector = tls::connector(true, &self.network.tls)?;
        Ok(self.connector.get_or_init(|| connector).clone())
    }
}

impl<C: Clone + Send + 'static> Pools<C> {
    /// Builds the first client, and so checks whether its servers can be reached with these settings.
    pub(super) fn new(
        first: Route,
        connect_timeout: Option<Duration>,
        network: Network,
        build: Build<C>,
    ) -> Result<Self> {
        let settings = Settings { network, connect_timeout, connector: OnceLock::new() };
        let new = Mutex::new(Some((first, build(&settings, first)?)));
        Ok(Self { settings, build, clients: PerRuntime::new(), new })
    }

    /// Returns the client of the current runtime.
    pub(super) fn client(&self, route: Route) -> Result<C, TransportError> {
        self.clients.get(route, || {
            let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
            match new.take_if(|(built, _)| *built == route) {
                Some((_, client)) => Ok(client),
                None => (self.build)(&self.settings, route).map_err(cannot_be_set_up),
            }
        })
    }
}

fn cannot_be_set_up(error: Error) -> TransportError {
    let why = error.to_string();
    TransportError::new(Stage::BeforeSend, error).because(why)
}
