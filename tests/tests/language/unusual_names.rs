//! Names that users share with the standard library, with the runtime, and with what is generated: correct, and unusual. A test compiles this file without the feature `blocking`, too.

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

mod trait_items_on_page {
    use super::*;

    pub trait Lists {
        fn items(self) -> u8;
        fn pages(&self) -> u8;
    }
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct S {
        pub page: Option<u32>,
    }
    impl Lists for S {
        fn items(self) -> u8 {
            1
        }
        fn pages(&self) -> u8 {
            2
        }
    }
    pub fn f() -> u8 {
        S::new().pages() + S::new().page(3).items()
    }
}

mod inherent_items {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct S {
        pub offset: Option<u32>,
    }
    impl S {
        pub fn items(&self) -> u8 {
            1
        }
        pub fn pages() -> u8 {
            1
        }
    }
    pub fn f() -> u8 {
        S::new().items() + S::pages()
    }
}

mod inherent_items_page {
    use super::*;

    #[endpoint(GET, "/a/" -> Page<Thing>)]
    pub struct S<T: serde::Serialize> {
        pub offset: Option<u32>,
        pub filter: T,
    }
    impl<T: serde::Serialize + Clone> S<T> {
        pub fn items(&self) -> T {
            self.filter.clone()
        }
    }
    pub fn f() -> u8 {
        S::new(3_u8).items()
    }
}

mod inherent_items_generic_only {
    use super::*;

    #[endpoint(GET, "/a/" -> Page<Thing>)]
    pub struct S<'a, T: serde::Serialize>
    where
        T: Clone,
    {
        pub offset: Option<u32>,
        pub filter: &'a T,
    }
    impl<'a> S<'a, u8> {
        pub fn items(&self) -> u8 {
            *self.filter
        }
    }
    pub fn f() -> u8 {
        S::new(&3_u8).items()
    }
}

#[cfg(trybuild)]
mod trait_send_blocking {
    use super::*;

    pub trait Blocking {
        fn send_blocking(&self, client: &Client) -> u8;
    }
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct S {
        pub x: Option<u32>,
    }
    impl Blocking for S {
        fn send_blocking(&self, _: &Client) -> u8 {
            1
        }
    }
    pub fn f(c: &Client) -> u8 {
        S::new().send_blocking(c)
    }
}

#[cfg(trybuild)]
mod inherent_send_blocking {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct S {
        pub x: Option<u32>,
    }
    impl S {
        pub fn send_blocking(&self) -> u8 {
            1
        }
    }
    pub fn f() -> u8 {
        S::new().send_blocking()
    }
}

#[cfg(trybuild)]
mod blanket_send_blocking {
    use super::*;

    pub trait Blocking: plane_api::Endpoint + Sized {
        fn send_blocking(&self, _: &Client) -> u8 {
            1
        }
    }
    impl<T: plane_api::Endpoint> Blocking for T {}
    #[endpoint(GET, "/a/<id>/" -> Thing)]
    pub struct S {
        pub x: Option<u32>,
    }
    pub fn f(c: &Client) -> u8 {
        S::new("1").send_blocking(c)
    }
}

mod own_path_multipart {
    use super::*;

    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Path(pub u8);
    #[derive(Debug, serde::Serialize, Clone)]
    pub struct PathBuf(pub u8);
    #[endpoint(POST, "/a/" -> Thing, multipart)]
    pub struct A {
        pub path: Path,
        pub buf: Option<PathBuf>,
    }
    pub fn f() {
        let _ = A::new(Path(1)).buf(PathBuf(2));
    }
}

mod flatten_own_id {
    use super::*;

    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Id {
        pub id: u64,
    }
    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Url {
        pub id2: u64,
    }
    #[derive(Debug, serde::Serialize, Clone)]
    pub struct UserId {
        pub id3: u64,
    }
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        #[flatten]
        pub id: Id,
        #[flatten]
        pub u: Url,
        #[flatten]
        pub g: UserId,
    }
}

mod flatten_own_string {
    use super::*;

    pub mod dto {
        #[derive(Debug, serde::Serialize, Clone)]
        pub struct String {
            pub id: u64,
        }
        #[derive(Debug, serde::Serialize, Clone)]
        pub struct Vec {
            pub id: u64,
        }
    }
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        #[flatten]
        pub id: dto::String,
        #[flatten]
        pub u: dto::Vec,
    }
}

mod own_cursor_type {
    use super::*;

    #[derive(Debug, Clone, serde::Serialize)]
    pub struct Cursor(pub u8);
    #[endpoint(GET, "/a/" -> Thing)]
    pub struct A {
        pub cursor: Option<Cursor>,
    }
    pub fn f() {
        let _ = A::new().cursor(Cursor(1));
    }
}

