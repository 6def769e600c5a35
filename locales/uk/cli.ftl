# Що програма каже в терміналі та звітах. Число $count вибирає форму множини.

## Слова навколо сказаного

word-error = помилка
word-warning = попередження
word-hint = підказка
word-note = примітка
word-line = рядок { $line }
word-none = немає
word-yes = так
word-no = ні
more = ще { $count }
wrote = записано файл { $file }
would-write = було б записано файл { $file }
unchanged = без змін: { $file }
removed = видалено файл { $file }

## Кількість

count-segments = { $count ->
    [one] { $count } сегмент
    [few] { $count } сегменти
   *[many] { $count } сегментів
}
count-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слів
}
count-characters = { $count ->
    [one] { $count } знак
    [few] { $count } знаки
   *[many] { $count } знаків
}
count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[many] { $count } файлів
}
count-articles = { $count ->
    [one] { $count } стаття
    [few] { $count } статті
   *[many] { $count } статей
}
count-editions = { $count ->
    [one] { $count } версія
    [few] { $count } версії
   *[many] { $count } версій
}
count-findings = { $count ->
    [one] { $count } зауваження
    [few] { $count } зауваження
   *[many] { $count } зауважень
}
count-concepts = { $count ->
    [one] { $count } поняття
    [few] { $count } поняття
   *[many] { $count } понять
}

## Вага зауважень, стан, вживання

severity-neutral = порада
severity-minor = дрібне
severity-major = серйозне
severity-critical = критичне

state-missing = немає перекладу
state-draft = чернетка
state-stale = застаріло
state-initial = не перекладено
state-translated = перекладено
state-reviewed = вичитано
state-final = затверджено

usage-preferred = основний
usage-admitted = припустимий
usage-deprecated = застарілий
usage-forbidden = заборонений

## Підсумок запуску

summary-article = стаття
summary-locale = мова
summary-segments = сегменти
summary-words = слова
summary-missing = без перекладу
summary-draft = чернетки
summary-stale = застаріло
summary-translated = перекладено
summary-reviewed = вичитано
summary-final = затверджено
summary-coverage = готовність
summary-findings = зауваження
summary-files = записані файли
summary-reused = з памʼяті
summary-total = разом
summary-finished = закінчено: { $count ->
    [one] готова { $count } версія
    [few] готові { $count } версії
   *[many] готово { $count } версій
}
summary-nothing-to-do = нема чого робити
summary-unfinished = не закінчено: без перекладу { $count ->
    [one] залишився { $count } сегмент
    [few] залишилися { $count } сегменти
   *[many] залишилося { $count } сегментів
}; усе зроблене збережено
summary-interrupted = перервано; усе зроблене збережено
summary-no-findings = зауважень немає
summary-gate-failed = { $count ->
    [one] { $count } зауваження
    [few] { $count } зауваження
   *[many] { $count } зауважень
} рівня «{ $severity }» або вище
summary-gate-passed = немає зауважень рівня «{ $severity }» або вище
summary-ignored = { $count ->
    [one] { $count } зауваження пропущено за налаштуваннями проєкту
    [few] { $count } зауваження пропущено за налаштуваннями проєкту
   *[many] { $count } зауважень пропущено за налаштуваннями проєкту
}
summary-baseline = { $count ->
    [one] { $count } зауваження відоме з минулого разу
    [few] { $count } зауваження відомі з минулого разу
   *[many] { $count } зауважень відомі з минулого разу
}
summary-draft-edition = ця версія — чернетка: { $count ->
    [one] не затверджено { $count } сегмент
    [few] не затверджено { $count } сегменти
   *[many] не затверджено { $count } сегментів
}
summary-sent = надіслано до { $engine }: { $count ->
    [one] { $count } знак
    [few] { $count } знаки
   *[many] { $count } знаків
}
summary-would-send = було б надіслано до { $engine }: { $count ->
    [one] { $count } знак
    [few] { $count } знаки
   *[many] { $count } знаків
}
summary-from-ledger = { $count ->
    [one] { $count } відповідь уже оплачено й використано знову
    [few] { $count } відповіді вже оплачено й використано знову
   *[many] { $count } відповідей уже оплачено й використано знову
}
ledger-in-doubt = { $count ->
    [one] { $count } запит залишився без відповіді; можливо, його оплачено; його надсилають знову
    [few] { $count } запити залишилися без відповіді; можливо, їх оплачено; їх надсилають знову
   *[many] { $count } запитів залишилися без відповіді; можливо, їх оплачено; їх надсилають знову
}

## Перебіг роботи

progress-reading = читається { $file }
progress-fetching = завантажується { $url }
progress-translating = переклад: { $done } з { $total }
progress-checking = перевірка: { $done } з { $total }
progress-building = складання: { $done } з { $total }
progress-waiting = { $engine } зайнятий; наступна спроба через { $seconds } с
progress-offline = без мережі: жоден рушій не опитується

## import

