//! Messages and actions of agents: the known types, and any other.

use plane_api::{
    Value,
    v1::agent_runs::activities::{
        AgentRunActivity, AgentRunActivityContent as Content, AgentRunActivityType,
        CreateAgentRunActivity,
    },
};
use serde_json::json;

fn sent(content: Content) -> Value {
    let request = CreateAgentRunActivity::new("acme", "r", AgentRunActivityType::Action, content)
        .request()
        .unwrap();
    serde_json::from_slice(request.body().as_bytes().unwrap().as_ref()).unwrap()
}

fn read(content: &Value) -> Content {
    let activity = json!({"id": "a", "content": content});
    let activity: AgentRunActivity = serde_json::from_value(activity).unwrap();
    activity.content.unwrap()
}

#[test]
fn known_content_is_decoded_as_it_is_encoded() {
    let body = || "Is it urgent?".to_owned();
    let parameters = [("city".to_owned(), "Rome".to_owned())].into();
    for (content, json) in [
        (
            Content::Action { action: "weather".to_owned(), parameters },
            json!({"type": "action", "action": "weather", "parameters": {"city": "Rome"}}),
        ),
        (Content::Elicitation { body: body() }, json!({"type": "elicitation", "body": body()})),
        (Content::Thought { body: body() }, json!({"type": "thought", "body": body()})),
    ] {
        assert_eq!(read(&json), content);
        assert_eq!(sent(content), json!({"type": "action", "content": json}));
    }
}

#[test]
fn unknown_content_is_preserved() {
    for json in [
        json!({"type": "dance", "steps": 3}),
        json!({"type": "thought"}),
        json!({"type": "action", "action": "weather", "parameters": {"days": 3}}),
        json!("hm"),
    ] {
        assert_eq!(read(&json), Content::Other(json.clone()));
        assert_eq!(sent(Content::Other(json.clone()))["content"], json);
    }
    let silent = json!({"type": "action", "action": "weather"});
    assert!(matches!(read(&silent), Content::Action { parameters, .. } if parameters.is_empty()));
}
