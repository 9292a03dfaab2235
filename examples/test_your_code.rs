//! Code that sends requests, and its tests, which need no server.
//!
//! ```text
//! cargo run --example test_your_code
//! cargo test --example test_your_code
//! ```

use plane_api::{
    Client, Result,
    ids::{ProjectId, WorkItemId},
    sandbox::Sandbox,
    v1::{projects::CreateProject, work_items::CreateWorkItem},
};
use plane_examples::println;

/// Creates a work item from a ticket of another system, unless there is one already.
async fn import(
    client: &Client,
    workspace: &str,
    project: &ProjectId,
    (ticket, title): (&str, &str),
) -> Result<WorkItemId> {
    let created = CreateWorkItem::new(workspace, project, title)
        .external_source("helpdesk")
        .external_id(ticket)
        .send(client)
        .await;
    match created {
        Ok(work_item) => Ok(work_item.id),
        Err(error) => error.existing_id().map(WorkItemId::from).ok_or(error),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start().await?;
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
    let project = CreateProject::new(sandbox.workspace(), "Website", "WEB").send(&client).await?.id;
    for _ in 0..2 {
        let ticket = ("4711", "The login fails");
        println!("{}", import(&client, sandbox.workspace(), &project, ticket).await?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use plane_api::testing::{Mock, Reply};
    use serde_json::json;

    use super::*;

    const TICKET: (&str, &str) = ("4711", "The login fails");

    fn request() -> CreateWorkItem {
        CreateWorkItem::new("acme", "web", "The login fails")
            .external_source("helpdesk")
            .external_id("4711")
    }

    #[tokio::test]
    async fn a_ticket_becomes_a_work_item() -> Result<()> {
        let mock = Mock::plane();
        mock.expect(&request()).reply(json!({"id": "7"}));
        assert_eq!(import(&mock.client(), "acme", &"web".into(), TICKET).await?, "7");
        Ok(())
    }

    #[tokio::test]
    async fn a_ticket_is_imported_once() -> Result<()> {
        let mock = Mock::plane();
        mock.expect(&request()).reply(Reply::conflict("7"));
        assert_eq!(import(&mock.client(), "acme", &"web".into(), TICKET).await?, "7");
        Ok(())
    }

    /// Time is paused, so the delay that the server asks for takes no time.
    #[tokio::test(start_paused = true)]
    async fn a_busy_server_is_asked_again() -> Result<()> {
        let mock = Mock::plane();
        mock.expect(&request()).reply(Reply::rate_limited(60)).reply(json!({"id": "7"}));
        import(&mock.client(), "acme", &"web".into(), TICKET).await?;
        Ok(())
    }

    #[tokio::test]
    async fn any_other_rejection_is_an_error() {
        let mock = Mock::plane();
        mock.expect_any::<CreateWorkItem>().reply(Reply::forbidden());
        let result = import(&mock.client(), "acme", &"web".into(), TICKET).await;
        assert!(result.is_err_and(|error| error.is_forbidden()));
        assert_eq!(mock.calls()[0].json["name"], "The login fails");
    }
}
