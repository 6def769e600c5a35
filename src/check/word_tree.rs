//! Words and beginnings of words of a closed list, as a tree of their letters: a walk leaves most words of a text after two
//! or three letters.

use super::{
    characters::Characters,
    language::{Beginning, Letters},
};

/// A set of words in lower case.
#[derive(Debug, Clone)]
pub(super) struct WordSet(WordTree<()>);

impl WordSet {
    pub(super) fn new<'a>(letters: &Letters, words: impl Iterator<Item = &'a String>) -> Self {
        let entry = |word: &String| TreeEntry { letters: word.chars().collect(), is_beginning: false, value: () };
        Self(WordTree::new(letters, words.map(entry).collect()))
    }

    /// Whether a word with a beginning, in any case, is one of them.
    pub(super) fn has(&self, word: &str, beginning: Beginning) -> bool {
        let characters = Characters::new();
        // İ is two letters in lower case, and in no such word.
        let small = |letter: char| if letter == 'İ' { letter } else { characters.lower(letter) };
        self.0.may_have(beginning) && self.0.find(word.chars().map(small)).word.is_some()
    }
}

/// Words and beginnings of words, each with a value.
#[derive(Debug, Clone)]
pub(super) struct WordTree<T> {
    nodes: Vec<TreeNode<T>>,
    /// The links of all nodes, those of one side by side by their letters: a letter, and the node behind it.
    links: Vec<(char, u32)>,
    /// What the words begin with, as a set of bits.
    begun: Vec<u64>,
}

#[derive(Debug, Clone)]
struct TreeNode<T> {
    /// Where its links are.
    start: u32,
    end: u32,
    word: Option<T>,
    beginning: Option<T>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TreeEntry<T> {
    pub letters: Vec<char>,
    /// Whether it is a beginning of words rather than a word.
    pub is_beginning: bool,
    pub value: T,
}

/// What a list has for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listing<T> {
    /// For the whole word.
    pub word: Option<T>,
    /// For its longest beginning.
    pub beginning: Option<T>,
}

impl<T: Copy> WordTree<T> {
    /// The tree of some entries in a language's letters; of two that are the same the last counts.
    pub(super) fn new(letters: &Letters, mut entries: Vec<TreeEntry<T>>) -> Self {
        entries.sort_by(|one, other| one.letters.cmp(&other.letters));
        let mut out = Self { nodes: Vec::new(), links: Vec::new(), begun: vec![0; Beginning::COUNT / 64] };
        for beginning in entries.iter().flat_map(|entry| letters.beginnings(&entry.letters, entry.is_beginning)) {
            if let Some(bits) = out.begun.get_mut(beginning.place() / 64) {
                *bits |= 1 << (beginning.place() % 64);
            }
        }
        // Breadth first, so that the links of a node are side by side.
        let mut waiting = std::collections::VecDeque::from([(0..entries.len(), 0)]);
        let mut count = 1;
        while let Some((range, depth)) = waiting.pop_front() {
            let entries = entries.get(range.clone()).unwrap_or_default();
            let here = entries.iter().take_while(|entry| entry.letters.len() == depth);
            let mut node = TreeNode { start: index(out.links.len()), end: 0, word: None, beginning: None };
            let mut from = range.start;
            for entry in here {
                let value = if entry.is_beginning { &mut node.beginning } else { &mut node.word };
                *value = Some(entry.value);
                from += 1;
            }
            let rest = entries.get(from - range.start..).unwrap_or_default();
            for group in rest.chunk_by(|one, other| one.letters.get(depth) == other.letters.get(depth)) {
                let letter = group.first().and_then(|entry| entry.letters.get(depth)).copied().unwrap_or_default();
                out.links.push((letter, count));
                count += 1;
                waiting.push_back((from..from + group.len(), depth + 1));
                from += group.len();
            }
            node.end = index(out.links.len());
            out.nodes.push(node);
        }
        out
    }

    /// Whether a word that begins so may be listed: most are not.
    pub(super) fn may_have(&self, beginning: Beginning) -> bool {
        let place = beginning.place();
        self.begun.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// What is listed for a word.
    pub(super) fn find(&self, letters: impl Iterator<Item = char>) -> Listing<T> {
        let mut found = Listing { word: None, beginning: None };
        let mut node = self.nodes.first();
        for letter in letters {
            let links = node.and_then(|node| self.links.get(node.start as usize..node.end as usize));
            let links = links.unwrap_or_default();
            let link = links.binary_search_by_key(&letter, |(other, _)| *other).ok().and_then(|at| links.get(at));
            node = link.and_then(|(_, behind)| self.nodes.get(*behind as usize));
            let Some(node) = node else { return found };
            found.beginning = node.beginning.or(found.beginning);
        }
        found.word = node.and_then(|node| node.word);
        found
    }
}

fn index(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{
        Language,
        word_facts::KnownFacts,
        word_shape::WordShape,
        words::{Word, WordsOfText},
    };
    use crate::model::cut;

    fn letters() -> Letters {
        Letters::new(&Language {
            letters: "абвгдеёжзійклмнопрстуўфхцчшыьэюя".to_owned(), ..Language::default()
        })
    }

    fn words_of(text: &str) -> Vec<Word<'_>> {
        let look = |word: &str| KnownFacts::Own(Box::new(WordShape::of(&letters(), word).into()));
        WordsOfText::read(text, |words, each| words.map(look).for_each(each)).into_vec()
    }

    #[test]
    fn a_set_has_its_words_in_any_case() {
        let listed = ["не".to_owned(), "і".to_owned()];
        let set = WordSet::new(&letters(), listed.iter());
        let text = "не НЕ І н нет";
        let found: Vec<bool> =
            words_of(text).iter().map(|word| set.has(cut(text, &word.span), word.beginning)).collect();
        assert_eq!(found, [true, true, true, false, false]);
    }

    #[test]
    fn a_word_has_the_value_of_the_whole_and_of_its_longest_beginning() {
        let entry = |(text, value): (&str, usize)| TreeEntry {
            letters: text.trim_end_matches('-').chars().collect(),
            is_beginning: text.ends_with('-'),
            value,
        };
        let entries = [("не", 0), ("не-", 1), ("недел-", 2), ("ні", 3), ("а-", 4), ("но", 5), ("но", 6)];
        let tree = WordTree::new(&letters(), entries.into_iter().map(entry).collect());
        let facts = [
            ("не", Some(0), Some(1)),
            ("нет", None, Some(1)),
            ("неделя", None, Some(2)),
            ("ні", Some(3), None),
            ("ніт", None, None),
            ("н", None, None),
            ("а", None, Some(4)),
            ("абв", None, Some(4)),
            ("но", Some(6), None),
        ];
        for (text, word, beginning) in facts {
            assert_eq!(tree.find(text.chars()), Listing { word, beginning }, "{text}");
            let is_listed = (word, beginning) != (None, None);
            let is_passed = words_of(text).iter().all(|word| tree.may_have(word.beginning));
            assert!(is_passed || !is_listed, "{text}");
        }
        assert!(words_of("кот").iter().all(|word| !tree.may_have(word.beginning)));
        let nothing = Listing::<u8> { word: None, beginning: None };
        assert_eq!(WordTree::new(&letters(), Vec::new()).find("а".chars()), nothing);
    }
}
