//! uniffi's generator in the version that the library was built with; and `api LIBRARY`, the library's public side as text.

mod api;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, command, library] = arguments.as_slice() else { return generate() };
    if command != "api" {
        return generate();
    }
    match api::lines(std::path::Path::new(library)) {
        Ok(lines) => {
            println!("{lines}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{library}: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn generate() -> ExitCode {
    uniffi::uniffi_bindgen_main();
    ExitCode::SUCCESS
}
