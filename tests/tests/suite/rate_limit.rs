//! Rate limiting, as callers of a limiter see it. Time is paused, and only passes while a task waits.

mod server;

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
    time::Duration,
};

use plane_api::{BoxFuture, Feedback, Limiter, RateLimit, http::StatusCode};
use tokio::time::{Instant, sleep, timeout};

const MINUTE: Duration = Duration::from_secs(60);

pub(super) fn limiter(limit: RateLimit) -> Arc<dyn Limiter> {
    let RateLimit::Shared(limiter) = limit.shared() else { panic!("there is no limiter") };
    limiter
}

/// Runs with the clock paused, on one thread.
pub(super) fn stopped<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(test)
}

/// Waits for a permit as a client does, and returns the time it took.
pub(super) async fn slot(limiter: &dyn Limiter) -> Duration {
    let start = Instant::now();
    if !limiter.try_acquire() {
        limiter.acquire().await;
    }
    start.elapsed()
}

fn poll(future: &mut BoxFuture<'_, ()>) -> bool {
    future.as_mut().poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(())
}

fn ok(remaining: u32) -> Feedback {
    Feedback::response(StatusCode::OK).remaining(remaining)
}

fn throttled(seconds: u64) -> Feedback {
    Feedback::response(StatusCode::TOO_MANY_REQUESTS).retry_after(Duration::from_secs(seconds))
}

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[test]
fn a_permit_is_free_a_minute_after_the_response_and_not_before() {
    stopped(async {
        let limiter = limiter(RateLimit::PerMinute(2));
        assert_eq!(slot(&*limiter).await, secs(0));
        assert_eq!(slot(&*limiter).await, secs(0));
        assert!(!limiter.try_acquire());
        // The next permit depends on a response that has not arrived yet.
        assert!(timeout(secs(600), limiter.acquire()).await.is_err());
        assert_eq!(limiter.status().next_available, None);

        limiter.observe(&Feedback::response(StatusCode::OK));
        assert_eq!(limiter.status().next_available, Some(MINUTE));
        assert_eq!(slot(&*limiter).await, MINUTE);
    });
}

#[test]
fn an_unsent_call_returns_its_permit_and_wakes_the_next_waiter() {
    stopped(async {
        let limiter = limiter(RateLimit::PerMinute(1));
        slot(&*limiter).await;
        let waiting = tokio::spawn({
            let limiter = limiter.clone();
            async move { slot(&*limiter).await }
        });
        sleep(secs(5)).await;
        limiter.observe(&Feedback::unsent());
        assert_eq!(waiting.await.unwrap(), secs(5));
        assert!(!limiter.try_acquire());
    });
}

#[test]
fn a_waiter_that_was_woken_and_then_dropped_loses_nothing() {
    stopped(async {
        // Whichever of the three waiters is dropped, before or after the permit becomes free, the next waiter gets the
        // permit.
        for (dropped, woken_first) in (0..3).flat_map(|dropped| [(dropped, false), (dropped, true)])
        {
            let limiter = limiter(RateLimit::PerMinute(1));
            slot(&*limiter).await;
            let mut waiters: Vec<_> = (0..3).map(|_| limiter.acquire()).collect();
            assert!(waiters.iter_mut().all(|waiter| !poll(waiter)));
            assert_eq!(limiter.status().waiting, 3);
            if woken_first {
                limiter.observe(&Feedback::unsent());
            }
            drop(waiters.remove(dropped));
            if !woken_first {
                limiter.observe(&Feedback::unsent());
            }
            assert_eq!(limiter.status().waiting, 2);
            assert!(!limiter.try_acquire(), "a call overtook the waiters");
            let mut second = waiters.pop().unwrap();
            assert!(!poll(&mut second), "out of order");
            timeout(secs(1), waiters.pop().unwrap()).await.expect("the first gets no permit");
            assert!(!poll(&mut second), "one permit went to two waiters");
            limiter.observe(&Feedback::unsent());
            timeout(secs(1), second).await.expect("the second gets no permit");
            assert_eq!(limiter.status().waiting, 0);
        }
    });
}

