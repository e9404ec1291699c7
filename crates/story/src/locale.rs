//! In which language an editor is told.

use crate::model::Lang;

/// What says so, if it is set: `--lang` of a command, passed on.
pub const LANG_ASKED: &str = "STORY_LANG";

/// The language that an editor asked for, or that of their system; English where neither is Chinese.
///
/// ```
/// use story::{locale::told_in, model::Lang};
/// let german = |name: &str| (name == "LANG").then(|| "de_DE.UTF-8".to_owned());
/// assert_eq!(told_in(german), Lang::En);
/// ```
pub fn told_in(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let said = [LANG_ASKED, "LC_ALL", "LC_SAID", "LANG"].into_iter().filter_map(variable);
    let first = said.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    let is_chinese = first.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("zh"));
    if is_chinese { Lang::Zh } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_goes_before_the_locale_and_the_narrower_locale_before_the_wider() {
        let rows: [(&[(&str, &str)], Lang); 8] = [
            (&[], Lang::En),
            (&[("LANG", "zh_CN.UTF-8")], Lang::Zh),
            (&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], Lang::En),
            (&[("LANG", "C"), ("LC_SAID", "zh_TW")], Lang::Zh),
            (&[("LC_SAID", "en_GB"), ("LC_ALL", "ZH")], Lang::Zh),
            (&[("LC_ALL", ""), ("LANG", "zh")], Lang::Zh),
            (&[("STORY_LANG", "en"), ("LANG", "zh_CN.UTF-8")], Lang::En),
            (&[("STORY_LANG", "zh"), ("LC_ALL", "C")], Lang::Zh),
        ];
        for (set, lang) in rows {
            let variable = |name: &str| Some(set.iter().find(|(one, _)| *one == name)?.1.to_owned());
            assert_eq!(told_in(variable), lang, "{set:?}");
        }
    }
}
