//! An HTTP/2 connection, which all calls share, ends with the runtime that created it.

use tokio::runtime::Builder;

use crate::{CreateThing, builder, ca::Ca, server::Server};

#[test]
fn a_client_over_http2_continues_in_the_next_runtime() {
    let servers = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let authority = Ca::new("ours");
    let server = servers.block_on(Server::start(&authority.server()));
    let client = builder(&server.url()).root_certificates(authority.pem()).build().unwrap();
    for _ in 0..10 {
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let calls: Vec<_> =
                (0..8).map(|_| tokio::spawn(CreateThing::new().send(&client))).collect();
            for call in calls {
                call.await.unwrap().unwrap();
            }
        });
    }
    assert_eq!(server.requests(), [(true, false); 80]);
}
