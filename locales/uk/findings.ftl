# Що сказано про текст: `finding-<problem>` на місці, `rule-<rule>` для `tolmach explain`, `hint-…` — що з цим робити.

## Повнота

finding-missing = немає перекладу
rule-missing = Кожен сегмент статті повинен мати переклад; сегмент без нього позначають у готовій версії як пропущений.
finding-stale = оригінал змінився після перекладу
rule-stale = Якщо речення статті змінилося, його переклад вважається застарілим, доки його не перегляне людина.
finding-untranslated = переклад повторює оригінал
rule-untranslated = Переклад, який не відрізняється від оригіналу, — не переклад; самі лише імена й числа помилкою не вважаються.
finding-other-language-whole = текст іншою мовою або іншим алфавітом: «{ $words }»
finding-other-language-part = у перекладі залишився текст іншою мовою: «{ $words }»
finding-other-language-doubtful = слово іншої мови, можливо, залишене помилково: «{ $words }»
rule-other-language = Переклад має бути своєю мовою і своїм алфавітом; іншими можуть бути лише імена, назви, адреси й код.
finding-length-missing = схоже, що частину оригіналу пропущено: «{ $words }»
finding-length-extra = цього немає в оригіналі: «{ $words }»
finding-length-wordless = жодного слова не перекладено
finding-length-short = довжина перекладу — лише { $percent }% очікуваної
finding-length-long = довжина перекладу — { $percent }% очікуваної
finding-length-missing-block = цьому тексту оригіналу нічого не відповідає: «{ $words }»
finding-length-extra-block = в оригіналі цьому тексту нічого не відповідає: «{ $words }»
rule-length = Переклад передає все, що сказано в оригіналі, і нічого понад те: жодне речення не загублене, не обірване й не додане.
finding-misaligned-other = схоже, що це переклад іншого речення: майже не збігаються ні імена, ні числа, ні слова
finding-misaligned-next = схоже, що це переклад наступного речення
finding-misaligned-previous = схоже, що це переклад попереднього речення
rule-misaligned = Переклад належить своєму реченню, а не попередньому чи наступному.
finding-repetition = «{ $words }» повторюється раз за разом: { $times }
rule-repetition = Слова, що повторюються раз за разом, — знак того, що машина збилася.
finding-machine-traces-remark = машина говорить про переклад або відмовляється перекладати: «{ $words }»
finding-machine-traces-mark = у тексті залишилася позначка машини: { $mark }
finding-machine-traces-json = переклад загорнуто в JSON
finding-machine-traces-unknown = слово, яке машина позначила як невідоме: { $word }
rule-machine-traces = Те, що машина каже про переклад, її міркування, позначки й обмежувачі блоків коду не належать до тексту.
finding-codes-missing = { $half ->
    [open] бракує початкового знака розмітки { $code } з оригіналу
    [close] бракує кінцевого знака розмітки { $code } з оригіналу
   *[other] бракує знака розмітки { $code } з оригіналу
}
finding-codes-unknown = { $half ->
    [open] початкового знака розмітки { $code } немає в оригіналі
    [close] кінцевого знака розмітки { $code } немає в оригіналі
   *[other] знака розмітки { $code } немає в оригіналі
}
finding-codes-twice = { $half ->
    [open] початковий знак розмітки { $code } трапляється частіше, ніж в оригіналі
    [close] кінцевий знак розмітки { $code } трапляється частіше, ніж в оригіналі
   *[other] знак розмітки { $code } трапляється частіше, ніж в оригіналі
}
finding-codes-altered = знак розмітки { $code } позначає «{ $found }», а в оригіналі «{ $expected }»
finding-codes-replaced = знак розмітки { $code } стоїть на місці { $expected }
finding-codes-crossed = знак розмітки { $code } закриває не ту пару, що відкрита останньою
finding-codes-empty = пара { $code } порожня, а в оригіналі в ній є слова
finding-codes-returned-differ = розмітка розходиться з оригіналом: бракує { $missing }, зайве { $extra }
finding-codes-returned-missing = розмітка розходиться з оригіналом: бракує { $missing }
finding-codes-returned-extra = розмітка розходиться з оригіналом: зайве { $extra }
finding-codes-returned-order = розмітка розходиться з оригіналом: пара закривається раніше, ніж відкривається
rule-codes = Посилання, виділення та інша розмітка оригіналу мають бути в перекладі й правильно вкладатися одна в одну.
finding-addresses-missing = бракує адреси { $expected }
finding-addresses-differ = в оригіналі тут адреса { $expected }, а не { $found }
finding-addresses-extra = в оригіналі немає адреси { $found }
rule-addresses = Вебадреси й адреси пошти серед слів мають бути такі самі, як в оригіналі.
finding-placeholders-missing = бракує заповнювача { $expected }
finding-placeholders-extra = в оригіналі немає заповнювача { $found }
rule-placeholders = Заповнювачі й теги, які читає програма, мають бути такі самі, як в оригіналі, і стільки ж разів.
finding-numbers-missing = у перекладі немає { $expected } з оригіналу
finding-numbers-extra = в оригіналі немає { $found }
finding-numbers-english-comma = в оригіналі { $expected }, у перекладі { $found }: тут кома відділяє дробову частину, а не тисячі
finding-numbers-differ = в оригіналі { $expected }, у перекладі { $found }
finding-numbers-conversion = в оригіналі { $expected }, це приблизно { $right }, а в перекладі { $found }
finding-numbers-other-month = назва місяця іншою мовою: { $found } замість { $right }
finding-numbers-weekday = на цю дату припадає { $right }, а не «{ $found }»
rule-numbers = Кожне число оригіналу має бути в перекладі, цифрами або словами.
finding-misattributed = в оригіналі це каже { $speaker }, а в перекладі — «{ $found }»
rule-misattributed = Цитату вимовляє та сама людина, що й в оригіналі.
finding-negation-lost = в оригіналі є заперечення («{ $words }»), а в перекладі його немає
finding-negation-added = у перекладі є заперечення («{ $words }»), якого в оригіналі немає
finding-negation-bare = при слові «{ $words }» має бути заперечення, а його немає
rule-negation = Що заперечує оригінал, те заперечує й переклад, і нічого понад те.
finding-opposite = «{ $source }» оригіналу перекладено як «{ $target }», а це протилежний зміст
finding-opposite-another = «{ $source }» оригіналу перекладено як «{ $target }», а це інше
rule-opposite = Слово не перекладають протилежним чи сусіднім: «більше» не «менше», «до» не «після», «тиждень» не «місяць», «Польща» не «Литва».
finding-hedge-lost = оригінал передає це лише з чужих слів («{ $words }»), а переклад стверджує
finding-hedge-added = переклад передає це лише з чужих слів («{ $words }»), а оригінал стверджує
rule-hedge = Що оригінал передає лише з чужих слів («нібито»), переклад не подає як факт.
finding-names-other = в оригіналі імʼя «{ $name }», а в перекладі «{ $other }»
rule-names = Імʼя з оригіналу не можна замінити іншим.
finding-name-consistency = «{ $name }»: в інших місцях цієї версії це імʼя написано як «{ $other }»
rule-name-consistency = У всій версії імʼя пишеться однаково.
finding-mirror-differs = в інших версіях тут «{ $others }», а в цій «{ $found }»
finding-mirror-lacks = в інших версіях тут є «{ $others }», а в цій немає
finding-mirror-adds = назви чи імені «{ $found }» тут немає ні в оригіналі, ні в інших версіях
finding-mirror-quotations = цитат в інших версіях: { $others }, у цій: { $found }
finding-mirror-links = посилань в інших версіях: { $others }, у цій: { $found }
finding-mirror-sentences = речень в інших версіях: { $others }, у цій: { $found }
finding-mirror-source = в усіх версіях тут «{ $others }», а в оригіналі «{ $found }»
rule-mirror = Якщо версій три або більше, жодна не розходиться з усіма іншими в числах, датах, іменах, посиланнях, цитатах і кількості речень.

