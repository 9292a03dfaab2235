//! The rules, and their violations.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    File,
    paths::{Found, Module, Source, from_root, read},
};

/// The dependencies allowed between top-level modules. `lib` is the root itself.
pub(super) struct Rules {
    table: BTreeMap<String, BTreeSet<String>>,
    /// Modules whose children may use each other in circles.
    circular: Vec<Module>,
}

impl Rules {
    /// A table with modules, and the modules that they may use. Those of one row may use each other.
    pub(super) fn table(rows: &[(&str, &str)]) -> Self {
        let mut rules = BTreeMap::new();
        for (modules, uses) in rows {
            for module in modules.split(' ') {
                let uses = uses.split(' ').chain(modules.split(' '));
                rules.insert(module.to_owned(), uses.map(str::to_owned).collect());
            }
        }
        Self { table: rules, circular: Vec::new() }
    }

    /// Layers, each of which may use those before it.
    pub(super) fn layers(layers: &[&str]) -> Self {
        let below = |at: usize| layers[..at].join(" ");
        let below: Vec<String> = (0..layers.len()).map(below).collect();
        let rows = layers.iter().zip(&below).map(|(layer, below)| (*layer, below.as_str()));
        Self::table(&rows.collect::<Vec<_>>())
    }
}

impl Rules {
    /// Allows the modules within this one to use each other in circles.
    pub(super) fn circular_within(mut self, module: &str) -> Self {
        self.circular.push(module.split("::").map(str::to_owned).collect());
        self
    }
}

/// The result of a check.
pub(super) struct Report {
    /// Number of paths into the crate.
    pub(super) dependencies: usize,
    /// Violations of the rules, each with file and line.
    pub(super) problems: Vec<String>,
}

/// Checks the files of a crate.
pub(super) fn check(files: &[File], rules: &Rules) -> Report {
    let sources: Vec<(&str, Module, Source)> = files
        .iter()
        .map(|(name, text)| {
            let module = module_of(name);
            let source = read(&module, text);
            (name.as_str(), module, source)
        })
        .collect();
    let mut checker = Checker::new(&sources, rules);
    for (file, _, source) in &sources {
        for found in &source.paths {
            checker.path(file, found);
        }
    }
    checker.rows();
    checker.circles();
    Report { dependencies: checker.dependencies.len(), problems: checker.problems }
}

/// Returns the module of a file: `a/b.rs` is `a::b`, and `lib.rs` the root.
fn module_of(file: &str) -> Module {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// Records that one module uses another in this line.
struct Dependency {
    from: Module,
    to: Module,
    place: String,
}

struct Checker<'a> {
    rules: &'a Rules,
    modules: BTreeSet<Module>,
    /// The names that `lib.rs` imports, with their paths if they are in this crate.
    root_imports: BTreeMap<&'a str, Option<Module>>,
    dependencies: Vec<Dependency>,
    problems: Vec<String>,
}

impl<'a> Checker<'a> {
    fn new(sources: &'a [(&str, Module, Source)], rules: &'a Rules) -> Self {
        let mut modules: BTreeSet<Module> = BTreeSet::from([Vec::new()]);
        for (_, module, source) in sources {
            modules.insert(module.clone());
            modules.extend(source.modules.iter().cloned());
        }
        let root = sources.iter().filter(|(_, module, _)| module.is_empty());
        let imports = root.flat_map(|(_, _, source)| &source.imports);
        let root_imports = imports.map(|(name, path)| {
            let path = from_root(&[], path.clone());
            let inside = path.first().is_some_and(|first| modules.contains(&vec![first.clone()]));
            (name.as_str(), inside.then_some(path))
        });
        let root_imports = root_imports.collect();
        Self { rules, modules, root_imports, dependencies: Vec::new(), problems: Vec::new() }
    }

