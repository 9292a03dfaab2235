//! Small descriptions, each of one unusual operation.

use plane_tests::openapi::{
    Feature::{self, *},
    Verdict::{self, ByHand, Exact, Missing},
};
use serde_json::{Value, json};

/// An operation, as JSON5 without its outer braces, and the expected features, in order.
pub(super) struct Case {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) operation: &'static str,
    pub(super) verdict: Verdict,
    pub(super) features: &'static [Feature],
}

const fn case(
    method: &'static str,
    path: &'static str,
    operation: &'static str,
    verdict: Verdict,
    features: &'static [Feature],
) -> Case {
    Case { method, path, operation, verdict, features }
}

/// Returns the description of these operations, in one document.
pub(super) fn description(cases: &[Case]) -> Value {
    let mut paths = json!({});
    for Case { method, path, operation, .. } in cases {
        // An empty response, unless the case is about responses.
        let default = if operation.contains("responses") {
            ""
        } else {
            r#", "responses": {"200": {"content": {"application/json": {}}}}"#
        };
        let text = format!("{{{operation}{default}}}").replacen("{,", "{", 1);
        let operation: Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(paths[*path].get(method).is_none(), "{method} {path} occurs twice");
        paths[*path][*method] = operation;
    }
    json!({
        "openapi": "3.1.0",
        "paths": paths,
        "components": {"securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer"},
            "basic": {"type": "http", "scheme": "Basic"},
            "digest": {"type": "http", "scheme": "digest"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "session": {"type": "apiKey", "in": "cookie", "name": "session"},
            "query": {"type": "apiKey", "in": "query", "name": "key"},
            "oauth": {"type": "oauth2"},
            "certificate": {"type": "mutualTLS"},
        }},
    })
}

