//! Rate limiting against a model of the server's sliding log: for any arrivals, delays, cancellations and losses, the
//! server never sees more than its limit, and no call is later than necessary.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use plane_api::{Feedback, Limiter, RateLimit, http::StatusCode};
use proptest::prelude::*;
use tokio::{
    task::JoinHandle,
    time::{Instant, sleep, sleep_until, timeout},
};

use super::{limiter, slot, stopped};

/// All times are milliseconds.
const WINDOW: u64 = 60_000;

/// A call to be made.
#[derive(Debug, Clone)]
struct Plan {
    /// The delay between the previous caller and this one.
    gap: u64,
    /// The time that the caller waits for a permit.
    patience: Option<u64>,
    /// The duration of the request and of the response.
    there: u64,
    back: u64,
    fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Answered,
    /// The server counted it; its response was lost.
    Lost,
    /// The server responded without counting it, and without reporting the remaining calls.
    Uncounted,
    /// There was no connection.
    Unsent,
}

impl Plan {
    fn lasts(&self) -> u64 {
        if self.fate == Fate::Unsent { self.there } else { self.there + self.back }
    }
}

/// Times are multiples of 10, waiting times are not: nothing ends at the very moment at which a caller gives up.
fn plan() -> impl Strategy<Value = Plan> {
    let gap = prop_oneof![5 => Just(0), 5 => 0..300_u64, 3 => 0..3_000_u64, 1 => 0..9_000_u64];
    let patience = prop_oneof![3 => Just(None), 1 => (0..4_000_u64).prop_map(Some)];
    let way = || prop_oneof![3 => Just(0), 5 => 0..50_u64, 2 => 0..2_000_u64];
    let fate = prop_oneof![
        8 => Just(Fate::Answered),
        1 => Just(Fate::Lost),
        1 => Just(Fate::Uncounted),
        1 => Just(Fate::Unsent),
    ];
    (gap, patience, way(), way(), fate).prop_map(|(gap, patience, there, back, fate)| Plan {
        gap: gap * 10,
        patience: patience.map(|patience| patience * 10 + 5),
        there: there * 10,
        back: back * 10,
        fate,
    })
}

/// Returns the earliest time of each call, if no more than `limit` calls may be in flight or have ended less than a
/// minute ago, and calls are in order. `None` for callers that give up.
fn earliest(limit: usize, plans: &[Plan]) -> Vec<Option<u64>> {
    let (mut now, mut last) = (0, 0);
    let mut free_at: Vec<u64> = Vec::new();
    let goes = plans.iter().map(|plan| {
        now += plan.gap;
        free_at.sort_unstable_by(|a, b| b.cmp(a));
        let free = free_at.get(limit - 1).copied().unwrap_or(0);
        let goes = now.max(last).max(free);
        if plan.patience.is_some_and(|patience| now + patience < goes) {
            return None;
        }
        last = goes;
        let counts = if plan.fate == Fate::Unsent { 0 } else { WINDOW };
        free_at.push(goes + plan.lasts() + counts);
        Some(goes)
    });
    goes.collect()
}

/// The server's log of counted calls for the key, like Plane's.
#[derive(Debug)]
struct Server {
    start: Instant,
    limit: usize,
    log: VecDeque<u64>,
    rejected: usize,
}

impl Server {
    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap()
    }

    /// Returns the response to a call that arrives now.
    fn receive(&mut self) -> Feedback {
        let now = self.now();
        while self.log.front().is_some_and(|then| then + WINDOW <= now) {
            self.log.pop_front();
        }
        if self.log.len() >= self.limit {
            self.rejected += 1;
            let wait = self.log[0] + WINDOW - now;
            let seconds = Duration::from_secs(wait.div_ceil(1_000));
            return Feedback::response(StatusCode::TOO_MANY_REQUESTS).retry_after(seconds);
        }
        self.log.push_back(now);
        let remaining = u32::try_from(self.limit - self.log.len()).unwrap();
        Feedback::response(StatusCode::OK).remaining(remaining)
    }
}

