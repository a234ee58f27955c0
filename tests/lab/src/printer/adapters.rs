//! `/IoMgmt/Adapters`: the network adapters, and the Wi-Fi that the printer is on.

use std::sync::Arc;

use super::documents::{document, version};
use super::{LinkName, Printer};
use crate::http::Link;

/// `/IoMgmt/Adapters`, asked by that link; `ssid` of the Wi-Fi that it is on.
pub fn adapters(printer: &Printer, link: LinkName, ssid: Option<&str>) -> String {
    let scene = &printer.scene;
    let mac = crate::check::mac(&scene.mac).unwrap_or_default();
    // The cable's and the access point's addresses follow that of the Wi-Fi adapter.
    let number = u64::from_str_radix(&mac, 16).unwrap_or_default();
    let mac = |more: u64| match scene.unmarked {
        true => String::new(),
        false => format!("{:012x}", number.wrapping_add(more) & 0xffff_ffff_ffff),
    };
    let network = ssid.map(wifi_network).unwrap_or_default();
    let open = |link: &Option<Arc<Link>>| link.as_ref().is_some_and(|link| link.is_open());
    let (cable, setup) = (open(&printer.links.cable), open(&printer.links.setup));
    let (wifi0, wifi1) = if scene.is_ink() { ("Wifi0", "Wifi1") } else { ("wifi0", "wifi1") };
    let one = |name, kind, port, mac: &str, network, connected, by| Adapter {
        name,
        kind,
        port,
        mac: mac.to_owned(),
        on: name != wifi0 || !printer.wifi_is_off(),
        network,
        connected,
        current: link == by,
    };
    let mut list = Vec::new();
    if !scene.is_ink() || printer.links.cable.is_some() {
        let none = String::new();
        list.push(one("eth0", "EthernetAdapter", "ethernet", &mac(1), none, cable, LinkName::Cable));
    }
    let joined = ssid.is_some();
    list.push(one(wifi0, "WifiAdapter", "wifiEmbedded", &mac(0), network, joined, LinkName::Home));
    let none = String::new();
    list.push(one(wifi1, "AccessPointAdapter", "wifiEmbedded", &mac(2), none, setup, LinkName::Setup));
    let body = version("SVN-IPG-LEDM.174", "2010-12-08") + &list.iter().map(Adapter::xml).collect::<String>();
    let spaces = [
        ("io", "ledm/iomgmt/2008/11/30"),
        ("map", "ledm/resourcemap/2009/01/27"),
        ("wifi", "wifi/2009/06/26"),
    ];
    document("io:Adapters", &spaces, &body)
}

fn wifi_network(ssid: &str) -> String {
    let hex: String = ssid.bytes().map(|octet| format!("{octet:02x}")).collect();
    format!(
        "\t\t\t<io:WifiNetwork>\n\t\t\t\t<wifi:SSID>{hex}</wifi:SSID>\n\
         \t\t\t\t<wifi:BSSID>0200000000ff</wifi:BSSID>\n\
         \t\t\t\t<wifi:CommunicationMode>infrastructure</wifi:CommunicationMode>\n\
         \t\t\t\t<wifi:Channel>6</wifi:Channel>\n\
         \t\t\t\t<io:SignalInfo><wifi:SignalStrength>4</wifi:SignalStrength><wifi:dBm>-55</wifi:dBm></io:SignalInfo>\n\
         \t\t\t\t<wifi:EncryptionType>WPA2</wifi:EncryptionType>\n\
         \t\t\t\t<wifi:WpsSupport>enabled</wifi:WpsSupport>\n\
         \t\t\t\t<wifi:AuthenticationMode>WPA2</wifi:AuthenticationMode>\n\
         \t\t\t</io:WifiNetwork>\n"
    )
}

/// One of `/IoMgmt/Adapters`.
struct Adapter {
    name: &'static str,
    kind: &'static str,
    port: &'static str,
    mac: String,
    on: bool,
    network: String,
    connected: bool,
    current: bool,
}

impl Adapter {
    fn xml(&self) -> String {
        let Self { name, kind, port, mac, on, network, connected, current } = self;
        let power = if *on { "on" } else { "off" };
        format!(
            "\t<io:Adapter>\n\t\t<map:ResourceNode>\n\
             \t\t\t<map:ResourceLink><dd:ResourceURI>/IoMgmt/Adapters/{name}</dd:ResourceURI><map:Base>Root</map:Base></map:ResourceLink>\n\
             \t\t\t<map:ResourceType><io:IoMgmtResourceType>{kind}</io:IoMgmtResourceType></map:ResourceType>\n\
             \t\t</map:ResourceNode>\n\t\t<io:HardwareConfig>\n\
             \t\t\t<dd:Power>{power}</dd:Power>\n\t\t\t<dd:Name>{name}</dd:Name>\n\
             \t\t\t<dd:DeviceConnectivityPortType>{port}</dd:DeviceConnectivityPortType>\n\
             \t\t\t<dd:MacAddress>{mac}</dd:MacAddress>\n{network}\
             \t\t\t<dd:IsConnected>{connected}</dd:IsConnected>\n\
             \t\t\t<io:IsCurrentRequestInterface>{current}</io:IsCurrentRequestInterface>\n\
             \t\t</io:HardwareConfig>\n\t</io:Adapter>\n"
        )
    }
}
