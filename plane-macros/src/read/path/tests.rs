mod corrections;

use super::{Context, Reading, Template};

fn read(path: &str) -> Reading {
    Template::read(path, Context::default())
}

fn right(path: &str, has_root: bool) -> Option<Template> {
    let root = has_root.then_some("/api/v2");
    let reading = Template::read(path, Context { root, ..Context::default() });
    reading.mistakes.is_empty().then_some(reading.template)
}

fn braces(path: &str) -> String {
    let reading = read(path);
    let report = reading.report(path, &reading.corrected, "");
    report.unwrap_or_else(|| reading.template.in_braces())
}

#[test]
fn paths_are_cut_at_their_parameters() {
    let table: &[(&str, &str, &[&str])] = &[
        ("/", "/", &[]),
        ("/users/me/", "/users/me/", &[]),
        ("/users/<id>", "/users/{id}", &["id"]),
        ("/<a>/x/<b>/", "/{a}/x/{b}/", &["a", "b"]),
        (
            "/work-items/<project>-<sequence>/",
            "/work-items/{project}-{sequence}/",
            &["project", "sequence"],
        ),
        (
            "/v<major>.<minor>/<type>:cancel",
            "/v{major}.{minor}/{type}:cancel",
            &["major", "minor", "type"],
        ),
        ("/a%20b/(x)/~me@home", "/a%20b/(x)/~me@home", &[]),
        ("/api/v10/x", "/api/v10/x", &[]),
        ("/.well-known/...", "/.well-known/...", &[]),
    ];
    for (path, expected, names) in table {
        let read = right(path, false).map(|template| {
            let names: Vec<String> = template.params().map(|param| param.name.clone()).collect();
            (template.in_braces(), names)
        });
        let names = names.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(read, Some(((*expected).to_owned(), names)), "{path}");
    }
}

#[test]
fn a_constant_query_may_follow() {
    let query =
        |path: &str| right(path, false).map(|template| (template.in_braces(), template.query));
    let table = [
        ("/a/<b>/?c=d", "/a/{b}/", "c=d"),
        ("/a?beta", "/a", "beta"),
        ("/a?f[x]=1&g=%20/?:@", "/a", "f[x]=1&g=%20/?:@"),
        ("/a?url=http://x.example/y", "/a", "url=http://x.example/y"),
        ("/a", "/a", ""),
    ];
    for (path, braces, expected) in table {
        assert_eq!(query(path), Some((braces.to_owned(), expected.to_owned())), "{path}");
    }
    assert!(right("/api/v1/a", true).is_some());
}

#[test]
fn a_parameter_knows_its_spot() {
    let spots =
        |template: Template| template.params().map(|param| param.spot.clone()).collect::<Vec<_>>();
    assert_eq!(right("/a/<b>/<c_d>", false).map(spots), Some(vec![3..6, 7..12]));
}