## Терміни

finding-forbidden-term-alone = «{ $term }» — не наш варіант
finding-forbidden-term-instead = «{ $term }» — не наш варіант; пишіть «{ $preferred }»
rule-forbidden-term = Глосарій забороняє цей варіант.
finding-deprecated-term-alone = «{ $term }» більше не вживаємо
finding-deprecated-term-instead = «{ $term }» більше не вживаємо; пишіть «{ $preferred }»
rule-deprecated-term = За глосарієм цей варіант більше не вживається.
finding-terminology = «{ $term }» перекладено не як «{ $preferred }»
rule-terminology = Термін оригіналу слід перекладати так, як у глосарії, у будь-якій потрібній формі.
finding-source-term-alone = в оригіналі «{ $term }» — не варіант редакції
finding-source-term-instead = в оригіналі «{ $term }» — не варіант редакції; пишіть «{ $preferred }»
rule-source-term = У самій статті вжито варіант, який забороняє глосарій.
finding-misspelt-term-letter = у глосарії не «{ $found }», а «{ $term }»; правильно і так, і так
finding-misspelt-term = «{ $found }» — можливо, помилка у слові «{ $term }»
rule-misspelt-term = Слово відрізняється однією-двома літерами від форми терміна, про який ідеться в оригіналі, або лише скидається на неї.
finding-term-case = «{ $found }» пишеться з великої літери: «{ $term }»
rule-term-case = Імʼя або абревіатура з глосарія втратили велику літеру.
finding-term-quotes = «{ $term }» стоїть без лапок
rule-term-quotes = Глосарій вимагає завжди писати цей вислів у лапках.
finding-term-consistency-editions = тут «{ $term }», а в іншій версії ({ $editions }) — основний варіант; тут це «{ $other }»
finding-term-consistency-article = «{ $term }» і «{ $other }» — дві назви одного й того самого
rule-term-consistency = У статті та її версіях одна річ має одну назву; скорочена форма поруч із повною не заважає.

