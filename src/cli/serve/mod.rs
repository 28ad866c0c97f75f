//! `sorot serve`, which is also plain `cargo run`: builds the module, serves the page on this machine.
//!
//! In: the project's folder. Out: an address. [`project`] finds the folder, [`tools`] what the build needs, [`module`]
//! builds when something changed, [`http`] answers the browser with what [`files`] finds.

mod files;
mod http;
mod module;
mod project;
mod tools;

use super::Error;
use clap::Args;
use project::Project;
use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;

/// The day of independence, 17-8-45.
const PORT: u16 = 17845;

/// What `serve` can be told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// The port on 127.0.0.1; 0 takes any that is free.
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
    /// Serve this folder as it is, instead of the page and its module: what `.ci/dist` wrote.
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            port: PORT,
            open: false,
            folder: None,
        }
    }
}

/// Serves until it is interrupted.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    // Taken before the build: a port in use is then said at once, and an early browser waits instead of failing.
    let listener = listen(arguments.port)?;
    let address = listener
        .local_addr()
        .map_err(|error| Error::from(format!("the port cannot be read: {error}")))?;
    let site = files::Site::new(&if let Some(folder) = &arguments.folder {
        folder.clone()
    } else {
        let project = Project::find()?;
        module::build(&project)?;
        project.www()
    })?;
    let url = format!("http://{address}/");
    eprintln!("sorot: serving this page until Ctrl-C, on this machine only:");
    writeln!(io::stdout(), "{url}")?;
    if arguments.open
        && let Err(error) = open::that_detached(&url)
    {
        eprintln!("sorot: no browser could be opened ({error}); open the address yourself");
    }
    http::serve(listener, site)?;
    Ok(ExitCode::SUCCESS)
}

fn listen(port: u16) -> Result<TcpListener, Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Error::from(match error.kind() {
            io::ErrorKind::AddrInUse => format!(
                "port {port} is taken, perhaps by another `sorot serve`; stop that, or choose a free one: \
                 cargo run -- serve --port 0"
            ),
            io::ErrorKind::PermissionDenied => {
                format!("port {port} is not ours to take; choose one above 1023 with --port")
            }
            _ => format!("port {port} cannot be opened: {error}; choose another with --port"),
        })
    })
}
