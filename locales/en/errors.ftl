# What to do about an error: `hint-…`. The error itself is in English in every language, since people search for it;
# hints shared with findings (`hint-locale`, `hint-class-…`, `hint-known`) are in findings.ftl.

## Files and folders

hint-utf-8 = save the file as UTF-8
hint-utf-8-again = save the file as UTF-8 and run again
hint-conflict = finish the merge: keep one side and delete the three marker lines
hint-file-not-found = check the name
hint-file-is-folder = name a file, not a folder
hint-folder-is-file = there is a file where a folder should be
hint-file-rights = check its permissions
hint-newer = use the newer tolmach; this version leaves the file untouched
hint-locked = wait until it is done, then run this again
hint-changed = run this again: nothing was lost on either side, and no paid answer is requested again
hint-report = please report this

## The project and its articles

hint-no-project = run `tolmach init` in an empty folder, or change into a project
hint-no-articles = write one there, or run `tolmach import FILE`
hint-articles = the articles are: { $known }
hint-same-name = give one of them another name
hint-same-output = rename one of the two articles
hint-leads-out = replace the link by the file itself
hint-empty-article = write it, or remove the file
hint-name-files = name Markdown files, or give `--stdin`
hint-format-stdin = leave out `--format`, or write `--format jsonl`
hint-score-locales = name a locale that the lines have, or leave `--locale` out
hint-score-lines = every line needs `source`, `target` and `locale`, and `reference` or `terms` with `source` and `target`
hint-segments = `tolmach segment FILE` lists the ids
hint-no-conflict = `tolmach status --format json` lists the conflicts with their ids
hint-state-with-ours = settle it first, then raise the state with `tolmach approve`
hint-nameless = say who approves
hint-approval-name = add `--by NAME`
hint-formats = the formats are: { $known }
hint-exported = name another folder, or merge the file first

## Settings

hint-settings-example = `tolmach init` in an empty folder writes a commented example of this file
hint-did-you-mean = did you mean `{ $meant }`? ({ $rest })
hint-setting-twice = keep one of the two, or give one of them another name
hint-no-dictionary = install it (the package `hunspell-be`, `hunspell-ru` or `hunspell-uk`), or set `DICPATH` to the folder that has `{ $name }.aff` and `{ $name }.dic`
hint-damaged-dictionary = install the dictionary again, or name another one
hint-no-targets = write `targets = ["be", "ru", "uk"]` into `tolmach.toml`
hint-targets = the targets are: { $known }
hint-settings-here = the settings here are: { $known }
hint-values = the values are: { $known }
hint-own-language = check the tag; a language of your own needs a file `locales/{ $tag }/profile.toml`
hint-no-git = install `git`, or leave out `--since` and `--changed`
hint-no-repository = `git init` creates a repository; without one, leave out `--since` and `--changed`
hint-unknown-revision = `git log --oneline` lists the revisions, `git fetch` fetches those of the server
hint-shallow-clone = `git fetch --unshallow` fetches the whole history, as does the step `actions/checkout` with `fetch-depth: 0`
hint-no-baseline = check the name; `--update-baseline` writes the file
hint-baseline = `--update-baseline` writes this file; if it is damaged, delete it first
hint-baseline-version = use the tolmach that wrote this file, or delete it and write it anew with `--update-baseline`
hint-waiver-file = write waivers as `[[waiver]]` tables, as `tolmach waive` does
hint-waiver-reason = say why the finding may stand
hint-waiver-keys = a waiver has `rule`, `segment`, `reason`, `by`, `on`, `digest` and perhaps `text`, `severity`, `count`; `tolmach waive` writes it
hint-waiver-digest = leave the digest as `tolmach waive` writes it; where it is lost, waive the finding again
hint-waiver-options = a waiver needs a reason and a name
hint-no-findings-there = `tolmach check` lists the findings with their segments
hint-findings-there = the findings there are: { $list }
hint-finding-elsewhere = the text in `{ $locale }` has one: `--locale { $locale }` waives it
hint-never-waived = correct the translation
hint-waived-already = to write another waiver, remove that one first
hint-front-matter-key = write the key as in the article; a dot leads to a key within a value, as in `seo.summary`
hint-keep-one = remove it from one of the two lists
hint-template-names = the names are: { $known }
hint-add-slug = write for example `/{"{"}locale{"}"}/{"{"}slug{"}"}/`
hint-path = write the server into `base_url` and only the path here
hint-base-address = write the address without `?`, `#` and braces, as `https://news.example`
hint-web-address = write the whole address, as `https://player.example/embed/`
hint-settings-of-user = programs, keys, proxies and servers elsewhere come from a flag, the environment or your own configuration (`tolmach doctor` shows where that is)
hint-kinds = the kinds are: { $known }
hint-another-backend-name = give the backend another name; the kinds are: { $known }
hint-no-settings = the kind `{ $kind }` takes no settings
hint-settings-of-kind = the settings of the kind `{ $kind }` are: { $known }
hint-name-server = name the server yourself with `--endpoint` or TOLMACH_ENDPOINT
hint-name-backend = name one with `--backend`; `tolmach doctor` lists them
hint-name-one-backend = name one of them with `--backend`, or write the settings of each into your own configuration
hint-another-name = give one of them another name; the names are: { $known }
hint-another-extension = give the files of one of them another extension

