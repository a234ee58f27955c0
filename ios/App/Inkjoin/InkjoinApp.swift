import InkjoinKit
import SwiftUI

/// The whole app: it starts in the wizard, where the last one was left.
@main
struct InkjoinApp: App {
    @State private var model = WizardModel(start: Ground.start)

    var body: some Scene {
        WindowGroup {
            Setup(model: model)
        }
    }
}

/// What sessions stand on: this phone.
private enum Ground {
    static let ports = ApplePorts()

    /// In the person's language. Another one is set in the system's settings, which start the app anew.
    @Sendable static func start() throws -> Session {
        try ports.start(SessionOptions(locale: Locale.preferredLanguages.first ?? "en"))
    }
}
