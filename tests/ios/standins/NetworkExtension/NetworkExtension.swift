import Foundation

open class NEHotspotConfiguration: NSObject {
    public init(ssidPrefix SSIDPrefix: String) { fatalError() }
    open var joinOnce: Bool {
        get { fatalError() }
        set { fatalError() }
    }
}

open class NEHotspotConfigurationManager: NSObject {
    open class var shared: NEHotspotConfigurationManager { fatalError() }
    open func apply(
        _ configuration: NEHotspotConfiguration, completionHandler: (@Sendable ((any Error)?) -> Void)? = nil
    ) { fatalError() }
    open func removeConfiguration(forSSID SSID: String) { fatalError() }
}

open class NEHotspotNetwork: NSObject {
    open class func fetchCurrent(completionHandler: @escaping @Sendable (NEHotspotNetwork?) -> Void) { fatalError() }
    open var ssid: String { fatalError() }
}
