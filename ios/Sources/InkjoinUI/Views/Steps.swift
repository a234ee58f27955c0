import InkjoinKit
import SwiftUI

/// Numbered steps, each with its picture.
struct StepsView: View {
    let steps: [Step]

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            ForEach(Array(steps.enumerated()), id: \.offset) { index, step in
                StepRow(number: index + 1, step: step)
            }
        }
    }
}

private struct StepRow: View {
    let number: Int
    let step: Step
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        // Large letters need the width: number and picture then stand above the words.
        if size.isAccessibilitySize {
            VStack(alignment: .leading, spacing: 8) {
                HStack(spacing: 12) {
                    Number(number: number)
                    Picture(step: step)
                }
                Sentence(step: step)
            }
            .accessibilityElement(children: .combine)
        } else {
            HStack(alignment: .top, spacing: 12) {
                Number(number: number)
                Sentence(step: step).frame(maxWidth: .infinity, alignment: .leading).padding(.top, 4)
                Picture(step: step)
            }
            .accessibilityElement(children: .combine)
        }
    }
}

private struct Sentence: View {
    let step: Step

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            if step.usually { Usually() }
            Words(step.text)
            if let light = step.light { LightOfStep(light: light) }
        }
    }
}

private struct Number: View {
    let number: Int
    @Environment(\.own) private var own
    @ScaledMetric(relativeTo: .subheadline) private var side = 32.0

    var body: some View {
        Painted { palette in
            Text(number, format: .number)
                .font(.subheadline.bold())
                .foregroundStyle(palette.onPrimaryGround)
                .frame(width: side, height: side)
                .background(palette.primaryGround, in: Circle())
        }
        .accessibilityLabel(Text(verbatim: own(.stepNumber, number)))
    }
}

/// Nobody has seen it for certain.
private struct Usually: View {
    var body: some View {
        Painted { palette in
            OwnWords(.stepUsually)
                .font(.footnote)
                .foregroundStyle(palette.quiet)
                .padding(.horizontal, 8)
                .padding(.vertical, 2)
                .background(palette.raised, in: RoundedRectangle(cornerRadius: 6))
        }
    }
}

private struct LightOfStep: View {
    let light: StepLight

    var body: some View {
        Painted { palette in
            Turning {
                Lamp(colour: light.colour, pattern: light.pattern, side: 32)
                Words(light.words).font(.subheadline).foregroundStyle(palette.quiet)
            }
        }
    }
}

/// The keys to press, where it is about keys. They say nothing: the sentence names them.
private struct Picture: View {
    let step: Step

    var body: some View {
        if step.keys.isEmpty {
            Painted { palette in
                StepPicture(name: step.icon)
                    .font(.title2)
                    .foregroundStyle(palette.primary)
                    .padding(8)
                    .background(palette.raised, in: RoundedRectangle(cornerRadius: 12))
            }
        } else {
            VStack(spacing: 4) {
                ForEach(step.keys, id: \.self) { KeyCap(name: $0, isHeld: step.icon == "hold") }
            }
        }
    }
}

/// A key as it looks from above, what is printed on it, and a small clock where it is held.
private struct KeyCap: View {
    let name: String
    let isHeld: Bool
    @ScaledMetric(relativeTo: .body) private var side = 44.0

    var body: some View {
        Painted { palette in
            ZStack(alignment: .bottomTrailing) {
                Face(name: name)
                    .font(.title3)
                    .foregroundStyle(palette.primary)
                    .frame(width: side, height: side)
                    .background(palette.raised, in: RoundedRectangle(cornerRadius: isTouched ? 8 : side / 2))
                    .overlay { if !isTouched { Circle().stroke(palette.outline, style: StrokeStyle(lineWidth: 2)) } }
                if isHeld {
                    Icons.clock.image
                        .font(.caption)
                        .foregroundStyle(palette.onSurface)
                        .background(palette.surface, in: Circle())
                }
            }
        }
        .accessibilityHidden(true)
    }

    /// On a display, where it has no edge.
    private var isTouched: Bool { name.hasPrefix("icon-") }
}

/// What stands on a key of the printer; nothing for names that are not known yet.
private struct Face: View {
    let name: String

    var body: some View {
        switch name {
        case "wireless", "wifi-back", "icon-wireless": Icons.wireless.image
        case "icon-gear": Icons.settings.image
        case "information": Icons.letterI.image
        case "cancel": Icons.cancel.image
        case "resume": Icons.resume.image
        case "power": Icons.power.image
        default: EmptyView()
        }
    }
}
