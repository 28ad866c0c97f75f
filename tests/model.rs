//! The model of names: learning, its file, and the commands that use it.

use proptest::prelude::*;
use sorot::entity::model::{Example, Labels, Recipe, train};
use sorot::entity::{Model, ModelError};
use sorot::gold::{ConllScore, TaggedSentence, kinds};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

static LANGUAGE: LazyLock<sorot::Language> = LazyLock::new(sorot::id::language);

const TINY: &str = include_str!("model/tiny.conll");

fn tiny() -> Vec<TaggedSentence> {
    TaggedSentence::read("tiny.conll", TINY, &[]).expect("our own file")
}

fn learn(seed: u64) -> Model {
    let sentences = tiny();
    let labels = Labels::new(kinds(&sentences));
    let examples: Vec<Example> = sentences
        .iter()
        .map(|sentence| sentence.example(&labels, &LANGUAGE.names))
        .collect();
    let recipe = Recipe {
        seed,
        ..Recipe::default()
    };
    train(
        &examples,
        labels,
        "five sentences".to_owned(),
        recipe,
        |_| (),
    )
}

#[test]
fn what_was_learnt_by_heart_is_known() {
    let score = ConllScore::of(&learn(1), &tiny(), &LANGUAGE.names, &[]);
    assert!((score.micro().f1() - 1.0).abs() < 1e-9, "{score}");
    assert_eq!(score.micro().gold, 9);
}

#[test]
fn marginals_are_probabilities_and_sure_of_what_was_learnt() {
    let model = learn(1);
    for tagged in tiny() {
        let reading = model.find(&tagged.sentence(&LANGUAGE.names));
        assert_eq!(reading.outside.len(), tagged.words.len());
        assert!(reading.outside.iter().all(|p| (0.0..=1.0).contains(p)));
        assert_eq!(reading.names.len(), tagged.names.len());
        for name in &reading.names {
            assert!((0.5..=1.0).contains(&name.confidence), "{name:?}");
        }
    }
}

#[test]
fn a_seed_gives_one_model() {
    assert_eq!(learn(7).encode(), learn(7).encode());
    assert_ne!(learn(7).encode(), learn(8).encode());
}

/// Sentences of a corpus that marks persons and nothing else.
const PERSONS: &str = "Menteri O\nSri B-PER\nWahyuni I-PER\ntiba O\ndi O\nBandung O\n. O\n\nBupati O\nDewi B-PER\nLestari I-PER\npulang O\nke O\nKota O\nSurabaya O\n. O\n\nAndi B-PER\nrapat O\ndi O\nMedan O\n. O\n";

/// How many places are found after learning from `PERSONS`, thirty times as much as from the sentences that mark places.
fn places_found(open: &[&str]) -> usize {
    let known = tiny();
    let persons = TaggedSentence::read("persons.conll", PERSONS, &[]).expect("our own");
    let labels = Labels::new(kinds(&known));
    let open: Vec<usize> = (0..)
        .zip(labels.kinds())
        .filter(|(_, kind)| open.contains(&kind.as_str()))
        .map(|(number, _)| number)
        .collect();
    let mut examples: Vec<Example> = Vec::new();
    examples.extend(known.iter().map(|s| s.example(&labels, &LANGUAGE.names)));
    examples.extend(persons.iter().map(|sentence| Example {
        open: open.clone(),
        weight: 30.0,
        ..sentence.example(&labels, &LANGUAGE.names)
    }));
    let model = train(&examples, labels, String::new(), Recipe::default(), |_| ());
    let score = ConllScore::of(&model, &known, &LANGUAGE.names, &[]);
    score.kinds.get("LOC").map_or(0, |places| places.right)
}

#[test]
fn what_a_corpus_does_not_mark_is_unknown_in_it() {
    assert_eq!(places_found(&["LOC", "ORG"]), 3);
    assert!(places_found(&[]) < 3, "an O that is meant rules places out");
}

#[test]
fn a_labelled_name_does_not_grow_into_the_unknown() {
    let learnt = TaggedSentence::read("a", "di O\nKota B-LOC\nBandung I-LOC\nRaya I-LOC\n", &[]);
    let cut = TaggedSentence::read("b", "di O\nKota B-LOC\nBandung I-LOC\nRaya O\n", &[]);
    let (learnt, cut) = (learnt.expect("our own"), cut.expect("our own"));
    let labels = Labels::new(kinds(&learnt));
    let examples: Vec<Example> = learnt
        .iter()
        .chain(&cut)
        .map(|s| s.example(&labels, &LANGUAGE.names))
        .zip([1.0, 20.0])
        .map(|(example, weight)| Example {
            open: vec![0],
            weight,
            ..example
        })
        .collect();
    let model = train(&examples, labels, String::new(), Recipe::default(), |_| ());
    let score = ConllScore::of(&model, &cut, &LANGUAGE.names, &[]);
    assert_eq!(score.micro().right, 1, "{:?}", score.differences);
}

