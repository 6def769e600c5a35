# Што праграма кажа ў тэрмінале і справаздачах. Лік $count выбірае форму множнага ліку.

## Словы вакол сказанага

word-error = памылка
word-hint = падказка
word-line = радок { $line }
wrote = запісаны файл { $file }
unchanged = без змен: { $file }
removed = выдалены файл { $file }
moved = файл { $from } цяпер называецца { $to }

## Колькасць

count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файлы
   *[many] { $count } файлаў
}

## Вага заўваг, стан, ужыванне

severity-neutral = парада
severity-minor = дробная
severity-major = сур’ёзная
severity-critical = крытычная

state-missing = няма перакладу
state-draft = чарнавік
state-stale = састарэла
state-initial = не перакладзена
state-translated = перакладзена
state-reviewed = праверана
state-final = зацверджана

usage-preferred = асноўны
usage-admitted = дапушчальны
usage-deprecated = састарэлы
usage-forbidden = забаронены
derived-adjective = прыметнік
derived-inhabitant = жыхар

## Вынік запуску

summary-article = артыкул
summary-locale = мова
summary-segments = сегменты
summary-words = словы
summary-missing = без перакладу
summary-draft = чарнавікі
summary-stale = састарэла
summary-translated = перакладзена
summary-reviewed = праверана
summary-final = зацверджана
summary-coverage = гатоўнасць
summary-findings = заўвагі
summary-files = запісаныя файлы
summary-finished = скончана: { $count ->
    [one] гатовая { $count } версія
    [few] гатовыя { $count } версіі
   *[many] гатова { $count } версій
}
exit-findings = не ўсё ў парадку: падрабязнасці — у вывадзе каманды
exit-refused = не ўсе ўваходныя даныя ўдалося апрацаваць: падрабязнасці — у вывадзе каманды
exit-unfinished = зроблена не ўсё: запусціце каманду яшчэ раз, каб скончыць
kin-missing = { $locale }: { $count ->
    [one] { $count } сказ застаўся без чарнавіка ад `{ $engine }`: яго тэкст у версіі `{ $from }` не правераны
    [few] { $count } сказы засталіся без чарнавікоў ад `{ $engine }`: іх тэкст у версіі `{ $from }` не правераны
   *[many] { $count } сказаў засталося без чарнавікоў ад `{ $engine }`: іх тэкст у версіі `{ $from }` не правераны
}
kin-unknown = { $locale }: { $count ->
    [one] { $count } слова, якога перакладчык не ведае, засталося без перакладу; яно названа ў нататцы да сказа
    [few] { $count } словы, якіх перакладчык не ведае, засталіся без перакладу; яны названы ў нататках да сказаў
   *[many] { $count } слоў, якіх перакладчык не ведае, засталося без перакладу; яны названы ў нататках да сказаў
}
kin-changed = { $locale }: { $count ->
    [one] { $count } слова зменена толькі паводле адпаведнасці літар; яно названа ў нататцы да сказа
    [few] { $count } словы зменены толькі паводле адпаведнасці літар; яны названы ў нататках да сказаў
   *[many] { $count } слоў зменена толькі паводле адпаведнасці літар; яны названы ў нататках да сказаў
}
kin-no-dictionary = { $locale }: арфаграфічны слоўнік не ўсталяваны, таму паводле адпаведнасці літар нічога не зменена
left-out = { $locale }: { $count ->
    [one] { $count } сказ перададзены
    [few] { $count } сказы перададзены
   *[many] { $count } сказаў перададзена
} не з усімі звесткамі, бо больш рухавік не прымае; прапушчана тэрмінаў: { $terms }
drafted-terms = { $locale }: тэрміны ў новых чарнавіках ужыты паводле гласарыя: { $found } з { $uses }
drafted-terms-changed = { $locale }: { $count ->
    [one] выпраўлена { $count } форма тэрміна; яна названа ў нататцы да сказа
    [few] выпраўлены { $count } формы тэрмінаў; яны названы ў нататках да сказаў
   *[many] выпраўлена { $count } форм тэрмінаў; яны названы ў нататках да сказаў
}
drafts-refused = { $count ->
    [one] { $count } сказ застаўся без перакладу: яго чарнавік не прыняты
    [few] { $count } сказы засталіся без перакладу: іх чарнавікі не прыняты
   *[many] { $count } сказаў засталося без перакладу: іх чарнавікі не прыняты
}
summary-not-ready = { $count ->
    [one] не гатовая { $count } версія
    [few] не гатовыя { $count } версіі
   *[many] не гатова { $count } версій
}: { $open }
summary-unseen = { $count ->
    [one] { $count } пераклад захаваў свой стан: яго сказ змяніўся непрыкметна для чытача
    [few] { $count } пераклады захавалі свой стан: іх сказы змяніліся непрыкметна для чытача
   *[many] { $count } перакладаў захавалі свой стан: іх сказы змяніліся непрыкметна для чытача
}
open-missing = { $count ->
    [one] { $count } сказ без перакладу
    [few] { $count } сказы без перакладу
   *[many] { $count } сказаў без перакладу
}
open-stale = { $count ->
    [one] { $count } састарэлы сказ
    [few] { $count } састарэлыя сказы
   *[many] { $count } састарэлых сказаў
}
open-draft = { $count ->
    [one] { $count } чарнавік
    [few] { $count } чарнавікі
   *[many] { $count } чарнавікоў
}
open-below = { $count ->
    [one] { $count } сказ не зацверджаны
    [few] { $count } сказы не зацверджаны
   *[many] { $count } сказаў не зацверджана
}
open-finding = { $count ->
    [one] заўвагі ў { $count } месцы
    [few] заўвагі ў { $count } месцах
   *[many] заўвагі ў { $count } месцах
}
summary-interrupted = перарвана; усё зробленае захавана
explain-nothing = { $article } { $locale }: ніводзін рухавік не атрымаў бы запытаў
interrupt-waits = праца спыняецца, засталося дачакацца адказаў на ўжо адпраўленыя запыты; націсніце `Ctrl-C` яшчэ раз, каб абарваць іх адразу
interrupt-at-once = спынена адразу; за запыты без адказу, магчыма, ужо ўзялі плату; усё зробленае захавана
summary-no-findings = заўваг няма
summary-gate-failed = { $count ->
    [one] { $count } заўвага ўзроўню «{ $severity }» або вышэй
    [few] { $count } заўвагі ўзроўню «{ $severity }» або вышэй
   *[many] { $count } заўваг узроўню «{ $severity }» або вышэй
}
since-left-out = { $count ->
    [one] { $count } заўвага не паказана: там нічога не змянілася пасля `{ $revision }`
    [few] { $count } заўвагі не паказаны: там нічога не змянілася пасля `{ $revision }`
   *[many] { $count } заўваг не паказана: там нічога не змянілася пасля `{ $revision }`
}
baseline-hidden = { $count ->
    [one] { $count } заўвага не паказана, бо ўжо ёсць у { $file }
    [few] { $count } заўвагі не паказаны: яны ёсць у { $file }
   *[many] { $count } заўваг не паказана: яны ёсць у { $file }
}
baseline-gone = { $count ->
    [one] { $count } заўвагі з { $file } больш няма: прыбраць адтуль можна з дапамогай `--update-baseline`
    [few] { $count } заўваг з { $file } больш няма: іх прыбярэ адтуль `--update-baseline`
   *[many] { $count } заўваг з { $file } больш няма: іх прыбярэ адтуль `--update-baseline`
}
baseline-written = { $count ->
    [one] у { $file } { $count } заўвага
    [few] у { $file } { $count } заўвагі
   *[many] у { $file } { $count } заўваг
}
baseline-incomplete = { $file } пакінуты без змен: праверыць удалося не ўсё
baseline-renamed = у спісе вядомых заўваг `{ $file }` ёсць файлы са старой назвай: нанова яго запіша `tolmach check --baseline { $file } --update-baseline`
check-waived = { $count ->
    [one] { $count } заўвага знята
    [few] { $count } заўвагі зняты
   *[many] { $count } заўваг знята
}
waived = знята: { $finding }
lock-unheld = { $file } нельга замкнуць ({ $reason }): нішто не перашкодзіць іншаму tolmach пісаць сюды ў той самы час
saved-meanwhile = { $count ->
    [0] { $file }: пакуль tolmach працаваў, хтосьці захаваў гэты файл; у ім ёсць змены з абодвух бакоў
    [one] { $file }: пакуль tolmach працаваў, хтосьці захаваў гэты файл; у ім ёсць змены з абодвух бакоў, а { $count } сегмент, зменены двойчы, пакінуты такім, як яго захаваў чалавек
    [few] { $file }: пакуль tolmach працаваў, хтосьці захаваў гэты файл; у ім ёсць змены з абодвух бакоў, а { $count } сегменты, змененыя двойчы, пакінуты такімі, як іх захаваў чалавек
   *[many] { $file }: пакуль tolmach працаваў, хтосьці захаваў гэты файл; у ім ёсць змены з абодвух бакоў, а { $count } сегментаў, змененых двойчы, пакінута такімі, як іх захаваў чалавек
}
orphan-used = { $count ->
    [one] { $file }: артыкул перайменаваны, і { $count } пераклад адсюль служыць памяццю; усё астатняе пераносіць `{ $command }`
    [few] { $file }: артыкул перайменаваны, і { $count } пераклады адсюль служаць памяццю; усё астатняе пераносіць `{ $command }`
   *[many] { $file }: артыкул перайменаваны, і { $count } перакладаў адсюль служаць памяццю; усё астатняе пераносіць `{ $command }`
}
ledger-in-doubt = { $count ->
    [one] { $count } запыт застаўся без адказу; магчыма, за яго ўжо ўзялі плату; ён адпраўляецца зноў
    [few] { $count } запыты засталіся без адказу; магчыма, за іх ужо ўзялі плату; яны адпраўляюцца зноў
   *[many] { $count } запытаў засталося без адказу; магчыма, за іх ужо ўзялі плату; яны адпраўляюцца зноў
}
engine-pause = { $engine } просіць зрабіць паўзу: запыты чакаюць { $seconds } с
engine-passed-on = { $error }; астатнія сказы перакладае наступны рухавік
engine-foreseen = { $error }; гэта важна там, дзе папярэднія рухавікі не дадуць чарнавіка
ledger-damaged = { $file }: { $count ->
    [one] { $count } радок ({ $line }) не чытаецца
    [few] { $count } радкі не чытаюцца, першы з іх — { $line }
   *[many] { $count } радкоў не чытаюцца, першы з іх — { $line }
}; з файла нічога не знікае, але за тое, што там было, можа спаганяцца плата яшчэ раз
cache-damaged = { $file }: файл пашкоджаны, ён ствараецца нанова
cache-other-version = { $file }: файл створаны іншай версіяй tolmach; праца ідзе без яго
cache-unreachable = Праца ідзе без захаваных вынікаў: { $cause }

