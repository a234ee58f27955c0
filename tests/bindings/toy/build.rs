//! Writes all that `bindings/api.txt` lists as Rust again, each function giving the first value of its type: so the toy has as
//! many functions, methods, records and ports as the library, of the same shapes.
//!
//! Left out are the calls that stand in `src/lib.rs`, and `Session` is called `Toy`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

type Fault = Box<dyn std::error::Error>;

/// Written by hand.
const OWN: &[&str] = &["Session.start", "Session.choose", "Session.next_screen"];

/// A type of the list, with its lines.
struct Of<'a> {
    kind: &'a str,
    lines: Vec<&'a str>,
}

/// Sorted, so that the same list makes the same file.
type Types<'a> = BTreeMap<&'a str, Of<'a>>;

fn main() -> Result<(), Fault> {
    let list = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../../bindings/api.txt");
    println!("cargo::rerun-if-changed={}", list.display());
    let text = std::fs::read_to_string(list)?;
    let (mut types, mut functions) = (Types::new(), Vec::new());
    for line in text.lines() {
        let (kind, rest) = line.trim_start_matches("async ").split_once(' ').ok_or(line)?;
        let name = rest.split(['.', '(', ':']).next().ok_or(line)?;
        match kind {
            "function" => functions.push(line),
            "record" | "enum" | "error" | "object" | "port" | "text" => {
                types.insert(name, Of { kind, lines: Vec::new() });
            }
            _ => types.get_mut(name).ok_or(line)?.lines.push(line),
        }
    }
    let mut out = String::new();
    for (name, of) in &types {
        out += &shape(name, of, &types)?;
    }
    for function in functions {
        write!(out, "#[uniffi::export]\npub {}", call(function, &types)?)?;
    }
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("shapes.rs"), out)?;
    Ok(())
}

fn shape(name: &str, of: &Of, types: &Types) -> Result<String, Fault> {
    let calls = || -> Result<String, Fault> {
        let theirs = of.lines.iter().filter(|line| !OWN.contains(&own(line)));
        theirs.map(|line| call(line, types)).collect()
    };
    Ok(match of.kind {
        "text" => format!(
            "#[derive(Clone, PartialEq, Eq, Hash)]\npub struct {name}(pub String);\n\
             uniffi::custom_type!({name}, String, {{ lower: |text| text.0, try_lift: |text| Ok({name}(text)) }});\n"
        ),
        "record" => format!(
            "#[derive(Clone, uniffi::Record)]\npub struct {name} {{ {} }}\n",
            fields(&of.lines, "pub ", types)?
        ),
        "enum" => format!("#[derive(Clone, uniffi::Enum)]\npub enum {name} {{ {} }}\n", variants(of, types)?),
        "error" => format!(
            "#[derive(Clone, uniffi::Error)]\npub enum {name} {{ {} }}\nfailure!({name});\n",
            variants(of, types)?
        ),
        "port" => format!(
            "#[uniffi::export(foreign)]\npub trait {name}: Send + Sync {{ {} }}\n",
            of.lines.iter().map(|line| head(line, types)).collect::<Result<Vec<_>, _>>()?.join(";\n") + ";"
        ),
        _ if name == "Session" => format!("#[uniffi::export]\nimpl Toy {{ {} }}\n", calls()?),
        _ => format!(
            "#[derive(uniffi::Object)]\npub struct {name};\n#[uniffi::export]\nimpl {name} {{ {} }}\n",
            calls()?
        ),
    })
}

/// `Session.start` of `constructor Session.start(…`.
fn own(line: &str) -> &str {
    line.split([' ', '(']).find(|word| word.contains('.')).unwrap_or_default()
}

fn variants(of: &Of, types: &Types) -> Result<String, Fault> {
    let named =
        of.lines.iter().filter_map(|line| Some((line.strip_prefix("variant ")?.rsplit_once('.')?.1, line)));
    named
        .map(|(name, line)| {
            let start = line.replacen("variant", "field", 1) + ".";
            let with: Vec<&str> =
                of.lines.iter().copied().filter(|field| field.starts_with(&start)).collect();
            let fields = fields(&with, "", types)?;
            Ok(if with.is_empty() { format!("{name}, ") } else { format!("{name} {{ {fields} }}, ") })
        })
        .collect()
}

