//! LEDM documents in the shape that devices answer them. The root elements, names and nesting are the devices'.

use crate::scene::{DeviceKind, PinAs, PrinterScene};

/// Where HP's namespaces begin.
pub const LEDM: &str = "http://www.hp.com/schemas/imaging/con/";
/// The dictionary, in nearly every document.
pub const DD: &str = "http://www.hp.com/schemas/imaging/con/dictionaries/1.0/";

/// Text as XML has it.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A document with the namespaces of its root.
pub(super) fn document(root: &str, namespaces: &[(&str, &str)], body: &str) -> String {
    let mut head = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns:dd=\"{DD}\"");
    for (prefix, namespace) in namespaces {
        head += &format!(" xmlns:{prefix}=\"{LEDM}{namespace}\"");
    }
    format!("{head}>\n{body}</{root}>\n")
}

/// A document's first element.
pub(super) fn version(revision: &str, date: &str) -> String {
    format!("\t<dd:Version><dd:Revision>{revision}</dd:Revision><dd:Date>{date}</dd:Date></dd:Version>\n")
}

/// The first page of the web server.
pub fn page(scene: &PrinterScene) -> String {
    let title = match scene.kind {
        DeviceKind::LaserjetPin => format!("{} - Device Status", scene.model),
        DeviceKind::Officejet | DeviceKind::Deskjet => format!("{} - Embedded Web Server", scene.model),
        DeviceKind::AnotherDevice => scene.model.clone(),
    };
    let (title, model) = (escape(&title), escape(&scene.model));
    format!(
        "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{model}</h1></body></html>\n"
    )
}

/// `/DevMgmt/ProductConfigDyn.xml`.
pub fn product_config(scene: &PrinterScene) -> String {
    let model = escape(&scene.model);
    let (firmware, display) = match scene.kind {
        DeviceKind::Officejet => ("OJLABA1444.1444A.00", "CGD"),
        DeviceKind::Deskjet => ("DJLABA1722.1722A.00", "none"),
        DeviceKind::LaserjetPin | DeviceKind::AnotherDevice => ("LJLABA1310.1310A.00", "none"),
    };
    let marks = format!(
        "\t\t<dd:UUID>{}</dd:UUID>\n\t\t<dd:SerialNumber>{}</dd:SerialNumber>\n",
        escape(&scene.uuid),
        escape(&scene.serial)
    );
    let marks = if scene.unmarked { "" } else { &marks };
    let body = format!(
        "{}\t<prdcfgdyn:ProductInformation>\n\
         \t\t<dd:Version><dd:Revision>{firmware}</dd:Revision><dd:Date>2013-03-04</dd:Date></dd:Version>\n\
         \t\t<dd:MakeAndModel>{model}</dd:MakeAndModel>\n\
         \t\t<dd:MakeAndModelBase>{model}</dd:MakeAndModelBase>\n\
         \t\t<dd:MakeAndModelFamily>{model}</dd:MakeAndModelFamily>\n\
{marks}\
         \t\t<dd:ProductNumber>{}</dd:ProductNumber>\n\
         \t\t<dd:PasswordStatus>notSet</dd:PasswordStatus>\n\
         \t\t<prdcfgdyn:Manufacturer><dd:Name>HP</dd:Name></prdcfgdyn:Manufacturer>\n\
         \t</prdcfgdyn:ProductInformation>\n\
         \t<prdcfgdyn2:ProductSettings>\n\
         \t\t<dd:OobePhase>setupComplete</dd:OobePhase>\n\
         \t\t<dd:ControlPanel><dd:Display>{display}</dd:Display></dd:ControlPanel>\n\
         \t</prdcfgdyn2:ProductSettings>\n",
        version("SVN-IPG-LEDM.690", "2011-03-30"),
        escape(&scene.product),
    );
    let spaces = [
        ("prdcfgdyn2", "ledm/productconfigdyn/2009/03/16"),
        ("prdcfgdyn", "ledm/productconfigdyn/2007/11/05"),
    ];
    document("prdcfgdyn2:ProductConfigDyn", &spaces, &body)
}

/// `/DevMgmt/ProductStatusDyn.xml`: always ready.
pub fn product_status() -> String {
    let body = format!(
        "{}\t<psdyn:Status>\n\t\t<pscat:StatusCategory>ready</pscat:StatusCategory>\n\t</psdyn:Status>\n\
         \t<psdyn:AlertTable>\n\t\t<dd:ModificationNumber>1</dd:ModificationNumber>\n\t</psdyn:AlertTable>\n",
        version("SVN-IPG-LEDM.216", "2011-02-08")
    );
    let spaces =
        [("psdyn", "ledm/productstatusdyn/2007/10/31"), ("pscat", "ledm/productstatuscategories/2007/10/31")];
    document("psdyn:ProductStatusDyn", &spaces, &body)
}

/// `/DevMgmt/InternalPrintCap.xml`.
pub fn internal_print_cap<'a>(jobs: impl Iterator<Item = &'a str>) -> String {
    let jobs: String =
        jobs.map(|job| format!("\t\t<ipdyn:JobType>{}</ipdyn:JobType>\n", escape(job))).collect();
    let body = format!(
        "{}\t<ipcap:JobUrl>/DevMgmt/InternalPrintDyn.xml</ipcap:JobUrl>\n\
         \t<ipcap:JobTypesSupport>\n{jobs}\t</ipcap:JobTypesSupport>\n",
        version("SVN-IPG-LEDM.412", "2012-03-06")
    );
    let spaces =
        [("ipcap", "ledm/internalprintcap/2008/03/21"), ("ipdyn", "ledm/internalprintdyn/2008/03/21")];
    document("ipcap:InternalPrintCap", &spaces, &body)
}

/// `/IoMgmt/IoMgmtCap.xml`.
pub fn io_capabilities(scene: &PrinterScene) -> String {
    let session = match scene.has_wps_session() {
        false => String::new(),
        true => "\t<iocap:WpsSessionSupport>\n\t\t<wifi:WpsPin>readWrite</wifi:WpsPin>\n\
              \t\t<wifi:WpsReason>readOnly</wifi:WpsReason>\n\t\t<wifi:WpsStatus>readOnly</wifi:WpsStatus>\n\
              \t</iocap:WpsSessionSupport>\n"
            .into(),
    };
    let body = format!(
        "{}\t<iocap:NetworkCapabilities>\n\t\t<iocap:WifiCapabilities>\n\
         \t\t\t<wifi:WpsSupport>enabled</wifi:WpsSupport>\n\
         \t\t</iocap:WifiCapabilities>\n\t</iocap:NetworkCapabilities>\n{session}",
        version("SVN-IPG-LEDM.174", "2010-12-08")
    );
    document(
        "iocap:IoCapabilities",
        &[("iocap", "ledm/iomgmtcap/2008/11/30"), ("wifi", "wifi/2009/06/26")],
        &body,
    )
}

/// `/IoMgmt/Adapters/wifi0/WPS/Pin`.
pub fn wps_session(pin_as: PinAs, pin: &str) -> String {
    let digits = match pin_as {
        PinAs::String => pin,
        // The schema's type is an integer, so leading zeros don't survive; of zeros alone one is left.
        PinAs::Integer => match pin.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        },
    };
    let body = format!("\t<wifi:WpsPin>{digits}</wifi:WpsPin>\n");
    document("io:WpsSession", &[("io", "ledm/iomgmt/2008/11/30"), ("wifi", "wifi/2009/06/26")], &body)
}
