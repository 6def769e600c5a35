# Что программа говорит в терминале и отчётах. Число $count выбирает форму множественного числа.

## Слова вокруг сказанного

word-error = ошибка
word-warning = предупреждение
word-hint = подсказка
word-note = примечание
word-line = строка { $line }
word-none = нет
word-yes = да
word-no = нет
more = ещё { $count }
wrote = записан файл { $file }
would-write = был бы записан файл { $file }
unchanged = без изменений: { $file }
removed = удалён файл { $file }

## Количество

count-segments = { $count ->
    [one] { $count } сегмент
    [few] { $count } сегмента
   *[many] { $count } сегментов
}
count-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слов
}
count-characters = { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
}
count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
count-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
count-editions = { $count ->
    [one] { $count } версия
    [few] { $count } версии
   *[many] { $count } версий
}
count-findings = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
}
count-concepts = { $count ->
    [one] { $count } понятие
    [few] { $count } понятия
   *[many] { $count } понятий
}

## Вес замечаний, состояние, происхождение, употребление

severity-neutral = совет
severity-minor = мелкое
severity-major = серьёзное
severity-critical = критическое

state-missing = нет перевода
state-draft = черновик
state-stale = устарело
state-initial = не переведено
state-translated = переведено
state-reviewed = проверено
state-final = утверждено

origin-human = человек
origin-human-by = { $by }
origin-machine = машина: { $engine }
origin-memory-in-context = память: то же предложение на том же месте
origin-memory-exact = память: то же предложение
origin-memory-fuzzy = память: похожее предложение, { $percent }
origin-source = оставлено как в оригинале

usage-preferred = основной
usage-admitted = допустимый
usage-deprecated = устаревший
usage-forbidden = запрещённый

## Части статьи

role-title = заголовок
role-standfirst = лид
role-heading = подзаголовок
role-paragraph = абзац
role-quote = цитата
role-list-item = пункт списка
role-table-cell = ячейка таблицы
role-caption = подпись
role-credit = автор снимка
role-alt = описание снимка
role-link-title = подсказка ссылки
role-byline = автор
role-bio = об авторе
role-footnote = сноска
role-note = примечание редакции
role-boilerplate = постоянный текст
role-meta = заголовочная часть

## Итог запуска

summary-article = статья
summary-locale = язык
summary-segments = сегменты
summary-words = слова
summary-missing = без перевода
summary-draft = черновики
summary-stale = устарело
summary-translated = переведено
summary-reviewed = проверено
summary-final = утверждено
summary-coverage = готовность
summary-findings = замечания
summary-files = записанные файлы
summary-reused = из памяти
summary-total = всего
summary-finished = закончено: { $count ->
    [one] готова { $count } версия
    [few] готовы { $count } версии
   *[many] готово { $count } версий
}
summary-nothing-to-do = нечего делать
summary-unfinished = не закончено: без перевода { $count ->
    [one] остался { $count } сегмент
    [few] осталось { $count } сегмента
   *[many] осталось { $count } сегментов
}; всё сделанное сохранено
summary-interrupted = прервано; всё сделанное сохранено
summary-no-findings = замечаний нет
summary-gate-failed = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
} уровня «{ $severity }» или выше
summary-gate-passed = нет замечаний уровня «{ $severity }» или выше
summary-ignored = { $count ->
    [one] { $count } замечание пропущено по настройкам проекта
    [few] { $count } замечания пропущены по настройкам проекта
   *[many] { $count } замечаний пропущено по настройкам проекта
}
summary-baseline = { $count ->
    [one] { $count } замечание известно с прошлого раза
    [few] { $count } замечания известны с прошлого раза
   *[many] { $count } замечаний известно с прошлого раза
}
summary-draft-edition = эта версия — черновик: { $count ->
    [one] не утверждён { $count } сегмент
    [few] не утверждены { $count } сегмента
   *[many] не утверждено { $count } сегментов
}
summary-sent = отправлено в { $engine }: { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
}
summary-would-send = было бы отправлено в { $engine }: { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
}
summary-from-ledger = { $count ->
    [one] { $count } ответ уже оплачен и использован снова
    [few] { $count } ответа уже оплачены и использованы снова
   *[many] { $count } ответов уже оплачено и использовано снова
}

## Ход работы

