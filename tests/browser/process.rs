//! The processes that a test needs: the server of the page, the browser's driver, and a screen for it.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Whether a server of this run has been started: the module is built then.
static IS_BUILT: AtomicBool = AtomicBool::new(false);

/// A process that ends when it is dropped.
pub(crate) struct Process {
    child: Child,
    /// Where it listens, `http://127.0.0.1:1234`; of a screen its name, `:1`.
    pub(crate) address: String,
    shutdown: Option<&'static str>,
    /// What it draws on, which ends after it.
    _screen: Option<Box<Process>>,
}

impl Process {
    /// `sorot serve`, as a user starts it. The first time, this builds the module.
    pub(crate) fn serve() -> Result<Self, String> {
        Self::serving(&[])
    }

    /// The same for another folder, as it is.
    pub(crate) fn serve_folder(folder: &Path) -> Result<Self, String> {
        Self::serving(&["--folder".as_ref(), folder.as_os_str()])
    }

    fn serving(arguments: &[&OsStr]) -> Result<Self, String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sorot"));
        command.args(["serve", "--port", "0"]).args(arguments);
        // The first says what it builds, and that takes a while; the others have nothing to say.
        if IS_BUILT.load(Ordering::Relaxed) {
            command.stderr(Stdio::null());
        }
        let server = Self::start(command, None, |line| {
            line.starts_with("http://")
                .then(|| line.trim_end_matches('/').to_owned())
        })?;
        IS_BUILT.store(true, Ordering::Relaxed);
        Ok(server)
    }

    /// chromedriver.
    pub(crate) fn chromedriver(program: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.arg("--port=0");
        Self::start(command, Some("/shutdown"), |line| {
            let port = line.split("successfully on port ").nth(1)?;
            Some(format!("http://127.0.0.1:{}", port.trim_end_matches('.')))
        })
    }

    /// geckodriver, which may look at what the browser itself notes.
    pub(crate) fn geckodriver(program: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.args([
            "--port",
            "0",
            "--websocket-port",
            "0",
            "--allow-system-access",
        ]);
        // Firefox talks much of its own affairs.
        command.stderr(Stdio::null());
        Self::start(command, None, |line| {
            let address = line.split("Listening on ").nth(1)?;
            Some(format!("http://{address}"))
        })
    }

    /// `WebKitWebDriver` on a screen of its own: two windows on one would share the clipboard.
    pub(crate) fn webkitdriver(program: &Path, screen: &Path) -> Result<Self, String> {
        let mut command = Command::new(screen);
        command.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1920x1400x24",
            "-nolisten",
            "tcp",
        ]);
        command.stderr(Stdio::null());
        let screen = Self::start(command, None, |line| {
            line.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| format!(":{line}"))
        })?;
        let config = small_toolbar().map_err(|error| format!("no style for GTK: {error}"))?;
        let port = free_port().map_err(|error| format!("no port is free: {error}"))?;
        let mut command = Command::new(program);
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", &screen.address)
            .env("XDG_CONFIG_HOME", config)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command
            .spawn()
            .map_err(|error| format!("{command:?} does not start: {error}"))?;
        let driver = Self {
            child,
            address: format!("http://127.0.0.1:{port}"),
            shutdown: None,
            _screen: Some(Box::new(screen)),
        };
        let stop = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > stop {
                return Err(format!("{command:?} does not listen"));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    fn start(
        mut command: Command,
        shutdown: Option<&'static str>,
        address: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{command:?} does not start: {error}"))?;
        let mut output = BufReader::new(child.stdout.take().expect("it was piped"));
        let mut line = String::new();
        let address = loop {
            line.clear();
            if output.read_line(&mut line).unwrap_or(0) == 0 {
                let _ = child.kill();
                let status = child.wait();
                return Err(format!("{command:?} gave no address: {status:?}"));
            }
            if let Some(address) = address(line.trim_end()) {
                break address;
            }
        };
        // Whatever else it says must not fill the pipe.
        thread::spawn(move || output.read_to_end(&mut Vec::new()));
        Ok(Self {
            child,
            address,
            shutdown,
            _screen: None,
        })
    }
}

impl Drop for Process {
    /// Asks first: a driver that is killed leaves its browsers behind.
    fn drop(&mut self) {
        if let Some(path) = self.shutdown {
            let _ = ask(&self.address, path);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// For a program that does not choose one by itself. Another may take it first; then the program says so.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A folder of settings for GTK, whose window is else no narrower than its buttons need.
fn small_toolbar() -> std::io::Result<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gtk");
    std::fs::create_dir_all(folder.join("gtk-3.0"))?;
    std::fs::write(
        folder.join("gtk-3.0/gtk.css"),
        "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1); }",
    )?;
    Ok(folder)
}

fn ask(address: &str, path: &str) -> std::io::Result<()> {
    let host = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )?;
    stream.read_to_end(&mut Vec::new()).map(drop)
}
