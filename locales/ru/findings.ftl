# Что сказано о тексте: `finding-<problem>` на месте, `rule-<rule>` для `tolmach explain`, `hint-…` — что с этим делать.

## Полнота

finding-missing = нет перевода
rule-missing = У каждого сегмента статьи должен быть перевод; сегмент без него помечается в готовой версии как пропущенный.
finding-stale = оригинал изменился после перевода
rule-stale = Если предложение статьи изменилось, его перевод считается устаревшим, пока его не просмотрит человек.
finding-untranslated = перевод повторяет оригинал
rule-untranslated = Перевод, который не отличается от оригинала, — не перевод; одни лишь имена и числа ошибкой не считаются.
finding-other-language-whole = текст на другом языке или в другом алфавите: «{ $words }»
finding-other-language-part = в переводе остался текст на другом языке: «{ $words }»
finding-other-language-doubtful = слово другого языка, возможно, оставленное по ошибке: «{ $words }»
rule-other-language = Перевод пишется своим языком и своим алфавитом; другими могут быть только имена, названия, адреса и код.
finding-length-missing = похоже, что часть оригинала пропущена: «{ $words }»
finding-length-extra = этого нет в оригинале: «{ $words }»
finding-length-wordless = ни одно слово не переведено
finding-length-short = длина перевода — лишь { $percent } % ожидаемой
finding-length-long = длина перевода — { $percent } % ожидаемой
finding-length-missing-block = этому тексту оригинала ничего не соответствует: «{ $words }»
finding-length-extra-block = в оригинале этому тексту ничего не соответствует: «{ $words }»
rule-length = Перевод передаёт всё, что сказано в оригинале, и ничего сверх того: ни одно предложение не потеряно, не оборвано и не добавлено.
finding-misaligned-other = похоже, что это перевод другого предложения: почти не совпадают ни имена, ни числа, ни слова
finding-misaligned-next = похоже, что это перевод следующего предложения
finding-misaligned-previous = похоже, что это перевод предыдущего предложения
rule-misaligned = Перевод относится к своему предложению, а не к предыдущему или следующему.
finding-repetition = «{ $words }» повторяется раз за разом: { $times }
rule-repetition = Слова, которые повторяются раз за разом, — знак того, что машина сбилась.
finding-machine-traces-remark = машина говорит о переводе или отказывается переводить: «{ $words }»
finding-machine-traces-mark = в тексте осталась пометка машины: { $mark }
finding-machine-traces-json = перевод завёрнут в JSON
finding-machine-traces-unknown = слово, которое машина пометила как неизвестное: { $word }
rule-machine-traces = То, что машина говорит о переводе, её размышления, пометки и ограничители блоков кода не относятся к тексту.
finding-codes-missing = { $half ->
    [open] не хватает начального знака разметки { $code } из оригинала
    [close] не хватает конечного знака разметки { $code } из оригинала
   *[other] не хватает знака разметки { $code } из оригинала
}
finding-codes-unknown = { $half ->
    [open] начального знака разметки { $code } нет в оригинале
    [close] конечного знака разметки { $code } нет в оригинале
   *[other] знака разметки { $code } нет в оригинале
}
finding-codes-twice = { $half ->
    [open] начальный знак разметки { $code } встречается чаще, чем в оригинале
    [close] конечный знак разметки { $code } встречается чаще, чем в оригинале
   *[other] знак разметки { $code } встречается чаще, чем в оригинале
}
finding-codes-altered = знак разметки { $code } обозначает «{ $found }», а в оригинале «{ $expected }»
finding-codes-replaced = знак разметки { $code } стоит на месте { $expected }
finding-codes-crossed = знак разметки { $code } закрывает не ту пару, что открыта последней
finding-codes-empty = пара { $code } пуста, а в оригинале в ней есть слова
finding-codes-returned-differ = разметка расходится с оригиналом: не хватает { $missing }, лишнее { $extra }
finding-codes-returned-missing = разметка расходится с оригиналом: не хватает { $missing }
finding-codes-returned-extra = разметка расходится с оригиналом: лишнее { $extra }
finding-codes-returned-order = разметка расходится с оригиналом: пара закрывается раньше, чем открывается
rule-codes = Ссылки, выделения и другая разметка оригинала должны быть в переводе и правильно вкладываться одна в другую.
finding-addresses-missing = не хватает адреса { $expected }
finding-addresses-differ = в оригинале здесь адрес { $expected }, а не { $found }
finding-addresses-extra = в оригинале нет адреса { $found }
rule-addresses = Веб-адреса и адреса почты среди слов должны быть теми же, что в оригинале.
finding-placeholders-missing = не хватает заполнителя { $expected }
finding-placeholders-extra = в оригинале нет заполнителя { $found }
rule-placeholders = Заполнители и теги, которые читает программа, должны быть теми же, что в оригинале, и столько же раз.
finding-numbers-missing = в переводе нет { $expected } из оригинала
finding-numbers-extra = в оригинале нет { $found }
finding-numbers-english-comma = в оригинале { $expected }, в переводе { $found }: здесь запятая отделяет дробную часть, а не тысячи
finding-numbers-differ = в оригинале { $expected }, в переводе { $found }
finding-numbers-conversion = в оригинале { $expected }, это примерно { $right }, а в переводе { $found }
finding-numbers-other-month = название месяца на другом языке: { $found } вместо { $right }
finding-numbers-weekday = на эту дату приходится { $right }, а не «{ $found }»
rule-numbers = Каждое число оригинала должно быть в переводе, цифрами или словами.
finding-misattributed = в оригинале это говорит { $speaker }, а в переводе — «{ $found }»
rule-misattributed = Цитату произносит тот же человек, что и в оригинале.
finding-negation-lost = в оригинале есть отрицание («{ $words }»), а в переводе его нет
finding-negation-added = в переводе есть отрицание («{ $words }»), которого в оригинале нет
finding-negation-bare = при слове «{ $words }» должно быть отрицание, а его нет
rule-negation = Что отрицает оригинал, то отрицает и перевод, и ничего сверх того.
finding-opposite = «{ $source }» оригинала переведено как «{ $target }», а это противоположный смысл
finding-opposite-another = «{ $source }» оригинала переведено как «{ $target }», а это другое
rule-opposite = Слово не переводят противоположным или соседним: «больше» не «меньше», «до» не «после», «неделя» не «месяц», «Польша» не «Литва».
finding-hedge-lost = оригинал передаёт это лишь с чужих слов («{ $words }»), а перевод утверждает
finding-hedge-added = перевод передаёт это лишь с чужих слов («{ $words }»), а оригинал утверждает
rule-hedge = Что оригинал передаёт лишь с чужих слов («якобы»), перевод не выдаёт за факт.
finding-names-other = в оригинале имя «{ $name }», а в переводе «{ $other }»
rule-names = Имя из оригинала нельзя заменить другим.
finding-name-consistency = «{ $name }»: в других местах этой версии это имя написано как «{ $other }»
rule-name-consistency = Во всей версии имя пишется одинаково.
finding-mirror-differs = в других версиях здесь «{ $others }», а в этой «{ $found }»
finding-mirror-lacks = в других версиях здесь есть «{ $others }», а в этой нет
finding-mirror-adds = названия или имени «{ $found }» здесь нет ни в оригинале, ни в других версиях
finding-mirror-quotations = цитат в других версиях: { $others }, в этой: { $found }
finding-mirror-links = ссылок в других версиях: { $others }, в этой: { $found }
finding-mirror-sentences = предложений в других версиях: { $others }, в этой: { $found }
finding-mirror-source = во всех версиях здесь «{ $others }», а в оригинале «{ $found }»
rule-mirror = Если версий три или больше, ни одна не расходится со всеми остальными в числах, датах, именах, ссылках, цитатах и количестве предложений.

