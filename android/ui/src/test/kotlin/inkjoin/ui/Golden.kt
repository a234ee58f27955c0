package inkjoin.ui

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import java.io.File
import kotlin.math.abs

/**
 * A few pictures as they should be, small and with a tolerance: other smoothing passes, a part that is missing or
 * somewhere else does not. `-Dinkjoin.golden=write` writes them anew.
 */
fun Checks.golden(name: String, picture: Bitmap) {
    val small = Bitmap.createScaledBitmap(picture, WIDTH, WIDTH * picture.height / picture.width, true)
    val file = File(System.getProperty("inkjoin.root"), "android/ui/src/test/resources/golden/$name.png")
    if (System.getProperty("inkjoin.golden") == "write") {
        file.parentFile?.mkdirs()
        file.outputStream().use { small.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }
    val should = BitmapFactory.decodeFile(file.path)
    val off = if (should != null && should.height == small.height) difference(should, small) else Double.MAX_VALUE
    expect("as in the golden picture", name, off <= TOLERANCE) { "%.2f %% of the pixels differ".format(off) }
}

/** How many of a hundred pixels are another colour for the eye. */
private fun difference(one: Bitmap, other: Bitmap): Double {
    val pairs = one.pixels().zip(other.pixels())
    val seen = pairs.count { (a, b) -> SHIFTS.any { abs((a shr it and 0xFF) - (b shr it and 0xFF)) > SEEN } }
    return 100.0 * seen / pairs.size
}

private fun Bitmap.pixels() = IntArray(width * height).also { getPixels(it, 0, width, 0, 0, width, height) }.asList()

private const val WIDTH = 180
private const val TOLERANCE = 1.5
private const val SEEN = 48
private val SHIFTS = listOf(0, 8, 16)
