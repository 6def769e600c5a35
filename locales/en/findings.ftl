# What is said of a text: `finding-<rule>` at its place, `rule-<rule>` for `tolmach explain`.
# An argument named $count is a number. An empty argument is written as a dash, and $lacks is the name of the first.

## Completeness

finding-missing = no translation
rule-missing = Every segment of the article needs a translation; one without stands in the edition marked as missing.
finding-stale = the source has changed since this was translated
rule-stale = When a sentence of the article changes, its translation no longer says the same until a person has looked at it.
finding-untranslated = the translation repeats the source
rule-untranslated = A translation equal to its source was not translated; names and numbers alone are no matter.
finding-codes = { $problem ->
    [missing] the inline code { $code } of the source is missing
    [extra] the inline code { $code } is not in the source
    [crossed] the inline code { $code } closes a pair that was not opened last
   *[other] inline codes differ from the source: missing { $missing }, extra { $extra }
}
rule-codes = Links, emphasis and other markup of the source must all stand in the translation, properly nested.
finding-numbers = { $problem ->
    [missing] { $expected } of the source is missing
    [extra] { $found } is not in the source
    [english-comma] the source has { $expected }, the translation { $found }: here a comma parts decimals, not thousands
   *[other] the source has { $expected }, the translation { $found }
}
rule-numbers = Every number of the source must be in the translation, in figures or in words.

## Terms

finding-forbidden-term = { $lacks ->
    [preferred] “{ $term }” is not our wording
   *[other] “{ $term }” is not our wording; write “{ $preferred }”
}
rule-forbidden-term = The glossary refuses this wording.
finding-deprecated-term = { $lacks ->
    [preferred] “{ $term }” is no longer our wording
   *[other] “{ $term }” is no longer our wording; write “{ $preferred }”
}
rule-deprecated-term = The glossary no longer uses this wording.
finding-terminology = “{ $term }” is not translated as “{ $preferred }”
rule-terminology = A term of the source wants its wording from the glossary, in any of its forms.
finding-source-term = { $lacks ->
    [preferred] “{ $term }” is not the house’s wording in the source
   *[other] “{ $term }” is not the house’s wording in the source; write “{ $preferred }”
}
rule-source-term = The article itself uses a wording that the glossary refuses.
finding-misspelt-term = “{ $found }” may be a misspelling of “{ $term }”
rule-misspelt-term = A word is one or two letters away from a form of a term of which the source speaks, or only looks like one.
finding-term-case = “{ $found }” should be “{ $term }”, with its capitals
rule-term-case = A name or abbreviation of the glossary has lost a capital.
finding-term-quotes = “{ $term }” stands without quotation marks
rule-term-quotes = The glossary wants this wording in quotation marks, always.
finding-term-consistency = { $problem ->
    [editions] “{ $term }” here, where another edition ({ $editions }) takes the preferred wording; here that is “{ $other }”
   *[other] “{ $term }” and “{ $other }” are two wordings for one thing
}
rule-term-consistency = An article, and its editions, should take one wording for one thing; a short form beside the full one is no matter.

## Letters and marks

finding-foreign-letters = letters of another alphabet in “{ $word }”: { $letters }
rule-foreign-letters = A letter that the language does not have, or a Latin letter that looks like one of its own.

## The article

finding-original-wording = the speaker’s own words are known: “{ $wording }”
rule-original-wording = A quotation is given in the speaker’s own words where they are known, never translated back.
finding-boilerplate-missing = the fixed text “{ $name }” does not exist in this language; the source’s stays
rule-boilerplate-missing = Fixed texts are written once for each language, as `boilerplate-NAME` in its `edition.ftl`.
finding-front-matter = front matter: { $problem }
rule-front-matter = The head of the article could not be read as it stands.
finding-too-deep = lists and quotations of the text are nested too deeply
rule-too-deep = A body whose lists and quotations are nested so deeply that reading it would take too long is not read.
finding-unknown-role = no role is called `{ $role }`
rule-unknown-role = A role comment names a role that does not exist; the block keeps the role that its form gives it.
finding-bad-original = this comment on an original wording cannot be read: { $comment }
rule-bad-original = A comment on an original wording names a language and the words.
finding-picture-missing = the picture { $file } does not exist
rule-picture-missing = The article shows a picture that is not in the project.

## Drafts, segment files, merging