## Backends

hint-backends = the backends are: { $known }
hint-backend-settings = correct the backend's settings
hint-backend-away = check the address and that the server runs, then run again: finished work is kept
hint-backend-late = run again, with a longer time-out or smaller batches: finished work is kept
hint-backend-busy = wait a while and run again: finished work is kept; `longest_pause` says how long the program waits by itself
hint-backend-server = look into the server's log, then run again: finished work is kept
hint-backend-refused = check the languages and options that the server offers
hint-backend-auth = check the key in the environment or in your own configuration
hint-backend-quota = raise the account's limit or use another backend: finished work is kept
hint-backend-too-big = set a smaller limit of characters for this backend
hint-backend-too-long = shorten the sentence in the article, translate it by hand, or put a backend that takes more behind this one
hint-backend-nonsense = check that the address is that of a translation server of this kind
hint-backend-program = the program must answer each line with one line `{"{"}"id":…,"text":…{"}"}` and exit with 0
hint-backend-not-started = check the program's path and that it may be executed
hint-backend-pair = use another backend for this locale
hint-backend-no-endpoint = give `--endpoint http://127.0.0.1:5000`, or set TOLMACH_ENDPOINT
hint-backend-no-program = give `--program 'PROGRAM ARGUMENT…'`, or set TOLMACH_PROGRAM
hint-backend-cut-off = allow longer answers with `max_tokens`, or set fewer `tokens` for a request
hint-backend-declined = use another model, or translate these sentences by hand
hint-backend-no-key = set { $variable }, or give the backend a `key_file` or `key_command` in your own configuration
hint-backend-foreign-key = give the key of this server in TOLMACH_API_KEY, or write the server’s address into a backend of its own
hint-backend-no-model = name one with `--model`, or with `model` in the settings of the backend
hint-backend-model = check the model’s name and that the server has loaded it
hint-backend-models = the server’s models are: { $known }
hint-prompt = correct the template, or remove it: the built-in one is used then
hint-key-file = write the key, and nothing else, there; `chmod 600 FILE` keeps a file from others
hint-key-command = run the program by hand: it must print the key, and nothing else, and exit with 0
hint-key-once = keep one of them
hint-backend-not-installed = install the packages: `apt-get install { $packages }`
hint-backend-offline = run without `--offline`, or choose another backend
hint-backend-not-built = install tolmach with its default features, or choose another backend
hint-backend-budget = raise the limit, or run again: what is stored is not paid for again
hint-backend-embargo = wait for the end of the embargo, use a backend on this machine, or set `local = true` for one that may see the text
hint-backend-no-price = look its price up and write it as `price` into its table `[backend.…]`, or set `local = true` if it costs nothing
hint-backend-currencies = give all prices in one currency, or name fewer backends
hint-backend-not-recorded = name a folder for `--record` that has no recording of this backend yet and can be written
hint-backend-unrecorded = record it again with `--record`, with an empty ledger, or name the folder of its recording
hint-ledger = requests are sent only if they can be recorded: look for a full disk or missing permissions in `.tolmach/`
hint-no-ledger = requests are sent only if they can be recorded: repair the file; if you move it away, everything recorded in it is requested, and paid for, again
hint-interrupted = run again to continue: finished work is kept

## Pages that are imported

