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
        Frame(back: screen.back.map(tap), choices: screen.buttons.map(tap) + more) {
            Words(screen.title)
                .font(.title.bold())
                .accessibilityAddTraits(.isHeader)
                .accessibilityIdentifier("title")
            ForEach(screen.parts) { part in
                BlockView(
                    block: part.block, screen: screen, hands: hands, typed: $typed, focus: $focus,
                    take: { choice in take(choice) }, usual: takeUsual)
            }
            if let act = screen.offered { ActButton(act: act, open: hands.open) }
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

    private func tap(_ choice: ScreenChoice) -> Tap {
        choice.tap { take(choice) }
    }

    private func take(_ id: String) {
        if let choice = screen.choices.first(where: { $0.id == id }) { take(choice) }
    }

    private func takeUsual() {
        if let choice = screen.usual { take(choice) }
    }

    private func take(_ choice: ScreenChoice) {
        hands.choose(choice.id, screen, screen.answers(to: choice, typed: typed))
    }
}

/// What the device can open here.
private struct ActButton: View {
    let act: Act
    let open: @MainActor (Act) -> Void

    var body: some View {
        switch act {
        case .openUrl: button(.openPage, .out)
        case .openSettings(page: .wifi):
            VStack(spacing: 4) {
                button(.openSettings, .settings)
                OwnWords(.wifiWhere).font(.footnote)
            }
        case .openSettings(page: .localNetwork): button(.openLocalNetwork, .settings)
        }
    }

    private func button(_ word: Word, _ icon: Icons) -> some View {
        ChoiceButton(tap: Tap(id: "act", label: .own(word), role: .secondary, icon: icon) { open(act) })
    }
}
