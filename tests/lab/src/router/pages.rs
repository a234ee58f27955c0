//! A router that has web pages for its owner and nothing for programs.

use super::{Answer, Request};
use crate::scene::RouterScene;

/// The first page asks for the password; there is nothing else.
pub fn answer(scene: &RouterScene, request: &Request) -> Answer {
    match (&*request.method, request.path()) {
        ("GET" | "HEAD", "/") => Answer::ok("text/html", first(scene)),
        _ => Answer::status(404),
    }
}

fn first(scene: &RouterScene) -> String {
    let title = scene.page_title.as_deref().unwrap_or("Router");
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>{title}</title></head>\n<body>\n\
         <form method=\"post\" action=\"/login\"><h2>{title}</h2>\n\
         <input name=\"username\"><input name=\"password\" type=\"password\"><input type=\"submit\" value=\"Log in\"></form>\n\
         </body></html>\n"
    )
}
