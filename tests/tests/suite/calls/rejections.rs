//! Contents of a rejection.

use super::*;

#[tokio::test]
async fn field_errors_and_sentences_are_read_and_shown() {
    let error =
        rejection(json(400, r#"{"name": ["This field may not be blank."], "email": ["Bad."]}"#))
            .await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
    let fields: Vec<_> = error.field_errors().iter().map(|error| error.field.as_str()).collect();
    assert!(fields.contains(&"name") && fields.contains(&"email"), "{fields:?}");
    assert_eq!(error.detail(), None);
    assert!(words(&error).contains("name: This field may not be blank."), "{error}");
    assert_eq!(error.endpoint().unwrap().name, "UpdateCustomer");

    let error = rejection(json(400, r#"{"detail": "No\n\u001b[31m way."}"#)).await;
    assert_eq!(words(&error), "400 Bad Request: No  [31m way.", "one line, no control characters");
}

#[tokio::test]
async fn each_rejection_says_what_to_do_next() {
    let unauthorized =
        plane_rejection(json(403, r#"{"detail": "Given API token is not valid"}"#)).await;
    assert!(unauthorized.is_unauthorized() && !unauthorized.is_forbidden());
    assert!(rejection(json(401, "{}")).await.is_unauthorized());
    let forbidden = rejection(json(403, r#"{"detail": "You do not have permission"}"#)).await;
    assert!(forbidden.is_forbidden() && !forbidden.is_unauthorized());

    let missing =
        rejection(json(404, r#"{"error": "The requested resource does not exist."}"#)).await;
    assert!(missing.is_not_found() && !missing.is_route_missing());
    for reply in [json(404, r#"{"error": "Page not found."}"#), json(404, "<html></html>")] {
        let route = plane_rejection(reply).await;
        assert!(route.is_route_missing() && !route.is_not_found());
        assert!(words(&route).contains("check its edition, the base URL and the ids"), "{route}");
    }

    assert!(rejection(json(402, "{}")).await.is_plan_required());
    assert!(
        plane_rejection(json(400, r#"{"error": "Upgrade your plan to do this"}"#))
            .await
            .is_plan_required()
    );
    let throttled = rejection(Reply::Send(answer(429, "Retry-After: 59\r\n", "{}"))).await;
    assert!(throttled.is_rate_limited());
    assert_eq!(
        (throttled.retry_after(), throttled.delivery()),
        (Some(Duration::from_secs(59)), Delivery::Rejected)
    );
}

#[tokio::test]
async fn a_conflict_names_the_other_object_but_not_the_one_addressed() {
    let error = plane_rejection(json(409, r#"{"error": "exists", "id": "8"}"#)).await;
    assert!(error.is_conflict());
    assert_eq!(error.existing_id(), Some("8"));
    assert_eq!(
        plane_rejection(json(409, r#"{"error": "exists", "id": "7"}"#)).await.existing_id(),
        None
    );
    let error =
        plane_rejection(json(400, r#"{"id": "8", "code": "NAME_EXISTS", "error": "exists"}"#))
            .await;
    assert_eq!((error.existing_id(), error.code()), (Some("8"), Some("NAME_EXISTS")));
}

#[tokio::test]
async fn a_late_rejection_is_distinguished() {
    let late = json(400, r#"{"error": "The payload is not valid"}"#);
    assert_eq!(plane_rejection(late.clone()).await.delivery(), Delivery::Unknown);
    assert_eq!(rejection(json(503, "")).await.delivery(), Delivery::Unknown);
    assert_eq!(rejection(json(500, "")).await.delivery(), Delivery::Unknown);
    let server = Server::always(late).await.unwrap();
    let error = GetCustomer::new("7").send(&client(&server)).await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::Rejected, "reading changes nothing");
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = Server::always(json(200, r#"{"id": "7"}"#)).await.unwrap();
    for status in [301, 302, 303, 307, 308] {
        let head = format!(
            "Location: {}/customers/7/\r\n",
            elsewhere.url().replace("127.0.0.1", "localhost")
        );
        let error = rejection(Reply::Send(answer(status, &head, ""))).await;
        assert!(words(&error).contains("redirects are not followed"), "{error}");
        let expected = if status < 304 { Delivery::Unknown } else { Delivery::Rejected };
        assert_eq!(error.delivery(), expected, "only 307 and 308 say that nothing was done");
    }
    assert_eq!(elsewhere.requests().len(), 0, "the key goes to no other host");

    let error = rejection(Reply::Send(answer(301, "Location: /customers/7//\r\n", ""))).await;
    assert!(words(&error).contains("trailing slash"), "{error}");
}
