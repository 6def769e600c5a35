### Слова звітів. Числа передаються у Fluent як числа.

report-run = Звіт про переклад
report-source = Зміни в оригіналі
report-draft = Від машинної чернетки до готового тексту
report-edition = Порівняння двох версій
report-made-by = Створено програмою tolmach

report-figures = Показники
report-segments = Сегменти
report-words = Слова
report-coverage = Готовність
report-findings-critical = Критичні зауваження
report-findings-major = Серйозні зауваження
report-findings-minor = Дрібні зауваження
report-findings-neutral = Поради
report-words-again = Слів до повторного перекладу
report-reuse = Збережено перекладу
report-facts = Змінені факти
report-untouched = Чернетки без правок
report-mean-ter = Середній TER
report-mean-chrf = Середній chrF2
report-reviewed = Перевірено
report-of = { $part } з { $whole }
report-percent = { $value }%
report-decimal = { $whole },{ $fraction }

report-findings = Зауваження
report-unchecked = Не вдалося перевірити
report-error = помилка
report-waived = зняте зауваження
report-waived-heading = Зняті зауваження
report-waived-by = знято { $on } ({ $by }): { $reason }
report-changed-facts = Змінені імена, числа, дати й цитати
report-corrections = Що виправляли найчастіше
report-texts = Оригінал і переклад
report-changes = Зміни
report-files = Файли
report-source-text = Оригінал
report-translation = Переклад
report-machine-draft = Машинна чернетка
report-source-change = Що змінилося в оригіналі
report-since-before = Зміни порівняно з попередньою версією
report-old = Було
report-new = Стало
report-no-translation = перекладу ще немає
report-go = до тексту
report-legend = Видалені слова закреслено, додані підкреслено; терміни глосарія позначено пунктиром, заборонені — подвійною лінією, зауваження — хвилястою.

report-removed = видалено
report-added = додано
report-marks = Що означають позначки

report-status-final = затверджено
report-status-reviewed = перевірено
report-status-translated = перекладено
report-status-draft = чернетка
report-status-stale = застаріло
report-status-missing = немає перекладу
report-approved-reviewed = перевірка: { $by }, { $date }
report-approved-final = затвердження: { $by }, { $date }
report-editor = редагування: { $by }

report-origin-human = переклад: { $by }
report-origin-someone = переклала людина
report-origin-machine = машина: { $engine }
report-origin-context = з памʼяті, той самий контекст
report-origin-exact = з памʼяті, те саме речення
report-origin-fuzzy = з памʼяті, подібне речення ({ $score })
report-origin-source = залишено як в оригіналі

report-kind-same = без змін
report-kind-moved = перенесено
report-kind-markup = лише розмітка
report-kind-typo = виправлено друкарську помилку
report-kind-edited = змінено
report-kind-added = додано
report-kind-removed = видалено
report-untouched-text = без правок
report-makes-stale = Застарів переклад сегмента
report-look-again = Перевірити переклад сегмента
report-fact-name = імʼя
report-fact-number = число
report-fact-date = дата
report-fact-quote = цитата
report-fact-negation = заперечення

report-unchanged =
    { $count ->
         [one] { $count } речення без змін
         [few] { $count } речення без змін
        *[many] { $count } речень без змін
    }
report-unchanged-paragraphs =
    { $count ->
         [one] { $count } абзац без змін
         [few] { $count } абзаци без змін
        *[many] { $count } абзаців без змін
    }
report-not-reviewed =
    { $count ->
         [one] { $count } чернетку ще не перевірено
         [few] { $count } чернетки ще не перевірено
        *[many] { $count } чернеток ще не перевірено
    }
report-times =
    { $count ->
         [one] { $count } раз
         [few] { $count } рази
        *[many] { $count } разів
    }
report-findings-count =
    { $count ->
         [one] { $count } зауваження
         [few] { $count } зауваження
        *[many] { $count } зауважень
    }
report-count-critical =
    { $count ->
         [one] { $count } критичне
         [few] { $count } критичні
        *[many] { $count } критичних
    }
report-count-major =
    { $count ->
         [one] { $count } серйозне
         [few] { $count } серйозні
        *[many] { $count } серйозних
    }
report-count-minor =
    { $count ->
         [one] { $count } дрібне
         [few] { $count } дрібні
        *[many] { $count } дрібних
    }
report-count-neutral =
    { $count ->
         [one] { $count } порада
         [few] { $count } поради
        *[many] { $count } порад
    }
