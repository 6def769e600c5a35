# Што сказана пра тэкст: `finding-<problem>` на месцы, `rule-<rule>` для `tolmach explain`, `hint-…` — што з гэтым рабіць.

## Паўната

finding-missing = няма перакладу
rule-missing = Кожны сегмент артыкула мусіць мець пераклад; сегмент без яго пазначаецца ў гатовай версіі як прапушчаны.
finding-stale = арыгінал змяніўся пасля перакладу
rule-stale = Калі сказ артыкула змяніўся, яго пераклад лічыцца састарэлым, пакуль яго не перагледзіць чалавек.
finding-untranslated = пераклад паўтарае арыгінал
rule-untranslated = Пераклад, які не адрозніваецца ад арыгінала, — не пераклад; адны толькі імёны і лікі памылкай не лічацца.
finding-other-language-whole = тэкст на іншай мове або ў іншым алфавіце: «{ $words }»
finding-other-language-part = у перакладзе застаўся тэкст на іншай мове: «{ $words }»
finding-other-language-doubtful = слова іншай мовы, магчыма, пакінутае памылкова: «{ $words }»
rule-other-language = Пераклад пішацца сваёй мовай і сваім алфавітам; іншымі могуць быць толькі імёны, назвы, адрасы і код.
finding-length-missing = падобна, што частка арыгінала прапушчаная: «{ $words }»
finding-length-extra = гэтага няма ў арыгінале: «{ $words }»
finding-length-wordless = ніводнае слова не перакладзена
finding-length-short = пераклад мае толькі { $percent } % належнай даўжыні
finding-length-long = пераклад мае { $percent } % належнай даўжыні
finding-length-missing-block = гэтаму тэксту арыгінала нічога не адпавядае: «{ $words }»
finding-length-extra-block = у арыгінале гэтаму тэксту нічога не адпавядае: «{ $words }»
rule-length = Пераклад перадае ўсё, што сказана ў арыгінале, і нічога больш: ніводзін сказ не згублены, не абарваны і не дададзены.
finding-misaligned-other = падобна, што гэта пераклад іншага сказа: амаль не супадаюць ні імёны, ні лікі, ні словы
finding-misaligned-next = падобна, што гэта пераклад наступнага сказа
finding-misaligned-previous = падобна, што гэта пераклад папярэдняга сказа
rule-misaligned = Пераклад належыць свайму сказу, а не папярэдняму ці наступнаму.
finding-repetition = «{ $words }» паўтараецца раз за разам: { $times }
rule-repetition = Словы, якія паўтараюцца раз за разам, — знак таго, што машына збілася.
finding-machine-traces-remark = машына кажа пра пераклад або адмаўляецца перакладаць: «{ $words }»
finding-machine-traces-mark = у тэксце застаўся знак машыны: { $mark }
finding-machine-traces-json = пераклад загорнуты ў JSON
finding-machine-traces-unknown = слова, якое машына пазначыла як невядомае: { $word }
rule-machine-traces = Тое, што машына кажа пра пераклад, яе разважанні, пазнакі і абмежавальнікі блокаў кода не належаць тэксту.
finding-codes-missing = { $half ->
    [open] не хапае пачатковага знака разметкі { $code } з арыгінала
    [close] не хапае канцавога знака разметкі { $code } з арыгінала
   *[other] не хапае знака разметкі { $code } з арыгінала
}
finding-codes-unknown = { $half ->
    [open] пачатковага знака разметкі { $code } няма ў арыгінале
    [close] канцавога знака разметкі { $code } няма ў арыгінале
   *[other] знака разметкі { $code } няма ў арыгінале
}
finding-codes-twice = { $half ->
    [open] пачатковы знак разметкі { $code } сустракаецца часцей, чым у арыгінале
    [close] канцавы знак разметкі { $code } сустракаецца часцей, чым у арыгінале
   *[other] знак разметкі { $code } сустракаецца часцей, чым у арыгінале
}
finding-codes-altered = знак разметкі { $code } абазначае «{ $found }», а ў арыгінале «{ $expected }»
finding-codes-replaced = знак разметкі { $code } стаіць на месцы { $expected }
finding-codes-crossed = знак разметкі { $code } закрывае не тую пару, што адкрыта апошняй
finding-codes-empty = пара { $code } пустая, а ў арыгінале ў ёй ёсць словы
finding-codes-returned-differ = разметка разыходзіцца з арыгіналам: не хапае { $missing }, лішняе { $extra }
finding-codes-returned-missing = разметка разыходзіцца з арыгіналам: не хапае { $missing }
finding-codes-returned-extra = разметка разыходзіцца з арыгіналам: лішняе { $extra }
finding-codes-returned-order = разметка разыходзіцца з арыгіналам: пара закрываецца раней, чым адкрываецца
rule-codes = Спасылкі, вылучэнні і іншая разметка арыгінала мусяць быць у перакладзе і правільна ўкладацца адна ў адну.
finding-addresses-missing = не хапае адраса { $expected }
finding-addresses-differ = у арыгінале тут адрас { $expected }, а не { $found }
finding-addresses-extra = у арыгінале няма адраса { $found }
rule-addresses = Вэб-адрасы і адрасы пошты сярод слоў мусяць быць такія самыя, як у арыгінале.
finding-placeholders-missing = не хапае запаўняльніка { $expected }
finding-placeholders-extra = у арыгінале няма запаўняльніка { $found }
rule-placeholders = Запаўняльнікі і тэгі, якія чытае праграма, мусяць быць такія самыя, як у арыгінале, і столькі ж разоў.
finding-numbers-missing = у перакладзе няма { $expected } з арыгінала
finding-numbers-extra = у арыгінале няма { $found }
finding-numbers-english-comma = у арыгінале { $expected }, у перакладзе { $found }: тут коска аддзяляе дробавую частку, а не тысячы
finding-numbers-differ = у арыгінале { $expected }, у перакладзе { $found }
finding-numbers-conversion = у арыгінале { $expected }, гэта прыблізна { $right }, а ў перакладзе { $found }
finding-numbers-other-month = назва месяца на іншай мове: { $found } замест { $right }
finding-numbers-weekday = на гэтую дату прыпадае { $right }, а не «{ $found }»
rule-numbers = Кожны лік арыгінала мусіць быць у перакладзе, лічбамі або словамі.
finding-misattributed = у арыгінале гэта кажа { $speaker }, а ў перакладзе — «{ $found }»
rule-misattributed = Цытату гаворыць той самы чалавек, што і ў арыгінале.
finding-negation-lost = у арыгінале ёсць адмоўе («{ $words }»), а ў перакладзе яго няма
finding-negation-added = у перакладзе ёсць адмоўе («{ $words }»), якога ў арыгінале няма
finding-negation-bare = пры слове «{ $words }» павінна быць адмоўе, а яго няма
rule-negation = Што адмаўляецца ў арыгінале, тое адмаўляецца і ў перакладзе, і нічога больш.
finding-opposite = «{ $source }» арыгінала перакладзена як «{ $target }», а гэта процілеглы сэнс
finding-opposite-another = «{ $source }» арыгінала перакладзена як «{ $target }», а гэта іншае
rule-opposite = Слова не перакладаюць процілеглым ці суседнім: «больш» не «менш», «да» не «пасля», «тыдзень» не «месяц», «Польшча» не «Літва».
finding-hedge-lost = арыгінал перадае гэта толькі з чужых слоў («{ $words }»), а пераклад сцвярджае
finding-hedge-added = пераклад перадае гэта толькі з чужых слоў («{ $words }»), а арыгінал сцвярджае
rule-hedge = Што арыгінал перадае толькі з чужых слоў («нібыта»), пераклад не падае як факт.
finding-names-other = у арыгінале імя «{ $name }», а ў перакладзе «{ $other }»
rule-names = Імя з арыгінала нельга замяніць іншым.
finding-name-consistency = «{ $name }»: у іншых месцах гэтай версіі гэтае імя напісана як «{ $other }»
rule-name-consistency = Ва ўсёй версіі імя пішацца аднолькава.
finding-mirror-differs = у іншых версіях тут «{ $others }», а ў гэтай «{ $found }»
finding-mirror-lacks = у іншых версіях тут ёсць «{ $others }», а ў гэтай няма
finding-mirror-adds = назвы або імя «{ $found }» тут няма ні ў арыгінале, ні ў іншых версіях
finding-mirror-quotations = цытат у іншых версіях: { $others }, у гэтай: { $found }
finding-mirror-links = спасылак у іншых версіях: { $others }, у гэтай: { $found }
finding-mirror-sentences = сказаў у іншых версіях: { $others }, у гэтай: { $found }
finding-mirror-source = ва ўсіх версіях тут «{ $others }», а ў арыгінале «{ $found }»
rule-mirror = Калі версій тры або больш, ніводная не разыходзіцца з усімі астатнімі ў ліках, датах, імёнах, спасылках, цытатах і колькасці сказаў.

