#if canImport(UIKit)
    import UIKit
    import UniformTypeIdentifiers

    /// A secret in the clipboard: it stays on this device, and the system takes it out again after a minute.
    @MainActor
    enum SecretClip {
        static func copy(_ secret: String) {
            let options: [UIPasteboard.OptionsKey: Any] = [
                .localOnly: true,
                .expirationDate: Date(timeIntervalSinceNow: kept),
            ]
            UIPasteboard.general.setItems([[UTType.utf8PlainText.identifier: secret]], options: options)
        }

        private static let kept: TimeInterval = 60
    }
#endif
