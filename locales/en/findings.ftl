# Findings on a text: `finding-<problem>` at its place, `rule-<rule>` for `tolmach explain`, `hint-…` for what to do about
# it. An empty argument is written as a dash. $count is a number.

## Completeness

finding-missing = no translation
rule-missing = Every segment of the article needs a translation; one without is marked as missing in the edition.
finding-stale = the source has changed since this was translated
rule-stale = When a sentence of the article changes, its translation is out of date until a person has checked it.
finding-untranslated = the translation repeats the source
rule-untranslated = A translation equal to its source was not translated; names and numbers alone are exempt.
finding-other-language-whole = text of another language or alphabet: “{ $words }”
finding-other-language-part = text of another language left in the translation: “{ $words }”
finding-other-language-doubtful = a word of another language, perhaps left by mistake: “{ $words }”
rule-other-language = A translation is in its own language and alphabet; only names, titles, addresses and code may be in another.
finding-length-missing = part of the source seems to be missing: “{ $words }”
finding-length-extra = this is not in the source: “{ $words }”
finding-length-wordless = no word is translated
finding-length-short = the translation has only { $percent }% of the length to be expected
finding-length-long = the translation has { $percent }% of the length to be expected
finding-length-missing-block = nothing corresponds to this text of the source: “{ $words }”
finding-length-extra-block = nothing in the source corresponds to this text: “{ $words }”
rule-length = A translation says all that its source says, and no more: no sentence is lost, cut short or added.
finding-misaligned-other = the translation of another sentence, as it seems: hardly a name, number or word agrees
finding-misaligned-next = the translation of the next sentence, as it seems
finding-misaligned-previous = the translation of the sentence before, as it seems
rule-misaligned = A translation belongs to its own sentence, not to the one before or after.
finding-repetition = “{ $words }” is repeated { $times } times
rule-repetition = Words repeated again and again are the mark of a machine that has lost its way.
finding-machine-traces-remark = a machine speaks of the translation, or refuses it: “{ $words }”
finding-machine-traces-mark = a machine’s mark is left in the text: { $mark }
finding-machine-traces-json = the translation is wrapped in JSON
finding-machine-traces-unknown = a word marked as unknown by a machine: { $word }
rule-machine-traces = What a machine says about a translation, its thoughts, marks and fences do not belong in the text.
finding-codes-missing = { $half ->
    [open] the opening inline code { $code } of the source is missing
    [close] the closing inline code { $code } of the source is missing
   *[other] the inline code { $code } of the source is missing
}
finding-codes-unknown = { $half ->
    [open] the opening inline code { $code } is not in the source
    [close] the closing inline code { $code } is not in the source
   *[other] the inline code { $code } is not in the source
}
finding-codes-twice = { $half ->
    [open] the opening inline code { $code } occurs more often than in the source
    [close] the closing inline code { $code } occurs more often than in the source
   *[other] the inline code { $code } occurs more often than in the source
}
finding-codes-altered = the inline code { $code } stands for “{ $found }”, in the source for “{ $expected }”
finding-codes-replaced = the inline code { $code } is in the place of { $expected }
finding-codes-crossed = the inline code { $code } closes a pair that was not opened last
finding-codes-empty = the inline code { $code } encloses no word, in the source it does
finding-codes-returned-differ = inline codes differ from the source: missing { $missing }, extra { $extra }
finding-codes-returned-missing = inline codes differ from the source: missing { $missing }
finding-codes-returned-extra = inline codes differ from the source: extra { $extra }
finding-codes-returned-order = inline codes differ from the source: a pair closes before it opens
rule-codes = Links, emphasis and other markup of the source must all be in the translation, properly nested.
finding-addresses-missing = the address { $expected } is missing
finding-addresses-differ = the source has the address { $expected } here, not { $found }
finding-addresses-extra = the source does not have the address { $found }
rule-addresses = Web and mail addresses among the words must be the source’s.
finding-placeholders-missing = the placeholder { $expected } is missing
finding-placeholders-extra = the source does not have the placeholder { $found }
rule-placeholders = Placeholders and tags that a program reads must be the source’s, each as often as there.
finding-numbers-missing = { $expected } of the source is missing
finding-numbers-extra = { $found } is not in the source
finding-numbers-english-comma = the source has { $expected }, the translation { $found }: here a comma separates decimals, not thousands
finding-numbers-differ = the source has { $expected }, the translation { $found }
finding-numbers-conversion = the source has { $expected }, which is about { $right }, the translation { $found }
finding-numbers-other-month = a month’s name in another language: { $found } for { $right }
finding-numbers-weekday = this date is a { $right }, not “{ $found }”
rule-numbers = Every number of the source must be in the translation, in figures or in words.
finding-misattributed = in the source { $speaker } says this, in the translation “{ $found }” does
rule-misattributed = A quotation stays in the mouth of the person who says it in the source.
finding-negation-lost = the source has a negation (“{ $words }”), and the translation has none for it
finding-negation-added = the translation has a negation (“{ $words }”), and the source has none for it
finding-negation-bare = “{ $words }” calls for a negated verb, and no verb is negated
rule-negation = What the source negates the translation negates too, and nothing else.
finding-opposite = “{ $source }” of the source is “{ $target }” in the translation, which is the opposite
finding-opposite-another = “{ $source }” of the source is “{ $target }” in the translation, which is something else
rule-opposite = A word is not translated as its opposite, or as another of its kind: more as less, before as after, a week as a month, Poland as Lithuania.
finding-hedge-lost = the source only reports this (“{ $words }”), the translation states it
finding-hedge-added = the translation only reports this (“{ $words }”), the source states it
rule-hedge = What the source only reports, with a word such as “allegedly”, the translation does not state as a fact.
finding-names-other = the source has the name “{ $name }”, the translation “{ $other }”
rule-names = A name that the source has is not exchanged for another.
finding-name-consistency = “{ $name }” is spelled “{ $other }” elsewhere in this edition
rule-name-consistency = A name is spelled in one way throughout an edition.
finding-mirror-differs = the other editions have “{ $others }” here, this one “{ $found }”
finding-mirror-lacks = the other editions have “{ $others }” here, this one does not
finding-mirror-adds = neither the source nor the other editions have the name “{ $found }” here
finding-mirror-quotations = quotations in the other editions: { $others }, in this one: { $found }
finding-mirror-links = links in the other editions: { $others }, in this one: { $found }
finding-mirror-sentences = sentences in the other editions: { $others }, in this one: { $found }
finding-mirror-source = all editions have “{ $others }” here, the source “{ $found }”
rule-mirror = Of three editions or more, none differs from all the others in numbers, dates, names, links, quotations or sentences.

