//! Marks of direction in lines. A terminal that knows them shows text from right to left; each line stands alone there,
//! so whatever a line opens it also closes.

/// Right-to-left isolate, isolate by the first letter, and the end of either.
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';
/// The end of an embedding or override.
const PDF: char = '\u{202c}';

fn is_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text whose own first letter tells its direction; digits and signs alone run from left to right.
pub fn apart(text: &str) -> String {
    format!("{FSI}{text}{PDI}")
}

/// Without any mark: in the order in which it is read.
pub fn stripped(line: &str) -> String {
    line.chars().filter(|c| !is_mark(*c)).collect()
}

/// The whole line from right to left.
pub fn isolated(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!("{RLI}{}{PDI}", balanced(&[line.to_owned()]).concat())
    }
}

/// Lines of one paragraph: what is still open at the end of a line is closed there and opened again on the next.
pub fn balanced(lines: &[String]) -> Vec<String> {
    let mut open: Vec<char> = Vec::new();
    let mut one = |line: &String| {
        let mut made: String = open.iter().collect();
        for c in line.chars() {
            made.push(c);
            match c {
                '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => open.push(c),
                PDF | PDI => drop(open.pop_if(|last| (*last >= '\u{2066}') == (c == PDI))),
                _ => {}
            }
        }
        made.extend(open.iter().rev().map(|mark| if *mark >= '\u{2066}' { PDI } else { PDF }));
        made
    };
    lines.iter().map(&mut one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_opens_it_closes() {
        let lines = ["a \u{2068}b", "c \u{202e}d", "e\u{202c}\u{2069} f"].map(str::to_owned);
        let expected = [
            "a \u{2068}b\u{2069}",
            "\u{2068}c \u{202e}d\u{202c}\u{2069}",
            "\u{2068}\u{202e}e\u{202c}\u{2069} f",
        ];
        assert_eq!(balanced(&lines), expected);
        assert_eq!(isolated("a\u{202e}b"), "\u{2067}a\u{202e}b\u{202c}\u{2069}");
        assert_eq!((isolated(""), stripped(&expected.concat())), (String::new(), "a bc de f".to_owned()));
    }
}
