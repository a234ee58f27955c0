// Runs on a Mac only: tests/ios/simulator.sh builds the app, serves the lab on the Mac's loopback, which the simulator shares,
// and hands over what the lab says of itself. On Linux only its types are checked (tests/ios/typecheck.py).
import XCTest

/// For one screen, in seconds: a simulator on a busy machine is slow, and a printer is asked over it.
private let patience: TimeInterval = 60

/// A person at the wizard, who knows screens, choices and fields by the core's own ids.
@MainActor
struct Person {
    let app = XCUIApplication()

    /// The app as it is, or with the system's settings in `arguments`.
    init(_ arguments: [String] = []) {
        app.launchArguments = arguments
        app.launch()
    }

    func sees(_ screen: String, file: StaticString = #filePath, line: UInt = #line) {
        let end = Date(timeIntervalSinceNow: patience)
        while !one("screen:\(screen)").waitForExistence(timeout: 1) {
            refuses()
            if Date() > end { return XCTFail("no screen \(screen)", file: file, line: line) }
        }
    }

    /// Takes the only choice of this id, once its screen is there.
    func takes(_ screen: String, _ choice: String, file: StaticString = #filePath, line: UInt = #line) {
        sees(screen, file: file, line: line)
        taps("choice:\(choice)")
    }

    func types(_ screen: String, _ field: String, _ text: String, file: StaticString = #filePath, line: UInt = #line) {
        sees(screen, file: file, line: line)
        let entry = one("field:\(field)")
        taps("field:\(field)")
        let before = entry.value as? String ?? ""
        entry.typeText(String(repeating: XCUIKeyboardKey.delete.rawValue, count: before.count) + text)
    }

    /// No DNS-SD of the lab reaches the simulator: the printer is told by its address.
    func findsByAddress(_ address: String) {
        takes("start", "begin")
        takes("find", "type-address")
        types("address", "address", address)
        takes("address", "ask")
    }

    /// To the list of ways, from a printer that is on a cable.
    func comesToWays(_ address: String) {
        findsByAddress(address)
        takes("already-online", "connect")
        sees("ways")
    }

    /// The PIN that the printer tells, by hand into the router's page.
    func carriesThePin() {
        takes("ways", "way:read:page")
        takes("router-page", "entered")
        sees("waiting")
    }

    func one(_ id: String) -> XCUIElement {
        app.descendants(matching: .any).matching(identifier: id).firstMatch
    }

    /// What is below the screen's edge is scrolled to.
    private func taps(_ id: String) {
        let element = one(id)
        _ = element.waitForExistence(timeout: patience)
        for _ in 0..<12 where element.exists && !element.isHittable { app.swipeUp() }
        element.tap()
    }

    /// The system asks for Bluetooth, which no test needs; the first button says no.
    private func refuses() {
        let alert = XCUIApplication(bundleIdentifier: "com.apple.springboard").alerts.firstMatch
        if alert.exists { alert.buttons.firstMatch.tap() }
    }
}
