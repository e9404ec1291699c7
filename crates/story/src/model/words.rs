//! The two languages, and text that exists in both.

/// A language of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese, the original.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the original first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

record! {
    /// The same words in both languages; neither may be empty.
    pub struct Localized {
        /// Simplified Chinese.
        #[cfg_attr(feature = "data", schemars(length(min = 1)))]
        pub zh: String,
        /// English.
        #[cfg_attr(feature = "data", schemars(length(min = 1)))]
        pub en: String,
    }
}

record! {
    /// Words of each language, as they stand in the texts.
    #[derive(Default)]
    pub struct Wordings {
        /// Simplified Chinese.
        #[cfg_attr(feature = "data", serde(default))]
        pub zh: Vec<String>,
        /// English.
        #[cfg_attr(feature = "data", serde(default))]
        pub en: Vec<String>,
    }
}

impl Wordings {
    /// The words of both languages: either may quote the other.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.zh.iter().chain(&self.en).map(String::as_str)
    }
}

impl Localized {
    /// The text in this language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}
