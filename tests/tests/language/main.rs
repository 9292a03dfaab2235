//! The shapes that `#[endpoint]` accepts, in a crate that denies all lints.

#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_results,
    single_use_lifetimes,
    unused,
    unused_lifetimes,
    unused_qualifications,
    nonstandard_style,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    missing_abi,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::missing_inline_in_public_items,
    clippy::shadow_unrelated,
    clippy::unwrap_used,
    clippy::wildcard_imports
)]
// The lints apply to this file's declarations, not to their expansion.
#![allow(clippy::redundant_pub_crate)]

#[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]
mod unusual_attributes;
#[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]
mod unusual_enums;
#[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]
mod unusual_names;
#[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]
mod unusual_responses;
#[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]
mod unusual_types;

use std::borrow::Cow;

use plane_api::{
    Bytes, Cursor, Endpoint, Page, ParamLocation, Patch, Redirect, ResponseKind, RetryClass, Spec,
    endpoint,
};
use serde::Serialize;

/// A customer.
#[derive(Debug, serde::Deserialize)]
pub struct Customer {}

/// Updates a customer. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UpdateCustomer {
    /// Name of the customer.
    pub name: Option<String>,
    /// Email address of the customer.
    pub email: Option<String>,
}

/// The parameters of a request as text.
fn params(spec: &Spec) -> String {
    let list = spec.params.into_iter().map(|param| {
        let place = match param.location {
            ParamLocation::Path => 'p',
            ParamLocation::Query => 'q',
            ParamLocation::Header => 'h',
            _ => 'b',
        };
        format!("{place}:{}{}", param.name, if param.required { "!" } else { "" })
    });
    list.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_short_form_adds_path_parameters() {
    let request =
        UpdateCustomer::new("acme", String::from("1")).name("Acme").email("ops@acme.example");
    assert_eq!((request.workspace_slug.as_str(), request.customer_id.as_str()), ("acme", "1"));
    assert_eq!(request.name.as_deref(), Some("Acme"));
    assert_ne!(request, UpdateCustomer::new("acme", "2"));
    let spec = UpdateCustomer::SPEC;
    assert_eq!(spec.name, "UpdateCustomer");
    assert_eq!(spec.method, plane_api::Method::PATCH);
    assert_eq!(spec.path, "/workspaces/{workspace_slug}/customers/{customer_id}/");
    assert_eq!(params(spec), "p:workspace_slug! p:customer_id! b:name b:email");
    assert_eq!(spec.content_type, Some("application/json"));
    assert_eq!(
        (spec.retry_class, spec.auth, spec.response_kind),
        (RetryClass::Never, true, ResponseKind::Json)
    );
}

/// An enum.
#[derive(Debug, Clone, Copy, Serialize)]
pub enum Priority {
    /// High.
    High,
}

/// A type whose name could be that of a generated parameter.
pub type Kind = f64;

/// Everything at once.
#[endpoint(POST, "/w/<slug>/items/<project>-<sequence>/" -> Vec<Customer>, auth = none, retry = idempotent)]
#[derive(Debug)]
#[allow(unused_qualifications)]
pub struct Everything {
    /// The project.
    pub project: String,
    /// The number.
    pub sequence: u64,
    /// The workspace.
    pub slug: String,
    /// Required.
    pub title: String,
    /// A list in the body is required.
    pub assignees: Vec<plane_api::ids::CustomerId>,
    /// A type of the user's crate.
    pub priority: Priority,
    /// A flag.
    #[query]
    pub dry_run: Option<bool>,
    /// A list.
    #[query]
    pub labels: Vec<u32>,
    /// A joined list.
    #[query(comma)]
    pub expand: Vec<String>,
    /// A header.
    #[header("X-Trace")]
    pub trace: Option<u32>,
    /// A keyword.
    pub r#type: Option<String>,
    /// A number.
    #[serde(rename = "sortOrder")]
    pub sort_order: Patch<f64>,
    /// A flag that can be cleared.
    pub archived: Patch<bool>,
    /// Lists that can be cleared.
    pub tags: Patch<Vec<String>>,
    /// The same without a conversion.
    pub points: ::core::option::Option<::std::vec::Vec<i32>>,
    /// With full paths.
    pub parent: ::plane_api::Patch<Kind>,
}

#[test]
fn every_type_of_field_has_its_location() {
    let request = Everything::new("w", "PROJ", 7, "Title", ["a"], Priority::High)
        .dry_run(true)
        .labels([1, 2])
        .expand(["a", "b"])
        .trace(9)
        .r#type("bug")
        .sort_order(1.5)
        .archived(Patch::Clear)
        .tags(["x"])
        .points(vec![1])
        .parent(3.0_f32);
    assert_eq!(
        (request.slug.as_str(), request.project.as_str(), request.sequence),
        ("w", "PROJ", 7)
    );
    assert_eq!(request.labels, [1, 2]);
    assert_eq!(request.tags, Patch::Set(vec!["x".to_owned()]));
    assert_eq!(request.archived, Patch::Clear);
    assert_eq!(request.parent, Patch::Set(3.0));
    let spec = Everything::SPEC;
    assert_eq!(spec.path, "/w/{slug}/items/{project}-{sequence}/");
    assert_eq!(
        params(spec),
        "p:slug! p:project! p:sequence! b:title! b:assignees! b:priority! q:dry_run q:labels q:expand h:X-Trace b:type \
         b:sortOrder b:archived b:tags b:points b:parent"
    );
    assert_eq!((spec.retry_class, spec.auth), (RetryClass::Idempotent, false));
}

/// Lists.
#[endpoint(GET, "/customers/" -> Page<Customer>)]
#[derive(Debug, Clone)]
#[serde(rename_all = "camelCase")]
pub struct ListCustomers {
    /// The page.
    pub cursor: Option<Cursor>,
    /// The size.
    pub per_page: Option<u32>,
}

/// No arrow, no fields.
#[endpoint(OPTIONS, "/")]
#[derive(Debug)]
pub struct Probe;

/// Ignores the response.
#[endpoint(DELETE, "/customers/<id>/" -> (), json)]
#[derive(Debug)]
pub struct DeleteCustomer {
    /// Reason.
    pub reason: Option<String>,
}

/// The body, unchanged.
#[endpoint(HEAD, "/file" -> Bytes)]
#[derive(Debug)]
pub struct Head {}

/// The target.
#[endpoint(GET, "/file" -> Redirect)]
#[derive(Debug)]
pub struct Locate {}

/// Whole bodies.
#[endpoint(PUT, "/file" -> plane_api::Value)]
#[derive(Debug)]
pub struct Upload {
    /// The bytes.
    #[body]
    pub content: Bytes,
}

/// A list as the whole body.
#[endpoint(POST, "/points", query)]
#[derive(Debug)]
pub struct CreatePoints {
    /// The points.
    #[body]
    pub points: Vec<Priority>,
    /// Unmarked, and in the query.
    pub strict: Option<bool>,
}

#[test]
fn responses_and_bodies_are_described() {
    assert_eq!(params(ListCustomers::SPEC), "q:cursor q:perPage");
    assert_eq!(ListCustomers::SPEC.response_kind, ResponseKind::Page);
    assert_eq!(
        (Probe::SPEC.response_kind, Probe::SPEC.params.into_iter().len()),
        (ResponseKind::Json, 0)
    );
    assert_eq!(DeleteCustomer::SPEC.response_kind, ResponseKind::Empty);
    assert_eq!(DeleteCustomer::SPEC.content_type, Some("application/json"));
    assert_eq!((Head::SPEC.response_kind, Head::SPEC.content_type), (ResponseKind::Bytes, None));
    assert_eq!(Locate::SPEC.response_kind, ResponseKind::Redirect);
    assert_eq!(Upload::SPEC.content_type, Some("application/octet-stream"));
    assert_eq!(Upload::new(Bytes::new()).content, "");
    assert_eq!(CreatePoints::SPEC.content_type, Some("application/json"));
    assert_eq!(params(CreatePoints::SPEC), "b:! q:strict");
    let _: (Probe, Locate, Head) = (Probe::new(), Locate::new(), Head::new());
    let _ =
        (DeleteCustomer::new("1").reason("x"), CreatePoints::new([Priority::High]).strict(true));
}

/// Parameters of every type.
#[endpoint(POST, "/<slug>/<number>" -> Out)]
#[derive(Debug, Clone)]
pub struct Generic<'a, In, Out = Customer, const N: usize = 2>
where
    In: Serialize,
    Out: serde::de::DeserializeOwned,
{
    /// Borrowed.
    pub slug: &'a str,
    /// Displayed.
    pub number: std::num::NonZeroU8,
    /// Unchanged.
    pub input: In,
    /// An array.
    pub array: Vec<[In; 2]>,
    /// A tuple.
    pub pair: Option<(u8, bool)>,
    /// Borrowed or not.
    pub text: Option<Cow<'a, str>>,
    /// Many of them.
    #[query]
    pub texts: Vec<Cow<'a, str>>,
    /// Can be cleared.
    pub more: Patch<In>,
    /// Contains the other parameters.
    #[query]
    pub marker: Option<std::marker::PhantomData<([u8; N], Out)>>,
}

#[test]
fn generics_are_honoured() {
    let request = Generic::<'_, u8, Customer, 3>::new("a", std::num::NonZeroU8::MIN, 1, [[0, 0]])
        .pair((1, true))
        .text("t")
        .texts(["a"])
        .more(4);
    assert_eq!((request.more, request.slug), (Patch::Set(4), "a"));
}

/// Conditional fields.
#[endpoint(POST, "/conditional")]
#[derive(Debug)]
pub struct Conditional {
    /// Present.
    #[cfg(test)]
    pub there: String,
    /// Absent.
    #[cfg(not(test))]
    pub absent: NoSuchType,
    /// Absent too.
    #[cfg(not(test))]
    pub absent_too: Option<NoSuchType>,
    /// One of two.
    #[cfg(test)]
    pub either: Option<u8>,
    /// One of two.
    #[cfg(not(test))]
    pub either: Option<u16>,
}

/// Conditional bodies only.
#[endpoint(POST, "/conditional")]
#[derive(Debug)]
pub struct NoBody {
    /// Absent.
    #[cfg(not(test))]
    pub absent: Option<u8>,
}

#[test]
fn cfg_is_honoured() {
    assert_eq!(Conditional::new("x").either(1).there, "x");
    assert_eq!(params(Conditional::SPEC), "b:there! b:either");
    assert_eq!(Conditional::SPEC.content_type, Some("application/json"));
    assert_eq!(NoBody::SPEC.content_type, None);
    let _ = NoBody::new();
}

/// Deprecated, and not used by the crate.
#[deprecated(note = "use `ListCustomers`")]
#[endpoint(GET, "/issues/")]
#[derive(Debug)]
pub struct ListIssues {
    /// Deprecated too.
    #[deprecated]
    pub order: Option<String>,
}

/// Deprecated, with a path parameter that the attribute adds.
#[endpoint(GET, "/issues/<id>/")]
#[deprecated(note = "use `GetCustomer`")]
#[derive(Debug)]
pub struct GetIssue {}

/// The lint about capitals does not apply to a path parameter that the attribute adds.
#[endpoint(GET, "/issues/<issueId>/comments/")]
#[derive(Debug)]
pub struct ListComments {}

#[test]
#[allow(deprecated)]
fn deprecated_items_can_be_used() {
    assert_eq!(GetIssue::new("7").id, "7");
    assert_eq!(ListIssues::new().order("x").order.as_deref(), Some("x"));
}

mod shadowed {
    //! Names of the prelude and of the runtime with another meaning.

    use plane_api::endpoint;

    #[derive(Debug)]
    pub(super) struct String;
    #[derive(Debug)]
    pub(super) struct Client;
    #[derive(Debug)]
    pub(super) struct Result;
    #[derive(Debug)]
    pub(super) struct Endpoint;
    #[derive(Debug)]
    pub(super) struct Iterator;
    #[derive(Debug)]
    pub(super) struct Into;
    #[derive(Debug, serde::Deserialize)]
    pub(super) struct Page;
    #[derive(Debug)]
    pub(super) enum Option {
        Some,
        None,
    }
    #[derive(Debug)]
    pub(super) enum Outcome {
        Ok,
        Err,
    }
    pub(super) use self::{
        Option::{None, Some},
        Outcome::{Err, Ok},
    };
    #[derive(Debug)]
    pub(super) struct Vec;
    pub(super) mod core {}
    pub(super) mod std {}

    #[endpoint(POST, "/<slug>/" -> Page)]
    #[derive(Debug)]
    pub(super) struct Create {
        pub(super) name: ::core::option::Option<::std::string::String>,
        #[query]
        pub(super) labels: ::std::vec::Vec<u8>,
    }

    #[endpoint(PATCH, "/<slug>/" -> ::plane_api::Page<Page>)]
    #[derive(Debug)]
    pub(super) struct Change {
        #[query(comma)]
        pub(super) cursor: ::core::option::Option<::plane_api::Cursor>,
        #[header("X-Trace")]
        pub(super) trace: Text,
        pub(super) name: ::plane_api::Patch<Text>,
        pub(super) tags: ::plane_api::Patch<::std::vec::Vec<Text>>,
    }

    pub(super) type Text = ::std::string::String;
}

/// Names of the prelude and of the runtime in the user's crate.
mod aliased {
    use plane_api::endpoint;

    pub(super) type Result<T> = ::core::result::Result<T, Error>;
    pub(super) type Maybe<T> = ::core::option::Option<T>;
    pub(super) type Client = u8;
    #[derive(Debug)]
    pub(super) struct Error;

    #[endpoint(GET, "/<slug>/" -> Maybe<u8>)]
    #[derive(Debug)]
    pub(super) struct Get {
        pub(super) text: ::core::option::Option<Text>,
    }

    pub(super) type Text = ::std::string::String;

    pub(super) fn get(_: Client) -> Result<Maybe<Text>> {
        let request = Get::new("a").text("x").request().map_err(|_| Error)?;
        ::core::result::Result::Ok(request.uri().query().map(Text::from))
    }
}

#[test]
fn generated_code_uses_no_names_in_scope() {
    use shadowed::{Err, None, Ok, Some};
    let request = shadowed::Create::new("a").name("x").labels([1]);
    assert_eq!(
        (request.name.as_deref(), request.labels.as_slice()),
        (Option::Some("x"), &[1_u8][..])
    );
    let _ = (
        Ok,
        Err,
        Some,
        None,
        shadowed::String,
        shadowed::Client,
        shadowed::Result,
        shadowed::Endpoint,
    );
    let _ = (shadowed::Iterator, shadowed::Into, shadowed::Vec);
    let change = shadowed::Change::new("a", "t").cursor("c").name("x").tags(["y".to_owned()]);
    assert_eq!(
        (change.name.as_set().map(String::as_str), &*change.trace),
        (Option::Some("x"), "t")
    );
    let walk: fn(_, &plane_api::Client) -> plane_api::Items<shadowed::Change> =
        shadowed::Change::items;
    let _ = walk;
    assert!(aliased::get(0).is_ok_and(|query| query.as_deref() == Option::Some("text=x")));
}

mod renamed {
    //! The runtime under another name.

    pub(super) mod inner {
        pub(in super::super) use plane_api as api;
    }

    #[inner::api::endpoint(GET, "/" -> inner::api::Page<super::Customer>, crate = self::inner::api)]
    #[derive(Debug)]
    pub(super) struct List {
        pub(super) cursor: Option<inner::api::Cursor>,
        #[query]
        size: Option<u8>,
    }

    #[inner::api::endpoint(PATCH, "/", crate = inner::api,)]
    #[derive(Debug)]
    pub(crate) struct Update {
        pub(crate) name: inner::api::Patch<String>,
    }
}

macro_rules! endpoints {
    ($($name:ident $method:ident $path:literal $response:ty { $($field:ident: $ty:ty,)* })*) => {$(
        /// From a macro.
        #[endpoint($method, $path -> $response)]
        #[derive(Debug)]
        pub struct $name {
            fixed: Option<u8>,
            $(
                /// From a macro.
                pub $field: $ty,
            )*
        }
    )*};
}

endpoints! {
    MacroPatch PATCH "/<id>/" Customer { name: Option<String>, tags: Patch<Vec<String>>, size: u8, }
    MacroList GET "/m/<id>/" Page<Customer> { cursor: Option<Cursor>, id: String, }
}

#[test]
fn macros_and_functions_may_hold_endpoints() {
    #[endpoint(GET, "/local/<id>")]
    struct Local {
        id: u8,
        on: Option<bool>,
    }

    assert_eq!(Local::new(1).on(true).on, Some(true));
    assert_eq!(Local::new(1).id, 1);
    let request = MacroPatch::new("1", 2).name("x").tags(["y".to_owned()]).fixed(1);
    assert_eq!((request.name.as_deref(), request.fixed, request.size), (Some("x"), Some(1), 2));
    assert_eq!(MacroList::SPEC.response_kind, ResponseKind::Page);
    assert_eq!(MacroList::new("1").id, "1");
    assert_eq!(renamed::List::SPEC.response_kind, ResponseKind::Page);
    assert_eq!(renamed::Update::new().name("x").name, Patch::Set("x".to_owned()));
    assert_eq!(renamed::List::new().size(1).cursor, None);
}

/// Serde's attributes stay where serde reads them.
#[endpoint(POST, "/serde")]
#[derive(Debug, Serialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub struct WithSerde {
    /// Renamed.
    pub first_name: String,
    /// Renamed by hand.
    #[serde(rename(serialize = "x"))]
    pub last_name: String,
}

