# Что делать с ошибкой: `hint-…`. Сама ошибка всегда на английском, потому что её текст ищут; то, что общее с замечаниями
# (`hint-locale`, `hint-class-…`, `hint-known`), стоит в findings.ftl.

## Файлы и папки

hint-utf-8 = сохраните файл в кодировке UTF-8
hint-utf-8-again = сохраните файл в кодировке UTF-8 и запустите ещё раз
hint-conflict = завершите слияние: оставьте один из двух вариантов и удалите три строки, которыми помечен конфликт
hint-file-not-found = проверьте имя
hint-file-is-folder = укажите файл, а не папку
hint-folder-is-file = на месте папки стоит файл
hint-file-rights = проверьте, у кого есть право читать его и писать в него
hint-newer = возьмите более новую версию программы; эта файл не меняет
hint-locked = дождитесь, пока тот закончит, и повторите команду
hint-changed = повторите команду: с обеих сторон ничего не потеряно, и за оплаченные ответы не придётся платить снова
hint-report = пожалуйста, сообщите нам об этом

## Проект и его статьи

hint-no-project = выполните `tolmach init` в пустой папке или перейдите в папку проекта
hint-no-articles = напишите там статью или выполните `tolmach import FILE`
hint-articles = есть такие статьи: { $known }
hint-same-name = дайте одному из них другое имя
hint-same-output = переименуйте одну из двух статей
hint-leads-out = замените ссылку самим файлом
hint-empty-article = напишите статью или удалите файл
hint-name-files = укажите файлы Markdown или добавьте `--stdin`
hint-format-stdin = уберите `--format` или напишите `--format jsonl`
hint-score-locales = назовите язык, который есть в строках, или уберите `--locale`
hint-score-lines = каждая строка должна содержать `source`, `target` и `locale`, а также `reference` или `terms` с `source` и `target`
hint-segments = идентификаторы показывает `tolmach segment FILE`
hint-no-conflict = `tolmach status --format json` показывает конфликты с их идентификаторами
hint-state-with-ours = сначала решите конфликт, затем утвердите текст с помощью `tolmach approve`
hint-nameless = назовите того, кто утверждает
hint-approval-name = добавьте `--by NAME`
hint-formats = есть такие форматы: { $known }
hint-exported = укажите другую папку или сначала выполните для этого файла `tolmach merge`

## Настройки

