# Що програма каже в терміналі та звітах. Число $count вибирає форму множини.

## Слова навколо сказаного

word-error = помилка
word-hint = підказка
word-line = рядок { $line }
wrote = записано файл { $file }
unchanged = без змін: { $file }
removed = видалено файл { $file }
moved = файл { $from } тепер називається { $to }

## Кількість

count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[many] { $count } файлів
}

## Важливість зауважень, стан, вживання

severity-neutral = порада
severity-minor = дрібне
severity-major = серйозне
severity-critical = критичне

state-missing = немає перекладу
state-draft = чернетка
state-stale = застаріло
state-initial = не перекладено
state-translated = перекладено
state-reviewed = перевірено
state-final = затверджено

usage-preferred = основний
usage-admitted = припустимий
usage-deprecated = застарілий
usage-forbidden = заборонений
derived-adjective = прикметник
derived-inhabitant = мешканець

## Підсумок запуску

summary-article = стаття
summary-locale = мова
summary-segments = сегменти
summary-words = слова
summary-missing = без перекладу
summary-draft = чернетки
summary-stale = застаріло
summary-translated = перекладено
summary-reviewed = перевірено
summary-final = затверджено
summary-coverage = готовність
summary-findings = зауваження
summary-files = записані файли
summary-finished = завершено: { $count ->
    [one] готова { $count } версія
    [few] готові { $count } версії
   *[many] готово { $count } версій
}
exit-findings = не все гаразд: подробиці — у виводі команди
exit-refused = не всі вхідні дані вдалося обробити: подробиці — у виводі команди
exit-unfinished = зроблено не все: запустіть команду ще раз, щоб завершити
kin-missing = { $locale }: { $count ->
    [one] { $count } речення залишилося без чернетки від `{ $engine }`: його текст у версії `{ $from }` не перевірено
    [few] { $count } речення залишилися без чернеток від `{ $engine }`: їхній текст у версії `{ $from }` не перевірено
   *[many] { $count } речень залишилося без чернеток від `{ $engine }`: їхній текст у версії `{ $from }` не перевірено
}
kin-unknown = { $locale }: { $count ->
    [one] { $count } слово, якого перекладач не знає, залишилося без перекладу; його названо в нотатці до речення
    [few] { $count } слова, яких перекладач не знає, залишилися без перекладу; їх названо в нотатках до речень
   *[many] { $count } слів, яких перекладач не знає, залишилося без перекладу; їх названо в нотатках до речень
}
kin-changed = { $locale }: { $count ->
    [one] { $count } слово змінено лише за відповідністю літер; його названо в нотатці до речення
    [few] { $count } слова змінено лише за відповідністю літер; їх названо в нотатках до речень
   *[many] { $count } слів змінено лише за відповідністю літер; їх названо в нотатках до речень
}
kin-no-dictionary = { $locale }: орфографічний словник не встановлено, тому за відповідністю літер нічого не змінено
left-out = { $locale }: { $count ->
    [one] { $count } речення надіслано
    [few] { $count } речення надіслано
   *[many] { $count } речень надіслано
} не з усіма відомостями, бо більше рушій не приймає; пропущено термінів: { $terms }
drafted-terms = { $locale }: терміни в нових чернетках ужито за глосарієм: { $found } з { $uses }
drafted-terms-changed = { $locale }: { $count ->
    [one] виправлено { $count } форму терміна; її названо в нотатці до речення
    [few] виправлено { $count } форми термінів; їх названо в нотатках до речень
   *[many] виправлено { $count } форм термінів; їх названо в нотатках до речень
}
drafts-refused = { $count ->
    [one] { $count } речення залишилося без перекладу: його чернетку не прийнято
    [few] { $count } речення залишилися без перекладу: їхні чернетки не прийнято
   *[many] { $count } речень залишилося без перекладу: їхні чернетки не прийнято
}
summary-not-ready = { $count ->
    [one] не готова { $count } версія
    [few] не готові { $count } версії
   *[many] не готово { $count } версій
}: { $open }
summary-unseen = { $count ->
    [one] { $count } переклад зберіг свій стан: його речення змінилося непомітно для читача
    [few] { $count } переклади зберегли свій стан: їхні речення змінилися непомітно для читача
   *[many] { $count } перекладів зберегли свій стан: їхні речення змінилися непомітно для читача
}
open-missing = { $count ->
    [one] { $count } речення без перекладу
    [few] { $count } речення без перекладу
   *[many] { $count } речень без перекладу
}
open-stale = { $count ->
    [one] { $count } застаріле речення
    [few] { $count } застарілі речення
   *[many] { $count } застарілих речень
}
open-draft = { $count ->
    [one] { $count } чернетка
    [few] { $count } чернетки
   *[many] { $count } чернеток
}
open-below = { $count ->
    [one] { $count } речення не затверджено
    [few] { $count } речення не затверджено
   *[many] { $count } речень не затверджено
}
open-finding = { $count ->
    [one] зауваження в { $count } місці
    [few] зауваження у { $count } місцях
   *[many] зауваження у { $count } місцях
}
summary-interrupted = перервано; усе зроблене збережено
explain-nothing = { $article } { $locale }: жоден рушій не отримав би запитів
interrupt-waits = робота зупиняється, залишилося дочекатися відповідей на вже надіслані запити; натисніть `Ctrl-C` ще раз, щоб перервати їх одразу
interrupt-at-once = зупинено одразу; за запити без відповіді, можливо, вже стягнуто плату; усе зроблене збережено
summary-no-findings = зауважень немає
summary-gate-failed = { $count ->
    [one] { $count } зауваження
    [few] { $count } зауваження
   *[many] { $count } зауважень
} рівня «{ $severity }» або вище
since-left-out = { $count ->
    [one] { $count } зауваження не показано: там нічого не змінилося після `{ $revision }`
    [few] { $count } зауваження не показано: там нічого не змінилося після `{ $revision }`
   *[many] { $count } зауважень не показано: там нічого не змінилося після `{ $revision }`
}
baseline-hidden = { $count ->
    [one] { $count } зауваження не показано, бо вже є в { $file }
    [few] { $count } зауваження не показано: вони є в { $file }
   *[many] { $count } зауважень не показано: вони є в { $file }
}
baseline-gone = { $count ->
    [one] { $count } зауваження з { $file } більше немає: прибрати звідти можна за допомогою `--update-baseline`
    [few] { $count } зауважень із { $file } більше немає: їх прибере звідти `--update-baseline`
   *[many] { $count } зауважень із { $file } більше немає: їх прибере звідти `--update-baseline`
}
baseline-written = { $count ->
    [one] у { $file } { $count } зауваження
    [few] у { $file } { $count } зауваження
   *[many] у { $file } { $count } зауважень
}
baseline-incomplete = { $file } залишено без змін: перевірити вдалося не все
baseline-renamed = у списку відомих зауважень `{ $file }` є файли зі старою назвою: наново його запише `tolmach check --baseline { $file } --update-baseline`
check-waived = { $count ->
    [one] { $count } зауваження знято
    [few] { $count } зауваження знято
   *[many] { $count } зауважень знято
}
waived = знято: { $finding }
lock-unheld = { $file } неможливо заблокувати ({ $reason }): ніщо не завадить іншому tolmach писати сюди в той самий час
saved-meanwhile = { $count ->
    [0] { $file }: поки tolmach працював, хтось зберіг цей файл; у ньому є зміни з обох боків
    [one] { $file }: поки tolmach працював, хтось зберіг цей файл; у ньому є зміни з обох боків, а { $count } сегмент, змінений двічі, залишено таким, як його зберегла людина
    [few] { $file }: поки tolmach працював, хтось зберіг цей файл; у ньому є зміни з обох боків, а { $count } сегменти, змінені двічі, залишено такими, як їх зберегла людина
   *[many] { $file }: поки tolmach працював, хтось зберіг цей файл; у ньому є зміни з обох боків, а { $count } сегментів, змінених двічі, залишено такими, як їх зберегла людина
}
orphan-used = { $count ->
    [one] { $file }: статтю перейменовано, і { $count } переклад звідси слугує памʼяттю; решту переносить `{ $command }`
    [few] { $file }: статтю перейменовано, і { $count } переклади звідси слугують памʼяттю; решту переносить `{ $command }`
   *[many] { $file }: статтю перейменовано, і { $count } перекладів звідси слугують памʼяттю; решту переносить `{ $command }`
}
ledger-in-doubt = { $count ->
    [one] { $count } запит залишився без відповіді; можливо, за нього вже стягнуто плату; його надсилають знову
    [few] { $count } запити залишилися без відповіді; можливо, за них уже стягнуто плату; їх надсилають знову
   *[many] { $count } запитів залишилося без відповіді; можливо, за них уже стягнуто плату; їх надсилають знову
}
engine-pause = { $engine } просить зробити паузу: запити чекають { $seconds } с
engine-passed-on = { $error }; решту речень перекладає наступний рушій
engine-foreseen = { $error }; це важливо там, де попередні рушії не дадуть чернетки
ledger-damaged = { $file }: { $count ->
    [one] { $count } рядок ({ $line }) не читається
    [few] { $count } рядки не читаються, перший із них — { $line }
   *[many] { $count } рядків не читаються, перший із них — { $line }
}; з файлу нічого не видаляється, але за те, що там було, може стягуватися плата ще раз
cache-damaged = { $file }: файл пошкоджено, його буде створено заново
cache-other-version = { $file }: файл створено іншою версією tolmach; робота триває без нього
cache-unreachable = Робота триває без збережених результатів: { $cause }

