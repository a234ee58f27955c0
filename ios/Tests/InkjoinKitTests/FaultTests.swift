import Foundation
import InkjoinKit
import Testing

/// A fault and what becomes of it, as tests/e2e has it from the program.
struct Fault: Sendable, CustomTestStringConvertible {
    let at: String
    let knob: String
    let row: String

    var testDescription: String { "\(at) | \(knob)" }

    static let all = Result {
        let table = project.appendingPathComponent("tests/e2e/snapshots/faults__knob_by_phase.snap")
        return try String(contentsOf: table, encoding: .utf8).split(separator: "\n").compactMap { line -> Fault? in
            let parts = line.components(separatedBy: " | ")
            return parts.count == 3 ? Fault(at: parts[0], knob: parts[1], row: parts[2]) : nil
        }
    }
}

/// Walks at once: they mostly wait.
private let sideBySide = 12

extension Bindings {
    /// Every fault of the table, through the session in Swift: the same screen with the same words as in the program.
    @Suite struct FaultTests {
        @Test(.timeLimit(.minutes(10))) func everyFaultOfTheTable() async throws {
            let (all, begun) = (try Fault.all.get(), ContinuousClock.now)
            try #require(all.count == 9 * 21)
            let late = try await withThrowingTaskGroup(of: Fault?.self) { group in
                var (left, late) = (all[...], [Fault]())
                let walk = { @Sendable (fault: Fault) in try await wrongly(fault) == nil ? nil : fault }
                for fault in left.prefix(sideBySide) { group.addTask { try await walk(fault) } }
                left = left.dropFirst(sideBySide)
                while let one = try await group.next() {
                    if let one { late.append(one) }
                    if let next = left.popFirst() { group.addTask { try await walk(next) } }
                }
                return late
            }
            // Ten times as fast, a busy machine makes an answer late: those are walked again, one by one and slower.
            var wrong = [String: String]()
            for fault in late { wrong[fault.testDescription] = try await wrongly(fault, slower: 3) }
            #expect(wrong.isEmpty, "\(wrong.values.joined(separator: "\n"))")
            for fault in all where wrong[fault.testDescription] == nil {
                print("fault: \(fault.testDescription) | \(fault.row.prefix(80))")
            }
            let seconds = begun.duration(to: .now) / .seconds(1)
            print(
                "faults: \(all.count - wrong.count) of \(all.count) as in the table, \(Int(seconds)) s; \(late.count) walked twice"
            )
        }
    }
}

/// What differs from the table, if something does.
private func wrongly(_ fault: Fault, slower: UInt32 = 1) async throws -> String? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("fault-\(UUID()).toml")
    defer { try? FileManager.default.removeItem(at: file) }
    try scene(with: fault).write(to: file, atomically: true, encoding: .utf8)
    let speed: UInt32 = (["router.pin", "router.status"].contains(fault.at) ? 20 : 10) / slower
    let house = try House(file.path, speed: speed)
    defer { house.close() }
    do {
        let row = try await within(seconds: 60 * Double(slower), "the walk") { try await walk(house, speed: speed) }
        return row == fault.row ? nil : "\(fault.testDescription): \(row)\n  not: \(fault.row)"
    } catch { return "\(fault.testDescription): \(error)" }
}

private func scene(with fault: Fault) throws -> String {
    let plain = project.appendingPathComponent("tests/lab/scenes/laserjet-pin.toml")
    // As the knob is meant, it hangs up at the very moment when the longest try ends.
    let ms = fault.knob == "asleep" ? "ms = 4000\n" : ""
    var scene = try String(contentsOf: plain, encoding: .utf8).replacingOccurrences(
        of: "[expect]", with: "[[fault]]\nat = \"\(fault.at)\"\nknob = \"\(fault.knob)\"\n\(ms)\n[expect]")
    // What is granted is asked only where the sign-in did not tell it.
    if fault.at == "router.access" {
        scene = scene.replacingOccurrences(of: "[router]", with: "[router]\ntells_grants = false")
    }
    return scene
}

/// Goes on as a person would until something is told or it is over: the screen and what it says.
private func walk(_ house: House, speed: UInt32) async throws -> String {
    let ports = Ports(networks: Networks(house), dnsSd: DnsSd(house, "thread"), store: Memory())
    let session = try Session.start(options: SessionOptions(locale: "en", clockRate: speed), ports: ports)
    defer { session.stop() }
    var way = ""
    for await screen in session.screens() {
        if busy.contains(screen.id) { continue }
        let card = screen.choices.first { $0.id.hasPrefix("printer:") }?.id
        if screen.id == "find", card == nil { continue }
        let told = screen.told
        let passes = ["already-online", "ways"].contains(screen.id) || (screen.id == "sign-in" && !screen.isWrong)
        if let told, !passes { return "\(way)\(screen.id): \(told)" }
        switch screen.id {
        case "start": try session.choose("begin", on: screen)
        case "find": try session.choose(card ?? "", on: screen)
        case "already-online": try session.choose("connect", on: screen)
        case "ways":
            way = screen.withheld.map { "ways: \($0) " } ?? ""
            try session.choose(screen.choices[0].id, on: screen)
        case "sign-in":
            let answers = ["user", "password"].map { ($0, house.info["router.\($0)"].text ?? "") }
            try session.choose("sign-in", on: screen, answers: Dictionary(uniqueKeysWithValues: answers))
        default: return "\(way)\(screen.id): \(told ?? screen.title)"
        }
    }
    return "\(way)ended"
}

private let busy: Set = ["asking", "learning", "signing-in", "reading-pin", "sending-pin", "waiting"]

extension Screen {
    /// The first thing that stands out.
    fileprivate var told: String? {
        let notice = blocks.lazy.compactMap { if case .notice(_, let text) = $0 { text } else { nil } }.first
        return fieldProblem ?? notice
    }

    fileprivate var fieldProblem: String? {
        blocks.lazy.compactMap { if case .field(_, _, _, _, _, let problem) = $0 { problem } else { nil } }.first
    }

    fileprivate var isWrong: Bool {
        fieldProblem != nil || blocks.contains { if case .notice(.error, _) = $0 { true } else { false } }
    }

    /// Why the way in which nothing is carried by hand is not offered.
    fileprivate var withheld: String? {
        blocks.lazy.compactMap { if case .details(let details) = $0 { details } else { nil } }.first?
            .first { $0.name == "Connect automatically" }?.value
    }
}
