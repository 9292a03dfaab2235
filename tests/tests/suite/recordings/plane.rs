//! Recordings of Plane: the sandbox with both versions of the API, apps, uploads, and webhooks with their secrets.

use plane_api::{
    Client, Secret,
    oauth::App,
    sandbox::Sandbox,
    upload::{Upload, UploadFile},
    v1, v2,
};
use plane_tests::{
    Reply, Server, answer,
    faults::{Fault, FaultServer},
};
use serde_json::json;

use super::{Buffer, impatient, seen};

async fn customers(client: &Client, workspace: &str) -> Vec<String> {
    let mut all = Vec::new();
    let created = v1::customers::CreateCustomer::new(workspace, "Acme").send(client).await;
    let id = created.as_ref().unwrap().id.clone();
    all.push(seen(created));
    let update = v1::customers::UpdateCustomer::new(workspace, &id).email("ops@acme.example");
    all.push(seen(update.send(client).await));
    all.push(seen(v2::customers::GetCustomer::new(workspace, &id).send(client).await));
    let list = v1::customers::ListCustomers::new(workspace).items(client).collect(9).await;
    all.push(seen(list));
    all.push(seen(v1::customers::DeleteCustomer::new(workspace, &id).send(client).await));
    all.push(seen(v2::customers::GetCustomer::new(workspace, &id).send(client).await));
    all
}

#[tokio::test]
async fn the_sandbox_is_recorded_and_not_needed_for_the_replay() {
    let sandbox = Sandbox::start().await.unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let builder = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key());
    let client = builder.record(&recorder).build().unwrap();
    let live = customers(&client, sandbox.workspace()).await;
    recorder.finish().unwrap();
    let key = sandbox.api_key().to_owned();
    let workspace = sandbox.workspace().to_owned();
    drop(sandbox);
    assert!(!buffer.text().contains(&key), "{}", buffer.text());

    let replay = buffer.replay().in_order();
    let client = Client::plane().replay(&replay).build().unwrap();
    assert_eq!(customers(&client, &workspace).await, live);
    replay.verify();
}

#[tokio::test]
async fn the_tokens_of_an_app_are_not_recorded() {
    let tokens = json!({
        "access_token": "CANARY-access", "refresh_token": "CANARY-refresh", "expires_in": 3600,
        "token_type": "Bearer", "scope": "read write",
    });
    let respond = move |request: &plane_tests::Received| {
        Fault::Answer(match request.line().contains("token") {
            true => answer(200, "", tokens.to_string()),
            false => answer(200, "", "[]"),
        })
    };
    let server = FaultServer::by(respond).unwrap();
    let run = async |app: App| {
        let code = Secret::from("CANARY-code");
        let uri = "http://localhost/callback";
        let tokens = app.exchange_code(code, uri, None).await.unwrap();
        let refresh = tokens.refresh_token.clone().unwrap();
        let tokens = app.refresh(&refresh).await.unwrap();
        app.installations(&tokens.access_token, None).await.unwrap();
        app.revoke(&tokens.access_token).await.unwrap();
        app.bot_token("installation-1", []).await.unwrap();
    };
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let builder = Client::plane().base_url(server.url()).record(&recorder);
    run(App::new("my-client", "CANARY-client-secret", builder).unwrap()).await;
    recorder.finish().unwrap();
    let text = buffer.text();
    assert!(!text.contains("CANARY") && buffer.lines().len() == 5, "{text}");
    assert!(text.contains(r#""access_token":"REDACTED""#), "{text}");
    assert!(
        text.contains("&refresh_token=REDACTED") || text.contains("refresh_token=REDACTED&"),
        "{text}"
    );

    let replay = buffer.replay();
    let builder = Client::plane().replay(&replay);
    run(App::new("my-client", "another secret", builder).unwrap()).await;
    replay.verify();
}

#[tokio::test]
async fn an_upload_is_played_without_its_permission() {
    let storage = Server::always(Reply::Send(answer(204, "", ""))).await.unwrap();
    let url = storage.url().to_owned();
    let server = FaultServer::by(move |request| {
        let policy = "eyJjb25kaXRpb25zIjogW3siYnVja2V0IjogInVwbG9hZHMifSwgWyJjb250ZW50LWxlbmd0aC1yYW5nZSIsIDEsIDEwXV19";
        let fields = json!({
            "Content-Type": "text/plain", "key": "w/1-a.txt", "policy": policy,
            "x-amz-signature": "CANARY75d73d0b25427a09cbfdba0812", "x-amz-credential": "CANARY/us-east-1",
        });
        let permission = json!({
            "upload_data": {"url": format!("{url}/uploads"), "fields": fields},
            "asset_id": "asset-1",
            "asset_url": "/api/assets/1/",
        });
        let is_post = request.line().starts_with("POST ");
        Fault::Answer(if is_post { answer(200, "", permission.to_string()) } else { answer(204, "", "") })
    })
    .unwrap();
    let run = async |client: &Client| {
        let file = UploadFile::new("a.txt", "text/plain", "Hello");
        seen(Upload::attachment("acme", "p", "w", file).send(client).await)
    };
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let builder = impatient(Client::plane()).base_url(server.url()).api_key("CANARY-key");
    let live = run(&builder.record(&recorder).build().unwrap()).await;
    recorder.finish().unwrap();
    let text = buffer.text();
    assert!(!text.contains("CANARY") && !text.contains("eyJjb25kaXRpb25z"), "{text}");
    assert_eq!(buffer.lines().len(), 3, "{text}");
    let replay = buffer.replay();
    let client = impatient(Client::plane()).replay(&replay).build().unwrap();
    assert_eq!(run(&client).await, live, "{text}");
    replay.verify();
}

#[tokio::test]
async fn a_webhooks_secret_is_not_recorded() {
    let webhook =
        json!({"id": "w1", "url": "https://a.example", "secret_key": "CANARY-plane_wh_1"});
    let server = FaultServer::always(Fault::Answer(answer(200, "", webhook.to_string()))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let builder = Client::plane().base_url(server.url()).api_key("CANARY-key");
    let client = builder.record(&recorder).build().unwrap();
    let webhook =
        v2::webhooks::RegenerateWebhookSecret::new("acme", "w1").send(&client).await.unwrap();
    assert_eq!(webhook.secret_key.unwrap().expose(), "CANARY-plane_wh_1");
    recorder.finish().unwrap();
    assert!(!buffer.text().contains("CANARY"), "{}", buffer.text());
    let replay = buffer.replay();
    let client = Client::plane().replay(&replay).build().unwrap();
    let webhook =
        v2::webhooks::RegenerateWebhookSecret::new("acme", "w1").send(&client).await.unwrap();
    assert_eq!(webhook.secret_key.unwrap().expose(), "REDACTED");
}