## Термины

finding-forbidden-term-alone = «{ $term }» — не наш вариант
finding-forbidden-term-instead = «{ $term }» — не наш вариант; пишите «{ $preferred }»
rule-forbidden-term = Глоссарий запрещает этот вариант.
finding-deprecated-term-alone = «{ $term }» больше не употребляем
finding-deprecated-term-instead = «{ $term }» больше не употребляем; пишите «{ $preferred }»
rule-deprecated-term = По глоссарию этот вариант больше не употребляется.
finding-terminology = «{ $term }» переведено не как «{ $preferred }»
rule-terminology = Термин оригинала следует переводить так, как в глоссарии, в любой нужной форме.
finding-source-term-alone = в оригинале «{ $term }» — не вариант редакции
finding-source-term-instead = в оригинале «{ $term }» — не вариант редакции; пишите «{ $preferred }»
rule-source-term = В самой статье употреблён вариант, который запрещает глоссарий.
finding-misspelt-term-letter = в глоссарии не «{ $found }», а «{ $term }»; верно и то и другое
finding-misspelt-term = «{ $found }» — возможно, ошибка в слове «{ $term }»
rule-misspelt-term = Слово отличается одной-двумя буквами от формы термина, о котором говорит оригинал, или только выглядит как она.
finding-term-case = «{ $found }» пишется с прописной буквы: «{ $term }»
rule-term-case = Имя или аббревиатура из глоссария потеряли прописную букву.
finding-term-quotes = «{ $term }» стоит без кавычек
rule-term-quotes = Глоссарий требует всегда писать это выражение в кавычках.
finding-term-consistency-editions = здесь «{ $term }», а в другой версии ({ $editions }) — основной вариант; здесь это «{ $other }»
finding-term-consistency-article = «{ $term }» и «{ $other }» — два названия одного и того же
rule-term-consistency = В статье и её версиях у одной вещи одно название; сокращённая форма рядом с полной не мешает.

