#if canImport(Security)
    import Foundation
    import Security

    /// Generic passwords of this app that leave neither this device nor its keychain.
    struct SystemKeychain: KeychainSystem {
        func add(_ name: String, _ secret: Data) -> Int32 {
            SecItemAdd(item(name).merging(kept(secret)) { $1 } as CFDictionary, nil)
        }

        func update(_ name: String, _ secret: Data) -> Int32 {
            SecItemUpdate(item(name) as CFDictionary, kept(secret) as CFDictionary)
        }

        func copy(_ name: String) -> (status: Int32, secret: Data?) {
            var found: CFTypeRef?
            let one: [String: Any] = [kSecReturnData as String: true, kSecMatchLimit as String: kSecMatchLimitOne]
            let status = SecItemCopyMatching(item(name).merging(one) { $1 } as CFDictionary, &found)
            return (status, found as Any? as? Data)
        }

        func delete(_ name: String) -> Int32 { SecItemDelete(item(name) as CFDictionary) }

        private func item(_ name: String) -> [String: Any] {
            [
                kSecClass as String: kSecClassGenericPassword,
                kSecAttrService as String: "inkjoin",
                kSecAttrAccount as String: name,
                kSecAttrSynchronizable as String: false,
                kSecUseDataProtectionKeychain as String: true,
            ]
        }

        private func kept(_ secret: Data) -> [String: Any] {
            [
                kSecValueData as String: secret,
                kSecAttrAccessible as String: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
            ]
        }
    }

    /// What is made in this folder takes its protection, and stays out of backups with it.
    func protect(_ folder: URL) throws {
        try FileManager.default.setAttributes(
            [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication], ofItemAtPath: folder.path)
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        var folder = folder
        try folder.setResourceValues(values)
    }
#endif
