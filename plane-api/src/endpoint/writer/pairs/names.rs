//! [`Names`]: ensures that flattened entries repeat no name.

use std::collections::HashSet;

use url::form_urlencoded;

use crate::spec::{Param, ParamLocation, Spec};

/// The names used in the query or the body of a request.
#[derive(Debug)]
pub(in crate::endpoint::writer) struct Names {
    /// The names of declared fields and constants, whether or not they are set.
    declared: HashSet<String>,
    /// The names of entries flattened so far.
    flattened: HashSet<String>,
    /// `true` if `a[b]` belongs to `a`, and `a[]` equals `a`.
    has_brackets: bool,
}

impl Names {
    /// Returns the declared names of a query.
    pub(in crate::endpoint::writer) fn of_query(spec: &'static Spec) -> Self {
        let mut names = Self::new(spec, ParamLocation::Query, true);
        let constants = form_urlencoded::parse(spec.query.as_bytes());
        names.declared.extend(constants.map(|(name, _)| plain(&name).to_owned()));
        names
    }

    /// Returns the declared names of a JSON body.
    pub(in crate::endpoint::writer) fn of_json(spec: &'static Spec) -> Self {
        Self::new(spec, ParamLocation::Body, false)
    }

    /// Returns the declared names of a form, or of the parts of a multipart body.
    pub(in crate::endpoint::writer) fn of_form(spec: &'static Spec) -> Self {
        Self::new(spec, ParamLocation::Body, true)
    }

    fn new(spec: &'static Spec, location: ParamLocation, has_brackets: bool) -> Self {
        let is_declared = |param: &Param| param.location == location && !param.flatten;
        let declared = spec.params.into_iter().filter(is_declared);
        let name = |param: Param| if has_brackets { plain(param.name) } else { param.name };
        let declared = declared.map(|param| name(param).to_owned()).collect();
        Self { declared, flattened: HashSet::new(), has_brackets }
    }

    /// Adds the name of a flattened entry, or returns the reason why it cannot be added.
    pub(in crate::endpoint::writer) fn take(&mut self, name: &str) -> Result<(), String> {
        let name = if self.has_brackets { plain(name) } else { name };
        let owner = name.split('[').next().filter(|_| self.has_brackets).unwrap_or(name);
        if let Some(declared) = self.declared.get(name).or_else(|| self.declared.get(owner)) {
            return Err(format!(
                "its entry `{declared}` is also a declared parameter; remove the entry, and set the parameter instead"
            ));
        }
        // The name is not shown because it may be secret.
        if !self.flattened.insert(name.to_owned()) {
            return Err("another flattened entry has the same name; remove one of them".to_owned());
        }
        Ok(())
    }
}

/// Returns the name of a list without its brackets.
fn plain(name: &str) -> &str {
    name.strip_suffix("[]").unwrap_or(name)
}
