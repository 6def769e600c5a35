# Постоянные слова версии на этом языке. Собственный файл проекта `locales/ru/edition.ftl` заменяет любое из них.

## Кто написал и перевёл

edition-byline = Текст: { $author }
edition-translated-from = { $language ->
    [en] Перевод с английского
    [be] Перевод с белорусского
    [ru] Перевод с русского
    [uk] Перевод с украинского
   *[other] Перевод
}
edition-translator = Перевод: { $translator }

## Даты и происхождение

edition-originally-published = Оригинал опубликован { $date }
edition-original = Читать оригинал
edition-correction = Исправление
edition-correction-of = Исправление от { $date }
edition-withdrawn = Эта статья отозвана
edition-withdrawn-on = Эта статья отозвана { $date }

## Состояние

edition-draft-notice = Это черновик: перевод не утверждён, и публиковать его нельзя.
edition-missing = ещё не переведено
edition-stale = устарело
edition-draft = черновик
edition-finding = замечание
edition-legend = Что значат пометки
edition-legend-missing = { $count ->
    [one] { $count } предложение дано на языке оригинала
    [few] { $count } предложения даны на языке оригинала
   *[many] { $count } предложений дано на языке оригинала
}
edition-legend-stale = { $count ->
    [one] { $count } предложение: оригинал изменился после перевода
    [few] { $count } предложения: оригинал изменился после перевода
   *[many] { $count } предложений: оригинал изменился после перевода
}
edition-legend-draft = { $count ->
    [one] { $count } предложение: его никто не проверял
    [few] { $count } предложения: их никто не проверял
   *[many] { $count } предложений: их никто не проверял
}
edition-legend-finding = { $count ->
    [one] { $count } предложение: к нему есть замечания проверки
    [few] { $count } предложения: к ним есть замечания проверки
   *[many] { $count } предложений: к ним есть замечания проверки
}
edition-legend-below = { $count ->
    [one] { $count } предложение без пометки: второй человек его ещё не утвердил
    [few] { $count } предложения без пометок: второй человек их ещё не утвердил
   *[many] { $count } предложений без пометок: второй человек их ещё не утвердил
}

## Вокруг статьи

edition-languages = Читать на других языках
edition-footnote-back = Назад к тексту
edition-tags = Теги
edition-licence = Лицензия: { $licence }

## Постоянные тексты, которые вызывает `<!-- role: boilerplate NAME -->`

boilerplate-donate = Эту статью можно бесплатно читать и свободно перепечатывать, и так будет впредь. Если она была вам полезна, поддержите, пожалуйста, редакцию, благодаря которой вы её прочитали.
