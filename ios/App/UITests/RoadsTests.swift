// Runs on a Mac only: tests/ios/simulator.sh builds the app, serves the lab on the Mac's loopback, which the simulator shares,
// and hands over what the lab says of itself. On Linux only its types are checked (tests/ios/typecheck.py).
import XCTest

/// Roads through the wizard, against printers of the lab on the Mac that runs the simulator.
///
/// The Mac's router is no router of the lab, so a person carries the PIN or pushes the buttons. A printer that has joined is
/// looked for by DNS-SD, and the lab announces nothing here: each road ends at the wait, and the lab's own state says what the
/// printer was asked.
final class RoadsTests: XCTestCase {
    override func setUp() async throws {
        continueAfterFailure = false
    }

    @MainActor
    func testThePinIsReadFromThePrinter() throws {
        let lab = try Lab("laserjet-pin")
        let person = Person()
        person.comesToWays(lab.address)
        person.carriesThePin()
        XCTAssertEqual(try lab.session(), "waiting")
        keep(person, "waiting")
    }

    @MainActor
    func testThePinIsTyped() throws {
        let lab = try Lab("laserjet-pin-pages")
        let person = Person()
        person.comesToWays(lab.address)
        person.takes("ways", "way:typed:page")
        person.types("type-pin", "pin", lab.pin)
        person.takes("type-pin", "use-pin")
        person.sees("router-page")
        keep(person, "router-page")
        person.takes("router-page", "entered")
        person.sees("waiting")
    }

    @MainActor
    func testBothButtonsArePushedByHand() throws {
        let lab = try Lab("laserjet-wrong-pin")
        let person = Person()
        person.comesToWays(lab.address)
        try pushesBoth(person, lab)
        person.sees("waiting")
        XCTAssertEqual(try lab.session(), "waiting")
    }

    @MainActor
    func testThePrinterReportsAFailure() throws {
        let lab = try Lab("laserjet-pin-https")
        let person = Person()
        person.comesToWays(lab.address)
        try pushesBoth(person, lab)
        person.takes("waiting", "printer-reports")
        person.takes("printer-report", "shows-failed")
        person.sees("failed")
        XCTAssertTrue(person.one("choice:try-again").exists)
        keep(person, "failed")
    }

    @MainActor
    private func pushesBoth(_ person: Person, _ lab: Lab) throws {
        person.takes("ways", "way:push:hand")
        person.takes("push-consent", "open-push")
        try lab.ask(["do": "push", "printer": 0])
        person.takes("push-printer", "pressed-printer")
        person.takes("push-router", "pressed-router")
    }
}

extension XCTestCase {
    /// A picture for whoever looks at the results.
    @MainActor
    func keep(_ person: Person, _ name: String) {
        let picture = XCTAttachment(screenshot: person.app.screenshot())
        picture.name = name
        picture.lifetime = .keepAlways
        add(picture)
    }
}