bill-engine = рухавік
bill-day = дзень
bill-asked = запытаў
bill-answered = адказаў
bill-characters = знакаў да аплаты
bill-in-doubt = без адказу
bill-told = паводле рухавіка
bill-total = разам
bill-none = да рухавікоў яшчэ не звярталіся
bill-billed = да аплаты
bill-unit = адзінка
bill-unit-characters = знакі
bill-unit-tokens = токены
bill-unit-requests = запыты
bill-texts = тэкстаў
bill-characters-sent = знакаў
bill-tokens = токенаў
bill-cost = кошт
plan-none = да рухавікоў не давядзецца звяртацца
progress-pace = { $rate } за секунду, засталося { $seconds } с
progress-characters-left = { $count ->
    [one] застаўся { $count } знак
    [few] засталося { $count } знакі
   *[many] засталося { $count } знакаў
}
progress-cost-left = засталося { $amount }

## quotes

quotes-place = месца
quotes-speaker = хто кажа
quotes-language = мова арыгінала
quotes-text = цытата
quotes-none = у артыкулах няма прамых цытат

## import

import-nothing-left-out = нічога не адкінута
import-no-article = на гэтай старонцы артыкула не знойдзена
import-check = параўнайце артыкул са старонкай, перш чым перакладаць
import-drops-most = слоў звязнага тэксту: у артыкуле — { $kept }, адкінута — { $dropped }; паглядзіце, чаго не хапае ў артыкуле
import-reason-loading = запаўняльнік на час загрузкі
import-reason-navigation = навігацыя
import-reason-tags = радок тэгаў
import-reason-section = назва раздзела
import-reason-counter = лічыльнік
import-reason-share = кнопкі «падзяліцца»
import-reason-teaser = анонс, які паўтарае пачатак
import-reason-repeated-title = яшчэ раз загаловак
import-reason-repeated-byline = яшчэ раз імя аўтара
import-reason-promotion = уласная рэклама выдання
import-reason-advertisement = рэклама
import-reason-related = спасылкі на іншыя артыкулы
import-reason-consent = паведамленне пра файлы cookie
import-reason-comments = каментарыі чытачоў
import-reason-copyright = радок пра аўтарскія правы
import-reason-label = пазнака таго, што ідзе далей
import-reason-date = дата; захавана ў загаловачнай частцы
import-reason-hidden = схаваны элемент
import-reason-control = кнопка або форма
import-reason-aside = блок збоку ад артыкула
import-reason-footer = ніз старонкі
import-reason-header = верх старонкі
import-reason-embedded = замена ўбудаванага аб’екта
import-reason-picture = выява без вядомага адраса
import-reason-copy = другая копія
import-reason-outside = па-за артыкулам

