//! Replaces TLS in a build without it. Such a build can only reach servers without HTTPS, for example on loopback.

use std::{borrow::Cow, error};

use crate::error::{Error, Result, Stage};

/// Has no settings.
#[derive(Default, PartialEq)]
pub(crate) struct Tls {}

/// A connector without TLS.
#[derive(Clone)]
pub(super) struct Connector;

/// Rejects a server that needs TLS.
pub(super) fn connector(is_https: bool, _: &Tls) -> Result<Connector> {
    if is_https {
        return Err(Error::config(
            "this build has no TLS; enable the feature `rustls-ring`, `rustls-aws-lc` or `native-tls`",
        ));
    }
    Ok(Connector)
}

/// Always fails.
#[cfg(feature = "hyper")]
pub(super) async fn handshake<T>(
    _: &Connector,
    _: &str,
    _: T,
    _: bool,
) -> std::result::Result<(T, bool), std::io::Error> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// Returns `None`: no error is caused by TLS.
pub(super) fn explain(_: Stage, _: &(dyn error::Error + 'static)) -> Option<Cow<'static, str>> {
    None
}