## Буквы и знаки

finding-sibling-language = { $language ->
    [be] по-белорусски
    [ru] по-русски
    [uk] по-украински
   *[other] на другом языке
 }: «{ $words }»
finding-sibling-language-perhaps = возможно, { $language ->
    [be] по-белорусски
    [ru] по-русски
    [uk] по-украински
   *[other] на другом языке
 }: «{ $words }»
rule-sibling-language = Слова родственного языка, даже если все их буквы есть и в языке версии.
finding-foreign-letters = буквы другого алфавита в слове «{ $word }»: { $letters }
finding-foreign-letters-words = буквы другого алфавита в словах «{ $words }»: { $letters }
rule-foreign-letters = Буква, которой в языке нет, или латинская буква, похожая на одну из своих.
finding-damaged-text-lost = буквы потеряны: { $text }
finding-damaged-text-misread = буквы прочитаны в неправильной кодировке: { $text }
finding-damaged-text-code = «{ $text }» стоит вместо знака
finding-damaged-text-marks = буквы перечёркнуты лишними знаками: { $text }
rule-damaged-text = После преобразований остаются потерянные буквы, буквы в чужой кодировке или коды вместо знаков.
finding-invisible-characters = невидимые знаки: { $characters }
rule-invisible-characters = Мягких переносов, пробелов без ширины, знаков направления и управления не видно, но они мешают поиску и программам.
finding-lookalike-letters-digit = цифра в слове «{ $word }»
finding-lookalike-letters-word = «{ $word }» написано похожими буквами другого алфавита
rule-lookalike-letters = Цифра в слове или целое слово из похожих букв другого алфавита.
finding-quotations-lost = цитата «{ $text }» осталась без кавычек
finding-quotations-unclosed = кавычка { $mark } не закрыта
finding-quotations-unopened = кавычка { $mark } ничего не закрывает
finding-quotations-mark = стоит кавычка { $mark }, а должна быть { $expected }
finding-quotations-shortened = часть цитаты «{ $text }» осталась вне кавычек
finding-quotations-moved = в кавычках не те слова, что в цитате «{ $text }»
rule-quotations = Что процитировано в оригинале, процитировано и в переводе: в кавычках, принятых в языке, и у каждой есть пара.
finding-apostrophe-lost = между буквами «{ $word }» не хватает знака
finding-apostrophe-wrong = «{ $word }» стоит вместо апострофа или твёрдого знака
finding-apostrophe-mixed = апостроф «{ $word }» не такой, как остальные
rule-apostrophe = Апостроф, а в русском языке твёрдый знак, не теряется и не заменяется другим знаком; апострофы в тексте одинаковы.
finding-end-mark-lost = текст заканчивается без знака, который есть в оригинале
finding-end-mark-other = текст заканчивается не так, как оригинал: { $text }
finding-end-mark-twice = знак стоит дважды: { $text }
rule-end-mark = Перевод заканчивается тем же знаком, что и оригинал, и ни один знак не стоит дважды.
finding-brackets = скобка { $bracket } без пары
rule-brackets = Каждая открытая скобка закрывается, если только она не открыта и в оригинале.
finding-doubled-word = слово повторяется: { $words }
rule-doubled-word = Одно и то же слово стоит дважды подряд.
finding-source-text-doubled = в статье дважды подряд стоит слово: { $words }
finding-source-text-straight = { $count ->
    [one] в статье { $count } прямая кавычка, она здесь; в этом языке пишут { $open } и { $close }
    [few] в статье { $count } прямые кавычки, первая из них здесь; в этом языке пишут { $open } и { $close }
   *[many] в статье { $count } прямых кавычек, первая из них здесь; в этом языке пишут { $open } и { $close }
}
finding-source-text-long = { $count ->
    [one] в этом предложении статьи { $count } слово; если слов больше { $longest }, его трудно перевести хорошо
    [few] в этом предложении статьи { $count } слова; если слов больше { $longest }, его трудно перевести хорошо
   *[many] в этом предложении статьи { $count } слов; если слов больше { $longest }, его трудно перевести хорошо
}
rule-source-text = Ошибки в самой статье и то, что трудно переводить: слово дважды подряд, прямые кавычки, слишком длинные предложения.
finding-spaces-extra = лишний пробел
finding-spaces-before = пробел здесь лишний: «{ $text }»
finding-spaces-missing = после «{ $text }» не хватает пробела
rule-spaces = Между словами стоит один пробел; перед знаком его нет, после знака он есть.
finding-first-capital = «{ $word }» начинается со строчной буквы, а оригинал — с прописной
rule-first-capital = Предложение начинается с прописной буквы, если с неё начинается предложение оригинала.
finding-spelling = в словаре нет слова «{ $word }»
rule-spelling = Слово, которого нет в орфографическом словаре, названном в проекте.
finding-composition = буква «{ $letter }» записана двумя знаками
rule-composition = Буква и значок над ней — один знак; если их два, слово невозможно найти.
finding-euphony-letter = «{ $found }» не соответствует предыдущему звуку
finding-euphony-word = «{ $found }» между этими звуками имеет другую форму
rule-euphony = Некоторые буквы и слова зависят от соседних звуков: белорусские «у» и «у краткое», русские «в» и «во», украинские «у» и «в».
finding-typography-dash = «{ $text }» стоит вместо тире
finding-typography-ellipsis = в тексте есть и …, и { $text }
finding-typography-groups = в числе { $text } не отделены тысячи
finding-typography-initials = после инициала не хватает пробела
rule-typography = Тире, многоточия, тысячи и инициалы оформляются так, как принято в языке.

