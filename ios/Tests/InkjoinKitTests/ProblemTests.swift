import InkjoinKit
import Testing

extension Bindings {
    /// Each error by what an app does next: first those that the library throws here, then all there are.
    @Suite struct ProblemTests {
        @Test func whatACarelessAppDoesHasItsProblem() async throws {
            let session = try Nowhere.start()
            let screen = try #require(await session.nextScreen(after: 0))
            func refused(_ choice: String, _ answers: [String: String] = [:]) -> Problem? {
                do {
                    try session.choose(choice, on: screen, answers: answers)
                    return nil
                } catch { return (error as? ChooseError)?.problem }
            }
            #expect(refused("no such choice") == .unknownChoice)
            #expect(refused("begin", ["x": String(repeating: "1", count: 257)]) == .tooLong(field: "x"))
            session.stop()
            #expect(refused("begin") == .ended)
            do {
                _ = try await describePrinter(address: "printer.example")
                Issue.record("no address of a home network")
            } catch { #expect((error as? DescribeError)?.problem == .notLocal) }
        }

        @Test func everyErrorHasItsProblem() {
            #expect(StartError.Damaged(what: "a").problem == .damaged(what: "a"))
            #expect(StartError.NoResources.problem == .noResources)
            #expect(ChooseError.MissingAnswer(field: "pin").problem == .missingAnswer(field: "pin"))
            #expect(KnowledgeError.Damaged(what: "b").problem == .damaged(what: "b"))
            #expect(DescribeError.AnotherDevice.problem == .anotherDevice)
            #expect(DescribeError.NoAnswer(trouble: .timedOut).problem == .noAnswer(trouble: .timedOut))
            #expect(DescribeError.NoResources.problem == .noResources)
        }
    }
}
