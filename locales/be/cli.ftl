# Што праграма кажа ў тэрмінале і справаздачах. Лік $count выбірае форму множнага ліку.

## Словы вакол сказанага

word-error = памылка
word-warning = папярэджанне
word-hint = падказка
word-note = заўвага
word-line = радок { $line }
word-none = няма
word-yes = так
word-no = не
more = яшчэ { $count }
wrote = запісаны файл { $file }
would-write = быў бы запісаны файл { $file }
unchanged = без змен: { $file }
removed = выдалены файл { $file }

## Колькасць

count-segments = { $count ->
    [one] { $count } сегмент
    [few] { $count } сегменты
   *[many] { $count } сегментаў
}
count-words = { $count ->
    [one] { $count } слова
    [few] { $count } словы
   *[many] { $count } слоў
}
count-characters = { $count ->
    [one] { $count } знак
    [few] { $count } знакі
   *[many] { $count } знакаў
}
count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файлы
   *[many] { $count } файлаў
}
count-articles = { $count ->
    [one] { $count } артыкул
    [few] { $count } артыкулы
   *[many] { $count } артыкулаў
}
count-editions = { $count ->
    [one] { $count } версія
    [few] { $count } версіі
   *[many] { $count } версій
}
count-findings = { $count ->
    [one] { $count } заўвага
    [few] { $count } заўвагі
   *[many] { $count } заўваг
}
count-concepts = { $count ->
    [one] { $count } паняцце
    [few] { $count } паняцці
   *[many] { $count } паняццяў
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
state-reviewed = вычытана
state-final = зацверджана

usage-preferred = асноўны
usage-admitted = дапушчальны
usage-deprecated = састарэлы
usage-forbidden = забаронены

## Вынік запуску

summary-article = артыкул
summary-locale = мова
summary-segments = сегменты
summary-words = словы
summary-missing = без перакладу
summary-draft = чарнавікі
summary-stale = састарэла
summary-translated = перакладзена
summary-reviewed = вычытана
summary-final = зацверджана
summary-coverage = гатоўнасць
summary-findings = заўвагі
summary-files = запісаныя файлы
summary-reused = з памяці
summary-total = разам
summary-finished = скончана: { $count ->
    [one] гатовая { $count } версія
    [few] гатовыя { $count } версіі
   *[many] гатова { $count } версій
}
summary-nothing-to-do = няма чаго рабіць
summary-unfinished = не скончана: без перакладу { $count ->
    [one] застаўся { $count } сегмент
    [few] засталіся { $count } сегменты
   *[many] засталося { $count } сегментаў
}; усё зробленае захавана
summary-interrupted = перапынена; усё зробленае захавана
summary-no-findings = заўваг няма
summary-gate-failed = { $count ->
    [one] { $count } заўвага ўзроўню «{ $severity }» або вышэй
    [few] { $count } заўвагі ўзроўню «{ $severity }» або вышэй
   *[many] { $count } заўваг узроўню «{ $severity }» або вышэй
}
summary-gate-passed = няма заўваг узроўню «{ $severity }» або вышэй
summary-ignored = { $count ->
    [one] { $count } заўвага прапушчана паводле налад праекта
    [few] { $count } заўвагі прапушчаны паводле налад праекта
   *[many] { $count } заўваг прапушчана паводле налад праекта
}
summary-baseline = { $count ->
    [one] { $count } заўвага вядомая раней
    [few] { $count } заўвагі вядомыя раней
   *[many] { $count } заўваг вядома раней
}
summary-draft-edition = гэтая версія — чарнавік: { $count ->
    [one] { $count } сегмент не зацверджаны
    [few] { $count } сегменты не зацверджаны
   *[many] { $count } сегментаў не зацверджана
}
summary-sent = адпраўлена ў { $engine }: { $count ->
    [one] { $count } знак
    [few] { $count } знакі
   *[many] { $count } знакаў
}
summary-would-send = было б адпраўлена ў { $engine }: { $count ->
    [one] { $count } знак
    [few] { $count } знакі
   *[many] { $count } знакаў
}
summary-from-ledger = { $count ->
    [one] { $count } адказ ужо аплачаны і выкарыстаны зноў
    [few] { $count } адказы ўжо аплачаны і выкарыстаны зноў
   *[many] { $count } адказаў ужо аплачана і выкарыстана зноў
}
ledger-in-doubt = { $count ->
    [one] { $count } запыт застаўся без адказу; магчыма, ён аплачаны; ён пасылаецца зноў
    [few] { $count } запыты засталіся без адказу; магчыма, яны аплачаны; яны пасылаюцца зноў
   *[many] { $count } запытаў засталіся без адказу; магчыма, яны аплачаны; яны пасылаюцца зноў
}

## Ход працы

progress-reading = чытаецца { $file }
progress-fetching = спампоўваецца { $url }
progress-translating = пераклад: { $done } з { $total }
progress-checking = праверка: { $done } з { $total }
progress-building = зборка: { $done } з { $total }
progress-waiting = { $engine } заняты; наступная спроба праз { $seconds } с
progress-offline = па-за сеткай: ніводзін рухавік не апытваецца

## import

import-article = { $title }: { $count ->
    [one] { $count } слова
    [few] { $count } словы
   *[many] { $count } слоў
}
import-left-out = { $count ->
    [one] адкінута { $count } частка старонкі
    [few] адкінуты { $count } часткі старонкі
   *[many] адкінута { $count } частак старонкі
}
import-nothing-left-out = нічога не адкінута
import-line = радок { $line }: { $reason }: { $text }
import-no-article = на гэтай старонцы артыкула не знойдзена
import-check = параўнайце артыкул са старонкай, перш чым перакладаць
import-reason-loading = запаўняльнік загрузкі
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
import-reason-date = дата, захавана ў загаловачнай частцы
import-reason-hidden = схаваны элемент
import-reason-control = кнопка або форма
import-reason-aside = блок збоку ад артыкула
import-reason-footer = ніз старонкі
import-reason-header = верх старонкі
import-reason-embedded = замена ўбудаванага аб’екта
import-reason-picture = здымак без вядомага адраса
import-reason-outside = па-за артыкулам

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
merge-stale = { $count ->
    [one] { $count } праўка датычыць змененага сказа; яна захавана як састарэлая
    [few] { $count } праўкі датычаць змененых сказаў; яны захаваны як састарэлыя
   *[many] { $count } правак датычаць змененых сказаў; яны захаваны як састарэлыя
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
merge-not-returned = { $count ->
    [one] { $count } сегмент не вярнуўся
    [few] { $count } сегменты не вярнуліся
   *[many] { $count } сегментаў не вярнулася
}
merge-nothing = правак няма

## approve

approve-raised = { $count ->
    [one] { $count } сегмент атрымаў стан «{ $state }»
    [few] { $count } сегменты атрымалі стан «{ $state }»
   *[many] { $count } сегментаў атрымалі стан «{ $state }»
}
approve-already = { $count ->
    [one] { $count } сегмент ужо меў яго
    [few] { $count } сегменты ўжо мелі яго
   *[many] { $count } сегментаў ужо мелі яго
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
approve-nothing = няма чаго зацвярджаць

## status

status-heading = Стан перакладаў
status-final = зацверджана: можна публікаваць
status-open = { $count ->
    [one] { $count } сегмент не зацверджаны
    [few] { $count } сегменты не зацверджаны
   *[many] { $count } сегментаў не зацверджана
}
status-no-articles = артыкулаў яшчэ няма: пакладзіце артыкул у { $folder } або імпартуйце яго
status-not-built = яшчэ не сабрана
status-outdated = сабрана да апошняй змены
build-refused = { $count ->
    [one] не сабрана: { $count } сегмент не дайшоў да патрэбнага стану
    [few] не сабрана: { $count } сегменты не дайшлі да патрэбнага стану
   *[many] не сабрана: { $count } сегментаў не дайшлі да патрэбнага стану
}
build-refused-hint = перакладзіце або зацвердзіце іх або збярыце чарнавік з `--allow-missing`
diff-no-drafts = машынных чарнавікоў у { $file } няма

## doctor

doctor-heading = Што ёсць у гэтай усталёўцы і праекце
doctor-user-settings = налады карыстальніка: { $path }
doctor-project = праект: { $path }
doctor-no-project = тут няма праекта: яго створыць `tolmach init`
doctor-articles = артыкулы: { $count }
doctor-locale = мова { $locale }: { $name }
doctor-locale-unknown = мова { $locale }: профілю няма; дзейнічаюць агульныя правілы
doctor-backend = рухавік { $name }: гатовы
doctor-backend-no-key = рухавік { $name }: няма ключа; задайце { $variable }
doctor-backend-away = рухавік { $name }: недаступны
doctor-no-backend = рухавік не зададзены; `run` перакладае толькі з памяці
doctor-glossary = гласарый: { $count ->
    [one] { $count } паняцце
    [few] { $count } паняцці
   *[many] { $count } паняццяў
}
doctor-lock-fresh = замацаваныя формы супадаюць з тымі, што даюць правілы
doctor-lock-stale = замацаваныя формы разыходзяцца з тымі, што даюць правілы; гл. `tolmach glossary forms`
doctor-dictionary = слоўнік для { $locale }: { $path }
doctor-no-dictionary = слоўнік для { $locale }: няма; праверкі працуюць і без яго
doctor-program = { $program }: ёсць
doctor-no-program = { $program }: не ўсталявана
doctor-well = усё добра
doctor-problems = { $count ->
    [one] { $count } праблема
    [few] { $count } праблемы
   *[many] { $count } праблем
}

## init

init-created = створаны файл { $file }
init-kept = пакінуты файл { $file }
init-done = праект гатовы
init-next = далей: пакладзіце артыкул у { $folder } і выканайце `tolmach run`
init-exists = тут ужо ёсць праект

## explain, glossary, налады

explain-unknown = няма правіла `{ $rule }`
explain-rules = правілы
explain-severity = вага: { $severity }
explain-good = добра
explain-bad = дрэнна
glossary-valid = гласарый правільны
glossary-forms-same = ніводная форма не змянілася
glossary-forms-changed = { $count ->
    [one] змянілася { $count } форма
    [few] змяніліся { $count } формы
   *[many] змянілася { $count } форм
}
glossary-locked = замацавана ў { $file }
setting-flag = ключ каманднага радка
setting-environment = асяроддзе
setting-project = праект
setting-user = налады карыстальніка
setting-default = прадвызначана

## Гласарый у артыкулах

glossary-report-title = Гласарый у артыкулах
glossary-report-concept = паняцце
glossary-report-required = патрабуецца
glossary-report-forms = знойдзеныя формы
glossary-report-forbidden = забароненыя варыянты
glossary-report-coverage = ахоп
glossary-report-unused = не ўжываюцца
glossary-report-pass = пройдзена
glossary-report-fail = не пройдзена

## glossary

glossary-imported = новых { $new ->
    [one] { $new } паняцце
    [few] { $new } паняцці
   *[many] { $new } паняццяў
}, ужо было { $same }: { $file }
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
