//! Checks every locator against a transcript of the newspaper page.
//!
//! The rule, in full. A *paragraph* is a line of the transcript that is not blank, counted from 1
//! within the article's line range, headlines and bylines included; a line listed in `joined` is a
//! page-break fragment and makes one paragraph with the next line that is not blank. A *sentence*
//! ends after `。`, `！` or `？` and the closing quotation marks or brackets that follow directly; what
//! is left without such a mark is a sentence too. Before hashing, a sentence is brought into Unicode
//! NFC and loses all white space.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::messages::{self as say, Both, Message, Phrase, Told, both};
use super::remark::Remark;
use crate::model::{Article, Fact, Kind, Lang, Localized, Locator, Precision, Speaker, Story, Subject};
use crate::text::numerals;

/// Confirms every locator and printed figure against the transcript.
///
/// What a fact of the page says must be in its sentence, too: each name of a division or place and each number of its
/// statement. A name may also stand in the article's headline, which says what the whole article is about. What is ours
/// – computed, noted, found missing – speaks of more than one sentence and is not held to it.
///
/// An article that says how long its sentences are must be right about each of them.
///
/// Returns a sentence that says what was checked, or what does not hold.
pub fn verify_source(story: &Story, transcript: &str) -> Result<String, Vec<Remark>> {
    let lines: Vec<&str> = transcript.lines().collect();
    let mut wrong = Vec::new();
    let (mut locators, mut figures) = (0, 0);
    let mut add = |pointer: String, message: Message| {
        wrong.push(Remark { file: "facts.json", pointer, message, about: String::new() });
    };
    for (index, fact) in story.facts.facts.iter().enumerate() {
        let at = format!("/facts/{index}");
        let Some(source) = &fact.source else { continue };
        locators += 1;
        match find(story, &lines, source) {
            Err(error) => add(format!("{at}/source"), say::NO_SENTENCE.with(&[&error])),
            Ok(sentence) => {
                if hash(&sentence) != source.sha256 {
                    let found: [&dyn Told; 5] =
                        [&source.article, &source.paragraph, &source.sentence, &hash(&sentence), &source.sha256];
                    add(format!("{at}/source/sha256"), say::OTHER_HASH.with(&found));
                }
                if let (Kind::Reported | Kind::Target, Some(printed)) = (fact.kind, &fact.printed) {
                    figures += 1;
                    if let Some(found) = misprint(&sentence, &normalise(printed)) {
                        add(format!("{at}/printed"), say::MISPRINTED.with(&[printed, &found]));
                    }
                }
                if fact.speaker != Speaker::Ours {
                    // It has a paragraph, as its sentence was found.
                    let all = paragraphs(&lines, story.article(&source.article));
                    let unsaid = unsaid(story, fact, &sentence, &all[0]);
                    for what in unsaid {
                        add(format!("{at}/statement"), say::UNSAID.with(&[&what]));
                    }
                }
            }
        }
    }
    let mut lengths = 0;
    for (index, article) in story.facts.articles.iter().enumerate() {
        let found = lengths_of(&lines, article);
        lengths += article.lengths.iter().map(Vec::len).sum::<usize>();
        if !article.lengths.is_empty() && article.lengths != found {
            let message = say::OTHER_LENGTHS.with(&[&article.id, &as_key(&found)]);
            add(format!("/articles/{index}/lengths"), message);
        }
    }
    if wrong.is_empty() {
        let unsized_articles = story.facts.articles.iter().filter(|article| article.lengths.is_empty());
        let could_have: String = unsized_articles
            .map(|article| format!("\narticle `{}` may have {}", article.id, as_key(&lengths_of(&lines, article))))
            .collect();
        Ok(format!(
            "{locators} locators, {figures} printed figures and {lengths} lengths of sentences agree with the transcript{could_have}"
        ))
    } else {
        Err(wrong)
    }
}

/// The sentence at a locator, and what stands before it in its paragraph; nothing where the transcript has none there.
pub fn sentence_of(story: &Story, transcript: &str, source: &Locator) -> Option<(String, String)> {
    let lines: Vec<&str> = transcript.lines().collect();
    let sentence = find(story, &lines, source).ok()?;
    let all = paragraphs(&lines, story.article(&source.article));
    let before = sentences(all.get(source.paragraph - 1)?).into_iter().take(source.sentence - 1).collect();
    Some((sentence, before))
}

/// The names and numbers of a statement that this sentence does not hold, be it that the headline does.
pub fn unsaid_in(story: &Story, fact: &Fact, sentence: &str) -> Vec<String> {
    unsaid(story, fact, sentence, "")
}