#[test]
fn mistakes_are_shown_at_their_spot() {
    let table = [
        ("", "a path starts with `/`\n  \n  ^\nhelp: write `/`"),
        ("a/", "a path starts with `/`\n  a/\n  ^\nhelp: write `/a/`"),
        (
            "https://x.example/a",
            "a path is relative to the API root, which is set on the client\n  https://x.example/a\n  \
             ^^^^^^^^^^^^^^^^^^^\nhelp: write `/a`",
        ),
        (
            "x.example/api/v1/a",
            "a path is relative to the API root, which is set on the client\n  x.example/api/v1/a\n  \
             ^^^^^^^^^^^^^^^^^^\nhelp: write `/a`",
        ),
        (
            "GET /a",
            "the method comes before the path, outside of the quotes\n  GET /a\n  ^^^^^^\nhelp: write `/a`",
        ),
        ("/a ", "a path starts and ends without spaces\n  /a \n  ^^^\nhelp: write `/a`"),
        (
            "/api/v1/a",
            "a path is relative to the API root, which already has `/api/v1`\n  /api/v1/a\n  ^^^^^^^\nhelp: write `/a`; \
             for another root add `root = \"/…\"` after the path",
        ),
        ("/a//b", "a path has no empty segments\n  /a//b\n    ^^\nhelp: write `/a/b`"),
        ("//", "a path has no empty segments\n  //\n  ^^\nhelp: write `/`"),
        ("/a/../b", "a path has no `..` segments\n  /a/../b\n     ^^\nhelp: write `/b`"),
        ("/a/%2E", "a path has no `.` segments\n  /a/%2E\n     ^^^\nhelp: write `/a/`"),
        (
            "/a?b=<c>",
            "the query in a path is constant\n  /a?b=<c>\n       ^^^\nhelp: write `/a`; declare a field `b`, which is sent in the query",
        ),
        (
            "/a?b=1&=2",
            "a constant query parameter needs a name\n  /a?b=1&=2\n         ^^\nhelp: write `/a?b=1`; a parameter is `name=value`",
        ),
        (
            "/a?b&%62=2",
            "constant query parameter `b` is repeated; remove one\n  /a?b&%62=2\n       ^^^^^\nhelp: write `/a?b`",
        ),
        ("/a?b=ä", "invalid character in a query\n  /a?b=ä\n       ^\nhelp: write `/a?b=%C3%A4`"),
        (
            "/a?",
            "no query follows this `?`\n  /a?\n    ^\nhelp: write `/a`; for a constant query write `?name=value`",
        ),
        (
            "/a#b",
            "a path has no fragment; it is not sent to a server\n  /a#b\n    ^\nhelp: write `/a`",
        ),
        ("/a b", "a path has no spaces\n  /a b\n    ^\nhelp: write `/a%20b`"),
        ("/ü/x", "a path consists of ASCII characters\n  /ü/x\n   ^\nhelp: write `/%C3%BC/x`"),
        ("/a&amp;b", "`&amp;` is the escape of HTML\n  /a&amp;b\n    ^^^^^\nhelp: write `/a&b`"),
        (
            "/a?b=1&amp;c=2",
            "`&amp;` is the escape of HTML\n  /a?b=1&amp;c=2\n        ^^^^^\nhelp: write `/a?b=1&c=2`",
        ),
        (
            "/a/\nb",
            "a path has no line breaks and other control characters\n  /a/ b\n     ^\nhelp: write `/a/b`",
        ),
        (
            "/5%",
            "`%` starts an escape such as `%20`\n  /5%\n    ^\nhelp: write `/5%25`, in which `%25` is the character itself",
        ),
        (
            "/{id}/x",
            "a path parameter is written `<name>`\n  /{id}/x\n   ^^^^\nhelp: write `/<id>/x`",
        ),
        ("/{id/x", "a path parameter is written `<name>`\n  /{id/x\n   ^^^\nhelp: write `/<id>/x`"),
        ("/:id/x", "a path parameter is written `<name>`\n  /:id/x\n   ^^^\nhelp: write `/<id>/x`"),
        ("/:id?", "a path parameter is written `<name>`\n  /:id?\n   ^^^^\nhelp: write `/<id>`"),
        ("/{}", "a path parameter is written `<name>`\n  /{}\n   ^^\nhelp: write `/<id>`"),
        (
            "/{{id}}/x",
            "a path parameter is written `<name>`\n  /{{id}}/x\n   ^^^^^^\nhelp: write `/<id>/x`",
        ),
        (
            "/a-${id}",
            "a path parameter is written `<name>`\n  /a-${id}\n     ^^^^^\nhelp: write `/a-<id>`",
        ),
        ("/[id]", "a path parameter is written `<name>`\n  /[id]\n   ^^^^\nhelp: write `/<id>`"),
        ("/%s", "a path parameter is written `<name>`\n  /%s\n   ^^\nhelp: write `/<id>`"),
        (
            "/{a-b}",
            "a path parameter is written `<name>`\n  /{a-b}\n   ^^^^^\nhelp: write `/<a_b>`",
        ),
        (
            "/{id:uuid}",
            "a path parameter is written `<name>`\n  /{id:uuid}\n   ^^^^^^^^^\nhelp: write `/<id>`",
        ),
        ("/<>/x", "a path parameter needs a name\n  /<>/x\n   ^^\nhelp: write `/<id>/x`"),
        ("/<id/x", "`<` is not closed\n  /<id/x\n   ^^^\nhelp: write `/<id>/x`"),
        ("/id>/x", "`>` has no matching `<`\n  /id>/x\n   ^^^\nhelp: write `/<id>/x`"),
        (
            "/<a>/<a>",
            "path parameter `a` is repeated; give each its own name\n  /<a>/<a>\n       ^^^\nhelp: write `/<a>/<a_2>`",
        ),
        (
            "/<self>",
            "`self` cannot be the name of a field\n  /<self>\n   ^^^^^^\nhelp: write `/<id>`",
        ),
        (
            "/<work-item>",
            "`work-item` cannot be the name of a field; use letters, digits and `_`\n  /<work-item>\n   ^^^^^^^^^^^\n\
             help: write `/<work_item>`",
        ),
        (
            "/<id:int>",
            "a path parameter is written without its type, which its field has\n  /<id:int>\n   ^^^^^^^^\nhelp: write \
             `/<id>`",
        ),
        (
            "/<uuid:id>",
            "a path parameter is written without its type, which its field has\n  /<uuid:id>\n   ^^^^^^^^^\nhelp: write \
             `/<id>`",
        ),
        ("/<rest..>/x", "/{rest..}/x"),
        ("/v1/<a..>:go/x-<b..>.y?c=d", "/v1/{a..}:go/x-{b..}.y"),
        (
            "/<a..><b>/x",
            "nothing separates `a` from `b`\n  /<a..><b>/x\n   ^^^^^^^^\nhelp: write `/<a..>/<b>/x`, or other text between them",
        ),
        (
            "/{a}<b>",
            "a path parameter is written `<name>`\n  /{a}<b>\n   ^^^^^^\nhelp: write `/<a>/<b>`, or other text between them",
        ),
        (
            "\\a\\<id>\\",
            "a path has no backslashes\n  \\a\\<id>\\\n  ^ ^    ^\nhelp: write `/a/<id>/`",
        ),
        (
            "/<id?>/",
            "a path parameter cannot be optional\n  /<id?>/\n   ^^^^^\nhelp: write `/<id>/`",
        ),
        (
            "/a/*",
            "`*` is sent as it is\n  /a/*\n     ^\nhelp: write `/a/<path..>`; the character itself is written `%2A`",
        ),
        ("/a/<rest..>", "/a/{rest..}"),
        ("/a/<rest..>/", "/a/{rest..}/"),
        (
            "/{a}/b c",
            "a path parameter is written `<name>`\n  /{a}/b c\n   ^^^  ^\nhelp: write `/<a>/b%20c`",
        ),
    ];
    for (path, expected) in table {
        assert_eq!(braces(path), expected, "{path}");
    }
}