progress-reading = читается { $file }
progress-fetching = загружается { $url }
progress-translating = перевод: { $done } из { $total }
progress-checking = проверка: { $done } из { $total }
progress-building = сборка: { $done } из { $total }
progress-waiting = { $engine } занят; следующая попытка через { $seconds } с
progress-offline = без сети: ни один движок не опрашивается

## import

import-article = { $title }: { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слов
}
import-left-out = { $count ->
    [one] отброшена { $count } часть страницы
    [few] отброшены { $count } части страницы
   *[many] отброшено { $count } частей страницы
}
import-nothing-left-out = ничего не отброшено
import-line = строка { $line }: { $reason }: { $text }
import-no-article = на этой странице статьи не найдено
import-check = сравните статью со страницей, прежде чем переводить
import-reason-navigation = навигация
import-reason-placeholder = заполнитель загрузки
import-reason-counter = счётчик просмотров
import-reason-tags = строка тегов
import-reason-teaser = анонс, повторяющий начало
import-reason-byline = ещё раз имя автора
import-reason-title = ещё раз заголовок
import-reason-duplicate = та же строка ещё раз
import-reason-empty = пусто
import-reason-date = дата, сохранена в заголовочной части
import-reason-related = ссылки на другие статьи
import-reason-share = кнопки «поделиться»
import-reason-subscribe = приглашение подписаться
import-reason-donate = просьба о поддержке
import-reason-comments = комментарии
import-reason-advertisement = реклама
import-reason-cookies = сообщение о файлах cookie
import-reason-copyright = строка об авторских правах
import-reason-search = форма поиска
import-reason-breadcrumbs = путь по разделам
import-reason-author = сведения об авторе, сохранены в заголовочной части
import-reason-media = проигрыватель или встроенные медиа
import-reason-script = скрипт или стиль
import-reason-other = не относится к статье

## merge

merge-untouched = { $count ->
    [one] { $count } сегмент не изменён
    [few] { $count } сегмента не изменены
   *[many] { $count } сегментов не изменено
}
merge-edited = { $count ->
    [one] принята { $count } правка
    [few] приняты { $count } правки
   *[many] принято { $count } правок
}
merge-stale = { $count ->
    [one] { $count } правка относится к изменённому предложению; она сохранена как устаревшая
    [few] { $count } правки относятся к изменённым предложениям; они сохранены как устаревшие
   *[many] { $count } правок относятся к изменённым предложениям; они сохранены как устаревшие
}
merge-conflict = { $count ->
    [one] { $count } конфликт: наш перевод остаётся, чужой — в { $file }
    [few] { $count } конфликта: наши переводы остаются, чужие — в { $file }
   *[many] { $count } конфликтов: наши переводы остаются, чужие — в { $file }
}
merge-obsolete = { $count ->
    [one] { $count } предложения больше нет в статье; его перевод сохранён
    [few] { $count } предложений больше нет в статье; их переводы сохранены
   *[many] { $count } предложений больше нет в статье; их переводы сохранены
}
merge-unknown = { $count ->
    [one] { $count } неизвестный сегмент; его текст сохранён
    [few] { $count } неизвестных сегмента; их тексты сохранены
   *[many] { $count } неизвестных сегментов; их тексты сохранены
}
merge-not-returned = { $count ->
    [one] { $count } сегмент не вернулся
    [few] { $count } сегмента не вернулись
   *[many] { $count } сегментов не вернулось
}
merge-nothing = правок нет

## approve

approve-raised = { $count ->
    [one] { $count } сегмент получил состояние «{ $state }»
    [few] { $count } сегмента получили состояние «{ $state }»
   *[many] { $count } сегментов получили состояние «{ $state }»
}
approve-already = { $count ->
    [one] { $count } сегмент уже имел его
    [few] { $count } сегмента уже имели его
   *[many] { $count } сегментов уже имели его
}
approve-left-missing = { $count ->
    [one] { $count } сегмент без перевода оставлен как есть
    [few] { $count } сегмента без перевода оставлены как есть
   *[many] { $count } сегментов без перевода оставлено как есть
}
approve-left-stale = { $count ->
    [one] { $count } устаревший сегмент оставлен как есть
    [few] { $count } устаревших сегмента оставлены как есть
   *[many] { $count } устаревших сегментов оставлено как есть
}
approve-nothing = нечего утверждать

## status

