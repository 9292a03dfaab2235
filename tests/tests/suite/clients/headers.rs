//! Headers of every request, and headers that only the transport may set.

use plane_api::{
    Auth,
    http::{HeaderName, HeaderValue, header},
};

use super::*;

const TRANSPORT: [&str; 9] = [
    "host",
    "content-length",
    "transfer-encoding",
    "connection",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "upgrade",
];

#[tokio::test]
async fn a_default_header_is_sent_unless_a_request_or_call_sets_it() {
    let server = server().await;
    let builder = builder(server.url())
        .default_header("X-Version", "1")
        .default_header(HeaderName::from_static("x-version"), HeaderValue::from_static("2"))
        .default_header(header::ACCEPT, "application/vnd.example+json")
        .default_header(header::USER_AGENT, "mine");
    let client = builder.build().unwrap();
    GetThing::new("1").send(&client).await.unwrap();
    GetThing::new("1").accept("text/csv").send(&client).await.unwrap();
    let (accept, html) = (header::ACCEPT, HeaderValue::from_static("text/html"));
    client.call(&GetThing::new("1").accept("text/csv")).header(accept, html).send().await.unwrap();
    let version = HeaderValue::from_static("3");
    let call = client.call(&CreateThing::new("x"));
    call.header(HeaderName::from_static("x-version"), version).send().await.unwrap();

    let requests = server.requests();
    let sent = |name| requests.iter().map(|it| it.header(name).unwrap()).collect::<Vec<_>>();
    assert_eq!(sent("x-version"), ["2", "2", "2", "3"]);
    let ours = "application/vnd.example+json";
    assert_eq!(sent("accept"), [ours, "text/csv", "text/html", ours]);
    assert_eq!(sent("user-agent"), ["mine"; 4]);
    for request in &requests {
        assert_eq!(request.head.to_lowercase().matches("x-version").count(), 1);
    }
}

#[test]
fn invalid_default_headers_are_explained_when_the_client_is_built() {
    let builder = || builder("https://api.example");
    for name in TRANSPORT {
        let words = problem(builder().default_header(name, "5"));
        assert!(words.contains(&format!("`{name}` is set by the transport")), "{words}");
    }
    for name in ["Authorization", "x-api-key", "COOKIE", "proxy-authorization"] {
        let words = problem(builder().default_header(name, "sesame"));
        assert!(words.contains("contains credentials; set them with `auth`"), "{words}");
        assert!(!words.contains("sesame"), "{words}");
    }
    let own = Auth::header(HeaderName::from_static("x-token"), "open-sesame");
    let words = problem(builder().auth(own).default_header("x-token", "sesame"));
    assert!(words.contains("the header of the client's credentials"), "{words}");
    let words = problem(builder().default_header("Content-Type", "text/plain"));
    assert!(words.contains("set by the endpoint"), "{words}");
    for (name, value) in [("a b", "x"), ("", "x"), ("x:", "x")] {
        let words = problem(builder().default_header(name, value));
        assert!(words.contains("the name of a default header is invalid"), "{words}");
    }
    let words = problem(builder().default_header("x-a", "sesame\n"));
    assert!(words.contains("`x-a` has a value") && !words.contains("sesame"), "{words}");
    // The error explains the first of several headers.
    let words = problem(builder().default_header("te", "x").default_header("host", "x"));
    assert!(words.contains("`te`"), "{words}");
}

#[tokio::test]
async fn a_call_cannot_set_headers_of_the_transport() {
    let server = server().await;
    let client = builder(server.url()).build().unwrap();
    for name in TRANSPORT {
        let header = HeaderName::from_static(name);
        let call = client.call(&CreateThing::new("a longer name"));
        let call = call.header(header, HeaderValue::from_static("1"));
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
        let words = format!("the header `{name}` is set by the transport");
        assert!(error.to_string().contains(&words), "{error}");
        assert_eq!(error.endpoint().unwrap().name, "CreateThing");
    }
    assert_eq!(server.requests().len(), 0);
}

/// Sets, changes or removes a header.
struct Meddles(&'static str, Option<&'static str>);

impl Interceptor for Meddles {
    fn request(
        &self,
        _: &Uri,
        headers: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        match self.1 {
            Some(value) => headers.append(self.0, HeaderValue::from_static(value)),
            None => headers.remove(self.0).is_some(),
        };
        Ok(())
    }
}

#[endpoint(PUT, "/files/<id>")]
pub struct PutFile {
    #[body]
    pub file: Body,
}

#[tokio::test]
async fn an_interceptor_cannot_change_headers_of_the_transport() {
    let server = server().await;
    let meddling = TRANSPORT.map(|name| Meddles(name, Some("1"))).into_iter();
    for meddles in meddling.chain([Meddles("content-length", None)]) {
        let name = meddles.0;
        let client = builder(server.url()).interceptor(meddles).build().unwrap();
        let file = Body::reader(&b"Hello"[..]).with_content_length(5);
        let request = PutFile::new("1", file);
        // The request has the length of the stream as a header before interceptors run.
        let error = client.call(&request).header(header::CONTENT_TYPE, "a/b".parse().unwrap());
        let error = error.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Interceptor);
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
        let words = format!("an interceptor changed the header `{name}`");
        assert!(error.to_string().contains(&words), "{error}");
    }
    assert_eq!(server.requests().len(), 0);
    // An interceptor may see a header that it leaves unchanged, and may set others.
    let client = builder(server.url()).interceptor(Meddles("x-trace", Some("7")));
    let file = Body::reader(&b"Hello"[..]).with_content_length(5);
    PutFile::new("1", file).send(&client.build().unwrap()).await.unwrap();
    let [request] = &server.requests()[..] else { panic!("one request") };
    assert_eq!((request.header("x-trace"), request.text().as_str()), (Some("7"), "Hello"));
}
