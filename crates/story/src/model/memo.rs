//! What was made from the story, kept until a record that it was made from changes.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::dependencies::{note, recording};
use super::{Record, Story};

/// Values by key, each with the records that it was made from.
///
/// Two threads that want the same value at once do not both make it: the second waits for the first. It outlives the
/// story: asked with a later one, it makes anew only what depends on a record that has changed.
pub struct Memo<K, V>(Mutex<HashMap<K, Arc<Slot<V>>>>);

type Slot<V> = Mutex<Option<Kept<V>>>;

/// A value, and the stamps of what it was made from.
struct Kept<V> {
    value: V,
    stamps: Vec<(Record, u64)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The value of this key as it is for this story: the one that was kept, or one that is made now. An error is not
    /// kept. Whoever asks depends on all that the value depends on.
    pub fn get<E>(&self, story: &Story, key: K, make: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        let slot = Arc::clone(locked(&self.0).entry(key).or_default());
        let mut slot = locked(&slot);
        if let Some(kept) = &*slot
            && kept.stamps.iter().all(|(record, stamp)| story.stamp(record) == *stamp)
        {
            kept.stamps.iter().for_each(|(record, _)| note(|| record.clone()));
            return Ok(kept.value.clone());
        }
        let (made, records) = recording(make);
        let value = made?;
        let stamps = records.into_iter().map(|record| (story.stamp(&record), record));
        *slot = Some(Kept { value: value.clone(), stamps: stamps.map(|(stamp, record)| (record, stamp)).collect() });
        Ok(value)
    }
}

/// What is locked is whole at any moment, so a thread that ended in the midst of its work has broken nothing.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
