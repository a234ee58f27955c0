import InkjoinKit
import SwiftUI

/// Facts for those who want them, folded in at first.
struct DetailsView: View {
    let details: [Detail]
    @State private var shown = false
    @Environment(\.own) private var own
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Button {
                withAnimation(still ? nil : .default) { shown.toggle() }
            } label: {
                HStack(spacing: 12) {
                    OwnWords(.details).font(.subheadline.bold())
                    Spacer()
                    (shown ? Icons.fold : .unfold).image
                }
                .frame(minHeight: 44)
                .contentShape(Rectangle())
            }
            .buttonStyle(.plain)
            .accessibilityValue(Text(verbatim: own[shown ? .detailsShown : .detailsHidden]))
            .accessibilityIdentifier("details")
            if shown {
                ForEach(Array(details.enumerated()), id: \.offset) { _, detail in Fact(detail: detail) }
            }
        }
    }
}

private struct Fact: View {
    let detail: Detail

    var body: some View {
        Painted { palette in
            VStack(alignment: .leading, spacing: 2) {
                Words(detail.name).font(.subheadline.bold())
                Words(detail.value).font(.subheadline).foregroundStyle(palette.quiet)
            }
        }
        .accessibilityElement(children: .combine)
    }
}
