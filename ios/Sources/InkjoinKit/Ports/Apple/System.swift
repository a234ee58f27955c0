#if canImport(Network) && canImport(dnssd) && canImport(CoreBluetooth) && canImport(Security)
    import Foundation

    extension ApplePorts {
        /// The system of this phone. Without `setupWifi` the person joins a printer's own Wi-Fi by hand: for an app that has
        /// not the entitlements for it.
        public convenience init(setupWifi: Bool = true) {
            let support =
                FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask).first
                ?? FileManager.default.temporaryDirectory
            self.init(
                AppleSystem(
                    dnsSd: SystemDnsSd(), bluetooth: SystemBluetooth(), hotspot: setupWifi ? systemHotspot() : nil,
                    paths: SystemPaths(), keychain: SystemKeychain(),
                    folder: support.appendingPathComponent("inkjoin"),
                    protect: { try protect($0) }))
        }
    }

    private func systemHotspot() -> (any HotspotSystem)? {
        #if canImport(NetworkExtension) && !os(macOS)
            SystemHotspot()
        #else
            nil
        #endif
    }
#endif
