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

/// Types of the user's own with the names of the runtime's: they are decoded from JSON, and sent as JSON.
mod own_types_with_our_names {
    use plane_api::{Endpoint, Patch, ResponseKind, endpoint};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Bytes {
        pub size: u64,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct Body {
        pub text: String,
    }
    #[derive(Debug, Deserialize)]
    pub struct Redirect {
        pub to: String,
    }
    #[derive(Debug, Deserialize)]
    pub struct Download {
        pub url: String,
    }
    #[derive(Debug, Deserialize)]
    pub struct Lines<T> {
        pub lines: Vec<T>,
    }
    #[derive(Debug, Deserialize)]
    pub struct Events<T> {
        pub events: Vec<T>,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub struct FilePart {
        pub file: String,
    }

    #[endpoint(GET, "/a/" -> Bytes)]
    pub struct GetBytes {}
    #[endpoint(GET, "/a/" -> Redirect)]
    pub struct GetRedirect {}
    #[endpoint(GET, "/a/" -> Download)]
    pub struct GetDownload {}
    #[endpoint(GET, "/a/" -> Lines<u8>)]
    pub struct GetLines {}
    #[endpoint(GET, "/a/" -> Events<Vec<u8>>)]
    pub struct GetEvents {}
    #[endpoint(PUT, "/a/" -> ())]
    pub struct PutBytes {
        #[body]
        pub bytes: Bytes,
    }
    #[endpoint(PUT, "/a/" -> ())]
    pub struct PutBody {
        #[body]
        pub body: Option<Body>,
    }
    #[endpoint(POST, "/a/" -> FilePart)]
    pub struct PostParts {
        pub first: Option<FilePart>,
        pub main: FilePart,
        pub parts: Vec<FilePart>,
    }
    #[derive(Debug, Deserialize)]
    pub struct RawResponse {
        pub raw: bool,
    }
    #[derive(Debug, Deserialize)]
    pub struct StatusCode(pub u16);
    #[endpoint(GET, "/a/" -> RawResponse)]
    pub struct GetRawResponse {}
    #[endpoint(GET, "/a/" -> StatusCode)]
    pub struct GetStatusCode {}
    #[endpoint(POST, "/a/" -> (), multipart, brackets)]
    pub struct PostMultipart<'a> {
        pub main: FilePart,
        pub body: Option<&'a Body>,
        pub list: Vec<Bytes>,
        #[part(json)]
        pub json: FilePart,
        #[part(json)]
        pub jsons: Vec<FilePart>,
        #[part(json)]
        pub bytes: Option<Bytes>,
    }
    #[endpoint(PATCH, "/a/" -> ())]
    pub struct PatchAll<'a> {
        #[query]
        pub at: Bytes,
        pub bytes: Patch<Bytes>,
        pub borrowed: &'a Bytes,
        pub file: Patch<FilePart>,
        #[nullable]
        pub body: Option<Body>,
        #[flatten]
        pub rest: Bytes,
        #[serde(serialize_with = "length")]
        pub length: FilePart,
    }
    #[endpoint(POST, "/a/" -> (), form)]
    pub struct PostForm {
        pub file: FilePart,
        pub bytes: Option<Bytes>,
    }
    #[endpoint(PUT, "/a/" -> ())]
    pub struct PutFiles {
        #[body]
        pub files: Vec<FilePart>,
    }
    fn length<S: serde::Serializer>(file: &FilePart, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(file.file.len() as u64)
    }
    /// A type parameter may have such a name as well.
    #[endpoint(GET, "/a/" -> Bytes)]
    pub struct Generic<Bytes: serde::de::DeserializeOwned> {
        pub of: std::marker::PhantomData<Bytes>,
    }

