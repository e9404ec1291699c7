//! What is wrong with a data file, and where.

/// One fault: file, line, key and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was asked for.
    pub file: String,
    /// The line, counted from 1; 0 if the file could not be read at all.
    pub line: usize,
    /// The key, such as `facts[3].unit`; empty for the whole file.
    pub key: String,
    /// What was expected, and what was found.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, line, key, message } = self;
        match (line, key.is_empty()) {
            (0, _) => write!(f, "{file}: {message}"),
            (_, true) => write!(f, "{file}:{line}: {message}"),
            _ => write!(f, "{file}:{line}: {key}: {message}"),
        }
    }
}

impl std::error::Error for Fault {}

/// The warnings are numbered from 1 to this; `data/README.md` lists each with an example.
pub const WARNINGS: u8 = 11;

/// Something that may be meant so, and is more often an oversight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its number, as `data/README.md` lists them.
    pub number: u8,
    /// What it is about: an id or a word.
    pub about: String,
    /// Where, and what was expected.
    pub at: Fault,
}

impl std::fmt::Display for Warning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "W{}: {}", self.number, self.at)
    }
}

/// The faults as people want to read them: those of one cause, which say the same of many places, are one with a count.
pub fn gathered(faults: &[Fault]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut told: Vec<&Fault> = Vec::new();
    for fault in faults {
        if told.iter().any(|one| (&one.file, &one.message) == (&fault.file, &fault.message)) {
            continue;
        }
        told.push(fault);
        let same: Vec<usize> = faults
            .iter()
            .filter(|one| (&one.file, &one.message) == (&fault.file, &fault.message))
            .map(|one| one.line)
            .skip(1)
            .collect();
        let places: Vec<String> = same.iter().take(SHOWN).map(usize::to_string).collect();
        let more = if same.len() > SHOWN { ", …" } else { "" };
        lines.push(match same.len() {
            0 => fault.to_string(),
            1 => format!("{fault} (and once more, on line {})", places.join(", ")),
            count => format!("{fault} (and {count} times more, on lines {}{more})", places.join(", ")),
        });
    }
    lines
}

/// Lines that a message with a count lists.
const SHOWN: usize = 8;

/// The longest piece of a file that a message repeats whole, in characters, and how much of a longer one.
const QUOTED: [usize; 2] = [300, 60];

/// A message in which what was found is told by its beginning where it is long: whoever reads it has the line.
pub fn shortened(message: &str) -> String {
    let [longest, kept] = QUOTED;
    if message.chars().count() <= longest {
        return message.to_owned();
    }
    let pieces = message.split('`').enumerate().map(|(index, piece)| {
        let length = piece.chars().count();
        if index % 2 == 0 || length <= longest {
            return piece.to_owned();
        }
        let beginning: String = piece.chars().take(kept).collect();
        format!("{beginning}…")
    });
    pieces.collect::<Vec<_>>().join("`")
}

/// A JSON pointer as people read it: `/facts/3/unit` is `facts[3].unit`.
pub fn key_of(pointer: &str) -> String {
    let mut key = String::new();
    for part in pointer.split('/').skip(1) {
        let part = part.replace("~1", "/").replace("~0", "~");
        if part.chars().all(|c| c.is_ascii_digit()) && !part.is_empty() {
            key.push_str(&format!("[{part}]"));
        } else {
            if !key.is_empty() {
                key.push('.');
            }
            key.push_str(&part);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_one_cause_are_one_message_with_a_count() {
        let fault = |line, message: &str| Fault {
            file: "facts.json".into(),
            line,
            key: "key".into(),
            message: message.into(),
        };
        let faults = [fault(1, "a"), fault(2, "b"), fault(3, "a"), fault(9, "a")];
        assert_eq!(
            gathered(&faults),
            ["facts.json:1: key: a (and 2 times more, on lines 3, 9)", "facts.json:2: key: b"]
        );
    }

    #[test]
    fn what_is_long_is_told_by_its_beginning() {
        let long = "一".repeat(400);
        let said = shortened(&format!("expected `{}`, found `{long}`; mend it", "a".repeat(200)));
        assert!(said.ends_with(&format!("found `{}…`; mend it", "一".repeat(60))), "{said}");
        assert!(said.contains(&"a".repeat(200)), "what is shorter stays whole");
        assert_eq!(shortened("found `b`"), "found `b`");
    }

    #[test]
    fn a_fault_reads_as_file_line_key_and_expectation() {
        let fault = Fault {
            file: "data/facts.json".into(),
            line: 12,
            key: key_of("/facts/3/unit"),
            message: "expected a unit id, found `home`".into(),
        };
        assert_eq!(fault.to_string(), "data/facts.json:12: facts[3].unit: expected a unit id, found `home`");
    }
}
