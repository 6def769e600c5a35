//! Bytes of a known character set as text.

use encoding_rs::{DecoderResult, Encoding};

/// The text that bytes hold in a character set, every character of them, a byte-order mark too.
///
/// Fails with the offset of the first byte that stands for no character: nothing is replaced.
pub fn decode(bytes: &[u8], charset: &'static Encoding) -> Result<String, usize> {
    let mut decoder = charset.new_decoder_without_bom_handling();
    let capacity = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(capacity.unwrap_or(bytes.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(text),
        // What was read behind the wrong bytes is read again by whoever goes on; here it only moves the offset.
        DecoderResult::Malformed(wrong, behind) => Err(read.saturating_sub(usize::from(wrong) + usize::from(behind))),
        DecoderResult::OutputFull => Err(read),
    }
}
