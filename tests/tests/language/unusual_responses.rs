//! Responses and pagination: correct, and unusual. A test compiles this file without the feature `blocking`, too.

#![allow(
    clippy::unwrap_used,
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

mod dto_result {
    use super::*;

    pub mod dto {
        #[derive(Debug, serde::Deserialize)]
        pub struct Result {}
        #[derive(Debug, serde::Deserialize)]
        pub struct Page {}
        #[derive(Debug, serde::Deserialize)]
        pub struct Vec {}
        #[derive(Debug, serde::Deserialize)]
        pub struct Events {}
    }
    #[endpoint(GET, "/a/" -> dto::Result)]
    pub struct A {}
    #[endpoint(GET, "/a/" -> dto::Page)]
    pub struct B {
        pub cursor: Option<Cursor>,
    }
    #[endpoint(GET, "/a/" -> dto::Vec)]
    pub struct C {}
    #[endpoint(GET, "/a/" -> dto::Events)]
    pub struct D {}
    pub async fn f(c: &Client) {
        let _: dto::Result = A::new().send(c).await.unwrap();
        let _: dto::Vec = C::new().send(c).await.unwrap();
    }
}

mod dto_result_generic {
    use super::*;

    pub mod dto {
        #[derive(Debug, serde::Deserialize)]
        pub struct Result<T> {
            pub t: T,
        }
        #[derive(Debug, serde::Deserialize)]
        pub struct Page<A, B> {
            pub a: A,
            pub b: B,
        }
        #[derive(Debug, serde::Deserialize)]
        pub struct Vec<T> {
            pub t: T,
        }
    }
    #[endpoint(GET, "/a/" -> dto::Result<Thing>)]
    pub struct A {}
    #[endpoint(GET, "/a/" -> dto::Page<Thing, u8>)]
    pub struct B {
        pub cursor: Option<Cursor>,
    }
    #[endpoint(GET, "/a/" -> dto::Vec<Thing>)]
    pub struct C {}
    pub async fn f(c: &Client) {
        let _: dto::Result<Thing> = A::new().send(c).await.unwrap();
        let _: dto::Vec<Thing> = C::new().send(c).await.unwrap();
    }
}

mod own_result {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    pub struct Result {
        pub id: u64,
    }
    #[endpoint(GET, "/a/" -> Result)]
    pub struct A {}
    #[endpoint(GET, "/a/" -> self::Result)]
    pub struct B {}
    #[endpoint(GET, "/a/" -> Option<Result>)]
    pub struct C {}
    pub async fn f(c: &Client) {
        let _: Result = A::new().send(c).await.unwrap();
    }
}

mod own_page_vec {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    pub struct Page {
        pub id: u64,
    }
    #[derive(Debug, serde::Deserialize)]
    pub struct Vec {
        pub id: u64,
    }
    #[endpoint(GET, "/a/" -> Page)]
    pub struct A {}
    #[endpoint(GET, "/a/" -> Vec)]
    pub struct B {}
    pub async fn f(c: &Client) {
        let _: Page = A::new().send(c).await.unwrap();
        let _: Vec = B::new().send(c).await.unwrap();
    }
}

mod std_result_in {
    use super::*;

    #[endpoint(GET, "/a/" -> Vec<Result<Thing, String>>)]
    pub struct E {}
}

mod assoc_response2 {
    use super::*;

    pub trait Model {
        type Out;
    }
    impl Model for u8 {
        type Out = u8;
    }
    #[endpoint(GET, "/a/" -> <u8 as Model>::Out)]
    pub struct E {
        pub x: Option<<u8 as Model>::Out>,
        pub y: <u8 as Model>::Out,
    }
}

mod own_paged_alias {
    use super::*;

    pub type Things = Page<Thing>;
    #[endpoint(GET, "/a/" -> Things)]
    pub struct E {
        #[page]
        pub cursor: Option<Cursor>,
    }
    #[endpoint(GET, "/a/" -> Things)]
    pub struct F {
        pub cursor: Option<Cursor>,
    }
    pub fn f(c: &Client) {
        let _ = E::new().items(c);
    }
}

