//! Path parameters with slashes: as several segments, and as one.

use super::*;

#[endpoint(GET, "/repos/<repo>/files/<path..>")]
pub struct GetFile {}

#[endpoint(PUT, "/files/<path..>/" -> ())]
pub struct PutFile<'a> {
    pub path: &'a str,
    pub text: String,
}

#[test]
fn a_parameter_can_take_several_segments() {
    assert_eq!(wire(&GetFile::new("r", "a/b c.rs")), "GET /repos/r/files/a/b%20c.rs\n\n");
    assert!(wire(&PutFile::new("x/y", "t")).starts_with("PUT /files/x/y/\n"));
    assert_eq!(GetFile::SPEC.path, "/repos/{repo}/files/{path..}");
    for value in ["", "/a", "a//b", "a/../b", "a/%2e%2e"] {
        let error = GetFile::new("r", value).request().unwrap_err();
        assert!(error.to_string().contains("path parameter `path` "), "{error}");
    }
}

#[endpoint(POST, "/v1/<parent..>/messages:send")]
pub struct SendMessage {
    pub parent: String,
    pub text: String,
}

#[endpoint(POST, "/v1/<name..>:cancel" -> ())]
pub struct Cancel {}

#[endpoint(GET, "/<from..>/to/<to..>?beta=true")]
pub struct Compare {}

#[test]
fn a_parameter_of_several_segments_can_be_anywhere() {
    let request = SendMessage::new("projects/p 1/topics/t", "hi");
    assert!(wire(&request).starts_with("POST /v1/projects/p%201/topics/t/messages:send\n"));
    assert_eq!(SendMessage::SPEC.path, "/v1/{parent..}/messages:send");
    assert_eq!(wire(&Cancel::new("operations/o-1")), "POST /v1/operations/o-1:cancel\n\n");
    assert_eq!(wire(&Compare::new("a/b", "c/d")), "GET /a/b/to/c/d?beta=true\n\n");
    for value in ["", "/a", "a/", "a//b", "a/../b", "a/%2e%2E", "a%2Fb", "..", "a\\b"] {
        let error = SendMessage::new(value, "hi").request().unwrap_err();
        assert!(error.to_string().contains("path parameter `parent` "), "{error}");
    }
    // Harmless by itself, but not together with the adjacent text.
    let error = Cancel::new("a/b%3").request().err();
    assert!(error.is_none(), "`%3:` is no escape");
}

#[endpoint(GET, "/projects/<id>/issues")]
pub struct ListIssues {
    #[path(slashes)]
    pub id: String,
    pub state: Option<String>,
}

#[endpoint(PUT, "/packages/<package>" -> ())]
pub struct PutPackage<'a> {
    #[path(slashes, body)]
    #[serde(rename = "name")]
    pub package: &'a str,
    pub size: u8,
}

#[test]
fn slashes_are_encoded_where_that_is_declared() {
    let request = ListIssues::new("group/sub group/100%").state("open");
    assert_eq!(wire(&request), "GET /projects/group%2Fsub%20group%2F100%25/issues?state=open\n\n");
    assert_eq!(wire(&ListIssues::new("7")), "GET /projects/7/issues\n\n");
    assert!(
        wire(&PutPackage::new("@scope/name", 1)).starts_with("PUT /packages/%40scope%2Fname\n")
    );
    assert!(
        wire(&PutPackage::new("@scope/name", 1)).ends_with(r#"{"name":"@scope/name","size":1}"#)
    );
    let params: Vec<_> = PutPackage::SPEC.params.into_iter().collect();
    assert_eq!(params.iter().map(|it| it.slashes).collect::<Vec<_>>(), [true, false, false]);
}

#[test]
fn text_between_encoded_slashes_is_checked_at_every_level() {
    let pieces = [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "a/..",
        "../a",
        "a/%2e",
        "a/%252e%2E/b",
        "a\\b",
        "a/\n",
        "%00",
    ];
    for value in pieces {
        let error = ListIssues::new(value).request().unwrap_err();
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
        assert!(error.to_string().contains("path parameter `id` "), "{error}");
    }
    for value in ["group%2Fproject", "a/b%2fc", "%252F", "a%25252fb", "a%5Cb", "a/%255c", "%%32%46"]
    {
        let error = ListIssues::new(value).request().unwrap_err();
        assert!(
            error.to_string().ends_with("pass the value unencoded: `group/project`"),
            "{value}: {error}"
        );
    }
    assert!(ListIssues::new("a/".repeat(4095) + "bc").request().is_ok());
    let error = ListIssues::new("a/".repeat(4096) + "b").request().unwrap_err();
    assert!(error.to_string().contains("longer than 8 KiB"), "{error}");
}

#[endpoint(GET, "/branches/<branch>/status")]
pub struct GetBranch {}

/// Plane's server decodes paths before it routes them; other servers may not.
#[test]
fn an_error_suggests_how_to_send_slashes_where_that_can_be_right() {
    let suggests = |error: plane_api::Error| {
        let text = error.to_string();
        let both = ["<branch..>", "#[path(slashes)]"].map(|it| text.contains(it));
        assert_eq!(both[0], both[1], "{text}");
        both[0] || text.contains("slashes")
    };
    let error = GetBranch::new("feature/x").request().unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /branches/{branch}/status: path parameter `branch` contains `/`, which would change the path; if the \
         server expects slashes here, write `<branch..>` in the path, or mark the field `#[path(slashes)]` to send them \
         as `%2F`"
    );
    assert!(suggests(error));
    for value in ["a/../b", "/a", "a\\b", "a/b%2fc", "%2f"] {
        assert!(!suggests(GetBranch::new(value).request().unwrap_err()), "{value} is never sent");
    }
    let error = plane_api::v1::customers::GetCustomer::new("acme", "a/b").request().unwrap_err();
    assert!(!suggests(error));
    let error = plane_api::v1::customers::GetCustomer::new("a/b", "7").request().unwrap_err();
    assert!(error.to_string().ends_with("contains `/`, which would change the path"), "{error}");
}
