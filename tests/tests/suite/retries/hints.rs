//! A server that sends a delay.

use super::*;

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_to_wait_is_waited_for() {
    for (status, sendings) in [(429, 2), (503, 2)] {
        let script = Script::new([Answer(status, "7")]);
        let (result, time) =
            timed(GetThing::new("1").send(&client(&script, RetryPolicy::standard()))).await;
        result.unwrap();
        assert_eq!(script.sendings(), sendings);
        assert!(time >= 7 * SECOND && time < 8 * SECOND, "{time:?}");
    }
}

/// A fraction of a second is a delay. A reset is one if a 429 has no other.
#[tokio::test(start_paused = true)]
async fn every_form_of_a_delay_is_understood() {
    for (status, hint, seconds) in [
        (429, "2.0", 2.0),
        (503, "2.5", 2.5),
        (403, "1", 1.0),
        (403, "Retry-After: 2.5", 2.5),
        (429, "X-RateLimit-Reset-After: 3.5", 3.5),
        (429, "RateLimit-Reset: 30", 30.0),
        (429, "X-RateLimit-Reset: 40", 40.0),
    ] {
        let script = Script::new([Answer(status, hint)]);
        let client = Client::builder("https://api.example").api_key("k").transport(script.clone());
        let client = client.build().unwrap();
        let (result, time) = timed(GetThing::new("1").send(&client)).await;
        result.unwrap();
        assert_eq!(script.sendings(), 2, "{status} {hint}");
        assert!((seconds..seconds + 1.0).contains(&time.as_secs_f64()), "{hint}: {time:?}");

        let script = Script::new([Answer(status, hint)]);
        let error =
            GetThing::new("1").send(&plane(&script, RetryPolicy::never())).await.unwrap_err();
        let asked = error.retry_after();
        if hint.starts_with("X-RateLimit-Reset:") {
            assert_eq!(asked, None, "on Plane, a reset is no delay");
        } else {
            assert_eq!(asked, Some(Duration::from_secs_f64(seconds)), "{hint}");
        }
        assert_eq!(error.is_rate_limited(), status != 503, "{status}");
        assert!(!error.is_forbidden());
    }
    let script = Script::new([Answer(403, "")]);
    let error =
        GetThing::new("1").send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert!(error.is_forbidden() && !error.is_rate_limited());
}

/// GitHub's responses always say when its hour ends.
#[tokio::test(start_paused = true)]
async fn a_reset_is_no_delay_after_other_failures() {
    let script = Script::new([Answer(503, "X-RateLimit-Reset: 3000"); 2]);
    let client = Client::builder("https://api.example").api_key("k").transport(script.clone());
    let (result, time) = timed(GetThing::new("1").send(&client.build().unwrap())).await;
    result.unwrap();
    assert!(script.sendings() == 3 && time < SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn a_date_to_wait_for_is_understood() {
    let date = httpdate::fmt_http_date(SystemTime::now() + 30 * SECOND);
    let script = Script::new([Answer(429, Box::leak(date.into_boxed_str()))]);
    let (result, time) =
        timed(CreateThing::new().send(&client(&script, RetryPolicy::standard()))).await;
    result.unwrap();
    assert!(time > 27 * SECOND && time <= 31 * SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn a_delay_that_is_too_long_is_not_waited_for() {
    let script = Script::new([Answer(429, "121")]);
    let (result, time) =
        timed(GetThing::new("1").send(&client(&script, RetryPolicy::standard()))).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.retry_after(), error.attempts(), time),
        (Some(121 * SECOND), 1, Duration::ZERO)
    );

    let script = Script::new([Answer(429, "11")]);
    let policy = RetryPolicy::standard().max_retry_after(10 * SECOND);
    assert!(GetThing::new("1").send(&client(&script, policy)).await.is_err());

    for (status, seconds) in [(429, 120), (503, 119)] {
        let script = Script::new([Answer(status, if status == 429 { "120" } else { "119" })]);
        let timeouts = Timeouts::default().call(None);
        let client = client(&script, RetryPolicy::standard());
        let call = client.call(&GetThing::new("1")).timeouts(timeouts);
        let (result, time) = timed(call.send()).await;
        result.expect("exactly that long is waited for");
        assert!(time >= seconds * SECOND && time < (seconds + 1) * SECOND, "{time:?}");
    }
}
