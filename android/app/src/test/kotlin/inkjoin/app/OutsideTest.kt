package inkjoin.app

import android.content.Intent
import android.provider.Settings as System
import androidx.test.core.app.ApplicationProvider
import inkjoin.ffi.Act
import inkjoin.ffi.Settings
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowToast

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class OutsideTest {
    private val app = ApplicationProvider.getApplicationContext<InkjoinApp>()
    private val activity = Robolectric.buildActivity(android.app.Activity::class.java).setup().get()
    private val outside = Outside(activity)

    private fun opened(act: Act): Intent? {
        outside.open(act)
        return shadowOf(activity).nextStartedActivity
    }

    @Test
    fun `a page of the home network is opened in the browser`() {
        val intent = opened(Act.OpenUrl("http://192.168.1.1:8080/wps"))
        assertEquals(Intent.ACTION_VIEW, intent?.action)
        assertEquals("http://192.168.1.1:8080/wps", intent?.dataString)
    }

    @Test
    fun `nothing else is opened, and that is said`() {
        val others = listOf(
            "http://example.org/", "http://8.8.8.8/", "http://192.168.1.1@8.8.8.8/", "http://192.168.1.1.example.org/",
            "ftp://192.168.1.1/", "javascript:alert(1)", "intent://192.168.1.1/#Intent;end", "file:///etc/hosts",
            "content://a/b", "http://[2001:db8::1]/", "http://[fec0::1]/", "http://8.8.8.8\\@192.168.1.1/", "http://172.32.0.1/",
            "http:///", "", "192.168.1.1",
        )
        for (url in others) {
            assertNull(url, opened(Act.OpenUrl(url)))
            assertEquals(app.getString(R.string.opens_not_local), ShadowToast.getTextOfLatestToast())
        }
    }

    @Test
    fun `settings are opened where Android has them`() {
        assertEquals(System.Panel.ACTION_WIFI, opened(Act.OpenSettings(Settings.WIFI))?.action)
        val own = opened(Act.OpenSettings(Settings.LOCAL_NETWORK))
        assertEquals(System.ACTION_APPLICATION_DETAILS_SETTINGS, own?.action)
        assertEquals("package:inkjoin.app", own?.dataString)
    }

    @Test @Config(sdk = [28])
    fun `before Android 10 the whole page of settings is opened`() {
        assertEquals(System.ACTION_WIFI_SETTINGS, opened(Act.OpenSettings(Settings.WIFI))?.action)
    }

    @Test
    fun `what nobody takes is said in words`() {
        shadowOf(RuntimeEnvironment.getApplication()).checkActivities(true)
        assertNull(opened(Act.OpenUrl("http://192.168.1.1/")))
        assertTrue("http://192.168.1.1/" in ShadowToast.getTextOfLatestToast())
        assertNull(opened(Act.OpenSettings(Settings.WIFI)))
        assertEquals(app.getString(R.string.opens_no_settings), ShadowToast.getTextOfLatestToast())
    }
}
