//! Builds the wasm module into `www/pkg`, when its sources changed.

use super::super::Error;
use super::project::Project;
use super::tools::{Tools, missing};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Builds the module, unless what it was built from is still the same.
///
/// One process at a time: another waits, and then finds nothing to do.
pub(super) fn build(project: &Project) -> Result<(), Error> {
    let cannot = |error: io::Error| {
        Error::from(format!(
            "{} cannot be prepared: {error}",
            project.tools().display()
        ))
    };
    fs::create_dir_all(project.tools()).map_err(cannot)?;
    let lock = File::create(project.tools().join("lock")).map_err(cannot)?;
    lock.lock().map_err(cannot)?;

    // Before the build: a source that changes meanwhile is built the next time.
    let sources =
        fingerprint(project).map_err(|error| format!("cannot read the sources: {error}"))?;
    let mark = project.package().join(".sources");
    if is_built(project) && fs::read_to_string(&mark).is_ok_and(|built| built == sources) {
        return Ok(());
    }
    let tools = Tools::ready(project)?;
    eprintln!(
        "sorot: building the module into {}",
        project.package().display()
    );
    let started = Instant::now();
    let status = tools
        .command("wasm-pack", project)
        .args([
            "--log-level",
            "error",
            "build",
            "--release",
            "--target",
            "web",
        ])
        .args(["--mode", "no-install", "--no-pack", "--out-name", "sorot"])
        .arg("--out-dir")
        .arg(project.package())
        .status()
        .map_err(|error| missing("wasm-pack", &error))?;
    if !status.success() || !is_built(project) {
        return Err(Error::from(
            "wasm-pack could not build the module; what it says above is what to mend",
        ));
    }
    fs::write(&mark, sources)
        .map_err(|error| Error::from(format!("cannot write {}: {error}", mark.display())))?;
    eprintln!("sorot: built in {:.0?}", started.elapsed());
    Ok(())
}

fn is_built(project: &Project) -> bool {
    ["sorot.js", "sorot.d.ts", "sorot_bg.wasm"]
        .iter()
        .all(|file| project.package().join(file).is_file())
}

/// Stands for names, sizes and times of all files the module is made of.
fn fingerprint(project: &Project) -> io::Result<String> {
    let mut files = vec![
        project.root().join("Cargo.toml"),
        project.root().join("Cargo.lock"),
    ];
    // The program is not part of the module.
    let program = [
        project.root().join("src").join("cli"),
        project.root().join("src").join("main.rs"),
    ];
    collect(&project.root().join("src"), &program, &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        let metadata = fs::metadata(file)?;
        (file, metadata.len(), metadata.modified()?).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, except: &[PathBuf], files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if except.contains(&path) {
            continue;
        }
        if path.is_dir() {
            collect(&path, except, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