## Тэрміны

finding-forbidden-term-alone = «{ $term }» — не наш варыянт
finding-forbidden-term-instead = «{ $term }» — не наш варыянт; пішыце «{ $preferred }»
rule-forbidden-term = Гласарый забараняе гэты варыянт.
finding-deprecated-term-alone = «{ $term }» больш не ўжываем
finding-deprecated-term-instead = «{ $term }» больш не ўжываем; пішыце «{ $preferred }»
rule-deprecated-term = Паводле гласарыя гэты варыянт больш не ўжываецца.
finding-terminology = «{ $term }» перакладзена не як «{ $preferred }»
rule-terminology = Тэрмін арыгінала трэба перакладаць так, як у гласарыі, у любой патрэбнай форме.
finding-source-term-alone = у арыгінале «{ $term }» — не варыянт рэдакцыі
finding-source-term-instead = у арыгінале «{ $term }» — не варыянт рэдакцыі; пішыце «{ $preferred }»
rule-source-term = У самім артыкуле ўжыты варыянт, які забараняе гласарый.
finding-misspelt-term-letter = у гласарыі не «{ $found }», а «{ $term }»; правільна і так, і так
finding-misspelt-term = «{ $found }» — магчыма, памылка ў слове «{ $term }»
rule-misspelt-term = Слова адрозніваецца адной-дзвюма літарамі ад формы тэрміна, пра які ідзе гаворка ў арыгінале, або толькі выглядае як яна.
finding-term-case = «{ $found }» пішацца з вялікай літары: «{ $term }»
rule-term-case = Імя або абрэвіятура з гласарыя згубіла вялікую літару.
finding-term-quotes = «{ $term }» стаіць без двукосся
rule-term-quotes = Гласарый патрабуе заўсёды пісаць гэты выраз у двукоссі.
finding-term-consistency-editions = тут «{ $term }», а ў іншай версіі ({ $editions }) — асноўны варыянт; тут гэта «{ $other }»
finding-term-consistency-article = «{ $term }» і «{ $other }» — дзве назвы адной рэчы
rule-term-consistency = У артыкуле і ў яго версіях адна рэч мае адну назву; скарочаная форма побач з поўнай не перашкаджае.

