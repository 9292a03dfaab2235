//! Secrets that only one response contains are not shown, and its request has no selection of fields that would omit
//! them.

use plane_api::{
    Endpoint, Spec,
    testing::model,
    v2::{
        automations::nodes::{AutomationWebhookSecret, RegenerateAutomationWebhookSecret},
        users::assets::CreateUserAsset,
        webhooks::{CreateWebhook, RegenerateWebhookSecret, WebhookWithSecret},
        work_items::attachments::{CreateWorkItemAttachment, WorkItemAttachmentUpload},
        workspaces::assets::CreateWorkspaceAsset,
    },
};
use serde_json::json;

#[test]
fn secrets_and_signatures_do_not_show() {
    let webhook: WebhookWithSecret = model(json!({"id": "1", "secret_key": "CANARY"}));
    assert_eq!(webhook.secret_key.as_ref().unwrap().expose(), "CANARY");
    let secret: AutomationWebhookSecret = model(json!({"secret": "CANARY"}));
    assert_eq!(secret.secret.as_ref().unwrap().expose(), "CANARY");
    let upload: WorkItemAttachmentUpload = model(json!({
        "asset_id": "2",
        "asset_url": null,
        "upload_data": {"url": "https://s3.example/b?sig=CANARY", "fields": {"policy": "CANARY"}},
        "attachment": {"id": "2", "name": "a.png"},
    }));
    let form = upload.upload_data.as_ref().unwrap();
    assert_eq!(form.fields.as_ref().unwrap()["policy"], "CANARY");
    let shown = format!("{webhook:?} {secret:?} {upload:?}");
    assert!(!shown.contains("CANARY"), "{shown}");
    assert!(shown.contains("https://s3.example/b") && shown.contains("policy"), "{shown}");
}

#[test]
fn no_request_for_them_offers_fields() {
    let specs: [&Spec; 6] = [
        CreateWebhook::SPEC,
        RegenerateWebhookSecret::SPEC,
        RegenerateAutomationWebhookSecret::SPEC,
        CreateUserAsset::SPEC,
        CreateWorkspaceAsset::SPEC,
        CreateWorkItemAttachment::SPEC,
    ];
    for spec in specs {
        assert!(spec.params.into_iter().all(|param| param.name != "fields"), "{}", spec.name);
    }
}
