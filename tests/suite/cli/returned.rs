//! Files that come back from translators as their tools leave them, all merged alike.

use std::fs;

use super::{outcome, project, tolmach};

fn wide(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_file_is_merged_whatever_a_tool_made_of_its_encoding_its_doctype_and_its_names() {
    let folder = project(&["review"]);
    assert!(tolmach(folder.path(), &["translate"]).status().unwrap().success());
    let path = folder.path().join("locales/be/segments/army.xlf");
    let ours = fs::read_to_string(&path).unwrap();
    let target = "<target state=\"needs-translation\"/>";
    assert!(
        ours.contains(target)
            && ours.contains(" target-language=\"be\"")
            && ours.contains("original=\"source/army.md\"")
    );
    let theirs = ours.replacen(target, "<target state=\"translated\">Войска застаецца</target>", 1);
    let wide_text = theirs.replace("UTF-8", "UTF-16");
    let original = |name: &str| theirs.replace("original=\"source/army.md\"", &format!("original=\"{name}\""));
    let doctype = "<!DOCTYPE xliff PUBLIC \"-//XLIFF//DTD XLIFF//EN\" \"http://www.oasis-open.org/committees/xliff/documents/xliff.dtd\">\n<xliff";
    for (name, bytes) in [
        ("as it was sent", theirs.clone().into_bytes()),
        ("UTF-16LE with a mark", [b"\xff\xfe".to_vec(), wide(&wide_text, true)].concat()),
        ("UTF-16BE with a mark", [b"\xfe\xff".to_vec(), wide(&wide_text, false)].concat()),
        ("UTF-16LE without a mark", wide(&wide_text, true)),
        ("a plain doctype", theirs.replacen("<xliff", doctype, 1).into_bytes()),
        ("no target language", theirs.replace(" target-language=\"be\"", "").into_bytes()),
        (
            "another target language of the same language",
            theirs.replace("target-language=\"be\"", "target-language=\"be-BY\"").into_bytes(),
        ),
        ("the name of somebody's disk", original("C:\\work\\army.md.xlf").into_bytes()),
        ("the name of a project of theirs", original("job-17").into_bytes()),
        ("no name", original("").into_bytes()),
    ] {
        fs::write(&path, &ours).unwrap();
        fs::write(folder.path().join("back.xlf"), bytes).unwrap();
        let (exit, words) = outcome(tolmach(folder.path(), &["merge", "back.xlf", "--by", "Nina"]).output().unwrap());
        assert_eq!(exit, Some(0), "{name}: {words}");
        assert!(fs::read_to_string(&path).unwrap().contains(">Войска застаецца</target>"), "{name}");
    }
    let foreign = "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"x.md\" source-language=\"en\" target-language=\"be\" datatype=\"x\"><body><trans-unit id=\"000000000000\"><source>a</source><target>б</target></trans-unit></body></file></xliff>";
    for (name, text) in [
        ("a file of another article", foreign.to_owned()),
        ("entities", theirs.replacen("<xliff", "<!DOCTYPE xliff [<!ENTITY a \"b\">]>\n<xliff", 1)),
        ("another target language", theirs.replace("target-language=\"be\"", "target-language=\"de\"")),
    ] {
        fs::write(folder.path().join("back.xlf"), text).unwrap();
        let (exit, words) = outcome(tolmach(folder.path(), &["merge", "back.xlf", "--by", "Nina"]).output().unwrap());
        assert_eq!(exit, Some(2), "{name}: {words}");
    }
}

#[test]
fn a_memory_in_utf_16_is_read() {
    let folder = project(&["memory"]);
    let memory = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>The army stays</seg></tuv><tuv xml:lang=\"be\"><seg>Войска застаецца</seg></tuv></tu></body></tmx>";
    fs::create_dir_all(folder.path().join("memory")).unwrap();
    for little in [true, false] {
        let mark: &[u8] = if little { b"\xff\xfe" } else { b"\xfe\xff" };
        fs::write(folder.path().join("memory/old.tmx"), [mark, &wide(memory, little)].concat()).unwrap();
        let _ = fs::remove_dir_all(folder.path().join("locales"));
        let (exit, words) = outcome(tolmach(folder.path(), &["translate"]).output().unwrap());
        assert_eq!(exit, Some(0), "{words}");
        let segments = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
        assert!(segments.contains("Войска застаецца"), "{segments}");
    }
}