status-heading = Состояние переводов
status-final = утверждено: можно публиковать
status-open = { $count ->
    [one] { $count } сегмент не утверждён
    [few] { $count } сегмента не утверждены
   *[many] { $count } сегментов не утверждено
}
status-no-articles = статей пока нет: положите статью в { $folder } или импортируйте её
status-not-built = ещё не собрано
status-outdated = собрано до последнего изменения

## doctor

doctor-heading = Что есть в этой установке и проекте
doctor-project = проект: { $path }
doctor-no-project = здесь нет проекта: его создаст `tolmach init`
doctor-articles = статьи: { $count }
doctor-locale = язык { $locale }: { $name }
doctor-locale-unknown = язык { $locale }: профиля нет; действуют общие правила
doctor-backend = движок { $name }: готов
doctor-backend-no-key = движок { $name }: нет ключа; задайте { $variable }
doctor-backend-away = движок { $name }: недоступен
doctor-no-backend = движок не задан; `run` переводит только из памяти
doctor-glossary = глоссарий: { $count ->
    [one] { $count } понятие
    [few] { $count } понятия
   *[many] { $count } понятий
}
doctor-lock-fresh = закреплённые формы совпадают с теми, что дают правила
doctor-lock-stale = закреплённые формы расходятся с теми, что дают правила; см. `tolmach glossary forms`
doctor-dictionary = словарь для { $locale }: { $path }
doctor-no-dictionary = словарь для { $locale }: нет; проверки работают и без него
doctor-program = { $program }: есть
doctor-no-program = { $program }: не установлено
doctor-well = всё хорошо
doctor-problems = { $count ->
    [one] { $count } проблема
    [few] { $count } проблемы
   *[many] { $count } проблем
}

## init

init-created = создан файл { $file }
init-kept = оставлен файл { $file }
init-done = проект готов
init-next = дальше: положите статью в { $folder } и выполните `tolmach run`
init-exists = здесь уже есть проект

## explain, glossary, настройки

explain-unknown = нет правила `{ $rule }`
explain-rules = правила
explain-severity = вес: { $severity }
explain-good = хорошо
explain-bad = плохо
glossary-valid = в глоссарии ошибок нет
glossary-forms-same = ни одна форма не изменилась
glossary-forms-changed = { $count ->
    [one] изменилась { $count } форма
    [few] изменились { $count } формы
   *[many] изменилось { $count } форм
}
glossary-locked = закреплено в { $file }
setting-flag = ключ командной строки
setting-environment = окружение
setting-project = проект
setting-user = настройки пользователя
setting-default = по умолчанию

## Отчёты

report-source-title = Что изменилось в оригинале
report-draft-title = От черновика к готовому тексту
report-edition-title = Что изменилось в версии
report-glossary-title = Глоссарий в статьях
report-check-title = Замечания
report-run-title = Отчёт о запуске
report-old = было
report-new = стало
report-source = оригинал
report-target = перевод
report-draft = черновик
report-final = готовый текст
report-published = опубликовано
report-change = изменение
report-locale = язык
report-segment = сегмент
report-role = часть
report-state = состояние
report-origin = происхождение
report-engine = движок
report-editor = редактор
report-rule = правило
report-severity = вес
report-place = место
report-message = замечание
report-fix = предложение
report-note = примечание
report-findings = замечания
report-missing = без перевода
report-stale = устарело
report-stale-in = устареет: { $locales }
report-words-to-translate = слов перевести заново
report-reuse = повторное использование
report-untouched = без правок
report-ter = TER
report-mean-ter = средний TER
report-chrf = chrF2
report-corrected-terms = термины, которые правят чаще всего
report-term-hits = найденные термины
report-concept = понятие
report-required = требуется
report-forms-found = найденные формы
report-forbidden-hits = запрещённые варианты
report-coverage = готовность
report-unused = не употребляются
report-pass = пройдено
report-fail = не пройдено
report-no-changes = ничего не изменилось
report-no-findings = замечаний нет
report-facts-changed = изменённые имена, числа, даты и цитаты
report-legend = условные знаки
report-legend-added = добавлено
report-legend-removed = удалено
report-legend-same = без изменений
report-added-begin = [добавлено:
report-added-end = ]
report-removed-begin = [удалено:
report-removed-end = ]
report-contents = содержание
change-same = без изменений
change-moved = перенесено
change-markup = разметка
change-typo = исправлена опечатка
change-edited = изменено
change-added = добавлено
change-removed = удалено
fact-name = имя
fact-number = число
fact-date = дата
fact-quote = цитата
fact-negation = отрицание