/// One server, and a client with one limiter.
#[derive(Debug, Clone)]
struct World {
    server: Arc<Mutex<Server>>,
    limiter: Arc<dyn Limiter>,
    /// The calls that were sent, and their times, in order.
    went: Arc<Mutex<Vec<(usize, u64)>>>,
}

impl World {
    fn new(server_limit: usize, limit: RateLimit) -> Self {
        let (start, log) = (Instant::now(), VecDeque::new());
        let server = Server { start, limit: server_limit, log, rejected: 0 };
        let server = Arc::new(Mutex::new(server));
        Self { server, limiter: limiter(limit), went: Arc::default() }
    }

    /// Makes all calls at their times, and waits until they have ended.
    async fn run(&self, plans: &[Plan]) {
        let mut calls: Vec<JoinHandle<()>> = Vec::new();
        let mut at = Instant::now();
        for (index, plan) in plans.iter().enumerate() {
            at += Duration::from_millis(plan.gap);
            sleep_until(at).await;
            let (world, plan) = (self.clone(), plan.clone());
            calls.push(tokio::spawn(async move { world.call(index, &plan).await }));
            // It joins the queue before the next one arrives.
            tokio::task::yield_now().await;
        }
        for call in calls {
            call.await.unwrap();
        }
    }

    async fn call(&self, index: usize, plan: &Plan) {
        let patience = Duration::from_millis(plan.patience.unwrap_or(u64::MAX >> 16));
        if timeout(patience, slot(&*self.limiter)).await.is_err() {
            return;
        }
        let sent = Instant::now().into_std();
        let now = self.server.lock().unwrap().now();
        self.went.lock().unwrap().push((index, now));

        sleep(Duration::from_millis(plan.there)).await;
        let feedback = match plan.fate {
            Fate::Unsent => Feedback::unsent(),
            Fate::Uncounted => Feedback::response(StatusCode::NOT_FOUND),
            Fate::Answered | Fate::Lost => self.server.lock().unwrap().receive(),
        };
        if plan.fate != Fate::Unsent {
            sleep(Duration::from_millis(plan.back)).await;
        }
        let feedback = if plan.fate == Fate::Lost { Feedback::lost() } else { feedback };
        self.limiter.observe(&feedback.sent_at(sent));
    }

    fn rejected(&self) -> usize {
        self.server.lock().unwrap().rejected
    }

    fn went(&self) -> Vec<(usize, u64)> {
        self.went.lock().unwrap().clone()
    }
}

/// Returns the number and the time of each call that is sent, in order.
fn in_order(times: &[Option<u64>]) -> Vec<(usize, u64)> {
    times.iter().enumerate().filter_map(|(index, time)| Some((index, (*time)?))).collect()
}

