import InkjoinKit
import SwiftUI

/// One screen of the wizard: its blocks from top to bottom, then its choices.
struct OneScreen: View {
    let screen: Screen
    let hands: Hands
    /// Choices that are ours and not the screen's.
    var more: [Tap] = []
    /// What was typed, by the field's id; gone with this screen.
    @State private var typed: [String: String] = [:]
    @FocusState private var focus: String?
    @Environment(\.locale) private var locale

    var body: some View {
        Frame(back: back.map(tap), choices: choices.map(tap) + more) {
            Words(screen.title)
                .font(.title.bold())
                .accessibilityAddTraits(.isHeader)
                .accessibilityIdentifier("title")
            ForEach(Array(screen.blocks.enumerated()), id: \.offset) { _, block in
                BlockView(
                    block: block, screen: screen, hands: hands, typed: $typed, focus: $focus,
                    take: { choice in take(choice) }, usual: takeUsual)
            }
            ActButton(screen: screen, open: hands.open)
        }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier("screen:\(screen.id)")
        .onAppear { Speaker.says(screen: screen.spoken) }
        .onChange(of: screen.revision) { announce() }
    }

    private func announce() {
        guard let announce = screen.announce else { return }
        Speaker.say(announce.text, urgently: announce.urgent, in: locale.identifier(.bcp47))
    }

    private var back: ScreenChoice? { screen.choices.first { $0.role == .back } }

    /// Without the way back, which stands on top, and the cards, each of which is its choice.
    private var choices: [ScreenChoice] {
        let cards = screen.blocks.flatMap { block in
            if case .printers(let printers) = block { printers.map(\.choice) } else { [String]() }
        }
        return screen.choices.filter { $0.id != back?.id && !cards.contains($0.id) }
    }

    private func tap(_ choice: ScreenChoice) -> Tap {
        choice.tap { take(choice) }
    }

    private func take(_ id: String) {
        if let choice = screen.choices.first(where: { $0.id == id }) { take(choice) }
    }

    private func takeUsual() {
        if let choice = screen.choices.first(where: { $0.role == .primary }) { take(choice) }
    }

    private func take(_ choice: ScreenChoice) {
        let answers = choice.needs.map { ($0, typed[$0] ?? initial($0)) }
        hands.choose(choice.id, screen, Dictionary(answers) { first, _ in first })
    }

    private func initial(_ field: String) -> String {
        for case .field(let id, _, _, _, let value, _) in screen.blocks where id == field { return value }
        return ""
    }
}

/// What the device can open here, unless a link of the screen is the same.
private struct ActButton: View {
    let screen: Screen
    let open: @MainActor (Act) -> Void

    var body: some View {
        switch screen.act {
        case .openUrl(let url) where !linked(url): button(.openPage, .out)
        case .openSettings(page: .wifi):
            VStack(spacing: 4) {
                button(.openSettings, .settings)
                OwnWords(.wifiWhere).font(.footnote)
            }
        case .openSettings(page: .localNetwork): button(.openLocalNetwork, .settings)
        case .openUrl, nil: EmptyView()
        }
    }

    private func linked(_ url: String) -> Bool {
        screen.blocks.contains { block in
            if case .link(url, _) = block { true } else { false }
        }
    }

    private func button(_ word: Word, _ icon: Icons) -> some View {
        ChoiceButton(
            tap: Tap(id: "act", label: .own(word), role: .secondary, icon: icon) {
                if let act = screen.act { open(act) }
            })
    }
}
