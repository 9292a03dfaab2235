//! [`Feature`]: the features of OpenAPI requests, and their declarations.

use std::fmt;

/// The verdict on a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// A declaration sends exactly the described bytes and decodes the described response.
    Exact,
    /// The user must write a function or a type, or the request is equal only after the server has decoded it.
    ByHand,
    /// It cannot be declared.
    Missing,
}

impl Verdict {
    /// All verdicts, the best first.
    pub const ALL: [Self; 3] = [Self::Exact, Self::ByHand, Self::Missing];
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact => "exact",
            Self::ByHand => "by hand",
            Self::Missing => "missing",
        })
    }
}

macro_rules! features {
    ($($feature:ident: $verdict:ident, $name:literal, $syntax:literal;)+) => {
        /// A feature of OpenAPI, as in the table in the documentation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each has a name")]
        pub enum Feature {
            $($feature),+
        }

        impl Feature {
            /// All features, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$feature),+];

            /// Returns its verdict.
            #[must_use]
            pub const fn verdict(self) -> Verdict {
                match self {
                    $(Self::$feature => Verdict::$verdict),+
                }
            }

            /// Returns its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$feature => $name),+
                }
            }

            /// Returns its declaration.
            #[must_use]
            pub const fn syntax(self) -> &'static str {
                match self {
                    $(Self::$feature => $syntax),+
                }
            }
        }
    };
}