    #[test]
    fn are_json() {
        let kinds = [
            GetBytes::SPEC.response_kind,
            GetRedirect::SPEC.response_kind,
            GetDownload::SPEC.response_kind,
            GetLines::SPEC.response_kind,
            GetEvents::SPEC.response_kind,
            GetRawResponse::SPEC.response_kind,
            GetStatusCode::SPEC.response_kind,
            Generic::<u8>::SPEC.response_kind,
        ];
        assert_eq!(kinds, [ResponseKind::Json; 8]);
        for spec in [PutBytes::SPEC, PutBody::SPEC] {
            assert_eq!(spec.content_type, Some("application/json"));
        }
        let json = |request: plane_api::http::Request<plane_api::Body>| {
            String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap()
        };
        let bytes = PutBytes::new(Bytes { size: 7 }).request().unwrap();
        assert_eq!(bytes.headers()["content-type"], "application/json");
        assert_eq!(json(bytes), r#"{"size":7}"#);
        let body = PutBody::new().body(Body { text: "x".to_owned() });
        assert_eq!(json(body.request().unwrap()), r#"{"text":"x"}"#);
        let part = |file: &str| FilePart { file: file.to_owned() };
        let parts = PostParts::new(part("a"), [part("b")]).first(part("c"));
        assert_eq!(
            json(parts.request().unwrap()),
            r#"{"first":{"file":"c"},"main":{"file":"a"},"parts":[{"file":"b"}]}"#,
        );
    }

    #[test]
    fn are_values_in_every_location() {
        let text = |request: plane_api::http::Request<plane_api::Body>| {
            String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap()
        };
        let file = |file: &str| FilePart { file: file.to_owned() };
        let (seven, body) = (Bytes { size: 7 }, Body { text: "x".to_owned() });
        let patch = PatchAll::new(
            seven.clone(),
            &seven,
            Some(body.clone()),
            Bytes { size: 9 },
            file("long"),
        );
        let patch = patch.bytes(Patch::Clear).file(file("f")).request().unwrap();
        assert_eq!(patch.uri().query(), Some("at%5Bsize%5D=7"));
        assert_eq!(
            text(patch),
            r#"{"bytes":null,"borrowed":{"size":7},"file":{"file":"f"},"body":{"text":"x"},"size":9,"length":4}"#,
        );
        assert_eq!(
            text(PostForm::new(file("a")).bytes(seven.clone()).request().unwrap()),
            "file%5Bfile%5D=a&bytes%5Bsize%5D=7",
        );
        assert_eq!(text(PutFiles::new([file("a")]).request().unwrap()), r#"[{"file":"a"}]"#);
        let parts = PostMultipart::new(file("a"), file("b")).body(&body).list([seven.clone()]);
        let parts = text(parts.bytes(seven).request().unwrap());
        let names = parts.split("name=").skip(1).filter_map(|part| part.split("\r\n").next());
        let names: Vec<&str> = names.collect();
        let expected =
            [r#""main[file]""#, r#""body[text]""#, r#""list[0][size]""#, r#""json""#, r#""bytes""#];
        assert_eq!(names, expected, "{parts}");
        assert!(parts.contains(r#"{"file":"b"}"#) && !parts.contains("filename"), "{parts}");
    }

    /// The runtime's types keep their meaning, by whatever path.
    #[test]
    fn ours_are_recognized() {
        use plane_api::{self as api, Body as B, Bytes as Raw};

        #[endpoint(GET, "/a/" -> api::Bytes)]
        struct GetRaw {}
        #[endpoint(GET, "/a/" -> plane_api::Lines<u8>)]
        struct GetRawLines {}
        #[endpoint(PUT, "/a/" -> ())]
        struct PutRaw {
            #[body]
            bytes: Option<api::Bytes>,
        }
        #[endpoint(PUT, "/a/" -> ())]
        struct PutStream {
            #[body]
            body: plane_api::Body,
        }
        #[endpoint(POST, "/a/" -> (), multipart, brackets)]
        struct Send<'a> {
            file: api::FilePart,
            borrowed: Option<&'a plane_api::FilePart>,
            files: Vec<plane_api::FilePart>,
        }
        let file = |name: &str| api::FilePart::new(name, "x");
        let borrowed = file("b");
        let send = Send::new(file("a")).borrowed(&borrowed).files([file("c"), file("d")]);
        let sent = send.request().unwrap();
        let sent = String::from_utf8(sent.body().as_bytes().unwrap().to_vec()).unwrap();
        for part in ["file\"; filename=\"a", "borrowed\"; filename=\"b", "files[]\"; filename=\"d"]
        {
            assert!(sent.contains(&format!("name=\"{part}\"")), "{sent}");
        }
        assert_eq!(GetRaw::SPEC.response_kind, ResponseKind::Bytes);
        assert_eq!(GetRawLines::SPEC.response_kind, ResponseKind::Lines);
        for spec in [PutRaw::SPEC, PutStream::SPEC] {
            assert_eq!(spec.content_type, Some("application/octet-stream"));
        }
        let put = PutRaw::new().bytes(Raw::from_static(b"x")).request().unwrap();
        assert_eq!(put.body().as_bytes().unwrap(), "x");
        assert!(PutStream::new(B::from("y")).request().is_ok());
    }
}

/// The user's own types and modules, shown by their paths.
mod own_paths {
    use plane_api::{Cursor, Page, endpoint};

    mod models {
        #[derive(Debug, serde::Deserialize)]
        pub struct Bytes(u8);
        #[derive(Debug, serde::Deserialize)]
        pub struct Download(u8);
        #[derive(Debug, serde::Deserialize)]
        pub struct Redirect(u8);
        #[derive(Debug, serde::Deserialize)]
        pub struct Events<T>(T);
        #[derive(Debug, serde::Deserialize)]
        pub struct Lines<T>(T);
        #[derive(Debug, serde::Deserialize)]
        pub struct Page<T>(T);
    }
    mod http {
        #[derive(Debug, serde::Deserialize)]
        pub struct StatusCode(u16);
        #[derive(Debug, serde::Deserialize)]
        pub struct Response<T>(T);
    }
    mod reqwest {
        #[derive(Debug, serde::Deserialize)]
        pub struct Response(u16);
    }

    #[endpoint(GET, "/a" -> Option<models::Download>)]
    pub struct OptionalDownload {}
    #[endpoint(GET, "/a" -> Option<models::Lines<u8>>)]
    pub struct OptionalLines {}
    #[endpoint(GET, "/a" -> Vec<models::Redirect>)]
    pub struct Redirects {}
    #[endpoint(GET, "/a" -> Vec<models::Bytes>)]
    pub struct ManyBytes {}
    #[endpoint(GET, "/a" -> Box<models::Events<u8>>)]
    pub struct BoxedEvents {}
    #[endpoint(GET, "/a" -> Option<models::Page<u8>>)]
    pub struct OptionalPage {}
    #[endpoint(GET, "/a" -> Page<models::Redirect>)]
    pub struct PageOfRedirects {
        pub cursor: Option<Cursor>,
    }
    #[endpoint(GET, "/a" -> self::http::Response<u8>)]
    pub struct OwnResponse {}
    #[endpoint(GET, "/a" -> self::reqwest::Response)]
    pub struct OtherResponse {}
    #[endpoint(GET, "/a" -> (self::http::StatusCode, u8))]
    pub struct OwnStatus {}
}

mod qualified_decode {
    use plane_api::{RawResponse, Result, endpoint};

    pub trait Decode: Sized {
        fn decode(response: RawResponse) -> Result<Self>;
    }
    impl<T: plane_api::FromResponse> Decode for Vec<T> {
        fn decode(response: RawResponse) -> Result<Self> {
            response.json()
        }
    }
    #[endpoint(GET, "/a/" -> Vec<u8>, decode = <Vec<u8> as Decode>::decode)]
    pub struct A;
    #[endpoint(GET, "/a/" -> Vec<u8>, decode = <Vec<u8>>::decode, auth = none)]
    pub struct B;
}

mod trait_objects {
    use std::{any::Any, error::Error, sync::Arc};

    use plane_api::{RawResponse, Result, endpoint};

    fn any<T>(_: RawResponse) -> Result<T> {
        unimplemented!()
    }
    #[endpoint(GET, "/a/" -> Option<Box<dyn Any + Send>>, decode = any)]
    pub struct A;
    #[endpoint(GET, "/a/" -> Box<dyn Iterator<Item = u8> + Send>, decode = any)]
    pub struct B;
    #[endpoint(GET, "/a/" -> (u8, Arc<dyn Fn() -> u8 + Send + Sync + 'static>), decode = any)]
    pub struct C;
    #[endpoint(GET, "/a/" -> std::result::Result<u8, Box<dyn Error + Send + Sync>>, decode = any)]
    pub struct D;
}

#[cfg(trybuild)]
fn main() {}

mod cursor_beside_a_size {
    use super::*;

    /// `cursor` counts as marked, also beside a page size.
    #[endpoint(GET, "/a/" -> Page<Thing>)]
    #[derive(Debug, Clone)]
    pub struct ListThings {
        pub cursor: Option<Cursor>,
        #[page(size)]
        pub per_page: Option<u8>,
    }

    pub fn lists(client: &Client) {
        let _ = ListThings::new().per_page(5_u8).items(client);
    }
}

mod names_of_associated_types {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    pub struct Response {}
    pub type Position = Cursor;

    #[endpoint(GET, "/a/" -> Response)]
    pub struct Get {}
    #[endpoint(GET, "/a/" -> Page<Response>)]
    pub struct List {
        pub cursor: Option<Cursor>,
    }
    #[endpoint(GET, "/a/" -> Vec<Response>)]
    pub struct ListOf<T: serde::Serialize> {
        #[query]
        pub value: T,
    }
    #[endpoint(GET, "/a/" -> Page<Response>)]
    pub struct ListAt {
        #[page]
        pub after: Option<Position>,
    }
}

mod a_field_with_a_longer_name_than_a_parameter {
    use super::*;

    /// The project is moved into another one.
    #[endpoint(POST, "/projects/<project>/transfer" -> Thing)]
    pub struct Transfer {
        pub project_id: String,
    }

    #[test]
    fn is_another_value() {
        let request = Transfer::new("a", "b").request().unwrap();
        assert_eq!(request.uri().path(), "/projects/a/transfer");
        assert_eq!(request.body().as_bytes().unwrap(), r#"{"project_id":"b"}"#);
    }
}