report-more =
    { $count ->
         [one] ще { $count } зауваження тут не показано
         [few] ще { $count } зауваження тут не показано
        *[many] ще { $count } зауважень тут не показано
    }

report-severity-critical = критичне
report-severity-major = серйозне
report-severity-minor = дрібне
report-severity-neutral = порада
report-fix = виправлення: `{ $text }`
report-fix-delete = виправлення: видалити
report-alternatives = або: { $list }
report-hint = підказка: { $text }
report-term-preferred = глосарій, основний варіант: { $concept }
report-term-admitted = глосарій, припустимий варіант: { $concept }
report-term-deprecated = глосарій, застарілий варіант: { $concept }
report-term-forbidden = глосарій, заборонений варіант: { $concept }

report-role-title = заголовок
report-role-standfirst = лід
report-role-heading = підзаголовок
report-role-paragraph = абзац
report-role-quote = цитата
report-role-list-item = пункт списку
report-role-table-cell = клітинка таблиці
report-role-caption = підпис
report-role-credit = джерело зображення
report-role-alt = альтернативний текст
report-role-link-title = підказка посилання
report-role-byline = автор
report-role-bio = про автора
report-role-footnote = виноска
report-role-note = примітка редакції
report-role-boilerplate = текст редакції

## Правила за назвами

report-rule-missing = немає перекладу
report-rule-stale = застарілий переклад
report-rule-untranslated = повтор оригіналу
report-rule-other-language = текст іншою мовою
report-rule-length = пропущене й зайве
report-rule-misaligned = переклад іншого речення
report-rule-repetition = повтори
report-rule-machine-traces = сліди машини
report-rule-left-in-source = текст мовою статті
report-rule-codes = розмітка
report-rule-addresses = адреси
report-rule-placeholders = заповнювачі
report-rule-numbers = числа
report-rule-misattributed = чия цитата
report-rule-negation = заперечення
report-rule-opposite = протилежний зміст
report-rule-hedge = застереження
report-rule-names = імена
report-rule-name-consistency = єдине написання імен
report-rule-mirror = звіряння версій
report-rule-forbidden-term = заборонений варіант
report-rule-deprecated-term = застарілий варіант
report-rule-terminology = термінологія
report-rule-source-term = варіант в оригіналі
report-rule-misspelt-term = помилка в терміні
report-rule-term-case = великі літери в терміні
report-rule-term-quotes = термін без лапок
report-rule-term-consistency = єдність термінів
report-rule-sibling-language = слова спорідненої мови
report-rule-foreign-letters = літери іншого алфавіту
report-rule-damaged-text = пошкоджений текст
report-rule-invisible-characters = невидимі знаки
report-rule-lookalike-letters = схожі літери
report-rule-quotations = цитати
report-rule-apostrophe = апостроф
report-rule-euphony = чергування за звуками
report-rule-end-mark = знак у кінці
report-rule-brackets = дужки
report-rule-doubled-word = повторене слово
report-rule-source-text = текст оригіналу
report-rule-spaces = пробіли
report-rule-first-capital = велика літера на початку
report-rule-spelling = орфографія
report-rule-composition = літера з двох знаків
report-rule-typography = оформлення тексту
report-rule-original-wording = слова самого автора цитати
report-rule-boilerplate-missing = немає сталого тексту
report-rule-front-matter = заголовна частина
report-rule-too-deep = глибина списків і цитат
report-rule-unknown-role = невідома роль
report-rule-bad-original = коментар про оригінальні слова
report-rule-picture-missing = немає зображення
report-rule-picture-refused = зображення не скопійовано
report-rule-left-out = немає на сторінці
report-rule-slug-changed = змінена адреса
report-rule-draft-rejected = чернетку не прийнято
report-rule-merge-unknown = невідомий сегмент
report-rule-draft-unit = чернетка без сегмента
report-rule-tmx-language = мова в памʼяті перекладів
report-rule-tmx-unit = запис памʼяті перекладів
report-rule-bilingual-files = статті у файлі сегментів
report-rule-bilingual-unit-id = ідентифікатор сегмента
report-rule-bilingual-unit-source = оригінал сегмента
report-rule-bilingual-duplicate = повтор сегмента
report-rule-glossary = файли глосарія
report-rule-ignore-unused = недієвий виняток
report-rule-orphaned-file = файл без статті
report-rule-orphaned-page = сторінка без статті
report-rule-open-conflict = нерозвʼязаний конфлікт
report-rule-waiver = зняття зауваження
report-rule-glossary-import = імпорт глосарія
report-rule-glossary-lint = узгодженість глосарія