## Літары і знакі

finding-sibling-language = { $language ->
    [be] па-беларуску
    [ru] па-руску
    [uk] па-ўкраінску
   *[other] на іншай мове
 }: «{ $words }»
finding-sibling-language-perhaps = магчыма, { $language ->
    [be] па-беларуску
    [ru] па-руску
    [uk] па-ўкраінску
   *[other] на іншай мове
 }: «{ $words }»
rule-sibling-language = Словы роднаснай мовы, нават калі ўсе іх літары ёсць і ў мове версіі.
finding-foreign-letters = літары іншага алфавіта ў слове «{ $word }»: { $letters }
finding-foreign-letters-words = літары іншага алфавіта ў словах «{ $words }»: { $letters }
rule-foreign-letters = Літара, якой у мове няма, або лацінская літара, падобная да адной са сваіх.
finding-damaged-text-lost = літары страчаныя: { $text }
finding-damaged-text-misread = літары прачытаныя ў няправільным кадаванні: { $text }
finding-damaged-text-code = «{ $text }» стаіць замест знака
finding-damaged-text-marks = літары перакрэсленыя лішнімі знакамі: { $text }
rule-damaged-text = Пасля пераўтварэнняў застаюцца згубленыя літары, літары ў чужым кадаванні або коды замест знакаў.
finding-invisible-characters = нябачныя знакі: { $characters }
rule-invisible-characters = Мяккіх пераносаў, прагалаў без шырыні, знакаў кірунку і кіравання не відаць, але яны перашкаджаюць пошуку і праграмам.
finding-lookalike-letters-digit = лічба ў слове «{ $word }»
finding-lookalike-letters-word = «{ $word }» напісана падобнымі літарамі іншага алфавіта
rule-lookalike-letters = Лічба ў слове або цэлае слова з падобных літар іншага алфавіта.
finding-quotations-lost = цытата «{ $text }» засталася без двукосся
finding-quotations-unclosed = знак двукосся { $mark } не закрыты
finding-quotations-unopened = знак двукосся { $mark } нічога не закрывае
finding-quotations-mark = стаіць знак двукосся { $mark }, а павінен быць { $expected }
finding-quotations-shortened = частка цытаты «{ $text }» засталася па-за двукоссем
finding-quotations-moved = у двукоссі не тыя словы, што ў цытаце «{ $text }»
rule-quotations = Што працытавана ў арыгінале, тое працытавана і ў перакладзе: у двукоссі, прынятым у мове, і кожны знак мае пару.
finding-apostrophe-lost = паміж літарамі «{ $word }» бракуе апострафа
finding-apostrophe-wrong = «{ $word }» стаіць замест апострафа
finding-apostrophe-mixed = апостраф «{ $word }» не такі, як астатнія
rule-apostrophe = Апостраф, а ў рускай мове цвёрды знак, не губляецца і не замяняецца іншым знакам; апострафы ў тэксце аднолькавыя.
finding-end-mark-lost = тэкст заканчваецца без знака, які ёсць у арыгінале
finding-end-mark-other = тэкст заканчваецца не так, як арыгінал: { $text }
finding-end-mark-twice = знак стаіць двойчы: { $text }
rule-end-mark = Пераклад заканчваецца тым жа знакам, што і арыгінал, і ніводзін знак не стаіць двойчы.
finding-brackets = дужка { $bracket } без пары
rule-brackets = Кожная адкрытая дужка закрываецца, калі толькі яна не адкрытая і ў арыгінале.
finding-doubled-word = слова паўтараецца: { $words }
rule-doubled-word = Адно і тое ж слова стаіць двойчы запар.
finding-source-text-doubled = у артыкуле двойчы запар стаіць слова: { $words }
finding-source-text-straight = { $count ->
    [one] у артыкуле { $count } прамы знак двукосся, ён тут; у гэтай мове пішуць { $open } і { $close }
    [few] у артыкуле { $count } прамыя знакі двукосся, першы з іх тут; у гэтай мове пішуць { $open } і { $close }
   *[many] у артыкуле { $count } прамых знакаў двукосся, першы з іх тут; у гэтай мове пішуць { $open } і { $close }
}
finding-source-text-long = { $count ->
    [one] у гэтым сказе артыкула { $count } слова; калі слоў больш за { $longest }, яго цяжка перакласці добра
    [few] у гэтым сказе артыкула { $count } словы; калі слоў больш за { $longest }, яго цяжка перакласці добра
   *[many] у гэтым сказе артыкула { $count } слоў; калі слоў больш за { $longest }, яго цяжка перакласці добра
}
rule-source-text = Памылкі ў самім артыкуле і тое, што цяжка перакладаць: слова двойчы запар, прамое двукоссе, занадта доўгія сказы.
finding-spaces-extra = лішні прагал
finding-spaces-before = прагал тут лішні: «{ $text }»
finding-spaces-missing = пасля «{ $text }» патрэбны прагал
rule-spaces = Паміж словамі стаіць адзін прагал; перад знакам яго няма, пасля знака ён ёсць.
finding-first-capital = «{ $word }» пачынаецца з малой літары, а арыгінал — з вялікай
rule-first-capital = Сказ пачынаецца з вялікай літары, калі з яе пачынаецца сказ арыгінала.
finding-spelling = у слоўніку няма слова «{ $word }»
rule-spelling = Слова, якога няма ў арфаграфічным слоўніку, названым у праекце.
finding-composition = літара «{ $letter }» запісана двума знакамі
rule-composition = Літара і значок над ёй — адзін знак; калі іх два, слова немагчыма знайсці.
finding-euphony-letter = «{ $found }» не адпавядае папярэдняму гуку
finding-euphony-word = «{ $found }» паміж гэтымі гукамі мае іншую форму
rule-euphony = Некаторыя літары і словы залежаць ад суседніх гукаў: беларускія літары У і Ў, рускія словы В і ВО, украінскія У і В.
finding-typography-dash = «{ $text }» стаіць замест працяжніка
finding-typography-ellipsis = у тэксце ёсць і …, і { $text }
finding-typography-groups = у ліку { $text } не аддзелены тысячы
finding-typography-initials = пасля ініцыяла патрэбны прагал
rule-typography = Працяжнікі, шматкроп’і, тысячы і ініцыялы афармляюцца так, як прынята ў мове.

