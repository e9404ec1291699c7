//! Colours and fonts as the style sheets name them, so that pictures and page never differ.

use std::fs;
use std::path::Path;

use plotters::style::RGBColor;

use crate::draw::Palette;
use crate::layout::Role;
use story::model::Lang;

/// The sheet that names them, in the folder of the style sheets.
const SHEET: &str = "tokens.css";

/// Colours of the light theme and the families of both languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokens {
    /// A colour for every role.
    pub palette: Palette,
    /// Families with and without serifs, first choice first, for Chinese and for English.
    families: [[Vec<String>; 2]; 2],
}

impl Tokens {
    /// As the style sheets of this folder have them; the error names the token that is not there.
    pub fn of(sheets: &Path) -> Result<Self, String> {
        let path = sheets.join(SHEET);
        let sheet = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&sheet).map_err(|token| format!("{}: expected a value for --{token}", path.display()))
    }

    /// Reads a sheet; the error is the first token without a value.
    fn parse(sheet: &str) -> Result<Self, String> {
        let sheet = without_comments(sheet);
        let missing = Role::ALL.into_iter().find(|role| colour(&sheet, role.token()).is_none());
        if let Some(role) = missing {
            return Err(role.token().to_owned());
        }
        let palette = Palette::new(|role| colour(&sheet, role.token()).unwrap_or(RGBColor(0, 0, 0)));
        let of = |lang: &str| {
            let block = sheet.split(&format!("[lang^=\"{lang}\"]")).skip(1).find(|block| block.contains("--serif"));
            let stack = |token: &str| block.and_then(|block| families(block, token)).ok_or(token.to_owned());
            Ok::<_, String>([stack("serif")?, stack("sans")?])
        };
        Ok(Self { palette, families: [of("zh")?, of("en")?] })
    }

    /// The families for a language, first choice first.
    pub fn family(&self, lang: Lang, serif: bool) -> &[String] {
        let (lang, serif) = index(lang, serif);
        &self.families[lang][serif]
    }

    /// The same, with the family that `first` names at the head of each stack.
    pub fn led_by(mut self, first: impl Fn(Lang, bool) -> Option<String>) -> Self {
        for (lang, serif) in Lang::ALL.into_iter().flat_map(|lang| [(lang, true), (lang, false)]) {
            let Some(family) = first(lang, serif) else { continue };
            let (lang, serif) = index(lang, serif);
            let stack = &mut self.families[lang][serif];
            stack.retain(|name| *name != family);
            stack.insert(0, family);
        }
        self
    }
}

/// Where the families of a language stand.
fn index(lang: Lang, serif: bool) -> (usize, usize) {
    let lang = match lang {
        Lang::Zh => 0,
        Lang::En => 1,
    };
    (lang, usize::from(!serif))
}

fn without_comments(sheet: &str) -> String {
    let after = |part: &str| part.split_once("*/").map_or_else(String::new, |(_, rest)| rest.to_owned());
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + &after(part))
}

/// The first value of a token, which is that of the light theme.
fn value<'a>(sheet: &'a str, token: &str) -> Option<&'a str> {
    let (_, rest) = sheet.split_once(&format!("--{token}:"))?;
    rest.split(';').next()
}

/// A colour of six digits; the first one where the value names several.
fn colour(sheet: &str, token: &str) -> Option<RGBColor> {
    let digits = value(sheet, token)?.split_once('#')?.1.get(..6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(RGBColor(part(0)?, part(2)?, part(4)?))
}

fn families(block: &str, token: &str) -> Option<Vec<String>> {
    let names = value(block, token)?.split(',').map(|name| name.trim().trim_matches('"').to_owned());
    Some(names.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style");

    #[test]
    fn every_role_has_its_colour_in_the_light_theme() {
        let tokens = Tokens::of(Path::new(SHEETS)).unwrap();
        assert_eq!(tokens.palette.colour(Role::Paper), RGBColor(0xf8, 0xf3, 0xe8));
        assert_eq!(tokens.palette.colour(Role::Ink), RGBColor(0x21, 0x1c, 0x17));
    }

    #[test]
    fn a_role_without_a_token_is_named() {
        let sheet = fs::read_to_string(Path::new(SHEETS).join(SHEET)).unwrap();
        let without = sheet.replace("--water:", "--lake:");
        assert_eq!(Tokens::parse(&without), Err("water".into()));
    }

    #[test]
    fn the_families_are_those_of_the_language() {
        let tokens = Tokens::of(Path::new(SHEETS)).unwrap();
        assert!(tokens.family(Lang::Zh, true)[0].contains("Han Serif"));
        let english = tokens.family(Lang::En, false);
        assert!(english.len() > 2 && !english.iter().any(|name| name.contains("Han") || name.contains(" SC")));
    }

    #[test]
    fn a_family_that_leads_a_stack_stands_in_it_once_and_the_others_keep_their_order() {
        let tokens = Tokens::of(Path::new(SHEETS)).unwrap();
        let first = |lang, serif| match (lang, serif) {
            (Lang::Zh, false) => Some("Noto Sans CJK SC".to_owned()),
            (Lang::En, true) => Some("Of this machine".to_owned()),
            _ => None,
        };
        let led = tokens.clone().led_by(first);
        let chinese = led.family(Lang::Zh, false);
        assert_eq!(chinese[0], "Noto Sans CJK SC");
        let others = |stack: &[String]| stack.iter().filter(|name| **name != chinese[0]).cloned().collect::<Vec<_>>();
        assert_eq!(chinese[1..], others(tokens.family(Lang::Zh, false)));
        assert_eq!(led.family(Lang::En, true)[0], "Of this machine");
        assert_eq!(led.family(Lang::En, true)[1..], *tokens.family(Lang::En, true));
        assert_eq!(led.family(Lang::Zh, true), tokens.family(Lang::Zh, true));
    }
}
