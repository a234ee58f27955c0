import InkjoinKit
import SwiftUI

extension Screen {
    /// Something on it shall be in no picture of the app.
    var secret: Bool {
        blocks.contains { block in
            switch block {
            case .pin: true
            case .field(_, let input, _, _, _, _): input == .password || input == .digits
            default: false
            }
        }
    }
}

/// Covers a screen with a secret while the app is not in front: the app switcher keeps a picture of what is drawn then.
struct Cover: ViewModifier {
    let secret: Bool
    @Environment(\.scenePhase) private var phase

    func body(content: Content) -> some View {
        content.overlay {
            if secret && phase != .active {
                Painted { palette in
                    palette.surface.ignoresSafeArea()
                    Icons.printer.image.font(.largeTitle).foregroundStyle(palette.quiet)
                }
                // At once: a fading cover would be in the picture half done.
                .transition(.identity)
            }
        }
    }
}