features! {
    OtherMethod: Missing, "methods `TRACE` and `QUERY`", "your own `impl Endpoint`";
    PathParameter: Exact, "path parameter, style `simple`", "`<name>`";
    PathPart: Exact, "path parameter within a segment", "`/<base>...<head>`, `/<name>.json`";
    PathSlashes: Exact, "path parameter of several segments", "`<name..>`; `#[path(slashes)]` if the slashes are sent as `%2F`";
    PathPrefixed: Exact, "path parameter, styles `label` and `matrix`", "`/.<name>`, `/;name=<name>`";
    PathList: ByHand, "list or object in the path", "your own type with `Display`; its commas are sent as `%2C`";
    PathTwice: ByHand, "path parameter that occurs twice in the path", "two parameters, which the caller sets to the same value";
    PathQuery: Exact, "query in the path", "`\"/path?beta=true\"`; a field if the query is not constant";
    PathFragment: Exact, "fragment in the path", "nothing; it is not sent";
    PathRoot: Exact, "path that starts with `/api/v1`", "`root = \"/api/v1\"`";
    PathEmptySegment: Missing, "empty, `.` or `..` segment in the path", "";
    QueryValue: Exact, "query parameter, style `form`", "a field; `#[query]` if there is a body";
    QueryList: Exact, "list, `explode: true`", "`Vec<T>`";
    QueryBrackets: Exact, "list named `name[]`", "`#[query(brackets)]`, or the option `brackets`";
    QueryComma: Exact, "list, `explode: false`", "`#[query(comma)]`";
    QueryDelimited: ByHand, "list, `spaceDelimited` or `pipeDelimited`", "`#[serde(with = \"…\")]`, a function that joins it";
    QueryObject: Exact, "object, style `form`, `explode: true`", "`#[flatten]`; `#[query]` and `#[flatten]` if there is a body";
    QueryObjectJoined: ByHand, "object, `explode: false`", "`#[query(comma)]` and `#[serde(with = \"…\")]`, a function that makes a list of it";
    QueryDeepObject: Exact, "object, style `deepObject`", "a struct or a map: `name[key]=x`";
    QueryOpen: Exact, "nested lists and objects, whose format OpenAPI does not define", "`name[key][inner]=x`, `name[0][key]=x`; lists within lists with `brackets`";
    QueryUnion: Exact, "`oneOf` of a value and an object or a list", "an enum with `#[serde(untagged)]`";
    QueryEmpty: Exact, "`allowEmptyValue`", "an empty string: `name=`";
    QueryReserved: ByHand, "`allowReserved`", "a field; reserved characters are sent percent-encoded";
    ParameterJson: ByHand, "parameter with `content: application/json`", "`#[serde(with = \"…\")]`, a function that writes JSON text";
    ParameterContent: ByHand, "parameter with other `content`", "`#[serde(with = \"…\")]`, a function that writes the text";
    HeaderValue: Exact, "header", "`#[header(\"X-Name\")]`";
    HeaderConstant: Exact, "header with one possible value", "`header(\"X-Name\" = \"value\")`";
    HeaderList: Exact, "list in a header", "`#[header(\"X-Name\")]` on a `Vec<T>`";
    HeaderObject: ByHand, "object in a header", "`#[header(\"X-Name\")]` on a type with `Display`";
    HeaderKey: Exact, "header `Idempotency-Key`", "`#[idempotency_key(\"Idempotency-Key\")]`";
    HeaderCredential: ByHand, "header `X-API-Key` as a parameter", "`Auth` of the client, not of the request";
    HeaderTransport: Exact, "headers `Host`, `Content-Length`, `Transfer-Encoding` and `Connection`", "nothing; the transport sends them";
    HeaderIgnored: Exact, "headers `Accept`, `Authorization` and `Content-Type` as parameters", "nothing; OpenAPI ignores them";
    Cookie: ByHand, "cookie parameter", "`#[header(\"Cookie\")]` with the text `name=value`";
    BodyOnGet: Missing, "body of a `GET` or `HEAD`", "";
    BodyJson: Exact, "JSON object", "fields; `json` under `DELETE`";
    BodyWhole: Exact, "other JSON: list, value, `oneOf`", "`#[body]`";
    BodyDialect: Exact, "JSON under another media type", "`header(\"Content-Type\" = \"application/merge-patch+json\")`";
    BodyOpen: Exact, "`additionalProperties`", "`#[flatten]` on a map";
    BodyNullable: Exact, "property that is required and may be `null`", "`#[nullable]`";
    BodyPatch: Exact, "property that is optional and may be `null`", "`Patch<T>`";
    BodyOptional: Exact, "optional body whose properties are all optional", "`json = optional`";
    BodyOptionalWhole: Exact, "optional body with required properties", "`#[body]` on an `Option<T>`";
    BodyNull: Exact, "body that may be `null`", "`#[body]` and `#[nullable]` on an `Option<T>`; `#[body]` on a `Patch<T>` if the body is optional";
    Form: Exact, "`application/x-www-form-urlencoded`", "`form`";
    FormNested: Exact, "object in a form, `deepObject`", "a struct or a map: `name[key]=x`";
    FormBrackets: Exact, "list in a form, `deepObject` or named `name[]`", "`form, brackets`";
    FormJoined: ByHand, "list in a form, `explode: false` or delimited", "`#[serde(with = \"…\")]`, a function that joins it; its commas are sent as `%2C`";
    FormJson: ByHand, "JSON in a field of a form", "`#[serde(with = \"…\")]`, a function that writes JSON text";
    FormReserved: ByHand, "`allowReserved` in a form", "a field; reserved characters are sent percent-encoded";
    Multipart: Exact, "`multipart/form-data`", "`multipart`";
    PartFile: Exact, "files in `multipart/form-data`", "`FilePart`, `Vec<FilePart>`";
    PartJson: Exact, "part in JSON", "`#[part(json)]`";
    PartJsonList: Missing, "several parts in JSON under one name", "";
    PartType: Exact, "part with its own media type", "`#[part(\"text/markdown\")]`; `FilePart::content_type`";
    PartNested: Exact, "part with `style`", "as in a form";
    PartUnion: ByHand, "`oneOf` of text and an object in a part", "a struct for each";
    PartsOptional: ByHand, "optional multipart body whose properties are all optional", "without a part, an empty body of this type is sent";
    PartHeaders: Missing, "part with its own headers", "";
    BodyText: Exact, "text", "`#[body]` on `Bytes`, `header(\"Content-Type\" = \"text/plain\")`";
    BodyBytes: Exact, "binary body", "`#[body]` on `Bytes` or `Body`, `#[header(\"Content-Type\")]`";
    BodyEncoded: ByHand, "XML, CSV and other formats with a schema", "`#[body]` on `Bytes`, which the caller writes";
    BodyMultipart: ByHand, "`multipart/mixed` and `multipart/related`", "`#[body]` on `Bytes`, which the caller writes";
    BodyEmpty: Exact, "optional body without properties", "nothing";
    BodyAlternatives: Exact, "body with several media types", "a struct for each; the best verdict counts";
    ResponseJson: Exact, "JSON", "`-> T`";
    ResponseEmpty: Exact, "no content", "`-> ()`";
    ResponseOptional: Exact, "200 or 204", "`-> Option<T>`";
    ResponseStatuses: Exact, "several success statuses of different content", "`decode = path::to::function`";
    ResponseText: Exact, "text", "`-> String, decode = RawResponse::text`";
    ResponseBytes: Exact, "binary content", "`-> Bytes`, `-> Download`";
    ResponseEvents: Exact, "`text/event-stream`", "`-> Events<T>`";
    ResponseLines: Exact, "JSON values one per line", "`-> Lines<T>`";
    ResponseEncoded: ByHand, "XML and other formats with a schema", "`decode = path::to::function`, which parses the body";
    ResponseAlternatives: Exact, "response with several media types", "a struct for each, `header(\"Accept\" = \"…\")`; the best verdict counts";
    ResponseHeaders: Exact, "response headers", "`Call::with_meta`, or `RawResponse::header` in a `decode` function";
    ResponseRedirect: Exact, "redirect", "`-> Redirect`";
    ResponseMoved: Exact, "301, 307 or 308 in addition to a success, and 304", "`Error::status` and `Error::headers`";
    ResponseFound: ByHand, "302 or 303 in addition to a success", "`Error::status` and `Error::headers`";
    ResponseUpgrade: Missing, "protocol upgrade", "";
    Pagination: Exact, "page number, offset, cursor, `Link`", "`#[page]`";
    SecurityBearer: Exact, "`http: bearer`, `oauth2`, `openIdConnect`", "`Auth::bearer_token`, `Auth::token_source`";
    SecurityBasic: Exact, "`http: basic`", "`Auth::basic`";
    SecurityHeader: Exact, "`apiKey` in a header or a cookie", "`Auth::header`";
    SecurityQuery: Exact, "`apiKey` in the query", "`Auth::query`";
    SecurityNone: Exact, "no security", "`auth = none`";
    SecuritySeveral: ByHand, "several security schemes at once", "`Auth` and `ClientBuilder::default_header`";
    SecurityCertificate: Exact, "`mutualTLS`", "`ClientBuilder::client_certificate`";
    SecurityOther: ByHand, "other schemes", "`ClientBuilder::transport`";
    ServerOther: ByHand, "different server", "a second client";
    ServerRoot: Exact, "different path on the same server", "`root = \"/path\"`";
    Unresolved: Missing, "reference to another document", "";
}