mod idempotency_own {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        #[idempotency_key("Idempotency-Key")]
        pub k: std::option::Option<std::string::String>,
    }
}

mod raw_names {
    use super::*;

    #[endpoint(POST, "/a/<type>/<fn>" -> Thing)]
    pub struct A {
        pub r#type: String,
        pub r#fn: u8,
        pub r#struct: Option<u8>,
        #[query]
        pub r#in: Vec<u8>,
    }
    pub fn f() {
        let _ = A::new("x", 1).r#struct(1).r#in([1]);
    }
}

mod raw_names_undeclared {
    use super::*;

    #[endpoint(POST, "/a/<type>/<gen>/<async..>" -> Thing)]
    pub struct A;
    macro_rules! declare {
        ($path:literal $name:ident) => {
            #[endpoint(POST, $path)]
            pub struct $name;
        };
    }
    declare!("/a/<gen>/" B);
    pub fn f() -> [String; 2] {
        [A::new("x", "y", "z").r#gen, B::new("x").r#gen]
    }
}

mod raw_struct {
    use super::*;

    #[endpoint(POST, "/a/<type>/" -> Thing)]
    pub struct r#type {
        pub r#struct: Option<u8>,
    }
}

mod vis_in {
    use super::*;

    mod inner {
        use super::*;
        #[endpoint(POST, "/a/<id>/" -> Thing)]
        pub(in super::super) struct A {
            pub(super) x: Option<u8>,
            y: Option<u8>,
        }
    }
    pub fn f() {
        let _ = inner::A::new("1").x(1).y(2);
    }
}

mod in_fn {
    use super::*;

    pub fn f() {
        #[derive(Debug, serde::Deserialize)]
        struct R {}
        #[endpoint(POST, "/a/<id>/" -> R)]
        struct A {
            x: Option<u8>,
        }
        let _ = A::new(1.to_string()).x(1);
    }
}

mod shadow_prelude {
    use super::*;

    #[allow(non_camel_case_types)]
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub trait Into {}
    pub trait Iterator {}
    pub mod core {}
    pub mod std {}
    pub mod plane_api {}
    #[endpoint(POST, "/a/<id>/" -> Thing)]
    pub struct A {
        pub x: Option<u8>,
        pub y: Vec<u8>,
        #[query]
        pub z: Vec<String>,
    }
    pub fn f() {
        let _ = A::new("1", [1]).x(1).z(["a"]);
    }
}

mod shadow_string_short {
    use super::*;

    pub struct String;
    pub struct Option2;
    #[endpoint(POST, "/a/<id>/" -> Thing)]
    pub struct A {}
    pub fn f() {
        let _ = A::new("1");
    }
}

mod field_named_like_local {
    use super::*;

    #[endpoint(POST, "/a/<client>/" -> Thing)]
    pub struct A {
        pub client: u8,
        pub writer: Option<u8>,
        pub value: Option<u8>,
        pub response: Option<u8>,
        pub this: u8,
        pub decode: Option<u8>,
        pub encode: Option<u8>,
        pub spec: Option<u8>,
    }
    pub fn f() {
        let _ = A::new(1, 2).writer(1).value(2).response(3).decode(2).encode(1).spec(1);
    }
}

mod field_named_like_trait_methods {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    #[derive(Clone, Debug, PartialEq, PartialOrd, Eq, Hash, Default)]
    pub struct A {
        pub clone: Option<u8>,
        pub eq: Option<u8>,
        pub fmt: Option<u8>,
        pub default: Option<u8>,
        pub cmp: Option<u8>,
        pub hash: Option<u8>,
        pub into: Option<u8>,
        pub drop: Option<u8>,
        pub partial_cmp: Option<u8>,
    }
    pub fn f() {
        let _ = A::new().clone(1).eq(1).fmt(2).default(3).into(1);
    }
}

mod method_names {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct E {
        pub items: Option<u64>,
        pub pages: Option<u64>,
        pub page: Option<u32>,
        pub call: Option<u8>,
        pub build: Option<u8>,
        pub client: Option<u8>,
    }
    pub fn f() {
        let _ = E::new().items(1).pages(2).call(1);
    }
}

mod two_one_name {
    use super::*;

    mod a {
        use super::*;
        #[endpoint(POST, "/a/" -> Thing)]
        pub struct F {
            pub x: Option<u8>,
        }
    }
    mod b {
        use super::*;
        #[endpoint(POST, "/b/" -> Thing)]
        pub struct F {
            pub x: Option<u8>,
        }
    }
}

mod own_new_trait {
    use super::*;

