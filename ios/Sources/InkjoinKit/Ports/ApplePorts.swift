import Foundation

/// All that the ports need of the system.
struct AppleSystem: Sendable {
    var dnsSd: any DnsSdSystem
    var bluetooth: any BluetoothSystem
    /// Absent: the person joins a printer's own Wi-Fi by hand.
    var hotspot: (any HotspotSystem)?
    var paths: any PathSystem
    var keychain: any KeychainSystem
    /// Where the saved session lies.
    var folder: URL
    var protect: @Sendable (URL) throws -> Void
    var later: any Later = SystemLater()
}

/// The phone's system for sessions. One for the app; each session has ports of its own by it.
public final class ApplePorts: @unchecked Sendable {
    private let system: AppleSystem
    private let lock = NSLock()
    private var sessions = [WeakSession]()
    private var setupWifis = [WeakSetupWifi]()
    private var watching: End?

    init(_ system: AppleSystem) {
        self.system = system
        watching = system.paths.watch { [weak self] in self?.pathsChanged() }
    }

    deinit { watching?() }

    /// A session by this system, which is told when the phone's networks change. Throws `StartError`.
    public func start(_ options: SessionOptions) throws -> Session {
        let session = try Session.start(options: options, ports: ports())
        watch(session)
        return session
    }

    /// The ports of one session, for `Session.start`; then `watch` it.
    public func ports() -> Ports {
        let hotspot = system.hotspot.map { system in
            SetupWifi(system, self.system.paths, later: self.system.later) { [weak self] in self?.tell() }
        }
        if let hotspot {
            lock.withLock { setupWifis = setupWifis.filter { $0.port != nil } + [WeakSetupWifi(port: hotspot)] }
        }
        return Ports(
            networks: PhoneNetworks(system.paths) { hotspot?.isThere ?? false },
            dnsSd: DnsSdBrowser(system.dnsSd, later: system.later),
            ble: BleScanner(system.bluetooth) { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 },
            setupWifi: hotspot,
            store: SessionFile(system.folder, protect: system.protect),
            vault: KeychainVault(system.keychain))
    }

    /// Tells `session` when the phone's networks change, as long as both are there. It is not kept alive by this.
    public func watch(_ session: Session) {
        lock.withLock { sessions = sessions.filter { $0.session != nil } + [WeakSession(session: session)] }
    }

    private func pathsChanged() {
        lock.withLock { setupWifis.compactMap(\.port) }.forEach { $0.look() }
        tell()
    }

    private func tell() {
        lock.withLock { sessions.compactMap(\.session) }.forEach { $0.networkChanged() }
    }
}

private struct WeakSession {
    weak var session: Session?
}

private struct WeakSetupWifi {
    weak var port: SetupWifi?
}
