//! Wrong paths and their corrected forms.

use super::{Context, Template, read};

/// The syntax of other languages and frameworks, each with the corrected path.
#[test]
fn other_syntax_is_corrected() {
    let table = [
        ("/{a}/b/{c}/", "/<a>/b/<c>/"),
        ("/<<a>>/b", "/<a>/b"),
        ("/>a</b", "/<a>/b"),
        ("/:a-:b/", "/<a>-<b>/"),
        ("/:id(\\d+)/x", "/<id>/x"),
        ("/:rest*", "/<rest..>"),
        ("/files/*path", "/files/<path..>"),
        ("/files/{*path}", "/files/<path..>"),
        ("/files/{**path}", "/files/<path..>"),
        ("/files/{path*}", "/files/<path..>"),
        ("/files/{+path}", "/files/<path..>"),
        ("/files/{path...}", "/files/<path..>"),
        ("/files/<..path>", "/files/<path..>"),
        ("/files/<path...>", "/files/<path..>"),
        ("/files/<*path>", "/files/<path..>"),
        ("/files/<path:rest>", "/files/<rest..>"),
        ("/files/{path:path}", "/files/<path..>"),
        ("/files/[...path]", "/files/<path..>"),
        ("/files/[[...path]]", "/files/<path..>"),
        ("/v1/{name=users/*/keys/*}:get", "/v1/<name..>:get"),
        ("/<u64:id>/", "/<id>/"),
        ("/<Uuid:id>/", "/<id>/"),
        ("/<id: u64>/", "/<id>/"),
        ("/{id:[0-9]{3}}/x", "/<id>/x"),
        ("/&lt;id&gt;/", "/<id>/"),
        ("/%3Cid%3E/", "/<id>/"),
        ("/(?P<id>[0-9]+)/", "/<id>/"),
        ("/#{id}/", "/<id>/"),
        ("/%{id}/", "/<id>/"),
        ("/{{ id }}/", "/<id>/"),
        ("/<%= id %>/", "/<id>/"),
        ("/<id?>/{b?}", "/<id>/<b>"),
        ("/<work-item>/{id", "/<work_item>/<id>"),
        ("\\a\\{b}", "/a/<b>"),
        ("get /a/{b}", "/a/<b>"),
        ("https://x.example/api/v1/a/{b}?c=d", "/a/<b>?c=d"),
        ("/api/v1/a/{b}", "/a/<b>"),
        ("/api/v1", "/"),
        ("/a//{b}//", "/a/<b>/"),
        ("/<a><b>", "/<a>/<b>"),
    ];
    for (path, expected) in table {
        let reading = read(path);
        assert_eq!(reading.corrected, expected, "{path}");
        let again = read(expected);
        assert_eq!(again.mistakes, [], "{expected}");
        assert!(!reading.mistakes.is_empty() && reading.template.is_clear, "{path}");
        assert_eq!(reading.template.in_braces(), again.template.in_braces(), "{path}");
    }
}

#[test]
fn regular_expressions_are_corrected() {
    let table = [
        ("^users/$", "/users/"),
        ("^/users/(?P<userId>\\d+)/$", "/users/<user_id>/"),
        ("/a/(?<id>[^/.]+)/?$", "/a/<id>/"),
        ("/^\\/users\\/(\\w+)\\/x\\.json$/", "/users/<id>/x.json"),
        ("/y/[0-9]{4}/x?a=b", "/y/<id>/x?a=b"),
        ("/users/<id>(?:\\.json)?$", "/users/<id>"),
        ("/users/.*", "/users/<id>"),
    ];
    for (path, expected) in table {
        let reading = read(path);
        assert_eq!(reading.corrected, expected, "{path}");
        assert_eq!(reading.mistakes[0].message, "a path is not a regular expression", "{path}");
    }
    for path in ["/users/$count", "/a+b/$", "/Users(<id>)/x.*", "/a?f[0-9]=.+"] {
        assert_eq!(read(path).mistakes, [], "{path}");
    }
}

/// Paths whose parameters are known only after correction.
#[test]
fn some_parameters_cannot_be_guessed() {
    for path in ["/<>", "/{}", "/%s", "/<a>/<a>", "/<self>", "/a?b=<c>", "/<1>"] {
        let reading = read(path);
        assert!(!reading.mistakes.is_empty() && !reading.template.is_clear, "{path}");
    }
}

