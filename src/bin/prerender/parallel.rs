//! Work that falls into many parts of its own, on all cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does something with every part, about in their order; the error is that of a part that failed.
///
/// Each thread begins with something of its own, for what cannot be shared. Whoever is done takes the next part: a list
/// shared out beforehand would leave one core with the dear ones.
pub fn on_all_cores<T: Sync, Own>(
    parts: &[T],
    begin: impl Fn() -> Own + Sync,
    work: impl Fn(&mut Own, &T) -> Result<(), String> + Sync,
) -> Result<(), String> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(parts.len().max(1));
    let next = AtomicUsize::new(0);
    let take = || {
        let mut own = begin();
        while let Some(part) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
            // Nobody needs the rest once one has failed.
            work(&mut own, part).inspect_err(|_| next.store(parts.len(), Ordering::Relaxed))?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        let results = running.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a thread ended".into())));
        results.collect()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn every_part_has_its_turn_once_and_a_fault_is_told() {
        let done = Mutex::new(Vec::new());
        let note = |(): &mut (), part: &u32| {
            done.lock().unwrap().push(*part);
            Ok(())
        };
        on_all_cores(&(0..100).collect::<Vec<u32>>(), || (), note).unwrap();
        let mut done = done.into_inner().unwrap();
        done.sort_unstable();
        assert_eq!(done, (0..100).collect::<Vec<u32>>());
        let fails = |(): &mut (), part: &u32| if *part == 7 { Err("seven".to_owned()) } else { Ok(()) };
        assert_eq!(on_all_cores(&[5, 6, 7, 8], || (), fails), Err("seven".into()));
        assert_eq!(on_all_cores(&[], || (), fails), Ok(()));
    }
}