mod page_number_unusual {
    use super::*;

    #[endpoint(GET, "/a/" -> Vec<Thing>)]
    pub struct E {
        #[page(number = 0)]
        pub p: Option<std::num::NonZeroU32>,
        #[page(size)]
        pub s: Option<u8>,
    }
    #[endpoint(GET, "/a/" -> std::vec::Vec<Thing>)]
    pub struct F {
        #[page(offset)]
        pub p: Option<u64>,
        #[page(size = 50)]
        pub s: u32,
    }
    #[endpoint(POST, "/a/" -> Vec<Thing>)]
    pub struct G {
        #[page(last)]
        #[query]
        pub after: Option<String>,
        pub q: Option<String>,
    }
    #[endpoint(POST, "/a/" -> Vec<Thing>, form)]
    pub struct H {
        #[page(link)]
        pub after: Option<String>,
    }
}

mod offset_and_limit_unmarked {
    use super::*;

    #[endpoint(GET, "/a/" -> Thing)]
    pub struct E {
        pub offset: Option<u64>,
        pub limit: Option<u64>,
        pub cursor: Option<String>,
    }
}

mod start_and_end {
    use super::*;

    #[endpoint(GET, "/a/" -> Page<Thing>)]
    pub struct E {
        pub cursor: Option<Cursor>,
        pub offset: Option<u64>,
        pub page: Option<u32>,
    }
}

mod decode_path {
    use super::*;

    fn d<T: serde::de::DeserializeOwned>(r: plane_api::RawResponse) -> plane_api::Result<T> {
        r.json::<T>()
    }
    #[endpoint(POST, "/a/" -> Result<Thing, String>, decode = d)]
    pub struct E {
        pub x: Option<u8>,
    }
    #[endpoint(POST, "/a/" -> Thing, decode = d::<Thing>)]
    pub struct F {
        pub x: Option<u8>,
    }
    #[endpoint(POST, "/a/" -> Vec<u8>, decode = bytes)]
    pub struct G {
        pub x: Option<u8>,
    }
    fn bytes(r: plane_api::RawResponse) -> plane_api::Result<Vec<u8>> {
        Ok(r.into_body().to_vec())
    }
}

mod responses {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    pub struct Envelope<T> {
        pub data: T,
    }
    #[endpoint(GET, "/a/" -> Envelope<Option<Vec<Thing>>>)]
    pub struct A {}
    #[endpoint(GET, "/a/" -> std::collections::HashMap<String, Vec<Thing>>)]
    pub struct B {}
    #[endpoint(GET, "/a/" -> (Thing, u8))]
    pub struct C {}
    #[endpoint(GET, "/a/" -> [Thing; 2])]
    pub struct D {}
    #[endpoint(GET, "/a/" -> Box<Thing>)]
    pub struct E {}
    #[endpoint(GET, "/a/" -> Option<String>)]
    pub struct F {}
    #[endpoint(GET, "/a/" -> Vec<Vec<u8>>)]
    pub struct G {}
}

mod cursor_in_header {
    use super::*;

    #[endpoint(POST, "/a/" -> Things)]
    pub struct A {
        #[header("x-ms-continuation")]
        #[page]
        pub c: Option<String>,
        #[header("x-ms-max-item-count")]
        #[page(size)]
        pub s: Option<u32>,
    }
    #[derive(Debug, serde::Deserialize)]
    pub struct Things {
        pub v: Vec<Thing>,
    }
    impl plane_api::Paged for Things {
        type Item = Thing;
        const ENTRIES: plane_api::Entries = plane_api::Entries::at("v");
        fn entries(&mut self) -> &mut Vec<Thing> {
            &mut self.v
        }
    }
}

#[cfg(trybuild)]
fn main() {}