## Статья

finding-original-wording = известны слова самого автора цитаты: «{ $wording }»
finding-original-wording-wanted = нужен оригинал цитаты «{ $text }»: это было сказано на этом языке
rule-original-wording = Цитата приводится словами самого автора, если они известны, и никогда не переводится обратно.
finding-boilerplate-missing = постоянного текста «{ $name }» на этом языке нет; остаётся текст оригинала
rule-boilerplate-missing = Постоянные тексты пишутся один раз для каждого языка под именем `boilerplate-NAME` в файле `edition.ftl`.
finding-front-matter-syntax = заголовочная часть: это неправильный { $format }: `{ $problem }`
finding-front-matter-twice = заголовочная часть: ключ повторяется
finding-front-matter-no-keys = заголовочная часть: это не список ключей со значениями
finding-front-matter-bad-language = заголовочная часть: в `lang` не код языка
finding-front-matter-no-text = заголовочная часть: значение — не простой текст, оно не переводится
finding-front-matter-unclosed = заголовочная часть: нет строки, которая её закрывает
finding-front-matter-bad-notice = заголовочная часть: в `{ $key }` нет даты или текста
rule-front-matter = Заголовочную часть статьи не удалось прочитать как есть.
finding-too-deep = списки и цитаты в тексте вложены слишком глубоко
rule-too-deep = Текст, в котором списки и цитаты вложены так глубоко, что читать его пришлось бы слишком долго, не читается.
finding-unknown-role = роли `{ $role }` нет
rule-unknown-role = Комментарий называет роль, которой нет; блок сохраняет роль, которую даёт ему разметка.
finding-bad-original = этот комментарий об оригинальных словах невозможно прочитать: { $comment }
finding-bad-original-absent = в абзаце после этого комментария нет слов «{ $text }»
finding-bad-original-loose = после этого комментария об оригинальных словах нет абзаца: «{ $wording }»
rule-bad-original = Комментарий об оригинальных словах называет язык и сами слова и стоит перед абзацем, где их цитируют.
finding-left-in-source-front-matter = текст `{ $key }` в заголовочной части остаётся на языке статьи
hint-left-in-source-front-matter = добавьте ключ в настройки: `front_matter`, если его нужно переводить, `front_matter_kept`, если читатель его не видит
finding-left-in-source-fence = текст этой заметки стоит в блоке кода и остаётся на языке статьи: «{ $text }»
hint-left-in-source-fence = оформите заметку как цитату (`> [!NOTE]`) или в HTML, чтобы её текст переводили
rule-left-in-source = Текст, который видит читатель, переведён, или кто-то решил оставить его как есть.
finding-picture-missing = изображения { $file } нет
rule-picture-missing = В статье есть изображение, которого нет в проекте.
finding-picture-refused-type = файл { $file } не скопирован: это не изображение
finding-picture-refused-outside = изображение { $file } лежит вне `source/` и не скопировано
finding-picture-refused-live = рисунок { $file } содержит программу и не скопирован
finding-picture-refused-social = социальные сети не покажут { $file }: нужно изображение в формате PNG, JPEG или WebP
rule-picture-refused = В версии копируются только изображения из `source/` и ни один рисунок, который выполняет программу.
finding-left-out-element = на странице нет элемента `<{ $name }>`
finding-left-out-attributes = на странице нет этих атрибутов элемента `<{ $element }>`: { $names }
finding-left-out-address = на странице нет адреса { $address }
finding-left-out-picture = страница загружает изображения только по https, а не { $address }
finding-left-out-unfinished = HTML обрывается внутри тега или комментария; на странице этого нет
finding-left-out-hidden = на странице нет невидимых знаков: { $characters }
rule-left-out = На странице нет ничего, что выполняет программу, передаёт данные или меняет порядок букв; текстовая версия это сохраняет.
finding-slug-changed = адрес `{ $slug }` заменяет `{ $fixed }`, по которому версия опубликована
rule-slug-changed = Адрес опубликованной версии не меняется.

