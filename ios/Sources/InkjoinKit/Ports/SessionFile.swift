import Foundation

/// Keeps the saved session in a file of this app that is in no backup and cannot be read before the phone's first unlocking.
final class SessionFile: StorePort, @unchecked Sendable {
    private let lock = NSLock()
    private let folder: URL
    private let protect: @Sendable (URL) throws -> Void
    private var file: URL { folder.appendingPathComponent("session") }
    private var part: URL { folder.appendingPathComponent("session.new") }

    /// `protect` seals the folder, and with it what is made there.
    init(_ folder: URL, protect: @escaping @Sendable (URL) throws -> Void) {
        self.folder = folder
        self.protect = protect
    }

    func save(session: Data) throws {
        try failing {
            guard session.count <= keptAtMost else { throw PortError.Failed }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try protect(folder)
            try session.write(to: part)
            let handle = try FileHandle(forUpdating: part)
            defer { try? handle.close() }
            try handle.synchronize()
            // All of it or nothing; what was there stays when it fails.
            guard rename(part.path, file.path) == 0 else { throw PortError.Failed }
        }
    }

    func load() throws -> Data? {
        try failing {
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            let kept = try handle.read(upToCount: keptAtMost + 1) ?? Data()
            return kept.count > keptAtMost ? nil : kept
        }
    }

    func clear() throws {
        try failing {
            for one in [file, part] where FileManager.default.fileExists(atPath: one.path) {
                try FileManager.default.removeItem(at: one)
            }
        }
    }

    private func failing<Answer>(_ call: () throws -> Answer) throws -> Answer {
        try lock.withLock {
            do { return try call() } catch { throw PortError.Failed }
        }
    }
}
