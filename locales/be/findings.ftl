# Што сказана пра тэкст: `finding-<rule>` на месцы, `rule-<rule>` для `tolmach explain`.

## Паўната

finding-missing = няма перакладу
rule-missing = Кожны сегмент артыкула мусіць мець пераклад; сегмент без яго пазначаны ў гатовай версіі як прапушчаны.
finding-stale = арыгінал змяніўся пасля перакладу
rule-stale = Калі сказ артыкула мяняецца, яго пераклад больш не кажа таго самага, пакуль яго не перагледзіць чалавек.
finding-untranslated = пераклад паўтарае арыгінал
rule-untranslated = Пераклад, роўны арыгіналу, не перакладзены; адны імёны і лікі — не памылка.
finding-codes = { $problem ->
    [missing] не хапае знака разметкі { $code } з арыгінала
    [extra] знака разметкі { $code } няма ў арыгінале
    [crossed] знак разметкі { $code } закрывае не тую пару, што адкрыта апошняй
   *[other] разметка разыходзіцца з арыгіналам: не хапае { $missing }, лішняе { $extra }
}
rule-codes = Спасылкі, вылучэнні і іншая разметка арыгінала мусяць быць у перакладзе і правільна ўкладацца адна ў адну.
finding-numbers = { $problem ->
    [missing] у перакладзе няма { $expected } з арыгінала
    [extra] у арыгінале няма { $found }
    [english-comma] у арыгінале { $expected }, у перакладзе { $found }: тут коска аддзяляе дробавую частку, а не тысячы
   *[other] у арыгінале { $expected }, у перакладзе { $found }
}
rule-numbers = Кожны лік арыгінала мусіць быць у перакладзе, лічбамі або словамі.
finding-links = адрас { $address } ёсць не ў абодвух тэкстах
rule-links = Адрасы арыгінала мусяць стаяць у перакладзе без змен.
finding-length = даўжыня перакладу — { $percent } ад арыгінала
rule-length = Пераклад, значна карацейшы або даўжэйшы за арыгінал, мог нешта згубіць або дадаць.

## Тэрміны

finding-forbidden-term = { $lacks ->
    [preferred] «{ $term }» — не наш варыянт
   *[other] «{ $term }» — не наш варыянт; пішыце «{ $preferred }»
}
rule-forbidden-term = Гласарый забараняе гэты варыянт.
finding-deprecated-term = { $lacks ->
    [preferred] «{ $term }» больш не ўжываем
   *[other] «{ $term }» больш не ўжываем; пішыце «{ $preferred }»
}
rule-deprecated-term = Гласарый больш не ўжывае гэтага варыянта.
finding-terminology = «{ $term }» перакладзена не як «{ $preferred }»
rule-terminology = Тэрмін арыгінала патрабуе варыянта з гласарыя ў любой яго форме.
finding-source-term = { $lacks ->
    [preferred] у арыгінале «{ $term }» — не варыянт рэдакцыі
   *[other] у арыгінале «{ $term }» — не варыянт рэдакцыі; пішыце «{ $preferred }»
}
rule-source-term = У самім артыкуле ўжыты варыянт, які забараняе гласарый.
finding-misspelled-term = «{ $found }» — магчыма, памылка ў слове «{ $term }»
rule-misspelled-term = Слова адрозніваецца ад формы тэрміна адной-дзвюма літарамі.
finding-inconsistent = той самы сказ у іншым месцы перакладзены інакш: «{ $other }»
rule-inconsistent = Аднолькавыя сказы варта перакладаць аднолькава.

## Літары і знакі

finding-foreign-letters = літары іншага алфавіта ў слове «{ $word }»: { $letters }
rule-foreign-letters = Літара, якой у мове няма, або лацінская літара, падобная да сваёй.
finding-invisible-characters = нябачныя знакі: { $characters }
rule-invisible-characters = У гатовым тэксце не мусіць быць мяккіх пераносаў, знакаў нулявой шырыні і знакаў напрамку.
finding-normalization = літары, складзеныя з частак: { $letters }
rule-normalization = Такія літары, як й, ё і ў, — гэта адзін знак (NFC), а не літара і значок.
finding-quotes = замест двукоссяў { $found } патрэбныя { $expected }
rule-quotes = Двукоссі залежаць ад мовы і ўзроўню цытаты.
finding-unbalanced = знак { $mark } не мае пары
rule-unbalanced = Двукоссі і дужкі бываюць толькі парамі.
finding-apostrophe = апостраф рэдакцыі — { $expected }
rule-apostrophe = У словах рэдакцыя піша апостраф аднаго віду.
finding-dash = працяжнік мусіць быць такі: { $expected }
rule-dash = Паміж словамі стаіць працяжнік з прабеламі, а не злучок.
finding-typography = замест «{ $found }» патрэбна «{ $expected }»
rule-typography = Прабелы і знакі ставяцца паводле правіл мовы.
finding-alternation = тут замест «{ $found }» патрэбна «{ $expected }»
rule-alternation = Ненаціскны гук «у» пасля галоснай перадае літара «ў», калі паміж імі няма паўзы.
finding-spacing = { $count ->
    [one] { $count } лішні прабел
    [few] { $count } лішнія прабелы
   *[many] { $count } лішніх прабелаў
}
rule-spacing = Словы падзяляе адзін прабел, а перад коскай і кропкай яго няма.
finding-end-mark = арыгінал канчаецца на { $expected }, пераклад — на { $found }
rule-end-mark = У абедзвюх мовах сказ канчаецца знакам таго самага роду.
finding-headline-stop = у канцы загалоўка кропкі няма
rule-headline-stop = Загалоўкі, падзагалоўкі і радкі пра аўтара здымка пішуцца без кропкі ў канцы.
finding-repeated-word = слова «{ $word }» стаіць тут двойчы
rule-repeated-word = Слова ідзе за самім сабой — звычайна гэта памылка.
finding-month-name = «{ $found }» — не назва месяца ў гэтай мове
rule-month-name = Назва месяца належыць іншай мове.
finding-number-form = замест «{ $found }» патрэбна «{ $expected }»: тут коска аддзяляе дробавую частку, а не тысячы
rule-number-form = Лікі пішуцца паводле правіл мовы: 1,000, перанесенае з англійскай, чытаецца як дроб.
finding-spelling = слова «{ $word }» няма ў слоўніку
rule-spelling = Слова, якога не ведае ўсталяваны слоўнік.

