import SwiftUI

/// Covers a secret while the app is not in front: the app switcher keeps a picture of what is drawn then. An app without
/// SwiftUI's life cycle is not told its phase, and has to cover the wizard by itself.
struct Cover: ViewModifier {
    let secret: Bool
    @Environment(\.scenePhase) private var phase
    /// Whether the phase is told at all.
    @State private var told = false

    func body(content: Content) -> some View {
        content
            .overlay {
                if secret && told && phase != .active { Curtain() }
            }
            .onChange(of: phase, initial: true) {
                if phase == .active { told = true }
            }
    }
}

private struct Curtain: View {
    var body: some View {
        Painted { palette in
            ZStack {
                palette.surface.ignoresSafeArea()
                Icons.printer.image.font(.largeTitle).foregroundStyle(palette.quiet)
            }
        }
        // At once: a fading one would be in the picture half drawn.
        .transition(.identity)
        .accessibilityElement(children: .ignore)
        .accessibilityIdentifier("cover")
    }
}
