import InkjoinKit

/// What a `Block.field` holds.
struct FieldFacts: Equatable, Identifiable {
    let id: String
    let input: FieldInput
    let label: String
    let hint: String
    let value: String
    let problem: String?

    var secret: Bool { input.secret }
}

extension FieldInput {
    /// Digits that are typed are a PIN.
    var secret: Bool { self == .password || self == .digits }
}