bill-engine = рушій
bill-day = день
bill-asked = запитів
bill-answered = відповідей
bill-characters = знаків до оплати
bill-in-doubt = без відповіді
bill-told = за даними рушія
bill-total = разом
bill-none = до рушіїв ще не зверталися
bill-billed = до оплати
bill-unit = одиниця
bill-unit-characters = знаки
bill-unit-tokens = токени
bill-unit-requests = запити
bill-texts = текстів
bill-characters-sent = знаків
bill-tokens = токенів
bill-cost = вартість
plan-none = звертатися до рушіїв не доведеться
progress-pace = { $rate } за секунду, залишилося { $seconds } с
progress-characters-left = { $count ->
    [one] залишився { $count } знак
    [few] залишилося { $count } знаки
   *[many] залишилося { $count } знаків
}
progress-cost-left = залишилося { $amount }

## quotes

quotes-place = місце
quotes-speaker = хто каже
quotes-language = мова оригіналу
quotes-text = цитата
quotes-none = у статтях немає прямих цитат

## import

import-nothing-left-out = нічого не відкинуто
import-no-article = на цій сторінці статті не знайдено
import-check = порівняйте статтю зі сторінкою, перш ніж перекладати
import-drops-most = слів звʼязного тексту: у статті — { $kept }, відкинуто — { $dropped }; подивіться, чого бракує у статті
import-reason-loading = заповнювач на час завантаження
import-reason-navigation = навігація
import-reason-tags = рядок тегів
import-reason-section = назва розділу
import-reason-counter = лічильник
import-reason-share = кнопки «поділитися»
import-reason-teaser = анонс, що повторює початок
import-reason-repeated-title = ще раз заголовок
import-reason-repeated-byline = ще раз імʼя автора
import-reason-promotion = власна реклама видання
import-reason-advertisement = реклама
import-reason-related = посилання на інші статті
import-reason-consent = повідомлення про файли cookie
import-reason-comments = коментарі читачів
import-reason-copyright = рядок про авторські права
import-reason-label = позначка того, що йде далі
import-reason-date = дата; збережена в заголовній частині
import-reason-hidden = прихований елемент
import-reason-control = кнопка або форма
import-reason-aside = блок збоку від статті
import-reason-footer = низ сторінки
import-reason-header = верх сторінки
import-reason-embedded = заміна вбудованого обʼєкта
import-reason-picture = зображення без відомої адреси
import-reason-copy = друга копія
import-reason-outside = поза статтею