hint-settings-example = `tolmach init` создаёт в пустой папке образец этого файла с пояснениями
hint-did-you-mean = возможно, вы имели в виду `{ $meant }` ({ $rest })
hint-setting-twice = оставьте один из двух или дайте одному из них другое имя
hint-no-dictionary = установите его (пакет `hunspell-be`, `hunspell-ru` или `hunspell-uk`) или укажите в `DICPATH` папку, в которой есть `{ $name }.aff` и `{ $name }.dic`
hint-damaged-dictionary = установите словарь заново или назовите другой
hint-no-targets = добавьте в файл `tolmach.toml` строку `targets = ["be", "ru", "uk"]`
hint-targets = языки перевода в этом проекте: { $known }
hint-settings-here = здесь есть такие настройки: { $known }
hint-values = возможные значения: { $known }
hint-own-language = проверьте код; для собственного языка нужен файл `locales/{ $tag }/profile.toml`
hint-no-git = установите `git` или не используйте `--since` и `--changed`
hint-no-repository = `git init` создаёт репозиторий; без него не используйте `--since` и `--changed`
hint-unknown-revision = `git log --oneline` показывает ревизии, `git fetch` загружает их с сервера
hint-shallow-clone = `git fetch --unshallow` загружает всю историю; то же делает шаг `actions/checkout` с `fetch-depth: 0`
hint-no-baseline = проверьте имя; файл записывает `--update-baseline`
hint-baseline = этот файл записывает `--update-baseline`; если он повреждён, сначала удалите его
hint-baseline-version = возьмите ту версию программы, которая записала этот файл, или удалите его и запишите заново с `--update-baseline`
hint-waiver-file = записывайте снятые замечания в виде таблиц `[[waiver]]`, как это делает `tolmach waive`
hint-waiver-reason = напишите, почему замечание можно снять
hint-waiver-keys = в записи о снятом замечании есть `rule`, `segment`, `reason`, `by`, `on`, `digest` и, возможно, `text`, `severity`, `count`; её делает `tolmach waive`
hint-waiver-digest = оставьте `digest` таким, каким его записывает `tolmach waive`; если он потерян, снимите замечание заново
hint-waiver-options = чтобы снять замечание, назовите причину и имя того, кто решил
hint-no-findings-there = `tolmach check` показывает замечания с их сегментами
hint-findings-there = там есть такие замечания: { $list }
hint-finding-elsewhere = такое замечание есть в тексте на языке `{ $locale }`: чтобы снять его, напишите `--locale { $locale }`
hint-never-waived = исправьте перевод
hint-waived-already = чтобы записать другое решение, сначала уберите прежнее
hint-front-matter-key = напишите ключ, как в статье; точка ведёт к ключу внутри значения, например `seo.summary`
hint-keep-one = уберите его из одного из двух списков
hint-template-names = есть такие имена: { $known }
hint-add-slug = напишите, например, `/{"{"}locale{"}"}/{"{"}slug{"}"}/`
hint-path = сервер запишите в `base_url`, а здесь оставьте только путь
hint-base-address = напишите адрес без `?`, `#` и фигурных скобок, например `https://news.example`
hint-web-address = напишите адрес целиком, например `https://player.example/embed/`
hint-settings-of-user = программы, ключи, прокси и серверы на других машинах задаются параметром команды, переменной окружения или в ваших личных настройках (где они, покажет `tolmach doctor`)
hint-kinds = есть такие виды движков: { $known }
hint-another-backend-name = назовите движок иначе; есть такие виды движков: { $known }
hint-no-settings = у движков вида `{ $kind }` нет настроек
hint-settings-of-kind = настройки движков вида `{ $kind }`: { $known }
hint-name-server = укажите сервер сами через `--endpoint` или `TOLMACH_ENDPOINT`
hint-name-backend = укажите нужный движок через `--backend`; их список показывает `tolmach doctor`
hint-name-one-backend = укажите один из них через `--backend` или задайте настройки каждого в своей личной конфигурации
hint-another-name = дайте одному из них другое имя; уже заняты: { $known }
hint-another-extension = дайте файлам одного из них другое расширение

## Движки

