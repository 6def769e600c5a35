# Постоянные слова версии на этом языке. Собственный файл проекта `locales/ru/edition.ftl` заменяет любое из них.

## Кто написал и перевёл

edition-byline = Текст: { $author }
edition-author = Автор
edition-translated-from = { $language ->
    [en] Перевод с английского
    [be] Перевод с белорусского
    [ru] Перевод с русского
    [uk] Перевод с украинского
   *[other] Перевод
}
edition-translator = Перевод: { $translator }
edition-translation-reviewed = Редактура: { $editor }
edition-machine-draft = Машинный черновик ({ $engine }), исправленный людьми
edition-bio = Об авторе

## Снимки

edition-credit = Фото: { $name }

## Даты и происхождение

edition-published = Опубликовано { $date }
edition-updated = Обновлено { $date }
edition-translated-on = Переведено { $date }
edition-originally-published = Оригинал опубликован { $date }
edition-original = Читать оригинал

## Состояние

edition-draft = Черновик
edition-draft-notice = Это черновик: перевод не утверждён, и публиковать его нельзя.
edition-missing = ещё не переведено
edition-stale = оригинал с тех пор изменился

## Вокруг статьи

edition-languages = Читать на других языках
language-name = { $language ->
    [en] английский
    [be] белорусский
    [ru] русский
    [uk] украинский
   *[other] { $language }
}
edition-tags = Теги
edition-contents = Содержание
edition-notes = Примечания
edition-footnote-back = назад к тексту
edition-licence = Лицензия: { $licence }
edition-share = Поделиться
edition-table = Таблица
edition-skip = Перейти к статье

## Постоянные тексты, которые вызывает `<!-- role: boilerplate NAME -->`

boilerplate-donate = Эту статью можно бесплатно читать и свободно перепечатывать, и так будет впредь. Если она была вам полезна, поддержите, пожалуйста, редакцию, благодаря которой вы её прочитали.
