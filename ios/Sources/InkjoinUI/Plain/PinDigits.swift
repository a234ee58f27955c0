/// How a PIN is shown and said.
struct PinDigits {
    /// In groups of four, as it stands in printers' displays and routers' pages.
    let groups: [String]

    init(_ digits: String) {
        groups = stride(from: 0, to: digits.count, by: 4).map { String(digits.dropFirst($0).prefix(4)) }
    }

    /// One by one, with a pause between the groups: else it is read as one large number.
    var spoken: String {
        groups.map { $0.map(String.init).joined(separator: " ") }.joined(separator: ", ")
    }
}
