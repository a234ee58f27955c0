import InkjoinKit
import SwiftUI

/// Something to tap. Its label is the core's, in the screens' language, or a word of ours.
struct Tap: Identifiable {
    enum Label {
        case core(String)
        case own(Word)
    }

    let id: String
    let label: Label
    let role: Role
    var icon: Icons?
    let act: @MainActor () -> Void
}

extension ScreenChoice {
    func tap(_ act: @escaping @MainActor () -> Void) -> Tap {
        Tap(id: "choice:\(id)", label: .core(label), role: role, act: act)
    }
}

/// One choice, as wide as its place; a long label takes several lines.
struct ChoiceButton: View {
    let tap: Tap

    var body: some View {
        Button(action: tap.act) {
            HStack(spacing: 8) {
                if let icon = tap.icon { icon.image }
                TapWords(label: tap.label)
            }
        }
        .buttonStyle(ChoiceStyle(role: tap.role))
        .accessibilityIdentifier(tap.id)
    }
}

struct TapWords: View {
    let label: Tap.Label

    var body: some View {
        switch label {
        case .core(let text): Words(text)
        case .own(let word): OwnWords(word)
        }
    }
}

/// The roles differ by form too, not by colour alone.
private struct ChoiceStyle: ButtonStyle {
    let role: Role

    func makeBody(configuration: Configuration) -> some View {
        Painted { palette in
            let look = look(palette)
            configuration.label
                .font(role == .primary ? .headline : .body)
                .multilineTextAlignment(.center)
                .foregroundStyle(look.ink)
                .padding(.horizontal, 20)
                .padding(.vertical, 12)
                .frame(maxWidth: .infinity, minHeight: 52)
                .background(look.ground, in: shape)
                .overlay(shape.strokeBorder(look.edge, lineWidth: 1))
                .opacity(configuration.isPressed ? 0.7 : 1)
                .contentShape(shape)
        }
    }

    // Not a capsule: the ends of one that is three lines tall leave no room for words.
    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: 14) }

    private func look(_ palette: Palette) -> (ground: Color, ink: Color, edge: Color) {
        switch role {
        case .primary: (palette.primary, palette.onPrimary, .clear)
        case .secondary: (palette.secondaryGround, palette.onSecondaryGround, .clear)
        case .destructive: (.clear, palette.error, palette.error)
        case .back, .help: (.clear, palette.primary, .clear)
        }
    }
}