    /// Returns the module of a path, and the item that the path names in it.
    fn resolve<'p>(&self, path: &'p [String]) -> (Module, Option<&'p String>) {
        let mut length = path.len();
        while !self.modules.contains(&path[..length]) {
            length -= 1;
        }
        (path[..length].to_vec(), path.get(length))
    }

    fn path(&mut self, file: &str, found: &Found) {
        let place = format!("{file}:{}", found.line);
        let (mut to, item) = self.resolve(&found.path);
        if let (true, Some(item)) = (to.is_empty(), item) {
            match self.root_imports.get(item.as_str()) {
                // Exported macros are at the root, wherever they are defined.
                _ if found.calls_macro => return,
                // An exported macro expands in other crates, which only see public paths.
                Some(Some(path)) if found.in_macro => to = self.resolve(path).0,
                Some(None) if found.in_macro => return,
                Some(path) => {
                    let path = path.as_ref().map_or_else(
                        || "the crate that it comes from".to_owned(),
                        |path| format!("`crate::{}`", path.join("::")),
                    );
                    self.problems.push(format!(
                        "{place}: `crate::{item}` goes through `lib.rs`; import it from {path}"
                    ));
                    return;
                }
                None => {}
            }
        }
        let (from, layer) = (layer(&found.from), layer(&to));
        let allowed = self.rules.table.get(from);
        if from != layer && allowed.is_some_and(|allowed| !allowed.contains(layer)) {
            self.problems.push(format!("{place}: `{from}` must not use `{layer}`"));
        }
        self.dependencies.push(Dependency { from: found.from.clone(), to, place });
    }

    /// Every top-level module has a row, and every row a module.
    fn rows(&mut self) {
        let modules: BTreeSet<&str> = self.modules.iter().map(|module| layer(module)).collect();
        let rows: BTreeSet<&str> = self.rules.table.keys().map(String::as_str).collect();
        for module in modules.difference(&rows) {
            self.problems.push(format!("`{module}` has no row in the table of modules"));
        }
        for row in rows.difference(&modules) {
            self.problems.push(format!("`{row}` has a row in the table, but is not a module"));
        }
    }

    /// Siblings do not use each other in circles, neither directly nor through their children.
    fn circles(&mut self) {
        let mut uses: BTreeMap<&[String], BTreeSet<&[String]>> = BTreeMap::new();
        let circular = &self.rules.circular;
        let siblings: Vec<_> = self
            .dependencies
            .iter()
            .filter_map(Dependency::siblings)
            .filter(|(from, ..)| !circular.iter().any(|module| from.starts_with(module)))
            .collect();
        for (from, to, _) in &siblings {
            uses.entry(from).or_default().insert(to);
        }
        let mut seen = BTreeSet::new();
        for (from, to, place) in &siblings {
            if seen.insert((from, to))
                && let Some(back) = route(to, from, &uses)
            {
                let circle: Vec<String> =
                    [*from].iter().chain(&back).map(|m| m.join("::")).collect();
                let circle = circle.join("` -> `");
                self.problems.push(format!("{place}: siblings use each other: `{circle}`"));
            }
        }
    }
}

impl Dependency {
    /// Returns the siblings at both ends of a use; `None` between a module and its own children.
    fn siblings(&self) -> Option<(&[String], &[String], &str)> {
        let common = self.from.iter().zip(&self.to).take_while(|(from, to)| from == to).count();
        let (from, to) = (self.from.get(..=common)?, self.to.get(..=common)?);
        Some((from, to, &self.place))
    }
}

/// Returns the name of the top-level module.
fn layer(module: &[String]) -> &str {
    module.first().map_or("lib", String::as_str)
}

