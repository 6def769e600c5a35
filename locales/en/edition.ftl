# The fixed words of an edition in this language. A project's own `locales/en/edition.ftl` replaces any of them.

## Who wrote and translated it

edition-byline = By { $author }
edition-author = Author
edition-translated-from = { $language ->
    [en] Translated from English
    [be] Translated from Belarusian
    [ru] Translated from Russian
    [uk] Translated from Ukrainian
   *[other] A translation
}
edition-translator = Translated by { $translator }
edition-translation-reviewed = Edited by { $editor }
edition-machine-draft = Drafted by a machine ({ $engine }) and revised by people
edition-bio = About the author

## Pictures

edition-credit = Image: { $name }

## Dates and origin

edition-published = Published on { $date }
edition-updated = Updated on { $date }
edition-translated-on = Translated on { $date }
edition-originally-published = Originally published on { $date }
edition-original = Read the original

## State

edition-draft = Draft
edition-draft-notice = This is a draft: the translation has not been approved and must not be published.
edition-missing = not translated yet
edition-stale = the source has changed since

## Around the article

edition-languages = Read in other languages
language-name = { $language ->
    [en] English
    [be] Belarusian
    [ru] Russian
    [uk] Ukrainian
   *[other] { $language }
}
edition-tags = Tags
edition-contents = Contents
edition-notes = Notes
edition-footnote-back = back to the text
edition-licence = Licence: { $licence }
edition-share = Share
edition-table = Table
edition-skip = Skip to the article

## Fixed texts, called up by `<!-- role: boilerplate NAME -->`

boilerplate-donate = This article is free to read and free to republish, and it will stay so. If it was useful to you, please support the newsroom that brought it to you.