## Артыкул

finding-original-wording = вядомыя словы самога аўтара цытаты: «{ $wording }»
finding-original-wording-wanted = патрэбны арыгінал цытаты «{ $text }»: гэта было сказана на гэтай мове
rule-original-wording = Цытата падаецца словамі самога аўтара, калі яны вядомыя, і ніколі не перакладаецца назад.
finding-boilerplate-missing = сталага тэксту «{ $name }» на гэтай мове няма; застаецца тэкст арыгінала
rule-boilerplate-missing = Сталыя тэксты пішуцца адзін раз для кожнай мовы пад назвай `boilerplate-NAME` у файле `edition.ftl`.
finding-front-matter-syntax = загаловачная частка: гэта няправільны { $format }: `{ $problem }`
finding-front-matter-twice = загаловачная частка: ключ паўтараецца
finding-front-matter-no-keys = загаловачная частка: гэта не спіс ключоў са значэннямі
finding-front-matter-bad-language = загаловачная частка: у `lang` не код мовы
finding-front-matter-no-text = загаловачная частка: значэнне — не просты тэкст, яно не перакладаецца
finding-front-matter-unclosed = загаловачная частка: няма радка, які яе закрывае
finding-front-matter-bad-notice = загаловачная частка: у `{ $key }` няма даты або тэксту
rule-front-matter = Загаловачную частку артыкула не ўдалося прачытаць як ёсць.
finding-too-deep = спісы і цытаты ў тэксце ўкладзены занадта глыбока
rule-too-deep = Тэкст, у якім спісы і цытаты ўкладзены так глыбока, што чытаць яго давялося б занадта доўга, не чытаецца.
finding-unknown-role = ролі `{ $role }` няма
rule-unknown-role = Каментарый называе ролю, якой няма; блок захоўвае ролю, якую дае яму разметка.
finding-bad-original = гэты каментарый пра арыгінальныя словы немагчыма прачытаць: { $comment }
finding-bad-original-absent = у абзацы пасля гэтага каментарыя няма слоў «{ $text }»
finding-bad-original-loose = пасля гэтага каментарыя пра арыгінальныя словы няма абзаца: «{ $wording }»
rule-bad-original = Каментарый пра арыгінальныя словы называе мову і самі словы і стаіць перад абзацам, дзе іх цытуюць.
finding-left-in-source-front-matter = тэкст `{ $key }` у загаловачнай частцы застаецца на мове артыкула
hint-left-in-source-front-matter = дадайце ключ у налады: `front_matter`, калі яго трэба перакладаць, `front_matter_kept`, калі чытач яго не бачыць
finding-left-in-source-fence = тэкст гэтай нататкі стаіць у блоку кода і застаецца на мове артыкула: «{ $text }»
hint-left-in-source-fence = аформіце нататку як цытату (`> [!NOTE]`) або ў HTML, каб яе тэкст перакладалі
rule-left-in-source = Тэкст, які бачыць чытач, перакладзены, або хтосьці вырашыў пакінуць яго як ёсць.
finding-picture-missing = выявы { $file } няма
rule-picture-missing = У артыкуле ёсць выява, якой няма ў праекце.
finding-picture-refused-type = файл { $file } не скапіяваны: гэта не выява
finding-picture-refused-outside = выява { $file } ляжыць па-за `source/` і не скапіявана
finding-picture-refused-live = малюнак { $file } змяшчае праграму і не скапіяваны
finding-picture-refused-social = сацыяльныя сеткі не пакажуць { $file }: патрэбная выява ў фармаце PNG, JPEG або WebP
rule-picture-refused = У версіі капіююцца толькі выявы з `source/` і ніводзін малюнак, які выконвае праграму.
finding-left-out-element = на старонцы няма элемента `<{ $name }>`
finding-left-out-attributes = на старонцы няма гэтых атрыбутаў элемента `<{ $element }>`: { $names }
finding-left-out-address = на старонцы няма адраса { $address }
finding-left-out-picture = старонка загружае выявы толькі праз https, а не { $address }
finding-left-out-unfinished = HTML абрываецца ўнутры тэга або каментарыя; на старонцы гэтага няма
finding-left-out-hidden = на старонцы няма нябачных знакаў: { $characters }
rule-left-out = На старонцы няма нічога, што выконвае праграму, перадае даныя ці мяняе парадак літар; тэкставая версія гэта захоўвае.
finding-slug-changed = новы адрас `{ $slug }` замест `{ $fixed }`, па якім версія апублікавана
rule-slug-changed = Адрас апублікаванай версіі не мяняецца.

