# Что программа говорит в терминале и отчётах. Число $count выбирает форму множественного числа.

## Слова вокруг сказанного

word-error = ошибка
word-hint = подсказка
word-line = строка { $line }
wrote = записан файл { $file }
unchanged = без изменений: { $file }
removed = удалён файл { $file }
moved = файл { $from } теперь называется { $to }

## Количество

count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}

## Важность замечаний, состояние, употребление

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

usage-preferred = основной
usage-admitted = допустимый
usage-deprecated = устаревший
usage-forbidden = запрещённый
derived-adjective = прилагательное
derived-inhabitant = житель

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
summary-finished = закончено: { $count ->
    [one] готова { $count } версия
    [few] готовы { $count } версии
   *[many] готово { $count } версий
}
exit-findings = не всё в порядке: подробности — в выводе команды
exit-refused = не все входные данные удалось обработать: подробности — в выводе команды
exit-unfinished = сделано не всё: запустите команду ещё раз, чтобы закончить
kin-missing = { $locale }: { $count ->
    [one] { $count } предложение осталось без черновика от `{ $engine }`: его текст в версии `{ $from }` не проверен
    [few] { $count } предложения остались без черновиков от `{ $engine }`: их текст в версии `{ $from }` не проверен
   *[many] { $count } предложений осталось без черновиков от `{ $engine }`: их текст в версии `{ $from }` не проверен
}
kin-unknown = { $locale }: { $count ->
    [one] { $count } слово, которого переводчик не знает, осталось без перевода; оно названо в заметке к предложению
    [few] { $count } слова, которых переводчик не знает, остались без перевода; они названы в заметках к предложениям
   *[many] { $count } слов, которых переводчик не знает, осталось без перевода; они названы в заметках к предложениям
}
kin-changed = { $locale }: { $count ->
    [one] { $count } слово изменено только по соответствию букв; оно названо в заметке к предложению
    [few] { $count } слова изменены только по соответствию букв; они названы в заметках к предложениям
   *[many] { $count } слов изменено только по соответствию букв; они названы в заметках к предложениям
}
kin-no-dictionary = { $locale }: орфографический словарь не установлен, поэтому по соответствию букв ничего не изменено
left-out = { $locale }: { $count ->
    [one] { $count } предложение отправлено
    [few] { $count } предложения отправлены
   *[many] { $count } предложений отправлено
} не со всеми сведениями, потому что больше движок не принимает; пропущено терминов: { $terms }
drafted-terms = { $locale }: термины в новых черновиках употреблены по глоссарию: { $found } из { $uses }
drafted-terms-changed = { $locale }: { $count ->
    [one] исправлена { $count } форма термина; она названа в заметке к предложению
    [few] исправлены { $count } формы терминов; они названы в заметках к предложениям
   *[many] исправлено { $count } форм терминов; они названы в заметках к предложениям
}
drafts-refused = { $count ->
    [one] { $count } предложение осталось без перевода: его черновик не принят
    [few] { $count } предложения остались без перевода: их черновики не приняты
   *[many] { $count } предложений осталось без перевода: их черновики не приняты
}
summary-not-ready = { $count ->
    [one] не готова { $count } версия
    [few] не готовы { $count } версии
   *[many] не готово { $count } версий
}: { $open }
summary-unseen = { $count ->
    [one] { $count } перевод сохранил своё состояние: его предложение изменилось незаметно для читателя
    [few] { $count } перевода сохранили своё состояние: их предложения изменились незаметно для читателя
   *[many] { $count } переводов сохранили своё состояние: их предложения изменились незаметно для читателя
}
open-missing = { $count ->
    [one] { $count } предложение без перевода
    [few] { $count } предложения без перевода
   *[many] { $count } предложений без перевода
}
open-stale = { $count ->
    [one] { $count } устаревшее предложение
    [few] { $count } устаревших предложения
   *[many] { $count } устаревших предложений
}
open-draft = { $count ->
    [one] { $count } черновик
    [few] { $count } черновика
   *[many] { $count } черновиков
}
open-below = { $count ->
    [one] { $count } предложение не утверждено
    [few] { $count } предложения не утверждены
   *[many] { $count } предложений не утверждено
}
open-finding = { $count ->
    [one] замечания в { $count } месте
    [few] замечания в { $count } местах
   *[many] замечания в { $count } местах
}
summary-interrupted = прервано; всё сделанное сохранено
explain-nothing = { $article } { $locale }: ни один движок не получил бы запросов
interrupt-waits = работа останавливается, осталось дождаться ответов на уже отправленные запросы; нажмите `Ctrl-C` ещё раз, чтобы оборвать их сразу
interrupt-at-once = остановлено сразу; за запросы без ответа, возможно, уже взята плата; всё сделанное сохранено
summary-no-findings = замечаний нет
summary-gate-failed = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
} уровня «{ $severity }» или выше
since-left-out = { $count ->
    [one] { $count } замечание не показано: там ничего не изменилось после `{ $revision }`
    [few] { $count } замечания не показаны: там ничего не изменилось после `{ $revision }`
   *[many] { $count } замечаний не показано: там ничего не изменилось после `{ $revision }`
}
baseline-hidden = { $count ->
    [one] { $count } замечание не показано, так как уже есть в { $file }
    [few] { $count } замечания не показаны: они есть в { $file }
   *[many] { $count } замечаний не показано: они есть в { $file }
}
baseline-gone = { $count ->
    [one] { $count } замечания из { $file } больше нет: убрать оттуда можно с помощью `--update-baseline`
    [few] { $count } замечаний из { $file } больше нет: их уберёт оттуда `--update-baseline`
   *[many] { $count } замечаний из { $file } больше нет: их уберёт оттуда `--update-baseline`
}
baseline-written = { $count ->
    [one] в { $file } { $count } замечание
    [few] в { $file } { $count } замечания
   *[many] в { $file } { $count } замечаний
}
baseline-incomplete = { $file } оставлен без изменений: проверить удалось не всё
baseline-renamed = в списке известных замечаний `{ $file }` есть файлы со старым именем: заново его запишет `tolmach check --baseline { $file } --update-baseline`
check-waived = { $count ->
    [one] { $count } замечание снято
    [few] { $count } замечания сняты
   *[many] { $count } замечаний снято
}
waived = снято: { $finding }
lock-unheld = { $file } нельзя заблокировать ({ $reason }): ничто не помешает другому tolmach писать сюда в то же время
saved-meanwhile = { $count ->
    [0] { $file }: пока tolmach работал, кто-то сохранил этот файл; в нём есть изменения с обеих сторон
    [one] { $file }: пока tolmach работал, кто-то сохранил этот файл; в нём есть изменения с обеих сторон, а { $count } сегмент, изменённый дважды, оставлен таким, как его сохранил человек
    [few] { $file }: пока tolmach работал, кто-то сохранил этот файл; в нём есть изменения с обеих сторон, а { $count } сегмента, изменённых дважды, оставлены такими, как их сохранил человек
   *[many] { $file }: пока tolmach работал, кто-то сохранил этот файл; в нём есть изменения с обеих сторон, а { $count } сегментов, изменённых дважды, оставлено такими, как их сохранил человек
}
orphan-used = { $count ->
    [one] { $file }: статья переименована, и { $count } перевод отсюда служит памятью; всё остальное переносит `{ $command }`
    [few] { $file }: статья переименована, и { $count } перевода отсюда служат памятью; всё остальное переносит `{ $command }`
   *[many] { $file }: статья переименована, и { $count } переводов отсюда служат памятью; всё остальное переносит `{ $command }`
}
ledger-in-doubt = { $count ->
    [one] { $count } запрос остался без ответа; возможно, за него уже взяли плату; он отправляется снова
    [few] { $count } запроса остались без ответа; возможно, за них уже взяли плату; они отправляются снова
   *[many] { $count } запросов осталось без ответа; возможно, за них уже взяли плату; они отправляются снова
}
engine-pause = { $engine } просит сделать паузу: запросы ждут { $seconds } с
engine-passed-on = { $error }; остальные предложения переводит следующий движок
engine-foreseen = { $error }; это важно там, где предыдущие движки не дадут черновика
ledger-damaged = { $file }: { $count ->
    [one] { $count } строка ({ $line }) не читается
    [few] { $count } строки не читаются, первая из них — { $line }
   *[many] { $count } строк не читаются, первая из них — { $line }
}; из файла ничего не удаляется, но за то, что там было, может взиматься плата ещё раз
cache-damaged = { $file }: файл повреждён, он создаётся заново
cache-other-version = { $file }: файл создан другой версией tolmach; работа идёт без него
cache-unreachable = Работа идёт без сохранённых результатов: { $cause }

