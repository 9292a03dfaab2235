//! [`PerRuntime`]: one value per runtime, dropped with the runtime.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio::{
    runtime::{Handle, Id},
    sync::oneshot,
};

/// Values that belong to a runtime, by runtime and key.
///
/// A task on the runtime holds a guard that removes the value when the runtime drops its tasks. If the value is dropped
/// first, the task ends. So neither outlives the other.
///
/// The search is linear because a program has few runtimes, and every request searches.
pub(super) struct PerRuntime<K, T>(Arc<Mutex<Entries<K, T>>>);

type Entries<K, T> = Vec<Entry<K, T>>;

struct Entry<K, T> {
    key: (Id, K),
    value: T,
    /// Closed when the runtime has ended.
    runtime: oneshot::Sender<()>,
}

impl<K, T> PerRuntime<K, T>
where
    K: Copy + Eq + Send + 'static,
    T: Clone + Send + 'static,
{
    pub(super) fn new() -> Self {
        Self(Arc::default())
    }

    /// Returns the value of the current runtime, and creates it with `make` if there is none yet.
    pub(super) fn get<E>(&self, key: K, make: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let runtime = Handle::current();
        let key = (runtime.id(), key);
        let mut entries = lock(&self.0);
        // The id of a runtime may be reused after it has ended.
        let found = entries.iter().position(|entry| entry.key == key);
        if let Some(entry) = found.and_then(|at| entries.get(at))
            && !entry.runtime.is_closed()
        {
            return Ok(entry.value.clone());
        }
        let value = make()?;
        let (sender, receiver) = oneshot::channel();
        let stale = found.map(|at| entries.swap_remove(at));
        entries.push(Entry { key, value: value.clone(), runtime: sender });
        drop(entries);
        drop(stale);
        let mut guard = Guard { entries: Arc::downgrade(&self.0), key, dropped: receiver };
        // A runtime that is shutting down drops the task at once, so no lock may be held here.
        runtime.spawn(async move {
            let _ = (&mut guard.dropped).await;
        });
        Ok(value)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        lock(&self.0).len()
    }
}

fn lock<K, T>(entries: &Mutex<Entries<K, T>>) -> MutexGuard<'_, Entries<K, T>> {
    entries.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes a runtime's value when it is dropped.
struct Guard<K: Copy + Eq, T> {
    entries: Weak<Mutex<Entries<K, T>>>,
    key: (Id, K),
    /// Resolves when the value is dropped.
    dropped: oneshot::Receiver<()>,
}

impl<K: Copy + Eq, T> Drop for Guard<K, T> {
    fn drop(&mut self) {
        self.dropped.close();
        let Some(entries) = self.entries.upgrade() else { return };
        let mut entries = lock(&entries);
        // The entry may already belong to another value.
        let is_ours = |entry: &Entry<K, T>| entry.key == self.key && entry.runtime.is_closed();
        let ended = entries.iter().position(is_ours).map(|at| entries.swap_remove(at));
        // The value's `Drop` is unknown code, so no lock is held here.
        drop(entries);
        drop(ended);
    }
}

#[cfg(test)]
mod tests {
    use std::{convert::Infallible, sync::Weak};

    use tokio::runtime::{Builder, Runtime};

    use super::*;

    type Values = PerRuntime<u8, Arc<()>>;

    fn get(values: &Values, key: u8) -> Weak<()> {
        let made = values.get(key, || Ok::<_, Infallible>(Arc::default()));
        Arc::downgrade(&made.unwrap())
    }

    fn runtime() -> Runtime {
        Builder::new_current_thread().build().unwrap()
    }

    #[test]
    fn a_value_lives_as_long_as_its_runtime() {
        let values = Values::new();
        let runtimes: Vec<_> = (0..64).map(|_| runtime()).collect();
        let first: Vec<_> =
            runtimes.iter().map(|it| it.block_on(async { get(&values, 1) })).collect();
        for (runtime, first) in runtimes.iter().zip(&first) {
            let (again, other) = runtime.block_on(async { (get(&values, 1), get(&values, 2)) });
            assert!(again.ptr_eq(first) && !other.ptr_eq(first));
        }
        assert_eq!(values.len(), 128);
        drop(runtimes);
        assert_eq!(values.len(), 0);
        assert!(first.iter().all(|value| value.strong_count() == 0));
    }

    #[test]
    fn a_thousand_short_runtimes_leave_nothing_behind() {
        let values = Values::new();
        for _ in 0..1000 {
            runtime().block_on(async { get(&values, 1) });
            assert_eq!(values.len(), 0);
        }
    }

    #[test]
    fn the_task_ends_with_the_values() {
        let runtime = runtime();
        runtime.block_on(async {
            for _ in 0..100 {
                let values = Values::new();
                let value = get(&values, 1);
                drop(values);
                assert_eq!(value.strong_count(), 0);
            }
            while Handle::current().metrics().num_alive_tasks() > 0 {
                tokio::task::yield_now().await;
            }
        });
    }

    #[test]
    fn a_runtime_that_is_shutting_down_is_no_harm() {
        struct Late(Arc<Values>);
        impl Drop for Late {
            fn drop(&mut self) {
                get(&self.0, 1);
            }
        }
        let values = Arc::new(Values::new());
        let runtime = runtime();
        let late = Late(values.clone());
        runtime.spawn(async move {
            std::future::pending::<()>().await;
            drop(late);
        });
        runtime.block_on(tokio::task::yield_now());
        drop(runtime);
        assert_eq!(values.len(), 0);
    }
}
