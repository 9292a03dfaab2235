//! [`Draft`]: a field before it is decided where it goes.

use proc_macro2::Ident;
use syn::{Type, Visibility};

use crate::read::field_attributes::Marks;

/// A field that has no place yet.
pub(crate) struct Draft {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The identifier without `r#`.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) marks: Marks,
    /// Whether a serde derive reads the field's serde attributes.
    pub(crate) serde_stays: bool,
    /// Whether the path names it; and if so, as one of several segments.
    pub(crate) param: Option<bool>,
}

impl Draft {
    /// Whether the field is there under some condition only.
    pub(crate) fn is_cfg(&self) -> bool {
        self.marks.kept.iter().any(|attr| attr.path().is_ident("cfg"))
    }
}
