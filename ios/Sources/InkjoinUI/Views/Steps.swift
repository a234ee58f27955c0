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
                    Picture(name: step.icon)
                }
                Sentence(step: step)
            }
            .accessibilityElement(children: .combine)
        } else {
            HStack(alignment: .top, spacing: 12) {
                Number(number: number)
                Sentence(step: step).frame(maxWidth: .infinity, alignment: .leading).padding(.top, 4)
                Picture(name: step.icon)
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

private struct Picture: View {
    let name: String

    var body: some View {
        Painted { palette in
            StepPicture(name: name)
                .font(.title2)
                .foregroundStyle(palette.primary)
                .padding(8)
                .background(palette.raised, in: RoundedRectangle(cornerRadius: 12))
        }
    }
}
