//! Pagination over lists that change meanwhile.

use plane_api::endpoint;
use plane_tests::{Received, Reply, Server, answer};
use proptest::{
    prelude::*,
    test_runner::{TestError, TestRunner},
};
use tokio::runtime::Runtime;

use super::list::{Change, Entry, List, ListEntries, Lister, ids};

async fn walk(lister: &Lister, concurrency: usize) -> Vec<u32> {
    let mut items = ListEntries::new().items(&lister.client).concurrency(concurrency);
    ids(items.collect(usize::MAX).await.unwrap())
}

#[tokio::test]
async fn an_item_that_moves_to_the_next_page_is_seen_once() {
    let lister =
        Lister::start(List::of(6, 2).changing([Change::Insert(1), Change::Insert(2)])).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 2, 3, 4, 5]);
    assert_eq!(lister.list().asked, [0, 1, 2, 3, 4]);
}

#[tokio::test]
async fn an_item_that_moves_to_the_previous_page_is_not_skipped() {
    let lister = Lister::start(List::of(6, 2).changing([Change::Delete(vec![0])])).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 2, 3, 4, 5]);
    assert_eq!(lister.list().asked, [0, 1, 0, 2], "the previous page is read again, once");
}

/// A list from which these entries are deleted after this many responses.
fn shrinking(list: List, answers: usize, places: &[usize]) -> List {
    let mut changes = vec![Change::Delete(Vec::new()); answers - 1];
    changes.push(Change::Delete(places.to_vec()));
    list.changing(changes)
}

#[tokio::test]
async fn a_list_that_shrinks_by_pages_is_read_as_far_back_as_it_takes() {
    // Of the first three pages, only 4 is left, so 6 has moved to the first page, 7 and 8 to the second, and so on.
    let lister = Lister::start(shrinking(List::of(12, 2), 3, &[0, 0, 0, 0, 1])).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 2, 3, 4, 5, 9, 10, 7, 8, 6, 11]);
    assert_eq!(lister.list().asked, [0, 1, 2, 3, 2, 1, 0]);
}

#[tokio::test]
async fn reading_back_ends_at_a_returned_entry() {
    // Many entries are deleted, but of those already returned, only 0. So the previous page contains an entry that was
    // returned.
    let lister = Lister::start(shrinking(List::of(12, 2), 2, &[0, 10, 9, 8, 7, 6])).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(lister.list().asked, [0, 1, 2, 1]);
}

#[endpoint(GET, "/messages/" -> Vec<Entry>)]
#[derive(Debug, Clone)]
pub struct ListMessages {
    #[page(last)]
    pub after: Option<u32>,
}

/// The items after an entry keep their positions when others are deleted.
#[tokio::test]
async fn nothing_is_read_again_if_positions_are_entries() {
    let server = Server::start(|received: &Received| {
        let after = received.line().split_once("after=").map_or("", |(_, after)| after);
        let (total, entries) = match after {
            "" => (6, r#"[{"id": 1}, {"id": 2}]"#),
            "2" => (3, r#"[{"id": 3}, {"id": 4}]"#),
            _ => (3, "[]"),
        };
        Reply::Send(answer(200, &format!("X-Total-Count: {total}\r\n"), entries))
    });
    let server = server.await.unwrap();
    let mut items = ListMessages::new().items(&super::client(&server));
    assert_eq!(ids(items.collect(99).await.unwrap()), [1, 2, 3, 4]);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn reading_back_ends_at_the_first_page() {
    // Four pages are deleted, the first of which was already returned.
    let lister = Lister::start(List::of(12, 2).changing([Change::Delete(vec![0; 8])])).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 8, 9, 10, 11]);
    assert_eq!(lister.list().asked, [0, 1, 0]);
}

#[tokio::test]
async fn forgotten_entries_are_recognized_by_their_place() {
    // The client remembers the last two pages, 4 to 7. Of these, only 4 is left, three pages back and after 3.
    let lister = Lister::start(shrinking(List::of(14, 2), 4, &[0, 4, 4, 4, 8, 8])).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 8, 9]);
    assert_eq!(lister.list().asked, [0, 1, 2, 3, 4, 3, 2, 1]);
}

