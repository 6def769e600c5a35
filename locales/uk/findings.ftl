# Що сказано про текст: `finding-<rule>` на місці, `rule-<rule>` для `tolmach explain`.

## Повнота

finding-missing = немає перекладу
rule-missing = Кожен сегмент статті повинен мати переклад; сегмент без нього позначено в готовій версії як пропущений.
finding-stale = оригінал змінився після перекладу
rule-stale = Коли речення статті змінюється, його переклад уже не каже того самого, доки його не перегляне людина.
finding-untranslated = переклад повторює оригінал
rule-untranslated = Переклад, рівний оригіналу, не перекладено; самі лише імена й числа — не помилка.
finding-codes = { $problem ->
    [missing] бракує знака розмітки { $code } з оригіналу
    [extra] знака розмітки { $code } немає в оригіналі
    [crossed] знак розмітки { $code } закриває не ту пару, що відкрита останньою
   *[other] розмітка розходиться з оригіналом: бракує { $missing }, зайве { $extra }
}
rule-codes = Посилання, виділення та інша розмітка оригіналу повинні бути в перекладі й правильно вкладатися одна в одну.
finding-numbers = { $problem ->
    [missing] у перекладі немає { $expected } з оригіналу
    [extra] в оригіналі немає { $found }
    [english-comma] в оригіналі { $expected }, у перекладі { $found }: тут кома відділяє дробову частину, а не тисячі
   *[other] в оригіналі { $expected }, у перекладі { $found }
}
rule-numbers = Кожне число оригіналу повинне бути в перекладі, цифрами або словами.
finding-links = адреса { $address } є не в обох текстах
rule-links = Адреси оригіналу повинні стояти в перекладі без змін.
finding-length = довжина перекладу — { $percent } від оригіналу
rule-length = Переклад, значно коротший або довший за оригінал, міг щось загубити або додати.

## Терміни

finding-forbidden-term = { $lacks ->
    [preferred] «{ $term }» — не наш варіант
   *[other] «{ $term }» — не наш варіант; пишіть «{ $preferred }»
}
rule-forbidden-term = Глосарій забороняє цей варіант.
finding-deprecated-term = { $lacks ->
    [preferred] «{ $term }» більше не вживаємо
   *[other] «{ $term }» більше не вживаємо; пишіть «{ $preferred }»
}
rule-deprecated-term = Глосарій більше не вживає цього варіанта.
finding-terminology = «{ $term }» перекладено не як «{ $preferred }»
rule-terminology = Термін оригіналу потребує варіанта з глосарія в будь-якій його формі.
finding-source-term = { $lacks ->
    [preferred] в оригіналі «{ $term }» — не варіант редакції
   *[other] в оригіналі «{ $term }» — не варіант редакції; пишіть «{ $preferred }»
}
rule-source-term = У самій статті вжито варіант, який забороняє глосарій.
finding-misspelled-term = «{ $found }» — можливо, помилка в слові «{ $term }»
rule-misspelled-term = Слово відрізняється від форми терміна однією-двома літерами.
finding-inconsistent = те саме речення в іншому місці перекладено інакше: «{ $other }»
rule-inconsistent = Однакові речення слід перекладати однаково.

## Літери та знаки

finding-foreign-letters = літери іншого алфавіту в слові «{ $word }»: { $letters }
rule-foreign-letters = Літера, якої в мові немає, або латинська літера, схожа на свою.
finding-invisible-characters = невидимі знаки: { $characters }
rule-invisible-characters = У готовому тексті не повинно бути мʼяких знаків перенесення, знаків нульової ширини та знаків напрямку.
finding-normalization = літери, складені з частин: { $letters }
rule-normalization = Такі літери, як й та ї, — це один знак (NFC), а не літера і значок.
finding-quotes = замість лапок { $found } потрібні { $expected }
rule-quotes = Лапки залежать від мови та рівня цитати.
finding-unbalanced = знак { $mark } не має пари
rule-unbalanced = Лапки й дужки бувають лише парами.
finding-apostrophe = апостроф редакції — { $expected }
rule-apostrophe = У словах редакція пише апостроф одного виду.
finding-dash = тире повинне бути таким: { $expected }
rule-dash = Між словами стоїть тире з пробілами, а не дефіс.
finding-typography = замість «{ $found }» потрібно «{ $expected }»
rule-typography = Пробіли та знаки ставляться за правилами мови.
finding-alternation = тут замість «{ $found }» потрібно «{ $expected }»
rule-alternation = Білоруський ненаголошений звук «у» після голосної передає окрема літера, якщо між ними немає паузи.
finding-spacing = { $count ->
    [one] { $count } зайвий пробіл
    [few] { $count } зайві пробіли
   *[many] { $count } зайвих пробілів
}
rule-spacing = Слова розділяє один пробіл, а перед комою та крапкою його немає.
finding-end-mark = оригінал закінчується на { $expected }, переклад — на { $found }
rule-end-mark = В обох мовах речення закінчується знаком одного роду.
finding-headline-stop = у кінці заголовка крапки немає
rule-headline-stop = Заголовки, підзаголовки та рядки про автора світлини пишуться без крапки в кінці.
finding-repeated-word = слово «{ $word }» стоїть тут двічі
rule-repeated-word = Слово йде саме за собою — зазвичай це помилка.
finding-month-name = «{ $found }» — не назва місяця в цій мові
rule-month-name = Назва місяця належить іншій мові.
finding-number-form = замість «{ $found }» потрібно «{ $expected }»: тут кома відділяє дробову частину, а не тисячі
rule-number-form = Числа пишуться за правилами мови: 1,000, перенесене з англійської, читається як дріб.
finding-spelling = слова «{ $word }» немає у словнику
rule-spelling = Слово, якого не знає встановлений словник.

