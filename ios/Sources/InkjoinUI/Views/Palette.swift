import SwiftUI

/// Our colours, in light and dark. The pairs of ground and ink differ by 4.5 to 1 or more.
struct Palette: Equatable {
    let primary, onPrimary, primaryGround, onPrimaryGround: Color
    let secondaryGround, onSecondaryGround: Color
    let surface, onSurface, panel, raised, quiet: Color
    let outline, faint: Color
    let error, errorGround, onErrorGround: Color
    let warningGround, onWarningGround: Color

    static func of(_ scheme: ColorScheme) -> Palette {
        scheme == .dark ? dark : light
    }

    private static let light = Palette(
        primary: .rgb(0x00639B), onPrimary: .rgb(0xFFFFFF), primaryGround: .rgb(0xCEE5FF), onPrimaryGround: .rgb(0x001D33),
        secondaryGround: .rgb(0xD5E4F7), onSecondaryGround: .rgb(0x0E1D2A),
        surface: .rgb(0xF7F9FC), onSurface: .rgb(0x181C20), panel: .rgb(0xEBEEF3), raised: .rgb(0xE0E3E8),
        quiet: .rgb(0x41474E),
        outline: .rgb(0x72787F), faint: .rgb(0xC2C7CF),
        error: .rgb(0xBA1A1A), errorGround: .rgb(0xFFDAD6), onErrorGround: .rgb(0x410002),
        warningGround: .rgb(0xFFE8B0), onWarningGround: .rgb(0x3F2E00))

    private static let dark = Palette(
        primary: .rgb(0x97CBFF), onPrimary: .rgb(0x003353), primaryGround: .rgb(0x004A77), onPrimaryGround: .rgb(0xCEE5FF),
        secondaryGround: .rgb(0x3A4856), onSecondaryGround: .rgb(0xD5E4F7),
        surface: .rgb(0x101418), onSurface: .rgb(0xE0E3E8), panel: .rgb(0x1C2024), raised: .rgb(0x323539),
        quiet: .rgb(0xC2C7CF),
        outline: .rgb(0x8C9199), faint: .rgb(0x41474E),
        error: .rgb(0xFFB4AB), errorGround: .rgb(0x93000A), onErrorGround: .rgb(0xFFDAD6),
        warningGround: .rgb(0x4A3800), onWarningGround: .rgb(0xFFDF92))
}

extension Color {
    /// Red, green and blue in one number, a byte each.
    static func rgb(_ number: UInt32) -> Color {
        let part = { (shift: UInt32) in Double((number >> shift) & 0xFF) / 255 }
        return Color(red: part(16), green: part(8), blue: part(0))
    }
}

/// Gives what it draws the colours of the appearance that is on now.
struct Painted<Content: View>: View {
    @Environment(\.colorScheme) private var scheme
    private let content: (Palette) -> Content

    init(@ViewBuilder content: @escaping (Palette) -> Content) {
        self.content = content
    }

    var body: some View {
        content(.of(scheme))
    }
}