## Черновики, файлы сегментов, слияние

finding-draft-rejected = черновик движка { $engine } не принят: { $reason }
rule-draft-rejected = Машинный черновик, который не прошёл проверки, не принимается; сегмент остаётся без перевода.
rejected-missing = ответ для этого сегмента не пришёл
rejected-repeated = для этого сегмента пришло больше одного ответа
rejected-failed = движок не смог перевести этот сегмент: { $detail }
rejected-too-long = { $unit ->
    [bytes] байтов: { $size }, а движок за один раз принимает { $limit }
    [tokens] токенов: около { $size }, а движок за один раз принимает { $limit }
   *[characters] знаков: { $size }, а движок за один раз принимает { $limit }
}
rejected-empty = черновик пуст
rejected-unchanged = черновик повторяет оригинал
rejected-codes = разметка не сохранена: { $mark }
rejected-addresses = адрес { $address } изменён
rejected-length = знаков в черновике: { $draft }, в оригинале: { $source }
rejected-paragraph = черновик добавляет абзац
rejected-marks = движок оставил свой знак: { $mark }
rejected-chatter = движок разговаривает вместо того, чтобы переводить: { $words }
rejected-echo = черновик повторяет запрос
rejected-loop = черновик повторяет одно и то же: { $words }
rejected-twice = черновик дважды говорит одно и то же: { $words }
rejected-wrapped = вокруг черновика знаки, которых нет в оригинале: { $mark }
rejected-invisible = в черновике невидимый знак: { $mark }
rejected-language = черновик на другом языке: { $words }
rejected-order = черновик, по-видимому, от другого предложения: ответы пришли не в том порядке, что вопросы
rejected-same = один и тот же черновик пришёл для разных предложений: { $count }
rejected-key = в черновике есть ключ движка
rejected-rule = черновик нарушает правило `{ $rule }`
rejected-rule-words = черновик нарушает правило `{ $rule }`: { $words }
rejected-rule-lost = черновик нарушает правило `{ $rule }`: в нём нет «{ $words }»
rejected-terms = в черновике нет терминов из глоссария: { $missing }
finding-merge-unknown = в файле есть сегмент, которого у нас не было: { $unit }
rule-merge-unknown = Возвращённый сегмент не соответствует ни одному предложению статьи; его текст сохранён отдельно.
finding-draft-unit = черновик { $unit } не относится ни к одному сегменту
rule-draft-unit = В файле машинных черновиков назван сегмент, которого у нас нет.
finding-tmx-language = в записи { $tag } памяти переводов не указан язык
rule-tmx-language = В каждой записи памяти переводов должен быть указан язык.
finding-tmx-unit-no-text = в записи памяти переводов нет текста (`<seg>`), поэтому она не используется
finding-tmx-unit-twice = в записи памяти переводов два перевода ({ $locale }); используется только первый
rule-tmx-unit = В каждой записи памяти переводов должно быть по одному тексту на каждом языке.
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
rule-bilingual-duplicate = Идентификатор встречается в файле сегментов только один раз.

## Проект

