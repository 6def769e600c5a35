//! The pictures of a page, and what it says to programs.

use serde_json::{Value, json};
use tolmach::{
    edition::{House, Missing, PictureSizes, page},
    locale::Locales,
    messages::Messages,
    model::State,
    source::picture_size,
};

use super::{Edition, Site, article, assembled, house, locale, translation};

const PAIRS: [(&str, &str); 3] =
    [("The army", "Войска </script><b>"), ("Text.", "Тэкст."), ("A standfirst.", "«Падзагаловак» & больш")];

fn edition(file: &str, house: &House<'_>) -> Edition {
    let article = article(file);
    let house = House { missing: Missing::Source, ..house.clone() };
    assembled(&article, &translation(&article, "be", State::Final, &PAIRS), &house).unwrap()
}

fn site() -> Site {
    Site { name: Some("Навіны".to_owned()), base_url: Some("https://news.example".to_owned()), ..Site::default() }
}

fn rendered(edition: &Edition, sizes: &PictureSizes) -> String {
    let words = Messages::embedded(&edition.locale);
    page(edition, &[edition], Locales::embedded(), &words, &site(), sizes, None).unwrap()
}

/// The data of a page for programs.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn social_networks_get_a_bitmap_and_never_a_drawing() {
    for (front, body, image) in [
        ("social_image: a.png\nimage: b.jpg", "![x](c.webp)", Some("a.png")),
        ("image: b.JPG", "![x](c.webp)", Some("b.JPG")),
        ("image: b.svg", "![x](c.svg)\n\n![x](d.gif)\n\n![x](e.webp)\n\n![x](f.png)", Some("e.webp")),
        ("social_image: a.svg\nimage: b.svg", "![x](https://example.org/d.jpeg?w=1200)", Some("d.jpeg?w=1200")),
        ("social_image: 'javascript:a.png'", "![x](c.svg)", None),
        ("image: b.svg", "![x](c.svg)", None),
        ("image: a.png/b", "Text.", None),
    ] {
        let edition = edition(&format!("---\ntitle: The army\n{front}\n---\n{body}\n\nText.\n"), &house());
        let page = rendered(&edition, &PictureSizes::new());
        let named = page.lines().find_map(|line| line.strip_prefix("<meta property=\"og:image\" content=\""));
        let named = named.map(|rest| rest.split('"').next().unwrap().to_owned());
        let at_end = |named: &String| image.is_some_and(|image| named.ends_with(&format!("/{image}")));
        assert!(named.as_ref().map_or(image.is_none(), at_end), "{front}: {named:?}");
        assert_eq!(data(&page)["image"], image.map_or(Value::Null, |_| json!([named])), "{front}");
        // What was named for them on purpose is not passed over in silence.
        let refused = edition.findings.iter().filter(|finding| finding.id() == "picture-refused-social").count();
        let is_unusable = ["social_image: a.svg", "social_image: 'javascript:"].iter().any(|key| front.contains(key));
        assert_eq!(refused, usize::from(is_unusable), "{front}");
    }
}

#[test]
fn pictures_have_their_size_and_the_later_ones_wait_for_the_reader() {
    let body = "![a](a.png)\n\n![b](<b c.svg>)\n\n<img src=\"a.png\" width=\"10\" alt=\"\">\n\n<img src=\"d.png\" loading=\"eager\" alt=\"x > y\">\n\n![none](z.png)\n";
    let edition = edition(&format!("---\ntitle: The army\n---\n{body}\nText.\n"), &house());
    let sizes = [("a.png", (640, 480)), ("b c.svg", (840, 480)), ("d.png", (1, 2))];
    let sizes: PictureSizes = sizes.map(|(name, size)| (name.to_owned(), size)).into();
    // Their texts are marked as missing.
    let page = rendered(&edition, &sizes).replace("[яшчэ не перакладзена] ", "");
    let tags: Vec<&str> = page.split("<img ").skip(1).map(|rest| rest.split_once('>').unwrap().0).collect();
    assert_eq!(
        tags,
        [
            "src=\"a.png\" alt=\"a\" width=\"640\" height=\"480\" loading=\"eager\"",
            "src=\"b%20c.svg\" alt=\"b\" width=\"840\" height=\"480\" loading=\"lazy\"",
            "src=\"a.png\" width=\"10\" alt=\"\" loading=\"lazy\"",
            "src=\"d.png\" loading=\"eager\" alt=\"x &gt; y\" width=\"1\" height=\"2\"",
            "src=\"z.png\" alt=\"none\" loading=\"lazy\"",
        ]
    );
}

