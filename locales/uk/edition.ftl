# Сталі слова версії цією мовою. Власний файл проєкту `locales/uk/edition.ftl` замінює будь-яке з них.

## Хто написав і переклав

edition-byline = Текст: { $author }
edition-translated-from = { $language ->
    [en] Переклад з англійської
    [be] Переклад з білоруської
    [ru] Переклад з російської
    [uk] Переклад з української
   *[other] Переклад
}
edition-translator = Переклад: { $translator }

## Дати й походження

edition-originally-published = Оригінал опубліковано { $date }
edition-original = Читати оригінал

## Стан

edition-draft-notice = Це чернетка: переклад не затверджено, і публікувати його не можна.
edition-missing = ще не перекладено

## Навколо статті

edition-languages = Читати іншими мовами
edition-tags = Теги
edition-licence = Ліцензія: { $licence }

## Сталі тексти, які викликає `<!-- role: boilerplate NAME -->`

boilerplate-donate = Цю статтю можна безкоштовно читати й вільно передруковувати, і так буде надалі. Якщо вона була вам корисна, підтримайте, будь ласка, редакцію, завдяки якій ви її прочитали.
