//! The page as a web server gets it, and the types that its scripts claim to have. Both need npm, and say so without it.

use super::api::ARTICLE;
use super::browser::{Case, Engine, Process, Tab};
use super::view::{READ, WORDS, mark, paste};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[
    ("release::the_page_is_small_and_works", small),
    ("release::the_scripts_have_their_types", types),
];

/// Own scripts and style sheets, each compressed by itself.
const MOST: u64 = 60_000;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether npm is there; says so where not.
fn has_npm(what: &str) -> bool {
    let is_there = Command::new("npm").arg("--version").output().is_ok();
    if !is_there {
        eprintln!("{what} is skipped: there is no npm");
    }
    is_there
}

fn small(tab: &Tab) {
    if !has_npm("the release") {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dist");
    let done = Command::new(root().join(".ci/dist")).arg(&folder).output();
    let done = done.expect("the script starts");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let server = Process::serve_folder(&folder).expect("a server of its own");
    tab.visit_at(&server.address, "/");
    tab.wait_until("document.querySelector('#kept').checkVisibility()");
    // What is kept for later is what there is; the module is the engine, not the page.
    let sizes = tab.run_async(
        "const [name] = await caches.keys();
         const files = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
         const own = [...files, '/sw.js'].filter(file => /\\.(js|css)$/.test(file) && !file.startsWith('/pkg/'));
         const size = async file => {
             const packed = (await fetch(file)).body.pipeThrough(new CompressionStream('gzip'));
             return (await new Response(packed).arrayBuffer()).byteLength;
         };
         return { files: own, size: (await Promise.all(own.map(size))).reduce((a, b) => a + b) };",
        Value::Null,
    );
    let sizes = sizes.expect("the files are there");
    eprintln!("own scripts and style sheets with gzip: {sizes}");
    assert!(sizes["size"].as_u64() < Some(MOST), "{sizes}");
    assert!(sizes["files"].as_array().map(Vec::len) > Some(3), "{sizes}");
    // It is the same page, without its server too.
    drop(server);
    tab.reload();
    paste(tab, ARTICLE);
    mark(tab, "Hendra Wijaya");
    assert_eq!(tab.run(WORDS, vec![]), ARTICLE);
    tab.click("#export-open");
    tab.wait_until("document.querySelector('dialog[open]') !== null");
    assert_eq!(tab.run(&format!("return {READ}"), vec![]), true);
}

/// The scripts against the declarations of the module, by TypeScript, fetched once.
fn types(tab: &Tab) {
    if tab.engine() != Engine::Chromium {
        tab.skip("the scripts have the same types in every engine");
    }
    if !has_npm("the check of types") {
        return;
    }
    let tools = Path::new(env!("CARGO_TARGET_TMPDIR")).join("types");
    let compiler = tools.join("node_modules/typescript/bin/tsc");
    if !compiler.is_file() {
        let install = [
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "typescript@5.9.3",
        ];
        let done = Command::new("npm")
            .args(install)
            .arg("--prefix")
            .arg(&tools)
            .output();
        let done = done.expect("npm starts");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    let scripts = |folder: PathBuf| {
        let entries = std::fs::read_dir(folder).expect("a folder");
        entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
    };
    let www = root().join("www");
    let checked = Command::new("node")
        .arg(compiler)
        .args([
            "--allowJs",
            "--checkJs",
            "--noEmit",
            "--strict",
            "--skipLibCheck",
        ])
        .args([
            "--target",
            "esnext",
            "--module",
            "esnext",
            "--moduleResolution",
            "bundler",
        ])
        .args(["--lib", "esnext,dom,dom.iterable"])
        .args(scripts(www.join("strings")))
        .args(scripts(www))
        .output()
        .expect("node starts");
    let said = String::from_utf8_lossy(&checked.stdout);
    // What wasm-bindgen writes is not ours.
    let own: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("error TS") && !line.contains("/pkg/"))
        .collect();
    assert_eq!(own, Vec::<&str>::new());
}