## Terms

finding-forbidden-term-alone = “{ $term }” is not our wording
finding-forbidden-term-instead = “{ $term }” is not our wording; write “{ $preferred }”
rule-forbidden-term = The glossary forbids this wording.
finding-deprecated-term-alone = “{ $term }” is no longer our wording
finding-deprecated-term-instead = “{ $term }” is no longer our wording; write “{ $preferred }”
rule-deprecated-term = The glossary no longer uses this wording.
finding-terminology = “{ $term }” is not translated as “{ $preferred }”
rule-terminology = A term of the source needs its wording from the glossary, in any of its forms.
finding-source-term-alone = “{ $term }” is not the house’s wording in the source
finding-source-term-instead = “{ $term }” is not the house’s wording in the source; write “{ $preferred }”
rule-source-term = The article itself uses a wording that the glossary rejects.
finding-misspelt-term-letter = “{ $found }” is “{ $term }” in the glossary; both spellings are right
finding-misspelt-term = “{ $found }” may be a misspelling of “{ $term }”
rule-misspelt-term = A word is one or two letters away from a form of a term in the source, or only looks like one.
finding-term-case = “{ $found }” should be “{ $term }”, with its capitals
rule-term-case = A name or abbreviation of the glossary has lost a capital.
finding-term-quotes = “{ $term }” lacks quotation marks
rule-term-quotes = The glossary requires quotation marks around this wording.
finding-term-consistency-editions = “{ $term }” here, but another edition ({ $editions }) uses the preferred wording; here that is “{ $other }”
finding-term-consistency-article = “{ $term }” and “{ $other }” are two wordings for one thing
rule-term-consistency = An article, and its editions, should use one wording for one thing; a short form beside the full one is allowed.

