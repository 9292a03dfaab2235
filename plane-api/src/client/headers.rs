//! Which headers are the transport's, and which hold credentials.

use http::{
    HeaderName,
    header::{
        AUTHORIZATION, CONNECTION, CONTENT_LENGTH, COOKIE, HOST, PROXY_AUTHORIZATION, TE, TRAILER,
        TRANSFER_ENCODING, UPGRADE,
    },
};

/// Whether a header says how a message is carried, and not what is in it. To set it would change where the body ends or
/// which server is addressed.
pub(crate) fn is_transport(name: &HeaderName) -> bool {
    [HOST, CONTENT_LENGTH, TRANSFER_ENCODING, CONNECTION, TE, TRAILER, UPGRADE].contains(name)
        || matches!(name.as_str(), "keep-alive" | "proxy-connection")
}

/// Whether a header holds credentials, whoever sets it.
pub(crate) fn is_credential(name: &HeaderName) -> bool {
    [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name) || name == "x-api-key"
}