#[test]
fn serde_attributes_mean_what_they_mean_in_serde() {
    assert_eq!(params(WithSerde::SPEC), "b:FIRST-NAME! b:x!");
    let json = serde_json::to_string(&WithSerde::new("a", "b")).unwrap_or_default();
    assert_eq!(json, r#"{"FIRST-NAME":"a","x":"b"}"#);
}

plane_api::open_enum! {
    /// An enum to which the server may add variants.
    pub enum Shape {
        /// Round.
        Round = "round",
        /// Not round.
        Square = "square",
    }
}

/// Features of real APIs.
#[endpoint(POST, "/<group..>/x/<id>:go", json = optional, brackets)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RealWorld<'a, T> {
    /// Several segments.
    pub group: &'a str,
    /// One segment.
    pub id: Shape,
    /// Not sent.
    pub of: std::marker::PhantomData<fn() -> T>,
    /// Joined.
    #[header("X-Beta")]
    pub beta: Vec<&'a str>,
    /// Joined, if not empty.
    #[header("X-Ids")]
    pub ids: Option<Vec<u8>>,
    /// Present.
    #[cfg(test)]
    #[idempotency_key("X-Key")]
    pub key: Option<String>,
    /// With brackets.
    #[query]
    pub tags: Vec<Shape>,
    /// In the body.
    pub shape: Option<Shape>,
}

