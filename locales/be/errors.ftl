# Што рабіць з памылкай: `hint-…`. Сама памылка заўсёды па-англійску, бо яе тэкст шукаюць; тое, што агульнае з заўвагамі
# (`hint-locale`, `hint-class-…`, `hint-known`), стаіць у findings.ftl.

## Файлы і папкі

hint-utf-8 = захавайце файл у кадаванні UTF-8
hint-utf-8-again = захавайце файл у кадаванні UTF-8 і запусціце яшчэ раз
hint-conflict = завяршыце зліццё: пакіньце адзін з двух варыянтаў і выдаліце тры радкі, якімі пазначаны канфлікт
hint-file-not-found = праверце назву
hint-file-is-folder = назавіце файл, а не папку
hint-folder-is-file = на месцы папкі стаіць файл
hint-file-rights = праверце, хто мае права чытаць яго і пісаць у яго
hint-newer = вазьміце больш новую версію праграмы; гэтая файла не мяняе
hint-locked = дачакайцеся, пакуль той скончыць, і паўтарыце каманду
hint-changed = паўтарыце каманду: з абодвух бакоў нічога не страчана, і за аплачаныя адказы не давядзецца плаціць зноў
hint-report = калі ласка, паведаміце нам пра гэта

## Праект і яго артыкулы

hint-no-project = у пустой папцы выканайце `tolmach init` або перайдзіце ў папку праекта
hint-no-articles = напішыце там артыкул або выканайце `tolmach import FILE`
hint-articles = ёсць такія артыкулы: { $known }
hint-same-name = дайце аднаму з іх іншую назву
hint-same-output = дайце аднаму з двух артыкулаў іншую назву
hint-leads-out = замяніце спасылку самім файлам
hint-empty-article = напішыце артыкул або выдаліце файл
hint-name-files = назавіце файлы Markdown або дадайце `--stdin`
hint-format-stdin = прыбярыце `--format` або напішыце `--format jsonl`
hint-score-locales = назавіце мову, якая ёсць у радках, або прыбярыце `--locale`
hint-score-lines = кожны радок мусіць мець `source`, `target` і `locale`, а таксама `reference` або `terms` з `source` і `target`
hint-segments = ідэнтыфікатары паказвае `tolmach segment FILE`
hint-no-conflict = `tolmach status --format json` паказвае канфлікты і ідэнтыфікатары сегментаў
hint-state-with-ours = спачатку вырашыце канфлікт, потым зацвердзіце тэкст з дапамогай `tolmach approve`
hint-nameless = назавіце таго, хто зацвярджае
hint-approval-name = дадайце `--by NAME`
hint-formats = ёсць такія фарматы: { $known }
hint-exported = назавіце іншую папку або спачатку выканайце для гэтага файла `tolmach merge`

## Налады

