//! Attributes and options: correct, and unusual. A test compiles this file without the feature `blocking`, too.

#![allow(
    dead_code,
    deprecated,
    missing_debug_implementations,
    missing_docs,
    non_camel_case_types,
    private_interfaces
)]
#![allow(single_use_lifetimes, unreachable_pub, unused, unused_qualifications, unused_results)]

use plane_api::{Body, Bytes, Client, Cursor, FilePart, Page, endpoint};

#[derive(Debug, serde::Deserialize)]
pub struct Thing {
    pub id: u64,
}

mod path_text_multipart {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing, multipart)]
    pub struct A {
        #[part("text/plain")]
        pub path: std::path::PathBuf,
        #[part("text/plain")]
        pub o: Option<std::path::PathBuf>,
    }
    pub fn f() {
        let _ = A::new("a/b").o("c");
    }
}

mod serde_flatten_option {
    use super::*;

    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Extra {
        pub id: u64,
    }
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        #[serde(flatten)]
        pub extra: Option<Extra>,
        pub x: Option<u8>,
    }
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct B {
        #[serde(flatten)]
        pub extra: Option<Extra>,
    }
    #[endpoint(POST, "/a/" -> Thing, form)]
    pub struct C {
        #[flatten]
        pub extra: Option<Extra>,
    }
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct D {
        #[query]
        #[flatten]
        pub extra: Option<Extra>,
    }
    pub fn f() {
        let _ = A::new().extra(Extra { id: 1 });
        let _ = B::new().extra(Extra { id: 1 });
        let _ = C::new().extra(Extra { id: 1 });
    }
}

mod serde_default_beside_deserialize {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    #[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
    #[serde(default, deny_unknown_fields)]
    pub struct A {
        #[serde(default)]
        pub x: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub y: Option<String>,
        #[serde(rename = "zed", alias = "z")]
        pub z: Option<u8>,
    }
    impl Default for A {
        fn default() -> Self {
            A::new()
        }
    }
}

mod serde_default_deserialize_only {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    #[derive(Debug, Clone, serde::Deserialize)]
    pub struct A {
        #[serde(default)]
        pub x: Option<String>,
        #[serde(deserialize_with = "de", default)]
        pub y: Option<String>,
        #[serde(alias = "zz")]
        pub z: u8,
        #[serde(skip)]
        pub w: Option<u8>,
    }
    fn de<'d, D: serde::Deserializer<'d>>(_: D) -> Result<Option<String>, D::Error> {
        Ok(None)
    }
}

mod serde_container {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    #[derive(Debug, Clone, serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase", bound = "")]
    pub struct A {
        pub x_y: Option<String>,
    }
}

mod serde_rename_in_deserialize_only {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    #[derive(Debug, Clone, serde::Deserialize)]
    pub struct A {
        #[serde(rename(deserialize = "b"))]
        pub x: Option<String>,
    }
}

mod content_types {
    use super::*;

    #[endpoint(PATCH, "/a/" -> Thing, header("Content-Type" = "application/merge-patch+json"))]
    pub struct E {
        pub x: Option<u64>,
    }
    #[endpoint(POST, "/a/" -> Thing, header("Content-Type" = "application/vnd.api+json; charset=utf-8"))]
    pub struct F {
        pub x: Option<u64>,
    }
    #[endpoint(POST, "/a/" -> Thing, header("content-type" = "text/csv"))]
    pub struct G {
        #[body]
        pub x: Bytes,
    }
    #[endpoint(POST, "/a/" -> Thing, header("content-type" = "application/json"))]
    pub struct H {
        #[body]
        pub x: Bytes,
    }
    #[endpoint(POST, "/a/" -> Thing, header("content-type" = "application/x-www-form-urlencoded"))]
    pub struct I {
        #[body]
        pub x: Bytes,
    }
    #[endpoint(POST, "/a/" -> Thing, header("content-type" = "application/x-ndjson"))]
    pub struct J {
        #[body]
        pub x: Body,
    }
    #[endpoint(PATCH, "/a/" -> Thing, header("Content-Type" = "text/json"))]
    pub struct K {
        pub x: Option<u64>,
    }
    #[endpoint(PATCH, "/a/" -> Thing, header("Content-Type" = "application/json-patch+json"))]
    pub struct L {
        #[body]
        pub x: Vec<u64>,
    }
    #[endpoint(PATCH, "/a/" -> Thing, header("Content-Type" = "application/x-amz-json-1.1"))]
    pub struct M {
        pub x: Option<u64>,
    }
    #[endpoint(PATCH, "/a/" -> Thing, header("Content-Type" = "text/plain"))]
    pub struct N {
        pub x: Option<u64>,
    }
}

mod renamed {
    use super::*;

    #[endpoint(POST, "/a/<slug>/" -> Thing)]
    pub struct E {
        pub slug: String,
        #[serde(rename = "slug")]
        pub new_slug: Option<String>,
    }
    #[endpoint(PATCH, "/a/<id>/" -> Thing)]
    pub struct F {
        #[serde(rename = "id")]
        pub new_id: String,
        pub id: u8,
    }
}

