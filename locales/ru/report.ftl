### Слова отчётов. Числа передаются в Fluent как числа.

report-run = Отчёт о переводе
report-source = Изменения в оригинале
report-draft = От машинного черновика к готовому тексту
report-edition = Сравнение двух версий
report-made-by = Создано программой tolmach

report-figures = Показатели
report-segments = Сегменты
report-words = Слова
report-coverage = Готовность
report-findings-critical = Критические замечания
report-findings-major = Серьёзные замечания
report-findings-minor = Мелкие замечания
report-findings-neutral = Советы
report-words-again = Слов к повторному переводу
report-reuse = Сохранено перевода
report-facts = Изменённые факты
report-untouched = Черновики без правок
report-mean-ter = Средний TER
report-mean-chrf = Средний chrF2
report-reviewed = Проверено
report-of = { $part } из { $whole }
report-percent = { $value } %
report-decimal = { $whole },{ $fraction }

report-findings = Замечания
report-unchecked = Не удалось проверить
report-error = ошибка
report-waived = снятое замечание
report-waived-heading = Снятые замечания
report-waived-by = снято { $on } ({ $by }): { $reason }
report-changed-facts = Изменённые имена, числа, даты и цитаты
report-corrections = Что исправляли чаще всего
report-texts = Оригинал и перевод
report-changes = Изменения
report-files = Файлы
report-source-text = Оригинал
report-translation = Перевод
report-machine-draft = Машинный черновик
report-source-change = Что изменилось в оригинале
report-since-before = Изменения по сравнению с прежней версией
report-old = Было
report-new = Стало
report-no-translation = перевода ещё нет
report-go = к тексту
report-legend = Удалённые слова зачёркнуты, добавленные подчёркнуты; термины глоссария отмечены пунктиром, запрещённые — двойной линией, замечания — волнистой.

report-removed = удалено
report-added = добавлено
report-marks = Что означают пометки

report-status-final = утверждено
report-status-reviewed = проверено
report-status-translated = переведено
report-status-draft = черновик
report-status-stale = устарело
report-status-missing = нет перевода
report-approved-reviewed = проверка: { $by }, { $date }
report-approved-final = утверждение: { $by }, { $date }
report-editor = редактура: { $by }

report-origin-human = перевод: { $by }
report-origin-someone = перевёл человек
report-origin-machine = машина: { $engine }
report-origin-context = из памяти, тот же контекст
report-origin-exact = из памяти, то же предложение
report-origin-fuzzy = из памяти, похожее предложение ({ $score })
report-origin-source = оставлено как в оригинале

report-kind-same = без изменений
report-kind-moved = перенесено
report-kind-markup = только разметка
report-kind-typo = исправлена опечатка
report-kind-edited = изменено
report-kind-added = добавлено
report-kind-removed = удалено
report-untouched-text = без правок
report-makes-stale = Устарел перевод сегмента
report-look-again = Проверить перевод сегмента
report-fact-name = имя
report-fact-number = число
report-fact-date = дата
report-fact-quote = цитата
report-fact-negation = отрицание

report-unchanged =
    { $count ->
         [one] { $count } предложение без изменений
         [few] { $count } предложения без изменений
        *[many] { $count } предложений без изменений
    }
report-unchanged-paragraphs =
    { $count ->
         [one] { $count } абзац без изменений
         [few] { $count } абзаца без изменений
        *[many] { $count } абзацев без изменений
    }
report-not-reviewed =
    { $count ->
         [one] { $count } черновик ещё не проверен
         [few] { $count } черновика ещё не проверены
        *[many] { $count } черновиков ещё не проверено
    }
report-times =
    { $count ->
         [one] { $count } раз
         [few] { $count } раза
        *[many] { $count } раз
    }
report-findings-count =
    { $count ->
         [one] { $count } замечание
         [few] { $count } замечания
        *[many] { $count } замечаний
    }
report-count-critical =
    { $count ->
         [one] { $count } критическое
         [few] { $count } критических
        *[many] { $count } критических
    }
report-count-major =
    { $count ->
         [one] { $count } серьёзное
         [few] { $count } серьёзных
        *[many] { $count } серьёзных
    }
report-count-minor =
    { $count ->
         [one] { $count } мелкое
         [few] { $count } мелких
        *[many] { $count } мелких
    }
report-count-neutral =
    { $count ->
         [one] { $count } совет
         [few] { $count } совета
        *[many] { $count } советов
    }
