//! Method and path in an attribute of their own below `#[endpoint]`, as in other crates: `#[get("/tasks")]`.

use quote::ToTokens;
use syn::{Attribute, LitStr};

use crate::{
    error::Errors,
    model::Method,
    read::{arguments::method::intended, path::corrected},
};

/// Reports such an attribute and removes it. Returns the method and the path in it.
pub(super) fn take(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Option<(Method, LitStr)> {
    let found = |attr: &Attribute| {
        let method = intended(&attr.path().get_ident()?.to_string())?;
        let mut tokens = attr.meta.require_list().ok()?.tokens.clone().into_iter();
        let path = tokens.find_map(|token| syn::parse2::<LitStr>(token.into()).ok())?;
        Some((method, LitStr::new(&corrected(&path.value()), path.span())))
    };
    let index = attrs.iter().position(|attr| found(attr).is_some())?;
    let attr = attrs.remove(index);
    let (method, path) = found(&attr)?;
    let (name, write) = (method.name(), path.value());
    let message = format!(
        "method and path are arguments of `#[endpoint]`; write `#[endpoint({name}, {write:?})]`, and remove `#[{}]`",
        attr.path().to_token_stream()
    );
    errors.at(&attr, message);
    Some((method, path))
}