## Літери та знаки

finding-sibling-language = { $language ->
    [be] білоруською
    [ru] російською
    [uk] українською
   *[other] іншою мовою
 }: «{ $words }»
finding-sibling-language-perhaps = можливо, { $language ->
    [be] білоруською
    [ru] російською
    [uk] українською
   *[other] іншою мовою
 }: «{ $words }»
rule-sibling-language = Слова спорідненої мови, навіть якщо всі їхні літери є й у мові версії.
finding-foreign-letters = літери іншого алфавіту в слові «{ $word }»: { $letters }
finding-foreign-letters-words = літери іншого алфавіту в словах «{ $words }»: { $letters }
rule-foreign-letters = Літера, якої в мові немає, або латинська літера, схожа на одну зі своїх.
finding-damaged-text-lost = літери втрачено: { $text }
finding-damaged-text-misread = літери прочитано в неправильному кодуванні: { $text }
finding-damaged-text-code = «{ $text }» стоїть замість знака
finding-damaged-text-marks = літери перекреслено зайвими знаками: { $text }
rule-damaged-text = Після перетворень залишаються втрачені літери, літери в чужому кодуванні або коди замість знаків.
finding-invisible-characters = невидимі знаки: { $characters }
rule-invisible-characters = Знаків мʼякого переносу, пробілів без ширини, знаків напрямку та керування не видно, але вони заважають пошуку й програмам.
finding-lookalike-letters-digit = цифра в слові «{ $word }»
finding-lookalike-letters-word = «{ $word }» написано схожими літерами іншого алфавіту
rule-lookalike-letters = Цифра в слові або ціле слово зі схожих літер іншого алфавіту.
finding-quotations-lost = цитата «{ $text }» залишилася без лапок
finding-quotations-unclosed = лапка { $mark } не закрита
finding-quotations-unopened = лапка { $mark } нічого не закриває
finding-quotations-mark = стоїть лапка { $mark }, а має бути { $expected }
finding-quotations-shortened = частина цитати «{ $text }» залишилася поза лапками
finding-quotations-moved = у лапках не ті слова, що в цитаті «{ $text }»
rule-quotations = Що процитовано в оригіналі, те процитовано й у перекладі: у лапках, прийнятих у мові, і кожна має пару.
finding-apostrophe-lost = між літерами «{ $word }» бракує апострофа
finding-apostrophe-wrong = «{ $word }» стоїть замість апострофа
finding-apostrophe-mixed = апостроф «{ $word }» не такий, як решта
rule-apostrophe = Апостроф, а в російській мові твердий знак, не губиться й не замінюється іншим знаком; апострофи в тексті однакові.
finding-end-mark-lost = текст закінчується без знака, який є в оригіналі
finding-end-mark-other = текст закінчується не так, як оригінал: { $text }
finding-end-mark-twice = знак стоїть двічі: { $text }
rule-end-mark = Переклад закінчується тим самим знаком, що й оригінал, і жоден знак не стоїть двічі.
finding-brackets = дужка { $bracket } без пари
rule-brackets = Кожна відкрита дужка закривається, якщо тільки вона не відкрита й в оригіналі.
finding-doubled-word = слово повторюється: { $words }
rule-doubled-word = Те саме слово стоїть двічі поспіль.
finding-source-text-doubled = у статті двічі поспіль стоїть слово: { $words }
finding-source-text-straight = { $count ->
    [one] у статті { $count } прямі лапки, вони тут; у цій мові пишуть { $open } і { $close }
    [few] у статті { $count } прямі лапки, перші з них тут; у цій мові пишуть { $open } і { $close }
   *[many] у статті { $count } прямих лапок, перші з них тут; у цій мові пишуть { $open } і { $close }
}
finding-source-text-long = { $count ->
    [one] у цьому реченні статті { $count } слово; якщо слів більше ніж { $longest }, його важко перекласти добре
    [few] у цьому реченні статті { $count } слова; якщо слів більше ніж { $longest }, його важко перекласти добре
   *[many] у цьому реченні статті { $count } слів; якщо слів більше ніж { $longest }, його важко перекласти добре
}
rule-source-text = Помилки в самій статті й те, що важко перекладати: слово двічі поспіль, прямі лапки, задовгі речення.
finding-spaces-extra = зайвий пробіл
finding-spaces-before = пробіл тут зайвий: «{ $text }»
finding-spaces-missing = після «{ $text }» бракує пробілу
rule-spaces = Між словами стоїть один пробіл; перед знаком його немає, після знака він є.
finding-first-capital = «{ $word }» починається з малої літери, а оригінал — з великої
rule-first-capital = Речення починається з великої літери, якщо з неї починається речення оригіналу.
finding-spelling = у словнику немає слова «{ $word }»
rule-spelling = Слово, якого немає в орфографічному словнику, названому в проєкті.
finding-composition = літеру «{ $letter }» записано двома знаками
rule-composition = Літера й значок над нею — один знак; якщо їх два, слово неможливо знайти.
finding-euphony-letter = «{ $found }» не відповідає попередньому звукові
finding-euphony-word = «{ $found }» між цими звуками має іншу форму
rule-euphony = Деякі літери та слова залежать від сусідніх звуків: білоруські «у» та «у коротке», російські «в» та «во», українські «у» та «в».
finding-typography-dash = «{ $text }» стоїть замість тире
finding-typography-ellipsis = у тексті є і …, і { $text }
finding-typography-groups = у числі { $text } не відокремлено тисячі
finding-typography-initials = після ініціала бракує пробілу
rule-typography = Тире, трикрапки, тисячі та ініціали оформлюються так, як прийнято в мові.