    pub trait New {
        fn new() -> Self;
        fn send(&self);
        fn request(&self) -> u8;
    }
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct F {
        pub x: Option<u8>,
    }
    impl New for F {
        fn new() -> Self {
            F::new()
        }
        fn send(&self) {}
        fn request(&self) -> u8 {
            1
        }
    }
}

mod own_deref_drop {
    use super::*;

    #[endpoint(POST, "/a/" -> Thing)]
    pub struct F {
        pub x: Option<u8>,
    }
    impl Drop for F {
        fn drop(&mut self) {}
    }
}

mod own_patch {
    use super::*;

    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Patch {
        pub id: u64,
    }
    #[derive(Debug, serde::Serialize, Clone)]
    pub struct Arc {
        pub id: u64,
    }
    #[endpoint(POST, "/a/" -> Thing)]
    pub struct A {
        pub patch: Patch,
        pub arc: Option<Arc>,
    }
    pub fn f() {
        let _ = A::new(Patch { id: 1 }).arc(Arc { id: 3 });
    }
}

mod generic_send {
    use super::*;

    pub trait Fetch {
        type Out;
        fn fetch(&self) -> u8;
    }
    #[endpoint(GET, "/a/<id>/" -> Vec<T>)]
    pub struct A<T>
    where
        T: serde::de::DeserializeOwned,
    {
        pub page: Option<u32>,
        pub t: std::marker::PhantomData<T>,
    }
    impl<T: serde::de::DeserializeOwned> Fetch for A<T> {
        type Out = T;
        fn fetch(&self) -> u8 {
            self.pages()
        }
    }
    impl<T: serde::de::DeserializeOwned> A<T> {
        fn pages(&self) -> u8 {
            1
        }
        fn send_later(&self) -> u8 {
            2
        }
    }
}

/// A pattern with the name of a constant is that constant.
mod constants_of_local_names {
    #![allow(non_upper_case_globals)]

    use plane_api::{Patch, endpoint};

    const writer: u8 = 2;
    const value: u8 = 3;
    static response: u8 = 4;
    struct decode;
    struct u64;

    #[endpoint(POST, "/a/<id>/" -> super::Thing)]
    pub struct A {
        pub a: Option<u8>,
        pub b: u8,
        pub c: Patch<Vec<u8>>,
        #[serde(with = "super::text_of")]
        pub d: Patch<u8>,
        #[serde(with = "super::text_of")]
        pub e: u8,
        #[query]
        pub f: Vec<u8>,
    }
    #[endpoint(GET, "/a/<id>/" -> Vec<u16>)]
    pub struct B {
        #[page(number)]
        pub a: Option<u8>,
        #[page(size = 20)]
        pub b: Option<u8>,
    }
    #[endpoint(GET, "/a/" -> u16, decode = plane_api::RawResponse::json)]
    pub struct C;
    #[endpoint(POST, "/a/" -> plane_api::Bytes, multipart)]
    pub struct D {
        pub a: plane_api::FilePart,
        #[part(json)]
        pub b: Vec<u8>,
    }
}

mod text_of {
    pub fn serialize<T: ToString, S: serde::Serializer>(
        value: &T,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_str(&value.to_string())
    }
}

/// Methods that take values of all types by value precede those that take references.
mod methods_of_all_types {
    use plane_api::{Patch, endpoint};

    trait ByValue: Sized {
        fn entries(self) {}
        fn list(self) {}
        fn written_out(self) {}
        fn content(self) {}
        fn in_quotes(self) {}
        fn is_some(self) {}
        fn is_empty(self) {}
        fn page(self) {}
        fn response(self) {}
    }
    impl<T> ByValue for T {}

    #[endpoint(POST, "/a/" -> super::Thing)]
    pub struct A {
        #[flatten]
        pub a: std::collections::BTreeMap<String, u8>,
        #[query(comma)]
        pub b: Vec<u8>,
        pub c: Option<super::Own>,
        #[serde(with = "super::text_of")]
        pub d: Patch<u8>,
    }
    #[endpoint(POST, "/a/" -> super::Thing, multipart)]
    pub struct B {
        #[part(json)]
        pub a: Vec<u8>,
    }
}

#[derive(Debug, serde::Serialize)]
pub struct Own;

/// Without the argument of the standard library's, a path is that of the user's own type.
mod own_phantom_data {
    #[derive(serde::Serialize)]
    pub struct PhantomData(pub u8);

    #[plane_api::endpoint(POST, "/a/")]
    pub struct A {
        #[query]
        pub a: self::PhantomData,
        pub b: std::marker::PhantomData<u8>,
    }
    pub fn f() {
        let _ = A::new(PhantomData(1));
    }
}

#[cfg(trybuild)]
fn main() {}