bill-engine = движок
bill-day = день
bill-asked = запросов
bill-answered = ответов
bill-characters = знаков к оплате
bill-in-doubt = без ответа
bill-told = по данным движка
bill-total = итого
bill-none = к движкам ещё не обращались
bill-billed = к оплате
bill-unit = единица
bill-unit-characters = знаки
bill-unit-tokens = токены
bill-unit-requests = запросы
bill-texts = текстов
bill-characters-sent = знаков
bill-tokens = токенов
bill-cost = стоимость
plan-none = обращаться к движкам не придётся
progress-pace = { $rate } в секунду, осталось { $seconds } с
progress-characters-left = { $count ->
    [one] остался { $count } знак
    [few] осталось { $count } знака
   *[many] осталось { $count } знаков
}
progress-cost-left = осталось { $amount }

## quotes

quotes-place = место
quotes-speaker = кто говорит
quotes-language = язык оригинала
quotes-text = цитата
quotes-none = в статьях нет прямых цитат

## import

import-nothing-left-out = ничего не отброшено
import-no-article = на этой странице статьи не найдено
import-check = сравните статью со страницей, прежде чем переводить
import-drops-most = слов связного текста: в статье — { $kept }, отброшено — { $dropped }; посмотрите, чего не хватает в статье
import-reason-loading = заглушка на время загрузки
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
import-reason-date = дата; сохранена в заголовочной части
import-reason-hidden = скрытый элемент
import-reason-control = кнопка или форма
import-reason-aside = блок сбоку от статьи
import-reason-footer = низ страницы
import-reason-header = верх страницы
import-reason-embedded = замена встроенного объекта
import-reason-picture = изображение без известного адреса
import-reason-copy = вторая копия
import-reason-outside = вне статьи

