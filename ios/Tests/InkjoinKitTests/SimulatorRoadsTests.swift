import Foundation
import InkjoinKit
import Testing

/// What the simulator's tests tap and wait for, on the real core: screens, choices and fields by the names in ios/App/UITests.
extension Bindings {
    @Suite struct SimulatorRoadsTests {
        @Test func theyAreFound() {
            #expect(Road.all.count == 9)
        }

        @Test(arguments: Road.all)
        func road(_ road: Road) async throws {
            #expect(road.steps.count >= 6, "\(road.steps)")
            let traveller = try Traveller(road.scene)
            defer { traveller.close() }
            for step in road.steps { try await traveller.goes(step) }
        }
    }
}

/// One of those tests, as a list of what it does.
struct Road: Sendable, CustomTestStringConvertible {
    enum Step: Sendable {
        case sees(String)
        case takes(String, String)
        case types(String, String, what: String)
        case push
        case killed
    }

    let name: String
    let scene: String
    let steps: [Step]

    var testDescription: String { name }

    static let all: [Road] = {
        let files = ["Person", "RoadsTests", "LifeTests"].compactMap {
            try? String(contentsOf: project.appendingPathComponent("ios/App/UITests/\($0).swift"), encoding: .utf8)
        }
        let parts = files.joined().components(separatedBy: "func ").dropFirst()
        let bodies = Dictionary(parts.map { (String($0.prefix { $0 != "(" }), $0) }) { first, _ in first }
        return bodies.keys.filter { $0.hasPrefix("test") }.sorted().map { name in
            let body = bodies[name] ?? ""
            return Road(
                name: name, scene: body.firstMatch(of: /Lab\("(.+?)"\)/).map { String($0.1) } ?? "",
                steps: steps(body, bodies))
        }
    }()

    private static func steps(_ body: String, _ bodies: [String: String]) -> [Step] {
        let call =
            /(takes|types|sees|ask|terminate|comesToWays|findsByAddress|carriesThePin|pushesBoth)\((?:"(.+?)")?(?:, "(.+?)")?(?:, (\w[\w.]*))?/
        return body.components(separatedBy: "\n").dropFirst().flatMap { line in
            guard let found = line.firstMatch(of: call) else { return [Step]() }
            let words = [found.2, found.3, found.4].map { $0.map(String.init) ?? "" }
            return switch found.1 {
            case "sees": [.sees(words[0])]
            case "takes": [.takes(words[0], words[1])]
            case "types": [.types(words[0], words[1], what: words[2])]
            case "ask": [.push]
            case "terminate": [.killed]
            default: steps(bodies[String(found.1)] ?? "", bodies)
            }
        }
    }
}

/// Goes a road at a phone that knows no router and hears no DNS-SD.
private final class Traveller {
    private let house: House
    private let store = Memory()
    private var session: Session
    private var screen: Screen?
    private var typed = [String: String]()

    init(_ scene: String) throws {
        house = try House(scene, speed: 1)
        session = try Self.begin(store)
    }

    func goes(_ step: Road.Step) async throws {
        switch step {
        case .sees(let id): try await sees(id)
        case .takes(let id, let choice):
            try await sees(id)
            try await takes(choice)
        case .types(let id, let field, let what):
            try await sees(id)
            let there = screen?.blocks.contains { if case .field(field, _, _, _, _, _) = $0 { true } else { false } }
            #expect(there == true, "no field \(field) on \(id)")
            typed[field] = what == "lab.pin" ? pin : house.info["printers.0.cable"].text
        case .push: try house.ask(.map(["do": .text("push"), "printer": .number(0)]))
        case .killed:
            session.stop()
            session = try Self.begin(store)
            screen = nil
        }
    }

    func close() {
        session.stop()
        house.close()
    }

    private static func begin(_ store: Memory) throws -> Session {
        let here = Home()
        return try Session.start(
            options: SessionOptions(locale: "en"), ports: Ports(networks: here, dnsSd: here, store: store))
    }

    private var pin: String? {
        house.info["canaries"].list.first { $0["kind"].text == "pin" }?["value"].text
    }

    private func sees(_ id: String) async throws {
        while screen?.id != id { try await next() }
    }

    private func takes(_ id: String) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            screen = await session.nextScreen(after: 0)
            if let screen, let choice = screen.choices.first(where: { $0.id == id }) {
                let answers = choice.needs.map { ($0, typed[$0] ?? "") }
                if try session.choose(id, on: screen, answers: Dictionary(answers) { $1 }) == .accepted { return }
            }
            // No newer screen need follow a stale choice, where what came meanwhile is drawn the same: a person taps once more.
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Missed("no \(id) on \(screen?.id ?? "nothing") with \(screen?.choices.map(\.id) ?? [])")
    }

    private func next() async throws {
        let after = screen?.revision ?? 0
        let late = Task { [session] in
            try await Task.sleep(for: .seconds(60))
            session.stop()
        }
        defer { late.cancel() }
        screen = try #require(
            await session.nextScreen(after: after),
            "nothing after \(screen?.id ?? "the start") with \(screen?.choices.map(\.id) ?? [])")
    }
}

/// At home, and nothing else is known.
private final class Home: NetworkPort, DnsSdPort {
    func look() throws -> NetworkState { NetworkState(home: true) }
    func browse(id: UInt64, serviceTypes: [String], events: DnsSdEvents) throws {}
    func stop(id: UInt64) throws {}
}