## Стаття

finding-original-wording = відомі слова самого автора цитати: «{ $wording }»
finding-original-wording-wanted = потрібен оригінал цитати «{ $text }»: це було сказано цією мовою
rule-original-wording = Цитату наводять словами самого автора, якщо вони відомі, і ніколи не перекладають назад.
finding-boilerplate-missing = сталого тексту «{ $name }» цією мовою немає; залишається текст оригіналу
rule-boilerplate-missing = Сталі тексти пишуть один раз для кожної мови під назвою `boilerplate-NAME` у файлі `edition.ftl`.
finding-front-matter-syntax = заголовна частина: це неправильний { $format }: `{ $problem }`
finding-front-matter-twice = заголовна частина: ключ повторюється
finding-front-matter-no-keys = заголовна частина: це не список ключів зі значеннями
finding-front-matter-bad-language = заголовна частина: у `lang` не код мови
finding-front-matter-no-text = заголовна частина: значення — не простий текст, його не перекладають
finding-front-matter-unclosed = заголовна частина: немає рядка, який її закриває
finding-front-matter-bad-notice = заголовна частина: у `{ $key }` немає дати або тексту
rule-front-matter = Заголовну частину статті не вдалося прочитати як є.
finding-too-deep = списки й цитати в тексті вкладено надто глибоко
rule-too-deep = Текст, у якому списки й цитати вкладено так глибоко, що читати його довелося б надто довго, не читається.
finding-unknown-role = ролі `{ $role }` немає
rule-unknown-role = Коментар називає роль, якої немає; блок зберігає роль, яку дає йому розмітка.
finding-bad-original = цей коментар про оригінальні слова неможливо прочитати: { $comment }
finding-bad-original-absent = в абзаці після цього коментаря немає слів «{ $text }»
finding-bad-original-loose = після цього коментаря про оригінальні слова немає абзацу: «{ $wording }»
rule-bad-original = Коментар про оригінальні слова називає мову та самі слова і стоїть перед абзацом, де їх цитують.
finding-left-in-source-front-matter = текст `{ $key }` у заголовній частині залишається мовою статті
hint-left-in-source-front-matter = додайте ключ до налаштувань: `front_matter`, якщо його треба перекладати, `front_matter_kept`, якщо читач його не бачить
finding-left-in-source-fence = текст цієї примітки стоїть у блоці коду й залишається мовою статті: «{ $text }»
hint-left-in-source-fence = подайте примітку як цитату (`> [!NOTE]`) або в HTML, щоб її текст перекладали
rule-left-in-source = Текст, який бачить читач, перекладено, або хтось вирішив залишити його як є.
finding-picture-missing = зображення { $file } немає
rule-picture-missing = У статті є зображення, якого немає в проєкті.
finding-picture-refused-type = файл { $file } не скопійовано: це не зображення
finding-picture-refused-outside = зображення { $file } лежить поза `source/`, його не скопійовано
finding-picture-refused-live = малюнок { $file } містить програму, його не скопійовано
finding-picture-refused-social = соціальні мережі не покажуть { $file }: потрібне зображення у форматі PNG, JPEG або WebP
rule-picture-refused = До версій копіюють лише зображення з `source/` і жодного малюнка, який виконує програму.
finding-left-out-element = на сторінці немає елемента `<{ $name }>`
finding-left-out-attributes = на сторінці немає цих атрибутів елемента `<{ $element }>`: { $names }
finding-left-out-address = на сторінці немає адреси { $address }
finding-left-out-picture = сторінка завантажує зображення лише через https, а не { $address }
finding-left-out-unfinished = HTML обривається всередині тега або коментаря; на сторінці цього немає
finding-left-out-hidden = на сторінці немає невидимих знаків: { $characters }
rule-left-out = На сторінці немає нічого, що виконує програму, передає дані чи змінює порядок літер; текстова версія це зберігає.
finding-slug-changed = адреса `{ $slug }` замінює `{ $fixed }`, за якою версію опубліковано
rule-slug-changed = Адреса опублікованої версії не змінюється.

