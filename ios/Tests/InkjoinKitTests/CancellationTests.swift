import Foundation
import InkjoinKit
import XCTest

/// After the end of a session, whichever it is, no task and no socket of it is left.
final class CancellationTests: XCTestCase {
    private var house: House!
    private var person: Person!
    /// Sockets before the session: Foundation holds one for each process that it started.
    private var before = 0

    private func open(_ scene: String) async throws {
        let told = try XCTUnwrap(Scenes.all.get().scenes.first { $0.name == scene })
        // What the library opens once in a process is there from now on.
        let first = try Nowhere.start()
        _ = await first.nextScreen(after: 0)
        first.stop()
        house = try House(told.lab, speed: told.speed)
        person = try Person(house, told)
        _ = try await until(seconds: 10, "a quiet beginning", idle)
        before = sockets()
    }

    override func tearDown() async throws {
        house?.close()
        house = nil
        person = nil
    }

    private func walk(_ session: Session, to id: String) async throws -> Screen? {
        let person = try XCTUnwrap(person)
        let screen = try await within(seconds: 30, id) { try await person.walk(session, to: id) }
        XCTAssertEqual(screen?.id, id)
        return screen
    }

    /// A session at the screen `waiting`, where it polls the router and asks the printer.
    private func busy() async throws -> Session {
        try await open("cancelled in the middle")
        let session = try await person.start()
        _ = try await walk(session, to: "waiting")
        XCTAssertGreaterThan(diagnostics().tasks, 0)
        return session
    }

    private func gone(after how: String) async throws {
        let (tasks, held, before) = (diagnostics().tasks, sockets() - before, before)
        let begun = ContinuousClock.now
        var idleAfter: Double?
        let seconds = try await until(seconds: 2, "after \(how)") {
            if idleAfter == nil, idle() { idleAfter = begun.duration(to: .now) / .milliseconds(1) }
            return idle() && sockets() <= before
        }
        let figures = [idleAfter ?? 0, seconds * 1_000].map { String(format: "%.1f", $0) }
        print(
            "figure: after \(how) the last of \(tasks) tasks is gone in \(figures[0]) ms, of \(held) sockets in \(figures[1]) ms"
        )
    }

    func testStopEndsAllAtOnce() async throws {
        let session = try await busy()
        let pending = Task { await session.nextScreen(after: .max) }
        session.stop()
        try await gone(after: "stop")
        let nothing = try await within(seconds: 5, "the wait") { await pending.value }
        XCTAssertNil(nothing)
    }

    func testTheLastReferenceEndsAll() async throws {
        var session: Session? = try await busy()
        weak var held = session
        let reader = try XCTUnwrap(session?.screens())
        let pending = Task { () -> Int in
            var count = 0
            for await _ in reader { count += 1 }
            return count
        }
        session = nil
        try await gone(after: "the last reference")
        XCTAssertNil(held)
        _ = try await within(seconds: 5, "the loop") { await pending.value }
    }

    func testCancelClosesAndUndoes() async throws {
        let session = try await busy()
        let begun = ContinuousClock.now
        session.cancel()
        var closing: Double?
        for await screen in session.screens() where screen.id == "ended" && closing == nil {
            closing = begun.duration(to: .now) / .milliseconds(1)
        }
        let all = begun.duration(to: .now) / .milliseconds(1)
        print("figure: after cancel the closing screen comes in \(Int(closing ?? .infinity)) ms, the last in \(Int(all)) ms")
        XCTAssertLessThan(try XCTUnwrap(closing), 1_000)
        XCTAssertLessThan(all, 6_000)
        XCTAssertEqual(try house.state()["router.pins"], .number(0))
        try await gone(after: "cancel's last screen")
    }

    /// At each screen of a scene, from a thread that is not the reader's, while that one waits.
    func testCancelFromAnotherThreadAtEachScreen() async throws {
        for id in ["start", "find", "already-online", "ways", "sign-in", "waiting", "joined"] {
            try await open(id == "joined" ? "joined by PIN" : "cancelled in the middle")
            let session = try await person.start()
            let revision = try await walk(session, to: id)?.revision ?? 0
            let pending = Task { await session.nextScreen(after: revision) }
            Thread { session.cancel() }.start()
            let next = try await within(seconds: 10, "the wait at \(id)") { await pending.value }
            XCTAssertGreaterThan(next?.revision ?? 0, revision, id)
            let last = try await within(seconds: 10, "the end after \(id)") {
                var last: Screen?
                for await screen in session.screens() { last = screen }
                return last
            }
            XCTAssertTrue(last?.last == true, id)
            XCTAssertEqual(words(session.outcome()), id == "joined" ? "joined printer-answered" : "cancelled", id)
            try await gone(after: "cancel at \(id)")
            try await tearDown()
        }
    }
}
