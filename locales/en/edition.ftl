# The fixed texts of an edition in this language. A project's `locales/en/edition.ftl` overrides any of them.

## Who wrote and translated it

edition-byline = By { $author }
edition-translated-from = { $language ->
    [en] Translated from English
    [be] Translated from Belarusian
    [ru] Translated from Russian
    [uk] Translated from Ukrainian
   *[other] A translation
}
edition-translator = Translated by { $translator }

## Dates and origin

edition-originally-published = Originally published on { $date }
edition-original = Read the original
edition-correction = Correction
edition-correction-of = Correction, { $date }
edition-withdrawn = This article has been withdrawn
edition-withdrawn-on = This article was withdrawn on { $date }

## State

edition-draft-notice = This is a draft: the translation has not been approved and must not be published.
edition-missing = not translated yet
edition-stale = stale
edition-draft = draft
edition-finding = finding
edition-legend = What the marks mean
edition-legend-missing = { $count ->
    [one] { $count } sentence stands in the language of the original
   *[other] { $count } sentences stand in the language of the original
}
edition-legend-stale = { $count ->
    [one] { $count } sentence: the original has changed since it was translated
   *[other] { $count } sentences: the original has changed since they were translated
}
edition-legend-draft = { $count ->
    [one] { $count } sentence: no person has checked it
   *[other] { $count } sentences: no person has checked them
}
edition-legend-finding = { $count ->
    [one] { $count } sentence: a check has found something
   *[other] { $count } sentences: a check has found something
}
edition-legend-below = { $count ->
    [one] { $count } sentence, not marked: a second person has not approved it yet
   *[other] { $count } sentences, not marked: a second person has not approved them yet
}

## Around the article

edition-languages = Read in other languages
edition-footnote-back = Back to the text
edition-tags = Tags
edition-licence = Licence: { $licence }

## Fixed texts, inserted by `<!-- role: boilerplate NAME -->`

boilerplate-donate = This article is free to read and free to republish, and it will stay so. If it was useful to you, please support the newsroom that brought it to you.
