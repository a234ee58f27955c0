// Runs on a Mac only: tests/ios/simulator.sh builds the app, serves the lab on the Mac's loopback, which the simulator shares,
// and hands over what the lab says of itself. On Linux only its types are checked (tests/ios/typecheck.py).
import XCTest

/// What the system does to an app in the middle of the wizard, and how it looks to those who need it larger or spoken.
final class LifeTests: XCTestCase {
    private let largest = ["-UIPreferredContentSizeCategoryName", "UICTContentSizeCategoryAccessibilityXXXL"]

    override func setUp() async throws {
        continueAfterFailure = false
    }

    @MainActor
    func testAKilledAppComesBackToTheWait() throws {
        let lab = try Lab("router-locked")
        let person = Person()
        person.comesToWays(lab.address)
        person.carriesThePin()
        person.app.terminate()
        person.app.launch()
        person.sees("waiting")
    }

    @MainActor
    func testALinkOpensTheAppAndChangesNothing() throws {
        let lab = try Lab("router-without-wrapper")
        let person = Person()
        person.comesToWays(lab.address)
        XCUIDevice.shared.press(.home)
        person.app.open(try XCTUnwrap(URL(string: "inkjoin://setup?printer=198.51.100.7")))
        person.sees("ways")
    }

    /// The centre of notifications makes an app inactive as the app switcher does, and leaves it where a test can see it.
    @MainActor
    func testTheSecretIsCoveredWhileTheAppIsNotInFront() throws {
        let lab = try Lab("router-without-wrapper")
        let person = Person()
        person.comesToWays(lab.address)
        person.takes("ways", "way:read:page")
        person.sees("router-page")
        XCTAssertTrue(person.one("pin").exists)
        XCTAssertFalse(person.one("cover").exists)
        let top = person.app.coordinate(withNormalizedOffset: CGVector(dx: 0.3, dy: 0))
        top.press(forDuration: 0.1, thenDragTo: person.app.coordinate(withNormalizedOffset: CGVector(dx: 0.3, dy: 0.9)))
        XCTAssertTrue(person.one("cover").waitForExistence(timeout: 10))
        keep(person, "covered")
        XCUIDevice.shared.press(.home)
        person.app.activate()
        person.sees("router-page")
        XCTAssertFalse(person.one("cover").exists)
    }

    @MainActor
    func testTheLargestTextLeavesEveryChoiceInReach() throws {
        let lab = try Lab("wpa3-only")
        let person = Person(largest)
        person.comesToWays(lab.address)
        keep(person, "largest ways")
        try person.app.performAccessibilityAudit(for: [.textClipped, .dynamicType])
        person.carriesThePin()
        keep(person, "largest waiting")
    }

    @MainActor
    func testEveryScreenPassesTheAccessibilityAudit() throws {
        let lab = try Lab("laserjet-pin-pages")
        let person = Person()
        person.sees("start")
        try person.app.performAccessibilityAudit()
        person.comesToWays(lab.address)
        try person.app.performAccessibilityAudit()
        person.takes("ways", "way:typed:page")
        person.sees("type-pin")
        try person.app.performAccessibilityAudit()
        person.types("type-pin", "pin", lab.pin)
        person.takes("type-pin", "use-pin")
        person.sees("router-page")
        try person.app.performAccessibilityAudit()
    }
}