## Стаття

finding-original-wording = відомі слова самого автора цитати: «{ $wording }»
rule-original-wording = Цитату наводять словами самого автора, якщо вони відомі, і ніколи не перекладають назад.
finding-boilerplate-missing = сталого тексту «{ $name }» цією мовою немає; залишається текст оригіналу
rule-boilerplate-missing = Сталі тексти пишуть один раз для кожної мови під назвою `boilerplate-NAME` у файлі `edition.ftl`.
finding-front-matter = заголовна частина: { $problem }
rule-front-matter = Заголовну частину статті не вдалося прочитати як є.
finding-unknown-role = частини з назвою `{ $role }` немає
rule-unknown-role = Коментар називає частину, якої немає; блок залишається тим, чим його робить оформлення.
finding-bad-original = цей коментар про оригінальні слова неможливо прочитати: { $comment }
rule-bad-original = Коментар про оригінальні слова називає мову та самі слова.
finding-picture-missing = світлини { $file } немає
rule-picture-missing = Стаття показує світлину, якої немає в проєкті.
finding-tag-unknown = для тегу «{ $tag }» у цій мові немає варіанта
rule-tag-unknown = Теги перекладають за таблицею, а не машиною.
finding-conflict-markers = у файлі залишилися позначки конфлікту системи керування версіями
rule-conflict-markers = Злиття не довели до кінця: у файлі стоять три рядки-позначки.

## Чернетки, файли сегментів, злиття

finding-draft-rejected = чернетку рушія { $engine } не прийнято: { $reason }
rule-draft-rejected = Машинну чернетку, що ламає будову тексту, ніколи не приймають; сегмент залишається без перекладу.
rejected-missing = відповіді для цього сегмента не надійшло
rejected-repeated = для цього сегмента надійшло більше ніж одна відповідь
rejected-failed = рушій не зміг його перекласти: { $detail }
rejected-too-long = знаків { $characters }, а рушій за раз приймає { $limit }
rejected-empty = чернетка порожня
rejected-unchanged = чернетка повторює оригінал
rejected-codes = розмітку не збережено: { $mark }
rejected-addresses = адресу { $address } змінено
rejected-length = у чернетці { $draft } знаків, в оригіналі { $source }
rejected-paragraph = чернетка додає абзац
rejected-marks = рушій залишив свій знак: { $mark }
rejected-chatter = рушій розмовляє замість того, щоб перекладати: { $words }
rejected-echo = чернетка повторює запитання
rejected-loop = чернетка ходить по колу: { $words }
rejected-rule = чернетка порушує правило `{ $rule }`
finding-conflict = дві людини переклали цей сегмент по-різному; залишається наш переклад
rule-conflict = Є два різні людські переклади одного сегмента; вибрати повинна людина.
finding-merge-unknown = у файлі є сегмент, якого в нас не було: { $unit }
rule-merge-unknown = Повернений сегмент не відповідає жодному реченню статті; його текст збережено окремо.
finding-segment-unknown = у статті немає сегмента { $segment }
rule-segment-unknown = Названо сегмент, якого у статті немає.
finding-draft-unit = чернетка { $unit } не належить жодному сегменту
rule-draft-unit = У файлі машинних чернеток названо сегмент, якого в нас немає.
finding-tmx-language = запис { $tag } памʼяті перекладів не має мови
rule-tmx-language = Кожен запис у памʼяті перекладів називає свою мову.
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
rule-bilingual-duplicate = Ідентифікатор стоїть у файлі сегментів один раз.

