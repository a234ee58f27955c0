//! A bench's rows: samples in, medians, spread, ratio and verdict out.
//!
//! A row is a line of JSON: `bench`, `measure`, `unit`, `ours` (samples), and, where there is a peer, `peer` and `theirs`
//! (samples, taken in turn with ours). `target` is what the ratio of the medians, ours to theirs, is to be at most; `at_most`
//! what our median is to be at most. `note` is for people. A peer that isn't there is `bench`, `missing`, `why`.

use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line {
    bench: String,
    measure: Option<String>,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    ours: Vec<f64>,
    peer: Option<String>,
    #[serde(default)]
    theirs: Vec<f64>,
    target: Option<f64>,
    at_most: Option<f64>,
    note: Option<String>,
    missing: Option<String>,
    why: Option<String>,
}

/// One row.
pub struct Row(Line);

/// The middle and the spread of some samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    pub median: f64,
    /// A tenth of the samples is below, with few samples the least of them.
    pub p10: f64,
    /// A tenth is above.
    pub p90: f64,
    pub n: usize,
}

impl Figure {
    /// `None` without samples.
    pub fn of(samples: &[f64]) -> Option<Self> {
        let mut sorted: Vec<f64> = samples.iter().copied().filter(|sample| sample.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        let at = |index: usize| sorted.get(index).copied().unwrap_or_default();
        let median = (at(last / 2) + at(last.div_ceil(2))) / 2.0;
        Some(Self { median, p10: at(last / 10), p90: at(last - last / 10), n: sorted.len() })
    }

    fn text(self, unit: &str) -> String {
        let Self { median, p10, p90, n } = self;
        let number = |number: f64| match number {
            n if n.fract() == 0.0 || n >= 1000.0 => format!("{n:.0}"),
            n if n >= 100.0 => format!("{n:.1}"),
            n => format!("{n:.2}"),
        };
        let spread = if p10 == p90 { String::new() } else { format!("; {} to {}", number(p10), number(p90)) };
        format!(
            "{}{unit} (n {n}{spread})",
            number(median),
            unit = if unit.is_empty() { String::new() } else { format!(" {unit}") }
        )
    }
}

impl Row {
    /// `None` for a line that is no row.
    pub fn parse(line: &str) -> Option<Self> {
        let line: Line = serde_json::from_str(line).ok()?;
        (line.measure.is_some() || line.missing.is_some()).then_some(Self(line))
    }

    /// The ratio of the medians.
    fn ratio(&self) -> Option<f64> {
        let (ours, theirs) = (Figure::of(&self.0.ours)?.median, Figure::of(&self.0.theirs)?.median);
        (theirs > 0.0).then(|| ours / theirs)
    }

    /// The target in words, and whether it is met; `None` without one.
    fn verdict(&self) -> Option<(String, bool)> {
        if let Some(limit) = self.0.at_most {
            let ours = Figure::of(&self.0.ours).map(|figure| figure.median);
            return Some((
                format!("at most {limit} {}", self.0.unit),
                ours.is_some_and(|ours| ours <= limit),
            ));
        }
        let target = self.0.target?;
        Some((format!("ratio at most {target}"), self.ratio().is_some_and(|ratio| ratio <= target)))
    }

    /// With figures instead of samples.
    pub fn json(&self) -> Value {
        let Line { bench, measure, unit, ours, peer, theirs, note, missing, why, .. } = &self.0;
        let figure = |samples: &[f64]| {
            Figure::of(samples).map(|f| json!({ "median": f.median, "p10": f.p10, "p90": f.p90, "n": f.n }))
        };
        let mut row = json!({
            "bench": bench, "measure": measure, "unit": unit, "ours": figure(ours), "peer": peer,
            "theirs": figure(theirs), "ratio": self.ratio().map(|ratio| (ratio * 1000.0).round() / 1000.0),
            "met": self.verdict().map(|(_, met)| met), "note": note, "missing": missing, "why": why,
        });
        if let Some(fields) = row.as_object_mut() {
            fields.retain(|_, value| !value.is_null());
        }
        row
    }

    fn line(&self) -> String {
        let row = &self.0;
        if let Some(what) = &row.missing {
            return format!(
                "| | | missing: {what} | {} | | |",
                row.why.as_deref().unwrap_or("no reason told")
            );
        }
        let figure = |samples: &[f64]| Figure::of(samples).map_or("none".to_owned(), |f| f.text(&row.unit));
        let (peer, theirs) = match &row.peer {
            Some(peer) => (peer.as_str(), figure(&row.theirs)),
            None => ("", String::new()),
        };
        let ratio = self.ratio().map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let verdict = self.verdict().map_or(String::new(), |(target, met)| {
            format!("{target}: {}", if met { "met" } else { "**missed**" })
        });
        let note = row.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        let measure = row.measure.as_deref().unwrap_or_default();
        format!("| {measure}{note} | {} | {peer} | {theirs} | {ratio} | {verdict} |", figure(&row.ours))
    }
}

/// The rows as a table that people and Markdown read: median, n, and the 10th to the 90th percentile.
pub fn table(rows: &[Row]) -> String {
    let head = "| measure | ours | peer | theirs | ratio | target |\n|---|---|---|---|---|---|\n";
    rows.iter().fold(head.to_owned(), |table, row| table + &row.line() + "\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_row_gets_its_medians_spread_and_ratio_and_anything_else_is_dropped() {
        let line = r#"{"bench":"discovery","measure":"first","unit":"ms","ours":[3,1,2],"peer":"ippfind","theirs":[40,20],"target":0.1}"#;
        let row = Row::parse(line).unwrap();
        assert_eq!(row.json().get("ratio"), Some(&json!(0.067)));
        assert_eq!(
            row.line(),
            "| first | 2 ms (n 3; 1 to 3) | ippfind | 30 ms (n 2; 20 to 40) | 0.07 | ratio at most 0.1: met |"
        );
        assert!(Row::parse("warming up").is_none());
        assert!(Row::parse(r#"{"bench":"discovery","ours":[1]}"#).is_none());
    }

    #[test]
    fn the_spread_leaves_out_a_tenth_on_each_side() {
        let samples: Vec<f64> = (0..=100).map(f64::from).collect();
        assert_eq!(Figure::of(&samples), Some(Figure { median: 50.0, p10: 10.0, p90: 90.0, n: 101 }));
        assert_eq!(Figure::of(&[]), None);
    }

    #[test]
    fn without_counted_runs_a_target_is_missed() {
        let none = Row::parse(r#"{"bench":"b","measure":"m","ours":[],"peer":"p","theirs":[1],"target":2}"#)
            .unwrap();
        assert_eq!(none.line(), "| m | none | p | 1 (n 1) |  | ratio at most 2: **missed** |");
        let large = Row::parse(r#"{"bench":"b","measure":"m","unit":"B","ours":[2],"at_most":1}"#).unwrap();
        assert_eq!(large.line(), "| m | 2 B (n 1) |  |  |  | at most 1 B: **missed** |");
    }

    #[test]
    fn what_is_missing_is_said_with_its_reason() {
        let row = Row::parse(r#"{"bench":"join","missing":"radio","why":"no kernel"}"#).unwrap();
        assert_eq!(row.line(), "| | | missing: radio | no kernel | | |");
    }
}
