public struct UTType: Hashable, Sendable {
    public var identifier: String { fatalError() }
    public static var utf8PlainText: UTType { fatalError() }
}
