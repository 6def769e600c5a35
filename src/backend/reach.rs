//! Where the texts go.

/// What an engine reaches beyond this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Nothing: it answers from within this program.
    Inside,
    /// Certain programs of this machine, which are free and always answer alike: takes neither a program nor an address,
    /// and nothing is recorded.
    Machine,
    /// Another program on this machine: takes `--program`.
    Program,
    /// A server: takes `--endpoint` and a key, and is not used with `--offline`.
    Server,
}
