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
