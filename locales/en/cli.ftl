# Messages on the terminal and in reports. Numbers named $count choose the plural form.
# Lines and years are passed as strings, so that they are not grouped.

## Labels

word-error = error
word-hint = hint
word-line = line { $line }
wrote = wrote { $file }
unchanged = unchanged { $file }
removed = removed { $file }
moved = moved { $from } to { $to }

## Counts

count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}

## Severities, states, usages

severity-neutral = advice
severity-minor = minor
severity-major = major
severity-critical = critical

state-missing = missing
state-draft = draft
state-stale = stale
state-initial = not translated
state-translated = translated
state-reviewed = reviewed
state-final = final

usage-preferred = preferred
usage-admitted = admitted
usage-deprecated = deprecated
usage-forbidden = forbidden
derived-adjective = adjective
derived-inhabitant = inhabitant

## The summary of a run

summary-article = article
summary-locale = locale
summary-segments = segments
summary-words = words
summary-missing = missing
summary-draft = drafts
summary-stale = stale
summary-translated = translated
summary-reviewed = reviewed
summary-final = final
summary-coverage = coverage
summary-findings = findings
summary-files = files written
summary-finished = finished: { $count ->
    [one] { $count } edition is ready
   *[other] { $count } editions are ready
}
exit-findings = not everything is in order: the output of the command says what is not
exit-refused = not all of the input could be used: the output of the command says which part
exit-unfinished = not everything was done: run the command again to finish it
kin-missing = { $locale }: { $count ->
    [one] { $count } sentence has no draft by `{ $engine }`: its text in the edition `{ $from }` is not reviewed
   *[other] { $count } sentences have no draft by `{ $engine }`: their text in the edition `{ $from }` is not reviewed
}
kin-unknown = { $locale }: { $count ->
    [one] { $count } word that the engine does not know is left untranslated; the note beside the sentence names it
   *[other] { $count } words that the engine does not know are left untranslated; the notes beside the sentences name them
}
kin-changed = { $locale }: { $count ->
    [one] { $count } word was changed by rules of letters alone; the note beside the sentence names it
   *[other] { $count } words were changed by rules of letters alone; the notes beside the sentences name them
}
kin-no-dictionary = { $locale }: no spelling dictionary is installed, so no word is changed by rules of letters
left-out = { $locale }: { $count ->
    [one] 1 sentence was sent
   *[other] { $count } sentences were sent
} with less than is known, because the engine takes no more; terms left out: { $terms }
drafted-terms = { $locale }: terms used in the new drafts as the glossary wants: { $found } of { $uses }
drafted-terms-changed = { $locale }: { $count ->
    [one] { $count } form of a term was put right; the note beside the sentence names it
   *[other] { $count } forms of terms were put right; the notes beside the sentences name them
}
drafts-refused = { $count ->
    [one] { $count } sentence is left without a translation, because its draft was refused
   *[other] { $count } sentences are left without a translation, because their drafts were refused
}
summary-not-ready = { $count ->
    [one] { $count } edition is not ready
   *[other] { $count } editions are not ready
}: { $open }
summary-unseen = { $count ->
    [one] { $count } translation keeps its state: its sentence changed in nothing that a reader sees
   *[other] { $count } translations keep their state: their sentences changed in nothing that a reader sees
}
open-missing = { $count ->
    [one] { $count } sentence without a translation
   *[other] { $count } sentences without a translation
}
open-stale = { $count ->
    [one] { $count } stale sentence
   *[other] { $count } stale sentences
}
open-draft = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
open-below = { $count ->
    [one] { $count } sentence not approved
   *[other] { $count } sentences not approved
}
open-finding = { $count ->
    [one] findings in { $count } place
   *[other] findings in { $count } places
}
summary-interrupted = interrupted; finished work is saved
explain-nothing = { $article } { $locale }: no engine would be asked for anything
interrupt-waits = stopping: requests in flight are still awaited; another `Ctrl-C` ends them at once
interrupt-at-once = stopped at once; requests in flight may have been billed, finished work is saved
summary-no-findings = no findings
summary-gate-failed = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
} at or above “{ $severity }”
since-left-out = { $count ->
    [one] { $count } finding is not shown: nothing has changed there since `{ $revision }`
   *[other] { $count } findings are not shown: nothing has changed there since `{ $revision }`
}
baseline-hidden = { $count ->
    [one] { $count } finding is not shown: { $file } has it
   *[other] { $count } findings are not shown: { $file } has them
}
baseline-gone = { $count ->
    [one] { $count } finding of { $file } is no more: `--update-baseline` takes it out
   *[other] { $count } findings of { $file } are no more: `--update-baseline` takes them out
}
baseline-written = { $count ->
    [one] { $file } has { $count } finding
   *[other] { $file } has { $count } findings
}
baseline-incomplete = { $file } was left as it was, since not everything could be checked
baseline-renamed = baseline `{ $file }` names files of the old name: `tolmach check --baseline { $file } --update-baseline` writes it anew
check-waived = { $count ->
    [one] { $count } finding is waived
   *[other] { $count } findings are waived
}
waived = waived: { $finding }
lock-unheld = { $file } cannot be locked ({ $reason }): nothing keeps another tolmach from writing here at the same time
saved-meanwhile = { $count ->
    [0] { $file }: somebody saved this file while tolmach worked; the changes of both are in it
    [one] { $file }: somebody saved this file while tolmach worked; the changes of both are in it, and { $count } segment that both changed stays as that person saved it
   *[other] { $file }: somebody saved this file while tolmach worked; the changes of both are in it, and { $count } segments that both changed stay as that person saved them
}
orphan-used = { $count ->
    [one] { $file }: { $count } translation of this renamed article is used as memory; `{ $command }` brings over everything
   *[other] { $file }: { $count } translations of this renamed article are used as memory; `{ $command }` brings over everything
}
ledger-in-doubt = { $count ->
    [one] { $count } request was sent but never answered; it may have been billed, and is sent again
   *[other] { $count } requests were sent but never answered; they may have been billed, and are sent again
}
engine-pause = { $engine } asks for a pause: requests wait { $seconds } s
engine-passed-on = { $error }; the next backend goes on with the rest
engine-foreseen = { $error }; this matters where no backend before it gives a draft
ledger-damaged = { $file }: { $count ->
    [one] { $count } line, { $line }, cannot be read
   *[other] { $count } lines cannot be read, the first is { $line }
}; nothing is removed from the file, but requests recorded there may be paid for again
cache-damaged = { $file } is damaged; it is rebuilt
cache-other-version = { $file } was written by another version of tolmach; it is not used
cache-unreachable = The cache is not used: { $cause }

