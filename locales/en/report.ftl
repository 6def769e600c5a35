### Texts of the reports. Counts reach Fluent as numbers.

## Kinds of report

report-run = Translation report
report-source = Source change
report-draft = From machine draft to final text
report-edition = Edition to edition
report-made-by = Made by tolmach

## Figures at the top

report-figures = Figures
report-segments = Segments
report-words = Words
report-coverage = Coverage
report-findings-critical = Critical findings
report-findings-major = Major findings
report-findings-minor = Minor findings
report-findings-neutral = Advice
report-words-again = Words to translate again
report-reuse = Translation kept
report-facts = Changed facts
report-untouched = Drafts left untouched
report-mean-ter = Mean TER
report-mean-chrf = Mean chrF2
report-reviewed = Reviewed
report-of = { $part } of { $whole }
report-percent = { $value }%
report-decimal = { $whole }.{ $fraction }

## Headings and labels

report-findings = Findings
report-unchecked = Could not be checked
report-error = error
report-waived = waived
report-waived-heading = Waived
report-waived-by = waived by { $by } on { $on }: { $reason }
report-changed-facts = Changed names, numbers, dates and quotations
report-corrections = Terms most often corrected
report-texts = Source and translation
report-changes = Changes
report-files = Files
report-source-text = Source
report-translation = Translation
report-machine-draft = Machine draft
report-source-change = What changed in the source
report-since-before = Compared with the previous version
report-old = Before
report-new = Now
report-no-translation = no translation yet
report-go = to the text
report-legend = Removed words are struck through, added words underlined; glossary terms have a dotted line, forbidden ones a double line, findings a wavy one.

## Marks

report-removed = removed
report-added = added
report-marks = What the marks mean

## Status of a sentence

report-status-final = final
report-status-reviewed = reviewed
report-status-translated = translated
report-status-draft = draft
report-status-stale = stale
report-status-missing = missing
report-approved-reviewed = reviewed by { $by }, { $date }
report-approved-final = approved by { $by }, { $date }
report-editor = edited by { $by }

## Where a translation comes from

report-origin-human = translated by { $by }
report-origin-someone = translated by a person
report-origin-machine = machine: { $engine }
report-origin-context = from memory, same context
report-origin-exact = from memory, same sentence
report-origin-fuzzy = from memory, similar sentence ({ $score })
report-origin-source = kept as in the source

## What happened to a sentence or paragraph

report-kind-same = unchanged
report-kind-moved = moved
report-kind-markup = markup only
report-kind-typo = typo fixed
report-kind-edited = edited
report-kind-added = added
report-kind-removed = removed
report-untouched-text = untouched
report-makes-stale = Translation now stale
report-look-again = Translation to check again
report-fact-name = name
report-fact-number = number
report-fact-date = date
report-fact-quote = quotation
report-fact-negation = negation

## Counted things

report-unchanged =
    { $count ->
         [one] { $count } unchanged sentence
        *[other] { $count } unchanged sentences
    }
report-unchanged-paragraphs =
    { $count ->
         [one] { $count } unchanged paragraph
        *[other] { $count } unchanged paragraphs
    }
report-not-reviewed =
    { $count ->
         [one] { $count } draft not reviewed yet
        *[other] { $count } drafts not reviewed yet
    }
report-times =
    { $count ->
         [one] once
        *[other] { $count } times
    }
report-findings-count =
    { $count ->
         [one] { $count } finding
        *[other] { $count } findings
    }
report-count-critical =
    { $count ->
         [one] { $count } critical
        *[other] { $count } critical
    }
report-count-major =
    { $count ->
         [one] { $count } major
        *[other] { $count } major
    }
report-count-minor =
    { $count ->
         [one] { $count } minor
        *[other] { $count } minor
    }
report-count-neutral =
    { $count ->
         [one] { $count } piece of advice
        *[other] { $count } pieces of advice
    }
report-more =
    { $count ->
         [one] { $count } more finding is not shown here
        *[other] { $count } more findings are not shown here
    }

