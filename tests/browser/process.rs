//! The two processes that all tests share: the server of the page and the browser's driver.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// A process that ends when it is dropped.
pub(crate) struct Process {
    child: Child,
    /// Where it listens, `http://127.0.0.1:1234`.
    pub(crate) address: String,
    shutdown: Option<&'static str>,
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
        Self::start(command, None, |line| {
            line.starts_with("http://")
                .then(|| line.trim_end_matches('/').to_owned())
        })
    }

    /// chromedriver.
    pub(crate) fn driver(program: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.arg("--port=0");
        Self::start(command, Some("/shutdown"), |line| {
            let port = line.split("successfully on port ").nth(1)?;
            Some(format!("http://127.0.0.1:{}", port.trim_end_matches('.')))
        })
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
