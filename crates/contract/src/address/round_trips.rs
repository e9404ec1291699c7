//! Every state is read back from the address that it is written into.

use proptest::prelude::*;

use super::{Extent, Ledger, Mode, Shown, SortKey, State, Theme, Viewport};

fn id() -> impl Strategy<Value = String> {
    "[A-Za-z0-9-]{1,8}"
}

fn extent() -> impl Strategy<Value = Extent> {
    (id(), any::<[i32; 2]>(), 101..=u32::MAX)
        .prop_map(|(map, centre, percent)| Extent { map, viewport: Viewport { centre, percent } })
}

fn ledger() -> impl Strategy<Value = Ledger> {
    let sort = prop::sample::select(SortKey::ALL.to_vec());
    let choice = || prop::option::of(id());
    (sort, any::<bool>(), choice(), choice(), choice(), choice(), ".{0,12}").prop_map(
        |(sort, descending, kind, speaker, chapter, place, words)| Ledger {
            sort,
            descending,
            kind,
            speaker,
            chapter,
            place,
            words,
        },
    )
}

fn state() -> impl Strategy<Value = State> {
    let mode = prop::option::of(prop::sample::select(vec![Mode::Steps, Mode::Flat]));
    let theme = prop::option::of(prop::sample::select(vec![Theme::Light, Theme::Dark]));
    let choice = || prop::option::of(id());
    let off = prop::collection::btree_set(id(), 0..4);
    (mode, theme, [choice(), choice(), choice(), choice(), choice()], off, prop::option::of(extent()), ledger())
        .prop_map(|(mode, theme, [place, fact, step, measure, map_measure], off, extent, ledger)| State {
            mode,
            theme,
            shown: Shown { mode: mode.unwrap_or_default(), theme },
            place,
            fact,
            step,
            measure,
            map_measure,
            off: off.into_iter().collect(),
            extent,
            ledger,
            notes: None,
        })
}

proptest! {
    #[test]
    fn every_state_survives_the_address(state in state()) {
        let query = state.to_query();
        prop_assert_eq!(State::from_query(&query), state, "{}", query);
        prop_assert!(query.is_ascii() && !query.contains([' ', '#']), "{}", query);
    }

    #[test]
    fn any_address_is_read_and_what_is_read_is_written_again(query in "(\\?)?.{0,40}|(\\?)?([a-z]{1,7}=[a-z0-9_.%-]{0,9}&?){0,5}") {
        let state = State::from_query(&query);
        prop_assert_eq!(State::from_query(&state.to_query()), state);
    }

    #[test]
    fn extents_are_read_back(extent in extent()) {
        prop_assert_eq!(Extent::decode(&extent.encode()), Some(extent));
    }
}
