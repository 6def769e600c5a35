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

## State

edition-draft-notice = This is a draft: the translation has not been approved and must not be published.
edition-missing = not translated yet

## Around the article

edition-languages = Read in other languages
edition-tags = Tags
edition-licence = Licence: { $licence }

## Fixed texts, inserted by `<!-- role: boilerplate NAME -->`

boilerplate-donate = This article is free to read and free to republish, and it will stay so. If it was useful to you, please support the newsroom that brought it to you.
