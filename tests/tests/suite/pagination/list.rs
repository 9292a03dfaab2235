//! A list with offset cursors, like Plane's, that changes while it is read.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard},
};

use plane_api::{Client, Cursor, Page, endpoint};
use plane_tests::{Received, Reply, Server, json};
use serde::Deserialize;

#[endpoint(GET, "/entries/" -> Page<Entry>)]
#[derive(Debug, Clone)]
pub struct ListEntries {
    pub cursor: Option<Cursor>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Entry {
    pub id: u32,
}

/// Changes to the list during pagination.
#[derive(Debug, Clone)]
pub enum Change {
    /// Deletes the entries at these positions, each modulo the remaining length.
    Delete(Vec<usize>),
    /// Inserts this many entries at the front.
    Insert(usize),
}

#[derive(Debug, Default)]
pub struct List {
    pub entries: Vec<u32>,
    pub per_page: usize,
    /// The changes after each response.
    pub changes: VecDeque<Change>,
    /// Pages that are rejected once, with a status that is not retried.
    pub rejected: Vec<usize>,
    /// The requested pages.
    pub asked: Vec<usize>,
    created: u32,
}

impl List {
    /// Creates the entries 0, 1, 2 and so on.
    pub fn of(length: u32, per_page: usize) -> Self {
        Self { entries: (0..length).collect(), per_page, created: 1000, ..Self::default() }
    }

    pub fn changing(self, changes: impl IntoIterator<Item = Change>) -> Self {
        Self { changes: changes.into_iter().collect(), ..self }
    }

    pub fn refusing(self, pages: impl IntoIterator<Item = usize>) -> Self {
        Self { rejected: pages.into_iter().collect(), ..self }
    }

    pub fn pages(&self) -> usize {
        self.entries.len().div_ceil(self.per_page).max(1)
    }

    pub fn answer(&mut self, received: &Received) -> Reply {
        let page = number(received);
        self.asked.push(page);
        if let Some(place) = self.rejected.iter().position(|rejected| *rejected == page) {
            self.rejected.remove(place);
            return json(400, r#"{"error": "not now"}"#);
        }
        let (size, total, start) = (self.per_page, self.entries.len(), page * self.per_page);
        let results: Vec<_> = self
            .entries
            .iter()
            .skip(start)
            .take(size)
            .map(|id| serde_json::json!({"id": id, "name": format!("entry {id}")}))
            .collect();
        let body = serde_json::json!({
            "next_cursor": format!("{size}:{}:0", page + 1),
            "prev_cursor": format!("{size}:{}:1", page as i64 - 1),
            "next_page_results": total > start + size,
            "prev_page_results": page > 0,
            "count": results.len(),
            "total_pages": total.div_ceil(size),
            "total_results": total,
            "total_count": total,
            "results": results,
        });
        match self.changes.pop_front() {
            Some(Change::Delete(places)) => {
                for place in places {
                    if !self.entries.is_empty() {
                        self.entries.remove(place % self.entries.len());
                    }
                }
            }
            Some(Change::Insert(count)) => {
                for _ in 0..count {
                    self.entries.insert(0, self.created);
                    self.created += 1;
                }
            }
            None => {}
        }
        json(200, &body.to_string())
    }
}

/// Returns the requested page.
pub fn number(received: &Received) -> usize {
    let line = received.line();
    line.split_once("cursor=").map_or(0, |(_, cursor)| {
        cursor.split("%3A").nth(1).and_then(|page| page.parse().ok()).unwrap()
    })
}

/// Starts a server for one list.
#[derive(Debug)]
pub struct Lister {
    list: Arc<Mutex<List>>,
    pub client: Client,
    _server: Server,
}

impl Lister {
    pub async fn start(list: List) -> Self {
        let list = Arc::new(Mutex::new(list));
        let served = list.clone();
        let server =
            Server::start(move |received| served.lock().unwrap().answer(received)).await.unwrap();
        Self { list, client: super::client(&server), _server: server }
    }

    pub fn list(&self) -> MutexGuard<'_, List> {
        self.list.lock().unwrap()
    }
}

pub fn ids(entries: impl IntoIterator<Item = Entry>) -> Vec<u32> {
    entries.into_iter().map(|entry| entry.id).collect()
}
