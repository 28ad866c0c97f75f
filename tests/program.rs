//! The program as a shell sees it: what it reads, writes and says, and its exit codes.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its own data are wrong"
)]

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_sorot"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the program on some input.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_owned();
    // From a thread of its own, or a long input and a long output would wait for each other. A program that refuses
    // its arguments reads nothing.
    let feed = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_str(stdout(output)).unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let lines = stdout(output).lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A file that is there while the test runs.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).unwrap();
    file
}

#[test]
fn json_has_every_key_of_the_format() {
    let output = run(&["annotate", "--format", "json"], "Gubernur datang.");
    assert!(output.status.success());
    let document = json(&output);
    let keys: Vec<&str> = document
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "sorot",
        "id",
        "language",
        "published",
        "publishedEvidence",
        "captured",
        "offset",
        "zones",
        "timexes",
        "entities",
        "clusters",
        "roles",
        "related",
        "warnings",
    ];
    assert_eq!(keys.len(), expected.len());
    assert!(expected.iter().all(|key| keys.contains(key)), "{keys:?}");
    assert_eq!(
        (&document["sorot"], &document["id"]),
        (&json!("1"), &Value::Null)
    );
    assert_eq!(
        (&document["published"], &document["offset"]),
        (&Value::Null, &json!("+07:00"))
    );
}

#[test]
fn clocks_and_offset_are_those_of_the_document() {
    let arguments = [
        "annotate",
        "-",
        "--format",
        "json",
        "--published",
        "2024-01-10T11:25+07:00",
        "--captured",
        "2024-05-14T05:00Z",
        "--offset",
        "+09:00",
    ];
    let document = json(&run(&arguments, "Gubernur datang."));
    assert_eq!(document["offset"], "+09:00");
    assert_eq!(document["published"], "2024-01-10T13:25+09:00");
    assert_eq!(document["publishedEvidence"]["source"], "given");
    assert_eq!(document["captured"], "2024-05-14T14:00+09:00");
}

#[test]
fn offsets_count_what_is_asked() {
    let text = "“👍” Café\n\nBaris dua";
    for (unit, start, end) in [("chars", 10, 19), ("utf16", 11, 20), ("bytes", 18, 27)] {
        let document = json(&run(
            &["annotate", "--format", "json", "--offsets", unit],
            text,
        ));
        let last = document["zones"].as_array().unwrap().last().unwrap();
        assert_eq!(
            (&last["start"], &last["end"]),
            (&json!(start), &json!(end)),
            "{unit}"
        );
    }
}

#[test]
fn strange_input_is_read_with_a_note() {
    let output = run(&["annotate"], b"\xef\xbb\xbfHalo \xff dunia.\r\nBaris.");
    assert!(output.status.success());
    assert!(stdout(&output).ends_with("\n\nHalo \u{fffd} dunia.\nBaris.\n"));
    assert!(stderr(&output).starts_with("sorot: standard input is not UTF-8"));
    let marked = json(&run(&["annotate", "--format", "json"], "\u{feff}Halo."));
    assert_eq!(marked["zones"][0]["start"], 0);
    assert_eq!(marked["zones"][0]["end"], 5);
}

#[test]
fn what_cannot_be_done_is_one_sentence() {
    for (arguments, code, says) in [
        (
            &["annotate", "no/such/file.txt"][..],
            1,
            "cannot read no/such/file.txt: there is no such file",
        ),
        (
            &["annotate", "--jsonl", "no-such.jsonl"],
            1,
            "cannot read no-such.jsonl",
        ),
        (
            &["annotate", "--jsonl", "src"],
            1,
            "cannot read src: it is a folder",
        ),
        (&["annotate", "src"], 1, "cannot read src: it is a folder"),
        (
            &["annotate", "--published", "yesterday"],
            2,
            "'--published <INSTANT>': \"yesterday\" is not an instant",
        ),
        (
            &["annotate", "--captured", "2024-13-01"],
            2,
            "'--captured <INSTANT>': \"2024-13-01\" is not an instant",
        ),
        (
            &["annotate", "--offset", "seven"],
            2,
            "'--offset <±HH:MM>': \"seven\" is not an offset",
        ),
        (&["annotate", "--offsets", "words"], 2, "'--offsets <UNIT>'"),
        (
            &["annotate", "--jsonl", "--captured", "2024-01-10"],
            2,
            "cannot be used with",
        ),
        (&["evaluate"], 2, "FILE.gold"),
        (
            &["evaluate", "no-such.gold"],
            1,
            "cannot read no-such.gold: there is no such file",
        ),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(
            stderr(&output).contains(says),
            "{arguments:?}: {}",
            stderr(&output)
        );
        assert_eq!(stdout(&output), "", "{arguments:?}");
    }
}

