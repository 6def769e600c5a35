### Словы справаздач. Лікі перадаюцца ў Fluent як лікі.

report-run = Справаздача пра пераклад
report-source = Змены ў арыгінале
report-draft = Ад машыннага чарнавіка да гатовага тэксту
report-edition = Параўнанне дзвюх версій
report-made-by = Зроблена праграмай tolmach

report-figures = Паказчыкі
report-segments = Сегменты
report-words = Словы
report-coverage = Гатоўнасць
report-findings-critical = Крытычныя заўвагі
report-findings-major = Сур’ёзныя заўвагі
report-findings-minor = Дробныя заўвагі
report-findings-neutral = Парады
report-words-again = Слоў да паўторнага перакладу
report-reuse = Захавана перакладу
report-facts = Змененыя факты
report-untouched = Чарнавікі без правак
report-mean-ter = Сярэдні TER
report-mean-chrf = Сярэдні chrF2
report-reviewed = Праверана
report-of = { $part } з { $whole }
report-percent = { $value } %
report-decimal = { $whole },{ $fraction }

report-findings = Заўвагі
report-unchecked = Не ўдалося праверыць
report-error = памылка
report-waived = знятая заўвага
report-waived-heading = Знятыя заўвагі
report-waived-by = знята { $on } ({ $by }): { $reason }
report-changed-facts = Змененыя імёны, лікі, даты і цытаты
report-corrections = Што папраўлялі часцей за ўсё
report-texts = Арыгінал і пераклад
report-changes = Змены
report-files = Файлы
report-source-text = Арыгінал
report-translation = Пераклад
report-machine-draft = Машынны чарнавік
report-source-change = Што змянілася ў арыгінале
report-since-before = Змены ў параўнанні з папярэдняй версіяй
report-old = Было
report-new = Стала
report-no-translation = перакладу яшчэ няма
report-go = да тэксту
report-legend = Выдаленыя словы перакрэслены, дададзеныя падкрэслены; тэрміны гласарыя пазначаны пункцірам, забароненыя — падвойнай лініяй, заўвагі — хвалістай.

report-removed = выдалена
report-added = дададзена
report-marks = Што значаць пазнакі

report-status-final = зацверджана
report-status-reviewed = праверана
report-status-translated = перакладзена
report-status-draft = чарнавік
report-status-stale = састарэла
report-status-missing = няма перакладу
report-approved-reviewed = праверка: { $by }, { $date }
report-approved-final = зацвярджэнне: { $by }, { $date }
report-editor = рэдагаванне: { $by }

report-origin-human = пераклад: { $by }
report-origin-someone = пераклаў чалавек
report-origin-machine = машына: { $engine }
report-origin-context = з памяці, той самы кантэкст
report-origin-exact = з памяці, той самы сказ
report-origin-fuzzy = з памяці, падобны сказ ({ $score })
report-origin-source = пакінута як у арыгінале

report-kind-same = без змен
report-kind-moved = перанесена
report-kind-markup = толькі разметка
report-kind-typo = выпраўлена апіска
report-kind-edited = зменена
report-kind-added = дададзена
report-kind-removed = выдалена
report-untouched-text = без правак
report-makes-stale = Састарэў пераклад сегмента
report-look-again = Праверыць пераклад сегмента
report-fact-name = імя
report-fact-number = лік
report-fact-date = дата
report-fact-quote = цытата
report-fact-negation = адмаўленне

report-unchanged =
    { $count ->
         [one] { $count } сказ без змен
         [few] { $count } сказы без змен
        *[many] { $count } сказаў без змен
    }
report-unchanged-paragraphs =
    { $count ->
         [one] { $count } абзац без змен
         [few] { $count } абзацы без змен
        *[many] { $count } абзацаў без змен
    }
report-not-reviewed =
    { $count ->
         [one] { $count } чарнавік яшчэ не правераны
         [few] { $count } чарнавікі яшчэ не правераны
        *[many] { $count } чарнавікоў яшчэ не праверана
    }
report-times =
    { $count ->
         [one] { $count } раз
         [few] { $count } разы
        *[many] { $count } разоў
    }
report-findings-count =
    { $count ->
         [one] { $count } заўвага
         [few] { $count } заўвагі
        *[many] { $count } заўваг
    }
report-count-critical =
    { $count ->
         [one] { $count } крытычная
         [few] { $count } крытычныя
        *[many] { $count } крытычных
    }
report-count-major =
    { $count ->
         [one] { $count } сур’ёзная
         [few] { $count } сур’ёзныя
        *[many] { $count } сур’ёзных
    }
report-count-minor =
    { $count ->
         [one] { $count } дробная
         [few] { $count } дробныя
        *[many] { $count } дробных
    }
report-count-neutral =
    { $count ->
         [one] { $count } парада
         [few] { $count } парады
        *[many] { $count } парад
    }
