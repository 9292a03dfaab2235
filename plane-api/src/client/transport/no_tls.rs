//! What stands in for TLS in a build without it. Such a build reaches servers without HTTPS, those on loopback for example.

use std::{borrow::Cow, error};

use crate::error::{Error, Result, Stage};

/// There is nothing to set.
#[derive(Default, PartialEq)]
pub(crate) struct Tls {}

/// Whoever has one connects without TLS.
#[derive(Clone)]
pub(super) struct Connector;

/// Rejects a server that needs TLS.
pub(super) fn connector(is_https: bool, _: &Tls) -> Result<Connector> {
    if is_https {
        return Err(Error::config(
            "this build cannot do TLS; enable the feature `rustls-ring`, `rustls-aws-lc` or `native-tls`",
        ));
    }
    Ok(Connector)
}

/// Encrypts nothing.
#[cfg(feature = "hyper")]
pub(super) async fn handshake<T>(
    _: &Connector,
    _: &str,
    _: T,
    _: bool,
) -> std::result::Result<(T, bool), std::io::Error> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// No error is one of TLS.
pub(super) fn explain(_: Stage, _: &(dyn error::Error + 'static)) -> Option<Cow<'static, str>> {
    None
}
