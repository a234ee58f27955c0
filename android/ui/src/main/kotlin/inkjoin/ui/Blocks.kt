package inkjoin.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Icon
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedCard
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Act
import inkjoin.ffi.Block
import inkjoin.ffi.Level
import inkjoin.ffi.PrinterCard
import inkjoin.ffi.Role

/** A part that stands on a ground of its own. */
@Composable
internal fun Panel(
    container: Color = MaterialTheme.colorScheme.surfaceContainer,
    content: Color = MaterialTheme.colorScheme.onSurface,
    inside: @Composable () -> Unit,
) {
    Box(Modifier.fillMaxWidth().background(container, RoundedCornerShape(16.dp)).padding(16.dp)) {
        CompositionLocalProvider(LocalContentColor provides content, content = inside)
    }
}

/** A note: its level by picture and word, not by colour alone. */
@Composable
internal fun NoticeBlock(notice: Block.Notice) {
    val colors = MaterialTheme.colorScheme
    val text = notice.text
    val warning = colors.warning
    when (notice.level) {
        Level.INFO -> Note(Icons.Info, R.string.notice_info, text, colors.secondaryContainer, colors.onSecondaryContainer)
        Level.WARNING -> Note(Icons.Warning, R.string.notice_warning, text, warning.container, warning.content)
        Level.ERROR -> Note(Icons.Error, R.string.notice_error, text, colors.errorContainer, colors.onErrorContainer)
    }
}

@Composable
private fun Note(icon: ImageVector, level: Int, text: String, container: Color, content: Color) {
    Panel(container, content) {
        Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(12.dp)) {
            Icon(icon, contentDescription = null, Modifier.size(24.dp))
            Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
                val style = MaterialTheme.typography.labelLarge.copy(fontWeight = FontWeight.Bold)
                OwnWords(stringResource(level), style = style)
                Prose(text)
            }
        }
    }
}

/** A page for the system's browser. Its address is shown: somebody may rather type it at a computer. */
@Composable
internal fun LinkBlock(link: Block.Link, open: (Act) -> Unit) {
    Column(horizontalAlignment = Alignment.CenterHorizontally) {
        ChoiceButton(Tap("link", link.label, Role.SECONDARY, Icons.Out) { open(Act.OpenUrl(link.url)) })
        Words(
            link.url,
            Modifier.padding(top = 4.dp),
            MaterialTheme.typography.bodySmall,
            MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

/** Something is being done: how far, where that is known. */
@Composable
internal fun ProgressBlock(progress: Block.Progress) {
    val known = progress.of > 0u
    Panel {
        Column(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(12.dp)) {
            Row(horizontalArrangement = Arrangement.spacedBy(16.dp), verticalAlignment = Alignment.CenterVertically) {
                if (!known) Busy()
                Words(progress.what, Modifier.weight(1f), MaterialTheme.typography.titleMedium)
            }
            if (known) HowFar(progress.done.toInt(), progress.of.toInt())
        }
    }
}

@Composable
internal fun Busy() {
    if (reducedMotion()) {
        val tint = MaterialTheme.colorScheme.primary
        Icon(Icons.Wait, contentDescription = null, Modifier.size(32.dp).testTag("still"), tint)
    } else {
        CircularProgressIndicator(Modifier.size(32.dp).testTag("moving"))
    }
}

@Composable
private fun HowFar(done: Int, of: Int) {
    LinearProgressIndicator({ done.coerceAtMost(of) / of.toFloat() }, Modifier.fillMaxWidth())
    OwnWords(stringResource(R.string.progress_of, done, of), style = MaterialTheme.typography.bodyMedium)
}

/** Printers as cards, each of which is its choice. */
@Composable
internal fun PrintersBlock(printers: List<PrinterCard>, choose: (String) -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        for (printer in printers) PrinterCard(printer) { choose(printer.choice) }
    }
}

@Composable
private fun PrinterCard(printer: PrinterCard, choose: () -> Unit) {
    val colors = MaterialTheme.colorScheme
    OutlinedCard(choose, Modifier.fillMaxWidth().testTag("choice:${printer.choice}")) {
        Row(Modifier.padding(16.dp), Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
            Icon(Icons.Printer, contentDescription = null, Modifier.size(32.dp), tint = colors.primary)
            Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
                Words(printer.name, style = MaterialTheme.typography.titleMedium)
                for (fact in listOf(printer.model, printer.marks).filter { it.isNotEmpty() }) {
                    Words(fact, style = MaterialTheme.typography.bodyMedium, color = colors.onSurfaceVariant)
                }
            }
        }
    }
}