#[test]
fn a_model_survives_its_file() {
    let model = learn(1);
    let bytes = model.encode();
    let read = Model::decode(&bytes).expect("what was just written");
    assert_eq!(read.note(), "five sentences");
    assert_eq!(read.labels(), model.labels());
    assert_eq!(read.encode(), bytes);
    for end in 0..bytes.len() {
        let cut = Model::decode(bytes.get(..end).unwrap_or_default());
        assert!(cut.is_err(), "cut to {end} bytes");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(Model::decode(&longer), Err(ModelError::Checksum));
    let mut newer = bytes;
    newer.splice(8..10, [9, 0]);
    assert_eq!(Model::decode(&newer), Err(ModelError::Version(9)));
}

/// Bytes with the checksum that belongs to them, so that what lies behind it is tried too.
fn sealed(body: &[u8]) -> Vec<u8> {
    let sum = body.iter().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    let mut file = b"SOROTNER\x01\x00".to_vec();
    file.extend(sum.to_le_bytes());
    file.extend(body);
    file
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Model::decode(&bytes);
        let _ = Model::decode(&sealed(&bytes));
    }

    #[test]
    fn a_changed_model_never_breaks_the_reader(at in 14_usize..4000, byte in any::<u8>()) {
        static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| learn(1).encode());
        let mut bytes = BYTES.clone();
        let at = at % bytes.len();
        if let Some(cell) = bytes.get_mut(at) {
            *cell = byte;
        }
        if let Ok(model) = Model::decode(&sealed(bytes.get(14..).unwrap_or_default())) {
            for tagged in tiny() {
                let length = model.label(&tagged.sentence(&LANGUAGE.names)).len();
                prop_assert_eq!(length, tagged.words.len());
                let _ = model.find(&tagged.sentence(&LANGUAGE.names));
            }
        }
    }
}

fn sorot(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_sorot");
    Command::new(program)
        .args(arguments)
        .output()
        .expect("sorot runs")
}

#[test]
fn the_commands_train_and_score() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model/tiny.conll");
    let file = file.to_string_lossy();
    let model = folder.join("tiny.model");
    let model = model.to_string_lossy();
    let done = sorot(&[
        "train",
        "--train",
        &file,
        "--map",
        "LOC=PLACE",
        "--dev",
        &file,
        "--out",
        &model,
    ]);
    assert!(done.status.success(), "{done:?}");
    let map = ["--map", "LOC=PLACE", "-v"];
    let scored = sorot(
        &[
            &["evaluate", "entities", &file, "--model", &model],
            &map[..],
        ]
        .concat(),
    );
    let printed = String::from_utf8_lossy(&scored.stdout);
    assert!(
        printed
            .lines()
            .any(|line| line.starts_with("PLACE  P 1.0000")),
        "{scored:?}"
    );
    assert!(
        printed
            .lines()
            .any(|line| line.starts_with("micro  P 1.0000  R 1.0000  F1 1.0000")),
        "{printed}"
    );
}

#[test]
fn files_know_different_kinds() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/model/tiny.conll");
    let all = all.to_string_lossy();
    let persons = folder.join("persons.conll");
    std::fs::write(&persons, PERSONS).expect("a file of our own");
    let persons = persons.to_string_lossy();
    let model = folder.join("several.model");
    let model = model.to_string_lossy();
    let train = |more: &[&str]| {
        let files = ["train", "--train", &all, &persons, "--out", &model];
        sorot(&[&files[..], more].concat())
    };
    let done = train(&[
        "--partial",
        &format!("{all}=LOC"),
        "--weight",
        &format!("{persons}=0.5"),
    ]);
    let said = String::from_utf8_lossy(&done.stdout);
    let note = "model/tiny.conll: 5 sentences, partly LOC; tmp/persons.conll: 3 sentences, partly LOC ORG, weight 0.5; seed 1";
    assert!(said.contains(note), "{done:?}");
    let poor = train(&[
        "--without",
        "names",
        "--without",
        "classes",
        "--dev",
        &all,
        &persons,
    ]);
    let said = String::from_utf8_lossy(&poor.stdout);
    assert!(said.contains("seed 1; without names classes"), "{poor:?}");
    let scored = |file: &str| said.lines().any(|line| line == file);
    assert!(scored(&all) && scored(&persons), "{said}");
    assert_eq!(said.matches("micro").count(), 2, "{said}");
    for (more, wrong) in [
        (["--partial", "other.conll=LOC"], "other.conll is not among"),
        (["--partial", &format!("{all}=FOO")], "no file marks FOO"),
        (["--weight", &format!("{all}=-1")], "say FILE=N"),
        (["--without", "time"], "say names, senses"),
    ] {
        let done = train(&more);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(!done.status.success() && said.contains(wrong), "{said}");
    }
}

#[test]
fn mistakes_are_named_with_their_place() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let bad = folder.join("bad.conll");
    std::fs::write(&bad, "Budi B-PER\nSantoso\n").expect("a file of our own");
    let bad = bad.to_string_lossy();
    for arguments in [
        &["train", "--train", &bad, "--out", "/dev/null"][..],
        &["evaluate", "entities", &bad],
    ] {
        let done = sorot(arguments);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(
            !done.status.success() && said.contains("bad.conll:2: "),
            "{said}"
        );
    }
    let done = sorot(&["evaluate", "entities", &bad, "--model", &bad]);
    assert!(
        String::from_utf8_lossy(&done.stderr).contains("no model"),
        "{done:?}"
    );
}