## Findings

report-severity-critical = critical
report-severity-major = major
report-severity-minor = minor
report-severity-neutral = advice
report-fix = fix: `{ $text }`
report-fix-delete = fix: delete it
report-alternatives = or: { $list }
report-hint = hint: { $text }
report-term-preferred = glossary, preferred: { $concept }
report-term-admitted = glossary, admitted: { $concept }
report-term-deprecated = glossary, no longer used: { $concept }
report-term-forbidden = glossary, forbidden: { $concept }

## Roles of blocks

report-role-title = headline
report-role-standfirst = standfirst
report-role-heading = subhead
report-role-paragraph = paragraph
report-role-quote = block quote
report-role-list-item = list item
report-role-table-cell = table cell
report-role-caption = caption
report-role-credit = image credit
report-role-alt = alternative text
report-role-link-title = link title
report-role-byline = byline
report-role-bio = about the author
report-role-footnote = footnote
report-role-note = editor’s note
report-role-boilerplate = house text

## Rules by name

report-rule-missing = missing translation
report-rule-stale = stale translation
report-rule-untranslated = repeated source
report-rule-other-language = text in another language
report-rule-length = missing or extra text
report-rule-misaligned = translation of another sentence
report-rule-repetition = repetition
report-rule-machine-traces = traces of a machine
report-rule-left-in-source = text left in the source language
report-rule-codes = markup
report-rule-addresses = addresses
report-rule-placeholders = placeholders
report-rule-numbers = numbers
report-rule-misattributed = whose quotation
report-rule-negation = negation
report-rule-opposite = opposite meaning
report-rule-hedge = hedges
report-rule-names = names
report-rule-name-consistency = consistency of names
report-rule-mirror = the editions against each other
report-rule-forbidden-term = forbidden wording
report-rule-deprecated-term = wording no longer used
report-rule-terminology = terminology
report-rule-source-term = wording of the source
report-rule-misspelt-term = misspelt term
report-rule-term-case = capital letters of a term
report-rule-term-quotes = term without quotation marks
report-rule-term-consistency = consistency of terms
report-rule-sibling-language = words of a related language
report-rule-foreign-letters = letters of another alphabet
report-rule-damaged-text = damaged text
report-rule-invisible-characters = invisible characters
report-rule-lookalike-letters = look-alike letters
report-rule-quotations = quotations
report-rule-apostrophe = apostrophe
report-rule-euphony = letters by their sound
report-rule-end-mark = mark at the end
report-rule-brackets = brackets
report-rule-doubled-word = doubled word
report-rule-source-text = text of the source
report-rule-spaces = spaces
report-rule-first-capital = capital at the beginning
report-rule-spelling = spelling
report-rule-composition = letter in two characters
report-rule-typography = typography
report-rule-original-wording = original wording of a quotation
report-rule-boilerplate-missing = missing fixed text
report-rule-front-matter = front matter
report-rule-too-deep = depth of lists and quotes
report-rule-unknown-role = unknown role
report-rule-bad-original = comment on an original wording
report-rule-picture-missing = missing picture
report-rule-picture-refused = picture that is not copied
report-rule-left-out = left off the page
report-rule-slug-changed = changed address
report-rule-draft-rejected = rejected draft
report-rule-merge-unknown = unknown segment
report-rule-draft-unit = draft without a segment
report-rule-tmx-language = language in a translation memory
report-rule-tmx-unit = unit of a translation memory
report-rule-bilingual-files = articles in a segment file
report-rule-bilingual-unit-id = id of a segment
report-rule-bilingual-unit-source = source of a segment
report-rule-bilingual-duplicate = duplicate segment
report-rule-glossary = glossary files
report-rule-ignore-unused = exception without effect
report-rule-orphaned-file = orphaned file
report-rule-orphaned-page = orphaned page
report-rule-open-conflict = conflict not settled
report-rule-waiver = waiver
report-rule-glossary-import = imported glossary
report-rule-glossary-lint = consistency of the glossary
