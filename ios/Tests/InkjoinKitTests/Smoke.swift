import InkjoinKit
import Testing

@Test func smoke() { #expect(!version().isEmpty) }
