import Foundation
import InkjoinKit
import Testing

/// tests/bindings/scenes.json.
struct Scenes: Decodable, Sendable {
    let answers: [String: String]
    let scenes: [Scene]

    static let all = Result {
        try JSONDecoder().decode(
            Scenes.self, from: Data(contentsOf: project.appendingPathComponent("tests/bindings/scenes.json")))
    }
}

struct Scene: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let lab: String
    let speed: UInt32
    let at: [String: What]
    let sees: [String]
    let outcome: String
    let second: Second?
    let then: [String: JSON]?
    let dnsSd: String?
    let setupWifi: String?

    enum CodingKeys: String, CodingKey {
        case name, lab, speed, at, sees, outcome, second, then
        case dnsSd = "dns-sd"
        case setupWifi = "setup-wifi"
    }

    var testDescription: String { name }
}

/// Another session beside the first.
struct Second: Decodable, Sendable {
    let at: [String: What]
    let sees: [String]
    let outcome: String
}

/// What the person does at one screen.
final class What: Decodable, Sendable {
    let choose: String?
    let call: String?
    let notices: Int?
    let lab: JSON?
    let again: What?
}

/// As scenes.json writes it: `joined printer-answered`.
func words(_ outcome: Outcome?) -> String? {
    func words(_ name: Any) -> String {
        let name = String(describing: name).prefix { $0 != "(" }
        return name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
    switch outcome {
    case nil: return nil
    case .joined(let proof): return "joined \(words(proof))"
    case .failed(let reason): return "failed \(words(reason))"
    case .unknown(let check): return "unknown \(words(check))"
    case .some(let plain): return words(plain)
    }
}

/// All of them, in this order; others may come in between.
func missing(_ wanted: [String], in seen: [String]) -> [String] {
    var left = seen[...]
    return wanted.filter { id in
        guard let at = left.firstIndex(of: id) else { return true }
        left = left[(at + 1)...]
        return false
    }
}

/// A person who does what a scene says, at the screens that the session draws.
actor Person {
    private(set) var screens = [Screen]()
    private let house: House
    private let scene: Scene
    private let answers: [String: String]
    private let store = Memory()
    private let dnsSd: DnsSd
    private let others: (@Sendable (Ports) -> Ports)?
    private var done = Set<String>()
    private var chosen = Set<String>()

    /// `others` puts other ports in the place of the lab's.
    init(_ house: House, _ scene: Scene, others: (@Sendable (Ports) -> Ports)? = nil) throws {
        self.house = house
        self.scene = scene
        self.others = others
        answers = try Scenes.all.get().answers.mapValues { house.info[$0].text ?? "" }
        dnsSd = DnsSd(house, scene.dnsSd ?? "thread")
    }

    deinit { dnsSd.over.signal() }

    func start(_ store: Memory? = nil) throws -> Session {
        let ports = Ports(
            networks: Networks(house), dnsSd: dnsSd, setupWifi: scene.setupWifi == nil ? nil : LabSetupWifi(house),
            store: store ?? self.store)
        return try Session.start(
            options: SessionOptions(locale: "en", clockRate: scene.speed), ports: others?(ports) ?? ports)
    }

    /// From the first screen to the last; the outcome.
    func walk() async throws -> Outcome? { try await walk(scene.at, store) }

    private func walk(_ at: [String: What], _ store: Memory) async throws -> Outcome? {
        var session = try start(store)
        var restarted = false
        while true {
            var again = false
            for await screen in session.screens() {
                screens.append(screen)
                again = try await act(session, screen, at) == "restart" && !restarted
                if again { break }
            }
            if !again { return session.outcome() }
            restarted = true
            session.stop()
            session = try start(store)
        }
    }

    /// Walks a session that somebody else started, up to a screen; that screen, or the last before it.
    func walk(_ session: Session, to id: String) async throws -> Screen? {
        var last: Screen?
        for await screen in session.screens() {
            last = screen
            if screen.id == id { break }
            _ = try await act(session, screen, scene.at)
        }
        return last
    }

    private func act(_ session: Session, _ screen: Screen, _ at: [String: What]) async throws -> String? {
        var notices = 0
        for block in screen.blocks {
            // As a UI does: the PIN is revealed while drawing.
            if case .pin(let secretId, _) = block { _ = session.reveal(secretId: secretId) }
            if case .notice = block { notices += 1 }
        }
        let key = "\(ObjectIdentifier(session)) \(screen.id)"
        let first = at[screen.id]
        guard let what = chosen.contains(key) ? first?.again ?? first : first, notices >= what.notices ?? 0 else {
            return nil
        }
        if what.call == "cancel" { session.cancel() }
        if what.call == "second", let second = scene.second, done.insert("second").inserted {
            let before = screens.count
            let ended = words(try await walk(second.at, Memory()))
            guard ended == second.outcome, missing(second.sees, in: screens[before...].map(\.id)).isEmpty else {
                throw Missed("the second session: \(ended ?? "no end") after \(screens[before...].map(\.id))")
            }
            session.cancel()
        }
        if let verb = what.lab, done.insert(screen.id).inserted { try house.ask(verb) }
        if what.call == nil, let wanted = what.choose, let choice = screen.choices.first(where: { $0.id.hasPrefix(wanted) })
        {
            let needed = Dictionary(uniqueKeysWithValues: choice.needs.map { ($0, answers[$0] ?? "") })
            if try session.choose(choice.id, on: screen, answers: needed) == .accepted { chosen.insert(key) }
        }
        return what.call
    }

    /// All that was shown, saved and logged, for the scan for secrets.
    func trace(_ log: Log) throws {
        let name = scene.name.replacingOccurrences(of: " ", with: "_").replacingOccurrences(of: ",", with: "")
        let folder = project.appendingPathComponent("target/traces/swift-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var shown = ""
        for screen in screens {
            print(screen, to: &shown)
            dump(screen, to: &shown)
        }
        try JSONEncoder().encode(house.info["canaries"]).write(to: folder.appendingPathComponent("canaries.json"))
        try Data(shown.utf8).write(to: folder.appendingPathComponent("transcript.txt"))
        try Data(store.all.joined(separator: [10])).write(to: folder.appendingPathComponent("state.txt"))
        try Data(log.lines.with { $0.joined(separator: "\n") }.utf8).write(to: folder.appendingPathComponent("log.txt"))
    }
}
