//! What a run may spend, what it would spend, and what may leave the newsroom.

use tolmach::{
    backend::{BackendError, Budget, DriveOptions, DriveOutcome, DryRun, Pseudo, Stop, drive},
    ledger::{BillingUnit, Journal, Ledger, Money, Price, total},
};

use super::{Buffer, FakeClock, Scripted, all_good, options, pair, requests, sentences};

fn price(settings: &str) -> Price {
    toml::from_str(settings).unwrap()
}

fn journal(memory: &Buffer) -> Journal {
    Journal::open(Box::new(memory.clone()), None).unwrap()
}

/// Asks a scripted engine of eight texts a call for `count` sentences of about 45 characters each.
fn ask(engine: &Scripted, count: usize, options: &DriveOptions<'_>) -> DriveOutcome {
    drive(&[engine], &pair("en", "be"), &sentences(count), options, &Stop::default())
}

#[test]
fn the_cost_of_a_count_is_exact_and_rounded_up() {
    let table = [
        ("amount = 20", 1_000_000, "20.00"),
        ("amount = 20", 1, "0.00002"),
        ("amount = 20", 0, "0.00"),
        ("amount = 0.1\nunit = 1000", 3, "0.0003"),
        ("amount = 1\nunit = 3", 1, "0.333333334"),
        ("amount = 4.5\nper = \"tokens\"", 2_000_000, "9.00"),
        ("amount = 0.002\nper = \"requests\"\nunit = 1", 7, "0.014"),
        ("amount = 0", 5_000, "0.00"),
    ];
    for (settings, count, cost) in table {
        let price = price(&format!("currency = \"EUR\"\ndate = \"2026-03-01\"\n{settings}"));
        assert_eq!(price.of(count).to_string(), cost, "{settings} of {count}");
    }
}

#[test]
fn a_price_without_currency_or_day_or_below_nothing_is_refused() {
    let whole = [("amount", "20"), ("currency", "\"EUR\""), ("date", "\"2026-03-01\"")];
    let settings = |changed: &str, value: Option<&str>| {
        let line = |(key, own): &(&str, &str)| match value {
            _ if *key != changed => Some(format!("{key} = {own}\n")),
            Some(value) => Some(format!("{key} = {value}\n")),
            None => None,
        };
        whole.iter().filter_map(line).collect::<String>()
    };
    assert!(toml::from_str::<Price>(&settings("", None)).is_ok());
    assert!(toml::from_str::<Price>(&settings("date", Some("2026-03-01"))).is_ok(), "TOML's own date");
    let wrong = [
        ("amount", "-1"),
        ("amount", "nan"),
        ("amount", "inf"),
        ("amount", "1e30"),
        ("amount", "\"20\""),
        ("currency", "\"euro\""),
        ("currency", "\"€\""),
        ("date", "\"March 2026\""),
        ("date", "2026"),
    ];
    for (key, value) in wrong {
        assert!(toml::from_str::<Price>(&settings(key, Some(value))).is_err(), "{key} = {value}");
    }
    for key in ["amount", "currency", "date"] {
        assert!(toml::from_str::<Price>(&settings(key, None)).is_err(), "without {key}");
    }
}

#[test]
fn an_amount_of_money_is_digits_with_at_most_nine_decimals() {
    for (text, amount) in
        [("5", "5.00"), ("2.5", "2.50"), ("0.000000001", "0.000000001"), (" 7.10 ", "7.10"), ("3.", "3.00")]
    {
        assert_eq!(Money::parse(text).unwrap().to_string(), amount);
    }
    for text in ["", "-1", "+1", ".5", "1,5", "1e3", "0.0000000001", "5 EUR", "9999999999", "٣"] {
        assert_eq!(Money::parse(text), None, "{text}");
    }
}

#[test]
fn nothing_is_sent_beyond_the_limit_of_characters_and_all_that_fits_is() {
    let clock = FakeClock::new();
    let length = |count: usize| -> usize { sentences(count).iter().map(|request| request.source.prose.len()).sum() };
    for fitting in [0, 1, 5, 8, 11, 20] {
        let engine = Scripted::new(|_, texts| all_good(texts));
        let budget = Budget::new(Some(length(fitting) + 1), None);
        let outcome = ask(&engine, 20, &DriveOptions { budget: Some(&budget), ..options(&clock) });
        assert_eq!((outcome.answers.len(), outcome.unanswered.len()), (fitting, 20 - fitting));
        assert_eq!(engine.sizes().iter().sum::<usize>(), fitting);
        assert_eq!(matches!(outcome.error, Some(BackendError::Budget { .. })), fitting < 20, "{:?}", outcome.error);
    }
}

