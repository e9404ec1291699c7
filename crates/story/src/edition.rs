//! For whom a story is built, and with what.

/// How a story is built; the default is for its makers, with all it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// For readers: nothing that a published story needs may be missing.
    pub to_publish: bool,
    /// Without its maps.
    pub without_maps: bool,
    /// Where it is published, if not at the address in its data.
    pub address: Option<String>,
}

impl Edition {
    /// The environment variables by which one program tells another, each with its value if it is set.
    pub fn variables(&self) -> [(&'static str, Option<String>); 3] {
        let set = |is_set: bool| is_set.then(|| "1".to_owned());
        [
            ("STORY_PUBLISH", set(self.to_publish)),
            ("STORY_WITHOUT_MAPS", set(self.without_maps)),
            ("STORY_ADDRESS", self.address.clone()),
        ]
    }

    /// The edition that a program was told.
    pub fn told(value: impl Fn(&str) -> Option<String>) -> Self {
        let [to_publish, without_maps, address] = Self::default().variables().map(|(name, _)| value(name));
        Self { to_publish: to_publish.is_some(), without_maps: without_maps.is_some(), address }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_understood_as_it_was_told() {
        let addresses = [None, Some("https://city.example/".to_owned())];
        for (to_publish, without_maps) in [(false, false), (false, true), (true, false), (true, true)] {
            for address in addresses.clone() {
                let edition = Edition { to_publish, without_maps, address };
                let variables = edition.variables();
                let value = |asked: &str| variables.iter().find(|(name, _)| *name == asked)?.1.clone();
                assert_eq!(Edition::told(value), edition);
            }
        }
    }
}
