//! [`Names`]: that what is flattened repeats no name.

use std::collections::HashSet;

use url::form_urlencoded;

use crate::spec::{Param, ParamLocation, Spec};

/// The names that are taken in the query or in the body of a request.
#[derive(Debug)]
pub(in crate::endpoint::writer) struct Names {
    /// Those of declared fields and of constants, whether they are set or not.
    declared: HashSet<String>,
    /// Those of what was flattened so far.
    flattened: HashSet<String>,
    /// Whether `a[b]` belongs to `a`, and `a[]` is the same.
    has_brackets: bool,
}

impl Names {
    /// The declared names of a query.
    pub(in crate::endpoint::writer) fn of_query(spec: &'static Spec) -> Self {
        let mut names = Self::new(spec, ParamLocation::Query, true);
        let constants = form_urlencoded::parse(spec.query.as_bytes());
        names.declared.extend(constants.map(|(name, _)| plain(&name).to_owned()));
        names
    }

    /// The declared names of a JSON body.
    pub(in crate::endpoint::writer) fn of_json(spec: &'static Spec) -> Self {
        Self::new(spec, ParamLocation::Body, false)
    }

    /// The declared names of a form, or of the parts of a multipart body.
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

    /// Takes the name of a flattened entry, or says why it cannot be taken.
    pub(in crate::endpoint::writer) fn take(&mut self, name: &str) -> Result<(), String> {
        let name = if self.has_brackets { plain(name) } else { name };
        let owner = name.split('[').next().filter(|_| self.has_brackets).unwrap_or(name);
        if let Some(declared) = self.declared.get(name).or_else(|| self.declared.get(owner)) {
            return Err(format!(
                "its entry `{declared}` is declared in the request as well; remove the entry, and set the field instead"
            ));
        }
        // Whose name it is, nobody but the caller knows: it may be a secret.
        if !self.flattened.insert(name.to_owned()) {
            return Err("another flattened entry has the same name; remove one of them".to_owned());
        }
        Ok(())
    }
}

/// The name of a list without the brackets that say so.
fn plain(name: &str) -> &str {
    name.strip_suffix("[]").unwrap_or(name)
}