fn answered(there: u64, back: u64) -> Plan {
    Plan { gap: 0, patience: None, there, back, fate: Fate::Answered }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// The server accepts exactly as many calls as the client is told to send: it never rejects one.
    #[test]
    fn per_minute_never_exceeds_its_number_and_never_idles(
        limit in 1..7_usize,
        plans in proptest::collection::vec(plan(), 1..40),
    ) {
        let (went, rejected) = stopped(async {
            let world = World::new(limit, RateLimit::PerMinute(limit.try_into().unwrap()));
            world.run(&plans).await;
            (world.went(), world.rejected())
        });
        prop_assert_eq!(&went, &in_order(&earliest(limit, &plans)));
        let sent: Vec<_> =
            went.iter().filter(|(index, _)| plans[*index].fate != Fate::Unsent).collect();
        let within = sent.windows(limit + 1).all(|run| run[limit].1 >= run[0].1 + WINDOW);
        prop_assert!(within, "{:?}", sent);
        prop_assert_eq!(rejected, 0);
    }

    /// Once a response has reported the limit, `Auto` behaves exactly as if it had been configured.
    #[test]
    fn auto_finds_the_limit_and_then_never_exceeds_it_and_never_idles(
        limit in 1..7_usize,
        mut plans in proptest::collection::vec(plan(), 1..40),
    ) {
        let first = answered(20, 30);
        plans[0].gap = plans[0].gap.max(first.lasts() + 10);
        plans.insert(0, first);
        let (went, rejected, known) = stopped(async {
            let world = World::new(limit, RateLimit::Auto);
            world.run(&plans).await;
            (world.went(), world.rejected(), world.limiter.status().limit)
        });
        prop_assert_eq!(went, in_order(&earliest(limit, &plans)));
        prop_assert_eq!(rejected, 0);
        prop_assert_eq!(known, Some(limit.try_into().unwrap()));
    }

    /// A burst before the first response stays within the limit by chance. Later calls stay within it, whichever
    /// response arrives first.
    #[test]
    fn auto_never_exceeds_a_limit_that_it_learns_from_responses_out_of_order(
        mut burst in proptest::collection::vec(plan(), 1..12),
        spare in 0..4_usize,
        mut plans in proptest::collection::vec(plan(), 1..30),
    ) {
        let limit = burst.len() + spare;
        for plan in &mut burst {
            (plan.gap, plan.patience, plan.fate) = (0, None, Fate::Answered);
        }
        plans[0].gap += burst.iter().map(Plan::lasts).min().unwrap_or(0) + 10;
        let all = [burst, plans].concat();
        let (went, rejected, known) = stopped(async {
            let world = World::new(limit, RateLimit::Auto);
            world.run(&all).await;
            (world.went(), world.rejected(), world.limiter.status().limit)
        });
        prop_assert_eq!(rejected, 0);
        prop_assert_eq!(known, Some(limit.try_into().unwrap()));
        prop_assert!(went.is_sorted_by_key(|(index, _)| *index), "{:?}", went);
    }

    /// Another program sends with the same key. Rejections cannot be ruled out; but nothing is sent during a pause, and
    /// every call completes in the end.
    #[test]
    fn auto_completes_every_call_beside_other_users_of_the_key(
        limit in 1..7_usize,
        plans in proptest::collection::vec(plan(), 1..20),
        others in proptest::collection::vec((0..9_000_u64, 1..4_usize), 0..12),
    ) {
        stopped(async {
            let world = World::new(limit, RateLimit::Auto);
            let server = world.server.clone();
            let elsewhere = tokio::spawn(async move {
                for (gap, calls) in others {
                    sleep(Duration::from_millis(gap * 10)).await;
                    for _ in 0..calls {
                        let _ = server.lock().unwrap().receive();
                    }
                }
            });
            let paused_until = Arc::new(Mutex::new(Instant::now()));
            let mut calls = Vec::new();
            for plan in plans {
                sleep(Duration::from_millis(plan.gap)).await;
                let (world, paused_until) = (world.clone(), paused_until.clone());
                calls.push(tokio::spawn(async move {
                    loop {
                        slot(&*world.limiter).await;
                        let sent = Instant::now();
                        assert!(sent >= *paused_until.lock().unwrap(), "sent into a pause");
                        sleep(Duration::from_millis(plan.there)).await;
                        let feedback = world.server.lock().unwrap().receive();
                        sleep(Duration::from_millis(plan.back)).await;
                        world.limiter.observe(&feedback.clone().sent_at(sent.into_std()));
                        let Some(pause) = feedback.retry_after else { return };
                        let mut until = paused_until.lock().unwrap();
                        *until = (*until).max(Instant::now() + pause);
                    }
                }));
            }
            elsewhere.await.unwrap();
            for call in calls {
                timeout(Duration::from_secs(3_600), call).await.expect("the call never completes").unwrap();
            }
            assert_eq!(world.limiter.status().waiting, 0);
        });
    }
}

/// Two clients with one shared limit stay within it together.
#[test]
fn clones_share_one_count() {
    stopped(async {
        let limit = RateLimit::PerMinute(5).shared();
        let one = World::new(5, limit.clone());
        let other = World { limiter: limiter(limit), ..one.clone() };
        let plans = vec![answered(100, 100); 20];
        tokio::join!(one.run(&plans), other.run(&plans));
        assert_eq!((one.rejected(), one.went().len()), (0, 40));
        let minutes: Vec<_> = one.went().iter().step_by(5).map(|(_, at)| at / WINDOW).collect();
        assert_eq!(minutes, [0, 1, 2, 3, 4, 5, 6, 7]);
    });
}