bill-engine = engine
bill-day = day
bill-asked = asked
bill-answered = answered
bill-characters = characters billed
bill-in-doubt = in doubt
bill-told = as the engine counts
bill-total = total
bill-none = no requests to engines yet
bill-billed = billed
bill-unit = unit
bill-unit-characters = characters
bill-unit-tokens = tokens
bill-unit-requests = requests
bill-texts = texts
bill-characters-sent = characters
bill-tokens = tokens
bill-cost = cost
plan-none = no engine would be asked
progress-pace = { $rate } a second, { $seconds } s left
progress-characters-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
progress-cost-left = { $amount } left

## quotes

quotes-place = place
quotes-speaker = speaker
quotes-language = original language
quotes-text = quotation
quotes-none = the articles have no direct quotations

## import

import-nothing-left-out = nothing was left out
import-no-article = no article was found on this page
import-check = compare the article with the page before you translate it
import-drops-most = words of prose: { $kept } in the article, { $dropped } left out; see what the article lacks
import-reason-loading = loading placeholder
import-reason-navigation = navigation
import-reason-tags = line of tags
import-reason-section = section name
import-reason-counter = counter
import-reason-share = sharing buttons
import-reason-teaser = teaser that repeats the beginning
import-reason-repeated-title = repeated headline
import-reason-repeated-byline = repeated byline
import-reason-promotion = house advertisement
import-reason-advertisement = advertisement
import-reason-related = links to other articles
import-reason-consent = cookie notice
import-reason-comments = readers’ comments
import-reason-copyright = copyright line
import-reason-label = label of the next block
import-reason-date = date, kept in the front matter
import-reason-hidden = hidden element
import-reason-control = button or form
import-reason-aside = box beside the article
import-reason-footer = footer
import-reason-header = header
import-reason-embedded = fallback for embedded content
import-reason-picture = picture without an address
import-reason-copy = a second copy
import-reason-outside = outside the article

## export

export-lost = the format “{ $format }” cannot hold everything in the translations ({ $list }); the rest stays in the segment files and is restored on merge
feature-state = states
feature-approval = approvals
feature-origin = origins
feature-codes = inline codes
feature-notes = notes
feature-stale = earlier wordings of changed sentences
feature-obsolete = translations of removed sentences
feature-sent = marks of what was sent