report-more =
    { $count ->
         [one] ещё { $count } замечание здесь не показано
         [few] ещё { $count } замечания здесь не показаны
        *[many] ещё { $count } замечаний здесь не показано
    }

report-severity-critical = критическое
report-severity-major = серьёзное
report-severity-minor = мелкое
report-severity-neutral = совет
report-fix = исправление: `{ $text }`
report-fix-delete = исправление: удалить
report-alternatives = или: { $list }
report-hint = подсказка: { $text }
report-term-preferred = глоссарий, основной вариант: { $concept }
report-term-admitted = глоссарий, допустимый вариант: { $concept }
report-term-deprecated = глоссарий, устаревший вариант: { $concept }
report-term-forbidden = глоссарий, запрещённый вариант: { $concept }

report-role-title = заголовок
report-role-standfirst = лид
report-role-heading = подзаголовок
report-role-paragraph = абзац
report-role-quote = цитата
report-role-list-item = пункт списка
report-role-table-cell = ячейка таблицы
report-role-caption = подпись
report-role-credit = источник изображения
report-role-alt = альтернативный текст
report-role-link-title = подсказка ссылки
report-role-byline = автор
report-role-bio = об авторе
report-role-footnote = сноска
report-role-note = примечание редакции
report-role-boilerplate = текст редакции

## Правила по названиям

report-rule-missing = нет перевода
report-rule-stale = устаревший перевод
report-rule-untranslated = повтор оригинала
report-rule-other-language = текст на другом языке
report-rule-length = пропущенное и лишнее
report-rule-misaligned = перевод другого предложения
report-rule-repetition = повторы
report-rule-machine-traces = следы машины
report-rule-left-in-source = текст на языке статьи
report-rule-codes = разметка
report-rule-addresses = адреса
report-rule-placeholders = заполнители
report-rule-numbers = числа
report-rule-misattributed = чья цитата
report-rule-negation = отрицание
report-rule-opposite = противоположный смысл
report-rule-hedge = оговорки
report-rule-names = имена
report-rule-name-consistency = единое написание имён
report-rule-mirror = сверка версий
report-rule-forbidden-term = запрещённый вариант
report-rule-deprecated-term = устаревший вариант
report-rule-terminology = терминология
report-rule-source-term = вариант в оригинале
report-rule-misspelt-term = ошибка в термине
report-rule-term-case = прописные буквы в термине
report-rule-term-quotes = термин без кавычек
report-rule-term-consistency = единство терминов
report-rule-sibling-language = слова родственного языка
report-rule-foreign-letters = буквы другого алфавита
report-rule-damaged-text = повреждённый текст
report-rule-invisible-characters = невидимые знаки
report-rule-lookalike-letters = похожие буквы
report-rule-quotations = цитаты
report-rule-apostrophe = апостроф
report-rule-euphony = чередование по звукам
report-rule-end-mark = знак в конце
report-rule-brackets = скобки
report-rule-doubled-word = повторённое слово
report-rule-source-text = текст оригинала
report-rule-spaces = пробелы
report-rule-first-capital = прописная буква в начале
report-rule-spelling = орфография
report-rule-composition = буква из двух знаков
report-rule-typography = оформление текста
report-rule-original-wording = слова самого автора цитаты
report-rule-boilerplate-missing = нет постоянного текста
report-rule-front-matter = заголовочная часть
report-rule-too-deep = глубина списков и цитат
report-rule-unknown-role = неизвестная роль
report-rule-bad-original = комментарий об оригинальных словах
report-rule-picture-missing = нет изображения
report-rule-picture-refused = изображение не скопировано
report-rule-left-out = нет на странице
report-rule-slug-changed = изменённый адрес
report-rule-draft-rejected = черновик не принят
report-rule-merge-unknown = неизвестный сегмент
report-rule-draft-unit = черновик без сегмента
report-rule-tmx-language = язык в памяти переводов
report-rule-tmx-unit = запись памяти переводов
report-rule-bilingual-files = статьи в файле сегментов
report-rule-bilingual-unit-id = идентификатор сегмента
report-rule-bilingual-unit-source = оригинал сегмента
report-rule-bilingual-duplicate = повтор сегмента
report-rule-glossary = файлы глоссария
report-rule-ignore-unused = недействующее исключение
report-rule-orphaned-file = файл без статьи
report-rule-orphaned-page = страница без статьи
report-rule-open-conflict = нерешённый конфликт
report-rule-waiver = снятие замечания
report-rule-glossary-import = импорт глоссария
report-rule-glossary-lint = согласованность глоссария