#[test]
fn a_429_pauses_everyone_until_its_retry_after_has_passed() {
    for limit in [RateLimit::Auto, RateLimit::PerMinute(60)] {
        stopped(async {
            let limit = limit.shared();
            let (one, other) = (limiter(limit.clone()), limiter(limit));
            for _ in 0..4 {
                slot(&*one).await;
            }
            one.observe(&throttled(30));
            assert_eq!(other.status().next_available, Some(secs(30)));
            let waiting = tokio::spawn(async move { slot(&*other).await });
            sleep(secs(10)).await;
            // A longer pause counts from the moment at which it is reported; a shorter one changes nothing.
            one.observe(&throttled(40));
            one.observe(&throttled(1));
            one.observe(&Feedback::response(StatusCode::OK));
            assert_eq!(slot(&*one).await, secs(40));
            assert_eq!(waiting.await.unwrap(), secs(50));
            assert!(one.try_acquire());
        });
    }
}

#[test]
fn nothing_but_the_retry_after_of_a_429_pauses() {
    stopped(async {
        let limiter = limiter(RateLimit::Auto);
        let unavailable = Feedback::response(StatusCode::SERVICE_UNAVAILABLE).retry_after(secs(30));
        for feedback in [unavailable, Feedback::response(StatusCode::TOO_MANY_REQUESTS)] {
            slot(&*limiter).await;
            limiter.observe(&feedback);
            assert!(limiter.try_acquire());
        }
        // A pause of maximum length neither panics nor is ignored.
        limiter
            .observe(&Feedback::response(StatusCode::TOO_MANY_REQUESTS).retry_after(Duration::MAX));
        assert_eq!(limiter.status().next_available, Some(secs(24 * 60 * 60)));
    });
}

#[test]
fn after_a_pause_one_call_is_sent_even_if_the_limit_seems_used_up() {
    stopped(async {
        let limiter = limiter(RateLimit::Auto);
        slot(&*limiter).await;
        limiter.observe(&ok(1));
        slot(&*limiter).await;
        // Another process used the last permit.
        limiter.observe(&throttled(7));
        assert_eq!(slot(&*limiter).await, secs(7));
        assert!(!limiter.try_acquire());
        // The limit that the server reports to that process counts.
        limiter.observe(&ok(2));
        assert!(limiter.try_acquire() && limiter.try_acquire() && !limiter.try_acquire());
    });
}

#[test]
fn a_server_that_shows_no_limit_is_not_limited() {
    stopped(async {
        let limiter = limiter(RateLimit::Auto);
        for _ in 0..10_000 {
            assert!(limiter.try_acquire());
            limiter.observe(&Feedback::response(StatusCode::OK));
        }
        let status = limiter.status();
        assert_eq!((status.limit, status.remaining, status.waiting), (None, None, 0));
        assert_eq!(status.next_available, Some(secs(0)));
    });
}

#[test]
fn responses_out_of_order_are_not_counted_twice() {
    stopped(async {
        let limiter = limiter(RateLimit::Auto);
        // Three calls are sent, and the server receives them in this order.
        let mut sent = Vec::new();
        for _ in 0..3 {
            slot(&*limiter).await;
            sent.push(Instant::now().into_std());
            sleep(secs(1)).await;
        }
        // The response to the last one arrives first: the other two may not have arrived yet.
        limiter.observe(&ok(7).sent_at(sent[2]));
        assert_eq!(limiter.status().remaining, Some(5));
        // Their own responses show that they had arrived.
        limiter.observe(&ok(9).sent_at(sent[0]));
        assert_eq!((limiter.status().limit, limiter.status().remaining), (Some(10), Some(7)));
        limiter.observe(&ok(8).sent_at(sent[1]));
        assert_eq!((limiter.status().limit, limiter.status().remaining), (Some(10), Some(7)));
        // Calls sent from now on count.
        slot(&*limiter).await;
        assert_eq!(limiter.status().remaining, Some(6));
    });
}

#[test]
fn other_users_of_the_key_lower_the_remaining_calls_until_they_stop() {
    stopped(async {
        let limiter = limiter(RateLimit::Auto);
        let left = async |remaining| {
            slot(&*limiter).await;
            sleep(secs(1)).await;
            limiter.observe(&ok(remaining).sent_at((Instant::now() - secs(1)).into_std()));
            limiter.status().remaining
        };
        assert_eq!(left(9).await, Some(9));
        assert_eq!(left(3).await, Some(3));
        assert_eq!(left(0).await, Some(0));
        // A minute later the others have expired.
        sleep(MINUTE).await;
        assert_eq!(left(7).await, Some(7));
    });
}