## Чернетки, файли сегментів, злиття

finding-draft-rejected = чернетку рушія { $engine } не прийнято: { $reason }
rule-draft-rejected = Машинну чернетку, яка не пройшла перевірки, не приймають; сегмент залишається без перекладу.
rejected-missing = відповідь для цього сегмента не надійшла
rejected-repeated = для цього сегмента надійшло більше ніж одна відповідь
rejected-failed = рушій не зміг перекласти цей сегмент: { $detail }
rejected-too-long = { $unit ->
    [bytes] байтів: { $size }, а рушій за один раз приймає { $limit }
    [tokens] токенів: близько { $size }, а рушій за один раз приймає { $limit }
   *[characters] знаків: { $size }, а рушій за один раз приймає { $limit }
}
rejected-empty = чернетка порожня
rejected-unchanged = чернетка повторює оригінал
rejected-codes = розмітку не збережено: { $mark }
rejected-addresses = адресу { $address } змінено
rejected-length = знаків у чернетці: { $draft }, в оригіналі: { $source }
rejected-paragraph = чернетка додає абзац
rejected-marks = рушій залишив свій знак: { $mark }
rejected-chatter = рушій розмовляє замість того, щоб перекладати: { $words }
rejected-echo = чернетка повторює запит
rejected-loop = чернетка повторює те саме: { $words }
rejected-twice = чернетка двічі каже те саме: { $words }
rejected-wrapped = довкола чернетки знаки, яких немає в оригіналі: { $mark }
rejected-invisible = у чернетці невидимий знак: { $mark }
rejected-language = чернетка іншою мовою: { $words }
rejected-order = чернетка, мабуть, від іншого речення: відповіді надійшли не в тому порядку, що запитання
rejected-same = та сама чернетка надійшла для різних речень: { $count }
rejected-key = у чернетці є ключ рушія
rejected-rule = чернетка порушує правило `{ $rule }`
rejected-rule-words = чернетка порушує правило `{ $rule }`: { $words }
rejected-rule-lost = чернетка порушує правило `{ $rule }`: у ній немає «{ $words }»
rejected-terms = у чернетці немає термінів із глосарія: { $missing }
finding-merge-unknown = у файлі є сегмент, якого в нас не було: { $unit }
rule-merge-unknown = Повернений сегмент не відповідає жодному реченню статті; його текст збережено окремо.
finding-draft-unit = чернетка { $unit } не належить жодному сегменту
rule-draft-unit = У файлі машинних чернеток названо сегмент, якого в нас немає.
finding-tmx-language = у записі { $tag } памʼяті перекладів не вказано мови
rule-tmx-language = У кожному записі памʼяті перекладів має бути вказано мову.
finding-tmx-unit-no-text = у записі памʼяті перекладів немає тексту (`<seg>`), тому він не використовується
finding-tmx-unit-twice = у записі памʼяті перекладів два переклади ({ $locale }); використовується лише перший
rule-tmx-unit = У кожному записі памʼяті перекладів має бути по одному тексту кожною мовою.
finding-bilingual-files = { $count ->
    [one] ще { $count } статтю в цьому файлі не прочитано
    [few] ще { $count } статті в цьому файлі не прочитано
   *[many] ще { $count } статей у цьому файлі не прочитано
}
rule-bilingual-files = У файлі сегментів — одна стаття.
finding-bilingual-unit-id = сегмент не має ідентифікатора
rule-bilingual-unit-id = Кожен сегмент у файлі сегментів повинен мати свій ідентифікатор.
finding-bilingual-unit-source = сегмент { $unit } не має оригіналу
rule-bilingual-unit-source = Кожен сегмент у файлі сегментів повинен мати речення оригіналу.
finding-bilingual-duplicate = сегмент { $unit } трапляється більше ніж один раз; узято перший
rule-bilingual-duplicate = Ідентифікатор трапляється у файлі сегментів лише один раз.

## Проєкт

