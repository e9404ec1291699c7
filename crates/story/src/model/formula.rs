//! Formulas of computed facts: numbers, facts in braces, `+ - * /`, parentheses and `count(…)`.
//!
//! ```
//! use story::model::Formula;
//! let formula = Formula::parse("{centres-here} / {centres-all} * 100")?;
//! let value = formula.value(&|id| match id.as_str() { "centres-here" => Some(3.0), _ => Some(12.0) });
//! assert_eq!(value, Some(25.0));
//! # Ok::<(), story::model::FormulaError>(())
//! ```

use super::FactId;

/// A formula, as it is written and as it is read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize), serde(from = "String"))]
pub struct Formula {
    text: String,
    read: Result<Term, FormulaError>,
}

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
enum Term {
    /// A plain number.
    Number(f64),
    /// The value of a fact.
    Fact(FactId),
    /// How many facts are listed; they need no value.
    Count(Vec<FactId>),
    /// Two parts joined by one of `+ - * /`.
    Join(Box<Term>, char, Box<Term>),
}

/// One that cannot be read has no value and no inputs, and is a fault of the story.
impl From<String> for Formula {
    fn from(text: String) -> Self {
        let mut reader = Reader { chars: text.chars().collect(), at: 0, depth: 0 };
        Self { read: reader.whole(), text }
    }
}

/// In a file it is its text.
#[cfg(feature = "data")]
impl schemars::JsonSchema for Formula {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

/// Why a text is no formula; characters are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaError {
    /// It has more characters than anybody reads.
    TooLong {
        /// So many may be.
        most: usize,
        /// So many there are.
        found: usize,
    },
    /// It has brackets within brackets within brackets.
    TooDeep {
        /// So many may be.
        most: usize,
        /// Where there is one more.
        at: usize,
    },
    /// Something else stands where it cannot go on so.
    Expected {
        /// What could go on there.
        wanted: Wanted,
        /// Where.
        at: usize,
        /// What is there; nothing at the end.
        found: Option<char>,
    },
}

/// What a formula may go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// `+`, `-`, `*`, `/`, or nothing.
    OperatorOrEnd,
    /// A number, a fact in braces, `count(…)` or a bracket.
    Operand,
    /// A number.
    Number,
    /// This very sign.
    Sign(char),
}

impl Formula {
    /// Reads a formula; the error says what was expected and where (in characters from 1).
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        let formula = Self::from(text.to_owned());
        formula.fault().map_or(Ok(formula), Err)
    }

    /// Why it cannot be read; nothing in a checked story.
    pub fn fault(&self) -> Option<FormulaError> {
        self.read.as_ref().err().copied()
    }

    /// As it stands in the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its value, if every fact it names has one and nothing is divided by zero.
    pub fn value(&self, value_of: &dyn Fn(&FactId) -> Option<f64>) -> Option<f64> {
        self.read.as_ref().ok()?.value(value_of)
    }

    /// The facts it is made from, in order of appearance, each once.
    pub fn inputs(&self) -> Vec<&FactId> {
        let mut ids = Vec::new();
        if let Ok(term) = &self.read {
            term.collect(&mut ids);
        }
        ids
    }

    /// The formula with values in place of facts, as people write it: `3 ÷ 12 × 100`.
    pub fn written(&self, number: &dyn Fn(f64) -> String, value_of: &dyn Fn(&FactId) -> Option<f64>) -> String {
        self.read.as_ref().map_or_else(|_| self.text.clone(), |term| term.written(number, value_of))
    }
}

impl Term {
    fn value(&self, value_of: &dyn Fn(&FactId) -> Option<f64>) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Fact(id) => value_of(id),
            Self::Count(ids) => Some(ids.len() as f64),
            Self::Join(left, sign, right) => {
                let (left, right) = (left.value(value_of)?, right.value(value_of)?);
                let value = match sign {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ => left / right,
                };
                value.is_finite().then_some(value)
            }
        }
    }

    fn written(&self, number: &dyn Fn(f64) -> String, value_of: &dyn Fn(&FactId) -> Option<f64>) -> String {
        match self {
            Self::Number(value) => number(*value),
            Self::Fact(id) => value_of(id).map_or_else(|| id.to_string(), number),
            Self::Count(ids) => vec!["1".to_owned(); ids.len()].join(" + "),
            Self::Join(left, sign, right) => {
                let part = |inner: &Self| {
                    let text = inner.written(number, value_of);
                    let loose = matches!(inner, Self::Join(_, '+' | '-', _) | Self::Count(_));
                    if loose && *sign != '+' && !std::ptr::eq(inner, &**left) || (loose && matches!(sign, '*' | '/'))
                    {
                        format!("({text})")
                    } else {
                        text
                    }
                };
                let sign = match sign {
                    '*' => '×',
                    '/' => '÷',
                    '-' => '−',
                    other => *other,
                };
                format!("{} {sign} {}", part(left), part(right))
            }
        }
    }

    fn collect<'a>(&'a self, ids: &mut Vec<&'a FactId>) {
        let mut add = |id: &'a FactId| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        match self {
            Self::Number(_) => {}
            Self::Fact(id) => add(id),
            Self::Count(list) => list.iter().for_each(add),
            Self::Join(left, _, right) => {
                left.collect(ids);
                right.collect(ids);
            }
        }
    }
}

/// A formula is walked by recursion, as deep as it has signs in a row; no reader follows a longer one.
const LONGEST: usize = 4000;
/// Brackets within brackets; the reading of each takes a piece of the stack.
const DEEPEST: usize = 32;

/// A recursive descent over the characters.
struct Reader {
    chars: Vec<char>,
    at: usize,
    /// How many brackets are open.
    depth: usize,
}

