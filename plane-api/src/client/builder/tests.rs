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
