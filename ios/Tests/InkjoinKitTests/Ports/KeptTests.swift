import Foundation
import Testing

@testable import InkjoinKit

@Suite struct KeychainVaultTests {
    @Test func keepsReplacesAndForgets() throws {
        let vault = KeychainVault(FakeKeychain())
        #expect(try vault.load(name: "pins") == nil)
        for secret in [Data([1]), Data(), Data(count: keptAtMost)] {
            try vault.save(name: "pins", secret: secret)
            #expect(try vault.load(name: "pins") == secret)
        }
        #expect(try vault.load(name: "other") == nil)
        try vault.remove(name: "pins")
        try vault.remove(name: "pins")
        #expect(try vault.load(name: "pins") == nil)
    }

    @Test func whatIsTooLongLeavesWhatWasThere() throws {
        let vault = KeychainVault(FakeKeychain())
        try vault.save(name: "pins", secret: Data([1]))
        #expect(throws: PortError.Failed) { try vault.save(name: "pins", secret: Data(count: keptAtMost + 1)) }
        #expect(try vault.load(name: "pins") == Data([1]))
    }

    @Test func aLockedKeychainIsNotAnEmptyOne() throws {
        let keychain = FakeKeychain()
        let vault = KeychainVault(keychain)
        try vault.save(name: "pins", secret: Data([1]))
        keychain.status.with { $0 = -25308 }  // errSecInteractionNotAllowed
        #expect(throws: PortError.Failed) { try vault.load(name: "pins") }
        #expect(throws: PortError.Failed) { try vault.save(name: "pins", secret: Data([2])) }
        #expect(throws: PortError.Failed) { try vault.remove(name: "pins") }
        keychain.status.with { $0 = nil }
        #expect(try vault.load(name: "pins") == Data([1]))
    }

    @Test func whereAnotherWasFaster() throws {
        let keychain = FakeKeychain()
        DispatchQueue.concurrentPerform(iterations: 50) { number in
            do {
                try KeychainVault(keychain).save(name: "pins", secret: Data([UInt8(number)]))
            } catch { Issue.record(error) }
        }
        #expect(keychain.kept.with { $0.count } == 1)
    }
}

@Suite struct SessionFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inkjoin-\(UUID())")
    private let sealed = Ear()

    private func file() -> SessionFile { SessionFile(folder) { [sealed] in sealed.hear($0.lastPathComponent) } }

    private func inside() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    @Test func keepsReplacesAndForgets() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try file().load() == nil)
        try file().clear()
        for session in [Data([1]), Data(), Data(count: keptAtMost)] {
            try file().save(session: session)
            #expect(try file().load() == session)
            #expect(inside() == ["session"], "nothing is left beside it")
        }
        #expect(sealed.told == Array(repeating: folder.lastPathComponent, count: 3), "the folder is sealed first")
        try file().clear()
        #expect(try file().load() == nil && inside().isEmpty)
    }

    @Test func allOrNothing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try file().save(session: Data([1]))
        #expect(throws: PortError.Failed) { try file().save(session: Data(count: keptAtMost + 1)) }
        let open = SessionFile(folder) { _ in throw Missed("no protection") }
        #expect(throws: PortError.Failed) { try open.save(session: Data([2])) }
        // As a crash in the middle leaves it.
        try Data([9, 9]).write(to: folder.appendingPathComponent("session.new"))
        #expect(try file().load() == Data([1]))
        try file().save(session: Data([3]))
        #expect(try file().load() == Data([3]) && inside() == ["session"])
    }

    @Test func whatIsTooLongWasNotWrittenByThis() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try file().save(session: Data([1]))
        try Data(count: keptAtMost + 1).write(to: folder.appendingPathComponent("session"))
        #expect(try file().load() == nil)
    }

    @Test func aFolderThatCannotBe() throws {
        let blocked = FileManager.default.temporaryDirectory.appendingPathComponent("inkjoin-\(UUID())")
        try Data().write(to: blocked)
        defer { try? FileManager.default.removeItem(at: blocked) }
        let file = SessionFile(blocked.appendingPathComponent("inkjoin")) { _ in }
        #expect(throws: PortError.Failed) { try file.save(session: Data([1])) }
        #expect(try file.load() == nil)
    }
}

/// The keychain in memory; it fails with `status` where that is set.
final class FakeKeychain: KeychainSystem {
    let kept = Guarded([String: Data]())
    let status = Guarded(Int32?.none)

    func add(_ name: String, _ secret: Data) -> Int32 {
        guard let failed = status.with({ $0 }) else {
            return kept.with { $0.updateValue(secret, forKey: name) == nil ? 0 : KeychainStatus.duplicateItem }
        }
        return failed
    }

    func update(_ name: String, _ secret: Data) -> Int32 {
        guard let failed = status.with({ $0 }) else {
            return kept.with { kept in
                if kept[name] == nil { return KeychainStatus.itemNotFound }
                kept[name] = secret
                return 0
            }
        }
        return failed
    }

    func copy(_ name: String) -> (status: Int32, secret: Data?) {
        guard let failed = status.with({ $0 }) else {
            let secret = kept.with { $0[name] }
            return (secret == nil ? KeychainStatus.itemNotFound : 0, secret)
        }
        return (failed, nil)
    }

    func delete(_ name: String) -> Int32 {
        guard let failed = status.with({ $0 }) else {
            return kept.with { $0.removeValue(forKey: name) == nil ? KeychainStatus.itemNotFound : 0 }
        }
        return failed
    }
}
