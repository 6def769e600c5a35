# Сталі слова версії цією мовою. Власний файл проєкту `locales/uk/edition.ftl` замінює будь-яке з них.

## Хто написав і переклав

edition-byline = Текст: { $author }
edition-author = Автор
edition-translated-from = { $language ->
    [en] Переклад з англійської
    [be] Переклад з білоруської
    [ru] Переклад з російської
    [uk] Переклад з української
   *[other] Переклад
}
edition-translator = Переклад: { $translator }
edition-translation-reviewed = Редагування: { $editor }
edition-machine-draft = Машинна чернетка ({ $engine }), виправлена людьми
edition-bio = Про автора

## Світлини

edition-credit = Фото: { $name }

## Дати й походження

edition-published = Опубліковано { $date }
edition-updated = Оновлено { $date }
edition-translated-on = Перекладено { $date }
edition-originally-published = Оригінал опубліковано { $date }
edition-original = Читати оригінал

## Стан

edition-draft = Чернетка
edition-draft-notice = Це чернетка: переклад не затверджено, і публікувати його не можна.
edition-missing = ще не перекладено
edition-stale = оригінал відтоді змінився

## Навколо статті

edition-languages = Читати іншими мовами
language-name = { $language ->
    [en] англійська
    [be] білоруська
    [ru] російська
    [uk] українська
   *[other] { $language }
}
edition-tags = Теги
edition-contents = Зміст
edition-notes = Примітки
edition-footnote-back = назад до тексту
edition-licence = Ліцензія: { $licence }
edition-share = Поділитися
edition-table = Таблиця
edition-skip = Перейти до статті

## Сталі тексти, які викликає `<!-- role: boilerplate NAME -->`

boilerplate-donate = Цю статтю можна безкоштовно читати й вільно передруковувати, і так буде надалі. Якщо вона була вам корисна, підтримайте, будь ласка, редакцію, завдяки якій ви її прочитали.