## Чарнавікі, файлы сегментаў, зліццё

finding-draft-rejected = чарнавік рухавіка { $engine } не прыняты: { $reason }
rule-draft-rejected = Машынны чарнавік, які не прайшоў праверкі, не прымаецца; сегмент застаецца без перакладу.
rejected-missing = адказ для гэтага сегмента не прыйшоў
rejected-repeated = для гэтага сегмента прыйшло больш за адзін адказ
rejected-failed = рухавік не змог перакласці гэты сегмент: { $detail }
rejected-too-long = { $unit ->
    [bytes] байтаў: { $size }, а рухавік за адзін раз прымае { $limit }
    [tokens] токенаў: каля { $size }, а рухавік за адзін раз прымае { $limit }
   *[characters] знакаў: { $size }, а рухавік за адзін раз прымае { $limit }
}
rejected-empty = чарнавік пусты
rejected-unchanged = чарнавік паўтарае арыгінал
rejected-codes = разметка не захавана: { $mark }
rejected-addresses = адрас { $address } зменены
rejected-length = знакаў у чарнавіку: { $draft }, у арыгінале: { $source }
rejected-paragraph = чарнавік дадае абзац
rejected-marks = рухавік пакінуў свой знак: { $mark }
rejected-chatter = рухавік размаўляе замест таго, каб перакладаць: { $words }
rejected-echo = чарнавік паўтарае запыт
rejected-loop = чарнавік паўтарае адно і тое ж: { $words }
rejected-twice = чарнавік двойчы кажа адно і тое ж: { $words }
rejected-wrapped = вакол чарнавіка знакі, якіх няма ў арыгінале: { $mark }
rejected-invisible = у чарнавіку нябачны знак: { $mark }
rejected-language = чарнавік на іншай мове: { $words }
rejected-order = чарнавік, відаць, ад іншага сказа: адказы прыйшлі не ў тым парадку, што пытанні
rejected-same = адзін і той жа чарнавік прыйшоў для розных сказаў: { $count }
rejected-key = у чарнавіку ёсць ключ рухавіка
rejected-rule = чарнавік парушае правіла `{ $rule }`
rejected-rule-words = чарнавік парушае правіла `{ $rule }`: { $words }
rejected-rule-lost = чарнавік парушае правіла `{ $rule }`: у ім няма «{ $words }»
rejected-terms = у чарнавіку няма тэрмінаў з гласарыя: { $missing }
finding-merge-unknown = у файле ёсць сегмент, якога ў нас не было: { $unit }
rule-merge-unknown = Вернуты сегмент не адпавядае ніводнаму сказу артыкула; яго тэкст захаваны асобна.
finding-draft-unit = чарнавік { $unit } не належыць ніводнаму сегменту
rule-draft-unit = У файле машынных чарнавікоў названы сегмент, якога ў нас няма.
finding-tmx-language = у запісе { $tag } памяці перакладаў не пазначана мова
rule-tmx-language = У кожным запісе памяці перакладаў мусіць быць пазначана мова.
finding-tmx-unit-no-text = у запісе памяці перакладаў няма тэксту (`<seg>`), таму ён не выкарыстоўваецца
finding-tmx-unit-twice = у запісе памяці перакладаў два пераклады ({ $locale }); выкарыстоўваецца толькі першы
rule-tmx-unit = У кожным запісе памяці перакладаў мусіць быць па адным тэксце на кожнай мове.
finding-bilingual-files = { $count ->
    [one] яшчэ { $count } артыкул у гэтым файле не прачытаны
    [few] яшчэ { $count } артыкулы ў гэтым файле не прачытаны
   *[many] яшчэ { $count } артыкулаў у гэтым файле не прачытана
}
rule-bilingual-files = У файле сегментаў — адзін артыкул.
finding-bilingual-unit-id = сегмент не мае ідэнтыфікатара
rule-bilingual-unit-id = Кожны сегмент у файле сегментаў мусіць мець свой ідэнтыфікатар.
finding-bilingual-unit-source = сегмент { $unit } не мае арыгінала
rule-bilingual-unit-source = Кожны сегмент у файле сегментаў мусіць мець сказ арыгінала.
finding-bilingual-duplicate = сегмент { $unit } сустракаецца больш за адзін раз; узяты першы
rule-bilingual-duplicate = Ідэнтыфікатар сустракаецца ў файле сегментаў толькі адзін раз.

## Праект