## export

export-lost = формат «{ $format }» не может вместить всего, что есть в переводах ({ $list }); то, чего в нём нет, остаётся в файлах сегментов, и при слиянии оно берётся оттуда
feature-state = состояния
feature-approval = утверждения
feature-origin = происхождение
feature-codes = коды в тексте
feature-notes = заметки
feature-stale = прежние слова изменённых предложений
feature-obsolete = переводы предложений, которых уже нет
feature-sent = пометки об отправленном

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
merge-confirmed = { $count ->
    [one] подтверждён без изменений { $count } перевод
    [few] подтверждены без изменений { $count } перевода
   *[many] подтверждено без изменений { $count } переводов
}
merge-placeholder = { $count ->
    [one] { $count } заглушка оставлена как есть: это не перевод
    [few] { $count } заглушки оставлены как есть: это не перевод
   *[many] { $count } заглушек оставлено как есть: это не перевод
}
merge-withheld = { $count ->
    [one] { $count } сегмент принят, но не утверждён: к нему есть замечания
    [few] { $count } сегмента приняты, но не утверждены: к ним есть замечания
   *[many] { $count } сегментов принято, но не утверждено: к ним есть замечания
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
merge-remarks = { $count ->
    [one] добавлено { $count } новое замечание
    [few] добавлены { $count } новых замечания
   *[many] добавлено { $count } новых замечаний
}
merge-not-returned = { $count ->
    [one] { $count } сегмент не вернулся
    [few] { $count } сегмента не вернулись
   *[many] { $count } сегментов не вернулось
}

resolve-settled = { $count ->
    [one] { $count } конфликт решён; уступивший текст сохранён в заметке
    [few] { $count } конфликта решены; уступившие тексты сохранены в заметках
   *[many] { $count } конфликтов решено; уступившие тексты сохранены в заметках
}
resolve-open = { $count ->
    [one] { $count } конфликт остаётся нерешённым
    [few] { $count } конфликта остаются нерешёнными
   *[many] { $count } конфликтов остаются нерешёнными
}
resolve-none = конфликтов нет

## approve

approve-raised = { $count ->
    [one] { $count } сегмент теперь в состоянии «{ $state }»
    [few] { $count } сегмента теперь в состоянии «{ $state }»
   *[many] { $count } сегментов теперь в состоянии «{ $state }»
}
approve-already = { $count ->
    [one] { $count } сегмент уже был в этом состоянии
    [few] { $count } сегмента уже были в этом состоянии
   *[many] { $count } сегментов уже было в этом состоянии
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
approve-left-changed = { $count ->
    [one] { $count } сегмент тем временем получил другой текст и оставлен как есть
    [few] { $count } сегмента тем временем получили другой текст и оставлены как есть
   *[many] { $count } сегментов тем временем получили другой текст и оставлены как есть
}
approve-left-placeholder = { $count ->
    [one] { $count } заглушка оставлена как есть: это не перевод
    [few] { $count } заглушки оставлены как есть: это не перевод
   *[many] { $count } заглушек оставлено как есть: это не перевод
}
approve-left-draft = { $count ->
    [one] { $count } машинный черновик, который никто не правил, оставлен как есть
    [few] { $count } машинных черновика, которые никто не правил, оставлены как есть
   *[many] { $count } машинных черновиков, которые никто не правил, оставлено как есть
}
approve-left-finding = { $count ->
    [one] { $count } сегмент с замечаниями оставлен как есть
    [few] { $count } сегмента с замечаниями оставлены как есть
   *[many] { $count } сегментов с замечаниями оставлено как есть
}
approve-hint-placeholders = заглушку утвердить нельзя: переведите предложение сами или другим движком
approve-hint-drafts = подтвердите черновик в программе для перевода или утвердите черновики без проверки с `--drafts`; это будет записано
approve-hint-findings = исправьте их (замечания показывает `tolmach check`) или утвердите с `--despite-findings`; это будет записано

## status

status-no-articles = статей пока нет: положите статью в { $folder } или импортируйте её
status-despite-drafts = { $count ->
    [one] { $count } машинный черновик утверждён без проверки
    [few] { $count } машинных черновика утверждены без проверки
   *[many] { $count } машинных черновиков утверждено без проверки
}
status-despite-findings = { $count ->
    [one] { $count } сегмент утверждён несмотря на замечания
    [few] { $count } сегмента утверждены несмотря на замечания
   *[many] { $count } сегментов утверждено несмотря на замечания
}
build-refused = { $count ->
    [one] не собрано: { $count } сегмент не дошёл до нужного состояния
    [few] не собрано: { $count } сегмента не дошли до нужного состояния
   *[many] не собрано: { $count } сегментов не дошло до нужного состояния
}
build-refused-hint = переведите или утвердите их (список покажет `-v`) либо соберите черновик с `--allow-missing`
build-draft = собрано как черновик: { $open }
diff-no-drafts = машинных черновиков в { $file } нет

## score

score-text = текст
score-edition = версия
score-drafts = первые черновики
score-references = образцы
score-term-uses = термины
score-term-success = верные термины
score-consistency = единство терминов
score-nothing = оценивать нечего: в версиях нет переводов, черновиков тоже нет
score-no-terms = верные термины и их единство не подсчитаны: в оригинале нет терминов ни из глоссария, ни из списков
score-no-repeats = единство терминов не подсчитано: ни один термин не повторяется в другом сегменте
score-no-references = chrF2++, BLEU и TER не подсчитаны: нет образцов для сравнения
score-terms-not-in-source = не учтено терминов: { $count } из { $all }; их нет в оригинале той же строки

## doctor

doctor-user-settings = настройки пользователя: { $path }
doctor-project = проект: { $path }
doctor-no-project = здесь нет проекта: его создаст `tolmach init`
doctor-articles = статьи: { $count }
doctor-locale = язык { $locale }: { $name }
doctor-locale-unknown = язык { $locale }: профиля нет; действуют общие правила
doctor-backend = движок { $name }: готов
doctor-glossary = глоссарий: { $count ->
    [one] { $count } понятие
    [few] { $count } понятия
   *[many] { $count } понятий
}
doctor-program = { $program }: есть
doctor-no-program = { $program }: не установлено
doctor-well = всё хорошо
doctor-problems = { $count ->
    [one] { $count } проблема
    [few] { $count } проблемы
   *[many] { $count } проблем
}

## Формы

case-nominative = именительный
case-genitive = родительный
case-dative = дательный
case-accusative = винительный
case-instrumental = творительный
case-locative = предложный
case-vocative = звательный
number-singular = единственное число
number-plural = множественное число
gender-masculine = мужской род
gender-feminine = женский род
gender-neuter = средний род
class-from-written = из глоссария
class-from-preferred = от основного варианта
class-from-guessed = догадка
class-from-given = как задано
class-from-none = без правил
forms-stay = не склоняется
forms-also = также: { $forms }
forms-no-lock = файла { $file } ещё нет
forms-write-hint = выполните `tolmach glossary forms --write`
forms-open = { $count ->
    [one] { $count } строка форм ждёт проверки: `tolmach glossary review`
    [few] { $count } строки форм ждут проверки: `tolmach glossary review`
   *[many] { $count } строк форм ждут проверки: `tolmach glossary review`
}
forms-wrong = { $count ->
    [one] { $count } строка форм признана ошибочной
    [few] { $count } строки форм признаны ошибочными
   *[many] { $count } строк форм признаны ошибочными
}
review-question = Все ли эти формы верны?
review-answers = `y`: да, `n`: нет, `s`: пропустить, `q`: закончить
review-seen = проверено раньше:
review-wrong-hint = дайте этому варианту в глоссарии другой класс или перечислите там его формы
review-terminal-hint = команда спрашивает только в терминале; без него все формы принимает `--accept-all --by NAME`
class-question-being = Называет ли «{ $name }» живое существо?
class-question-gender = «{ $name }» — это он, она или оно?
class-question-declines = Меняется ли «{ $name }» в предложении?
class-question-adjective = Меняется ли «{ $name }» так, как прилагательное?
class-question-plural = Может ли быть несколько таких, как «{ $name }»?
class-question-form = Как правильно склонять «{ $name }»?
# What is typed for yes and no, in lower case.
typed-yes = да д
typed-no = нет н
class-answers-yes = `y`: да, `n`: нет, `s`: пропустить, `q`: закончить
class-answers-number = номер строки; `s`: пропустить, `q`: закончить
class-written = { $locale }: у «{ $name }» теперь класс { $class }: { $file }

## init

init-created = создан файл { $file }
init-kept = оставлен без изменений файл { $file }
init-done = проект готов
init-next = дальше: положите статью в { $folder } и выполните `tolmach run`
init-docs = читайте дальше: `docs/getting-started.md` в исходном коде tolmach; команды перечисляет `tolmach help`, правила — `tolmach explain`

## explain, glossary, настройки

explain-severity = важность: { $severity ->
    [neutral] совет
    [minor] малая
    [major] серьёзная
   *[critical] критическая
}

## Fixes

fix-done = { $count ->
    [one] { $count } исправление внесено
    [few] { $count } исправления внесены
   *[many] { $count } исправлений внесено
}
fix-would = { $count ->
    [one] { $count } бесспорное исправление
    [few] { $count } бесспорных исправления
   *[many] { $count } бесспорных исправлений
}
fix-offered = { $count ->
    [one] нужен человек: { $count } место
    [few] нужен человек: { $count } места
   *[many] нужен человек: { $count } мест
}
fix-certain = бесспорно
fix-lowered = бесспорно; больше не проверено
fix-guess = должен выбрать человек

## glossary

glossary-forms-same = ни одна форма не изменилась
glossary-forms-changed = { $count ->
    [one] изменилась { $count } форма
    [few] изменились { $count } формы
   *[many] изменилось { $count } форм
}
glossary-imported = новых понятий: { $new }, уже было: { $same }: { $file }
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
