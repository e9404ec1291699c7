//! Java, which runs the checker of markup.

use super::interpreter::Interpreter;

/// Java, without what draws windows.
pub const JAVA: Interpreter = Interpreter {
    variable: "JAVA",
    names: &["java"],
    packages: &["default-jre-headless"],
    duration: "half a minute, 200 MB",
    how: "install Java 17, or set JAVA to it",
    skipped: "what holds the markup of pages to the standard",
    is_recent,
};

/// The oldest that runs the checker.
const OLDEST: u32 = 17;

fn is_recent(version: &str) -> bool {
    version.split('.').next().and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_java_that_cannot_run_the_checker_is_none() {
        // Up to 8 the first number was 1.
        for (version, expected) in
            [("17.0.15", true), ("21", true), ("11.0.20", false), ("1.8.0_392", false), ("", false)]
        {
            assert_eq!(is_recent(version), expected, "{version}");
        }
    }
}
