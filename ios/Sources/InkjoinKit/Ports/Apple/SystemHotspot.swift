#if canImport(NetworkExtension) && !os(macOS)
    import Foundation
    import NetworkExtension

    /// Joins by `NEHotspotConfiguration`, which needs the entitlement for hotspot configuration; the name needs the one for
    /// Wi-Fi information.
    struct SystemHotspot: HotspotSystem {
        private var manager: NEHotspotConfigurationManager { .shared }

        func join(_ prefix: String, _ done: @escaping @Sendable (HotspotTrouble?) -> Void) {
            let wanted = NEHotspotConfiguration(ssidPrefix: prefix)
            // Left again by the system, too, when the app has been in the background for a while.
            wanted.joinOnce = true
            manager.apply(wanted) { error in
                let known = error as Any? as? NSError
                done(error.map { _ in HotspotTrouble(code: known?.code ?? 0) })
            }
        }

        func leave(_ prefix: String, name: String?) {
            // The reference does not say by which of them one that was joined by its prefix is known.
            [prefix, name].compactMap { $0 }.forEach(manager.removeConfiguration(forSSID:))
        }

        func name(_ tell: @escaping @Sendable (String?) -> Void) {
            NEHotspotNetwork.fetchCurrent { tell($0?.ssid) }
        }
    }
#endif
