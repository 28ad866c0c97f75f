//! The `sorot` program.

fn main() {}