hint-page-of-article = give the page of an article; where a program in the page makes its text, open the page in a browser, save it there, and import that file
hint-name-article = give one with `--slug NAME`
hint-article-exists = give another name with `--slug`, or replace it with `--force`
hint-article-name = name it as `army`, or as `source/army.md`
hint-name-taken = choose another name, or move that file away first
hint-keep-extension = leave the extension out: another one would mean another format
hint-persons-work = bring the other translations there with `tolmach merge --article { $article } { $file }`, then delete that file
hint-offline-page = run without `--offline`, or import a saved file
hint-fetch-address = give an address that begins with `https://` or `http://`, without a password
hint-fetch-local = if you mean to read a page of your own machine, add `--allow-local`
hint-save-as-page = open it, save it as HTML or as plain text, and import that file
hint-fetch-too-big = this is too big for an article: save the part that you need to a file
hint-fetch-connection = check the address and the connection, or save the page to a file and import that
hint-fetch-by-hand = open the address in a browser, save the page to a file and import that
hint-fetch-not-built = save the page to a file and import that, or install tolmach with its default features
hint-network-settings = correct the network's settings
hint-cues-toml = compare the file with the `scrape.toml` that comes with tolmach
hint-cues-key = keys of `line` and `start` are reasons such as `share` or `related`; `start` also takes `image`, `byline` and `bio`, `class` also the parts of an article

## XML files of translators' tools

hint-xml-character = remove the character; an editor that shows control characters finds it
hint-xml-doctype = remove the `<!DOCTYPE …>` line
hint-xml-depth = no translation tool writes such a file; export it again
hint-xml-truncated = the file is cut off; copy or export it again
hint-xml-second-root = the file holds two documents; split them
hint-xml-root = give the XML file that the translation tool exported
hint-xml-twice = remove one of the two; conflict resolution often leaves both
hint-xml-prefix = declare the prefix with `xmlns:` or remove the element
hint-xml-entity = write the character itself, or `&amp;` for an ampersand
hint-xml-syntax = repair it in a text editor, or export the file again
hint-xliff-file = give the `.xlf` file that the translation tool wrote
hint-xliff-version = export it as XLIFF 1.2
hint-xliff-empty = the file holds no segments; export it again
hint-xliff-no-locale = add `source-language="en"` to the `<file>` element
hint-malformed = export the file again with the tool that wrote it
hint-file-of-locale = give the file of this locale; a project's locales are the `targets` in its `tolmach.toml`
hint-file-of-article = give the file of this article; if the article has another name now, `tolmach mv OLD NEW` moves its files, and `--article SLUG` merges one that came back
hint-tmx-file = give the `.tmx` file that the translation tool exported
hint-tmx-version = export it as TMX 1.4

## Language profiles, messages, templates

hint-profile = compare the file with the profile of a language that comes with tolmach; leave out what should not change
hint-segmentation-toml = compare the file with `locales/root/segmentation.toml`, which names every key
hint-segmentation-entry = write words and abbreviations, separated by commas
hint-messages = a message is `id = text`, with its further lines indented; see projectfluent.org
hint-page = the template is written in Jinja; remove it to use the built-in one

## Findings

hint-rules = the rules are: { $known }

## The glossary

hint-glossary-format = name it: `--format tbx`, `csv`, `tsv` or `omegat`
hint-locale-of-list = name it: `--locale be`
hint-glossary-folder = name a folder of glossary files, or one file; `git worktree add` checks out an earlier version
hint-tbx-file = give the `.tbx` file that the terminology tool exported, or name its format: `--format`
hint-tbx-version = export it as TBX version 3 (namespace `urn:iso:std:iso:30042:ed-2`), style `dca` or `dct`
hint-concept-exists = change it there, or give another id
hint-glossary-file = write the name alone: `people` is `glossary/people.toml`
hint-give-id = give a name such as `homel`
hint-wording-of-class = add the wording to the concept first: `terms.{ $tag } = …` in the glossary’s file, or `--term` of `glossary add`
hint-one-concept = name one concept, and run the command again for the next
hint-has-class = change it there by hand
hint-write-class = write `class = "{ $class }"` beside the wording by hand
hint-locale-and-text = write it as in `be=Гомель`
hint-name-locale = name one with `--locale`, and look for letters of another alphabet
hint-write-rules = write them into `locales/{ $tag }/paradigms.toml`, or list the forms in the glossary
hint-derived-rules = write `[[derived]]` with `stems = "ія>ійск"` (ending of the name and stem) and `endings = "і ага"` (endings of the forms)
hint-forms-lock-conflict = keep one side or both, or take one side of the whole file and run `tolmach glossary forms --write`
hint-forms-lock-damaged = restore the file from version control, or delete it, run `tolmach glossary forms --write` and review it again
