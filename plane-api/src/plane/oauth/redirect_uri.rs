//! Redirect URIs: the URLs that receive the result of an authorization.

use url::Url;

use crate::{
    client::base_url::Host,
    error::{Error, Result},
};

/// Rejects unsafe redirect URIs. The rules for base URLs apply, but a query is allowed.
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