hint-settings-example = `tolmach init` стварае ў пустой папцы ўзор гэтага файла з тлумачэннямі
hint-did-you-mean = магчыма, вы мелі на ўвазе `{ $meant }` ({ $rest })
hint-setting-twice = пакіньце адзін з двух або дайце аднаму з іх іншую назву
hint-no-dictionary = усталюйце яго (пакет `hunspell-be`, `hunspell-ru` або `hunspell-uk`) або пакажыце ў `DICPATH` папку, у якой ёсць `{ $name }.aff` і `{ $name }.dic`
hint-damaged-dictionary = усталюйце слоўнік нанова або назавіце іншы
hint-no-targets = дадайце ў файл `tolmach.toml` радок `targets = ["be", "ru", "uk"]`
hint-targets = мовы перакладу ў гэтым праекце: { $known }
hint-settings-here = тут ёсць такія налады: { $known }
hint-values = магчымыя значэнні: { $known }
hint-own-language = праверце код; для ўласнай мовы патрэбны файл `locales/{ $tag }/profile.toml`
hint-no-git = усталюйце `git` або не ўжывайце `--since` і `--changed`
hint-no-repository = `git init` стварае рэпазіторый; без яго не ўжывайце `--since` і `--changed`
hint-unknown-revision = `git log --oneline` паказвае рэвізіі, `git fetch` загружае іх з сервера
hint-shallow-clone = `git fetch --unshallow` загружае ўсю гісторыю; тое самае робіць крок `actions/checkout` з `fetch-depth: 0`
hint-no-baseline = праверце назву; файл запісвае `--update-baseline`
hint-baseline = гэты файл запісвае `--update-baseline`; калі ён сапсаваны, спачатку выдаліце яго
hint-baseline-version = вазьміце тую версію праграмы, якая запісала гэты файл, або выдаліце яго і запішыце нанова з `--update-baseline`
hint-waiver-file = запісвайце знятыя заўвагі як табліцы `[[waiver]]`, як гэта робіць `tolmach waive`
hint-waiver-reason = напішыце, чаму заўвагу можна зняць
hint-waiver-keys = у запісе пра знятую заўвагу ёсць `rule`, `segment`, `reason`, `by`, `on`, `digest` і, магчыма, `text`, `severity`, `count`; яго робіць `tolmach waive`
hint-waiver-digest = пакіньце `digest` такім, якім яго запісвае `tolmach waive`; калі ён страчаны, зніміце заўвагу нанова
hint-waiver-options = каб зняць заўвагу, назавіце прычыну і імя таго, хто вырашыў
hint-no-findings-there = `tolmach check` паказвае заўвагі з іх сегментамі
hint-findings-there = там ёсць такія заўвагі: { $list }
hint-finding-elsewhere = такая заўвага ёсць у тэксце мовай `{ $locale }`: каб зняць яе, напішыце `--locale { $locale }`
hint-never-waived = выпраўце пераклад
hint-waived-already = каб запісаць іншае рашэнне, спачатку прыбярыце гэтае
hint-front-matter-key = напішыце ключ, як у артыкуле; кропка вядзе да ключа ўнутры значэння, напрыклад `seo.summary`
hint-keep-one = прыбярыце яго з аднаго з двух спісаў
hint-template-names = ёсць такія імёны: { $known }
hint-add-slug = напішыце, напрыклад, `/{"{"}locale{"}"}/{"{"}slug{"}"}/`
hint-path = сервер запішыце ў `base_url`, а тут пакіньце толькі шлях
hint-base-address = напішыце адрас без `?`, `#` і фігурных дужак, напрыклад `https://news.example`
hint-web-address = напішыце адрас цалкам, напрыклад `https://player.example/embed/`
hint-settings-of-user = праграмы, ключы, проксі і серверы на іншых машынах задаюцца параметрам каманды, зменнай асяроддзя або ў вашых асабістых наладах (дзе яны, пакажа `tolmach doctor`)
hint-kinds = ёсць такія віды рухавікоў: { $known }
hint-another-backend-name = назавіце рухавік інакш; ёсць такія віды рухавікоў: { $known }
hint-no-settings = рухавікі віду `{ $kind }` не маюць налад
hint-settings-of-kind = налады рухавікоў віду `{ $kind }`: { $known }
hint-name-server = назавіце сервер самі праз `--endpoint` або `TOLMACH_ENDPOINT`
hint-name-backend = назавіце патрэбны рухавік праз `--backend`; іх спіс паказвае `tolmach doctor`
hint-name-one-backend = назавіце адзін з іх праз `--backend` або задайце налады кожнага ў сваёй асабістай канфігурацыі
hint-another-name = дайце аднаму з іх іншую назву; ужо занятыя: { $known }
hint-another-extension = дайце файлам аднаго з іх іншае пашырэнне

## Рухавікі