## export

export-lost = формат «{ $format }» не може вмістити всього, що є в перекладах ({ $list }); те, чого в ньому немає, залишається у файлах сегментів, і під час злиття воно береться звідти
feature-state = стани
feature-approval = затвердження
feature-origin = походження
feature-codes = коди в тексті
feature-notes = нотатки
feature-stale = попередні слова змінених речень
feature-obsolete = переклади речень, яких уже немає
feature-sent = позначки про надіслане

## merge

merge-untouched = { $count ->
    [one] { $count } сегмент не змінено
    [few] { $count } сегменти не змінено
   *[many] { $count } сегментів не змінено
}
merge-edited = { $count ->
    [one] прийнято { $count } правку
    [few] прийнято { $count } правки
   *[many] прийнято { $count } правок
}
merge-confirmed = { $count ->
    [one] підтверджено без змін { $count } переклад
    [few] підтверджено без змін { $count } переклади
   *[many] підтверджено без змін { $count } перекладів
}
merge-placeholder = { $count ->
    [one] { $count } заглушку залишено як є: це не переклад
    [few] { $count } заглушки залишено як є: це не переклад
   *[many] { $count } заглушок залишено як є: це не переклад
}
merge-withheld = { $count ->
    [one] { $count } сегмент прийнято, але не затверджено: до нього є зауваження
    [few] { $count } сегменти прийнято, але не затверджено: до них є зауваження
   *[many] { $count } сегментів прийнято, але не затверджено: до них є зауваження
}
merge-stale = { $count ->
    [one] { $count } правка стосується зміненого речення; її збережено як застарілу
    [few] { $count } правки стосуються змінених речень; їх збережено як застарілі
   *[many] { $count } правок стосуються змінених речень; їх збережено як застарілі
}
merge-conflict = { $count ->
    [one] { $count } конфлікт: наш переклад залишається, чужий — у { $file }
    [few] { $count } конфлікти: наші переклади залишаються, чужі — у { $file }
   *[many] { $count } конфліктів: наші переклади залишаються, чужі — у { $file }
}
merge-obsolete = { $count ->
    [one] { $count } речення більше немає в статті; його переклад збережено
    [few] { $count } речень більше немає в статті; їхні переклади збережено
   *[many] { $count } речень більше немає в статті; їхні переклади збережено
}
merge-unknown = { $count ->
    [one] { $count } невідомий сегмент; його текст збережено
    [few] { $count } невідомі сегменти; їхні тексти збережено
   *[many] { $count } невідомих сегментів; їхні тексти збережено
}
merge-remarks = { $count ->
    [one] додано { $count } нову примітку
    [few] додано { $count } нові примітки
   *[many] додано { $count } нових приміток
}
merge-not-returned = { $count ->
    [one] { $count } сегмент не повернувся
    [few] { $count } сегменти не повернулися
   *[many] { $count } сегментів не повернулося
}

