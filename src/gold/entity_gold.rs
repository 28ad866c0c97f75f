//! Entity gold: an article a case, `[words|KIND|name]`, then `= KIND | name | form; form` and `~ name | role`.

use super::case::{self, Case};
use super::{GoldError, Mark, Marked, TimeCase, TimeMark};
use crate::entity::EntityKind;
use std::collections::HashMap;
use std::ops::Range;

/// A case of entity gold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityCase {
    /// The text and its clocks.
    pub case: Case,
    /// The right names, in order.
    pub names: Vec<NameMark>,
    /// The entities with more than one form.
    pub clusters: Vec<GoldCluster>,
    /// What persons are called.
    pub roles: Vec<GoldRole>,
    /// The right times, where the file carries them.
    pub times: Vec<TimeMark>,
}

/// The case as time gold, for a file that carries both.
impl From<&EntityCase> for TimeCase {
    fn from(case: &EntityCase) -> Self {
        Self {
            case: case.case.clone(),
            expect_published: None,
            times: case.times.clone(),
        }
    }
}

/// A right name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMark {
    /// Where it stands, in code points.
    pub range: Range<usize>,
    /// The words.
    pub surface: String,
    /// What it names.
    pub kind: EntityKind,
    /// The canonical name of its entity.
    pub entity: String,
}

/// An entity with more than one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldCluster {
    /// What it is.
    pub kind: EntityKind,
    /// Its canonical name.
    pub entity: String,
    /// Its other forms.
    pub aliases: Vec<String>,
}

/// What the text calls a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldRole {
    /// Canonical name.
    pub entity: String,
    /// Title, office or description as written.
    pub role: String,
}

/// Where in a case the reader stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Text,
    Tail,
}

pub(super) fn read(file: &str, content: &str) -> Result<Vec<EntityCase>, GoldError> {
    let mut cases: Vec<EntityCase> = Vec::new();
    let mut reader: Option<Reader<'_>> = None;
    for (index, line) in content.lines().enumerate() {
        let number = index + 1;
        if let Some(id) = case::id(line) {
            if let Some(done) = reader.replace(Reader::new(id, number)) {
                cases.push(done.close(file)?);
            }
        } else if let Some(reader) = &mut reader {
            reader.line(file, number, line)?;
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            return Err(GoldError::new(
                file,
                number,
                "text before the first \"# id: …\"",
            ));
        }
    }
    if let Some(done) = reader {
        cases.push(done.close(file)?);
    }
    case::check_unique(file, cases.iter().map(|case| &case.case))?;
    Ok(cases)
}

/// A case while its lines are read.
struct Reader<'c> {
    found: EntityCase,
    part: Part,
    /// The line of the file at which the body begins.
    body_line: usize,
    body: Vec<&'c str>,
}

impl<'c> Reader<'c> {
    fn new(id: &str, line: usize) -> Self {
        let mut found = EntityCase::default();
        id.clone_into(&mut found.case.id);
        found.case.line = line;
        Self {
            found,
            part: Part::Head,
            body_line: line + 1,
            body: Vec::new(),
        }
    }

    fn line(&mut self, file: &str, number: usize, line: &'c str) -> Result<(), GoldError> {
        let wrong = |what: &str| GoldError::new(file, number, format!("{what} {line:?}"));
        if self.part == Part::Head {
            if line.starts_with('@') {
                let (name, value) = case::header(line).ok_or_else(|| wrong("unknown header"))?;
                let clock = case::clock(file, number, value)?;
                match name {
                    "published" => self.found.case.published = Some(clock),
                    "captured" => self.found.case.captured = Some(clock),
                    _ => return Err(wrong("unknown header")),
                }
                return Ok(());
            }
            self.part = Part::Text;
            self.body_line = number;
        }
        if let Some(rest) = line.strip_prefix("= ") {
            let cluster =
                cluster(rest).ok_or_else(|| wrong("not \"= KIND | name | form; form\":"))?;
            self.found.clusters.push(cluster);
            self.part = Part::Tail;
        } else if let Some(rest) = line.strip_prefix("~ ") {
            let role = role(rest).ok_or_else(|| wrong("not \"~ name | role\":"))?;
            self.found.roles.push(role);
            self.part = Part::Tail;
        } else if self.part == Part::Text {
            self.body.push(line);
        } else if !line.trim().is_empty() {
            return Err(wrong("text after the entities:"));
        }
        Ok(())
    }

    fn close(mut self, file: &str) -> Result<EntityCase, GoldError> {
        let body = self.body.join("\n");
        let marked = Marked::read(file, self.body_line, &body)?;
        // Blank lines around the text are not part of it; no mark lies in them.
        let text = marked.text.trim_start_matches('\n');
        let cut = marked.text.len() - text.len();
        text.trim_end_matches('\n')
            .clone_into(&mut self.found.case.text);
        let forms = Forms::of(&self.found.clusters);
        for mut mark in marked.marks {
            mark.range = mark.range.start - cut..mark.range.end - cut;
            check_surface(file, &mark)?;
            if TimeMark::kind(mark.field(0)).is_some() {
                self.found.times.push(TimeMark::read(file, mark)?);
            } else {
                self.found.names.push(name(file, mark, &forms)?);
            }
        }
        Ok(self.found)
    }
}

