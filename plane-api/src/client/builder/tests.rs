//! Messages of builds without certain features. Each test runs in a build with the features in its `cfg`.

#[cfg(not(any(feature = "hyper", feature = "reqwest")))]
mod without_a_transport {
    use std::future::ready;

    use http::{Request, Response};

    use plane_macros::endpoint;

    use crate::{
        client::{
            Client,
            auth::Auth,
            transport::{BoxFuture, CallInfo, Transport},
        },
        endpoint::body::Body,
        error::{ErrorKind, TransportError},
    };

    #[endpoint(GET, "/things/", crate = crate)]
    struct GetThing {}

    struct Fixed;

    impl Transport for Fixed {
        fn execute<'a>(
            &'a self,
            _: Request<Body>,
            _: &'a CallInfo,
        ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
            Box::pin(ready(Ok(Response::new("7".into()))))
        }
    }

    #[test]
    fn a_client_without_a_transport_is_told_which_feature_to_enable() {
        for url in ["http://127.0.0.1", "https://api.example.com"] {
            let error = Client::builder(url).auth(Auth::none()).build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            let text = error.to_string();
            let words = "enable the feature `reqwest` or `hyper`, or set `transport`";
            assert!(text.contains(words), "{text}");
        }
    }

    #[tokio::test]
    async fn a_transport_is_all_that_a_client_needs() {
        let builder = Client::builder("https://api.example.com").auth(Auth::none());
        let client = builder.transport(Fixed).build().unwrap();
        let response = client.call(&GetThing::new()).send_as::<u8>().await.unwrap();
        assert_eq!(response, 7);
    }
}

#[cfg(all(
    any(feature = "hyper", feature = "reqwest"),
    not(any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring"))
))]
mod without_tls {
    use crate::{
        client::{Client, auth::Auth},
        error::ErrorKind,
    };

    #[test]
    fn a_client_of_an_https_server_is_told_which_feature_to_enable() {
        let builder = |url| Client::builder(url).auth(Auth::none());
        let builders = |url| {
            [
                builder(url),
                #[cfg(feature = "hyper")]
                builder(url).hyper(),
            ]
        };
        for builder in builders("https://api.example.com") {
            let error = builder.build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            let text = error.to_string();
            let words =
                "has no TLS; enable the feature `rustls-ring`, `rustls-aws-lc` or `native-tls`";
            assert!(text.contains(words), "{text}");
        }
        for builder in builders("http://127.0.0.1") {
            builder.build().unwrap();
        }
    }
}

#[cfg(not(feature = "gzip"))]
mod without_gzip {
    use std::future::ready;

    use http::{HeaderValue, Request, Response, header};

    use plane_macros::endpoint;

    use crate::{
        client::{
            Client,
            auth::Auth,
            transport::{BoxFuture, CallInfo, Transport},
        },
        endpoint::body::Body,
        error::{Delivery, TransportError},
    };

    #[endpoint(GET, "/things/", crate = crate)]
    struct GetThing {}

    struct Encoded(&'static str);

    impl Transport for Encoded {
        fn execute<'a>(
            &'a self,
            request: Request<Body>,
            _: &'a CallInfo,
        ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
            // Only the last call has this header, because it sets the header itself.
            let accepted = request.headers().get(header::ACCEPT_ENCODING);
            assert!(accepted.is_none_or(|accepted| accepted == self.0 && self.0 == "br"));
            let response = Response::builder().header(header::CONTENT_ENCODING, self.0);
            Box::pin(ready(Ok(response.body("[1]".into()).unwrap())))
        }
    }

    #[tokio::test]
    async fn a_compressed_response_is_an_error_that_names_the_feature() {
        for (coding, words) in [
            ("gzip", "none was requested; enable the feature `gzip` of `plane-api`"),
            ("br", "none was requested; see the server's `Content-Encoding`"),
        ] {
            let builder = Client::builder("https://api.example.com").auth(Auth::none());
            let client = builder.transport(Encoded(coding)).build().unwrap();
            let error = client.call(&GetThing::new()).send_as::<Vec<u8>>().await.unwrap_err();
            assert!(error.to_string().contains(words), "{error}");
            assert_eq!(error.delivery(), Delivery::Applied);
        }
        // A caller that asks for a coding decodes it.
        let builder = Client::builder("https://api.example.com").auth(Auth::none());
        let client = builder.transport(Encoded("br")).build().unwrap();
        let call = client.call(&GetThing::new());
        let call = call.header(header::ACCEPT_ENCODING, HeaderValue::from_static("br"));
        assert_eq!(call.send_as::<Vec<u8>>().await.unwrap(), [1]);
    }
}
