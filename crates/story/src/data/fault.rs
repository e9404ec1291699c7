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