## Letters and marks

finding-sibling-language = { $language ->
    [be] in Belarusian
    [ru] in Russian
    [uk] in Ukrainian
   *[other] in another language
 }: “{ $words }”
finding-sibling-language-perhaps = perhaps { $language ->
    [be] in Belarusian
    [ru] in Russian
    [uk] in Ukrainian
   *[other] in another language
 }: “{ $words }”
rule-sibling-language = Words of a language closely related to the edition’s, even where its alphabet has all their letters.
finding-foreign-letters = letters of another alphabet in “{ $word }”: { $letters }
finding-foreign-letters-words = letters of another alphabet in the words “{ $words }”: { $letters }
rule-foreign-letters = A letter that the language does not have, or a Latin letter that looks like one of its own.
finding-damaged-text-lost = letters were lost: { $text }
finding-damaged-text-misread = letters were read in the wrong encoding: { $text }
finding-damaged-text-code = “{ $text }” stands for a character that should be here
finding-damaged-text-marks = marks strike letters through: { $text }
rule-damaged-text = Conversions leave lost letters, letters of a wrong encoding, or codes in place of characters.
finding-invisible-characters = invisible characters: { $characters }
rule-invisible-characters = Soft hyphens, zero-width spaces, marks of direction and controls are not seen, but searches and programs stumble over them.
finding-lookalike-letters-digit = a digit in the word “{ $word }”
finding-lookalike-letters-word = “{ $word }” is written with letters of another alphabet that look the same
rule-lookalike-letters = A digit in a word, or a whole word in letters of another alphabet that look the same.
finding-quotations-lost = the quotation “{ $text }” has no quotation marks
finding-quotations-unclosed = the quotation mark { $mark } is not closed
finding-quotations-unopened = the quotation mark { $mark } closes nothing
finding-quotations-mark = the quotation mark { $mark } stands where { $expected } belongs
finding-quotations-shortened = part of the quotation “{ $text }” is outside the quotation marks
finding-quotations-moved = the quotation marks enclose other words than “{ $text }”
rule-quotations = What the source quotes is quoted in the translation, in the marks of its language, each with its partner.
finding-apostrophe-lost = a sign is missing between the letters “{ $word }”
finding-apostrophe-wrong = “{ $word }” stands in place of an apostrophe or a hard sign
finding-apostrophe-mixed = “{ $word }” is another apostrophe than the others
rule-apostrophe = The apostrophe, or in Russian the hard sign, is neither lost nor replaced, and the apostrophes of a text are of one kind.
finding-end-mark-lost = the text ends without the mark that the source has
finding-end-mark-other = the text ends in another way than the source: { $text }
finding-end-mark-twice = the mark stands twice: { $text }
rule-end-mark = A translation ends in the mark of its source, and no mark stands twice.
finding-brackets = the bracket { $bracket } has no partner
rule-brackets = Every bracket that opens is closed, unless the source’s is open too.
finding-doubled-word = a word stands twice: { $words }
rule-doubled-word = The same word stands twice in a row.
finding-source-text-doubled = the article has a word twice: { $words }
finding-source-text-straight = { $count ->
    [one] the article has { $count } straight quotation mark, here; the language writes { $open } and { $close }
   *[other] the article has { $count } straight quotation marks, the first here; the language writes { $open } and { $close }
}
finding-source-text-long = { $count ->
    [one] this sentence of the article has { $count } word; more than { $longest } translate badly
   *[other] this sentence of the article has { $count } words; more than { $longest } translate badly
}
rule-source-text = What is wrong with the article itself, or makes it hard to translate: double words, straight quotation marks, sentences that are too long.
finding-spaces-extra = there is one space too many
finding-spaces-before = there is a space that does not belong here: “{ $text }”
finding-spaces-missing = a space is missing after “{ $text }”
rule-spaces = Words are parted by one space; none stands before a mark, one stands after it.
finding-first-capital = “{ $word }” begins with a small letter, the source with a capital
rule-first-capital = A sentence begins with a capital where that of the source does.
finding-spelling = the dictionary does not have “{ $word }”
rule-spelling = A word that is not in the spelling dictionary that the project names.
finding-composition = the letter “{ $letter }” is written as two characters
rule-composition = A letter and its mark are one character; written as two, the word is not found.
finding-euphony-letter = “{ $found }” does not fit the sound before it
finding-euphony-word = “{ $found }” has another form between these sounds
rule-euphony = Some letters and words depend on the sounds around them: Belarusian у and ў, Russian в and во, Ukrainian у and в.
finding-typography-dash = “{ $text }” stands for a dash
finding-typography-ellipsis = the text has both … and { $text }
finding-typography-groups = the thousands of { $text } are not set apart
finding-typography-initials = a space is missing after an initial
rule-typography = Dashes, ellipses, thousands and initials are set as the language sets them.

