import Foundation

/// The calls of the keychain that the vault makes, with the system's status.
protocol KeychainSystem: Sendable {
    func add(_ name: String, _ secret: Data) -> Int32
    func update(_ name: String, _ secret: Data) -> Int32
    func copy(_ name: String) -> (status: Int32, secret: Data?)
    func delete(_ name: String) -> Int32
}

/// `errSec…` of SecBase.h.
enum KeychainStatus {
    static let success: Int32 = 0
    static let duplicateItem: Int32 = -25299
    static let itemNotFound: Int32 = -25300
}

/// The largest session or secret that is kept, in bytes.
let keptAtMost = 64 * 1024

/// Keeps secrets in the keychain: only for this app, only on this device, in no backup that another device can read.
final class KeychainVault: VaultPort {
    private let system: any KeychainSystem

    init(_ system: any KeychainSystem) { self.system = system }

    func save(name: String, secret: Data) throws {
        guard secret.count <= keptAtMost else { throw PortError.Failed }
        var status = system.update(name, secret)
        if status == KeychainStatus.itemNotFound { status = system.add(name, secret) }
        // Another session was faster.
        if status == KeychainStatus.duplicateItem { status = system.update(name, secret) }
        guard status == KeychainStatus.success else { throw PortError.Failed }
    }

    func load(name: String) throws -> Data? {
        switch system.copy(name) {
        case (KeychainStatus.success, let secret): secret
        case (KeychainStatus.itemNotFound, _): nil
        // Before the first unlocking after a start of the phone, say.
        default: throw PortError.Failed
        }
    }

    func remove(name: String) throws {
        let status = system.delete(name)
        guard [KeychainStatus.success, KeychainStatus.itemNotFound].contains(status) else { throw PortError.Failed }
    }
}