finding-glossary-same-id = ідэнтыфікатар «{ $name }» ужо ёсць: { $first }
finding-glossary-wrong-type = значэнне «{ $name }» не таго тыпу
finding-glossary-syntax = гэта няправільны TOML: `{ $name }`
finding-glossary-unknown-key = невядомы ключ «{ $name }»
finding-glossary-no-id = паняцце не мае ідэнтыфікатара
finding-glossary-no-terms = паняцце «{ $name }» не мае ніводнага варыянта
finding-glossary-bad-locale = «{ $name }» — не код мовы
finding-glossary-unknown-kind = невядомы від «{ $name }»
finding-glossary-unknown-value = невядомае значэнне «{ $name }»
finding-glossary-empty = значэнне «{ $name }» пустое
finding-glossary-unknown-class = невядомы клас «{ $name }» у «{ $term }»
finding-glossary-class-count = у класе «{ $name }» іншая колькасць слоў, чым у «{ $term }»
finding-glossary-class-unfit = клас «{ $name }» не падыходзіць да «{ $term }»
finding-glossary-one-form = з класам «{ $name }» усе формы «{ $term }» аднолькавыя
finding-glossary-foreign-letter = у «{ $term }» ёсць літары іншага алфавіта: скланяць яго нельга
finding-glossary-bad-day = «{ $name }» — не дата кшталту 2022-02-24
finding-glossary-clash = «{ $name }» — адначасова правільная і забароненая форма; застаецца правільная
finding-glossary-no-word = у «{ $term }» няма слова, якое можна скланяць
finding-glossary-bad-rules = правілы скланення немагчыма прачытаць: `{ $error }`
rule-glossary = У файлах гласарыя толькі тое, што дазваляе іх фармат, і ніводная форма не бывае адначасова правільнай і забароненай.
finding-ignore-unused = гэтае выключэнне для `{ $name }` нічому не адпавядае
finding-ignore-unused-no-reason = у гэтага выключэння для `{ $name }` няма прычыны, таму яно нічога не выключае: напішыце, чаму на заўвагі можна не зважаць
rule-ignore-unused = У выключэння ў наладах праекта ёсць прычына; калі яму не адпавядае ніводная заўвага, яго можна прыбраць.
finding-orphaned-file = артыкула `{ $name }` няма: пераклады з гэтага файла не трапяць ні ў адну версію
finding-orphaned-file-renamed = артыкула `{ $name }` больш няма; падобна, што цяпер ён называецца `{ $article }`: `{ $command }`
rule-orphaned-file = Кожны файл перакладаў адносіцца да нейкага артыкула.
finding-orphaned-page = артыкула `{ $name }` больш няма: гэтая старонка ўжо не абнаўляецца, але будзе апублікаваная разам з іншымі; выдаліце яе і суседнія файлы з той самай назвай
finding-orphaned-page-locale = у праекце больш няма тэкстаў на мове `{ $tag }`: гэтая старонка ўжо не абнаўляецца, але будзе апублікаваная разам з іншымі; выдаліце яе і суседнія файлы з той самай назвай
rule-orphaned-page = Кожная створаная старонка адносіцца да нейкага артыкула і да адной з моў праекта.
finding-waiver-fell-source = зняцце заўвагі паводле правіла `{ $name }` больш не дзейнічае: змяніўся сказ
finding-waiver-fell-target = зняцце заўвагі паводле правіла `{ $name }` больш не дзейнічае: змяніўся пераклад
finding-waiver-fell-terms = зняцце заўвагі паводле правіла `{ $name }` больш не дзейнічае: змяніліся запісы гласарыя для гэтага сказа
finding-waiver-fell-editions = зняцце заўвагі паводле правіла `{ $name }` больш не дзейнічае: змянілася іншая версія
finding-waiver-unused = гэты запіс нічога не здымае: такой заўвагі паводле правіла `{ $name }` тут няма
finding-waiver-segment-gone = знятая заўвага паводле правіла `{ $name }` датычыць сегмента `{ $segment }`, якога ў артыкуле больш няма
finding-waiver-refused = `{ $setting }` не дае здымаць заўвагі паводле правіла `{ $name }`: гэты запіс не дзейнічае
finding-waiver-article-gone = знятыя тут заўвагі датычаць артыкула `{ $name }`, якога няма
finding-waiver-not-a-target = знятыя тут заўвагі датычаць `{ $tag }`: гэта не мова перакладу і не мова артыкулаў
rule-waiver = Заўвага застаецца знятай, пакуль не зменіцца сказ, яго пераклад або запісы гласарыя для іх.
hint-waive-again = разгледзьце заўвагу яшчэ раз; зняць яе ў цяперашнім выглядзе можна з дапамогай `tolmach waive`
hint-remove-waiver = прыбярыце гэты запіс з файла
hint-remove-waivers = выдаліце файл або перанясіце яго да патрэбнага артыкула з дапамогай `tolmach mv`
hint-add-target = выдаліце файл або дадайце гэтую мову да `targets`
finding-open-conflict = { $count ->
    [one] { $count } сегмент мае пераклады двух чалавек: выберыце адзін з дапамогай `tolmach merge --resolve ours|theirs { $name }` або ўпішыце ў гэты файл правільны тэкст і перадайце яго ў `--resolve`
    [few] { $count } сегменты маюць пераклады двух чалавек: выберыце адзін з дапамогай `tolmach merge --resolve ours|theirs { $name }` або ўпішыце ў гэты файл правільны тэкст і перадайце яго ў `--resolve`
   *[many] { $count } сегментаў маюць пераклады двух чалавек: выберыце адзін з дапамогай `tolmach merge --resolve ours|theirs { $name }` або ўпішыце ў гэты файл правільны тэкст і перадайце яго ў `--resolve`
}
rule-open-conflict = Калі два чалавекі пераклалі адзін сегмент па-рознаму, нехта ўжо выбраў.

## Гласарый цалкам і гласарыі іншых праграм