macro_rules! query {
    ($rest:literal) => {
        concat!(r#""parameters": [{"in": "query", "name": "q", "#, $rest, "}]")
    };
}

macro_rules! header {
    ($name:literal, $rest:literal) => {
        concat!(r#""parameters": [{"in": "header", "name": ""#, $name, r#"", "#, $rest, "}]")
    };
}

macro_rules! body {
    ($media:literal, $rest:literal) => {
        concat!(
            r#""requestBody": {"required": true, "content": {""#,
            $media,
            r#"": {"#,
            $rest,
            "}}}"
        )
    };
}

macro_rules! responses {
    ($rest:literal) => {
        concat!(r#""responses": {"#, $rest, "}")
    };
}

pub(super) const CASES: &[Case] = &[
    // Methods and paths.
    case("get", "/plain", "", Exact, &[ResponseJson]),
    case("trace", "/plain", "", Missing, &[OtherMethod, ResponseJson]),
    case("get", "/path/{id}", "", Exact, &[PathParameter, ResponseJson]),
    case("get", "/path/{base}...{head}.json", "", Exact, &[PathPart, ResponseJson]),
    case(
        "get",
        "/path/{ref}/status",
        r#""parameters": [{"in": "path", "name": "ref", "x-multi-segment": true, "schema": {"type": "string"}}]"#,
        Exact,
        &[PathSlashes, ResponseJson],
    ),
    case("post", "/v1/{+name}:cancel", "", Exact, &[PathSlashes, ResponseJson]),
    case(
        "get",
        "/label/{id}",
        r#""parameters": [{"in": "path", "name": "id", "style": "matrix", "schema": {"type": "integer"}}]"#,
        Exact,
        &[PathPrefixed, ResponseJson],
    ),
    case(
        "get",
        "/path/{ids}/all",
        r#""parameters": [{"in": "path", "name": "ids", "schema": {"type": "array", "items": {"type": "integer"}}}]"#,
        ByHand,
        &[PathList, ResponseJson],
    ),
    case("get", "/path/{id}/{id}", "", ByHand, &[PathParameter, PathTwice, ResponseJson]),
    case("get", "/responses?beta=true", "", Exact, &[PathQuery, ResponseJson]),
    case("get", "/#Action=List", "", Exact, &[PathFragment, ResponseJson]),
    case("get", "/api/v1/users", "", Exact, &[PathRoot, ResponseJson]),
    case("get", "/path//id", "", Missing, &[PathEmptySegment, ResponseJson]),
    // Queries.
    case(
        "get",
        "/query/value",
        query!(r#""schema": {"type": "string"}"#),
        Exact,
        &[QueryValue, ResponseJson],
    ),
    case(
        "get",
        "/query/list",
        query!(r#""schema": {"type": "array", "items": {"type": "string"}}"#),
        Exact,
        &[QueryList, ResponseJson],
    ),
    case(
        "get",
        "/query/brackets",
        r#""parameters": [{"in": "query", "name": "ids[]", "schema": {"type": ["array", "null"], "items": {}}}]"#,
        Exact,
        &[QueryBrackets, ResponseJson],
    ),
    case(
        "get",
        "/query/comma",
        query!(r#""explode": false, "schema": {"type": "array", "items": {"type": "string"}}"#),
        Exact,
        &[QueryComma, ResponseJson],
    ),
    case(
        "get",
        "/query/pipe",
        query!(
            r#""style": "pipeDelimited", "schema": {"type": "array", "items": {"type": "string"}}"#
        ),
        ByHand,
        &[QueryDelimited, ResponseJson],
    ),
    case(
        "get",
        "/query/object",
        query!(r#""schema": {"type": "object", "properties": {"a": {"type": "string"}}}"#),
        Exact,
        &[QueryObject, ResponseJson],
    ),
    case(
        "get",
        "/query/joined",
        query!(r#""explode": false, "schema": {"type": "object"}"#),
        ByHand,
        &[QueryObjectJoined, ResponseJson],
    ),
    case(
        "get",
        "/query/deep",
        query!(
            r#""style": "deepObject", "explode": true, "schema": {"anyOf": [{"type": "integer"}, {"type": "object", "properties": {"gte": {"type": "integer"}}}]}"#
        ),
        Exact,
        &[QueryUnion, QueryValue, QueryDeepObject, ResponseJson],
    ),
    case(
        "get",
        "/query/open",
        query!(
            r#""style": "deepObject", "explode": true, "schema": {"type": "array", "items": {"type": "string"}}"#
        ),
        Exact,
        &[QueryOpen, ResponseJson],
    ),
    case(
        "get",
        "/query/empty",
        query!(r#""allowEmptyValue": true, "schema": {"type": "string"}"#),
        Exact,
        &[QueryEmpty, QueryValue, ResponseJson],
    ),
    case(
        "get",
        "/query/reserved",
        query!(r#""allowReserved": true, "schema": {"type": "string"}"#),
        ByHand,
        &[QueryReserved, QueryValue, ResponseJson],
    ),
    case(
        "get",
        "/query/reserved/number",
        query!(r#""allowReserved": true, "schema": {"type": "integer"}"#),
        Exact,
        &[QueryValue, ResponseJson],
    ),
    case(
        "get",
        "/query/json",
        query!(r#""content": {"application/json": {}}"#),
        ByHand,
        &[ParameterJson, ResponseJson],
    ),
    case(
        "get",
        "/query/text",
        query!(r#""content": {"text/csv": {}}"#),
        ByHand,
        &[ParameterContent, ResponseJson],
    ),
    case(
        "get",
        "/query/page",
        r#""parameters": [{"in": "query", "name": "cursor", "schema": {"type": "string"}}]"#,
        Exact,
        &[Pagination, QueryValue, ResponseJson],
    ),
    // Headers and cookies.
    case(
        "get",
        "/header",
        header!("X-A", r#""schema": {"type": "string"}"#),
        Exact,
        &[HeaderValue, ResponseJson],
    ),
    case(
        "get",
        "/header/constant",
        header!("X-A", r#""required": true, "schema": {"enum": ["1"]}"#),
        Exact,
        &[HeaderConstant, ResponseJson],
    ),
    case(
        "get",
        "/header/list",
        header!("X-A", r#""schema": {"type": "array", "items": {"type": "string"}}"#),
        Exact,
        &[HeaderList, ResponseJson],
    ),
    case(
        "get",
        "/header/object",
        header!("X-A", r#""schema": {"type": "object"}"#),
        ByHand,
        &[HeaderObject, ResponseJson],
    ),
    case(
        "post",
        "/header/key",
        header!("Idempotency-Key", r#""schema": {}"#),
        Exact,
        &[HeaderKey, ResponseJson],
    ),
    case(
        "get",
        "/header/credential",
        header!("X-Api-Key", r#""schema": {}"#),
        ByHand,
        &[HeaderCredential, ResponseJson],
    ),
    case(
        "get",
        "/header/length",
        header!("Content-Length", r#""schema": {}"#),
        Exact,
        &[HeaderTransport, ResponseJson],
    ),
    case(
        "get",
        "/header/accept",
        header!("Accept", r#""schema": {}"#),
        Exact,
        &[HeaderIgnored, ResponseJson],
    ),
    case(
        "get",
        "/cookie",
        r#""parameters": [{"in": "cookie", "name": "a"}]"#,
        ByHand,
        &[Cookie, ResponseJson],
    ),
    // Bodies.
    case(
        "get",
        "/body",
        body!("application/json", r#""schema": {"type": "object"}"#),
        Missing,
        &[BodyOnGet, ResponseJson],
    ),
    case(
        "get",
        "/body/empty",
        r#""requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {}}}}}"#,
        Exact,
        &[BodyEmpty, ResponseJson],
    ),
    case(
        "post",
        "/body/json",
        body!(
            "application/json",
            r#""schema": {"type": "object", "additionalProperties": {}, "required": ["a"], "properties": {
                "a": {"type": ["string", "null"]}, "b": {"nullable": true, "type": "integer"}, "c": {"type": "array"}}}"#
        ),
        Exact,
        &[BodyJson, BodyOpen, BodyNullable, BodyPatch, ResponseJson],
    ),
    case(
        "delete",
        "/body/list",
        body!("application/json", r#""schema": {"type": "array", "items": {"type": "string"}}"#),
        Exact,
        &[BodyWhole, ResponseJson],
    ),
    case(
        "patch",
        "/body/dialect",
        body!(
            "application/merge-patch+json",
            r#""schema": {"type": "object", "properties": {"a": {}}}"#
        ),
        Exact,
        &[BodyDialect, BodyJson, ResponseJson],
    ),
    case(
        "post",
        "/body/optional",
        r#""requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}"#,
        Exact,
        &[BodyJson, BodyOptional, ResponseJson],
    ),
    case(
        "post",
        "/body/optional/whole",
        r#""requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}}}}"#,
        Exact,
        &[BodyJson, BodyOptionalWhole, ResponseJson],
    ),
    case(
        "post",
        "/body/null",
        body!("application/json", r#""schema": {"oneOf": [{"type": "null"}, {"type": "string"}]}"#),
        Exact,
        &[BodyNull, BodyWhole, ResponseJson],
    ),
    case(
        "post",
        "/form",
        body!(
            "application/x-www-form-urlencoded",
            r#""encoding": {"address": {"style": "deepObject", "explode": true}, "expand": {"style": "deepObject"}},
            "schema": {"type": "object", "properties": {"amount": {"type": "integer"},
                "expand": {"type": "array", "items": {"type": "string"}}, "address": {"anyOf": [{"type": "object"}, {"enum": [""]}]}}}"#
        ),
        Exact,
        &[Form, FormNested, FormBrackets, ResponseJson],
    ),
    case(
        "post",
        "/form/joined",
        body!(
            "application/x-www-form-urlencoded",
            r#""encoding": {"a": {"explode": false}, "b": {"allowReserved": true}},
            "schema": {"type": "object", "properties": {"a": {"type": "array"}, "b": {"type": "string"}, "c": {"type": "object"}}}"#
        ),
        ByHand,
        &[Form, FormJoined, FormReserved, FormJson, ResponseJson],
    ),
    case(
        "post",
        "/parts",
        body!(
            "multipart/form-data",
            r#""encoding": {"note": {"contentType": "text/markdown"}, "nested": {"style": "deepObject"}},
            "schema": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"},
                "meta": {"type": "object"}, "note": {"type": "string"}, "nested": {"type": "object"}, "tags": {"type": "array"}}}"#
        ),
        Exact,
        &[Multipart, PartFile, PartJson, PartNested, PartType, ResponseJson],
    ),
    case(
        "post",
        "/parts/odd",
        body!(
            "multipart/form-data",
            r#""encoding": {"a": {"headers": {"X-A": {}}}}, "schema": {"type": "object", "properties": {
                "a": {"type": "string"}, "b": {"type": "array", "items": {"type": "object"}}, "c": {"oneOf": [{"type": "string"}, {"type": "object"}]}}}"#
        ),
        Missing,
        &[Multipart, PartHeaders, PartJsonList, PartUnion, ResponseJson],
    ),
    case(
        "post",
        "/parts/optional",
        r#""requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}"#,
        ByHand,
        &[PartsOptional, Multipart, ResponseJson],
    ),
    case(
        "post",
        "/body/mixed",
        body!("multipart/mixed", r#""schema": {}"#),
        ByHand,
        &[BodyMultipart, ResponseJson],
    ),
    case(
        "post",
        "/body/text",
        body!("text/plain", r#""schema": {"type": "string"}"#),
        Exact,
        &[BodyText, ResponseJson],
    ),
    case(
        "put",
        "/body/bytes",
        body!("image/png", r#""schema": {"type": "string", "format": "binary"}"#),
        Exact,
        &[BodyBytes, ResponseJson],
    ),
    case(
        "post",
        "/body/xml",
        body!("application/xml", r#""schema": {"type": "object"}"#),
        ByHand,
        &[BodyEncoded, ResponseJson],
    ),
    case(
        "post",
        "/body/alternatives",
        r#""requestBody": {"required": true, "content": {"application/xml": {"schema": {"type": "object"}},
            "application/json": {"schema": {"type": "object", "properties": {"a": {"type": "integer"}}}}}}"#,
        Exact,
        &[BodyAlternatives, BodyJson, ResponseJson],
    ),
    // Responses.
    case(
        "get",
        "/response/none",
        responses!(r#""204": {"description": ""}"#),
        Exact,
        &[ResponseEmpty],
    ),
    case(
        "get",
        "/response/optional",
        responses!(r#""200": {"content": {"application/json": {}}}, "204": {}, "404": {}"#),
        Exact,
        &[ResponseOptional, ResponseJson, ResponseEmpty],
    ),
    case(
        "get",
        "/response/statuses",
        responses!(
            r#""200": {"content": {"application/json": {"schema": {"type": "object"}}}}, "202": {"headers": {"Location": {}}, "content": {"text/plain": {"schema": {"type": "string"}}}}"#
        ),
        Exact,
        &[ResponseHeaders, ResponseStatuses, ResponseJson, ResponseText],
    ),
    case(
        "get",
        "/response/streams",
        responses!(
            r#""200": {"content": {"application/xml": {"schema": {"type": "object"}}, "text/event-stream": {}}}, "206": {"content": {"application/x-ndjson": {}}}"#
        ),
        Exact,
        &[ResponseStatuses, ResponseAlternatives, ResponseEvents, ResponseLines],
    ),
    case(
        "get",
        "/response/bytes",
        responses!(r#""default": {"content": {"application/zip": {}}}"#),
        Exact,
        &[ResponseBytes],
    ),
    case(
        "get",
        "/response/xml",
        responses!(r#""2XX": {"content": {"application/xml": {"schema": {"type": "object"}}}}"#),
        ByHand,
        &[ResponseEncoded],
    ),
    case(
        "get",
        "/response/redirect",
        responses!(r#""302": {}, "404": {}"#),
        Exact,
        &[ResponseRedirect],
    ),
    case(
        "get",
        "/response/moved",
        responses!(r#""204": {}, "301": {}, "304": {}"#),
        Exact,
        &[ResponseMoved, ResponseEmpty],
    ),
    case(
        "get",
        "/response/found",
        responses!(r#""204": {}, "302": {}"#),
        ByHand,
        &[ResponseFound, ResponseEmpty],
    ),
    case("get", "/response/upgrade", responses!(r#""101": {}"#), Missing, &[ResponseUpgrade]),
    // Security and servers.
    case(
        "get",
        "/security/certificate",
        r#""security": [{"certificate": []}]"#,
        Exact,
        &[ResponseJson, SecurityCertificate],
    ),
    case("get", "/security/none", r#""security": []"#, Exact, &[ResponseJson, SecurityNone]),
    case(
        "get",
        "/security/both",
        r#""security": [{"key": [], "bearer": []}]"#,
        ByHand,
        &[ResponseJson, SecuritySeveral, SecurityBearer, SecurityHeader],
    ),
    case(
        "get",
        "/security/best",
        r#""security": [{"digest": []}, {"basic": []}]"#,
        Exact,
        &[ResponseJson, SecurityBasic],
    ),
    case(
        "get",
        "/security/query",
        r#""security": [{"query": []}]"#,
        Exact,
        &[ResponseJson, SecurityQuery],
    ),
    case(
        "get",
        "/security/cookie",
        r#""security": [{"session": []}]"#,
        Exact,
        &[ResponseJson, SecurityHeader],
    ),
    case(
        "get",
        "/security/oauth",
        r#""security": [{"oauth": ["read"]}]"#,
        Exact,
        &[ResponseJson, SecurityBearer],
    ),
    case(
        "get",
        "/security/digest",
        r#""security": [{"digest": []}]"#,
        ByHand,
        &[ResponseJson, SecurityOther],
    ),
    case(
        "get",
        "/server/other",
        r#""servers": [{"url": "https://uploads.example.com"}]"#,
        ByHand,
        &[ResponseJson, ServerOther],
    ),
    case(
        "get",
        "/server/root",
        r#""servers": [{"url": "/v2"}]"#,
        Exact,
        &[ResponseJson, ServerRoot],
    ),
    case(
        "get",
        "/reference",
        r##""parameters": [{"$ref": "other.json#/a"}]"##,
        Missing,
        &[Unresolved, ResponseJson],
    ),
];
