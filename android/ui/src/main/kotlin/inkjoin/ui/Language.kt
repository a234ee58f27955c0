package inkjoin.ui

import android.annotation.SuppressLint
import android.content.res.Configuration
import android.text.TextUtils
import android.view.View
import androidx.compose.material3.LocalTextStyle
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.compositionLocalOf
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalConfiguration
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.platform.LocalResources
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.text.style.Hyphens
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.LayoutDirection
import inkjoin.ffi.ScreenLanguage
import java.util.Locale

/**
 * The system's first language. Says nothing about the screens': ask `screenLanguage` of the core once, off the main
 * thread, and give that to [Wizard].
 */
@Composable
fun systemLanguage(): ScreenLanguage {
    val locale = LocalConfiguration.current.locales[0] ?: Locale.ROOT
    return remember(locale) {
        val direction = TextUtils.getLayoutDirectionFromLocale(locale)
        ScreenLanguage(locale.toLanguageTag(), direction == View.LAYOUT_DIRECTION_RTL)
    }
}

private val LocalScreenLocales = compositionLocalOf { LocaleList.Empty }

/** Direction, voice and our own words as the screens' language wants them, whatever the system's is. */
// The languages are few and small, and come with every app: none is split off.
@SuppressLint("AppBundleLocaleChanges")
@Composable
internal fun InLanguage(language: ScreenLanguage, content: @Composable () -> Unit) {
    val context = LocalContext.current
    val configuration = LocalConfiguration.current
    val resources = remember(context, configuration, language) {
        val own = Configuration(configuration)
        own.setLocale(Locale.forLanguageTag(language.tag))
        context.createConfigurationContext(own).resources
    }
    CompositionLocalProvider(
        LocalScreenLocales provides LocaleList(language.tag),
        LocalLayoutDirection provides if (language.rightToLeft) LayoutDirection.Rtl else LayoutDirection.Ltr,
        LocalResources provides resources,
        content = content,
    )
}

/** A text in the screens' language. */
@Composable
internal fun Words(
    text: String,
    modifier: Modifier = Modifier,
    style: TextStyle = LocalTextStyle.current,
    color: Color = Color.Unspecified,
) {
    val locales = LocalScreenLocales.current
    Text(spoken(text, locales), modifier, style = style, color = color)
}

/** A paragraph in the screens' language. With large letters long words are parted as the language does it. */
@Composable
internal fun Prose(text: String, modifier: Modifier = Modifier) {
    // Only where there is such a word: the names in a printer's menu are looked for letter by letter.
    val parted = largeLetters() && text.split(' ').any { it.length > LONG }
    val hyphens = if (parted) Hyphens.Auto else Hyphens.None
    Words(text, modifier, LocalTextStyle.current.copy(hyphens = hyphens, lineBreak = LineBreak.Paragraph))
}

/** Columns are narrow for their words. */
@Composable
internal fun largeLetters() = LocalDensity.current.fontScale > LARGE

private const val LARGE = 1.4f
private const val LONG = 16

/** Words of ours. Where the screens' language is none that we have they are in another one, and run its way. */
@Composable
internal fun OwnWords(
    text: String,
    modifier: Modifier = Modifier,
    style: TextStyle = LocalTextStyle.current,
    color: Color = Color.Unspecified,
) {
    val locales = LocaleList(stringResource(R.string.language))
    Text(spoken(text, locales), modifier, style = style.copy(textDirection = TextDirection.Content), color = color)
}

/** As a span, not a style: only spans reach a screen reader, which changes its voice by them. */
@Composable
private fun spoken(text: String, locales: LocaleList) =
    remember(text, locales) { AnnotatedString(text, SpanStyle(localeList = locales)) }
