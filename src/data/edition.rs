//! For whom a story is built, and with what.

/// How a story is built; the default is for its makers, with all it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// For readers: nothing that a published story needs may be missing.
    pub to_publish: bool,
    /// Without its maps.
    pub without_maps: bool,
}

impl Edition {
    /// The environment variables by which one program tells another, each with whether it is set.
    pub fn variables(self) -> [(&'static str, bool); 2] {
        [("STORY_PUBLISH", self.to_publish), ("STORY_WITHOUT_MAPS", self.without_maps)]
    }

    /// The edition that a program was told.
    pub fn told(is_set: impl Fn(&str) -> bool) -> Self {
        let [to_publish, without_maps] = Self::default().variables().map(|(name, _)| is_set(name));
        Self { to_publish, without_maps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_understood_as_it_was_told() {
        for (to_publish, without_maps) in [(false, false), (false, true), (true, false), (true, true)] {
            let edition = Edition { to_publish, without_maps };
            let told = Edition::told(|asked| edition.variables().iter().any(|(name, set)| *name == asked && *set));
            assert_eq!(told, edition);
        }
    }
}
