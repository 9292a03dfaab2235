//! Redirect URIs: where an authorization is sent back to.

use url::Url;

use crate::{
    client::base_url::Host,
    error::{Error, Result},
};

/// Refuses what an authorization should not be sent back to: by the rule for base URLs, but with a query it may be.
pub(super) fn check_redirect_uri(uri: &str, allow_insecure_http: bool) -> Result<()> {
    let invalid = |reason: &str| Error::config(format!("invalid redirect URI: {reason}"));
    let url = Url::parse(uri).map_err(|error| {
        invalid(&format!("{error}; write it like `https://my-app.example.com/callback`"))
    })?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("it contains a user name or password"));
    }
    if url.fragment().is_some() {
        return Err(invalid("it has a fragment"));
    }
    Host::of(&url, allow_insecure_http).map_err(|reason| invalid(&reason))?;
    Ok(())
}