finding-glossary-same-id = идентификатор «{ $name }» уже есть: { $first }
finding-glossary-wrong-type = значение «{ $name }» не того типа
finding-glossary-syntax = это неправильный TOML: `{ $name }`
finding-glossary-unknown-key = неизвестный ключ «{ $name }»
finding-glossary-no-id = у понятия нет идентификатора
finding-glossary-no-terms = у понятия «{ $name }» нет ни одного варианта
finding-glossary-bad-locale = «{ $name }» — не код языка
finding-glossary-unknown-kind = неизвестный вид «{ $name }»
finding-glossary-unknown-value = неизвестное значение «{ $name }»
finding-glossary-empty = значение «{ $name }» пусто
finding-glossary-unknown-class = неизвестный класс «{ $name }» у «{ $term }»
finding-glossary-class-count = в классе «{ $name }» другое число слов, чем в «{ $term }»
finding-glossary-class-unfit = класс «{ $name }» не подходит к «{ $term }»
finding-glossary-one-form = с классом «{ $name }» все формы «{ $term }» одинаковы
finding-glossary-foreign-letter = в «{ $term }» есть буквы другого алфавита: склонять его нельзя
finding-glossary-bad-day = «{ $name }» — не дата вида 2022-02-24
finding-glossary-clash = «{ $name }» — одновременно правильная и запрещённая форма; остаётся правильная
finding-glossary-no-word = в «{ $term }» нет слова, которое можно склонять
finding-glossary-bad-rules = правила склонения невозможно прочитать: `{ $error }`
rule-glossary = В файлах глоссария только то, что допускает их формат, и ни одна форма не бывает одновременно правильной и запрещённой.
finding-ignore-unused = это исключение для `{ $name }` ничему не соответствует
finding-ignore-unused-no-reason = у этого исключения для `{ $name }` нет причины, поэтому оно ничего не исключает: напишите, почему на замечания можно не обращать внимания
rule-ignore-unused = У исключения в настройках проекта есть причина; если ему не соответствует ни одно замечание, его можно убрать.
finding-orphaned-file = статьи `{ $name }` нет: переводы из этого файла не попадут ни в одну версию
finding-orphaned-file-renamed = статьи `{ $name }` больше нет; похоже, теперь она называется `{ $article }`: `{ $command }`
rule-orphaned-file = Каждый файл переводов относится к какой-то статье.
finding-orphaned-page = статьи `{ $name }` больше нет: эта страница уже не обновляется, но будет опубликована вместе с остальными; удалите её и соседние файлы с тем же именем
finding-orphaned-page-locale = в проекте больше нет текстов на языке `{ $tag }`: эта страница уже не обновляется, но будет опубликована вместе с остальными; удалите её и соседние файлы с тем же именем
rule-orphaned-page = Каждая созданная страница относится к какой-то статье и к одному из языков проекта.
finding-waiver-fell-source = снятие замечания по правилу `{ $name }` больше не действует: изменилось предложение
finding-waiver-fell-target = снятие замечания по правилу `{ $name }` больше не действует: изменился перевод
finding-waiver-fell-terms = снятие замечания по правилу `{ $name }` больше не действует: изменились записи глоссария для этого предложения
finding-waiver-fell-editions = снятие замечания по правилу `{ $name }` больше не действует: изменилась другая версия
finding-waiver-unused = эта запись ничего не снимает: такого замечания по правилу `{ $name }` здесь нет
finding-waiver-segment-gone = снятое замечание по правилу `{ $name }` относится к сегменту `{ $segment }`, которого в статье больше нет
finding-waiver-refused = `{ $setting }` не даёт снимать замечания по правилу `{ $name }`: эта запись не действует
finding-waiver-article-gone = снятые здесь замечания относятся к статье `{ $name }`, которой нет
finding-waiver-not-a-target = снятые здесь замечания относятся к `{ $tag }`: это не язык перевода и не язык статей
rule-waiver = Замечание остаётся снятым, пока не изменится предложение, его перевод или записи глоссария для них.
hint-waive-again = рассмотрите замечание ещё раз; снять его в нынешнем виде можно с помощью `tolmach waive`
hint-remove-waiver = уберите эту запись из файла
hint-remove-waivers = удалите файл или перенесите его к нужной статье с помощью `tolmach mv`
hint-add-target = удалите файл или добавьте этот язык в `targets`
finding-open-conflict = { $count ->
    [one] { $count } сегмент имеет переводы двух человек: выберите один с помощью `tolmach merge --resolve ours|theirs { $name }` или впишите в этот файл правильный текст и передайте его в `--resolve`
    [few] { $count } сегмента имеют переводы двух человек: выберите один с помощью `tolmach merge --resolve ours|theirs { $name }` или впишите в этот файл правильный текст и передайте его в `--resolve`
   *[many] { $count } сегментов имеют переводы двух человек: выберите один с помощью `tolmach merge --resolve ours|theirs { $name }` или впишите в этот файл правильный текст и передайте его в `--resolve`
}
rule-open-conflict = Если два человека перевели один сегмент по-разному, кто-то уже выбрал.

## Глоссарий в целом и глоссарии других программ

