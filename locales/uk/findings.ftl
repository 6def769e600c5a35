# Що сказано про текст: `finding-<rule>` на місці, `rule-<rule>` для `tolmach explain`.

## Повнота

finding-missing = немає перекладу
rule-missing = Кожен сегмент статті повинен мати переклад; сегмент без нього позначають у готовій версії як пропущений.
finding-stale = оригінал змінився після перекладу
rule-stale = Якщо речення статті змінилося, його переклад вважається застарілим, доки його не перегляне людина.
finding-untranslated = переклад повторює оригінал
rule-untranslated = Переклад, який не відрізняється від оригіналу, — не переклад; самі лише імена й числа помилкою не вважаються.
finding-codes = { $problem ->
    [missing] бракує знака розмітки { $code } з оригіналу
    [extra] знака розмітки { $code } немає в оригіналі
    [crossed] знак розмітки { $code } закриває не ту пару, що відкрита останньою
   *[other] розмітка розходиться з оригіналом: бракує { $missing }, зайве { $extra }
}
rule-codes = Посилання, виділення та інша розмітка оригіналу мають бути в перекладі й правильно вкладатися одна в одну.
finding-numbers = { $problem ->
    [missing] у перекладі немає { $expected } з оригіналу
    [extra] в оригіналі немає { $found }
    [english-comma] в оригіналі { $expected }, у перекладі { $found }: тут кома відділяє дробову частину, а не тисячі
   *[other] в оригіналі { $expected }, у перекладі { $found }
}
rule-numbers = Кожне число оригіналу має бути в перекладі, цифрами або словами.

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
rule-deprecated-term = За глосарієм цей варіант більше не вживається.
finding-terminology = «{ $term }» перекладено не як «{ $preferred }»
rule-terminology = Термін оригіналу слід перекладати так, як у глосарії, у будь-якій потрібній формі.
finding-source-term = { $lacks ->
    [preferred] в оригіналі «{ $term }» — не варіант редакції
   *[other] в оригіналі «{ $term }» — не варіант редакції; пишіть «{ $preferred }»
}
rule-source-term = У самій статті вжито варіант, який забороняє глосарій.
finding-misspelt-term = «{ $found }» — можливо, помилка у слові «{ $term }»
rule-misspelt-term = Слово відрізняється однією-двома літерами від форми терміна, про який ідеться в оригіналі, або лише скидається на неї.
finding-term-case = «{ $found }» пишеться з великої літери: «{ $term }»
rule-term-case = Імʼя або абревіатура з глосарія втратили велику літеру.
finding-term-quotes = «{ $term }» стоїть без лапок
rule-term-quotes = Глосарій вимагає завжди писати цей вислів у лапках.
finding-term-consistency = { $problem ->
    [editions] тут «{ $term }», а інше видання ({ $editions }) бере основний варіант; тут це «{ $other }»
   *[other] «{ $term }» і «{ $other }» — дві назви одного й того самого
}
rule-term-consistency = У статті та її виданнях одна річ має одну назву; скорочена форма поруч із повною не заважає.

## Літери та знаки

finding-foreign-letters = літери іншого алфавіту в слові «{ $word }»: { $letters }
rule-foreign-letters = Літера, якої в мові немає, або латинська літера, схожа на одну зі своїх.

## Стаття

finding-original-wording = відомі слова самого автора цитати: «{ $wording }»
rule-original-wording = Цитату наводять словами самого автора, якщо вони відомі, і ніколи не перекладають назад.
finding-boilerplate-missing = сталого тексту «{ $name }» цією мовою немає; залишається текст оригіналу
rule-boilerplate-missing = Сталі тексти пишуть один раз для кожної мови під назвою `boilerplate-NAME` у файлі `edition.ftl`.
finding-front-matter = заголовна частина: { $problem }
rule-front-matter = Заголовну частину статті не вдалося прочитати як є.
finding-too-deep = списки й цитати в тексті вкладено надто глибоко
rule-too-deep = Текст, у якому списки й цитати вкладено так глибоко, що читати його довелося б надто довго, не читається.
finding-unknown-role = ролі `{ $role }` немає
rule-unknown-role = Коментар називає роль, якої немає; блок зберігає роль, яку дає йому розмітка.
finding-bad-original = цей коментар про оригінальні слова неможливо прочитати: { $comment }
rule-bad-original = Коментар про оригінальні слова називає мову та самі слова.
finding-picture-missing = зображення { $file } немає
rule-picture-missing = У статті є зображення, якого немає в проєкті.

## Чернетки, файли сегментів, злиття

finding-draft-rejected = чернетку рушія { $engine } не прийнято: { $reason }
rule-draft-rejected = Машинну чернетку, яка порушує структуру тексту, ніколи не приймають; сегмент залишається без перекладу.
rejected-missing = відповідь для цього сегмента не надійшла
rejected-repeated = для цього сегмента надійшло понад одну відповідь
rejected-failed = рушій не зміг перекласти цей сегмент: { $detail }
rejected-too-long = знаків: { $characters }, а рушій за один раз приймає { $limit }
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
rejected-rule = чернетка порушує правило `{ $rule }`
finding-merge-unknown = у файлі є сегмент, якого в нас не було: { $unit }
rule-merge-unknown = Повернений сегмент не відповідає жодному реченню статті; його текст збережено окремо.
finding-draft-unit = чернетка { $unit } не належить жодному сегменту
rule-draft-unit = У файлі машинних чернеток названо сегмент, якого в нас немає.
finding-tmx-language = у записі { $tag } памʼяті перекладів не вказано мову
rule-tmx-language = У кожному записі памʼяті перекладів має бути вказано мову.
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

finding-glossary = { $problem ->
    [same-id] ідентифікатор «{ $name }» уже зайнято
    [wrong-type] значення «{ $name }» не того типу
    [syntax] це неправильний TOML: { $name }
    [unknown-key] невідомий ключ «{ $name }»
    [no-id] поняття не має ідентифікатора
    [no-terms] поняття «{ $name }» не має жодного варіанта
    [bad-locale] «{ $name }» — не код мови
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
finding-ignore-unused = цей виняток для `{ $name }` нічому не відповідає
rule-ignore-unused = Виняток у налаштуваннях проєкту, якому не відповідає жодне зауваження, можна прибрати.