finding-glossary-import-same-id = ідэнтыфікатар «{ $name }» ужо ёсць: { $first }
finding-glossary-import-other-content = у гласарыі праекта ёсць «{ $name }» з іншым зместам: { $first }; застаецца той
finding-glossary-import-no-header = першы радок не называе слупкоў
finding-glossary-import-unknown-column = слупок «{ $name }» невядомы і не бярэцца
finding-glossary-import-same-column = слупок «{ $name }» стаіць двойчы; лічыцца першы
finding-glossary-import-unclosed = двукоссе не закрыта
finding-glossary-import-too-many-cells = у радку ячэек: { $count }, больш, чым слупкоў; ён не бярэцца
finding-glossary-import-no-id = няма ідэнтыфікатара; гэта не бярэцца
finding-glossary-import-no-terms = «{ $name }» не мае ніводнага варыянта; гэта не бярэцца
finding-glossary-import-unknown-kind = невядомы від «{ $name }»
finding-glossary-import-bad-day = «{ $name }» — не дзень накшталт 2022-02-24
finding-glossary-import-formula = «{ $name }» падобна на формулу табліцы
finding-glossary-import-not-parallel = у «{ $name }» больш частак, чым варыянтаў
finding-glossary-import-options = «{ $name }» немагчыма прачытаць
finding-glossary-import-no-language = у раздзела няма прыдатнага кода мовы: «{ $name }»; ён не бярэцца
finding-glossary-import-old-version = старая версія «{ $name }» прачытана, наколькі яна вядомая
finding-glossary-import-unknown-status = невядомы статус «{ $name }»; варыянт дапускаецца
finding-glossary-import-bad-line = у радку няма перакладу; ён не бярэцца
finding-glossary-import-empty-term = пусты варыянт у «{ $name }»; ён не бярэцца
rule-glossary-import = Гласарый іншай праграмы бярэцца, наколькі яго можна прачытаць, і ніколі не паверх таго, што ёсць.
finding-glossary-lint-same-wording = «{ $name }» — таксама варыянт «{ $other }» ({ $first }) таго ж віду
finding-glossary-lint-missing-locale = «{ $name }» не мае варыянта для { $tag }
finding-glossary-lint-foreign-letters = у «{ $name }» ёсць літары, якіх няма ў { $tag }: { $letters }
finding-glossary-lint-mixed-scripts = у «{ $name }» змешаны літары розных алфавітаў
finding-glossary-lint-other-alphabet = у «{ $name }» няма ніводнай літары алфавіта { $tag }: у кожным сказе слова застаецца такім, як ёсць
finding-glossary-lint-one-letter = у «{ $name }» толькі адна літара, і яна знойдзецца ў тэксце ўсюды
finding-glossary-lint-digits = у «{ $name }» ёсць лічбы: у кожным сказе слова застаецца такім, як ёсць
finding-glossary-lint-no-letters = у «{ $name }» няма літар: у кожным сказе яно застаецца такім, як ёсць
finding-glossary-lint-many-words = у «{ $name }» { $count ->
    [one] { $count } слова
    [few] { $count } словы
   *[many] { $count } слоў
}: знойдзецца толькі там, дзе ўсе яны стаяць у гэтым парадку
finding-glossary-lint-unused = «{ $name }» няма ні ў адным артыкуле
finding-glossary-lint-never-translated = «{ $name }» ёсць у артыкуле, але няма ні ў адной версіі для { $tag }
finding-glossary-lint-cycle = паняцце ў выніку вядзе да самога сябе: { $name }
finding-glossary-lint-unknown-successor = яго месца заняло «{ $name }», чаго няма
finding-glossary-lint-days = дзейнічае з { $name }, але толькі да { $other }
finding-glossary-lint-unknown-concept = налады выбіраюць «{ $name }», чаго няма ў гласарыі
finding-glossary-lint-unknown-wording = налады выбіраюць «{ $name }», чаго няма ў гласарыі
finding-glossary-lint-choice-refused = налады забараняюць «{ $name }», а гэта асноўны варыянт
finding-glossary-lint-two-usages = «{ $name }» — адначасова { $usage ->
    [preferred] асноўны
    [admitted] дапушчальны
   *[other] састарэлы
} і { $other ->
    [admitted] дапушчальны
    [deprecated] састарэлы
   *[other] забаронены
} варыянт
finding-glossary-lint-no-address = «{ $name }» — не вэб-адрас
finding-glossary-lint-two-preferred = «{ $name }» і «{ $other }» — абодва асноўныя
finding-glossary-lint-quoted-in-note = паводле нататкі, «{ $name }» пішуць у двукоссі, а варыянт гэтага не патрабуе: { $note }
finding-glossary-lint-open-being = ці называе «{ $name }» жывую істоту? калі так, як у «{ $yes }»: `{ $yes-line }`; калі не, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-declines = ці мяняецца «{ $name }» у сказе? калі так, як у «{ $yes }»: `{ $yes-line }`; калі не, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-adjective = ці мяняецца «{ $name }» так, як прыметнік? калі так, як у «{ $yes }»: `{ $yes-line }`; калі не, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-plural = ці можа быць некалькі такіх, як «{ $name }»? калі так, як у «{ $yes }»: `{ $yes-line }`; калі не, як у «{ $no }»: `{ $no-line }`
finding-glossary-lint-open-gender = «{ $name }» — гэта ён, яна ці яно? { $choices }
finding-glossary-lint-open-form = як правільна скланяць «{ $name }»? { $choices }
finding-glossary-lint-open-more = { $count ->
    [one] яшчэ { $count } варыянт чакае адказу
    [few] яшчэ { $count } варыянты чакаюць адказу
   *[many] яшчэ { $count } варыянтаў чакаюць адказу
}
rule-glossary-lint = Гласарый не супярэчыць сам сабе: адзін варыянт — адно паняцце аднаго віду, у кожнай мове, яе ўласнымі літарамі.

## Што з гэтым рабіць: `hint-…`

