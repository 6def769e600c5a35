//! What a server says that it has counted: booked beside our own count, and what a limit goes by.

use serde_json::json;
use tolmach::{
    backend::{
        Backend, Budget, DriveOptions, EngineHandle, Rates, Reach, Stop, drive,
        http::{DeepL, OpenAi},
    },
    ledger::{Bill, BillingUnit, Journal, Ledger},
};

use super::{Buffer, FakeClock, classes::Canned, good, options, pair, requests};

const TEXTS: [&str; 2] = ["The army stays.", "Nobody has asked us."];

/// The bill after an engine was asked for two texts, as it is, and as it is read again.
fn bill(engine: impl Backend + 'static, budget: &Budget) -> Bill {
    let engine = EngineHandle::new(Box::new(engine), Rates::default()).reaching(Reach::Server, false);
    let (clock, memory) = (FakeClock::new(), Buffer::default());
    let ledger = Journal::open(Box::new(memory.clone()), None).unwrap();
    let options = DriveOptions { ledger: Some(&ledger), budget: Some(budget), ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &requests(&TEXTS), &options, &Stop::default());
    assert_eq!((outcome.answers.len(), outcome.error), (2, None));
    let again = Journal::open(Box::new(memory), None).unwrap();
    assert_eq!(again.bill(), ledger.bill());
    ledger.bill().remove(0)
}

#[test]
fn the_characters_that_deepl_has_billed_are_booked_and_counted_against_the_limit() {
    // A server that says it has counted nothing lifts no limit.
    for (billed, told, left) in [([20, 25], 45, 55), ([0, 0], 0, 65)] {
        let drafts =
            TEXTS.iter().zip(billed).map(|(text, billed)| json!({ "text": good(text), "billed_characters": billed }));
        let answer = json!({ "translations": drafts.collect::<Vec<_>>() }).to_string();
        let transport = Canned::new(&[(404, &[], ""), (200, &[], &answer)]);
        let engine = DeepL::new("https://engine.example", None, transport).unwrap();
        let budget = Budget::new(Some(100), None);
        let bill = bill(engine, &budget);
        let counted = (bill.unit, bill.billed, bill.told_characters, bill.told_tokens);
        assert_eq!(counted, (BillingUnit::Characters, 35, told, 0));
        assert_eq!(budget.left().0, Some(left), "{billed:?}");
    }
}

#[test]
fn the_tokens_of_a_chat_are_booked_in_whatever_unit_the_price_is() {
    let drafts = [(1, TEXTS[0]), (2, TEXTS[1])].map(|(id, text)| json!({ "id": id.to_string(), "text": good(text) }));
    let content = json!({ "translations": drafts }).to_string();
    for (usage, tokens) in [
        (json!({ "prompt_tokens": 400, "completion_tokens": 50, "total_tokens": 450 }), 450),
        (json!({ "prompt_tokens": 400, "completion_tokens": 50 }), 450),
        (json!({ "total_tokens": 7 }), 7),
        (json!({ "prompt_tokens": 400 }), 0),
        (json!({ "total_tokens": -7 }), 0),
        (json!("many"), 0),
        (json!(null), 0),
    ] {
        let answer = json!({ "choices": [{ "message": { "content": content } }], "usage": usage }).to_string();
        let transport = Canned::new(&[(404, &[], ""), (200, &[], &answer)]);
        let engine = OpenAi::new("mine", "https://engine.example/v1", "m", None, transport).unwrap();
        let budget = Budget::new(Some(100), None);
        let bill = bill(engine, &budget);
        assert_eq!((bill.billed, bill.told_characters, bill.told_tokens), (35, 0, tokens), "{usage}");
        assert_eq!(budget.left().0, Some(65), "tokens are no characters");
    }
}

#[test]
fn what_a_server_has_counted_is_booked_also_where_its_answer_cannot_be_used() {
    let said = |usage: u64, choice: &str| format!("{{\"choices\":[{choice}],\"usage\":{{\"total_tokens\":{usage}}}}}");
    let text =
        |finish: &str, content: &str| json!({ "finish_reason": finish, "message": { "content": content } }).to_string();
    let draft = |text: &str| json!({ "translations": [{ "id": "1", "text": good(text) }] }).to_string();
    let [one, two] = TEXTS.map(|source| text("stop", &draft(source)));
    let refusal = json!({ "message": { "refusal": "No." } }).to_string();
    for (fact, status, unusable) in [
        ("cut off", 200, said(300, &text("length", "{"))),
        ("declined", 200, said(300, &refusal)),
        ("stopped by a filter", 200, said(300, &text("content_filter", ""))),
        ("no JSON", 200, said(300, &text("stop", "Here you are!"))),
        ("no choice", 200, said(300, "")),
        ("no choices", 200, "{\"usage\":{\"total_tokens\":300}}".to_owned()),
        (
            "an error of its own",
            400,
            "{\"error\":{\"code\":\"content_filter\",\"message\":\"no\"},\"usage\":{\"total_tokens\":300}}".to_owned(),
        ),
        ("choices of another kind", 200, "{\"choices\":7,\"usage\":{\"total_tokens\":300}}".to_owned()),
    ] {
        // Both are asked for again, each alone.
        let answers = [(404, String::new()), (status, unusable), (200, said(40, &one)), (200, said(50, &two))];
        let answers: Vec<(u16, &[&str], &str)> =
            answers.iter().map(|(status, body)| (*status, [].as_slice(), body.as_str())).collect();
        let transport = Canned::new(&answers);
        let engine = OpenAi::new("mine", "https://engine.example/v1", "m", None, transport).unwrap();
        let bill = bill(engine, &Budget::new(None, None));
        assert_eq!((bill.asked, bill.answered, bill.in_doubt), (4, 2, 0), "{fact}");
        assert_eq!((bill.billed, bill.told_tokens), (70, 390), "{fact}");
    }
}

#[test]
fn the_characters_of_a_wrong_number_of_answers_are_booked_and_counted_against_the_limit() {
    let draft = |text: &str, billed: u64| json!({ "text": good(text), "billed_characters": billed });
    let said = |drafts: &[serde_json::Value]| json!({ "translations": drafts }).to_string();
    let few = said(&[draft(TEXTS[0], 35)]);
    let [one, two] = TEXTS.map(|text| said(&[draft(text, 20)]));
    let transport = Canned::new(&[(404, &[], ""), (200, &[], &few), (200, &[], &one), (200, &[], &two)]);
    let engine = DeepL::new("https://engine.example", None, transport).unwrap();
    let budget = Budget::new(Some(100), None);
    let bill = bill(engine, &budget);
    assert_eq!((bill.asked, bill.answered, bill.in_doubt, bill.billed, bill.told_characters), (4, 2, 0, 70, 75));
    assert_eq!(budget.left().0, Some(25));
}