/// Names of fields that the path does not reveal, each with the corrected path. `id` and `task_id` may be parameters, and
/// `page` is a field of the query.
#[test]
fn fields_complete_a_path() {
    let read = |path: &str, free: &[&str], has_body: bool| {
        let queried = ["page".to_owned()];
        let context = Context {
            has_body,
            queried: if has_body { &[] } else { &queried },
            fields: &["id", "task_id", "page"],
            free,
            ..Context::default()
        };
        let reading = Template::read(path, context);
        let again = Template::read(&reading.corrected, context);
        assert_eq!(again.mistakes, [], "{path}: {}", reading.corrected);
        reading
    };
    let placeholders = [
        "{}",
        "{0}",
        "<>",
        "<1>",
        "<_>",
        "<..>",
        "*",
        "**",
        "%s",
        "%d",
        "%1$s",
        "$1",
        "</>",
        "<Self>",
        "<crate>",
        "<id-name>",
        "<id,name>",
        "<user.id>",
        "</id>",
        "<id />",
        "<id/>",
        "(id)",
        "$(id)",
        "@id",
        "#id",
        "id",
        "ID",
        "' + id + '",
        "\" + id.to_string() + \"",
        "' . $id . '",
        "\\(id)",
        "%(id)s",
        "\u{ab}id\u{bb}",
        "\u{ff1c}id\u{ff1e}",
        "id>",
        "id}",
        "<id>>",
        "<id>{",
        "%<id>",
        "\"<id>\"",
        "<id> ",
        "{id}{?page,per_page}",
        "{id}?page={page}",
        "<id>?page",
        "<id>?page=&per_page={n}",
        "<id>#top",
    ];
    for written in placeholders {
        for (path, has_body) in [(format!("/a/{written}"), false), (format!("/a/{written}"), true)]
        {
            let reading = read(&path, &["id"], has_body);
            let is_query = has_body && reading.corrected.starts_with("/a/<id>?page");
            assert!(reading.corrected == "/a/<id>" || is_query, "{path}: {}", reading.corrected);
        }
    }
    let table: &[(&str, &[&str], bool, &str)] = &[
        ("/tasks/{}/", &["task_id"], true, "/tasks/<task_id>/"),
        ("/tasks/task_id/", &["task_id"], false, "/tasks/<task_id>/"),
        ("/a/%s/tasks/%d/", &["id", "task_id"], false, "/a/<id>/tasks/<task_id>/"),
        // The field of a body may be meant as such.
        ("/projects/{}/", &["task_id"], true, "/projects/<project_id>/"),
        ("/projects/{}/", &["task_id"], false, "/projects/<task_id>/"),
        ("/a/{}/", &["id", "task_id"], true, "/a/<id>/"),
        ("/tasks/{}/", &["id", "task_id"], false, "/tasks/<key>/"),
        ("/a/{}/b/{}/", &["id"], false, "/a/<id>/b/<b_id>/"),
        ("/a/{}/b/{}/", &["task_id"], false, "/a/<a_id>/b/<b_id>/"),
        ("/a/?page&per_page=1", &[], false, "/a/?per_page=1"),
    ];
    for (path, free, has_body, corrected) in table {
        assert_eq!(read(path, free, *has_body).corrected, *corrected, "{path}");
    }
    // These are right.
    for path in [
        "/id/<id>/",
        "/a/(x)/",
        "/search/",
        "/a/?url=http://x.example/?y=1",
        "/a/?page=1",
        "/a/?price=$100&c=:d&q='x'",
    ] {
        assert_eq!(read(path, &["id", "search"], false).mistakes, [], "{path}");
    }
}

/// Every correction is accepted: obeying it brings up no other mistake.
#[test]
fn all_mistakes_are_corrected_at_once() {
    let table = [
        (
            "/api/v1/workspaces/{slug}/projects/{project_id}/",
            "/workspaces/<slug>/projects/<project_id>/",
        ),
        ("api/v1/a/{id}/", "/a/<id>/"),
        ("/a//{id}/?x=<y>", "/a/<id>/"),
        ("/a b/{id}/", "/a%20b/<id>/"),
        ("/a/../{id}/./b/#c", "/<id>/b/"),
        ("GET https://h/api/v1/a/{id}?b=c d", "/a/<id>?b=c%20d"),
        ("\\a\\{id}\\b c", "/a/<id>/b%20c"),
        ("/a{/id}{.format}", "/a/<id>.<format>"),
        ("/a/<id>?b={c}&&d=1?e=2&f=#g", "/a/<id>?d=1&e=2&f="),
        ("/a/%zz/{id}/%", "/a/%25zz/<id>/%25"),
        ("/{}/{}/{}", "/<id>/<id_2>/<id_3>"),
        ("/<id,name>/x", "/<id>,<name>/x"),
        ("/a/<id> <x>", "/a/<id>/<x>"),
        ("/a/<id>, <x>", "/a/<id>,<x>"),
        ("/ /a//{id}//", "/a/<id>/"),
        ("{{base_url}}/api/v1/a/{{id}}", "/a/<id>"),
        ("${HOST}/a/${id}", "/a/<id>"),
        ("localhost:8000/a/{id}", "/a/<id>"),
        ("GET /api/v1/a/{id} HTTP/1.1", "/a/<id>"),
        ("/a/?id=%s&b=:b&c=$c&d=1", "/a/?d=1"),
        ("/a/{request}/{new}", "/a/<request_id>/<new_id>"),
    ];
    for (path, corrected) in table {
        let reading = read(path);
        assert_eq!(reading.corrected, corrected, "{path}");
        assert_eq!(read(corrected).mistakes, [], "{corrected}");
        let report = reading.report(path, &reading.corrected, "").unwrap_or_default();
        assert_eq!(report.matches("help: ").count(), 1, "{report}");
    }
}
