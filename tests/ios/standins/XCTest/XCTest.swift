@_exported import Foundation

open class XCTest: NSObject {}

open class XCTestCase: XCTest {
    public override init() { fatalError() }
    open var continueAfterFailure: Bool {
        get { fatalError() }
        set {}
    }
    open func setUp() async throws { fatalError() }
    open func tearDown() async throws { fatalError() }
    open func add(_ attachment: XCTAttachment) { fatalError() }
}

public func XCTFail(_ message: String = "", file: StaticString = #filePath, line: UInt = #line) { fatalError() }
public func XCTAssertTrue(
    _ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = "", file: StaticString = #filePath,
    line: UInt = #line
) { fatalError() }
public func XCTAssertFalse(
    _ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = "", file: StaticString = #filePath,
    line: UInt = #line
) { fatalError() }
public func XCTAssertEqual<T>(
    _ expression1: @autoclosure () throws -> T, _ expression2: @autoclosure () throws -> T,
    _ message: @autoclosure () -> String = "", file: StaticString = #filePath, line: UInt = #line
) where T: Equatable { fatalError() }
public func XCTUnwrap<T>(
    _ expression: @autoclosure () throws -> T?, _ message: @autoclosure () -> String = "", file: StaticString = #filePath,
    line: UInt = #line
) throws -> T { fatalError() }

open class XCTAttachment: NSObject, @unchecked Sendable {
    public enum Lifetime: Int, Sendable { case keepAlways, deleteOnSuccess }
    @MainActor public convenience init(screenshot: XCUIScreenshot) { fatalError() }
    open var lifetime: XCTAttachment.Lifetime {
        get { fatalError() }
        set {}
    }
    open var name: String? {
        get { fatalError() }
        set {}
    }
}
