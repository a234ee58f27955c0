package inkjoin.ui

import androidx.compose.foundation.ExperimentalFoundationApi
import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.foundation.text.input.clearText
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.key
import androidx.compose.runtime.saveable.rememberSaveable
import inkjoin.ffi.Block
import inkjoin.ffi.FieldInput
import inkjoin.ffi.Screen

/** What is typed and secret: in memory, while its screen is there. Whoever outlives a rotation holds it. */
class Drafts {
    private val texts = HashMap<Pair<String, String>, TextFieldState>()

    internal fun of(screen: String, field: String): TextFieldState =
        texts.getOrPut(screen to field) { TextFieldState() }

    internal fun keepOnly(screen: String) = drop { it != screen }

    /** Nothing that was typed is left. */
    fun forget() = drop { true }

    @OptIn(ExperimentalFoundationApi::class)
    private fun drop(which: (String) -> Boolean) {
        val gone = texts.filterKeys { which(it.first) }
        for (text in gone.values) {
            text.clearText()
            text.undoState.clearHistory()
        }
        texts.keys.removeAll(gone.keys)
    }
}

/** Digits that are typed here are a PIN. */
internal val Block.Field.secret get() = input == FieldInput.PASSWORD || input == FieldInput.DIGITS

/** The text of each field by the field's id: secret ones from [drafts], the others as the system keeps them. */
@Composable
internal fun typed(screen: Screen, drafts: Drafts): Map<String, TextFieldState> {
    LaunchedEffect(screen.id, drafts) { drafts.keepOnly(screen.id) }
    val fields = screen.blocks.filterIsInstance<Block.Field>()
    return fields.associate { it.id to key(screen.id, it.id) { text(screen, it, drafts) } }
}

@Composable
private fun text(screen: Screen, field: Block.Field, drafts: Drafts): TextFieldState =
    if (field.secret) {
        drafts.of(screen.id, field.id)
    } else {
        rememberSaveable(field.value, saver = TextFieldState.Saver) { TextFieldState(field.value) }
    }
