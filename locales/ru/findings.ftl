# Что сказано о тексте: `finding-<rule>` на месте, `rule-<rule>` для `tolmach explain`.

## Полнота

finding-missing = нет перевода
rule-missing = У каждого сегмента статьи должен быть перевод; сегмент без него помечен в готовой версии как пропущенный.
finding-stale = оригинал изменился после перевода
rule-stale = Когда предложение статьи меняется, его перевод уже не говорит того же, пока его не просмотрит человек.
finding-untranslated = перевод повторяет оригинал
rule-untranslated = Перевод, равный оригиналу, не переведён; одни лишь имена и числа — не ошибка.
finding-codes = { $problem ->
    [missing] не хватает знака разметки { $code } из оригинала
    [extra] знака разметки { $code } нет в оригинале
    [crossed] знак разметки { $code } закрывает не ту пару, что открыта последней
   *[other] разметка расходится с оригиналом: не хватает { $missing }, лишнее { $extra }
}
rule-codes = Ссылки, выделения и другая разметка оригинала должны быть в переводе и правильно вкладываться одна в другую.
finding-numbers = { $problem ->
    [missing] в переводе нет { $expected } из оригинала
    [extra] в оригинале нет { $found }
    [english-comma] в оригинале { $expected }, в переводе { $found }: здесь запятая отделяет дробную часть, а не тысячи
   *[other] в оригинале { $expected }, в переводе { $found }
}
rule-numbers = Каждое число оригинала должно быть в переводе, цифрами или словами.
finding-links = адрес { $address } есть не в обоих текстах
rule-links = Адреса оригинала должны стоять в переводе без изменений.
finding-length = длина перевода — { $percent } от оригинала
rule-length = Перевод, намного короче или длиннее оригинала, мог что-то потерять или добавить.

## Термины

finding-forbidden-term = { $lacks ->
    [preferred] «{ $term }» — не наш вариант
   *[other] «{ $term }» — не наш вариант; пишите «{ $preferred }»
}
rule-forbidden-term = Глоссарий запрещает этот вариант.
finding-deprecated-term = { $lacks ->
    [preferred] «{ $term }» больше не употребляем
   *[other] «{ $term }» больше не употребляем; пишите «{ $preferred }»
}
rule-deprecated-term = Глоссарий больше не употребляет этого варианта.
finding-terminology = «{ $term }» переведено не как «{ $preferred }»
rule-terminology = Термин оригинала требует варианта из глоссария в любой его форме.
finding-source-term = { $lacks ->
    [preferred] в оригинале «{ $term }» — не вариант редакции
   *[other] в оригинале «{ $term }» — не вариант редакции; пишите «{ $preferred }»
}
rule-source-term = В самой статье употреблён вариант, который запрещает глоссарий.
finding-misspelled-term = «{ $found }» — возможно, ошибка в слове «{ $term }»
rule-misspelled-term = Слово отличается от формы термина одной-двумя буквами.
finding-inconsistent = то же предложение в другом месте переведено иначе: «{ $other }»
rule-inconsistent = Одинаковые предложения следует переводить одинаково.

## Буквы и знаки

finding-foreign-letters = буквы другого алфавита в слове «{ $word }»: { $letters }
rule-foreign-letters = Буква, которой в языке нет, или латинская буква, похожая на свою.
finding-invisible-characters = невидимые знаки: { $characters }
rule-invisible-characters = В готовом тексте не должно быть мягких переносов, знаков нулевой ширины и знаков направления.
finding-normalization = буквы, составленные из частей: { $letters }
rule-normalization = Такие буквы, как й и ё, — это один знак (NFC), а не буква и значок.
finding-quotes = вместо кавычек { $found } нужны { $expected }
rule-quotes = Кавычки зависят от языка и уровня цитаты.
finding-unbalanced = у знака { $mark } нет пары
rule-unbalanced = Кавычки и скобки бывают только парами.
finding-apostrophe = апостроф редакции — { $expected }
rule-apostrophe = В словах редакция пишет апостроф одного вида.
finding-dash = тире должно быть таким: { $expected }
rule-dash = Между словами стоит тире с пробелами, а не дефис.
finding-typography = вместо «{ $found }» нужно «{ $expected }»
rule-typography = Пробелы и знаки ставятся по правилам языка.
finding-alternation = здесь вместо «{ $found }» нужно «{ $expected }»
rule-alternation = Белорусский безударный звук «у» после гласной обозначает особая буква, если между ними нет паузы.
finding-spacing = { $count ->
    [one] { $count } лишний пробел
    [few] { $count } лишних пробела
   *[many] { $count } лишних пробелов
}
rule-spacing = Слова разделяет один пробел, а перед запятой и точкой его нет.
finding-end-mark = оригинал заканчивается на { $expected }, перевод — на { $found }
rule-end-mark = В обоих языках предложение заканчивается знаком одного рода.
finding-headline-stop = в конце заголовка точки нет
rule-headline-stop = Заголовки, подзаголовки и строки об авторе снимка пишутся без точки в конце.
finding-repeated-word = слово «{ $word }» стоит здесь дважды
rule-repeated-word = Слово идёт за самим собой — обычно это ошибка.
finding-month-name = «{ $found }» — не название месяца в этом языке
rule-month-name = Название месяца принадлежит другому языку.
finding-number-form = вместо «{ $found }» нужно «{ $expected }»: здесь запятая отделяет дробную часть, а не тысячи
rule-number-form = Числа пишутся по правилам языка: 1,000, перенесённое из английского, читается как дробь.
finding-spelling = слова «{ $word }» нет в словаре
rule-spelling = Слово, которого не знает установленный словарь.

