# Що робити з помилкою: `hint-…`. Сама помилка завжди англійською, бо її текст шукають; те, що спільне із зауваженнями
# (`hint-locale`, `hint-class-…`, `hint-known`), стоїть у findings.ftl.

## Файли й теки

hint-utf-8 = збережіть файл у кодуванні UTF-8
hint-utf-8-again = збережіть файл у кодуванні UTF-8 і запустіть ще раз
hint-conflict = завершіть злиття: залиште один із двох варіантів і видаліть три рядки, якими позначено конфлікт
hint-file-not-found = перевірте назву
hint-file-is-folder = вкажіть файл, а не теку
hint-folder-is-file = на місці теки стоїть файл
hint-file-rights = перевірте, хто має право читати його й писати в нього
hint-newer = візьміть новішу версію програми; ця файлу не змінює
hint-locked = дочекайтеся, доки той закінчить, і повторіть команду
hint-changed = повторіть команду: з обох боків нічого не втрачено, і за оплачені відповіді не доведеться платити знову
hint-report = будь ласка, повідомте нас про це

## Проєкт і його статті

hint-no-project = виконайте `tolmach init` у порожній теці або перейдіть до теки проєкту
hint-no-articles = напишіть там статтю або виконайте `tolmach import FILE`
hint-articles = є такі статті: { $known }
hint-same-name = дайте одному з них іншу назву
hint-same-output = перейменуйте одну з двох статей
hint-leads-out = замініть посилання самим файлом
hint-empty-article = напишіть статтю або видаліть файл
hint-name-files = вкажіть файли Markdown або додайте `--stdin`
hint-format-stdin = приберіть `--format` або напишіть `--format jsonl`
hint-score-locales = назвіть мову, яка є в рядках, або приберіть `--locale`
hint-score-lines = кожен рядок має містити `source`, `target` і `locale`, а також `reference` або `terms` із `source` і `target`
hint-segments = ідентифікатори показує `tolmach segment FILE`
hint-no-conflict = `tolmach status --format json` показує конфлікти з їхніми ідентифікаторами
hint-state-with-ours = спершу розвʼяжіть конфлікт, потім затвердьте текст за допомогою `tolmach approve`
hint-nameless = назвіть того, хто затверджує
hint-approval-name = додайте `--by NAME`
hint-formats = є такі формати: { $known }
hint-exported = вкажіть іншу теку або спершу виконайте для цього файлу `tolmach merge`

## Налаштування