impl Reader {
    fn whole(&mut self) -> Result<Term, FormulaError> {
        if self.chars.len() > LONGEST {
            return Err(FormulaError::TooLong { most: LONGEST, found: self.chars.len() });
        }
        let term = self.sum()?;
        match self.peek() {
            None => Ok(term),
            Some(other) => Err(self.expected(Wanted::OperatorOrEnd, Some(other))),
        }
    }

    fn sum(&mut self) -> Result<Term, FormulaError> {
        self.joined(&['+', '-'], Self::product)
    }

    fn product(&mut self) -> Result<Term, FormulaError> {
        self.joined(&['*', '/'], Self::atom)
    }

    fn joined(
        &mut self,
        signs: &[char],
        part: fn(&mut Self) -> Result<Term, FormulaError>,
    ) -> Result<Term, FormulaError> {
        let mut left = part(self)?;
        while let Some(sign) = self.peek().filter(|c| signs.contains(c)) {
            self.at += 1;
            left = Term::Join(Box::new(left), sign, Box::new(part(self)?));
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<Term, FormulaError> {
        match self.peek() {
            Some('(') => {
                if self.depth == DEEPEST {
                    return Err(FormulaError::TooDeep { most: DEEPEST, at: self.at + 1 });
                }
                self.at += 1;
                self.depth += 1;
                let inner = self.sum()?;
                self.take(')')?;
                self.depth -= 1;
                Ok(inner)
            }
            Some('{') => self.fact().map(Term::Fact),
            Some('c') => self.count(),
            Some(c) if c.is_ascii_digit() => self.number(),
            other => Err(self.expected(Wanted::Operand, other)),
        }
    }

    fn fact(&mut self) -> Result<FactId, FormulaError> {
        self.take('{')?;
        let id: String = self.chars[self.at..].iter().take_while(|c| **c != '}').collect();
        self.at += id.chars().count();
        self.take('}')?;
        Ok(FactId::new(id.trim()))
    }

    fn count(&mut self) -> Result<Term, FormulaError> {
        for c in "count(".chars() {
            self.take(c)?;
        }
        let mut ids = vec![self.fact()?];
        while self.peek() == Some(',') {
            self.at += 1;
            self.peek();
            ids.push(self.fact()?);
        }
        self.take(')')?;
        Ok(Term::Count(ids))
    }

    fn number(&mut self) -> Result<Term, FormulaError> {
        let text: String = self.chars[self.at..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').collect();
        let number = text.parse().map_err(|_| self.expected(Wanted::Number, None))?;
        self.at += text.len();
        Ok(Term::Number(number))
    }

    /// The next character that is not white space.
    fn peek(&mut self) -> Option<char> {
        while self.chars.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> Result<(), FormulaError> {
        match self.peek() {
            Some(c) if c == wanted => {
                self.at += 1;
                Ok(())
            }
            other => Err(self.expected(Wanted::Sign(wanted), other)),
        }
    }

    fn expected(&self, wanted: Wanted, found: Option<char>) -> FormulaError {
        FormulaError::Expected { wanted, at: self.at + 1, found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<f64>) {
        let values = |id: &FactId| match id.as_str() {
            "a" => Some(143.0),
            "b" => Some(51.0),
            "zero" => Some(0.0),
            _ => None,
        };
        assert_eq!(Formula::parse(text).unwrap().value(&values), expected, "{text}");
    }

    #[test]
    fn products_bind_tighter_than_sums_and_equals_go_left_to_right() {
        check("{a} - {b} - 27", Some(65.0));
        check("2 + 3 * 4", Some(14.0));
        check("(2 + 3) * 4", Some(20.0));
        check("8 / 4 / 2", Some(1.0));
    }

    #[test]
    fn a_written_formula_keeps_its_meaning() {
        let written = |text: &str| {
            Formula::parse(text)
                .unwrap()
                .written(&|value| value.to_string(), &|id| (id.as_str() == "a").then_some(143.0))
        };
        assert_eq!(written("{a} / 12 * 100"), "143 ÷ 12 × 100");
        assert_eq!(written("{a} - (3 - 2)"), "143 − (3 − 2)");
        assert_eq!(written("({a} + 1) * 2"), "(143 + 1) × 2");
        assert_eq!(written("count({x}, {y})"), "1 + 1");
    }

    #[test]
    fn counting_needs_no_values_but_arithmetic_does() {
        check("count({x}, {y} , {z})", Some(3.0));
        check("{x} + 1", None);
        check("{a} / {zero}", None);
    }

    #[test]
    fn a_formula_without_measure_is_refused_and_not_walked() {
        let brackets = |deep: usize| format!("{}1{}", "(".repeat(deep), ")".repeat(deep));
        assert!(Formula::parse(&brackets(DEEPEST)).is_ok());
        assert!(Formula::parse(&brackets(DEEPEST + 1)).unwrap_err() == FormulaError::TooDeep { most: 32, at: 33 });
        let too_long = FormulaError::TooLong { most: 4000, found: 200_001 };
        assert_eq!(Formula::parse(&brackets(100_000)).unwrap_err(), too_long);
        // One after the other they do no harm.
        let row = ["(1)"; 900].join("+");
        assert_eq!(Formula::parse(&row).unwrap().value(&|_| None), Some(900.0));
        assert!(Formula::parse(&["1"; 9000].join("+")).is_err());
    }

    #[test]
    fn a_broken_formula_says_what_was_expected_and_where() {
        let error = |text: &str| Formula::parse(text).unwrap_err();
        assert_eq!(error("{a} - "), FormulaError::Expected { wanted: Wanted::Operand, at: 7, found: None });
        let between = FormulaError::Expected { wanted: Wanted::OperatorOrEnd, at: 5, found: Some('{') };
        assert_eq!(error("{a} {b}"), between);
    }
}