/// `field Gateway.http_port: uint16 = 80`
fn fields(lines: &[&str], public: &str, types: &Types) -> Result<String, Fault> {
    lines
        .iter()
        .map(|line| {
            let (name, ty) = line.split_once(": ").ok_or(*line)?;
            let (ty, preset) = ty.split_once(" = ").unwrap_or((ty, ""));
            let preset = match preset {
                "" => String::new(),
                "absent" => "#[uniffi(default = None)] ".to_owned(),
                preset => format!("#[uniffi(default = {preset})] "),
            };
            Ok(format!("{preset}{public}{}: {},\n", name.rsplit('.').next().ok_or(*line)?, rust(ty, types)))
        })
        .collect()
}

fn call(line: &str, types: &Types) -> Result<String, Fault> {
    let (gives, fails) = outcome(line);
    let value = gives.map_or(Ok("()".to_owned()), |ty| first(ty, types))?;
    let value = if fails.is_some() { format!("Ok({value})") } else { value };
    let public = if line.contains("function") { "" } else { "pub " };
    Ok(format!("{public}{} {{ {value} }}\n", head(line, types)?))
}

fn outcome(line: &str) -> (Option<&str>, Option<&str>) {
    let end = line.rsplit_once(')').map_or("", |(_, end)| end);
    let (gives, fails) = end.split_once(" fails ").map_or((end, None), |(gives, fails)| (gives, Some(fails)));
    (gives.strip_prefix(" -> "), fails)
}

/// `async method Session.next_screen(after: uint64) -> Screen?`
fn head(line: &str, types: &Types) -> Result<String, Fault> {
    let (start, rest) = line.split_once('(').ok_or(line)?;
    let name = start.rsplit([' ', '.']).next().ok_or(line)?;
    let this = if start.contains("method") { "&self, " } else { "" };
    let inputs = rest.split(')').next().ok_or(line)?;
    let inputs = inputs.split(", ").filter_map(|input| input.split_once(": "));
    let inputs: String = inputs.map(|(name, ty)| format!("{name}: {}, ", rust(ty, types))).collect();
    let (gives, fails) = outcome(line);
    let gives = gives.map_or("()".to_owned(), |ty| rust(ty, types));
    let gives = fails.map_or(gives.clone(), |error| format!("Result<{gives}, {error}>"));
    let waits = if line.starts_with("async") { "async " } else { "" };
    Ok(format!("{waits}fn {name}({this}{inputs}) -> {gives}"))
}

/// A type in Rust's words.
fn rust(ty: &str, types: &Types) -> String {
    if let Some(inner) = ty.strip_suffix('?') {
        return format!("Option<{}>", rust(inner, types));
    }
    if let Some(inner) = ty.strip_prefix("list of ") {
        return format!("Vec<{}>", rust(inner, types));
    }
    if let Some((key, value)) = ty.strip_prefix("map of ").and_then(|map| map.split_once(" to ")) {
        return format!("std::collections::HashMap<{}, {}>", rust(key, types), rust(value, types));
    }
    match (ty, types.get(ty).map(|of| of.kind)) {
        ("string", _) => "String".to_owned(),
        ("boolean", _) => "bool".to_owned(),
        ("bytes", _) => "Vec<u8>".to_owned(),
        (_, Some("port")) => format!("std::sync::Arc<dyn {ty}>"),
        (_, Some("object")) => format!("std::sync::Arc<{ty}>"),
        (_, Some(_)) => ty.to_owned(),
        (number, None) => number.replace("uint", "u").replace("int", "i"),
    }
}

/// The first value of a type.
fn first(ty: &str, types: &Types) -> Result<String, Fault> {
    if ty.ends_with('?') {
        return Ok("None".to_owned());
    }
    let Some(of) = types.get(ty) else { return Ok("Default::default()".to_owned()) };
    let all = |start: &str| -> Result<String, Fault> {
        let fields = of.lines.iter().filter_map(|line| line.strip_prefix(start)?.split_once(": "));
        fields
            .map(|(name, ty)| {
                Ok(format!("{name}: {}, ", first(ty.split(" = ").next().unwrap_or(ty), types)?))
            })
            .collect()
    };
    Ok(match (of.kind, of.lines.first()) {
        ("record", _) => format!("{ty} {{ {} }}", all(&format!("field {ty}."))?),
        ("object", _) => format!("std::sync::Arc::new({ty})"),
        (_, Some(variant)) => {
            let name = variant.rsplit('.').next().ok_or(*variant)?;
            format!("{ty}::{name} {{ {} }}", all(&format!("field {ty}.{name}."))?)
        }
        _ => return Err(format!("no value of {ty}").into()),
    })
}
