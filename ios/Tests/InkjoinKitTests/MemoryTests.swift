import Foundation
import InkjoinKit
import XCTest

final class MemoryTests: XCTestCase {
    /// From the 200th to the 1,000th session that was made, read, changed, and dropped or stopped.
    func testAThousandSessionsLeaveNothing() async throws {
        var at200 = 0
        for count in 1...1_000 {
            try await one(stop: count.isMultiple(of: 2))
            if count == 200 { at200 = try await held() }
        }
        let growth = try await held() - at200
        print("figure: memory grows by \(growth) KiB from the 200th to the 1,000th session (\(at200) KiB; RssAnon)")
        XCTAssertLessThan(growth, 1_024)
        XCTAssertEqual(diagnostics().sessions, 0)
    }

    private func one(stop: Bool) async throws {
        let session = try Nowhere.start()
        let screens = session.screens()
        let first = await screens.next()
        try session.choose("begin", on: XCTUnwrap(first))
        _ = await screens.next()
        if stop { session.stop() }
    }

    /// When all sessions are gone.
    private func held() async throws -> Int {
        _ = try await until(seconds: 10, "the last tasks") { idle() && diagnostics().sessions == 0 }
        return try XCTUnwrap(anonymousMemory())
    }
}
