//! The ledger's rows with their places in each order a reader can choose, so that the browser compares
//! small whole numbers and knows neither values nor articles.

use story::model::{Fact, Story};

/// A row of the ledger.
#[derive(Clone, Debug)]
pub struct LedgerRow<'a> {
    /// Its number, counted from 1.
    pub number: usize,
    /// The fact.
    pub fact: &'a Fact,
    /// Its place by value, smallest first; none without a value. Equal values share a place.
    pub by_value: Option<usize>,
    /// Its place by locator, in the order of the newspaper page; none without a locator.
    pub by_locator: Option<usize>,
}

/// The rows, in the order of the ledger.
pub fn ledger(story: &Story) -> Vec<LedgerRow<'_>> {
    let facts = &story.facts.facts;
    let by_value = places(facts.iter().map(|fact| fact.value), f64::total_cmp);
    let locator = |fact: &Fact| {
        let source = fact.source.as_ref()?;
        let article = story.facts.articles.iter().position(|article| article.id == source.article)?;
        Some((article, source.paragraph, source.sentence))
    };
    let by_locator = places(facts.iter().map(locator), Ord::cmp);
    let row = |(index, (fact, (by_value, by_locator)))| LedgerRow { number: index + 1, fact, by_value, by_locator };
    facts.iter().zip(by_value.into_iter().zip(by_locator)).enumerate().map(row).collect()
}

/// The place of each key among all, counted from 1.
fn places<T: Copy>(
    keys: impl Iterator<Item = Option<T>>,
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Vec<Option<usize>> {
    let keys: Vec<Option<T>> = keys.collect();
    let mut sorted: Vec<T> = keys.iter().flatten().copied().collect();
    sorted.sort_by(&order);
    sorted.dedup_by(|a, b| order(a, b).is_eq());
    let place = |key: &T| sorted.partition_point(|other| order(other, key).is_lt()) + 1;
    keys.iter().map(|key| key.as_ref().map(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_share_a_place_and_what_has_no_key_has_none() {
        let keys = [Some(143.0), None, Some(-1.0), Some(143.0), Some(9.5)];
        assert_eq!(places(keys.into_iter(), f64::total_cmp), [Some(3), None, Some(1), Some(3), Some(2)]);
    }
}