#[tokio::test]
async fn entries_of_the_waiting_page_are_not_handed_out_before_it() {
    // While the third page waits, its entries move to the second page, and one from there to the first.
    let changes = [vec![], vec![0], vec![0, 0]].map(Change::Delete);
    let lister = Lister::start(List::of(12, 2).changing(changes)).await;
    assert_eq!(walk(&lister, 1).await, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert_eq!(lister.list().asked, [0, 1, 2, 1, 0, 3, 2, 4]);
}

#[tokio::test]
async fn pages_are_handed_out_as_the_server_sends_them() {
    let lister = Lister::start(List::of(4, 2).changing([Change::Insert(1)])).await;
    let pages = ListEntries::new().pages(&lister.client).collect(9).await.unwrap();
    let pages: Vec<_> = pages.into_iter().map(ids).collect();
    assert_eq!(pages, [vec![0, 1], vec![1, 2], vec![3]]);
}

#[tokio::test]
async fn the_total_is_known_from_the_first_page_and_follows_the_list() {
    let lister = Lister::start(List::of(6, 2).changing([Change::Insert(1)])).await;
    let mut items = ListEntries::new().items(&lister.client);
    assert_eq!(items.total(), None);
    items.next().await.unwrap().unwrap();
    assert_eq!(items.total(), Some(6));
    items.collect(2).await.unwrap();
    assert_eq!(items.total(), Some(7));
}

#[tokio::test]
async fn a_cursor_taken_while_pages_are_read_again_misses_nothing() {
    for taken in 7..=12 {
        let lister = Lister::start(shrinking(List::of(12, 2), 3, &[0, 0, 0, 0, 1])).await;
        let mut items = ListEntries::new().items(&lister.client);
        let mut seen = ids(items.collect(taken).await.unwrap());
        let mut resumed = ListEntries::new().items(&lister.client);
        if let Some(cursor) = items.cursor() {
            resumed = resumed.from(cursor);
        }
        seen.extend(ids(resumed.collect(99).await.unwrap()));
        let stayed = lister.list().entries.clone();
        let missed: Vec<_> = stayed.into_iter().filter(|id| !seen.contains(id)).collect();
        assert!(missed.is_empty(), "{missed:?} after {taken}");
    }
}

/// The list, and its changes.
#[derive(Debug, Clone)]
struct Plan {
    length: u32,
    per_page: usize,
    changes: Vec<Change>,
}

fn plans(
    per_page: impl Strategy<Value = usize>,
    changes: impl Fn(usize) -> BoxedStrategy<Vec<Change>>,
) -> impl Strategy<Value = Plan> {
    (0_u32..40, per_page).prop_flat_map(move |(length, per_page)| {
        changes(per_page).prop_map(move |changes| Plan { length, per_page, changes })
    })
}

fn deletes(most: usize, times: usize) -> BoxedStrategy<Vec<Change>> {
    let change = prop::collection::vec(0_usize..1000, 0..=most).prop_map(Change::Delete);
    prop::collection::vec(change, 0..=times).boxed()
}

fn inserts(most: usize, times: usize) -> BoxedStrategy<Vec<Change>> {
    prop::collection::vec((0..=most).prop_map(Change::Insert), 0..=times).boxed()
}

/// The returned entries, and the entries of the original list that exist at the end.
struct Outcome {
    seen: Vec<u32>,
    stayed: Vec<u32>,
}

impl Outcome {
    fn skipped(&self) -> Vec<u32> {
        self.stayed.iter().copied().filter(|id| !self.seen.contains(id)).collect()
    }

    /// Returns `true` if the original entries were returned in order, and therefore none of them twice.
    fn is_in_order(&self) -> bool {
        self.seen.iter().filter(|id| **id < 1000).is_sorted_by(|a, b| a < b)
    }
}

/// Paginates over many lists of one server; the caller checks the results.
fn for_all(
    plans: impl Strategy<Value = Plan>,
    concurrency: usize,
    check: impl Fn(&Outcome) -> Result<(), TestCaseError>,
) {
    let runtime = Runtime::new().unwrap();
    let lister = runtime.block_on(Lister::start(List::default()));
    let config =
        ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    let outcome = TestRunner::new(config).run(&plans, |plan| {
        *lister.list() = List::of(plan.length, plan.per_page).changing(plan.changes);
        let seen = runtime.block_on(walk(&lister, concurrency));
        let stayed = lister.list().entries.iter().copied().filter(|id| *id < 1000).collect();
        check(&Outcome { seen, stayed })
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(reason, plan)) => panic!("{reason}\nwith {plan:?}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

fn complete(outcome: &Outcome) -> Result<(), TestCaseError> {
    prop_assert_eq!(outcome.skipped(), Vec::<u32>::new(), "skipped, of {:?}", outcome.seen);
    Ok(())
}

/// If pages are read again, their entries can be returned in another order.
fn exact(outcome: &Outcome) -> Result<(), TestCaseError> {
    let mut once = outcome.seen.clone();
    once.sort_unstable();
    once.dedup();
    prop_assert_eq!(once.len(), outcome.seen.len(), "twice: {:?}", outcome.seen);
    complete(outcome)
}

fn exact_and_ordered(outcome: &Outcome) -> Result<(), TestCaseError> {
    prop_assert!(outcome.is_in_order(), "twice or out of order: {:?}", outcome.seen);
    complete(outcome)
}

#[test]
fn inserts_at_the_front_hide_nothing_and_repeat_nothing() {
    for_all(plans(1_usize..6, |per_page| inserts(per_page, 12)), 1, exact_and_ordered);
}

#[test]
fn deletes_hide_nothing_and_repeat_nothing() {
    for_all(plans(1_usize..8, |per_page| deletes(per_page / 2, 12)), 1, exact);
}

#[test]
fn one_delete_of_any_size_hides_nothing_and_repeats_nothing_unless_it_takes_two_pages() {
    let once = |per_page: usize| {
        let change =
            prop::collection::vec(0_usize..1000, 0..=2 * per_page).prop_map(Change::Delete);
        (0_usize..8, change)
            .prop_map(|(before, change)| {
                let mut changes = vec![Change::Insert(0); before];
                changes.push(change);
                changes
            })
            .boxed()
    };
    for_all(plans(1_usize..6, once), 1, exact);
}

#[test]
fn deletes_of_any_size_at_any_time_hide_nothing() {
    for_all(plans(1_usize..5, |_| deletes(12, 20)), 1, complete);
}

#[test]
fn prefetched_pages_hide_nothing_and_repeat_nothing() {
    for concurrency in 2..5 {
        for_all(plans(4_usize..8, |_| inserts(1, 4)), concurrency, exact_and_ordered);
        for_all(plans(4_usize..8, |_| deletes(1, 4)), concurrency, exact);
    }
}