#[test]
fn the_window_is_what_the_server_shows() {
    for seconds in [1, 20, 3_600] {
        stopped(async {
            let limiter = limiter(RateLimit::Auto);
            slot(&*limiter).await;
            limiter.observe(&ok(1).reset(secs(seconds)));
            slot(&*limiter).await;
            limiter.observe(&ok(0).reset(secs(seconds)));
            assert!(!limiter.try_acquire());
            assert_eq!(limiter.status().next_available, Some(secs(seconds)));
            assert_eq!(slot(&*limiter).await, secs(seconds));
            assert!(limiter.try_acquire(), "the whole limit is available again");
        });
    }
}

#[test]
fn a_window_that_ends_soon_is_not_waited_for_as_if_it_had_begun() {
    stopped(async {
        let limiter = limiter(RateLimit::Auto);
        for left in [3_000, 2_000, 1_000] {
            slot(&*limiter).await;
            limiter.observe(&ok(left / 1_000 - 1).reset(secs(u64::from(left))));
            sleep(secs(1_000)).await;
        }
        // The window has just begun.
        assert!((0..3).all(|_| limiter.try_acquire()) && !limiter.try_acquire());
    });
}

#[test]
fn waiting_calls_are_told_of_a_pause_that_is_too_long() {
    stopped(async {
        for limit in [RateLimit::Auto, RateLimit::PerMinute(2)] {
            let limiter = limiter(limit);
            slot(&*limiter).await;
            slot(&*limiter).await;
            let mut closed: Vec<_> =
                [60, 120, 500].map(|longest| limiter.closed(secs(longest))).into();
            let mut is_closed = |which: usize| {
                let future: &mut BoxFuture<'_, _> = &mut closed[which];
                let poll = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
                if let Poll::Ready(left) = poll { Some(left) } else { None }
            };
            assert_eq!([0, 1, 2].map(&mut is_closed), [None; 3]);
            let mut waiting = limiter.acquire();
            let _ = poll(&mut waiting);
            limiter.observe(&throttled(120));
            assert_eq!([0, 1].map(&mut is_closed), [Some(secs(120)), None], "exactly that long");
            limiter.observe(&throttled(121));
            assert_eq!([1, 2].map(&mut is_closed), [Some(secs(121)), None]);
            // Later calls use the remaining capacity.
            sleep(secs(100)).await;
            assert_eq!(limiter.closed(secs(20)).await, secs(21));
            assert!(timeout(secs(30), limiter.closed(secs(21))).await.is_err());
        }
    });
}

#[test]
fn waiting_for_calls_to_grow_old_is_no_pause() {
    stopped(async {
        let limiter = limiter(RateLimit::PerMinute(1));
        slot(&*limiter).await;
        limiter.observe(&ok(0).reset(secs(3_600)));
        assert!(timeout(secs(59), limiter.closed(Duration::ZERO)).await.is_err());
    });
}

/// On several threads, with waiters that give up: there are never more permits in use than allowed, and every call
/// completes.
#[test]
fn no_waiter_is_forgotten_when_threads_race() {
    const SLOTS: usize = 3;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_time()
        .build()
        .unwrap();
    let limiter = limiter(RateLimit::PerMinute(3));
    let held = Arc::new(AtomicUsize::new(0));
    runtime.block_on(async {
        let tasks: Vec<_> = (0..8)
            .map(|task| {
                let (limiter, held) = (limiter.clone(), held.clone());
                tokio::spawn(async move {
                    for round in 0..500 {
                        let mut place = limiter.acquire();
                        if !poll(&mut place) {
                            if (task + round) % 3 == 0 {
                                continue;
                            }
                            place.await;
                        }
                        assert!(held.fetch_add(1, Ordering::SeqCst) < SLOTS);
                        tokio::task::yield_now().await;
                        held.fetch_sub(1, Ordering::SeqCst);
                        limiter.observe(&Feedback::unsent());
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    });
    let status = limiter.status();
    assert_eq!((status.waiting, status.remaining), (0, Some(3)));
}
