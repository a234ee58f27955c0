import InkjoinKit
import Testing

@testable import InkjoinUI

@Suite struct ScreenPartsTests {
    @Test func aCardIsItsChoiceAndTheWayBackStandsOnTop() {
        let card = PrinterCard(choice: "printer:1", name: "HP", model: "", marks: "")
        let screen = screen(
            [.printers(printers: [card])], [choice("printer:1"), choice("again", .primary), choice("back", .back)])
        #expect(screen.back?.id == "back")
        #expect(screen.buttons.map(\.id) == ["again"])
        #expect(screen.usual?.id == "again")
    }

    @Test func whatComesAboveAFieldLeavesItItsName() {
        let before = screen([.text(text: "a"), field("pin", .digits, "")])
        let after = screen([
            .notice(level: .error, text: "b"), .text(text: "a"), .text(text: "c"), field("pin", .digits, ""),
        ])
        #expect(before.parts.map(\.id) == ["text 1", "field:pin 1"])
        #expect(after.parts.map(\.id) == ["notice 1", "text 1", "text 2", "field:pin 1"])
        #expect(after.parts.map(\.block) == after.blocks)
    }

    @Test func answersAreWhatAChoiceNeeds() {
        let sends = ScreenChoice(id: "send", label: "", role: .primary, needs: ["name", "password", "absent"])
        let screen = screen(
            [field("name", .text, "admin"), field("password", .password, ""), field("other", .text, "x")], [sends])
        #expect(screen.fields == ["name", "password", "other"])
        #expect(
            screen.answers(to: sends, typed: ["password": "p", "other": "y"]) == [
                "name": "admin", "password": "p", "absent": "",
            ])
        #expect(screen.answers(to: choice("back", .back), typed: ["password": "p"]).isEmpty)
    }

    @Test func whatIsClearedStaysEmpty() {
        let sends = ScreenChoice(id: "send", label: "", role: .primary, needs: ["name"])
        #expect(screen([field("name", .text, "admin")], [sends]).answers(to: sends, typed: ["name": ""]) == ["name": ""])
    }

    @Test func aPageThatALinkOpensIsOfferedOnce() {
        let page = Act.openUrl(url: "http://192.0.2.1/")
        #expect(screen([.link(url: "http://192.0.2.1/", label: "Router")], act: page).offered == nil)
        #expect(screen([.link(url: "http://192.0.2.2/", label: "Other")], act: page).offered == page)
        #expect(screen([], act: .openSettings(page: .wifi)).offered == .openSettings(page: .wifi))
        #expect(screen([]).offered == nil)
    }

    @Test func pinsAndHiddenFieldsAreSecret() {
        #expect(screen([.pin(secretId: 1, label: "")]).secret)
        #expect(screen([field("a", .password, "")]).secret)
        #expect(screen([field("a", .digits, "")]).secret)
        #expect(!screen([.text(text: ""), field("a", .address, "")]).secret)
    }

    private func screen(_ blocks: [Block], _ choices: [ScreenChoice] = [], act: Act? = nil) -> Screen {
        Screen(
            id: "id", revision: 1, phase: .find, title: "", blocks: blocks, choices: choices, spoken: "", announce: nil,
            act: act,
            last: false)
    }

    private func choice(_ id: String, _ role: Role = .secondary) -> ScreenChoice {
        ScreenChoice(id: id, label: "", role: role, needs: [])
    }

    private func field(_ id: String, _ input: FieldInput, _ value: String) -> Block {
        .field(id: id, input: input, label: "", hint: "", value: value, problem: nil)
    }
}
