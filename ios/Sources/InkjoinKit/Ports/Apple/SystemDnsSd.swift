#if canImport(Network)
    import Foundation
    import Network

    /// Browses with `NWBrowser`, which says when the local network is not allowed; resolves with `Resolution`.
    struct SystemDnsSd: DnsSdSystem {
        private let queue = DispatchQueue(label: "inkjoin.dns-sd")

        func browse(_ type: String, _ tell: @escaping @Sendable (Browsing) -> Void) -> End {
            let browser = NWBrowser(for: .bonjourWithTXTRecord(type: type, domain: "local."), using: NWParameters())
            browser.stateUpdateHandler = { state in
                switch state {
                case .waiting(let error): tell(.waiting(trouble(error)))
                case .failed(let error): tell(.failed(trouble(error)))
                case .ready: tell(.ready)
                case .setup, .cancelled: break
                @unknown default: break
                }
            }
            browser.browseResultsChangedHandler = { results, _ in tell(.here(services(type, results))) }
            browser.start(queue: queue)
            return { browser.cancel() }
        }

        func resolve(
            _ service: Service, _ tell: @escaping @Sendable (Result<Resolved, DnsSdTrouble>) -> Void
        ) -> End {
            let resolution = Resolution(queue, tell)
            resolution.begin(service)
            return { resolution.end() }
        }
    }

    private func trouble(_ error: NWError) -> DnsSdTrouble {
        if case .dns(let code) = error { DnsSdTrouble(code: code) } else { .other }
    }

    private func services(_ type: String, _ results: Set<NWBrowser.Result>) -> [Service: String] {
        var services = [Service: String]()
        for result in results {
            guard case .service(let name, _, _, _) = result.endpoint else { continue }
            services[Service(type: type, name: name)] = about(result)
        }
        return services
    }

    private func about(_ result: NWBrowser.Result) -> String {
        var parts = result.interfaces.map(\.name).sorted()
        if case .bonjour(let record) = result.metadata {
            parts += record.dictionary.map { "\($0.key)=\($0.value)" }.sorted()
        }
        return parts.joined(separator: "\n")
    }
#endif