#[test]
fn nothing_is_sent_beyond_the_limit_of_cost() {
    let clock = FakeClock::new();
    let mut engine = Scripted::new(|_, texts| all_good(texts));
    engine.price = Some(price("amount = 1\nper = \"requests\"\nunit = 1\ncurrency = \"EUR\"\ndate = \"2026-03-01\""));
    let budget = Budget::new(None, Money::parse("2.99"));
    let outcome = ask(&engine, 24, &DriveOptions { budget: Some(&budget), ..options(&clock) });
    assert_eq!(engine.sizes(), [8, 8], "the third call would cost the third euro");
    assert_eq!(
        outcome.error.unwrap().to_string(),
        "nothing more is sent to `scripted`, since `--max-cost 2.99` would be exceeded"
    );
}

#[test]
fn a_call_that_certainly_cost_nothing_does_not_count_and_one_in_doubt_does() {
    let clock = FakeClock::new();
    let busy = || BackendError::Busy { engine: "scripted".to_owned(), after: None, detail: String::new() };
    let broken = || BackendError::Broken { engine: "scripted".to_owned(), cause: String::new() };
    for (is_busy, answered) in [(true, 2), (false, 0)] {
        let engine = Scripted::new(move |call, texts| match call {
            1 if is_busy => Err(busy()),
            1 => Err(broken()),
            _ => all_good(texts),
        });
        let length: usize = sentences(2).iter().map(|request| request.source.prose.len()).sum();
        let budget = Budget::new(Some(length), None);
        let outcome = ask(&engine, 2, &DriveOptions { budget: Some(&budget), ..options(&clock) });
        assert_eq!(outcome.answers.len(), answered, "{:?}", outcome.error);
    }
}

#[test]
fn a_plan_is_what_the_ledger_bills_afterwards() {
    let clock = FakeClock::new();
    for per in ["characters", "requests"] {
        let memory = Buffer::default();
        let mut engine = Scripted::new(|_, texts| all_good(texts));
        engine.price =
            Some(price(&format!("amount = 20\nper = {per:?}\nunit = 1000\ncurrency = \"EUR\"\ndate = \"2026-03-01\"")));
        let ledger = journal(&memory);
        ask(&engine, 3, &DriveOptions { ledger: Some(&ledger), ..options(&clock) });
        let before = ledger.bill().iter().map(|bill| bill.billed).sum::<usize>();
        let plan = DryRun::default();
        let planned = ask(&engine, 30, &DriveOptions { ledger: Some(&ledger), plan: Some(&plan), ..options(&clock) });
        assert_eq!(engine.sizes(), [3], "nothing more is sent");
        assert_eq!((planned.answers.len(), planned.error), (3, None), "what is stored is answered");
        let estimates = plan.estimates();
        let sum = total(&estimates);
        ask(&engine, 30, &DriveOptions { ledger: Some(&ledger), ..options(&clock) });
        let bill = ledger.bill();
        assert_eq!(estimates.len(), 1);
        assert_eq!(bill.iter().map(|bill| bill.asked).sum::<usize>(), 3 + sum.segments);
        let billed = bill.iter().map(|bill| bill.billed).sum::<usize>() - before;
        let unit = if per == "requests" { BillingUnit::Requests } else { BillingUnit::Characters };
        assert!(bill.iter().all(|bill| bill.unit == unit));
        let (currency, cost) = sum.whole_cost().unwrap();
        assert_eq!((currency, cost), ("EUR", engine.price.as_ref().unwrap().of(billed)));
        assert_eq!(billed, if per == "requests" { 4 } else { sum.characters });
    }
}

#[test]
fn a_sentence_that_two_articles_have_is_planned_once() {
    let clock = FakeClock::new();
    let engine = Scripted::new(|_, texts| all_good(texts));
    let (plan, ledger) = (DryRun::default(), journal(&Buffer::default()));
    for article in ["army", "navy"] {
        let options = DriveOptions { ledger: Some(&ledger), plan: Some(&plan), article, ..options(&clock) };
        let _ = drive(
            &[&engine],
            &pair("en", "be"),
            &requests(&["Nobody came.", "Nobody came."]),
            &options,
            &Stop::default(),
        );
    }
    let estimates = plan.estimates();
    assert_eq!(
        estimates.iter().map(|estimate| (&*estimate.article, estimate.sum.segments)).collect::<Vec<_>>(),
        [("army", 1)]
    );
}

#[test]
fn a_text_under_embargo_goes_only_to_backends_inside_the_newsroom() {
    let clock = FakeClock::new();
    let engine = Scripted::new(|_, texts| all_good(texts));
    let options = DriveOptions { embargo: true, article: "navy", ..options(&clock) };
    let outcome = ask(&engine, 3, &options);
    assert!(engine.sizes().is_empty());
    assert_eq!(outcome.unanswered.len(), 3);
    let error = outcome.error.unwrap();
    assert_eq!(error.to_string(), "`navy` is under embargo, so nothing of it is sent to `scripted`");
    assert!(error.is_unfinished());
    let both = drive(&[&engine, &Pseudo], &pair("en", "be"), &sentences(3), &options, &Stop::default());
    assert!(engine.sizes().is_empty());
    assert_eq!((both.answers.len(), both.error), (3, None), "the next backend of the chain is asked");
}
