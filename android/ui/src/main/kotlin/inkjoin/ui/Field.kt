package inkjoin.ui

import android.view.View
import android.view.inputmethod.EditorInfo
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.text.input.KeyboardActionHandler
import androidx.compose.foundation.text.input.TextFieldLineLimits
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.foundation.text.input.TextObfuscationMode
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.OutlinedSecureTextField
import androidx.compose.material3.OutlinedTextField
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.Modifier
import androidx.compose.ui.autofill.ContentDataType
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.LocalView
import androidx.compose.ui.platform.PlatformTextInputInterceptor
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDataType
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import inkjoin.ffi.Block
import inkjoin.ffi.FieldInput

/** A field to type into. [done] is what the keyboard's own key does; absent where it goes to the next field. */
@Composable
internal fun FieldBlock(field: Block.Field, text: TextFieldState, revision: ULong, done: (() -> Unit)?) {
    val focus = remember { FocusRequester() }
    val problem = field.problem
    if (problem != null) LaunchedEffect(revision) { focus.requestFocus() }
    val modifier = Modifier
        .fillMaxWidth()
        .testTag("field:${field.id}")
        .focusRequester(focus)
        .semantics {
            if (problem != null) error(problem)
            if (field.secret) contentDataType = ContentDataType.None
        }
    // Without one the handler is absent too, and the key does what the system has for it.
    val keys = done?.let { KeyboardActionHandler { _ -> it() } }
    val action = if (done == null) ImeAction.Next else ImeAction.Done
    Unlearned(field.secret) {
        if (field.input == FieldInput.PASSWORD) {
            Password(field, text, modifier, action, keys)
        } else {
            Plain(field, text, modifier, action, keys)
        }
    }
}

@Composable
private fun Plain(
    field: Block.Field,
    text: TextFieldState,
    modifier: Modifier,
    action: ImeAction,
    keys: KeyboardActionHandler?,
) {
    OutlinedTextField(
        text,
        modifier,
        label = { Words(field.label) },
        supportingText = below(field),
        isError = field.problem != null,
        keyboardOptions = options(field.input.keyboard(), action),
        onKeyboardAction = keys,
        lineLimits = TextFieldLineLimits.SingleLine,
    )
}

@Composable
private fun Password(
    field: Block.Field,
    text: TextFieldState,
    modifier: Modifier,
    action: ImeAction,
    keys: KeyboardActionHandler?,
) {
    var shown by remember { mutableStateOf(false) }
    OutlinedSecureTextField(
        text,
        modifier,
        label = { Words(field.label) },
        supportingText = below(field),
        isError = field.problem != null,
        trailingIcon = { Eye(shown) { shown = !shown } },
        textObfuscationMode = if (shown) TextObfuscationMode.Visible else TextObfuscationMode.RevealLastTyped,
        keyboardOptions = options(KeyboardType.Password, action),
        onKeyboardAction = keys,
    )
}

@Composable
private fun Eye(shown: Boolean, toggle: () -> Unit) {
    IconButton(toggle, Modifier.testTag("eye")) {
        val label = stringResource(if (shown) R.string.password_hide else R.string.password_show)
        Icon(if (shown) Icons.EyeOff else Icons.Eye, label)
    }
}

private fun below(field: Block.Field): @Composable () -> Unit = {
    val problem = field.problem
    if (problem == null) {
        Words(field.hint)
    } else {
        Words(problem, Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
    }
}

private fun options(type: KeyboardType, action: ImeAction) =
    KeyboardOptions(autoCorrectEnabled = false, keyboardType = type, imeAction = action)

private fun FieldInput.keyboard() = when (this) {
    FieldInput.ADDRESS -> KeyboardType.Uri
    FieldInput.TEXT -> KeyboardType.Text
    FieldInput.PASSWORD -> KeyboardType.Password
    FieldInput.DIGITS -> KeyboardType.Number
}

/** No keyboard learns what is typed here, and no autofill service is asked for it or offers to keep it. */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
private fun Unlearned(secret: Boolean, content: @Composable () -> Unit) {
    if (!secret) return content()
    val view = LocalView.current
    DisposableEffect(view) {
        val before = view.importantForAutofill
        view.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS
        onDispose { view.importantForAutofill = before }
    }
    InterceptPlatformTextInput(unlearned, content)
}

private val unlearned = PlatformTextInputInterceptor { request, next ->
    next.startInputMethod { editor: EditorInfo ->
        request.createInputConnection(editor).also {
            editor.imeOptions = editor.imeOptions or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        }
    }
}
