//! [`Pools`]: the clients of an HTTP library, one for each runtime and for each way to reach servers.

use std::{
    sync::{Mutex, OnceLock, PoisonError},
    time::Duration,
};

use super::{network::Network, network::Proxy, per_runtime::PerRuntime, tls};
use crate::{
    client::base_url::BaseUrl,
    error::{Error, Result, Stage, TransportError},
};

/// A connection is driven by the runtime that made it, and ends with that. So each runtime has connections of its own.
///
/// One transport reaches any server: the client's, and those that it names. System certificates are loaded with the
/// first server that needs them.
pub(super) struct Pools<C> {
    settings: Settings,
    build: Build<C>,
    clients: PerRuntime<Route, C>,
    /// One that no runtime has used yet, built to find out whether the settings can be used.
    new: Mutex<Option<(Route, C)>>,
}

/// How a library is set up.
type Build<C> = fn(&Settings, Route) -> Result<C>;

/// Servers that are reached with the same settings of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Route {
    pub(super) is_https: bool,
    /// The system's proxy is for other machines.
    pub(super) is_loopback: bool,
}

impl From<&BaseUrl> for Route {
    fn from(base_url: &BaseUrl) -> Self {
        Self { is_https: base_url.is_https, is_loopback: base_url.is_loopback }
    }
}

/// What libraries are set up by.
pub(super) struct Settings {
    pub(super) network: Network,
    pub(super) connect_timeout: Option<Duration>,
    connector: OnceLock<tls::Connector>,
}

impl Settings {
    /// Whether the system may say which proxy is used.
    pub(super) fn asks_system(&self, route: Route) -> bool {
        self.network.proxy == Proxy::System && !route.is_loopback
    }

    /// Without HTTPS there is nothing to verify, and a machine that has no certificates can still reach a server on
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
    /// Finds out here whether servers like the first one can be reached with these settings.
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

    /// The client of the runtime that this is called in.
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