## export

export-lost = фармат «{ $format }» не можа змясціць усяго, што ёсць у перакладах ({ $list }); тое, чаго ў ім няма, застаецца ў файлах сегментаў, і пры зліцці яно бярэцца адтуль
feature-state = станы
feature-approval = зацвярджэнні
feature-origin = паходжанне
feature-codes = коды ў тэксце
feature-notes = нататкі
feature-stale = ранейшыя словы змененых сказаў
feature-obsolete = пераклады сказаў, якіх ужо няма
feature-sent = звесткі пра адпраўленае

## merge

merge-untouched = { $count ->
    [one] { $count } сегмент не зменены
    [few] { $count } сегменты не зменены
   *[many] { $count } сегментаў не зменена
}
merge-edited = { $count ->
    [one] прынята { $count } праўка
    [few] прыняты { $count } праўкі
   *[many] прынята { $count } правак
}
merge-confirmed = { $count ->
    [one] пацверджаны без змен { $count } пераклад
    [few] пацверджаны без змен { $count } пераклады
   *[many] пацверджана без змен { $count } перакладаў
}
merge-placeholder = { $count ->
    [one] { $count } запаўняльнік пакінуты як ёсць: гэта не пераклад
    [few] { $count } запаўняльнікі пакінуты як ёсць: гэта не пераклад
   *[many] { $count } запаўняльнікаў пакінута як ёсць: гэта не пераклад
}
merge-withheld = { $count ->
    [one] { $count } сегмент прыняты, але не зацверджаны: да яго ёсць заўвагі
    [few] { $count } сегменты прыняты, але не зацверджаны: да іх ёсць заўвагі
   *[many] { $count } сегментаў прынята, але не зацверджана: да іх ёсць заўвагі
}
merge-stale = { $count ->
    [one] { $count } праўка датычыць змененага сказа; яна захавана як састарэлая
    [few] { $count } праўкі датычаць змененых сказаў; яны захаваны як састарэлыя
   *[many] { $count } правак датычыць змененых сказаў; яны захаваны як састарэлыя
}
merge-conflict = { $count ->
    [one] { $count } канфлікт: наш пераклад застаецца, чужы — у { $file }
    [few] { $count } канфлікты: нашы пераклады застаюцца, чужыя — у { $file }
   *[many] { $count } канфліктаў: нашы пераклады застаюцца, чужыя — у { $file }
}
merge-obsolete = { $count ->
    [one] { $count } сказа больш няма ў артыкуле; яго пераклад захаваны
    [few] { $count } сказаў больш няма ў артыкуле; іх пераклады захаваны
   *[many] { $count } сказаў больш няма ў артыкуле; іх пераклады захаваны
}
merge-unknown = { $count ->
    [one] { $count } невядомы сегмент; яго тэкст захаваны
    [few] { $count } невядомыя сегменты; іх тэксты захаваны
   *[many] { $count } невядомых сегментаў; іх тэксты захаваны
}
merge-remarks = { $count ->
    [one] дададзена { $count } новая заўвага
    [few] дададзены { $count } новыя заўвагі
   *[many] дададзена { $count } новых заўваг
}
merge-not-returned = { $count ->
    [one] { $count } сегмент не вярнуўся
    [few] { $count } сегменты не вярнуліся
   *[many] { $count } сегментаў не вярнулася
}

