//! The `tolmach` binary: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    tolmach::cli::main(std::env::args_os())
}
