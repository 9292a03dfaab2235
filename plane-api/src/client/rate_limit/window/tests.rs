use http::StatusCode;

use super::*;
use crate::work;

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn ok(remaining: u32, sent: Instant) -> Feedback {
    Feedback::response(StatusCode::OK).remaining(remaining).sent_at(sent.into_std())
}

/// Makes calls one after the other, each of which takes this time. Returns when they begin and end.
fn many(
    window: &mut Window,
    calls: usize,
    time: Duration,
    feedback: impl Fn(Instant) -> Feedback,
) -> (Instant, Instant) {
    let start = Instant::now();
    let mut now = start;
    for _ in 0..calls {
        assert_eq!(window.take(now), Opening::Now);
        let sent = now;
        now += time;
        window.observe(&feedback(sent), now);
    }
    (start, now)
}

#[test]
fn the_work_is_linear_in_the_number_of_calls_whatever_the_server_says() {
    let unlimited = |sent| ok(u32::MAX, sent);
    let reset = |sent| ok(u32::MAX, sent).reset(Duration::from_secs(3600));
    let short = |sent| ok(u32::MAX, sent).reset(Duration::from_secs(1));
    let feedbacks: [fn(Instant) -> Feedback; 3] = [unlimited, reset, short];
    for feedback in feedbacks {
        work::assert_linear(
            60_000,
            0,
            |calls| calls,
            |calls| {
                many(&mut Window::learning(), *calls, ms(10), feedback);
            },
        );
    }
    // A fixed limit that is never reached.
    work::assert_linear(
        60_000,
        0,
        |calls| calls,
        |calls| {
            many(&mut Window::fixed(u32::MAX), *calls, ms(10), unlimited);
        },
    );
}

#[test]
fn the_work_is_linear_in_the_number_of_calls_in_flight() {
    work::assert_linear(
        20_000,
        0,
        |calls| calls,
        |calls| {
            let (mut window, mut now) = (Window::learning(), Instant::now());
            let mut sent = Vec::new();
            for _ in 0..*calls {
                assert_eq!(window.take(now), Opening::Now);
                sent.push(now);
                now += Duration::from_micros(1);
            }
            // The newest response arrives first, so each later one adds information.
            for (call, sent) in sent.into_iter().rev().enumerate() {
                now += Duration::from_micros(1);
                window.observe(&ok(u32::MAX / 2 + u32::try_from(call).unwrap(), sent), now);
            }
        },
    );
}

#[test]
fn entries_do_not_grow_with_the_calls() {
    let mut window = Window::learning();
    let hour = Duration::from_secs(3600);
    let (_, now) = many(&mut window, 200_000, ms(1), |sent| ok(u32::MAX, sent).reset(hour));
    assert!(window.ended.entries() < 10_000, "{}", window.ended.entries());
    let all = usize::try_from(u32::MAX).unwrap();
    assert!((all - 200_000..=all).contains(&window.left(now).unwrap()), "{:?}", window.left(now));
}

#[test]
fn calls_that_share_an_entry_count_until_the_last_of_them_grows_old() {
    let mut window = Window::fixed(50_000);
    let (start, now) = many(&mut window, 50_000, ms(1), |sent| ok(0, sent));
    assert!(window.ended.entries() < 10_000, "{}", window.ended.entries());
    assert_eq!(window.left(now), Some(0));
    for old in [1, 4_000, 5_000, 20_000, 49_999] {
        let left = window.left(start + MINUTE + ms(old)).unwrap();
        let old = usize::try_from(old).unwrap();
        assert!((old.saturating_sub(60)..=old).contains(&left), "{left} of {old}");
    }
}

#[test]
fn a_429_of_which_nothing_of_ours_is_the_cause_leaves_room_to_find_out() {
    let (mut window, start) = (Window::learning(), Instant::now());
    window.take(start);
    window.observe(&ok(5, start), start + ms(1));
    // More than a minute later, all our calls have expired; other users take the whole limit.
    let later = start + 2 * MINUTE;
    window.take(later);
    let throttled = Feedback::response(StatusCode::TOO_MANY_REQUESTS).sent_at(later.into_std());
    window.observe(&throttled, later + ms(1));
    assert_eq!((window.room(), window.take(later + ms(2))), (Some(1), Opening::Now));
}

#[test]
fn a_response_that_took_longer_than_the_window_teaches_nothing() {
    let limited =
        |sent: Instant| Feedback::response(StatusCode::TOO_MANY_REQUESTS).sent_at(sent.into_std());
    for (late, is_slow) in [(MINUTE - ms(1), false), (MINUTE, true), (2 * MINUTE, true)] {
        let (mut window, start) = (Window::learning(), Instant::now());
        window.take(start);
        window.take(start);
        window.observe(&ok(9, start), start + ms(1));
        assert_eq!(window.room(), Some(10));
        window.observe(&ok(2, start), start + late);
        assert_eq!(window.room() == Some(10), is_slow, "{late:?}: {:?}", window.room());

        let (mut window, start) = (Window::learning(), Instant::now());
        window.take(start);
        window.take(start);
        window.observe(&ok(9, start), start + ms(1));
        window.observe(&limited(start), start + late);
        assert_eq!(window.room() == Some(10), is_slow, "{late:?}: {:?}", window.room());
    }
}

