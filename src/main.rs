//! The `tolmach` binary, a thin wrapper around the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    tolmach::cli::main(std::env::args_os())
}
