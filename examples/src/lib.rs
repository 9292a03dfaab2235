//! Examples are next to this file.

use std::{
    fmt,
    io::{self, ErrorKind, Write},
    process,
};

/// Like `println!` of the standard library, but ends the program quietly if the reader of the output, such as `head`,
/// has closed it, where `println!` of the standard library panics. Otherwise, an example works the same without this
/// macro.
#[macro_export]
macro_rules! println {
    () => { $crate::print_line(format_args!("")) };
    ($($arg:tt)*) => { $crate::print_line(format_args!($($arg)*)) };
}

/// Prints a line. Ends the program if that is impossible.
#[doc(hidden)]
pub fn print_line(line: fmt::Arguments<'_>) {
    match writeln!(io::stdout(), "{line}") {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => process::exit(0),
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: the output cannot be written: {error}");
            process::exit(1)
        }
    }
}