## merge

merge-untouched = { $count ->
    [one] { $count } segment untouched
   *[other] { $count } segments untouched
}
merge-edited = { $count ->
    [one] { $count } edit merged
   *[other] { $count } edits merged
}
merge-confirmed = { $count ->
    [one] { $count } unchanged translation confirmed
   *[other] { $count } unchanged translations confirmed
}
merge-placeholder = { $count ->
    [one] { $count } placeholder was left as it is: it is no translation
   *[other] { $count } placeholders were left as they are: they are no translations
}
merge-withheld = { $count ->
    [one] { $count } segment was taken over but not approved: it has findings at the gate
   *[other] { $count } segments were taken over but not approved: they have findings at the gate
}
merge-stale = { $count ->
    [one] { $count } edit belongs to a sentence that has changed; it is kept as stale
   *[other] { $count } edits belong to sentences that have changed; they are kept as stale
}
merge-conflict = { $count ->
    [one] { $count } conflict: ours stays, theirs is in { $file }
   *[other] { $count } conflicts: ours stay, theirs are in { $file }
}
merge-obsolete = { $count ->
    [one] { $count } sentence is no longer in the article; its translation is kept
   *[other] { $count } sentences are no longer in the article; their translations are kept
}
merge-unknown = { $count ->
    [one] { $count } unknown segment; its text is kept
   *[other] { $count } unknown segments; their texts are kept
}
merge-remarks = { $count ->
    [one] { $count } new note kept
   *[other] { $count } new notes kept
}
merge-not-returned = { $count ->
    [one] { $count } segment was not returned
   *[other] { $count } segments were not returned
}

resolve-settled = { $count ->
    [one] { $count } conflict settled; the text that gave way is kept as a note
   *[other] { $count } conflicts settled; the texts that gave way are kept as notes
}
resolve-open = { $count ->
    [one] { $count } conflict is still open
   *[other] { $count } conflicts are still open
}
resolve-none = no conflicts

## approve

approve-raised = { $count ->
    [one] { $count } segment is now “{ $state }”
   *[other] { $count } segments are now “{ $state }”
}
approve-already = { $count ->
    [one] { $count } segment already was
   *[other] { $count } segments already were
}
approve-left-missing = { $count ->
    [one] { $count } segment has no translation and was left as it is
   *[other] { $count } segments have no translation and were left as they are
}
approve-left-stale = { $count ->
    [one] { $count } segment is stale and was left as it is
   *[other] { $count } segments are stale and were left as they are
}
approve-left-changed = { $count ->
    [one] { $count } segment got another text meanwhile and was left as it is
   *[other] { $count } segments got another text meanwhile and were left as they are
}
approve-left-placeholder = { $count ->
    [one] { $count } placeholder was left as it is: it is no translation
   *[other] { $count } placeholders were left as they are: they are no translations
}
approve-left-draft = { $count ->
    [one] { $count } machine draft that nobody has edited was left as it is
   *[other] { $count } machine drafts that nobody has edited were left as they are
}
approve-left-finding = { $count ->
    [one] { $count } segment has findings at the gate and was left as it is
   *[other] { $count } segments have findings at the gate and were left as they are
}
approve-hint-placeholders = nobody can approve a placeholder: translate it, or have another backend translate it
approve-hint-drafts = confirm a draft in a translation tool, or approve drafts unread with `--drafts`; that is recorded
approve-hint-findings = correct them (`tolmach check` lists the findings), or approve with `--despite-findings`; that is recorded

## status

status-no-articles = no articles yet: put one into { $folder } or import one
status-despite-drafts = { $count ->
    [one] { $count } machine draft was approved unread
   *[other] { $count } machine drafts were approved unread
}
status-despite-findings = { $count ->
    [one] { $count } segment was approved in spite of findings
   *[other] { $count } segments were approved in spite of findings
}
build-refused = { $count ->
    [one] not built: { $count } segment is below the state that the edition requires
   *[other] not built: { $count } segments are below the state that the edition requires
}
build-refused-hint = translate or approve them (`-v` lists them), or build a draft with `--allow-missing`
build-draft = built as a draft: { $open }
diff-no-drafts = no machine drafts in { $file }

## score