hint-backends = есть такие движки: { $known }
hint-backend-settings = исправьте настройки движка
hint-backend-away = проверьте адрес и работает ли сервер, затем запустите ещё раз: сделанное сохранено
hint-backend-late = запустите ещё раз с большим временем ожидания или меньшими порциями: сделанное сохранено
hint-backend-busy = подождите немного и запустите ещё раз: сделанное сохранено; как долго программа ждёт сама, определяет `longest_pause`
hint-backend-server = загляните в журнал самого сервера, затем запустите ещё раз: сделанное сохранено
hint-backend-refused = проверьте, какие языки и параметры поддерживает сервер
hint-backend-auth = проверьте ключ в переменных окружения или в своих личных настройках
hint-backend-quota = увеличьте лимит учётной записи или возьмите другой движок: сделанное сохранено
hint-backend-too-big = задайте для этого движка меньшее число знаков
hint-backend-too-long = сократите предложение в статье, переведите его сами или добавьте в список движок, который принимает больше
hint-backend-nonsense = проверьте, действительно ли по этому адресу работает сервер перевода такого вида
hint-backend-program = на каждую строку программа должна ответить одной строкой `{"{"}"id":…,"text":…{"}"}` и завершиться с кодом 0
hint-backend-not-started = проверьте путь к программе и право на её запуск
hint-backend-pair = возьмите для этого языка другой движок
hint-backend-no-endpoint = добавьте `--endpoint http://127.0.0.1:5000` или задайте `TOLMACH_ENDPOINT`
hint-backend-no-program = добавьте `--program 'PROGRAM ARGUMENT…'` или задайте `TOLMACH_PROGRAM`
hint-backend-cut-off = разрешите более длинные ответы через `max_tokens` или уменьшите `tokens` одного запроса
hint-backend-declined = возьмите другую модель или переведите эти предложения сами
hint-backend-no-key = задайте `{ $variable }` или дайте движку `key_file` либо `key_command` в собственной конфигурации
hint-backend-foreign-key = дайте ключ этого сервера в `TOLMACH_API_KEY` или опишите этот сервер в настройках как отдельный движок
hint-backend-no-model = укажите модель через `--model` или через `model` в настройках движка
hint-backend-model = проверьте, верно ли название модели и загрузил ли её сервер
hint-backend-models = модели сервера: { $known }
hint-prompt = исправьте шаблон или удалите его: тогда будет использован встроенный
hint-key-file = запишите туда ключ и больше ничего; `chmod 600 FILE` скроет файл от других
hint-key-command = запустите программу сами: она должна вывести ключ и больше ничего и завершиться с кодом 0
hint-key-once = оставьте один из них
hint-backend-not-installed = установите пакеты: `apt-get install { $packages }`
hint-backend-offline = уберите `--offline` или выберите другой движок
hint-backend-not-built = установите программу со стандартным набором возможностей или выберите другой движок
hint-backend-budget = увеличьте ограничение или запустите ещё раз: за то, что сохранено, второй раз не платят
hint-backend-embargo = дождитесь конца эмбарго, возьмите движок на этом компьютере или задайте `local = true` тому, который может видеть текст
hint-backend-no-price = узнайте его цену и запишите её как `price` в таблицу `[backend.…]` или задайте `local = true`, если он бесплатный
hint-backend-currencies = запишите все цены в одной валюте или возьмите меньше движков
hint-backend-not-recorded = назовите для `--record` папку, в которую можно писать и в которой ещё нет записи этого движка
hint-backend-unrecorded = запишите ответы движка ещё раз через `--record`, с пустым журналом запросов, или назовите папку с его записью
hint-ledger = пока запрос нельзя записать, он не отправляется: проверьте, есть ли место на диске и можно ли писать в `.tolmach/`
hint-no-ledger = пока запрос нельзя записать, он не отправляется: исправьте файл; если убрать его в другое место, всё, что в нём есть, будет запрошено и оплачено ещё раз
hint-interrupted = запустите ещё раз, чтобы продолжить: сделанное сохранено

## Импортируемые страницы

hint-page-of-article = дайте страницу со статьёй; если текст на ней создаёт скрипт, откройте страницу в браузере, сохраните её оттуда и импортируйте этот файл
hint-name-article = задайте имя через `--slug NAME`
hint-article-exists = задайте другое имя через `--slug` или замените статью с помощью `--force`
hint-article-name = назовите её как `army` или как `source/army.md`
hint-name-taken = выберите другое имя или сначала перенесите тот файл
hint-keep-extension = не пишите расширение: другое означало бы другой формат
hint-persons-work = перенесите туда остальные переводы с помощью `tolmach merge --article { $article } { $file }`, затем удалите этот файл
hint-offline-page = уберите `--offline` или импортируйте сохранённый файл
hint-fetch-address = дайте адрес, который начинается с `https://` или `http://` и не содержит пароля
hint-fetch-local = если вам нужна страница с вашей машины, добавьте `--allow-local`
hint-save-as-page = откройте его, сохраните как HTML или простой текст и импортируйте тот файл
hint-fetch-too-big = это не статья: сохраните в файл нужную часть страницы
hint-fetch-connection = проверьте адрес и соединение либо сохраните страницу в файл и импортируйте его
hint-fetch-by-hand = откройте адрес в браузере, сохраните страницу в файл и импортируйте его
hint-fetch-not-built = сохраните страницу в файл и импортируйте его либо установите программу со стандартным набором возможностей
hint-network-settings = исправьте настройки сети
hint-cues-toml = сравните файл с тем `scrape.toml`, который идёт вместе с программой
hint-cues-key = ключами в `line` и `start` служат причины, такие как `share` или `related`; в `start` есть ещё `image`, `byline` и `bio`, в `class` есть также части статьи

## Файлы XML из программ перевода

