import AppIntents

/// For Siri and Shortcuts: opens the app, and starts nothing by itself.
struct SetUpPrinter: AppIntent {
    static let title: LocalizedStringResource = "intent_title"
    static let openAppWhenRun = true

    func perform() async throws -> some IntentResult {
        .result()
    }
}

struct Shortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: SetUpPrinter(), phrases: ["Set up my HP printer with \(.applicationName)"], shortTitle: "intent_title",
            systemImageName: "printer")
    }
}