finding-glossary-same-id = ідентифікатор «{ $name }» уже є: { $first }
finding-glossary-wrong-type = значення «{ $name }» не того типу
finding-glossary-syntax = це неправильний TOML: `{ $name }`
finding-glossary-unknown-key = невідомий ключ «{ $name }»
finding-glossary-no-id = поняття не має ідентифікатора
finding-glossary-no-terms = поняття «{ $name }» не має жодного варіанта
finding-glossary-bad-locale = «{ $name }» — не код мови
finding-glossary-unknown-kind = невідомий вид «{ $name }»
finding-glossary-unknown-value = невідоме значення «{ $name }»
finding-glossary-empty = значення «{ $name }» порожнє
finding-glossary-unknown-class = невідомий клас «{ $name }» у «{ $term }»
finding-glossary-class-count = у класі «{ $name }» інша кількість слів, ніж у «{ $term }»
finding-glossary-class-unfit = клас «{ $name }» не підходить до «{ $term }»
finding-glossary-one-form = з класом «{ $name }» усі форми «{ $term }» однакові
finding-glossary-foreign-letter = у «{ $term }» є літери іншого алфавіту: відмінювати його не можна
finding-glossary-bad-day = «{ $name }» — не дата на зразок 2022-02-24
finding-glossary-clash = «{ $name }» — водночас правильна й заборонена форма; залишається правильна
finding-glossary-no-word = у «{ $term }» немає слова, яке можна відмінювати
finding-glossary-bad-rules = правила відмінювання неможливо прочитати: `{ $error }`
rule-glossary = У файлах глосарія лише те, що дозволяє їхній формат, і жодна форма не буває водночас правильною й забороненою.
finding-ignore-unused = цей виняток для `{ $name }` нічому не відповідає
finding-ignore-unused-no-reason = цей виняток для `{ $name }` не має причини, тому нічого не вилучає: напишіть, чому на зауваження можна не зважати
rule-ignore-unused = Виняток у налаштуваннях проєкту має причину; якщо йому не відповідає жодне зауваження, його можна прибрати.
finding-orphaned-file = статті `{ $name }` немає: переклади з цього файлу не потраплять до жодної версії
finding-orphaned-file-renamed = статті `{ $name }` більше немає; схоже, тепер вона називається `{ $article }`: `{ $command }`
rule-orphaned-file = Кожен файл перекладів належить до якоїсь статті.
finding-orphaned-page = статті `{ $name }` більше немає: ця сторінка вже не оновлюється, але буде опублікована разом з іншими; видаліть її та сусідні файли з тією самою назвою
finding-orphaned-page-locale = у проєкті більше немає текстів мовою `{ $tag }`: ця сторінка вже не оновлюється, але буде опублікована разом з іншими; видаліть її та сусідні файли з тією самою назвою
rule-orphaned-page = Кожна створена сторінка належить до якоїсь статті й до однієї з мов проєкту.
finding-waiver-fell-source = зняття зауваження за правилом `{ $name }` більше не діє: змінилося речення
finding-waiver-fell-target = зняття зауваження за правилом `{ $name }` більше не діє: змінився переклад
finding-waiver-fell-terms = зняття зауваження за правилом `{ $name }` більше не діє: змінилися записи глосарія для цього речення
finding-waiver-fell-editions = зняття зауваження за правилом `{ $name }` більше не діє: змінилася інша версія
finding-waiver-unused = цей запис нічого не знімає: такого зауваження за правилом `{ $name }` тут немає
finding-waiver-segment-gone = зняте зауваження за правилом `{ $name }` стосується сегмента `{ $segment }`, якого в статті більше немає
finding-waiver-refused = `{ $setting }` не дає знімати зауваження за правилом `{ $name }`: цей запис не діє
finding-waiver-article-gone = зняті тут зауваження стосуються статті `{ $name }`, якої немає
finding-waiver-not-a-target = зняті тут зауваження стосуються `{ $tag }`: це не мова перекладу і не мова статей
rule-waiver = Зауваження лишається знятим, доки не зміниться речення, його переклад або записи глосарія для них.
hint-waive-again = розгляньте зауваження ще раз; зняти його в теперішньому вигляді можна за допомогою `tolmach waive`
hint-remove-waiver = приберіть цей запис із файлу
hint-remove-waivers = видаліть файл або перенесіть його до потрібної статті за допомогою `tolmach mv`
hint-add-target = видаліть файл або додайте цю мову до `targets`
finding-open-conflict = { $count ->
    [one] { $count } сегмент має переклади двох людей: виберіть один за допомогою `tolmach merge --resolve ours|theirs { $name }` або впишіть у цей файл правильний текст і передайте його в `--resolve`
    [few] { $count } сегменти мають переклади двох людей: виберіть один за допомогою `tolmach merge --resolve ours|theirs { $name }` або впишіть у цей файл правильний текст і передайте його в `--resolve`
   *[many] { $count } сегментів мають переклади двох людей: виберіть один за допомогою `tolmach merge --resolve ours|theirs { $name }` або впишіть у цей файл правильний текст і передайте його в `--resolve`
}
rule-open-conflict = Якщо двоє людей переклали один сегмент по-різному, хтось уже вибрав.

## Глосарій загалом і глосарії інших програм

