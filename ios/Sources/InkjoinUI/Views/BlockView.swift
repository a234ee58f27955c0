import InkjoinKit
import SwiftUI

/// What a person's hands do on a screen, and what drawing one asks for. The UI decides nothing itself.
struct Hands {
    /// A choice of this screen was tapped, with the text of each field that it needs.
    let choose: @MainActor (_ choice: String, _ screen: Screen, _ answers: [String: String]) -> Void
    /// The digits behind a `Block.pin`, for drawing only. Absent when they are not needed any more.
    let reveal: @MainActor (UInt64) -> String?
    /// Now, in the milliseconds that a `Block.clock` ends in.
    let nowMs: @MainActor () -> UInt64
    /// Something outside of the app shall be opened: a page of the home network, or of the system's settings.
    let open: @MainActor (Act) -> Void
}

/// The drawing of each kind of block. `take` takes the choice of that id, `usual` the usual one.
struct BlockView: View {
    let block: Block
    let screen: Screen
    let hands: Hands
    @Binding var typed: [String: String]
    let focus: FocusState<String?>.Binding
    let take: @MainActor (String) -> Void
    let usual: @MainActor () -> Void

    var body: some View {
        switch block {
        case .text(let text): Words(text)
        case .steps(let steps): StepsView(steps: steps)
        case .printers(let printers): PrintersView(printers: printers, choose: take)
        case .pin(let secretId, let label): PinView(secretId: secretId, label: label, reveal: hands.reveal)
        case .clock(let endsAtMs, let totalMs, let marks, let label):
            ClockView(
                clock: ClockFacts(endsAtMs: endsAtMs, totalMs: totalMs, marks: marks, label: label), nowMs: hands.nowMs)
        case .light(let name, let colour, let pattern, let words):
            LightView(name: name, colour: colour, pattern: pattern, words: words)
        case .notice(let level, let text): NoticeView(level: level, text: text)
        case .link(let url, let label): LinkView(url: url, label: label, open: hands.open)
        case .field(let id, let input, let label, let hint, let value, let problem):
            field(FieldFacts(id: id, input: input, label: label, hint: hint, value: value, problem: problem))
        case .progress(let what, let done, let of): ProgressBlock(what: what, done: Int(done), of: Int(of))
        case .details(let details): DetailsView(details: details)
        }
    }

    private func field(_ field: FieldFacts) -> some View {
        let text = $typed[field.id, first: field.value]
        let next = screen.fields.drop { $0 != field.id }.dropFirst().first
        return FieldView(field: field, text: text, revision: screen.revision, focus: focus, last: next == nil) {
            if let next { focus.wrappedValue = next } else { usual() }
        }
    }
}

extension [String: String] {
    /// What was typed into this field, and `first` as long as nothing was.
    fileprivate subscript(_ id: String, first first: String) -> String {
        get { self[id] ?? first }
        set { self[id] = newValue }
    }
}