resolve-settled = { $count ->
    [one] { $count } канфлікт вырашаны; тэкст, які саступіў, захаваны ў нататцы
    [few] { $count } канфлікты вырашаны; тэксты, якія саступілі, захаваны ў нататках
   *[many] { $count } канфліктаў вырашана; тэксты, якія саступілі, захаваны ў нататках
}
resolve-open = { $count ->
    [one] { $count } канфлікт чакае рашэння
    [few] { $count } канфлікты чакаюць рашэння
   *[many] { $count } канфліктаў чакаюць рашэння
}
resolve-none = канфліктаў няма

## approve

approve-raised = { $count ->
    [one] { $count } сегмент цяпер у стане «{ $state }»
    [few] { $count } сегменты цяпер у стане «{ $state }»
   *[many] { $count } сегментаў цяпер у стане «{ $state }»
}
approve-already = { $count ->
    [one] { $count } сегмент ужо быў у гэтым стане
    [few] { $count } сегменты ўжо былі ў гэтым стане
   *[many] { $count } сегментаў ужо было ў гэтым стане
}
approve-left-missing = { $count ->
    [one] { $count } сегмент без перакладу пакінуты як ёсць
    [few] { $count } сегменты без перакладу пакінуты як ёсць
   *[many] { $count } сегментаў без перакладу пакінута як ёсць
}
approve-left-stale = { $count ->
    [one] { $count } састарэлы сегмент пакінуты як ёсць
    [few] { $count } састарэлыя сегменты пакінуты як ёсць
   *[many] { $count } састарэлых сегментаў пакінута як ёсць
}
approve-left-changed = { $count ->
    [one] { $count } сегмент тым часам атрымаў іншы тэкст і пакінуты як ёсць
    [few] { $count } сегменты тым часам атрымалі іншы тэкст і пакінуты як ёсць
   *[many] { $count } сегментаў тым часам атрымалі іншы тэкст і пакінуты як ёсць
}
approve-left-placeholder = { $count ->
    [one] { $count } запаўняльнік пакінуты як ёсць: гэта не пераклад
    [few] { $count } запаўняльнікі пакінуты як ёсць: гэта не пераклад
   *[many] { $count } запаўняльнікаў пакінута як ёсць: гэта не пераклад
}
approve-left-draft = { $count ->
    [one] { $count } машынны чарнавік, якога ніхто не правіў, пакінуты як ёсць
    [few] { $count } машынныя чарнавікі, якіх ніхто не правіў, пакінуты як ёсць
   *[many] { $count } машынных чарнавікоў, якіх ніхто не правіў, пакінута як ёсць
}
approve-left-finding = { $count ->
    [one] { $count } сегмент з заўвагамі пакінуты як ёсць
    [few] { $count } сегменты з заўвагамі пакінуты як ёсць
   *[many] { $count } сегментаў з заўвагамі пакінута як ёсць
}
approve-hint-placeholders = запаўняльнік зацвердзіць нельга: перакладзіце сказ самі або іншым рухавіком
approve-hint-drafts = пацвердзіце чарнавік у праграме для перакладу або зацвердзіце чарнавікі без праверкі з `--drafts`; гэта будзе запісана
approve-hint-findings = выпраўце іх (заўвагі паказвае `tolmach check`) або зацвердзіце з `--despite-findings`; гэта будзе запісана

