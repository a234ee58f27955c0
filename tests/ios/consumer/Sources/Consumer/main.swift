import InkjoinKit

let house = House()
let session = try Session.start(
    options: SessionOptions(locale: "en"), ports: Ports(networks: house, dnsSd: house))
var seen = [String]()
for await screen in session.screens() where screen.id != seen.last {
    seen.append(screen.id)
    if seen.count == 2 { break }
    try session.choose(screen.choices.first?.id ?? "", on: screen)
}
print("\(version()): \(seen.joined(separator: ", "))")
