# Постоянные слова версии на этом языке. Собственный файл проекта `locales/ru/edition.ftl` заменяет любое из них.

## Кто написал и перевёл

edition-byline = Текст: { $author }
edition-translated-from = { $language ->
    [en] Перевод с английского
    [be] Перевод с белорусского
    [ru] Перевод с русского
    [uk] Перевод с украинского
   *[other] Перевод
}
edition-translator = Перевод: { $translator }

## Даты и происхождение

edition-originally-published = Оригинал опубликован { $date }
edition-original = Читать оригинал

## Состояние

edition-draft-notice = Это черновик: перевод не утверждён, и публиковать его нельзя.
edition-missing = ещё не переведено

## Вокруг статьи

edition-languages = Читать на других языках
edition-tags = Теги
edition-licence = Лицензия: { $licence }

## Постоянные тексты, которые вызывает `<!-- role: boilerplate NAME -->`

boilerplate-donate = Эту статью можно бесплатно читать и свободно перепечатывать, и так будет впредь. Если она была вам полезна, поддержите, пожалуйста, редакцию, благодаря которой вы её прочитали.
