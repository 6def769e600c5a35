//! A decoder for known character sets.

use encoding_rs::{DecoderResult, Encoding};

/// Decodes bytes in a character set: every character, including a byte-order mark.
///
/// Fails with the offset of the first malformed byte: nothing is replaced.
pub fn decode(bytes: &[u8], charset: &'static Encoding) -> Result<String, usize> {
    let mut decoder = charset.new_decoder_without_bom_handling();
    let capacity = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(capacity.unwrap_or(bytes.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(text),
        // Bytes read past the malformed ones only shift the offset.
        DecoderResult::Malformed(malformed, past) => {
            Err(read.saturating_sub(usize::from(malformed) + usize::from(past)))
        }
        DecoderResult::OutputFull => Err(read),
    }
}
