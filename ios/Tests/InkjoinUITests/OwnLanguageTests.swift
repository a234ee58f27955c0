import Testing

@testable import InkjoinUI

@Suite struct OwnLanguageTests {
    @Test(arguments: [("de", "de"), ("de-AT", "de"), ("en-GB", "en"), ("fr", "en"), ("ar", "en"), ("", "en")])
    func theNearestIsTaken(wanted: String, taken: String) {
        #expect(OwnLanguage(nearest: wanted).tag == taken)
    }

    @Test(arguments: ["en", "de"], Word.allCases)
    func everyWordIsThere(tag: String, word: Word) {
        let said = OwnLanguage(nearest: tag)[word]
        #expect(said != word.rawValue && !said.isEmpty)
    }

    @Test func languagesDiffer() {
        #expect(OwnLanguage(nearest: "en")[.close] == "Close")
        #expect(OwnLanguage(nearest: "de")[.close] == "Schließen")
    }

    @Test func numbersStandInTheirPlaces() {
        #expect(OwnLanguage(nearest: "de")(.stepNumber, 3) == "Schritt 3")
        #expect(OwnLanguage(nearest: "en")(.progressOf, 2, 5) == "2 of 5")
    }

    @Test(arguments: [
        (0, "The time is over"), (1, "1 second"), (29_999, "30 seconds"), (60_000, "1 minute"),
        (99_001, "1 minute, 40 seconds"),
        (120_000, "2 minutes"),
    ])
    func timeIsSaidInMinutesAndSeconds(left: UInt64, said: String) {
        #expect(OwnLanguage(nearest: "en").timeLeft(left) == said)
    }

    @Test func timeIsSaidInTheOtherLanguage() {
        let german = OwnLanguage(nearest: "de")
        #expect(german.timeLeft(0) == "Die Zeit ist um")
        #expect(
            german.timeLeft(100_000) == "1 Minute und 40 Sekunden" || german.timeLeft(100_000) == "1 Minute, 40 Sekunden")
    }
}