import-article = { $title }: { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слів
}
import-left-out = { $count ->
    [one] відкинуто { $count } частину сторінки
    [few] відкинуто { $count } частини сторінки
   *[many] відкинуто { $count } частин сторінки
}
import-nothing-left-out = нічого не відкинуто
import-line = рядок { $line }: { $reason }: { $text }
import-no-article = на цій сторінці статті не знайдено
import-check = порівняйте статтю зі сторінкою, перш ніж перекладати
import-reason-loading = заповнювач завантаження
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
import-reason-date = дата, збережена в заголовній частині
import-reason-hidden = прихований елемент
import-reason-control = кнопка або форма
import-reason-aside = блок збоку від статті
import-reason-footer = низ сторінки
import-reason-header = верх сторінки
import-reason-embedded = заміна вбудованого обʼєкта
import-reason-picture = світлина без відомої адреси
import-reason-outside = поза статтею

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
    [one] { $count } речення більше немає у статті; його переклад збережено
    [few] { $count } речень більше немає у статті; їхні переклади збережено
   *[many] { $count } речень більше немає у статті; їхні переклади збережено
}
merge-unknown = { $count ->
    [one] { $count } невідомий сегмент; його текст збережено
    [few] { $count } невідомі сегменти; їхні тексти збережено
   *[many] { $count } невідомих сегментів; їхні тексти збережено
}
merge-not-returned = { $count ->
    [one] { $count } сегмент не повернувся
    [few] { $count } сегменти не повернулися
   *[many] { $count } сегментів не повернулося
}
merge-nothing = правок немає

## approve

approve-raised = { $count ->
    [one] { $count } сегмент отримав стан «{ $state }»
    [few] { $count } сегменти отримали стан «{ $state }»
   *[many] { $count } сегментів отримали стан «{ $state }»
}
approve-already = { $count ->
    [one] { $count } сегмент уже мав його
    [few] { $count } сегменти вже мали його
   *[many] { $count } сегментів уже мали його
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
approve-nothing = нема чого затверджувати

## status

status-heading = Стан перекладів
status-final = затверджено: можна публікувати
status-open = { $count ->
    [one] { $count } сегмент не затверджено
    [few] { $count } сегменти не затверджено
   *[many] { $count } сегментів не затверджено
}
status-no-articles = статей ще немає: покладіть статтю до { $folder } або імпортуйте її
status-not-built = ще не складено
status-outdated = складено до останньої зміни
build-refused = { $count ->
    [one] не складено: { $count } сегмент не дійшов до потрібного стану
    [few] не складено: { $count } сегменти не дійшли до потрібного стану
   *[many] не складено: { $count } сегментів не дійшли до потрібного стану
}
build-refused-hint = перекладіть або затвердьте їх чи складіть чернетку з `--allow-missing`
diff-no-drafts = машинних чернеток у { $file } немає

## doctor

doctor-heading = Що є в цьому встановленні та проєкті
doctor-user-settings = налаштування користувача: { $path }
doctor-project = проєкт: { $path }
doctor-no-project = тут немає проєкту: його створить `tolmach init`
doctor-articles = статті: { $count }
doctor-locale = мова { $locale }: { $name }
doctor-locale-unknown = мова { $locale }: профілю немає; діють загальні правила
doctor-backend = рушій { $name }: готовий
doctor-backend-no-key = рушій { $name }: немає ключа; задайте { $variable }
doctor-backend-away = рушій { $name }: недоступний
doctor-no-backend = рушій не задано; `run` перекладає лише з памʼяті
doctor-glossary = глосарій: { $count ->
    [one] { $count } поняття
    [few] { $count } поняття
   *[many] { $count } понять
}
doctor-lock-fresh = закріплені форми збігаються з тими, що дають правила
doctor-lock-stale = закріплені форми розходяться з тими, що дають правила; див. `tolmach glossary forms`
doctor-dictionary = словник для { $locale }: { $path }
doctor-no-dictionary = словник для { $locale }: немає; перевірки працюють і без нього
doctor-program = { $program }: є
doctor-no-program = { $program }: не встановлено
doctor-well = усе гаразд
doctor-problems = { $count ->
    [one] { $count } проблема
    [few] { $count } проблеми
   *[many] { $count } проблем
}

## init

init-created = створено файл { $file }
init-kept = залишено файл { $file }
init-done = проєкт готовий
init-next = далі: покладіть статтю до { $folder } і виконайте `tolmach run`
init-exists = тут уже є проєкт

## explain, glossary, налаштування

explain-unknown = немає правила `{ $rule }`
explain-rules = правила
explain-severity = вага: { $severity }
explain-good = добре
explain-bad = погано
glossary-valid = глосарій правильний
glossary-forms-same = жодна форма не змінилася
glossary-forms-changed = { $count ->
    [one] змінилася { $count } форма
    [few] змінилися { $count } форми
   *[many] змінилося { $count } форм
}
glossary-locked = закріплено в { $file }
setting-flag = ключ командного рядка
setting-environment = середовище
setting-project = проєкт
setting-user = налаштування користувача
setting-default = типово

## Глосарій у статтях

glossary-report-title = Глосарій у статтях
glossary-report-concept = поняття
glossary-report-required = потрібно
glossary-report-forms = знайдені форми
glossary-report-forbidden = заборонені варіанти
glossary-report-coverage = охоплення
glossary-report-unused = не вживаються
glossary-report-pass = пройдено
glossary-report-fail = не пройдено

## glossary

glossary-imported = нових { $new ->
    [one] { $new } поняття
    [few] { $new } поняття
   *[many] { $new } понять
}, вже було { $same }: { $file }
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
