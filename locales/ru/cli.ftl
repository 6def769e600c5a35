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

## Вес замечаний, состояние, употребление

severity-neutral = совет
severity-minor = мелкое
severity-major = серьёзное
severity-critical = критическое

state-missing = нет перевода
state-draft = черновик
state-stale = устарело
state-initial = не переведено
state-translated = переведено
state-reviewed = вычитано
state-final = утверждено

usage-preferred = основной
usage-admitted = допустимый
usage-deprecated = устаревший
usage-forbidden = запрещённый

## Итог запуска

summary-article = статья
summary-locale = язык
summary-segments = сегменты
summary-words = слова
summary-missing = без перевода
summary-draft = черновики
summary-stale = устарело
summary-translated = переведено
summary-reviewed = вычитано
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
    [few] { $count } замечания пропущено по настройкам проекта
   *[many] { $count } замечаний пропущено по настройкам проекта
}
summary-baseline = { $count ->
    [one] { $count } замечание известно с прошлого раза
    [few] { $count } замечания известны с прошлого раза
   *[many] { $count } замечаний известны с прошлого раза
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
   *[many] { $count } ответов уже оплачены и использованы снова
}
ledger-in-doubt = { $count ->
    [one] { $count } запрос остался без ответа; возможно, он оплачен; он посылается снова
    [few] { $count } запроса остались без ответа; возможно, они оплачены; они посылаются снова
   *[many] { $count } запросов остались без ответа; возможно, они оплачены; они посылаются снова
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
import-reason-loading = заполнитель загрузки
import-reason-navigation = навигация
import-reason-tags = строка тегов
import-reason-section = название раздела
import-reason-counter = счётчик
import-reason-share = кнопки «поделиться»
import-reason-teaser = анонс, повторяющий начало
import-reason-repeated-title = ещё раз заголовок
import-reason-repeated-byline = ещё раз имя автора
import-reason-promotion = собственная реклама издания
import-reason-advertisement = реклама
import-reason-related = ссылки на другие статьи
import-reason-consent = сообщение о файлах cookie
import-reason-comments = комментарии читателей
import-reason-copyright = строка об авторских правах
import-reason-label = метка того, что следует дальше
import-reason-date = дата, сохранена в заголовочной части
import-reason-hidden = скрытый элемент
import-reason-control = кнопка или форма
import-reason-aside = блок сбоку от статьи
import-reason-footer = низ страницы
import-reason-header = верх страницы
import-reason-embedded = замена встроенного объекта
import-reason-picture = снимок без известного адреса
import-reason-outside = вне статьи

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
build-refused = { $count ->
    [one] не собрано: { $count } сегмент не дошёл до нужного состояния
    [few] не собрано: { $count } сегмента не дошли до нужного состояния
   *[many] не собрано: { $count } сегментов не дошли до нужного состояния
}
build-refused-hint = переведите или утвердите их или соберите черновик с `--allow-missing`
diff-no-drafts = машинных черновиков в { $file } нет

## doctor

doctor-heading = Что есть в этой установке и проекте
doctor-user-settings = настройки пользователя: { $path }
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
glossary-valid = глоссарий правилен
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

## Глоссарий в статьях

glossary-report-title = Глоссарий в статьях
glossary-report-concept = понятие
glossary-report-required = требуется
glossary-report-forms = найденные формы
glossary-report-forbidden = запрещённые варианты
glossary-report-coverage = охват
glossary-report-unused = не употребляются
glossary-report-pass = пройдено
glossary-report-fail = не пройдено

## glossary

glossary-imported = новых { $new ->
    [one] { $new } понятие
    [few] { $new } понятия
   *[many] { $new } понятий
}, уже было { $same }: { $file }
glossary-added = { $name } добавлено в { $file }
glossary-forms-made = { $locale }: у «{ $name }» { $count ->
    [one] { $count } форма
    [few] { $count } формы
   *[many] { $count } форм
}
glossary-diff-added = добавлено: { $name }
glossary-diff-removed = убрано: { $name }
glossary-diff-changed = изменено: { $name }
glossary-diff-same = оба глоссария одинаковы
glossary-diff-wrong = { $count ->
    [one] { $count } предложение становится ошибочным
    [few] { $count } предложения становятся ошибочными
   *[many] { $count } предложений становятся ошибочными
}
