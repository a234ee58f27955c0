import InkjoinKit
import SwiftUI

/// The whole wizard of one model, in one view.
public struct Wizard: View {
    private let model: WizardModel
    private let locale: String
    private let open: @MainActor (Act) -> Void
    private let close: (@MainActor () -> Void)?
    @State private var language = ScreenLanguage.system

    /// - Parameters:
    ///   - locale: the person's language as a BCP 47 tag, as it was given to the session.
    ///   - open: opens a page of the home network or of the system's settings. Take addresses of `isLocalUrl` only.
    ///   - close: leaves the wizard. Absent where there is nothing to go back to, as in an app of its own.
    public init(
        model: WizardModel, locale: String = Locale.preferredLanguages.first ?? "en",
        open: @escaping @MainActor (Act) -> Void,
        close: (@MainActor () -> Void)? = nil
    ) {
        self.model = model
        self.locale = locale
        self.open = open
        self.close = close
    }

    public var body: some View {
        WizardPlace(state: model.state, hands: hands, begin: model.begin, close: close)
            .modifier(InLanguage(language: language))
            .task(id: locale) {
                // Off the main thread: the first call loads the texts.
                language = await Task.detached { [locale] in screenLanguage(locale: locale) }.value
            }
    }

    private var hands: Hands {
        Hands(
            choose: { choice, screen, answers in model.choose(choice, on: screen, answers: answers) },
            reveal: model.reveal, nowMs: model.nowMs, open: open)
    }
}

/// Another place fades in; what changes in the same place does not. The end stands on the last screen.
private struct WizardPlace: View {
    let state: WizardState
    let hands: Hands
    let begin: @MainActor () -> Void
    let close: (@MainActor () -> Void)?
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        ZStack {
            shown.id(place).transition(.opacity)
        }
        .animation(still ? nil : .default, value: place)
        .modifier(Cover(secret: screen?.secret ?? false))
    }

    /// One branch for every screen: the end stands on the last one, as it was left.
    @ViewBuilder private var shown: some View {
        if let screen {
            OneScreen(screen: screen, hands: hands, more: more)
        } else {
            switch state {
            case .starting, .drawn: Starting()
            case .notStarted(let again):
                Message(
                    id: "not-started", title: .notStarted, text: again ? .notStartedAgain : .notStartedDamaged, choices: more
                )
            case .ended: Message(id: "ended", title: .ended, text: nil, choices: more)
            }
        }
    }

    private var screen: Screen? {
        switch state {
        case .drawn(let screen): screen
        case .ended(_, let screen): screen
        case .starting, .notStarted: nil
        }
    }

    /// Choices that are ours and not the screen's.
    private var more: [Tap] {
        switch state {
        case .starting, .drawn: []
        case .notStarted(let again): (again ? [own("try-again", .tryAgain, .primary, begin)] : []) + closing(.secondary)
        case .ended: closing(.primary) + [own("start-again", .startAgain, .secondary, begin)]
        }
    }

    private var place: String {
        if let screen { return "screen:\(screen.id)" }
        return switch state {
        case .starting, .drawn: "starting"
        case .notStarted: "not-started"
        case .ended: "ended"
        }
    }

    private func closing(_ role: Role) -> [Tap] {
        close.map { [own("close", .close, role, $0)] } ?? []
    }

    private func own(_ id: String, _ word: Word, _ role: Role, _ act: @escaping @MainActor () -> Void) -> Tap {
        Tap(id: id, label: .own(word), role: role, act: act)
    }
}

private struct Starting: View {
    var body: some View {
        Frame(back: nil, choices: []) {
            Turning {
                Busy()
                OwnWords(.starting).font(.headline)
            }
            .accessibilityElement(children: .combine)
        }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier("starting")
    }
}

private struct Message: View {
    let id: String
    let title: Word
    let text: Word?
    let choices: [Tap]
    @Environment(\.own) private var own

    var body: some View {
        Frame(back: nil, choices: choices) {
            OwnWords(title).font(.title.bold()).accessibilityAddTraits(.isHeader).accessibilityIdentifier("title")
            if let text { OwnWords(text) }
        }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier(id)
        .onAppear { Speaker.says(screen: [title, text].compactMap { $0 }.map { own[$0] }.joined(separator: ". ")) }
    }
}