## The article

finding-original-wording = the speaker’s own words are known: “{ $wording }”
finding-original-wording-wanted = the original of the quotation “{ $text }” is wanted: it was said in this language
rule-original-wording = A quotation is given in the speaker’s own words where they are known, never translated back.
finding-boilerplate-missing = the fixed text “{ $name }” does not exist in this language; the source’s is kept
rule-boilerplate-missing = Fixed texts are written once for each language, as `boilerplate-NAME` in its `edition.ftl`.
finding-front-matter-syntax = front matter: this is not valid { $format }: `{ $problem }`
finding-front-matter-twice = front matter: a key occurs twice
finding-front-matter-no-keys = front matter: not a list of keys with values
finding-front-matter-bad-language = front matter: `lang` is not a language tag
finding-front-matter-no-text = front matter: the value is not plain text: it is not translated
finding-front-matter-unclosed = front matter: the line that ends it is missing
finding-front-matter-bad-notice = front matter: `{ $key }` lacks its date or its words
rule-front-matter = The front matter of the article could not be read in full.
finding-too-deep = lists and quotations of the text are nested too deeply
rule-too-deep = A body whose lists and quotations are nested so deeply that reading it would take too long is not read.
finding-unknown-role = no role is called `{ $role }`
rule-unknown-role = A role comment names a role that does not exist; the block keeps the role that its form gives it.
finding-bad-original = this comment on an original wording cannot be read: { $comment }
finding-bad-original-absent = the paragraph behind this comment does not have the words “{ $text }”
finding-bad-original-loose = no paragraph stands behind this comment on an original wording: “{ $wording }”
rule-bad-original = A comment on an original wording names a language and the words, and stands before the paragraph that quotes them.
finding-left-in-source-front-matter = the text of `{ $key }` in the front matter stays in the language of the article
hint-left-in-source-front-matter = name the key in `front_matter` of the settings to have it translated, or in `front_matter_kept` if no reader sees it
finding-left-in-source-fence = the text of this note is a code block and stays in the language of the article: “{ $text }”
hint-left-in-source-fence = write the note as a quotation (`> [!NOTE]`) or in HTML, so that its text is translated
rule-left-in-source = Text that readers see is translated, or somebody has decided to leave it as it is.
finding-picture-missing = the picture { $file } does not exist
rule-picture-missing = The article shows a picture that is not in the project.
finding-picture-refused-type = { $file } is not a picture and is not copied
finding-picture-refused-outside = the picture { $file } is outside `source/` and is not copied
finding-picture-refused-live = the drawing { $file } contains a program and is not copied
finding-picture-refused-social = social networks do not show { $file }: it has to be a PNG, JPEG or WebP picture
rule-picture-refused = Only pictures from `source/` are copied to the editions, and no drawing that runs a program.
finding-left-out-element = the page leaves out the element `<{ $name }>`
finding-left-out-attributes = the page leaves out these attributes of `<{ $element }>`: { $names }
finding-left-out-address = the page leaves out the address { $address }
finding-left-out-picture = the page loads pictures over https only, not { $address }
finding-left-out-unfinished = HTML breaks off inside a tag or a comment; the page leaves it out
finding-left-out-hidden = the page leaves out invisible characters: { $characters }
rule-left-out = A page contains nothing that runs a program, sends data or reorders letters; the text edition keeps it.
finding-slug-changed = the address `{ $slug }` replaces `{ $fixed }`, under which the edition was published
rule-slug-changed = The address of a published edition does not change.