finding-glossary-import-same-id = ідентифікатор «{ $name }» уже є: { $first }
finding-glossary-import-other-content = у глосарії проєкту є «{ $name }» з іншим змістом: { $first }; лишається той
finding-glossary-import-no-header = перший рядок не називає стовпців
finding-glossary-import-unknown-column = стовпець «{ $name }» невідомий і пропускається
finding-glossary-import-same-column = стовпець «{ $name }» стоїть двічі; рахується перший
finding-glossary-import-unclosed = лапки не закриті
finding-glossary-import-too-many-cells = у рядку комірок: { $count }, більше, ніж стовпців; його пропущено
finding-glossary-import-no-id = немає ідентифікатора; це пропущено
finding-glossary-import-no-terms = «{ $name }» не має жодного варіанта; це пропущено
finding-glossary-import-unknown-kind = невідомий вид «{ $name }»
finding-glossary-import-bad-day = «{ $name }» — не день на зразок 2022-02-24
finding-glossary-import-formula = «{ $name }» схоже на формулу таблиці
finding-glossary-import-not-parallel = у «{ $name }» більше частин, ніж варіантів
finding-glossary-import-options = «{ $name }» не вдається прочитати
finding-glossary-import-no-language = розділ не має придатного тегу мови: «{ $name }»; його пропущено
finding-glossary-import-old-version = стару версію «{ $name }» прочитано, наскільки вона відома
finding-glossary-import-unknown-status = невідомий статус «{ $name }»; варіант допускається
finding-glossary-import-bad-line = у рядку немає перекладу; його пропущено
finding-glossary-import-empty-term = порожній варіант у «{ $name }»; його пропущено
rule-glossary-import = Глосарій іншої програми береться, наскільки його можна прочитати, і ніколи не поверх того, що є.
finding-glossary-lint-same-wording = «{ $name }» — також варіант «{ $other }» ({ $first }) того самого виду
finding-glossary-lint-missing-locale = «{ $name }» не має варіанта мовою { $tag }
finding-glossary-lint-foreign-letters = у «{ $name }» є літери, яких немає в { $tag }: { $letters }
finding-glossary-lint-mixed-scripts = у «{ $name }» змішано літери різних абеток
finding-glossary-lint-other-alphabet = у «{ $name }» немає жодної літери алфавіту { $tag }: у кожному реченні слово лишається таким, як є
finding-glossary-lint-one-letter = у «{ $name }» тільки одна літера, і знайдеться вона в тексті всюди
finding-glossary-lint-digits = у «{ $name }» є цифри: у кожному реченні слово лишається таким, як є
finding-glossary-lint-no-letters = у «{ $name }» немає літер: у кожному реченні воно лишається таким, як є
finding-glossary-lint-many-words = у «{ $name }» { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слів
}: знайдеться тільки там, де всі вони стоять у цьому порядку
finding-glossary-lint-unused = «{ $name }» немає в жодній статті
finding-glossary-lint-never-translated = «{ $name }» є в статті, але немає в жодній версії мовою { $tag }
finding-glossary-lint-cycle = поняття зрештою замінює саме себе: { $name }
finding-glossary-lint-unknown-successor = його замінює «{ $name }», якого немає
finding-glossary-lint-days = діє з { $name }, але тільки до { $other }
finding-glossary-lint-unknown-concept = налаштування вибирають «{ $name }», чого немає в глосарії
finding-glossary-lint-unknown-wording = налаштування вибирають «{ $name }», чого немає в глосарії
finding-glossary-lint-choice-refused = налаштування забороняють «{ $name }», а це основний варіант
finding-glossary-lint-two-usages = «{ $name }» — одночасно { $usage ->
    [preferred] основний
    [admitted] припустимий
   *[other] застарілий
} і { $other ->
    [admitted] припустимий
    [deprecated] застарілий
   *[other] заборонений
} варіант
finding-glossary-lint-no-address = «{ $name }» — не вебадреса
finding-glossary-lint-two-preferred = «{ $name }» і «{ $other }» — обидва основні
finding-glossary-lint-quoted-in-note = за приміткою, «{ $name }» пишуть у лапках, а варіант цього не вимагає: { $note }
finding-glossary-lint-open-being = чи називає «{ $name }» живу істоту? якщо так, як у «{ $yes }»: `{ $yes-line }`; якщо ні, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-declines = чи змінюється «{ $name }» у реченні? якщо так, як у «{ $yes }»: `{ $yes-line }`; якщо ні, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-adjective = чи змінюється «{ $name }» так, як прикметник? якщо так, як у «{ $yes }»: `{ $yes-line }`; якщо ні, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-plural = чи може бути кілька таких, як «{ $name }»? якщо так, як у «{ $yes }»: `{ $yes-line }`; якщо ні, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-gender = «{ $name }» — це він, вона чи воно? { $choices }
finding-glossary-lint-open-form = як правильно відмінювати «{ $name }»? { $choices }
finding-glossary-lint-open-more = { $count ->
    [one] ще { $count } варіант чекає на відповідь
    [few] ще { $count } варіанти чекають на відповідь
   *[many] ще { $count } варіантів чекають на відповідь
}
rule-glossary-lint = Глосарій не суперечить сам собі: один варіант — одне поняття одного виду, кожною мовою, її власними літерами.

## Що з цим робити: `hint-…`

