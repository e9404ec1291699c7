//! What could not be checked here, a step or a test: the one list of it, and what may stand on it.

use std::fmt;

/// Set where nobody reads the list: the needs, parted by commas, for want of which something may be left out; whatever else
/// is left out is a failure then.
pub const MAY_SKIP: &str = "MAY_SKIP";

/// How a test begins the line that says that it could not be run here; its need and the reason follow.
const SAID: &str = "SKIPPED: ";

/// A step or a test that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The step or the test.
    pub name: String,
    /// What it needs and there is not, in a word, such as `network`.
    pub need: String,
    /// Why, for people.
    pub why: String,
}

impl Skipped {
    /// What a test says of itself in its output, if it says so.
    pub fn by_itself(test: &str, said: &str) -> Option<Self> {
        let (need, why) = said.lines().find_map(|line| line.strip_prefix(SAID))?.split_once(": ")?;
        Some(Self { name: test.to_owned(), need: need.to_owned(), why: why.to_owned() })
    }

    /// Whether it may be left out, by what `MAY_SKIP` says; where that is not set, somebody reads the list.
    pub fn may_be(&self, may_skip: Option<&str>) -> bool {
        may_skip.is_none_or(|needs| needs.split(',').any(|need| need.trim() == self.need))
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, need, why } = self;
        write!(f, "{SAID}{name}: {need}: {why}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_says_what_it_needs() {
        let skipped = Skipped::by_itself("a", "words\nSKIPPED: Python: there is none\n").expect("it says so");
        assert_eq!(skipped.to_string(), "SKIPPED: a: Python: there is none");
        assert_eq!(Skipped::by_itself("a", "nothing was SKIPPED: all is there"), None);
    }

    #[test]
    fn where_nobody_reads_the_list_only_what_is_named_may_be_on_it() {
        let of = |need: &str| Skipped { name: "a".into(), need: need.into(), why: "so".into() };
        assert!(of("Python").may_be(None));
        assert!(of("network").may_be(Some("transcript, network")));
        assert!(!of("Python").may_be(Some("transcript,network")));
        assert!(!of("network").may_be(Some("")));
    }
}
