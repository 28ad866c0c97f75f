//! A stream of articles: lines in, lines out, in order, on every core, in bounded memory.
//!
//! One thread reads chunks of whole lines, workers annotate them, and the calling thread writes. Each chunk carries the
//! sender of its own result, and the receivers of those results stand in a queue of bounded length in the order of
//! input: that queue is both the order and the bound.

use super::arguments::Arguments;
use super::input::{self, Reader};
use super::line::Task;
use crate::cli::Error;
use sorot::Annotator;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Lines that were read together.
struct Chunk {
    bytes: Vec<u8>,
    /// The number of the first line, from 1.
    first: usize,
    result: SyncSender<Annotated>,
}

/// What a chunk became.
#[derive(Default)]
struct Annotated {
    output: Vec<u8>,
    lines: usize,
    bad: usize,
    /// The number of the first bad line.
    first_bad: Option<usize>,
}

/// In the order of input: the result of a chunk to wait for, or why there are no more.
type Queue = Receiver<io::Result<Receiver<Annotated>>>;

/// Annotates every line of the input.
pub(super) fn run(annotator: Annotator, arguments: &Arguments) -> Result<ExitCode, Error> {
    let reader = input::reader(arguments.file.as_deref())?;
    let task = Task {
        annotator,
        options: arguments.known.into(),
        unit: arguments.offsets.into(),
    };
    write(&start(reader, task), io::stdout().lock())
}

/// Starts the reader and the workers. They end with the input, or with the queue.
fn start(reader: Reader, task: Task) -> Queue {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (give, take) = sync_channel::<Chunk>(workers);
    let (enqueue, queue) = sync_channel(2 * workers);
    thread::spawn(move || read(reader, &give, &enqueue));
    let (task, take) = (Arc::new(task), Arc::new(Mutex::new(take)));
    for _ in 0..workers {
        let (task, take) = (Arc::clone(&task), Arc::clone(&take));
        thread::spawn(move || work(&task, &take));
    }
    queue
}

/// Reads whole lines: one, and with it those that have already arrived, so that a stream fed by hand answers at once.
fn read(
    mut reader: Reader,
    give: &SyncSender<Chunk>,
    enqueue: &SyncSender<io::Result<Receiver<Annotated>>>,
) {
    let mut first = 1;
    loop {
        let mut bytes = Vec::new();
        if let Err(error) = read_chunk(&mut reader, &mut bytes) {
            // A closed queue has a writer that has already failed and said so.
            let _ = enqueue.send(Err(error));
            return;
        }
        if bytes.is_empty() {
            return;
        }
        let lines = bytes.split_inclusive(|byte| *byte == b'\n').count();
        let (result, receive) = sync_channel(1);
        let chunk = Chunk {
            bytes,
            first,
            result,
        };
        if enqueue.send(Ok(receive)).is_err() || give.send(chunk).is_err() {
            return;
        }
        first += lines;
    }
}

/// Appends one line and every whole line that the reader already holds.
fn read_chunk(reader: &mut Reader, bytes: &mut Vec<u8>) -> io::Result<()> {
    reader.read_until(b'\n', bytes)?;
    let held = reader.buffer();
    if let Some(last) = held.iter().rposition(|byte| *byte == b'\n') {
        bytes.extend(held.iter().take(last + 1));
        reader.consume(last + 1);
    }
    Ok(())
}

fn work(task: &Task, take: &Mutex<Receiver<Chunk>>) {
    loop {
        let Ok(Ok(chunk)) = take.lock().map(|take| take.recv()) else {
            return;
        };
        let mut annotated = Annotated::default();
        for (index, line) in chunk
            .bytes
            .split_inclusive(|byte| *byte == b'\n')
            .enumerate()
        {
            let number = chunk.first + index;
            let line = match line.strip_prefix("\u{feff}".as_bytes()) {
                Some(rest) if number == 1 => rest,
                _ => line,
            };
            if line.trim_ascii().is_empty() {
                continue;
            }
            annotated.lines += 1;
            if !task.write(line, number, &mut annotated.output) {
                annotated.bad += 1;
                annotated.first_bad.get_or_insert(number);
            }
        }
        // A writer that has gone needs no result.
        let _ = chunk.result.send(annotated);
    }
}

/// Writes the results as they come; a chunk is flushed at once, for whoever waits at the other end.
fn write(queue: &Queue, mut output: impl Write) -> Result<ExitCode, Error> {
    let (mut lines, mut bad, mut first_bad) = (0, 0, None);
    for next in queue {
        let result = next.map_err(|error| format!("cannot read the input: {error}"))?;
        let annotated = result
            .recv()
            .map_err(|_| "a worker stopped, and its lines are lost")?;
        output.write_all(&annotated.output)?;
        output.flush()?;
        lines += annotated.lines;
        bad += annotated.bad;
        first_bad = first_bad.or(annotated.first_bad);
    }
    if let Some(first) = first_bad {
        return Err(format!(
            "{bad} of {lines} lines could not be annotated, the first of them line {first}; \
             an error stands in place of each"
        )
        .into());
    }
    Ok(ExitCode::SUCCESS)
}
