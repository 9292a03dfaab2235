//! Forms.

use super::*;

#[endpoint(POST, "/token/", form, auth = none)]
#[derive(Debug, Clone)]
pub struct GetToken {
    pub grant_type: String,
    pub client_id: Option<String>,
    pub scope: Vec<String>,
    #[serde(rename = "expand[]")]
    pub expand: Vec<String>,
    pub expires_in: Option<u32>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub owner: Option<Owner>,
    #[query]
    pub dry_run: Option<bool>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Owner {
    pub name: String,
    pub address: Option<Address>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Address {
    pub lines: Vec<&'static str>,
}

#[endpoint(DELETE, "/token/" -> (), form)]
pub struct RevokeToken {
    pub token: Option<String>,
}

const HEAD: &str = "content-type: application/x-www-form-urlencoded\n\n";

#[test]
fn forms_are_urlencoded_and_lists_repeat() {
    assert_eq!(wire(&GetToken::new("refresh")), format!("POST /token/\n{HEAD}grant_type=refresh"));
    let request = GetToken::new("a b&c=d")
        .client_id("é+~*")
        .scope(["read", "write x"])
        .expand(["owner"])
        .expires_in(60)
        .dry_run(true);
    assert_eq!(
        wire(&request),
        format!(
            "POST /token/?dry_run=true\n{HEAD}grant_type=a+b%26c%3Dd&client_id=%C3%A9%2B%7E*&scope=read&scope=write+x\
             &expand%5B%5D=owner&expires_in=60"
        )
    );
    let spec = GetToken::SPEC;
    assert_eq!(spec.content_type, Some("application/x-www-form-urlencoded"));
    assert!(
        !spec.auth
            && spec
                .params
                .into_iter()
                .all(|it| (it.location == ParamLocation::Query) == (it.name == "dry_run"))
    );
}

#[test]
fn nested_values_are_named_in_brackets() {
    let mut request = GetToken::new("x");
    request.metadata = Some(BTreeMap::from([("order id".to_owned(), "7".to_owned())]));
    request.owner =
        Some(Owner { name: "n".to_owned(), address: Some(Address { lines: vec!["a", "b"] }) });
    assert_eq!(
        wire(&request),
        format!(
            "POST /token/\n{HEAD}grant_type=x&metadata%5Border+id%5D=7&owner%5Bname%5D=n\
             &owner%5Baddress%5D%5Blines%5D=a&owner%5Baddress%5D%5Blines%5D=b"
        )
    );
}

#[test]
fn a_form_without_fields_is_empty() {
    assert_eq!(wire(&RevokeToken::new()), format!("DELETE /token/\n{HEAD}"));
}

#[test]
fn unsupported_values_are_errors_that_show_no_value() {
    #[endpoint(POST, "/token/", form)]
    pub struct Secrets {
        pub secrets: Vec<Vec<String>>,
    }
    let error = Secrets::new().secrets([vec!["sesame".to_owned()]]).request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "POST /token/: `secrets` cannot be sent: a list within a list is not supported in a form"
    );
}