finding-draft-rejected = the draft of { $engine } was not taken: { $reason }
rule-draft-rejected = A machine’s draft that breaks the text’s structure is never taken; the segment stays without a translation.
rejected-missing = no answer came for this segment
rejected-repeated = more than one answer came for this segment
rejected-failed = the engine could not translate it: { $detail }
rejected-too-long = { $characters } characters are more than the engine takes at once ({ $limit })
rejected-empty = the draft is empty
rejected-unchanged = the draft repeats the source
rejected-codes = the inline codes were not kept: { $mark }
rejected-addresses = the address { $address } was not kept as it is
rejected-length = the draft has { $draft } characters, the source { $source }
rejected-paragraph = the draft adds a paragraph
rejected-marks = the engine left a mark of its own: { $mark }
rejected-chatter = the engine talks instead of translating: { $words }
rejected-echo = the draft repeats the question
rejected-loop = the draft goes round in circles: { $words }
rejected-rule = the draft breaks the rule `{ $rule }`
finding-merge-unknown = the file has a segment that was never ours: { $unit }
rule-merge-unknown = A returned segment belongs to no sentence of the article; its text is kept as obsolete.
finding-draft-unit = the draft { $unit } belongs to no segment
rule-draft-unit = The file of machine drafts names a segment that is not one of ours.
finding-tmx-language = the entry { $tag } of the translation memory has no language
rule-tmx-language = Every wording in a translation memory names its language.
finding-bilingual-files = { $count ->
    [one] { $count } more article in this file was not read
   *[other] { $count } more articles in this file were not read
}
rule-bilingual-files = A segment file holds one article.
finding-bilingual-unit-id = a segment has no id
rule-bilingual-unit-id = Every segment in a segment file needs its id.
finding-bilingual-unit-source = the segment { $unit } has no source
rule-bilingual-unit-source = Every segment in a segment file needs its source sentence.
finding-bilingual-duplicate = the segment { $unit } comes more than once; the first is taken
rule-bilingual-duplicate = An id stands once in a segment file.

## The project

finding-glossary = { $problem ->
    [same-id] the id “{ $name }” is taken already
    [wrong-type] “{ $name }” is not of the type it should be
    [syntax] this is not valid TOML: { $name }
    [unknown-key] unknown key “{ $name }”
    [no-id] a concept has no id
    [no-terms] the concept “{ $name }” has no wording
    [bad-locale] “{ $name }” is not a language tag
    [unknown-kind] unknown kind “{ $name }”
    [unknown-value] unknown value “{ $name }”
    [empty] “{ $name }” is empty
    [unknown-class] the class “{ $name }” of “{ $term }” is unknown
    [class-count] the class “{ $name }” has another number of words than “{ $term }”
    [class-unfit] the class “{ $name }” does not fit “{ $term }”
    [one-form] with the class “{ $name }” all forms of “{ $term }” are the same
    [foreign-letter] “{ $term }” has letters of another alphabet and cannot be declined
    [bad-day] “{ $name }” is not a day such as 2022-02-24
    [clash] “{ $name }” is both a right form and a forbidden one; the right one stays
   *[other] “{ $name }” cannot be read
}
rule-glossary = The glossary’s files hold what their format allows, and no form is both right and forbidden.
finding-ignore-unused = this exception for `{ $name }` matches nothing
rule-ignore-unused = An exception in the project’s settings that matches no finding can be taken out.

## The glossary as a whole, and other programs’ glossaries

finding-glossary-import = { $problem ->
    [same-id] the id “{ $name }” stands already at { $first }
    [other-content] the project’s glossary has “{ $name }” with other content at { $first }; that one stays
    [no-header] the first row does not name the columns
    [unknown-column] the column “{ $name }” is not known and is left out
    [same-column] the column “{ $name }” stands twice; the first counts
    [unclosed] a quotation mark is not closed
    [too-many-cells] the row has { $name } cells, more than there are columns; it is left out
    [no-id] there is no id; this is left out
    [no-terms] “{ $name }” has no wording; it is left out
    [unknown-kind] unknown kind “{ $name }”
    [bad-day] “{ $name }” is not a day such as 2022-02-24
    [formula] “{ $name }” looks like a spreadsheet’s formula
    [not-parallel] “{ $name }” has more parts than there are wordings
    [options] “{ $name }” cannot be read
    [no-language] the section has no language tag that can be used: “{ $name }”; it is left out
    [old-version] an old version, “{ $name }”, is read as far as it is known
    [unknown-status] unknown administrative status “{ $name }”; the wording is admitted
    [bad-line] the line has no target wording; it is left out
   *[other] “{ $name }” cannot be read
}
rule-glossary-import = What another program’s glossary holds is taken over as far as it can be read, and never over what is there.
finding-glossary-lint = { $problem ->
    [same-wording] “{ $name }” is also a wording of “{ $other }” ({ $first }), of the same kind
    [missing-locale] “{ $name }” has no wording in { $tag }
    [foreign-letters] “{ $name }” has letters that { $tag } does not have: { $letters }
    [mixed-scripts] “{ $name }” mixes letters of several alphabets
    [unused] “{ $name }” stands in no article
    [never-translated] “{ $name }” stands in an article, but in no edition in { $tag }
    [cycle] the concept is replaced by itself in the end: { $name }
    [unknown-successor] it is replaced by “{ $name }”, which does not exist
    [days] it holds since { $name }, but only until { $other }
    [unknown-choice] the settings choose “{ $name }”, which the glossary does not have
    [choice-refused] the settings refuse “{ $name }”, which is the preferred wording
   *[other] “{ $name }” is at odds with the rest
}
rule-glossary-lint = The glossary agrees with itself: one wording for one concept of a kind, in every locale, in the locale’s own letters.