## Drafts, segment files, merging

finding-draft-rejected = the draft of { $engine } was rejected: { $reason }
rule-draft-rejected = A machine’s draft that fails a check is not accepted; the segment stays without a translation.
rejected-missing = no answer came for this segment
rejected-repeated = more than one answer came for this segment
rejected-failed = the engine could not translate it: { $detail }
rejected-too-long = { $unit ->
    [bytes] { $size } bytes are more than the engine accepts at once ({ $limit })
    [tokens] some { $size } tokens are more than the engine accepts at once ({ $limit })
   *[characters] { $size } characters are more than the engine accepts at once ({ $limit })
}
rejected-empty = the draft is empty
rejected-unchanged = the draft repeats the source
rejected-codes = the inline codes were changed: { $mark }
rejected-addresses = the address { $address } was changed
rejected-length = the draft has { $draft } characters, the source { $source }
rejected-paragraph = the draft adds a paragraph
rejected-marks = the engine left a mark of its own: { $mark }
rejected-chatter = the engine talks instead of translating: { $words }
rejected-echo = the draft repeats the request
rejected-loop = the draft repeats itself: { $words }
rejected-twice = the draft says the same twice: { $words }
rejected-wrapped = the draft is wrapped in marks that the source does not have: { $mark }
rejected-invisible = the draft contains an invisible character: { $mark }
rejected-language = the draft is in another language: { $words }
rejected-order = the draft seems to belong to another sentence: the answers came in another order than the questions
rejected-same = the same draft came for { $count } different sentences
rejected-key = the draft contains the key of the engine
rejected-rule = the draft breaks the rule `{ $rule }`
rejected-rule-words = the draft breaks the rule `{ $rule }`: { $words }
rejected-rule-lost = the draft breaks the rule `{ $rule }`: it lacks “{ $words }”
rejected-terms = the draft lacks terms of the glossary: { $missing }
finding-merge-unknown = the file has an unknown segment: { $unit }
rule-merge-unknown = A returned segment belongs to no sentence of the article; its text is kept as obsolete.
finding-draft-unit = the draft { $unit } belongs to no segment
rule-draft-unit = The file of machine drafts names an unknown segment.
finding-tmx-language = the entry { $tag } of the translation memory has no language
rule-tmx-language = Every wording in a translation memory names its language.
finding-tmx-unit-no-text = a unit of the translation memory has no text (`<seg>`) and is not used
finding-tmx-unit-twice = a unit of the translation memory has two translations ({ $locale }); only the first is used
rule-tmx-unit = Every unit of a translation memory has one text in each language.
finding-bilingual-files = { $count ->
    [one] { $count } more article in this file was not read
   *[other] { $count } more articles in this file were not read
}
rule-bilingual-files = A segment file holds one article.
finding-bilingual-unit-id = a segment has no id
rule-bilingual-unit-id = Every segment in a segment file needs its id.
finding-bilingual-unit-source = the segment { $unit } has no source
rule-bilingual-unit-source = Every segment in a segment file needs its source sentence.
finding-bilingual-duplicate = the segment { $unit } occurs more than once; the first is used
rule-bilingual-duplicate = An id occurs only once in a segment file.

## The project

