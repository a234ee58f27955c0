// Runs on a Mac only: tests/ios/simulator.sh builds the app, serves the lab on the Mac's loopback, which the simulator shares,
// and hands over what the lab says of itself. On Linux only its types are checked (tests/ios/typecheck.py).
import Foundation
import XCTest

/// A scene of `inkjoin-lab`, served by tests/ios/simulator.sh.
struct Lab {
    private let info: [String: Any]

    init(_ scene: String) throws {
        let name = "LAB_" + scene.uppercased().replacingOccurrences(of: "-", with: "_")
        let said = ProcessInfo.processInfo.environment[name].flatMap { Data(base64Encoded: $0) }
        let line = try XCTUnwrap(said, "tests/ios/simulator.sh runs these tests")
        info = try XCTUnwrap(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    }

    /// What a person types for the printer.
    var address: String {
        let printers = info["printers"] as? [[String: Any]]
        return printers?.first?["cable"] as? String ?? ""
    }

    /// The first PIN that the scene knows.
    var pin: String {
        let canaries = info["canaries"] as? [[String: Any]] ?? []
        return canaries.first(where: { $0["kind"] as? String == "pin" })?["value"] as? String ?? ""
    }

    /// Which printer's WPS session is open: `idle` or `waiting`, among others.
    func session() throws -> String {
        try ask(["do": "state"])["session"] as? String ?? ""
    }

    /// One line to the control socket, one line back.
    @discardableResult
    func ask(_ verb: [String: Any]) throws -> [String: Any] {
        let line = try JSONSerialization.data(withJSONObject: verb) + [10]
        let answer = try exchange(line, at: info["control"] as? String ?? "")
        return try XCTUnwrap(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
    }
}
