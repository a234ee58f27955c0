import Testing

@testable import InkjoinUI

@Suite struct PinDigitsTests {
    @Test func eightDigitsAreTwoGroupsReadOneByOne() {
        let pin = PinDigits("01234565")
        #expect(pin.groups == ["0123", "4565"])
        #expect(pin.spoken == "0 1 2 3, 4 5 6 5")
    }

    @Test func fourDigitsAreOneGroup() {
        #expect(PinDigits("1234").groups == ["1234"])
        #expect(PinDigits("1234").spoken == "1 2 3 4")
    }
}