fn check_surface(file: &str, mark: &Mark) -> Result<(), GoldError> {
    let surface = &mark.surface;
    let message = if mark.fields.is_empty() {
        "no kind in the mark of"
    } else if surface.contains('\n') {
        "a line end inside the mark of"
    } else if surface.is_empty() || surface.trim() != surface {
        "white space around the words of"
    } else {
        return Ok(());
    };
    Err(GoldError::new(
        file,
        mark.line,
        format!("{message} {surface:?}"),
    ))
}

fn name(file: &str, mark: Mark, forms: &Forms) -> Result<NameMark, GoldError> {
    let Some(kind) = EntityKind::from_code(mark.field(0)) else {
        let message = format!("unknown kind {:?} of {:?}", mark.field(0), mark.surface);
        return Err(GoldError::new(file, mark.line, message));
    };
    let entity = match mark.fields.get(1) {
        Some(explicit) => explicit.clone(),
        None => forms
            .entity(kind, &mark.surface)
            .unwrap_or(&mark.surface)
            .to_owned(),
    };
    Ok(NameMark {
        kind,
        entity,
        range: mark.range,
        surface: mark.surface,
    })
}

/// Which entity a form stands for: compared exactly first, then without case; the first that has it wins.
struct Forms {
    exact: HashMap<(EntityKind, String), String>,
    folded: HashMap<(EntityKind, String), String>,
}

impl Forms {
    fn of(clusters: &[GoldCluster]) -> Self {
        let (mut exact, mut folded) = (HashMap::new(), HashMap::new());
        for cluster in clusters {
            for form in std::iter::once(&cluster.entity).chain(&cluster.aliases) {
                let entity = exact
                    .entry((cluster.kind, form.clone()))
                    .or_insert_with(|| cluster.entity.clone());
                folded
                    .entry((cluster.kind, form.to_lowercase()))
                    .or_insert_with(|| entity.clone());
            }
        }
        Self { exact, folded }
    }

    fn entity(&self, kind: EntityKind, surface: &str) -> Option<&str> {
        self.exact
            .get(&(kind, surface.to_owned()))
            .or_else(|| self.folded.get(&(kind, surface.to_lowercase())))
            .map(String::as_str)
    }
}

fn cluster(line: &str) -> Option<GoldCluster> {
    let mut fields = line.split('|').map(str::trim);
    let (kind, entity, aliases) = (fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() {
        return None;
    }
    Some(GoldCluster {
        kind: EntityKind::from_code(kind)?,
        entity: entity.to_owned(),
        aliases: aliases
            .split(';')
            .map(str::trim)
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

fn role(line: &str) -> Option<GoldRole> {
    let (entity, role) = line.split_once('|')?;
    (!role.contains('|')).then(|| GoldRole {
        entity: entity.trim().to_owned(),
        role: role.trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_names_times_clusters_and_roles() {
        let content = "# A comment.\n\n# id: a\n@published 2024-01-10T11:25+07:00\n\n[Budi Rahman|PER] di [Kota Bandung|LOC], \\[foto\\].\n\n\
                       [BUDI|PER] beri [Rp 1 juta|MON] pada [9/1|DATE|2024-01-09].\n\n= PER | Budi Rahman | Budi\n~ Budi Rahman | wali kota\n\n# id: b\nKosong.\n";
        let cases = read("e.gold", content).unwrap();
        let [a, b] = cases.as_slice() else {
            panic!("two cases, not {cases:?}");
        };
        assert_eq!(
            a.case.text,
            "Budi Rahman di Kota Bandung, [foto].\n\nBUDI beri Rp 1 juta pada 9/1."
        );
        assert_eq!(a.names[0].range, 0..11);
        assert_eq!(a.names[2].entity, "Budi Rahman");
        assert_eq!(
            (a.times[0].range.clone(), a.times[0].value.as_str()),
            (63..66, "2024-01-09")
        );
        assert_eq!(a.roles[0].role, "wali kota");
        assert_eq!((b.case.text.as_str(), b.names.len()), ("Kosong.", 0));
    }

    #[test]
    fn a_third_field_names_the_entity() {
        let content = "# id: c\n[Rahman|PER|Ali Rahman] dan [Rahman|PER|Edi Rahman].\n= PER | Ali Rahman | Rahman\n= PER | Edi Rahman | Rahman\n";
        let cases = read("e.gold", content).unwrap();
        let entities: Vec<&str> = cases[0]
            .names
            .iter()
            .map(|name| name.entity.as_str())
            .collect();
        assert_eq!(entities, ["Ali Rahman", "Edi Rahman"]);
    }

    #[test]
    fn errors_name_file_and_line() {
        for (content, start) in [
            ("Teks.", "e.gold:1: text before"),
            (
                "# id: a\n@posted 2024-01-10\nX.",
                "e.gold:2: unknown header",
            ),
            ("# id: a\n[a]", "e.gold:2: no kind"),
            ("# id: a\nX\n[a|FOO]", "e.gold:3: unknown kind \"FOO\""),
            ("# id: a\n[ a|PER]", "e.gold:2: white space"),
            ("# id: a\n[a\nb|PER]", "e.gold:2: a line end"),
            ("# id: a\nX\n= PER | A", "e.gold:3: not \"= KIND"),
            ("# id: a\nX\n~ A", "e.gold:3: not \"~ name"),
            ("# id: a\nX\n~ A | b\nY", "e.gold:4: text after"),
        ] {
            let error = read("e.gold", content).unwrap_err().to_string();
            assert!(error.starts_with(start), "{error}");
        }
    }
}