finding-glossary-same-id = the id “{ $name }” already exists at { $first }
finding-glossary-wrong-type = “{ $name }” has the wrong type
finding-glossary-syntax = this is not valid TOML: `{ $name }`
finding-glossary-unknown-key = unknown key “{ $name }”
finding-glossary-no-id = a concept has no id
finding-glossary-no-terms = the concept “{ $name }” has no wording
finding-glossary-bad-locale = “{ $name }” is not a language tag
finding-glossary-unknown-kind = unknown kind “{ $name }”
finding-glossary-unknown-value = unknown value “{ $name }”
finding-glossary-empty = “{ $name }” is empty
finding-glossary-unknown-class = the class “{ $name }” of “{ $term }” is unknown
finding-glossary-class-count = the class “{ $name }” has a different number of words than “{ $term }”
finding-glossary-class-unfit = the class “{ $name }” does not fit “{ $term }”
finding-glossary-one-form = with the class “{ $name }” all forms of “{ $term }” are the same
finding-glossary-foreign-letter = “{ $term }” has letters of another alphabet and cannot be declined
finding-glossary-bad-day = “{ $name }” is not a day such as 2022-02-24
finding-glossary-clash = “{ $name }” is both an allowed form and a forbidden one; the allowed one is kept
finding-glossary-no-word = there is no word to decline in “{ $term }”
finding-glossary-bad-rules = the rules of declension cannot be read: `{ $error }`
rule-glossary = The glossary’s files hold what their format allows, and no form is both allowed and forbidden.
finding-ignore-unused = this exception for `{ $name }` matches nothing
finding-ignore-unused-no-reason = this exception for `{ $name }` has no reason, so it excepts nothing: say why the findings are accepted
rule-ignore-unused = An exception in the project’s settings has a reason, and one that matches no finding can be removed.
finding-orphaned-file = there is no article `{ $name }`: the translations in this file are in no edition
finding-orphaned-file-renamed = there is no article `{ $name }` any more; it looks like it was renamed to `{ $article }`: `{ $command }`
rule-orphaned-file = Every file of translations belongs to an article.
finding-orphaned-page = there is no article `{ $name }` any more: no build renews this page, and it would still be published; delete it with the files of the same name beside it
finding-orphaned-page-locale = the project has no texts in `{ $tag }` any more: no build renews this page, and it would still be published; delete it with the files of the same name beside it
rule-orphaned-page = Every generated page belongs to an article and to a language of the project.
finding-waiver-fell-source = the waiver of `{ $name }` no longer holds: the sentence has changed
finding-waiver-fell-target = the waiver of `{ $name }` no longer holds: the translation has changed
finding-waiver-fell-terms = the waiver of `{ $name }` no longer holds: the glossary’s entries for this place have changed
finding-waiver-fell-editions = the waiver of `{ $name }` no longer holds: another edition has changed
finding-waiver-unused = this waiver of `{ $name }` fits no finding
finding-waiver-segment-gone = this waiver of `{ $name }` is for the segment `{ $segment }`, which the article no longer has
finding-waiver-refused = `{ $setting }` lets nobody waive `{ $name }`: this waiver holds nowhere
finding-waiver-article-gone = these waivers are for the article `{ $name }`, which does not exist
finding-waiver-not-a-target = these waivers are for `{ $tag }`, which is neither a target nor the language of the articles
rule-waiver = A waiver holds as long as the sentence, its translation and the glossary’s entries for them stay as they were.
hint-waive-again = look at the finding again; `tolmach waive` waives it as it is now
hint-remove-waiver = remove it from the file
hint-remove-waivers = remove the file, or give it the article’s name with `tolmach mv`
hint-add-target = remove the file, or add the locale to `targets`
finding-open-conflict = { $count ->
    [one] { $count } segment with two people’s translations: settle it with `tolmach merge --resolve ours|theirs { $name }`, or write the right text into this file and give it to `--resolve`
   *[other] { $count } segments with two people’s translations: settle them with `tolmach merge --resolve ours|theirs { $name }`, or write the right text into this file and give it to `--resolve`
}
rule-open-conflict = Where two people have translated one segment differently, somebody has decided.

## The glossary as a whole, and other programs’ glossaries

