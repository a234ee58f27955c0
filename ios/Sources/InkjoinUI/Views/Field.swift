import InkjoinKit
import SwiftUI

/// A field to type into. `done` is what the keyboard's own key does.
struct FieldView: View {
    let field: FieldFacts
    @Binding var text: String
    let revision: UInt64
    let focus: FocusState<String?>.Binding
    let last: Bool
    let done: @MainActor () -> Void
    @State private var shown = false

    var body: some View {
        Painted { palette in
            VStack(alignment: .leading, spacing: 6) {
                Words(field.label).font(.subheadline.bold()).accessibilityHidden(true)
                Turning {
                    entry
                        .focused(focus, equals: field.id)
                        .submitLabel(last ? .done : .next)
                        .onSubmit(done)
                        .typed(field.input)
                        .privacySensitive(field.secret)
                        .frame(minHeight: 44)
                        .accessibilityLabel(Text(verbatim: field.label))
                        .accessibilityHint(Text(verbatim: field.problem ?? field.hint))
                        .accessibilityIdentifier("field:\(field.id)")
                    if field.input == .password { Eye(shown: $shown) }
                }
                .padding(.horizontal, 12)
                .overlay {
                    RoundedRectangle(cornerRadius: 12)
                        .strokeBorder(
                            field.problem == nil ? palette.outline : palette.error, lineWidth: field.problem == nil ? 1 : 2)
                }
                below(palette)
            }
        }
        // Another view takes the place of the first, and the focus was in that one.
        .onChange(of: shown) { focus.wrappedValue = field.id }
        .onChange(of: revision, initial: true) { point() }
    }

    @ViewBuilder private var entry: some View {
        let prompt = Text(verbatim: "")
        if field.input == .password && !shown {
            SecureField(text: $text, prompt: prompt) { Text(verbatim: field.label) }
        } else {
            TextField(text: $text, prompt: prompt) { Text(verbatim: field.label) }
        }
    }

    /// The field's own hint says the same to VoiceOver.
    @ViewBuilder private func below(_ palette: Palette) -> some View {
        if let problem = field.problem {
            Turning {
                Icons.error.image
                Words(problem)
            }
            .font(.subheadline)
            .foregroundStyle(palette.error)
            .accessibilityHidden(true)
        } else {
            Words(field.hint).font(.subheadline).foregroundStyle(palette.quiet).accessibilityHidden(true)
        }
    }

    /// What is wrong is announced by the core.
    private func point() {
        if field.problem != nil { focus.wrappedValue = field.id }
    }
}

private struct Eye: View {
    @Binding var shown: Bool
    @Environment(\.own) private var own

    var body: some View {
        Button {
            shown.toggle()
        } label: {
            (shown ? Icons.eyeOff : .eye).image.frame(minWidth: 44, minHeight: 44).contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: own[shown ? .passwordHide : .passwordShow]))
        .environment(\.locale, own.locale)
        .accessibilityIdentifier("eye")
    }
}

extension View {
    /// The right keyboard. It corrects nothing, and learns no secret.
    @ViewBuilder fileprivate func typed(_ input: FieldInput) -> some View {
        #if canImport(UIKit)
            switch input {
            case .address: plainly().keyboardType(.URL).textContentType(.URL)
            case .text: plainly()
            // One-time: neither kept nor offered by the system's passwords.
            case .password: plainly().textContentType(.oneTimeCode)
            case .digits: plainly().keyboardType(.numberPad).textContentType(.oneTimeCode)
            }
        #else
            autocorrectionDisabled()
        #endif
    }

    #if canImport(UIKit)
        private func plainly() -> some View {
            autocorrectionDisabled().textInputAutocapitalization(.never)
        }
    #endif
}
