package inkjoin.ui

import androidx.compose.foundation.text.input.TextFieldState
import androidx.compose.runtime.Composable
import inkjoin.ffi.Block
import inkjoin.ffi.Screen

/** The drawing of each kind of block. [choose] takes the choice of that id, or the usual one. */
@Composable
internal fun Blocks(screen: Screen, hands: Hands, typed: Map<String, TextFieldState>, choose: (String?) -> Unit) {
    val lastField = screen.blocks.lastOrNull { it is Block.Field }
    for (block in screen.blocks) {
        when (block) {
            is Block.Text -> Words(block.text)
            is Block.Steps -> StepsBlock(block.steps)
            is Block.Printers -> PrintersBlock(block.printers, choose)
            is Block.Pin -> PinBlock(block, hands::reveal)
            is Block.Clock -> ClockBlock(block, hands::nowMs)
            is Block.Light -> LightBlock(block)
            is Block.Notice -> NoticeBlock(block)
            is Block.Link -> LinkBlock(block, hands::open)
            is Block.Field -> typed[block.id]?.let { text ->
                FieldBlock(block, text, screen.revision, done = if (block === lastField) ({ choose(null) }) else null)
            }
            is Block.Progress -> ProgressBlock(block)
            is Block.Details -> DetailsBlock(block.details)
        }
    }
}
