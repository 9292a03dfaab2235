//! Helpers for tokens, used by every step.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Path, Type, Visibility, parse_quote};

/// Returns the location of a user's token for a generated token. The name is still resolved in the macro's scope, but
/// editors and rustc's notes lead to the user's token.
pub(crate) fn at(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// Returns the empty span in front of a user's token, for generated tokens. If a generated token had the span of the
/// user's token, an editor would list its definition and documentation as another meaning of that token.
pub(crate) fn start_of(span: Span) -> Span {
    edge(span, proc_macro::Span::start)
}

/// Returns the empty span behind a user's token. For a span from [`start_of`] to here, rustc reports the token.
pub(crate) fn end_of(span: Span) -> Span {
    edge(span, proc_macro::Span::end)
}

/// Returns this edge. Outside of the compiler, in tests, there are none: it is a location that no token has.
fn edge(span: Span, of: fn(&proc_macro::Span) -> proc_macro::Span) -> Span {
    if proc_macro::is_available() { of(&span.unwrap()).into() } else { Span::call_site() }
}

/// Returns a visibility as a generated token.
pub(crate) fn own(mut vis: Visibility) -> Visibility {
    match &mut vis {
        Visibility::Public(token) => token.span = at(token.span),
        Visibility::Restricted(restricted) => {
            restricted.pub_token.span = at(restricted.pub_token.span);
        }
        Visibility::Inherited => {}
    }
    vis
}

/// Returns the visibility of the functions of a struct with this visibility. Those of a private struct are visible in its
/// crate: otherwise, rustc would report the struct where it is used, and then each function as well.
pub(crate) fn of_functions(vis: &Visibility) -> Visibility {
    match vis {
        Visibility::Inherited => parse_quote!(pub(crate)),
        vis => own(vis.clone()),
    }
}

/// Returns the path of an item of this crate, which the user may not have imported.
pub(crate) fn of_crate(krate: &Path, name: &str) -> String {
    let krate = krate.to_token_stream().to_string().replace(' ', "");
    format!("{}::{name}", krate.trim_start_matches("::"))
}

/// Returns `true` if one of these names occurs in the tokens.
pub(crate) fn mentions(tokens: TokenStream, found: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => found(&ident),
        TokenTree::Group(group) => mentions(group.stream(), found),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Returns the span of the type's first token, and of its last if there is more than one.
pub(crate) fn ends(ty: &Type) -> (Span, Option<Span>) {
    // Most types are a single name, and need not be converted to tokens.
    if let Type::Path(path) = ty
        && path.qself.is_none()
        && let Some(name) = path.path.get_ident()
    {
        return (name.span(), None);
    }
    let mut spans = ty.to_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last())
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::{end_of, start_of};

    /// The edges of a token are not its location: not even outside of the compiler, as here.
    #[test]
    fn edges_are_elsewhere() {
        let tokens: TokenStream = "\n name".parse().expect("tokens");
        let span = tokens.into_iter().next().expect("a token").span();
        for edge in [start_of(span), end_of(span)] {
            assert_ne!((edge.start(), edge.end()), (span.start(), span.end()));
        }
    }
}
