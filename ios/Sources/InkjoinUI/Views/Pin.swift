import InkjoinKit
import SwiftUI

/// The PIN, large, in two groups. Its digits are asked for each time that it is drawn, and kept nowhere.
struct PinView: View {
    let secretId: UInt64
    let label: String
    let reveal: @MainActor (UInt64) -> String?

    var body: some View {
        Painted { palette in
            Panel(ground: palette.primaryGround, ink: palette.onPrimaryGround) {
                VStack(spacing: 12) {
                    Words(label).font(.headline)
                    if let digits = reveal(secretId) {
                        Digits(digits: PinDigits(digits))
                        CopyButton(secretId: secretId, reveal: reveal)
                    } else {
                        OwnWords(.pinGone)
                    }
                }
                .frame(maxWidth: .infinity)
            }
        }
    }
}

private struct Digits: View {
    let digits: PinDigits

    var body: some View {
        // One below the other where the letters are too large for both.
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 20) { shown }
            VStack(spacing: 4) { shown }
        }
        // Digits run from the left in every language.
        .environment(\.layoutDirection, .leftToRight)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(Text(verbatim: digits.spoken))
        .accessibilityAddTraits(.isStaticText)
        .accessibilityIdentifier("pin")
        .privacySensitive()
    }

    private var shown: some View {
        ForEach(Array(digits.groups.enumerated()), id: \.offset) { _, group in
            Text(verbatim: group).font(.largeTitle.monospaced().bold()).lineLimit(1).minimumScaleFactor(0.5)
        }
    }
}

private struct CopyButton: View {
    let secretId: UInt64
    let reveal: @MainActor (UInt64) -> String?
    @State private var copied = false
    @Environment(\.own) private var own

    var body: some View {
        #if canImport(UIKit)
            Button {
                guard let digits = reveal(secretId) else { return }
                SecretClip.copy(digits)
                copied = true
                Speaker.say(own[.pinCopied], urgently: false, in: own.tag)
            } label: {
                HStack(spacing: 8) {
                    (copied ? Icons.done : .copy).image
                    OwnWords(copied ? .pinCopied : .pinCopy)
                }
                .padding(.horizontal, 16)
                .frame(minHeight: 44)
                .overlay(RoundedRectangle(cornerRadius: 12).strokeBorder(lineWidth: 1))
                .contentShape(Rectangle())
            }
            .buttonStyle(.plain)
            .accessibilityIdentifier("copy")
            .onChange(of: secretId) { copied = false }
        #endif
    }
}