finding-glossary-import-same-id = идентификатор «{ $name }» уже есть: { $first }
finding-glossary-import-other-content = в глоссарии проекта есть «{ $name }» с другим содержанием: { $first }; остаётся тот
finding-glossary-import-no-header = первая строка не называет столбцов
finding-glossary-import-unknown-column = столбец «{ $name }» неизвестен и пропускается
finding-glossary-import-same-column = столбец «{ $name }» стоит дважды; считается первый
finding-glossary-import-unclosed = кавычка не закрыта
finding-glossary-import-too-many-cells = в строке ячеек: { $count }, больше, чем столбцов; она пропускается
finding-glossary-import-no-id = нет идентификатора; это пропускается
finding-glossary-import-no-terms = у «{ $name }» нет ни одного варианта; это пропускается
finding-glossary-import-unknown-kind = неизвестный вид «{ $name }»
finding-glossary-import-bad-day = «{ $name }» — не день вроде 2022-02-24
finding-glossary-import-formula = «{ $name }» похоже на формулу таблицы
finding-glossary-import-not-parallel = в «{ $name }» больше частей, чем вариантов
finding-glossary-import-options = «{ $name }» не читается
finding-glossary-import-no-language = у раздела нет пригодного тега языка: «{ $name }»; он пропускается
finding-glossary-import-old-version = старая версия «{ $name }» прочитана, насколько она известна
finding-glossary-import-unknown-status = неизвестный статус «{ $name }»; вариант допускается
finding-glossary-import-bad-line = в строке нет перевода; она пропускается
finding-glossary-import-empty-term = пустой вариант у «{ $name }»; он пропускается
rule-glossary-import = Глоссарий другой программы берётся, насколько его можно прочесть, и никогда не поверх того, что есть.
finding-glossary-lint-same-wording = «{ $name }» — также вариант «{ $other }» ({ $first }) того же вида
finding-glossary-lint-missing-locale = у «{ $name }» нет варианта для { $tag }
finding-glossary-lint-foreign-letters = в «{ $name }» есть буквы, которых нет в { $tag }: { $letters }
finding-glossary-lint-mixed-scripts = в «{ $name }» смешаны буквы разных алфавитов
finding-glossary-lint-other-alphabet = в «{ $name }» нет ни одной буквы алфавита { $tag }: в любом предложении слово остаётся таким, как есть
finding-glossary-lint-one-letter = в «{ $name }» только одна буква, и найдётся она в тексте повсюду
finding-glossary-lint-digits = в «{ $name }» есть цифры: в любом предложении слово остаётся таким, как есть
finding-glossary-lint-no-letters = в «{ $name }» нет букв: в любом предложении оно остаётся таким, как есть
finding-glossary-lint-many-words = в «{ $name }» { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слов
}: найдётся только там, где все они стоят в этом порядке
finding-glossary-lint-unused = «{ $name }» нет ни в одной статье
finding-glossary-lint-never-translated = «{ $name }» есть в статье, но нет ни в одной версии для { $tag }
finding-glossary-lint-cycle = понятие в итоге заменяет само себя: { $name }
finding-glossary-lint-unknown-successor = его заменяет «{ $name }», которого нет
finding-glossary-lint-days = действует с { $name }, но только до { $other }
finding-glossary-lint-unknown-concept = настройки выбирают «{ $name }», чего нет в глоссарии
finding-glossary-lint-unknown-wording = настройки выбирают «{ $name }», чего нет в глоссарии
finding-glossary-lint-choice-refused = настройки запрещают «{ $name }», а это основной вариант
finding-glossary-lint-two-usages = «{ $name }» — одновременно { $usage ->
    [preferred] основной
    [admitted] допустимый
   *[other] устаревший
} и { $other ->
    [admitted] допустимый
    [deprecated] устаревший
   *[other] запрещённый
} вариант
finding-glossary-lint-no-address = «{ $name }» — не веб-адрес
finding-glossary-lint-two-preferred = «{ $name }» и «{ $other }» — оба основные
finding-glossary-lint-quoted-in-note = по примечанию, «{ $name }» пишут в кавычках, а вариант этого не требует: { $note }
finding-glossary-lint-open-being = называет ли «{ $name }» живое существо? если да, как в «{ $yes }»: `{ $yes-line }`; если нет, как в «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-declines = меняется ли «{ $name }» в предложении? если да, как в «{ $yes }»: `{ $yes-line }`; если нет, как в «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-adjective = меняется ли «{ $name }» так, как прилагательное? если да, как в «{ $yes }»: `{ $yes-line }`; если нет, как в «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-plural = может ли быть несколько таких, как «{ $name }»? если да, как в «{ $yes }»: `{ $yes-line }`; если нет, как в «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-gender = «{ $name }» — это он, она или оно? { $choices }
finding-glossary-lint-open-form = как правильно склонять «{ $name }»? { $choices }
finding-glossary-lint-open-more = { $count ->
    [one] ещё { $count } вариант ждёт ответа
    [few] ещё { $count } варианта ждут ответа
   *[many] ещё { $count } вариантов ждут ответа
}
rule-glossary-lint = Глоссарий не противоречит сам себе: один вариант — одно понятие одного вида, на каждом языке, его собственными буквами.

## Что с этим делать: `hint-…`