hint-backends = ёсць такія рухавікі: { $known }
hint-backend-settings = выпраўце налады рухавіка
hint-backend-away = праверце адрас і ці працуе сервер, потым запусціце яшчэ раз: зробленае захавана
hint-backend-late = запусціце яшчэ раз з большым часам чакання або меншымі порцыямі: зробленае захавана
hint-backend-busy = пачакайце крыху і запусціце яшчэ раз: зробленае захавана; як доўга праграма чакае сама, вызначае `longest_pause`
hint-backend-server = паглядзіце журнал самога сервера, потым запусціце яшчэ раз: зробленае захавана
hint-backend-refused = праверце, якія мовы і параметры падтрымлівае сервер
hint-backend-auth = праверце ключ у зменных асяроддзя або ў сваіх асабістых наладах
hint-backend-quota = павялічце ліміт уліковага запісу або вазьміце іншы рухавік: зробленае захавана
hint-backend-too-big = задайце для гэтага рухавіка меншую колькасць знакаў
hint-backend-too-long = скараціце сказ у артыкуле, перакладзіце яго самі або дадайце ў спіс рухавік, які прымае больш
hint-backend-nonsense = праверце, ці сапраўды па гэтым адрасе працуе сервер перакладу такога віду
hint-backend-program = на кожны радок праграма мусіць адказаць адным радком `{"{"}"id":…,"text":…{"}"}` і завяршыцца з кодам 0
hint-backend-not-started = праверце шлях да праграмы і права на яе запуск
hint-backend-pair = вазьміце для гэтай мовы іншы рухавік
hint-backend-no-endpoint = дадайце `--endpoint http://127.0.0.1:5000` або задайце `TOLMACH_ENDPOINT`
hint-backend-no-program = дадайце `--program 'PROGRAM ARGUMENT…'` або задайце `TOLMACH_PROGRAM`
hint-backend-cut-off = дазвольце даўжэйшыя адказы праз `max_tokens` або паменшыце `tokens` аднаго запыту
hint-backend-declined = вазьміце іншую мадэль або перакладзіце гэтыя сказы самі
hint-backend-no-key = задайце `{ $variable }` або ў сваёй асабістай канфігурацыі дайце рухавіку `key_file` ці `key_command`
hint-backend-foreign-key = дайце ключ гэтага сервера ў `TOLMACH_API_KEY` або апішыце гэты сервер у наладах як асобны рухавік
hint-backend-no-model = назавіце мадэль праз `--model` або праз `model` у наладах рухавіка
hint-backend-model = праверце, ці правільная назва мадэлі і ці загрузіў яе сервер
hint-backend-models = мадэлі сервера: { $known }
hint-prompt = выпраўце шаблон або выдаліце яго: тады будзе выкарыстаны ўбудаваны
hint-key-file = запішыце туды ключ і больш нічога; `chmod 600 FILE` схавае файл ад іншых
hint-key-command = запусціце праграму самі: яна павінна вывесці ключ і больш нічога ды завяршыцца з кодам 0
hint-key-once = пакіньце адзін з іх
hint-backend-not-installed = усталюйце пакеты: `apt-get install { $packages }`
hint-backend-offline = прыбярыце `--offline` або выберыце іншы рухавік
hint-backend-not-built = усталюйце праграму са стандартным наборам магчымасцей або выберыце іншы рухавік
hint-backend-budget = павялічце абмежаванне або запусціце яшчэ раз: за тое, што захавана, другі раз не плацяць
hint-backend-embargo = дачакайцеся канца эмбарга, вазьміце рухавік на гэтым камп’ютары або задайце `local = true` таму, які можа бачыць тэкст
hint-backend-no-price = даведайцеся яго цану і запішыце яе як `price` у табліцу `[backend.…]` або задайце `local = true`, калі ён бясплатны
hint-backend-currencies = запішыце ўсе цэны ў адной валюце або вазьміце менш рухавікоў
hint-backend-not-recorded = назавіце для `--record` папку, у якую можна пісаць і ў якой яшчэ няма запісу гэтага рухавіка
hint-backend-unrecorded = запішыце адказы рухавіка яшчэ раз праз `--record`, з пустым журналам запытаў, або назавіце папку з яго запісам
hint-ledger = пакуль запыт нельга запісаць, ён не адпраўляецца: праверце, ці ёсць месца на дыску і ці можна пісаць у `.tolmach/`
hint-no-ledger = пакуль запыт нельга запісаць, ён не адпраўляецца: выпраўце файл; калі перанесці яго ў іншае месца, усё, што ў ім ёсць, трэба будзе запытаць і аплаціць яшчэ раз
hint-interrupted = запусціце яшчэ раз, каб працягнуць: зробленае захавана

## Старонкі, якія імпартуюцца

hint-page-of-article = дайце старонку з артыкулам; калі тэкст на ёй стварае скрыпт, адкрыйце старонку ў браўзеры, захавайце яе адтуль і імпартуйце гэты файл
hint-name-article = задайце назву праз `--slug NAME`
hint-article-exists = задайце іншую назву праз `--slug` або замяніце артыкул з дапамогай `--force`
hint-article-name = назавіце яго як `army` або як `source/army.md`
hint-name-taken = абярыце іншую назву або спачатку перанясіце той файл
hint-keep-extension = не пішыце пашырэння: іншае азначала б іншы фармат
hint-persons-work = перанясіце туды астатнія пераклады з дапамогай `tolmach merge --article { $article } { $file }`, потым выдаліце гэты файл
hint-offline-page = прыбярыце `--offline` або імпартуйце захаваны файл
hint-fetch-address = дайце адрас, які пачынаецца з `https://` або `http://` і не мае пароля
hint-fetch-local = калі вам патрэбная старонка з вашай машыны, дадайце `--allow-local`
hint-save-as-page = адкрыйце яго, захавайце як HTML або просты тэкст і імпартуйце той файл
hint-fetch-too-big = гэта не артыкул: захавайце ў файл патрэбную частку старонкі
hint-fetch-connection = праверце адрас і злучэнне або захавайце старонку ў файл і імпартуйце яго
hint-fetch-by-hand = адкрыйце адрас у браўзеры, захавайце старонку ў файл і імпартуйце яго
hint-fetch-not-built = захавайце старонку ў файл і імпартуйце яго або ўсталюйце праграму са стандартным наборам магчымасцей
hint-network-settings = выпраўце налады сеткі
hint-cues-toml = параўнайце файл з тым `scrape.toml`, які ідзе разам з праграмай
hint-cues-key = ключамі ў `line` і `start` служаць прычыны, такія як `share` або `related`; у `start` ёсць яшчэ `image`, `byline` і `bio`, у `class` ёсць таксама часткі артыкула

