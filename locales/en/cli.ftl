# What the tool says on the terminal and in reports. Numbers named $count choose the plural form.
# Lines and years are passed as words, so that they are not grouped.

## Words around what is said

word-error = error
word-warning = warning
word-hint = hint
word-note = note
word-line = line { $line }
word-none = none
word-yes = yes
word-no = no
more = { $count } more
wrote = wrote { $file }
would-write = would write { $file }
unchanged = unchanged { $file }
removed = removed { $file }

## Counts

count-segments = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}
count-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
count-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
count-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
count-editions = { $count ->
    [one] { $count } edition
   *[other] { $count } editions
}
count-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
count-concepts = { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
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
summary-reused = from memory
summary-total = total
summary-finished = finished: { $count ->
    [one] { $count } edition is ready
   *[other] { $count } editions are ready
}
summary-nothing-to-do = nothing to do
summary-unfinished = unfinished: { $count ->
    [one] { $count } segment is
   *[other] { $count } segments are
} without a translation; all that was done is saved
summary-interrupted = interrupted; all that was done is saved
summary-no-findings = no findings
summary-gate-failed = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
} at or above “{ $severity }”
summary-gate-passed = nothing at or above “{ $severity }”
summary-ignored = { $count ->
    [one] { $count } finding is ignored by the project’s settings
   *[other] { $count } findings are ignored by the project’s settings
}
summary-baseline = { $count ->
    [one] { $count } finding is known from the baseline
   *[other] { $count } findings are known from the baseline
}
summary-draft-edition = this edition is a draft: { $count ->
    [one] { $count } segment is not final
   *[other] { $count } segments are not final
}
summary-sent = sent to { $engine }: { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
summary-would-send = would be sent to { $engine }: { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
summary-from-ledger = { $count ->
    [one] { $count } answer was already paid for and is used again
   *[other] { $count } answers were already paid for and are used again
}
ledger-in-doubt = { $count ->
    [one] { $count } request was sent whose answer never came; it may have been billed, and is sent again
   *[other] { $count } requests were sent whose answers never came; they may have been billed, and are sent again
}

## Progress

progress-reading = reading { $file }
progress-fetching = fetching { $url }
progress-translating = translating { $done } of { $total }
progress-checking = checking { $done } of { $total }
progress-building = building { $done } of { $total }
progress-waiting = { $engine } is busy; next attempt in { $seconds } s
progress-offline = offline: no engine is asked

## import

import-article = { $title }: { $count ->
    [one] { $count } word
   *[other] { $count } words
}
import-left-out = { $count ->
    [one] { $count } part of the page was left out
   *[other] { $count } parts of the page were left out
}
import-nothing-left-out = nothing was left out
import-line = line { $line }: { $reason }: { $text }
import-no-article = no article was found on this page
import-check = compare the article with the page before you translate it
import-reason-loading = loading placeholder
import-reason-navigation = navigation
import-reason-tags = line of tags
import-reason-section = name of the section
import-reason-counter = counter
import-reason-share = sharing buttons
import-reason-teaser = teaser that repeats the beginning
import-reason-repeated-title = headline once more
import-reason-repeated-byline = byline once more
import-reason-promotion = the house’s own advertising
import-reason-advertisement = advertisement
import-reason-related = links to other articles
import-reason-consent = cookie notice
import-reason-comments = readers’ comments
import-reason-copyright = copyright line
import-reason-label = label of what follows
import-reason-date = date, kept in the front matter
import-reason-hidden = hidden element
import-reason-control = button or form
import-reason-aside = box beside the article
import-reason-footer = footer
import-reason-header = header
import-reason-embedded = substitute of an embedded thing
import-reason-picture = picture without a known address
import-reason-outside = outside the article

## merge

merge-untouched = { $count ->
    [one] { $count } segment untouched
   *[other] { $count } segments untouched
}
merge-edited = { $count ->
    [one] { $count } edit taken over
   *[other] { $count } edits taken over
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
    [one] { $count } sentence has left the article; its translation is kept
   *[other] { $count } sentences have left the article; their translations are kept
}
merge-unknown = { $count ->
    [one] { $count } unknown segment; its text is kept
   *[other] { $count } unknown segments; their texts are kept
}
merge-not-returned = { $count ->
    [one] { $count } segment did not come back
   *[other] { $count } segments did not come back
}
merge-nothing = nothing was edited

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
approve-nothing = nothing to approve

## status

status-heading = Where the translations stand
status-final = final: may be published
status-open = { $count ->
    [one] { $count } segment is not final
   *[other] { $count } segments are not final
}
status-no-articles = no articles yet: put one into { $folder } or import one
status-not-built = not built yet
status-outdated = built before the last change
build-refused = { $count ->
    [one] not built: { $count } segment is below the state that the edition asks for
   *[other] not built: { $count } segments are below the state that the edition asks for
}
build-refused-hint = translate or approve them, or build a draft with `--allow-missing`
diff-no-drafts = no machine drafts are kept in { $file }

## doctor

doctor-heading = What this installation and project have
doctor-user-settings = user’s settings: { $path }
doctor-project = project: { $path }
doctor-no-project = no project here: `tolmach init` makes one
doctor-articles = articles: { $count }
doctor-locale = locale { $locale }: { $name }
doctor-locale-unknown = locale { $locale }: no profile; the general rules hold
doctor-backend = backend { $name }: ready
doctor-backend-no-key = backend { $name }: no key; set { $variable }
doctor-backend-away = backend { $name }: cannot be reached
doctor-no-backend = no backend is set; `run` translates from memory only
doctor-glossary = glossary: { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
}
doctor-lock-fresh = the locked forms are those that the rules give
doctor-lock-stale = the locked forms differ from what the rules give; see `tolmach glossary forms`
doctor-dictionary = dictionary for { $locale }: { $path }
doctor-no-dictionary = dictionary for { $locale }: none; checks work without it
doctor-program = { $program }: found
doctor-no-program = { $program }: not installed
doctor-well = all is well
doctor-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}

## init

init-created = created { $file }
init-kept = kept { $file }
init-done = the project is ready
init-next = next: put an article into { $folder } and call `tolmach run`
init-exists = there is a project here already

## explain, glossary, settings

explain-unknown = no rule is called `{ $rule }`
explain-rules = the rules
explain-severity = severity: { $severity }
explain-good = good
explain-bad = bad
glossary-valid = the glossary is valid
glossary-forms-same = no form has changed
glossary-forms-changed = { $count ->
    [one] { $count } form has changed
   *[other] { $count } forms have changed
}
glossary-locked = locked in { $file }
setting-flag = flag
setting-environment = environment
setting-project = project
setting-user = user’s configuration
setting-default = default

## The glossary in the articles

glossary-report-title = The glossary in the articles
glossary-report-concept = concept
glossary-report-required = required
glossary-report-forms = forms found
glossary-report-forbidden = forbidden wordings
glossary-report-coverage = coverage
glossary-report-unused = unused
glossary-report-pass = passed
glossary-report-fail = failed

## glossary

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