/// How long the sentences of an article are, paragraph by paragraph, in characters without white space.
fn lengths_of(lines: &[&str], article: &Article) -> Vec<Vec<usize>> {
    let length = |sentence: String| sentence.chars().count();
    paragraphs(lines, article).iter().map(|text| sentences(text).into_iter().map(length).collect()).collect()
}

/// Lengths as they stand in the file, ready to be pasted.
fn as_key(lengths: &[Vec<usize>]) -> String {
    format!("\"lengths\": {lengths:?}")
}

/// The names and numbers of a statement that its sentence does not hold.
fn unsaid(story: &Story, fact: &Fact, sentence: &str, headline: &str) -> Vec<String> {
    // Brackets may be of either width.
    let even = |text: &str| normalise(text).replace('（', "(").replace('）', ")");
    let told = [even(sentence), even(headline)];
    let is_told = |name: &str| told.iter().any(|text| text.contains(&even(name)));
    // English words may stand for more than a name, so only cities and divisions are looked for there.
    let is_land = |subject: &Subject<'_>| match subject {
        Subject::Region(_) => true,
        Subject::Place(place) => matches!(place.location.precision, Precision::Whole | Precision::Beyond),
    };
    let in_zh = named(story.subjects(), &fact.statement, Lang::Zh);
    let in_en = named(story.subjects().filter(is_land), &fact.statement, Lang::En);
    let mut names: Vec<&str> = Vec::new();
    for subject in in_zh.into_iter().chain(in_en) {
        let (short, name) = (&subject.short().zh, &subject.name().zh);
        if !is_told(short) && !is_told(name) && !names.contains(&short.as_str()) {
            names.push(short);
        }
    }
    let mut unsaid: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let held: Vec<f64> = numerals(sentence).into_iter().map(|number| number.value).collect();
    // A number that Chinese writes before no measure word is found by the figure as the page prints it.
    let own = fact.printed.is_some().then_some(fact.value).flatten();
    let numbers = numerals(&fact.statement.zh);
    let missing = numbers.into_iter().filter(|number| !held.contains(&number.value) && own != Some(number.value));
    unsaid.extend(missing.map(|number| number.text));
    unsaid
}

/// What a statement names; a longer name may hold a shorter one, which is then not meant.
fn named<'a>(subjects: impl Iterator<Item = Subject<'a>>, statement: &Localized, lang: Lang) -> Vec<Subject<'a>> {
    let names = |subject: Subject<'a>| [(subject.name(), subject), (subject.short(), subject)];
    let mut names: Vec<(&Localized, Subject<'a>)> = subjects.flat_map(names).collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.get(lang).len()));
    let mut rest = statement.get(lang).to_owned();
    let mut found = Vec::new();
    for (name, subject) in names {
        if rest.contains(name.get(lang)) {
            rest = rest.replace(name.get(lang), " ");
            found.push(subject);
        }
    }
    found
}

/// What speaks against these words as what the sentence prints: they are not there, or only as a part of a longer number,
/// as 7个 is in 17个.
fn misprint(sentence: &str, printed: &str) -> Option<Both> {
    let is_numeral = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十百千万亿两".contains(c);
    let mut there = false;
    for (at, _) in sentence.match_indices(printed) {
        let (before, after) = (sentence[..at].chars(), sentence[at + printed.len()..].chars());
        // A point or comma within digits goes on too: 1.7个.
        let goes_on = |inner: Option<char>, mut outer: Box<dyn Iterator<Item = char> + '_>| {
            let next = outer.next();
            let next = if matches!(next, Some('.' | ',')) { outer.next() } else { next };
            inner.is_some_and(is_numeral) && next.is_some_and(is_numeral)
        };
        let part = goes_on(printed.chars().next(), Box::new(before.rev()))
            || goes_on(printed.chars().next_back(), Box::new(after));
        if !part {
            return None;
        }
        there = true;
    }
    Some(if there {
        both!(", found it only as a part of a longer number" / "，实为更长的数的一部分")
    } else {
        both!(", found it nowhere" / "，实为没有")
    })
}

/// A sentence of the transcript, with all that a locator needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its place and hash.
    pub locator: Locator,
    /// The sentence, without white space.
    pub sentence: String,
}

/// The sentences of these articles that hold these words; white space does not count. It needs no story: a fact cannot be
/// written before its locator is known.
pub fn locate(articles: &[Article], transcript: &str, words: &str) -> Vec<Found> {
    let lines: Vec<&str> = transcript.lines().collect();
    let words = normalise(words);
    let mut found = Vec::new();
    for article in articles {
        for (paragraph, text) in paragraphs(&lines, article).iter().enumerate() {
            for (sentence, text) in sentences(text).into_iter().enumerate() {
                if text.contains(&words) {
                    let (paragraph, sentence) = (paragraph + 1, sentence + 1);
                    let locator = Locator { article: article.id.clone(), paragraph, sentence, sha256: hash(&text) };
                    found.push(Found { locator, sentence: text });
                }
            }
        }
    }
    found
}