## Файлы XML з праграм перакладу

hint-xml-character = выдаліце гэты сімвал; яго пакажа рэдактар, у якім відаць службовыя сімвалы
hint-xml-doctype = выдаліце радок `<!DOCTYPE …>`
hint-xml-depth = праграмы перакладу такіх файлаў не пішуць; экспартуйце яго нанава
hint-xml-truncated = файл абрэзаны; скапіруйце або экспартуйце яго нанава
hint-xml-second-root = тут два файлы ў адным; раздзяліце іх
hint-xml-root = дайце файл XML, які экспартавала праграма перакладу
hint-xml-twice = прыбярыце адзін з двух; пасля вырашэння канфлікту часта застаюцца абодва
hint-xml-prefix = абвясціце прэфікс праз `xmlns:` або прыбярыце элемент
hint-xml-entity = напішыце сам сімвал, а калі гэта `&`, то `&amp;`
hint-xml-syntax = выпраўце гэтае месца ў тэкставым рэдактары або экспартуйце файл нанава
hint-xliff-file = дайце файл `.xlf`, які запісала праграма перакладу
hint-xliff-version = экспартуйце яго як XLIFF 1.2
hint-xliff-empty = у файле няма сегментаў; экспартуйце яго нанава
hint-xliff-no-locale = дадайце ў элемент `<file>` атрыбут `source-language="en"`
hint-malformed = экспартуйце файл нанава той праграмай, якая яго запісала
hint-file-of-locale = дайце файл для гэтай мовы; мовы праекта пералічаны пад `targets` у яго файле `tolmach.toml`
hint-file-of-article = дайце файл гэтага артыкула; калі артыкул цяпер называецца інакш, `tolmach mv OLD NEW` пераносіць яго файлы, а `--article SLUG` злівае файл, які вярнуўся
hint-tmx-file = дайце файл `.tmx`, які экспартавала праграма перакладу
hint-tmx-version = экспартуйце яго як TMX 1.4

## Звесткі пра мову, паведамленні, шаблоны

hint-profile = параўнайце файл з профілем мовы, які ідзе разам з праграмай; не пішыце таго, што мусіць застацца як ёсць
hint-segmentation-toml = параўнайце файл з `locales/root/segmentation.toml`, дзе названы ўсе ключы
hint-segmentation-entry = пішыце словы і скарачэнні праз коску
hint-messages = паведамленне пішацца як `id = text`, яго наступныя радкі — з водступам; сінтаксіс апісаны на projectfluent.org
hint-page = шаблон напісаны на Jinja; выдаліце яго, каб узяць убудаваны

## Заўвагі

hint-rules = ёсць такія правілы: { $known }

## Гласарый

hint-glossary-format = назавіце фармат: `--format tbx`, `csv`, `tsv` або `omegat`
hint-locale-of-list = назавіце мову: `--locale be`
hint-glossary-folder = назавіце папку з файламі гласарыя або адзін файл; ранейшы стан дасць `git worktree add`
hint-tbx-file = дайце файл `.tbx`, які экспартавала тэрміналагічная праграма, або назавіце яго фармат: `--format`
hint-tbx-version = экспартуйце яго як TBX версіі 3 (прастора імён `urn:iso:std:iso:30042:ed-2`), стыль `dca` або `dct`
hint-concept-exists = змяніце яго там або дайце іншы ідэнтыфікатар
hint-glossary-file = напішыце толькі назву: `people` азначае `glossary/people.toml`
hint-give-id = дайце назву, напрыклад `homel`
hint-wording-of-class = спярша дайце паняццю варыянт: `terms.{ $tag } = …` у файле гласарыя або праз `--term` каманды `glossary add`
hint-one-concept = назавіце адно паняцце, а для наступнага выканайце каманду яшчэ раз
hint-has-class = змяніце яго там уручную
hint-write-class = дапішыце `class = "{ $class }"` да варыянта ўручную
hint-locale-and-text = пішыце так: `be=Гомель`
hint-name-locale = назавіце мову праз `--locale` і праверце, ці няма літар іншага алфавіта
hint-write-rules = напішыце іх у файле `locales/{ $tag }/paradigms.toml` або пералічыце формы ў гласарыі
hint-derived-rules = пішыце `[[derived]]` з радкамі `stems = "ія>ійск"` (канчатак назвы і аснова) і `endings = "і ага"` (канчаткі форм)
hint-forms-lock-conflict = пакіньце адзін бок ці абодва або вазьміце ўвесь файл з аднаго боку і выканайце `tolmach glossary forms --write`
hint-forms-lock-damaged = вярніце файл з сістэмы кантролю версій або выдаліце яго, выканайце `tolmach glossary forms --write` і праверце формы нанава