/// Not retried: the key is absent.
#[endpoint(POST, "/payments/<payment>")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Unkeyed {
    /// As one segment.
    #[path(slashes, body)]
    pub payment: String,
    /// Absent.
    #[cfg(not(test))]
    #[idempotency_key("X-Key")]
    pub key: Option<String>,
    /// Always sent.
    #[nullable]
    pub owner: Option<Vec<Shape>>,
}

/// Parts with types.
#[endpoint(POST, "/parts", multipart)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TypedParts {
    /// In JSON.
    #[part(json)]
    pub shapes: Vec<Shape>,
    /// As text.
    #[part("text/markdown")]
    pub notes: Option<String>,
}

#[test]
fn features_of_real_apis_are_declared_without_a_lint() -> plane_api::Result<()> {
    let request = RealWorld::<'_, u8>::new("a/b", "oval").beta(["x"]).ids([1]).key("k");
    let request = request.tags([Shape::Round]).shape("square").with(|it| it.id = Shape::Square);
    assert_eq!(request.request()?.uri(), "/a/b/x/square:go?tags%5B%5D=round");
    let spec = <RealWorld<'_, u8> as Endpoint>::SPEC;
    assert_eq!(spec.retry_class, RetryClass::Idempotent);
    let unkeyed = Unkeyed::new("a/b", Some(vec![Shape::Round]));
    assert_eq!(unkeyed.request()?.uri(), "/payments/a%2Fb");
    assert_eq!(Unkeyed::SPEC.retry_class, RetryClass::Never);
    assert_eq!(params(Unkeyed::SPEC), "p:payment! b:payment! b:owner!");
    let parts = TypedParts::new().shapes([Shape::Round]).notes("x");
    assert_eq!(parts.shapes, [Shape::Round]);
    Ok(())
}

/// Fields that are shared by several requests.
#[derive(Debug, Clone, Serialize)]
pub struct Shared {
    /// A color.
    pub color: String,
}

/// A request with entries that may be absent.
#[endpoint(POST, "/things/")]
#[derive(Debug)]
pub struct CreateThing {
    /// Entries of the body.
    #[flatten]
    pub shared: Option<Shared>,
    /// Entries of the query.
    #[query]
    #[flatten]
    pub filter: Option<Shared>,
}

#[test]
fn a_flattened_option_has_no_entries_if_it_is_none() {
    let sent = |request: &CreateThing| {
        let request = request.request().ok()?;
        let body = request.body().as_bytes()?;
        Some((request.uri().to_string(), String::from_utf8(body.to_vec()).ok()?))
    };
    let red = || Shared { color: "red".to_owned() };
    let pair = |uri: &str, body: &str| Some((uri.to_owned(), body.to_owned()));
    assert_eq!(sent(&CreateThing::new()), pair("/things/", "{}"));
    let request = CreateThing::new().shared(red()).filter(red());
    assert_eq!(sent(&request), pair("/things/?color=red", r#"{"color":"red"}"#));
    assert_eq!(params(CreateThing::SPEC), "b:shared q:filter");
}