#[test]
fn the_size_of_a_picture_is_in_its_first_bytes() {
    let png =
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &640_u32.to_be_bytes(), &480_u32.to_be_bytes(), &[8; 13]].concat();
    let gif = b"GIF89a\x80\x02\xe0\x01\0\0\0\0\0\0\0\0\0\0".to_vec();
    let svg = |attributes: &str| {
        format!("<?xml version=\"1.0\"?>\n<!-- x -->\n<svg {attributes}><rect width=\"1\" height=\"1\"/></svg>")
    };
    for (bytes, size) in [
        (png, Some((640, 480))),
        (gif, Some((640, 480))),
        (svg("viewBox=\"0 0 840 480\"").into_bytes(), Some((840, 480))),
        (svg("viewBox='-10,-10, 84.4 48.6'").into_bytes(), Some((84, 49))),
        (svg("width=\"32px\" height=\"16\" viewBox=\"0 0 840 480\"").into_bytes(), Some((32, 16))),
        (svg("width=\"100%\" height=\"100%\" viewBox=\"0 0 840 480\"").into_bytes(), Some((840, 480))),
        (svg("width=\"100%\"").into_bytes(), None),
        (svg("viewBox=\"0 0 1e99 NaN\"").into_bytes(), None),
        (svg("viewBox=\"0 0 0 480\"").into_bytes(), None),
        (b"<html><svg width=\"1\" height=\"1\"/></html>".to_vec(), None),
        (b"nonsense".to_vec(), None),
        (Vec::new(), None),
    ] {
        assert_eq!(picture_size(&bytes), size, "{}", String::from_utf8_lossy(&bytes));
    }
    let map = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/source/images/border-map.png")).unwrap();
    assert_eq!(picture_size(&map), Some((1200, 630)));
    assert!(map.len() < 100_000, "social networks want a small picture");
}

#[test]
fn the_page_tells_programs_whose_translation_it_is() {
    let file = "---\ntitle: The army\nstandfirst: A standfirst.\nauthor: the desk\ndate: 2022-03-22\nimage: a.png\ntags: [army]\noriginal: https://example.org/a?b=1&c=2\ncorrections: [{date: 2022-03-25, text: Text.}]\n---\nText.\n";
    let house = House { translator: Some("Алена".to_owned()), ..house() };
    let page = rendered(&edition(file, &house), &PictureSizes::new());
    assert_eq!(page.matches("</script>").count(), 1, "{page}");
    assert_eq!(
        data(&page),
        json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Войска </script><b>",
            "description": "«Падзагаловак» & больш",
            "inLanguage": "be",
            "url": "https://news.example/be/vojska-script-b/",
            "mainEntityOfPage": "https://news.example/be/vojska-script-b/",
            "image": ["https://news.example/be/vojska-script-b/a.png"],
            "datePublished": "2022-03-22",
            "dateModified": "2022-03-25",
            "author": { "@type": "Person", "name": "the desk" },
            "translator": { "@type": "Person", "name": "Алена" },
            "publisher": { "@type": "Organization", "name": "Навіны" },
            "keywords": ["army"],
            "translationOfWork": {
                "@type": "NewsArticle",
                "@id": "https://example.org/a?b=1&c=2",
                "url": "https://example.org/a?b=1&c=2",
                "inLanguage": "en",
            },
        })
    );
    assert_eq!(locale("be").language(), "be");
}

#[test]
fn a_footnote_leads_back_to_its_first_call() {
    let file = "---\ntitle: The army\n---\nOne.[^a] Again.[^a] Other.[^long]\n\n## 1\n\n[^a]: First.\n\n    <div><p>Within.</p></div>\n\n[^long]: - item\n\n[^nobody]: Uncalled.\n";
    let page = rendered(&edition(file, &house()), &PictureSizes::new());
    let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for id in ["fnref-a", "fnref-a-2", "fn-a", "fnref-long", "fn-long", "1"] {
        assert!(ids.contains(&id), "{id} in {ids:?}");
    }
    assert_eq!(page.matches("class=\"footnote-back\"").count(), 2, "{page}");
    // Every link within the page has its place.
    for href in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(&href), "{href} in {ids:?}");
    }
    assert!(page.contains("aria-label=\"Назад да тэксту\""));
}
