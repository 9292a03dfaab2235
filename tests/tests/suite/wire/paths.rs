//! Paths.

use super::*;

#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Thing)]
#[derive(Debug, Clone, PartialEq)]
pub struct ShortForm {
    pub name: Option<String>,
    pub email: Option<String>,
}

#[endpoint(GET, "/items/<project>-<sequence>.<kind>")]
pub struct Several<'a> {
    pub kind: Kind,
    pub sequence: u64,
    pub project: &'a str,
}

pub enum Kind {
    Json,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json => f.write_str("json"),
        }
    }
}

#[endpoint(GET, "/")]
pub struct Root {}

#[endpoint(GET, "/plain")]
pub struct Unit;

#[test]
fn undeclared_parameters_are_added_as_strings() {
    let request = ShortForm::new("acme", "7").name("Acme");
    assert_eq!(request.workspace_slug, "acme");
    assert_eq!(
        wire(&request),
        "PATCH /workspaces/acme/customers/7/\ncontent-type: application/json\n\n{\"name\":\"Acme\"}"
    );
    assert_eq!(render(request.request()), wire(&request));
    assert_eq!(request.clone(), request);
    assert_ne!(request, ShortForm::new("other", "7").name("Acme"), "a derive sees the parameters");
}

#[test]
fn declared_parameters_have_their_own_types_and_the_order_of_the_path() {
    assert_eq!(
        wire(&Several::new("K/X".trim_end_matches("/X"), 7, Kind::Json)),
        "GET /items/K-7.json\n\n"
    );
    assert_eq!(wire(&Root::new()), "GET /\n\n");
    assert_eq!(wire(&Unit::new()), "GET /plain\n\n");
}

#[test]
fn values_are_percent_encoded() {
    let request = ShortForm::new("Größe 1?#", "100%");
    assert!(
        wire(&request)
            .starts_with("PATCH /workspaces/Gr%C3%B6%C3%9Fe%201%3F%23/customers/100%25/\n"),
        "{}",
        wire(&request)
    );
}

#[test]
fn a_value_that_cannot_be_sent_is_an_error_that_names_it() {
    let error = plane_api::generated::build(&ShortForm::new("acme", "../projects")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "PATCH /workspaces/{workspace_slug}/customers/{customer_id}/: path parameter `customer_id` contains `/` \
         or `\\`, which would change the path"
    );
    assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
}
