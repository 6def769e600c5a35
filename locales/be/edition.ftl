# Сталыя словы версіі на гэтай мове. Уласны файл праекта `locales/be/edition.ftl` замяняе любое з іх.

## Хто напісаў і пераклаў

edition-byline = Тэкст: { $author }
edition-author = Аўтар
edition-translated-from = { $language ->
    [en] Пераклад з англійскай
    [be] Пераклад з беларускай
    [ru] Пераклад з рускай
    [uk] Пераклад з украінскай
   *[other] Пераклад
}
edition-translator = Пераклад: { $translator }
edition-translation-reviewed = Рэдагаванне: { $editor }
edition-machine-draft = Машынны чарнавік ({ $engine }), выпраўлены людзьмі
edition-bio = Пра аўтара

## Здымкі

edition-credit = Фота: { $name }

## Даты і паходжанне

edition-published = Апублікавана { $date }
edition-updated = Абноўлена { $date }
edition-translated-on = Перакладзена { $date }
edition-originally-published = Арыгінал апублікаваны { $date }
edition-original = Чытаць арыгінал

## Стан

edition-draft = Чарнавік
edition-draft-notice = Гэта чарнавік: пераклад не зацверджаны, і публікаваць яго нельга.
edition-missing = яшчэ не перакладзена
edition-stale = арыгінал з таго часу змяніўся

## Вакол артыкула

edition-languages = Чытаць на іншых мовах
language-name = { $language ->
    [en] англійская
    [be] беларуская
    [ru] руская
    [uk] украінская
   *[other] { $language }
}
edition-tags = Тэгі
edition-contents = Змест
edition-notes = Заўвагі
edition-footnote-back = назад да тэксту
edition-licence = Ліцэнзія: { $licence }
edition-share = Падзяліцца
edition-table = Табліца
edition-skip = Перайсці да артыкула

## Сталыя тэксты, якія выклікае `<!-- role: boilerplate NAME -->`

boilerplate-donate = Гэты артыкул можна бясплатна чытаць і вольна перадрукоўваць, і так будзе надалей. Калі ён быў вам карысны, падтрымайце, калі ласка, рэдакцыю, дзякуючы якой вы яго прачыталі.