resolve-settled = { $count ->
    [one] { $count } конфлікт розвʼязано; текст, що поступився, збережено в нотатці
    [few] { $count } конфлікти розвʼязано; тексти, що поступилися, збережено в нотатках
   *[many] { $count } конфліктів розвʼязано; тексти, що поступилися, збережено в нотатках
}
resolve-open = { $count ->
    [one] { $count } конфлікт залишається нерозвʼязаним
    [few] { $count } конфлікти залишаються нерозвʼязаними
   *[many] { $count } конфліктів залишаються нерозвʼязаними
}
resolve-none = конфліктів немає

## approve

approve-raised = { $count ->
    [one] { $count } сегмент тепер у стані «{ $state }»
    [few] { $count } сегменти тепер у стані «{ $state }»
   *[many] { $count } сегментів тепер у стані «{ $state }»
}
approve-already = { $count ->
    [one] { $count } сегмент уже був у цьому стані
    [few] { $count } сегменти вже були в цьому стані
   *[many] { $count } сегментів уже було в цьому стані
}
approve-left-missing = { $count ->
    [one] { $count } сегмент без перекладу залишено як є
    [few] { $count } сегменти без перекладу залишено як є
   *[many] { $count } сегментів без перекладу залишено як є
}
approve-left-stale = { $count ->
    [one] { $count } застарілий сегмент залишено як є
    [few] { $count } застарілі сегменти залишено як є
   *[many] { $count } застарілих сегментів залишено як є
}
approve-left-changed = { $count ->
    [one] { $count } сегмент тим часом отримав інший текст, його залишено як є
    [few] { $count } сегменти тим часом отримали інший текст, їх залишено як є
   *[many] { $count } сегментів тим часом отримали інший текст, їх залишено як є
}
approve-left-placeholder = { $count ->
    [one] { $count } заглушку залишено як є: це не переклад
    [few] { $count } заглушки залишено як є: це не переклад
   *[many] { $count } заглушок залишено як є: це не переклад
}
approve-left-draft = { $count ->
    [one] { $count } машинну чернетку, якої ніхто не правив, залишено як є
    [few] { $count } машинні чернетки, яких ніхто не правив, залишено як є
   *[many] { $count } машинних чернеток, яких ніхто не правив, залишено як є
}
approve-left-finding = { $count ->
    [one] { $count } сегмент із зауваженнями залишено як є
    [few] { $count } сегменти із зауваженнями залишено як є
   *[many] { $count } сегментів із зауваженнями залишено як є
}
approve-hint-placeholders = заглушку затвердити не можна: перекладіть речення самі або іншим рушієм
approve-hint-drafts = підтвердьте чернетку в програмі для перекладу або затвердьте чернетки без перевірки з `--drafts`; це буде записано
approve-hint-findings = виправте їх (зауваження показує `tolmach check`) або затвердьте з `--despite-findings`; це буде записано