## Артыкул

finding-original-wording = вядомыя словы самога аўтара цытаты: «{ $wording }»
rule-original-wording = Цытата падаецца словамі самога аўтара, калі яны вядомыя, і ніколі не перакладаецца назад.
finding-boilerplate-missing = сталага тэксту «{ $name }» у гэтай мове няма; застаецца тэкст арыгінала
rule-boilerplate-missing = Сталыя тэксты пішуцца адзін раз для кожнай мовы пад назвай `boilerplate-NAME` у файле `edition.ftl`.
finding-front-matter = загаловачная частка: { $problem }
rule-front-matter = Загаловачную частку артыкула не ўдалося прачытаць як ёсць.
finding-unknown-role = часткі з назвай `{ $role }` няма
rule-unknown-role = Каментарый называе частку, якой няма; блок застаецца тым, чым яго робіць афармленне.
finding-bad-original = гэты каментарый пра арыгінальныя словы немагчыма прачытаць: { $comment }
rule-bad-original = Каментарый пра арыгінальныя словы называе мову і самі словы.
finding-picture-missing = здымка { $file } няма
rule-picture-missing = Артыкул паказвае здымак, якога няма ў праекце.
finding-tag-unknown = для тэга «{ $tag }» у гэтай мове няма варыянта
rule-tag-unknown = Тэгі перакладаюцца паводле табліцы, а не машынай.
finding-conflict-markers = у файле засталіся пазнакі канфлікту сістэмы кантролю версій
rule-conflict-markers = Зліццё не давялі да канца: у файле стаяць тры радкі-пазнакі.

## Чарнавікі, файлы сегментаў, зліццё

finding-draft-rejected = чарнавік рухавіка { $engine } не прыняты: { $reason }
rule-draft-rejected = Машынны чарнавік, які ламае будову тэксту, ніколі не прымаецца; сегмент застаецца без перакладу.
rejected-missing = адказу для гэтага сегмента не прыйшло
rejected-repeated = для гэтага сегмента прыйшло больш за адзін адказ
rejected-failed = рухавік не змог яго перакласці: { $detail }
rejected-too-long = знакаў { $characters }, а рухавік за раз прымае { $limit }
rejected-empty = чарнавік пусты
rejected-unchanged = чарнавік паўтарае арыгінал
rejected-codes = разметка не захавана: { $mark }
rejected-addresses = адрас { $address } зменены
rejected-length = у чарнавіку { $draft } знакаў, у арыгінале { $source }
rejected-paragraph = чарнавік дадае абзац
rejected-marks = рухавік пакінуў свой знак: { $mark }
rejected-chatter = рухавік размаўляе замест таго, каб перакладаць: { $words }
rejected-echo = чарнавік паўтарае пытанне
rejected-loop = чарнавік ходзіць па крузе: { $words }
rejected-rule = чарнавік парушае правіла `{ $rule }`
finding-conflict = два чалавекі пераклалі гэты сегмент па-рознаму; застаецца наш пераклад
rule-conflict = Ёсць два розныя чалавечыя пераклады аднаго сегмента; выбраць мусіць чалавек.
finding-merge-unknown = у файле ёсць сегмент, якога ў нас не было: { $unit }
rule-merge-unknown = Вернуты сегмент не адпавядае ніводнаму сказу артыкула; яго тэкст захаваны асобна.
finding-segment-unknown = у артыкуле няма сегмента { $segment }
rule-segment-unknown = Названы сегмент, якога ў артыкуле няма.
finding-draft-unit = чарнавік { $unit } не належыць ніводнаму сегменту
rule-draft-unit = У файле машынных чарнавікоў названы сегмент, якога ў нас няма.
finding-tmx-language = запіс { $tag } памяці перакладаў не мае мовы
rule-tmx-language = Кожны запіс у памяці перакладаў называе сваю мову.
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
rule-bilingual-duplicate = Ідэнтыфікатар стаіць у файле сегментаў адзін раз.

