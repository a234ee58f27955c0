import InkjoinKit
import SwiftUI

/// A part that stands on a ground of its own.
struct Panel<Content: View>: View {
    let ground: Color
    let ink: Color
    @ViewBuilder let content: () -> Content

    var body: some View {
        VStack(alignment: .leading, spacing: 12, content: content)
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(16)
            .foregroundStyle(ink)
            .background(ground, in: RoundedRectangle(cornerRadius: 16))
    }
}

/// Beside each other, or one below the other where large letters need the width.
struct Turning<Content: View>: View {
    @Environment(\.dynamicTypeSize) private var size
    private let content: Content

    init(@ViewBuilder content: () -> Content) {
        self.content = content()
    }

    var body: some View {
        let layout =
            size.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 8))
            : AnyLayout(HStackLayout(alignment: .center, spacing: 12))
        layout { content }
    }
}

/// A note: its level by picture and word, not by colour alone.
struct NoticeView: View {
    let level: Level
    let text: String

    var body: some View {
        Painted { palette in
            switch level {
            case .info: note(.info, .noticeInfo, palette.secondaryGround, palette.onSecondaryGround)
            case .warning: note(.warning, .noticeWarning, palette.warningGround, palette.onWarningGround)
            case .error: note(.error, .noticeError, palette.errorGround, palette.onErrorGround)
            }
        }
    }

    private func note(_ icon: Icons, _ word: Word, _ ground: Color, _ ink: Color) -> some View {
        Panel(ground: ground, ink: ink) {
            Turning {
                icon.image.font(.title2)
                VStack(alignment: .leading, spacing: 2) {
                    OwnWords(word).font(.subheadline.bold())
                    Words(text)
                }
            }
        }
        .accessibilityElement(children: .combine)
    }
}

/// A page for the system's browser. Its address is shown: somebody may rather type it at a computer.
struct LinkView: View {
    let url: String
    let label: String
    let open: @MainActor (Act) -> Void

    var body: some View {
        Painted { palette in
            VStack(spacing: 4) {
                ChoiceButton(
                    tap: Tap(id: "link", label: .core(label), role: .secondary, icon: .out) { open(.openUrl(url: url)) })
                // An address runs from the left in every language.
                Words(url).font(.footnote).foregroundStyle(palette.quiet).environment(\.layoutDirection, .leftToRight)
            }
            .frame(maxWidth: .infinity)
        }
    }
}

/// Something is being done: how far, where that is known.
struct ProgressBlock: View {
    let what: String
    let done: Int
    let of: Int
    @Environment(\.own) private var own

    var body: some View {
        Painted { palette in
            Panel(ground: palette.panel, ink: palette.onSurface) {
                Turning {
                    if of == 0 { Busy() }
                    Words(what).font(.headline)
                }
                if of > 0 {
                    ProgressView(value: Double(min(done, of)), total: Double(of)).tint(palette.primary).accessibilityHidden(
                        true)
                    Words(own(.progressOf, done, of)).environment(\.locale, own.locale)
                }
            }
        }
        .accessibilityElement(children: .combine)
    }
}

struct Busy: View {
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        if still {
            Icons.wait.image.font(.title2)
        } else {
            ProgressView().accessibilityHidden(true)
        }
    }
}

/// Printers as cards, each of which is its choice.
struct PrintersView: View {
    let printers: [PrinterCard]
    let choose: @MainActor (String) -> Void

    var body: some View {
        LazyVStack(spacing: 12) {
            ForEach(printers, id: \.choice) { printer in
                Button {
                    choose(printer.choice)
                } label: {
                    CardView(printer: printer)
                }
                .buttonStyle(.plain)
                .accessibilityIdentifier("choice:\(printer.choice)")
            }
        }
    }
}

private struct CardView: View {
    let printer: PrinterCard

    var body: some View {
        Painted { palette in
            Turning {
                Icons.printer.image.font(.title).foregroundStyle(palette.primary)
                VStack(alignment: .leading, spacing: 2) {
                    Words(printer.name).font(.headline)
                    ForEach([printer.model, printer.marks].filter { !$0.isEmpty }, id: \.self) { fact in
                        Words(fact).font(.subheadline).foregroundStyle(palette.quiet)
                    }
                }
            }
            .frame(maxWidth: .infinity, minHeight: 44, alignment: .leading)
            .padding(16)
            .overlay(RoundedRectangle(cornerRadius: 12).strokeBorder(palette.outline, lineWidth: 1))
            .contentShape(RoundedRectangle(cornerRadius: 12))
        }
    }
}
