//! Stub.
use proc_macro::TokenStream;
/// Stub.
#[proc_macro_attribute]
pub fn endpoint(_: TokenStream, item: TokenStream) -> TokenStream { item }