## Проєкт

finding-glossary = { $problem ->
    [same-id] ідентифікатор «{ $name }» уже зайнято
    [wrong-type] значення «{ $name }» не того типу
    [syntax] це неправильний TOML: { $name }
    [unknown-key] невідомий ключ «{ $name }»
    [no-id] поняття не має ідентифікатора
    [no-terms] поняття «{ $name }» не має жодного варіанта
    [bad-locale] «{ $name }» — не позначка мови
    [unknown-kind] невідомий вид «{ $name }»
    [unknown-value] невідоме значення «{ $name }»
    [empty] значення «{ $name }» порожнє
    [unknown-class] невідомий клас «{ $name }» у «{ $term }»
    [class-count] у класі «{ $name }» інша кількість слів, ніж у «{ $term }»
    [class-unfit] клас «{ $name }» не підходить до «{ $term }»
    [one-form] з класом «{ $name }» усі форми «{ $term }» однакові
    [foreign-letter] у «{ $term }» є літери іншого алфавіту: відмінювати його не можна
    [bad-day] «{ $name }» — не дата на зразок 2022-02-24
    [clash] «{ $name }» — водночас правильна й заборонена форма; залишається правильна
   *[other] «{ $name }» неможливо прочитати
}
rule-glossary = У файлах глосарія лише те, що дозволяє їхній формат, і жодна форма не буває водночас правильною й забороненою.
finding-unreadable = це неможливо прочитати: { $problem }
rule-unreadable = Файл або його частину не вдалося прочитати; решту використано.
finding-ignore-unused = цей виняток для `{ $name }` нічому не відповідає
rule-ignore-unused = Виняток у налаштуваннях проєкту, якому не відповідає жодне зауваження, можна прибрати.

## Глосарій загалом і глосарії інших програм

finding-glossary-import = { $problem ->
    [same-id] ідентифікатор «{ $name }» уже є: { $first }
    [other-content] у глосарії проєкту є «{ $name }» з іншим змістом: { $first }; лишається той
    [no-header] перший рядок не називає стовпців
    [unknown-column] стовпець «{ $name }» невідомий і пропускається
    [same-column] стовпець «{ $name }» стоїть двічі; рахується перший
    [unclosed] лапки не закриті
    [too-many-cells] у рядку комірок: { $name }, більше, ніж стовпців; його пропущено
    [no-id] немає ідентифікатора; це пропущено
    [no-terms] «{ $name }» не має жодного варіанта; це пропущено
    [unknown-kind] невідомий вид «{ $name }»
    [bad-day] «{ $name }» — не день на зразок 2022-02-24
    [formula] «{ $name }» схоже на формулу таблиці
    [not-parallel] у «{ $name }» більше частин, ніж варіантів
    [options] «{ $name }» не вдається прочитати
    [no-language] розділ не має придатного тегу мови: «{ $name }»; його пропущено
    [unknown-status] невідомий статус «{ $name }»; варіант допускається
    [bad-line] у рядку немає перекладу; його пропущено
   *[other] «{ $name }» не вдається прочитати
}
rule-glossary-import = Глосарій іншої програми береться, наскільки його можна прочитати, і ніколи не поверх того, що є.
finding-glossary-lint = { $problem ->
    [same-wording] «{ $name }» — також варіант «{ $other }» ({ $first }) того самого виду
    [missing-locale] «{ $name }» не має варіанта мовою { $tag }
    [foreign-letters] у «{ $name }» є літери, яких немає в { $tag }: { $letters }
    [mixed-scripts] у «{ $name }» змішано літери різних абеток
    [unused] «{ $name }» немає в жодній статті
    [never-translated] «{ $name }» є в статті, але немає в жодному виданні мовою { $tag }
    [cycle] поняття зрештою замінює саме себе: { $name }
    [unknown-successor] його замінює «{ $name }», якого немає
    [days] діє з { $name }, але тільки до { $other }
    [unknown-choice] налаштування вибирають «{ $name }», чого немає в глосарії
    [choice-refused] налаштування забороняють «{ $name }», а це бажаний варіант
   *[other] «{ $name }» суперечить решті
}
rule-glossary-lint = Глосарій не суперечить сам собі: один варіант — одне поняття одного виду, кожною мовою, її власними літерами.