finding-glossary-import-same-id = the id “{ $name }” already exists at { $first }
finding-glossary-import-other-content = the project’s glossary has “{ $name }” with different content at { $first }; that one is kept
finding-glossary-import-no-header = the first row does not name the columns
finding-glossary-import-unknown-column = the column “{ $name }” is unknown and is left out
finding-glossary-import-same-column = the column “{ $name }” occurs twice; the first is used
finding-glossary-import-unclosed = a quotation mark is not closed
finding-glossary-import-too-many-cells = the row has { $count } cells, more than there are columns; it is left out
finding-glossary-import-no-id = there is no id; this is left out
finding-glossary-import-no-terms = “{ $name }” has no wording; it is left out
finding-glossary-import-unknown-kind = unknown kind “{ $name }”
finding-glossary-import-bad-day = “{ $name }” is not a day such as 2022-02-24
finding-glossary-import-formula = “{ $name }” looks like a spreadsheet’s formula
finding-glossary-import-not-parallel = “{ $name }” has more parts than there are wordings
finding-glossary-import-options = “{ $name }” cannot be read
finding-glossary-import-no-language = the section has no usable language tag: “{ $name }”; it is left out
finding-glossary-import-old-version = an old version, “{ $name }”, is read as far as it is known
finding-glossary-import-unknown-status = unknown administrative status “{ $name }”; the wording is admitted
finding-glossary-import-bad-line = the line has no target wording; it is left out
finding-glossary-import-empty-term = a wording of “{ $name }” is empty; it is left out
rule-glossary-import = Another program’s glossary is imported as far as it can be read, and never overwrites what is there.
finding-glossary-lint-same-wording = “{ $name }” is also a wording of “{ $other }” ({ $first }), of the same kind
finding-glossary-lint-missing-locale = “{ $name }” has no wording in { $tag }
finding-glossary-lint-foreign-letters = “{ $name }” has letters that { $tag } does not have: { $letters }
finding-glossary-lint-mixed-scripts = “{ $name }” mixes letters of several alphabets
finding-glossary-lint-other-alphabet = no letter of “{ $name }” belongs to the alphabet of { $tag }: it stays as it is in every sentence
finding-glossary-lint-one-letter = “{ $name }” is a single letter and would be found all over the text
finding-glossary-lint-digits = “{ $name }” has digits and stays as it is in every sentence
finding-glossary-lint-no-letters = “{ $name }” has no letters and stays as it is in every sentence
finding-glossary-lint-many-words = “{ $name }” has { $count } words: it is found only where all of them stand in this order
finding-glossary-lint-unused = “{ $name }” occurs in no article
finding-glossary-lint-never-translated = “{ $name }” occurs in an article, but in no edition in { $tag }
finding-glossary-lint-cycle = the concept is ultimately replaced by itself: { $name }
finding-glossary-lint-unknown-successor = it is replaced by “{ $name }”, which does not exist
finding-glossary-lint-days = it is valid since { $name }, but only until { $other }
finding-glossary-lint-unknown-concept = the settings choose “{ $name }”, which the glossary does not have
finding-glossary-lint-unknown-wording = the settings choose “{ $name }”, which the glossary does not have
finding-glossary-lint-choice-refused = the settings forbid “{ $name }”, which is the preferred wording
finding-glossary-lint-two-usages = “{ $name }” is { $usage ->
    [preferred] preferred
    [admitted] admitted
   *[other] deprecated
} and { $other ->
    [admitted] admitted
    [deprecated] deprecated
   *[other] forbidden
} at once
finding-glossary-lint-no-address = “{ $name }” is not a web address
finding-glossary-lint-two-preferred = “{ $name }” and “{ $other }” are both preferred
finding-glossary-lint-quoted-in-note = the note calls “{ $name }” quoted, and the wording does not ask for quotation marks: { $note }
finding-glossary-lint-open-being = is “{ $name }” a living being? yes, as in “{ $yes }”: `{ $yes-line }`; no, as in “{ $no }”: `{ $no-line }`
finding-glossary-lint-open-declines = does “{ $name }” change in a sentence? yes, as in “{ $yes }”: `{ $yes-line }`; no, as in “{ $no }”: `{ $no-line }`
finding-glossary-lint-open-adjective = does “{ $name }” change as an adjective does? yes, as in “{ $yes }”: `{ $yes-line }`; no, as in “{ $no }”: `{ $no-line }`
finding-glossary-lint-open-plural = can there be several of “{ $name }”? yes, as in “{ $yes }”: `{ $yes-line }`; no, as in “{ $no }”: `{ $no-line }`
finding-glossary-lint-open-gender = is “{ $name }” a he, a she or an it? { $choices }
finding-glossary-lint-open-form = which is right for “{ $name }”? { $choices }
finding-glossary-lint-open-more = { $count ->
    [one] { $count } more wording has an open question
   *[other] { $count } more wordings have an open question
}
rule-glossary-lint = The glossary is consistent: one wording for one concept of a kind, in every locale, in the locale’s own letters.

## What to do about it: `hint-…`

