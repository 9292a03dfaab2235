//! [`Draft`]: a field before its location is decided.

use proc_macro2::Ident;
use quote::quote;
use syn::{Data, Fields, Type, Visibility, ext::IdentExt};

use crate::{
    error::Errors,
    read::{
        field_attributes::{self, Attributes, FieldAttribute},
        types,
    },
};

/// A field whose location is not decided yet.
pub(crate) struct Draft {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The identifier without `r#`.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) attributes: Attributes,
    /// Whether a serde derive reads the field's serde attributes.
    pub(crate) serde_stays: bool,
    /// What it is in the path, if that names it.
    pub(crate) param: Option<Parameter>,
}

/// A parameter of the path, as a field fills it.
#[derive(Clone, Copy)]
pub(crate) struct Parameter {
    /// Whether its value is made of segments.
    pub(crate) several: bool,
    /// Whether it is a segment of its own.
    pub(crate) alone: bool,
}

impl Draft {
    /// Whether the field exists under a condition only.
    pub(crate) fn is_cfg(&self) -> bool {
        self.attributes.kept.iter().any(|attr| attr.path().is_ident("cfg"))
    }

    /// Whether it is marked `#[flatten]`.
    pub(crate) const fn is_flattened(&self) -> bool {
        matches!(
            self.attributes.own,
            Some((FieldAttribute::Flatten | FieldAttribute::FlattenQuery, _))
        )
    }

    /// Whether it is marked `#[path(body)]`.
    pub(crate) const fn is_path_body(&self) -> bool {
        matches!(self.attributes.own, Some((FieldAttribute::Path { body: true, .. }, _)))
    }

    /// Whether it is there for the type parameters of the struct alone.
    pub(crate) fn is_phantom(&self) -> bool {
        self.param.is_none()
            && types::last(&self.ty).is_some_and(|last| last.ident == "PhantomData")
    }
}

/// The fields with their attributes read, each name once.
pub(crate) fn drafts(data: Data, serde_stays: bool, errors: &mut Errors) -> Vec<Draft> {
    let Data::Struct(data) = data else { return Vec::new() };
    let Fields::Named(fields) = data.fields else { return Vec::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    for field in fields.named {
        let Some(ident) = field.ident else { continue };
        let attributes = field_attributes::of_field(field.attrs, serde_stays, errors);
        let ty = sized(field.ty, errors);
        let name = ident.unraw().to_string();
        let draft = Draft { vis: field.vis, ident, name, ty, attributes, serde_stays, param: None };
        let twin = drafts
            .iter()
            .any(|other| other.name == draft.name && !(other.is_cfg() || draft.is_cfg()));
        if twin {
            errors.at(
                &draft.ident,
                format!("the field `{}` is declared twice; remove one", draft.ident),
            );
        } else {
            drafts.push(draft);
        }
    }
    drafts
}

/// Reports a type that has no size, and replaces it with one that has.
fn sized(ty: Type, errors: &mut Errors) -> Type {
    let string = || quote!(::std::string::String);
    let (write, instead) = match types::peel(&ty) {
        Type::Path(path) if path.path.is_ident("str") => {
            ("`String`, or `&'a str`".to_owned(), string())
        }
        Type::Slice(slice) => {
            let item = &slice.elem;
            (format!("`Vec<{}>`", types::source(item)), quote!(::std::vec::Vec<#item>))
        }
        Type::TraitObject(_) | Type::ImplTrait(_) => ("the name of a type".to_owned(), string()),
        _ => return ty,
    };
    errors.at(&ty, format!("a field holds a value of known size; write {write}"));
    Type::Verbatim(instead)
}
