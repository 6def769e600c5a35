# Сталыя словы версіі на гэтай мове. Уласны файл праекта `locales/be/edition.ftl` замяняе любое з іх.

## Хто напісаў і пераклаў

edition-byline = Тэкст: { $author }
edition-translated-from = { $language ->
    [en] Пераклад з англійскай
    [be] Пераклад з беларускай
    [ru] Пераклад з рускай
    [uk] Пераклад з украінскай
   *[other] Пераклад
}
edition-translator = Пераклад: { $translator }

## Даты і паходжанне

edition-originally-published = Арыгінал апублікаваны { $date }
edition-original = Чытаць арыгінал
edition-correction = Выпраўленне
edition-correction-of = Выпраўленне ад { $date }
edition-withdrawn = Гэты артыкул адкліканы
edition-withdrawn-on = Гэты артыкул адкліканы { $date }

## Стан

edition-draft-notice = Гэта чарнавік: пераклад не зацверджаны, і публікаваць яго нельга.
edition-missing = яшчэ не перакладзена
edition-stale = састарэла
edition-draft = чарнавік
edition-finding = заўвага
edition-legend = Што значаць пазнакі
edition-legend-missing = { $count ->
    [one] { $count } сказ пададзены на мове арыгінала
    [few] { $count } сказы пададзены на мове арыгінала
   *[many] { $count } сказаў пададзена на мове арыгінала
}
edition-legend-stale = { $count ->
    [one] { $count } сказ: арыгінал змяніўся пасля перакладу
    [few] { $count } сказы: арыгінал змяніўся пасля перакладу
   *[many] { $count } сказаў: арыгінал змяніўся пасля перакладу
}
edition-legend-draft = { $count ->
    [one] { $count } сказ: яго ніхто не правяраў
    [few] { $count } сказы: іх ніхто не правяраў
   *[many] { $count } сказаў: іх ніхто не правяраў
}
edition-legend-finding = { $count ->
    [one] { $count } сказ: да яго ёсць заўвагі праверкі
    [few] { $count } сказы: да іх ёсць заўвагі праверкі
   *[many] { $count } сказаў: да іх ёсць заўвагі праверкі
}
edition-legend-below = { $count ->
    [one] { $count } сказ без пазнакі: другі чалавек яго яшчэ не зацвердзіў
    [few] { $count } сказы без пазнакі: другі чалавек іх яшчэ не зацвердзіў
   *[many] { $count } сказаў без пазнакі: другі чалавек іх яшчэ не зацвердзіў
}

## Вакол артыкула

edition-languages = Чытаць на іншых мовах
edition-footnote-back = Назад да тэксту
edition-tags = Тэгі
edition-licence = Ліцэнзія: { $licence }

## Сталыя тэксты, якія выклікае `<!-- role: boilerplate NAME -->`

boilerplate-donate = Гэты артыкул можна бясплатна чытаць і вольна перадрукоўваць, і так будзе надалей. Калі ён быў вам карысны, падтрымайце, калі ласка, рэдакцыю, дзякуючы якой вы яго прачыталі.
