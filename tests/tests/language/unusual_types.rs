//! Types of fields: correct, and unusual. A test compiles this file without the feature `blocking`, too.

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

mod const_generics_expr {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A<const N: usize = { 1 + 2 }>
    where
        [u8; N]: serde::Serialize,
    {
        pub x: [u8; N],
    }
}

mod where_self {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A<T>
    where
        T: serde::Serialize,
        Vec<T>: Clone,
    {
        pub x: Vec<T>,
    }
}

mod default_param {
    use super::*;

    #[endpoint(POST, "/a/" -> T)]
    pub struct A<T: serde::de::DeserializeOwned = Thing> {
        pub t: std::marker::PhantomData<T>,
        pub x: Option<u8>,
    }
    pub fn f() {
        let _ = A::<Thing>::new().x(1);
    }
}

mod unusual_options2 {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        pub a: core::option::Option<u8>,
        pub b: ::std::option::Option<u8>,
        pub c: Option<(u8, u8)>,
        pub d: Option<[u8; 2]>,
        pub e: Option<&'static str>,
        pub f: Option<Box<str>>,
        pub g: Option<std::borrow::Cow<'static, str>>,
        pub h: Option<Vec<Option<u8>>>,
        pub i: Option<std::collections::BTreeMap<String, Vec<u8>>>,
        pub j: Option<()>,
        pub l: std::vec::Vec<u8>,
        pub n: Option<std::num::NonZeroU32>,
        pub o: Option<std::time::Duration>,
        pub p: Option<std::net::IpAddr>,
        pub q: Box<[u8]>,
        pub r: (),
        pub s: char,
    }
}

mod query_types {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct A {
        pub a: char,
        pub b: Option<bool>,
        pub c: std::collections::BTreeMap<String, u8>,
        pub d: Option<(u8, u8)>,
        pub e: [u8; 2],
        pub f: &'static [u8],
        pub g: &'static str,
        pub h: Box<[u8]>,
        pub i: std::collections::HashSet<String>,
        #[query(comma)]
        pub j: [u8; 2],
        #[query(comma)]
        pub k: Option<Vec<u8>>,
        #[query(brackets)]
        pub l: std::collections::BTreeSet<u8>,
        #[query(brackets)]
        pub m: Vec<u8>,
        #[query(brackets)]
        pub n: std::collections::BTreeMap<String, Vec<u8>>,
        #[query(comma)]
        pub o: &'static [u8],
        #[query(comma)]
        pub p: (u8, u8),
    }
}

mod query_alias {
    use super::*;

    pub type Ids = Vec<u64>;
    pub type Name = String;
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct A {
        #[query(comma)]
        pub ids: Ids,
        #[query(brackets)]
        pub i: Option<Ids>,
        pub name: Name,
        pub o: Option<Name>,
    }
}

mod query_own_uuids {
    use super::*;

    #[derive(Debug, serde::Serialize, Clone)]
    pub struct OneOrMoreId(pub Vec<u64>);
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct A {
        #[query(comma)]
        pub ids: OneOrMoreId,
        #[query(brackets)]
        pub i: Option<OneOrMoreId>,
    }
}

mod own_string_list {
    use super::*;

    pub mod dto {
        #[derive(Debug, serde::Serialize, Clone)]
        pub struct String(pub Vec<u8>);
    }
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct A {
        #[query(comma)]
        pub ids: dto::String,
    }
}

mod header_types {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct A {
        #[header("If-Match")]
        pub a: Option<String>,
        #[header("X-B")]
        pub b: u8,
        #[header("Accept")]
        pub c: Option<&'static str>,
        #[header("X-C")]
        pub d: Vec<String>,
        #[header("X-D")]
        pub e: Option<Vec<u8>>,
        #[header("x-lower")]
        pub f: std::net::IpAddr,
    }
}

mod path_types {
    use super::*;

    #[endpoint(GET, "/a/<a>/<b>/<c>/<d>/<e>/<f..>" -> Thing)]
    pub struct A {
        pub a: char,
        pub b: bool,
        pub c: f64,
        pub d: std::net::IpAddr,
        pub e: std::borrow::Cow<'static, str>,
        pub f: Box<str>,
    }
}

mod path_generic {
    use super::*;

    #[endpoint(GET, "/a/<a>/" -> Thing)]
    pub struct A<T: std::fmt::Display> {
        pub a: T,
    }
}

mod paren_types {
    use super::*;

    #[endpoint(POST, "/a/" -> (Thing))]
    pub struct F {
        pub numbers: (Option<(u8)>),
        pub f: Option<(String)>,
    }
    pub fn f() {
        let _ = F::new().numbers(1).f("x");
    }
}

mod lists_of_bytes {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct F {
        pub numbers: Vec<u8>,
        #[query]
        pub n: Option<Vec<u8>>,
    }
}

mod flattened_types {
    use super::*;

    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Path {
        pub id: u64,
    }
    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Newtype(pub std::collections::BTreeMap<String, u8>);
    pub type CustomerId = std::collections::BTreeMap<String, u8>;
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A<'a, T: serde::Serialize> {
        #[flatten]
        pub p: Path,
        #[flatten]
        pub n: Newtype,
        #[flatten]
        pub g: T,
        #[flatten]
        pub r: &'a Path,
        #[flatten]
        pub c: CustomerId,
        #[flatten]
        pub b: Box<Path>,
        #[flatten]
        pub h: std::collections::HashMap<String, u8>,
        #[flatten]
        pub o: Option<&'a Newtype>,
    }
}

mod file_path_elsewhere {
    use super::*;

    #[endpoint(PUT, "/a/" -> Thing)]
    pub struct A {
        #[query]
        pub p: std::path::PathBuf,
        pub q: Option<std::path::PathBuf>,
        #[query]
        pub v: Vec<std::path::PathBuf>,
    }
}

/// Types with names of the standard library, and other arguments.
mod other_arguments {
    use plane_api::{Patch, endpoint};

    pub type HashMap<V> = std::collections::HashMap<String, V>;
    #[derive(Debug, serde::Serialize, serde::Deserialize)]
    pub struct Box;

    #[endpoint(POST, "/a/" -> HashMap<u8>)]
    pub struct A {
        pub a: HashMap<u8>,
        pub b: Option<Box>,
        pub c: Patch<HashMap<Box>>,
    }
    #[endpoint(PUT, "/a/" -> Box)]
    pub struct B {
        #[body]
        pub a: Box,
    }
    pub fn f() {
        let _ = A::new(HashMap::new()).b(Box).c(HashMap::new());
        let _ = B::new(Box);
    }
}

#[cfg(trybuild)]
fn main() {}

mod contains_itself {
    use super::*;

    #[derive(Clone, serde::Serialize)]
    pub struct Tree<T>(Vec<T>);

    #[endpoint(POST, "/a/" -> Thing)]
    #[derive(Clone, serde::Serialize)]
    pub struct A {
        pub x: Tree<Self>,
        pub y: Option<Tree<A>>,
        pub z: Vec<Self>,
        #[flatten]
        pub map: std::collections::HashMap<String, Self>,
    }
    pub fn f() {
        let _ = A::new(Tree(Vec::new()), [], std::collections::HashMap::new()).y(Tree(Vec::new()));
    }
}