fn find(story: &Story, lines: &[&str], source: &Locator) -> Result<String, Phrase> {
    let unknown = || Phrase::of(both!("unknown article {0}" / "没有稿件 {0}"), &[&source.article]);
    let article = story.find_article(&source.article).ok_or_else(unknown)?;
    let paragraphs = paragraphs(lines, article);
    let paragraph = paragraphs.get(source.paragraph - 1).ok_or_else(|| {
        let words = both!("{0} has {1} paragraphs, not {2}" / "{0} 只有 {1} 段，没有第 {2} 段");
        Phrase::of(words, &[&article.id, &paragraphs.len(), &source.paragraph])
    })?;
    let sentences = sentences(paragraph);
    sentences.get(source.sentence - 1).cloned().ok_or_else(|| {
        let words = both!("that paragraph has {0} sentences, not {1}" / "这一段只有 {0} 句，没有第 {1} 句");
        Phrase::of(words, &[&sentences.len(), &source.sentence])
    })
}

/// The paragraphs of an article, normalised.
fn paragraphs(lines: &[&str], article: &Article) -> Vec<String> {
    let [from, to] = article.lines;
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for number in from.max(1)..=to.min(lines.len()) {
        let line = normalise(lines[number - 1]);
        if line.is_empty() {
            continue;
        }
        match paragraphs.last_mut() {
            Some(last) if goes_on => last.push_str(&line),
            _ => paragraphs.push(line),
        }
        goes_on = article.joined.contains(&number);
    }
    paragraphs
}

/// The sentences of a normalised paragraph.
fn sentences(paragraph: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut chars = paragraph.chars().peekable();
    while let Some(c) = chars.next() {
        sentence.push(c);
        if matches!(c, '。' | '！' | '？') {
            while let Some(closing) = chars.next_if(|next| matches!(next, '”' | '’' | '」' | '』' | '）' | ')'))
            {
                sentence.push(closing);
            }
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

fn normalise(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}

fn hash(sentence: &str) -> String {
    Sha256::digest(sentence.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;

    fn article(lines: [usize; 2], joined: &[usize]) -> Article {
        Article {
            id: ArticleId::new("A1"),
            title: Localized { zh: "题".into(), en: "Title".into() },
            byline: Vec::new(),
            byline_note: None,
            lines,
            joined: joined.to_vec(),
            lengths: Vec::new(),
            note: None,
        }
    }

    #[test]
    fn page_breaks_do_not_split_a_paragraph() {
        let lines = ["标题", "", "盘活 闲置", "", "资源。", "末段"];
        assert_eq!(paragraphs(&lines, &article([1, 5], &[3])), ["标题", "盘活闲置资源。"]);
    }

    #[test]
    fn a_closing_quotation_mark_stays_with_its_sentence() {
        assert_eq!(sentences("他说：“好。”然后走了。余下"), ["他说：“好。”", "然后走了。", "余下"]);
    }

    #[test]
    fn a_sentence_is_located_by_words_in_it() {
        let found = locate(&[article([2, 3], &[])], "别处三家。\n题\n头一句。共有 三家。", "有三家");
        let place = (found[0].locator.paragraph, found[0].locator.sentence);
        assert_eq!((found.len(), place, found[0].sentence.as_str()), (1, (2, 2), "共有三家。"));
        assert_eq!(found[0].locator.sha256, hash("共有三家。"));
    }

    #[test]
    fn a_part_of_a_longer_number_is_not_what_is_printed() {
        for (sentence, printed, holds) in [
            ("全市17个项目", "7个", false),
            ("全市7个项目", "7个", true),
            ("全市17个项目，其中7个", "7个", true),
            ("全市二十七个", "七个", false),
            ("共1.7万户", "7万户", false),
            ("共7,000户", "7", false),
            ("共8个", "7个", false),
        ] {
            assert_eq!(misprint(sentence, printed).is_none(), holds, "{printed} in {sentence}");
        }
    }

    #[test]
    fn lengths_count_characters_and_no_white_space() {
        let lines = ["标 题", "甲 乙。丙丁戊！余"];
        assert_eq!(lengths_of(&lines, &article([1, 2], &[])), [vec![2], vec![3, 4, 1]]);
    }

    #[test]
    fn white_space_does_not_change_the_hash() {
        assert_eq!(hash(&normalise("洛 阳\t12家")), hash(&normalise("洛阳12家")));
        assert_ne!(hash(&normalise("洛阳12家")), hash(&normalise("洛阳13家")));
    }
}
