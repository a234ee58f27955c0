import InkjoinKit
import InkjoinUI
import SwiftUI

/// The wizard, and what belongs to the app around it.
struct Setup: View {
    let model: WizardModel
    @Environment(\.scenePhase) private var phase
    @State private var refused = false
    @State private var why = ""
    @State private var clock = ClockActivity()

    var body: some View {
        Wizard(model: model, open: open)
            .alert(why, isPresented: $refused) {}
            .onChange(of: phase, initial: true) {
                follow()
                if phase == .active { model.session?.resumed() }
            }
            .onChange(of: model.state.clockEnd) { follow() }
    }

    /// The clock goes where the person is.
    private func follow() {
        if phase == .active {
            clock.remove()
        } else {
            clock.show(until: model.state.clockEnd, now: model.nowMs())
        }
    }

    private func open(_ act: Act) {
        Task {
            guard let refusal = await Outside.open(act) else { return }
            why = refusal.words
            refused = true
        }
    }
}
