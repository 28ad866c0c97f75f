//! The words and lists of Indonesian names.

use super::{amounts, laws};
use crate::entity::{Model, NameLists};

/// Reads the lists. The first list that has a name decides what it is.
pub(super) fn lists() -> NameLists {
    let mut lists = NameLists::default();
    lists.add_names(None, include_str!("names/organisations.tsv"));
    lists.add_names(None, include_str!("names/places.tsv"));
    lists.add_names(Some("PER"), include_str!("names/people.txt"));
    lists.add_names(Some("LOC*"), include_str!("names/countries.txt"));
    lists.add_names(Some("LOC"), include_str!("names/places_id.txt"));
    lists.add_names(None, include_str!("names/others.tsv"));
    lists.add_names(Some("LOC"), include_str!("names/cities.txt"));
    lists.add_names(Some("ORG"), include_str!("names/companies.txt"));
    lists.add_senses(include_str!("triggers.tsv"));
    lists.add_given_names(include_str!("names/given_names.txt"));
    lists.add_called(include_str!("names/called.txt"));
    lists.add_classes(include_str!("names/words.txt"));
    lists.model = Some(model());
    lists.grammars = vec![amounts::find, laws::find];
    lists.clitics = vec!["nya", "ku", "mu", "lah", "kah", "pun", "isme"];
    lists
}

/// The model that `sorot train` made; CONTRIBUTING.md says how.
fn model() -> Model {
    Model::decode(include_bytes!("ner.model"))
        .expect("the embedded model is whole: a test opens it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_says_what_it_was_trained_on() {
        let model = model();
        assert!(model.note().contains("sentences"), "{}", model.note());
        let known = model.labels().kinds();
        for kind in ["PER", "ORG", "LOC", "EVT", "LAW", "WRK", "NORP"] {
            assert!(known.iter().any(|known| known == kind), "{kind}");
        }
    }
}
