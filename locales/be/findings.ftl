# Што сказана пра тэкст: `finding-<rule>` на месцы, `rule-<rule>` для `tolmach explain`.

## Паўната

finding-missing = няма перакладу
rule-missing = Кожны сегмент артыкула мусіць мець пераклад; сегмент без яго пазначаецца ў гатовай версіі як прапушчаны.
finding-stale = арыгінал змяніўся пасля перакладу
rule-stale = Калі сказ артыкула змяніўся, яго пераклад лічыцца састарэлым, пакуль яго не перагледзіць чалавек.
finding-untranslated = пераклад паўтарае арыгінал
rule-untranslated = Пераклад, які не адрозніваецца ад арыгінала, — не пераклад; адны толькі імёны і лікі памылкай не лічацца.
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
rule-deprecated-term = Паводле гласарыя гэты варыянт больш не ўжываецца.
finding-terminology = «{ $term }» перакладзена не як «{ $preferred }»
rule-terminology = Тэрмін арыгінала трэба перакладаць так, як у гласарыі, у любой патрэбнай форме.
finding-source-term = { $lacks ->
    [preferred] у арыгінале «{ $term }» — не варыянт рэдакцыі
   *[other] у арыгінале «{ $term }» — не варыянт рэдакцыі; пішыце «{ $preferred }»
}
rule-source-term = У самім артыкуле ўжыты варыянт, які забараняе гласарый.

## Літары і знакі

finding-foreign-letters = літары іншага алфавіта ў слове «{ $word }»: { $letters }
rule-foreign-letters = Літара, якой у мове няма, або лацінская літара, падобная да адной са сваіх.

## Артыкул

finding-original-wording = вядомыя словы самога аўтара цытаты: «{ $wording }»
rule-original-wording = Цытата падаецца словамі самога аўтара, калі яны вядомыя, і ніколі не перакладаецца назад.
finding-boilerplate-missing = сталага тэксту «{ $name }» на гэтай мове няма; застаецца тэкст арыгінала
rule-boilerplate-missing = Сталыя тэксты пішуцца адзін раз для кожнай мовы пад назвай `boilerplate-NAME` у файле `edition.ftl`.
finding-front-matter = загаловачная частка: { $problem }
rule-front-matter = Загаловачную частку артыкула не ўдалося прачытаць як ёсць.
finding-too-deep = спісы і цытаты ў тэксце ўкладзены занадта глыбока
rule-too-deep = Тэкст, у якім спісы і цытаты ўкладзены так глыбока, што чытаць яго давялося б занадта доўга, не чытаецца.
finding-unknown-role = ролі `{ $role }` няма
rule-unknown-role = Каментарый называе ролю, якой няма; блок захоўвае ролю, якую дае яму разметка.
finding-bad-original = гэты каментарый пра арыгінальныя словы немагчыма прачытаць: { $comment }
rule-bad-original = Каментарый пра арыгінальныя словы называе мову і самі словы.
finding-picture-missing = выявы { $file } няма
rule-picture-missing = У артыкуле ёсць выява, якой няма ў праекце.

## Чарнавікі, файлы сегментаў, зліццё

finding-draft-rejected = чарнавік рухавіка { $engine } не прыняты: { $reason }
rule-draft-rejected = Машынны чарнавік, які парушае структуру тэксту, ніколі не прымаецца; сегмент застаецца без перакладу.
rejected-missing = адказ для гэтага сегмента не прыйшоў
rejected-repeated = для гэтага сегмента прыйшло больш за адзін адказ
rejected-failed = рухавік не змог перакласці гэты сегмент: { $detail }
rejected-too-long = знакаў: { $characters }, а рухавік за адзін раз прымае { $limit }
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
rejected-rule = чарнавік парушае правіла `{ $rule }`
finding-merge-unknown = у файле ёсць сегмент, якога ў нас не было: { $unit }
rule-merge-unknown = Вернуты сегмент не адпавядае ніводнаму сказу артыкула; яго тэкст захаваны асобна.
finding-draft-unit = чарнавік { $unit } не належыць ніводнаму сегменту
rule-draft-unit = У файле машынных чарнавікоў названы сегмент, якога ў нас няма.
finding-tmx-language = у запісе { $tag } памяці перакладаў не пазначана мова
rule-tmx-language = У кожным запісе памяці перакладаў мусіць быць пазначана мова.
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

finding-glossary = { $problem ->
    [same-id] ідэнтыфікатар «{ $name }» ужо заняты
    [wrong-type] значэнне «{ $name }» не таго тыпу
    [syntax] гэта няправільны TOML: { $name }
    [unknown-key] невядомы ключ «{ $name }»
    [no-id] паняцце не мае ідэнтыфікатара
    [no-terms] паняцце «{ $name }» не мае ніводнага варыянта
    [bad-locale] «{ $name }» — не код мовы
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
finding-ignore-unused = гэтае выключэнне для `{ $name }` нічому не адпавядае
rule-ignore-unused = Выключэнне ў наладах праекта, якому не адпавядае ніводная заўвага, можна прыбраць.