## status

status-no-articles = артыкулаў яшчэ няма: пакладзіце артыкул у { $folder } або імпартуйце яго
status-despite-drafts = { $count ->
    [one] { $count } машынны чарнавік зацверджаны без праверкі
    [few] { $count } машынныя чарнавікі зацверджаны без праверкі
   *[many] { $count } машынных чарнавікоў зацверджана без праверкі
}
status-despite-findings = { $count ->
    [one] { $count } сегмент зацверджаны нягледзячы на заўвагі
    [few] { $count } сегменты зацверджаны нягледзячы на заўвагі
   *[many] { $count } сегментаў зацверджана нягледзячы на заўвагі
}
build-refused = { $count ->
    [one] не сабрана: { $count } сегмент не дайшоў да патрэбнага стану
    [few] не сабрана: { $count } сегменты не дайшлі да патрэбнага стану
   *[many] не сабрана: { $count } сегментаў не дайшло да патрэбнага стану
}
build-refused-hint = перакладзіце ці зацвердзіце іх (спіс пакажа `-v`) або збярыце чарнавік з `--allow-missing`
build-draft = сабрана як чарнавік: { $open }
diff-no-drafts = машынных чарнавікоў у { $file } няма

## score

score-text = тэкст
score-edition = версія
score-drafts = першыя чарнавікі
score-references = узоры
score-term-uses = тэрміны
score-term-success = правільныя тэрміны
score-consistency = адзінства тэрмінаў
score-nothing = няма чаго ацэньваць: у версіях няма перакладаў, чарнавікоў таксама няма
score-no-terms = правільныя тэрміны і іх адзінства не падлічаны: у арыгінале няма тэрмінаў ні з гласарыя, ні са спісаў
score-no-repeats = адзінства тэрмінаў не падлічана: ніводзін тэрмін не паўтараецца ў іншым сегменце
score-no-references = chrF2++, BLEU і TER не падлічаны: няма ўзораў для параўнання
score-terms-not-in-source = не ўлічана тэрмінаў: { $count } з { $all }; іх няма ў арыгінале таго ж радка