hint-own-id = дайце кожнаму паняццю свой ідэнтыфікатар
hint-known = вядомыя: { $known }
hint-toml = сінтаксіс апісаны на toml.io
hint-front-matter = вазьміце ў двукоссе значэнне, у якім ёсць двукроп’е, дужка або двукоссе
hint-front-matter-bad-notice = пішыце так: `corrections: [{"{"}date: 2022-03-25, text: …{"}"}]`, `withdrawn: {"{"}date: 2022-04-01, reason: …{"}"}`
hint-concept-tables = пішыце кожнае паняцце як `[[concept]]`
hint-terms-table = напішыце `terms.en = {"{"} preferred = "…" {"}"}`
hint-wording-types = напішыце радок, табліцу з `text` або масіў з іх
hint-write-wording = напішыце варыянт або прыбярыце радок
hint-forms-list = напішыце `forms = ["…", "…"]`
hint-write-form = напішыце форму або прыбярыце яе
hint-string = напішыце радок у двукоссі
hint-concept-id = дайце паняццю ідэнтыфікатар, напрыклад `id = "homel"`
hint-concept-wording = дайце варыянт, напрыклад `terms.en = {"{"} preferred = "Homel" {"}"}`
hint-locale = ужывайце код мовы BCP 47, такі як `be`, `uk` або `be-tarask`
hint-day = напішыце дату, напрыклад `since = 2022-02-24`
hint-clash = правільны варыянт ({ $first }) застаецца, забароненая форма не бярэцца
hint-class-rules = параўнайце файл з `locales/root/paradigms.toml`, дзе растлумачаны кожны ключ
hint-class-unknown = пішыце адзін клас на слова, напрыклад `ma.S.surn`, `adj f` або `m.S 0`
hint-class-count = пішыце адзін клас на слова; апошні `0` датычыцца ўсіх наступных слоў
hint-class-no-word = напішыце варыянт у слоўнікавай форме
hint-class-letter = набярыце слова нанава літарамі яго мовы або дайце яму клас `0`
hint-class-unfit = праверце род і лік класа; пішыце `adj`, калі слова скланяецца як прыметнік, `0`, калі не скланяецца, або пералічыце формы
hint-class-one-form = дайце слову, якое не скланяецца, клас `0` або пералічыце яго формы
hint-same-wording = дайце аднаму з іх іншы варыянт або аб’яднайце іх у адно паняцце
hint-missing-locale = напішыце `terms.{ $tag } = {"{"} preferred = "…" {"}"}`
hint-own-letters = напішыце яго літарамі самой мовы або змясціце пад `forbidden`
hint-one-letter = напішыце ўсё слова; калі маецца на ўвазе сама літара, дадайце `class = "0"`
hint-stays-as-is = калі так і трэба, дадайце `class = "0"`, і гэтай парады больш не будзе; калі не, пералічыце формы: `forms = ["…", "…"]`
hint-many-words = напішыце толькі назву ці тэрмін, без сказа вакол
hint-open-class = дапішыце адказ да варыянта, напрыклад `{ $line }`, або выканайце `{ $command }`
hint-open-other = дапішыце адказ да варыянта, напрыклад `{ $line }`
hint-open-more = усе пакажа `tolmach glossary lint --all`; пра кожны спытае `tolmach glossary review`
hint-unused = гэта не памылка; прыбярыце яго, калі яно ўжо не спатрэбіцца
hint-never-translated = паглядзіце на сказы з ім: ці той гэта варыянт, які пішуць людзі?
hint-cycle = прыбярыце `replaced-by` з паняцця, якое дзейнічае
hint-known-concept = напішыце ідэнтыфікатар паняцця з гласарыя
hint-days = пастаўце дзве даты па парадку
hint-one-of = напішыце адзін з варыянтаў: { $known }
hint-prefer-another = выберыце іншы варыянт праз `prefer`
hint-keep-one-wording = пакіньце яго ў адным са спісаў
hint-page-address = дайце адрас, які пачынаецца з `https://`, або прыбярыце яго
hint-admit-another = зрабіце адзін з іх `admitted`
hint-quotes-required = дадайце да варыянта `quotes = "required"` або змяніце нататку
hint-other-content = тое, што ёсць, застаецца; змяніце яго ўручную або дайце новаму паняццю іншы ідэнтыфікатар
hint-header = назавіце слупкі ў першым радку: `id`, `kind`, `en.preferred`, `be.preferred`…
hint-close-quotation = закрыйце двукоссе або падвойце яго ўнутры ячэйкі
hint-quote-cell = вазьміце ячэйку, у якой ёсць знак падзелу, у двукоссе
hint-row-id = дайце радку ідэнтыфікатар, напрыклад `homel`
hint-row-wording = дайце радку варыянт, напрыклад `Homel` у `en.preferred`
hint-entry-wording = дадайце ў запіс `langSec` з `termSec` і `term`
hint-empty-term = напішыце варыянт як `<term>…</term>`
hint-plain-day = напішыце дату, напрыклад 2022-02-24
hint-formula = гэта ўзята як тэкст; пастаўце перад ім апостраф, каб і таблічны рэдактар чытаў яго як тэкст
hint-parallel = дайце столькі частак, колькі варыянтаў, і аддзяляйце іх знакам |
hint-options = праверце «{ $part }»
hint-language = напішыце яго мову, напрыклад `xml:lang="be"`
hint-original-comment = дадайце словы самога аўтара цытаты перад абзацам артыкула: `<!-- original { $language }: “…” = «…» -->`
hint-old-version = захавайце яго як TBX 3 (ISO 30042:2019), каб напэўна нічога не згубіць
hint-line = напішыце арыгінал, знак Tab, пераклад
