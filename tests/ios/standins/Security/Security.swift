import Foundation

// Foundation on Linux bridges nothing: here these are what Swift has for them.
public typealias CFString = String
public typealias CFDictionary = [String: Any]
public typealias CFTypeRef = AnyObject
public typealias OSStatus = Int32

public let kSecClass: CFString = { fatalError() }()
public let kSecClassGenericPassword: CFString = { fatalError() }()
public let kSecAttrService: CFString = { fatalError() }()
public let kSecAttrAccount: CFString = { fatalError() }()
public let kSecAttrSynchronizable: CFString = { fatalError() }()
public let kSecAttrAccessible: CFString = { fatalError() }()
public let kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly: CFString = { fatalError() }()
public let kSecUseDataProtectionKeychain: CFString = { fatalError() }()
public let kSecValueData: CFString = { fatalError() }()
public let kSecReturnData: CFString = { fatalError() }()
public let kSecMatchLimit: CFString = { fatalError() }()
public let kSecMatchLimitOne: CFString = { fatalError() }()

public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { fatalError() }
public func SecItemUpdate(_ query: CFDictionary, _ attributesToUpdate: CFDictionary) -> OSStatus { fatalError() }
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    fatalError()
}
public func SecItemDelete(_ query: CFDictionary) -> OSStatus { fatalError() }
