# Сталыя словы версіі на гэтай мове. Уласны файл праекта `locales/be/edition.ftl` замяняе любое з іх.

## Хто напісаў і пераклаў

edition-byline = Тэкст: { $author }
edition-translated-from = { $language ->
    [en] Пераклад з англійскай
    [be] Пераклад з беларускай
    [ru] Пераклад з рускай
    [uk] Пераклад з украінскай
   *[other] Пераклад
}
edition-translator = Пераклад: { $translator }

## Даты і паходжанне

edition-originally-published = Арыгінал апублікаваны { $date }
edition-original = Чытаць арыгінал

## Стан

edition-draft-notice = Гэта чарнавік: пераклад не зацверджаны, і публікаваць яго нельга.
edition-missing = яшчэ не перакладзена

## Вакол артыкула

edition-languages = Чытаць на іншых мовах
edition-tags = Тэгі
edition-licence = Ліцэнзія: { $licence }

## Сталыя тэксты, якія выклікае `<!-- role: boilerplate NAME -->`

boilerplate-donate = Гэты артыкул можна бясплатна чытаць і вольна перадрукоўваць, і так будзе надалей. Калі ён быў вам карысны, падтрымайце, калі ласка, рэдакцыю, дзякуючы якой вы яго прачыталі.