#[test]
fn a_reset_ends_the_window_and_the_longest_one_is_its_length() {
    let (mut window, start) = (Window::learning(), Instant::now());
    window.take(start);
    window.observe(&ok(1, start).reset(Duration::from_secs(600)), start);
    window.take(start);
    let sent = start + ms(400_000);
    window.observe(&ok(0, sent).reset(Duration::from_secs(200)), sent);
    let reset = start + Duration::from_secs(600);
    assert_eq!(window.opening(sent), Opening::At(reset), "not a minute after the first one");
    assert_eq!(window.closed_until(sent), Some(reset));
    assert_eq!((window.opening(reset), window.closed_until(reset)), (Opening::Now, None));
    assert_eq!(window.left(reset), Some(2));
}

#[test]
fn a_response_from_before_the_reset_says_nothing_of_what_is_left_after_it() {
    let (mut window, start) = (Window::learning(), Instant::now());
    for _ in 0..3 {
        window.take(start);
    }
    window.observe(&ok(7, start).reset(Duration::from_secs(1)), start);
    // One call was received before the reset, and its response arrives after it.
    let after = start + ms(1_500);
    window.observe(&ok(0, start), after);
    assert_eq!((window.room(), window.left(after)), (Some(8), Some(6)));
}

#[test]
fn a_fixed_limit_counts_in_minutes_whatever_the_server_says() {
    let (mut window, start) = (Window::fixed(1), Instant::now());
    window.take(start);
    window.observe(&ok(100, start).reset(Duration::from_secs(1)), start);
    assert_eq!(window.opening(start), Opening::At(start + MINUTE));
    assert_eq!(window.closed_until(start), None, "it is the client's own limit");
}

#[test]
fn a_reset_without_time_is_none() {
    let (mut window, start) = (Window::learning(), Instant::now());
    window.take(start);
    window.observe(&ok(0, start).reset(Duration::ZERO), start);
    assert_eq!(window.opening(start), Opening::At(start + MINUTE));
    let (mut window, start) = (Window::learning(), Instant::now());
    window.take(start);
    window.observe(&ok(0, start).reset(Duration::MAX), start);
    assert_eq!(window.opening(start), Opening::At(start + MAX_PAUSE));
}

#[test]
fn a_reset_that_comes_before_a_call_grows_old_is_not_waited_beyond() {
    let (mut window, start) = (Window::learning(), Instant::now());
    window.take(start);
    window.observe(&ok(0, start).reset(Duration::from_secs(600)), start);
    // The next window of the server is shorter.
    let second = start + Duration::from_secs(601);
    assert_eq!(window.take(second), Opening::Now);
    window.observe(&ok(0, second).reset(Duration::from_secs(30)), second);
    assert_eq!(window.opening(second), Opening::At(second + Duration::from_secs(30)));
}

#[test]
fn a_call_waits_for_room_and_for_the_end_of_a_pause() {
    let throttled = |sent: Instant, pause: Duration| {
        let feedback = Feedback::response(StatusCode::TOO_MANY_REQUESTS).retry_after(pause);
        feedback.sent_at(sent.into_std())
    };
    for pause in [ms(1), MINUTE, 2 * MINUTE] {
        let (mut window, start) = (Window::fixed(1), Instant::now());
        window.take(start);
        window.observe(&throttled(start, pause), start);
        assert_eq!(window.opening(start), Opening::At(start + pause.max(MINUTE)), "{pause:?}");
    }
}

#[test]
fn calls_of_the_last_window_do_not_count_in_the_next() {
    let (mut window, start) = (Window::learning(), Instant::now());
    let at = |seconds| start + Duration::from_secs(seconds);
    for (sent, remaining, reset) in [(0, 2, 600), (580, 1, 20), (590, 0, 10)] {
        assert_eq!(window.take(at(sent)), Opening::Now, "{sent}");
        let feedback = ok(remaining, at(sent)).reset(Duration::from_secs(reset));
        window.observe(&feedback, at(sent));
    }
    assert_eq!(window.opening(at(599)), Opening::At(at(600)));
    // In the new window, other users of the key are faster. The server has counted none of our calls.
    assert_eq!(window.take(at(601)), Opening::Now);
    let throttled = Feedback::response(StatusCode::TOO_MANY_REQUESTS);
    window.observe(&throttled.sent_at(at(601).into_std()), at(601));
    assert_eq!((window.room(), window.opening(at(602))), (Some(1), Opening::Now));
}
