//! Work that falls into many parts of its own, on all cores.

use std::num::NonZero;

/// Does something with every part; the error is that of a part that failed.
pub fn on_all_cores<T: Sync>(parts: &[T], work: impl Fn(&T) -> Result<(), String> + Sync) -> Result<(), String> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = |first: usize| parts.iter().skip(first).step_by(threads).try_for_each(&work);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || share(first))).collect();
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
        let note = |part: &u32| {
            done.lock().unwrap().push(*part);
            Ok(())
        };
        on_all_cores(&(0..100).collect::<Vec<u32>>(), note).unwrap();
        let mut done = done.into_inner().unwrap();
        done.sort_unstable();
        assert_eq!(done, (0..100).collect::<Vec<u32>>());
        let fails = |part: &u32| if *part == 7 { Err("seven".to_owned()) } else { Ok(()) };
        assert_eq!(on_all_cores(&[5, 6, 7, 8], fails), Err("seven".into()));
    }
}
