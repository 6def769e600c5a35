//! What a journal is stored in: an opened file, or memory in a test.

use std::io;

use super::Index;

/// Something that can be read, and appended to durably.
pub trait Storage: Send {
    /// Returns its length in bytes.
    fn length(&mut self) -> io::Result<u64>;

    /// Reads from `offset` on until the buffer is full or the end is reached; returns the number of bytes read.
    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;

    /// Appends all of `bytes`.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns once everything appended would survive a power cut (`fdatasync`).
    fn sync(&mut self) -> io::Result<()>;

    /// Takes back what was appended behind its first `length` bytes, because it may not have been written whole.
    fn truncate(&mut self, _length: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Keeps the index of everything in it for the next opening. It may be lost: it can always be made again.
    fn keep_index(&mut self, _index: &Index) {}
}
