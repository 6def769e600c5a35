//! What the errors of these servers mean: each words them in its own way.

use std::time::SystemTime;

use serde_json::Value;

use super::super::{HttpResponse, connection::Connection, retry_after};
use crate::backend::BackendError;

/// The error in a body.
#[derive(Default)]
struct Fault {
    message: String,
    /// Its code and its type, which some servers leave out or swap.
    codes: Vec<String>,
}

impl Fault {
    /// `{"error":{"message","type","code"}}` of most, `{"error":"…"}` of Ollama, `{"message","type"}` of an old `vLLM`.
    fn of(response: &HttpResponse) -> Self {
        let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        let error = body.get("error").filter(|error| !error.is_null()).unwrap_or(&body);
        let text = |name: &str| error.get(name).and_then(Value::as_str).map(str::to_owned);
        let message = error.as_str().map(str::to_owned).or_else(|| text("message")).unwrap_or_default();
        Self { message, codes: ["code", "type"].into_iter().filter_map(text).collect() }
    }

    fn is(&self, codes: &[&str]) -> bool {
        self.codes.iter().any(|code| codes.contains(&code.as_str()))
    }

    fn says(&self, words: &[&str]) -> bool {
        let message = self.message.to_lowercase();
        words.iter().any(|word| message.contains(word))
    }
}

/// Whether a body with status 200 is an error all the same, as routers send it.
pub(super) fn is_error(response: &HttpResponse) -> bool {
    let body: Option<Value> = serde_json::from_slice(&response.body).ok();
    body.is_some_and(|body| body.get("error").is_some_and(|error| !error.is_null()) && body.get("choices").is_none())
}

/// Whether the server does not know the format of the answer that it was asked for.
pub(super) fn is_about_format(response: &HttpResponse) -> bool {
    let words = ["response_format", "json_schema", "json_object", "json schema", "json mode", "grammar", "structured"];
    matches!(response.status, 400 | 404 | 415 | 422 | 500 | 501) && Fault::of(response).says(&words)
}

/// The class of an error.
pub(super) fn class(connection: &Connection, model: &str, response: &HttpResponse) -> BackendError {
    let fault = Fault::of(response);
    let detail = connection.words(response, Some(&fault.message));
    let (engine, status) = (connection.engine.clone(), response.status);
    if fault.is(&["insufficient_quota", "billing_hard_limit_reached", "billing_not_active"])
        || fault.says(&["exceeded your current quota"])
    {
        return BackendError::Quota { engine, detail };
    }
    if fault.is(&["content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"]) {
        return BackendError::Declined { engine, detail };
    }
    let too_big =
        ["context length", "context size", "context window", "too many tokens", "request too large", "too long"];
    let is_question = matches!(status, 200 | 400 | 413 | 422 | 429 | 500);
    if fault.is(&["context_length_exceeded", "exceed_context_size_error", "string_above_max_length"])
        || is_question && fault.says(&too_big)
    {
        return BackendError::TooBig { engine, detail };
    }
    let is_model = fault.says(&["model"]) && fault.says(&["not found", "does not exist", "not exist", "unknown model"]);
    if fault.is(&["model_not_found"]) || matches!(status, 400 | 404) && is_model {
        return BackendError::UnknownModel { engine, model: model.to_owned(), known: Vec::new() };
    }
    let after = retry_after(response, SystemTime::now());
    match (response.header("x-should-retry"), status) {
        (Some("false"), 408 | 409 | 429 | 500..) => BackendError::Refused { engine, status, detail },
        (Some("true"), _) | (_, 200) => BackendError::Server { engine, status, after, detail },
        _ => connection.refusal(response, detail),
    }
}