## Праект

finding-glossary = { $problem ->
    [same-id] ідэнтыфікатар «{ $name }» ужо заняты
    [wrong-type] значэнне «{ $name }» не таго тыпу
    [syntax] гэта не правільны TOML: { $name }
    [unknown-key] невядомы ключ «{ $name }»
    [no-id] паняцце не мае ідэнтыфікатара
    [no-terms] паняцце «{ $name }» не мае ніводнага варыянта
    [bad-locale] «{ $name }» — не пазнака мовы
    [unknown-kind] невядомы від «{ $name }»
    [unknown-value] невядомае значэнне «{ $name }»
    [empty] значэнне «{ $name }» пустое
    [unknown-class] невядомы клас «{ $name }» у «{ $term }»
    [class-count] у класе «{ $name }» іншая колькасць слоў, чым у «{ $term }»
    [class-unfit] клас «{ $name }» не падыходзіць да «{ $term }»
    [one-form] з класам «{ $name }» усе формы «{ $term }» аднолькавыя
    [foreign-letter] у «{ $term }» ёсць літары іншага алфавіта: скланяць яго нельга
    [bad-day] «{ $name }» — не дата кшталту 2022-02-24
    [clash] «{ $name }» — адначасова правільная і забароненая форма; застаецца правільная
   *[other] «{ $name }» немагчыма прачытаць
}
rule-glossary = У файлах гласарыя толькі тое, што дазваляе іх фармат, і ніводная форма не бывае адначасова правільнай і забароненай.
finding-unreadable = гэта немагчыма прачытаць: { $problem }
rule-unreadable = Файл або яго частку не ўдалося прачытаць; астатняе выкарыстана.
finding-ignore-unused = гэтае выключэнне для `{ $name }` нічому не адпавядае
rule-ignore-unused = Выключэнне ў наладах праекта, якому не адпавядае ніводная заўвага, можна прыбраць.

## Гласарый цалкам і гласарыі іншых праграм

finding-glossary-import = { $problem ->
    [same-id] ідэнтыфікатар «{ $name }» ужо ёсць: { $first }
    [other-content] у гласарыі праекта ёсць «{ $name }» з іншым зместам: { $first }; застаецца той
    [no-header] першы радок не называе слупкоў
    [unknown-column] слупок «{ $name }» невядомы і не бярэцца
    [same-column] слупок «{ $name }» стаіць двойчы; лічыцца першы
    [unclosed] двукоссе не закрыта
    [too-many-cells] у радку ячэек: { $name }, больш, чым слупкоў; ён не бярэцца
    [no-id] няма ідэнтыфікатара; гэта не бярэцца
    [no-terms] «{ $name }» не мае ніводнага варыянта; гэта не бярэцца
    [unknown-kind] невядомы від «{ $name }»
    [bad-day] «{ $name }» — не дзень накшталт 2022-02-24
    [formula] «{ $name }» падобна на формулу табліцы
    [not-parallel] у «{ $name }» больш частак, чым варыянтаў
    [options] «{ $name }» немагчыма прачытаць
    [no-language] у раздзела няма прыдатнага тэга мовы: «{ $name }»; ён не бярэцца
    [unknown-status] невядомы статус «{ $name }»; варыянт дапускаецца
    [bad-line] у радку няма перакладу; ён не бярэцца
   *[other] «{ $name }» немагчыма прачытаць
}
rule-glossary-import = Гласарый іншай праграмы бярэцца, наколькі яго можна прачытаць, і ніколі не паверх таго, што ёсць.
finding-glossary-lint = { $problem ->
    [same-wording] «{ $name }» — таксама варыянт «{ $other }» ({ $first }) таго ж віду
    [missing-locale] «{ $name }» не мае варыянта ў { $tag }
    [foreign-letters] у «{ $name }» ёсць літары, якіх няма ў { $tag }: { $letters }
    [mixed-scripts] у «{ $name }» змешаны літары розных алфавітаў
    [unused] «{ $name }» няма ні ў адным артыкуле
    [never-translated] «{ $name }» ёсць у артыкуле, але няма ні ў адным выданні на { $tag }
    [cycle] паняцце ў выніку вядзе да самога сябе: { $name }
    [unknown-successor] яго месца заняло «{ $name }», чаго няма
    [days] дзейнічае з { $name }, але толькі да { $other }
    [unknown-choice] налады выбіраюць «{ $name }», чаго няма ў гласарыі
    [choice-refused] налады забараняюць «{ $name }», а гэта пажаданы варыянт
   *[other] «{ $name }» супярэчыць астатняму
}
rule-glossary-lint = Гласарый не супярэчыць сам сабе: адзін варыянт — адно паняцце аднаго віду, у кожнай мове, яе ўласнымі літарамі.
