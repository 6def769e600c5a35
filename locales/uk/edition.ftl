# Сталі слова версії цією мовою. Власний файл проєкту `locales/uk/edition.ftl` замінює будь-яке з них.

## Хто написав і переклав

edition-byline = Текст: { $author }
edition-translated-from = { $language ->
    [en] Переклад з англійської
    [be] Переклад з білоруської
    [ru] Переклад з російської
    [uk] Переклад з української
   *[other] Переклад
}
edition-translator = Переклад: { $translator }

## Дати й походження

edition-originally-published = Оригінал опубліковано { $date }
edition-original = Читати оригінал
edition-correction = Виправлення
edition-correction-of = Виправлення від { $date }
edition-withdrawn = Цю статтю відкликано
edition-withdrawn-on = Цю статтю відкликано { $date }

## Стан

edition-draft-notice = Це чернетка: переклад не затверджено, і публікувати його не можна.
edition-missing = ще не перекладено
edition-stale = застаріло
edition-draft = чернетка
edition-finding = зауваження
edition-legend = Що означають позначки
edition-legend-missing = { $count ->
    [one] { $count } речення подано мовою оригіналу
    [few] { $count } речення подано мовою оригіналу
   *[many] { $count } речень подано мовою оригіналу
}
edition-legend-stale = { $count ->
    [one] { $count } речення: оригінал змінився після перекладу
    [few] { $count } речення: оригінал змінився після перекладу
   *[many] { $count } речень: оригінал змінився після перекладу
}
edition-legend-draft = { $count ->
    [one] { $count } речення: його ніхто не перевіряв
    [few] { $count } речення: їх ніхто не перевіряв
   *[many] { $count } речень: їх ніхто не перевіряв
}
edition-legend-finding = { $count ->
    [one] { $count } речення: до нього є зауваження перевірки
    [few] { $count } речення: до них є зауваження перевірки
   *[many] { $count } речень: до них є зауваження перевірки
}
edition-legend-below = { $count ->
    [one] { $count } речення без позначки: друга людина його ще не затвердила
    [few] { $count } речення без позначок: друга людина їх ще не затвердила
   *[many] { $count } речень без позначок: друга людина їх ще не затвердила
}

## Навколо статті

edition-languages = Читати іншими мовами
edition-footnote-back = Назад до тексту
edition-tags = Теги
edition-licence = Ліцензія: { $licence }

## Сталі тексти, які викликає `<!-- role: boilerplate NAME -->`

boilerplate-donate = Цю статтю можна безкоштовно читати й вільно передруковувати, і так буде надалі. Якщо вона була вам корисна, підтримайте, будь ласка, редакцію, завдяки якій ви її прочитали.