## status

status-no-articles = статей ще немає: покладіть статтю до { $folder } або імпортуйте її
status-despite-drafts = { $count ->
    [one] { $count } машинну чернетку затверджено без перевірки
    [few] { $count } машинні чернетки затверджено без перевірки
   *[many] { $count } машинних чернеток затверджено без перевірки
}
status-despite-findings = { $count ->
    [one] { $count } сегмент затверджено попри зауваження
    [few] { $count } сегменти затверджено попри зауваження
   *[many] { $count } сегментів затверджено попри зауваження
}
build-refused = { $count ->
    [one] не складено: { $count } сегмент не дійшов до потрібного стану
    [few] не складено: { $count } сегменти не дійшли до потрібного стану
   *[many] не складено: { $count } сегментів не дійшло до потрібного стану
}
build-refused-hint = перекладіть чи затвердьте їх (список покаже `-v`) або складіть чернетку з `--allow-missing`
build-draft = складено як чернетку: { $open }
diff-no-drafts = машинних чернеток у { $file } немає

## score

score-text = текст
score-edition = версія
score-drafts = перші чернетки
score-references = зразки
score-term-uses = терміни
score-term-success = правильні терміни
score-consistency = єдність термінів
score-nothing = оцінювати нічого: у версіях немає перекладів, чернеток теж немає
score-no-terms = правильні терміни та їхню єдність не пораховано: в оригіналі немає термінів ні з глосарія, ні зі списків
score-no-repeats = єдність термінів не пораховано: жоден термін не повторюється в іншому сегменті
score-no-references = chrF2++, BLEU і TER не пораховано: немає зразків для порівняння
score-terms-not-in-source = не враховано термінів: { $count } із { $all }; їх немає в оригіналі того самого рядка

## doctor

doctor-user-settings = налаштування користувача: { $path }
doctor-project = проєкт: { $path }
doctor-no-project = тут немає проєкту: його створить `tolmach init`
doctor-articles = статті: { $count }
doctor-locale = мова { $locale }: { $name }
doctor-locale-unknown = мова { $locale }: профілю немає; діють загальні правила
doctor-backend = рушій { $name }: готовий
doctor-glossary = глосарій: { $count ->
    [one] { $count } поняття
    [few] { $count } поняття
   *[many] { $count } понять
}
doctor-program = { $program }: є
doctor-no-program = { $program }: не встановлено
doctor-well = усе гаразд
doctor-problems = { $count ->
    [one] { $count } проблема
    [few] { $count } проблеми
   *[many] { $count } проблем
}

## Форми