hint-settings-example = `tolmach init` створює в порожній теці зразок цього файлу з поясненнями
hint-did-you-mean = можливо, ви мали на увазі `{ $meant }` ({ $rest })
hint-setting-twice = залиште один із двох або дайте одному з них іншу назву
hint-no-dictionary = встановіть його (пакет `hunspell-be`, `hunspell-ru` або `hunspell-uk`) або вкажіть у `DICPATH` теку, у якій є `{ $name }.aff` і `{ $name }.dic`
hint-damaged-dictionary = встановіть словник наново або назвіть інший
hint-no-targets = додайте до файлу `tolmach.toml` рядок `targets = ["be", "ru", "uk"]`
hint-targets = мови перекладу в цьому проєкті: { $known }
hint-settings-here = тут є такі налаштування: { $known }
hint-values = можливі значення: { $known }
hint-own-language = перевірте код; для власної мови потрібен файл `locales/{ $tag }/profile.toml`
hint-no-git = встановіть `git` або не використовуйте `--since` і `--changed`
hint-no-repository = `git init` створює репозиторій; без нього не використовуйте `--since` і `--changed`
hint-unknown-revision = `git log --oneline` показує ревізії, `git fetch` завантажує їх із сервера
hint-shallow-clone = `git fetch --unshallow` завантажує всю історію; те саме робить крок `actions/checkout` з `fetch-depth: 0`
hint-no-baseline = перевірте назву; файл записує `--update-baseline`
hint-baseline = цей файл записує `--update-baseline`; якщо його пошкоджено, спершу видаліть його
hint-baseline-version = візьміть ту версію програми, яка записала цей файл, або видаліть його й запишіть наново з `--update-baseline`
hint-waiver-file = записуйте зняті зауваження у вигляді таблиць `[[waiver]]`, як це робить `tolmach waive`
hint-waiver-reason = напишіть, чому зауваження можна зняти
hint-waiver-keys = у записі про зняте зауваження є `rule`, `segment`, `reason`, `by`, `on`, `digest` і, можливо, `text`, `severity`, `count`; його робить `tolmach waive`
hint-waiver-digest = залиште `digest` таким, яким його записує `tolmach waive`; якщо його втрачено, зніміть зауваження наново
hint-waiver-options = щоб зняти зауваження, назвіть причину й імʼя того, хто вирішив
hint-no-findings-there = `tolmach check` показує зауваження з їхніми сегментами
hint-findings-there = там є такі зауваження: { $list }
hint-finding-elsewhere = таке зауваження є в тексті мовою `{ $locale }`: щоб зняти його, напишіть `--locale { $locale }`
hint-never-waived = виправте переклад
hint-waived-already = щоб записати інше рішення, спершу приберіть попереднє
hint-front-matter-key = напишіть ключ, як у статті; крапка веде до ключа всередині значення, наприклад `seo.summary`
hint-keep-one = приберіть його з одного з двох списків
hint-template-names = є такі імена: { $known }
hint-add-slug = напишіть, наприклад, `/{"{"}locale{"}"}/{"{"}slug{"}"}/`
hint-path = сервер запишіть у `base_url`, а тут залиште тільки шлях
hint-base-address = напишіть адресу без `?`, `#` і фігурних дужок, наприклад `https://news.example`
hint-web-address = напишіть адресу повністю, наприклад `https://player.example/embed/`
hint-settings-of-user = програми, ключі, проксі й сервери на інших машинах задають параметром команди, змінною середовища або у ваших особистих налаштуваннях (де вони, покаже `tolmach doctor`)
hint-kinds = є такі види рушіїв: { $known }
hint-another-backend-name = назвіть рушій інакше; є такі види рушіїв: { $known }
hint-no-settings = рушії виду `{ $kind }` не мають налаштувань
hint-settings-of-kind = налаштування рушіїв виду `{ $kind }`: { $known }
hint-name-server = вкажіть сервер самі через `--endpoint` або `TOLMACH_ENDPOINT`
hint-name-backend = вкажіть потрібний рушій через `--backend`; їхній список показує `tolmach doctor`
hint-name-one-backend = вкажіть один із них через `--backend` або задайте налаштування кожного у своїй особистій конфігурації
hint-another-name = дайте одному з них іншу назву; уже зайнято: { $known }
hint-another-extension = дайте файлам одного з них інше розширення

## Рушії