## Статья

finding-original-wording = известны слова самого автора цитаты: «{ $wording }»
rule-original-wording = Цитата приводится словами самого автора, если они известны, и никогда не переводится обратно.
finding-boilerplate-missing = постоянного текста «{ $name }» на этом языке нет; остаётся текст оригинала
rule-boilerplate-missing = Постоянные тексты пишутся один раз для каждого языка под именем `boilerplate-NAME` в файле `edition.ftl`.
finding-front-matter = заголовочная часть: { $problem }
rule-front-matter = Заголовочную часть статьи не удалось прочитать как есть.
finding-unknown-role = части с названием `{ $role }` нет
rule-unknown-role = Комментарий называет часть, которой нет; блок остаётся тем, чем его делает оформление.
finding-bad-original = этот комментарий об оригинальных словах невозможно прочитать: { $comment }
rule-bad-original = Комментарий об оригинальных словах называет язык и сами слова.
finding-picture-missing = снимка { $file } нет
rule-picture-missing = Статья показывает снимок, которого нет в проекте.
finding-tag-unknown = для тега «{ $tag }» в этом языке нет варианта
rule-tag-unknown = Теги переводятся по таблице, а не машиной.
finding-conflict-markers = в файле остались метки конфликта системы контроля версий
rule-conflict-markers = Слияние не довели до конца: в файле стоят три строки-метки.

## Черновики, файлы сегментов, слияние

finding-draft-rejected = черновик движка { $engine } не принят: { $reason }
rule-draft-rejected = Машинный черновик, который ломает строение текста, никогда не принимается; сегмент остаётся без перевода.
rejected-missing = ответа для этого сегмента не пришло
rejected-repeated = для этого сегмента пришло больше одного ответа
rejected-failed = движок не смог его перевести: { $detail }
rejected-too-long = знаков { $characters }, а движок за раз принимает { $limit }
rejected-empty = черновик пуст
rejected-unchanged = черновик повторяет оригинал
rejected-codes = разметка не сохранена: { $mark }
rejected-addresses = адрес { $address } изменён
rejected-length = в черновике { $draft } знаков, в оригинале { $source }
rejected-paragraph = черновик добавляет абзац
rejected-marks = движок оставил свой знак: { $mark }
rejected-chatter = движок разговаривает вместо того, чтобы переводить: { $words }
rejected-echo = черновик повторяет вопрос
rejected-loop = черновик ходит по кругу: { $words }
rejected-rule = черновик нарушает правило `{ $rule }`
finding-conflict = два человека перевели этот сегмент по-разному; остаётся наш перевод
rule-conflict = Есть два разных человеческих перевода одного сегмента; выбрать должен человек.
finding-merge-unknown = в файле есть сегмент, которого у нас не было: { $unit }
rule-merge-unknown = Возвращённый сегмент не соответствует ни одному предложению статьи; его текст сохранён отдельно.
finding-segment-unknown = в статье нет сегмента { $segment }
rule-segment-unknown = Назван сегмент, которого в статье нет.
finding-draft-unit = черновик { $unit } не относится ни к одному сегменту
rule-draft-unit = В файле машинных черновиков назван сегмент, которого у нас нет.
finding-tmx-language = у записи { $tag } памяти переводов нет языка
rule-tmx-language = Каждая запись в памяти переводов называет свой язык.
finding-bilingual-files = { $count ->
    [one] ещё { $count } статья в этом файле не прочитана
    [few] ещё { $count } статьи в этом файле не прочитаны
   *[many] ещё { $count } статей в этом файле не прочитано
}
rule-bilingual-files = В файле сегментов — одна статья.
finding-bilingual-unit-id = у сегмента нет идентификатора
rule-bilingual-unit-id = У каждого сегмента в файле сегментов должен быть свой идентификатор.
finding-bilingual-unit-source = у сегмента { $unit } нет оригинала
rule-bilingual-unit-source = У каждого сегмента в файле сегментов должно быть предложение оригинала.
finding-bilingual-duplicate = сегмент { $unit } встречается больше одного раза; взят первый
rule-bilingual-duplicate = Идентификатор стоит в файле сегментов один раз.

