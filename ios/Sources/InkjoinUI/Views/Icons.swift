import SwiftUI

/// The pictures beside words. None says anything itself.
enum Icons: String {
    case back = "chevron.backward"
    case info = "info.circle"
    case warning = "exclamationmark.triangle"
    case error = "exclamationmark.octagon"
    case copy = "doc.on.doc"
    case done = "checkmark"
    case eye = "eye"
    case eyeOff = "eye.slash"
    case unfold = "chevron.down"
    case fold = "chevron.up"
    case out = "arrow.up.forward.square"
    case settings = "gearshape"
    case printer = "printer"
    case wait = "hourglass"
    case menu = "list.bullet.rectangle"
    case read = "doc.text"
    case plug = "powerplug.fill"
    case unplug = "powerplug"
    case type = "keyboard"
    case look = "magnifyingglass"
    case clock = "clock.fill"
    case wireless = "wifi"
    case letterI = "info"
    case cancel = "xmark"
    case resume = "arrow.up.doc"
    case power = "power"

    /// Grows with the letters that it stands beside.
    var image: some View {
        Image(systemName: rawValue).accessibilityHidden(true)
    }
}

/// The picture beside a step, by the name that the core gives it; one for names that are not known yet.
struct StepPicture: View {
    let name: String
    @ScaledMetric(relativeTo: .body) private var side = 28.0

    var body: some View {
        switch name {
        case "press": drawn(Key(held: false))
        case "hold": drawn(Key(held: true))
        case "menu": Icons.menu.image
        case "read": Icons.read.image
        case "plug": Icons.plug.image
        case "unplug": Icons.unplug.image
        case "open": Icons.out.image
        case "type": Icons.type.image
        default: Icons.look.image
        }
    }

    private func drawn(_ key: Key) -> some View {
        key.stroke(style: StrokeStyle(lineWidth: side / 12, lineCap: .round, lineJoin: .round))
            .frame(width: side, height: side)
            .accessibilityHidden(true)
    }
}

/// A key and the way down; or the key held down, and a clock. On a field of 24 by 24.
private struct Key: Shape {
    let held: Bool

    func path(in field: CGRect) -> Path {
        var path = Path()
        let unit = min(field.width, field.height) / 24
        func line(_ points: (CGFloat, CGFloat)...) {
            path.addLines(points.map { CGPoint(x: field.minX + $0.0 * unit, y: field.minY + $0.1 * unit) })
        }
        if held {
            line((3, 19), (21, 19))
            line((6, 19), (6, 16), (18, 16), (18, 19))
            path.addEllipse(
                in: CGRect(x: field.minX + 7 * unit, y: field.minY + 2.5 * unit, width: 10 * unit, height: 10 * unit))
            line((12, 5), (12, 7.7), (14, 9))
        } else {
            line((4, 17), (20, 17), (20, 21), (4, 21), (4, 17))
            line((12, 3), (12, 13))
            line((8, 9.5), (12, 13.5), (16, 9.5))
        }
        return path
    }
}