hint-backends = є такі рушії: { $known }
hint-backend-settings = виправте налаштування рушія
hint-backend-away = перевірте адресу й чи працює сервер, потім запустіть ще раз: зроблене збережено
hint-backend-late = запустіть ще раз із довшим часом очікування або меншими порціями: зроблене збережено
hint-backend-busy = зачекайте трохи й запустіть ще раз: зроблене збережено; як довго програма чекає сама, визначає `longest_pause`
hint-backend-server = перегляньте журнал самого сервера, потім запустіть ще раз: зроблене збережено
hint-backend-refused = перевірте, які мови й параметри підтримує сервер
hint-backend-auth = перевірте ключ у змінних середовища або у своїх особистих налаштуваннях
hint-backend-quota = збільште ліміт облікового запису або візьміть інший рушій: зроблене збережено
hint-backend-too-big = задайте для цього рушія меншу кількість знаків
hint-backend-too-long = скоротіть речення в статті, перекладіть його самі або додайте до списку рушій, який приймає більше
hint-backend-nonsense = перевірте, чи справді за цією адресою працює сервер перекладу такого виду
hint-backend-program = на кожен рядок програма повинна відповісти одним рядком `{"{"}"id":…,"text":…{"}"}` і завершитися з кодом 0
hint-backend-not-started = перевірте шлях до програми й право на її запуск
hint-backend-pair = візьміть для цієї мови інший рушій
hint-backend-no-endpoint = додайте `--endpoint http://127.0.0.1:5000` або задайте `TOLMACH_ENDPOINT`
hint-backend-no-program = додайте `--program 'PROGRAM ARGUMENT…'` або задайте `TOLMACH_PROGRAM`
hint-backend-cut-off = дозвольте довші відповіді через `max_tokens` або зменште `tokens` одного запиту
hint-backend-declined = візьміть іншу модель або перекладіть ці речення самі
hint-backend-no-key = задайте `{ $variable }` або дайте рушієві `key_file` чи `key_command` у власній конфігурації
hint-backend-foreign-key = дайте ключ цього сервера в `TOLMACH_API_KEY` або опишіть цей сервер у налаштуваннях як окремий рушій
hint-backend-no-model = укажіть модель через `--model` або через `model` у налаштуваннях рушія
hint-backend-model = перевірте, чи правильна назва моделі й чи завантажив її сервер
hint-backend-models = моделі сервера: { $known }
hint-prompt = виправте шаблон або видаліть його: тоді буде використано вбудований
hint-key-file = запишіть туди ключ і більше нічого; `chmod 600 FILE` сховає файл від інших
hint-key-command = запустіть програму самі: вона має вивести ключ і більше нічого та завершитися з кодом 0
hint-key-once = залиште один із них
hint-backend-not-installed = встановіть пакети: `apt-get install { $packages }`
hint-backend-offline = приберіть `--offline` або виберіть інший рушій
hint-backend-not-built = встановіть програму зі стандартним набором можливостей або виберіть інший рушій
hint-backend-budget = збільште обмеження або запустіть ще раз: за те, що збережено, вдруге не платять
hint-backend-embargo = дочекайтеся кінця ембарго, візьміть рушій на цьому компʼютері або задайте `local = true` тому, який може бачити текст
hint-backend-no-price = дізнайтеся його ціну й запишіть її як `price` до таблиці `[backend.…]` або задайте `local = true`, якщо він безкоштовний
hint-backend-currencies = запишіть усі ціни в одній валюті або візьміть менше рушіїв
hint-backend-not-recorded = назвіть для `--record` теку, до якої можна писати й у якій ще немає запису цього рушія
hint-backend-unrecorded = запишіть відповіді рушія ще раз через `--record`, з порожнім журналом запитів, або назвіть теку з його записом
hint-ledger = доки запит не можна записати, його не надсилають: перевірте, чи є місце на диску й чи можна писати до `.tolmach/`
hint-no-ledger = доки запит не можна записати, його не надсилають: виправте файл; якщо перенести його в інше місце, усе, що в ньому є, буде запитано й оплачено ще раз
hint-interrupted = запустіть ще раз, щоб продовжити: зроблене збережено

## Сторінки, які імпортують

hint-page-of-article = дайте сторінку зі статтею; якщо текст на ній створює скрипт, відкрийте сторінку в браузері, збережіть її звідти та імпортуйте цей файл
hint-name-article = задайте назву через `--slug NAME`
hint-article-exists = задайте іншу назву через `--slug` або замініть статтю за допомогою `--force`
hint-article-name = назвіть її як `army` або як `source/army.md`
hint-name-taken = виберіть іншу назву або спершу перенесіть той файл
hint-keep-extension = не пишіть розширення: інше означало б інший формат
hint-persons-work = перенесіть туди решту перекладів за допомогою `tolmach merge --article { $article } { $file }`, потім видаліть цей файл
hint-offline-page = приберіть `--offline` або імпортуйте збережений файл
hint-fetch-address = дайте адресу, що починається з `https://` або `http://` і не містить пароля
hint-fetch-local = якщо вам потрібна сторінка з вашої машини, додайте `--allow-local`
hint-save-as-page = відкрийте його, збережіть як HTML або простий текст та імпортуйте той файл
hint-fetch-too-big = це не стаття: збережіть у файл потрібну частину сторінки
hint-fetch-connection = перевірте адресу й зʼєднання або збережіть сторінку у файл та імпортуйте його
hint-fetch-by-hand = відкрийте адресу в браузері, збережіть сторінку у файл та імпортуйте його
hint-fetch-not-built = збережіть сторінку у файл та імпортуйте його або встановіть програму зі стандартним набором можливостей
hint-network-settings = виправте налаштування мережі
hint-cues-toml = порівняйте файл із тим `scrape.toml`, який постачають разом із програмою
hint-cues-key = ключами в `line` і `start` є причини, такі як `share` або `related`; у `start` є ще `image`, `byline` і `bio`, у `class` є також частини статті