## Проект

finding-glossary = { $problem ->
    [same-id] идентификатор «{ $name }» уже занят
    [wrong-type] значение «{ $name }» не того типа
    [syntax] это неправильный TOML: { $name }
    [unknown-key] неизвестный ключ «{ $name }»
    [no-id] у понятия нет идентификатора
    [no-terms] у понятия «{ $name }» нет ни одного варианта
    [bad-locale] «{ $name }» — не метка языка
    [unknown-kind] неизвестный вид «{ $name }»
    [unknown-value] неизвестное значение «{ $name }»
    [empty] значение «{ $name }» пусто
    [unknown-class] неизвестный класс «{ $name }» у «{ $term }»
    [class-count] в классе «{ $name }» другое число слов, чем в «{ $term }»
    [class-unfit] класс «{ $name }» не подходит к «{ $term }»
    [one-form] с классом «{ $name }» все формы «{ $term }» одинаковы
    [foreign-letter] в «{ $term }» есть буквы другого алфавита: склонять его нельзя
    [bad-day] «{ $name }» — не дата вида 2022-02-24
    [clash] «{ $name }» — одновременно правильная и запрещённая форма; остаётся правильная
   *[other] «{ $name }» невозможно прочитать
}
rule-glossary = В файлах глоссария только то, что допускает их формат, и ни одна форма не бывает одновременно правильной и запрещённой.
finding-unreadable = это невозможно прочитать: { $problem }
rule-unreadable = Файл или его часть не удалось прочитать; остальное использовано.
finding-ignore-unused = это исключение для `{ $name }` ничему не соответствует
rule-ignore-unused = Исключение в настройках проекта, которому не соответствует ни одно замечание, можно убрать.

## Глоссарий в целом и глоссарии других программ

finding-glossary-import = { $problem ->
    [same-id] идентификатор «{ $name }» уже есть: { $first }
    [other-content] в глоссарии проекта есть «{ $name }» с другим содержанием: { $first }; остаётся тот
    [no-header] первая строка не называет столбцов
    [unknown-column] столбец «{ $name }» неизвестен и пропускается
    [same-column] столбец «{ $name }» стоит дважды; считается первый
    [unclosed] кавычка не закрыта
    [too-many-cells] в строке ячеек: { $name }, больше, чем столбцов; она пропускается
    [no-id] нет идентификатора; это пропускается
    [no-terms] у «{ $name }» нет ни одного варианта; это пропускается
    [unknown-kind] неизвестный вид «{ $name }»
    [bad-day] «{ $name }» — не день вроде 2022-02-24
    [formula] «{ $name }» похоже на формулу таблицы
    [not-parallel] в «{ $name }» больше частей, чем вариантов
    [options] «{ $name }» не читается
    [no-language] у раздела нет пригодного тега языка: «{ $name }»; он пропускается
    [unknown-status] неизвестный статус «{ $name }»; вариант допускается
    [bad-line] в строке нет перевода; она пропускается
   *[other] «{ $name }» не читается
}
rule-glossary-import = Глоссарий другой программы берётся, насколько его можно прочесть, и никогда не поверх того, что есть.
finding-glossary-lint = { $problem ->
    [same-wording] «{ $name }» — также вариант «{ $other }» ({ $first }) того же вида
    [missing-locale] у «{ $name }» нет варианта на { $tag }
    [foreign-letters] в «{ $name }» есть буквы, которых нет в { $tag }: { $letters }
    [mixed-scripts] в «{ $name }» смешаны буквы разных алфавитов
    [unused] «{ $name }» нет ни в одной статье
    [never-translated] «{ $name }» есть в статье, но нет ни в одном издании на { $tag }
    [cycle] понятие в итоге заменяет само себя: { $name }
    [unknown-successor] его заменяет «{ $name }», которого нет
    [days] действует с { $name }, но только до { $other }
    [unknown-choice] настройки выбирают «{ $name }», чего нет в глоссарии
    [choice-refused] настройки запрещают «{ $name }», а это предпочтительный вариант
   *[other] «{ $name }» противоречит остальному
}
rule-glossary-lint = Глоссарий не противоречит сам себе: один вариант — одно понятие одного вида, на каждом языке, его собственными буквами.