/// Returns the shortest route from one module to another, including both.
fn route<'m>(
    from: &'m [String],
    to: &[String],
    uses: &BTreeMap<&'m [String], BTreeSet<&'m [String]>>,
) -> Option<Vec<&'m [String]>> {
    let mut routes = vec![vec![from]];
    let mut seen = BTreeSet::from([from]);
    let mut next = 0;
    while let Some(route) = routes.get(next).cloned() {
        let last = route[route.len() - 1];
        if last == to {
            return Some(route);
        }
        for module in uses.get(last).into_iter().flatten().filter(|module| seen.insert(module)) {
            routes.push([route.clone(), vec![module]].concat());
        }
        next += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Rules, check};

    /// Returns the problems of a crate with these files.
    fn problems(rules: &Rules, files: &[(&str, &str)]) -> Vec<String> {
        let file = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        check(&files.iter().map(file).collect::<Vec<_>>(), rules).problems
    }

    #[test]
    fn circles_are_allowed_only_where_a_rule_says_so() {
        let files = [
            ("lib.rs", "mod a; mod c;"),
            ("a.rs", "mod x; mod y;"),
            ("a/x.rs", "use crate::a::y::Y;"),
            ("a/y.rs", "use crate::a::x::X;"),
            ("c.rs", "mod x; mod y;"),
            ("c/x.rs", "use crate::c::y::Y;"),
            ("c/y.rs", "use crate::c::x::X;"),
        ];
        let found = problems(&Rules::layers(&["a c", "lib"]).circular_within("a"), &files);
        assert!(found.len() == 2 && found.iter().all(|it| it.starts_with("c/")), "{found:?}");
    }

    #[test]
    fn a_dependency_that_runs_the_wrong_way_is_named() {
        let rules = Rules::layers(&["ground stone", "house", "lib"]);
        let found = problems(
            &rules,
            &[
                ("lib.rs", "mod ground; mod house; mod stone; use crate::house::roof::Roof;"),
                ("ground.rs", "use crate::stone::Stone;"),
                ("stone.rs", "// crate::house\nfn f() -> &'static str { \"crate::house\" }\n"),
                ("house.rs", "mod roof; use super::ground::Ground;"),
                ("house/roof.rs", "use super::super::ground::{self, Ground};"),
            ],
        );
        assert_eq!(found, [""; 0]);

        let found = problems(
            &rules,
            &[
                ("lib.rs", "fn root() {}"),
                ("ground.rs", "use crate::{\n    stone::Stone,\n    house::{roof::Roof},\n};"),
                ("stone.rs", "fn f() {\n    super::house::g();\n    crate::root()\n}"),
                ("house.rs", "macro_rules! m { () => { $crate::lawn::L } }"),
                ("lawn.rs", ""),
            ],
        );
        assert_eq!(
            found,
            [
                "ground.rs:3: `ground` must not use `house`",
                "stone.rs:2: `stone` must not use `house`",
                "stone.rs:3: `stone` must not use `lib`",
                "house.rs:1: `house` must not use `lawn`",
                "`lawn` has no row in the table of modules",
            ]
        );
    }

    #[test]
    fn a_row_allows_only_the_modules_that_it_names() {
        let rules = Rules::table(&[("lib", "a b c"), ("a", ""), ("b", "a"), ("c", "a"), ("d", "")]);
        let found = problems(
            &rules,
            &[
                ("lib.rs", ""),
                ("a.rs", ""),
                ("b.rs", "use crate::a::A;"),
                ("c.rs", "use crate::{a::A, b::B};"),
            ],
        );
        assert_eq!(
            found,
            ["c.rs:1: `c` must not use `b`", "`d` has a row in the table, but is not a module"]
        );
    }

    #[test]
    fn siblings_that_use_each_other_are_named_and_parents_and_children_are_not() {
        let rules = Rules::layers(&["a b c", "lib"]);
        let circle = [
            ("lib.rs", ""),
            ("a.rs", "\nuse crate::b::B;"),
            ("b.rs", "\n\nuse crate::c::inner::C;"),
            ("c.rs", ""),
            ("c/inner.rs", "fn f() { crate::a::deep::g() }"),
            ("a/deep.rs", ""),
        ];
        assert_eq!(
            problems(&rules, &circle),
            [
                "a.rs:2: siblings use each other: `a` -> `b` -> `c` -> `a`",
                "b.rs:3: siblings use each other: `b` -> `c` -> `a` -> `b`",
                "c/inner.rs:1: siblings use each other: `c` -> `a` -> `b` -> `c`",
            ]
        );

        let below = [
            ("lib.rs", ""),
            ("a.rs", "use self::one::One; fn f() { crate::a::two::g() }"),
            ("a/one.rs", "use crate::a::{A, two::Two};\nuse super::B;"),
            ("a/two.rs", "use super::one::One;"),
            ("b.rs", "mod inner { use super::f; } fn f() { self::inner::g() }"),
            ("c.rs", ""),
        ];
        assert_eq!(
            problems(&rules, &below),
            [
                "a/one.rs:1: siblings use each other: `a::one` -> `a::two` -> `a::one`",
                "a/two.rs:1: siblings use each other: `a::two` -> `a::one` -> `a::two`",
            ]
        );
    }

    #[test]
    fn an_import_through_the_root_is_named() {
        let rules = Rules::layers(&["a", "b", "c", "lib"]);
        let found = problems(
            &rules,
            &[
                ("lib.rs", "pub use a::{A, deep::Deep as Renamed};\npub use http;\npub fn f() {}"),
                (
                    "a.rs",
                    "macro_rules! m { () => { $crate::Renamed; $crate::http::X; $crate::B } }",
                ),
                ("a/deep.rs", ""),
                ("b.rs", "use crate::{A, Renamed};\nfn f() { super::http::g(); crate::m!() }"),
                ("c.rs", "use crate::a::{A, deep::Deep};"),
            ],
        );
        assert_eq!(
            found,
            [
                "a.rs:1: `a` must not use `lib`",
                "b.rs:1: `crate::A` goes through `lib.rs`; import it from `crate::a::A`",
                "b.rs:1: `crate::Renamed` goes through `lib.rs`; import it from `crate::a::deep::Deep`",
                "b.rs:2: `crate::http` goes through `lib.rs`; import it from the crate that it comes from",
            ]
        );
    }
}