case-nominative = називний
case-genitive = родовий
case-dative = давальний
case-accusative = знахідний
case-instrumental = орудний
case-locative = місцевий
case-vocative = кличний
number-singular = однина
number-plural = множина
gender-masculine = чоловічий рід
gender-feminine = жіночий рід
gender-neuter = середній рід
class-from-written = з глосарія
class-from-preferred = від основного варіанта
class-from-guessed = здогад
class-from-given = як задано
class-from-none = без правил
forms-stay = не відмінюється
forms-also = також: { $forms }
forms-no-lock = файлу { $file } ще немає
forms-write-hint = виконайте `tolmach glossary forms --write`
forms-open = { $count ->
    [one] { $count } рядок форм чекає на перевірку: `tolmach glossary review`
    [few] { $count } рядки форм чекають на перевірку: `tolmach glossary review`
   *[many] { $count } рядків форм чекають на перевірку: `tolmach glossary review`
}
forms-wrong = { $count ->
    [one] { $count } рядок форм визнано помилковим
    [few] { $count } рядки форм визнано помилковими
   *[many] { $count } рядків форм визнано помилковими
}
review-question = Чи всі ці форми правильні?
review-answers = `y`: так, `n`: ні, `s`: пропустити, `q`: закінчити
review-seen = перевірено раніше:
review-wrong-hint = дайте цьому варіанту в глосарії інший клас або перелічіть там його форми
review-terminal-hint = команда запитує лише в терміналі; без нього всі форми приймає `--accept-all --by NAME`
class-question-being = Чи називає «{ $name }» живу істоту?
class-question-gender = «{ $name }» — це він, вона чи воно?
class-question-declines = Чи змінюється «{ $name }» у реченні?
class-question-adjective = Чи змінюється «{ $name }» так, як прикметник?
class-question-plural = Чи може бути кілька таких, як «{ $name }»?
class-question-form = Як правильно відмінювати «{ $name }»?
# What is typed for yes and no, in lower case.
typed-yes = так т
typed-no = ні н
class-answers-yes = `y`: так, `n`: ні, `s`: пропустити, `q`: закінчити
class-answers-number = номер рядка; `s`: пропустити, `q`: закінчити
class-written = { $locale }: у «{ $name }» тепер клас { $class }: { $file }

## init

init-created = створено файл { $file }
init-kept = залишено без змін файл { $file }
init-done = проєкт готовий
init-next = далі: покладіть статтю до { $folder } і виконайте `tolmach run`
init-docs = читайте далі: `docs/getting-started.md` у вихідному коді tolmach; команди перелічує `tolmach help`, правила — `tolmach explain`

## explain, glossary, налаштування

explain-severity = важливість: { $severity ->
    [neutral] порада
    [minor] мала
    [major] серйозна
   *[critical] критична
}

## Fixes

fix-done = { $count ->
    [one] { $count } виправлення внесено
    [few] { $count } виправлення внесено
   *[many] { $count } виправлень внесено
}
fix-would = { $count ->
    [one] { $count } безперечне виправлення
    [few] { $count } безперечні виправлення
   *[many] { $count } безперечних виправлень
}
fix-offered = { $count ->
    [one] потрібна людина: { $count } місце
    [few] потрібна людина: { $count } місця
   *[many] потрібна людина: { $count } місць
}
fix-certain = безперечно
fix-lowered = безперечно; більше не перевірено
fix-guess = має вибрати людина

## glossary

glossary-forms-same = жодна форма не змінилася
glossary-forms-changed = { $count ->
    [one] змінилася { $count } форма
    [few] змінилися { $count } форми
   *[many] змінилося { $count } форм
}
glossary-imported = нових понять: { $new }, уже було: { $same }: { $file }
glossary-added = { $name } додано до { $file }
glossary-forms-made = { $locale }: «{ $name }» має { $count ->
    [one] { $count } форму
    [few] { $count } форми
   *[many] { $count } форм
}
glossary-diff-added = додано: { $name }
glossary-diff-removed = прибрано: { $name }
glossary-diff-changed = змінено: { $name }
glossary-diff-same = обидва глосарії однакові
glossary-diff-wrong = { $count ->
    [one] { $count } речення стає помилковим
    [few] { $count } речення стають помилковими
   *[many] { $count } речень стають помилковими
}