mod brackets_names {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct E {
        #[query]
        #[serde(rename = "ids[]")]
        pub ids: Vec<u8>,
    }
    #[endpoint(GET, "/a/" -> Thing, brackets)]
    pub struct F {
        #[serde(rename = "ids[]")]
        pub ids: Vec<u8>,
        pub n: Option<u8>,
    }
    #[endpoint(POST, "/a/" -> Thing, form, brackets)]
    pub struct G<T: serde::Serialize> {
        pub ids: T,
    }
    #[endpoint(POST, "/a/" -> Thing, brackets)]
    pub struct H {
        #[query]
        pub ids: Vec<u8>,
        pub x: u8,
    }
    #[endpoint(GET, "/a/" -> Thing, brackets)]
    pub struct I {
        pub ids: Option<Thing2>,
    }
    #[derive(serde::Serialize, Debug)]
    pub struct Thing2 {
        pub v: Vec<u8>,
    }
}

mod cfg_attr_foreign {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    #[cfg_attr(all(), derive(Debug, Clone))]
    pub struct F {
        #[cfg_attr(all(), allow(dead_code))]
        pub numbers: Option<u8>,
        #[deprecated]
        pub old: Option<u8>,
        #[doc(hidden)]
        pub h: Option<u8>,
        #[doc(alias = "x")]
        pub al: Option<u8>,
    }
}

mod cfg_fields {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        #[cfg(all())]
        pub a: Option<u8>,
        #[cfg(any())]
        pub a: Option<String>,
        #[cfg(any())]
        pub b: Missing,
        #[cfg(all())]
        #[query]
        pub c: Vec<u8>,
    }
}

mod macro_rules_made {
    use super::*;

    macro_rules! make { ($(#[$m:meta])* $vis:vis $name:ident, $method:ident, $path:literal, $ty:ty, $res:ty, $f:ident) => { #[endpoint($method, $path -> $res)] $(#[$m])* $vis struct $name { pub $f: $ty, pub r: Option<u8> } } }
    make!(#[derive(Debug, Clone)] pub A, POST, "/a/<id>/", Option<u8>, Thing, x);
    make!(pub B, GET, "/a/<id>/", Vec<u8>, Vec<Thing>, x);
    pub fn f() {
        let _ = A::new("1").x(1);
        let _ = B::new("1").x([1]);
    }
}

mod file_path_as_text {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing, multipart)]
    pub struct A<'a> {
        pub file: FilePart,
        #[part("text/plain")]
        pub p: &'a std::path::Path,
        #[part(json)]
        pub j: std::path::PathBuf,
        #[serde(with = "text")]
        pub w: std::path::PathBuf,
    }
    mod text {
        pub fn serialize<S: serde::Serializer>(
            path: &std::path::Path,
            s: S,
        ) -> Result<S::Ok, S::Error> {
            s.collect_str(&path.display())
        }
    }
}

/// An attribute of a derive, under a condition: it is not one of the setter.
mod conditional_helpers {
    #[plane_api::endpoint(POST, "/a" -> ())]
    #[cfg_attr(any(), derive(clap::Args))]
    pub struct Request {
        #[cfg_attr(any(), arg(long), doc = "Documentation.")]
        pub name: Option<String>,
        #[cfg_attr(all(), allow(unused), doc = "Documentation.")]
        pub size: Option<u8>,
    }
}

mod lints_of_the_struct {
    #![deny(deprecated, unfulfilled_lint_expectations)]

    use plane_api::{Patch, endpoint};

    #[deprecated]
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Old;

    #[allow(deprecated)]
    #[endpoint(POST, "/a/" -> Old)]
    pub struct A {
        pub x: Old,
        pub y: Option<Old>,
    }
    #[expect(deprecated, reason = "until the next version")]
    #[endpoint(POST, "/a/" -> Option<Old>)]
    pub struct B {
        pub x: Old,
        pub y: Option<Old>,
        pub z: Patch<Old>,
    }
    #[endpoint(POST, "/a/")]
    pub struct C {
        #[allow(deprecated)]
        pub x: Vec<Old>,
        #[expect(deprecated)]
        pub y: Old,
        #[expect(deprecated)]
        pub z: Option<Vec<Old>>,
        #[allow(deprecated)]
        #[flatten]
        pub v: std::collections::BTreeMap<String, Old>,
    }
    #[endpoint(PUT, "/a/")]
    pub struct D {
        #[expect(deprecated)]
        #[body]
        pub x: Old,
    }
}

/// These fields are omitted anyway.
mod omitted_by_a_derive {
    use std::collections::HashMap;

    use plane_api::{Patch, endpoint};

    #[endpoint(POST, "/a/")]
    #[derive(serde::Serialize)]
    pub struct A {
        #[serde(flatten, skip_serializing_if = "HashMap::is_empty")]
        pub a: HashMap<String, String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[query]
        pub b: Vec<u8>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[header("X-C")]
        pub c: Vec<u8>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub d: Option<u8>,
        #[serde(skip_serializing_if = "Patch::is_keep")]
        pub e: Patch<u8>,
    }
}

#[cfg(trybuild)]
fn main() {}
