//! The public side of a library, from the description that uniffi leaves in it: one JSON object for each type, field, variant,
//! function and method, `item` in words of no language, `doc` its doc comment.
//!
//! Fields and variants stand in their own order, which the wire depends on; all else is sorted.

use std::path::Path;

use serde_json::json;
use uniffi_bindgen::macro_metadata::extract_from_bytes;
use uniffi_meta::{
    DefaultValueMetadata, EnumMetadata, FieldMetadata, FnParamMetadata, LiteralMetadata, Metadata, Type,
};

/// One thing, with what it is sorted by.
struct Item {
    /// Type that it belongs to, empty for a function; then its place there.
    key: (String, usize, String),
    text: String,
    doc: Option<String>,
}

/// # Errors
/// A file that can't be read or holds no description.
pub fn lines(library: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let described = extract_from_bytes(&std::fs::read(library)?)?;
    let mut items: Vec<Item> = described.into_iter().flat_map(of).collect();
    if items.is_empty() {
        return Err("it describes nothing".into());
    }
    items.sort_by(|a, b| a.key.cmp(&b.key));
    let line = |item: &Item| json!({ "item": item.text, "doc": item.doc }).to_string();
    Ok(items.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Behind all fields and variants, of which no type has so many.
const CALLS: usize = 1_000_000;

fn of(described: Metadata) -> Vec<Item> {
    match described {
        Metadata::Func(f) => {
            let text =
                call("function", &f.name, f.is_async, &f.inputs, f.return_type.as_ref(), f.throws.as_ref());
            vec![Item { key: (String::new(), CALLS, f.name), text, doc: f.docstring }]
        }
        Metadata::Constructor(f) => {
            let (name, ty) = (format!("{}.{}", f.self_name, f.name), &f.self_name);
            let mut text = call("constructor", &name, f.is_async, &f.inputs, None, f.throws.as_ref());
            text = text.replacen(')', &format!(") -> {ty}"), usize::from(f.throws.is_none()));
            vec![Item { key: (f.self_name, CALLS, f.name), text, doc: f.docstring }]
        }
        Metadata::Method(f) => {
            let name = format!("{}.{}", f.self_name, f.name);
            let text =
                call("method", &name, f.is_async, &f.inputs, f.return_type.as_ref(), f.throws.as_ref());
            vec![Item { key: (f.self_name, CALLS + 1, f.name), text, doc: f.docstring }]
        }
        Metadata::TraitMethod(f) => {
            let name = format!("{}.{}", f.trait_name, f.name);
            let text =
                call("method", &name, f.is_async, &f.inputs, f.return_type.as_ref(), f.throws.as_ref());
            vec![Item { key: (f.trait_name, CALLS + 1, f.name), text, doc: f.docstring }]
        }
        Metadata::Object(o) => {
            let kind = if o.imp.has_callback_interface() { "port" } else { "object" };
            vec![head(kind, o.name, o.docstring)]
        }
        Metadata::CallbackInterface(c) => vec![head("port", c.name, c.docstring)],
        Metadata::Record(r) => {
            let fields = (1..).zip(&r.fields).map(|(at, f)| field(&r.name, "", at, f)).collect::<Vec<_>>();
            [head("record", r.name, r.docstring)].into_iter().chain(fields).collect()
        }
        Metadata::Enum(e) => choices(e),
        Metadata::CustomType(c) => vec![head("text", c.name, c.docstring)],
        Metadata::UniffiTrait(t) => {
            let text = format!("can {} {}", t.self_name(), t.name());
            vec![Item {
                key: (t.self_name().to_owned(), CALLS + 2, text.clone()),
                text,
                doc: Some(String::new()),
            }]
        }
        Metadata::Namespace(_) | Metadata::UdlFile(_) | Metadata::ObjectTraitImpl(_) => Vec::new(),
    }
}

fn head(kind: &str, name: String, doc: Option<String>) -> Item {
    Item { text: format!("{kind} {name}"), key: (name, 0, String::new()), doc }
}

fn choices(of: EnumMetadata) -> Vec<Item> {
    let mut items = Vec::new();
    for variant in of.variants {
        let at = items.len() + 1;
        let text = format!("variant {}.{}", of.name, variant.name);
        items.push(Item { key: (of.name.clone(), at, String::new()), text, doc: variant.docstring });
        for (at, one) in (at + 1..).zip(&variant.fields) {
            items.push(field(&of.name, &format!(".{}", variant.name), at, one));
        }
    }
    let kind = if of.shape.is_error() { "error" } else { "enum" };
    items.insert(0, head(kind, of.name, of.docstring));
    items
}

fn field(of: &str, variant: &str, at: usize, field: &FieldMetadata) -> Item {
    let FieldMetadata { name, ty, default, docstring, .. } = field;
    let text = format!("field {of}{variant}.{name}: {}{}", words(ty), preset(default.as_ref()));
    Item { key: (of.to_owned(), at, String::new()), text, doc: docstring.clone() }
}

fn call(
    kind: &str,
    name: &str,
    waits: bool,
    inputs: &[FnParamMetadata],
    gives: Option<&Type>,
    fails: Option<&Type>,
) -> String {
    let input = |input: &FnParamMetadata| {
        format!("{}: {}{}", input.name, words(&input.ty), preset(input.default.as_ref()))
    };
    let inputs = inputs.iter().map(input).collect::<Vec<_>>().join(", ");
    let gives = gives.map(|ty| format!(" -> {}", words(ty))).unwrap_or_default();
    let fails = fails.map(|ty| format!(" fails {}", words(ty))).unwrap_or_default();
    format!("{}{kind} {name}({inputs}){gives}{fails}", if waits { "async " } else { "" })
}

fn preset(default: Option<&DefaultValueMetadata>) -> String {
    match default {
        None => String::new(),
        Some(DefaultValueMetadata::Default) => " = default".to_owned(),
        Some(DefaultValueMetadata::Literal(literal)) => match literal {
            LiteralMetadata::None => " = absent".to_owned(),
            LiteralMetadata::Boolean(value) => format!(" = {value}"),
            LiteralMetadata::UInt(value, ..) => format!(" = {value}"),
            LiteralMetadata::Int(value, ..) => format!(" = {value}"),
            other => format!(" = {other:?}"),
        },
    }
}

fn words(ty: &Type) -> String {
    match ty {
        Type::Optional { inner_type } => format!("{}?", words(inner_type)),
        Type::Sequence { inner_type } => format!("list of {}", words(inner_type)),
        Type::Set { inner_type } => format!("set of {}", words(inner_type)),
        Type::Map { key_type, value_type } => {
            format!("map of {} to {}", words(key_type), words(value_type))
        }
        Type::Box { inner_type } => words(inner_type),
        other => other.name().map_or_else(|| format!("{other:?}").to_lowercase(), str::to_owned),
    }
}