#[test]
fn lines_come_out_as_they_went_in() {
    let number = 3000;
    let line = |id| {
        format!(
            "{}\n",
            json!({"id": id, "text": format!("Berita {id}.\n\nIsi."), "published": null})
        )
    };
    let input: String = (0..number).map(line).collect();
    let output = run(&["annotate", "--jsonl"], &input);
    assert!(output.status.success(), "{}", stderr(&output));
    let documents = lines(&output);
    let ids: Vec<u64> = documents
        .iter()
        .map(|document| document["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, (0..number).collect::<Vec<u64>>());
    let end = documents.last().unwrap()["zones"][0]["end"].as_u64();
    assert_eq!(end, Some("Berita 2999.".len() as u64));
}

#[test]
fn a_bad_line_costs_only_itself() {
    let mut input = br#"{"id":"a","text":"Satu.","captured":"2024-01-10T11:25+07:00"}

not json
{"id":7}
{"id":"b","text":"Dua.","published":"kemarin"}
{"id":"c","text":3}
[]
{"id":1.5,"text":"x"}
"#
    .to_vec();
    input.extend(b"{\"text\":\"\xff\"}\n{\"id\":8,\"text\":\"Tiga.\"}");
    let output = run(&["annotate", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let summary = "sorot: 7 of 9 lines could not be annotated, the first of them line 3";
    assert!(stderr(&output).starts_with(summary), "{}", stderr(&output));
    assert_eq!(stderr(&output).lines().count(), 1);
    let lines = lines(&output);
    assert_eq!(
        (&lines[0]["id"], &lines[0]["captured"]),
        (&json!("a"), &json!("2024-01-10T11:25+07:00"))
    );
    let errors: Vec<(&Value, &Value)> = lines[1..8]
        .iter()
        .map(|line| (&line["line"], &line["id"]))
        .collect();
    let expected = [
        (3, json!(null)),
        (4, json!(7)),
        (5, json!("b")),
        (6, json!("c")),
        (7, json!(null)),
        (8, json!(null)),
        (9, json!(null)),
    ];
    for ((line, id), (right_line, right_id)) in errors.iter().zip(&expected) {
        assert_eq!((*line, *id), (&json!(right_line), right_id));
    }
    assert!(lines[1..8].iter().all(|line| line["error"].is_string()));
    assert_eq!((&lines[8]["id"], lines.len()), (&json!(8), 9));
}

#[test]
fn a_stream_fed_by_hand_answers_at_once() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 1..=3 {
        writeln!(stdin, "{}", json!({"id": id, "text": "Halo."})).unwrap();
        stdin.flush().unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let document: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(document["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    writeln!(stdin, "{}", json!({"text": "Halo."})).unwrap();
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    drop(stdout);
    // The input stays open: the program must notice by writing, and end without it being closed. More than one line,
    // because a process that is being started beside this one may hold the other end of the pipe for a moment.
    while writeln!(stdin, "{}", json!({"text": "Halo."})).is_ok() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
}

#[test]
fn evaluate_scores_both_kinds_of_gold() {
    let times = file(
        "t.gold",
        "# id: a\n@published 2024-01-10T11:25+07:00\nTidak ada.\n",
    );
    let entities = file(
        "e.gold",
        "# id: a\nGajah dan [Xq Zzyx|PER] pada [9/1|DATE|2024-01-09].\n",
    );
    let output = run(
        &[
            "evaluate",
            "-v",
            times.to_str().unwrap(),
            entities.to_str().unwrap(),
        ],
        "",
    );
    assert!(output.status.success(), "{}", stderr(&output));
    let text = stdout(&output);
    assert!(text.contains("negative cases clean     1/1"), "{text}");
    assert_eq!(
        text.lines()
            .filter(|line| line.starts_with("micro "))
            .count(),
        3,
        "{text}"
    );
    let bad = file("bad.gold", "# id: a\n[x|PER|y\n");
    let output = run(&["evaluate", bad.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("bad.gold:2: a [ without its ]"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn explain_tells_how_a_time_comes_about() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/explain");
    let text = fs::read(folder.join("tanggul.txt")).unwrap();
    let output = run(&["explain", "--captured", "2024-05-14T12:00+07:00"], text);
    assert!(output.status.success());
    let picture = folder.join("tanggul.explained.txt");
    if std::env::var_os("SOROT_UPDATE").is_some() {
        fs::write(&picture, stdout(&output)).unwrap();
    }
    let expected = fs::read_to_string(&picture).unwrap();
    assert_eq!(
        stdout(&output),
        expected,
        "SOROT_UPDATE=1 draws {} anew",
        picture.display()
    );
}

#[test]
fn explain_commands_no_terminal_and_fails_on_no_text() {
    for text in [
        "",
        "\u{1b}[31mkemarin",
        "31/2/2024 pukul 25.61",
        "\u{202e}3 jam lalu",
    ] {
        let output = run(&["explain", "-"], text);
        assert!(output.status.success(), "{text}");
        assert!(!stdout(&output).contains('\u{1b}'), "{text}");
    }
    assert!(!run(&["explain", "--offset", "7"], "").status.success());
}