hint-xml-character = удалите этот символ; его покажет редактор, в котором видны управляющие символы
hint-xml-doctype = удалите строку `<!DOCTYPE …>`
hint-xml-depth = программы перевода таких файлов не пишут; экспортируйте его заново
hint-xml-truncated = файл обрезан; скопируйте или экспортируйте его заново
hint-xml-second-root = здесь два файла в одном; разделите их
hint-xml-root = дайте файл XML, который экспортировала программа перевода
hint-xml-twice = уберите один из двух; после разрешения конфликта часто остаются оба
hint-xml-prefix = объявите префикс через `xmlns:` или уберите элемент
hint-xml-entity = напишите сам символ, а если это `&`, то `&amp;`
hint-xml-syntax = исправьте это место в текстовом редакторе или экспортируйте файл заново
hint-xliff-file = дайте файл `.xlf`, который записала программа перевода
hint-xliff-version = экспортируйте его как XLIFF 1.2
hint-xliff-empty = в файле нет сегментов; экспортируйте его заново
hint-xliff-no-locale = добавьте в элемент `<file>` атрибут `source-language="en"`
hint-malformed = экспортируйте файл заново той программой, которая его записала
hint-file-of-locale = дайте файл для этого языка; языки проекта перечислены под `targets` в его файле `tolmach.toml`
hint-file-of-article = дайте файл этой статьи; если статья теперь называется иначе, `tolmach mv OLD NEW` переносит её файлы, а `--article SLUG` вливает файл, который вернулся
hint-tmx-file = дайте файл `.tmx`, который экспортировала программа перевода
hint-tmx-version = экспортируйте его как TMX 1.4

## Сведения о языке, сообщения, шаблоны

hint-profile = сравните файл с профилем языка, который идёт вместе с программой; не пишите того, что должно остаться как есть
hint-segmentation-toml = сравните файл с `locales/root/segmentation.toml`, где названы все ключи
hint-segmentation-entry = пишите слова и сокращения через запятую
hint-messages = сообщение пишется как `id = text`, его следующие строки — с отступом; синтаксис описан на projectfluent.org
hint-page = шаблон написан на Jinja; удалите его, чтобы взять встроенный

## Замечания

hint-rules = есть такие правила: { $known }

## Глоссарий

hint-glossary-format = укажите формат: `--format tbx`, `csv`, `tsv` или `omegat`
hint-locale-of-list = укажите язык: `--locale be`
hint-glossary-folder = укажите папку с файлами глоссария или один файл; прежнее состояние даст `git worktree add`
hint-tbx-file = дайте файл `.tbx`, который экспортировала терминологическая программа, или укажите его формат: `--format`
hint-tbx-version = экспортируйте его как TBX версии 3 (пространство имён `urn:iso:std:iso:30042:ed-2`), стиль `dca` или `dct`
hint-concept-exists = измените его там или дайте другой идентификатор
hint-glossary-file = напишите только имя: `people` означает `glossary/people.toml`
hint-give-id = дайте имя, например `homel`
hint-wording-of-class = сначала дайте понятию вариант: `terms.{ $tag } = …` в файле глоссария или `--term` в `glossary add`
hint-one-concept = назовите одно понятие, а для следующего выполните команду ещё раз
hint-has-class = измените его там вручную
hint-write-class = допишите `class = "{ $class }"` к варианту вручную
hint-locale-and-text = пишите так: `be=Гомель`
hint-name-locale = укажите язык через `--locale` и проверьте, нет ли букв другого алфавита
hint-write-rules = напишите их в файле `locales/{ $tag }/paradigms.toml` или перечислите формы в глоссарии
hint-derived-rules = пишите `[[derived]]` со строками `stems = "ія>ійск"` (окончание названия и основа) и `endings = "і ага"` (окончания форм)
hint-forms-lock-conflict = оставьте одну сторону или обе либо возьмите весь файл с одной стороны и выполните `tolmach glossary forms --write`
hint-forms-lock-damaged = верните файл из системы контроля версий или удалите его, выполните `tolmach glossary forms --write` и проверьте формы заново