score-text = text
score-edition = edition
score-drafts = first drafts
score-references = references
score-term-uses = terms
score-term-success = term success
score-consistency = consistency
score-nothing = there is nothing to score: the editions have no translation, and no draft is stored
score-no-terms = term success and consistency are not known: no term of the glossary or of a list is in the source
score-no-repeats = the consistency is not known: no term is in two segments
score-no-references = chrF2++, BLEU and TER are not known: nothing has a reference
score-terms-not-in-source = { $count ->
    [one] { $count } of { $all } listed terms is not in the source of its line and is not counted
   *[other] { $count } of { $all } listed terms are not in the source of their lines and are not counted
}

## doctor

doctor-user-settings = user settings: { $path }
doctor-project = project: { $path }
doctor-no-project = no project here: `tolmach init` creates one
doctor-articles = articles: { $count }
doctor-locale = locale { $locale }: { $name }
doctor-locale-unknown = locale { $locale }: no profile; general rules apply
doctor-backend = backend { $name }: ready
doctor-glossary = glossary: { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
}
doctor-program = { $program }: found
doctor-no-program = { $program }: not installed
doctor-well = no problems found
doctor-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}

## Forms

case-nominative = nominative
case-genitive = genitive
case-dative = dative
case-accusative = accusative
case-instrumental = instrumental
case-locative = locative
case-vocative = vocative
number-singular = singular
number-plural = plural
gender-masculine = masculine
gender-feminine = feminine
gender-neuter = neuter
class-from-written = from the glossary
class-from-preferred = from the preferred wording
class-from-guessed = guessed
class-from-given = as given
class-from-none = no rules asked
forms-stay = does not decline
forms-also = also: { $forms }
forms-no-lock = there is no { $file } yet
forms-write-hint = run `tolmach glossary forms --write`
forms-open = { $count ->
    [one] { $count } line of forms awaits review: `tolmach glossary review`
   *[other] { $count } lines of forms await review: `tolmach glossary review`
}
forms-wrong = { $count ->
    [one] { $count } line of forms is marked as wrong
   *[other] { $count } lines of forms are marked as wrong
}
review-question = Are all of these forms right?
review-answers = `y`: yes, `n`: no, `s`: skip, `q`: quit
review-seen = reviewed before:
review-wrong-hint = give the wording another class in the glossary, or list its forms there
review-terminal-hint = it asks on a terminal only; elsewhere `--accept-all --by NAME` accepts all forms
class-question-being = Is “{ $name }” a living being?
class-question-gender = Is “{ $name }” a he, a she or an it?
class-question-declines = Does “{ $name }” change in a sentence?
class-question-adjective = Does “{ $name }” change as an adjective does?
class-question-plural = Can there be several of “{ $name }”?
class-question-form = Which is right for “{ $name }”?
# What is typed for yes and no, in lower case.
typed-yes = yes y
typed-no = no n
class-answers-yes = `y`: yes, `n`: no, `s`: skip, `q`: quit
class-answers-number = the number of a line; `s`: skip, `q`: quit
class-written = { $locale }: “{ $name }” has the class { $class } now: { $file }

## init

init-created = created { $file }
init-kept = kept { $file }
init-done = the project is ready
init-next = next: put an article into { $folder } and run `tolmach run`
init-docs = see also docs/getting-started.md in tolmach’s source; `tolmach help` lists the commands, `tolmach explain` the rules

## explain, glossary, settings

explain-severity = severity: { $severity ->
    [neutral] advice
    [minor] minor
    [major] major
   *[critical] critical
}

## Fixes

fix-done = { $count ->
    [one] { $count } fix applied
   *[other] { $count } fixes applied
}
fix-would = { $count ->
    [one] { $count } fix is certain
   *[other] { $count } fixes are certain
}
fix-offered = { $count ->
    [one] { $count } place needs a human decision
   *[other] { $count } places need a human decision
}
fix-certain = certain
fix-lowered = certain; no longer reviewed
fix-guess = a person must choose

## glossary

glossary-forms-same = no form has changed
glossary-forms-changed = { $count ->
    [one] { $count } form has changed
   *[other] { $count } forms have changed
}
glossary-imported = { $new ->
    [one] { $new } concept
   *[other] { $new } concepts
} new, { $same } already there: { $file }
glossary-added = { $name } added to { $file }
glossary-forms-made = { $locale }: “{ $name }” has { $count ->
    [one] { $count } form
   *[other] { $count } forms
}
glossary-diff-added = added: { $name }
glossary-diff-removed = removed: { $name }
glossary-diff-changed = changed: { $name }
glossary-diff-same = the two glossaries are the same
glossary-diff-wrong = { $count ->
    [one] { $count } sentence becomes wrong
   *[other] { $count } sentences become wrong
}
