//! Rules about what stands in files. The words they look for are put together here, or this file would break them.

use super::Tree;

/// Where what we ship lies.
const SHIPPED: [&str; 3] = ["core/src/", "cli/src/", "bindings/"];
/// More lines than this are a file that nobody wants to read.
const TOO_LONG: usize = 350;
/// From here on a file is listed, so that it is split before it is too long.
const LONG: usize = 200;

fn shipped(tree: &Tree) -> impl Iterator<Item = (&str, usize)> {
    let test = |path: &str| path.ends_with("/tests.rs") || path.contains("/tests/");
    let ours = move |path: &str| {
        path.ends_with(".rs") && !test(path) && SHIPPED.iter().any(|folder| path.starts_with(folder))
    };
    tree.iter().filter(move |(path, _)| ours(path)).map(|(path, text)| (path.as_str(), text.lines().count()))
}

pub fn too_long(tree: &Tree) -> Vec<String> {
    let long = shipped(tree).filter(|(_, lines)| *lines > TOO_LONG);
    long.map(|(path, lines)| format!("{path}: {lines} lines, more than {TOO_LONG}")).collect()
}

/// The shipped files that are getting long.
pub fn long(tree: &Tree) -> Vec<(&str, usize)> {
    shipped(tree).filter(|(_, lines)| (LONG + 1..=TOO_LONG).contains(lines)).collect()
}

/// A path that holds on one machine only.
pub fn machine_paths(tree: &Tree) -> Vec<String> {
    let homes = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/tm", "p/")];
    // "/etc/" before it, or a variable, makes it another path; a name must follow.
    let begins = |line: &str, at: usize| {
        let before = line.get(..at).and_then(|before| before.chars().last());
        before.is_none_or(|c| !(c.is_alphanumeric() || "._-}$~)".contains(c)))
    };
    let goes_on = |line: &str, end: usize| {
        line.get(end..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| c.is_alphanumeric() || c == '.' || c == '_')
    };
    lines_with(
        tree,
        |_| true,
        "names a path of one machine",
        |line| {
            homes.iter().any(|home| {
                line.match_indices(home).any(|(at, _)| begins(line, at) && goes_on(line, at + home.len()))
            })
        },
    )
}

/// Work left open belongs in an issue.
pub fn open_ends(tree: &Tree) -> Vec<String> {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME")];
    lines_with(
        tree,
        |path| path != "Cargo.lock",
        "leaves work open",
        |line| line.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| words.contains(&word)),
    )
}

/// A test that doesn't run shows nothing.
pub fn ignored_tests(tree: &Tree) -> Vec<String> {
    let attribute = concat!("#[ign", "ore");
    lines_with(tree, |path| path.ends_with(".rs"), "switches a test off", |line| line.contains(attribute))
}

/// The bindings wrap the core, so the core stays free of them.
pub fn uniffi_in_core(tree: &Tree) -> Vec<String> {
    let code = |path: &str| path.starts_with("core/") && (path.ends_with(".rs") || path.ends_with(".toml"));
    lines_with(tree, code, "knows the bindings", |line| line.contains("uniffi"))
}

fn lines_with(tree: &Tree, of: fn(&str) -> bool, what: &str, wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in tree.iter().filter(|(path, _)| of(path)) {
        let lines = text.lines().enumerate().filter(|(_, line)| wrong(line));
        faults.extend(lines.map(|(n, _)| format!("{path}:{}: {what}", n + 1)));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(path: &str, text: &str) -> Tree {
        Tree::from([(path.to_owned(), text.to_owned())])
    }

    #[test]
    fn a_long_shipped_file_is_found() {
        let lines = |n: usize| "\n".repeat(n);
        assert_eq!(too_long(&tree("core/src/a.rs", &lines(351))).len(), 1);
        assert!(too_long(&tree("core/src/a.rs", &lines(350))).is_empty());
        for not_shipped in ["tests/lab/src/a.rs", "core/src/a/tests.rs", "core/src/a/tests/b.rs"] {
            assert!(too_long(&tree(not_shipped, &lines(351))).is_empty(), "{not_shipped}");
        }
        assert_eq!(long(&tree("cli/src/a.rs", &lines(201))), [("cli/src/a.rs", 201)]);
        assert!(long(&tree("cli/src/a.rs", &lines(200))).is_empty());
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
        for planted in [concat!("see /wo", "rk/x"), concat!("\"/ro", "ot/.cargo\""), concat!("cd /tm", "p/x")]
        {
            assert_eq!(machine_paths(&tree("README.md", planted)).len(), 1, "{planted}");
        }
        for fine in [
            concat!("/net/wo", "rk/x"),
            concat!("$DIR/tm", "p/x"),
            concat!("below /tm", "p/ or"),
            "docs/root/x",
        ] {
            assert!(machine_paths(&tree("README.md", fine)).is_empty(), "{fine}");
        }
    }

    #[test]
    fn open_ends_and_switched_off_tests_are_found() {
        assert_eq!(open_ends(&tree("a.py", concat!("# TO", "DO: later"))), ["a.py:1: leaves work open"]);
        assert_eq!(open_ends(&tree("a.rs", concat!("\n// FIX", "ME"))), ["a.rs:2: leaves work open"]);
        assert!(open_ends(&tree("a.rs", concat!("TO", "DOS"))).is_empty());
        assert_eq!(ignored_tests(&tree("a.rs", concat!("#[ign", "ore = \"slow\"]"))).len(), 1);
    }

    #[test]
    fn bindings_in_the_core_are_found() {
        assert_eq!(uniffi_in_core(&tree("core/src/lib.rs", "#[derive(uniffi::Record)]")).len(), 1);
        assert!(uniffi_in_core(&tree("bindings/src/lib.rs", "#[derive(uniffi::Record)]")).is_empty());
    }
}
