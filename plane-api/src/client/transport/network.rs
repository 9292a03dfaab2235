//! [`Network`]: how the client's own transport reaches the server.

#[cfg(feature = "tls")]
use super::tls::Tls;

/// How the client's own transport reaches the server.
#[derive(Default, PartialEq)]
pub(crate) struct Network {
    pub(crate) proxy: Proxy,
    #[cfg(feature = "tls")]
    pub(crate) tls: Tls,
}

/// What stands between the client and the server.
#[derive(Default, PartialEq)]
pub(crate) enum Proxy {
    /// What the system says, except on the way to loopback.
    #[default]
    System,
    None,
    /// May hold a password.
    Url(String),
}