report-more =
    { $count ->
         [one] яшчэ { $count } заўвага тут не паказана
         [few] яшчэ { $count } заўвагі тут не паказаны
        *[many] яшчэ { $count } заўваг тут не паказана
    }

report-severity-critical = крытычная
report-severity-major = сур’ёзная
report-severity-minor = дробная
report-severity-neutral = парада
report-fix = папраўка: `{ $text }`
report-fix-delete = папраўка: выдаліць
report-alternatives = або: { $list }
report-hint = падказка: { $text }
report-term-preferred = гласарый, асноўны варыянт: { $concept }
report-term-admitted = гласарый, дапушчальны варыянт: { $concept }
report-term-deprecated = гласарый, састарэлы варыянт: { $concept }
report-term-forbidden = гласарый, забаронены варыянт: { $concept }

report-role-title = загаловак
report-role-standfirst = лід
report-role-heading = падзагаловак
report-role-paragraph = абзац
report-role-quote = цытата
report-role-list-item = пункт спіса
report-role-table-cell = ячэйка табліцы
report-role-caption = подпіс
report-role-credit = крыніца выявы
report-role-alt = альтэрнатыўны тэкст
report-role-link-title = падказка спасылкі
report-role-byline = аўтар
report-role-bio = пра аўтара
report-role-footnote = зноска
report-role-note = заўвага рэдакцыі
report-role-boilerplate = тэкст рэдакцыі

## Правілы па назвах

report-rule-missing = няма перакладу
report-rule-stale = састарэлы пераклад
report-rule-untranslated = паўтор арыгінала
report-rule-other-language = тэкст на іншай мове
report-rule-length = прапушчанае і лішняе
report-rule-misaligned = пераклад іншага сказа
report-rule-repetition = паўторы
report-rule-machine-traces = сляды машыны
report-rule-left-in-source = тэкст на мове артыкула
report-rule-codes = разметка
report-rule-addresses = адрасы
report-rule-placeholders = запаўняльнікі
report-rule-numbers = лікі
report-rule-misattributed = чыя цытата
report-rule-negation = адмоўе
report-rule-opposite = процілеглы сэнс
report-rule-hedge = агаворкі
report-rule-names = імёны
report-rule-name-consistency = аднолькавае напісанне імён
report-rule-mirror = зверка версій
report-rule-forbidden-term = забаронены варыянт
report-rule-deprecated-term = састарэлы варыянт
report-rule-terminology = тэрміналогія
report-rule-source-term = варыянт у арыгінале
report-rule-misspelt-term = памылка ў тэрміне
report-rule-term-case = вялікія літары ў тэрміне
report-rule-term-quotes = тэрмін без двукосся
report-rule-term-consistency = адзінства тэрмінаў
report-rule-sibling-language = словы роднаснай мовы
report-rule-foreign-letters = літары іншага алфавіта
report-rule-damaged-text = пашкоджаны тэкст
report-rule-invisible-characters = нябачныя знакі
report-rule-lookalike-letters = падобныя літары
report-rule-quotations = цытаты
report-rule-apostrophe = апостраф
report-rule-euphony = чаргаванне паводле гукаў
report-rule-end-mark = знак у канцы
report-rule-brackets = дужкі
report-rule-doubled-word = паўторанае слова
report-rule-source-text = тэкст арыгінала
report-rule-spaces = прагалы
report-rule-first-capital = вялікая літара ў пачатку
report-rule-spelling = арфаграфія
report-rule-composition = літара з двух знакаў
report-rule-typography = афармленне тэксту
report-rule-original-wording = словы самога аўтара цытаты
report-rule-boilerplate-missing = няма сталага тэксту
report-rule-front-matter = загаловачная частка
report-rule-too-deep = глыбіня спісаў і цытат
report-rule-unknown-role = невядомая роля
report-rule-bad-original = каментарый пра арыгінальныя словы
report-rule-picture-missing = няма выявы
report-rule-picture-refused = выява не скапіявана
report-rule-left-out = няма на старонцы
report-rule-slug-changed = зменены адрас
report-rule-draft-rejected = чарнавік не прыняты
report-rule-merge-unknown = невядомы сегмент
report-rule-draft-unit = чарнавік без сегмента
report-rule-tmx-language = мова ў памяці перакладаў
report-rule-tmx-unit = запіс памяці перакладаў
report-rule-bilingual-files = артыкулы ў файле сегментаў
report-rule-bilingual-unit-id = ідэнтыфікатар сегмента
report-rule-bilingual-unit-source = арыгінал сегмента
report-rule-bilingual-duplicate = паўтор сегмента
report-rule-glossary = файлы гласарыя
report-rule-ignore-unused = выключэнне, якое не дзейнічае
report-rule-orphaned-file = файл без артыкула
report-rule-orphaned-page = старонка без артыкула
report-rule-open-conflict = канфлікт без рашэння
report-rule-waiver = зняцце заўвагі
report-rule-glossary-import = імпарт гласарыя
report-rule-glossary-lint = узгодненасць гласарыя
