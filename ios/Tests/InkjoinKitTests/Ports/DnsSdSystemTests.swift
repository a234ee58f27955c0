import Foundation
import Testing

@testable import InkjoinKit

@Suite struct DnsSdSystemTests {
    @Test func codes() {
        let known: [Int32: DnsSdTrouble] = [
            -65570: .notAllowed, -65569: .disconnected, -65563: .disconnected, -65555: .refused, -65537: .other, 0: .other,
        ]
        for (code, trouble) in known { #expect(DnsSdTrouble(code: code) == trouble, "\(code)") }
    }

    @Test func txtRecords() {
        func read(_ parts: [String]) -> [String] {
            let record = parts.flatMap { [UInt8($0.utf8.count)] + [UInt8]($0.utf8) }
            return entries(ofTxt: record).map { "\($0.key)|\(String(decoding: $0.value, as: UTF8.self))" }
        }
        #expect(read(["ty=HP=1", "rp=", "air", "", "=x", "TY=b"]) == ["ty|HP=1", "rp|", "air|"])
        #expect(entries(ofTxt: []).isEmpty && entries(ofTxt: [0]).isEmpty)
        #expect(entries(ofTxt: [200, 65]) == [TxtEntry(key: "A", value: Data())], "cut off")
        #expect(entries(ofTxt: [3, 97, 61, 255]) == [TxtEntry(key: "a", value: Data([255]))])
    }

    @Test func addresses() {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_addr.s_addr = inet_addr("192.168.1.7")
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        _ = "fe80::1".withCString { inet_pton(AF_INET6, $0, &six.sin6_addr) }
        var none = sockaddr()
        let texts = [
            withUnsafePointer(to: &four) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { text(of: $0) } },
            withUnsafePointer(to: &six) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { text(of: $0) } },
            withUnsafePointer(to: &none) { text(of: $0) },
        ]
        #expect(texts == ["192.168.1.7", "fe80::1", nil])
    }
}