## doctor

doctor-user-settings = налады карыстальніка: { $path }
doctor-project = праект: { $path }
doctor-no-project = тут няма праекта: яго створыць `tolmach init`
doctor-articles = артыкулы: { $count }
doctor-locale = мова { $locale }: { $name }
doctor-locale-unknown = мова { $locale }: профілю няма; дзейнічаюць агульныя правілы
doctor-backend = рухавік { $name }: гатовы
doctor-glossary = гласарый: { $count ->
    [one] { $count } паняцце
    [few] { $count } паняцці
   *[many] { $count } паняццяў
}
doctor-program = { $program }: ёсць
doctor-no-program = { $program }: не ўсталявана
doctor-well = усё добра
doctor-problems = { $count ->
    [one] { $count } праблема
    [few] { $count } праблемы
   *[many] { $count } праблем
}

## Формы

case-nominative = назоўны
case-genitive = родны
case-dative = давальны
case-accusative = вінавальны
case-instrumental = творны
case-locative = месны
case-vocative = клічны
number-singular = адзіночны лік
number-plural = множны лік
gender-masculine = мужчынскі род
gender-feminine = жаночы род
gender-neuter = ніякі род
class-from-written = з гласарыя
class-from-preferred = ад асноўнага варыянта
class-from-guessed = здагадка
class-from-given = як зададзена
class-from-none = без правілаў
forms-stay = не скланяецца
forms-also = таксама: { $forms }
forms-no-lock = файла { $file } яшчэ няма
forms-write-hint = выканайце `tolmach glossary forms --write`
forms-open = { $count ->
    [one] { $count } радок форм чакае праверкі: `tolmach glossary review`
    [few] { $count } радкі форм чакаюць праверкі: `tolmach glossary review`
   *[many] { $count } радкоў форм чакаюць праверкі: `tolmach glossary review`
}
forms-wrong = { $count ->
    [one] { $count } радок форм прызнаны памылковым
    [few] { $count } радкі форм прызнаны памылковымі
   *[many] { $count } радкоў форм прызнаны памылковымі
}
review-question = Ці ўсе гэтыя формы правільныя?
review-answers = `y`: так, `n`: не, `s`: прапусціць, `q`: скончыць
review-seen = праверана раней:
review-wrong-hint = дайце гэтаму варыянту ў гласарыі іншы клас або пералічыце там яго формы
review-terminal-hint = каманда пытае толькі ў тэрмінале; без яго ўсе формы прымае `--accept-all --by NAME`
class-question-being = Ці называе «{ $name }» жывую істоту?
class-question-gender = «{ $name }» — гэта ён, яна ці яно?
class-question-declines = Ці мяняецца «{ $name }» у сказе?
class-question-adjective = Ці мяняецца «{ $name }» так, як прыметнік?
class-question-plural = Ці можа быць некалькі такіх, як «{ $name }»?
class-question-form = Як правільна скланяць «{ $name }»?
# What is typed for yes and no, in lower case.
typed-yes = так т
typed-no = не н
class-answers-yes = `y`: так, `n`: не, `s`: прапусціць, `q`: скончыць
class-answers-number = нумар радка; `s`: прапусціць, `q`: скончыць
class-written = { $locale }: у «{ $name }» цяпер клас { $class }: { $file }