## Файли XML із програм перекладу

hint-xml-character = видаліть цей символ; його покаже редактор, у якому видно керівні символи
hint-xml-doctype = видаліть рядок `<!DOCTYPE …>`
hint-xml-depth = програми перекладу таких файлів не пишуть; експортуйте його наново
hint-xml-truncated = файл обрізано; скопіюйте або експортуйте його наново
hint-xml-second-root = тут два файли в одному; розділіть їх
hint-xml-root = дайте файл XML, який експортувала програма перекладу
hint-xml-twice = приберіть один із двох; після розвʼязання конфлікту часто лишаються обидва
hint-xml-prefix = оголосіть префікс через `xmlns:` або приберіть елемент
hint-xml-entity = напишіть сам символ, а якщо це `&`, то `&amp;`
hint-xml-syntax = виправте це місце в текстовому редакторі або експортуйте файл наново
hint-xliff-file = дайте файл `.xlf`, який записала програма перекладу
hint-xliff-version = експортуйте його як XLIFF 1.2
hint-xliff-empty = у файлі немає сегментів; експортуйте його наново
hint-xliff-no-locale = додайте до елемента `<file>` атрибут `source-language="en"`
hint-malformed = експортуйте файл наново тією програмою, яка його записала
hint-file-of-locale = дайте файл для цієї мови; мови проєкту перелічено під `targets` у його файлі `tolmach.toml`
hint-file-of-article = дайте файл цієї статті; якщо стаття тепер називається інакше, `tolmach mv OLD NEW` переносить її файли, а `--article SLUG` вливає файл, що повернувся
hint-tmx-file = дайте файл `.tmx`, який експортувала програма перекладу
hint-tmx-version = експортуйте його як TMX 1.4

## Відомості про мову, повідомлення, шаблони

hint-profile = порівняйте файл із профілем мови, який постачають разом із програмою; не пишіть того, що має лишитися як є
hint-segmentation-toml = порівняйте файл із `locales/root/segmentation.toml`, де названо всі ключі
hint-segmentation-entry = пишіть слова та скорочення через кому
hint-messages = повідомлення пишуть як `id = text`, його наступні рядки — з відступом; синтаксис описано на projectfluent.org
hint-page = шаблон написано мовою Jinja; видаліть його, щоб узяти вбудований

## Зауваження

hint-rules = є такі правила: { $known }

## Глосарій

hint-glossary-format = вкажіть формат: `--format tbx`, `csv`, `tsv` або `omegat`
hint-locale-of-list = вкажіть мову: `--locale be`
hint-glossary-folder = вкажіть теку з файлами глосарія або один файл; попередній стан дасть `git worktree add`
hint-tbx-file = дайте файл `.tbx`, який експортувала термінологічна програма, або вкажіть його формат: `--format`
hint-tbx-version = експортуйте його як TBX версії 3 (простір імен `urn:iso:std:iso:30042:ed-2`), стиль `dca` або `dct`
hint-concept-exists = змініть його там або дайте інший ідентифікатор
hint-glossary-file = напишіть лише назву: `people` означає `glossary/people.toml`
hint-give-id = дайте назву, наприклад `homel`
hint-wording-of-class = спершу дайте поняттю варіант: `terms.{ $tag } = …` у файлі глосарія або `--term` у `glossary add`
hint-one-concept = назвіть одне поняття, а для наступного виконайте команду ще раз
hint-has-class = змініть його там вручну
hint-write-class = допишіть `class = "{ $class }"` до варіанта вручну
hint-locale-and-text = пишіть так: `be=Гомель`
hint-name-locale = вкажіть мову через `--locale` і перевірте, чи немає літер іншого алфавіту
hint-write-rules = напишіть їх у файлі `locales/{ $tag }/paradigms.toml` або перелічіть форми в глосарії
hint-derived-rules = пишіть `[[derived]]` з рядками `stems = "ія>ійск"` (закінчення назви й основа) і `endings = "і ага"` (закінчення форм)
hint-forms-lock-conflict = залиште один бік чи обидва або візьміть увесь файл з одного боку й виконайте `tolmach glossary forms --write`
hint-forms-lock-damaged = поверніть файл із системи контролю версій або видаліть його, виконайте `tolmach glossary forms --write` і перевірте форми наново
