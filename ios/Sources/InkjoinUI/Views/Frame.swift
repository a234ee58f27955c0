import SwiftUI

/// Where the parts of a screen go: the way back on top, the scrolling body, the choices below it. On something wide and
/// short the choices stand beside the body.
struct Frame<Content: View>: View {
    let back: Tap?
    let choices: [Tap]
    @ViewBuilder let content: () -> Content
    @State private var room: CGSize = .zero

    var body: some View {
        let beside = room.width >= wide && room.height < short && !choices.isEmpty
        Painted { palette in
            VStack(spacing: 0) {
                if let back { BackRow(back: back).frame(maxWidth: beside ? .infinity : readable) }
                if beside {
                    Beside(choices: choices, content: content)
                } else {
                    Below(choices: choices, content: content)
                }
            }
            .frame(maxWidth: .infinity, maxHeight: .infinity)
            .foregroundStyle(palette.onSurface)
            .background(palette.surface.ignoresSafeArea())
        }
        .background { withoutKeyboard }
    }

    /// The choices' side goes by the room without a keyboard: else the field that opens it would move to another place.
    private var withoutKeyboard: some View {
        Color.clear
            .onGeometryChange(for: CGSize.self) {
                $0.size
            } action: {
                room = $0
            }
            .ignoresSafeArea(.keyboard)
    }
}

private struct Beside<Content: View>: View {
    let choices: [Tap]
    @ViewBuilder let content: () -> Content

    var body: some View {
        HStack(alignment: .top, spacing: 0) {
            ScrollView { Parts(content: content) }.frame(maxWidth: readable)
            ScrollView { Buttons(choices: choices).padding(.horizontal, sides) }.frame(maxWidth: besideWidth)
        }
    }
}

/// Choices stay in view under a body that scrolls: all of them, where that leaves more than half of the room to what they
/// are about; else the usual one. The others then follow the body.
private struct Below<Content: View>: View {
    let choices: [Tap]
    @ViewBuilder let content: () -> Content
    /// What a keyboard leaves of it.
    @State private var height: CGFloat = 0
    @State private var all: CGFloat = 0
    @State private var first: CGFloat = 0

    var body: some View {
        ScrollView {
            Parts {
                content()
                if fixed < choices.count { Buttons(choices: Array(choices.dropFirst(fixed))) }
            }
            .frame(maxWidth: readable)
            .frame(maxWidth: .infinity)
        }
        .scrollDismissesKeyboard(.interactively)
        .safeAreaInset(edge: .bottom, spacing: 0) {
            if fixed > 0 { standing }
        }
        .background(alignment: .top) { measured }
        .onGeometryChange(for: CGFloat.self) {
            $0.size.height
        } action: {
            height = $0
        }
    }

    private var fixed: Int {
        let most = height * share
        return all <= most ? choices.count : first <= most ? 1 : 0
    }

    private var standing: some View {
        Painted { palette in
            Buttons(choices: Array(choices.prefix(fixed)))
                .padding(.horizontal, sides)
                .frame(maxWidth: readable)
                .frame(maxWidth: .infinity)
                .background(palette.surface)
        }
    }

    /// The same buttons, drawn nowhere: how tall they are depends on labels, letters and width.
    private var measured: some View {
        ZStack(alignment: .top) {
            Buttons(choices: choices).onGeometryChange(for: CGFloat.self) {
                $0.size.height
            } action: {
                all = $0
            }
            Buttons(choices: Array(choices.prefix(1))).onGeometryChange(for: CGFloat.self) {
                $0.size.height
            } action: {
                first = $0
            }
        }
        .fixedSize(horizontal: false, vertical: true)
        .padding(.horizontal, sides)
        .frame(maxWidth: readable)
        .hidden()
    }
}

private struct Parts<Content: View>: View {
    @ViewBuilder let content: () -> Content

    var body: some View {
        VStack(alignment: .leading, spacing: 16, content: content)
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(.horizontal, sides)
            .padding(.vertical, 12)
    }
}

private struct Buttons: View {
    let choices: [Tap]

    var body: some View {
        VStack(spacing: 8) {
            ForEach(choices) { ChoiceButton(tap: $0) }
        }
        .padding(.vertical, 12)
    }
}

/// The way back, on top as everywhere, with the words where it leads.
private struct BackRow: View {
    let back: Tap

    var body: some View {
        Painted { palette in
            Button(action: back.act) {
                HStack(spacing: 8) {
                    Icons.back.image
                    TapWords(label: back.label)
                }
                .foregroundStyle(palette.primary)
                .padding(.horizontal, sides)
                .frame(maxWidth: .infinity, minHeight: 44, alignment: .leading)
                .contentShape(Rectangle())
            }
            .buttonStyle(.plain)
            .accessibilityIdentifier(back.id)
        }
    }
}

private let share = 0.45
private let wide = 600.0
private let short = 480.0
private let readable = 600.0
private let besideWidth = 400.0
private let sides = 16.0
