//! The scripts of pages: types and lints.

use std::path::Path;

use crate::failure::Result;
use crate::process;
use crate::steps::Steps;

/// Where the scripts are, and what is looked for in them.
const FOLDER: &str = "web";
const LINTS: &str = "web/eslint.config.cjs";

/// Looks them over with the programs of these packages.
pub fn check(steps: &Steps, packages: &Path) -> Result<()> {
    steps.take("types and lints of the scripts", |step| {
        let program = |file: &str| {
            let mut node = process::command("node")?;
            // Where the list of lints finds what is recommended.
            node.env("NODE_PATH", packages).arg(packages.join(file));
            Ok(node)
        };
        step.run(program("typescript/bin/tsc")?.args(["--project", FOLDER]))?;
        step.run(program("eslint/bin/eslint.js")?.args(["--max-warnings", "0", "--config", LINTS, FOLDER]))
    })
}