## init

init-created = створаны файл { $file }
init-kept = пакінуты без змен файл { $file }
init-done = праект гатовы
init-next = далей: пакладзіце артыкул у { $folder } і выканайце `tolmach run`
init-docs = чытайце далей: `docs/getting-started.md` у зыходным кодзе tolmach; каманды пералічвае `tolmach help`, правілы — `tolmach explain`

## explain, glossary, налады

explain-severity = вага: { $severity ->
    [neutral] парада
    [minor] дробная
    [major] сур’ёзная
   *[critical] крытычная
}

## Fixes

fix-done = { $count ->
    [one] { $count } папраўка ўнесена
    [few] { $count } папраўкі ўнесены
   *[many] { $count } паправак унесена
}
fix-would = { $count ->
    [one] { $count } бясспрэчная папраўка
    [few] { $count } бясспрэчныя папраўкі
   *[many] { $count } бясспрэчных паправак
}
fix-offered = { $count ->
    [one] патрэбен чалавек: { $count } месца
    [few] патрэбен чалавек: { $count } месцы
   *[many] патрэбен чалавек: { $count } месцаў
}
fix-certain = бясспрэчна
fix-lowered = бясспрэчна; больш не праверана
fix-guess = павінен выбраць чалавек

## glossary

glossary-forms-same = ніводная форма не змянілася
glossary-forms-changed = { $count ->
    [one] змянілася { $count } форма
    [few] змяніліся { $count } формы
   *[many] змянілася { $count } форм
}
glossary-imported = новых паняццяў: { $new }, ужо было: { $same }: { $file }
glossary-added = { $name } дададзена ў { $file }
glossary-forms-made = { $locale }: «{ $name }» мае { $count ->
    [one] { $count } форму
    [few] { $count } формы
   *[many] { $count } форм
}
glossary-diff-added = дададзена: { $name }
glossary-diff-removed = прыбрана: { $name }
glossary-diff-changed = зменена: { $name }
glossary-diff-same = абодва гласарыі аднолькавыя
glossary-diff-wrong = { $count ->
    [one] { $count } сказ становіцца памылковым
    [few] { $count } сказы становяцца памылковымі
   *[many] { $count } сказаў становяцца памылковымі
}