hint-own-id = give each concept its own id
hint-known = the known ones are: { $known }
hint-toml = see toml.io for the syntax
hint-front-matter = put a value that holds a colon, a bracket or a quotation mark into quotation marks
hint-front-matter-bad-notice = write `corrections: [{"{"}date: 2022-03-25, text: …{"}"}]`, `withdrawn: {"{"}date: 2022-04-01, reason: …{"}"}`
hint-concept-tables = write each concept as `[[concept]]`
hint-terms-table = write `terms.en = {"{"} preferred = "…" {"}"}`
hint-wording-types = write a string, a table with `text`, or an array of these
hint-write-wording = write the wording, or remove the line
hint-forms-list = write `forms = ["…", "…"]`
hint-write-form = write the form, or remove it
hint-string = write a string in quotation marks
hint-concept-id = give the concept an id, such as `id = "homel"`
hint-concept-wording = give a wording, such as `terms.en = {"{"} preferred = "Homel" {"}"}`
hint-locale = use a BCP 47 tag such as `be`, `uk` or `be-tarask`
hint-day = write a day, as in `since = 2022-02-24`
hint-clash = the allowed wording ({ $first }) is kept, the forbidden form is left out
hint-class-rules = compare the file with `locales/root/paradigms.toml`, which explains every key
hint-class-unknown = write one token per word, as in `ma.S.surn`, `adj f` or `m.S 0`
hint-class-count = write one token per word; a final `0` applies to all words that follow
hint-class-no-word = write the wording in its dictionary form
hint-class-letter = retype the word in the alphabet of its language, or give it the class `0`
hint-class-unfit = check the gender and number of the class, write `adj` for what declines as an adjective, `0` for what does not decline, or list the forms
hint-class-one-form = give the class `0` to a word that does not decline, or list its forms
hint-same-wording = give one of them another wording, or make them one concept
hint-missing-locale = write `terms.{ $tag } = {"{"} preferred = "…" {"}"}`
hint-own-letters = write it with the language’s own letters, or put it under `forbidden`
hint-one-letter = write the whole word; if the letter is meant, add `class = "0"`
hint-stays-as-is = if that is right, add `class = "0"` and this advice will go; if not, list its forms: `forms = ["…", "…"]`
hint-many-words = write only the name or the term, not the sentence around it
hint-open-class = add the answer to the wording, as in `{ $line }`, or run `{ $command }`
hint-open-other = add the answer to the wording, as in `{ $line }`
hint-open-more = `tolmach glossary lint --all` lists them all; `tolmach glossary review` asks about each
hint-unused = this is harmless; remove the concept if it will not be used
hint-never-translated = check its sentences: is this the wording that people write?
hint-cycle = remove `replaced-by` from the one that is valid
hint-known-concept = write the id of a concept of the glossary
hint-days = put the two days in order
hint-one-of = write one of: { $known }
hint-prefer-another = choose another wording of it with `prefer`
hint-keep-one-wording = keep it under one of them
hint-page-address = write an address that begins with `https://`, or take it out
hint-admit-another = make one of them `admitted`
hint-quotes-required = write `quotes = "required"` beside the wording, or change the note
hint-other-content = the existing concept is kept; change it by hand, or give the new concept another id
hint-header = name the columns in the first row: `id`, `kind`, `en.preferred`, `be.preferred`…
hint-close-quotation = close the quotation mark, or double it within a cell
hint-quote-cell = put a cell that holds the separator in quotation marks
hint-row-id = give the row an id, such as `homel`
hint-row-wording = give the row a wording, such as `Homel` in `en.preferred`
hint-entry-wording = give the entry a `langSec` with a `termSec` and a `term`
hint-empty-term = write the wording as `<term>…</term>`
hint-plain-day = write a day, as in 2022-02-24
hint-formula = it is read as text; write an apostrophe before it, so that a spreadsheet does the same
hint-parallel = give as many as there are wordings, separated by |
hint-options = look at “{ $part }”
hint-language = write its language, as in `xml:lang="be"`
hint-original-comment = add the speaker’s own words above the paragraph of the article: `<!-- original { $language }: “…” = «…» -->`
hint-old-version = save it as TBX 3 (ISO 30042:2019) to be sure that nothing is lost
hint-line = write source, tab, target