hint-own-id = дайте кожному поняттю свій ідентифікатор
hint-known = відомі: { $known }
hint-toml = синтаксис описано на toml.io
hint-front-matter = візьміть у лапки значення, у якому є двокрапка, дужка або лапки
hint-front-matter-bad-notice = пишіть так: `corrections: [{"{"}date: 2022-03-25, text: …{"}"}]`, `withdrawn: {"{"}date: 2022-04-01, reason: …{"}"}`
hint-concept-tables = пишіть кожне поняття як `[[concept]]`
hint-terms-table = напишіть `terms.en = {"{"} preferred = "…" {"}"}`
hint-wording-types = напишіть рядок, таблицю з `text` або масив із них
hint-write-wording = напишіть варіант або приберіть рядок
hint-forms-list = напишіть `forms = ["…", "…"]`
hint-write-form = напишіть форму або приберіть її
hint-string = напишіть рядок у лапках
hint-concept-id = дайте поняттю ідентифікатор, наприклад `id = "homel"`
hint-concept-wording = дайте варіант, наприклад `terms.en = {"{"} preferred = "Homel" {"}"}`
hint-locale = використовуйте код мови BCP 47, такий як `be`, `uk` або `be-tarask`
hint-day = напишіть дату, наприклад `since = 2022-02-24`
hint-clash = правильний варіант ({ $first }) залишається, заборонену форму пропущено
hint-class-rules = порівняйте файл із `locales/root/paradigms.toml`, де пояснено кожен ключ
hint-class-unknown = пишіть одну позначку на слово, наприклад `ma.S.surn`, `adj f` або `m.S 0`
hint-class-count = пишіть одну позначку на слово; останній `0` стосується всіх наступних слів
hint-class-no-word = напишіть варіант у словниковій формі
hint-class-letter = наберіть слово заново літерами його мови або дайте йому клас `0`
hint-class-unfit = перевірте рід і число класу; пишіть `adj`, якщо слово відмінюється як прикметник, `0`, якщо не відмінюється, або перелічіть форми
hint-class-one-form = дайте слову, яке не відмінюється, клас `0` або перелічіть його форми
hint-same-wording = дайте одному з них інший варіант або обʼєднайте їх в одне поняття
hint-missing-locale = напишіть `terms.{ $tag } = {"{"} preferred = "…" {"}"}`
hint-own-letters = напишіть його літерами самої мови або помістіть під `forbidden`
hint-one-letter = напишіть слово повністю; якщо йдеться саме про літеру, додайте `class = "0"`
hint-stays-as-is = якщо так і треба, додайте `class = "0"`, і цієї поради більше не буде; якщо ні, перелічіть форми: `forms = ["…", "…"]`
hint-many-words = напишіть тільки назву чи термін, без речення навколо
hint-open-class = допишіть відповідь до варіанта, наприклад `{ $line }`, або виконайте `{ $command }`
hint-open-other = допишіть відповідь до варіанта, наприклад `{ $line }`
hint-open-more = усі покаже `tolmach glossary lint --all`; про кожен запитає `tolmach glossary review`
hint-unused = це не помилка; приберіть його, якщо воно вже не знадобиться
hint-never-translated = перегляньте речення з ним: чи це той варіант, який пишуть люди?
hint-cycle = приберіть `replaced-by` з чинного поняття
hint-known-concept = напишіть ідентифікатор поняття з глосарія
hint-days = поставте дві дати за порядком
hint-one-of = напишіть один із варіантів: { $known }
hint-prefer-another = виберіть інший варіант через `prefer`
hint-keep-one-wording = залиште його в одному зі списків
hint-page-address = дайте адресу, яка починається з `https://`, або приберіть її
hint-admit-another = зробіть один із них `admitted`
hint-quotes-required = додайте до варіанта `quotes = "required"` або змініть примітку
hint-other-content = те, що є, залишається; змініть його вручну або дайте новому поняттю інший ідентифікатор
hint-header = назвіть стовпці в першому рядку: `id`, `kind`, `en.preferred`, `be.preferred`…
hint-close-quotation = закрийте лапки або пишіть їх двічі всередині комірки
hint-quote-cell = візьміть комірку, у якій є роздільник, у лапки
hint-row-id = дайте рядку ідентифікатор, наприклад `homel`
hint-row-wording = дайте рядку варіант, наприклад `Homel` в `en.preferred`
hint-entry-wording = додайте до запису `langSec` із `termSec` і `term`
hint-empty-term = напишіть варіант як `<term>…</term>`
hint-plain-day = напишіть дату, наприклад 2022-02-24
hint-formula = це взято як текст; поставте перед ним апостроф, щоб і табличний редактор читав його як текст
hint-parallel = дайте стільки частин, скільки варіантів, і розділяйте їх знаком |
hint-options = перевірте «{ $part }»
hint-language = напишіть його мову, наприклад `xml:lang="be"`
hint-original-comment = додайте слова самого автора цитати перед абзацом статті: `<!-- original { $language }: “…” = «…» -->`
hint-old-version = збережіть його як TBX 3 (ISO 30042:2019), щоб напевно нічого не втратити
hint-line = напишіть оригінал, табуляцію, переклад
