#if canImport(dnssd)
    import Foundation
    import dnssd

    /// Asks the daemon for one instance: host, port and TXT record, then the host's addresses. `NWConnection` would connect to
    /// the printer for that, and tells no host; `NetService` is deprecated. All of it happens on one queue.
    final class Resolution: @unchecked Sendable {
        typealias Tell = @Sendable (Result<Resolved, DnsSdTrouble>) -> Void

        private let queue: DispatchQueue
        private let tell: Tell
        private var asked = [DNSServiceRef]()
        private var found: Resolved?
        private var over = false

        init(_ queue: DispatchQueue, _ tell: @escaping Tell) {
            self.queue = queue
            self.tell = tell
        }

        func begin(_ service: Service) {
            ask { reference, context in
                DNSServiceResolve(
                    &reference, 0, 0, service.name, service.type, "local.",
                    { _, _, interface, error, _, host, port, length, txt, context in
                        guard let one = owner(of: context) else { return }
                        guard error == kDNSServiceErr_NoError, let host else { return one.fail(error) }
                        let record = [UInt8](UnsafeBufferPointer(start: txt, count: Int(length)))
                        one.found(
                            Resolved(
                                host: String(cString: host), port: UInt16(bigEndian: port), txt: record, addresses: []),
                            interface)
                    }, context)
            }
        }

        /// The daemon calls on the queue, so none of its calls is under way or to come once this is done there.
        func end() {
            queue.async { [self] in
                if over { return }
                over = true
                asked.forEach {
                    DNSServiceRefDeallocate($0)
                    Unmanaged.passUnretained(self).release()
                }
                asked = []
            }
        }

        private func found(_ found: Resolved, _ interface: UInt32) {
            // It may be told once more, for another interface.
            let isFirst = self.found == nil
            self.found = Resolved(
                host: found.host, port: found.port, txt: found.txt, addresses: self.found?.addresses ?? [])
            guard isFirst else { return }
            let both = DNSServiceProtocol(kDNSServiceProtocol_IPv4 | kDNSServiceProtocol_IPv6)
            ask { reference, context in
                DNSServiceGetAddrInfo(
                    &reference, 0, interface, both, found.host,
                    { _, flags, _, error, _, address, _, context in
                        guard let one = owner(of: context) else { return }
                        // There may be none of this kind.
                        if error == kDNSServiceErr_NoSuchRecord { return }
                        guard error == kDNSServiceErr_NoError, let address else { return one.fail(error) }
                        one.address(
                            text(of: address), isThere: flags & DNSServiceFlags(kDNSServiceFlagsAdd) != 0,
                            more: flags & DNSServiceFlags(kDNSServiceFlagsMoreComing) != 0)
                    }, context)
            }
        }

        private func address(_ address: String?, isThere: Bool, more: Bool) {
            guard let address, found != nil else { return }
            found?.addresses.removeAll { $0 == address }
            if isThere { found?.addresses.append(address) }
            if let found, !more, !found.addresses.isEmpty { tell(.success(found)) }
        }

        private func fail(_ error: DNSServiceErrorType) { tell(.failure(DnsSdTrouble(code: error))) }

        /// Each question holds this object until it is taken back.
        private func ask(
            _ call: @escaping @Sendable (inout DNSServiceRef?, UnsafeMutableRawPointer) -> DNSServiceErrorType
        ) {
            queue.async { [self] in
                if over { return }
                let context = Unmanaged.passRetained(self)
                var reference: DNSServiceRef?
                let error = call(&reference, context.toOpaque())
                guard error == kDNSServiceErr_NoError, let reference else {
                    context.release()
                    return fail(error)
                }
                asked.append(reference)
                let queued = DNSServiceSetDispatchQueue(reference, queue)
                if queued != kDNSServiceErr_NoError { fail(queued) }
            }
        }
    }

    private func owner(of context: UnsafeMutableRawPointer?) -> Resolution? {
        context.map { Unmanaged<Resolution>.fromOpaque($0).takeUnretainedValue() }
    }
#endif