hint-own-id = дайте каждому понятию свой идентификатор
hint-known = известны: { $known }
hint-toml = синтаксис описан на toml.io
hint-front-matter = возьмите в кавычки значение, в котором есть двоеточие, скобка или кавычки
hint-front-matter-bad-notice = пишите так: `corrections: [{"{"}date: 2022-03-25, text: …{"}"}]`, `withdrawn: {"{"}date: 2022-04-01, reason: …{"}"}`
hint-concept-tables = пишите каждое понятие как `[[concept]]`
hint-terms-table = напишите `terms.en = {"{"} preferred = "…" {"}"}`
hint-wording-types = напишите строку, таблицу с `text` или массив из них
hint-write-wording = напишите вариант или уберите строку
hint-forms-list = напишите `forms = ["…", "…"]`
hint-write-form = напишите форму или уберите её
hint-string = напишите строку в кавычках
hint-concept-id = дайте понятию идентификатор, например `id = "homel"`
hint-concept-wording = дайте вариант, например `terms.en = {"{"} preferred = "Homel" {"}"}`
hint-locale = используйте код языка BCP 47, такой как `be`, `uk` или `be-tarask`
hint-day = напишите дату, например `since = 2022-02-24`
hint-clash = правильный вариант ({ $first }) остаётся, запрещённая форма отбрасывается
hint-class-rules = сравните файл с `locales/root/paradigms.toml`, где объяснён каждый ключ
hint-class-unknown = пишите одну помету на слово, например `ma.S.surn`, `adj f` или `m.S 0`
hint-class-count = пишите одну помету на слово; последний `0` относится ко всем следующим словам
hint-class-no-word = напишите вариант в словарной форме
hint-class-letter = наберите слово заново буквами его языка или дайте ему класс `0`
hint-class-unfit = проверьте род и число класса; пишите `adj`, если слово склоняется как прилагательное, `0`, если не склоняется, или перечислите формы
hint-class-one-form = дайте слову, которое не склоняется, класс `0` или перечислите его формы
hint-same-wording = дайте одному из них другой вариант или объедините их в одно понятие
hint-missing-locale = напишите `terms.{ $tag } = {"{"} preferred = "…" {"}"}`
hint-own-letters = напишите его буквами самого языка или поместите под `forbidden`
hint-one-letter = напишите слово целиком; если имеется в виду сама буква, добавьте `class = "0"`
hint-stays-as-is = если так и нужно, добавьте `class = "0"`, и этого совета больше не будет; если нет, перечислите формы: `forms = ["…", "…"]`
hint-many-words = напишите только название или термин, без предложения вокруг
hint-open-class = допишите ответ к варианту, например `{ $line }`, или выполните `{ $command }`
hint-open-other = допишите ответ к варианту, например `{ $line }`
hint-open-more = все покажет `tolmach glossary lint --all`; о каждом спросит `tolmach glossary review`
hint-unused = это не ошибка; уберите его, если оно больше не понадобится
hint-never-translated = посмотрите на предложения с ним: тот ли это вариант, который пишут люди?
hint-cycle = уберите `replaced-by` из понятия, которое действует
hint-known-concept = напишите идентификатор понятия из глоссария
hint-days = поставьте две даты по порядку
hint-one-of = напишите один из вариантов: { $known }
hint-prefer-another = выберите другой вариант через `prefer`
hint-keep-one-wording = оставьте его в одном из списков
hint-page-address = дайте адрес, который начинается с `https://`, или уберите его
hint-admit-another = сделайте один из них `admitted`
hint-quotes-required = добавьте к варианту `quotes = "required"` или измените примечание
hint-other-content = то, что есть, остаётся; измените его вручную или дайте новому понятию другой идентификатор
hint-header = назовите столбцы в первой строке: `id`, `kind`, `en.preferred`, `be.preferred`…
hint-close-quotation = закройте кавычку или удвойте её внутри ячейки
hint-quote-cell = возьмите ячейку, в которой есть разделитель, в кавычки
hint-row-id = дайте строке идентификатор, например `homel`
hint-row-wording = дайте строке вариант, например `Homel` в `en.preferred`
hint-entry-wording = добавьте в запись `langSec` с `termSec` и `term`
hint-empty-term = напишите вариант как `<term>…</term>`
hint-plain-day = напишите дату, например 2022-02-24
hint-formula = это взято как текст; поставьте перед ним апостроф, чтобы и табличный редактор читал его как текст
hint-parallel = дайте столько частей, сколько вариантов, и разделяйте их знаком |
hint-options = проверьте «{ $part }»
hint-language = напишите его язык, например `xml:lang="be"`
hint-original-comment = добавьте слова самого автора цитаты перед абзацем статьи: `<!-- original { $language }: “…” = «…» -->`
hint-old-version = сохраните его как TBX 3 (ISO 30042:2019), чтобы точно ничего не потерять
hint-line = напишите оригинал, табуляцию, перевод
