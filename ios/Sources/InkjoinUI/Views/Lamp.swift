import InkjoinKit
import SwiftUI

/// A light of the printer, with its name and words.
struct LightView: View {
    let name: String
    let colour: Colour
    let pattern: Pattern
    let words: String

    var body: some View {
        Painted { palette in
            Panel(ground: palette.panel, ink: palette.onSurface) {
                Turning {
                    Lamp(colour: colour, pattern: pattern, side: 48)
                    VStack(alignment: .leading, spacing: 2) {
                        Words(name).font(.headline)
                        Words(words)
                    }
                }
            }
        }
        .accessibilityElement(children: .combine)
    }
}

/// A lamp as it blinks. Each pattern has a form of its own, for those who do not tell the colours apart: long rays are
/// light that stays, short ones are blinking, of which a still picture has one half lit, and none is off. Says nothing
/// itself: the words stand beside it.
struct Lamp: View {
    let colour: Colour
    let pattern: Pattern
    let side: CGFloat
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        Painted { palette in
            if pattern == .blinking && !still {
                TimelineView(.periodic(from: Date(timeIntervalSinceReferenceDate: 0), by: halfBlink)) { time in
                    bulb(palette, lit: Int(time.date.timeIntervalSinceReferenceDate / halfBlink).isMultiple(of: 2))
                }
            } else {
                bulb(palette, lit: pattern != .off)
            }
        }
        .accessibilityHidden(true)
    }

    private func bulb(_ palette: Palette, lit: Bool) -> some View {
        Canvas { context, size in
            let unit = min(size.width, size.height) / 24
            let centre = CGPoint(x: size.width / 2, y: size.height / 2)
            let glass = Path(
                ellipseIn: CGRect(x: centre.x - 6 * unit, y: centre.y - 6 * unit, width: 12 * unit, height: 12 * unit))
            if lit {
                context.fill(pattern == .blinking && still ? half(centre, 6 * unit) : glass, with: .color(colour.drawn))
            }
            context.stroke(glass, with: .color(palette.outline), lineWidth: 1.5 * unit)
            guard lit else { return }
            let around = rays(centre, unit, length: pattern == .blinking ? 1.6 : 3.4)
            context.stroke(around, with: .color(palette.outline), style: StrokeStyle(lineWidth: 2 * unit, lineCap: .round))
            context.stroke(around, with: .color(colour.drawn), style: StrokeStyle(lineWidth: 1.2 * unit, lineCap: .round))
        }
        .frame(width: side, height: side)
    }

    private func half(_ centre: CGPoint, _ radius: CGFloat) -> Path {
        var path = Path()
        path.addArc(center: centre, radius: radius, startAngle: .degrees(90), endAngle: .degrees(270), clockwise: false)
        path.closeSubpath()
        return path
    }

    private func rays(_ centre: CGPoint, _ unit: CGFloat, length: CGFloat) -> Path {
        var path = Path()
        for ray in 0..<8 {
            let angle = CGFloat(ray) * .pi / 4
            let end = { (far: CGFloat) in
                CGPoint(x: centre.x + cos(angle) * far * unit, y: centre.y + sin(angle) * far * unit)
            }
            path.move(to: end(8.2))
            path.addLine(to: end(8.2 + length))
        }
        return path
    }
}

extension Colour {
    fileprivate var drawn: Color {
        switch self {
        case .blue: .rgb(0x2F7DF6)
        case .white: .rgb(0xFFFFFF)
        case .green: .rgb(0x28B446)
        case .amber: .rgb(0xFFA000)
        case .red: .rgb(0xE53935)
        case .purple: .rgb(0x9B51E0)
        }
    }
}

/// One flash a second: three are the most that is safe (WCAG 2.3.1).
private let halfBlink: TimeInterval = 0.5
