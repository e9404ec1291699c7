//! Python, which reads the built sites a second time.

use super::interpreter::Interpreter;

/// Python, without what only writes it.
pub const PYTHON: Interpreter = Interpreter {
    variable: "PYTHON",
    names: &["python3", "python"],
    packages: &["python3"],
    duration: "seconds, 20 MB",
    how: "install Python 3, or set PYTHON to it",
    skipped: "what reads the sites a second time",
    is_recent,
};

/// The oldest that understands the script: `str.removeprefix`.
const OLDEST: (u32, u32) = (3, 9);

fn is_recent(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= OLDEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_that_cannot_read_the_script_is_none() {
        for (version, expected) in
            [("3.11.7", true), ("3.9.0", true), ("3.8.20", false), ("2.7.18", false), ("", false)]
        {
            assert_eq!(is_recent(version), expected, "{version}");
        }
    }
}
